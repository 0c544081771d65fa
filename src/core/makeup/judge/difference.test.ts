// What tells one make-up from another, in words. Layouts by hand on N8 (8 columns, 123 rows).
import { describe, expect, it } from 'vitest';
import { shipped } from '../../../../test/build-edition';
import type { PaperMaster } from '../../model/master';
import type { Layout, Piece } from '../../model/layout';
import { pageNamer } from '../../model/page-name';
import { differenceWords } from './difference';

const N8 = shipped('N8', []).master as PaperMaster;
const piece = (article: string, column: number, columns: number, row: number): Piece =>
  ({ article, variant: 'news', deck: { column, columns, row, rows: 6 }, body: [{ area: { column, columns, row: row + 6, rows: 20 }, into: columns }], box: null, from: null, to: null });
const page = (...pieces: Piece[]): Layout => ({ pages: [{ number: 1, mastheadRows: 12, pieces }] });
const said = (...layouts: Layout[]): readonly (string | null)[] => differenceWords(layouts, ['a', 'b', 'c', 'd', 'e'], { master: N8, pageOf: pageNamer(null) }, (article) => article.toUpperCase());

describe('differenceWords', () => {
  it('names the articles that stand elsewhere, where they stand and how wide', () => {
    expect(said(page(piece('a', 0, 8, 12), piece('b', 0, 3, 80)), page(piece('a', 0, 5, 12), piece('b', 5, 3, 90)))).toEqual([
      '版首通栏是“A”；左下 3 栏是“B”（与方案二不同）', '左上 5 栏是“A”；右下 3 栏是“B”（与方案一不同）',
    ]);
  });
  it('leaves out what stands alike, and tells places of one name apart by row or column', () => {
    const [first, second, third] = said(page(piece('a', 0, 8, 12), piece('b', 0, 3, 80)), page(piece('a', 0, 8, 12), piece('b', 0, 3, 90)), page(piece('a', 0, 8, 12), piece('b', 1, 3, 80)));
    expect([first, second, third]).toEqual(['左下 3 栏，从第 81 行起，是“B”（与方案二不同）', '左下 3 栏，从第 91 行起，是“B”（与方案一不同）', '左下 3 栏，从第 2 栏起，是“B”（与方案一不同）']);
  });
  it('names three, counts the others, says the page where there are several, and nothing of one alone', () => {
    const wide = (row: number): Piece[] => ['a', 'b', 'c', 'd', 'e'].map((article, i) => piece(article, 0, 4, row + i));
    const two: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: wide(20).slice(0, 4) }, { number: 2, mastheadRows: 0, pieces: [piece('e', 0, 8, 0)] }] };
    expect(said({ pages: [{ number: 1, mastheadRows: 0, pieces: wide(80) }] }, two)[1]).toBe('第1版左上 4 栏，从第 21 行起，是“A”；第1版左上 4 栏，从第 22 行起，是“B”；第1版左上 4 栏，从第 23 行起，是“C”；另有 2 篇（与方案一不同）');
    expect(said(page(piece('a', 0, 8, 12)))).toEqual([null]);
  });
});
