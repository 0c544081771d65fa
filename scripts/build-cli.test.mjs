// The bundle of the command line: whole, split where a command is lazy, and
// with nothing in it that a stub was to keep out.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { buildCli, buildCommandLine } from './build-cli.mjs';

const ROOT = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (file, ...args) => execFileSync(process.execPath, [file, ...args], { encoding: 'utf8' });

describe('a dynamic import is a chunk of its own', () => {
  it('is loaded when asked for, and shares modules with the entry', async () => {
    writeFileSync(path.join(folder, 'shared.ts'), 'export const shared = { loads: 0 };');
    writeFileSync(path.join(folder, 'lazy.ts'), "import { shared } from './shared'; shared.loads++; export const word: string = '版心';");
    writeFileSync(path.join(folder, 'entry.ts'), [
      "import { shared } from './shared';",
      "if (process.argv[2] === 'lazy') import('./lazy').then(({ word }) => console.log(word, shared.loads));",
      "else console.log('eager', shared.loads, import.meta.url);",
    ].join('\n'));
    const outdir = path.join(folder, 'split');
    const written = await buildCli({ entry: path.join(folder, 'entry.ts'), outdir, name: 'banxin' });
    expect(written.length).toBeGreaterThan(1);
    expect(readdirSync(outdir).every((file) => file.endsWith('.cjs'))).toBe(true);
    expect(readFileSync(path.join(outdir, 'banxin.cjs'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(run(path.join(outdir, 'banxin.cjs'), 'lazy')).toBe('版心 1\n');
    expect(run(path.join(outdir, 'banxin.cjs'))).toMatch(/^eager 0 file:\/\/.*banxin\.cjs\n$/);
  });
});

describe('the command line as it is built', () => {
  // One whole build for all that is looked at here: it takes seconds of both cores.
  const outdir = path.join(ROOT, 'out/cli-build-test');
  const part = `${outdir}-part`;
  const bundle = path.join(outdir, 'banxin.cjs');
  const report = path.join(ROOT, 'resources/samples/clean/report.txt');
  const short = ['export', report, '--edition', 'booklet', '-o', path.join(folder, 'report.pdf')];
  const names = () => readdirSync(outdir).sort();
  const caches = () => names().filter((file) => file.endsWith('.cache')).map((file) => path.join(outdir, file));
  const withoutCaches = (use) => {
    const files = caches();
    for (const file of files) renameSync(file, `${file}-away`);
    try {
      return use();
    } finally {
      for (const file of files) renameSync(`${file}-away`, file);
    }
  };
  afterAll(() => {
    for (const one of [outdir, part]) rmSync(one, { recursive: true, force: true });
  });

  const cutOff = () => new Promise((resolve) => {
    const script = `import('${pathToFileURL(path.join(ROOT, 'scripts/build-cli.mjs')).href}').then((m) => m.buildCommandLine(${JSON.stringify(outdir)}))`;
    const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
    const watch = setInterval(() => {
      if (existsSync(path.join(part, 'banxin.cjs'))) child.kill('SIGKILL');
    }, 2);
    child.on('exit', (_, signal) => {
      clearInterval(watch);
      resolve(signal);
    });
  });

  it('cut off in its middle, a build leaves no command line, or the old one whole; the next build is whole', async () => {
    rmSync(outdir, { recursive: true, force: true });
    expect(await cutOff()).toBe('SIGKILL');
    expect(existsSync(outdir)).toBe(false);
    const { written, compiled } = await buildCommandLine(outdir);
    expect([written.map(({ file }) => file), compiled]).toEqual([['banxin.cjs', 'banxin-parts.cjs', 'banxin-more.cjs', 'banxin-seldom.cjs'].map((file) => path.join('out/cli-build-test', file)), true]);
    const whole = names();
    expect(whole).toHaveLength(4 + 5 + 5);
    expect(await cutOff()).toBe('SIGKILL');
    expect(names()).toEqual(whole);
    expect(run(bundle, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('what V8 compiled is taken by short jobs, middle ones, long ones, those that try many pages and those that set no type; where it is missing or cut off the command does the same without', () => {
    // Tells on stderr, for each script that is compiled, whether V8 took what was left for it: undefined where nothing was.
    const teller = path.join(folder, 'teller.cjs');
    writeFileSync(teller, `const vm = require('node:vm');
      vm.Script = class extends vm.Script { constructor(...args) { super(...args); console.error(args[1].filename.replace(/.*-/, '') + ' rejected: ' + this.cachedDataRejected); } };`);
    const told = (words) => {
      const { status, stderr } = spawnSync(process.execPath, ['-r', teller, bundle, ...words], { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      return [...stderr.matchAll(/^(\w+)\.cjs rejected: (.*)$/gm)].map(([, file, rejected]) => `${file} ${rejected}`).join(', ');
    };
    // A report without faults needs the first file alone.
    expect(withoutCaches(() => told(short))).toBe('parts undefined');
    const plain = readFileSync(path.join(folder, 'report.pdf'));
    const longer = [20, 50].map((copies) => {
      const file = path.join(folder, `${copies}.txt`);
      writeFileSync(file, readFileSync(report, 'utf8').repeat(copies));
      return file;
    });
    const jobs = [short, ...longer.map((file) => short.with(1, file)), ['makeup', path.join(ROOT, 'resources/samples/raw-opening.txt')], ['outline', report]];
    // The report many times over has its sentences twice, which is a finding.
    expect(jobs.map(told)).toEqual(jobs.map((job) => (job === short ? 'parts false' : 'parts false, more false')));
    expect(caches()).toHaveLength(2 * jobs.length);
    // All that try pages take what was left for the one.
    for (const words of [['check', report], ['typeset', report, '--edition', 'newspaper', '--dump']]) expect(told(words), words[0]).toMatch(/^parts false/);
    expect(caches()).toHaveLength(2 * jobs.length);
    told(short);
    expect(readFileSync(path.join(folder, 'report.pdf')).equals(plain)).toBe(true);
    for (const file of caches()) truncateSync(file, 10_000);
    expect(told(short)).toBe('parts true');
    expect(readFileSync(path.join(folder, 'report.pdf')).equals(plain)).toBe(true);
  });

  it('in work of middle length V8 optimises the functions named for it, and no other', () => {
    const text = path.join(folder, 'middle.txt');
    writeFileSync(text, readFileSync(report, 'utf8').repeat(20));
    const job = ['export', text, '--edition', 'booklet', '-o', path.join(folder, 'middle.pdf')];
    const { status, stdout } = withoutCaches(() => spawnSync(process.execPath, ['--trace-opt', '--trace-wasm-compilation-times', bundle, ...job], { encoding: 'utf8', maxBuffer: 1e8 }));
    expect(status).toBe(0);
    const optimised = new Set([...stdout.matchAll(/completed compiling \w+ <JSFunction (\S+)/g)].map((match) => match[1]));
    expect([...optimised].filter((name) => !name.startsWith('hot'))).toEqual([]);
    for (const name of ['hotAddRun', 'hotCopyGlyphs']) expect(optimised).toContain(name);
    for (const name of ['hotHan', 'hotClassify', 'hotPrice', 'hotLinesFrom', 'hotPlace', 'hotPlain']) expect(optimised).not.toContain(name); // WebAssembly does their work
    expect(stdout).toMatch(/using Liftoff/);
    expect(stdout).not.toMatch(/using TurboFan/);
  });

  it('leaves out what no page needs: an export of a text goes without the files that hold it, Word does not', () => {
    rmSync(path.join(outdir, 'banxin-seldom.cjs'));
    expect(() => run(bundle, 'templates')).toThrow(/banxin-seldom/);
    rmSync(path.join(outdir, 'banxin-more.cjs'));
    expect(() => run(bundle, ...short)).not.toThrow();
  });
});

describe('what V8 compiled', () => {
  it('is of all commands that a build runs in one process', () => {
    const small = path.join(folder, 'small.cjs');
    writeFileSync(path.join(folder, 'small-parts.cjs'), '({ one: () => 1, two: () => [1, 2].map((number) => number * 2) })');
    writeFileSync(small, `const { Script } = require('node:vm');
      const filename = __filename.replace('.cjs', '-parts.cjs');
      const parts = new Script(require('node:fs').readFileSync(filename, 'latin1'), { filename }).runInThisContext();
      Promise.resolve(process.argv[2]).then((word) => process.exit(parts[word]() === undefined ? 1 : 0));`);
    const kept = (...words) => {
      expect(spawnSync(process.execPath, ['-r', path.join(ROOT, 'scripts/cli/keep-compiled.cjs'), small, ...words]).status).toBe(0);
      const [file] = readdirSync(folder).filter((name) => name.startsWith('small') && name.endsWith('.cache'));
      const { length } = readFileSync(path.join(folder, file));
      rmSync(path.join(folder, file));
      return length;
    };
    const [one, two, both] = [kept('one'), kept('two'), kept('one', '--then', 'two')];
    expect(both).toBeGreaterThan(Math.max(one, two));
  });
});

describe('the writer in the bundle', () => {
  it('writes and reads back without what pdfkit loads in vain', async () => {
    const outdir = path.join(folder, 'write');
    await buildCli({ entry: 'test/bench/write-entry.ts', outdir, name: 'write' });
    const text = path.join(folder, 'text.txt');
    writeFileSync(text, '各位委员：现在，我代表常务委员会向大会报告工作，请予审议。'.repeat(30));
    const face = new URL('../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', import.meta.url).pathname;
    const answer = JSON.parse(run(path.join(outdir, 'write.cjs'), face, text, '1', path.join(folder, 'out.pdf'), '0.2'));
    expect(answer).toMatchObject({ pages: 15, characters: 9240, problems: 0 });
    const code = readdirSync(outdir).map((file) => readFileSync(path.join(outdir, file), 'utf8')).join('');
    for (const stranger of ['restructure', 'brotli', 'LineBreaker {', 'genTtable']) expect(code).not.toContain(stranger);
  });
});
