// Bundles the command line into out/cli: banxin.cjs with what an export needs at
// once, and chunks beside it that are required when a command asks for them
// (every dynamic import becomes one). CommonJS, because it starts faster; esbuild
// splits only ES modules, so it bundles to those first and each file is turned
// into CommonJS after. What pdfkit loads and we never call is replaced by stubs
// that fail loudly: a third of a cold start otherwise (COLDSTART in the notes of
// the bench: fontkit 84 ms, the rest 33 ms).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const never = (what) => `() => { throw new Error('${what} is not in the command line: pdfkit was asked for more than we use'); }`;

/** Modules as pdfkit imports them, and what it gets instead. Only for its own imports: our lazy fontkit is the real one. */
const PDFKIT_STUBS = {
  fontkit: `export const create = ${never('fontkit')};`,
  linebreak: `export default class { constructor() { (${never('linebreak')})(); } }`,
  'png-js': `export default class { constructor() { (${never('png-js')})(); } }`,
  '@noble/ciphers/aes': `export const cbc = ${never('encryption')}; export const ecb = cbc;`,
  '@noble/hashes/utils': `
    export function bytesToHex(bytes) { let hex = ''; for (const byte of bytes) hex += byte.toString(16).padStart(2, '0'); return hex; }
    export function concatBytes(...parts) {
      const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) { whole.set(part, at); at += part.length; }
      return whole;
    }`,
  // Its own streams: ours are deflated by src/pdf, and the document writes into a sink.
  zlib: `export default { deflateSync: ${never('zlib')} };`,
  stream: `export default { Readable: class {} };`,
  module: `export const createRequire = () => ${never('the standard fonts')};`,
};

/** Lines of pdfkit 0.20.2 that cost at start and have no effect for us: [from, to, why]. Each must stand there exactly once. */
const PDFKIT_LINES = [
  ['const require$1 = createRequire(import.meta.url);', 'const require$1 = createRequire();', 'asks for the URL of the file, and with it for node:url'],
  ['this._id = PDFSecurity.generateFileID(this.info);', 'this._id = null;', 'an MD5 of the clock; src/pdf/embed.ts sets the identifier'],
];

/** @returns {esbuild.Plugin} */
function pdfkitStubs() {
  return {
    name: 'pdfkit-stubs',
    setup(build) {
      const names = Object.keys(PDFKIT_STUBS).map((name) => name.replace(/[/.]/g, '\\$&'));
      build.onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path: name, importer }) =>
        /[\\/]node_modules[\\/]pdfkit[\\/]/.test(importer) ? { path: name, namespace: 'pdfkit-stub', sideEffects: false } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'pdfkit-stub' }, ({ path: name }) => ({ contents: PDFKIT_STUBS[name], loader: 'js' }));
      build.onLoad({ filter: /[\\/]node_modules[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/ }, async ({ path: file }) => {
        let contents = await readFile(file, 'utf8');
        for (const [from, to] of PDFKIT_LINES) {
          if (contents.split(from).length !== 2) throw new Error(`pdfkit has changed: ${from}`);
          contents = contents.replace(from, to);
        }
        return { contents, loader: 'js' };
      });
    },
  };
}

/** Stands for import.meta, which CommonJS lacks; the URL is made only when it is asked for (node:url costs 3 ms). */
const META = '__meta';
const META_CODE = `const ${META} = { get url() { return require('node:url').pathToFileURL(__filename).href; } };\n`;

/**
 * Bundles `entry` into `outdir`/`name`.cjs and its chunks; what stood in `outdir` goes.
 * @returns {Promise<{ file: string, bytes: number }[]>}
 */
export async function buildCli({ entry, outdir, name }) {
  const bundled = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: { [name]: entry },
    outdir,
    bundle: true,
    splitting: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'chunk-[hash]',
    define: { 'import.meta.url': `${META}.url` },
    legalComments: 'none',
    plugins: [pdfkitStubs()],
    logLevel: 'warning',
  });
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const written = [];
  for (const file of bundled.outputFiles) {
    const { code } = await esbuild.transform(file.text, {
      format: 'cjs', platform: 'node', target: 'node20', supported: { 'dynamic-import': false }, legalComments: 'none',
    });
    const banner = code.includes(META) ? META_CODE : '';
    // A person may run the entry itself.
    const shebang = path.basename(file.path) === `${name}.cjs` ? '#!/usr/bin/env node\n' : '';
    const text = shebang + banner + code.replace(/^#!.*\n/, '');
    await writeFile(file.path, text, { mode: shebang === '' ? 0o644 : 0o755 });
    written.push({ file: path.relative(ROOT, file.path), bytes: Buffer.byteLength(text) });
  }
  return written;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const written = await buildCli({ entry: 'src/cli/banxin.ts', outdir: path.join(ROOT, 'out/cli'), name: 'banxin' });
  for (const { file, bytes } of written) console.log(`${file}  ${Math.round(bytes / 1024)} KB`);
}
