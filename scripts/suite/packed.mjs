// The tests of the packed program: packs it into out/packed (the .deb hardly compressed), then runs
// test/packed on a screen. On Linux alone: elsewhere nobody has tried the packing yet.
import { inRoot } from '../setup/place.mjs';
import { ensureElectron } from '../setup/electron.mjs';
import { withUtf8 } from '../setup/locale.mjs';
import { run, say } from '../setup/run.mjs';
import { canOpenScreens, withScreens } from './screens.mjs';
import { runVitest } from './vitest.mjs';

/** Packs and runs them. Gives `{passed, failed, skipped}`; what keeps it from running is one failure. */
export async function runPacked() {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  if (process.platform !== 'linux') return nothing;
  const electron = await ensureElectron();
  if (electron === null) return { ...nothing, failed: 1 };
  say('打包，供安装包的测试……');
  const status = await run(process.execPath, [inRoot('scripts/dist.mjs'), '--quick', '--out', inRoot('out/packed')], { quiet: true });
  if (status !== 0) return { ...nothing, failed: 1 };
  const env = withUtf8({ ...process.env, ...electron.env });
  const runOn = (screens) => runVitest('packed', ['--config', 'vitest.packed.config.ts'], { env: screens.length === 0 ? env : { ...env, DISPLAY: screens[0] } });
  return canOpenScreens() ? withScreens(1, runOn) : runOn([]);
}
