// Runs the bundled command line as its users do: whole processes in a folder of
// their own, the pinned faces alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { commandLine } from './bundle';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A file of the project by its path from the root. */
export const inProject = (file: string): string => path.join(ROOT, file);

export interface Ran {
  /** null: killed, also for taking too long. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Cli {
  /** Folder that commands run in; what tests make stands here. */
  readonly dir: string;
  readonly bundle: string;
  /** Runs `banxin` with these words. */
  run(...words: string[]): Ran;
  /** Runs a shell line in which "$@" is the command line; `words` follow it. */
  shell(line: string, ...words: string[]): Ran;
  /** Writes a file, answers its name. */
  put(name: string, content: string | Uint8Array): string;
  at(name: string): string;
  read(name: string): Buffer;
  /** Names in a folder, hidden ones too: nothing half-written may be left. */
  names(folder?: string): string[];
}

/** Longest that any command may take here, ms: generous for a busy two-core machine, short of for ever. */
const PATIENCE = 60_000;

/** Registers bundling and clean-up for a test file. */
export function useCli(): Cli {
  const place = { dir: '', bundle: '' };
  const spawn = (file: string, words: readonly string[]): Ran => {
    const env = { ...process.env, BANXIN_PINNED_FACES: '1' };
    const { status, stdout, stderr } = spawnSync(file, words, { encoding: 'utf8', cwd: place.dir, env, timeout: PATIENCE, maxBuffer: 1 << 28 });
    return { code: status, out: stdout, err: stderr };
  };
  beforeAll(() => {
    place.dir = mkdtempSync(path.join(tmpdir(), 'banxin-cli-work-'));
    place.bundle = commandLine();
  });
  afterAll(() => rmSync(place.dir, { recursive: true, force: true }));
  const at = (name: string): string => path.join(place.dir, name);
  return {
    get dir() { return place.dir; },
    get bundle() { return place.bundle; },
    run: (...words) => spawn(process.execPath, [place.bundle, ...words]),
    shell: (line, ...words) => spawn('bash', ['-c', line, 'bash', process.execPath, place.bundle, ...words]),
    put(name, content) {
      writeFileSync(at(name), content);
      return name;
    },
    at,
    read: (name) => readFileSync(at(name)),
    names: (folder = '.') => readdirSync(at(folder)).sort(),
  };
}

/** The one JSON object on stdout. */
export function json({ out }: Ran): Record<string, unknown> {
  expect(out).toMatch(/^\{.*\}\n$/s);
  expect(out.trimEnd()).not.toContain('\n');
  return JSON.parse(out) as Record<string, unknown>;
}

/** What people read: Chinese, and never where in our code something went wrong. */
export function expectWords({ err }: Ran): void {
  expect(err).toMatch(/\p{Script=Han}/u);
  expect(err).not.toMatch(/\bat [^\n]*:\d+:\d+|node:internal|程序内部出错|Invalid|undefined/);
}

/** A command that could not be done (1) or was called wrongly (2): the error object under --json, Chinese words, no stack. */
export function expectFailure(ran: Ran, exit: 1 | 2, code: string): string {
  expect([ran.code, json(ran)]).toMatchObject([exit, { error: { code, message: expect.stringMatching(/\p{Script=Han}/u) as string } }]);
  expectWords(ran);
  return (json(ran).error as { message: string }).message;
}
