// 历史备份 (W44): copies of packages in the user's data folder, in a folder a package
// id. Kept are the last ten saves by hand and the state that each day ended with for
// thirty days; and, thirty days whatever happens, every text that a choice put aside
// (not recovered, not saved, replaced by the disk's, before a save that shrank it).
// A cap bounds the size of all, oldest first, but never touches what was put aside.
// A copy is one file named by time, kind and title; there is no index to go astray.
import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, toAppError } from './app-error';
import { syncFolder } from './sync-folder';

/**
 * Why a copy was made. `save`: a save by hand; `day`: as a day ended; `before`: the file under a save that runs, or did not end;
 * put aside: `given-up` (a recovered text that was not taken), `unsaved` (closed without saving), `replaced`
 * (gave way to another's), `shrink` (before a save that took most of the text away).
 */
export type BackupKind = 'save' | 'day' | 'before' | 'given-up' | 'unsaved' | 'replaced' | 'shrink';

export interface Backup {
  /** `<package folder>/<file>`: what `read` takes. */
  readonly id: string;
  readonly kind: BackupKind;
  /** Title of the package when it was made. */
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly bytes: number;
}

export interface BackupOptions {
  /** Bytes that all copies together may take. */
  readonly cap?: number;
  readonly now?: () => number;
}

const BY_HAND = 10;
const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const CAP = 300 * 1024 * 1024;
const ASIDE: ReadonlySet<BackupKind> = new Set<BackupKind>(['given-up', 'unsaved', 'replaced', 'shrink']);
const NAME = /^(\d{13})-(save|day|before|given-up|unsaved|replaced|shrink)-([0-9a-f]{12})-(.*)\.banxin$/;

export class Backups {
  readonly #folder: string;
  readonly #cap: number;
  readonly #now: () => number;
  /** Copies of saves that run now. */
  readonly #running = new Set<string>();

  constructor(folder: string, { cap = CAP, now = Date.now }: BackupOptions = {}) {
    this.#folder = folder;
    this.#cap = cap;
    this.#now = now;
  }

  /**
   * Keeps a copy, on the disk when this resolves. A copy of the same bytes that a save or a day left is not made twice.
   * @param at the time that the text is of; now where left out.
   * @throws AppError `backup-failed`.
   */
  async keep(packageId: string, name: string, kind: BackupKind, bytes: Uint8Array, at = this.#now()): Promise<Backup> {
    const folder = path.join(this.#folder, folderOf(packageId));
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    try {
      const same = (await this.#in(folderOf(packageId))).find((backup) => backup.kind === kind && digestOf(backup) === digest);
      if (same !== undefined && kind !== 'save') {
        if (kind === 'before') this.#running.add(same.id);
        return same;
      }
      if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(this.#folder);
      const file = `${Math.round(at)}-${kind}-${digest}-${titleOf(name)}.banxin`;
      const temporary = path.join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
      try {
        const handle = await open(temporary, 'wx');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, path.join(folder, file));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(folder);
      // The same text saved again by hand: one entry, of the last time.
      if (same !== undefined && same.id !== `${folderOf(packageId)}/${file}`) await this.remove(same);
      const id = `${folderOf(packageId)}/${file}`;
      if (kind === 'before') this.#running.add(id);
      return { id, kind, name: titleOf(name), at: Math.round(at), bytes: bytes.length };
    } catch (error) {
      throw toAppError(error, 'backup-failed', '写入', '历史备份');
    }
  }

  /** Whether a day's state is kept already. @param at any time of that day. */
  async hasDay(packageId: string, at: number): Promise<boolean> {
    return (await this.#in(folderOf(packageId))).some((backup) => backup.kind === 'day' && dayOf(backup.at) === dayOf(at));
  }

  /** Copies of one package, or of all; newest first. Those of a save that is running are not among them; one that a save left behind in the middle is. */
  async list(packageId: string | null = null): Promise<readonly Backup[]> {
    const folders = packageId === null ? await namesIn(this.#folder) : [folderOf(packageId)];
    const all = await Promise.all(folders.map((folder) => this.#in(folder)));
    return all.flat().filter(({ id }) => !this.#running.has(id)).sort((a, b) => b.at - a.at);
  }

  /** @throws AppError `backup-failed` where it is gone or its bytes are not those that were kept. */
  async read(id: string): Promise<Uint8Array> {
    const [folder = '', file = '', ...rest] = id.split('/');
    if (rest.length > 0 || path.basename(folder) !== folder || path.basename(file) !== file || !NAME.test(file)) throw new AppError('backup-failed', '没有这份历史备份。');
    let bytes: Buffer;
    try {
      bytes = await readFile(path.join(this.#folder, folder, file));
    } catch (error) {
      throw toAppError(error, 'backup-failed', '读取', '历史备份');
    }
    if (createHash('sha256').update(bytes).digest('hex').slice(0, 12) !== NAME.exec(file)?.[3]) throw new AppError('backup-failed', '这份历史备份的内容已经损坏，打不开。');
    return bytes;
  }

  async remove({ id }: Backup): Promise<void> {
    this.#running.delete(id);
    await rm(path.join(this.#folder, ...id.split('/')), { force: true });
  }

  /** Turns the copy of a running save into one that stays: a file of somebody else that was replaced. */
  async promote(backup: Backup, kind: BackupKind): Promise<void> {
    this.#running.delete(backup.id);
    const [folder = '', file = ''] = backup.id.split('/');
    const from = path.join(this.#folder, folder, file);
    const to = path.join(this.#folder, folder, file.replace('-before-', `-${kind}-`));
    if (from === to) return;
    await link(from, to).catch(() => rename(from, to));
    await rm(from, { force: true });
  }

  /** Takes away what is too old or too much: of each package, then of all together. */
  async prune(): Promise<void> {
    const now = this.#now();
    let kept: Backup[] = [];
    for (const folder of await namesIn(this.#folder)) {
      const all = (await this.#in(folder)).sort((a, b) => b.at - a.at);
      const byHand = all.filter(({ kind }) => kind === 'save').slice(BY_HAND);
      const old = all.filter(({ id, kind, at }) => kind !== 'save' && !this.#running.has(id) && now - at > DAYS * DAY_MS);
      const gone = new Set([...byHand, ...old]);
      for (const backup of gone) await this.remove(backup);
      kept.push(...all.filter((backup) => !gone.has(backup)));
    }
    let size = kept.reduce((sum, { bytes }) => sum + bytes, 0);
    kept = kept.sort((a, b) => a.at - b.at);
    for (const backup of kept) {
      if (size <= this.#cap) return;
      if (ASIDE.has(backup.kind) || this.#running.has(backup.id)) continue;
      await this.remove(backup);
      size -= backup.bytes;
    }
  }

  async #in(folder: string): Promise<Backup[]> {
    const found: Backup[] = [];
    for (const file of await namesIn(path.join(this.#folder, folder))) {
      const match = NAME.exec(file);
      if (match === null) continue;
      try {
        const { size } = await stat(path.join(this.#folder, folder, file));
        found.push({ id: `${folder}/${file}`, kind: match[2] as BackupKind, name: match[4] ?? '', at: Number(match[1]), bytes: size });
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
      }
    }
    return found;
  }
}

const digestOf = ({ id }: Backup): string | undefined => NAME.exec(id.split('/')[1] ?? '')?.[3];

/** The user's calendar day. */
function dayOf(at: number): string {
  return new Date(at).toDateString();
}

/** Ids come from files, folders' names must not: an id of other letters is named by its hash. */
function folderOf(packageId: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(packageId) ? packageId : createHash('sha256').update(packageId).digest('hex').slice(0, 32);
}

/** A title as part of a file's name: at most 40 characters, none that a file system refuses. */
function titleOf(name: string): string {
  return [...name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()].slice(0, 40).join('').trim();
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT' || (error as { code?: unknown }).code === 'ENOTDIR') return [];
    throw error;
  }
}
