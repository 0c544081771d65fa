// Plain text of content streams read by WebAssembly (kernels/page-text.ts), for the command line: see
// src/pdf/content-kernel.ts. What it stops at, page-text.ts reads; without it that reads all.
import type { ShownFont } from './shown-font';

/** What the module exports; see kernels/page-text.ts. Addresses are offsets into its memory. */
export interface PageTextKernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  result(): number;
  reset(): void;
  block(bytes: number): number;
  scan(from: number, end: number, texts: number, used: number, shown: number, units: number): number;
  merge(used: number, others: number): void;
}

const CODES = 0x10000;

let code: PageTextKernelExports | null = null;

/** Has plain text read by WebAssembly from now on; by TypeScript again without it. */
export function usePageTextKernel(exports: PageTextKernelExports | null): void {
  code = exports;
}

/** The kernel for a file that is read next, null where there is none: what it had of the one before is gone. */
export function pageTextKernel(): PageTextKernel | null {
  if (code === null) return null;
  code.reset();
  return new PageTextKernel(code);
}

export class PageTextKernel {
  readonly #code: PageTextKernelExports;
  readonly #fonts = new Map<ShownFont, readonly [texts: number, used: number]>();
  #capacity = 0;
  #length = 0;
  // Addresses of the stream, of an operator's strings and of the units read.
  #bytes = 0;
  #shown = 0;
  #units = 0;

  constructor(exports: PageTextKernelExports) {
    this.#code = exports;
  }

  /** Takes up the stream that is read next. */
  take(bytes: Uint8Array): void {
    this.#length = bytes.length;
    if (bytes.length > this.#capacity) {
      this.#capacity = Math.max(bytes.length, this.#capacity * 2, 1 << 14);
      this.#bytes = this.#code.block(this.#capacity);
      this.#shown = this.#code.block(this.#capacity);
      this.#units = this.#code.block(this.#capacity);
    }
    new Uint8Array(this.#code.memory.buffer, this.#bytes, bytes.length).set(bytes);
  }

  /** Reads on from `at` in a font; returns how far it came. What it read is in `units` then. */
  read(at: number, font: ShownFont): number {
    let blocks = this.#fonts.get(font);
    if (blocks === undefined) {
      blocks = [this.#code.block(2 * CODES), this.#code.block(CODES)];
      this.#fonts.set(font, blocks);
      new Uint16Array(this.#code.memory.buffer, blocks[0], CODES).set(font.text.unit);
    }
    const base = this.#bytes;
    return this.#code.scan(base + at, base + this.#length, blocks[0], blocks[1], this.#shown, this.#units) - base;
  }

  /** The units that the last reading gave; valid until the next. */
  units(): Uint16Array {
    const { buffer } = this.#code.memory;
    return new Uint16Array(buffer, this.#units, new Int32Array(buffer, this.#code.result(), 1)[0]);
  }

  /** Marks what was shown of each font in its `used` too. */
  finish(): void {
    const others = this.#code.block(CODES);
    for (const [font, [, used]] of this.#fonts) {
      const { buffer } = this.#code.memory;
      new Uint8Array(buffer, others, CODES).set(font.used);
      this.#code.merge(used, others);
      font.used.set(new Uint8Array(buffer, used, CODES));
    }
  }
}
