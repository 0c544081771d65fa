// The faces that npm does not have, out of Debian's packages into the git-ignored resources/fonts/,
// with their licences. Needs no root: apt-get fetches a package as any user, with lists of its own
// where the system has none, and dpkg-deb takes it apart without installing. Two are pinned by
// sha256, since tests read them; LXGW WenKai differs between Debian's releases and is not.
// A face that cannot be had is said and no failure: the program then takes the system's own 楷体 or
// 仿宋, or the nearest face, with its warning.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cache, inRoot } from './place.mjs';
import { onPath, run, say } from './run.mjs';

const FOLDER = inRoot('resources/fonts');
const LICENCES = path.join(FOLDER, 'licences');

const FACES = [
  {
    file: 'gkai00mp.ttf',
    use: '楷体（AR PL KaitiM GB）',
    package: 'fonts-arphic-gkai00mp',
    megabytes: 2,
    from: 'usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf',
    licence: 'usr/share/doc/fonts-arphic-gkai00mp/license',
    sha256: '61519fb9bdda4a1a3aa02a12cbb76c2ef897ce879775d7ea2265d0a65fe54d16',
  },
  {
    file: 'FandolFang-Regular.otf',
    use: '仿宋（Fandol）',
    package: 'texlive-lang-chinese',
    megabytes: 49,
    from: 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf',
    licence: 'usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz',
    sha256: 'd838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9',
  },
  {
    file: 'LXGWWenKai-Regular.ttf',
    use: '楷体缺字时的后备（霞鹜文楷）',
    package: 'fonts-lxgw-wenkai',
    megabytes: 52,
    from: 'usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf',
    licence: 'usr/share/doc/fonts-lxgw-wenkai/copyright',
    sha256: null,
  },
];

/** Brings the faces that are missing. Returns the files that could not be had, each said already. */
export async function ensureFaces() {
  const missing = FACES.filter((face) => !stands(face));
  if (missing.length === 0) return [];
  if (!onPath('apt-get') || !onPath('dpkg-deb')) {
    say(`缺少字体 ${missing.map((face) => face.file).join('、')}：本机没有 Debian 的软件包工具，取不到；`);
    say('将改用系统自带的楷体、仿宋，没有时用最接近的字体并提示。也可自行把字体文件放进 resources/fonts/。');
    return missing.map((face) => face.file);
  }
  const failed = [];
  const fetchLists = onlyOnce(fetchOwnLists);
  for (const face of missing) if (!(await bring(face, fetchLists))) failed.push(face.file);
  return failed;
}

function stands(face) {
  if (!existsSync(LICENCES) || !isGood(face, path.join(FOLDER, face.file))) return false;
  return readdirSync(LICENCES).some((name) => name.startsWith(`${path.parse(face.file).name}.`));
}

/** Whether this is the face, whole: by its sha256, or where none is pinned by its TrueType header. */
function isGood(face, file) {
  if (!existsSync(file)) return false;
  const bytes = readFileSync(file);
  if (face.sha256 === null) return bytes.length > 1e6 && bytes.readUInt32BE(0) === 0x00010000;
  return createHash('sha256').update(bytes).digest('hex') === face.sha256;
}

async function bring(face, fetchLists) {
  say(`下载字体 ${face.file}：${face.use}，在 Debian 软件包 ${face.package} 里，约 ${face.megabytes} MB……`);
  const work = path.join(cache, 'faces', face.package);
  mkdirSync(work, { recursive: true });
  const deb = await download(face, work, fetchLists);
  const opened = mkdtempSync(path.join(work, 'open-'));
  const done = deb !== null && (await run('dpkg-deb', ['-x', deb, opened], { quiet: true })) === 0 && put(face, opened);
  rmSync(done ? work : opened, { recursive: true });
  if (!done) say(`字体 ${face.file} 没有取到${deb === null ? '（软件源连不上，或其中没有这个包）' : ''}：将改用系统自带的或最接近的字体并提示；联网后再运行一次即可补上。`);
  return done;
}

/** As root apt would hand the download to a user who may not write here. */
const APT = ['-o', 'APT::Sandbox::User=root', '-o', 'Acquire::http::Timeout=20'];
/** Lists of our own, without the descriptions of packages in words. */
const OWN_LISTS = [...APT, '-o', `Dir::State::lists=${cache}/apt/lists`, '-o', `Dir::Cache=${cache}/apt`, '-o', 'Acquire::Languages=none'];

/**
 * The path of the package in `work`, or null. First by the lists the system has; where it has none, or
 * stale ones that name a package gone since, by lists of our own, which any user may fetch. apt-get goes
 * on with a package that was cut off; the name holds its version, so that one of an older version may stand beside.
 */
async function download(face, work, fetchLists) {
  const options = { cwd: work, muted: true, progress: () => `  ${megabytesIn(work)} / ${face.megabytes} MB` };
  if ((await run('apt-get', [...APT, 'download', face.package], options)) !== 0) {
    await fetchLists();
    if ((await run('apt-get', [...OWN_LISTS, 'download', face.package], options)) !== 0) return null;
  }
  return newest(work, (name) => name.startsWith(`${face.package}_`) && name.endsWith('.deb'));
}

/** Whatever it fetches: one source of several that does not answer hides no face of the others. */
async function fetchOwnLists() {
  const apt = path.join(cache, 'apt');
  for (const part of ['lists/partial', 'archives/partial']) mkdirSync(path.join(apt, part), { recursive: true });
  if (readdirSync(path.join(apt, 'lists')).length <= 2) say('  系统没有可用的软件包清单，先取一份（约 9 MB）……');
  await run('apt-get', [...OWN_LISTS, 'update'], { muted: true });
}

/** The function, done at its first call alone: without a network each try costs its time. */
function onlyOnce(work) {
  let done = null;
  return () => (done ??= work());
}

/** The path of the file in a folder that was written last, of those with such a name; null where there is none. */
export function newest(folder, isOne) {
  const files = readdirSync(folder).filter(isOne).map((name) => path.join(folder, name));
  return files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0] ?? null;
}

function megabytesIn(folder) {
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size);
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6);
}

/** Puts face and licence in their place, the face last and by renaming: a face that stands is whole. */
function put(face, opened) {
  const source = path.join(opened, face.from);
  if (!isGood(face, source)) {
    say(`字体 ${face.file} 与核对过的不同（sha256 不符），没有采用。`);
    return false;
  }
  mkdirSync(LICENCES, { recursive: true });
  putLicence(path.join(opened, face.licence), face.file);
  const part = path.join(FOLDER, `${face.file}.part`);
  copyFileSync(source, part);
  renameSync(part, path.join(FOLDER, face.file));
  return true;
}

/** A licence is a file, gzipped or not, or a folder of one text in several languages. */
function putLicence(source, file) {
  const target = (language) => path.join(LICENCES, `${path.parse(file).name}${language}.txt`);
  const text = (name) => (name.endsWith('.gz') ? gunzipSync(readFileSync(name)) : readFileSync(name));
  if (!statSync(source).isDirectory()) {
    writeFileSync(target(''), text(source));
    return;
  }
  for (const language of readdirSync(source)) {
    for (const name of readdirSync(path.join(source, language))) {
      writeFileSync(target(`.${language}`), text(path.join(source, language, name)));
    }
  }
}
