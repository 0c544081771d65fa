// The box of a glyph (T-10): marks are half an em of ink and half an em of
// blank, made from measured ink and not from a font's `halt`, which many faces
// lack; digits, `·`, `/` and `–` stand on half an em with their ink centred, a
// point or comma inside a number on a quarter; none is scaled; a 2-em unit is one glyph, or two drawn so that they join.
// Boxes are remembered per font: a font's answers never change.
import type { Font } from '../font';
import { CLOSE, CONN, DASH, DIGIT, ELLIPSIS, MID, NARROW_STOP, OPEN, POINT, POST, SOL, STOP_END, STOP_IN, STOP_PAIR } from './char-class';

/** A glyph in its box; lengths in em of the glyph's size. */
export interface GlyphBox {
  readonly glyph: number;
  readonly width: number;
  /** Origin from the box's left edge. */
  readonly shift: number;
  /** Second glyph of a 2-em unit without a glyph of its own, or 0. */
  readonly second: number;
  readonly secondShift: number;
}

const SOLIDUS = 0x2f;
const FULLWIDTH_SOLIDUS = 0xff0f;
const EN_DASH = 0x2013;
const HYPHEN = 0x2d;
const EM_DASH = 0x2014;
const TWO_EM_DASH = 0x2e3a;

/** Half the overlap of two dashes, em; less than the stroke's rounding shows at 22 pt. */
const JOIN_OVERLAP = 0.01;
/** Ink may pass the middle of its em by this: LXGW WenKai's ？ does by 0.002 and looks right. */
const INK_SLACK = 0.01;

/** Room of a decimal point or a comma inside a number, em: with digits on ½ em, numbers come out in quarters. */
const QUARTER = 0.25;

const cache = new WeakMap<Font, Map<number, GlyphBox>>();
/** The font asked last, and its boxes: a text asks one font for nearly all. */
let lastFont: Font | null = null;
let lastBoxes = new Map<number, GlyphBox>();

/**
 * Box of a mark, digit or double unit; `split` false leaves a mark its whole em (style `plain`).
 * @returns null where the font lacks the character
 */
export function glyphBox(font: Font, codePoint: number, cls: number, split: boolean): GlyphBox | null {
  const boxes = font === lastFont ? lastBoxes : boxesOf(font);
  const key = (codePoint * 32 + cls) * 2 + (split ? 1 : 0);
  const known = boxes.get(key);
  if (known !== undefined) return known;
  const made = measure(font, codePoint, cls, split);
  if (made !== null) boxes.set(key, made);
  return made;
}

function boxesOf(font: Font): Map<number, GlyphBox> {
  let boxes = cache.get(font);
  if (boxes === undefined) cache.set(font, (boxes = new Map()));
  lastFont = font;
  lastBoxes = boxes;
  return boxes;
}

function measure(font: Font, codePoint: number, cls: number, split: boolean): GlyphBox | null {
  switch (cls) {
    case DIGIT: {
      const half = font.halfWidthOf(codePoint);
      return centred(font, half !== 0 ? half : font.glyphOf(codePoint), 0.5);
    }
    case POINT: {
      const glyph = font.glyphOf(codePoint);
      return inkWidth(font, glyph) <= QUARTER + INK_SLACK ? centred(font, glyph, QUARTER) : measure(font, codePoint, NARROW_STOP, split);
    }
    case MID:
      return centred(font, font.glyphOf(codePoint), 0.5);
    case SOL: {
      // `／` fills its em: on half an em it is drawn by the narrow form
      const narrow = codePoint === FULLWIDTH_SOLIDUS ? font.glyphOf(SOLIDUS) : 0;
      return centred(font, narrow !== 0 ? narrow : font.glyphOf(codePoint), 0.5);
    }
    case CONN:
      return centred(font, font.glyphOf(codePoint), codePoint === EN_DASH || codePoint === HYPHEN ? 0.5 : 1);
    case DASH:
      return double(font, codePoint === TWO_EM_DASH ? EM_DASH : codePoint, codePoint);
    case ELLIPSIS:
      return double(font, codePoint, codePoint);
    case STOP_END:
    case STOP_IN:
    case CLOSE:
      return split ? half(font, font.glyphOf(codePoint), false) : centred(font, font.glyphOf(codePoint), 1);
    case OPEN:
      return split ? half(font, font.glyphOf(codePoint), true) : centred(font, font.glyphOf(codePoint), 1);
    case STOP_PAIR:
    case POST:
    default: {
      const glyph = font.glyphOf(codePoint);
      return glyph === 0 ? null : box(glyph, font.advanceOf(glyph) / font.unitsPerEm, 0);
    }
  }
}

function inkWidth(font: Font, glyph: number): number {
  const ink = glyph === 0 ? null : font.inkOf(glyph);
  return ink === null ? 0 : (ink.xMax - ink.xMin) / font.unitsPerEm;
}

function box(glyph: number, width: number, shift: number): GlyphBox {
  return { glyph, width, shift, second: 0, secondShift: 0 };
}

/** A full-width glyph keeps its place in its em; any other has its ink centred in `width`. */
function centred(font: Font, glyph: number, width: number): GlyphBox | null {
  if (glyph === 0) return null;
  const em = font.unitsPerEm;
  if (Math.abs(font.advanceOf(glyph) / em - width) < 0.001) return box(glyph, width, 0);
  const ink = font.inkOf(glyph);
  return box(glyph, width, ink === null ? 0 : width / 2 - (ink.xMin + ink.xMax) / 2 / em);
}

/**
 * The half of the em that holds the ink: the right one of an opener, the left one of the rest.
 * Ink that does not lie in it (centred stops, narrow quotes) is centred in half an em.
 */
function half(font: Font, glyph: number, opener: boolean): GlyphBox | null {
  if (glyph === 0) return null;
  const em = font.unitsPerEm;
  const shift = opener ? 0.5 - font.advanceOf(glyph) / em : 0;
  const ink = font.inkOf(glyph);
  if (ink === null) return box(glyph, 0.5, shift);
  const left = ink.xMin / em + shift;
  const right = ink.xMax / em + shift;
  const inside = left >= -INK_SLACK && right <= 0.5 + INK_SLACK;
  return box(glyph, 0.5, inside ? shift : shift + 0.25 - (left + right) / 2);
}

/** A 2-em unit. `single` is the character that two are made of, `codePoint` the one in the text. */
function double(font: Font, single: number, codePoint: number): GlyphBox | null {
  const one = font.doubleOf(single);
  if (one !== 0) return centred(font, one, 2);
  const own = codePoint === single ? 0 : font.glyphOf(codePoint);
  if (own !== 0) return centred(font, own, 2);
  const glyph = font.glyphOf(single);
  const ink = glyph === 0 ? null : font.inkOf(glyph);
  if (ink === null) return null;
  const left = ink.xMin / font.unitsPerEm;
  const right = ink.xMax / font.unitsPerEm;
  // dots stand each on its own em
  if (single !== EM_DASH) return pair(glyph, 0.5 - (left + right) / 2, 1.5 - (left + right) / 2);
  // two dashes: short ones overlap by a hair at the middle, or a line of light shows between; long ones fill the box
  if (right - left >= 1) return pair(glyph, -left, 2 - right);
  return pair(glyph, 1 + JOIN_OVERLAP - right, 1 - JOIN_OVERLAP - left);
}

function pair(glyph: number, shift: number, secondShift: number): GlyphBox {
  return { glyph, width: 2, shift, second: glyph, secondShift };
}
