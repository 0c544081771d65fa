// Compiles the kernels, AssemblyScript, to WebAssembly. Their figures are those of the TypeScript that does the same,
// read from there: numbers become constants, tables static data. Used by scripts/build-cli.mjs and by the tests that hold
// the kernels to what TypeScript makes. Compiling takes two seconds, so what came of it is kept in .cache by what went in.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

const ROOT = path.dirname(path.dirname(import.meta.dirname));

/** Modules whose figures a kernel may ask for, and what numbers in them are. */
const FIGURES = {
  line: [['core/line/cost', 'f64'], ['core/line/measured', 'f64'], ['core/line/shaped', 'i32'], ['core/line/char-class', 'i32']],
  shape: [['core/line/char-class', 'i32']],
  'page-text': [['pdf/read/pdf-object', 'i32'], ['pdf/read/page-text', 'i32']],
  content: [['pdf/content-kernel', 'f64'], ['pdf/content-buffer', 'f64']],
};

/** Numbers of those that count steps. */
const WHOLE = /^(?:STEPS$|STEP_|GIVE_STEPS$)/;

/** Speed over size, no checks of its own beside WebAssembly's, and memory as the kernels lay it out. */
const OPTIONS = ['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert', '--runtime', 'stub'];

/**
 * kernels/`name`.ts as the bytes of a WebAssembly module, the same bytes from the same sources.
 * @param {'line' | 'shape' | 'content' | 'page-text'} name
 * @returns {Promise<Buffer>}
 * @throws Error with what the compiler says
 */
export async function compileKernel(name) {
  const read = (file) => readFile(path.join(ROOT, `kernels/${file}.ts`), 'utf8');
  const sources = new Map([['kernel.ts', await read(name)], ['memory.ts', await read('memory')], ['figures.ts', await figures(FIGURES[name])]]);
  const compiler = JSON.parse(await readFile(path.join(ROOT, 'node_modules/assemblyscript/package.json'), 'utf8')).version;
  const hash = createHash('sha256').update(JSON.stringify([compiler, OPTIONS, ...sources])).digest('hex').slice(0, 16);
  const kept = path.join(ROOT, `.cache/kernels/${name}-${hash}.wasm`);
  return await readFile(kept).catch(async () => {
    const bytes = await compile(name, sources);
    await mkdir(path.dirname(kept), { recursive: true });
    const part = `${kept}-${process.pid}`;
    await writeFile(part, bytes);
    await rename(part, kept);
    return bytes;
  });
}

async function compile(name, sources) {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes = null;
  let said = '';
  const { error } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (file) => sources.get(path.posix.basename(file)) ?? null,
    writeFile: (_file, contents) => { bytes = Buffer.from(contents); },
    listFiles: () => [],
    stderr: { write: (chunk) => { said += chunk; } },
  });
  if (error !== null || bytes === null) throw new Error(`kernels/${name}.ts: ${error?.message ?? 'nothing came of it'}\n${said}`);
  return bytes;
}

/** The exported numbers and tables of `modules`, as AssemblyScript has them. */
async function figures(modules) {
  const lines = [];
  for (const [name, type] of modules) {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: ROOT, entryPoints: [`src/${name}.ts`], bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'warning',
    });
    const figuresOf = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
    for (const [key, value] of Object.entries(figuresOf)) {
      if (typeof value === 'number') lines.push(`export const ${key}: ${WHOLE.test(key) ? 'i32' : type} = ${value};`);
      else if (value instanceof Float64Array) lines.push(`export const ${key}: usize = memory.data<f64>([${[...value].join(', ')}]);`);
      else if (value instanceof Uint8Array) lines.push(`export const ${key}: usize = memory.data<u8>([${[...value].join(', ')}]);`);
      else if (value instanceof Int8Array) lines.push(`export const ${key}: usize = memory.data<i8>([${[...value].join(', ')}]);`);
    }
  }
  return lines.join('\n');
}
