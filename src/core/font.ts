// The fonts that the engine needs, by role and by glyph id; src/font implements
// them over font files. Lengths here are font units (unitsPerEm to the em)
// unless said, and become pt once, when a paragraph is shaped.

/** What a face is for (TYPESETTING G-05…G-07, N-12). `times`: Latin and digits of a look that asks for it. */
export type FontRole = 'song' | 'biaosong' | 'hei' | 'kai' | 'fangsong' | 'times';

export const FONT_ROLES: readonly FontRole[] = ['song', 'biaosong', 'hei', 'kai', 'fangsong', 'times'];

/** Ink box in font units, y up from the baseline. */
export interface InkBox {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Path commands: M x y, L x y, Q cx cy x y, C c1x c1y c2x c2y x y, Z. Font units, y up. */
export interface Outline {
  /** One of 'M' | 'L' | 'Q' | 'C' | 'Z' a command, as char codes. */
  readonly ops: Uint8Array;
  readonly coords: Float32Array;
}

/** A font file that holds the given glyphs alone, ready to be embedded. */
export interface FontSubset {
  /** `truetype`: an sfnt with glyf (FontFile2). `cff`: a bare CID-keyed CFF (FontFile3, CIDFontType0C). */
  readonly kind: 'truetype' | 'cff';
  readonly bytes: Uint8Array;
  /** Original glyph ids in the order of the subset: the glyph at index i has CID i. glyphs[0] is 0 (.notdef). */
  readonly glyphs: Uint16Array;
}

/**
 * How a face sits beside others: a per-face table of resources/ (TYPESETTING, "Where
 * faces meet"), so that in one line all faces meet on the middle of the em box. What else
 * that table says of a face is in its glyphs already when the engine gets it (src/font).
 */
export interface FaceAdjust {
  /** Raise of every glyph, em; 0 where the glyphs themselves stand raised. */
  readonly rise: number;
}

/** One face of one font file. Immutable; all answers are the same for the life of the object. */
export interface Font {
  /** Stable across runs and machines: PostScript name plus a hash of the file's identity. */
  readonly id: string;
  readonly family: string;
  readonly postscriptName: string;
  readonly format: 'truetype' | 'cff';
  readonly unitsPerEm: number;
  /** hhea ascent and descent (descent negative). */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: InkBox;
  readonly weight: number;
  readonly isFixedPitch: boolean;
  readonly isSerif: boolean;
  /** OS/2 fsType allows embedding and subsetting. */
  readonly embeddable: boolean;
  readonly adjust: FaceAdjust;
  /** Glyph of a code point by cmap alone; 0 where the face lacks it. */
  glyphOf(codePoint: number): number;
  /** Advance width. */
  advanceOf(glyph: number): number;
  /** Measured ink; null for a glyph without any (a space). */
  inkOf(glyph: number): InkBox | null;
  /** The ½-em form of a digit or Latin character (GSUB `hwid`), 0 where the face has none. */
  halfWidthOf(codePoint: number): number;
  /** The 2-em glyph of `——` (or of `……`) as Simplified Chinese shapes it, 0 where the face has none. */
  doubleOf(codePoint: number): number;
  /** The form that a mark has in a vertical line (GSUB `vert`, else its presentation form), 0 where the face has none. */
  verticalOf(codePoint: number): number;
  outline(glyph: number): Outline;
  /** `glyphs`: distinct ids, any order; .notdef is added. @throws RangeError for an id the face lacks. */
  subset(glyphs: Iterable<number>): FontSubset;
}
