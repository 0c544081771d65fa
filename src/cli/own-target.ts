// Keeps a command from writing over what it reads: a slip in `-o` must not cost the
// text. Files are compared as the disk knows them, so that another spelling of the
// same path, or a link to it, is the same file.
import { statSync } from 'node:fs';
import { UsageError } from './arguments';

/** @throws UsageError where `target` is one of the files that the command reads (`FILE#VERSION` too). */
export function refuseOwnSource(target: string, sources: readonly string[]): void {
  const own = fileOf(target);
  if (own === null) return;
  for (const source of sources) {
    if (fileOf(source) === own || fileOf(source.replace(/#[^#]*$/, '')) === own) throw new UsageError(`-o “${target}”就是读入的文件，写出会盖掉原稿；请另取一个名字`);
  }
}

/** Which file of the disk a path names; null for none, and for one that cannot be looked at: whoever reads or writes it says why. */
function fileOf(path: string): string | null {
  try {
    const status = statSync(path, { bigint: true });
    return status.isFile() ? `${status.dev}:${status.ino}` : null;
  } catch {
    return null;
  }
}
