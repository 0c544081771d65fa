// A font without a file, for tests of the engine: 1000 units to the em, glyph
// id = code unit, Han one em, Latin half an em, marks of one em with their ink
// in the half where Mainland faces have it. Every figure of a test can be
// worked out by head. What it lacks and how its digits stand can be chosen.
import type { Font, InkBox } from '../src/core/font';

export interface FakeFontOptions {
  readonly family?: string;
  /** Characters that the font does not have. */
  readonly lacks?: string;
  /** If given, the only characters that it has. */
  readonly only?: string;
  /** Advance of a digit in units (500), as a face's own. */
  readonly digit?: number;
  /** 2-em glyphs for `——` and `……`. */
  readonly doubles?: boolean;
  readonly adjust?: Partial<Font['adjust']>;
  /** Ink by character, where it is not the default. */
  readonly ink?: Readonly<Record<string, InkBox>>;
  /** Advance by character, where it is not the default. */
  readonly advance?: Readonly<Record<string, number>>;
}

const OPENERS = '“‘（《〈【〖〔［｛「『';
const CLOSERS = '。．？！，、；：”’）》〉】〗〕］｝」』';
const DOUBLE_DASH = 0xe000;
const DOUBLE_ELLIPSIS = 0xe001;

function defaultAdvance(glyph: number, digit: number): number {
  if (glyph === DOUBLE_DASH || glyph === DOUBLE_ELLIPSIS) return 2000;
  if (glyph >= 0x30 && glyph <= 0x39) return digit;
  if (glyph === 0x20) return 250;
  if (glyph === 0xb7) return 330;
  if (glyph < 0x2000) return 500;
  return 1000;
}

function defaultInk(glyph: number, advance: number): InkBox | null {
  if (glyph === 0x20 || glyph === 0x3000 || glyph === 0xa0) return null;
  const c = String.fromCharCode(glyph);
  const box = (xMin: number, xMax: number): InkBox => ({ xMin, yMin: -100, xMax, yMax: 800 });
  if (OPENERS.includes(c)) return box(600, 950);
  if (CLOSERS.includes(c)) return box(50, 400);
  return box(50, advance - 50);
}

/** Makes a fake font; see the options. Code points beyond the BMP are not in it. */
export function fakeFont(options: FakeFontOptions = {}): Font {
  const { family = 'Fake', lacks = '', only, digit = 500, doubles = true, adjust = {}, ink = {}, advance = {} } = options;
  const advanceOf = (glyph: number): number => advance[String.fromCharCode(glyph)] ?? defaultAdvance(glyph, digit);
  return {
    id: `fake:${family}`, family, postscriptName: family, format: 'truetype', unitsPerEm: 1000, ascent: 880, descent: -120,
    capHeight: 700, xHeight: 500, italicAngle: 0, bbox: { xMin: 0, yMin: -120, xMax: 1000, yMax: 880 }, weight: 400,
    isFixedPitch: false, isSerif: true, embeddable: true,
    adjust: { rise: 0, ...adjust },
    glyphOf(codePoint) {
      if (codePoint > 0xffff || (codePoint >= 0xd800 && codePoint < 0xe000)) return 0;
      const c = String.fromCharCode(codePoint);
      if (only !== undefined) return only.includes(c) ? codePoint : 0;
      return lacks.includes(c) ? 0 : codePoint;
    },
    advanceOf,
    inkOf: (glyph) => ink[String.fromCharCode(glyph)] ?? defaultInk(glyph, advanceOf(glyph)),
    halfWidthOf: () => 0,
    doubleOf: (codePoint) => (!doubles ? 0 : codePoint === 0x2014 ? DOUBLE_DASH : codePoint === 0x2026 ? DOUBLE_ELLIPSIS : 0),
    verticalOf: (codePoint) => ('，、。：；！？…—（）《》「」『』'.includes(String.fromCharCode(codePoint)) ? codePoint : 0),
    outline: () => ({ ops: new Uint8Array(0), coords: new Float32Array(0) }),
    subset() {
      throw new RangeError('a fake font has no file');
    },
  };
}
