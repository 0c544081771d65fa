// Who has a package open (W45): a small file beside it with the user's and the
// machine's name and a heartbeat, made in one step, so that of two programs one has
// it. A lock whose heart stopped, or whose process is gone from this machine, is
// taken over. Ages are read off the share's own clock (a probe file beside), because
// two computers' clocks differ. A folder that cannot be written has no locks.
// The lock only tells; what keeps a file from being overwritten is its hash (W46).
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { isSystemError } from './app-error';
import { isRunning } from './is-running';

export interface LockHolder {
  readonly user: string;
  readonly machine: string;
  readonly pid: number;
  /** Milliseconds since the epoch, of the holder's clock. */
  readonly since: number;
}

export type LockResult =
  /** `taken`: whose dead lock was taken over, or null. */
  | { readonly kind: 'held'; readonly lock: Lock; readonly taken: LockHolder | null }
  | { readonly kind: 'busy'; readonly holder: LockHolder }
  /** There can be no lock here; Chinese. */
  | { readonly kind: 'none'; readonly reason: string };

export interface LockOptions {
  /** Who we are; by default this user on this machine. */
  readonly holder?: Omit<LockHolder, 'since'>;
  readonly beatMs?: number;
  readonly staleMs?: number;
  /** Told when somebody else took the lock over (this machine had slept). */
  readonly onLost?: (by: LockHolder) => void;
}

const BEAT_MS = 10_000;
const STALE_MS = 60_000;
/** A lock that is being written or taken over is looked at again after this long, ms. */
const SETTLE_MS = 150;
/** A lock is a line; anything longer is no lock of ours. */
const MAX_BYTES = 4096;

interface Entry {
  readonly holder: LockHolder;
  readonly token: string;
}

/** Tokens of the locks of this program: one with our number but none of these is of a program that died and had it before. */
const ours = new Set<string>();

/** Name of the lock beside a package. */
export function lockFileOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.lock`);
}

/** Takes the lock of `file`, or says who has it. Never throws for what the folder forbids. */
export async function takeLock(file: string, options: LockOptions = {}): Promise<LockResult> {
  const name = lockFileOf(file);
  const holder: LockHolder = { ...(options.holder ?? { user: userName(), machine: hostname(), pid: process.pid }), since: Date.now() };
  const entry: Entry = { holder, token: randomBytes(8).toString('hex') };
  try {
    for (let tries = 0; tries < 3; tries++) {
      if (await create(name, entry)) return { kind: 'held', lock: new Lock(name, entry, options), taken: null };
      const found = await readEntry(name);
      if (found === 'gone') continue;
      if (found !== null && !(await isStale(name, found, holder, options))) return { kind: 'busy', holder: found.holder };
      if (found === null && !(await isOld(name, options.staleMs ?? STALE_MS))) {
        // Being written right now, or of another program: looked at once more.
        await pause(SETTLE_MS);
        if (tries < 2) continue;
        return { kind: 'busy', holder: { user: '别人', machine: '', pid: 0, since: 0 } };
      }
      if (await takeOver(name, entry, found, options.staleMs ?? STALE_MS)) return { kind: 'held', lock: new Lock(name, entry, options), taken: found?.holder ?? null };
    }
    const now = await readEntry(name);
    if (now !== null && now !== 'gone') return { kind: 'busy', holder: now.holder };
    return { kind: 'none', reason: '这个文件夹里的锁文件读不出来，没有加锁。' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const why = error.code === 'EROFS' || error.code === 'EACCES' || error.code === 'EPERM' ? '这个文件夹只能读' : error.code === 'ENOSPC' ? '磁盘已满' : '这个文件夹写不了';
    return { kind: 'none', reason: `${why}，没有加锁：别人同时打开这份稿子，双方都不会知道。` };
  }
}

/** A lock that is ours, until it is let go or lost. */
export class Lock {
  readonly #name: string;
  readonly #entry: Entry;
  readonly #timer: NodeJS.Timeout;
  readonly #onLost: ((by: LockHolder) => void) | undefined;
  #isOurs = true;
  #beating: Promise<void> = Promise.resolve();

  constructor(name: string, entry: Entry, { beatMs = BEAT_MS, onLost }: LockOptions) {
    this.#name = name;
    this.#entry = entry;
    this.#onLost = onLost;
    ours.add(entry.token);
    this.#timer = setInterval(() => {
      this.#beating = this.#beat();
    }, beatMs).unref();
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    if (!this.#isOurs) return;
    this.#isOurs = false;
    ours.delete(this.#entry.token);
    try {
      const found = await readEntry(this.#name);
      if (found !== 'gone' && found?.token === this.#entry.token) await rm(this.#name, { force: true });
    } catch (error) {
      if (!isSystemError(error)) throw error; // the stick is gone, and the lock with it
    }
  }

  async #beat(): Promise<void> {
    try {
      const found = await readEntry(this.#name);
      if (found === 'gone') await create(this.#name, this.#entry);
      else if (found !== null && found.token !== this.#entry.token) {
        this.#isOurs = false;
        clearInterval(this.#timer);
        this.#onLost?.(found.holder);
      } else await rewrite(this.#name, this.#entry);
    } catch (error) {
      if (!isSystemError(error)) throw error; // a share that is away for a moment
    }
  }
}

/** false: there is one already. */
async function create(name: string, entry: Entry): Promise<boolean> {
  try {
    const handle = await open(name, 'wx');
    try {
      await handle.writeFile(JSON.stringify(entry));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false;
    throw error;
  }
}

/** The same words again: it is the writing that moves the file's time, by the share's clock. */
async function rewrite(name: string, entry: Entry): Promise<void> {
  const handle = await open(name, 'r+');
  try {
    await handle.write(JSON.stringify(entry), 0);
  } finally {
    await handle.close();
  }
}

/**
 * In place of the dead lock that was found. One at a time may do so, who could make the claim beside it, and looks once
 * more first: whoever was slow between finding and taking (a busy machine, a share) finds the lock of who was quicker.
 * false: somebody else takes it, or has it.
 */
async function takeOver(name: string, entry: Entry, dead: Entry | null, staleMs: number): Promise<boolean> {
  const claim = `${name}.claim`;
  if (!(await create(claim, entry))) {
    // Of a program that died while taking over: out of the way for the next try.
    if (await isOld(claim, staleMs)) await rm(claim, { force: true });
    else await pause(SETTLE_MS);
    return false;
  }
  let isClaimed = true;
  try {
    const now = await readEntry(name);
    if (now === 'gone' || now?.token !== dead?.token) return false;
    // The claim becomes the lock, in one step.
    await rename(claim, name);
    isClaimed = false;
    return true;
  } finally {
    if (isClaimed) await rm(claim, { force: true });
  }
}

/** null: no lock of ours, or one being written. */
async function readEntry(name: string): Promise<Entry | 'gone' | null> {
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return 'gone';
    throw error;
  }
  if (text.length > MAX_BYTES) return null;
  try {
    const { holder, token } = JSON.parse(text) as { holder?: Partial<LockHolder>; token?: unknown };
    if (typeof token !== 'string' || typeof holder?.user !== 'string' || typeof holder.machine !== 'string') return null;
    return { token, holder: { user: shown(holder.user), machine: shown(holder.machine), pid: Number(holder.pid), since: Number(holder.since) } };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

async function isStale(name: string, { holder, token }: Entry, us: LockHolder, { staleMs = STALE_MS }: LockOptions): Promise<boolean> {
  if (holder.machine === us.machine && (!isRunning(holder.pid) || (holder.pid === process.pid && !ours.has(token)))) return true;
  return isOld(name, staleMs);
}

/** Older than `ms` by the clock of the disk that it stands on. */
async function isOld(name: string, ms: number): Promise<boolean> {
  const probe = `${name}.${randomBytes(4).toString('hex')}`;
  try {
    const { mtimeMs } = await stat(name);
    const handle = await open(probe, 'wx');
    try {
      await handle.writeFile('.');
      return (await handle.stat()).mtimeMs - mtimeMs > ms;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(probe, { force: true });
  }
}

/** A name out of a file that anybody may have written, as it may be shown. */
function shown(name: string): string {
  return [...name.replace(/\p{C}/gu, '')].slice(0, 60).join('');
}

/** The user's name; some accounts (containers) have none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '未知用户';
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
