// A ToUnicode CMap (9.10.3): two-byte codes to text. Texts of one UTF-16 unit,
// nearly all of them, lie in a table that a page of text can be read with.
import { ObjectReader, PdfFault, type PdfValue, utf16 } from './pdf-object';

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
  let operands: PdfValue[] = [];
  for (;;) {
    reader.skipWhite();
    const byte = bytes[reader.at];
    if (byte === undefined) return table;
    // Operators begin with a letter; operands are strings, numbers, names, arrays, dictionaries.
    if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) {
      const operator = reader.word();
      if (operator === 'endbfchar') addChars(table, operands);
      else if (operator === 'endbfrange') addRanges(table, operands);
      operands = [];
    } else {
      operands.push(reader.value());
    }
  }
}

function codeOf(value: PdfValue | undefined): number {
  if (!(value instanceof Uint8Array) || value.length !== 2) throw new PdfFault('ToUnicode 的代码不是两个字节');
  return ((value[0] as number) << 8) | (value[1] as number);
}

function textOf(value: PdfValue | undefined): string {
  if (!(value instanceof Uint8Array)) throw new PdfFault('ToUnicode 的文字不是字符串');
  return utf16(value, 0);
}

function addChars(table: CodeToText, operands: readonly PdfValue[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) table.set(codeOf(operands[i]), textOf(operands[i + 1]));
}

function addRanges(table: CodeToText, operands: readonly PdfValue[]): void {
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
