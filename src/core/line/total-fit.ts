// The exact search: the cheapest way to break a stretch into lines, the
// contrast between neighbouring lines in the price. Lines are tried up to a
// bound on their added gap; where the total stays below the cost of one line at
// the bound, no wider line can be in a better setting, and the answer is exact
// (FITTING, "Time").
import { gapCost } from './cost';
import type { Measured } from './measured';
import { Tries, firstWide } from './tries';

/** Bounds on the added gap, em, tried in turn. */
export const BOUNDS: readonly number[] = [0.2, 0.32, Infinity];

const tries = new Tries();
/** Newest line that ends at each glyph, −1 for none. */
let head = new Int32Array(1024);

/**
 * Breaks glyphs [s, t): the first line in `first` em, all others in `rest` em. Ends are pushed to `ends`.
 * Always ends in a setting: what fits nowhere stands on a line of its own at the price of a broken rule.
 */
export function totalFit(m: Measured, s: number, t: number, first: number, rest: number, ends: number[]): void {
  for (const bound of BOUNDS) {
    const best = search(m, s, t, first, rest, bound);
    if (best < 0 || (bound !== Infinity && tries.cost(best) > gapCost(bound))) continue;
    tries.trace(best, t, ends);
    return;
  }
  throw new RangeError('the search ended without a setting');
}

/** @returns the cheapest line that ends at `t`, or −1 */
function search(m: Measured, s: number, t: number, first: number, rest: number, bound: number): number {
  tries.clear();
  if (head.length <= t) head = new Int32Array(Math.max(t + 1, head.length * 2));
  head.fill(-1, s, t + 1);
  tries.linesFrom(m, s, s + 1, t, first, bound, -1, head);
  let low = s + 1;
  for (let i = s + 1; i < t; i++) {
    if (head[i]! < 0) continue;
    // ends before `low` are too short for every later start as well
    low = firstWide(m, i, t, Math.max(low, i + 1), rest, bound);
    tries.linesFrom(m, i, low, t, rest, bound, head[i]!, head);
  }
  return tries.cheapest(head[t]!);
}
