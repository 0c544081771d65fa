import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import type { Layout, Piece } from './model/layout';
import { typedJumpDiagnostics } from './report-typed-jumps';

const piece = (id: string, from: number | null = null): Piece => ({ article: id, variant: 'news', deck: null, body: [{ area: { column: 0, columns: 2, row: 0, rows: 10 }, into: 2 }], box: null, from, to: null });
const told = (text: string, page: number, from: number | null = null): string[] => {
  const layout: Layout = { pages: [{ number: page, mastheadRows: 0, pieces: [piece('one', from)] }] };
  return typedJumpDiagnostics(layout, packageOf([article('one', 'news', doc(p(text), p('第二段。')), { 'deck.main': '转来的稿件' })]), (number) => `第${number}版`).map(({ message }) => message);
};

it('a 上接 that came with the text is told on the page that it names, and before it', () => {
  expect(told('（上接第一版）深入开展调研。', 1)).toEqual(['“转来的稿件”的原文写着“（上接第一版）”，却从第1版排起：前面没有它的上文']);
  expect(told('（上接第二版）深入开展调研。', 1)).toHaveLength(1);
  expect(told('▲紧接第3版 深入开展。', 3)).toHaveLength(1);
  expect(told('（上接A01版）深入开展。', 1)).toHaveLength(1);
});

it('behind that page it may stand; nor is the program’s own jump told, nor what only speaks of a page', () => {
  expect(told('（上接第一版）深入开展调研。', 2)).toEqual([]);
  expect(told('（上接第二版）深入开展调研。', 2, 1)).toEqual([]);
  expect(told('会议材料上接第一版说明。', 1)).toEqual([]);
  expect(told('上接天线，下接地气。', 1)).toEqual([]);
});
