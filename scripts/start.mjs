// `npm start`: brings what the window needs, builds it and opens it, with the file that is named behind `--`.
import { ensureElectron } from './setup/electron.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { withUtf8 } from './setup/locale.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { bin } from './setup/place.mjs';
import { onPath, run, say } from './setup/run.mjs';
import { ensureSystemPackages, missingLibraries } from './setup/system.mjs';

const files = process.argv.slice(2);

if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
// The substitute is unpacked with unzip; an Electron that is ready may lack libraries.
if (process.platform === 'linux' && !onPath('unzip')) await ensureSystemPackages();
const electron = await ensureElectron();
if (electron === null) giveUp('没有取到 Electron');
if (process.platform === 'linux' && missingLibraries(electron.executable).length > 0) {
  await ensureSystemPackages();
  const missing = missingLibraries(electron.executable);
  if (missing.length > 0) giveUp(`缺少系统库 ${missing.join('、')}`);
}
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  giveUp('没有图形界面（DISPLAY 未设），可用 xvfb-run -a npm start 试运行');
}
if (!electron.real) say('窗口使用 Electron 33.2.1 替代版，只供测试和试用，不随软件发行。');

const env = withUtf8({ ...process.env, ...electron.env });
if ((await run(bin('electron-vite'), ['build'], { quiet: true, env })) !== 0) process.exit(1);
// Chromium refuses its sandbox as root.
const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
process.exit(await run(electron.executable, [...flags, '.', ...files], { env }));

function giveUp(why) {
  say(`窗口打不开：${why}。不用窗口也能排版：npm run sample 出样张，此后可用命令行 npx banxin。`);
  process.exit(1);
}
