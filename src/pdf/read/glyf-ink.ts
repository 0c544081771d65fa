// Ink of TrueType glyphs, read from an sfnt's bytes: does glyph `id` draw
// anything? It does where it has a contour and its box an area, or where one of
// its components does (OpenType, glyf).
import { PdfFault } from './pdf-object';

const ARGS_ARE_WORDS = 0x0001;
const HAVE_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAVE_XY_SCALE = 0x0040;
const HAVE_TWO_BY_TWO = 0x0080;

/** Whether a glyph of the font has ink. @throws PdfFault for a broken font. */
export function glyfInk(bytes: Uint8Array): (glyph: number) => boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, { offset: number; length: number }>();
  if (bytes.length < 12) throw new PdfFault('嵌入的 TrueType 字体不完整');
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    if (at + 16 > bytes.length) throw new PdfFault('嵌入的 TrueType 字体不完整');
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const table = { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (table.offset + table.length > bytes.length) throw new PdfFault(`嵌入字体的 ${tag} 表不完整`);
    tables.set(tag, table);
  }
  const need = (tag: string): { offset: number; length: number } => {
    const table = tables.get(tag);
    if (table === undefined) throw new PdfFault(`嵌入字体没有 ${tag} 表`);
    return table;
  };
  const loca = need('loca');
  const glyf = need('glyf');
  const long = view.getInt16(need('head').offset + 50) === 1;
  const glyphCount = view.getUint16(need('maxp').offset + 4);
  const start = (glyph: number): number => (long ? view.getUint32(loca.offset + glyph * 4) : view.getUint16(loca.offset + glyph * 2) * 2);

  const hasInk = (glyph: number, depth: number): boolean => {
    if (glyph >= glyphCount || (glyph + 2) * (long ? 4 : 2) > loca.length) throw new PdfFault(`嵌入字体没有字形 ${glyph}`);
    const from = start(glyph);
    const to = start(glyph + 1);
    if (to > glyf.length || to < from) throw new PdfFault(`嵌入字体的字形 ${glyph} 越界`);
    if (to - from < 10) return false;
    let at = glyf.offset + from;
    const contours = view.getInt16(at);
    if (contours >= 0) {
      return contours > 0 && view.getInt16(at + 6) > view.getInt16(at + 2) && view.getInt16(at + 8) > view.getInt16(at + 4);
    }
    if (depth > 8) throw new PdfFault(`嵌入字体的字形 ${glyph} 引用自己`);
    at += 10;
    for (;;) {
      const flags = view.getUint16(at);
      if (hasInk(view.getUint16(at + 2), depth + 1)) return true;
      if ((flags & MORE_COMPONENTS) === 0) return false;
      at += (flags & ARGS_ARE_WORDS) !== 0 ? 8 : 6;
      at += (flags & HAVE_TWO_BY_TWO) !== 0 ? 8 : (flags & HAVE_XY_SCALE) !== 0 ? 4 : (flags & HAVE_SCALE) !== 0 ? 2 : 0;
    }
  };
  return (glyph) => hasInk(glyph, 0);
}
