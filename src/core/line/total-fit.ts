// The exact search: the cheapest way to break a stretch into lines, the
// contrast between neighbouring lines in the price. It is searched under a limit
// on the total, raised until a setting is found: what is found first is exact,
// for no part of a cheaper one could cost more than the limit; and a low limit
// leaves few lines to try (FITTING, "Time", in another form).
import { hotGapCost } from './cost';
import type { Measured } from './measured';
import { Tries, hotFirstWide } from './tries';

/** Limits on a setting's cost, tried in turn, in costs of a gap of 0.12 em. */
const LIMITS: readonly number[] = [0.6, 2.5, 10, 50, 1000, Infinity];

const tries = new Tries();
/** Newest line that ends at each glyph, −1 for none. */
let head = new Int32Array(1024);

/**
 * Breaks glyphs [s, t): the first line in `first` em, all others in `rest` em. Ends are pushed to `ends`.
 * Always ends in a setting: what fits nowhere stands on a line of its own at the price of a broken rule.
 */
export function totalFit(m: Measured, s: number, t: number, first: number, rest: number, ends: number[]): void {
  const { kernel } = m;
  for (const limit of limits(m.natural(s, t) / rest)) {
    if (kernel !== null) {
      const count = kernel.code.search(s, t, first, rest, limit, widestGap(limit));
      m.follow(kernel);
      if (count < 0) continue;
      kernel.pushEnds(count, ends);
      return;
    }
    const best = search(m, s, t, first, rest, limit);
    if (best < 0) continue;
    tries.trace(best, t, ends);
    return;
  }
  throw new RangeError('the search ended without a setting');
}

/** Limits for a stretch of so many lines: each line adds a little to what a good setting costs. */
export function limits(lines: number): number[] {
  return LIMITS.map((limit) => limit * (100 + 2 * lines));
}

/** Widest added gap, em, that a line under the limit can have. */
export function widestGap(limit: number): number {
  if (limit === Infinity) return Infinity;
  let low = 0;
  let high = 1;
  while (hotGapCost(high) < limit) high *= 2;
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (hotGapCost(middle) < limit) low = middle;
    else high = middle;
  }
  return high;
}

/** @returns the cheapest line that ends at `t`, or −1 */
function search(m: Measured, s: number, t: number, first: number, rest: number, limit: number): number {
  tries.clear();
  const bound = widestGap(limit);
  if (head.length <= t) head = new Int32Array(Math.max(t + 1, head.length * 2));
  head.fill(-1, s, t + 1);
  tries.hotLinesFrom(m, s, s + 1, t, t, first, bound, limit, -1, head);
  let low = s + 1;
  for (let i = s + 1; i < t; i++) {
    if (head[i]! < 0) continue;
    // ends before `low` are too short for every later start as well
    low = hotFirstWide(m, i, t, Math.max(low, i + 1), rest, bound);
    tries.hotLinesFrom(m, i, low, t, t, rest, bound, limit, head[i]!, head);
  }
  return tries.cheapest(head[t]!);
}
