// The end-to-end suite: builds window and command line, gives the tests a screen (xvfb-run where there
// is one) and the Electron that stands ready, which they start by ELECTRON_EXEC_PATH.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bin, inRoot } from '../setup/place.mjs';
import { ensureCommandLine } from '../setup/command-line.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { withUtf8 } from '../setup/locale.mjs';
import { onPath, run, say } from '../setup/run.mjs';
import { runVitest } from './vitest.mjs';

/** What to put before a command that needs a screen. */
export const SCREEN = ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'];

/**
 * Builds and runs it, of it the files that are named, or another suite in the window (`soak`:
 * vitest.soak.config.ts) with more in its environment.
 * Gives `{passed, failed, skipped}`; what keeps it from running is one failure.
 */
export async function runEndToEnd({ suite = 'e2e', files = [], more = {} } = {}) {
  const electron = await ensureElectron();
  const failure = { passed: 0, failed: 1, skipped: 0 };
  if (electron === null) return failure;
  const env = withUtf8({ ...process.env, ...electron.env });
  if (!(await ensureCommandLine())) return failure;
  if ((await run(bin('electron-vite'), ['build'], { quiet: true, env })) !== 0) return failure;
  say(`端到端测试在 Electron ${electron.version} 上运行${electron.real ? '' : '（替代版，只供测试）'}`);
  const hasScreens = process.platform === 'linux' && onPath('xvfb-run');
  const runPart = (name, screen, words) =>
    runVitest(name, ['--config', `vitest.${suite}.config.ts`, ...words], { env: { ...env, ...more }, before: hasScreens ? screen : [] });
  if (suite !== 'e2e' || files.length > 0 || !hasScreens) return runPart(suite, SCREEN, files);
  // Two halves at once, each on a screen of its own with its own focus and clipboard: a window under test mostly waits.
  const halves = await Promise.all([1, 2].map((half) => runPart(`e2e-${half}`, screenFrom(half * 100), [`--shard=${half}/2`])));
  return again(halves, [1, 2].flatMap((half) => failedFiles(`e2e-${half}`)), (failed) => runPart('e2e-again', SCREEN, failed));
}

/** Files that may fail at the first try and be run again: more is no accident. */
const MOST_AGAIN = 2;

/**
 * Once in some hundred starts a window without a graphics card stops answering Playwright. A file that failed is run once
 * more in a new window, and said to have needed it: what fails twice has failed.
 */
async function again(parts, failed, runFiles) {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const first = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  if (failed.length === 0 || failed.length > MOST_AGAIN) return first;
  const names = failed.map(({ name }) => name);
  say(`第一次没有通过，再跑一遍：${names.map((name) => path.relative(inRoot('.'), name)).join('、')}`);
  const second = await runFiles(names);
  const of = (key) => failed.reduce((total, file) => total + file[key], 0);
  return { passed: first.passed - of('passed') + second.passed, failed: second.failed, skipped: first.skipped - of('skipped') + second.skipped };
}

/** The files of a report that failed, with what passed and was skipped in them. */
function failedFiles(name) {
  const report = inRoot('out', `vitest-${name}.json`);
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const count = (file, status) => file.assertionResults.filter((test) => test.status === status).length;
  return testResults
    .filter(({ status }) => status === 'failed')
    .map((file) => ({ name: file.name, passed: count(file, 'passed'), skipped: count(file, 'pending') + count(file, 'skipped') }));
}

/** A screen whose number is looked for from there on: two that begin at once must not take the same. */
function screenFrom(number) {
  const [command, ...rest] = SCREEN;
  return [command, '-n', String(number), ...rest];
}
