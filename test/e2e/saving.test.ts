// Nothing is ever lost (W40–W50), in the real program: killed while somebody types,
// started again, two of them on one file, a file that others change, a text deleted
// by mistake. The saving code itself is killed at every step in test/kill.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { lossOf, typeAndKill, userFolder } from './crash';
import { answerMessageBox, answerOpenDialog, answerSaveDialog, blockText, caretAtEnd, launch, openAnother, patient, typeChinese, type LaunchOptions, type Running } from './launch';

const SAMPLES = path.resolve(import.meta.dirname, '../../resources/samples');
const SAMPLE = path.join(SAMPLES, 'yunling.banxin');

const runs: Running[] = [];
afterEach(async () => {
  for (const run of runs.splice(0)) {
    expect(run.complaints).toEqual([]);
    await run.close();
  }
});

async function start(options: LaunchOptions): Promise<Running> {
  const run = await launch(options);
  runs.push(run);
  return run;
}

/** A copy of the sample in a folder of its own. */
function sampleFile(name = '会议.banxin'): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-saving-')), name);
  writeFileSync(file, readFileSync(SAMPLE));
  return file;
}

/** For what opens or saves a file: another process reads it, on a machine that may be busy. */
const OPENING = { timeout: 15_000 };

const shown = (run: Running): Promise<unknown> => run.page.waitForSelector('.scroll .page canvas[data-key]');
const textIn = (file: string): string => readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.textContent ?? '';
const title = (run: Running): Promise<string | null> => run.page.locator('.menu .title').textContent();

async function type(run: Running, text: string): Promise<void> {
  await caretAtEnd(run, 0);
  await typeChinese(run, 'a', text);
  await expect.poll(() => blockText(run, 0), OPENING).toContain(text);
  // A composition's text is handed over a frame later.
  await expect.poll(() => title(run), OPENING).toMatch(/尚未保存|有改动未保存/);
}

/** Until the journal has what was typed, the program is killed without a word. */
async function kill(run: Running): Promise<void> {
  await run.page.waitForTimeout(1000);
  const gone = run.app.waitForEvent('close');
  run.app.process().kill('SIGKILL');
  await gone;
}

async function menu({ page }: Running, name: string, entry: string): Promise<void> {
  await page.getByRole('menuitem', { name, exact: true }).click();
  await page.getByRole(/自动保存/.test(entry) ? 'menuitemcheckbox' : 'menuitem', { name: entry }).click();
}

/** axe finds nothing on what is shown, in light and in dark. */
async function expectReadable({ page }: Running): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document.querySelector('dialog[open]') ?? document, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`));
    });
    expect(found, colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

describe('acceptance 1: killed while somebody types', () => {
  it('three times at random moments: nothing older than a second is missing, no file is broken', async () => {
    const losses = [];
    for (let i = 0; i < 3; i++) {
      const userData = userFolder();
      const file = i % 2 === 0 ? sampleFile() : null;
      const run = await start({ userData, ...(file === null ? {} : { files: [file] }) });
      if (file === null) await run.page.getByRole('button', { name: '打开样例文稿包' }).click();
      await shown(run);
      const { typed, killed } = await typeAndKill(run, 600 + Math.random() * 1200, 5);
      losses.push({ typed: typed.length, ...(await lossOf(userData, file, typed, killed)) });
    }
    console.log(`kills of the window: ${losses.map(({ typed, missing, oldest }) => `${missing} of ${typed} missing, the oldest ${Math.round(oldest)} ms`).join('; ')}`);
    expect(Math.min(...losses.map(({ typed }) => typed))).toBeGreaterThan(10);
    expect(Math.max(...losses.map(({ oldest }) => oldest))).toBeLessThan(1000);
  }, 180_000);
});

interface Death {
  readonly userData: string;
  /** The file that was open; null: a text never saved. */
  readonly file: string | null;
}
const deaths = new Map<boolean, Promise<Death>>();

/** A word is typed into the sample, and the program is killed. */
async function die(isNamed: boolean): Promise<Death> {
  const userData = userFolder();
  const file = isNamed ? sampleFile() : null;
  const run = await start({ userData, ...(file === null ? {} : { files: [file] }) });
  if (file === null) await run.page.getByRole('button', { name: '打开样例文稿包' }).click();
  await shown(run);
  await type(run, '断电之前');
  await kill(run);
  return { userData, file };
}

/** What such a death leaves: it is died once, and each test has a user folder of its own from it. What was running is not there any more. */
async function afterDeath(isNamed: boolean): Promise<Death> {
  const death = deaths.get(isNamed) ?? die(isNamed);
  deaths.set(isNamed, death);
  const { userData: left, file } = await death;
  const userData = userFolder();
  cpSync(left, userData, { recursive: true, preserveTimestamps: true, filter: (from) => !path.basename(from).startsWith('Singleton') });
  return { userData, file };
}

describe('W43: the start after a crash', () => {
  it('a text never saved: offered, shown, recovered with all of it, and saved', async () => {
    const { userData } = await afterDeath(false);
    let run = await start({ userData });
    const bar = run.page.getByRole('region', { name: '恢复' });
    await bar.waitFor();
    expect(await bar.textContent()).toMatch(/有 1 份稿子可以恢复.*从未保存过/);
    await expectReadable(run);
    await bar.getByRole('button', { name: '查看并恢复' }).click();
    const sheet = run.page.getByRole('dialog', { name: /有 1 份稿子可以恢复/ });
    await expect.poll(() => sheet.locator('.rows').textContent(), OPENING).toContain('断电之前');
    expect(await sheet.getByRole('button').allTextContents()).toEqual([expect.stringContaining('从未保存过'), '先不选', '不要', '恢复']);
    await run.page.keyboard.press('Enter');
    await shown(run);
    expect(await blockText(run, 0)).toContain('断电之前');
    expect(await title(run)).toContain('尚未保存');
    expect(await run.page.locator('.notice').allTextContents()).toEqual([expect.stringMatching(/已恢复到.*没有存进文件/)]);
    // W7: what was typed before the crash can be undone after it, and brought back.
    const kept = await blockText(run, 0);
    await caretAtEnd(run, 0);
    for (let tries = 0; tries < 40 && (await blockText(run, 0)).includes('断电之前'); tries++) await run.page.keyboard.press('Control+z');
    expect(await blockText(run, 0)).not.toContain('断电之前');
    for (let tries = 0; tries < 40 && (await blockText(run, 0)) !== kept; tries++) await run.page.keyboard.press('Control+y');
    expect(await blockText(run, 0)).toBe(kept);
    expect(readdirSync(path.join(userData, 'journal'))).toHaveLength(1);
    const target = path.join(run.folder, '恢复.banxin');
    await answerSaveDialog(run, target);
    await run.page.keyboard.press('Control+s');
    await expect.poll(() => title(run), OPENING).toContain('已保存');
    expect(textIn(target)).toContain('断电之前');
    // What was said of changes that no file has is over.
    await expect.poll(() => run.page.locator('.notice').count()).toBe(0);
    await run.close();

    run = await start({ userData });
    await run.page.waitForSelector('.card');
    await run.page.waitForTimeout(300);
    expect(await run.page.getByRole('region', { name: '恢复' }).count()).toBe(0);
  });

  it('beside its file: 先不选 asks again, 打开磁盘上的 keeps the other in 历史备份, from where it opens', async () => {
    const { userData, file } = await afterDeath(true);
    let run = await start({ userData });
    await run.page.getByRole('button', { name: '查看并恢复' }).click();
    const sheet = run.page.getByRole('dialog', { name: /可以恢复/ });
    await expect.poll(() => sheet.locator('.row.here ins').textContent(), OPENING).toBe('断电之前');
    expect(await sheet.getByRole('status').textContent()).toBe('第 1 处 / 共 1 处');
    await expectReadable(run);
    await sheet.getByRole('button', { name: '先不选' }).click();
    await run.close();

    run = await start({ userData });
    await run.page.getByRole('button', { name: '查看并恢复' }).click();
    await run.page.getByRole('button', { name: '打开磁盘上的' }).click();
    await shown(run);
    expect(await blockText(run, 0)).not.toContain('断电之前');
    expect(await title(run)).toContain('已保存');
    await menu(run, '文件', '历史备份…');
    const backups = run.page.getByRole('dialog', { name: '历史备份' });
    await expect.poll(() => backups.locator('.found').textContent(), OPENING).toContain('没有采用的恢复稿');
    await expect.poll(() => backups.locator('.row.here del').textContent(), OPENING).toBe('断电之前');
    await expectReadable(run);
    await backups.getByRole('button', { name: '打开副本' }).click();
    await expect.poll(() => blockText(run, 0), OPENING).toContain('断电之前');
    expect(await title(run)).toContain('尚未保存');
    expect(textIn(file ?? '')).not.toContain('断电之前');
  });

  it('两份都留: two files, and the recovered one is open', async () => {
    const { userData, file } = await afterDeath(true);
    if (file === null) throw new RangeError('no file');
    const before = readFileSync(file);
    const run = await start({ userData });
    await run.page.getByRole('button', { name: '查看并恢复' }).click();
    await run.page.getByRole('button', { name: '两份都留' }).click();
    await shown(run);
    expect(readFileSync(file).equals(before)).toBe(true);
    const copy = readdirSync(path.dirname(file)).find((name) => name.includes('恢复稿') && !name.startsWith('.'));
    expect(textIn(path.join(path.dirname(file), copy ?? ''))).toContain('断电之前');
    expect(await blockText(run, 0)).toContain('断电之前');
    expect(readdirSync(path.join(userData, 'journal')).filter((name) => name.endsWith('.journal'))).toHaveLength(1);
  });

  it('killed again right after recovering, and again while asking: still all there', async () => {
    const { userData } = await afterDeath(false);
    let run: Running;
    for (const moment of ['asked', 'recovered'] as const) {
      run = await start({ userData });
      await run.page.getByRole('button', { name: '查看并恢复' }).click();
      await expect.poll(() => run.page.locator('.rows').textContent(), OPENING).toContain('断电之前');
      if (moment === 'recovered') {
        await run.page.keyboard.press('Enter');
        await shown(run);
      }
      const gone = run.app.waitForEvent('close');
      run.app.process().kill('SIGKILL');
      await gone;
    }
    run = await start({ userData });
    const bar = run.page.getByRole('region', { name: '恢复' });
    await bar.waitFor();
    expect(await bar.textContent()).toContain('有 1 份稿子可以恢复');
    await bar.getByRole('button').click();
    await expect.poll(() => run.page.locator('.rows').textContent(), OPENING).toContain('断电之前');
  });

  it('W49: a system that shuts down asks nobody, and the text is there at the next start', async () => {
    const userData = userFolder();
    let run = await start({ userData });
    await run.page.getByRole('button', { name: '打开样例文稿包' }).click();
    await shown(run);
    await type(run, '关机之前');
    const gone = run.app.waitForEvent('close');
    run.app.process().kill('SIGTERM');
    await gone;
    run = await start({ userData });
    await run.page.getByRole('button', { name: '查看并恢复' }).click();
    await expect.poll(() => run.page.locator('.rows').textContent(), OPENING).toContain('关机之前');
  });
});

describe('W45, journey (d): the same file in two programs, as on two computers', () => {
  it('the second is told who has it, looks only, cannot save over it, and has it once it is free', async () => {
    const file = sampleFile();
    const first = await start({ files: [file] });
    await shown(first);
    const lock = path.join(path.dirname(file), `.${path.basename(file)}.lock`);
    expect(existsSync(lock)).toBe(true);
    await type(first, '第一处的字');

    const second = await start({});
    await second.page.waitForSelector('.card');
    const asked = await ask(second, 0);
    await second.app.evaluate(({ app }, argument) => app.emit('second-instance', {}, ['banxin', argument]), file);
    await shown(second);
    expect(await asked()).toMatch(/会议\.banxin”正由.+打开/);
    expect(await title(second)).toContain('只读');
    expect(await second.page.locator('.text').first().getAttribute('contenteditable')).toBe('false');
    await second.page.keyboard.press('Control+s');
    await expect.poll(() => second.page.locator('.notice.failed').allTextContents(), OPENING).toEqual([expect.stringMatching(/这里只能看，不能改；请另存为别的文件/)]);

    // As a copy: changed and saved under another name, and the file is untouched by it.
    await ask(second, 1);
    await answerOpenDialog(second, file);
    await second.page.keyboard.press('Control+o');
    await expect.poll(() => title(second), OPENING).toContain('尚未保存');
    await type(second, '第二处的字');
    const copy = path.join(second.folder, '副本.banxin');
    await answerSaveDialog(second, copy);
    await second.page.keyboard.press('Control+s');
    await expect.poll(() => title(second), OPENING).toContain('已保存');
    expect([textIn(copy).includes('第二处的字'), textIn(file).includes('第二处的字')]).toEqual([true, false]);

    // The first saves and goes; the lock goes with it, and the second opens it as its own.
    await first.page.keyboard.press('Control+s');
    await expect.poll(() => title(first), OPENING).toContain('已保存');
    await first.close();
    expect(existsSync(lock)).toBe(false);
    await second.page.keyboard.press('Control+o');
    await expect.poll(() => blockText(second, 0), OPENING).toContain('第一处的字');
    expect(await title(second)).not.toContain('只读');
  });
});

/** Answers the next message boxes with a button and remembers what they said. */
async function ask({ app }: Running, response: number): Promise<() => Promise<string>> {
  await patient(() => app.evaluate(({ dialog }, index) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      (globalThis as { asked?: string }).asked = (args[args.length - 1] as { message: string }).message;
      return Promise.resolve({ response: index, checkboxChecked: false });
    };
  }, response));
  return () => patient(() => app.evaluate(() => (globalThis as { asked?: string }).asked ?? ''));
}

describe('in one program', () => {
  let run: Running;
  beforeAll(async () => {
    run = await launch();
    // Playwright's clock, which is there before the window's own code: half a minute need not be waited for.
    await run.page.clock.install();
    await run.page.reload();
    await run.page.waitForSelector('.card');
  });
  afterEach(() => {
    expect(run.complaints).toEqual([]);
  });
  afterAll(() => run.close());

  it('W46: a file changed outside is seen on coming back, never saved over in silence; 比较 shows both, 用磁盘上的 keeps mine in 历史备份', async () => {
    const file = sampleFile();
    await openAnother(run, file);
    await type(run, '我这边的字');
    // Somebody else saves: the same package with another first paragraph.
    const entries = unzipSync(new Uint8Array(readFileSync(file)));
    const name = Object.keys(entries).find((entry) => entry.startsWith('articles/') && strFromU8(entries[entry]!).includes('各位委员'))!;
    entries[name] = strToU8(strFromU8(entries[name]!).replace('各位委员', '各位委员、同志们'));
    const theirs = Buffer.from(zipSync(entries));
    writeFileSync(file, theirs);
    await run.page.keyboard.press('Control+s');
    const bar = run.page.getByRole('region', { name: '磁盘上的文件被改过' });
    await bar.waitFor();
    expect(readFileSync(file).equals(theirs)).toBe(true);
    await expect.poll(() => run.page.locator('.notice.failed').allTextContents(), OPENING).toEqual([expect.stringMatching(/被别人改过，没有保存.*另存为/)]);
    await bar.getByRole('button', { name: '比较' }).click();
    const sheet = run.page.getByRole('dialog', { name: '磁盘上的文件被别人改过' });
    await expect.poll(() => sheet.locator('ins').allTextContents(), OPENING).toContain('我这边的字');
    expect((await sheet.locator('del').allTextContents()).join()).toContain('同志们');
    await expectReadable(run);
    await sheet.getByRole('button', { name: '用磁盘上的' }).click();
    await expect.poll(() => run.page.locator('.text').first().textContent(), OPENING).not.toContain('我这边的字');
    expect(await bar.count()).toBe(0);
    await menu(run, '文件', '历史备份…');
    await expect.poll(() => run.page.locator('.found').textContent(), OPENING).toContain('被另一份替换');
    await expect.poll(() => run.page.locator('.rows').textContent(), OPENING).toContain('我这边的字');
  });

  it('acceptance 7: everything selected and deleted, the save asks first, and 仍然保存 keeps the text apart', async () => {
    const file = sampleFile();
    await openAnother(run, file);
    const before = readFileSync(file);
    await caretAtEnd(run, 0);
    await run.page.keyboard.press('Control+a');
    await run.page.keyboard.press('Delete');
    const asked = await ask(run, 0);
    // One article of several is less than half of this package: the others go as well.
    const articles = run.page.locator('nav').first().getByRole('button');
    for (const label of ['社论', '消息']) {
      const button = articles.filter({ hasText: label }).first();
      if ((await button.count()) === 0) continue;
      await button.click();
      await caretAtEnd(run, 0);
      await run.page.keyboard.press('Control+a');
      await run.page.keyboard.press('Delete');
    }
    await run.page.keyboard.press('Control+s');
    await expect.poll(asked, OPENING).toMatch(/保存后正文从 \d+ 字变成 \d+ 字|已经没有文字了/);
    expect(readFileSync(file).equals(before)).toBe(true);
    await ask(run, 2);
    await run.page.keyboard.press('Control+s');
    await expect.poll(() => title(run), OPENING).toContain('已保存');
    await menu(run, '文件', '历史备份…');
    await expect.poll(() => run.page.locator('.found').textContent(), OPENING).toContain('大段删除之前');
  });

  it('W42: a named file is saved by itself, says when, and not where it is switched off', async () => {
    const file = sampleFile();
    await openAnother(run, file);
    await type(run, '自动存的字');
    expect(textIn(file)).not.toContain('自动存的字');
    await run.page.clock.fastForward(30_000);
    await expect.poll(() => run.page.locator('.status').textContent(), OPENING).toMatch(/自动保存 \d\d:\d\d/);
    expect(textIn(file)).toContain('自动存的字');
    expect(await title(run)).toContain('已保存');
    // Switched off, neither the clock nor the call does anything.
    await menu(run, '文件', '自动保存');
    await type(run, '不再自动');
    await run.page.clock.fastForward(30_000);
    const asked = await run.page.evaluate(async () => {
      const { banxin } = window as unknown as { banxin: { savingState(): Promise<{ value: { document: number } }>; autosave(document: number, version: number): Promise<unknown> } };
      return banxin.autosave((await banxin.savingState()).value.document, 2);
    });
    expect(asked).toEqual({ ok: true, value: null });
    expect(textIn(file)).not.toContain('不再自动');
    expect(await run.page.locator('.status').textContent()).toMatch(/自动保存 \d\d:\d\d/);
  });

  it('W50: a file of a newer Banxin opens to be looked at, with a word, and what is not known survives', async () => {
    const file = sampleFile('较新.banxin');
    const entries = unzipSync(new Uint8Array(readFileSync(file)));
    entries['banxin.json'] = strToU8(JSON.stringify({ ...(JSON.parse(strFromU8(entries['banxin.json']!)) as object), version: 99 }));
    writeFileSync(file, zipSync(entries));
    await openAnother(run, file);
    expect(await title(run)).toContain('只读');
    expect(await run.page.locator('.notice').allTextContents()).toEqual([expect.stringContaining('较新的版心保存的')]);
  });

  it('W50: unknown entries and fields are still there after a save', async () => {
    const file = sampleFile();
    const entries = unzipSync(new Uint8Array(readFileSync(file)));
    const manifest = JSON.parse(strFromU8(entries['banxin.json']!)) as object;
    writeFileSync(file, zipSync({ ...entries, 'banxin.json': strToU8(JSON.stringify({ ...manifest, later: { kept: true } })), 'later/part.bin': new Uint8Array([1, 2, 3]) }));
    await openAnother(run, file);
    await type(run, '新的一句');
    await run.page.keyboard.press('Control+s');
    await expect.poll(() => title(run), OPENING).toContain('已保存');
    const after = unzipSync(new Uint8Array(readFileSync(file)));
    expect(JSON.parse(strFromU8(after['banxin.json']!))).toMatchObject({ later: { kept: true } });
    expect([...after['later/part.bin']!]).toEqual([1, 2, 3]);
    expect(textIn(file)).toContain('新的一句');
  });
});

describe('closing', () => {
  it('acceptance 6: opened and closed without a change: same bytes, same time, nothing left beside it', async () => {
    const file = sampleFile();
    const before = { bytes: readFileSync(file), time: statSync(file).mtimeMs };
    const run = await start({ files: [file] });
    await shown(run);
    await run.close();
    expect(readFileSync(file).equals(before.bytes)).toBe(true);
    expect(statSync(file).mtimeMs).toBe(before.time);
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('W49: 不保存 leaves the file as it was, and the text in 历史备份', async () => {
    const userData = userFolder();
    const file = sampleFile();
    let run = await start({ userData, files: [file] });
    await shown(run);
    await type(run, '不要的字');
    await answerMessageBox(run.app, 1);
    const gone = run.app.waitForEvent('close');
    await menu(run, '文件', '退出');
    await gone;
    expect(textIn(file)).not.toContain('不要的字');
    run = await start({ userData });
    await run.page.waitForSelector('.card');
    expect(await run.page.getByRole('region', { name: '恢复' }).count()).toBe(0);
    await menu(run, '文件', '历史备份…');
    await expect.poll(() => run.page.locator('.found').textContent(), OPENING).toContain('关闭时没有保存');
    await expect.poll(() => run.page.locator('.rows').textContent(), OPENING).toContain('不要的字');
  });
});
