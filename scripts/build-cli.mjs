// Bundles the command line into out/cli: banxin.cjs, which finds the command,
// banxin-parts.cjs with what an export of a text runs, banxin-more.cjs and
// banxin-seldom.cjs with everything else, in parts that run when they are asked for
// (every dynamic import becomes one). CommonJS, because it starts faster; esbuild
// splits only ES modules, so it bundles to those first and each part is turned
// into CommonJS after. What pdfkit loads and we never call is replaced by stubs
// that fail loudly: a third of a cold start otherwise (docs/RESEARCH.md). Then the
// bundle sets the sample report, and V8's compiled code of that stays beside it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { compileKernel } from './cli/compile-kernels.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PROGRAM = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

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
  // src/pdf/embed.ts has its own of the few methods that the constructor and the end of a document call
  ...['Metadata', 'Color', 'Vector', 'Fonts', 'Text', 'Images', 'Annotations', 'Outline', 'Markings', 'AcroForm', 'Attachments', 'Subset', 'Table'].map((name) =>
    [`mixin(${name}Mixin);\n`, '', 'pages, text and pictures as pdfkit makes them']),
  ['this.buffer = concat(this.buffer);', 'if (this.buffer.length > 1) this.buffer = concat(this.buffer); else this.buffer = this.buffer[0];', 'copies a stream that comes in one piece'],
  ['this._id = PDFSecurity.generateFileID(this.info);', 'this._id = null;', 'an MD5 of the clock; src/pdf/embed.ts sets the identifier'],
];

/** The same of prosemirror-model 1.25.13. */
const PROSEMIRROR_LINES = [
  ['let { stack } = new Error("/")', 'let stack = ""', 'asks for a stack, and with it for every line of the bundle, to learn whether V8 would profit from a trick with texts'],
];

/** @returns {esbuild.Plugin} */
function lighterPackages() {
  return {
    name: 'lighter-packages',
    setup(build) {
      const names = Object.keys(PDFKIT_STUBS).map((name) => name.replace(/[/.]/g, '\\$&'));
      build.onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path: name, importer }) =>
        /[\\/]node_modules[\\/]pdfkit[\\/]/.test(importer) ? { path: name, namespace: 'pdfkit-stub', sideEffects: false } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'pdfkit-stub' }, ({ path: name }) => ({ contents: PDFKIT_STUBS[name], loader: 'js' }));
      const others = [
        [/[\\/]node_modules[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/, PDFKIT_LINES],
        [/[\\/]node_modules[\\/]prosemirror-model[\\/]dist[\\/]index\.js$/, PROSEMIRROR_LINES],
      ];
      for (const [filter, lines] of others) {
        build.onLoad({ filter }, async ({ path: file }) => {
          let contents = await readFile(file, 'utf8');
          for (const [from, to] of lines) {
            if (contents.split(from).length !== 2) throw new Error(`${file} has changed: ${from}`);
            contents = contents.replace(from, () => to);
          }
          return { contents, loader: 'js' };
        });
      }
    },
  };
}

/** Modules whose loading an export of a text begins with, dynamic imports apart: with what they lead to they make the first file that is read. */
const EXPORT_OF_TEXT = ['src/cli/commands.ts', 'src/cli/export.ts', 'src/node/decode-text.ts', 'src/core/import/index.ts'];

/** Modules that no setting of type needs: what only they lead to is kept apart, so that an export does not read it. */
const SELDOM = /^src\/(?:docx\/|cli\/(?:templates|new|compare|rollforward|facts|takeback)\.ts$|node\/(?:templates|export-docx|export-text|own-phrases)\.ts$)/;

/** Copies of the sample report that make a middle job and a long one of it, as src/cli/tune-engine.ts parts them. */
const MIDDLE_REPORT = 16;
const LONG_REPORT = 45;

/** Times that the longest short job has the report's prose. */
const SHORT_REPORT = 9;

/** Characters from which a line of it is a paragraph of prose. */
const PROSE = 60;

/** What the report lacks, that what reads it be compiled too: a total whose parts are more. */
const WRONG_SUMS = '全年收到提案三百余件，立案261件，其中委员提案246件、集体提案29件。';

/** A folder with one face, for jobs with `--fonts`. */
const ONE_FACE = path.join(ROOT, 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular');

/** Stands for import.meta, which CommonJS lacks; the URL is made only when it is asked for (node:url costs 3 ms). */
const META = '__meta';
const META_CODE = `const ${META} = { get url() { return require('node:url').pathToFileURL(__filename).href; } };\n`;

/**
 * Bundles `entry` into `outdir`/`name`.cjs, `name`-parts.cjs, `name`-more.cjs and `name`-seldom.cjs, those that have something; what stood in `outdir` goes.
 * @returns {Promise<{ file: string, bytes: number }[]>}
 */
export async function buildCli({ entry, outdir, name }) {
  const bundled = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: { [name]: entry },
    outdir,
    bundle: true,
    // constants of other modules as the numbers they are: unoptimised code looks each up
    minifySyntax: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'chunk-[hash]',
    define: { 'import.meta.url': `${META}.url`, PROGRAM_VERSION: JSON.stringify(PROGRAM.version), LINE_KERNEL: JSON.stringify((await compileKernel('line')).toString('base64')), SHAPE_KERNEL: JSON.stringify((await compileKernel('shape')).toString('base64')), PAGE_TEXT_KERNEL: JSON.stringify((await compileKernel('page-text')).toString('base64')), CONTENT_KERNEL: JSON.stringify((await compileKernel('content')).toString('base64')) },
    legalComments: 'none',
    plugins: [lighterPackages()],
    logLevel: 'warning',
  });
  const start = path.relative(ROOT, path.join(outdir, `${name}.cjs`));
  const atOnce = neededAtOnce(bundled.metafile, [start]);
  const usual = neededAtOnce(bundled.metafile, Object.entries(bundled.metafile.outputs).flatMap(([file, { entryPoint }]) => (EXPORT_OF_TEXT.includes(entryPoint) ? [file] : [])));
  const often = neededOften(bundled.metafile, start);
  const parts = { own: '', parts: '', more: '', seldom: '' };
  for (const file of bundled.outputFiles) {
    const { code } = await esbuild.transform(file.text, {
      format: 'cjs', platform: 'node', target: 'node20', supported: { 'dynamic-import': false }, charset: 'ascii', legalComments: 'none',
    });
    const banner = code.includes(META) ? META_CODE : '';
    const part = `"./${path.basename(file.path)}": function (exports, require, module, __filename) {\n${banner}${ascii(code)}},\n`;
    const output = path.relative(ROOT, file.path);
    parts[atOnce.has(output) ? 'own' : usual.has(output) ? 'parts' : often.has(output) ? 'more' : 'seldom'] += part;
  }
  const loader = await readFile(path.join(ROOT, 'scripts/cli/load-parts.cjs'), 'utf8');
  // A person may run the entry itself.
  const kept = ['parts', 'more'].filter((kind) => parts[kind] !== '');
  const program = `#!/usr/bin/env node\nconst entry = "./${name}.cjs";\nconst kept = ${JSON.stringify(kept)};\nconst own = {\n${parts.own}};\n${loader}`;
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const written = [[`${name}.cjs`, program, 0o755]];
  for (const kind of kept) written.push([`${name}-${kind}.cjs`, `({\n${parts[kind]}})\n`, 0o644]);
  if (parts.seldom !== '') written.push([`${name}-seldom.cjs`, `module.exports = {\n${parts.seldom}};\n`, 0o644]);
  for (const [file, text, mode] of written) await writeFile(path.join(outdir, file), text, { mode });
  return written.map(([file, text]) => ({ file: path.relative(ROOT, path.join(outdir, file)), bytes: text.length }));
}

/** The same code in ASCII alone, so that V8 keeps it in one byte a character: esbuild has seen to strings, not to regular expressions and comments. */
function ascii(code) {
  if (code.includes('String.raw')) throw new Error('String.raw would show its escapes');
  return code.replace(/^#!.*\n/, '').replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The outputs that the entry leads to without a module of SELDOM. */
function neededOften({ outputs }, entry) {
  const needed = new Set();
  const walk = (file) => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const { path: other, external } of outputs[file].imports) {
      if (external !== true && outputs[other] !== undefined && !SELDOM.test(outputs[other].entryPoint ?? '')) walk(other);
    }
  };
  walk(entry);
  return needed;
}

/** The outputs that the outputs of entries import themselves, and theirs: those of the program's own entry run before it can set V8's flags. */
function neededAtOnce({ outputs }, entries) {
  const needed = new Set();
  const walk = (file) => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const { path: other, kind, external } of outputs[file].imports) if (kind === 'import-statement' && external !== true) walk(other);
  };
  entries.forEach(walk);
  return needed;
}

/**
 * Leaves V8's compiled code beside the bundle: once for each set of flags that src/cli/tune-engine.ts may choose, by
 * doing a short job and a middle one, with the faces of here and with a folder's, a long one, one that tries many pages, and one that sets no type.
 * @returns {boolean} false where a job failed: the command line then works, and starts slower
 */
function keepCompiled(bundle) {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-build-'));
  try {
    const report = readFileSync(path.join(ROOT, 'resources/samples/clean/report.txt'), 'utf8');
    const texts = [1, MIDDLE_REPORT, LONG_REPORT].map((copies) => {
      const file = path.join(folder, `${copies}.txt`);
      writeFileSync(file, `${report.repeat(copies)}\n${WRONG_SUMS}\n`);
      return file;
    });
    // such a text is several articles; one article goes other ways: what finds faults in it is loaded where it may have any
    const lines = report.trimEnd().split('\n');
    const prose = lines.filter((line) => line.length > PROSE);
    const [short, middle] = [SHORT_REPORT, MIDDLE_REPORT].map((copies) => {
      const file = path.join(folder, `one-${copies}.txt`);
      writeFileSync(file, `${[...lines, ...Array.from({ length: copies }, () => prose).flat(), WRONG_SUMS].join('\n')}\n`);
      return file;
    });
    const pdf = path.join(folder, 'report.pdf');
    const set = (text) => ['export', text, '--edition', 'booklet', '-o', pdf];
    const jobs = [
      [...set(texts[0]), '--then', ...set(short), '--fonts', ONE_FACE],
      [...set(texts[1]), '--then', ...set(middle), '--fonts', ONE_FACE],
      set(texts[2]),
      ['makeup', path.join(ROOT, 'resources/samples/raw-opening.txt')],
      ['outline', texts[0]],
    ];
    return jobs.every((words) => spawnSync(process.execPath, ['-r', path.join(ROOT, 'scripts/cli/keep-compiled.cjs'), bundle, ...words]).status === 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds the command line into `outdir`, whole or not at all: what is cut off in its middle leaves the old one, or none, and is built again. */
export async function buildCommandLine(outdir) {
  const part = `${outdir}-part`;
  const written = await buildCli({ entry: 'src/cli/banxin.ts', outdir: part, name: 'banxin' });
  const compiled = keepCompiled(path.join(part, 'banxin.cjs'));
  await rm(outdir, { recursive: true, force: true });
  await rename(part, outdir);
  return { written: written.map(({ file, bytes }) => ({ file: path.join(path.relative(ROOT, outdir), path.basename(file)), bytes })), compiled };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { written, compiled } = await buildCommandLine(path.join(ROOT, 'out/cli'));
  for (const { file, bytes } of written) console.log(`${file}  ${Math.round(bytes / 1024)} KB`);
  if (!compiled) console.error('没有预先编译：样稿没有排成，命令行照常可用，只是启动稍慢');
}
