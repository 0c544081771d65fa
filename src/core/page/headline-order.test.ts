// Headlines of a page beside each other: what matters less is set no larger, as far as its
// rows let it (N-11, N-37). Sizes of the type case, pt; turns as the order of the letters.
import { describe, expect, it } from 'vitest';
import type { Piece } from '../model/layout';
import { rankedHeads } from './headline-order';

const before = (a: string, b: string): boolean => a < b;
const head = (article: string, more: Partial<Piece> = {}): Piece => ({ article, variant: 'news', deck: { column: 0, columns: 2, row: 0, rows: 4 }, body: [], box: null, from: null, to: null, ...more });

/** The sizes of headlines that may have these, in the order of the letters. */
function set(sizes: Readonly<Record<string, readonly number[]>>, outranks = before, more: Readonly<Record<string, Partial<Piece>>> = {}): Readonly<Record<string, number>> {
  const heads = rankedHeads(Object.keys(sizes).map((article) => head(article, more[article])), outranks, ({ article }) => sizes[article]!);
  return Object.fromEntries(heads.map(({ piece, size }) => [piece.article, size]));
}

describe('N-37: no headline is larger than that of what matters more', () => {
  it('the later one gives way, the earlier one never, and none below the sizes that its columns ask', () => {
    expect(set({ a: [21, 18, 16], b: [28, 24, 21] })).toEqual({ a: 21, b: 21 });
    expect(set({ a: [28, 24, 21], b: [21, 18, 16] })).toEqual({ a: 28, b: 21 });
    expect(set({ a: [14], b: [28, 24, 21] })).toEqual({ a: 14, b: 21 });
  });
  it('a third one gives way to what the second has become, whoever stands first on the page', () => {
    const chain = (a: string, b: string): boolean => (a === 'x' && b === 'm') || (a === 'm' && b === 'c');
    expect(set({ c: [24, 21, 18], m: [24, 21, 18], x: [18] }, chain)).toEqual({ c: 18, m: 18, x: 18 });
  });
  it('neither of two that do not outrank each other gives way', () => {
    expect(set({ a: [18], b: [28, 24, 21] }, () => false)).toEqual({ a: 18, b: 28 });
  });
  it('lines that a hand asked for keep their size; boxes, reports, titles downwards and what goes on are apart', () => {
    expect(set({ a: [21], b: [28, 24, 21] }, before, { b: { headline: 2 } })).toEqual({ a: 21, b: 28 });
    const apart: Readonly<Record<string, Partial<Piece>>> = { b: { variant: 'report' }, c: { box: { area: { column: 0, columns: 2, row: 0, rows: 9 }, into: 1 } }, d: { upright: true }, e: { from: 1 } };
    expect(set({ a: [14], b: [48], c: [28], d: [28], e: [28] }, before, apart)).toEqual({ a: 14 });
  });
});
