// Units wider than their measure (a number of thirty digits, a long Latin word,
// a run of closers): places inside them are opened to a break at the price of
// a broken rule, so that they are cut at the measure and not outside the frame.
// Every such line is reported as line-overfull.
import { COMBINING, DIGIT, LATIN, NARROW_STOP, SIGN } from './char-class';
import { TOLERANCE } from './cost';
import type { Measured } from './measured';
import { EMERGENCY, EMERGENCY_AT_MARK } from './shaped';

/**
 * Opens the units of glyphs [s, t) that no line can hold; `first` and `rest` are the measures of the
 * first line and the narrowest other one, em. Leaves the shaped break list as it is.
 */
export function openWideUnits(m: Measured, s: number, t: number, first: number, rest: number): void {
  let a = s;
  for (let b = s + 1; b <= t; b++) {
    if (b < t && m.brk[b] === 0) continue;
    if (m.least(a, m.contentEnd(a, b)) > (a === s ? first : rest) + TOLERANCE) open(m, a, b);
    a = b;
  }
}

function open(m: Measured, a: number, b: number): void {
  if (m.brk === m.shaped.brk) m.brk = m.shaped.brk.slice();
  const { cls } = m.shaped;
  for (let k = a + 1; k < b; k++) {
    if (cls[k] !== COMBINING) m.brk[k] = isWordPart(cls[k - 1]) && isWordPart(cls[k]) ? EMERGENCY : EMERGENCY_AT_MARK;
  }
}

function isWordPart(c: number | undefined): boolean {
  return c === DIGIT || c === LATIN || c === SIGN || c === NARROW_STOP;
}
