// Automatic numbers of a Word 97–2003 file ([MS-DOC]): which list and level each
// paragraph has, of itself or by its style, and what the lists write. The lists become
// the numbering of a .docx (numbering.ts), so that old and new files are counted by one
// rule. In: bytes of the file. Out: numbered paragraphs in order, with the beginning of
// their text: who has the text by other means finds them by that. A file that says
// these things otherwise than the standard gives none; nothing is guessed.
import { CompoundFile } from './compound-file';
import { Numbering, type ListNumber } from './numbering';
import type { XmlElement } from './xml-tree';

export interface NumberedParagraph {
  /** Its text without controls, whole. */
  readonly text: string;
  readonly label: ListNumber;
}

/** Offsets in the FIB of what the table stream holds: place, then length. */
const FIB = { styles: 0xa2, paragraphs: 0x102, pieces: 0x1a2, lists: 0x2e2, overrides: 0x2ea } as const;

/** Numbered paragraphs of the text; null: the file cannot be read so. */
export function oldNumbers(bytes: Uint8Array): NumberedParagraph[] | null {
  try {
    return read(bytes);
  } catch (error) {
    // A damaged file points behind its ends.
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

function read(bytes: Uint8Array): NumberedParagraph[] | null {
  const file = new CompoundFile(bytes);
  const main = file.stream('WordDocument');
  if (main === null) return null;
  const word = new Reading(main);
  const table = file.stream((word.u16(0x0a) & 0x0200) === 0 ? '0Table' : '1Table');
  if (table === null) return null;
  const tables = new Reading(table);
  const part = (at: number): Reading => tables.part(word.u32(at), word.u32(at + 4));
  if (word.u32(FIB.lists + 4) === 0 || word.u32(FIB.overrides + 4) === 0) return [];
  const numbering = new Numbering(numberingOf(tables, word.u32(FIB.lists), part(FIB.overrides)));
  const styles = stylesOf(part(FIB.styles));
  const runs = paragraphRuns(word, part(FIB.paragraphs));
  const found: NumberedParagraph[] = [];
  for (const { text, mark } of paragraphsOf(word, part(FIB.pieces), word.u32(0x4c))) {
    const run = runOf(runs, mark);
    if (run === null) continue;
    const style = styleUse(styles, run.style);
    const list = run.list ?? style.list ?? 0;
    if (list < 1 || list > 0x7fe) continue;
    const label = numbering.next({ numId: String(list), level: run.level ?? style.level ?? 0 }, '');
    if (label !== null && text.trim() !== '') found.push({ text, label });
  }
  return found;
}

/** Little-endian numbers of a part of the file. */
class Reading {
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.view.getUint8(at);
  }

  u16(at: number): number {
    return this.view.getUint16(at, true);
  }

  u32(at: number): number {
    return this.view.getUint32(at, true);
  }

  part(at: number, length: number): Reading {
    if (at + length > this.bytes.length) throw new RangeError('a part behind the end');
    return new Reading(this.bytes.subarray(at, at + length));
  }

  /** UTF-16, or one byte a character as Windows has it. */
  text(at: number, characters: number, wide: boolean): string {
    if (at + characters * (wide ? 2 : 1) > this.bytes.length) throw new RangeError('a text behind the end');
    return new TextDecoder(wide ? 'utf-16le' : 'windows-1252').decode(this.bytes.subarray(at, at + characters * (wide ? 2 : 1)));
  }
}

// ---- text

interface OldParagraph {
  readonly text: string;
  /** Where its mark stands in the stream. */
  readonly mark: number;
}

/** Paragraphs of the main text by the piece table. */
function paragraphsOf(word: Reading, clx: Reading, length: number): OldParagraph[] {
  let at = 0;
  while (clx.u8(at) === 1) at += 3 + clx.u16(at + 1);
  if (clx.u8(at) !== 2) return [];
  const pieces = clx.part(at + 5, clx.u32(at + 1));
  const count = (pieces.length - 4) / 12;
  const paragraphs: OldParagraph[] = [];
  let text = '';
  for (let i = 0; i < count; i++) {
    const from = pieces.u32(4 * i);
    const to = Math.min(pieces.u32(4 * i + 4), length);
    if (from >= to) continue;
    const place = pieces.u32(4 * (count + 1) + 8 * i + 2);
    const wide = (place & 0x40000000) === 0;
    const start = wide ? place : (place & 0x3fffffff) >>> 1;
    const own = word.text(start, to - from, wide);
    for (let k = 0; k < own.length; k++) {
      const sign = own[k]!;
      if (sign !== '\r' && sign !== '\u0007' && sign !== '\f') {
        text += sign;
        continue;
      }
      paragraphs.push({ text: shown(text), mark: start + k * (wide ? 2 : 1) });
      text = '';
    }
  }
  return paragraphs;
}

/** Text without field codes and controls. */
function shown(text: string): string {
  let plain = text;
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/\u0013[^\u0013\u0014\u0015]*\u0014?([^\u0013\u0014\u0015]*)\u0015/g, '$1');
  }
  return plain.replace(/[\u0000-\u0008\u000e-\u001f]/g, '');
}

// ---- which list a paragraph is of

interface ListUse {
  readonly list: number | null;
  readonly level: number | null;
}

interface ParagraphRun extends ListUse {
  readonly from: number;
  readonly to: number;
  readonly style: number;
}

const LEVEL = 0x260a;
const LIST = 0x460b;
/** Bytes of a property's value by the top bits of its code. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** List and level among the properties `[at, end)`. */
function useIn(properties: Reading, at: number, end: number): ListUse {
  let [list, level]: [number | null, number | null] = [null, null];
  while (at + 2 < end) {
    const code = properties.u16(at);
    at += 2;
    if (code === LEVEL) level = properties.u8(at);
    else if (code === LIST) list = properties.u16(at);
    // Two properties say their length otherwise: tables' and tabs'; nothing behind them is asked for.
    if (code === 0xd608 || (code === 0xc615 && properties.u8(at) === 255)) break;
    at += code >> 13 === 6 ? 1 + properties.u8(at) : SIZES[code >> 13]!;
  }
  return { list, level };
}

/** Runs of paragraphs with their properties, in the order of the stream. */
function paragraphRuns(word: Reading, bins: Reading): ParagraphRun[] {
  const runs: ParagraphRun[] = [];
  const count = (bins.length - 4) / 8;
  for (let i = 0; i < count; i++) {
    const page = word.part((bins.u32(4 * (count + 1) + 4 * i) & 0x3fffff) * 512, 512);
    const inPage = page.u8(511);
    for (let j = 0; j < inPage; j++) {
      const at = page.u8(4 * (inPage + 1) + 13 * j) * 2;
      const [from, to] = [page.u32(4 * j), page.u32(4 * j + 4)];
      if (at === 0) {
        runs.push({ from, to, style: 0, list: null, level: null });
        continue;
      }
      const short = page.u8(at);
      const start = short === 0 ? at + 2 : at + 1;
      const end = Math.min(511, short === 0 ? start + 2 * page.u8(at + 1) : start + 2 * short - 1);
      runs.push({ from, to, style: page.u16(start), ...useIn(page, start + 2, end) });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

function runOf(runs: readonly ParagraphRun[], at: number): ParagraphRun | null {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (at < run.from) high = middle - 1;
    else if (at >= run.to) low = middle + 1;
    else return run;
  }
  return null;
}

interface OldStyle extends ListUse {
  readonly base: number;
}

const NO_STYLE = 0xfff;

/** What each paragraph style says of lists, by its number. */
function stylesOf(sheet: Reading): (OldStyle | null)[] {
  const head = sheet.u16(0);
  const count = sheet.u16(2);
  const fixed = sheet.u16(4);
  const styles: (OldStyle | null)[] = [];
  let at = 2 + head;
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const size = sheet.u16(at);
    const from = at + 2;
    at = from + size;
    if (size === 0 || at > sheet.length || (sheet.u16(from + 2) & 0xf) !== 1) {
      styles.push(null);
      continue;
    }
    // Name, then the properties of the paragraph.
    let upx = from + fixed + 2 + 2 * sheet.u16(from + fixed) + 2;
    upx += (upx - from) % 2;
    const length = upx + 2 <= at ? sheet.u16(upx) : 0;
    styles.push({ base: sheet.u16(from + 2) >> 4, ...(length < 2 ? { list: null, level: null } : useIn(sheet, upx + 4, Math.min(at, upx + 2 + length))) });
  }
  return styles;
}

/** Of a style or what it is based on. */
function styleUse(styles: readonly (OldStyle | null)[], id: number): ListUse {
  let [list, level]: [number | null, number | null] = [null, null];
  for (let at = id, depth = 0; at !== NO_STYLE && depth < 20; depth++) {
    const style = styles[at];
    if (style === undefined || style === null) break;
    list ??= style.list;
    level ??= style.level;
    at = style.base;
  }
  return { list, level };
}

// ---- what lists write

/** Formats of numbers by their code ([MS-OSHARED] 2.2.1.3). */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal', 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 5: 'ordinal', 10: 'ideographDigital', 11: 'japaneseCounting', 14: 'decimalFullWidth', 15: 'decimal', 16: 'japaneseLegal', 17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle', 19: 'decimalFullWidth2', 22: 'decimalZero', 23: 'bullet', 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen', 28: 'decimalEnclosedCircleChinese', 29: 'ideographEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac', 32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting', 34: 'ideographLegalTraditional', 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital', 37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 255: 'none',
};

const element = (name: string, attributes: Readonly<Record<string, string | number>>, ...children: readonly XmlElement[]): XmlElement => ({ name, attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, String(value)])), children });
const valued = (name: string, value: string | number): XmlElement => element(name, { 'w:val': value });

/** Lists and their overrides as a .docx would say them. */
function numberingOf(tables: Reading, lists: number, overrides: Reading): XmlElement {
  const count = tables.u16(lists);
  const heads = Array.from({ length: count }, (_, i) => ({ id: tables.u32(lists + 2 + 28 * i), simple: (tables.u8(lists + 2 + 28 * i + 26) & 1) === 1 }));
  // The levels of all lists stand behind the lists' heads.
  let at = lists + 2 + 28 * count;
  const abstracts = heads.map(({ id, simple }) => {
    const levels = Array.from({ length: simple ? 1 : 9 }, (_, level) => {
      const { xml, end } = levelOf(tables, at, level);
      at = end;
      return xml;
    });
    return element('w:abstractNum', { 'w:abstractNumId': id }, ...levels);
  });
  const uses = overrides.u32(0);
  let data = 4 + 16 * uses;
  const nums = Array.from({ length: uses }, (_, i) => {
    const changed = overrides.u8(4 + 16 * i + 12);
    data += 4;
    const levels = Array.from({ length: changed }, () => {
      const flags = overrides.u32(data + 4);
      const level = flags & 0xf;
      const start = overrides.u32(data);
      data += 8;
      const inside: XmlElement[] = (flags & 0x10) === 0 ? [] : [valued('w:startOverride', start)];
      if ((flags & 0x20) !== 0) {
        const { xml, end } = levelOf(overrides, data, level);
        data = end;
        inside.push(xml);
      }
      return element('w:lvlOverride', { 'w:ilvl': level }, ...inside);
    });
    return element('w:num', { 'w:numId': i + 1 }, valued('w:abstractNumId', overrides.u32(4 + 16 * i)), ...levels);
  });
  return element('w:numbering', {}, ...abstracts, ...nums);
}

/** One level at a place: its head of 28 bytes, the properties of its text, its template. */
function levelOf(from: Reading, at: number, level: number): { readonly xml: XmlElement; readonly end: number } {
  const template = at + 28 + from.u8(at + 25) + from.u8(at + 24);
  const length = from.u16(template);
  const flags = from.u8(at + 5);
  const text = from.text(template + 2, length, true).replace(/[\u0000-\u0008]/g, (sign) => `%${sign.charCodeAt(0) + 1}`);
  const restarts = (flags & 0x08) === 0 ? [] : [valued('w:lvlRestart', from.u8(at + 26))];
  const legal = (flags & 0x04) === 0 ? [] : [element('w:isLgl', {})];
  return {
    xml: element('w:lvl', { 'w:ilvl': level }, valued('w:start', from.u32(at)), valued('w:numFmt', FORMATS[from.u8(at + 4)] ?? 'decimal'), ...restarts, ...legal, valued('w:lvlText', text)),
    end: template + 2 + 2 * length,
  };
}
