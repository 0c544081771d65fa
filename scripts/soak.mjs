// `npm run test:soak`: the long ones, 200 kills of the real window, kills while it
// recovers, and half as many starts again; half an hour and more. `npm run test:soak -- 20`
// kills 20 times only.
import { ensureElectron } from './setup/electron.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { ensureSystemPackages } from './setup/system.mjs';
import { runEndToEnd } from './suite/e2e.mjs';

const kills = process.argv[2] ?? '200';
if (!/^[1-9]\d*$/.test(kills)) {
  console.error('npm run test:soak -- [杀死窗口的次数，默认 200]');
  process.exit(2);
}
if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
await ensureSystemPackages();
await ensureElectron();
const { passed, failed } = await runEndToEnd({ suite: 'soak', more: { BANXIN_KILLS: kills, BANXIN_STARTS: String(Math.ceil(1.5 * Number(kills))) } });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
