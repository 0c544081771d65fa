// Titles (G-06, T-37, N-13): lines end where the meaning allows, then the whole
// is given a shape, a trapezoid or a diamond. A title is short, so all ways to
// break it are tried, the dearest left out early; a line of a hard break's own
// never comes here more than once, for hard breaks win and part the text before.
import type { Measured } from './measured';
import { TOLERANCE } from './cost';
import { INSIDE_WORD, cutCosts } from './title-cuts';

/** Price of a line more; of a line of one character, of two. By eye on booklet and newspaper titles. */
const LINE = 45;
const ONE_CHARACTER = 2000;
const TWO_CHARACTERS = 150;
/** A line below this part of the longest looks lost. */
const SHORT = 0.35;
const HOURGLASS = 60;
const UNEVEN = 40;
/** Below this part of the longest a line is a rest of it, not its like (N-13): 22 characters over 4. */
const REST = 0.42;
const VERY_UNEVEN = 260;
/** Ways tried before the best so far is taken: far more than a title of six lines has. */
const MOST_TRIED = 40_000;

/** Whether glyphs [s, t) are a title that can be tried whole; longer ones are prose in a title's style. */
export function isTitleLength(s: number, t: number): boolean {
  return t - s <= 120;
}

/**
 * Breaks a title's glyphs [s, t) in the measures (em) of lines from `line` on; ends are pushed to `ends`.
 * @returns the ends that had to fall inside a word, or null where no way fits the measure at all
 */
export function breakTitle(
  m: Measured, s: number, t: number, from: number, to: number, line: number, measureOf: (line: number) => number, ends: number[],
): number[] | null {
  // One line costs nothing, any other way something.
  if (m.least(s, m.contentEnd(s, t)) <= measureOf(line) + TOLERANCE) {
    ends.push(t);
    return [];
  }
  const { at } = m.shaped;
  const costs = cutCosts(m.shaped.paragraph.text.slice(from, to));
  const cut = (j: number): number => costs[at[j]! - from]!;
  let best = Infinity;
  let bestEnds: number[] = [];
  let tried = 0;
  const widths: number[] = [];
  const tryEnds: number[] = [];
  const walk = (i: number, cost: number): void => {
    const measure = measureOf(line + widths.length);
    for (let j = t; j > i; j--) {
      if (j < t && m.brk[j] === 0) continue;
      const e = m.contentEnd(i, j);
      if (m.least(i, e) > measure + TOLERANCE) continue;
      const own = j === t ? 0 : cut(j) + LINE;
      if (cost + own >= best || ++tried > MOST_TRIED) continue;
      widths.push(Math.min(measure, m.natural(i, e)));
      tryEnds.push(j);
      if (j < t) walk(j, cost + own);
      else {
        const sum = cost + shapeCost(widths);
        if (sum < best) {
          best = sum;
          bestEnds = [...tryEnds];
        }
      }
      widths.pop();
      tryEnds.pop();
    }
  };
  walk(s, 0);
  if (best === Infinity) return null;
  ends.push(...bestEnds);
  return bestEnds.filter((j) => j < t && cut(j) >= INSIDE_WORD);
}

/** What a title's outline costs, by the widths of its lines in em. */
function shapeCost(widths: readonly number[]): number {
  if (widths.length === 1) return 0;
  const longest = Math.max(...widths);
  const shortest = Math.min(...widths);
  let cost = UNEVEN * (1 - shortest / longest) + VERY_UNEVEN * Math.max(0, REST - shortest / longest);
  for (const width of widths) {
    if (width < 1.5) cost += ONE_CHARACTER;
    else if (width < 2.75) cost += TWO_CHARACTERS;
    if (width < SHORT * longest) cost += (100 * (SHORT * longest - width)) / longest;
  }
  for (let k = 1; k < widths.length - 1; k++) {
    if (widths[k]! < Math.min(widths[k - 1]!, widths[k + 1]!) - 0.5) cost += HOURGLASS;
  }
  return cost;
}
