// The program's log, for support: what was asked of main and how it ended, and
// faults. None of the text is in it, nor any name of a file (W63): an entry is words
// of ours and numbers, and whatever else is handed over is written as `?`. A file in
// the user's data folder; full, it becomes the next older one, and the oldest goes.
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { isPlainWord } from './plain-word';
import { describeFault } from './describe-fault';

interface LogLimits {
  /** Bytes of one file. */
  readonly bytes: number;
  /** Files, the one that is written among them. */
  readonly files: number;
}

const LIMITS: LogLimits = { bytes: 256 * 1024, files: 4 };

export class Log {
  readonly #folder: string;
  readonly #limits: LogLimits;
  #size: number;

  constructor(folder: string, limits: LogLimits = LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
    mkdirSync(folder, { recursive: true });
    this.#size = statSync(this.#file(0), { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Writes one entry. A disk that takes none is no reason to stop: nothing is thrown. */
  write(entry: string): void {
    const line = `${new Date().toISOString()} ${entry}\n`;
    try {
      if (this.#size > 0 && this.#size + line.length > this.#limits.bytes) this.#turn();
      appendFileSync(this.#file(0), line);
      this.#size += line.length;
    } catch {
      // Full or gone; what happens to the text is told in the window.
    }
  }

  /** The newest entries, at most so many bytes, whole lines. */
  tail(bytes: number): string {
    let text = '';
    for (let age = 0; age < this.#limits.files && text.length < bytes; age++) text = this.#read(age) + text;
    return text.length <= bytes ? text : text.slice(text.indexOf('\n', text.length - bytes) + 1);
  }

  #read(age: number): string {
    try {
      return readFileSync(this.#file(age), 'latin1');
    } catch {
      return ''; // none that old
    }
  }

  #turn(): void {
    for (let age = this.#limits.files - 2; age >= 0; age--) {
      if (statSync(this.#file(age), { throwIfNoEntry: false }) !== undefined) renameSync(this.#file(age), this.#file(age + 1));
    }
    this.#size = 0;
  }

  #file(age: number): string {
    return path.join(this.#folder, age === 0 ? 'banxin.log' : `banxin.${age}.log`);
  }
}

let log: Log | null = null;

/** The log of this run, in the user's data folder. Opened when first asked, which is when the app has one. */
export function programLog(): Log {
  log ??= new Log(path.join(app.getPath('userData'), 'logs'));
  return log;
}

/** Notes that something happened, with facts about it: `call save ms=35`. */
export function note(what: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void {
  const parts = Object.entries(facts).map(([name, value]) => `${name}=${typeof value === 'string' ? (isPlainWord(value) ? value : '?') : String(value)}`);
  programLog().write([isPlainWord(what) ? what : '?', ...parts].join(' '));
}

/** Notes a fault that a job process has described (describe-fault.ts). */
export function noteJobFault(job: string, fault: string): void {
  programLog().write(`fault job-${job} ${fault}`);
  if (!app.isPackaged) console.error(`job ${job}: ${fault}`);
}

/** Notes a fault of the program. In development it goes to the terminal too, whole. */
export function noteFault(where: string, error: unknown): void {
  programLog().write(`fault ${where} ${describeFault(error)}`);
  if (!app.isPackaged) console.error(error instanceof Error ? error.stack : error);
}
