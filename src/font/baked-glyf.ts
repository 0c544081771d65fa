// The glyphs of a TrueType face whose adjust is baked in: ink, outlines and
// subset all come from the same moved points, rounded to whole units, so that
// layout, screen and print cannot disagree. Composites are flattened and
// instructions left out: both speak of the points as they stood before.
import { boxOfPoints, encodePoints } from './glyf-encode';
import { type GlyphPoints, drawPoints, readPoints } from './glyf-points';
import { writeBakedSubset } from './glyf-subset';
import type { GlyphMove, GlyphMoves } from './glyph-adjust';
import type { GlyphData } from './glyph-data';
import { type OutlineStore, PathBuilder } from './outline-store';
import type { Sfnt } from './sfnt';

/** `data`: the glyphs as the file has them; `one` gives a single one and throws for an id that is none. */
export function bakeGlyf(sfnt: Sfnt, data: GlyphData, one: (glyph: number) => Uint8Array, count: number, moves: GlyphMoves): OutlineStore {
  const baked = (glyph: number, bytes: Uint8Array): GlyphPoints =>
    move(readPoints(glyph, (part) => (part === glyph ? bytes : one(part))), moves.of(glyph));
  return {
    count,
    ink: (glyph) => boxOfPoints(baked(glyph, one(glyph))),
    outline(glyph) {
      const path = new PathBuilder();
      drawPoints(baked(glyph, one(glyph)), path);
      return path.finish();
    },
    subset: (glyphs) => writeBakedSubset(sfnt, glyphs, data.many(glyphs).map((bytes, i) => encodePoints(baked(glyphs[i]!, bytes)))),
  };
}

function move({ xs, ys, onCurve, ends }: GlyphPoints, { scale, dx, dy }: GlyphMove): GlyphPoints {
  return { xs: xs.map((x) => Math.round(scale * x + dx)), ys: ys.map((y) => Math.round(scale * y + dy)), onCurve, ends };
}
