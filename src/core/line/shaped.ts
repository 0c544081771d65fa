// A shaped paragraph: everything about its glyphs that no measure changes, so
// that it can be kept while frames, columns and looseness change around it.
// A glyph is a box (its ink's room) with glue before it; at a line's start and
// end the glue outside the boxes falls away, which is T-12 and T-13 whole.
// Widths are em of the paragraph's own size: halves are exact in Float32, so
// that 28 characters are 28 and nothing drifts. Opaque to other folders.
import type { Paragraph } from '../flow/flow';
import type { Face, LineIssue } from './line';

/** Kinds of glue: what may be taken from it (T-21) or given to it (T-22), in the low bits of `kind`. */
export const GLUE_FIXED = 0;
export const GLUE_WORD = 1;
export const GLUE_BRACKET = 2;
export const GLUE_COMMA = 3;
export const GLUE_GAP = 4;
export const GLUE_STOP = 5;
/** A typed U+3000 of a byline: never wider than its em, as every U+3000; squeezed last, before a name is parted. */
export const GLUE_BLANK = 6;
/** A blank between two names of a list: narrower like the other, and wider before Han gaps open. */
export const GLUE_LIST = 7;
/** Behind a heading's number that has no blank of its own: never narrower, wider before Han gaps open. */
export const GLUE_LABEL = 8;
export const GLUE_MASK = 0x0f;
/** Bit of `kind`: this place opens when the line is loosened (T-22, step 3). */
export const OPENING = 0x80;

/** Values of `brk`: what a line break before this glyph is. Above FREE a preference, priced in cost.ts. */
export const FORBIDDEN = 0;
export const FREE = 1;
/** Between a number and its measure word (T-05). */
export const PARTS_NUMBER = 2;
/** Between 第 and its number. */
export const AFTER_ORDINAL = 3;
/** An opener and one character left behind (T-06). */
export const AFTER_OPENER = 4;
/** One character and a closer carried over (T-06). */
export const BEFORE_CLOSER = 5;
/** After a connector inside a range, before a sign. */
export const AT_CONNECTOR = 6;
/** After a `+` of a formula that takes half its measure or more; set by the breaker, never by shape. */
export const PARTS_FORMULA = 7;
/** After a sign of a web address that does: the line before may stay short. Set by the breaker, never by shape. */
export const PARTS_ADDRESS = 8;
/** Inside a name of a byline or of a list parted by blanks. */
export const PARTS_NAME = 9;
/** Inside a unit wider than its measure; set by the breaker, never by shape. */
export const EMERGENCY = 10;
/** The same where it leaves a mark at a line's start or end. */
export const EMERGENCY_AT_MARK = 11;
export const BREAK_KINDS = 12;

export interface ShapedParagraph {
  readonly paragraph: Paragraph;
  readonly faces: readonly Face[];
  readonly issues: readonly LineIssue[];
  readonly glyph: Uint16Array;
  readonly face: Uint8Array;
  /** Display offset of the glyph's first character. */
  readonly at: Uint32Array;
  /** Classes of char-class.ts. */
  readonly cls: Uint8Array;
  /** Width of the box, em. */
  readonly width: Float32Array;
  /** Glyph's origin from the left edge of its box, em. */
  readonly shift: Float32Array;
  /** Natural glue before the glyph, em; the first glyph's is what it would have before it (T-31, `keep`). */
  readonly glue: Float32Array;
  readonly kind: Uint8Array;
  readonly brk: Uint8Array;
  /** Whether there are typed blanks, which fall away at a line's end. */
  readonly blanks: boolean;
  /** First glyph of each stretch between hard breaks; at least one. */
  readonly segments: readonly number[];
  /** Display offset at which each stretch begins. */
  readonly segmentAt: readonly number[];
}
