// Why nothing could be written in a folder that somebody chose, and what to do about it. In: where
// it was written, and the system's code. Out: words that name the folder as it was chosen; what is
// written under a hidden name first (`.….tmp`) is no place that anybody knows.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError, isSystemError } from './app-error';

const READ_ONLY = { why: '那里只能读，不能写', what: '换一个能写的文件夹（例如“文档”里的）再来一次' };
const FULL = { why: '那个磁盘满了', what: '腾出空间，或换一个磁盘上的文件夹，再来一次' };
const FAULTS: Readonly<Record<string, { readonly why: string; readonly what: string }>> = {
  EROFS: READ_ONLY, EACCES: { ...READ_ONLY, why: '没有权限写那个文件夹' }, EPERM: { ...READ_ONLY, why: '没有权限写那个文件夹' },
  ENOSPC: FULL, EDQUOT: { ...FULL, why: '那里分给你的空间用完了' },
  EIO: { why: '磁盘读写出错', what: '检查磁盘或网络连接，或换一个文件夹再来一次' }, ENAMETOOLONG: { why: '名字太长', what: '换一个层次浅些的文件夹再来一次' },
};
const GONE = { why: '这个文件夹不在了（改了名、移走了，或者U盘、网络盘断开了）', what: '重新选一个文件夹再来一次' };

/** `没有写到“…”里：…。…。文稿没有改动。` */
export function placeFault(target: string, code: string): string {
  const folder = shownFolder(target);
  // A file system that takes no files of ours says that there is no such one.
  const { why, what } = code === 'ENOENT' ? (existsSync(folder) ? READ_ONLY : GONE) : (FAULTS[code] ?? { why: `系统不让写（${code}）`, what: '换一个文件夹再来一次' });
  return `没有写到“${folder}”里：${why}。${what}；文稿没有改动。`;
}

/** The code of the system's error that something failed by; null where it was none. */
export function systemCode(error: unknown): string | null {
  if (isSystemError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? systemCode(error.cause) : null;
}

/** What is written under a hidden name until all is there. */
export function isHidden(target: string): boolean {
  return target.split(path.sep).some((part) => part.startsWith('.') && part.endsWith('.tmp'));
}

/** Makes a folder in one that is there: the ways to it are never made, for a folder that has vanished is not the one that was chosen. @throws AppError `write-failed`. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = systemCode(error);
    throw code === null ? error : new AppError('write-failed', placeFault(folder, code), error);
  }
}

/** The folder that was chosen. */
function shownFolder(target: string): string {
  let folder = path.dirname(target);
  while (isHidden(folder)) folder = path.dirname(folder);
  return folder;
}
