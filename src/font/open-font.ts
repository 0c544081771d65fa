// A face of a font file as the engine's Font: own readers for TrueType and CFF,
// because fontkit costs 84 ms on a cold start and reads files whole (COLDSTART).
// Opening reads 16 KB; cmap, hmtx and outlines are read when first asked for.
// The hot calls (glyphOf, advanceOf) are reads of one array.
import type { FaceAdjust, Font, FontSubset, InkBox, Outline } from '../core/font';
import { type ByteSource, i16, u16, u32 } from './byte-source';
import { openCff } from './cff';
import { CharacterMap } from './cmap';
import { type FaceInfo, describeFace } from './face-info';
import { FontError } from './font-error';
import { openGlyf } from './glyf';
import { boxAfter, changesShapes, type GlyphAdjust, GlyphMoves, NO_ADJUST } from './glyph-adjust';
import { Substitutions } from './gsub';
import type { OutlineStore } from './outline-store';
import { type Sfnt, openSfnt } from './sfnt';
import { wrongGlyphs } from './wrong-glyphs';

export interface OpenOptions {
  /** Face of a collection; 0 by default. */
  readonly index?: number;
  /** Baked into the glyphs; a TrueType face with a rise alone keeps it as `adjust.rise`. NO_ADJUST by default. */
  readonly adjust?: GlyphAdjust;
}

/** @throws FontError, `unsupported` for a CFF face whose adjust changes more than its height; RangeError for a face that the collection has not. */
export function openFont(source: ByteSource, options: OpenOptions = {}): Font {
  const index = options.index ?? 0;
  const sfnt = openSfnt(source, index);
  return new FileFont(sfnt, describeFace(sfnt, index), options.adjust ?? NO_ADJUST);
}

class FileFont implements Font {
  readonly id: string;
  readonly family: string;
  readonly postscriptName: string;
  readonly format: 'truetype' | 'cff';
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly italicAngle: number;
  readonly bbox: InkBox;
  readonly weight: number;
  readonly isFixedPitch: boolean;
  readonly isSerif: boolean;
  readonly embeddable: boolean;
  readonly adjust: FaceAdjust;
  readonly #sfnt: Sfnt;
  readonly #count: number;
  readonly #longMetrics: number;
  #hmtx: Uint8Array | null = null;
  readonly #adjust: GlyphAdjust | null;
  readonly #wrong: ReadonlySet<number> | null;
  #map: CharacterMap | null = null;
  #outlines: OutlineStore | null = null;
  #gsub: Substitutions | null | undefined = undefined;
  readonly #halfWidths = new Map<number, number>();
  readonly #doubles = new Map<number, number>();

  constructor(sfnt: Sfnt, info: FaceInfo, adjust: GlyphAdjust) {
    const head = sfnt.need('head', 54);
    const hhea = sfnt.need('hhea', 36);
    const post = sfnt.table('post');
    this.#sfnt = sfnt;
    this.#count = u16(sfnt.need('maxp', 6), 4);
    this.#longMetrics = u16(hhea, 34);
    this.unitsPerEm = u16(head, 18);
    if (this.unitsPerEm < 16 || this.#count === 0 || this.#longMetrics === 0 || this.#longMetrics > this.#count) {
      throw new FontError('broken', '字体的基本参数不合理');
    }
    const reshaped = changesShapes(adjust);
    this.#adjust = reshaped || (info.format === 'cff' && adjust.rise !== 0) ? adjust : null;
    if (reshaped && info.format === 'cff') {
      throw new FontError('unsupported', 'CFF 轮廓的字体不能缩放汉字或移动标点，只能整体升降（rise）');
    }
    // glyphs that were changed are another face's: what remembers outlines or names a face by its id must see that
    this.id = `${info.names.postscriptName}-${sfnt.identity}${this.#adjust === null ? '' : tagOf(this.#adjust)}`;
    this.family = info.names.family;
    this.postscriptName = info.names.postscriptName;
    this.#wrong = wrongGlyphs(info.names.postscriptName);
    this.format = info.format;
    this.weight = info.weight;
    this.isSerif = info.isSerif;
    this.embeddable = info.embeddable;
    this.ascent = i16(hhea, 4);
    this.descent = i16(hhea, 6);
    const bbox = { xMin: i16(head, 36), yMin: i16(head, 38), xMax: i16(head, 40), yMax: i16(head, 42) };
    this.bbox = this.#adjust === null ? bbox : boxAfter(bbox, this.#adjust, this.unitsPerEm);
    this.italicAngle = post !== null && post.length >= 16 ? (u32(post, 4) | 0) / 65536 : 0;
    this.isFixedPitch = post !== null && post.length >= 16 && u32(post, 12) !== 0;
    this.adjust = { rise: this.#adjust === null ? adjust.rise : 0 };
  }

  get capHeight(): number {
    return this.#height(88, 0x48);
  }

  get xHeight(): number {
    return this.#height(86, 0x78);
  }

  /** OS/2 names the height from version 2 on, and many Chinese faces leave it 0: then the letter's ink says it. */
  #height(at: number, letter: number): number {
    const os2 = this.#sfnt.table('OS/2');
    const named = os2 !== null && u16(os2, 0) >= 2 && os2.length >= at + 2 ? i16(os2, at) : 0;
    if (named > 0) return named;
    const glyph = this.glyphOf(letter);
    return glyph === 0 ? 0 : (this.inkOf(glyph)?.yMax ?? 0);
  }

  get #characters(): CharacterMap {
    return (this.#map ??= new CharacterMap(this.#sfnt.need('cmap', 4)));
  }

  glyphOf(codePoint: number): number {
    const glyph = this.#characters.glyphOf(codePoint);
    return glyph < this.#count && this.#wrong?.has(codePoint) !== true ? glyph : 0;
  }

  advanceOf(glyph: number): number {
    const hmtx = (this.#hmtx ??= this.#sfnt.need('hmtx', this.#longMetrics * 4));
    return u16(hmtx, (glyph < this.#longMetrics ? glyph : this.#longMetrics - 1) * 4);
  }

  inkOf(glyph: number): InkBox | null {
    return this.#store(glyph).ink(glyph);
  }

  outline(glyph: number): Outline {
    return this.#store(glyph).outline(glyph);
  }

  halfWidthOf(codePoint: number): number {
    let half = this.#halfWidths.get(codePoint);
    if (half === undefined) {
      half = this.#substituteHalf(this.glyphOf(codePoint));
      this.#halfWidths.set(codePoint, half);
    }
    return half;
  }

  #substituteHalf(glyph: number): number {
    const gsub = this.#substitutions();
    if (glyph === 0 || gsub === null) return 0;
    const half = gsub.apply(['hwid'], [glyph])[0]!;
    return half !== glyph && half < this.#count ? half : 0;
  }

  doubleOf(codePoint: number): number {
    let double = this.#doubles.get(codePoint);
    if (double === undefined) {
      double = this.#substituteDouble(this.glyphOf(codePoint));
      this.#doubles.set(codePoint, double);
    }
    return double;
  }

  /** As a shaper sets two of them in Simplified Chinese; only a glyph of about 2 em is one (Noto without the language: 1.69). */
  #substituteDouble(glyph: number): number {
    const gsub = this.#substitutions();
    if (glyph === 0 || gsub === null) return 0;
    const run = gsub.apply(['locl', 'ccmp', 'rlig', 'liga', 'clig'], [glyph, glyph]);
    const double = run[0]!;
    if (run.length !== 1 || double >= this.#count) return 0;
    return Math.abs(this.advanceOf(double) / this.unitsPerEm - 2) < 0.1 ? double : 0;
  }

  verticalOf(codePoint: number): number {
    const glyph = this.glyphOf(codePoint);
    const gsub = this.#substitutions();
    if (glyph !== 0 && gsub !== null) {
      const upright = gsub.apply(['vert'], [glyph])[0]!;
      if (upright !== glyph && upright < this.#count) return upright;
    }
    const form = VERTICAL_FORMS.get(codePoint);
    return form === undefined ? 0 : this.glyphOf(form);
  }

  subset(glyphs: Iterable<number>): FontSubset {
    const ids = [...new Set([0, ...glyphs])].sort((a, b) => a - b);
    this.#store(ids[0]!); // the ends of the sorted ids: each throws where the face lacks it
    return this.#store(ids[ids.length - 1]!).subset(ids);
  }

  #substitutions(): Substitutions | null {
    if (this.#gsub === undefined) {
      const table = this.#sfnt.table('GSUB');
      this.#gsub = table === null ? null : new Substitutions(table);
    }
    return this.#gsub;
  }

  /** The outlines, once `glyph` is known to be one of the face's. */
  #store(glyph: number): OutlineStore {
    if (!(glyph >= 0 && glyph < this.#count)) throw new RangeError(`glyph ${glyph} of ${this.#count} in ${this.postscriptName}`);
    return (this.#outlines ??= this.format === 'truetype' ? openGlyf(this.#sfnt, this.#moves()) : openCff(this.#sfnt, Math.round((this.#adjust?.rise ?? 0) * this.unitsPerEm)));
  }

  #moves(): GlyphMoves | null {
    const adjust = this.#adjust;
    return adjust === null ? null : new GlyphMoves(adjust, this.unitsPerEm, this.#characters, this.#count, (glyph) => this.advanceOf(glyph));
  }
}

/** Presentation forms for vertical lines (Unicode, FE10 … FE19 and FE30 … FE48), for faces without the feature. */
const VERTICAL_FORMS: ReadonlyMap<number, number> = new Map([...'，、。：；！？…—–＿（）｛｝〔〕【】《》〈〉「」『』［］'].map((mark, i) => [
  mark.codePointAt(0)!,
  [0xfe10, 0xfe11, 0xfe12, 0xfe13, 0xfe14, 0xfe15, 0xfe16, 0xfe19, 0xfe31, 0xfe32, 0xfe33, 0xfe35, 0xfe36, 0xfe37, 0xfe38, 0xfe39, 0xfe3a, 0xfe3b, 0xfe3c, 0xfe3d, 0xfe3e, 0xfe3f, 0xfe40, 0xfe41, 0xfe42, 0xfe43, 0xfe44, 0xfe47, 0xfe48][i]!,
]));

function tagOf({ rise, hanScale, stopRise, stopShift, quoteShift }: GlyphAdjust): string {
  return `+${rise}/${hanScale}/${stopRise}/${stopShift}/${quoteShift}`;
}
