// `npm start`: brings what the window needs, builds it and opens it, with the file that is named behind `--`.
import { ensureElectron } from './setup/electron.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { bin } from './setup/place.mjs';
import { ask, onPath, run, say } from './setup/run.mjs';
import { ensureSystemPackages } from './setup/system.mjs';

const files = process.argv.slice(2);

if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
// The substitute is unpacked with unzip; an Electron that is ready may lack libraries.
if (process.platform === 'linux' && !onPath('unzip')) await ensureSystemPackages();
const electron = await ensureElectron();
if (electron === null) process.exit(1);
if (process.platform === 'linux' && lacksLibraries(electron.executable)) await ensureSystemPackages();
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  say('没有图形界面（DISPLAY 未设），窗口打不开；可用 xvfb-run -a npm start 试运行，或用命令行 npx banxin。');
  process.exit(1);
}
if (!electron.real) say('窗口使用 Electron 33.2.1 替代版，只供测试和试用，不随软件发行。');

const env = { ...process.env, ...electron.env };
if ((await run(bin('electron-vite'), ['build'], { quiet: true, env })) !== 0) process.exit(1);
// Chromium refuses its sandbox as root.
const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
process.exit(await run(electron.executable, [...flags, '.', ...files], { env }));

function lacksLibraries(executable) {
  return (ask('ldd', [executable]) ?? '').includes('not found');
}
