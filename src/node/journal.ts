// The journal of an open document (W41): every change group goes to an append-only
// file in the user's data folder, on the disk within a second, from the first key
// and whether or not there is a file. It starts with the package whole, so that a
// text can be recovered where its file is gone. A good save begins a new journal
// from the text saved, and only when that one stands is the old one removed.
// What the disk does not take is kept in memory and tried again until it does; who
// owns the journal is told. Writing never waits on the caller, nor the caller on it.
import { randomBytes } from 'node:crypto';
import { rm, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { ChangeGroup } from '../core/model/change';
import { AppError, toAppError } from './app-error';
import { createJournalFile, writeAt } from './journal-file';
import { encodeRecord, MAGIC, type Head, type OpenHead } from './journal-records';

/** What a document starts its journal with. */
export interface JournalStart {
  readonly packageId: string;
  readonly name: string;
  readonly file: string | null;
  readonly hash: string | null;
  readonly version: number;
  /** Changes in `bytes` that no file holds. */
  readonly changes: number;
  readonly recoveredFrom: string | null;
  /** The package whole. */
  readonly bytes: Uint8Array;
}

/** The steps of writing it. A test makes the disk fail, or the program end, at each. */
export const JOURNAL_STEPS = ['journal-create', 'journal-name', 'journal-append', 'journal-sync', 'journal-replace', 'journal-remove'] as const;
export type JournalStep = (typeof JOURNAL_STEPS)[number];

export interface JournalOptions {
  /** Told why the disk does not take the journal (Chinese), and null once it does again. */
  readonly onTrouble?: (reason: string | null) => void;
  readonly fault?: (step: JournalStep) => void;
}

/** Keys of this long are written together, ms: well below the second of W41, and few flushes while typing. */
const GATHER_MS = 150;
/** A disk that refused is asked again after this long, ms. */
const RETRY_MS = 1500;
/** How often the file says that its program lives (recovery.ts reads its time), ms. */
export const JOURNAL_BEAT_MS = 10_000;

interface Waiting {
  readonly version: number;
  readonly bytes: Buffer;
}

interface Base {
  readonly head: OpenHead;
  readonly bytes: Uint8Array;
}

export class Journal {
  readonly session = `${Date.now().toString(36)}-${process.pid}-${randomBytes(3).toString('hex')}`;
  readonly #folder: string;
  readonly #options: JournalOptions;
  /** What the file on the disk starts from, or will. */
  #base: Base;
  /** Set by a save: the next file's start, until that file stands. */
  #next: Base | null = null;
  /** All records since the base, written or not: a new file gets those that it needs. */
  #records: Waiting[] = [];
  #written = 0;
  #handle: FileHandle | null = null;
  #file: string | null = null;
  #length = 0;
  #timer: NodeJS.Timeout | null = null;
  readonly #beat: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #trouble: string | null = null;
  #isOver = false;

  /** Begins the journal in `folder`; the file comes by itself, and `settled` says when. */
  constructor(folder: string, start: JournalStart, options: JournalOptions = {}) {
    this.#folder = folder;
    this.#options = options;
    const { bytes, ...facts } = start;
    this.#base = { bytes, head: { kind: 'open', session: this.session, generation: 1, ...facts, at: Date.now(), machine: hostname(), pid: process.pid } };
    this.#beat = setInterval(() => void this.#live(), JOURNAL_BEAT_MS).unref();
    this.#plan(0);
  }

  /** Why the disk does not take the journal now, or null. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** A change group that made `version`. */
  append(version: number, group: ChangeGroup): void {
    this.#add({ kind: 'change', version, at: Date.now(), group });
  }

  /** The whole package in place of what the changes made of it. */
  whole(version: number, bytes: Uint8Array): void {
    this.#add({ kind: 'whole', version, at: Date.now() }, bytes);
  }

  /** `version`, whose bytes these are, stands in `file`: nothing before it needs recovering any more. */
  saved(version: number, name: string, file: string, hash: string, bytes: Uint8Array): void {
    this.#add({ kind: 'saved', version, at: Date.now(), file, hash });
    const { head } = this.#next ?? this.#base;
    this.#next = { bytes, head: { ...head, generation: head.generation + 1, name, file, hash, version, changes: 0, recoveredFrom: null, at: Date.now() } };
    this.#plan(0);
  }

  /** Resolves when all that was given so far is on the disk. @throws AppError where the disk does not take it. */
  async settled(): Promise<void> {
    this.#plan(0);
    while (this.#running !== null || this.#timer !== null) {
      if (this.#running === null) this.#begin();
      await this.#running;
      if (this.#trouble !== null) throw new AppError('journal-failed', this.#trouble);
    }
  }

  /** Ends it and takes its file away: the text is saved, or given up by the user. */
  async drop(): Promise<void> {
    const file = await this.#end();
    if (file !== null) await rm(file, { force: true });
  }

  /** Ends it after a last writing and leaves its file for the next start (a system that shuts down). */
  async keep(): Promise<void> {
    await this.settled().catch(() => {}); // what the disk refuses now, it refuses
    await this.#end();
  }

  async #end(): Promise<string | null> {
    this.#isOver = true;
    clearInterval(this.#beat);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#running;
    await this.#handle?.close();
    this.#handle = null;
    return this.#file;
  }

  #add(head: Head, blob?: Uint8Array): void {
    this.#records.push({ version: head.version, bytes: encodeRecord(head, blob) });
    this.#plan(GATHER_MS);
  }

  #plan(delay: number): void {
    if (this.#isOver) return;
    if (this.#timer !== null) {
      if (delay > 0) return;
      clearTimeout(this.#timer);
    }
    this.#timer = setTimeout(() => this.#begin(), delay);
  }

  #begin(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#running !== null) return; // the running one looks for more before it ends
    this.#running = this.#write()
      .then(() => this.#tell(null))
      .catch((error: unknown) => {
        const failure = toAppError(error, 'journal-failed', '写入', '恢复日志');
        this.#tell(failure instanceof Error ? failure.message : String(failure));
        this.#plan(RETRY_MS);
      })
      .finally(() => {
        this.#running = null;
      });
  }

  #tell(trouble: string | null): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#options.onTrouble?.(trouble);
  }

  /** Until nothing is left: the file where there is none, then what came in, then the file of the next base. */
  async #write(): Promise<void> {
    for (;;) {
      if (this.#handle === null) await this.#create(this.#base, this.#records);
      if (this.#written < this.#records.length) await this.#append();
      else if (this.#next !== null) await this.#replace(this.#next);
      else return;
    }
  }

  async #append(): Promise<void> {
    const until = this.#records.length;
    const bytes = Buffer.concat(this.#records.slice(this.#written, until).map((record) => record.bytes));
    this.#options.fault?.('journal-append');
    await writeAt(this.#handle, bytes, this.#length);
    this.#options.fault?.('journal-sync');
    await this.#handle?.datasync();
    this.#length += bytes.length;
    this.#written = until;
  }

  /** The next generation's file, then the old one's end. Where it fails, the old one goes on. */
  async #replace(next: Base): Promise<void> {
    const old = { handle: this.#handle, file: this.#file, written: this.#written };
    const kept = this.#records.filter(({ version }) => version > next.head.version);
    this.#options.fault?.('journal-replace');
    await this.#create(next, kept);
    this.#base = next;
    if (this.#next === next) this.#next = null;
    // What came in meanwhile stands behind those that were written.
    this.#records = [...kept, ...this.#records.slice(old.written)];
    this.#options.fault?.('journal-remove');
    await old.handle?.close();
    if (old.file !== null) await rm(old.file, { force: true });
  }

  /** A file with this base and these records, under its name only when it is whole on the disk. */
  async #create(base: Base, records: readonly Waiting[]): Promise<void> {
    this.#options.fault?.('journal-create');
    const file = path.join(this.#folder, `${this.session}.${base.head.generation}.journal`);
    const bytes = Buffer.concat([MAGIC, encodeRecord(base.head, base.bytes), ...records.map((record) => record.bytes)]);
    const count = records.length;
    const handle = await createJournalFile(file, bytes, () => this.#options.fault?.('journal-name'));
    this.#handle = handle;
    this.#file = file;
    this.#length = bytes.length;
    this.#written = count;
  }

  /** A sign of life; and a file that somebody removed comes back. */
  async #live(): Promise<void> {
    if (this.#handle === null || this.#running !== null) return;
    try {
      const now = new Date();
      await this.#handle.utimes(now, now);
      if ((await this.#handle.stat()).nlink > 0 || this.#running !== null || this.#isOver) return;
      await this.#handle.close();
      this.#handle = null;
      this.#plan(0);
    } catch {
      // Only a sign: the writing itself tells of trouble.
    }
  }
}
