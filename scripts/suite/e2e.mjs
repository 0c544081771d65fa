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
  const before = process.platform === 'linux' && onPath('xvfb-run') ? SCREEN : [];
  return runVitest(suite, ['--config', `vitest.${suite}.config.ts`, ...files], { env: { ...env, ...more }, before });
}
