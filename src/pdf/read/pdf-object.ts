// PDF objects from bytes: the lexer of the reading-back side. It knows the
// syntax of ISO 32000-1, 7.3, and nothing of this folder's writer, so that the
// two cannot be wrong together. Offsets are into the given bytes.

/** A file that is not as the standard wants it; the message is ready Chinese text. */
export class PdfFault extends Error {}

export class Name {
  constructor(readonly value: string) {}
}

export class Ref {
  constructor(readonly num: number, readonly gen: number) {}
}

export type Dict = Map<string, PdfValue>;
/** A string is its bytes. */
export type PdfValue = null | boolean | number | Name | Ref | Uint8Array | PdfValue[] | Dict;

const WHITE = 1;
const DELIMITER = 2;
/** Class of each byte: 0 regular. */
export const CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = WHITE;
for (const char of '()<>[]{}/%') CLASS[char.charCodeAt(0)] = DELIMITER;

/** Bytes of a literal string that do not stand for themselves: ( ) \ and CR. */
const LITERAL = new Uint8Array(256);
for (const byte of [0x28, 0x29, 0x5c, 0x0d]) LITERAL[byte] = 1;

/** What each byte is as a hexadecimal digit; -1 for none. */
const HEX_DIGIT = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit++) for (const char of [digit.toString(16), digit.toString(16).toUpperCase()]) HEX_DIGIT[char.charCodeAt(0)] = digit;

/** The number that a hexadecimal string of four digits at `at` stands for; -1 where something else stands. */
export function twoBytesAt(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x3c || bytes[at + 5] !== 0x3e) return -1;
  const digits = HEX_DIGIT;
  let value = 0;
  for (let k = at + 1; k < at + 5; k++) {
    const digit = digits[bytes[k] as number] as number;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** Whether the byte ends a number, name or keyword. */
export function endsToken(byte: number): boolean {
  return CLASS[byte] !== 0;
}

export class ObjectReader {
  at = 0;
  /** Told of every reference that is read. */
  onRef: ((num: number) => void) | null = null;
  readonly #bytes: Uint8Array;
  readonly #string = new StringBytes(32);
  /** The latest arrays of numbers: each page has four boxes, and the next page the same. */
  readonly #recent: { readonly start: number; readonly end: number; readonly items: PdfValue[] }[] = [];

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  skipWhite(): void {
    const bytes = this.#bytes;
    const classes = CLASS;
    let { at } = this;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x25) {
        while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
      } else if (classes[byte] !== WHITE) {
        break;
      }
    }
    this.at = at;
  }

  /** The regular characters from here on, as they stand ('' before a delimiter). */
  word(): string {
    const bytes = this.#bytes;
    const classes = CLASS;
    const start = this.at;
    let at = start;
    while (at < bytes.length && classes[bytes[at] as number] === 0) at++;
    this.at = at;
    return latin1(bytes, start, at);
  }

  /** @throws PdfFault where `keyword` does not come next. */
  expect(keyword: string): void {
    this.skipWhite();
    const start = this.at;
    const end = start + keyword.length;
    if (standsAt(keyword, this.#bytes, start) && endsToken(this.#bytes[end] ?? 0x20)) {
      this.at = end;
      return;
    }
    const found = this.word();
    throw new PdfFault(`字节 ${this.at}：应为 ${keyword}，却是 ${found}`);
  }

  /** The next object. @throws PdfFault for anything else. */
  value(): PdfValue {
    this.skipWhite();
    const bytes = this.#bytes;
    const byte = bytes[this.at];
    switch (byte) {
      case undefined:
        throw new PdfFault('文件在一个对象中间结束');
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x5b:
        return this.#array();
      case 0x3c:
        return bytes[this.at + 1] === 0x3c ? this.#dict() : this.#hex();
      default:
        return this.#wordValue();
    }
  }

  #name(): Name {
    const bytes = this.#bytes;
    const start = this.at + 1;
    let at = start;
    let hash = 0;
    for (; at < bytes.length && CLASS[bytes[at] as number] === 0; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    this.at = at;
    const known = NAMES[hash & NAMES_MASK];
    if (known !== undefined && known.value.length === at - start && standsAt(known.value, bytes, start)) return known;
    const raw = latin1(bytes, start, at);
    const name = raw.includes('#') ? escapedName(raw) : new Name(raw);
    if (name.value === raw) NAMES[hash & NAMES_MASK] = name;
    return name;
  }

  #array(): PdfValue[] {
    const bytes = this.#bytes;
    const start = this.at;
    const recent = this.#recent;
    for (let k = 0; k < recent.length; k++) {
      const known = recent[k]!;
      if (!stretchAgain(bytes, known.start, known.end, start)) continue;
      this.at = start + known.end - known.start;
      return known.items;
    }
    this.at++;
    const items: PdfValue[] = [];
    let plain = true;
    for (;;) {
      this.skipWhite();
      if (bytes[this.at] === 0x5d) break;
      const item = this.value();
      if (typeof item !== 'number') plain = false;
      items.push(item);
    }
    this.at++;
    if (plain) {
      if (recent.length === RECENT) recent.shift();
      recent.push({ start, end: this.at, items });
    }
    return items;
  }

  #dict(): Dict {
    this.at += 2;
    const dict: Dict = new Map();
    for (;;) {
      this.skipWhite();
      if (this.#bytes[this.at] === 0x3e && this.#bytes[this.at + 1] === 0x3e) break;
      const key = this.value();
      if (!(key instanceof Name)) throw new PdfFault(`字节 ${this.at}：词典的键不是名字`);
      dict.set(key.value, this.value());
    }
    this.at += 2;
    return dict;
  }

  #literal(): Uint8Array {
    const string = this.#string;
    string.length = 0;
    this.at = string.hotLiteral(this.#bytes, this.at);
    return string.copy();
  }

  #hex(): Uint8Array {
    const string = this.#string;
    string.length = 0;
    this.at = string.hex(this.#bytes, this.at);
    return string.copy();
  }

  #wordValue(): PdfValue {
    const start = this.at;
    const whole = this.#wholeNumber();
    if (whole >= 0) return this.#reference(whole) ?? whole;
    const decimal = this.#decimal();
    if (decimal >= 0) return decimal;
    const word = this.word();
    const number = Number(word);
    if (word !== '' && !Number.isNaN(number)) return this.#reference(number) ?? number;
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    throw new PdfFault(`字节 ${start}：不认识的对象 ${word}`);
  }

  /** A number that is digits alone (most are), without a string for it; -1, with nothing taken, where something else stands. */
  #wholeNumber(): number {
    const bytes = this.#bytes;
    let { at } = this;
    let value = 0;
    for (; isDigit(bytes[at]); at++) value = value * 10 + (bytes[at] as number) - 0x30;
    if (at === this.at || at - this.at > 9 || !endsToken(bytes[at] ?? 0x20)) return -1;
    this.at = at;
    return value;
  }

  /** The same of a number with a point inside, up to fifteen digits: the two whole numbers that it is made of are exact, so that it is the nearest float. */
  #decimal(): number {
    const bytes = this.#bytes;
    let { at } = this;
    let value = 0;
    let scale = 0;
    for (; ; at++) {
      const byte = bytes[at];
      if (isDigit(byte)) {
        value = value * 10 + (byte as number) - 0x30;
        scale *= 10;
      } else if (byte === 0x2e && scale === 0) {
        scale = 1;
      } else {
        break;
      }
    }
    if (scale <= 1 || at - this.at > 16 || !endsToken(bytes[at] ?? 0x20)) return -1;
    this.at = at;
    return value / scale;
  }

  /** `num gen R` where that stands here: the first number is already read. */
  #reference(num: number): Ref | null {
    const bytes = this.#bytes;
    let at = this.at;
    let gen = 0;
    if (bytes[at] !== 0x20) return null;
    const digits = ++at;
    for (; isDigit(bytes[at]); at++) gen = gen * 10 + (bytes[at] as number) - 0x30;
    if (at === digits || bytes[at] !== 0x20 || bytes[at + 1] !== 0x52 || !endsToken(bytes[at + 2] ?? 0x20)) return null;
    this.at = at + 2;
    this.onRef?.(num);
    return new Ref(num, gen);
  }
}

const NAMES_MASK = 0xff;
/** Names by a hash of their bytes, the last one of each: a page has fourteen, and the next page the same. */
const NAMES: (Name | undefined)[] = Array.from({ length: NAMES_MASK + 1 });

/** Escaped bytes are UTF-8 where a name is meant to be read (7.3.5). */
function escapedName(raw: string): Name {
  const bytes = raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return new Name(Buffer.from(bytes, 'latin1').toString('utf8'));
}

/** Arrays of numbers remembered: a page's boxes, where no two are the same. */
const RECENT = 4;

/** Whether the bytes from `start` to `end` stand at `at` again. */
function stretchAgain(bytes: Uint8Array, start: number, end: number, at: number): boolean {
  for (let k = end - 1; k >= start; k--) if (bytes[at + k - start] !== bytes[k]) return false;
  return true;
}

/** Whether the characters of `text`, a byte each, stand at `start`. */
function standsAt(text: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The bytes as characters of one byte each. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

/** The bytes of strings, gathered; several may follow one another, as in a TJ. */
export class StringBytes {
  length = 0;
  buffer: Uint8Array;

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity);
  }

  /** What was gathered. */
  copy(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  /** Adds the literal string that opens at `at`; returns where it ended. @throws PdfFault */
  hotLiteral(source: Uint8Array, at: number): number {
    const special = LITERAL;
    const end = source.length;
    let { buffer, length } = this;
    let room = buffer.length;
    let depth = 1;
    for (at++; at < end; at++) {
      const byte = source[at] as number;
      if (length === room) {
        buffer = this.grow();
        room = buffer.length;
      }
      if (special[byte] === 0) {
        buffer[length++] = byte;
      } else if (byte === 0x5c) {
        this.length = length;
        at = this.#escape(source, at + 1);
        ({ buffer, length } = this);
        room = buffer.length;
      } else if (byte === 0x0d) {
        // An end of line inside a literal is a line feed, however it is written.
        if (source[at + 1] === 0x0a) at++;
        buffer[length++] = 0x0a;
      } else {
        depth += byte === 0x28 ? 1 : -1;
        if (depth === 0) {
          this.length = length;
          return at + 1;
        }
        buffer[length++] = byte;
      }
    }
    throw new PdfFault('字符串没有结束');
  }

  /** Adds the hexadecimal string that opens at `at`; returns where it ended. @throws PdfFault */
  hex(source: Uint8Array, at: number): number {
    const digits = HEX_DIGIT;
    let high = -1;
    for (at++; at < source.length; at++) {
      const byte = source[at] as number;
      const digit = digits[byte] as number;
      if (digit >= 0) {
        if (high >= 0) this.#put((high << 4) | digit);
        high = high < 0 ? digit : -1;
      } else if (byte === 0x3e) {
        if (high >= 0) this.#put(high << 4);
        return at + 1;
      } else if (CLASS[byte] !== WHITE) {
        break;
      }
    }
    throw new PdfFault('十六进制字符串有错');
  }

  #put(byte: number): void {
    if (this.length === this.buffer.length) this.grow();
    this.buffer[this.length++] = byte;
  }

  private grow(): Uint8Array {
    const larger = new Uint8Array(this.buffer.length * 2);
    larger.set(this.buffer);
    this.buffer = larger;
    return larger;
  }

  /** The character after a backslash at `at`; returns the last byte taken. */
  #escape(source: Uint8Array, at: number): number {
    const byte = source[at] as number;
    const letter = 'nrtbf'.indexOf(String.fromCharCode(byte));
    if (letter >= 0) {
      this.#put([10, 13, 9, 8, 12][letter] as number);
    } else if (byte >= 0x30 && byte <= 0x37) {
      let code = byte - 0x30;
      for (let k = 0; k < 2; k++) {
        const next = source[at + 1] as number;
        if (!(next >= 0x30 && next <= 0x37)) break;
        code = code * 8 + next - 0x30;
        at++;
      }
      this.#put(code & 0xff);
    } else if (byte === 0x0d) {
      if (source[at + 1] === 0x0a) at++;
    } else if (byte !== 0x0a) {
      this.#put(byte);
    }
    return at;
  }
}

/** A text string (7.9.2.2) as a JavaScript string: UTF-16 with its mark, else one character a byte. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return latin1(bytes, 0, bytes.length);
  return utf16(bytes, 2, bytes.length);
}

/** UTF-16, big-endian, of the bytes from `start` to `end`. */
export function utf16(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i + 1 < end; i += 2) text += String.fromCharCode(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  return text;
}
