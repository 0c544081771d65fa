import { expect, it } from 'vitest';
import type { Piece } from '../../core/model/layout';
import { pieceWords } from './piece-words';

const PIECE: Piece = { article: 'a', variant: 'news', deck: { column: 1, columns: 2, row: 20, rows: 4 }, body: [{ area: { column: 1, columns: 2, row: 24, rows: 10 }, into: 2 }], box: null, from: null, to: null };

it('a block is told by where it stands and how large it is, then by what is not as usual', () => {
  expect(pieceWords(PIECE, {})).toEqual(['第 2 栏第 21 行起', '宽 2 栏，高 14 行']);
  expect(pieceWords({ ...PIECE, headline: 1, pinned: true }, { red: true }).slice(2)).toEqual(['标题一行', '标题套红', '锁定']);
  expect(pieceWords({ ...PIECE, upright: true }, {}).slice(2)).toEqual(['竖题']);
  expect(pieceWords({ ...PIECE, deck: null, body: [], box: { area: { column: 0, columns: 3, row: 9, rows: 30 }, into: 2 } }, {})).toEqual(['第 1 栏第 10 行起', '宽 3 栏，高 30 行', '加框']);
});
