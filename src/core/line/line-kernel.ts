// The line setter's inner loops as WebAssembly (kernels/line.ts), for a process that is over before V8's optimising
// compiler has paid for itself: the command line. A paragraph's arrays stand in its memory, so that what is not
// in there works on them as well. The window, where such code may not be compiled, and whoever hands none over,
// run the same in TypeScript.
import type { ShapedParagraph } from './shaped';

/** What the module exports; see kernels/line.ts. Numbers for truth: 0 is no. */
export interface LineKernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  result(): number;
  reserve(glyphs: number): number;
  sum(count: number, ragged: boolean, blanks: boolean, openCommas: boolean, fullness: number): number;
  greedy(s: number, t: number, first: number, rest: number): number;
  search(s: number, t: number, first: number, rest: number, limit: number, bound: number): number;
  beginLayers(s: number, t: number): void;
  layer(starts: number, s: number, t: number, low: number, high: number, measure: number, bound: number, limit: number): number;
  costOf(line: number): number;
  startOf(line: number): number;
  trace(line: number, t: number): number;
  place(i: number, j: number, left: number, measure: number, last: boolean, lean: number, size: number): number;
}

/** Arrays of the paragraph under work, of one length: views that are made anew where the memory has grown. */
export interface KernelArrays {
  readonly left: Float64Array<ArrayBuffer>;
  readonly right: Float64Array<ArrayBuffer>;
  readonly give: Float64Array<ArrayBuffer>;
  readonly squeeze: readonly Float64Array<ArrayBuffer>[];
  readonly narrowed: Float64Array<ArrayBuffer>;
  readonly x: Float64Array<ArrayBuffer>;
  readonly width: Float32Array;
  readonly shift: Float32Array;
  readonly glue: Float32Array;
  readonly openings: Int32Array<ArrayBuffer>;
  readonly solid: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
  readonly kind: Uint8Array;
  readonly brk: Uint8Array;
  readonly cls: Uint8Array;
}

/** Steps of squeezing that have sums of their own, where there are no blanks. */
const SUMS = 5;

export class LineKernel {
  readonly code: LineKernelExports;
  arrays!: KernelArrays;
  #room = 0;
  #first = 0;
  #buffer: ArrayBuffer;
  #result!: Float64Array;

  constructor(code: LineKernelExports) {
    this.code = code;
    this.#buffer = code.memory.buffer;
  }

  /** Arrays for so many glyphs, a multiple of eight; what they held is lost. */
  reserve(room: number): void {
    this.#room = room;
    this.#first = this.code.reserve(room);
    this.#view();
  }

  #view(): void {
    const buffer = (this.#buffer = this.code.memory.buffer);
    const n = this.#room;
    let at = this.#first;
    const floats = (): Float64Array<ArrayBuffer> => new Float64Array(buffer, (at += 8 * n) - 8 * n, n);
    const halves = (): Float32Array => new Float32Array(buffer, (at += 4 * n) - 4 * n, n);
    const wholes = (): Int32Array<ArrayBuffer> => new Int32Array(buffer, (at += 4 * n) - 4 * n, n);
    const bytes = (): Uint8Array => new Uint8Array(buffer, (at += n) - n, n);
    const left = floats();
    const right = floats();
    const give = floats();
    const squeeze = Array.from({ length: SUMS }, floats);
    const narrowed = floats();
    const x = floats();
    const width = halves();
    const shift = halves();
    const glue = halves();
    const openings = wholes();
    const solid = wholes();
    at += 3 * 4 * n; // the search's own
    this.arrays = { left, right, give, squeeze, narrowed, x, width, shift, glue, openings, solid, ends: wholes(), kind: bytes(), brk: bytes(), cls: bytes() };
    this.#result = new Float64Array(buffer, this.code.result(), 3);
  }

  /** Whether the last search has moved the memory: the arrays are others then. */
  hasMoved(): boolean {
    if (this.code.memory.buffer === this.#buffer) return false;
    this.#view();
    return true;
  }

  /** Takes up a paragraph; returns the most that a glue keeps when everything is squeezed. */
  load(shaped: ShapedParagraph, ragged: boolean, fullness: number): number {
    const { arrays } = this;
    arrays.width.set(shaped.width);
    arrays.shift.set(shaped.shift);
    arrays.glue.set(shaped.glue);
    arrays.kind.set(shaped.kind);
    arrays.brk.set(shaped.brk);
    arrays.cls.set(shaped.cls);
    return this.code.sum(shaped.glyph.length, ragged, shaped.blanks, shaped.paragraph.style.openCommas, fullness);
  }

  /** Pushes the ends that a call has left, `count` of them. */
  pushEnds(count: number, ends: number[]): void {
    const { ends: found } = this.arrays;
    for (let k = 0; k < count; k++) ends.push(found[k]!);
  }

  /** What the last call left: see kernels/line.ts. */
  get result(): Float64Array {
    return this.#result;
  }

  cost(line: number): number {
    return this.code.costOf(line);
  }

  start(line: number): number {
    return this.code.startOf(line);
  }

  trace(line: number, t: number, ends: number[]): void {
    this.pushEnds(this.code.trace(line, t), ends);
  }
}
