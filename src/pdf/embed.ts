// All that Banxin takes from pdfkit, and the only file that touches its private
// fields (pinned: 0.20.2): object numbers, the writing of objects, the cross
// reference table and the trailer. Pages, fonts and content streams are our own
// objects, so pdfkit's page, text and font classes never run. Bytes leave in
// lots through a sink as soon as they are made; the document never stands whole
// in memory. Streams are deflated here, with sizes that fit a page of text.
import { constants, createDeflate, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { ReusedZlib } from './reused-zlib';

/** A dictionary as pdfkit writes it: a string is a name, a String object a text string. */
export type PdfDictionary = Record<string, unknown>;

/** What we use of pdfkit's PDFReference. */
export interface PdfRef {
  readonly id: number;
  data: PdfDictionary;
  write(chunk: Uint8Array): void;
  end(): void;
}

/** What we use of pdfkit's document beside its types; checked by the tests of this folder against the pinned version. */
interface Internals {
  options: { sink: ByteLots; identifier: Identifier };
  info: PdfDictionary;
  _offset: number;
  _id: Uint8Array;
  outline: PdfRef;
  _root: { data: PdfDictionary & { Pages: { data: { Kids: PdfRef[]; Count: number } } } };
}

/** A text string of the PDF: PDFDocEncoding where it is ASCII, else UTF-16. */
export function textString(text: string): unknown {
  return new String(text);
}

/** A name of any text: UTF-8, with what a name may not hold as it is in hexadecimal (7.3.5), which pdfkit leaves undone. */
export function nameString(text: string): string {
  let name = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const char = String.fromCharCode(byte);
    const plain = byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(char);
    name += plain ? char : `#${byte.toString(16).padStart(2, '0')}`;
  }
  return name;
}

/** An array of numbers that stands in several places, made into text once. */
export function written(numbers: readonly number[]): unknown {
  return new Written(`[${numbers.join(' ')}]`);
}

/** pdfkit writes what is no object of its own kinds, nor a plain one, as the text that it says it is. */
class Written {
  readonly [Symbol.toStringTag] = 'Written';
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const LOT = 1 << 18;

/** Gathers bytes into lots for a sink. */
class ByteLots {
  readonly #sink: (bytes: Uint8Array) => void;
  // The sink gets views of the plain array: a Buffer's `slice` would not copy. Not cleared: a short file touches a part of it.
  readonly #lot = new Uint8Array(Buffer.allocUnsafeSlow(LOT).buffer);
  readonly #text = Buffer.from(this.#lot.buffer);
  #length = 0;
  constructor(sink: (bytes: Uint8Array) => void) {
    this.#sink = sink;
  }

  text(text: string): number {
    if (text.length > LOT) return this.bytes(Buffer.from(text, 'latin1'));
    if (this.#length + text.length > LOT) this.flush();
    const count = this.#text.write(text, this.#length, 'latin1');
    this.#length += count;
    return count;
  }

  bytes(bytes: Uint8Array): number {
    if (this.#length + bytes.length > LOT) this.flush();
    if (bytes.length > LOT) {
      this.#sink(bytes);
    } else {
      this.#lot.set(bytes, this.#length);
      this.#length += bytes.length;
    }
    return bytes.length;
  }

  flush(): void {
    if (this.#length === 0) return;
    const lot = this.#lot.subarray(0, this.#length);
    this.#sink(lot);
    this.#length = 0;
  }
}

/**
 * The file's identifier (14.4), a digest of its streams: an identifier, not a
 * safeguard. Deflated streams end in their Adler-32, so that nothing has to be
 * summed up twice.
 */
class Identifier {
  readonly #words = new Uint32Array([0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]);
  #turn = 0;

  add(value: number): void {
    const turn = this.#turn++ & 3;
    const mixed = Math.imul((this.#words[turn] as number) ^ value, 0x01000193);
    this.#words[turn] = (mixed ^ (mixed >>> 15)) + (this.#words[(turn + 3) & 3] as number);
  }

  /** A deflated stream: its length and its Adler-32. */
  addDeflated(bytes: Uint8Array): void {
    this.add(bytes.length);
    for (const byte of bytes.subarray(-4)) this.add(byte);
  }

  /** Any other bytes, a thousand samples at most. */
  addRaw(bytes: Uint8Array): void {
    this.add(bytes.length);
    const step = Math.max(1, bytes.length >> 10);
    for (let i = 0; i < bytes.length; i += step) this.add(bytes[i] as number);
  }

  bytes(): Uint8Array {
    for (let i = 0; i < 8; i++) this.add(i);
    const bytes = new Uint8Array(16);
    this.#words.forEach((word, i) => new DataView(bytes.buffer).setUint32(i * 4, word));
    return bytes;
  }
}

/** pdfkit's document with our sink in place of its stream. Methods are overridden in a class because the constructor already writes. */
class SinkDocument extends PDFDocument {
  constructor(sink: ByteLots, identifier: Identifier) {
    super({
      sink,
      identifier,
      autoFirstPage: false,
      compress: false, // streams come deflated
      font: '', // else Helvetica is loaded, which a bundle cannot
      pdfVersion: '1.7',
      info: { CreationDate: new Date(0) }, // else the clock; taken out again below
    } as unknown as PDFKit.PDFDocumentOptions);
    (this as unknown as Internals).info = {};
  }

  _write(data: unknown): void {
    const self = this as unknown as Internals;
    const lots = self.options.sink;
    self._offset += typeof data === 'string' ? lots.text(`${data}\n`) : lots.bytes(data as Uint8Array);
  }

  override push(): boolean {
    return true; // nothing goes through the stream
  }

  /** pdfkit's XMP is neither escaped nor free of a date; ours is written by writeMetadata. */
  override endMetadata(): void {}

  // What pdfkit mixes in for pages, text and pictures: never called here, so that the bundle leaves it out (scripts/build-cli.mjs).
  override initMetadata(): void {}
  initColor(): void {}
  initVector(): void {}
  initFonts(): void {}
  initText(): void {}
  initImages(): void {}
  override initMarkings(): void {}
  initTables(): void {}
  override initSubset(): void {}
  override endMarkings(): void {}
  override endAcroForm(): this {
    return this;
  }

  /** pdfkit numbers its own outline before all else, and ends it empty; ours is an object of the catalog. */
  override initOutline(): void {
    (this as unknown as Internals).outline = this.ref({}) as unknown as PdfRef;
  }

  override endOutline(): void {
    (this as unknown as Internals).outline.end();
  }

  /** Writes the trailer: only now is everything known that the identifier stands for. */
  _finalize(): void {
    const self = this as unknown as Internals;
    self._id = self.options.identifier.bytes();
    (PDFDocument.prototype as unknown as { _finalize(): void })._finalize.call(this);
  }
}

/** One PDF being written: objects go out as they end; `end` writes the rest. */
export class PdfFile {
  readonly #lots: ByteLots;
  readonly #identifier = new Identifier();
  readonly #document: SinkDocument;
  readonly #internals: Internals;

  /** `sink` must be done with the bytes when it returns: the buffer is used again. */
  constructor(sink: (bytes: Uint8Array) => void) {
    this.#lots = new ByteLots(sink);
    this.#document = new SinkDocument(this.#lots, this.#identifier);
    this.#internals = this.#document as unknown as Internals;
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#internals._offset;
  }

  /** A new object, numbered now; its data may change until it ends. pdfkit itself ends a catalog's ViewerPreferences. */
  ref(data: PdfDictionary = {}): PdfRef {
    return this.#document.ref(data) as unknown as PdfRef;
  }

  /** Writes an object without a stream. */
  object(data: PdfDictionary): PdfRef {
    const ref = this.ref(data);
    ref.end();
    return ref;
  }

  /** Writes a stream object, deflated; `repeats` false for bytes in which hardly a string comes twice. */
  stream(bytes: Uint8Array, data: PdfDictionary = {}, repeats = true): PdfRef {
    const deflated = deflate(bytes, repeats);
    this.#identifier.addDeflated(deflated);
    return this.#writeStream(deflated, { ...data, Filter: 'FlateDecode' });
  }

  /** Writes a stream object with its bytes as they are; `data` names their filter. */
  rawStream(bytes: Uint8Array, data: PdfDictionary): PdfRef {
    this.#identifier.addRaw(bytes);
    return this.#writeStream(bytes, data);
  }

  #writeStream(bytes: Uint8Array, data: PdfDictionary): PdfRef {
    const ref = this.ref(data);
    ref.write(bytes);
    ref.end();
    return ref;
  }

  /** Numbers the pages: their objects, still empty, in reading order. */
  pages(count: number): PdfRef[] {
    const pages = this.#internals._root.data.Pages;
    const refs: PdfRef[] = [];
    for (let i = 0; i < count; i++) refs.push(this.ref({ Type: 'Page', Parent: pages }));
    pages.data.Kids.push(...refs);
    pages.data.Count = refs.length;
    return refs;
  }

  /** Entries of the catalog. */
  catalog(entries: PdfDictionary): void {
    Object.assign(this.#internals._root.data, entries);
  }

  /** Entries of the information dictionary; values are text strings or dates. */
  info(entries: Readonly<Record<string, string | Date>>): void {
    Object.assign(this.#internals.info, entries);
  }

  end(): void {
    this.#document.end();
    this.#lots.flush();
  }
}

const SHORT_STREAM = 1 << 14;
const FOR_SHORT_STREAMS = { level: 1, windowBits: 12, memLevel: 5, chunkSize: 4096 };
let shortStreams: ReusedZlib | null = null;

/**
 * Level and memory by measuring. For a page of text (2 KB) the compressor's
 * tables, made anew for every stream, cost more than the compressing: they are
 * made small; level 1 is 1 % larger than 6 and a third cheaper. A font is
 * deflated in one piece; level 1 is 4.5 % larger than 6 at half the time, a
 * window of half the usual size and twice the memory 0.8 % more at three
 * quarters of that, and where nothing repeats, not looking for it is 4 % larger
 * at half the time. The bytes are good until the next stream: the document writes them at once.
 */
function deflate(bytes: Uint8Array, repeats: boolean): Uint8Array {
  if (bytes.length <= SHORT_STREAM) {
    shortStreams ??= new ReusedZlib(createDeflate(FOR_SHORT_STREAMS), 2 * SHORT_STREAM);
    return shortStreams.run(bytes) ?? deflateSync(bytes, FOR_SHORT_STREAMS);
  }
  const strategy = repeats ? constants.Z_DEFAULT_STRATEGY : constants.Z_HUFFMAN_ONLY;
  return deflateSync(bytes, { level: 1, strategy, windowBits: 14, memLevel: 9, chunkSize: bytes.length });
}
