import { expect, it } from 'vitest';
import type { Piece } from '../../core/model/layout';
import { numbersAct, type Written } from './place-numbers';

const PIECE: Piece = { article: 'a', variant: 'news', deck: { column: 1, columns: 2, row: 20, rows: 4 }, body: [{ area: { column: 1, columns: 2, row: 24, rows: 10 }, into: 2 }], box: null, from: null, to: null };
const BLOCK = { page: 1, article: 'a' };
const ROOM = { columns: 6, lines: 80, mastheadRows: 12 };
const act = (written: Written) => numbersAct(BLOCK, PIECE, written, ROOM);
const move = (columns: number, rows: number) => ({ kind: 'move', ...BLOCK, columns, rows, giveWay: true });
const pull = (right: number, bottom: number) => ({ kind: 'pull', ...BLOCK, edges: { left: 0, top: 0, right, bottom }, giveWay: 'level' });
const acts = (...all: readonly unknown[]) => ({ kind: 'acts', acts: all });

it('a number is one act by hand, as if the block was dropped there or its edge pulled so far', () => {
  expect(act({ column: 4 })).toEqual({ act: acts(move(2, 0)), label: '移到第 4 栏' });
  expect(act({ row: 13 })).toEqual({ act: acts(move(0, -8)), label: '移到第 13 行' });
  expect(act({ columns: 5 })).toEqual({ act: acts(pull(3, 0)), label: '改为宽 5 栏' });
  expect(act({ rows: 12 })).toEqual({ act: acts(pull(0, -2)), label: '改为高 12 行' });
});

it('several are one act: smaller before it goes, larger when it is there', () => {
  expect(act({ column: 1, row: 60 })).toEqual({ act: acts(move(-1, 39)), label: '移到第 1 栏、第 60 行' });
  expect(act({ column: 1, row: 60, columns: 3, rows: 12 })).toEqual({ act: acts(pull(0, -2), move(-1, 39), pull(1, 0)), label: '移到第 1 栏、第 60 行，改为宽 3 栏、高 12 行' });
  // In the place that it goes to it may be as wide, where it stands it could not.
  expect(act({ column: 1, columns: 6 })).toEqual({ act: acts(move(-1, 0), pull(4, 0)), label: '移到第 1 栏，改为宽 6 栏' });
});

it('what it is already is nothing to do; what lies off the page is said with what can be', () => {
  expect([act({ column: 2 }), act({ row: 21 }), act({ columns: 2 }), act({ rows: 14 }), act({ column: 2, rows: 14 })]).toEqual([null, null, null, null, null]);
  expect(act({ column: 6 })).toBe('这一块宽 2 栏，可以起于第 1 到第 5 栏');
  expect(act({ row: 12 })).toBe('这一块高 14 行，可以起于第 13 到第 67 行');
  expect(act({ columns: 6 })).toBe('这一块起于第 2 栏，可以宽 1 到 5 栏');
  expect(act({ rows: 61 })).toBe('这一块起于第 21 行，可以高 1 到 60 行');
  expect(act({ column: 5, columns: 3 })).toBe('这一块宽 3 栏，可以起于第 1 到第 4 栏');
});
