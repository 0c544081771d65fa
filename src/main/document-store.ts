// The package that is open: main holds it, applies the window's change groups in
// order, journals them, and saves it. A version counts the groups; what is saved or
// exported is of a version that the window names, never "whatever is here". The
// number of the document tells a late call for another text from one for this.
// Saves go one after another and never stall the journal. No dialogs here (desk.ts).
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { applyChange } from '../core/model/apply-change';
import type { ChangeGroup } from '../core/model/change';
import { textSize } from '../core/model/compare-texts';
import { writePackage } from '../core/model/package-file';
import type { Package } from '../core/model/package';
import type { Opened } from '../ipc/index';
import type { SavingState } from '../ipc/saving';
import { AppError } from '../node/app-error';
import type { BackupKind, Backups } from '../node/backups';
import { Journal, type JournalStep } from '../node/journal';
import { hashOf, saveFile, type KeptCopy, type SaveStep } from '../node/save-file';
import { readPackageBytes } from '../node/package-store';
import { describeHeld, isDirty, isOurs, nameOf, withPast, type Held, type Loaded } from './held-document';
import { keepOld } from './keep-old';
import { Past } from './past';

export interface StoreOptions {
  /** Folder of the journals. */
  readonly journals: string;
  readonly backups: Backups;
  /** Told when what `state` says may have changed. */
  readonly onChange?: () => void;
  /** Where a test makes a save or the journal fail. */
  readonly fault?: (step: SaveStep | JournalStep) => void;
}

export interface Frozen {
  readonly document: number;
  readonly version: number;
  readonly pkg: Package;
}

export interface SaveManner {
  readonly by: 'hand' | 'auto';
  /** Keeps the file that is replaced, as this; the save fails where it cannot be kept. */
  readonly keepAs?: BackupKind;
}

/** A text shorter than this is not worth a question when it shrinks by half; letters. */
const SMALL = 20;

export class DocumentStore {
  readonly #options: StoreOptions;
  #held: Held | null = null;
  #next = 1;
  #saving: Promise<unknown> = Promise.resolve();
  #journalTrouble: string | null = null;
  #backupTrouble: string | null = null;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** Takes a package as the open one, in place of the one before, which must have been saved or given up. */
  async hold({ opened, file, isNew, notes, questions, recovered, word, work = 0 }: Loaded): Promise<Opened> {
    await this.letGo();
    const { pkg, readOnly, origin } = opened;
    const { fault } = this.#options;
    const bytes = writePackage(pkg, origin);
    const mark = recovered === undefined ? (file === null ? null : hashOf(origin.bytes)) : recovered.hash;
    const past = recovered?.past ?? { start: pkg, changes: work, groups: [] };
    const journal = new Journal(
      this.#options.journals,
      {
        packageId: pkg.id, name: file === null ? pkg.name : path.basename(file, '.banxin'), file, hash: mark, version: -past.groups.length, changes: past.changes, recoveredFrom: recovered?.id ?? null,
        bytes: past.groups.length === 0 ? bytes : writePackage(past.start, origin),
      },
      { onTrouble: (reason) => this.#journalTold(reason), ...(fault === undefined ? {} : { fault }) },
    );
    for (const [index, group] of past.groups.entries()) journal.append(index + 1 - past.groups.length, group);
    this.#held = {
      number: this.#next++, origin, readOnly, notes, questions, word, journal, past: new Past(past.start, past.groups), isWork: recovered !== undefined || work > 0, file, pkg, version: 0,
      saved: isNew || recovered !== undefined ? -1 : 0, mark, attempt: null, size: recovered?.sizeOnDisk ?? (file === null ? 0 : textSize(pkg)), last: null, trouble: null, outside: 'same',
    };
    // A recovered text is only ours once it can be recovered from our own journal.
    if (recovered !== undefined) {
      await journal.settled().catch(() => {}); // told by onTrouble; the old journal stays
      await this.look();
    }
    this.#changed();
    return withPast(describeHeld(this.#held, notes, bytes), this.#held);
  }

  /** The open document, or null. */
  current(): Opened | null {
    return this.#held === null ? null : describeHeld(this.#held, []);
  }

  /** The open document for a window that starts anew, with what was done to it, and with `notes`; null where none is open. */
  again(notes: readonly string[]): Opened | null {
    const opened = this.current();
    return opened === null || this.#held === null ? null : withPast({ ...opened, notes }, this.#held);
  }

  /** Whether this document is the open one. */
  isOpen(document: number): boolean {
    return this.#held?.number === document;
  }

  get isDirty(): boolean {
    return this.#held !== null && isDirty(this.#held);
  }

  /** Whether the user did something that no file holds: a text just recognised and left alone is nothing to ask about. */
  get hasWork(): boolean {
    return this.isDirty && (this.#held?.isWork === true || !(this.#held?.saved === -1 && this.#held.version === 0));
  }

  /** Whether a document is open. */
  get isHolding(): boolean {
    return this.#held !== null;
  }

  /** Whether the open document may be changed. */
  get isWritable(): boolean {
    return this.#held?.readOnly === null;
  }

  get file(): string | null {
    return this.#held?.file ?? null;
  }

  get packageId(): string | null {
    return this.#held?.pkg.id ?? null;
  }

  /** Session of the journal that is being written. */
  get session(): string | null {
    return this.#held?.journal.session ?? null;
  }

  /** What the user knows it by: its file's name once there is one. */
  get name(): string {
    return this.#held === null ? '' : nameOf(this.#held);
  }

  get state(): Omit<SavingState, 'autosave'> {
    const held = this.#held;
    return {
      document: held?.number ?? null, saved: held?.saved ?? -1, last: held?.last ?? null, trouble: held?.trouble ?? null, outside: held?.outside ?? 'same',
      journalTrouble: this.#journalTrouble, backupTrouble: this.#backupTrouble,
    };
  }

  /** Applies a group that makes version `version`. @throws AppError where it does not follow the text here. */
  apply(document: number, version: number, group: ChangeGroup): void {
    const held = this.#need(document);
    if (held.readOnly !== null) throw new AppError('document-read-only', `${held.readOnly}，改动没有收下。`);
    if (version !== held.version + 1) throw new AppError('version-mismatch', `窗口的改动（第 ${version} 步）接不上主程序的文稿（第 ${held.version} 步）。`);
    let { pkg } = held;
    for (const change of group.changes) {
      const result = applyChange(pkg, change);
      if (!result.ok) throw new AppError('change-refused', `有一步改动对不上：${result.reason}。`);
      pkg = result.value;
    }
    held.pkg = pkg;
    held.version = version;
    held.past.add(group, pkg);
    held.journal.append(version, group);
  }

  /** The window's whole text in place of ours, where ours could not follow. @throws AppError. */
  async resync(document: number, version: number, bytes: Uint8Array): Promise<void> {
    const { pkg } = await readPackageBytes(bytes, '窗口里的文稿');
    const held = this.#need(document);
    if (held.readOnly !== null) throw new AppError('document-read-only', `${held.readOnly}，改动没有收下。`);
    held.pkg = pkg;
    held.version = version;
    held.past.restart(pkg);
    held.journal.whole(version, bytes);
  }

  /** The package as it was at `version`, which must be the newest. @throws AppError. */
  at(document: number, version: number): Package {
    const held = this.#need(document);
    if (version !== held.version) throw new AppError('version-mismatch', `要的是第 ${version} 步的文稿，主程序在第 ${held.version} 步；请再试一次。`);
    return held.pkg;
  }

  /** The package as it is now. @throws AppError. */
  now(document: number): Package {
    return this.#need(document).pkg;
  }

  /** Bytes of the package at `version`. @throws AppError. */
  bytesAt(document: number, version: number): Uint8Array {
    const pkg = this.at(document, version);
    return writePackage(pkg, this.#need(document).origin);
  }

  /** The package of `version`, the newest, to be saved whatever is typed meanwhile. @throws AppError. */
  freeze(document: number, version: number): Frozen {
    return { document, version, pkg: this.at(document, version) };
  }

  /**
   * Writes a frozen package to `file`.
   * @throws AppError naming the file and the cause; the file before stays whole, and so does the journal.
   */
  save({ document, version, pkg }: Frozen, file: string, manner: SaveManner = { by: 'hand' }): Promise<void> {
    return this.#queue(async () => {
      const held = this.#need(document);
      if (held.readOnly !== null && file === held.file) throw new AppError('document-read-only', `${held.readOnly}；请另存为别的文件。`);
      const bytes = writePackage(pkg, held.origin);
      const keep = (old: Uint8Array): Promise<KeptCopy> => this.#keepOld(held, file, old, manner.keepAs ?? null);
      const { fault } = this.#options;
      held.attempt = hashOf(bytes);
      const mark = await saveFile(file, bytes, { keep, ...(fault === undefined ? {} : { fault }) });
      Object.assign(held, { file, mark, saved: version, size: textSize(pkg), trouble: null, outside: 'same', last: { at: Date.now(), by: manner.by } } satisfies Partial<Held>);
      held.journal.saved(version, nameOf(held), file, mark, bytes);
      if (manner.by === 'hand') await this.#backing(() => this.#options.backups.keep(pkg.id, nameOf(held), 'save', bytes).then(() => this.#options.backups.prune()));
      this.#changed();
    });
  }

  /** Saves by itself where that is due, safe and allowed; what keeps it from it is in `state`. Answers whether it did. */
  async autosave(document: number, version: number): Promise<boolean> {
    const held = this.#need(document);
    if (held.file === null || held.readOnly !== null || !this.isDirty) return false;
    const frozen = this.freeze(document, version);
    try {
      const outside = await this.look();
      if (outside !== 'same') throw new AppError('changed-outside', outside === 'changed' ? '磁盘上的文件被别人改过' : '磁盘上的文件不见了');
      if (await this.isReadOnlyFile()) throw new AppError('file-read-only', `“${path.basename(held.file)}”已被设为只读`);
      if (this.shrinkage(frozen) !== null) throw new AppError('save-shrinks', '正文少了一半以上，请手动保存');
      await this.save(frozen, held.file, { by: 'auto' });
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      held.trouble = error.message;
      this.#changed();
      return false;
    }
  }

  /** Compares the file on the disk with what we left there (W46), by its bytes. */
  look(): Promise<SavingState['outside']> {
    return this.#queue(async () => {
      const held = this.#held;
      if (held?.file === null || held?.file === undefined || held.mark === null) return 'same';
      const before = held.outside;
      try {
        held.outside = isOurs(held, await readFile(held.file)) ? 'same' : 'changed';
      } catch (error) {
        // Held by another program for a moment: the save itself will say so.
        held.outside = isGone(error) ? 'gone' : 'same';
      }
      if (held.outside === 'same' && before !== 'same') held.trouble = null;
      if (held.outside !== before) this.#changed();
      return held.outside;
    });
  }

  /** Whether the document's own file was set read-only. */
  async isReadOnlyFile(): Promise<boolean> {
    try {
      return this.file !== null && ((await stat(this.file)).mode & 0o222) === 0;
    } catch {
      return false;
    }
  }

  /** Letters before and after, where saving would take more than half of the text away, or all (W48); else null. */
  shrinkage({ document, pkg }: Frozen): { readonly from: number; readonly to: number } | null {
    const held = this.#need(document);
    if (held.file === null) return null;
    const to = textSize(pkg);
    return (to === 0 && held.size > 0) || (held.size >= SMALL && to < held.size / 2) ? { from: held.size, to } : null;
  }

  /** Puts the text as it is now into the backups. @throws AppError `backup-failed`. */
  async putAside(kind: BackupKind): Promise<void> {
    const held = this.#held;
    if (held !== null) await this.#options.backups.keep(held.pkg.id, nameOf(held), kind, writePackage(held.pkg, held.origin));
  }

  /** Ends with the open document: it is saved, or given up by the user, so its journal goes. */
  async letGo(): Promise<void> {
    await this.#saving;
    const held = this.#held;
    this.#held = null;
    this.#journalTrouble = null;
    await held?.journal.drop();
    this.#changed();
  }

  /** Resolves when all of the open document can be recovered from its journal. @throws AppError where the disk does not take it. */
  async journaled(): Promise<void> {
    await this.#held?.journal.settled();
  }

  /** The system ends the program: nobody can be asked, so the journal stays. */
  async keepJournal(): Promise<void> {
    await this.#held?.journal.keep();
  }

  /** The copy of a file that a save replaces. @throws AppError where it is another file than the one that was looked at. */
  async #keepOld(held: Held, file: string, old: Uint8Array, keepAs: BackupKind | null): Promise<KeptCopy> {
    const { backups } = this.#options;
    const isOwn = isOurs(held, old);
    if (!isOwn && file === held.file && keepAs === null) {
      // Between looking and saving somebody else was quicker.
      held.outside = 'changed';
      this.#changed();
      throw new AppError('changed-outside', changedWords(file));
    }
    const keep = (): Promise<KeptCopy> => keepOld(backups, { file, bytes: old, isOwn, packageId: held.pkg.id, name: nameOf(held) }, keepAs);
    if (keepAs !== null || !isOwn) return keep();
    // Our own last text is in the journal too: a full user folder must not keep the file from being saved.
    const nothing = (): Promise<void> => Promise.resolve();
    return (await this.#backing(keep)) ?? { letGo: nothing, undo: nothing };
  }

  /** One after another: a save, and looking at the file that it writes. */
  #queue<T>(run: () => Promise<T>): Promise<T> {
    const done = this.#saving.then(run, run);
    this.#saving = done.catch(() => {}); // told to who asked for it
    return done;
  }

  /** Runs what writes backups; a failure is told by `state`, not thrown. */
  async #backing<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      const value = await act();
      this.#backupTrouble = null;
      return value;
    } catch (error) {
      this.#backupTrouble = error instanceof AppError ? error.message : '历史备份没有写成';
      return null;
    }
  }

  #journalTold(reason: string | null): void {
    this.#journalTrouble = reason;
    this.#changed();
  }

  #changed(): void {
    this.#options.onChange?.();
  }

  /** The Word file that the open document was made from. @throws AppError where it was made from none. */
  wordFile(document: number): string {
    const { word } = this.#need(document);
    if (word === undefined) throw new AppError('document-gone', '这份文稿不是从 Word 文件打开的，没有动它。');
    return word.file;
  }

  #need(document: number): Held {
    if (this.#held?.number !== document) throw new AppError('document-gone', '这份文稿已经不在窗口里，没有动它。');
    return this.#held;
  }
}

/** What is said where somebody else changed the file under the open text. */
export function changedWords(file: string): string {
  return `“${path.basename(file)}”打开以后被别人改过，没有保存：两边的文字都在。请在下面那条提示里选“比较”“另存”或“用磁盘上的”。`;
}

function isGone(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'ENOENT' || code === 'ENOTDIR';
}
