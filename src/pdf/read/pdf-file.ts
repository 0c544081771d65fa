// A PDF file as its objects: cross reference table, trailer, objects by number,
// streams inflated. Reads what plain PDF 1.7 without object streams holds; a
// file with a cross reference stream or encryption is a fault, not a guess.
import { createInflate, inflateSync } from 'node:zlib';
import { ReusedZlib } from '../reused-zlib';
import { type Dict, Name, ObjectReader, PdfFault, type PdfValue, Ref, latin1 } from './pdf-object';

export interface PdfStream {
  readonly dict: Dict;
  /** As they stand in the file. */
  readonly raw: Uint8Array;
}

/** A page of text, and most that it inflates to. */
const SHORT_STREAM = 4096;
const INFLATED = 1 << 16;
/** Times that deflate can make bytes shorter. */
const MOST_DEFLATED = 1032;
let shortStreams: ReusedZlib | null = null;

export class PdfBytes {
  readonly trailer: Dict;
  readonly #bytes: Uint8Array;
  /** Offset of each object; 0 where there is none. Whole numbers for V8 too: with floats every step of a reader would make one. */
  readonly #offsets: Uint32Array;
  readonly #referenced: Uint8Array;
  readonly #cache: (PdfValue | PdfStream | undefined)[] = [];
  readonly #dangling = new Set<number>();
  /** For all objects, one after the other: a reader has a buffer and more of its own. */
  readonly #reader: ObjectReader;

  /** @throws PdfFault */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    if (latin1(bytes, 0, 5) !== '%PDF-') throw new PdfFault('不是 PDF 文件');
    const tail = latin1(bytes, Math.max(0, bytes.length - 64), bytes.length);
    const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
    if (found === null) throw new PdfFault('文件不完整：末尾没有 startxref');
    const reader = new ObjectReader(bytes, Number(found[1]));
    this.#reader = reader;
    reader.expect('xref');
    const first = reader.value();
    const count = reader.value();
    if (first !== 0 || typeof count !== 'number') throw new PdfFault('交叉引用表不从 0 开始');
    this.#offsets = new Uint32Array(count);
    this.#referenced = new Uint8Array(count);
    this.#readTable(reader, count);
    reader.expect('trailer');
    reader.onRef = (num) => {
      if (num < count) this.#referenced[num] = 1;
      else this.#dangling.add(num);
    };
    this.trailer = reader.value() as Dict;
    if (!(this.trailer instanceof Map)) throw new PdfFault('trailer 不是词典');
    if (this.trailer.has('Encrypt') || this.trailer.has('Prev')) throw new PdfFault('加密或分段更新的 PDF 不读');
  }

  /** Numbers of the objects that the file has. */
  *numbers(): Generator<number> {
    for (let num = 1; num < this.#offsets.length; num++) if (this.#offsets[num] !== 0) yield num;
  }

  /** Objects that were named by one that was read, but do not exist. */
  dangling(): number[] {
    const missing = [...this.#dangling];
    for (let num = 0; num < this.#referenced.length; num++) {
      if (this.#referenced[num] === 1 && this.#offsets[num] === 0) missing.push(num);
    }
    return missing;
  }

  /** Entries are twenty bytes each (7.5.4). */
  #readTable(reader: ObjectReader, count: number): void {
    reader.skipWhite();
    const bytes = this.#bytes;
    for (let num = 0; num < count; num++, reader.at += 20) {
      let offset = 0;
      for (let i = 0; i < 10; i++) offset = offset * 10 + (bytes[reader.at + i] ?? 0) - 0x30;
      const kind = bytes[reader.at + 17];
      if (kind === 0x6e) this.#offsets[num] = offset;
      else if (kind !== 0x66) throw new PdfFault(`交叉引用表第 ${num} 项有错`);
    }
  }

  /** The object of that number, read once; null where there is none. @throws PdfFault */
  object(num: number): PdfValue | PdfStream {
    const cached = this.#cache[num];
    if (cached !== undefined) return cached;
    const offset = this.#offsets[num] ?? 0;
    if (offset === 0) return null;
    const reader = this.#reader;
    reader.at = offset;
    if (reader.value() !== num) throw new PdfFault(`对象 ${num} 不在交叉引用表所说的地方`);
    reader.value();
    reader.expect('obj');
    const value = reader.value();
    reader.skipWhite();
    const object = value instanceof Map && this.#bytes[reader.at] === 0x73 ? this.#stream(reader, value, num) : value;
    if (object === value) reader.expect('endobj');
    this.#cache[num] = object;
    return object;
  }

  #stream(reader: ObjectReader, dict: Dict, num: number): PdfStream {
    reader.expect('stream');
    if (this.#bytes[reader.at] === 0x0d) reader.at++;
    const start = reader.at + 1;
    // A length that is an object of its own is read by the same reader.
    const length = this.resolve(dict.get('Length'));
    if (typeof length !== 'number') throw new PdfFault(`对象 ${num} 的流没有长度`);
    const raw = this.#bytes.subarray(start, start + length);
    reader.at = start + length;
    reader.expect('endstream');
    return { dict, raw };
  }

  /** Follows references to the object itself. A stream counts as its dictionary here. */
  resolve(value: PdfValue | undefined): PdfValue {
    let seen = 0;
    while (value instanceof Ref) {
      if (++seen > 32) throw new PdfFault('对象引用成环');
      const object = this.object(value.num);
      value = isStream(object) ? object.dict : object;
    }
    return value ?? null;
  }

  /** The stream that a value names. @throws PdfFault */
  stream(value: PdfValue | undefined): PdfStream {
    const object = value instanceof Ref ? this.object(value.num) : null;
    if (!isStream(object)) throw new PdfFault('应为流的对象不是流');
    return object;
  }

  /** The stream's bytes, inflated, to keep. @throws PdfFault for another filter or broken data. */
  content(stream: PdfStream): Uint8Array {
    const bytes = this.passing(stream);
    return stream.raw.length < SHORT_STREAM ? bytes.slice() : bytes;
  }

  /** The same, good until the next stream is inflated: a thousand pages leave nothing behind. @throws PdfFault */
  passing(stream: PdfStream): Uint8Array {
    const filter = this.resolve(stream.dict.get('Filter'));
    if (filter === null) return stream.raw;
    if (!(filter instanceof Name) || filter.value !== 'FlateDecode' || stream.dict.has('DecodeParms')) throw new PdfFault('流的压缩方式不认识');
    try {
      if (stream.raw.length < SHORT_STREAM) {
        shortStreams ??= new ReusedZlib(createInflate(), INFLATED);
        const inflated = shortStreams.run(stream.raw);
        if (inflated !== null) return inflated;
      }
      return plain(inflateSync(stream.raw, { chunkSize: roomFor(stream) }));
    } catch (error) {
      if (error instanceof Error && 'code' in error) throw new PdfFault('流的压缩数据损坏');
      throw error;
    }
  }

  /** @throws PdfFault where the value is no dictionary; `what` names it. */
  dict(value: PdfValue | undefined, what: string): Dict {
    const dict = this.resolve(value);
    if (!(dict instanceof Map)) throw new PdfFault(`${what}不是词典`);
    return dict;
  }
}

/** Room that the stream needs inflated, one byte more: full, zlib asks for another piece. A TrueType face tells its length (9.9); what cannot be so long is not believed. */
function roomFor({ dict, raw }: PdfStream): number {
  const told = dict.get('Length1');
  return typeof told === 'number' && told > INFLATED && told <= raw.length * MOST_DEFLATED ? told + 1 : INFLATED;
}

/** The same bytes without what a Buffer adds: readers meet one kind of array alone, for which V8 compiles them once. */
export function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function isStream(object: PdfValue | PdfStream): object is PdfStream {
  return typeof object === 'object' && object !== null && 'raw' in object;
}
