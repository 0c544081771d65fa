// The npm packages of package-lock.json. Whether they stand is read from what npm itself wrote down
// in node_modules, not from a mark of ours: so a changed lockfile is seen, and packages that somebody
// installed by hand are accepted where they are the right ones.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { inRoot } from './place.mjs';
import { run, say } from './run.mjs';

const LOCK = inRoot('package-lock.json');
const INSTALLED = inRoot('node_modules/.package-lock.json');

/** Runs `npm ci` where node_modules is not what the lockfile says. False after saying why it failed. */
export async function ensurePackages() {
  if (areInstalled()) return true;
  say('安装 npm 软件包（约 210 MB：排版、字体、窗口和测试要用）……');
  const started = Date.now();
  const progress = () => `  npm ci 已运行 ${Math.round((Date.now() - started) / 1000)} 秒……`;
  const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { progress });
  if (status !== 0) say('npm 软件包没有装成：请检查网络和 npm 源，再运行一次（已下载的会接着用）。');
  return status === 0;
}

/** Whether every package that npm would install here stands, in the version of the lockfile. */
function areInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const present = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.link === true) return true;
    const found = present[place];
    // What is left out for another system or processor is optional in the lockfile.
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && statSync(inRoot(place), { throwIfNoEntry: false }) !== undefined;
  });
}
