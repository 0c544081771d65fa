// What becomes of the file that a save replaces (W40, W44): a copy in the backups,
// gone again once the new file was read back, unless it is worth keeping: as the state
// that a day ended with, because it is somebody else's, or because the save took most
// of its text away.
import { stat } from 'node:fs/promises';
import type { BackupKind, Backups } from '../node/backups';
import type { KeptCopy } from '../node/save-file';

export interface OldFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What we left there ourselves. */
  readonly isOwn: boolean;
  readonly packageId: string;
  readonly name: string;
}

/** @param keepAs stays as this, whatever it is; null: as it deserves. @throws AppError `backup-failed`. */
export async function keepOld(backups: Backups, { file, bytes, isOwn, packageId, name }: OldFile, keepAs: BackupKind | null): Promise<KeptCopy> {
  const { mtimeMs } = await stat(file);
  const backup = await backups.keep(packageId, name, 'before', bytes, isOwn ? mtimeMs : undefined);
  const endsDay = isOwn && new Date(mtimeMs).toDateString() !== new Date().toDateString() && !(await backups.hasDay(packageId, mtimeMs));
  const stayAs = keepAs ?? (isOwn ? (endsDay ? 'day' : null) : 'replaced');
  const undo = (): Promise<void> => backups.remove(backup);
  return { undo, letGo: () => (stayAs === null ? undo() : backups.promote(backup, stayAs)) };
}
