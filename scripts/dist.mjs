// `npm run dist`: packs the program into dist/: the unpacked folder by electron-builder, with its fuses set
// and read back, and on Linux a .deb that installs it with menu entry, icon and file type. Windows and macOS
// get their installers by electron-builder (untried). Where the Electron of package.json cannot be had, the
// package is made on the substitute, for trials: its name, version and description say so.
//   --dir     the unpacked folder alone
//   --quick   the .deb hardly compressed, for tests
//   --out DIR another folder than dist/
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeDeb } from './dist/deb.mjs';
import { readFuses } from './dist/fuses.mjs';
import { gatherResources } from './dist/resources.mjs';
import { ensureCommandLine } from './setup/command-line.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { bin, inRoot } from './setup/place.mjs';
import { onPath, run, say } from './setup/run.mjs';

const words = process.argv.slice(2);
const onLinux = process.platform === 'linux';
const OUT = words.includes('--out') ? path.resolve(words[words.indexOf('--out') + 1] ?? 'dist') : inRoot('dist');

if (!(await ensurePackages())) process.exit(1);
const missing = await ensureFaces();
const electron = await ensureElectron();
if (electron === null) process.exit(1);
if (!electron.real) say(`打包用的是替代版 Electron ${electron.version}：只能试装，不能发行。`);
if (missing.length > 0) say(`包里没有字体 ${missing.join('、')}：这样的包不能发行。`);

const env = { ...process.env, ...electron.env };
if ((await run(bin('electron-vite'), ['build'], { quiet: true, env })) !== 0) process.exit(1);
if (!(await ensureCommandLine())) process.exit(1);
gatherResources(inRoot('out/dist-resources'));

rmSync(OUT, { recursive: true, force: true });
const distOfElectron = process.platform === 'darwin' ? path.dirname(path.dirname(path.dirname(path.dirname(electron.executable)))) : path.dirname(electron.executable);
const builder = [
  ...(onLinux || words.includes('--dir') ? ['--dir'] : []),
  `-c.electronDist=${distOfElectron}`, `-c.electronVersion=${electron.version}`, `-c.directories.output=${OUT}`, '--publish', 'never',
];
if ((await run(bin('electron-builder'), builder, { quiet: true, env })) !== 0) process.exit(1);
const unpacked = readdirSync(OUT).map((name) => path.join(OUT, name)).find((folder) => statSync(folder).isDirectory() && /unpacked$|^mac/.test(path.basename(folder)));
if (unpacked === undefined) {
  say('electron-builder 没有写出程序文件夹。');
  process.exit(1);
}
// The substitute brings the app that starts a folder; a packed program has one app, its own.
rmSync(path.join(unpacked, 'resources/default_app.asar'), { force: true });
say(`程序文件夹 ${path.relative(inRoot(), unpacked)}，${megabytes(unpacked)} MB`);
if (onLinux) {
  const fuses = await readFuses(path.join(unpacked, 'banxin'));
  say(`熔丝：${Object.entries(fuses).map(([name, state]) => `${name} ${state}`).join('，')}`);
}

if (onLinux && !words.includes('--dir')) {
  if (!onPath('dpkg-deb')) {
    say('本机没有 dpkg-deb，没有做 .deb 安装包；程序文件夹可以直接运行。');
    process.exit(0);
  }
  const deb = await makeDeb({ unpacked, out: OUT, electron, quick: words.includes('--quick') });
  if (deb === null) process.exit(1);
  say(`安装包 ${path.relative(inRoot(), deb)}，${megabytes(deb)} MB`);
}

/** Size of a file or a folder, in whole MB. */
function megabytes(where) {
  if (!existsSync(where)) return 0;
  const files = statSync(where).isFile() ? [where] : readdirSync(where, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Math.round(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6);
}
