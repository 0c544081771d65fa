// Runs of glyphs written by WebAssembly (kernels/content.ts), for a process that is over before V8's optimising
// compiler has paid for itself: the command line. The content stream's bytes stand in its memory, so that all else is
// written among them as ever. Without it text-writer.ts writes the same bytes. One stream at a time.
import type { EmbeddedFace } from './font-objects';

/** A glyph may stand this far from its place (pt) before the pen is moved: half of what may be seen (0.01 pt). */
export const TOLERANCE = 0.005;

/** What the module exports; see kernels/content.ts. Addresses are offsets into its memory. */
export interface ContentKernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  result(): number;
  reset(): void;
  block(bytes: number): number;
  page(glyphs: number, places: number): void;
  face(codes: number, widths: number, flagged: number): void;
  run(to: number, first: number, end: number, dx: number, size: number, spacing: number, moves: boolean, moveX: number, moveY: number, pen: number): number;
}

/** What a page's runs point into, as a display page has it. */
interface Glyphs {
  readonly glyph: Uint16Array;
  readonly x: Float32Array;
}

let code: ContentKernelExports | null = null;

/** Has runs written by WebAssembly from now on; by TypeScript again without it. */
export function useContentKernel(exports: ContentKernelExports | null): void {
  code = exports;
}

/** The kernel for a stream that begins, null where there is none: what the one before had in memory is gone. */
export function contentKernel(): ContentKernel | null {
  if (code === null) return null;
  code.reset();
  return new ContentKernel(code);
}

export class ContentKernel {
  readonly code: ContentKernelExports;
  #result: Float64Array;
  #room = 0;
  #glyphs = 0;
  #places = 0;
  readonly #faces = new Map<EmbeddedFace, readonly [codes: number, widths: number, flagged: number]>();
  #face: EmbeddedFace | null = null;

  constructor(exports: ContentKernelExports) {
    this.code = exports;
    this.#result = new Float64Array(exports.memory.buffer, exports.result(), 5);
  }

  /** A block of its memory; every view of the memory may be gone with it. */
  block(bytes: number): number {
    const at = this.code.block(bytes);
    if (this.#result.length === 0) this.#result = new Float64Array(this.code.memory.buffer, this.code.result(), 5);
    return at;
  }

  /** So many bytes from `at` on, until the next block is asked for. */
  bytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.code.memory.buffer, at, length);
  }

  /** Takes up the glyphs of the page that is written next. */
  page({ glyph, x }: Glyphs): void {
    const count = glyph.length;
    if (count > this.#room) {
      this.#room = Math.max(count, this.#room * 2, 4096);
      this.#glyphs = this.block(2 * this.#room);
      this.#places = this.block(4 * this.#room);
    }
    const { buffer } = this.code.memory;
    new Uint16Array(buffer, this.#glyphs, count).set(glyph);
    new Float32Array(buffer, this.#places, count).set(x);
    this.code.page(this.#glyphs, this.#places);
  }

  /** Takes up the face of the runs that are written next. */
  face(face: EmbeddedFace): void {
    if (face === this.#face) return;
    this.#face = face;
    let blocks = this.#faces.get(face);
    if (blocks === undefined) {
      const { cidOf, widths, flagged } = face;
      blocks = [this.block(cidOf.byteLength), this.block(widths.byteLength), this.block(flagged.byteLength)];
      this.#faces.set(face, blocks);
      const { buffer } = this.code.memory;
      new Uint16Array(buffer, blocks[0], cidOf.length).set(cidOf);
      new Float64Array(buffer, blocks[1], widths.length).set(widths);
      new Uint8Array(buffer, blocks[2], flagged.length).set(flagged);
    }
    this.code.face(...blocks);
  }

  /** What the last run left: see kernels/content.ts. */
  get result(): Float64Array {
    return this.#result;
  }
}
