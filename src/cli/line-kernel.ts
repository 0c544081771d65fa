// Hands the line setter its inner loops as WebAssembly, which the build has put here (scripts/build-cli.mjs). Only the
// bundled command line has them; and where none can be run (no room for its memory, `--jitless`) TypeScript sets
// the same pages a little later, and it is said.
import { useLineKernel } from '../core/line/break-lines';
import type { LineKernelExports } from '../core/line/line-kernel';
import { say } from './print';

/** The module's bytes in base64. */
declare const LINE_KERNEL: string | undefined;

/** What is used of it: the compiler knows WebAssembly with a browser's other types only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** From now on lines are broken and set by WebAssembly, where this is the bundled command line. */
export function compileLineKernel(): void {
  if (typeof LINE_KERNEL === 'undefined') return;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(LINE_KERNEL, 'base64')));
    useLineKernel(exports as LineKernelExports);
  } catch {
    say('提示：这里不能运行 WebAssembly，排出的版面一样，只是稍慢');
  }
}
