// The npm packages of package-lock.json. Whether they stand is read from what npm itself wrote down
// in node_modules, not from a mark of ours: so a changed lockfile is seen, and packages that somebody
// installed by hand are accepted where they are the right ones.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './place.mjs';
import { run, say } from './run.mjs';

const LOCK = inRoot('package-lock.json');
const INSTALLED = inRoot('node_modules/.package-lock.json');

/** Runs `npm ci` where node_modules is not what the lockfile says. False after saying why it failed. */
export async function ensurePackages() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    say(`版心需要 Node 20 或更新的版本，这里是 ${process.version}。`);
    return false;
  }
  if (areInstalled()) return true;
  say('安装 npm 软件包（约 300 MB：排版、字体、窗口和测试要用）……');
  const started = Date.now();
  const progress = () => `  npm ci 已运行 ${Math.round((Date.now() - started) / 1000)} 秒……`;
  const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { progress });
  if (status !== 0) say('npm 软件包没有装成：请检查网络和 npm 源，再运行一次（已下载的会接着用）。');
  return status === 0;
}

function areInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const missing = missingPackages(readPackages(LOCK), readPackages(INSTALLED));
  return missing.length === 0 && existsSync(inRoot('node_modules/.bin'));
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * The places (node_modules/…) of `wanted` that `present` lacks or has in another version; both are the
 * `packages` of a lockfile. What npm leaves out on this system or processor is optional there.
 */
export function missingPackages(wanted, present) {
  return Object.keys(wanted).filter((place) => {
    const entry = wanted[place];
    if (place === '' || entry.link === true) return false;
    const found = present[place];
    if (found === undefined) return entry.optional !== true && entry.devOptional !== true;
    return found.version !== entry.version;
  });
}
