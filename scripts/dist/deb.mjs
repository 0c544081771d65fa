// The .deb, by dpkg-deb from a folder laid out as it is installed (electron-builder's own way downloads fpm):
// the program in /opt/banxin, menu entry, file type and icons where desktops look, and `banxin` on the PATH,
// which is the command line where a Node stands ready, and opens the window for a file or for nothing. No
// scripts run at installing: Debian's triggers refresh menus, file types and icons by themselves.
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../setup/place.mjs';
import { run } from '../setup/run.mjs';

/** What the program's libraries come from. Newer releases say …t64 (Debian 13, Ubuntu 24.04). */
const DEPENDS = [
  'libc6 (>= 2.28)', 'libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libnspr4', 'libasound2 | libasound2t64', 'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatk1.0-0 | libatk1.0-0t64', 'libatspi2.0-0 | libatspi2.0-0t64', 'libcups2 | libcups2t64', 'libdbus-1-3', 'libdrm2', 'libexpat1', 'libgbm1',
  'libglib2.0-0 | libglib2.0-0t64', 'libpango-1.0-0', 'libcairo2', 'libudev1', 'libx11-6', 'libxcb1', 'libxcomposite1', 'libxdamage1', 'libxext6', 'libxfixes3',
  'libxkbcommon0', 'libxrandr2',
];
/** 打开所在文件夹 and 打开; the window's own Chinese; the command line. */
const RECOMMENDS = ['xdg-utils', 'fonts-noto-cjk', 'nodejs (>= 20)'];

const LAUNCHER = `#!/bin/sh
# The window for a file or for nothing, else the command line (banxin export …), which runs on the system's Node.
home=/opt/banxin
if [ $# -eq 0 ] || [ -e "$1" ]; then exec "$home/banxin" "$@"; fi
if command -v node >/dev/null 2>&1; then exec node "$home/resources/cli/banxin.cjs" "$@"; fi
echo "命令行要用 Node.js 20 或更新的版本：请先安装 nodejs。打开窗口：banxin 文件名" >&2
exit 1
`;

/** Makes it. Gives its path, or null where dpkg-deb failed. */
export async function makeDeb({ unpacked, out, electron, quick }) {
  const { version: ours, description } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  // `~` sorts before the release, so that one replaces the other.
  const version = electron.real ? ours : `${ours}~trial.electron${electron.version}`;
  const root = path.join(out, 'deb');
  rmSync(root, { recursive: true, force: true });
  const put = (target, content, mode = 0o644) => {
    const file = path.join(root, target);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, mode);
  };
  cpSync(unpacked, path.join(root, 'opt/banxin'), { recursive: true });
  readable(path.join(root, 'opt/banxin'));
  // Where user namespaces are closed to users (Ubuntu 24.04, hardened kernels), Chromium's sandbox needs its helper setuid.
  chmodSync(path.join(root, 'opt/banxin/chrome-sandbox'), 0o4755);
  put('usr/bin/banxin', LAUNCHER, 0o755);
  put('usr/share/applications/banxin.desktop', readFileSync(inRoot('resources/linux/banxin.desktop')));
  put('usr/share/mime/packages/banxin.xml', readFileSync(inRoot('resources/linux/banxin.xml')));
  for (const name of readdirSync(inRoot('resources/icons'))) {
    const size = /^(\d+x\d+)\.png$/.exec(name)?.[1];
    if (size === undefined) continue;
    for (const [kind, icon] of [['apps', 'banxin'], ['mimetypes', 'application-vnd.banxin+zip']]) {
      put(`usr/share/icons/hicolor/${size}/${kind}/${icon}.png`, readFileSync(inRoot('resources/icons', name)));
    }
  }
  put('usr/share/icons/hicolor/scalable/apps/banxin.svg', readFileSync(inRoot('resources/icons/banxin.svg')));
  put('usr/share/doc/banxin/copyright', copyright());
  put('usr/share/doc/banxin/changelog.gz', gzipSync(readFileSync(inRoot('CHANGELOG.md')), { level: 9 }));
  put('DEBIAN/control', control({ version, description, electron, kilobytes: kilobytesOf(root) }));
  const architecture = architectureOf();
  const file = path.join(out, `banxin_${version}_${architecture}.deb`);
  const words = ['--root-owner-group', ...(quick ? ['-Zgzip', '-z1'] : ['-Zxz']), '--build', root, file];
  const status = await run('dpkg-deb', words, { quiet: true, progress: () => '  压缩安装包……' });
  rmSync(root, { recursive: true });
  return status === 0 ? file : null;
}

function control({ version, description, electron, kilobytes }) {
  const trial = electron.real ? '' : `\n .\n Trial build on Electron ${electron.version}, a substitute for tests: not for release.`;
  return `Package: banxin
Version: ${version}
Section: editors
Priority: optional
Architecture: ${architectureOf()}
Installed-Size: ${kilobytes}
Depends: ${DEPENDS.join(', ')}
Recommends: ${RECOMMENDS.join(', ')}
Maintainer: the Banxin contributors <banxin@localhost>
Description: editor and typesetter for Chinese work reports (版心)
 ${description}.
 One text, three editions: a booklet on the grid of GB/T 9704, a newspaper
 page and a large-type copy, each a print-ready PDF. Opens no connection.${trial}
`;
}

/** Debian's machine-readable form; the texts themselves stand in the program's folder. */
function copyright() {
  const parts = [
    ['*', 'the Banxin contributors', 'MIT', readFileSync(inRoot('LICENSE'), 'utf8')],
    ['opt/banxin/banxin opt/banxin/*.so* opt/banxin/*.pak', 'Electron contributors, the Chromium Authors and others', 'MIT and others', 'See /opt/banxin/LICENSE.electron.txt and /opt/banxin/LICENSES.chromium.html.'],
    ['opt/banxin/resources/app.asar', 'the Banxin contributors and the authors of its packages', 'MIT and others', 'See /opt/banxin/resources/resources/licences/packages.txt.'],
    ['opt/banxin/resources/resources/fonts/NotoS* opt/banxin/resources/resources/fonts/Tinos* opt/banxin/resources/resources/fonts/LXGW*', 'Google, Adobe, LXGW', 'OFL-1.1', 'See /opt/banxin/resources/resources/fonts/licences.'],
    ['opt/banxin/resources/resources/fonts/gkai00mp.ttf', '1999 Arphic Technology Co., Ltd.', 'Arphic Public License', 'See /opt/banxin/resources/resources/fonts/licences/gkai00mp.english.txt.'],
    ['opt/banxin/resources/resources/fonts/FandolFang-Regular.otf', 'Ma Qiyuan and others', 'GPL-3 with font exception', 'See /opt/banxin/resources/resources/fonts/licences/FandolFang-Regular.txt. The font is its own source.'],
  ];
  const paragraphs = parts.map(([files, holder, licence, text]) => {
    const body = text.trim().split('\n').map((line) => (line.trim() === '' ? ' .' : ` ${line}`)).join('\n');
    return `Files: ${files}\nCopyright: ${holder}\nLicense: ${licence}\n${body}\n`;
  });
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Banxin\n\n${paragraphs.join('\n')}`;
}

/** Everything is there for everybody, whatever the umask was. */
function readable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(file, 0o755);
    else if (entry.isFile()) chmodSync(file, (statSync(file).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

function kilobytesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.ceil(files.reduce((sum, entry) => sum + Math.ceil(statSync(path.join(entry.parentPath, entry.name)).size / 1024), 0));
}

function architectureOf() {
  return { x64: 'amd64', arm64: 'arm64', loong64: 'loong64' }[process.arch] ?? process.arch;
}
