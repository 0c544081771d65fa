// The end-to-end suite: builds the window's program, opens the screens that the tests need (Xvfb, where there is
// one) and takes the Electron that stands ready, which they start by ELECTRON_EXEC_PATH.
import { availableParallelism } from 'node:os';
import { bin } from '../setup/place.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { withUtf8 } from '../setup/locale.mjs';
import { run, say } from '../setup/run.mjs';
import { canOpenScreens, withScreens } from './screens.mjs';
import { runVitest } from './vitest.mjs';

/** Windows under test at once: each mostly waits, so one more than there are cores; more than four only wait for one another. */
const AT_ONCE = Math.min(4, availableParallelism() + 1);

/**
 * Builds and runs it, of it the files that are named, or another suite in the window (`soak`:
 * vitest.soak.config.ts) with more in its environment.
 * Gives `{passed, failed, skipped}`; what keeps it from running is one failure.
 */
export async function runEndToEnd({ suite = 'e2e', files = [], more = {} } = {}) {
  const electron = await ensureElectron();
  const failure = { passed: 0, failed: 1, skipped: 0, names: [`the ${suite} tests could not be run (see above)`] };
  if (electron === null) return failure;
  const env = withUtf8({ ...process.env, ...electron.env });
  if ((await run(bin('electron-vite'), ['build'], { quiet: true, env })) !== 0) return failure;
  say(`端到端测试在 Electron ${electron.version} 上运行${electron.real ? '' : '（替代版，只供测试）'}`);
  const runOn = (screens) => runVitest(suite, ['--config', `vitest.${suite}.config.ts`, ...files], {
    env: { ...env, ...more, ...(screens.length === 0 ? {} : { DISPLAY: screens[0], BANXIN_SCREENS: screens.join() }) },
  });
  if (!canOpenScreens()) return runOn([]);
  try {
    return await withScreens(suite === 'e2e' && files.length !== 1 ? AT_ONCE : 1, runOn);
  } catch (error) {
    say(error.message);
    return failure;
  }
}
