// What stands where a command is about to write a package.
import { constants, copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { toAppError } from '../node/app-error';
import { UsageError } from './arguments';

const ENDING = '.banxin';

/** @throws UsageError for a name that is none of a package. */
export function packageTarget(name: string): string {
  if (extname(name).toLowerCase() !== ENDING) throw new UsageError(`文稿包的文件名要以 .banxin 结尾，不能是“${name}”`);
  return name;
}

/** Old packages that are kept beside a target, as many as the window keeps of saves by hand (W44). */
const MOST_KEPT = 10;

/**
 * A package that already stands at the target may hold a day's work: it is copied beside it, as 名.旧.banxin, 名.旧2.banxin and
 * so on, the greatest number being the newest; of more than MOST_KEPT the oldest go. null: there was none.
 */
export function keepOld(target: string): string | null {
  if (!existsSync(target)) return null;
  const status = statSync(target);
  if (!status.isFile() || status.size === 0) return null;
  const kept = keptBeside(target);
  for (let i = (kept.at(-1) ?? 0) + 1; ; i++) {
    const name = keptName(target, i);
    try {
      copyFileSync(target, name, constants.COPYFILE_EXCL);
      // Only now: until the new one stands, nothing goes.
      for (const old of kept.slice(0, Math.max(0, kept.length + 1 - MOST_KEPT))) rmSync(keptName(target, old), { force: true });
      return name;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw toAppError(error, 'write-failed', '写入', name);
    }
  }
}

const keptName = (target: string, i: number): string => `${target.slice(0, -ENDING.length)}.旧${i === 1 ? '' : i}${ENDING}`;

/** Numbers of the old packages that stand beside the target, ascending. */
function keptBeside(target: string): number[] {
  const stem = `${basename(target).slice(0, -ENDING.length)}.旧`;
  const numbers = readdirSync(dirname(target)).flatMap((name) => {
    const said = name.startsWith(stem) && name.endsWith(ENDING) ? /^(?:|[1-9]\d{0,5})$/.exec(name.slice(stem.length, -ENDING.length)) : null;
    return said === null ? [] : [said[0] === '' ? 1 : Number(said[0])];
  });
  return numbers.toSorted((a, b) => a - b);
}
