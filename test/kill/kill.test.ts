// Acceptance 1 on the saving code itself: a plain Node program that types and saves
// is killed by SIGKILL at every step of a save and of the journal, and at random moments
// (50, with BANXIN_SOAK 200; `npm run test:soak` kills the window itself 200 times); then
// again while it recovers. What is left must be whole, must be what was typed in its order,
// and lack nothing older than a second. Figures are printed.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../build';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import type { RecoveryChoice } from '../../src/ipc/saving';
import { Backups } from '../../src/node/backups';
import { JOURNAL_STEPS } from '../../src/node/journal';
import { listRecoverable, recover } from '../../src/node/recovery';
import { SAVE_STEPS } from '../../src/node/save-file';
import type { ChildOrder } from './saving-child';

/** Kills at random moments; each run lasts up to LONGEST_MS, so that a loss of more than a second could show. */
const KILLS = Number(process.env['BANXIN_SOAK'] ?? 1) > 1 ? 200 : 50;
const LONGEST_MS = 2200;
/** Children at once: they wait most of the time. */
const AT_ONCE = 12;
/** W41, ms. */
const BAR_MS = 1000;

const START = '各位委员：现在开始。';
let dir = '';
let child = '';

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'banxin-kill-'));
  child = path.join(dir, 'saving-child.cjs');
  await build({ entryPoints: [path.join(import.meta.dirname, 'saving-child.ts')], outfile: child, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Told {
  readonly lines: readonly string[];
  readonly killed: number;
}

/** Runs the child until it kills itself, or `ms` after its first word. */
function run(order: ChildOrder, ms: number | null): Promise<Told> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [child, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    let complained = '';
    let killed = 0;
    program.stdout.on('data', (bytes: Buffer) => {
      if (told === '' && ms !== null) {
        setTimeout(() => {
          killed = Date.now();
          program.kill('SIGKILL');
        }, ms);
      }
      told += bytes.toString();
    });
    program.stderr.on('data', (bytes: Buffer) => (complained += bytes.toString()));
    // A child that never comes to the step where it should die has its own end, and the test says so.
    const late = setTimeout(() => program.kill('SIGTERM'), 20_000);
    program.on('close', (_, signal) => {
      clearTimeout(late);
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by ${signal}: ${complained}`));
      else resolve({ lines: told.split('\n').filter((line) => line !== ''), killed: killed === 0 ? Date.now() : killed });
    });
  });
}

interface Left {
  /** Texts that the user gets: recovered ones, and the file's. */
  readonly texts: readonly string[];
  readonly journals: number;
}

/** Looks once more where a loss is over the bar: a machine that stands still for a second does so once, code at fault does again. */
async function surely(task: () => Promise<Loss>): Promise<Loss> {
  const loss = await task();
  return loss.oldest < BAR_MS ? loss : task();
}

/** All that is left after a kill, read whole: whatever is broken throws. */
async function left(userData: string, file: string): Promise<Left> {
  const folder = path.join(userData, 'journal');
  const { items, damaged } = await listRecoverable(folder, new Set());
  expect(damaged).toEqual([]);
  const texts: string[] = [];
  for (const { id } of items) texts.push((await recover(folder, id)).opened.pkg.articles[0]?.doc.textContent ?? '');
  if (existsSync(file)) texts.push(readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.textContent ?? '');
  const backups = new Backups(path.join(userData, 'backups'));
  for (const { id } of await backups.list()) texts.push(readPackage(await backups.read(id)).pkg.articles[0]?.doc.textContent ?? '');
  return { texts, journals: items.length };
}

interface Loss {
  readonly typed: number;
  readonly missing: number;
  readonly oldest: number;
}

/** What is missing of what was told, in the best of the texts, which must be a beginning of what was typed. */
async function lossOf(userData: string, file: string, { lines, killed }: Told): Promise<Loss> {
  const typed = lines.map((line) => Number(line.split(' ')[1]));
  const { texts } = await left(userData, file);
  for (const text of texts) {
    const letters = Array.from(text.slice(START.length));
    expect(text.slice(0, START.length)).toBe(START);
    letters.forEach((letter, i) => expect(letter.codePointAt(0)).toBe(0x4e00 + i));
  }
  const best = Math.max(...texts.map((text) => Array.from(text).length - START.length));
  const lost = typed.slice(best);
  return { typed: typed.length, missing: lost.length, oldest: lost.length === 0 ? 0 : killed - lost[0]! };
}

let serial = 0;

function place(): { readonly userData: string; readonly file: string } {
  const folder = path.join(dir, String(serial++));
  mkdirSync(folder);
  const file = path.join(folder, '会议.banxin');
  writeFileSync(file, writePackage(packageOf([article('a', 'report', doc(p(START)))]), null));
  return { userData: path.join(folder, 'user'), file };
}

const order = (where: { readonly userData: string; readonly file: string }, more: Partial<ChildOrder> = {}): ChildOrder => ({
  ...where, isNamed: true, pause: 4, savePause: 90, dieAt: null, recover: null, ...more,
});

/** Runs tasks, AT_ONCE of them at a time. */
async function inParallel<T>(count: number, task: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let index = next++; index < count; index = next++) results[index] = await task(index);
  }));
  return results;
}

const say = (what: string, losses: readonly Loss[]): void => {
  const ages = losses.map(({ oldest }) => oldest).sort((a, b) => a - b);
  const sum = (key: 'typed' | 'missing'): number => losses.reduce((total, loss) => total + loss[key], 0);
  console.log(`${what}: ${losses.length} kills, ${sum('missing')} of ${sum('typed')} letters missing, the oldest ${ages.at(-1)} ms old (median ${ages[ages.length >> 1]} ms)`);
};

describe('killed at every step', () => {
  const steps = [...SAVE_STEPS, ...JOURNAL_STEPS].flatMap((step) => [1, 3].map((times) => ({ step, times })));
  it('of a save and of the journal, the first time and the third', async () => {
    const losses = await inParallel(steps.length, (index) => surely(async () => {
      const where = place();
      // The journal is made once a save: its first making comes before the first letter.
      const dieAt = steps[index]!;
      return lossOf(where.userData, where.file, await run(order(where, { dieAt }), null));
    }));
    say('at every step', losses);
    expect(losses.filter(({ oldest }) => oldest >= BAR_MS)).toEqual([]);
  }, 120_000);
});

describe('killed at random moments', () => {
  it(`${KILLS} times: nothing older than a second is missing, nothing is broken`, async () => {
    const losses = await inParallel(KILLS, (index) => surely(async () => {
      const where = place();
      const told = await run(order(where, { isNamed: index % 4 !== 0, pause: 2 + (index % 7) }), Math.random() * LONGEST_MS);
      const loss = await lossOf(where.userData, where.file, told);
      rmSync(path.dirname(where.file), { recursive: true });
      return loss;
    }));
    say('at random', losses);
    expect(losses.filter(({ oldest }) => oldest >= BAR_MS)).toEqual([]);
    // Most are killed while one types, on a slow machine too.
    expect(losses.filter(({ typed }) => typed > 20).length).toBeGreaterThan(KILLS / 3);
  }, 240_000);
});

describe('killed while recovering', () => {
  it.each<RecoveryChoice>(['recover', 'both', 'disk', 'discard'])('%s, at random moments, twice in a row: nothing of the recovered text is lost', async (choice) => {
    const where = place();
    const isNamed = choice !== 'discard';
    await run(order(where, { isNamed, savePause: 1e9 }), 700);
    const { texts } = await left(where.userData, isNamed ? where.file : 'none');
    const whole = texts.reduce((a, b) => (a.length > b.length ? a : b));
    expect(whole.length).toBeGreaterThan(START.length + 20);
    await inParallel(15, async (index) => {
      const copy = path.join(dir, `${choice}-${index}`);
      cpSync(path.dirname(where.file), copy, { recursive: true, preserveTimestamps: true });
      const again = { userData: path.join(copy, 'user'), file: path.join(copy, '会议.banxin') };
      // The journal names the file where it stood: it is read there, and written to by nobody but 两份都留.
      for (let i = 0; i < 2; i++) {
        await run(order(again, { recover: choice }), Math.random() * 60);
        const beside = readdirSync(path.dirname(where.file)).filter((name) => name.includes('恢复稿') && name.endsWith('.banxin') && !name.startsWith('.'));
        const kept = beside.map((name) => readPackage(new Uint8Array(readFileSync(path.join(path.dirname(where.file), name)))).pkg.articles[0]?.doc.textContent);
        const { texts: now } = await left(again.userData, again.file);
        expect([...now, ...kept]).toContain(whole);
      }
    });
  }, 120_000);
});
