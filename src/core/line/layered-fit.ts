// The search by line number: for measures that change from line to line
// (run-arounds, frames of two widths) and for looseness, where the number of
// lines is asked for. A state is a line and its number. The places that a line
// number can end at grow with it, so endless paragraphs are set part by part.
import { BROKEN, VERY_LOOSE } from './cost';
import { loneAt } from './last-line';
import type { LineKernel } from './line-kernel';
import { LineWindow } from './line-window';
import type { Measured } from './measured';
import { limits, widestGap } from './total-fit';
import { Tries, hotFirstWide } from './tries';

/** Glyphs that are set as a whole: more than any paragraph that people write. */
export const WHOLE = 3000;
/** Lines at the end of a part that are set again with the next one: what stands there knew nothing of it. */
const SET_AGAIN = 5;

const tries = new Tries();
let from = new Int32Array(1024);
let into = new Int32Array(1024);
/** Glyphs that lines of the layer under work start at. */
let active = new Int32Array(1024);

/** The cheapest last line for each number of lines, by number; its cost. */
type Finals = Map<number, number>;

/**
 * Breaks glyphs [s, t), however many, with a measure for each line (em; the first has the index `line`).
 * Ends are pushed to `ends`.
 */
export function layeredParts(m: Measured, s: number, t: number, line: number, measureOf: (line: number) => number, ends: number[]): void {
  let i = s;
  let at = line;
  while (t - i > WHOLE) {
    let cut = i + WHOLE;
    while (cut < t && m.brk[cut] === 0) cut++;
    if (cut === t) break;
    const part: number[] = [];
    layeredFit(m, i, cut, at, measureOf, 0, part);
    const kept = part.slice(0, Math.max(1, part.length - SET_AGAIN));
    ends.push(...kept);
    at += kept.length;
    i = kept.at(-1)!;
  }
  layeredFit(m, i, t, at, measureOf, 0, ends);
}

/**
 * Breaks glyphs [s, t) with a measure for each line (em; the stretch's first has the index `line`),
 * in `lines` lines more (or fewer) than the best setting has. Ends are pushed to `ends`.
 * @returns the lines more or fewer that were reached: the nearest to `lines` within the added gap of T-24
 */
export function layeredFit(
  m: Measured, s: number, t: number, line: number, measureOf: (line: number) => number, lines: number, ends: number[],
): number {
  const best = bestFit(m, s, t, line, measureOf);
  return loosen(m, s, t, line, measureOf, best, lines, ends);
}

/** Ends of the best setting, whatever its lines. */
function bestFit(m: Measured, s: number, t: number, line: number, measureOf: (line: number) => number): number[] {
  for (const limit of limits(m.natural(s, t) / measureOf(line))) {
    const finals = search(m, s, t, line, measureOf, limit, widestGap(limit), null);
    const best = cheapest(m, finals);
    if (best < 0) continue;
    const ends: number[] = [];
    (m.kernel ?? tries).trace(finals.get(best)!, t, ends);
    return ends;
  }
  throw new RangeError('the search ended without a setting');
}

/**
 * Breaks glyphs [s, t) as layeredFit does, where the best setting, whose ends `best` are, is known: what stands if no
 * other number of lines can be had.
 */
export function loosen(
  m: Measured, s: number, t: number, line: number, measureOf: (line: number) => number, best: readonly number[], lines: number, ends: number[],
): number {
  const step = Math.sign(lines);
  for (let more = lines; more !== 0; more -= step) {
    if (best.length + more > 0 && fitInto(m, s, t, line, measureOf, best.length + more, ends)) return more;
  }
  ends.push(...best);
  return 0;
}

/** The cheapest setting in so many lines, none of them in T-24's warning; a broken rule or a lone last character is not looseness. */
function fitInto(m: Measured, s: number, t: number, line: number, measureOf: (line: number) => number, count: number, ends: number[]): boolean {
  for (const limit of limits(count)) {
    const capped = Math.min(limit, BROKEN / 4);
    const bound = Math.min(VERY_LOOSE, widestGap(capped));
    const final = search(m, s, t, line, measureOf, capped, bound, new LineWindow(m, s, t, line, measureOf, count, bound)).get(count);
    if (final !== undefined) {
      const lines = m.kernel ?? tries;
      const start = lines.start(final);
      if (start > s && loneAt(m.shaped, start, t)) return false;
      lines.trace(final, t, ends);
      return true;
    }
    if (capped < limit) return false;
  }
  return false;
}

function cheapest(m: Measured, finals: Finals): number {
  const lines = m.kernel ?? tries;
  let best = -1;
  for (const [count, final] of finals) if (best < 0 || lines.cost(final) < lines.cost(finals.get(best)!)) best = count;
  return best;
}

/** @param window the ends that may be tried; null: all */
function search(
  m: Measured, s: number, t: number, line: number, measureOf: (line: number) => number, limit: number, bound: number, window: LineWindow | null,
): Finals {
  if (m.kernel !== null) return kernelSearch(m, m.kernel, s, t, line, measureOf, limit, bound, window);
  tries.clear();
  if (from.length <= t) {
    from = new Int32Array(t + 1024);
    into = new Int32Array(t + 1024);
    active = new Int32Array(t + 1024);
  }
  from.fill(-1, s, t + 1);
  into.fill(-1, s, t + 1);
  const finals: Finals = new Map();
  active[0] = s;
  let count = 1;
  for (let layer = 0; count > 0; layer++) {
    if (window !== null && !window.next(layer)) break;
    const measure = measureOf(line + layer);
    const high = window?.high ?? t;
    let low = window?.low ?? s + 1;
    let furthest = s;
    for (let k = 0; k < count; k++) {
      const i = active[k]!;
      low = hotFirstWide(m, i, t, Math.max(low, i + 1), measure, bound);
      furthest = Math.max(furthest, tries.hotLinesFrom(m, i, low, high, t, measure, bound, limit, i === s ? -1 : from[i]!, into));
    }
    const first = active[0]!;
    for (let k = 0; k < count; k++) from[active[k]!] = -1;
    if (into[t]! >= 0) finals.set(layer + 1, tries.cheapest(into[t]!));
    into[t] = -1;
    count = reached(first, furthest, t);
    const swap = from;
    from = into;
    into = swap;
  }
  return finals;
}

function kernelSearch(
  m: Measured, kernel: LineKernel, s: number, t: number, line: number, measureOf: (line: number) => number, limit: number, bound: number, window: LineWindow | null,
): Finals {
  const finals: Finals = new Map();
  kernel.code.beginLayers(s, t);
  let count = 1;
  for (let layer = 0; count > 0; layer++) {
    if (window !== null && !window.next(layer)) break;
    count = kernel.code.layer(count, s, t, window?.low ?? s + 1, window?.high ?? t, measureOf(line + layer), bound, limit);
    m.follow(kernel);
    const final = kernel.result[0]!;
    if (final >= 0) finals.set(layer + 1, final);
  }
  return finals;
}

/** Fills `active` with the ends that the newest layer reached, ascending; returns how many. */
function reached(first: number, furthest: number, t: number): number {
  const last = Math.min(furthest, t - 1);
  let count = 0;
  for (let j = first + 1; j <= last; j++) if (into[j]! >= 0) active[count++] = j;
  return count;
}
