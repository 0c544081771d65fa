// A growing byte buffer that content streams are written into: operators,
// numbers and glyph codes go straight to bytes, without a string a glyph. One
// buffer serves all pages: `reset()` and write again. Numbers come in as whole
// thousandths, so that rounding happens once, in the caller, and what was
// rounded away is known there (no drift along a line).

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const BACKSLASH = 0x5c;

export class ContentBuffer {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** The bytes written since `reset`; a view that the next write may spoil. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  reset(): void {
    this.#length = 0;
  }

  /** Room for `count` more bytes; the single-byte writers below do not look. */
  reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** One byte, into room that was reserved. */
  put(byte: number): void {
    this.#bytes[this.#length++] = byte;
  }

  /** Takes back what was written after `length`. */
  truncate(length: number): void {
    this.#length = length;
  }

  /** Changes a byte already written. */
  patch(at: number, byte: number): void {
    this.#bytes[at] = byte;
  }

  /** A string whose characters are bytes (an operator, a name, a literal made elsewhere). */
  ascii(text: string): void {
    this.reserve(text.length);
    const bytes = this.#bytes;
    let length = this.#length;
    for (let i = 0; i < text.length; i++) bytes[length++] = text.charCodeAt(i);
    this.#length = length;
  }

  /** A number of whole thousandths in its shortest decimal form: 12500 is `12.5`, -7 is `-.007`. */
  thousandths(value: number): void {
    this.fixed(value, 3);
  }

  /** The whole number `value` with its last `places` digits behind the point, in its shortest form. */
  fixed(value: number, places: number): void {
    this.reserve(24);
    const bytes = this.#bytes;
    let length = this.#length;
    let rest = value;
    if (rest < 0) {
      bytes[length++] = MINUS;
      rest = -rest;
    }
    // Trailing zeros behind the point go.
    let behind = places;
    while (behind > 0 && rest % 10 === 0) {
      rest /= 10;
      behind--;
    }
    // Digits from the last to the first, into place from the right.
    let digits = behind;
    for (let power = 10 ** behind; power <= rest; power *= 10) digits++;
    const size = digits + (behind > 0 ? 1 : 0);
    if (size === 0) {
      bytes[length++] = ZERO;
      this.#length = length;
      return;
    }
    let at = length + size;
    for (let i = 0; i < digits; i++) {
      if (i === behind && behind > 0) bytes[--at] = POINT;
      const tens = Math.floor(rest / 10);
      bytes[--at] = ZERO + rest - tens * 10;
      rest = tens;
    }
    if (digits === behind && behind > 0) bytes[--at] = POINT;
    this.#length = length + size;
  }

  /** A two-byte glyph code inside a literal string, escaped where the literal needs it, into room of 4 bytes reserved. */
  code(cid: number): void {
    this.#literalByte(cid >> 8);
    this.#literalByte(cid & 0xff);
  }

  #literalByte(byte: number): void {
    // In a literal string ( ) \ need a backslash, and a bare CR would be read as LF.
    if (byte === 0x28 || byte === 0x29 || byte === BACKSLASH) {
      this.#bytes[this.#length++] = BACKSLASH;
      this.#bytes[this.#length++] = byte;
    } else if (byte === 0x0d) {
      this.#bytes[this.#length++] = BACKSLASH;
      this.#bytes[this.#length++] = 0x72;
    } else {
      this.#bytes[this.#length++] = byte;
    }
  }
}
