// A face without a file, for tests of content streams: Han and marks 1 em,
// ASCII ½ em, glyph ids given in the order they are asked for. What embeds or
// draws throws: a test that needs it takes a real face.
import type { Font } from '../../src/core/font';

function refuse(): never {
  throw new RangeError('the fake face has no outlines');
}

/** A new fake face, 1000 units to the em. */
export function fakeFont(): Font {
  const glyphs = new Map<number, number>();
  const advances = [500];
  return {
    id: 'Fake',
    family: 'Fake',
    postscriptName: 'Fake',
    format: 'truetype',
    unitsPerEm: 1000,
    ascent: 880,
    descent: -120,
    capHeight: 700,
    xHeight: 500,
    italicAngle: 0,
    bbox: { xMin: 0, yMin: -120, xMax: 1000, yMax: 880 },
    weight: 400,
    isFixedPitch: false,
    isSerif: false,
    embeddable: true,
    adjust: { rise: 0 },
    glyphOf(codePoint) {
      let glyph = glyphs.get(codePoint);
      if (glyph === undefined) {
        glyph = advances.push(codePoint < 0x80 ? 500 : 1000) - 1;
        glyphs.set(codePoint, glyph);
      }
      return glyph;
    },
    advanceOf: (glyph) => advances[glyph] ?? 0,
    inkOf: () => null,
    halfWidthOf: () => 0,
    doubleOf: () => 0,
    verticalOf: () => 0,
    outline: refuse,
    subset: refuse,
  };
}
