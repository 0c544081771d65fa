// The whole way once: the sample opens in one click, Chinese is typed through an
// input method, its page follows, undo and redo are whole steps, the package is
// saved, the PDF exported and read back by another program. Nothing complains.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSaveDialog, blockText, caretAtEnd, launch, openSample, pageKeys, typeChinese, type Running } from './launch';

/** In no text of the sample. */
const TYPED = '万众一心画同心圆';

describe('from the sample to a printed page', () => {
  let run: Running;
  let before = '';

  beforeAll(async () => {
    run = await launch();
    await openSample(run);
  });
  afterAll(async () => {
    await run.close();
  });

  it('W3: the sample opens in one click, with its articles and editions', async () => {
    await expect.poll(() => run.page.locator('.nav .list').first().locator('li').count()).toBeGreaterThan(3);
    expect(await run.page.getByRole('tab').allTextContents()).toEqual(expect.arrayContaining(['单行本', '报纸', '大字稿']));
    expect(await run.page.locator('.tabs .rest').first().textContent()).toMatch(/\d+ \/ \d+ 页/);
  });

  it('W20: text typed through an input method stands where the caret was, once', async () => {
    before = await blockText(run, 0);
    await caretAtEnd(run, 0);
    await typeChinese(run, 'wanzhongyixin', TYPED);
    await expect.poll(() => blockText(run, 0)).toBe(before + TYPED);
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toMatch(/尚未保存|有改动未保存/);
  });

  it('W30: the page with the text is set anew, and the page before it keeps its picture', async () => {
    const stands = (): Promise<number> => run.page.evaluate(() => Number(document.querySelector<HTMLElement>('.page:has(.bar)')?.dataset['page'] ?? -1));
    await expect.poll(stands).toBeGreaterThan(0);
    const page = await stands();
    await expect.poll(async () => (await pageKeys(run)).has(page)).toBe(true);
    const painted = await pageKeys(run);
    await caretAtEnd(run, 0);
    await typeChinese(run, 'zaitian', '再添');
    await expect.poll(async () => (await pageKeys(run)).get(page)).not.toBe(painted.get(page));
    const after = await pageKeys(run);
    for (const [index, key] of painted) if (index < page) expect(after.get(index)).toBe(key);
    expect([...painted.keys()].filter((index) => index < page)).not.toEqual([]);
  });

  it('W7: each composition is one step of undo, and redo brings it back', async () => {
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => blockText(run, 0)).toBe(before + TYPED);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => blockText(run, 0)).toBe(before);
    await run.page.keyboard.press('Control+y');
    await expect.poll(() => blockText(run, 0)).toBe(before + TYPED);
  });

  it('saves under a name that is asked once, and the file holds the text', async () => {
    const file = path.join(run.folder, '文稿.banxin');
    await answerSaveDialog(run, file);
    await run.page.keyboard.press('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');
    const entries = unzipSync(new Uint8Array(readFileSync(file)));
    const articles = Object.entries(entries).filter(([name]) => name.startsWith('articles/')).map(([, bytes]) => strFromU8(bytes));
    expect(articles.filter((json) => json.includes(TYPED))).toHaveLength(1);
  });

  it('W11: a heading is made and taken back by its shortcut, with its number drawn, not typed', async () => {
    await caretAtEnd(run, 0);
    const text = await blockText(run, 0);
    await run.page.keyboard.press('Control+Alt+1');
    const block = run.page.locator('.text > *').first();
    await expect.poll(() => block.getAttribute('data-number')).toBe('一、');
    expect(await blockText(run, 0)).toBe(text);
    // The heading after it renumbers.
    await expect.poll(() => run.page.locator('.text > h3').nth(1).getAttribute('data-number')).toBe('二、');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.text > *').first().evaluate((element) => element.tagName)).toBe('P');
    await expect.poll(() => run.page.locator('.text > h3').first().getAttribute('data-number')).toBe('一、');
  });

  it('W31: a click on the page puts the caret into its text', async () => {
    await run.page.getByRole('tab', { name: '大字稿' }).click();
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    await run.page.waitForTimeout(300);
    await run.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const second = run.page.locator('.scroll .page[data-page="1"]');
    await second.scrollIntoViewIfNeeded();
    await second.click({ position: { x: 150, y: 120 } });
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.classList.contains('text'))).toBe(true);
    // The bar marks the caret's line on that page.
    await expect.poll(() => second.locator('.bar').count()).toBe(1);
    await run.page.getByRole('tab', { name: '单行本' }).click();
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
  });

  it('exports the edition; the PDF read by pdftotext holds the text; the message offers to open it', async () => {
    const file = path.join(run.folder, '单行本.pdf');
    await answerSaveDialog(run, file);
    await run.page.keyboard.press('Control+Shift+E');
    const notice = run.page.locator('.notice.done');
    await notice.waitFor({ timeout: 30_000 });
    expect(await notice.textContent()).toContain('已导出 单行本.pdf');
    await expect(notice.getByRole('button').allTextContents()).resolves.toEqual(['打开', '打开所在文件夹', '知道了']);
    expect(existsSync(file)).toBe(true);
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
    expect(text).toContain(TYPED);
    await notice.getByRole('button', { name: '知道了' }).click();
    await expect.poll(() => run.page.locator('.notice').count()).toBe(0);
  });

  it('nothing complained on the way', () => {
    expect(run.complaints).toEqual([]);
  });
});
