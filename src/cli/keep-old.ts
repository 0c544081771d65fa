// What stands where a command is about to write a package.
import { constants, copyFileSync, existsSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { toAppError } from '../node/app-error';
import { UsageError } from './arguments';

const ENDING = '.banxin';

/** @throws UsageError for a name that is none of a package. */
export function packageTarget(name: string): string {
  if (extname(name).toLowerCase() !== ENDING) throw new UsageError(`文稿包的文件名要以 .banxin 结尾，不能是“${name}”`);
  return name;
}

/** A package that already stands at the target may hold a day's work: it is copied to a free name beside it. null: there was none. */
export function keepOld(target: string): string | null {
  if (!existsSync(target)) return null;
  const status = statSync(target);
  if (!status.isFile() || status.size === 0) return null;
  for (let i = 1; ; i++) {
    const name = `${target.slice(0, -ENDING.length)}.旧${i === 1 ? '' : i}.banxin`;
    try {
      copyFileSync(target, name, constants.COPYFILE_EXCL);
      return name;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw toAppError(error, 'write-failed', '写入', name);
    }
  }
}
