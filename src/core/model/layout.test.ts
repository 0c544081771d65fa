import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../test/build';
import { shipped } from '../../../test/build-edition';
import { applyChanges } from './apply-change';
import { type Area, type Layout, layoutChange, layoutFault, type Piece } from './layout';
import { readPackage, writePackage } from './package-file';

const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const piece = (article: string, own: Area, into = own.columns): Piece => ({ article, variant: 'news', deck: null, body: [{ area: own, into }], box: null, from: null, to: null });
const page = (...pieces: Piece[]): Layout => ({ pages: [{ number: 1, mastheadRows: 12, pieces }] });

describe('a layout stands on its pages, or says why not', () => {
  it.each<[string, Layout, RegExp | null]>([
    ['side by side and one under the other', page(piece('a', area(0, 4, 12, 30)), piece('b', area(4, 4, 12, 50)), piece('c', area(0, 4, 43, 80))), null],
    ['two on one cell', page(piece('a', area(0, 5, 12, 30)), piece('b', area(4, 4, 41, 50))), /重叠/],
    ['beyond the last column', page(piece('a', area(5, 4, 12, 30))), /版心外/],
    ['beyond the last row', page(piece('a', area(0, 4, 100, 24))), /版心外/],
    ['in the masthead', page(piece('a', area(0, 4, 11, 24))), /版心外/],
    ['half a row', page(piece('a', area(0, 4, 12.5, 24))), /版心外/],
    ['no column of text', page(piece('a', area(0, 4, 12, 24), 0)), /栏数/],
    ['nowhere', page({ ...piece('a', area(0, 4, 12, 24)), body: [] }), /没有位置/],
    ['pages backwards', { pages: [{ number: 2, mastheadRows: 0, pieces: [] }, { number: 1, mastheadRows: 0, pieces: [] }] }, /版次/],
  ])('%s', (_, layout, fault) => {
    const said = layoutFault(layout, 8, 123);
    if (fault === null) expect(said).toBeNull();
    else expect(said).toMatch(fault);
  });
  it('names the articles that it concerns', () => {
    const titleOf = (id: string): string => id.toUpperCase();
    const said = (layout: Layout) => layoutFault(layout, 8, 123, undefined, titleOf);
    expect(said(page(piece('a', area(0, 5, 12, 30)), piece('b', area(4, 4, 41, 50))))).toBe('第1版“A”与“B”重叠');
    expect(said(page({ ...piece('a', area(0, 5, 12, 30)), deck: area(0, 5, 20, 4) }))).toBe('第1版“A”的两块重叠');
    expect(said(page(piece('a', area(5, 4, 12, 30))))).toBe('第1版“A”排到了版心外');
  });
});

describe('an edition keeps a make-up', () => {
  const edition = shipped('N8', ['a']);
  const pkg = packageOf([], [edition]);
  const layout = page({ ...piece('a', area(0, 8, 12, 30)), fitted: 2, pinned: true });
  it('by one change, which its inverse takes back whole; another make-up takes its place', () => {
    const kept = applyChanges(pkg, [layoutChange(edition, layout)]);
    if (!kept.ok) throw new Error(kept.reason);
    expect(kept.value.pkg.editions[0]!.layout).toEqual(layout);
    expect(applyChanges(kept.value.pkg, kept.value.inverse)).toMatchObject({ ok: true, value: { pkg } });
    const other = applyChanges(kept.value.pkg, [layoutChange(kept.value.pkg.editions[0]!, null)]);
    expect(other.ok && Object.hasOwn(other.value.pkg.editions[0]!, 'layout')).toBe(false);
    expect(applyChanges(pkg, [layoutChange({ id: edition.id, layout }, null)]).ok).toBe(false);
  });
  it('in its file, as it was', () => {
    const { pkg: read } = readPackage(writePackage({ ...pkg, editions: [{ ...edition, layout }] }, null));
    expect(read.editions[0]!.layout).toEqual(layout);
  });
});
