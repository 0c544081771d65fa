// The two containers of CFF (Adobe technical note 5176): INDEX, a list of byte
// strings behind an offset array, and DICT, operands before their operators.
// A DICT's operands are kept as bytes beside their values, so that a subset
// copies what it does not understand (real numbers) instead of rounding it.
import { type ByteSource, u16, u32 } from './byte-source';
import { FontError } from './font-error';

/** An INDEX of which only the offset array is read. Places are absolute in the file. */
export interface CffIndex {
  readonly count: number;
  /** Absolute start of object i; i = count gives the end of the last. */
  at(i: number): number;
  /** Absolute place behind the whole INDEX. */
  readonly end: number;
}

/** @throws FontError `broken`. */
export function readIndex(source: ByteSource, start: number): CffIndex {
  const count = u16(source.read(start, 2), 0);
  if (count === 0) return { count, at: () => start + 2, end: start + 2 };
  const size = source.read(start + 2, 1)[0]!;
  if (size < 1 || size > 4) throw new FontError('broken', '字体的 CFF 目录损坏');
  const offsets = source.read(start + 3, (count + 1) * size);
  const base = start + 2 + (count + 1) * size;
  const at = (i: number): number => {
    let offset = 0;
    for (let k = i * size; k < (i + 1) * size; k += 1) offset = offset * 256 + offsets[k]!;
    return base + offset;
  };
  const end = at(count);
  if (end > source.length) throw new FontError('broken', '字体的 CFF 目录超出文件');
  return { count, at, end };
}

/** Object `i` of an INDEX. @throws FontError `broken`. */
export function readObject(source: ByteSource, index: CffIndex, i: number): Uint8Array {
  return source.read(index.at(i), index.at(i + 1) - index.at(i));
}

export interface DictEntry {
  readonly values: readonly number[];
  /** Operands and operator as they stand. */
  readonly bytes: Uint8Array;
}

/** Operators are their code; two-byte ones are 1200 + the second byte. @throws FontError `broken`. */
export function readDict(bytes: Uint8Array): ReadonlyMap<number, DictEntry> {
  const dict = new Map<number, DictEntry>();
  let values: number[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const b = bytes[at]!;
    if (b <= 21) {
      const operator = b === 12 ? 1200 + (bytes[at + 1] ?? 0) : b;
      at += b === 12 ? 2 : 1;
      dict.set(operator, { values, bytes: bytes.subarray(from, at) });
      values = [];
      from = at;
    } else if (b === 28) {
      values.push((u16(bytes, at + 1) << 16) >> 16);
      at += 3;
    } else if (b === 29) {
      values.push(u32(bytes, at + 1) | 0);
      at += 5;
    } else if (b === 30) {
      const [value, next] = readReal(bytes, at + 1);
      values.push(value);
      at = next;
    } else if (b >= 32 && b <= 246) {
      values.push(b - 139);
      at += 1;
    } else if (b >= 247 && b <= 254) {
      values.push(b <= 250 ? (b - 247) * 256 + bytes[at + 1]! + 108 : -(b - 251) * 256 - bytes[at + 1]! - 108);
      at += 2;
    } else {
      throw new FontError('broken', '字体的 CFF 字典损坏');
    }
  }
  return dict;
}

const NIBBLES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];

function readReal(bytes: Uint8Array, start: number): readonly [number, number] {
  let text = '';
  for (let at = start; at < bytes.length; at += 1) {
    for (const nibble of [bytes[at]! >> 4, bytes[at]! & 15]) {
      if (nibble === 15) return [Number(text), at + 1];
      text += NIBBLES[nibble] ?? '';
    }
  }
  throw new FontError('broken', '字体的 CFF 字典损坏');
}

/** An integer operand in the fixed five-byte form, so that sizes are known before values. */
export function writeInteger(value: number): number[] {
  return [29, (value >>> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** An INDEX over the objects. */
export function writeIndex(objects: readonly Uint8Array[]): Uint8Array {
  if (objects.length === 0) return new Uint8Array(2);
  const total = objects.reduce((sum, object) => sum + object.length, 1);
  const size = total < 0x100 ? 1 : total < 0x10000 ? 2 : total < 0x1000000 ? 3 : 4;
  const base = 3 + (objects.length + 1) * size;
  const bytes = new Uint8Array(base + total - 1);
  bytes[0] = objects.length >> 8;
  bytes[1] = objects.length;
  bytes[2] = size;
  let offset = 1;
  let at = 3;
  const put = (): void => {
    for (let shift = (size - 1) * 8; shift >= 0; shift -= 8) bytes[at++] = offset >>> shift;
  };
  put();
  for (const object of objects) {
    bytes.set(object, base + offset - 1);
    offset += object.length;
    put();
  }
  return bytes;
}
