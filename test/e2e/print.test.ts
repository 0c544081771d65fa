// Paper: printing by keyboard, the record of it, what changed since, a line that a
// caller names, exporting all editions, the stage. A script on the PATH stands in
// for CUPS's `lp`, and where there is a CUPS (root, cupsd) a real scheduler with a
// sink of ours proves that the bytes that arrive are the PDF.
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { popplerInfo, popplerLines } from '../pdf/tools';
import { canPrint, startSink } from './cups-sink';
import { answerOpenDialog, answerSaveDialog, caretAtEnd, launch, openAnother, openSample, patient, type Running } from './launch';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin');
const PATH = process.env['PATH'];

interface PrintedFile {
  readonly words: readonly string[];
  readonly bytes: Buffer;
}

/** Waits for a job's work on a busy machine. */
const SOON = { timeout: 20_000, interval: 100 };

/** What `lp` was given, in order. */
let printed: () => readonly PrintedFile[] = () => [];
let run: Running;

/** Keeps what it is given. The words get their name last: a job is seen once it is whole. */
const KEEP = 'n=$(ls "$JOBS" | wc -l); for word in "$@"; do printf \'%s\\n\' "$word" >> "$JOBS/$n.part"; last="$word"; done; cat "$last" > "$JOBS/$n.bytes"; mv "$JOBS/$n.part" "$JOBS/$n.words"';

/** Puts an `lp` on the PATH of the programs that are started from now on. Gives its folder. */
function fakeLp(script = KEEP): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-fake-lp-'));
  writeFileSync(path.join(folder, 'lpstat'), '#!/bin/sh\necho "system default destination: office"\n');
  chmodSync(path.join(folder, 'lpstat'), 0o755);
  lpDoes(folder, script);
  process.env['PATH'] = `${folder}:${PATH}`;
  return folder;
}

/** From now on the `lp` of this folder does that, and nothing was printed yet. */
function lpDoes(folder: string, script = KEEP): void {
  const jobs = path.join(folder, 'jobs');
  rmSync(jobs, { recursive: true, force: true });
  mkdirSync(jobs);
  writeFileSync(path.join(folder, 'lp'), `#!/bin/sh\nJOBS="${jobs}"\n${script}\n`);
  chmodSync(path.join(folder, 'lp'), 0o755);
  printed = () => readdirSync(jobs).filter((name) => name.endsWith('.words')).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => ({
    words: readFileSync(path.join(jobs, name), 'utf8').trimEnd().split('\n'), bytes: readFileSync(path.join(jobs, name.replace('.words', '.bytes'))),
  }));
}

/** The system's printers are these from now on. */
async function havePrinters(...printers: readonly { readonly name: string; readonly state: string; readonly info?: string }[]): Promise<void> {
  await patient(() => run.app.evaluate(({ BrowserWindow }, found) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new RangeError('no window');
    contents.getPrintersAsync = () => Promise.resolve(found.map(({ name, state, info = '' }) => ({ name, displayName: name, description: '', status: 0, isDefault: false, options: { 'printer-state': state, 'printer-info': info } })));
  }, printers));
}

const focused = (): Promise<string> => run.page.evaluate(() => {
  const element = document.activeElement;
  const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : null;
  return label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
});
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await run.page.keyboard.press(key);
};
/** Opens 打印 and waits for its page. */
async function openPrint(): Promise<void> {
  await press('Control+p');
  await run.page.waitForSelector('.sheet-of-paper canvas[data-key]');
}
async function menu(title: string): Promise<void> {
  await run.page.getByRole('menuitem', { name: '文件' }).click();
  await run.page.getByRole('menuitem', { name: title }).click();
}
const said = (): Promise<string[]> => run.page.locator('.notice > span').allTextContents();
/** What axe finds, in light and in dark. */
async function axeFindings(): Promise<string[]> {
  await run.page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await run.page.emulateMedia({ colorScheme });
    found.push(...(await run.page.evaluate(async () => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const { violations } = await here.run(document.querySelector('dialog[open]') ?? document, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`));
    })));
  }
  return found;
}
/** Text of a printed line, without its number, blanks out. */
const lineOf = (bytes: Buffer, page: number, line: number): string => (popplerLines(bytes, page)[line] ?? '').replace(/^\d+ {2,}/, '').replaceAll(' ', '');

afterEach(() => {
  expect(run.complaints).toEqual([]);
});

describe('printing and exporting', () => {
  let lp = '';
  /** The package that is open, in a folder of the test's own. */
  let file = '';
  /** Its records. */
  let records = '';
  const beside = (name: string): string => path.join(path.dirname(file), name);

  beforeAll(async () => {
    lp = fakeLp();
    run = await launch();
    await run.page.waitForSelector('.card');
  });
  afterAll(async () => {
    process.env['PATH'] = PATH;
    await run.close();
  });

  /**
   * The sample as if it were opened for the first time on a computer that has printed nothing yet. It has an id of its
   * own: a printing is noted after `lp` has ended, perhaps when the next test has begun, and must not be in its record.
   */
  async function openAlone(pkg = readPackage(new Uint8Array(readFileSync(SAMPLE))).pkg): Promise<void> {
    lpDoes(lp);
    const id = randomUUID();
    records = path.join(run.folder, 'user', 'print-record', id);
    await run.page.evaluate(() => localStorage.clear());
    await run.page.emulateMedia({ colorScheme: null });
    file = path.join(mkdtempSync(path.join(run.folder, 'of-')), '会议.banxin');
    writeFileSync(file, writePackage({ ...pkg, id }, null));
    await openAnother(run, file);
    await havePrinters({ name: 'hall', state: '5' }, { name: 'office', state: '3', info: '办公室' });
  }

  beforeEach(() => openAlone());

  it('by keyboard alone, for somebody; it is noted; a line of it is found in today’s text; the pages that changed are printed alone', async () => {
    await menu('稿次…');
    await run.page.keyboard.insertText('工作稿第3稿');
    await press('Enter');
    await expect.poll(() => run.page.locator('.menu .title').textContent(), SOON).toContain(' · 工作稿第3稿 · ');

    await openPrint();
    expect(await focused()).toContain('改稿本');
    const asked: string[] = [];
    for (let tab = 0; tab < 6; tab++) {
      await press('Tab');
      asked.push(await focused());
    }
    expect(asked).toEqual(['哪一篇', '打印机', '全部', '要印的页码', '份数', '逐份打印']);
    await press('Shift+Tab');
    await run.page.keyboard.type('3');
    for (let tab = 0; tab < 8; tab++) await press('Tab');
    expect(await focused()).toBe('发给');
    await run.page.keyboard.insertText('主席会议成员');
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toMatch(/^3 份 × 26 页，双面，共 39 张纸。/);
    expect(await run.page.getByLabel('打印机').inputValue()).toBe('office');
    await press('Enter');
    await expect.poll(said, SOON).toEqual(['已送到打印机“办公室”：3 份，共 39 张纸。']);
    const [{ words, bytes } = { words: [], bytes: Buffer.alloc(0) }] = printed();
    expect(words.slice(0, -1)).toEqual([
      '-d', 'office', '-t', expect.stringMatching(/^中国人民政治协商会议云岭市.*工作报告 改稿本（工作稿第3稿）20\d\d-\d\d-\d\d$/), '-n', '3', '-o', 'sides=two-sided-long-edge', '-o', 'media=A4',
      '-o', 'collate=true', '-o', 'print-scaling=none', '--',
    ]);
    expect(existsSync(words.at(-1) ?? '')).toBe(false);
    expect(popplerInfo(bytes).get('Pages')).toBe('26');
    expect(popplerLines(bytes, 7)[0]).toMatch(/^工作稿第3稿 +20\d\d年\d+月\d+日 \d\d:\d\d +第 7 页 +共 26 页$/);

    // Somebody calls: page 7, line 4.
    await press('Control+g');
    await run.page.keyboard.insertText('第7页第4行');
    await expect.poll(() => run.page.locator('.found-line').textContent(), SOON).toContain('这一行的文字没有改过。');
    await press('Enter');
    const fourth = lineOf(bytes, 7, 4);
    expect(fourth.length).toBeGreaterThan(15);
    await expect.poll(() => run.page.evaluate(() => getSelection()?.toString() ?? ''), SOON).toBe(fourth);
    await run.page.keyboard.insertText('这一行已经重写');
    await press('Control+g');
    await run.page.keyboard.insertText('7.4');
    await expect.poll(() => run.page.locator('.found-line').textContent(), SOON).toContain('这一行改过了');
    expect(await axeFindings()).toEqual([]);
    await press('Enter');
    await expect.poll(() => run.page.evaluate(() => getSelection()?.toString() ?? ''), SOON).toBe('这一行已经重写');
    await press('Control+g');
    await run.page.keyboard.insertText('99 1');
    await expect.poll(() => run.page.locator('.found-line').textContent(), SOON).toBe('那一稿没有第 99 页：一共 26 页。');
    await press('Escape');

    await menu('与上次打印相比…');
    await expect.poll(() => run.page.locator('.changed > p').textContent(), SOON).toMatch(/^一共 26 页，改动 \d+ 页：第 7[、 ]/);
    expect(await run.page.locator('.found li').allTextContents()).toEqual([expect.stringMatching(/^今天 .* · 工作稿第3稿改稿本（常委会工作报告） 3 份 · 26 页 · 发给主席会议成员$/)]);
    const first = run.page.locator('.changed article').first();
    expect(await first.locator('h3').textContent()).toBe('第 7 页');
    expect(await first.locator('li').first().textContent()).toMatch(/^改第 [34] 行.*这一行已经重写/);
    expect(await axeFindings()).toEqual([]);
    const changed = Number(/改动 (\d+) 页/.exec((await run.page.locator('.changed > p').textContent()) ?? '')?.[1]);
    await run.page.getByRole('button', { name: '只印改动页' }).click();
    await run.page.waitForSelector('.sheet-of-paper canvas[data-key]');
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toMatch(new RegExp(`^1 份 × ${changed} 页，`));
    expect(await axeFindings()).toEqual([]);
    await press('Enter');
    await expect.poll(() => printed().length, SOON).toBe(2);
    const again = printed()[1]?.bytes ?? Buffer.alloc(0);
    expect([popplerInfo(again).get('Pages'), /第 (\d+) 页/.exec(popplerLines(again, 1)[0] ?? '')?.[1]]).toEqual([String(changed), '7']);
    expect(lineOf(again, 1, 3) + lineOf(again, 1, 4)).toContain('这一行已经重写');
  });

  it('what is printed is what 导出 writes, byte by byte; folded on A3 it is the same pages two by two', async () => {
    await openPrint();
    await press('ArrowLeft');
    expect(await focused()).toContain('单行本');
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toMatch(/^1 份 × 20 页，双面，共 10 张纸。$/);
    await press('Enter');
    await expect.poll(said, SOON).toEqual(['已送到打印机“办公室”：1 份，共 10 张纸。']);
    const target = beside('单行本.pdf');
    await answerSaveDialog(run, target);
    await press('Control+Shift+E');
    await expect.poll(() => existsSync(target), SOON).toBe(true);
    await expect.poll(() => readFileSync(target).equals(printed()[0]?.bytes ?? Buffer.alloc(0)), SOON).toBe(true);

    await expect.poll(said, SOON).toContainEqual(expect.stringMatching(/^已导出 单行本\.pdf：20 页，文字与稿件一致。/));
    await openPrint();
    // Remembered from the last time.
    expect(await focused()).toContain('单行本');
    await run.page.getByRole('radio', { name: 'A3 折页（两版一面）' }).press('Space');
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toMatch(/^1 份 × 20 页，A3 折页，共 5 张纸。$/);
    await press('Enter');
    await expect.poll(() => printed().length, SOON).toBe(2);
    const { words, bytes } = printed()[1] ?? { words: [], bytes: Buffer.alloc(0) };
    expect(words).toEqual(expect.arrayContaining(['sides=two-sided-short-edge', 'media=A3']));
    expect([popplerInfo(bytes).get('Pages'), popplerInfo(bytes).get('Page size')]).toEqual(['10', '1190.55 x 841.89 pts (A3)']);
  });

  it('page numbers that cannot be, a stopped printer, no printer at all are said; nothing is printed', async () => {
    await openPrint();
    const range = run.page.getByLabel('要印的页码');
    await range.fill('3-99');
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toBe('没有“3-99”这些页：一共 26 页。');
    expect(await run.page.getByRole('button', { name: '打印', exact: true }).isDisabled()).toBe(true);
    // Another article, and all reports of the package.
    const article = run.page.getByLabel('哪一篇');
    await article.selectOption({ label: '社论' });
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toMatch(/^1 份 × [34] 页，/);
    await article.selectOption({ label: '全部报告（2 篇）' });
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toMatch(/^1 份 × 34 页，/);
    await range.fill('2，1');
    await run.page.getByLabel('打印机').selectOption('hall');
    await expect.poll(() => run.page.locator('.print .row small').first().textContent(), SOON).toBe('已停止');
    await press('Enter');
    await expect.poll(said, SOON).toEqual(['已送到打印机“hall”：1 份，共 1 张纸。', expect.stringContaining('打印机“hall”现在停着')]);
    await havePrinters();
    await press('Control+p');
    await expect.poll(() => run.page.locator('.print .row small').first().textContent(), SOON).toContain('请在系统设置里添加打印机');
    expect(await run.page.getByRole('button', { name: '打印', exact: true }).isDisabled()).toBe(true);
    await press('Escape');
    expect(printed()).toHaveLength(1);
  });

  it('lp refuses: said in the dialog, which stays; nothing is noted', async () => {
    lpDoes(lp, 'echo "lp: Destination \\"office\\" is not accepting jobs." >&2; exit 1');
    await havePrinters({ name: 'office', state: '3' });
    await openPrint();
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toContain('13 张纸');
    await press('Enter');
    await expect.poll(() => run.page.getByRole('alert').textContent(), SOON).toContain('没有打印：打印机“office”现在不接收任务。');
    await press('Escape');
    await press('Control+g');
    await expect.poll(() => run.page.getByLabel('哪一稿').textContent(), SOON).toBe('现在的改稿本（这台电脑上还没有打印过）');
    // A draft that somebody printed elsewhere: the line as it would be printed now.
    await run.page.keyboard.insertText('1.7');
    await expect.poll(() => run.page.locator('.found-line').textContent(), SOON).toBe('各位委员：这一行的文字没有改过。');
    await press('Escape');
  });

  it('a stage that asks: the open place is named, 仍然打印 goes on', async () => {
    const { pkg } = readPackage(new Uint8Array(readFileSync(SAMPLE)));
    await openAlone({ ...pkg, stage: '征求意见稿' });
    await havePrinters({ name: 'office', state: '3' });
    await caretAtEnd(run, 0);
    await run.page.getByRole('toolbar').getByRole('button', { name: '待填' }).click();
    await openPrint();
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toContain('待填待核 1 处。');
    await press('Enter');
    await expect.poll(() => run.page.getByRole('alert').textContent(), SOON).toMatch(/没有打印：.*待填.*可以先处理，也可以仍然打印。/);
    expect(printed()).toEqual([]);
    await run.page.getByRole('button', { name: '仍然打印' }).click();
    await expect.poll(() => printed().length, SOON).toBe(1);
    expect(popplerLines(printed()[0]?.bytes ?? Buffer.alloc(0), 1).join('')).toContain('××');
  });

  it('a 大会稿 whose figures nobody confirmed: they are named before it is written, 仍然导出 goes on', async () => {
    const { pkg } = readPackage(new Uint8Array(readFileSync(SAMPLE)));
    await openAlone({ ...pkg, stage: '大会稿' });
    const target = beside('大会稿.pdf');
    await answerSaveDialog(run, target);
    await press('Control+Shift+E');
    await expect.poll(said, SOON).toContainEqual(expect.stringMatching(/^没有导出：.*个数没有核实：.*可以先处理，也可以仍然导出。$/));
    expect(existsSync(target)).toBe(false);
    await run.page.getByRole('button', { name: '仍然导出' }).click();
    await expect.poll(said, SOON).toContainEqual(expect.stringMatching(/^已导出 大会稿\.pdf：/));
    expect(existsSync(target)).toBe(true);

    // So with 另存 PDF of the dialog, which goes on saving and prints nothing; for whom is noted.
    const second = beside('大会稿2.pdf');
    await answerSaveDialog(run, second);
    await openPrint();
    await run.page.getByLabel('发给').fill('周主席');
    await run.page.getByRole('button', { name: '另存 PDF' }).click();
    await run.page.getByRole('button', { name: '仍然另存' }).click();
    // Said in the dialog, which the window's own messages lie behind.
    await expect.poll(() => run.page.locator('.dialog .told > span').allTextContents(), SOON).toEqual([expect.stringMatching(/^已导出 大会稿2\.pdf：/)]);
    expect(existsSync(second)).toBe(true);
    await press('Escape');
    await menu('打印记录…');
    await expect.poll(() => run.page.locator('.found li').first().textContent(), SOON).toContain('发给周主席');
    expect(printed()).toEqual([]);
  });

  it('suggests 标题（稿次）日期; 导出全部 writes every edition into one dated folder, asked once, and opens it', async () => {
    await patient(() => run.app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = (...words: unknown[]) => {
        (globalThis as { suggested?: unknown }).suggested = words.at(-1);
        return Promise.resolve({ canceled: true, filePath: '' });
      };
    }));
    await press('Control+Shift+E');
    const suggested = (): Promise<string> => patient(() => run.app.evaluate(() => String(((globalThis as { suggested?: { defaultPath?: unknown } }).suggested ?? {}).defaultPath)));
    await expect.poll(suggested, SOON).toMatch(/^中国人民政治协商会议云岭市第五届委员会常务委员会工作报告20\d\d-\d\d-\d\d\.pdf$/);

    const folder = beside('放这里');
    mkdirSync(folder);
    await answerOpenDialog(run, folder);
    await menu('导出全部…');
    await expect.poll(said, { timeout: 40_000 }).toEqual([expect.stringMatching(/^已导出全部版式到文件夹“云岭市政协五届四次会议20\d\d-\d\d-\d\d”：共 \d+ 页，文字与稿件一致。/)]);
    const [made = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(readdirSync(path.join(folder, made)).sort()).toEqual(['大字稿.pdf', '常委会工作报告单行本.pdf', '开幕版.pdf', '提案工作报告单行本.pdf', '闭幕版.pdf'].sort());
    for (const name of readdirSync(path.join(folder, made))) expect(Number(popplerInfo(readFileSync(path.join(folder, made, name))).get('Pages'))).toBeGreaterThan(0);
    await patient(() => run.app.evaluate(({ shell }) => {
      shell.openPath = (file: string) => {
        (globalThis as { openedPath?: string }).openedPath = file;
        return Promise.resolve('');
      };
    }));
    await run.page.getByRole('button', { name: '打开', exact: true }).click();
    await expect.poll(() => patient(() => run.app.evaluate(() => (globalThis as { openedPath?: string }).openedPath)), SOON).toBe(path.join(folder, made));
    // The faces are noted in the editions, undoable like any change of the package.
    await press('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').textContent(), SOON).toContain('已保存');
    const { pkg } = readPackage(new Uint8Array(readFileSync(file)));
    expect(pkg.editions.map(({ kind, faces }) => [kind, Object.keys(faces).length > 2])).toEqual(pkg.editions.map(({ kind }) => [kind, true]));
    // Each of them is in the record, and a second time makes a second folder.
    await menu('打印记录…');
    await expect.poll(() => run.page.locator('.found li').count(), SOON).toBe(5);
    await press('Escape');
    await menu('导出全部…');
    await expect.poll(() => readdirSync(folder).filter((name) => !name.startsWith('.')).length, { timeout: 40_000 }).toBe(2);
    // It is noted after it stands there: nothing is left on its way for the next test.
    await expect.poll(() => readdirSync(records).filter((name) => name.endsWith('.json')).length, SOON).toBe(10);
  });

  it('导出全部 is cancelled: no half folder is left', async () => {
    const folder = beside('放这里');
    mkdirSync(folder);
    await answerOpenDialog(run, folder);
    await menu('导出全部…');
    await expect.poll(() => run.page.locator('.status').textContent(), SOON).toMatch(/导出 [23]\/5 .+：/);
    await run.page.locator('.status').getByRole('button', { name: '取消' }).click();
    await expect.poll(() => run.page.locator('.status').getByRole('button', { name: '取消' }).count(), SOON).toBe(0);
    expect([readdirSync(folder), await said()]).toEqual([[], []]);
  });

  it('定稿次: a frozen copy under the name, undone with it', async () => {
    await menu('稿次…');
    await run.page.getByRole('button', { name: '大会稿' }).click();
    await run.page.getByRole('checkbox').check();
    await run.page.getByRole('button', { name: '定稿次' }).click();
    await expect.poll(() => run.page.locator('.menu .title').textContent(), SOON).toContain(' · 大会稿 · ');
    await press('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').textContent(), SOON).toContain('已保存');
    const saved = (): { stage: string | null; versions: string[] } => {
      const { pkg } = readPackage(new Uint8Array(readFileSync(file)));
      return { stage: pkg.stage, versions: pkg.versions.map(({ name }) => name) };
    };
    expect(saved()).toEqual({ stage: '大会稿', versions: ['大会稿'] });
    await press('Control+z');
    await expect.poll(() => run.page.locator('.menu .title').textContent(), SOON).not.toContain('大会稿');
    await press('Control+s');
    await expect.poll(saved, SOON).toEqual({ stage: null, versions: [] });
  });
});

describe('closing', () => {
  it('closing in the middle of a printing leaves nothing of the draft behind', async () => {
    fakeLp('sleep 6');
    const folder = mkdtempSync(path.join(tmpdir(), 'banxin-tmp-'));
    const was = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    run = await launch();
    if (was === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = was;
    await openSample(run);
    await havePrinters({ name: 'office', state: '3' });
    await openPrint();
    await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toContain('13 张纸');
    await press('Enter');
    const files = (): string[] => readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('print.pdf'));
    await expect.poll(files, SOON).toHaveLength(1);
    await run.close();
    process.env['PATH'] = PATH;
    expect(files()).toEqual([]);
  });
});

describe.skipIf(!canPrint())('CUPS with a sink of our own', () => {
  it('the bytes that arrive are the PDF, with title, copies and options', async () => {
    const sink = await startSink();
    process.env['CUPS_SERVER'] = sink.server;
    try {
      run = await launch();
      await openSample(run);
      await openPrint();
      // Found by Electron, not by a stub.
      await expect.poll(() => run.page.getByLabel('打印机').inputValue(), SOON).toBe(sink.printer);
      expect(await run.page.getByLabel('打印机').textContent()).toBe('办公室');
      await run.page.getByLabel('份数').fill('2');
      await run.page.getByLabel('要印的页码').fill('1-3');
      await expect.poll(() => run.page.locator('.dialog .foot .rest').textContent(), SOON).toMatch(/^2 份 × 3 页，双面，共 4 张纸。/);
      await press('Enter');
      await expect.poll(said, SOON).toEqual(['已送到打印机“办公室”：2 份，共 4 张纸。']);
      await expect.poll(() => sink.jobs().length, SOON).toBe(1);
      const [job] = sink.jobs();
      expect(job).toMatchObject({ copies: 2, title: expect.stringMatching(/改稿本20\d\d-\d\d-\d\d$/) as string, options: expect.stringMatching(/media=A4.*sides=two-sided-long-edge/) as string });
      const bytes = job?.bytes ?? Buffer.alloc(0);
      expect([bytes.subarray(0, 5).toString('latin1'), popplerInfo(bytes).get('Pages')]).toEqual(['%PDF-', '3']);
      expect(popplerLines(bytes, 3)[0]).toMatch(/第 3 页 +共 26 页$/);
    } finally {
      delete process.env['CUPS_SERVER'];
      await run.close();
      await sink.close();
    }
  });
});
