// `npm run bench`: brings what the paired benchmark needs (the peer in test/bench's own package, the
// bundled command line), then runs it, and after it the window's (test/bench/window.mjs) in a real Electron.
// `-- --window` runs the window's alone. Other arguments are test/bench/bench.mjs's.
import { existsSync } from 'node:fs';
import { ensureCommandLine } from './setup/command-line.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { bin, inRoot } from './setup/place.mjs';
import { onPath, run, say } from './setup/run.mjs';
import { ensureSystemPackages } from './setup/system.mjs';

const BENCH = inRoot('test/bench');

if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
if (!(existsSync('/usr/bin/time') && onPath('pdftotext')) && !(await ensureSystemPackages())) process.exit(1);
if (!existsSync(inRoot('test/bench/node_modules/@myriaddreamin'))) {
  say('安装对照程序 Typst 0.14（npm 包 @myriaddreamin/typst-ts-node-compiler，约 20 MB）……');
  if ((await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: BENCH, quiet: true })) !== 0) process.exit(1);
}
if (!(await ensureCommandLine())) process.exit(1);
const words = process.argv.slice(2);
const onlyWindow = words.includes('--window');
let failures = onlyWindow ? 0 : await run(process.execPath, [inRoot('test/bench/bench.mjs'), ...words], { stdout: true });
if (failures === 0) failures = await benchWindow();
process.exit(failures);

/** Builds the window and has a typist at it, on a screen of its own where there is one. */
async function benchWindow() {
  const electron = await ensureElectron();
  if (electron === null) return 1;
  const env = { ...process.env, ...electron.env };
  if ((await run(bin('electron-vite'), ['build'], { quiet: true, env })) !== 0) return 1;
  const bench = [process.execPath, inRoot('test/bench/window.mjs'), ...words.filter((word) => word !== '--window')];
  const [command, ...rest] = process.platform === 'linux' && onPath('xvfb-run') ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...bench] : bench;
  say(`窗口的测量在 Electron ${electron.version} 上运行${electron.real ? '' : '（替代版，只供测试）'}`);
  return run(command, rest, { stdout: true, env });
}
