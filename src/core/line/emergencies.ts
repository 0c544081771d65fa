// Units wider than their measure (a number of thirty digits, a long Latin word,
// a run of closers): places inside them are opened to a break at the price of
// a broken rule, so that they are cut at the measure and not outside the frame.
// Every such line is reported as line-overfull. A formula (`1+4+6+N`) or a web
// address that takes half its measure or more may part after a `+`, an address
// also after its other signs and leaving the line short, rather than stretch the
// line before it beyond what T-24 warns of; that breaks no rule of the line's edges.
import { COMBINING, DIGIT, LATIN, NARROW_STOP, SIGN, SOL, WIDE } from './char-class';
import { TOLERANCE } from './cost';
import type { Measured } from './measured';
import { EMERGENCY, EMERGENCY_AT_MARK, PARTS_ADDRESS, PARTS_FORMULA } from './shaped';

const PLUS = 0x2b;
const FULL_WIDTH_PLUS = 0xff0b;
/** A web or mail address: a scheme, or a dot beside a slash or an @. */
const ADDRESS = /:\/\/|[\w-]\.[\w.-]*[a-z]\/|@[\w-]+\.|^www\./i;

/**
 * Opens the units of glyphs [s, t) that no line can hold, and the formulas and addresses among those that half a line cannot; `first` and `rest` are the measures of the
 * first line and the narrowest other one, em. Leaves the shaped break list as it is.
 */
export function openWideUnits(m: Measured, s: number, t: number, first: number, rest: number): void {
  let a = s;
  for (let b = s + 1; b <= t; b++) {
    if (b < t && m.brk[b] === 0) continue;
    if (b - a === 1) {
      a = b; // one glyph cannot be parted; nearly all units are, and their widths need no reckoning
      continue;
    }
    const width = m.least(a, m.contentEnd(a, b));
    const measure = a === s ? first : rest;
    if (b - a > 2 && width > measure / 2 - TOLERANCE && isAddress(m, a, b)) openAddress(m, a, b, measure);
    else if (width > measure + TOLERANCE) open(m, a, b);
    else if (b - a > 2 && width > measure / 2 - TOLERANCE) openFormula(m, a, b);
    a = b;
  }
}

/** T-05 calls `1+4+6+N` one unit: it stays one where it is the lesser part of a line. */
function openFormula(m: Measured, a: number, b: number): void {
  const { cls, at, paragraph } = m.shaped;
  for (let k = a + 2; k < b; k++) {
    const sign = paragraph.text.charCodeAt(at[k - 1]!);
    if ((sign !== PLUS && sign !== FULL_WIDTH_PLUS) || !isFigure(cls[k - 2]) || !isFigure(cls[k])) continue;
    if (m.brk === m.shaped.brk) m.brk = m.shaped.brk.slice();
    m.brk[k] = PARTS_FORMULA;
  }
}

/** Whether glyphs [a, b) are an address or a part of one, which goes on over places that may be broken anyway. */
function isAddress({ shaped: { at, paragraph: { text } } }: Measured, a: number, b: number): boolean {
  let from = at[a]!;
  let to = at[b - 1]! + 1;
  while (from > 0 && isTyped(text.charCodeAt(from - 1))) from--;
  while (to < text.length && isTyped(text.charCodeAt(to))) to++;
  return ADDRESS.test(text.slice(from, to));
}

/** Visible ASCII, of which addresses are made. */
const isTyped = (code: number): boolean => code > 0x20 && code < 0x7f;

/** An address parts after its signs, never inside `://`; a piece that even so no line can hold is opened everywhere. */
function openAddress(m: Measured, a: number, b: number, measure: number): void {
  const { cls } = m.shaped;
  if (m.brk === m.shaped.brk) m.brk = m.shaped.brk.slice();
  let piece = a;
  for (let k = a + 1; k <= b; k++) {
    if (k < b && (isFigure(cls[k - 1]) || !isFigure(cls[k]))) continue;
    if (k < b) m.brk[k] = PARTS_ADDRESS;
    if (m.least(piece, k) > measure + TOLERANCE) open(m, piece, k);
    piece = k;
  }
}

function isFigure(c: number | undefined): boolean {
  return c === DIGIT || c === LATIN || c === WIDE;
}

function open(m: Measured, a: number, b: number): void {
  if (m.brk === m.shaped.brk) m.brk = m.shaped.brk.slice();
  const { cls } = m.shaped;
  for (let k = a + 1; k < b; k++) {
    if (cls[k] !== COMBINING) m.brk[k] = isWordPart(cls[k - 1]) && isWordPart(cls[k]) ? EMERGENCY : EMERGENCY_AT_MARK;
  }
}

function isWordPart(c: number | undefined): boolean {
  return c === DIGIT || c === LATIN || c === SIGN || c === NARROW_STOP || c === SOL || c === WIDE;
}
