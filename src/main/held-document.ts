// The one document that main holds (document-store.ts): what is known of it, how it comes
// in (from a file, from the recogniser, from a journal after a crash), and how a window is
// told of it. Records and what can be read off them; nothing here changes one, and nothing
// touches the disk.
import path from 'node:path';
import { writePackage, type OpenedPackage, type PackageOrigin } from '../core/model/package-file';
import type { Package } from '../core/model/package';
import type { Opened, Question } from '../ipc/index';
import type { SavingState } from '../ipc/saving';
import type { WordOpened } from '../ipc/opened';
import type { Journal } from '../node/journal';
import type { RecoveredPast } from '../node/recovery';
import { hashOf } from '../node/save-file';
import type { Past } from './past';

/** An open document. */
export interface Held {
  readonly number: number;
  /** What the file held besides the records; null for a package that was never a file. */
  readonly origin: PackageOrigin | null;
  readonly readOnly: string | null;
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
  readonly word: WordSource | undefined;
  readonly journal: Journal;
  readonly past: Past;
  /** Made again after a crash, or by hand before it opened: work, though nothing was typed since. */
  readonly isWork: boolean;
  file: string | null;
  pkg: Package;
  version: number;
  /** Version that stands in the file; −1 where none does. */
  saved: number;
  /** Hash of the file as it was opened or last saved; null where there is none. */
  mark: string | null;
  /** Hash of what a save tried to write: it may stand there though the save failed after it. */
  attempt: string | null;
  /** Letters of the text that stands in the file (W48). */
  size: number;
  last: SavingState['last'];
  trouble: string | null;
  outside: SavingState['outside'];
}

/** A text made again from a journal. */
export interface RecoveredFrom {
  readonly id: string;
  readonly changes: number;
  /** Hash of its file when this text last left it, or null. */
  readonly hash: string | null;
  /** Letters of the text that stands in the file now; 0 where there is none. */
  readonly sizeOnDisk: number;
  /** Its way from there can be undone, and goes into the new journal, so that a second crash does not cut it off. */
  readonly past: RecoveredPast;
}

/** A document on its way in. */
export interface Loaded {
  readonly opened: OpenedPackage;
  /** Where it is saved; null for a sample or a text, which are no packages of the user's yet. */
  readonly file: string | null;
  /** Recognised or made just now, in no file yet. */
  readonly isNew: boolean;
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
  readonly recovered?: RecoveredFrom;
  /** What hands did on it before it opened (decisions of an import's review); left out: nothing. */
  readonly work?: number;
  readonly word?: WordSource;
}

/** The Word file that a package was made from. */
export interface WordSource {
  readonly file: string;
  readonly shown: WordOpened;
}

/** Whether a document has something that its file lacks. */
export const isDirty = (held: Held): boolean => held.readOnly === null && held.saved !== held.version;

/** What a window gets of it; `bytes` are its package's. */
export function describeHeld(held: Held, notes: readonly string[], bytes: Uint8Array = writePackage(held.pkg, held.origin)): Opened {
  return {
    document: held.number,
    file: held.file === null ? null : path.basename(held.file),
    readOnly: held.readOnly,
    version: held.version,
    dirty: isDirty(held),
    bytes,
    notes,
    questions: held.questions,
    ...(held.word === undefined ? {} : { word: held.word.shown }),
  };
}

/** With what was done to it, for a window that starts with it. */
export function withPast(opened: Opened, { past }: Held): Opened {
  const told = past.told();
  return told === null ? opened : { ...opened, past: told };
}

/** Whether these bytes of the file are what we left there. */
export function isOurs({ mark, attempt }: Held, bytes: Uint8Array): boolean {
  const hash = hashOf(bytes);
  return hash === mark || hash === attempt;
}

/** What the user knows it by: its file's name once there is one. */
export function nameOf({ file, pkg }: Held): string {
  return file === null ? pkg.name : path.basename(file, '.banxin');
}
