// The first try (FITTING, "Greedy first"): line by line, push in before push
// out (T-23). Where every line of it costs no more than a gap of 0.08 em, with
// no parted unit, no hard squeeze and no lone last character, it stands, and
// the exact search is spared; one doubtful line and the paragraph is searched.
import { MAY_STAND, TOLERANCE } from './cost';
import { loneAt } from './last-line';
import type { Measured } from './measured';
import { FREE } from './shaped';

/**
 * Breaks glyphs [s, t) into lines; `measureOf` gives the measure in em of the line with that index,
 * counted from `line`. Ends (exclusive) are pushed to `ends`.
 * @returns whether the setting may stand; if not, `ends` holds lines that mean nothing
 */
export function greedy(m: Measured, s: number, t: number, line: number, measureOf: (line: number) => number, ends: number[]): boolean {
  let i = s;
  while (i < t) {
    const j = nextEnd(m, i, t, measureOf(line));
    if (j < 0) return false;
    if (j === t && i > s && loneAt(m.shaped, i, t)) return false;
    ends.push(j);
    i = j;
    line++;
  }
  return true;
}

/** End of the line that starts at `i`, or −1 where none may stand. */
function nextEnd(m: Measured, i: number, t: number, measure: number): number {
  const k = firstOver(m.right, i, t, m.left[i]! + measure + TOLERANCE);
  if (k === t) return t;
  if (m.brk[k] === FREE && k > i && m.hotPrice(i, k, measure, false) <= MAY_STAND) return k;
  for (let j = k + 1; j <= t && m.least(i, m.contentEnd(i, j)) <= measure + TOLERANCE; j++) {
    if ((j === t || m.brk[j] === FREE) && m.hotPrice(i, j, measure, j === t) <= MAY_STAND) return j;
  }
  for (let j = k - 1; j > i; j--) {
    if (m.brk[j] === FREE) return m.hotPrice(i, j, measure, false) <= MAY_STAND ? j : -1;
  }
  return -1;
}

/** First glyph at or after `i` whose box ends right of `limit`, by halving: boxes end one right of the other. */
function firstOver(right: Float64Array, i: number, t: number, limit: number): number {
  let low = i;
  let high = t;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (right[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
