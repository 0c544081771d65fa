import { describe, expect, it } from 'vitest';
import { han } from '../../../test/build';
import { newSetter } from '../../../test/threads';
import { BODY, paragraphOf } from '../../../test/paragraphs';
import type { Table } from '../flow/flow';
import { columnWidths, setCell } from './column-widths';

const setter = newSetter();
const style = { ...BODY, name: 'table', indent: 0, align: 'center' as const };
const tableOf = (...rows: readonly (readonly string[])[]): Table => ({ kind: 'table', style, breakBefore: false, rows: rows.map((cells) => cells.map((cell) => paragraphOf(cell, style))) });

/** Lines of each cell, a row a word, in a table of so many em. */
function linesOf(table: Table, em: number): string[] {
  const { widths } = columnWidths(table, 0, table.rows[0]!.length, em * 10, setter);
  return table.rows.map((cells) => cells.map((cell, i) => {
    const { set } = setCell(cell, widths[i]!, setter);
    return set.lines.map(({ from, to }) => cell.text.slice(from, to)).join('/');
  }).join(' '));
}

const HANDLING = tableOf(['类别', '立案件数', '办复件数', '满意率'], ['经济发展', '82', '82', '98.8%'], ['城乡建设', '57', '57', '100%'], ['社会民生', '71', '71', '98.6%']);

describe('words of a table are not cut', () => {
  it('with room for all, the air is whole and what is left is shared out', () => {
    const { widths, air } = columnWidths(HANDLING, 0, 4, 280, setter);
    expect(air).toBe(5);
    expect(widths.reduce((sum, w) => sum + w + 2 * air, 0)).toBeCloseTo(280);
    expect(linesOf(HANDLING, 28)).toEqual(['类别 立案件数 办复件数 满意率', '经济发展 82 82 98.8%', '城乡建设 57 57 100%', '社会民生 71 71 98.6%']);
  });
  it('the air narrows before a word breaks', () => {
    expect(linesOf(HANDLING, 18)).toEqual(linesOf(HANDLING, 28));
    expect(columnWidths(HANDLING, 0, 4, 180, setter).air).toBeLessThan(5);
  });
  it('where not all stand whole, the head breaks in the middle of its terms and the rows below stand whole', () => {
    expect(linesOf(HANDLING, 13)).toEqual(['类别 立案/件数 办复/件数 满意率', '经济发展 82 82 98.8%', '城乡建设 57 57 100%', '社会民生 71 71 98.6%']);
  });
  it('a long text has what its neighbours do not need, and names give way to it', () => {
    const table = tableOf(['委员会名称', '次数', '备注'], ['经济和农业农村委员会', '57', han(40)], ['提案委员会', '12', han(9)]);
    const { widths } = columnWidths(table, 0, 3, 250, setter);
    expect(widths[2]).toBeGreaterThan(widths[0]!);
    expect(linesOf(table, 25).map((row) => row.split(' ')[0])).toEqual(['委员会名称', '经济和农业/农村委员会', '提案委员会']);
  });
  it('whatever the cells, the columns and their air are as wide as the table', () => {
    for (const cells of [['', ''], ['甲'], ['电话0799-8886666', '甲乙'], Array.from({ length: 8 }, (_, i) => han(1 + i * 3))]) {
      for (const em of [6, 13, 28].filter((one) => one >= 3 * cells.length)) {
        const { widths, air } = columnWidths(tableOf(cells), 0, cells.length, em * 10, setter);
        expect(widths.reduce((sum, w) => sum + w + 2 * air, 0)).toBeCloseTo(em * 10);
        for (const w of widths) expect(w).toBeGreaterThanOrEqual(20 - 1e-6);
      }
    }
  });
});
