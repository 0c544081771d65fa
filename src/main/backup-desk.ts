// 历史备份 in the window (W44), and a file that somebody else changed under the open
// text (W46): what is kept, compared with the text, opened as a copy; and the two
// ways out of a conflict, each of which puts the losing side into the backups first.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareTexts, type Compared } from '../core/model/compare-texts';
import type { Opened, Saved } from '../ipc/index';
import type { BackupItem } from '../ipc/saving';
import { AppError, toAppError } from '../node/app-error';
import type { BackupKind, Backups } from '../node/backups';
import { readPackageBytes } from '../node/package-store';
import type { DocumentStore } from './document-store';
import type { Loaded } from './held-document';

const KINDS: Readonly<Record<BackupKind, string>> = {
  save: '手动保存', day: '每日留存', before: '保存前', 'given-up': '没有采用的恢复稿', unsaved: '关闭时没有保存', replaced: '被另一份替换', shrink: '大段删除之前',
};

/** Opens in place of the open document; `asks`: about what is unsaved. */
export type Take = (load: () => Promise<Loaded>, asks: boolean) => Promise<Opened | null>;

export class BackupDesk {
  readonly #store: DocumentStore;
  readonly #backups: Backups;
  readonly #take: Take;

  constructor(store: DocumentStore, backups: Backups, take: Take) {
    this.#store = store;
    this.#backups = backups;
    this.#take = take;
  }

  /** Those of the open package first. */
  async list(): Promise<readonly BackupItem[]> {
    const own = this.#store.packageId;
    const mine = new Set(own === null ? [] : (await this.#backups.list(own)).map(({ id }) => id));
    const all = (await this.#backups.list()).map(({ id, kind, name, at, bytes }) => ({ id, kind: KINDS[kind], name, at, bytes, isOwn: mine.has(id) }));
    return [...all.filter(({ isOwn }) => isOwn), ...all.filter(({ isOwn }) => !isOwn)];
  }

  async compare(id: string, document: number | null): Promise<Compared> {
    const { pkg } = await readPackageBytes(await this.#backups.read(id), '历史备份');
    return compareTexts(pkg, document === null ? { ...pkg, articles: [] } : this.#store.now(document));
  }

  /** As a package saved nowhere yet: the file that it came from is not touched. */
  async open(id: string): Promise<Opened | null> {
    const bytes = await this.#backups.read(id);
    const item = (await this.#backups.list()).find((backup) => backup.id === id);
    const opened = await readPackageBytes(bytes, '历史备份');
    const notes = [`这是历史备份的副本${item === undefined ? '' : `（${KINDS[item.kind]}）`}，原来的文件没有动；保存时另起文件名。`];
    return this.#take(() => Promise.resolve({ opened, file: null, isNew: true, notes, questions: [] }), true);
  }

  async compareDisk(document: number): Promise<Compared> {
    const now = this.#store.now(document);
    const { pkg } = await readPackageBytes(await this.#onDisk(), path.basename(this.#store.file ?? ''));
    return compareTexts(now, pkg);
  }

  /** @throws AppError where the file cannot be read as a package, or the text cannot be kept: then nothing changes. */
  async takeDisk(document: number, version: number, load: (file: string) => Promise<Loaded>): Promise<Opened | null> {
    this.#store.at(document, version);
    const { file } = this.#store;
    if (file === null) throw new AppError('document-gone', '这份稿子还没有文件。');
    const loaded = await load(file);
    await this.#store.putAside('replaced');
    return this.#take(() => Promise.resolve({ ...loaded, notes: [...loaded.notes, '现在是磁盘上的文字；窗口里原来的文字在“文件 › 历史备份”里留 30 天。'] }), false);
  }

  async overwriteDisk(document: number, version: number): Promise<Saved> {
    const frozen = this.#store.freeze(document, version);
    const { file } = this.#store;
    if (file === null) throw new AppError('document-gone', '这份稿子还没有文件。');
    await this.#store.save(frozen, file, { by: 'hand', keepAs: 'replaced' });
    return { file: path.basename(file), version };
  }

  async #onDisk(): Promise<Uint8Array> {
    const { file } = this.#store;
    if (file === null) throw new AppError('document-gone', '这份稿子还没有文件。');
    try {
      return await readFile(file);
    } catch (error) {
      throw toAppError(error, 'read-failed', '读取', path.basename(file));
    }
  }
}
