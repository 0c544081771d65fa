import { describe, expect, it } from 'vitest';
import { article, doc, h, p, placeholder } from '../../../test/build';
import { type TracedLine, traceLine } from './trace-line';

const line = (source: string, block: number | null, field: string | null = null): TracedLine => ({ article: 'report', field, block, source });
/** What a printing of yesterday's text took from it, line by line. */
const THEN: readonly TracedLine[] = [
  line('工作报告', null, 'deck.main'),
  line('一年来，常委会围绕中心服务', 0), line('大局，组织专题协商十二次，', 0), line('形成建议八十条。', 0),
  line('主要工作', 1),
  line('全市上下咬定目标不松劲，经', 2), line('济运行企稳回升，开展培训', 2), line('\ufffc人次。', 2),
];
const CONTENT = [p('一年来，常委会围绕中心服务大局，组织专题协商十二次，形成建议八十条。'), h(1, '主要工作'), p('全市上下咬定目标不松劲，经济运行企稳回升，开展培训', placeholder('figure'), '人次。')] as const;
const at = (index: number, ...blocks: Parameters<typeof doc>) => traceLine(THEN, index, [article('report', 'report', doc(...blocks), { 'deck.main': '工作报告' })]);

describe('a line of an old printing in today’s text', () => {
  it('unchanged: each line at its own words, in fields and over atoms too', () => {
    expect(THEN.map((_, i) => at(i, ...CONTENT)).map(({ kind, place }) => [kind, place?.field, place?.block, place?.from, place?.to])).toEqual([
      ['same', 'deck.main', 0, 0, 4], ['same', null, 0, 0, 13], ['same', null, 0, 13, 26], ['same', null, 0, 26, 34],
      ['same', null, 1, 0, 4], ['same', null, 2, 0, 13], ['same', null, 2, 13, 25], ['same', null, 2, 25, 29],
    ]);
  });
  it('moved to another place of the text, with text before it', () => {
    expect(at(2, p('新的一段。'), ...CONTENT.slice(1), p('又及：', '一年来，常委会围绕中心服务大局，组织专题协商十二次，形成建议八十条。'))).toEqual({
      kind: 'same', place: { article: 'report', field: null, block: 3, from: 16, to: 29 },
    });
  });
  it('of the same words twice, the one between its neighbours; else the nearest', () => {
    const twice = p('大局，组织专题协商十二次，又一处。');
    expect(at(2, twice, ...CONTENT).place).toMatchObject({ block: 1, from: 13 });
    expect(at(4, h(1, '主要工作'), p('甲'), h(1, '主要工作')).place).toMatchObject({ block: 0 });
  });
  it('a short line alone is looked for in its own paragraph only', () => {
    const lines = [line('好。', 0), line('另起。', 1)];
    const now = [article('report', 'report', doc(p('改了'), p('也好。'), p('另起。')))];
    expect(traceLine(lines, 0, now).kind).toBe('gone');
  });
  it('reworded: a long part of it leads there, the range as long as the line was', () => {
    expect(at(2, p('一年来，常委会围绕中心服务大局，组织专题协商十三次，形成建议八十条。'), ...CONTENT.slice(1))).toEqual({
      kind: 'changed', place: { article: 'report', field: null, block: 0, from: 13, to: 26 },
    });
  });
  it('written anew between its neighbours: what stands there now', () => {
    const traced = at(2, p('一年来，常委会围绕中心服务全都重写，形成建议八十条。'), ...CONTENT.slice(1));
    expect(traced).toEqual({ kind: 'changed', place: { article: 'report', field: null, block: 0, from: 13, to: 18 } });
  });
  it('gone: the end of the nearest line that is left', () => {
    expect(at(2, p('一年来，常委会围绕中心服务'), ...CONTENT.slice(1))).toEqual({ kind: 'gone', place: { article: 'report', field: null, block: 0, from: 13, to: 13 } });
    expect(at(1, ...CONTENT.slice(1))).toEqual({ kind: 'gone', place: { article: 'report', field: null, block: 1, from: 0, to: 0 } });
  });
  it('nothing left of the printing', () => expect(traceLine(THEN, 1, [article('report', 'report', doc(p('完全不同')))])).toEqual({ kind: 'gone', place: null }));
  it('a placeholder that was filled in: the words around it', () => {
    expect(at(7, CONTENT[0], CONTENT[1], p('全市上下咬定目标不松劲，经济运行企稳回升，开展培训320人次。')).kind).not.toBe('same');
  });
});
