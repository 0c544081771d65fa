// Hands the line setter, the PDF's writer and its reader their inner loops as WebAssembly, which the build has put here
// (scripts/build-cli.mjs). Only the bundled command line has them; and where none can be run (no room for its memory, `--jitless`) TypeScript sets
// the same pages a little later, and it is said.
import { useLineKernel } from '../core/line/break-lines';
import type { LineKernelExports } from '../core/line/line-kernel';
import { useShapeKernel } from '../core/line/shape';
import type { ShapeKernelExports, TextWriter } from '../core/line/shape-kernel';
import { useContentKernel, type ContentKernelExports } from '../pdf/content-kernel';
import { usePageTextKernel, type PageTextKernelExports } from '../pdf/read/page-text-kernel';
import { say } from './print';

/** The modules' bytes in base64. */
declare const LINE_KERNEL: string | undefined;
declare const SHAPE_KERNEL: string;
declare const CONTENT_KERNEL: string;
declare const PAGE_TEXT_KERNEL: string;

/** What is used of it: the compiler knows WebAssembly with a browser's other types only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** From now on lines are broken and set, and runs of glyphs written, by WebAssembly, where this is the bundled command line. */
export function compileKernels(): void {
  if (typeof LINE_KERNEL === 'undefined') return;
  try {
    useLineKernel(exportsOf(LINE_KERNEL) as LineKernelExports);
    useShapeKernel(exportsOf(SHAPE_KERNEL) as ShapeKernelExports, textWriter);
    useContentKernel(exportsOf(CONTENT_KERNEL) as ContentKernelExports);
    usePageTextKernel(exportsOf(PAGE_TEXT_KERNEL) as PageTextKernelExports);
  } catch {
    say('提示：这里不能运行 WebAssembly，排出的版面一样，只是稍慢');
  }
}

function exportsOf(base64: string): unknown {
  return new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(base64, 'base64'))).exports;
}

function textWriter(memory: ArrayBuffer): TextWriter {
  const bytes = Buffer.from(memory);
  return (text, at) => void bytes.write(text, at, 'utf16le');
}
