// Text out of content streams: which codes of which font are shown, in what
// order, under which mark. Operators are read byte by byte; numbers are only
// skipped over, except where colour depends on them. Text of one /Article id is
// gathered over all pages; each /Artifact sequence stands alone.
import { type Dict, ObjectReader, PdfFault, StringBytes, decodeText, endsToken, latin1 } from './pdf-object';
import { pageTextKernel, type PageTextKernel } from './page-text-kernel';
import type { ShownFont } from './shown-font';

/** UTF-16 text that grows: what does not fit is put by as a string, so that the units are never copied. */
class TextSink {
  #units: Uint16Array<ArrayBuffer>;
  #length = 0;
  #full = '';

  /** @param room units gathered before a string is made of them */
  constructor(room: number) {
    this.#units = new Uint16Array(room);
  }

  /** Room for `count` more; then write at `length`. */
  units(count: number): Uint16Array {
    if (this.#length + count > this.#units.length) {
      this.#full += this.#gathered();
      this.#length = 0;
      if (count > this.#units.length) this.#units = new Uint16Array(count);
    }
    return this.#units;
  }

  /** Units that are no string yet. */
  get length(): number {
    return this.#length;
  }

  set length(length: number) {
    this.#length = length;
  }

  appendUnits(units: Uint16Array): void {
    this.units(units.length).set(units, this.#length);
    this.#length += units.length;
  }

  append(text: string): void {
    const units = this.units(text.length);
    for (let i = 0; i < text.length; i++) units[this.#length + i] = text.charCodeAt(i);
    this.#length += text.length;
  }

  toString(): string {
    return this.#full + this.#gathered();
  }

  /** UTF-16 in this machine's order; a lone surrogate comes through as it is. */
  #gathered(): string {
    return Buffer.from(this.#units.buffer, 0, this.#length * 2).toString('utf16le');
  }
}

/** Units of an article's and of an artifact's sink: some ten pages, and a page number. */
const ARTICLE_ROOM = 8192;
const ARTIFACT_ROOM = 32;

/** An open marked-content sequence. */
interface Mark {
  readonly sink: TextSink | null;
  /** Glyphs below it are not text: /ActualText said it. */
  readonly replaced: boolean;
}

const NO_PLATES: ReadonlySet<string> = new Set();

export class TextCollector {
  readonly problems: string[] = [];
  readonly #articles = new Map<string, TextSink>();
  readonly #artifacts: TextSink[] = [];
  #fonts: ReadonlyMap<string, ShownFont> = new Map();
  #plates: ReadonlySet<string> = NO_PLATES;
  #page = 0;
  #marks: Mark[] = [];
  #font: ShownFont | null = null;
  #saved: (ShownFont | null)[] = [];
  /** What goes ahead through plain text. */
  readonly #kernel: PageTextKernel | null = pageTextKernel();
  // Operands of the operator to come: bytes of strings, last name, last dictionary.
  readonly #shown = new StringBytes(4096);
  #name = '';
  #dict: Dict | null = null;

  articles(): Map<string, string> {
    return new Map([...this.#articles].map(([id, sink]) => [id, sink.toString()]));
  }

  artifacts(): string[] {
    return this.#artifacts.map((sink) => sink.toString()).filter((text) => text !== '');
  }

  /** Called behind the last page: what was shown of each font is marked then. */
  finish(): void {
    this.#kernel?.finish();
  }

  /** Reads the stream of page `page` (1-based). `plates`: names of the colour spaces that it may use beside gray. @throws PdfFault */
  read(bytes: Uint8Array, page: number, fonts: ReadonlyMap<string, ShownFont>, plates: ReadonlySet<string> = NO_PLATES): void {
    this.#plates = plates;
    this.#fonts = fonts;
    this.#page = page;
    this.#marks = [];
    this.#font = null;
    this.#saved = [];
    this.#reset();
    const passed = PASSED;
    const shown = this.#shown;
    const end = bytes.length;
    this.#kernel?.take(bytes);
    let at = 0;
    for (;;) {
      if (this.#kernel !== null) at = this.#readAhead(this.#kernel, at);
      while (at < end && passed[bytes[at] as number] === 1) at++;
      if (at >= end) break;
      const byte = bytes[at] as number;
      if (byte === 0x28) {
        at = shown.hotLiteral(bytes, at);
      } else if (byte === 0x54 && !endsToken(bytes[at + 1] as number) && endsToken(bytes[at + 2] as number)) {
        this.#textOperator(bytes[at + 1] as number);
        at += 2;
      } else if (byte === 0x3c) {
        at = bytes[at + 1] === 0x3c ? this.#readDict(bytes, at) : shown.hex(bytes, at);
      } else if (byte === 0x2f) {
        at = this.#readName(bytes, at + 1);
      } else {
        at = this.#readOperator(bytes, at);
      }
    }
    if (this.#marks.length > 0) this.#problem('标记内容没有结束');
  }

  /** Has the kernel read on where nothing stands open but text in a mark; returns how far it came. */
  #readAhead(kernel: PageTextKernel, at: number): number {
    const font = this.#font;
    const mark = this.#marks.at(-1);
    if (font === null || mark === undefined || mark.sink === null || mark.replaced || this.#shown.length > 0 || this.#name !== '' || this.#dict !== null) return at;
    const end = kernel.read(at, font);
    if (end > at) mark.sink.appendUnits(kernel.units());
    return end;
  }

  #reset(): void {
    this.#shown.length = 0;
    this.#name = '';
    this.#dict = null;
  }

  #problem(what: string): void {
    this.problems.push(`第 ${this.#page} 页：${what}`);
  }

  #readDict(bytes: Uint8Array, at: number): number {
    const reader = new ObjectReader(bytes, at);
    this.#dict = reader.value() as Dict;
    return reader.at;
  }

  #readName(bytes: Uint8Array, start: number): number {
    const end = tokenEnd(bytes, start);
    this.#name = latin1(bytes, start, end);
    return end;
  }

  /** T and one more character: Tj, TJ, Td and Tc are nearly all there is, so no string is made for them. */
  #textOperator(second: number): void {
    if (second === 0x6a || second === 0x4a) this.#show();
    else if (second === 0x66) this.#setFont();
    this.#reset();
  }

  #readOperator(bytes: Uint8Array, start: number): number {
    const end = tokenEnd(bytes, start);
    const byte = bytes[start] as number;
    if (end === start || (byte < 0x3a && byte !== 0x27 && byte !== 0x22)) throw new PdfFault(`内容流里有不认识的字节 ${byte}`);
    this.#operator(latin1(bytes, start, end), bytes, start);
    this.#reset();
    return end;
  }

  #operator(operator: string, bytes: Uint8Array, at: number): void {
    switch (operator) {
      case 'BMC':
      case 'BDC':
        this.#begin();
        break;
      case 'EMC':
        if (this.#marks.pop() === undefined) this.#problem('标记内容结束得太多');
        break;
      case 'q':
        this.#saved.push(this.#font);
        break;
      case 'Q':
        if (this.#saved.length === 0) this.#problem('Q 比 q 多');
        this.#font = this.#saved.pop() ?? null;
        break;
      case 'k':
      case 'K':
        if (!numbersBefore(bytes, at).slice(0, 3).every((start) => isZero(bytes, start))) this.#problem('用了黑以外的油墨');
        break;
      case 'cs':
      case 'CS':
        if (!this.#plates.has(this.#name)) this.#problem(`用了黑以外的颜色（${operator}）`);
        break;
      case 'scn':
      case 'SCN':
        // The one number of the plate that `cs` has chosen; more would be another space's.
        if (this.#plates.size === 0 || numbersBefore(bytes, at).length !== 1) this.#problem(`用了黑以外的颜色（${operator}）`);
        break;
      case 'rg':
      case 'RG':
      case 'sc':
      case 'SC':
      case 'sh':
        this.#problem(`用了黑以外的颜色（${operator}）`);
        break;
      case "'":
      case '"':
      case 'BI':
        throw new PdfFault(`内容流里有不读的操作 ${operator}`);
      default: // the rest neither shows text nor chooses a colour
    }
  }

  #begin(): void {
    const outer = this.#marks.at(-1) ?? { sink: null, replaced: false };
    const actual = this.#dict?.get('ActualText');
    const id = this.#dict?.get('Id');
    if (this.#name === 'Article' && id instanceof Uint8Array) {
      const article = decodeText(id);
      let sink = this.#articles.get(article);
      if (sink === undefined) this.#articles.set(article, (sink = new TextSink(ARTICLE_ROOM)));
      this.#marks.push({ sink, replaced: false });
    } else if (this.#name === 'Artifact') {
      const sink = new TextSink(ARTIFACT_ROOM);
      this.#artifacts.push(sink);
      this.#marks.push({ sink, replaced: false });
    } else if (actual instanceof Uint8Array) {
      if (!outer.replaced) outer.sink?.append(decodeText(actual));
      this.#marks.push({ sink: outer.sink, replaced: true });
    } else {
      this.#marks.push(outer);
    }
  }

  #setFont(): void {
    const font = this.#fonts.get(this.#name);
    if (font === undefined) throw new PdfFault(`第 ${this.#page} 页：没有字体 ${this.#name}`);
    this.#font = font;
  }

  #show(): void {
    const font = this.#font;
    if (font === null) throw new PdfFault(`第 ${this.#page} 页：没有选字体就排字`);
    if (this.#shown.length % 2 !== 0) this.#problem('文字的代码不成对');
    const mark = this.#marks.at(-1);
    if (mark === undefined || mark.sink === null) {
      this.#problem('有文字不在任何稿件或页面附件的标记里');
      return;
    }
    if (mark.replaced) markUsed(this.#shown.buffer, this.#shown.length, font.used);
    else if (!hotAppendCodes(this.#shown.buffer, this.#shown.length, font, mark.sink)) this.#appendSlowly(font, mark.sink);
  }

  /** As hotAppendCodes, for a string with texts of more than one unit, or with none. */
  #appendSlowly(font: ShownFont, sink: TextSink): void {
    const { buffer, length } = this.#shown;
    for (let i = 0; i + 1 < length; i += 2) {
      const code = ((buffer[i] as number) << 8) | (buffer[i + 1] as number);
      const text = font.text.get(code);
      if (text === undefined) this.#problem(`字体 ${font.name} 的字形 ${code} 没有对应的文字`);
      else sink.append(text);
    }
  }
}

/** Marks the codes as used and appends their texts; false, with nothing appended, where one has not exactly one unit. */
function hotAppendCodes(shown: Uint8Array, length: number, font: ShownFont, sink: TextSink): boolean {
  const { used } = font;
  const table = font.text.unit;
  const units = sink.units(length >> 1);
  let at = sink.length;
  let whole = true;
  for (let i = 0; i + 1 < length; i += 2) {
    const code = ((shown[i] as number) << 8) | (shown[i + 1] as number);
    used[code] = 1;
    const unit = table[code] as number;
    if (unit === 0) whole = false;
    units[at++] = unit;
  }
  if (whole) sink.length = at;
  return whole;
}

function markUsed(shown: Uint8Array, length: number, used: Uint8Array): void {
  for (let i = 0; i + 1 < length; i += 2) used[((shown[i] as number) << 8) | (shown[i + 1] as number)] = 1;
}

/** 1 for the bytes that a number is made of: 0–9 + - and the point. */
const NUMERIC = new Uint8Array(256);
for (const char of '0123456789+-.') NUMERIC[char.charCodeAt(0)] = 1;

/** 1 for what is passed by: numbers, of which only a colour's are looked at, where their operator comes; blanks; brackets of a TJ. */
export const PASSED = NUMERIC.slice().fill(1, 0, 0x21);
for (const char of '[]') PASSED[char.charCodeAt(0)] = 1;

/** Where the numbers begin that stand before the operator at `at`, in their order. */
function numbersBefore(bytes: Uint8Array, at: number): number[] {
  const starts: number[] = [];
  for (let k = at - 1; k >= 0 && PASSED[bytes[k] as number] === 1; k--) {
    if (NUMERIC[bytes[k] as number] === 1 && NUMERIC[bytes[k - 1] as number] !== 1) starts.unshift(k);
  }
  return starts;
}

/** Whether the number at `at` is 0: it has no other digit. */
function isZero(bytes: Uint8Array, at: number): boolean {
  for (; NUMERIC[bytes[at] as number] === 1; at++) if (bytes[at]! >= 0x31) return false;
  return true;
}

function tokenEnd(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && !endsToken(bytes[at] as number)) at++;
  return at;
}

