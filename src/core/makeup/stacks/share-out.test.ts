import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOuts } from './share-out';

describe('articles shared out to stacks', () => {
  it('two equal stacks: the ways that end level, by head', () => {
    // 9 + 3 and 7 + 5 rows from row 10: both end at 22; what is a step from that ends up to eight rows apart.
    const level = shareOuts([10, 10], [[9, 7, 5, 3], [9, 7, 5, 3]]).filter(({ high, low }) => high === low);
    expect(level.map(({ high }) => high)).toEqual(level.map(() => 22));
    expect(level.map(({ shares }) => shares)).toContainEqual([[0, 3], [1, 2]]);
  });
  it('stacks that begin at two rows and are of two widths: each article has the rows that it has there', () => {
    // Left from row 4, half as wide: 8 rows there are 4 at the right.
    const [best] = [...shareOuts([4, 10], [[8, 8, 8], [4, 4, 4]])].sort((a, b) => a.low - a.high - (b.low - b.high));
    expect(best).toMatchObject({ high: 12, low: 18 });
  });
  it('nothing where no way is about level', () => {
    expect(shareOuts([0, 0], [[30, 3], [30, 3]])).toEqual([]);
  });
  it('every article once, no stack empty, ends as they are said to be', () => {
    const rows = fc.array(fc.integer({ min: 4, max: 20 }), { minLength: 3, maxLength: 9 });
    fc.assert(fc.property(rows, fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 3 }), (own, tops) => {
      for (const { shares, high, low } of shareOuts(tops, tops.map(() => own))) {
        expect(shares.flat().toSorted((a, b) => a - b)).toEqual(own.map((_, i) => i));
        const ends = shares.map((some, k) => some.reduce((sum, i) => sum + own[i]!, tops[k]!));
        expect([Math.min(...ends), Math.max(...ends)]).toEqual([high, low]);
        for (const some of shares) expect(some.length).toBeGreaterThan(0);
      }
    }), { numRuns: 100 });
  });
});
