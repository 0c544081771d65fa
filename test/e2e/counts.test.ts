// W17 by real keys in the real window: counts in the status row, targets of the
// article and of a section (undoable, in the file), how fast one reads.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { answerSaveDialog, blockText, caretAtEnd, launch, openSample, compose, typeChinese, type Running } from './launch';

describe('W17: counts and targets', () => {
  let run: Running;
  beforeAll(async () => {
    run = await launch();
    await openSample(run);
  });
  afterAll(async () => run.close());

  const counts = (): Promise<string[]> => run.page.locator('.status .counts > span').allTextContents();
  const status = async (): Promise<string> => (await run.page.locator('.status > span').allTextContents()).join(' · ');
  const numberIn = (text: string | undefined): number => Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''));

  it('the article and the section of the caret; typing counts when it pauses', async () => {
    await caretAtEnd(run, 20);
    await expect.poll(async () => (await counts()).length).toBe(2);
    const [whole, section] = (await counts()).map(numberIn);
    await typeChinese(run, 'zengjia', '增加四字');
    await expect.poll(async () => (await counts()).map(numberIn)).toEqual([(whole ?? 0) + 4, (section ?? 0) + 4]);
    await run.page.keyboard.press('Control+z');
    await expect.poll(async () => (await counts()).map(numberIn)).toEqual([whole, section]);
  });

  it('the selection', async () => {
    await run.page.keyboard.down('Shift');
    for (let i = 0; i < 5; i++) await run.page.keyboard.press('ArrowLeft');
    await run.page.keyboard.up('Shift');
    await expect.poll(async () => (await counts())[2]).toBe('选中 5');
    await run.page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await counts()).length).toBe(2);
  });

  it('the page is that of the caret', async () => {
    const pageOf = async (): Promise<number> => Number(/第 (\d+) \//.exec(await status())?.[1]);
    await caretAtEnd(run, 1);
    await expect.poll(pageOf).toBeLessThan(5);
    const early = await pageOf();
    await caretAtEnd(run, 30);
    await expect.poll(pageOf).toBeGreaterThan(early);
  });

  it('字数与目标 counts the selection, section, article and package; targets are shown, undone, and kept in the file', async () => {
    await run.page.keyboard.press('Control+Shift+G');
    await run.page.getByRole('heading', { name: '字数与目标' }).waitFor();
    const rows = (await run.page.locator('.counts-table tr').allTextContents()).map((row) => row.replaceAll(',', ''));
    expect(rows[0]).toBe('本节本篇全部稿件');
    const words = (await run.page.locator('.counts-table tbody tr').first().locator('td').allTextContents()).map(numberIn);
    expect(words[1]).toBe(numberIn((await counts())[0]));
    expect(words[0]).toBe(numberIn((await counts())[1]));
    expect(words[2]).toBeGreaterThan(words[1] ?? Infinity);
    await run.page.getByLabel('本篇目标').fill('八千');
    await expect.poll(() => run.page.locator('.dialog .wrong').textContent()).toContain('目标字数写整数');
    expect(await run.page.getByRole('button', { name: '确定' }).isDisabled()).toBe(true);
    await run.page.getByLabel('本篇目标').fill('8,000');
    await run.page.getByLabel(/^一、2025年工作回顾/).fill('5000');
    await run.page.getByLabel('宣读速度（每分钟字数）').fill('160');
    await run.page.keyboard.press('Enter');
    await expect.poll(async () => (await counts())[0]).toMatch(/^全文 [\d,]+ 字（目标 8,000）$/);
    await caretAtEnd(run, 1);
    await expect.poll(async () => (await counts())[1]).toMatch(/^本节 [\d,]+（目标 5,000）$/);
    // And beside the section in the outline.
    await expect.poll(() => run.page.locator('.outline li').first().locator('small').textContent()).toMatch(/^[\d,]+ \/ 5,000$/);
    await expect.poll(status).toContain(`宣读约 ${Math.round((words[1] ?? 0) / 160)} 分钟`);
    await run.page.emulateMedia({ colorScheme: 'dark' });
    await run.page.keyboard.press('Control+Shift+G');
    await run.page.keyboard.press('Escape');
    await run.page.emulateMedia({ colorScheme: 'light' });

    const file = path.join(run.folder, '目标.banxin');
    await answerSaveDialog(run, file);
    await run.page.keyboard.press('F12');
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');
    const { pkg } = readPackage(new Uint8Array(readFileSync(file)));
    expect(Object.values(pkg.targets ?? {})).toEqual([{ words: 8000, sections: [{ heading: '2025年工作回顾', index: 0, words: 5000 }] }]);

    await run.page.keyboard.press('Control+z');
    await expect.poll(async () => (await counts())[0]).not.toContain('目标');
    await run.page.keyboard.press('Control+y');
    await expect.poll(async () => (await counts())[0]).toContain('目标 8,000');
  });

  it('a click on the counts opens it; a section reworded keeps its target', async () => {
    const heading = (await run.page.locator('.text > *').allTextContents()).indexOf('2025年工作回顾');
    await caretAtEnd(run, heading);
    await typeChinese(run, 'he', '和体会');
    await expect.poll(() => blockText(run, heading)).toBe('2025年工作回顾和体会');
    await expect.poll(async () => (await counts())[1]).toContain('目标 5,000');
    await run.page.locator('.status .counts').click();
    await expect.poll(() => run.page.getByLabel(/^一、2025年工作回顾和体会/).inputValue()).toBe('5000');
    await run.page.keyboard.press('Escape');
    await run.page.keyboard.press('Control+z');
  });

  it('opened in the moment after a composition, or in its middle, it counts what was composed', async () => {
    const heading = (await run.page.locator('.text > *').allTextContents()).indexOf('2025年工作回顾');
    // At once: Playwright's own click waits until the button stands still, and the text is handed over by then.
    const click = () => run.page.evaluate(() => document.querySelector<HTMLElement>('.status .counts')?.click());
    const reads = (label: RegExp) => expect.poll(() => run.page.getByLabel(label).count()).toBe(1);
    await caretAtEnd(run, heading);
    await typeChinese(run, 'zai', '再');
    await click();
    await reads(/^一、2025年工作回顾再/);
    await run.page.keyboard.press('Escape');
    await caretAtEnd(run, heading);
    await compose(run, 'shi');
    await click();
    await reads(/^一、2025年工作回顾再shi/);
    await run.page.keyboard.press('Escape');
    await run.page.keyboard.press('Control+z');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => blockText(run, heading)).toBe('2025年工作回顾');
  });
});
