import { expect, it } from 'vitest';
import type { Piece } from '../../core/model/layout';
import { numberAct } from './place-numbers';

const PIECE: Piece = { article: 'a', variant: 'news', deck: { column: 1, columns: 2, row: 20, rows: 4 }, body: [{ area: { column: 1, columns: 2, row: 24, rows: 10 }, into: 2 }], box: null, from: null, to: null };
const BLOCK = { page: 1, article: 'a' };
const ROOM = { columns: 6, lines: 80, mastheadRows: 12 };
const act = (...[what, value]: [Parameters<typeof numberAct>[2], number]) => numberAct(BLOCK, PIECE, what, value, ROOM);

it('a number is one act by hand, as if the block was dropped there or its edge pulled so far', () => {
  expect(act('column', 4)).toEqual({ act: { kind: 'move', ...BLOCK, columns: 2, rows: 0, giveWay: true }, label: '移到第 4 栏' });
  expect(act('row', 13)).toEqual({ act: { kind: 'move', ...BLOCK, columns: 0, rows: -8, giveWay: true }, label: '移到第 13 行' });
  expect(act('columns', 5)).toEqual({ act: { kind: 'pull', ...BLOCK, edges: { left: 0, top: 0, right: 3, bottom: 0 }, giveWay: 'level' }, label: '改为宽 5 栏' });
  expect(act('rows', 12)).toEqual({ act: { kind: 'pull', ...BLOCK, edges: { left: 0, top: 0, right: 0, bottom: -2 }, giveWay: 'level' }, label: '改为高 12 行' });
});

it('what it is already is nothing to do; what lies off the page is said with what can be', () => {
  expect([act('column', 2), act('row', 21), act('columns', 2), act('rows', 14)]).toEqual([null, null, null, null]);
  expect(act('column', 6)).toBe('这一块宽 2 栏，可以起于第 1 到第 5 栏');
  expect(act('row', 12)).toBe('这一块高 14 行，可以起于第 13 到第 67 行');
  expect(act('columns', 6)).toBe('这一块起于第 2 栏，可以宽 1 到 5 栏');
  expect(act('rows', 61)).toBe('这一块起于第 21 行，可以高 1 到 60 行');
});
