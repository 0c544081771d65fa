// The package that is open: main holds it, applies the window's change groups in
// order, and saves it. A version counts the groups; what is saved or exported is of
// a version that the window names, never "whatever is here". The number of the
// document tells a late call for another text from one for this.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { applyChange } from '../core/model/apply-change';
import type { ChangeGroup } from '../core/model/change';
import { writePackage, type OpenedPackage, type PackageOrigin } from '../core/model/package-file';
import type { Package } from '../core/model/package';
import type { Opened, Question } from '../ipc/index';
import { AppError } from '../node/app-error';
import { readPackageBytes, savePackage } from '../node/package-store';

interface Held {
  readonly number: number;
  /** What the file held besides the records; null for a package that was never a file. */
  readonly origin: PackageOrigin | null;
  readonly readOnly: string | null;
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
  file: string | null;
  pkg: Package;
  version: number;
  /** Version that stands in the file; −1 where none does. */
  saved: number;
  /** Hash of the file as it was opened or last saved; null where there is none. */
  mark: string | null;
}

export interface Loaded {
  readonly opened: OpenedPackage;
  /** Where it is saved; null for a sample or a text, which are no packages of the user's yet. */
  readonly file: string | null;
  /** Recognised or made just now, in no file yet. */
  readonly isNew: boolean;
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
}

export class DocumentStore {
  #held: Held | null = null;
  #next = 1;

  /** Takes a package as the open one, in place of the one before. */
  hold({ opened, file, isNew, notes, questions }: Loaded): Opened {
    const { pkg, readOnly, origin } = opened;
    this.#held = { number: this.#next++, origin, readOnly, notes, questions, file, pkg, version: 0, saved: isNew ? -1 : 0, mark: file === null ? null : markOf(file) };
    return this.#describe(this.#held, notes);
  }

  /** The open document for a window that starts anew, or null. */
  current(): Opened | null {
    return this.#held === null ? null : this.#describe(this.#held, []);
  }

  get isDirty(): boolean {
    return this.#held !== null && this.#held.readOnly === null && this.#held.saved !== this.#held.version;
  }

  /** Whether the user did something that no file holds: a text just recognised and left alone is nothing to ask about. */
  get hasWork(): boolean {
    return this.isDirty && !(this.#held?.saved === -1 && this.#held.version === 0);
  }

  get file(): string | null {
    return this.#held?.file ?? null;
  }

  /** What the user knows it by: its file's name once there is one. */
  get name(): string {
    const file = this.file;
    return file === null ? (this.#held?.pkg.name ?? '') : path.basename(file, '.banxin');
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
  }

  /** The window's whole text in place of ours, where ours could not follow. @throws AppError. */
  async resync(document: number, version: number, bytes: Uint8Array): Promise<void> {
    const { pkg } = await readPackageBytes(bytes, '窗口里的文稿');
    const held = this.#need(document);
    held.pkg = pkg;
    held.version = version;
  }

  /** The package as it was at `version`, which must be the newest. @throws AppError. */
  at(document: number, version: number): Package {
    const held = this.#need(document);
    if (version !== held.version) throw new AppError('version-mismatch', `要的是第 ${version} 步的文稿，主程序在第 ${held.version} 步；请再试一次。`);
    return held.pkg;
  }

  /** Bytes of the package at `version`. @throws AppError. */
  bytesAt(document: number, version: number): Uint8Array {
    const pkg = this.at(document, version);
    return writePackage(pkg, this.#need(document).origin);
  }

  /**
   * Writes the package of `version` to `file`.
   * @throws AppError naming the file and the cause; the file before stays whole.
   */
  async save(document: number, version: number, file: string): Promise<void> {
    const held = this.#need(document);
    if (held.readOnly !== null && file === held.file) throw new AppError('document-read-only', `${held.readOnly}；请另存为别的文件。`);
    await savePackage(file, this.at(document, version), held.origin);
    held.file = file;
    held.saved = version;
    held.mark = markOf(file);
  }

  /** Why saving over the document's own file would cost somebody something (W46), in words; null where nothing stands in the way. */
  obstacle(document: number): string | null {
    const { file, mark } = this.#need(document);
    if (file === null || !existsSync(file)) return null;
    if ((statSync(file).mode & 0o222) === 0) return `“${path.basename(file)}”已被设为只读。`;
    return mark !== null && markOf(file) !== mark ? `“${path.basename(file)}”打开以后被别人改过，直接保存会盖掉对方的改动。` : null;
  }

  #need(document: number): Held {
    if (this.#held?.number !== document) throw new AppError('document-gone', '这份文稿已经不在窗口里，没有动它。');
    return this.#held;
  }

  #describe(held: Held, notes: readonly string[]): Opened {
    return {
      document: held.number,
      file: held.file === null ? null : path.basename(held.file),
      readOnly: held.readOnly,
      version: held.version,
      dirty: this.isDirty,
      bytes: writePackage(held.pkg, held.origin),
      notes,
      questions: held.questions,
    };
  }
}

/** Hash of a file's bytes; null where it cannot be read. */
function markOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null; // gone or locked: the save itself will say so
  }
}
