// System packages that the window and the tests need on Debian and Ubuntu: Electron's libraries, a
// screen without a monitor, readers for the written PDFs. As root or with sudo. apt-get is asked
// every time the list or the system has changed, and never dpkg: Debian 13 installs some under
// other names (…t64).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache } from './place.mjs';
import { ask, onPath, run, say } from './run.mjs';

const WINDOW = [
  'libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0', 'libcups2', 'libdrm2', 'libxkbcommon0',
  'libxcomposite1', 'libxdamage1', 'libxfixes3', 'libxrandr2', 'unzip', 'fontconfig', 'fonts-noto-cjk',
];
const TESTS = ['xvfb', 'xauth', 'poppler-utils', 'qpdf', 'mupdf-tools', 'time', 'strace'];
/**
 * A real input method (test/e2e/fcitx5.test.ts, a minute): only on machines that say they are nobody's desk (CI), for
 * installing it changes the input method of who sits there. Anywhere else that test is skipped where it is not there.
 */
const INPUT_METHOD = ['fcitx5', 'fcitx5-pinyin', 'fcitx5-frontend-gtk3', 'dbus-x11', 'xdotool', 'openbox'];

/** What those packages are there for, by which a user without root can tell whether all of it stands already. */
const PROGRAMS = ['unzip', 'fc-list', 'xvfb-run', 'xauth', 'pdftotext', 'qpdf', 'mutool'];
const LIBRARIES = [
  'libnss3.so', 'libgtk-3.so.0', 'libgbm.so.1', 'libasound.so.2', 'libatk-bridge-2.0.so.0', 'libcups.so.2', 'libdrm.so.2',
  'libxkbcommon.so.0', 'libXcomposite.so.1', 'libXdamage.so.1', 'libXfixes.so.3', 'libXrandr.so.2',
];

const MARK = path.join(cache, 'system-packages');

/** What came of the first try: a second one in the same run would say the same. */
let installed = null;

/** Installs them. False after saying in a sentence what is missing; other systems than Linux need none. */
export async function ensureSystemPackages() {
  return process.platform === 'linux' ? (installed ??= install()) : true;
}

async function install() {
  const packages = packagesFor(process.env);
  const wanted = `${systemName()}\n${packages.join(' ')}\n`;
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return true;
  if (!onPath('apt-get')) {
    say(`本机没有 apt-get，系统库和测试工具没有安装。请自行装好与下列 Debian 软件包相当的：${packages.join(' ')}`);
    return false;
  }
  const root = asRoot();
  if (root === null && standsAlready()) return true;
  if (root === null) {
    say('不是 root，也没有可用的 sudo，系统库和测试工具没有安装。请由管理员运行：');
    say(`  apt-get install --no-install-recommends ${packages.join(' ')}`);
    return false;
  }
  say('安装系统软件包：Electron 的系统库、无屏显示（xvfb）、读回 PDF 的工具、界面用中文字体（约 190 MB，已有的跳过）……');
  const done = await aptInstall(root, packages);
  if (!done) {
    say('系统软件包没有装成，见上面 apt-get 的话；窗口和端到端测试会受影响，命令行不受影响。');
    return false;
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(MARK, wanted);
  return true;
}

/** Installs packages, `root` before apt-get. False where it could not. */
async function aptInstall(root, packages) {
  const install = [...root, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  // Without lists, with stale ones, or where an earlier installation was cut off in its middle, the first try fails at once.
  if (await start(install, { muted: true })) return true;
  await mend(root);
  return start(install, {});
}

/** LibreOffice, which only `npm run test:docx` needs. False after saying in a sentence what is missing. */
export async function ensureLibreOffice() {
  if (onPath('soffice')) return true;
  const packages = ['libreoffice-writer-nogui'];
  const root = onPath('apt-get') ? asRoot() : null;
  if (root === null) {
    say(`没有 LibreOffice，也装不了（要 apt-get 和 root 或 sudo）。请先装好，使 soffice 可用；Debian 和 Ubuntu 上是：apt-get install --no-install-recommends ${packages.join(' ')}`);
    return false;
  }
  say('安装 LibreOffice（约 400 MB，只有 npm run test:docx 用它）……');
  return (await aptInstall(root, packages)) && onPath('soffice');
}

/** Finishes what a cut-off installation has left, which apt-get refuses to go on from, and fetches new lists. */
async function mend(root) {
  await start([...root, 'dpkg', '--configure', '-a'], { muted: true });
  await start([...root, 'apt-get', 'update'], {});
}

function start([command, ...args], options) {
  const started = Date.now();
  const progress = () => `  apt-get 已运行 ${Math.round((Date.now() - started) / 1000)} 秒……`;
  return run(command, args, { quiet: true, progress, ...options }).then((status) => status === 0);
}

/** What to put before apt-get so that it runs as root and asks no questions, or null where it cannot. */
function asRoot() {
  const quietly = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  if (process.getuid() === 0) return quietly;
  if (!onPath('sudo')) return null;
  return process.stdin.isTTY || ask('sudo', ['-n', 'true']) !== null ? ['sudo', ...quietly] : null;
}

/** What is installed, by what the environment says of the machine. */
export function packagesFor({ CI }) {
  return [...WINDOW, ...TESTS, ...(CI === undefined || CI === '' || CI === 'false' ? [] : INPUT_METHOD)];
}

/** The shared libraries that a program needs and the system lacks. */
export function missingLibraries(executable) {
  return notFound(ask('ldd', [executable]) ?? '');
}

/** Names of libraries that ldd has not found, each once. */
export function notFound(ldd) {
  return [...new Set([...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name))];
}

function standsAlready() {
  const libraries = ask('/sbin/ldconfig', ['-p']) ?? '';
  return PROGRAMS.every(onPath) && LIBRARIES.every((name) => libraries.includes(`\t${name} `));
}

function systemName() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}
