// The packed program (issue 3 §8): what is in it, its fuses as they stand in the
// file and by what they do, a journey from the sample to a PDF, and the installer
// put into a clean root and started from there.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSaveDialog, blockText, caretAtEnd, launch, openSample, patient, typeChinese, type Running } from '../e2e/launch';
import { endAll, PACKED, programFolder, startPacked, unfused } from './start-packed';

const root = path.resolve(import.meta.dirname, '../..');
const SAMPLE = path.join(root, 'resources/samples/yunling.banxin');
const program = programFolder();
const executable = path.join(program, 'banxin');
const TYPED = '万众一心画同心圆';
const work = mkdtempSync(path.join(tmpdir(), 'banxin-packed-test-'));
afterAll(() => {
  endAll();
  rmSync(work, { recursive: true, force: true });
});

function copyOfSample(name: string): string {
  const file = path.join(work, name);
  writeFileSync(file, readFileSync(SAMPLE));
  return file;
}

function articlesOf(file: string): string {
  return Object.entries(unzipSync(new Uint8Array(readFileSync(file)))).filter(([name]) => name.startsWith('articles/')).map(([, bytes]) => strFromU8(bytes)).join('\n');
}

describe('what is packed', () => {
  it('the built code, no sources, no tests, no second app', () => {
    const files = listPackage(path.join(program, 'resources/app.asar'), { isPack: false });
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/index.js', '/out/main/job.js', '/out/preload/index.cjs', '/out/renderer/index.html']));
    expect(files.filter((file) => /\.(?:map|tsx?)$|^\/(?:src|test|scripts|docs)\b|expo-google-fonts|typescript/.test(file))).toEqual([]);
    expect(readdirSync(path.join(program, 'resources')).sort()).toEqual(['app.asar', 'cli', 'resources']);
  });

  it('every face that the table names, but the one that heavier ones stand for, with a licence each', () => {
    const resources = path.join(program, 'resources/resources');
    const { faces } = JSON.parse(readFileSync(path.join(resources, 'faces.json'), 'utf8')) as { faces: { id: string; file: string; package: string | null }[] };
    const missing = faces.filter(({ file }) => !existsSync(path.join(resources, 'fonts', path.basename(file)))).map(({ id }) => id);
    expect(missing).toEqual(['noto-serif-sc-700']);
    const licences = readdirSync(path.join(resources, 'fonts/licences'));
    const unlicensed = faces.filter(({ file, package: from }) => !licences.some((name) => name.startsWith(`${from === null ? path.parse(file).name : path.basename(from)}.`)));
    expect(unlicensed.map(({ id }) => id)).toEqual([]);
  });

  it('the licence of every package whose code is in it, and ours', () => {
    const folder = path.join(program, 'resources/resources/licences');
    const text = readFileSync(path.join(folder, 'packages.txt'), 'utf8');
    const packed = new Set(listPackage(path.join(program, 'resources/app.asar'), { isPack: false }).flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? []));
    const sources = readdirSync(path.join(root, 'src/renderer'), { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
    const bundled = new Set(sources.flatMap((file) => [...readFileSync(path.join(root, 'src/renderer', file), 'utf8').matchAll(/^import .*from '([a-z][\w-]*)/gm)].map((match) => match[1] ?? '')));
    expect([...bundled]).toEqual(expect.arrayContaining(['react', 'react-dom', 'prosemirror-view']));
    expect([...packed, ...bundled].filter((name) => !new RegExp(`^${name.replace('/', '\\/')} \\d`, 'm').test(text))).toEqual([]);
    expect(packed.size).toBeGreaterThan(8);
    expect(readFileSync(path.join(folder, 'LICENSE.txt'), 'utf8')).toBe(readFileSync(path.join(root, 'LICENSE'), 'utf8'));
    expect(existsSync(path.join(program, 'LICENSES.chromium.html'))).toBe(true);
  });
});

describe('W60: the fuses', () => {
  it('stand in the file as they should', async () => {
    const wire = await getCurrentFuseWire(executable);
    const state = (fuse: FuseV1Options): string => String.fromCharCode(wire[fuse] as number);
    const off = [
      FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges, FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseV1Options.EnableCookieEncryption,
    ];
    const on = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation];
    expect({ off: off.map(state).join(''), on: on.map(state).join('') }).toEqual({ off: '000000', on: '11' });
  });

  it('it is no Node, and takes no option and no debugger for one', async () => {
    const mark = path.join(work, 'ran');
    const script = path.join(work, 'mark.cjs');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` };
    const flags = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${path.join(work, 'fuse')}`];
    const run = spawnSync(executable, [...flags, '--inspect=127.0.0.1:0', '-r', script, script], { env, timeout: 5000, encoding: 'utf8' });
    expect(existsSync(mark)).toBe(false);
    expect(run.stderr).not.toContain('Debugger listening');
    // And the same words make a Node do it.
    spawnSync(process.execPath, [script], { env: { ...process.env, NODE_OPTIONS: `--require ${script}` } });
    expect(existsSync(mark)).toBe(true);
  });

  it('a folder put in the archive\'s place is not run', () => {
    const copy = path.join(work, 'swapped');
    execFileSync('cp', ['-a', program, copy]);
    rmSync(path.join(copy, 'resources/app.asar'));
    const mark = path.join(work, 'swapped-ran');
    mkdirSync(path.join(copy, 'resources/app'));
    writeFileSync(path.join(copy, 'resources/app/package.json'), '{"name":"other","main":"index.js"}');
    writeFileSync(path.join(copy, 'resources/app/index.js'), `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
    const flags = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${path.join(work, 'swap-user')}`];
    spawnSync(path.join(copy, 'banxin'), flags, { timeout: 4000 });
    expect(existsSync(mark)).toBe(false);
    rmSync(copy, { recursive: true });
  });
});

describe('the packed program as it ships', () => {
  it('opens a file, shows its pages, takes text and saves it; the substitute is said', async () => {
    const file = copyOfSample('会议.banxin');
    const { page, complaints, end } = await startPacked(executable, [file]);
    await page.waitForSelector('.scroll .page canvas[data-key]');
    const trial = readFileSync(path.join(program, 'version'), 'utf8').trim().replace(/^v/, '').startsWith('45.') ? '' : ' · 测试用运行时';
    expect(await page.locator('.status .rest').textContent()).toContain(`不连网${trial}`);
    await page.locator('.text > *').first().click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(TYPED);
    await page.keyboard.press('Control+s');
    await expect.poll(() => articlesOf(file).includes(TYPED), { timeout: 10_000 }).toBe(true);
    await end();
    expect(complaints).toEqual([]);
  });
});

describe('a journey on the packed program, its dialogs answered', () => {
  let run: Running;
  beforeAll(async () => {
    run = await launch({ executable: await unfused(program), packed: true });
  });
  afterAll(async () => {
    await run.close();
  });

  it('from the sample to a saved package and a PDF that pdftotext reads', async () => {
    await openSample(run);
    const before = await blockText(run, 0);
    await caretAtEnd(run, 0);
    await typeChinese(run, 'wanzhongyixin', TYPED);
    await expect.poll(() => blockText(run, 0)).toBe(before + TYPED);
    const file = path.join(run.folder, '文稿.banxin');
    await answerSaveDialog(run, file);
    await run.page.keyboard.press('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');
    expect(articlesOf(file)).toContain(TYPED);
    const pdf = path.join(run.folder, '单行本.pdf');
    await answerSaveDialog(run, pdf);
    await run.page.keyboard.press('Control+Shift+E');
    await run.page.locator('.notice.done').waitFor({ timeout: 30_000 });
    expect(execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '')).toContain(TYPED);
  });

  it('W60: no developer tools', async () => {
    const state = await patient(() => run.app.evaluate(async ({ app, BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { packed: app.isPackaged, open: contents?.isDevToolsOpened() };
    }));
    expect(state).toEqual({ packed: true, open: false });
  });
});

const deb = readdirSync(PACKED).find((name) => name.endsWith('.deb'));

describe.skipIf(deb === undefined || process.getuid?.() !== 0)('the .deb in a clean root', () => {
  const clean = path.join(work, 'root');
  const inRoot = (...parts: string[]): string => path.join(clean, ...parts);

  beforeAll(() => {
    for (const folder of ['updates', 'info', 'triggers']) mkdirSync(inRoot('var/lib/dpkg', folder), { recursive: true });
    for (const file of ['status', 'available']) writeFileSync(inRoot('var/lib/dpkg', file), '');
    // A clean root has none of the libraries: that they are named is tested below.
    execFileSync('dpkg', ['--root', clean, '--force-depends', '--install', path.join(PACKED, deb ?? '')], { stdio: 'ignore' });
  });

  it('dpkg has it installed, whole', () => {
    expect(execFileSync('dpkg', ['--root', clean, '-s', 'banxin'], { encoding: 'utf8' })).toMatch(/^Status: install ok installed$/m);
    expect(execFileSync('dpkg', ['--root', clean, '--verify', 'banxin'], { encoding: 'utf8' })).toBe('');
  });

  it('everything is readable to everybody, owned by root, and only the sandbox\'s helper is setuid', () => {
    const files = readdirSync(clean, { recursive: true, withFileTypes: true }).map((entry) => path.join(entry.parentPath, entry.name)).filter((file) => !file.includes('/var/'));
    const modes = files.map((file) => ({ file: path.relative(clean, file), ...statSync(file) }));
    expect(modes.filter(({ uid, gid }) => uid !== 0 || gid !== 0)).toEqual([]);
    expect(modes.filter(({ mode }) => (mode & 0o044) !== 0o044 || (mode & 0o022) !== 0).map(({ file }) => file)).toEqual([]);
    expect(modes.filter(({ mode }) => (mode & 0o7000) !== 0).map(({ file, mode }) => [file, (mode & 0o7777).toString(8)])).toEqual([['opt/banxin/chrome-sandbox', '4755']]);
  });

  it('a menu entry in both languages that starts what is there, a file type, an icon in every size', () => {
    const entry = readFileSync(inRoot('usr/share/applications/banxin.desktop'), 'utf8');
    const value = (key: string): string => entry.split('\n').find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
    expect([value('Name'), value('Name[zh_CN]'), value('MimeType')]).toEqual(['Banxin', '版心', 'application/vnd.banxin+zip;']);
    expect(existsSync(inRoot(value('Exec').split(' ')[0] ?? ''))).toBe(true);
    const mime = readFileSync(inRoot('usr/share/mime/packages/banxin.xml'), 'utf8');
    expect([mime.includes('<glob pattern="*.banxin"/>'), mime.includes(`type="${value('MimeType').slice(0, -1)}"`)]).toEqual([true, true]);
    const icons = readdirSync(inRoot('usr/share/icons/hicolor'));
    for (const size of icons.filter((name) => name !== 'scalable')) {
      const png = readFileSync(inRoot('usr/share/icons/hicolor', size, 'apps/banxin.png'));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(size);
    }
    expect(icons).toEqual(expect.arrayContaining(['16x16', '48x48', '256x256', '512x512', 'scalable']));
  });

  it.skipIf(spawnSync('update-mime-database', ['-v']).status !== 0)('the desktop\'s own tools take the file type', () => {
    const mime = path.join(work, 'mime');
    cpSync(inRoot('usr/share/mime'), mime, { recursive: true });
    execFileSync('update-mime-database', [mime], { stdio: 'ignore' });
    expect(readFileSync(path.join(mime, 'globs2'), 'utf8')).toContain('50:application/vnd.banxin+zip:*.banxin');
  });

  it.skipIf(spawnSync('readelf', ['-v']).status !== 0)('every library that the program is linked with comes from a package that it depends on', () => {
    const needed = (file: string): string[] => [...execFileSync('readelf', ['-d', file], { encoding: 'utf8' }).matchAll(/\(NEEDED\).*\[(.+)\]/g)].map((match) => match[1] ?? '');
    const control = execFileSync('dpkg-deb', ['-f', path.join(PACKED, deb ?? ''), 'Depends'], { encoding: 'utf8' });
    const depends = new Set(control.split(/[,|]/).map((word) => word.trim().split(' ')[0]));
    const cache = execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
    // gcc's own runtime and the loader come with libc6's dependencies.
    const own = new Set(readdirSync(inRoot('opt/banxin')));
    const files = needed(inRoot('opt/banxin/banxin')).filter((name) => !own.has(name) && !/^(?:ld-linux|libgcc_s)/.test(name)).map((name) => {
      const found = cache.split('\n').find((line) => line.startsWith(`\t${name} `))?.split(' => ')[1];
      return found === undefined ? name : realpathSync(found);
    });
    // Where /lib is a link to /usr/lib, dpkg knows some by the one name and some by the other.
    const asked = files.flatMap((file) => [file, file.replace(/^\/usr(?=\/lib)/, '')]);
    const answers = spawnSync('dpkg', ['-S', ...asked], { encoding: 'utf8' }).stdout.split('\n').map((line) => line.split(': '));
    const packageOf = (file: string): string | undefined => answers.find(([, path_]) => path_ === file || `/usr${path_ ?? ''}` === file)?.[0]?.split(':')[0];
    expect(files.length).toBeGreaterThan(20);
    const missing = files.filter((file) => !depends.has(packageOf(file))).map((file) => `${file} (${packageOf(file) ?? 'nowhere'})`);
    expect(missing).toEqual([]);
  });

  it('starts from there and shows the pages of a file', async () => {
    const file = copyOfSample('安装后.banxin');
    const { page, complaints, end } = await startPacked(inRoot('opt/banxin/banxin'), [file]);
    await page.waitForSelector('.scroll .page canvas[data-key]');
    await end();
    expect(complaints).toEqual([]);
  });

  it('as an ordinary user its renderer is sandboxed', async () => {
    const home = path.join(work, 'home');
    for (const folder of [work, clean]) execFileSync('chmod', ['o+rx', folder]);
    mkdirSync(home);
    execFileSync('chown', ['nobody', home]);
    const key = path.join(home, 'xauthority');
    writeFileSync(key, process.env['XAUTHORITY'] === undefined ? '' : readFileSync(process.env['XAUTHORITY']));
    execFileSync('chmod', ['644', key]);
    const before = ['runuser', '-u', 'nobody', '--', 'env', `HOME=${home}`, `TMPDIR=${home}`, `XDG_CONFIG_HOME=${home}`, `XAUTHORITY=${key}`];
    const { page, complaints, end } = await startPacked(inRoot('opt/banxin/banxin'), [], { before, userData: path.join(home, 'user'), sandbox: true });
    await page.getByRole('button', { name: '打开样例文稿包' }).click();
    await page.waitForSelector('.scroll .page canvas[data-key]');
    const renderers = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
      const words = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
      return words.includes('--type=renderer') && words.includes(`--user-data-dir=${path.join(home, 'user')}`);
    });
    const seccomp = renderers.map((pid) => /^Seccomp:\t(\d)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    await end();
    expect(seccomp).toEqual(['2']);
    expect(complaints).toEqual([]);
  });

  it.skipIf(spawnSync('unshare', ['-m', 'true']).status !== 0)('`banxin` on the PATH is the command line, at the place where it is installed', () => {
    const pdf = path.join(work, '命令行.pdf');
    const script = 'mount -t tmpfs none /opt && mkdir /opt/banxin && mount --bind "$1/opt/banxin" /opt/banxin && shift && exec "$@"';
    const banxin = inRoot('usr/bin/banxin');
    execFileSync('unshare', ['-m', 'sh', '-c', script, 'sh', clean, banxin, 'export', SAMPLE, '--edition', 'speech', '-o', pdf], { stdio: 'ignore', env: { ...process.env, BANXIN_PINNED_FACES: '1' } });
    expect(execFileSync('pdffonts', [pdf], { encoding: 'utf8' })).toMatch(/NotoSerifSC-Medium/);
    expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toContain('云岭');
  });
});
