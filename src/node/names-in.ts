// The names in a folder, for the journals that are looked for at every start.
import { readdir } from 'node:fs/promises';
import { toAppError } from './app-error';

/** Names in a folder, sorted; none where there is no such folder. @throws AppError (`recovery-failed`) where it cannot be read. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw toAppError(error, 'recovery-failed', '读取', folder);
  }
}
