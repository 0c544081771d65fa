// The world failed: disk full, file locked, not a text (DESIGN, Errors 3). Thrown
// by node, main and cli alone; the command line prints `message`, the bridge
// carries `code` and `message`. `message` is ready Chinese text that names the
// file; `cause` keeps the original for whoever debugs.

export class AppError extends Error {
  constructor(readonly code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
  }
}

/** An error of Node's fs or os, told by its `code`. */
export interface SystemError extends Error {
  readonly code: string;
}

/** Whether a caught value is a system error (ENOSPC, EACCES, …). */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'string' && 'syscall' in error;
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹', EACCES: '没有权限', EPERM: '没有权限', EROFS: '这里只能读，不能写', ENOSPC: '磁盘已满', EDQUOT: '磁盘配额已满',
  EBUSY: '文件正被别的程序占用', EISDIR: '这是一个文件夹', ENOTDIR: '路径中有一段不是文件夹', EMFILE: '打开的文件太多', EIO: '磁盘读写出错',
  ENAMETOOLONG: '文件名太长', EFBIG: '文件太大', ELOOP: '链接成环',
};

/**
 * A caught value as AppError where it is a system error: `does` says what was tried (写入, 读取), `file` to what.
 * Anything else comes back as it is, to be thrown on.
 */
export function toAppError(error: unknown, code: string, does: string, file: string): unknown {
  if (!isSystemError(error)) return error;
  return new AppError(code, `${does}“${file}”失败：${CAUSES[error.code] ?? error.code}`, error);
}
