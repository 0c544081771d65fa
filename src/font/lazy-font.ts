// A Font that opens its file at the first question: a role that no text uses
// costs nothing, and a face at the end of a fallback list is opened only when
// some character gets that far.
import type { FaceAdjust, Font, FontSubset, InkBox, Outline } from '../core/font';

/**
 * `open` is called once, at the first question; what it throws, the question throws (and the next one again).
 * `blame` turns an error in the glyphs' data into one that names the file, which a reader does not know.
 */
export function lazyFont(open: () => Font, blame: (error: unknown) => unknown = (error) => error): Font {
  return new LazyFont(open, blame);
}

/** Whether a font's file was opened: true of every font that is not lazy. Who looks faces up by id asks these alone. */
export function isOpen(font: Font): boolean {
  return !(font instanceof LazyFont) || font.isOpen;
}

class LazyFont implements Font {
  readonly #open: () => Font;
  readonly #blame: (error: unknown) => unknown;
  #font: Font | null = null;

  constructor(open: () => Font, blame: (error: unknown) => unknown) {
    this.#open = open;
    this.#blame = blame;
  }

  #read<T>(read: (font: Font) => T): T {
    const font = this.#face;
    try {
      return read(font);
    } catch (error) {
      throw this.#blame(error);
    }
  }

  get #face(): Font {
    return (this.#font ??= this.#open());
  }

  get isOpen(): boolean { return this.#font !== null; }

  get id(): string { return this.#face.id; }
  get family(): string { return this.#face.family; }
  get postscriptName(): string { return this.#face.postscriptName; }
  get format(): 'truetype' | 'cff' { return this.#face.format; }
  get unitsPerEm(): number { return this.#face.unitsPerEm; }
  get ascent(): number { return this.#face.ascent; }
  get descent(): number { return this.#face.descent; }
  get capHeight(): number { return this.#face.capHeight; }
  get xHeight(): number { return this.#face.xHeight; }
  get italicAngle(): number { return this.#face.italicAngle; }
  get bbox(): InkBox { return this.#face.bbox; }
  get weight(): number { return this.#face.weight; }
  get isFixedPitch(): boolean { return this.#face.isFixedPitch; }
  get isSerif(): boolean { return this.#face.isSerif; }
  get embeddable(): boolean { return this.#face.embeddable; }
  get adjust(): FaceAdjust { return this.#face.adjust; }

  glyphOf(codePoint: number): number { return this.#face.glyphOf(codePoint); }
  advanceOf(glyph: number): number { return this.#face.advanceOf(glyph); }
  inkOf(glyph: number): InkBox | null { return this.#read((font) => font.inkOf(glyph)); }
  halfWidthOf(codePoint: number): number { return this.#face.halfWidthOf(codePoint); }
  doubleOf(codePoint: number): number { return this.#face.doubleOf(codePoint); }
  verticalOf(codePoint: number): number { return this.#face.verticalOf(codePoint); }
  outline(glyph: number): Outline { return this.#read((font) => font.outline(glyph)); }
  subset(glyphs: Iterable<number>): FontSubset { return this.#read((font) => font.subset(glyphs)); }
}
