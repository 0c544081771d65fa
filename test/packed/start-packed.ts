// Starts the packed program as a user does. Its debugger for main is fused off, so
// that only the window can be driven, over Chromium's own port; what needs main's
// dialogs runs on a copy with that one fuse flipped (unfused).
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { chromium, type Page } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');

/** Where scripts/suite/packed.mjs has packed to. */
export const PACKED = path.join(root, 'out/packed');

/** The unpacked program folder. */
export function programFolder(): string {
  const name = readdirSync(PACKED).find((entry) => entry.endsWith('-unpacked'));
  if (name === undefined) throw new RangeError('nothing is packed: run npm run test:packed');
  return path.join(PACKED, name);
}

export interface Started {
  readonly page: Page;
  readonly process: ChildProcess;
  readonly complaints: string[];
  /** Asks the program to end, and waits. */
  readonly end: () => Promise<void>;
}

const started = new Set<ChildProcess>();

const made: string[] = [];

function temporary(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `banxin-${name}-`));
  made.push(folder);
  return folder;
}

/** Kills what a failed test has left running, and takes the copies away. */
export function endAll(): void {
  for (const child of started) child.kill('SIGKILL');
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

async function windowAt(host: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const targets = (await fetch(`http://${host}/json/list`).then((response) => response.json())) as readonly { readonly type: string; readonly url: string }[];
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app:'))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the program shows no window');
}

/** Starts an executable with these files and waits for its window. `as`: words that start it as another user. */
export async function startPacked(executable: string, files: readonly string[], { before = [], userData = temporary('packed'), sandbox = process.getuid?.() !== 0 }: {
  readonly before?: readonly string[]; readonly userData?: string; readonly sandbox?: boolean;
} = {}): Promise<Started> {
  const [command = '', ...words] = [...before, executable, ...(sandbox ? [] : ['--no-sandbox']), '--remote-debugging-port=0', `--user-data-dir=${userData}`, ...files];
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], cwd: tmpdir() });
  started.add(child);
  let heard = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      heard += bytes.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stderr.on('data', hear);
    child.stdout.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the program ended (${String(code)}):\n${heard}`)));
  });
  // Chromium listens before there is a window: one that connects then may wait for ever.
  await windowAt(new URL(address).host);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  await page.waitForSelector('.menu');
  return {
    page, process: child, complaints,
    async end() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await page.evaluate(() => (window as unknown as { banxin: { quit(): Promise<unknown> } }).banxin.quit()).catch(() => null); // gone while answering
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
      child.kill('SIGKILL');
      await browser.close().catch(() => null); // gone already
    },
  };
}

/** A copy of the program whose main can be asked and whose dialogs can be answered: one fuse flipped, all else the same files. */
export async function unfused(folder: string): Promise<string> {
  const copy = path.join(temporary('unfused'), 'program');
  try {
    execFileSync('cp', ['-al', folder, copy]);
  } catch {
    execFileSync('cp', ['-a', folder, copy]); // another disk: no links
  }
  const executable = path.join(copy, 'banxin');
  execFileSync('rm', [executable]);
  copyFileSync(path.join(folder, 'banxin'), executable);
  await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return executable;
}
