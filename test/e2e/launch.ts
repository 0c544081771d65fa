// Starts the real program on a throw-away user folder and drives its one window.
// Everything the window or main complains about is kept, and closing fails where
// there was anything: a journey that provokes a complaint takes it out of the list
// (`expectComplaints`). Files are chosen by stubbing Electron's dialogs from outside, so the
// program has no door for tests.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type CDPSession, type ElectronApplication, type Page } from 'playwright-core';
import { patient } from '../patient.mjs';

export { patient };

const root = path.resolve(import.meta.dirname, '../..');
const HOLD = path.join(import.meta.dirname, 'hold-start.cjs');

/** Chromium's own log lines (a machine without a desktop or a graphics card gives many), and the debugger's. Ours have no such head. */
const NOISE = /^\[\d+:\d+\/[\d.]+:[A-Z]+:|debugger|inspector|libva|dbus|^\s*$/i;

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Console errors, uncaught errors and unhandled rejections of the window, and what main printed. */
  readonly complaints: string[];
  /** A folder for this run's files. */
  readonly folder: string;
  /** Ends the program. @throws Error where anything complained during the run. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Files named on the command line. */
  readonly files?: readonly string[];
  /** Another program that starts Electron; by default the one of the environment. */
  readonly executable?: string;
  /** The executable is the packed program, which has its own app in it. */
  readonly packed?: boolean;
  readonly userData?: string;
  /** Set besides the environment of the test. */
  readonly env?: Readonly<Record<string, string>>;
  /** Chromium's sandbox; by default wherever it can be, which is not as root. */
  readonly sandbox?: boolean;
}

/** Longer than a start takes on a loaded machine, ms. */
const LAUNCH_MS = 25_000;

/**
 * Starts Electron. Where the program cannot be held (the packed one), Playwright on a busy machine now and then waits
 * for ever for an answer from a window that loads while it attaches; it has ended the program then, which is started again.
 */
async function startElectron(options: NonNullable<Parameters<typeof _electron.launch>[0]>): Promise<ElectronApplication> {
  for (let tries = 1; ; tries++) {
    try {
      return await _electron.launch({ ...options, timeout: LAUNCH_MS });
    } catch (error) {
      if (tries === 3 || !(error instanceof Error && error.name === 'TimeoutError')) throw error;
    }
  }
}

/** The program with its window on screen. `ELECTRON_EXEC_PATH` says which Electron. */
export async function launch({ files = [], executable, packed = false, userData, env = {}, sandbox = process.getuid?.() !== 0 }: LaunchOptions = {}): Promise<Running> {
  const executablePath = executable ?? process.env['ELECTRON_EXEC_PATH'];
  if (executablePath === undefined) throw new RangeError('ELECTRON_EXEC_PATH is not set: run npm run test:e2e');
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-e2e-'));
  const app = await startElectron({
    executablePath,
    cwd: root,
    args: [...(packed ? [] : ['-r', HOLD]), ...(sandbox ? [] : ['--no-sandbox']), `--user-data-dir=${userData ?? path.join(folder, 'user')}`, ...(packed ? [] : ['.']), ...files],
    chromiumSandbox: sandbox,
    env: { ...(process.env as Record<string, string>), ...env },
  });
  let isClosed = false;
  app.on('close', () => {
    isClosed = true;
  });
  const complaints: string[] = [];
  const hear = (bytes: Buffer): void => {
    for (const line of bytes.toString().split('\n')) if (!NOISE.test(line)) complaints.push(`main: ${line}`);
  };
  app.process().stdout?.on('data', hear);
  app.process().stderr?.on('data', hear);
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`window: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`window: ${error.stack ?? error.message}`));
  await patient(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)));
  await page.waitForSelector('.menu');
  const cdp = await page.context().newCDPSession(page);
  return {
    app, page, cdp, complaints, folder,
    async close() {
      if (!isClosed) {
        // Leaving: whatever is unsaved is given up, without a box that nobody would answer.
        await answerMessageBox(app, 1);
        await app.close();
      }
      if (complaints.length > 0) throw new Error(`The program complained:\n${complaints.join('\n')}`);
    },
  };
}

/** Takes out of the list what a journey provoked: it must be there, and everything of it must match. */
export function expectComplaints({ complaints }: Running, pattern: RegExp): void {
  const taken = complaints.splice(0);
  const others = taken.filter((line) => !pattern.test(line));
  if (taken.length === 0) throw new Error(`nothing complained, though ${String(pattern)} was expected`);
  if (others.length > 0) throw new Error(`complaints that nobody expected:\n${others.join('\n')}`);
}

/** The next questions are answered by the button at this index. */
export async function answerMessageBox(app: ElectronApplication, response: number): Promise<void> {
  await patient(() => app.evaluate(({ dialog }, index) => {
    dialog.showMessageBox = () => Promise.resolve({ response: index, checkboxChecked: false });
  }, response));
}

/** The next save dialogs answer with this file. */
export async function answerSaveDialog({ app }: Running, filePath: string): Promise<void> {
  await patient(() => app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  }, filePath));
}

/** The next open dialogs answer with this file. */
export async function answerOpenDialog({ app }: Running, filePath: string): Promise<void> {
  await patient(() => app.evaluate(({ dialog }, target) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [target] });
  }, filePath));
}

/** Opens a file by the menu's dialog and waits for its first page. */
export async function openFile(running: Running, file: string): Promise<void> {
  await answerOpenDialog(running, file);
  await running.page.keyboard.press('Control+o');
  await running.page.waitForSelector('.scroll .page canvas[data-key]');
}

/**
 * Opens a file in place of what is open, whose unsaved changes are given up, and waits for a page of the new one: for
 * tests that need another text, and not another start of the program.
 */
export async function openAnother(running: Running, file: string): Promise<void> {
  const { app, page } = running;
  await answerMessageBox(app, 1);
  for (let tries = 0; tries < 3 && (await page.locator('dialog[open]').count()) > 0; tries++) await page.keyboard.press('Escape');
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll<HTMLElement>('.scroll .page canvas')) canvas.dataset['before'] = '';
  });
  await answerOpenDialog(running, file);
  await page.keyboard.press('Control+o');
  await page.waitForSelector('.scroll .page canvas[data-key]:not([data-before])');
}

/** Opens the sample package by the start screen's first button and waits for its first page. */
export async function openSample({ page }: Running): Promise<void> {
  await page.getByRole('button', { name: '打开样例文稿包' }).click();
  await page.waitForSelector('.scroll .page canvas[data-key]');
}

/** A key as an input method takes it: the browser sees 229 before every change of the composition. */
async function imeKey(cdp: CDPSession): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: '' });
}

/** Shows letters of a composition one after another; the caret stands at their end, or at their start (fcitx5). */
export async function compose({ cdp }: Running, letters: string, caret: 'end' | 'start' = 'end'): Promise<void> {
  for (let length = 1; length <= letters.length; length++) {
    await imeKey(cdp);
    const at = caret === 'end' ? length : 0;
    await cdp.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: at, selectionEnd: at });
  }
}

/** Chooses a candidate: the composition becomes this text. */
export async function commit({ cdp }: Running, text: string): Promise<void> {
  await imeKey(cdp);
  await cdp.send('Input.insertText', { text });
}

/** Escape: the composition vanishes. */
export async function abort({ cdp }: Running): Promise<void> {
  await imeKey(cdp);
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
}

/** Types Chinese as an input method does. */
export async function typeChinese(running: Running, letters: string, text: string): Promise<void> {
  await compose(running, letters);
  await commit(running, text);
}

/** Keys of the pages in view that are painted, by their index. */
export async function pageKeys({ page }: Running): Promise<ReadonlyMap<number, string>> {
  const entries = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.scroll .page')].flatMap((frame): [number, string][] => {
      const key = frame.querySelector('canvas')?.dataset['key'];
      return key === undefined ? [] : [[Number(frame.dataset['page']), key]];
    }),
  );
  return new Map(entries);
}

/** Text of a top-level block of the article shown, without its drawn number. */
export function blockText({ page }: Running, index: number): Promise<string> {
  return page.evaluate((at) => document.querySelectorAll('.text > *')[at]?.textContent ?? '', index);
}

/** Puts the caret at the end of a top-level block by a click and the End key. */
export async function caretAtEnd({ page }: Running, index: number): Promise<void> {
  const block = page.locator('.text > *').nth(index);
  await block.scrollIntoViewIfNeeded();
  await block.click();
  await page.keyboard.press('Control+ArrowDown');
  await page.evaluate((at) => {
    const element = document.querySelectorAll('.text > *')[at];
    if (element === undefined) throw new RangeError('no such block');
    const range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(false);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, index);
  await page.waitForTimeout(50);
}

/** Selects words of the article's text, which stand in one piece of it. */
export async function selectWords({ page }: Running, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.text') as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      (document.querySelector('.text') as HTMLElement).focus();
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new RangeError('words not there');
  }, words);
}
