// From breaks to places: each glyph's origin, its line squeezed in T-21's order
// or loosened in T-22's. What the search priced is what is set: the same rooms,
// the same order. Works in em and turns into pt once, at the end.
import type { ParagraphStyle } from '../flow/flow';
import { IDEOSPACE, SPACE } from './char-class';
import { GIVE_STEPS, GIVE_STEP_OF_KIND, LOOSE, STEPS, STEP_OF_KIND, STEP_TIGHT, TOLERANCE } from './cost';
import type { Line, LineIssue } from './line';
import type { LineKernel } from './line-kernel';
import { giveOf, opensOf, roomOf, tightOf, type Measured } from './measured';
import { EMERGENCY, GLUE_MASK, OPENING, PARTS_ADDRESS } from './shaped';

/** Where a line stands, em: left edge and measure; its number; whether it ends a stretch (then nothing is stretched). */
export interface LineFrame {
  readonly start: number;
  readonly measure: number;
  readonly index: number;
  readonly last: boolean;
}

/** What the glue of a line does with the room that it has too much or too little: nothing, `shares` of a squeeze, or `gives`. */
const NATURAL = 0;
const SQUEEZED = 1;
const GIVEN = 2;

/** Share of each squeeze step that the line under work takes. */
const shares = new Float64Array(STEPS);
/** Share of each step of loosening that the line under work takes. */
const gives = new Float64Array(GIVE_STEPS);

/**
 * Sets the line of glyphs [i, j), covering display offsets [from, to), into `x` (pt from the frame's left edge).
 * A line that could not be filled or held is reported in `issues`.
 */
export function setLine(
  m: Measured, i: number, j: number, from: number, to: number, frame: LineFrame, x: Float64Array, issues: LineIssue[],
): Line {
  const { style } = m.shaped.paragraph;
  const size = style.text.size;
  if (m.kernel !== null) return setByKernel(m.kernel, i, j, from, to, frame, leading(style), size, issues);
  const e = m.contentEnd(i, j);
  m.hotPrice(i, j, frame.measure, frame.last);
  const gap = m.gap[0]!;
  const until = m.hung ? e - 1 : e;
  const rest = frame.measure - m.natural(i, until);
  const filled = m.filling === 'justified' && !frame.last && rest > TOLERANCE;
  const squeezed = rest < -TOLERANCE && shareOut(m, i, e, -rest);
  const given = filled && giveOut(m, i, until, rest);
  const start = frame.start + (filled ? 0 : Math.max(0, rest) * leading(style));
  let end = hotPlace(m, i, e, start, gap, until, squeezed ? SQUEEZED : given ? GIVEN : NATURAL, x);
  if (squeezed && shares[STEP_TIGHT]! > 0) end += move(m, i, e, x, (k) => -tightOf(m.shaped, k) * shares[STEP_TIGHT]!);
  const opened = filled ? m.openedIn(i, until) : 0;
  if (opened > 0) {
    const share = Math.min(1, (rest - (m.give[until - 1]! - m.give[i]!)) / opened);
    end += move(m, i, e, x, (k) => (k < until ? opensOf(m.shaped, k) * share : 0));
  }
  for (let k = e; k < j; k++) x[k] = end * size;
  if (m.shaped.blanks) standBlanks(m, i, e, x);
  const inAddress = j < m.count && m.brk[j] === PARTS_ADDRESS;
  const overfull = (rest < -TOLERANCE && !squeezed) || (filled && gap === 0 && !given && opened === 0 && !inAddress) || (j < m.count && !frame.last && m.brk[j]! >= EMERGENCY);
  report(overfull, gap, from, to, frame.index, issues);
  return { first: i, end: e, from, to, right: end * size, gap };
}

/** The same where the kernel sets the line: its places stay in the kernel's `x`. */
function setByKernel(
  { code, result }: LineKernel, i: number, j: number, from: number, to: number, frame: LineFrame, lean: number, size: number, issues: LineIssue[],
): Line {
  const overfull = code.place(i, j, frame.start, frame.measure, frame.last, lean, size) !== 0;
  const gap = result[1]!;
  report(overfull, gap, from, to, frame.index, issues);
  return { first: i, end: result[2]!, from, to, right: result[0]!, gap };
}

function report(overfull: boolean, gap: number, from: number, to: number, line: number, issues: LineIssue[]): void {
  if (overfull) issues.push({ code: 'line-overfull', from, to, line, detail: '' });
  if (gap > LOOSE + TOLERANCE) issues.push({ code: 'line-loose', from, to, line, detail: gap.toFixed(3) });
}

/** Part of the free room that stands left of a line which is not filled. */
function leading(style: ParagraphStyle): number {
  return style.align === 'center' ? 0.5 : style.align === 'right' ? 1 : 0;
}

/** Fills `gives` for a line that lacks `rest` em, each step exhausted before the next (T-22); false where nothing can give. */
function giveOut(m: Measured, i: number, e: number, rest: number): boolean {
  if (m.give[e - 1]! - m.give[i]! <= 0) return false;
  const { glue, kind, paragraph } = m.shaped;
  const { openCommas } = paragraph.style;
  const rooms = gives.fill(0);
  for (let k = i + 1; k < e; k++) {
    const own = kind[k]! & GLUE_MASK;
    const step = GIVE_STEP_OF_KIND[own]!;
    if (step >= 0) rooms[step]! += giveOf(own, glue[k]!, openCommas);
  }
  let left = rest;
  for (let s = 0; s < GIVE_STEPS; s++) {
    const room = rooms[s]!;
    gives[s] = room > 0 ? Math.min(1, left / room) : 0;
    left = Math.max(0, left - room);
  }
  return true;
}

/** Fills `shares` for a squeeze of `need` em, step by step (T-21); false where there is not so much. */
function shareOut(m: Measured, i: number, e: number, need: number): boolean {
  let used = 0;
  for (let s = 0; s < STEPS; s++) {
    const upTo = m.squeeze[s]![e - 1]! - m.squeeze[s]![i]!;
    const room = upTo - used;
    shares[s] = room > 0 ? Math.min(room, Math.max(0, need - used)) / room : 0;
    used = upTo;
  }
  return need <= used + TOLERANCE;
}

/**
 * Places glyphs [i, e) from `start` em on; returns their right end, em. `gap` is added at each opening; glyphs from `until` on
 * keep their natural distance (a hanging mark). What marks and blanks give is apart: the loop is small for V8 to compile.
 */
function hotPlace(m: Measured, i: number, e: number, start: number, gap: number, until: number, fit: number, x: Float64Array): number {
  const { width, shift, glue, kind, paragraph } = m.shaped;
  const { size } = paragraph.style.text;
  let at = start;
  for (let k = i; k < e; k++) {
    if (k > i) {
      const type = kind[k]!;
      let g = glue[k]!;
      if (fit !== NATURAL && (type & GLUE_MASK) !== 0) g = fitted(m, type & GLUE_MASK, g, fit, k < until);
      if (gap > 0 && (type & OPENING) !== 0 && k < until) g += gap;
      at += g;
    }
    x[k] = (at + shift[k]!) * size;
    at += width[k]!;
  }
  return at;
}

/** Moves each glyph of a line by what it and those before it are given, em; returns by how much the line is longer then. */
function move(m: Measured, i: number, e: number, x: Float64Array, by: (k: number) => number): number {
  const { size } = m.shaped.paragraph.style.text;
  let moved = 0;
  for (let k = i + 1; k < e; k++) {
    moved += by(k);
    x[k]! += moved * size;
  }
  return moved;
}

/** A glue of kind `own` as its line squeezes it or has it give, em. */
function fitted(m: Measured, own: number, glue: number, fit: number, inside: boolean): number {
  if (fit === SQUEEZED) return glue - roomOf(own, glue) * shares[STEP_OF_KIND[own]!]!;
  const step = GIVE_STEP_OF_KIND[own]!;
  return inside && step >= 0 ? glue + giveOf(own, glue, m.shaped.paragraph.style.openCommas) * gives[step]! : glue;
}

/**
 * A typed blank has no box, its room is the glue before it: it stands at the left of that room, where a caret and
 * whoever reads the page back look for it.
 */
function standBlanks(m: Measured, i: number, e: number, x: Float64Array): void {
  const { cls, width, shift, paragraph } = m.shaped;
  const { size } = paragraph.style.text;
  let room = 0; // right end of the box before, em
  for (let k = i; k < e; k++) {
    const left = x[k]! / size - shift[k]!;
    if (k > i && (cls[k] === SPACE || cls[k] === IDEOSPACE)) x[k] = (room + shift[k]!) * size;
    room = left + width[k]!;
  }
}
