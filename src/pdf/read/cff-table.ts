// The parts of a bare CFF (Adobe 5176) that say where a CID's outline is:
// INDEXes, DICTs, charset, FDSelect, subroutines. Nothing is drawn here.
import { PdfFault } from './pdf-object';

/** An INDEX: items by number, without copying. */
export interface CffIndex {
  readonly count: number;
  /** First byte after the INDEX. */
  readonly end: number;
  item(i: number): Uint8Array;
}

export interface CffOutlines {
  /** The charstring of a CID; null where the font has none. */
  charstring(cid: number): Uint8Array | null;
  readonly globalSubrs: CffIndex;
  /** Local subroutines for a CID; null for none. */
  localSubrs(cid: number): CffIndex | null;
}

const CHARSET = 15;
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const ROS = 0x0c1e;
const FD_ARRAY = 0x0c24;
const FD_SELECT = 0x0c25;

/** @throws PdfFault for a broken font. */
export function openCffOutlines(bytes: Uint8Array): CffOutlines {
  if (bytes.length < 4 || bytes[0] !== 1) throw new PdfFault('嵌入的 CFF 字体不完整');
  const names = readIndex(bytes, bytes[2] as number);
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  const globalSubrs = readIndex(bytes, strings.end);
  const top = readDict(tops.item(0));
  const charStrings = readIndex(bytes, operand(top, CHAR_STRINGS));
  // Without ROS the font is not CID-keyed, and a CID is a glyph's number (9.7.4.2).
  const glyphOf = top.has(ROS) ? readCharset(bytes, top.get(CHARSET)?.[0] ?? 0, charStrings.count) : null;
  const dicts = top.has(FD_ARRAY) ? readIndex(bytes, operand(top, FD_ARRAY)) : null;
  const select = top.has(FD_SELECT) ? readSelect(bytes, operand(top, FD_SELECT), charStrings.count) : null;
  const locals: (CffIndex | null)[] =
    dicts === null
      ? [readLocalSubrs(bytes, top)]
      : Array.from({ length: dicts.count }, (_, i) => readLocalSubrs(bytes, readDict(dicts.item(i))));
  const glyph = (cid: number): number => (glyphOf === null ? cid : (glyphOf[cid] ?? -1));
  return {
    globalSubrs,
    charstring(cid) {
      const id = glyph(cid);
      return id < 0 || id >= charStrings.count ? null : charStrings.item(id);
    },
    localSubrs: (cid) => locals[select?.[glyph(cid)] ?? 0] ?? null,
  };
}

function operand(dict: ReadonlyMap<number, number[]>, operator: number): number {
  const value = dict.get(operator)?.[0];
  if (value === undefined) throw new PdfFault(`嵌入的 CFF 字体缺少第 ${operator} 项`);
  return value;
}

function readIndex(bytes: Uint8Array, at: number): CffIndex {
  const count = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (count === 0) return { count, end: at + 2, item: () => { throw new PdfFault('嵌入的 CFF 字体的索引是空的'); } };
  const size = bytes[at + 2] as number;
  const base = at + 2 + (count + 1) * size; // offsets count from 1
  const offset = (i: number): number => {
    let value = 0;
    for (let k = 0; k < size; k++) value = value * 256 + (bytes[at + 3 + i * size + k] ?? 0);
    return base + value;
  };
  const end = offset(count);
  if (size < 1 || size > 4 || end > bytes.length) throw new PdfFault('嵌入的 CFF 字体的索引越界');
  return {
    count,
    end,
    item(i) {
      if (i < 0 || i >= count) throw new PdfFault(`嵌入的 CFF 字体没有第 ${i} 项`);
      return bytes.subarray(offset(i), offset(i + 1));
    },
  };
}

/** Operators (two-byte ones as 0x0cXX) to their operands; reals are read as their whole part would be: not at all. */
function readDict(bytes: Uint8Array): Map<number, number[]> {
  const dict = new Map<number, number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at++] as number;
    if (byte <= 21) {
      dict.set(byte === 12 ? 0x0c00 | (bytes[at++] as number) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push((((bytes[at] as number) << 24) >> 16) | (bytes[at + 1] as number));
      at += 2;
    } else if (byte === 29) {
      operands.push(((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
      at += 4;
    } else if (byte === 30) {
      // A real number in nibbles, ended by 0xf: no operator that is asked for here has one.
      while (at < bytes.length && ((bytes[at] as number) & 0x0f) !== 0x0f && (bytes[at] as number) >> 4 !== 0x0f) at++;
      at++;
      operands.push(NaN);
    } else if (byte >= 32 && byte <= 246) {
      operands.push(byte - 139);
    } else if (byte >= 247 && byte <= 250) {
      operands.push((byte - 247) * 256 + (bytes[at++] as number) + 108);
    } else if (byte >= 251 && byte <= 254) {
      operands.push(-(byte - 251) * 256 - (bytes[at++] as number) - 108);
    } else {
      throw new PdfFault('嵌入的 CFF 字体的词典有错');
    }
  }
  return dict;
}

/** CID to glyph, -1 where the font has none. */
function readCharset(bytes: Uint8Array, offset: number, count: number): Int32Array {
  const glyphOf = new Int32Array(0x10000).fill(-1);
  glyphOf[0] = 0;
  if (offset <= 2) throw new PdfFault('嵌入的 CFF 字体用了预定字符集');
  const format = bytes[offset];
  let at = offset + 1;
  const word = (): number => {
    const value = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    at += 2;
    return value;
  };
  for (let glyph = 1; glyph < count; ) {
    if (at >= bytes.length) throw new PdfFault('嵌入的 CFF 字体的字符集越界');
    const first = word();
    const left = format === 0 ? 0 : format === 1 ? (bytes[at++] as number) : word();
    for (let k = 0; k <= left && glyph < count; k++) glyphOf[first + k] = glyph++;
  }
  return glyphOf;
}

/** Glyph to font dictionary. */
function readSelect(bytes: Uint8Array, offset: number, count: number): Uint8Array {
  if (bytes[offset] === 0) return bytes.subarray(offset + 1, offset + 1 + count);
  if (bytes[offset] !== 3) throw new PdfFault('嵌入的 CFF 字体的 FDSelect 不认识');
  const select = new Uint8Array(count);
  const ranges = ((bytes[offset + 1] as number) << 8) | (bytes[offset + 2] as number);
  for (let i = 0; i < ranges; i++) {
    const at = offset + 3 + i * 3;
    const first = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    const next = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
    select.fill(bytes[at + 2] ?? 0, first, next);
  }
  return select;
}

function readLocalSubrs(bytes: Uint8Array, dict: ReadonlyMap<number, number[]>): CffIndex | null {
  const [size, offset] = dict.get(PRIVATE) ?? [];
  if (size === undefined || offset === undefined) return null;
  const subrs = readDict(bytes.subarray(offset, offset + size)).get(SUBRS)?.[0];
  return subrs === undefined ? null : readIndex(bytes, offset + subrs);
}
