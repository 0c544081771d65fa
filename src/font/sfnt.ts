// The box that tables lie in: table directory of a font file or of one face of
// a collection (.ttc, .otc). The first 16 KB are read at once, because most
// small tables lie there; any other table is read when it is asked for, and
// kept. The big ones (glyf, CFF) are never read whole: their readers take
// ranges from the source (COLDSTART, step 6).
import { type ByteSource, checkRange, tagAt, u16, u32 } from './byte-source';
import { FontError } from './font-error';

const HEAD = 16384;
/** Tables that are read: a file cut off inside one is refused at once, one with a bad signature table is not. */
const IN_USE: ReadonlySet<string> = new Set([
  'head', 'hhea', 'maxp', 'OS/2', 'name', 'post', 'cmap', 'hmtx', 'loca', 'glyf', 'CFF ', 'GSUB', 'cvt ', 'fpgm', 'prep',
]);

export interface TableRecord {
  readonly offset: number;
  readonly length: number;
}

export interface Sfnt {
  readonly source: ByteSource;
  readonly format: 'truetype' | 'cff';
  /** Hash of the table directory: its checksums stand for the tables' content, at no cost. 16 hex digits. */
  readonly identity: string;
  record(tag: string): TableRecord | null;
  /** A table's bytes, or null where the face has none. @throws FontError `broken` where it lies outside the file. */
  table(tag: string): Uint8Array | null;
  /** A table that no face can be without, at least `size` bytes long. @throws FontError `broken`. */
  need(tag: string, size: number): Uint8Array;
}

/** Number of faces in the file: 1, or those of a collection. @throws FontError. */
export function countFaces(source: ByteSource): number {
  return faceOffsets(source).length;
}

function faceOffsets(source: ByteSource): readonly number[] {
  if (source.length < 12) throw new FontError('not-font', '不是字体文件（不足 12 字节）');
  const head = source.read(0, 12);
  if (tagAt(head, 0) !== 'ttcf') return [0];
  const count = u32(head, 8);
  if (count === 0 || count > 4096) throw new FontError('broken', `字体集的字形数不合理：${count}`);
  const table = source.read(12, count * 4);
  return Array.from({ length: count }, (_, i) => u32(table, i * 4));
}

/** Opens face `index` (0 for a single font). @throws FontError; RangeError where a collection has no such face. */
export function openSfnt(source: ByteSource, index: number): Sfnt {
  const offsets = faceOffsets(source);
  const start = offsets[index];
  if (start === undefined) throw new RangeError(`face ${index} of ${offsets.length}`);
  const head = source.read(0, Math.min(HEAD, source.length));
  const view = (at: number, n: number): Uint8Array => (at + n <= head.length ? head.subarray(at, at + n) : source.read(at, n));

  checkRange(start, 12, source.length);
  const version = tagAt(view(start, 4), 0);
  refuseForeign(version);
  const count = u16(view(start, 12), 4);
  const directory = view(start + 12, count * 16);
  const records = new Map<string, TableRecord>();
  for (let i = 0; i < count; i += 1) {
    const tag = tagAt(directory, i * 16);
    const record = { offset: u32(directory, i * 16 + 8), length: u32(directory, i * 16 + 12) };
    if (IN_USE.has(tag)) checkRange(record.offset, record.length, source.length);
    records.set(tag, record);
  }
  const cache = new Map<string, Uint8Array>();
  const table = (tag: string): Uint8Array | null => {
    const record = records.get(tag);
    if (record === undefined) return null;
    let bytes = cache.get(tag);
    if (bytes === undefined) {
      bytes = view(record.offset, record.length);
      cache.set(tag, bytes);
    }
    return bytes;
  };
  return {
    source,
    format: formatOf(records),
    identity: hash(directory, 0x811c9dc5) + hash(directory, 0x01234567),
    record: (tag) => records.get(tag) ?? null,
    table,
    need(tag, size) {
      const bytes = table(tag);
      if (bytes === null) throw new FontError('broken', `字体缺少“${tag.trim()}”表`);
      if (bytes.length < size) throw new FontError('broken', `字体的“${tag.trim()}”表过短`);
      return bytes;
    },
  };
}

function refuseForeign(version: string): void {
  if (version === '\0\x01\0\0' || version === 'OTTO' || version === 'true') return;
  if (version === 'wOFF' || version === 'wOF2') throw new FontError('unsupported', '网页字体（WOFF）不能用于排版，请换用 TTF 或 OTF');
  if (version === 'typ1' || version.startsWith('%!')) throw new FontError('unsupported', 'Type 1 字体不能用于排版，请换用 TTF 或 OTF');
  throw new FontError('not-font', '不是字体文件');
}

function formatOf(records: ReadonlyMap<string, TableRecord>): 'truetype' | 'cff' {
  if (records.has('glyf')) return 'truetype';
  if (records.has('CFF ')) return 'cff';
  throw new FontError('unsupported', '字体中没有可用的轮廓（既无 glyf 也无 CFF 表）');
}

/** FNV-1a, 32 bits, as 8 hex digits. */
function hash(bytes: Uint8Array, seed: number): string {
  let h = seed;
  for (let i = 0; i < bytes.length; i += 1) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}
