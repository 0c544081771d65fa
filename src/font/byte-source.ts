// Where a font's bytes come from: file ranges in Node (src/node/file-source.ts),
// whole bytes in the worker. Synchronous, because layout asks for a glyph in
// the middle of a line and cannot wait. Also the big-endian readers that all
// tables share; they trust their caller about bounds (a byte past the end reads
// as 0), so that hot loops stay small: callers check lengths once per table.
import { FontError } from './font-error';

export interface ByteSource {
  readonly length: number;
  /** `n` bytes from `at`. The view may be shared: never write to it. @throws FontError `broken` past the end. */
  read(at: number, n: number): Uint8Array;
}

/** A source over bytes in memory; `read` copies nothing. */
export function bytesSource(given: Uint8Array): ByteSource {
  // A Node Buffer's slice() shares memory where a Uint8Array's copies: readers must never meet a Buffer.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
  return {
    length: bytes.length,
    read(at, n) {
      checkRange(at, n, bytes.length);
      return bytes.subarray(at, at + n);
    },
  };
}

/** @throws FontError `broken` where `n` bytes from `at` are not all inside `length`. */
export function checkRange(at: number, n: number, length: number): void {
  if (!(at >= 0 && n >= 0 && at + n <= length)) {
    throw new FontError('broken', `字体文件不完整：需要第 ${at} 至 ${at + n} 字节，文件只有 ${length} 字节`);
  }
}

/** Unsigned 16 bits, big endian. */
export function u16(b: Uint8Array, i: number): number {
  return (b[i]! << 8) | b[i + 1]!;
}

/** Signed 16 bits, big endian. */
export function i16(b: Uint8Array, i: number): number {
  return ((b[i]! << 24) >> 16) | b[i + 1]!;
}

/** Unsigned 32 bits, big endian. */
export function u32(b: Uint8Array, i: number): number {
  return ((b[i]! << 24) | (b[i + 1]! << 16) | (b[i + 2]! << 8) | b[i + 3]!) >>> 0;
}

/** Four ASCII characters. */
export function tagAt(b: Uint8Array, i: number): string {
  return String.fromCharCode(b[i]!, b[i + 1]!, b[i + 2]!, b[i + 3]!);
}

export function putU16(b: Uint8Array, i: number, value: number): void {
  b[i] = value >> 8;
  b[i + 1] = value;
}

export function putU32(b: Uint8Array, i: number, value: number): void {
  b[i] = value >>> 24;
  b[i + 1] = value >> 16;
  b[i + 2] = value >> 8;
  b[i + 3] = value;
}
