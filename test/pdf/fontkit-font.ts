// core's Font over fontkit, for the tests of the PDF writer: a reader that
// shares nothing with src/font, so that a fault there and one here cannot hide
// each other. Slow, and only what those tests ask of a font.
import { readFileSync } from 'node:fs';
import { create, type Font as FontkitFont } from 'fontkit';
import type { Font, FontSubset } from '../../src/core/font';

/** Opens a face of one file. */
export function fontkitFont(path: string, overrides: Partial<Font> = {}): Font {
  const fk = create(readFileSync(path)) as FontkitFont;
  const format = 'CFF ' in (fk as unknown as { directory: { tables: object } }).directory.tables ? 'cff' : 'truetype';
  const { bbox } = fk;
  return {
    id: `${fk.postscriptName}-fontkit`,
    family: fk.familyName,
    postscriptName: fk.postscriptName,
    format,
    unitsPerEm: fk.unitsPerEm,
    ascent: fk.ascent,
    descent: fk.descent,
    capHeight: fk.capHeight,
    xHeight: fk.xHeight,
    italicAngle: fk.italicAngle,
    bbox: { xMin: bbox.minX, yMin: bbox.minY, xMax: bbox.maxX, yMax: bbox.maxY },
    weight: 400,
    isFixedPitch: false,
    isSerif: true,
    embeddable: true,
    adjust: { rise: 0, hanScale: 1, stopRise: 0, quoteShift: 0 },
    glyphOf: (codePoint) => (fk.hasGlyphForCodePoint(codePoint) ? fk.glyphForCodePoint(codePoint).id : 0),
    advanceOf: (glyph) => fk.getGlyph(glyph).advanceWidth,
    inkOf(glyph) {
      const box = fk.getGlyph(glyph).bbox;
      return Number.isFinite(box.minX) ? { xMin: box.minX, yMin: box.minY, xMax: box.maxX, yMax: box.maxY } : null;
    },
    halfWidthOf: () => 0,
    doubleOf: () => 0,
    outline() {
      throw new RangeError('these tests draw nothing themselves');
    },
    subset(glyphs): FontSubset {
      const subset = fk.createSubset() as unknown as { includeGlyph(id: number): number; encode(): Uint8Array };
      const ids = [0, ...[...glyphs].filter((id) => id !== 0)];
      for (const id of ids) subset.includeGlyph(id);
      return { kind: format, bytes: subset.encode(), glyphs: Uint16Array.from(ids) };
    },
    ...overrides,
  };
}
