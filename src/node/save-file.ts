// Saving the package that is open (W40, W47): the old file is kept as a backup, the
// new one is written beside it under a temporary name, flushed, read back, renamed
// over the old, its folder flushed, and read back once more under its own name; only
// then the old one may go. Killed or failing at any step, the target is the old file
// or the new one, whole. Asynchronous, unlike atomic-write.ts: a slow stick must not
// stall the journal of what is being typed meanwhile.
// A file that a scanner or another program holds is tried again for five seconds.
import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, toAppError } from './app-error';
import { syncFolder } from './sync-folder';

/** The steps of a save, in order. A test makes the world fail or end at each. */
export const SAVE_STEPS = ['keep', 'open', 'write', 'sync', 'check', 'rename', 'sync-folder', 'read-back', 'let-go'] as const;
export type SaveStep = (typeof SAVE_STEPS)[number];

/** A copy of the file that a save replaces. */
export interface KeptCopy {
  /** The new file was read back: the copy may go, or become what it is to stay as. */
  letGo(): Promise<void>;
  /** Nothing was replaced: the copy is of no use. */
  undo(): Promise<void>;
}

export interface SaveOptions {
  /** Keeps the bytes of the file that will be replaced, on the disk when it resolves. */
  readonly keep?: (old: Uint8Array) => Promise<KeptCopy>;
  readonly fault?: (step: SaveStep) => void;
  /** Waits between two tries; ms. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** How long a held file is tried again, ms (W47). */
const HELD_MS = 5000;
const FIRST_WAIT_MS = 50;
/** What Windows says of a file that another program holds just now. */
const HELD: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', ...(process.platform === 'win32' ? ['EACCES'] : [])]);

/**
 * Writes `bytes` to `file`; answers their SHA-256.
 * @throws AppError `write-failed` naming the file and the cause. The target is then as it was, except where reading back
 * failed: then the backup of the old one stays.
 */
export async function saveFile(file: string, bytes: Uint8Array, options: SaveOptions = {}): Promise<string> {
  const { keep, fault } = options;
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  let temporary: string | null = null;
  let kept: KeptCopy | null = null;
  let isReplaced = false;
  try {
    const { target, mode } = await targetOf(file);
    if (mode !== null && keep !== undefined) {
      fault?.('keep');
      kept = await keep(await readFile(target));
    }
    // A process that was killed leaves its file, and numbers of processes come again.
    const name = path.join(path.dirname(target), `.${path.basename(target).slice(0, 60)}.${process.pid}-s${randomBytes(6).toString('hex')}.tmp`);
    await patiently(wait, async () => {
      fault?.('open');
      const handle = await open(name, 'wx');
      temporary = name;
      try {
        fault?.('write');
        await handle.writeFile(bytes);
        if (mode !== null) await handle.chmod(mode);
        fault?.('sync');
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
    fault?.('check');
    await compare(name, bytes, file);
    await patiently(wait, async () => {
      fault?.('rename');
      await rename(name, target);
      isReplaced = true;
    });
    temporary = null;
    fault?.('sync-folder');
    await syncFolder(path.dirname(target));
    await patiently(wait, async () => {
      fault?.('read-back');
      await compare(target, bytes, file);
    });
    fault?.('let-go');
    await kept?.letGo();
    return hashOf(bytes);
  } catch (error) {
    if (!isReplaced) await kept?.undo().catch(() => {}); // one copy too many is no harm
    throw toAppError(error, 'write-failed', '写入', file);
  } finally {
    if (temporary !== null) await rm(temporary, { force: true }).catch(() => {}); // a stick that was pulled
  }
}

/** SHA-256 of a file's bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The file behind links (saving through a link must not replace the link), and its mode; null where there is none yet. */
async function targetOf(file: string): Promise<{ readonly target: string; readonly mode: number | null }> {
  try {
    const target = await realpath(file);
    const status = await stat(target);
    if (status.isDirectory()) throw new AppError('write-failed', `写入“${file}”失败：这是一个文件夹`);
    return { target, mode: status.mode & 0o777 };
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    return { target: path.resolve(file), mode: null };
  }
}

async function compare(name: string, bytes: Uint8Array, file: string): Promise<void> {
  if (!(await readFile(name)).equals(bytes)) throw new AppError('write-failed', `写入“${file}”失败：读回来的内容与写下的不同，磁盘可能有问题；请另存到别处`);
}

/** Tries again what fails because somebody holds the file. */
async function patiently(wait: (ms: number) => Promise<void>, act: () => Promise<void>): Promise<void> {
  for (let waited = 0, pause = FIRST_WAIT_MS; ; waited += pause, pause *= 2) {
    try {
      return await act();
    } catch (error) {
      if (!HELD.has((error as { code?: unknown }).code) || waited + pause > HELD_MS) throw error;
      await wait(pause);
    }
  }
}
