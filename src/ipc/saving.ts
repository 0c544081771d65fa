// The part of the contract that is about not losing anything: autosave, recovery
// after a crash, backups, files that others changed. Texts beside each other come
// compared from main, so that the window never reads a second package.
import type { Compared } from '../core/model/compare-texts';
import type { Opened, Saved } from './opened';
import type { Result } from './result';

/** How the open document stands to its file and its journal; sent whenever it changes. */
export interface SavingState {
  /** Of this document; null: none is open. */
  readonly document: number | null;
  /** Whether the setting is on. */
  readonly autosave: boolean;
  /** Version that stands in the file; −1 where none does. */
  readonly saved: number;
  /** When the file was last written in this run, ms since the epoch, and by whom; null: not yet. */
  readonly last: { readonly at: number; readonly by: 'hand' | 'auto' } | null;
  /** Why autosave does not get through (Chinese), until it does; else null. */
  readonly trouble: string | null;
  /** Why the journal or the backups are not written (Chinese), until they are; else null. */
  readonly journalTrouble: string | null;
  readonly backupTrouble: string | null;
  /** What became of the file on the disk without us. */
  readonly outside: 'same' | 'changed' | 'gone';
}

/** A text that a crash left behind. */
export interface RecoveryItem {
  readonly id: string;
  readonly name: string;
  /** Folder of its file; null: never saved. */
  readonly folder: string | null;
  readonly file: string | null;
  /** Time of its last change, and of its file's last writing (null: there is no file now); ms since the epoch. */
  readonly at: number;
  readonly diskAt: number | null;
  readonly changes: number;
  /** The file was changed by somebody else after this text was last saved. */
  readonly changedOutside: boolean;
  /** The machine where another Banxin has it open right now, or null. */
  readonly holder: string | null;
}

export interface Recoveries {
  readonly items: readonly RecoveryItem[];
  /** Journals that cannot be read at all; told once, never deleted. */
  readonly damaged: number;
}

export type RecoveryChoice = 'recover' | 'disk' | 'both' | 'discard';

/** A recovered text beside the file on the disk. */
export interface RecoveryTexts {
  readonly item: RecoveryItem;
  /** Left: recovered; right: on the disk (empty where there is none). */
  readonly compared: Compared;
  /** What could not be recovered or read, in Chinese. */
  readonly notes: readonly string[];
}

export interface BackupItem {
  readonly id: string;
  /** Why it was kept, in Chinese (手动保存, 每日留存, …). */
  readonly kind: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly bytes: number;
  /** Of the package that is open. */
  readonly isOwn: boolean;
}

export interface SavingApi {
  savingState(): Promise<Result<SavingState>>;
  /** Saves where it is due and may be; null: not done (the state says why). */
  autosave(document: number, version: number): Promise<Result<Saved | null>>;
  setAutosave(on: boolean): Promise<Result<null>>;
  recoveries(): Promise<Result<Recoveries>>;
  recoveryTexts(id: string): Promise<Result<RecoveryTexts>>;
  /** `disk` and `discard` put the recovered text into the backups. null: the user chose to stay, or nothing is to be opened. */
  recover(id: string, choice: RecoveryChoice): Promise<Result<Opened | null>>;
  backups(): Promise<Result<readonly BackupItem[]>>;
  /** A backup (left) beside the open text (right); beside nothing where none is open. */
  backupTexts(id: string, document: number | null): Promise<Result<Compared>>;
  /** Opens a backup as a package saved nowhere yet. */
  openBackup(id: string): Promise<Result<Opened | null>>;
  /** The open text (left) beside its file as somebody else left it (right). */
  outsideTexts(document: number): Promise<Result<Compared>>;
  /** The file takes the place of the open text, which goes to the backups. */
  takeDisk(document: number, version: number): Promise<Result<Opened | null>>;
  /** The open text takes the place of the file, which goes to the backups. */
  overwriteDisk(document: number, version: number): Promise<Result<Saved>>;
}

export interface SavingEvents {
  saving: SavingState;
}

export const SAVING_METHODS = [
  'savingState', 'autosave', 'setAutosave', 'recoveries', 'recoveryTexts', 'recover', 'backups', 'backupTexts', 'openBackup', 'outsideTexts', 'takeDisk',
  'overwriteDisk',
] as const satisfies readonly (keyof SavingApi)[];
