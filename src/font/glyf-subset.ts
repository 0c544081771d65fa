// An sfnt with the given glyphs alone, as a PDF embeds it (FontFile2): glyf,
// loca, hmtx, head, hhea, maxp, and cvt, fpgm, prep where the face has them
// (some Chinese faces place their strokes by instructions). No cmap, name or
// OS/2: a CIDFont addresses glyphs by index. Parts of composites come along.
// Table checksums stay 0: no reader of embedded fonts looks, and summing
// 0.8 MB would cost more than all else here.
import type { FontSubset } from '../core/font';
import { i16, putU16, putU32, u16 } from './byte-source';
import { FontError } from './font-error';
import { readComponents } from './glyf-points';
import type { GlyphData } from './glyph-data';
import type { Sfnt } from './sfnt';

/** `glyphs`: distinct ids, ascending, 0 first; parts of composites are added behind. @throws FontError. */
export function writeGlyfSubset(sfnt: Sfnt, data: GlyphData, count: number, glyphs: readonly number[]): FontSubset {
  const ids = glyphs.slice();
  const bytes = data.many(ids);
  const newId = new Uint16Array(count);
  ids.forEach((glyph, index) => { newId[glyph] = index; });
  const composites: number[] = [];
  for (let index = 0; index < ids.length; index += 1) {
    const glyph = bytes[index]!;
    if (glyph.length < 10 || i16(glyph, 0) >= 0) continue;
    composites.push(index);
    for (const part of readComponents(glyph)) {
      if (part.glyph >= count) throw new FontError('broken', `字体的组合字形引用了不存在的 ${part.glyph} 号字形`);
      if (part.glyph === 0 || newId[part.glyph] !== 0) continue;
      newId[part.glyph] = ids.length;
      ids.push(part.glyph);
      bytes.push(data.one(part.glyph));
    }
  }

  const parts = copyTables(sfnt, ids);
  const hints: Table[] = [];
  for (const tag of ['cvt ', 'fpgm', 'prep']) pushOptional(sfnt, tag, hints);
  const { file, at, loca } = writeFile(parts, bytes, hints);
  for (const index of composites) {
    const place = at + locaAt(loca, index);
    for (const part of readComponents(bytes[index]!)) putU16(file, place + part.idAt, newId[part.glyph]!);
  }
  return { kind: 'truetype', bytes: file, glyphs: Uint16Array.from(ids) };
}

/**
 * The same for glyphs that are not the file's own: `bytes` holds each as a simple glyph without instructions.
 * Bearings, boxes and the counts of points are made from them.
 */
export function writeBakedSubset(sfnt: Sfnt, ids: readonly number[], bytes: readonly Uint8Array[]): FontSubset {
  const { head, hhea, hmtx, maxp } = copyTables(sfnt, ids);
  const extent = { xMin: 0, yMin: 0, xMax: 0, yMax: 0, advance: 0, left: 0, right: 0, points: 0, contours: 0 };
  let inked = false;
  bytes.forEach((glyph, index) => {
    const advance = u16(hmtx, index * 4);
    extent.advance = Math.max(extent.advance, advance);
    putU16(hmtx, index * 4 + 2, glyph.length === 0 ? 0 : i16(glyph, 2));
    if (glyph.length === 0) return;
    const [xMin, yMin, xMax, yMax] = [i16(glyph, 2), i16(glyph, 4), i16(glyph, 6), i16(glyph, 8)];
    const contours = i16(glyph, 0);
    extent.xMin = inked ? Math.min(extent.xMin, xMin) : xMin;
    extent.yMin = inked ? Math.min(extent.yMin, yMin) : yMin;
    extent.xMax = inked ? Math.max(extent.xMax, xMax) : xMax;
    extent.yMax = inked ? Math.max(extent.yMax, yMax) : yMax;
    extent.right = inked ? Math.min(extent.right, advance - xMax) : advance - xMax;
    extent.contours = Math.max(extent.contours, contours);
    extent.points = Math.max(extent.points, u16(glyph, 8 + contours * 2) + 1);
    inked = true;
  });
  putU16(head, 16, u16(head, 16) | BEARING_IS_XMIN);
  [extent.xMin, extent.yMin, extent.xMax, extent.yMax].forEach((side, i) => putU16(head, 36 + i * 2, side));
  [extent.advance, extent.xMin, extent.right, extent.xMax].forEach((side, i) => putU16(hhea, 10 + i * 2, side));
  if (maxp.length >= 32) {
    putU16(maxp, 6, extent.points);
    putU16(maxp, 8, extent.contours);
    for (const at of [10, 12, 26, 28, 30]) putU16(maxp, at, 0); // of composites and of instructions
  }
  const { file } = writeFile({ head, hhea, hmtx, maxp }, bytes, []);
  return { kind: 'truetype', bytes: file, glyphs: Uint16Array.from(ids) };
}

/** head.flags: every glyph's left bearing is its xMin. */
const BEARING_IS_XMIN = 2;

type Table = readonly [string, Uint8Array | number];

interface FaceTables {
  readonly head: Uint8Array;
  readonly hhea: Uint8Array;
  readonly hmtx: Uint8Array;
  readonly maxp: Uint8Array;
}

/** The face's own tables, for the given glyphs alone. */
function copyTables(sfnt: Sfnt, ids: readonly number[]): FaceTables {
  const head = new Uint8Array(sfnt.need('head', 54));
  putU32(head, 8, 0);
  putU16(head, 50, 1);
  const hhea = new Uint8Array(sfnt.need('hhea', 36));
  putU16(hhea, 34, ids.length);
  const maxp = new Uint8Array(sfnt.need('maxp', 6));
  putU16(maxp, 4, ids.length);
  return { head, hhea, hmtx: metricsOf(sfnt, ids), maxp };
}

/** The whole file; `at` is the place of its glyf. */
function writeFile(
  { head, hhea, hmtx, maxp }: FaceTables, bytes: readonly Uint8Array[], hints: readonly Table[],
): { file: Uint8Array; at: number; loca: Uint8Array } {
  const loca = new Uint8Array((bytes.length + 1) * 4);
  let size = 0;
  bytes.forEach((glyph, index) => {
    putU32(loca, index * 4, size);
    size += (glyph.length + 3) & ~3;
  });
  putU32(loca, bytes.length * 4, size);
  const tables: Table[] = [['glyf', size], ['head', head], ['hhea', hhea], ['hmtx', hmtx], ['loca', loca], ['maxp', maxp], ...hints];
  tables.sort(([a], [b]) => (a < b ? -1 : 1));
  const { file, at } = layOut(tables, 'glyf');
  bytes.forEach((glyph, index) => file.set(glyph, at + locaAt(loca, index)));
  return { file, at, loca };
}

function locaAt(loca: Uint8Array, index: number): number {
  return u16(loca, index * 4) * 65536 + u16(loca, index * 4 + 2);
}

function pushOptional(sfnt: Sfnt, tag: string, tables: Table[]): void {
  const table = sfnt.table(tag);
  if (table !== null && table.length > 0) tables.push([tag, table]);
}

/** Advance and left bearing of each glyph, all long. */
function metricsOf(sfnt: Sfnt, ids: readonly number[]): Uint8Array {
  const long = u16(sfnt.need('hhea', 36), 34);
  const hmtx = sfnt.need('hmtx', long * 4);
  const result = new Uint8Array(ids.length * 4);
  for (let index = 0; index < ids.length; index += 1) {
    const glyph = ids[index]!;
    const advanceAt = Math.min(glyph, long - 1) * 4;
    const bearingAt = glyph < long ? glyph * 4 + 2 : long * 4 + (glyph - long) * 2;
    putU16(result, index * 4, u16(hmtx, advanceAt));
    putU16(result, index * 4 + 2, bearingAt + 2 <= hmtx.length ? u16(hmtx, bearingAt) : 0);
  }
  return result;
}

/** A file with the tables (sorted by tag) in it; one given as a size is left empty, its place returned in `at`. */
function layOut(tables: readonly Table[], open: string): { file: Uint8Array; at: number } {
  let place = 12 + tables.length * 16;
  const lengths = tables.map(([, body]) => (typeof body === 'number' ? body : body.length));
  const file = new Uint8Array(lengths.reduce((sum, length) => sum + ((length + 3) & ~3), place));
  putU32(file, 0, 0x00010000);
  putU16(file, 4, tables.length);
  const power = 31 - Math.clz32(tables.length);
  putU16(file, 6, 16 << power);
  putU16(file, 8, power);
  putU16(file, 10, tables.length * 16 - (16 << power));
  let at = 0;
  tables.forEach(([tag, body], index) => {
    const record = 12 + index * 16;
    for (let i = 0; i < 4; i += 1) file[record + i] = tag.charCodeAt(i);
    putU32(file, record + 8, place);
    putU32(file, record + 12, lengths[index]!);
    if (typeof body === 'number') at = tag === open ? place : at;
    else file.set(body, place);
    place += (lengths[index]! + 3) & ~3;
  });
  return { file, at };
}
