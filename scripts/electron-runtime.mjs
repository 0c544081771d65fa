// Prints the Electron that development and tests run on, bringing one first where none is ready.
//   node scripts/electron-runtime.mjs          the executable's path
//   node scripts/electron-runtime.mjs --json   {executable, version, real, env}
// `real` is false for the substitute (scripts/setup/electron.mjs says what that is); `env` holds
// what `npx electron` and electron-vite must be started with. Scripts import `ensureElectron` instead.
import { ensureElectron } from './setup/electron.mjs';

const runtime = await ensureElectron();
if (runtime === null) process.exit(1);
console.log(process.argv.includes('--json') ? JSON.stringify(runtime, null, 2) : runtime.executable);
