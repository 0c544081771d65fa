// Flushes a folder to the disk, so that a new name in it survives a power cut. Where
// a platform or a file system forbids it (Windows, some shares) nothing is done: the
// rename stands alone there. The synchronous one of atomic-write.ts is for exports.
import { open, type FileHandle } from 'node:fs/promises';

/** Never throws. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Not possible here.
  } finally {
    await handle?.close();
  }
}
