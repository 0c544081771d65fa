// How a face's glyphs are set right beside other faces (TYPESETTING, "Where
// faces meet"), as resources/faces.json says it per face. It is baked into the
// outlines when the face is opened, so that a line has one size and one
// baseline: text in two sizes or on two baselines is torn into pieces by every
// program that measures, selects or reads it. Only a TrueType face with nothing
// but a rise keeps its glyphs, and their instructions, and is raised as a whole.
import type { FaceAdjust, InkBox } from '../core/font';
import type { CharacterMap } from './cmap';

/** In em but for the scale, y up. */
export interface GlyphAdjust extends FaceAdjust {
  /** Han drawn at this scale about the middle of their em, on an unchanged advance (1: as they are). */
  readonly hanScale: number;
  /** Shift of `。，、` upwards (negative lowers). */
  readonly stopRise: number;
  /** Shift of `。，、；：` to the right (negative: towards the word that they follow). */
  readonly stopShift: number;
  /** Shift of `“”‘’` towards the words that they enclose. */
  readonly quoteShift: number;
}

/** A face that needs no help beside others. */
export const NO_ADJUST: GlyphAdjust = { rise: 0, hanScale: 1, stopRise: 0, stopShift: 0, quoteShift: 0 };

/** Whether anything but the height of its glyphs is changed. */
export function changesShapes({ hanScale, stopRise, stopShift, quoteShift }: GlyphAdjust): boolean {
  return hanScale !== 1 || stopRise !== 0 || stopShift !== 0 || quoteShift !== 0;
}

/** A box that holds every glyph of a face with this box, moved or not. Whole units. */
export function boxAfter(box: InkBox, { rise, hanScale, stopRise, stopShift, quoteShift }: GlyphAdjust, unitsPerEm: number): InkBox {
  // no point of a Han lies further than one em from the middle that it is scaled about
  const most = Math.abs(hanScale - 1) * unitsPerEm;
  const side = Math.max(most, Math.abs(quoteShift) * unitsPerEm, Math.abs(stopShift) * unitsPerEm);
  const height = Math.max(most, Math.abs(stopRise) * unitsPerEm);
  const up = rise * unitsPerEm;
  return {
    xMin: Math.floor(box.xMin - side), yMin: Math.floor(box.yMin - height + up), xMax: Math.ceil(box.xMax + side), yMax: Math.ceil(box.yMax + height + up),
  };
}

/** What becomes of a glyph's points: x' = scale · x + dx, y' = scale · y + dy. Font units. */
export interface GlyphMove {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** Middle of the em box above the baseline, em: CJK faces draw between −0.12 and 0.88. */
const EM_MIDDLE = 0.38;

/** Inclusive. Ideographs with their marks 々〆〇, radicals and compatibility forms; planes 2 and 3. */
const HAN: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff], [0x3400, 0x4dbf], [0x2e80, 0x2fd5], [0x3005, 0x3007], [0xf900, 0xfaff], [0x20000, 0x2fa1f], [0x30000, 0x323af],
];
const LOWERED = '。，、';
const SHIFTED = '；：';
const OPENERS = '“‘';
const CLOSERS = '”’';

const OTHER = 0;
const IS_HAN = 1;
const IS_LOWERED = 2;
const IS_SHIFTED = 3;
const IS_OPENER = 4;
const IS_CLOSER = 5;

/** The move of each glyph of one face; which glyph is what is decided once, by the face's own cmap. */
export class GlyphMoves {
  readonly #adjust: GlyphAdjust;
  readonly #em: number;
  readonly #advanceOf: (glyph: number) => number;
  readonly #kinds: Uint8Array;

  /** `count`: glyphs in the face. */
  constructor(adjust: GlyphAdjust, unitsPerEm: number, map: CharacterMap, count: number, advanceOf: (glyph: number) => number) {
    this.#adjust = adjust;
    this.#em = unitsPerEm;
    this.#advanceOf = advanceOf;
    this.#kinds = kindsOf(map, count);
  }

  /** Of a glyph of the face; .notdef and what is neither Han nor one of the marks is raised at most. */
  of(glyph: number): GlyphMove {
    const { rise, hanScale, stopRise, stopShift, quoteShift } = this.#adjust;
    const em = this.#em;
    const dy = rise * em;
    switch (this.#kinds[glyph]) {
      case IS_HAN: return { scale: hanScale, dx: ((1 - hanScale) * this.#advanceOf(glyph)) / 2, dy: dy + (1 - hanScale) * EM_MIDDLE * em };
      case IS_LOWERED: return { scale: 1, dx: stopShift * em, dy: dy + stopRise * em };
      case IS_SHIFTED: return { scale: 1, dx: stopShift * em, dy };
      case IS_OPENER: return { scale: 1, dx: quoteShift * em, dy };
      case IS_CLOSER: return { scale: 1, dx: -quoteShift * em, dy };
      default: return { scale: 1, dx: 0, dy };
    }
  }
}

function kindsOf(map: CharacterMap, count: number): Uint8Array {
  const kinds = new Uint8Array(count);
  for (const [first, last] of HAN) map.mark(kinds, IS_HAN, first, last);
  for (const [marks, kind] of [[LOWERED, IS_LOWERED], [SHIFTED, IS_SHIFTED], [OPENERS, IS_OPENER], [CLOSERS, IS_CLOSER]] as const) {
    for (const c of marks) kinds[map.glyphOf(c.codePointAt(0)!)] = kind;
  }
  kinds[0] = OTHER; // what the face lacks
  return kinds;
}
