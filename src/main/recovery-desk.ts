// The start after a crash (W43): what can be recovered, each text beside its file,
// and what the user chose for it. A journal goes only when its text is somewhere
// else on the disk: in the journal of the document that was opened, in a file of its
// own, or in the backups.
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { compareTexts, textSize } from '../core/model/compare-texts';
import type { Package } from '../core/model/package';
import type { Opened } from '../ipc/index';
import type { Recoveries, RecoveryChoice, RecoveryItem, RecoveryTexts } from '../ipc/saving';
import { AppError } from '../node/app-error';
import type { Backups } from '../node/backups';
import { readPackageBytes } from '../node/package-store';
import { discard, listRecoverable, recover, setAside, type Recoverable, type Recovered } from '../node/recovery';
import { hashOf, saveFile } from '../node/save-file';
import type { Loaded } from './held-document';

/** What a choice needs of the desk. */
export interface RecoveryLinks {
  /** Sessions of the journals that this program writes, one a window. */
  sessions(): ReadonlySet<string>;
  /** Whether the open document can be recovered from its own journal, on the disk. */
  isJournaled(): boolean;
  /** Opens in place of the open document, after asking about it; null: the user chose to stay. */
  take(load: () => Promise<Loaded>): Promise<Opened | null>;
  open(file: string): Promise<Opened | null>;
}

export class RecoveryDesk {
  readonly #folder: string;
  readonly #backups: Backups;
  readonly #links: RecoveryLinks;

  constructor(folder: string, backups: Backups, links: RecoveryLinks) {
    this.#folder = folder;
    this.#backups = backups;
    this.#links = links;
  }

  /** Newest first. Journals that cannot be read are put aside, so that they are told of once. */
  async list(): Promise<Recoveries> {
    const { items, damaged } = await listRecoverable(this.#folder, this.#links.sessions());
    if (damaged.length > 0) await setAside(this.#folder, damaged);
    return { items: await Promise.all(items.map(describe)), damaged: damaged.length };
  }

  /** Ids of the packages that have something to recover. */
  async packages(): Promise<ReadonlySet<string>> {
    return new Set((await listRecoverable(this.#folder, this.#links.sessions())).items.map(({ packageId }) => packageId));
  }

  async texts(id: string): Promise<RecoveryTexts> {
    const recovered = await recover(this.#folder, id);
    const notes = recovered.lost === null ? [] : [recovered.lost];
    let disk: Package | null = null;
    if (recovered.file !== null) {
      try {
        disk = (await readPackageBytes(await readFile(recovered.file), path.basename(recovered.file))).pkg;
      } catch (error) {
        if (!(error instanceof AppError) && (error as { code?: unknown }).code === undefined) throw error;
        notes.push(error instanceof AppError ? error.message : '磁盘上的文件不在原处，或者读不了。');
      }
    }
    const { pkg } = recovered.opened;
    return { item: await describe(recovered), compared: compareTexts(pkg, disk ?? { ...pkg, articles: [] }), notes };
  }

  /** @throws AppError; whatever it says, the journal is still there then. */
  async choose(id: string, choice: RecoveryChoice): Promise<Opened | null> {
    const recovered = await recover(this.#folder, id);
    if (recovered.holder !== null) throw new AppError('recovery-held', `“${recovered.name}”正在另一台电脑（${recovered.holder}）上开着，先不动它。`);
    switch (choice) {
      case 'recover':
        return this.#open(recovered);
      case 'both':
        return this.#keepBoth(recovered);
      case 'disk':
      case 'discard': {
        // First into the backups, then, for a file, the file opened: only then the journal goes.
        await this.#backups.keep(recovered.packageId, recovered.name, 'given-up', recovered.bytes, recovered.at);
        const opened = choice === 'disk' && recovered.file !== null ? await this.#links.open(recovered.file) : null;
        if (choice === 'discard' || opened !== null) await discard(this.#folder, id);
        return opened;
      }
      default:
        throw new TypeError(`unexpected choice: ${String(choice satisfies never)}`);
    }
  }

  async #open(recovered: Recovered): Promise<Opened | null> {
    const { id, changes, hash, file, lost, opened, past } = recovered;
    const sizeOnDisk = await sizeOf(file);
    const notes = [`已恢复到 ${clock(recovered.at)}：${changes} 步修改还没有存进文件，请看一遍后保存。`, ...(lost === null ? [] : [lost])];
    const shown = await this.#links.take(() => Promise.resolve({ opened, file, isNew: file === null, notes, questions: [], recovered: { id, changes, hash, sizeOnDisk, past } }));
    // Where the new journal does not stand yet both stay: the new one names the old, which is swept away once it does.
    if (shown !== null && this.#links.isJournaled()) await discard(this.#folder, id);
    return shown;
  }

  /** The recovered text in a file of its own beside the other, which is not touched. */
  async #keepBoth(recovered: Recovered): Promise<Opened | null> {
    if (recovered.file === null) throw new AppError('recovery-failed', '这份稿子从未保存过，没有第二份可留。');
    const target = freeName(recovered.file, recovered.at);
    await saveFile(target, recovered.bytes);
    const opened = await this.#links.open(target);
    await discard(this.#folder, recovered.id);
    return opened === null ? null : { ...opened, notes: [...opened.notes, `两份都留下了：恢复稿存为“${path.basename(target)}”，原来的文件没有动。`] };
  }
}

async function describe(found: Recoverable): Promise<RecoveryItem> {
  const { id, name, file, at, changes, holder, hash } = found;
  let diskAt: number | null = null;
  let changedOutside = false;
  if (file !== null) {
    try {
      diskAt = (await stat(file)).mtimeMs;
      changedOutside = hash !== null && hashOf(await readFile(file)) !== hash;
    } catch {
      diskAt = null; // not in its place: only the journal has the text
    }
  }
  return { id, name, folder: file === null ? null : path.dirname(file), file: file === null ? null : path.basename(file), at, diskAt, changes, changedOutside, holder };
}

async function sizeOf(file: string | null): Promise<number> {
  if (file === null) return 0;
  try {
    return textSize((await readPackageBytes(await readFile(file), path.basename(file))).pkg);
  } catch {
    return 0;
  }
}

/** `名（恢复稿 11-26 10.41）.banxin`, numbered where that is there already. */
function freeName(file: string, at: number): string {
  const { dir, name } = path.parse(file);
  const stamp = `恢复稿 ${clock(at).replace(':', '.')}`;
  for (let count = 1; ; count++) {
    const target = path.join(dir, `${name}（${stamp}${count === 1 ? '' : ` ${count}`}）.banxin`);
    if (!existsSync(target)) return target;
  }
}

/** Month, day, hour and minute. */
function clock(at: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = new Date(at);
  return `${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
