// The file of a journal, of an open document (journal.ts) or of an import under
// review (review-journal.ts): made whole under another name and only then under its
// own, written on at a place, read whole. What its records say is theirs.
import { mkdir, open, readFile, rename, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { toAppError } from './app-error';
import { syncFolder } from './sync-folder';

/**
 * A new file with these bytes, under its name only when it is whole on the disk; its
 * folder is made where there is none. Open for more. `fault`: just before it gets its name.
 * @throws what the disk says; the half-made file ends in `.tmp`.
 */
export async function createJournalFile(file: string, bytes: Uint8Array, fault?: () => void): Promise<FileHandle> {
  const folder = path.dirname(file);
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(path.dirname(folder));
  const handle = await open(`${file}.tmp`, 'w');
  try {
    await writeAt(handle, bytes, 0);
    await handle.sync();
    fault?.();
    await rename(`${file}.tmp`, file);
  } catch (error) {
    await handle.close();
    throw error;
  }
  await syncFolder(folder);
  return handle;
}

/** Writes at a place, not at the end: half a record that a full disk left there is written over. Nothing where there is no file any more. */
export async function writeAt(handle: FileHandle | null, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += (await handle?.write(bytes, at, bytes.length - at, position + at))?.bytesWritten ?? bytes.length;
  }
}

/**
 * All of it; `gone` where there is no such file.
 * @throws AppError `recovery-failed`
 */
export async function readJournalFile(file: string): Promise<Buffer | 'gone'> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return 'gone';
    throw toAppError(error, 'recovery-failed', '读取', file);
  }
}
