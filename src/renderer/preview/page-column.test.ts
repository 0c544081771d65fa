import { describe, expect, it } from 'vitest';
import { columnOf, pageAt, pagesBetween } from './page-column';

const STYLE = { padding: 16, gap: 8, foot: 0, pixelRatio: 1, twoUp: false };
/** Ten pages of 100 × 150 pt at half size: 75 px high, 83 px apart, the first at 16. */
const column = columnOf(Array.from({ length: 10 }, () => ({ width: 100, height: 150 })), () => 0.5, STYLE);

describe('W30: only visible pages', () => {
  it('pages stand one below another, and the column ends with its padding', () => {
    expect(column.tops.slice(0, 3)).toEqual([16, 99, 182]);
    expect(column.height).toBe(16 + 10 * 75 + 9 * 8 + 16);
    expect(column.width).toBe(50);
  });

  it.each([
    ['above the first', 0, 0],
    ['on its top', 16, 0],
    ['in the gap below it', 95, 0],
    ['on the second', 99, 1],
    ['far below the last', 9999, 9],
  ])('the page at a height: %s', (_, y, index) => {
    expect(pageAt(column, y)).toBe(index);
  });

  it('a window shows the pages that reach into it', () => {
    expect(pagesBetween(column, 0, 90)).toEqual({ first: 0, end: 1 });
    expect(pagesBetween(column, 90, 200)).toEqual({ first: 0, end: 3 });
    expect(pagesBetween(column, 700, 5000)).toEqual({ first: 8, end: 10 });
  });

  it('no pages: nothing to show', () => {
    const empty = columnOf([], () => 1, STYLE);
    expect(empty.height).toBe(0);
    expect(pagesBetween(empty, 0, 1000)).toEqual({ first: 0, end: 0 });
  });

  it('sizes fall on whole device pixels at any screen scale', () => {
    const scaled = columnOf([{ width: 101, height: 151 }, { width: 101, height: 151 }], () => 0.73, { ...STYLE, pixelRatio: 1.25 });
    for (const size of scaled.sizes) expect([size.width * 1.25, size.height * 1.25].every(Number.isInteger)).toBe(true);
    expect(scaled.tops.map((top) => top * 1.25).every(Number.isInteger)).toBe(true);
  });
});

describe('W33: two-up for the booklet', () => {
  const spread = columnOf(Array.from({ length: 6 }, () => ({ width: 100, height: 150 })), () => 0.5, { ...STYLE, twoUp: true });

  it('the first page is a right-hand page and alone; then even pages left, odd ones right', () => {
    expect(spread.width).toBe(108);
    expect(spread.lefts).toEqual([58, 0, 58, 0, 58, 0]);
    expect(spread.tops).toEqual([16, 99, 99, 182, 182, 265]);
    expect(spread.height).toBe(265 + 75 + 16);
  });

  it('a row that is seen is seen whole', () => {
    expect(pagesBetween(spread, 100, 120)).toEqual({ first: 1, end: 3 });
    expect(pagesBetween(spread, 100, 200)).toEqual({ first: 1, end: 5 });
    expect(pageAt(spread, 150)).toBe(1);
    expect(pagesBetween(spread, 270, 900)).toEqual({ first: 5, end: 6 });
  });
});
