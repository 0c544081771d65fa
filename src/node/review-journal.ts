// The journal of an import under review (W41 for 导入审阅): from the first decision
// the text that came in and everything done on it stand in an append-only file in
// the user's data folder, on the disk at once, so that a crash takes no answer and
// no pasted text along. Records and their checks are those of journal-records.ts.
// Nothing is written before a decision, and nothing deleted but by 完成, closing
// the program, or the user's 不要, which puts the file aside for 30 days.
import { randomBytes } from 'node:crypto';
import { rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { openDecisions, type ReviewStep } from '../core/import/review/steps';
import { AppError, toAppError } from './app-error';
import { isRunning } from './is-running';
import { createJournalFile, readJournalFile, writeAt } from './journal-file';
import { decodeFile, encodeRecord } from './journal-records';
import { namesIn } from './names-in';

/** The package that was open when its first decision was made: its articles were to go there. */
export interface ReviewHome {
  readonly packageId: string;
  /** What the user knows it by. */
  readonly name: string;
  /** null: it was never saved. */
  readonly file: string | null;
}

/** What a review starts from. */
export interface ReviewStart {
  /** What the user knows the text by. */
  readonly name: string;
  /** As it came. */
  readonly bytes: Uint8Array;
  /** Steps that it has already, of the journal that it goes on with. */
  readonly steps: readonly ReviewStep[];
  readonly resumedFrom: string | null;
  /** null: no package was open. */
  readonly home: ReviewHome | null;
}

interface OpenHead {
  readonly kind: 'review';
  readonly name: string;
  readonly at: number;
  readonly machine: string;
  readonly pid: number;
  /** The journal whose steps these are; it is done with once this one stands. */
  readonly resumedFrom: string | null;
  /** Left out by versions before it. */
  readonly home?: ReviewHome | null;
}

type Head = OpenHead | { readonly kind: 'step'; readonly at: number; readonly step: ReviewStep };

/** A review that ended without 完成. */
export interface KeptReview {
  /** Name of its journal's file. */
  readonly id: string;
  readonly name: string;
  /** Time of its last step, ms since the epoch. */
  readonly at: number;
  /** Decisions that no package has. */
  readonly decisions: number;
  readonly home: ReviewHome | null;
}

export interface ReadReview extends KeptReview {
  readonly bytes: Uint8Array;
  readonly steps: readonly ReviewStep[];
}

const MAGIC = Buffer.from('BANXINR1');
const KINDS: ReadonlySet<unknown> = new Set<Head['kind']>(['review', 'step']);
const ENDING = '.review';
const ASIDE = '.given-up';
/** A disk that refused is asked again after this long, ms. */
const RETRY_MS = 1500;
/** As for backups (W43). */
const ASIDE_MS = 30 * 24 * 3600_000;

/** On a home that several computers share, another one's review is in hand there so long after its last step. */
const ELSEWHERE_MS = 12 * 3600_000;

/** Journals that this program is writing. */
const own = new Set<string>();

export class ReviewJournal {
  readonly id = `${Date.now().toString(36)}-${process.pid}-${randomBytes(3).toString('hex')}${ENDING}`;
  readonly #folder: string;
  readonly #onTrouble: (reason: string | null) => void;
  readonly #first: Buffer;
  readonly #resumedFrom: string | null;
  #waiting: Buffer[] = [];
  #handle: FileHandle | null = null;
  #length = 0;
  #running: Promise<void> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #trouble: string | null = null;
  #isOver = false;

  /** Begins it; the file stands once `settled` resolves. @param onTrouble told why the disk does not take it, in Chinese, and null once it does again. */
  constructor(folder: string, start: ReviewStart, onTrouble: (reason: string | null) => void = () => {}) {
    this.#folder = folder;
    this.#onTrouble = onTrouble;
    this.#resumedFrom = start.resumedFrom;
    const head: OpenHead = { kind: 'review', name: start.name, at: Date.now(), machine: hostname(), pid: process.pid, resumedFrom: start.resumedFrom, home: start.home };
    this.#first = Buffer.concat([MAGIC, encodeRecord(head, start.bytes), ...start.steps.map(stepRecord)]);
    own.add(this.id);
    this.#begin();
  }

  append(step: ReviewStep): void {
    this.#waiting.push(stepRecord(step));
    this.#begin();
  }

  /** Resolves when all that was given so far is on the disk. @throws AppError where the disk does not take it. */
  async settled(): Promise<void> {
    this.#begin();
    while (this.#running !== null) await this.#running;
    if (this.#trouble !== null) throw new AppError('journal-failed', this.#trouble);
  }

  /** Ends it and takes its file away: all is in a package, or the user gave it up. */
  async drop(): Promise<void> {
    await this.#end();
    await rm(path.join(this.#folder, this.id), { force: true });
  }

  /** Ends it and leaves its file for the next start. */
  async keep(): Promise<void> {
    await this.settled().catch(() => {}); // what the disk refuses now, it refuses
    await this.#end();
  }

  async #end(): Promise<void> {
    this.#isOver = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#running;
    await this.#handle?.close();
    this.#handle = null;
    own.delete(this.id);
  }

  #begin(): void {
    if (this.#running !== null || this.#isOver) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#running = this.#write()
      .then(() => this.#tell(null))
      .catch((error: unknown) => {
        const failure = toAppError(error, 'journal-failed', '写入', '恢复日志');
        this.#tell(failure instanceof Error ? failure.message : String(failure));
        if (!this.#isOver) this.#retry = setTimeout(() => this.#begin(), RETRY_MS).unref();
      })
      .finally(() => {
        this.#running = null;
      });
  }

  #tell(trouble: string | null): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#onTrouble(trouble);
  }

  async #write(): Promise<void> {
    if (this.#handle === null) await this.#create();
    while (this.#waiting.length > 0) {
      const count = this.#waiting.length;
      const bytes = Buffer.concat(this.#waiting);
      await writeAt(this.#handle, bytes, this.#length);
      await this.#handle?.datasync();
      this.#length += bytes.length;
      this.#waiting = this.#waiting.slice(count);
    }
  }

  /** The file under its name only when it is whole on the disk; then the one that it goes on with is done with. */
  async #create(): Promise<void> {
    this.#handle = await createJournalFile(path.join(this.#folder, this.id), this.#first);
    this.#length = this.#first.length;
    if (this.#resumedFrom !== null) await rm(path.join(this.#folder, this.#resumedFrom), { force: true });
  }
}

const stepRecord = (step: ReviewStep): Buffer => encodeRecord({ kind: 'step', at: Date.now(), step } satisfies Head);

/** What can be gone on with, newest first. Sweeps away half-made files, reviews without an open decision and what was put aside long ago; one that cannot be read is put aside. */
export async function listReviews(folder: string): Promise<readonly KeptReview[]> {
  const found: ReadReview[] = [];
  const superseded = new Set<string>();
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith(ASIDE)) {
      if (Date.now() - (await timeOf(file)) > ASIDE_MS) await rm(file, { force: true });
    } else if (name.endsWith('.tmp')) {
      if (!isWritten(name.slice(0, -4), Number(name.split('-')[1]), hostname())) await rm(file, { force: true });
    } else if (name.endsWith(ENDING)) {
      const read = await readJournal(file);
      if (read === 'gone') continue;
      if (read === null) await rename(file, `${file}${ASIDE}`);
      else {
        if (read.head.resumedFrom !== null) superseded.add(read.head.resumedFrom);
        if (!isWritten(name, read.head.pid, read.head.machine) && !(read.head.machine !== hostname() && Date.now() - (await timeOf(file)) < ELSEWHERE_MS)) found.push(read.review);
      }
    }
  }
  const kept: KeptReview[] = [];
  for (const { id, name, at, decisions, home } of found) {
    if (decisions === 0 || superseded.has(id)) await rm(path.join(folder, id), { force: true });
    else kept.push({ id, name, at, decisions, home });
  }
  return kept.sort((a, b) => b.at - a.at);
}

/** @throws AppError `recovery-failed`. */
export async function readReview(folder: string, id: string): Promise<ReadReview> {
  const read = await readJournal(path.join(folder, checked(id)));
  if (read === null || read === 'gone') throw new AppError('recovery-failed', `导入审阅的恢复日志“${id}”读不出来，没有动它。`);
  return read.review;
}

/** The user does not want it: out of the list, gone after 30 days. */
export async function giveUpReview(folder: string, id: string): Promise<void> {
  await rename(path.join(folder, checked(id)), path.join(folder, `${id}${ASIDE}`));
}

/** The user wants it after all. @throws AppError where it is gone. */
export async function wantReview(folder: string, id: string): Promise<void> {
  try {
    await rename(path.join(folder, `${checked(id)}${ASIDE}`), path.join(folder, id));
  } catch (error) {
    throw toAppError(error, 'recovery-failed', '放回', '导入审阅');
  }
}

/** A journal's name from outside stays a name. */
function checked(id: string): string {
  if (path.basename(id) !== id || !id.endsWith(ENDING)) throw new AppError('recovery-failed', `“${id}”不是导入审阅的恢复日志。`);
  return id;
}

/** Is somebody writing it right now? One of our own windows, or a program beside us. */
function isWritten(name: string, pid: number, machine: string): boolean {
  if (own.has(name)) return true;
  return machine === hostname() && pid !== process.pid && isRunning(pid);
}

async function timeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return Date.now(); // gone: nothing to sweep
  }
}

/** null: not even its start is whole. What is torn at the end is cut off: a step that was being written at the kill. */
async function readJournal(file: string): Promise<{ readonly head: OpenHead; readonly review: ReadReview } | 'gone' | null> {
  const bytes = await readJournalFile(file);
  if (bytes === 'gone') return bytes;
  const [first, ...rest] = decodeFile<Head>(bytes, MAGIC, KINDS).records;
  if (first?.head.kind !== 'review') return null;
  const steps = rest.flatMap(({ head }) => (head.kind === 'step' ? [head] : []));
  return {
    head: first.head,
    review: { id: path.basename(file), name: first.head.name, at: steps.at(-1)?.at ?? first.head.at, decisions: openDecisions(steps.map(({ step }) => step)), home: first.head.home ?? null, bytes: first.blob, steps: steps.map(({ step }) => step) },
  };
}
