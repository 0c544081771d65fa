// TrueType outlines: loca and glyf. Ink comes from the glyph's own header, so
// that measuring a mark reads ten bytes and unpacks nothing.
import type { FontSubset, Outline } from '../core/font';
import { bakeGlyf } from './baked-glyf';
import { u16, u32 } from './byte-source';
import { FontError } from './font-error';
import { writeGlyfSubset } from './glyf-subset';
import { drawPoints, inkOfHeader, readPoints } from './glyf-points';
import type { GlyphMoves } from './glyph-adjust';
import { GlyphData } from './glyph-data';
import { type OutlineStore, PathBuilder } from './outline-store';
import type { Sfnt } from './sfnt';

/** Outlines of a face with glyf, moved as `moves` says; null leaves them as they are. @throws FontError `broken`. */
export function openGlyf(sfnt: Sfnt, moves: GlyphMoves | null): OutlineStore {
  const count = u16(sfnt.need('maxp', 6), 4);
  const long = u16(sfnt.need('head', 54), 50) !== 0;
  const loca = sfnt.need('loca', (count + 1) * (long ? 4 : 2));
  const glyf = sfnt.record('glyf');
  if (glyf === null) throw new FontError('broken', '字体缺少“glyf”表');
  const base = glyf.offset;
  const offset = long ? (glyph: number) => u32(loca, glyph * 4) : (glyph: number) => u16(loca, glyph * 2) * 2;
  const ranges = { count, from: (glyph: number) => base + offset(glyph), to: (glyph: number) => base + offset(glyph + 1) };
  const data = new GlyphData(sfnt.source, ranges, base + glyf.length);
  const one = (glyph: number): Uint8Array => {
    if (glyph >= count) throw new FontError('broken', `字体的组合字形引用了不存在的 ${glyph} 号字形`);
    return data.one(glyph);
  };
  if (moves !== null) return bakeGlyf(sfnt, data, one, count, moves);
  return {
    count,
    ink: (glyph) => inkOfHeader(one(glyph)),
    outline(glyph): Outline {
      const path = new PathBuilder();
      drawPoints(readPoints(glyph, one), path);
      return path.finish();
    },
    subset: (glyphs): FontSubset => writeGlyfSubset(sfnt, data, count, glyphs),
  };
}
