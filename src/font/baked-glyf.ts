// The glyphs of a TrueType face whose adjust is baked in. Each is written anew,
// moved, and ink, outline and subset are all read from what was written, so
// that layout, screen and print cannot disagree. Composites are flattened and
// instructions left out: both speak of the points as they stood before.
import { i16 } from './byte-source';
import { encodePoints, moveSimple } from './glyf-encode';
import { type GlyphPoints, drawPoints, inkOfHeader, readPoints } from './glyf-points';
import { writeBakedSubset } from './glyf-subset';
import type { GlyphMove, GlyphMoves } from './glyph-adjust';
import type { GlyphData } from './glyph-data';
import { type OutlineStore, PathBuilder } from './outline-store';
import type { Sfnt } from './sfnt';

/** `data`: the glyphs as the file has them; `one` gives a single one and throws for an id that is none. */
export function bakeGlyf(sfnt: Sfnt, data: GlyphData, one: (glyph: number) => Uint8Array, count: number, moves: GlyphMoves): OutlineStore {
  const bake = (glyph: number, bytes: Uint8Array): Uint8Array => {
    if (bytes.length >= 10 && i16(bytes, 0) >= 0) return moveSimple(glyph, bytes, moves.of(glyph));
    const whole = readPoints(glyph, (part) => (part === glyph ? bytes : one(part)));
    return encodePoints(glyph, movePoints(whole, moves.of(glyph)));
  };
  return {
    count,
    ink: (glyph) => inkOfHeader(bake(glyph, one(glyph))),
    outline(glyph) {
      const path = new PathBuilder();
      const baked = bake(glyph, one(glyph));
      drawPoints(readPoints(glyph, () => baked), path);
      return path.finish();
    },
    subset: (glyphs) => writeBakedSubset(sfnt, glyphs, data.many(glyphs).map((bytes, i) => bake(glyphs[i]!, bytes))),
  };
}

function movePoints({ xs, ys, onCurve, ends }: GlyphPoints, { scale, dx, dy }: GlyphMove): GlyphPoints {
  return { xs: xs.map((x) => scale * x + dx), ys: ys.map((y) => scale * y + dy), onCurve, ends };
}
