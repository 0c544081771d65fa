// A brief's headline is no wider than its few lines warrant (N-11, N-31).
import { expect, it } from 'vitest';
import type { Piece } from '../../model/layout';
import { overwide } from './head-span';

/** A headline over so many columns, its text under the first ones. */
function story(wide: number, under: number, rows: number): Piece {
  return {
    article: 'a', variant: 'news', deck: { column: 0, columns: wide, row: 0, rows: 4 }, body: [{ area: { column: 0, columns: under, row: 4, rows }, into: under }],
    box: null, from: null, to: null,
  };
}

it('each column of a headline has five rows of text, two columns it may always take', () => {
  expect([2, 4, 6, 8].map((wide) => overwide(story(wide, wide, 5), false))).toEqual([0, 0, 0, 0]);
  expect([2, 4, 6, 8].map((wide) => overwide(story(wide, wide, 3), false))).toEqual([0, 2, 2, 3]);
  expect(overwide(story(2, 2, 1), false)).toBe(0);
});

it('a headline over the whole page whose text stands under its first two columns alone', () => {
  expect(overwide(story(6, 2, 8), false)).toBe(3);
  expect(overwide(story(6, 2, 40), false)).toBe(2);
  expect(overwide(story(6, 4, 20), false)).toBe(0);
});

it('what leads the page may be short, but not beside its headline', () => {
  expect(overwide(story(6, 6, 2), true)).toBe(0);
  expect(overwide(story(6, 2, 8), true)).toBe(2);
});

it('reports, what goes on from another page, and headlines downwards have their own rules', () => {
  const few = story(8, 8, 2);
  expect(overwide({ ...few, variant: 'report' }, false)).toBe(0);
  expect(overwide({ ...few, deck: null, from: 1 }, false)).toBe(0);
  expect(overwide({ ...few, upright: true }, false)).toBe(0);
});
