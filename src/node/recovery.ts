// What a crash left behind (W43): reads the journals of programs that did not end
// well, says what each holds, and makes its text again: the package at the start,
// then every change group that follows. What is torn at the end is cut off and told,
// the rest is recovered. Reading changes nothing; only journals that hold nothing
// that is not also elsewhere are swept away. Deciding is the user's, so nothing is
// deleted here but by `discard`.
import { createHash } from 'node:crypto';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { applyChange } from '../core/model/apply-change';
import type { ChangeGroup, PackageChange } from '../core/model/change';
import type { Package } from '../core/model/package';
import { writePackage, type OpenedPackage } from '../core/model/package-file';
import { AppError } from './app-error';
import { isRunning } from './is-running';
import { JOURNAL_BEAT_MS } from './journal';
import { readJournalFile } from './journal-file';
import { decodeRecords, type JournalRecord, type OpenHead } from './journal-records';
import { namesIn } from './names-in';
import { readPackageBytes } from './package-store';

/** A text that can be recovered. */
export interface Recoverable {
  /** Name of its journal's file. */
  readonly id: string;
  readonly packageId: string;
  readonly name: string;
  /** Where it was saved; null: never. */
  readonly file: string | null;
  /** SHA-256 of that file as this text left it; null where there was none. */
  readonly hash: string | null;
  /** Time of its last change, ms since the epoch. */
  readonly at: number;
  /** Change groups that no file holds. */
  readonly changes: number;
  /** The machine where another Banxin has it open right now; null: nobody has. */
  readonly holder: string | null;
}

/** A text made again. */
export interface Recovered extends Recoverable {
  readonly opened: OpenedPackage;
  readonly bytes: Uint8Array;
  /** What could not be read, in Chinese; null where everything could. */
  readonly lost: string | null;
  readonly past: RecoveredPast;
}

/** How a recovered text came about, as far back as its journal tells: it can be undone to there. */
export interface RecoveredPast {
  readonly start: Package;
  /** Changes in `start` that no file holds. */
  readonly changes: number;
  readonly groups: readonly ChangeGroup[];
}

export interface RecoveryList {
  readonly items: readonly Recoverable[];
  /** Names of journals that could not be read at all; they stay where they are. */
  readonly damaged: readonly string[];
}

interface Read {
  readonly head: OpenHead;
  readonly records: readonly JournalRecord[];
  /** Bytes behind the last whole record. */
  readonly torn: number;
  readonly base: Uint8Array;
}

const ENDING = '.journal';

/**
 * What can be recovered, newest first; `own` are the sessions of this program itself. Sweeps away what is
 * nothing to recover: half-made files, journals without a change, and those whose text another one or the file holds.
 */
export async function listRecoverable(folder: string, own: ReadonlySet<string>): Promise<RecoveryList> {
  const damaged: string[] = [];
  const found = new Map<string, Read>();
  for (const name of await namesIn(folder)) {
    if (own.has(sessionOf(name))) continue;
    if (name.endsWith('.tmp')) {
      if (!(await lives(path.join(folder, name), null))) await rm(path.join(folder, name), { force: true });
    } else if (name.endsWith(ENDING)) {
      const read = await readJournal(path.join(folder, name));
      if (read === 'gone') continue;
      if (read === null) damaged.push(name);
      else found.set(name, read);
    }
  }
  const superseded = new Set([...found.values()].flatMap(({ head }) => (head.recoveredFrom === null ? [] : [head.recoveredFrom])));
  const items: Recoverable[] = [];
  for (const [name, read] of found) {
    const isOld = superseded.has(name) || [...found.values()].some(({ head }) => head.session === read.head.session && head.generation > read.head.generation);
    const item = await describe(folder, name, read);
    if (item.holder === null && (isOld || item.changes === 0 || (await standsInFile(folder, item)))) await rm(path.join(folder, name), { force: true });
    else if (!isOld) items.push(item);
  }
  return { items: items.sort((a, b) => b.at - a.at), damaged };
}

/** Makes a text again. @throws AppError `recovery-failed` where its journal cannot be read. */
export async function recover(folder: string, id: string): Promise<Recovered> {
  const file = path.join(folder, checked(id));
  const read = await readJournal(file);
  if (read === null || read === 'gone') throw new AppError('recovery-failed', `恢复日志“${id}”读不出来，没有动它。`);
  const item = await describe(folder, id, read);
  const opened = await readPackageBytes(read.base, item.name);
  let { pkg } = opened;
  let version = read.head.version;
  let start = pkg;
  let groups: ChangeGroup[] = [];
  let lost = read.torn === 0 ? null : '日志的末尾不完整，断电前最后不到一秒的改动没有写全，已略去。';
  for (const { head, blob } of read.records) {
    if (head.kind === 'whole') {
      ({ pkg } = await readPackageBytes(blob, item.name));
      start = pkg;
      groups = [];
    } else if (head.kind === 'change') {
      const next = head.version === version + 1 ? applyGroup(pkg, head.group.changes) : null;
      if (next === null) {
        lost = `日志里第 ${head.version} 步以后的改动接不上，已略去；此前的都恢复了。`;
        break;
      }
      pkg = next;
      groups.push(head.group);
    } else continue;
    version = head.version;
  }
  const past = { start, changes: Math.max(0, item.changes - groups.length), groups };
  return { ...item, opened: { ...opened, pkg }, bytes: writePackage(pkg, opened.origin), lost, past };
}

/** Takes a journal away, once its text is somewhere else or the user gave it up. */
export async function discard(folder: string, id: string): Promise<void> {
  await rm(path.join(folder, checked(id)), { force: true });
}

/** Puts journals that cannot be read aside, so that they are told of once. */
export async function setAside(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rename(path.join(folder, name), path.join(folder, `${name}.damaged`));
}

/** All of a group, or null where one of it does not fit. */
function applyGroup(start: Package, changes: readonly PackageChange[]): Package | null {
  let pkg = start;
  for (const change of changes) {
    const result = applyChange(pkg, change);
    if (!result.ok) return null;
    pkg = result.value;
  }
  return pkg;
}

/** A journal's name from outside stays a name. */
function checked(id: string): string {
  if (path.basename(id) !== id || !id.endsWith(ENDING)) throw new AppError('recovery-failed', `“${id}”不是恢复日志。`);
  return id;
}

const sessionOf = (name: string): string => name.slice(0, name.indexOf('.'));

/** null: no journal, or not even its start is whole. */
async function readJournal(file: string): Promise<Read | 'gone' | null> {
  const bytes = await readJournalFile(file);
  if (bytes === 'gone') return bytes;
  const { records, end } = decodeRecords(bytes);
  const [first, ...rest] = records;
  return first?.head.kind === 'open' ? { head: first.head, base: first.blob, records: rest, torn: bytes.length - end } : null;
}

async function describe(folder: string, id: string, { head, records }: Read): Promise<Recoverable> {
  const saved = records.findLast((record) => record.head.kind === 'saved')?.head;
  const mark = saved?.kind === 'saved' ? saved : null;
  const since = mark?.version ?? head.version;
  const unsaved = records.filter((record) => record.head.kind !== 'saved' && record.head.version > since);
  return {
    id,
    packageId: head.packageId,
    name: head.name,
    file: mark?.file ?? head.file,
    hash: mark?.hash ?? head.hash,
    at: unsaved.at(-1)?.head.at ?? head.at,
    changes: unsaved.length + (mark === null ? head.changes : 0),
    holder: (await lives(path.join(folder, id), head)) ? head.machine : null,
  };
}

/** Whether the program that writes this file still runs: its file has a young time and, on this machine, its process is there. */
async function lives(file: string, head: OpenHead | null): Promise<boolean> {
  try {
    if (Date.now() - (await stat(file)).mtimeMs > 3 * JOURNAL_BEAT_MS) return false;
  } catch {
    return false;
  }
  // A half-made file names its process in its session (journal.ts).
  const pid = head?.pid ?? Number(path.basename(file).split('-')[1]);
  return (head !== null && head.machine !== hostname()) || (pid !== process.pid && isRunning(pid));
}

/** A kill between the save and its mark in the journal: the file holds this very text. */
async function standsInFile(folder: string, { id, file }: Recoverable): Promise<boolean> {
  if (file === null) return false;
  try {
    const [onDisk, { bytes }] = await Promise.all([readFile(file), recover(folder, id)]);
    return digest(onDisk) === digest(bytes);
  } catch {
    return false; // gone, or not readable: then the journal is all there is
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
