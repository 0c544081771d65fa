// What every character of a paragraph goes through as WebAssembly (kernels/shape.ts), for the command line: see
// line-kernel.ts. The arrays under work stand in its memory; what a character looks like is asked of the font once, in
// shape.ts, and told to the kernel.
import { classTable } from './char-class';
import { DOUBTFUL, settle } from './classify';
import type { Font } from '../font';

/** What the module exports; see kernels/shape.ts. Addresses are offsets into its memory. */
export interface ShapeKernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  result(): number;
  block(bytes: number): number;
  classes(): number;
  reserve(room: number): number;
  classify(length: number): number;
  next(from: number, length: number, kinds: number): number;
  span(from: number, to: number, count: number, turned: number, known: number, others: number, boxes: number, body: number, latin: number, scale: number): number;
  pack(count: number): number;
}

/** Writes the UTF-16 units of a text into memory, from an address on; core has no fast way to. */
export type TextWriter = (text: string, at: number) => void;

/** Arrays of the paragraph under work: views that are made anew where the memory has moved. */
export interface ShapeArrays {
  readonly at: Uint32Array<ArrayBuffer>;
  readonly width: Float32Array<ArrayBuffer>;
  readonly shift: Float32Array<ArrayBuffer>;
  readonly scales: Float32Array<ArrayBuffer>;
  readonly glue: Float32Array<ArrayBuffer>;
  readonly turns: Uint32Array<ArrayBuffer>;
  readonly glyph: Uint16Array<ArrayBuffer>;
  readonly face: Uint8Array<ArrayBuffer>;
  readonly cls: Uint8Array<ArrayBuffer>;
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly brk: Uint8Array<ArrayBuffer>;
  readonly chars: Uint8Array<ArrayBuffer>;
}

/** What is known of a pair of faces: addresses of glyphs of Han, of numbers of other characters' boxes, and of those. */
export interface Known {
  readonly body: Font;
  readonly latin: Font;
  readonly split: boolean;
  readonly han: number;
  readonly others: number;
  readonly boxes: number;
  count: number;
}

const UNITS = 0x10000;
/** Boxes of a pair of faces at most, and the bytes of one. */
const BOXES = 255;
const BOX_BYTES = 24;

export class ShapeKernel {
  readonly code: ShapeKernelExports;
  arrays!: ShapeArrays;
  readonly #writerOf: (memory: ArrayBuffer) => TextWriter;
  #write!: TextWriter;
  #buffer!: ArrayBuffer;
  #result!: Int32Array;
  #memory!: DataView;
  #room = 0;
  #first = 0;
  #units = 0;
  readonly #known: Known[] = [];

  constructor(code: ShapeKernelExports, writerOf: (memory: ArrayBuffer) => TextWriter) {
    this.code = code;
    this.#writerOf = writerOf;
    const at = code.classes();
    new Uint8Array(code.memory.buffer, at, UNITS).set(classTable());
  }

  /** Arrays of so many places, a multiple of eight; what they held is lost. */
  reserve(room: number): void {
    this.#room = room;
    this.#first = this.code.reserve(room);
    this.#view();
  }

  #view(): void {
    const buffer = (this.#buffer = this.code.memory.buffer);
    const n = this.#room;
    let at = this.#first;
    const floats = (): Float32Array<ArrayBuffer> => new Float32Array(buffer, (at += 4 * n) - 4 * n, n);
    const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(buffer, (at += n) - n, n);
    const places = new Uint32Array(buffer, (at += 4 * n) - 4 * n, n);
    const [width, shift, scales, glue] = [floats(), floats(), floats(), floats()];
    const turns = new Uint32Array(buffer, at, 2 * n + 2);
    at += 8 * n + 8;
    const glyph = new Uint16Array(buffer, (at += 2 * n) - 2 * n, n);
    this.#units = (at += 2 * n) - 2 * n;
    const [face, cls, kind, brk, chars] = [bytes(), bytes(), bytes(), bytes(), bytes()];
    this.arrays = { at: places, width, shift, scales, glue, turns, glyph, face, cls, kind, brk, chars };
    this.#result = new Int32Array(buffer, this.code.result(), 2);
    this.#memory = new DataView(buffer);
    this.#write = this.#writerOf(buffer);
  }

  /** Takes up a text: its classes are in `chars` then. */
  classify(text: string): void {
    const { code } = this;
    this.#write(text, this.#units);
    if ((code.classify(text.length) & DOUBTFUL) !== 0) settle(text, this.arrays.chars, (from) => code.next(from, text.length, DOUBTFUL));
  }

  /** What is known of a pair of faces; `split`: whether marks are parted from their blanks. The arrays may be others after it. */
  known(body: Font, latin: Font, split: boolean): Known {
    const found = this.#known.find((one) => one.body === body && one.latin === latin && one.split === split);
    if (found !== undefined) return found;
    const { code } = this;
    const han = this.#known.find((one) => one.body === body)?.han ?? code.block(2 * UNITS);
    const made: Known = { body, latin, split, han, others: code.block(UNITS), boxes: code.block(BOXES * BOX_BYTES), count: 0 };
    this.#known.push(made);
    if (code.memory.buffer !== this.#buffer) this.#view();
    return made;
  }

  /** Shapes what is known from unit `from` on; returns where it stopped. `result` then: how many glyphs and turns there are. */
  span({ han, others, boxes }: Known, from: number, to: number, count: number, turned: number, body: number, latin: number, scale: number): number {
    return this.code.span(from, to, count, turned, han, others, boxes, body, latin, scale);
  }

  get result(): Int32Array {
    return this.#result;
  }

  /** Tells the glyph of a plain Han. */
  learnHan({ han }: Known, unit: number, glyph: number): void {
    this.#memory.setUint16(han + 2 * unit, glyph, true);
  }

  /** Tells how a unit of class `c` stands wherever it does: its width and shift in em of its size, and whether its face is the Latin one. The first that is told of a unit stands. */
  learn(known: Known, unit: number, c: number, glyph: number, width: number, shift: number, isLatin: boolean): void {
    const memory = this.#memory;
    if (known.count === BOXES || memory.getUint8(known.others + unit) !== 0) return;
    const at = known.boxes + known.count++ * BOX_BYTES;
    memory.setFloat64(at, width, true);
    memory.setFloat64(at + 8, shift, true);
    memory.setUint16(at + 16, glyph, true);
    memory.setUint8(at + 18, c);
    memory.setUint8(at + 19, isLatin ? 1 : 0);
    memory.setUint8(known.others + unit, known.count);
  }

  /** Buffers of what stays of `count` glyphs and of what only fitting asks for, each as shape.ts lays it out. */
  pack(count: number): readonly [stays: ArrayBuffer, fitting: ArrayBuffer] {
    const at = this.code.pack(count);
    return [this.#buffer.slice(at, at + 7 * count), this.#buffer.slice(at + 7 * count, at + 22 * count)];
  }
}
