// A growing byte buffer that content streams are written into: operators,
// numbers and glyph codes go straight to bytes, without a string a glyph. One
// buffer serves all pages: `reset()` and write again. Numbers come in as whole
// thousandths, so that rounding happens once, in the caller, and what was
// rounded away is known there (no drift along a line).

import type { DisplayPage } from '../core/display/list';
import type { ContentKernel } from './content-kernel';
import type { EmbeddedFace } from './font-objects';

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const BACKSLASH = 0x5c;
const CR = 0x0d;
const LETTER_R = 0x72;

/** Largest number, of either sign, that is written by its digits; the pages that there are need less than a hundredth of it. */
export const MOST = 0x7fffffff;

/** Bytes that need a backslash in a literal string: ( ) \ and a bare CR, which would be read as LF. */
const ESCAPED = new Uint8Array(256);
for (const byte of [0x28, 0x29, BACKSLASH, CR]) ESCAPED[byte] = 1;

/** Bytes that a run takes at most beside its glyphs', and those of a glyph with an adjustment before it. */
const RUN_BYTES = 64;
const GLYPH_BYTES = 24;

export class ContentBuffer {
  private readonly kernel: ContentKernel | null;
  /** Where the bytes stand in the kernel's memory. */
  private base = 0;
  private buffer: Uint8Array<ArrayBuffer>;
  private end = 0;

  constructor(capacity = 1 << 16, kernel: ContentKernel | null = null) {
    this.kernel = kernel;
    this.buffer = this.room(capacity);
  }

  private room(capacity: number): Uint8Array<ArrayBuffer> {
    if (this.kernel === null) return new Uint8Array(capacity);
    this.base = this.kernel.block(capacity);
    return this.kernel.bytes(this.base, capacity);
  }

  /** Looks at the bytes anew where the kernel's memory has become another. */
  private look(kernel: ContentKernel, capacity: number): void {
    if (this.buffer.length === 0) this.buffer = kernel.bytes(this.base, capacity);
  }

  /** Takes up the page whose runs are written next. */
  page(page: DisplayPage): void {
    if (this.kernel === null) return;
    const capacity = this.buffer.length;
    this.kernel.page(page);
    this.look(this.kernel, capacity);
  }

  /**
   * Writes glyphs [first, end) by the kernel, from the spacing on, which was `spacing`; by (moveX, moveY) to the line's start first where `moves`.
   * @returns what the kernel leaves (kernels/content.ts), its bracket as a length; null where there is no kernel or it has no such numbers: then nothing is written
   */
  run(face: EmbeddedFace, first: number, end: number, dx: number, size: number, spacing: number, moves: boolean, moveX: number, moveY: number, pen: number): Float64Array | null {
    const { kernel } = this;
    if (kernel === null) return null;
    const capacity = this.buffer.length;
    kernel.face(face);
    this.look(kernel, capacity);
    this.reserve(RUN_BYTES + GLYPH_BYTES * (end - first));
    const { base } = this;
    const to = kernel.code.run(base + this.end, first, end, dx, size, spacing, moves, moveX, moveY, pen);
    if (to === 0) return null;
    this.end = to - base;
    const { result } = kernel;
    result[3]! -= base;
    return result;
  }

  get length(): number {
    return this.end;
  }

  /** The bytes written since `reset`; a view that the next write may spoil. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.end);
  }

  reset(): void {
    this.end = 0;
  }

  /** Room for `count` more bytes; the single-byte writers below do not look. */
  reserve(count: number): void {
    if (this.end + count <= this.buffer.length) return;
    const { base, end, kernel, buffer } = this;
    const larger = this.room(Math.max(buffer.length * 2, end + count));
    larger.set(kernel === null ? buffer : kernel.bytes(base, end));
    this.buffer = larger;
  }

  /** One byte, into room that was reserved. */
  put(byte: number): void {
    this.buffer[this.end++] = byte;
  }

  /** Takes back what was written after `length`. */
  truncate(length: number): void {
    this.end = length;
  }

  /** Changes a byte already written. */
  patch(at: number, byte: number): void {
    this.buffer[at] = byte;
  }

  /** A string whose characters are bytes (an operator, a name, a literal made elsewhere). */
  hotAscii(text: string): void {
    this.reserve(text.length);
    const bytes = this.buffer;
    let length = this.end;
    for (let i = 0; i < text.length; i++) bytes[length++] = text.charCodeAt(i);
    this.end = length;
  }

  /** A number of whole thousandths in its shortest decimal form: 12500 is `12.5`, -7 is `-.007`. */
  thousandths(value: number): void {
    this.hotFixed(value, 3);
  }

  /** The whole number `value` with its last `places` digits behind the point, in its shortest form. In whole numbers of 32 bits throughout, which compile to little. */
  hotFixed(value: number, places: number): void {
    if (value > MOST || value < -MOST) {
      this.hotAscii(String(value / 10 ** places)); // neither small enough for a zero before the point nor large enough for an exponent
      return;
    }
    this.reserve(24);
    const bytes = this.buffer;
    let length = this.end;
    let rest = value | 0;
    if (rest < 0) {
      bytes[length++] = MINUS;
      rest = -rest;
    }
    let size = 0; // of its characters but the sign: zeros that would end it behind the point go
    let behind = places;
    for (let left = rest; left > 0 || behind > 0; behind--) {
      const digit = left % 10;
      if (size > 0 || behind <= 0 || digit !== 0) size += behind === 1 ? 2 : 1;
      left = (left - digit) / 10; // without a remainder, which would be a number on the heap
    }
    if (size === 0) bytes[length++] = ZERO;
    this.end = length + size;
    // The same once more, from the last digit to the first.
    let at = length + size;
    for (behind = places; at > length; behind--) {
      const digit = rest % 10;
      if (at < this.end || behind <= 0 || digit !== 0) {
        bytes[--at] = ZERO + digit;
        if (behind === 1) bytes[--at] = POINT;
      }
      rest = (rest - digit) / 10;
    }
  }

  /** The two-byte codes of glyphs [first, end) inside a literal string, escaped where the literal needs it. */
  hotCodes(glyph: Uint16Array, cidOf: Uint16Array, first: number, end: number): void {
    this.reserve(4 * (end - first));
    const { buffer } = this;
    const escaped = ESCAPED;
    let length = this.end;
    for (let i = first; i < end; i++) {
      const cid = cidOf[glyph[i] as number] as number;
      const high = cid >> 8;
      const low = cid & 0xff;
      if (escaped[high] !== 0) buffer[length++] = BACKSLASH;
      buffer[length++] = high === CR ? LETTER_R : high;
      if (escaped[low] !== 0) buffer[length++] = BACKSLASH;
      buffer[length++] = low === CR ? LETTER_R : low;
    }
    this.end = length;
  }
}
