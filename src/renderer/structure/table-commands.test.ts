import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { doc, p, table } from '../../../test/build';
import { addColumn, addRow, cellAt, deleteColumn, deleteRow, deleteTable, emptyCells, insertTable, walkCells } from './table-commands';

const TABLE = doc(p('前'), table(['一', '二'], ['三', '四']), p('后'));

/** Position in the text of a cell, at its start. */
function inCell(text: Node, words: string): number {
  let found = -1;
  text.descendants((node, pos) => {
    if (node.isText && node.text === words) found = pos;
  });
  return found;
}

const at = (text: Node, from: number, to = from): EditorState => EditorState.create({ doc: text, selection: TextSelection.create(text, from, to) });

/** Rows as text and the caret's cell, after a command. */
function after(command: Command, state: EditorState): { readonly rows: readonly string[]; readonly caret: readonly number[] | null } | null {
  let next: EditorState | null = null;
  const did = command(state, (tr) => {
    tr.doc.check();
    next = state.apply(tr);
  });
  if (!did) return null;
  const done = (next ?? state) as EditorState;
  const rows: string[] = [];
  done.doc.forEach((block) => {
    if (block.type.name === 'table') block.forEach((line) => rows.push(line.children.map((cell) => cell.textContent).join('|')));
    else rows.push(`¶${block.textContent}`);
  });
  const cell = cellAt(done.selection.$head);
  return { rows, caret: cell === null ? null : [cell.row, cell.column] };
}

describe('rows and columns', () => {
  const state = at(TABLE, inCell(TABLE, '三'));
  it.each<[string, Command, readonly string[], readonly number[] | null]>([
    ['a row above', addRow(-1), ['¶前', '一|二', '|', '三|四', '¶后'], [1, 0]],
    ['a row below', addRow(1), ['¶前', '一|二', '三|四', '|', '¶后'], [2, 0]],
    ['a column to the left', addColumn(-1), ['¶前', '|一|二', '|三|四', '¶后'], [1, 0]],
    ['a column to the right', addColumn(1), ['¶前', '一||二', '三||四', '¶后'], [1, 1]],
    ['without the row', deleteRow, ['¶前', '一|二', '¶后'], [0, 0]],
    ['without the column', deleteColumn, ['¶前', '二', '四', '¶后'], [1, 0]],
    ['without the table', deleteTable, ['¶前', '¶', '¶后'], null],
  ])('%s', (_, command, rows, caret) => {
    expect(after(command, state)).toEqual({ rows, caret });
  });

  it('the last row or column takes the table with it', () => {
    const one = doc(table(['一', '二']));
    expect(after(deleteRow, at(one, inCell(one, '二')))?.rows).toEqual(['¶']);
    const narrow = doc(table(['一'], ['二']));
    expect(after(deleteColumn, at(narrow, inCell(narrow, '二')))?.rows).toEqual(['¶']);
  });

  it('rows of different lengths keep what they have', () => {
    const uneven = doc(table(['一', '二', '三'], ['四']));
    expect(after(deleteColumn, at(uneven, inCell(uneven, '三')))?.rows).toEqual(['一|二', '四']);
    expect(after(addColumn(1), at(uneven, inCell(uneven, '二')))?.rows).toEqual(['一|二||三', '四|']);
  });

  it('outside a table there is nothing to do', () => {
    for (const command of [addRow(1), addColumn(1), deleteRow, deleteColumn, deleteTable, emptyCells, walkCells(1)]) expect(after(command, at(TABLE, 1))).toBeNull();
  });
});

describe('Tab walks', () => {
  it.each<[string, 1 | -1, readonly number[]]>([['一', 1, [0, 1]], ['二', 1, [1, 0]], ['三', -1, [0, 1]], ['一', -1, [0, 0]]])('from %s by %i', (from, by, caret) => {
    expect(after(walkCells(by), at(TABLE, inCell(TABLE, from)))?.caret).toEqual(caret);
  });

  it('out of the last cell into a new row', () => {
    expect(after(walkCells(1), at(TABLE, inCell(TABLE, '四')))).toEqual({ rows: ['¶前', '一|二', '三|四', '|', '¶后'], caret: [2, 0] });
  });
});

describe('putting one in', () => {
  it('below the paragraph of the caret, the caret in its first cell', () => {
    expect(after(insertTable(2, 3), at(doc(p('前'), p('后')), 2))).toEqual({ rows: ['¶前', '||', '||', '¶后'], caret: [0, 0] });
  });

  it('in place of an empty paragraph; at the end with somewhere to write behind it', () => {
    expect(after(insertTable(1, 2), at(doc(p('前'), p('')), 4))?.rows).toEqual(['¶前', '|', '¶']);
  });

  it('not into another table', () => {
    expect(after(insertTable(1, 1), at(TABLE, inCell(TABLE, '一')))).toBeNull();
  });
});

describe('Delete over several cells', () => {
  it('empties them and leaves the table', () => {
    const state = at(TABLE, inCell(TABLE, '二'), inCell(TABLE, '三') + 1);
    expect(after(emptyCells, state)).toEqual({ rows: ['¶前', '一|', '|四', '¶后'], caret: [0, 1] });
  });

  it('inside one cell it is not ours', () => {
    expect(after(emptyCells, at(TABLE, inCell(TABLE, '二'), inCell(TABLE, '二') + 1))).toBeNull();
  });
});
