// The end-to-end suite: builds window and command line, gives the tests a screen (xvfb-run where there
// is one) and the Electron that stands ready, which they start by ELECTRON_EXEC_PATH.
import { bin } from '../setup/place.mjs';
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
  const sum = (key) => halves.reduce((total, part) => total + part[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** A screen whose number is looked for from there on: two that begin at once must not take the same. */
function screenFrom(number) {
  const [command, ...rest] = SCREEN;
  return [command, '-n', String(number), ...rest];
}
