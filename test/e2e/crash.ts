// Killing the real program while somebody types, and what is left of the text then.
// Every character typed is another one, with the time when its key was sent, so that
// a missing one says how old it was: the bar is one second (W41).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Package } from '../../src/core/model/package';
import { listRecoverable, recover } from '../../src/node/recovery';
import { readPackageBytes } from '../../src/node/package-store';
import { readFile } from 'node:fs/promises';
import { caretAtEnd, type Running } from './launch';

export interface Typed {
  readonly letter: string;
  /** When its key was sent, ms. */
  readonly at: number;
}

export interface Loss {
  /** Characters typed and not recovered. */
  readonly missing: number;
  /** Age of the oldest of them at the kill, ms; 0 where none is missing. */
  readonly oldest: number;
}

/** A user folder that outlives its program. */
export function userFolder(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'banxin-crash-')), 'user');
}

/** The i-th character that is typed. */
function letterAt(i: number): string {
  return String.fromCodePoint(0x4e00 + i);
}

/** Fewer characters than this say nothing of what a kill took; a busy machine may need longer for them. */
const LEAST_TYPED = 12;

/** Types one character after another, `pause` ms apart, for `ms` at least; then kills the program without a word. Answers what was typed, and when it was killed. */
export async function typeAndKill({ app, cdp, page }: Running, ms: number, pause: number): Promise<{ readonly typed: readonly Typed[]; readonly killed: number }> {
  await caretAtEnd({ app, cdp, page } as Running, 0);
  const typed: Typed[] = [];
  const gone = app.waitForEvent('close');
  const end = performance.now() + ms;
  while (performance.now() < end || typed.length < LEAST_TYPED) {
    const letter = letterAt(typed.length);
    typed.push({ letter, at: performance.now() });
    await cdp.send('Input.insertText', { text: letter });
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const killed = performance.now();
  app.process().kill('SIGKILL');
  await gone;
  return { typed, killed };
}

/** What of the typed characters stands nowhere: not in the journal, and not in the file where one is given. */
export async function lossOf(userData: string, file: string | null, typed: readonly Typed[], killed: number): Promise<Loss> {
  const folder = path.join(userData, 'journal');
  const { items, damaged } = await listRecoverable(folder, new Set());
  if (damaged.length > 0) throw new Error(`a journal is broken: ${damaged.join()}`);
  const texts: string[] = [];
  for (const { id } of items) texts.push(textOf((await recover(folder, id)).opened.pkg));
  // Read whole: a broken file throws here.
  if (file !== null) texts.push(textOf((await readPackageBytes(await readFile(file), file)).pkg));
  // One text must have them all: that is what the user opens.
  const losses = texts.map((text) => typed.filter(({ letter }) => !text.includes(letter)));
  const missing = losses.sort((a, b) => a.length - b.length)[0] ?? typed;
  return { missing: missing.length, oldest: Math.max(0, ...missing.map(({ at }) => killed - at)) };
}

function textOf(pkg: Package): string {
  return pkg.articles.map(({ doc }) => doc.textContent).join('\n');
}
