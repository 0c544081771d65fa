// A ToUnicode CMap (9.10.3): two-byte codes to text. Texts of one UTF-16 unit,
// nearly all of them, lie in a table that a page of text can be read with.
import { ObjectReader, PdfFault, type PdfValue, StringBytes, twoBytesAt, utf16 } from './pdf-object';

export class CodeToText {
  /** By code: the unit of a text of one unit; 0 where the text is longer or missing. */
  readonly unit = new Uint16Array(0x10000);
  readonly #long = new Map<number, string>();

  set(code: number, text: string): void {
    if (text.length === 1 && text !== '\0') this.unit[code] = text.charCodeAt(0);
    else this.#long.set(code, text);
  }

  /** The text of a code; undefined where the CMap has none. */
  get(code: number): string | undefined {
    const unit = this.unit[code] as number;
    return unit !== 0 ? String.fromCharCode(unit) : this.#long.get(code);
  }
}

/** Reads a CMap. @throws PdfFault for one that is not as it should be. */
export function readToUnicode(bytes: Uint8Array): CodeToText {
  const table = new CodeToText();
  const reader = new ObjectReader(bytes);
  const hex = new StringBytes(32);
  let operands: Operand[] = [];
  for (;;) {
    reader.skipWhite();
    const byte = bytes[reader.at];
    if (byte === undefined) return table;
    // Operators begin with a letter; operands are strings, numbers, names, arrays, dictionaries.
    if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) {
      const operator = reader.word();
      if (operator === 'beginbfchar') reader.at = takeChars(table, bytes, reader.at);
      else if (operator === 'endbfchar') addChars(table, operands);
      else if (operator === 'endbfrange') addRanges(table, operands);
      operands = [];
    } else if (byte === 0x3c && bytes[reader.at + 1] !== 0x3c) {
      // nearly all there is: two thousand of them in a book, as text at once
      hex.length = 0;
      reader.at = hex.hex(bytes, reader.at);
      if (hex.length % 2 !== 0) throw new PdfFault('ToUnicode 的代码不是两个字节');
      operands.push(utf16(hex.buffer, 0, hex.length));
    } else {
      operands.push(reader.value());
    }
  }
}

/** Takes the pairs of two bytes and two bytes that stand from `at` on, nearly all that a CMap has; returns where something else stands. */
function takeChars(table: CodeToText, bytes: Uint8Array, at: number): number {
  for (;;) {
    const first = pastBlanks(bytes, at);
    const code = twoBytesAt(bytes, first);
    const second = pastBlanks(bytes, first + PAIR);
    const unit = code < 0 ? -1 : twoBytesAt(bytes, second);
    if (unit <= 0) return at;
    table.unit[code] = unit;
    at = second + PAIR;
  }
}

/** Characters of a hexadecimal string of two bytes. */
const PAIR = 6;

function pastBlanks(bytes: Uint8Array, at: number): number {
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d) at++;
  return at;
}

/** A hexadecimal string as the UTF-16 that it is, or another object. */
type Operand = string | PdfValue;

function codeOf(value: Operand | undefined): number {
  if (typeof value !== 'string' || value.length !== 1) throw new PdfFault('ToUnicode 的代码不是两个字节');
  return value.charCodeAt(0);
}

function textOf(value: Operand | undefined): string {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array)) throw new PdfFault('ToUnicode 的文字不是字符串');
  return utf16(value, 0, value.length);
}

function addChars(table: CodeToText, operands: readonly Operand[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) table.set(codeOf(operands[i]), textOf(operands[i + 1]));
}

function addRanges(table: CodeToText, operands: readonly Operand[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const low = codeOf(operands[i]);
    const high = codeOf(operands[i + 1]);
    const target = operands[i + 2];
    for (let code = low; code <= high; code++) {
      if (Array.isArray(target)) {
        table.set(code, textOf(target[code - low]));
      } else {
        const first = textOf(target);
        table.set(code, first.slice(0, -1) + String.fromCharCode(first.charCodeAt(first.length - 1) + code - low));
      }
    }
  }
}
