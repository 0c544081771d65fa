// 批注 in the real window: ten people correct this text. Written on a selection by
// key, answered, ticked off, deleted, found again; they survive typing in their words,
// a cut and a paste, a moved section, saving; words that go leave the thread in the
// list, and undo brings both back.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { article, doc, h, p, packageOf } from '../build';
import { shipped } from '../build-edition';
import { answerSaveDialog, launch, openFile, selectWords, typeChinese, type Running } from './launch';

const BODY = doc(h(1, '过去一年'), p('全年立案提案八百件，办复率百分之百。'), h(1, '今年安排'), p('坚持协商于民。'), p('最后一段。'));

describe('批注', () => {
  let run: Running;
  const marked = (id = '') => run.page.locator(`.text .comment${id}`).allTextContents();
  const threads = () => run.page.locator('.thread > .plain span').evaluateAll((all) => all.map((element) => element.textContent));
  const entries = () => run.page.locator('.thread > p').evaluateAll((all) => all.map((element) => (element as HTMLElement).innerText.replace(/ \d+月\d+日 \d\d:\d\d\s*\n/, '：')));

  /** Selects words of the text on screen, and lets the window hear of it. */
  async function select(words: string): Promise<void> {
    await selectWords(run, words);
    await run.page.waitForTimeout(60);
  }

  async function write(words: string, text: string): Promise<void> {
    await select(words);
    await run.page.keyboard.press('Control+Alt+m');
    await run.page.getByRole('dialog', { name: '批注' }).waitFor();
    await run.page.getByLabel('意见').fill(text);
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(() => run.page.getByRole('dialog').count()).toBe(0);
  }

  beforeAll(async () => {
    run = await launch();
    const file = path.join(run.folder, '批.banxin');
    writeFileSync(file, writePackage(packageOf([article('a', 'report', BODY, { 'deck.main': '工作报告' }), article('b', 'news', doc(p('消息一篇。')))], [shipped('gb', ['a'])]), null));
    await openFile(run, file);
  });
  afterAll(async () => {
    await run.close();
  });

  it('Ctrl+Alt+M writes one on the selection; the name is asked once', async () => {
    await select('八百件');
    await run.page.keyboard.press('Control+Alt+m');
    await run.page.getByRole('dialog', { name: '批注' }).waitFor();
    expect(await run.page.locator('.comment-form blockquote').textContent()).toBe('八百件');
    await run.page.getByLabel('意见').fill('请提案委再核一下');
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(() => run.page.locator('.dialog .rest').textContent()).toContain('署名');
    await run.page.getByLabel('署名').fill('老王');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => marked()).toEqual(['八百件']);
    await expect.poll(threads).toEqual(['“八百件”工作报告']);
    expect(await entries()).toEqual(['老王：请提案委再核一下']);
    expect(await run.page.getByRole('tab', { name: '批注 1' }).count()).toBe(1);
    // The caret is back in the text.
    expect(await run.page.evaluate(() => document.activeElement?.classList.contains('text'))).toBe(true);
  });

  it('a second one on other words: the name stands there already', async () => {
    await write('提案', '“提案”二字可省');
    await expect.poll(threads).toHaveLength(2);
    expect((await entries())[0]).toContain('老王');
  });

  it('typing inside the words, by an input method too, keeps them together', async () => {
    await select('百件');
    await run.page.keyboard.press('ArrowLeft');
    await typeChinese(run, 'ling', '零');
    await expect.poll(async () => (await marked('[data-comment]')).join('')).toContain('八零百件');
    await expect.poll(async () => (await threads()).some((text) => text?.startsWith('“八零百件”'))).toBe(true);
    await run.page.keyboard.press('Control+z');
    await expect.poll(async () => (await threads()).some((text) => text?.startsWith('“八百件”'))).toBe(true);
  });

  it('an entry leads to its words and selects them; the thread of the caret is marked', async () => {
    await run.page.locator('.thread > .plain', { hasText: '“八百件”' }).click();
    await expect.poll(() => run.page.evaluate(() => getSelection()?.toString())).toBe('八百件');
    await expect.poll(() => run.page.locator('.thread[aria-current="true"] > .plain').textContent()).toContain('八百件');
  });

  it('an answer, ticked off, opened again: each one step of undo', async () => {
    const thread = run.page.locator('.thread', { hasText: '“八百件”' });
    await thread.getByRole('button', { name: '回复' }).click();
    await run.page.getByLabel('意见').fill('已核，是八百件');
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(() => thread.locator('p').count()).toBe(2);
    await thread.getByRole('button', { name: '已办' }).click();
    await expect.poll(() => run.page.getByRole('tab', { name: '批注 1' }).count()).toBe(1);
    const ground = () => run.page.locator('.text .comment', { hasText: '八百件' }).evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect.poll(ground).toBe('rgba(0, 0, 0, 0)');
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.getByRole('tab', { name: '批注 2' }).count()).toBe(1);
    await expect.poll(ground).not.toBe('rgba(0, 0, 0, 0)');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => thread.locator('p').count()).toBe(1);
  });

  it('cut and pasted elsewhere the words keep their thread; a copy of them has none', async () => {
    await select('八百件');
    await run.page.keyboard.press('Control+x');
    await expect.poll(async () => (await threads()).some((text) => text?.startsWith('八百件原文已删'))).toBe(true);
    await run.page.locator('.text p', { hasText: '最后一段' }).click();
    await run.page.keyboard.press('End');
    await run.page.keyboard.press('Control+v');
    await expect.poll(async () => (await threads()).some((text) => text?.startsWith('“八百件”'))).toBe(true);
    expect(await run.page.locator('.text p', { hasText: '最后一段' }).locator('.comment').textContent()).toBe('八百件');
    await run.page.keyboard.press('Control+v');
    await expect.poll(() => run.page.locator('.text p', { hasText: '最后一段' }).textContent()).toBe('最后一段。八百件八百件');
    expect(await run.page.locator('.text p', { hasText: '最后一段' }).locator('.comment').allTextContents()).toEqual(['八百件']);
    for (let i = 0; i < 3; i++) await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.text p').first().textContent()).toBe('全年立案提案八百件，办复率百分之百。');
  });

  it('a moved section takes them along', async () => {
    await run.page.locator('.text p', { hasText: '全年立案' }).click();
    await run.page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(() => run.page.locator('.text > *').nth(4).locator('.comment', { hasText: '八百件' }).count()).toBe(1);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.text > *').nth(1).locator('.comment', { hasText: '八百件' }).count()).toBe(1);
  });

  it('words that are deleted leave the thread in the list, and undo brings them back', async () => {
    await select('八百件');
    await run.page.keyboard.press('Delete');
    await expect.poll(async () => (await threads()).some((text) => text?.includes('原文已删'))).toBe(true);
    await run.page.keyboard.press('Control+z');
    await expect.poll(async () => (await threads()).some((text) => text?.includes('原文已删'))).toBe(false);
  });

  it('where nothing is selected, on the sentence of the caret', async () => {
    await run.page.locator('.text p', { hasText: '坚持协商于民' }).click();
    await run.page.keyboard.press('Control+Alt+m');
    await run.page.getByRole('dialog', { name: '批注' }).waitFor();
    expect(await run.page.locator('.comment-form blockquote').textContent()).toBe('坚持协商于民。');
    await run.page.keyboard.press('Escape');
    await expect.poll(() => run.page.getByRole('dialog').count()).toBe(0);
    expect(await run.page.locator('.thread').count()).toBe(2);
  });

  it('are saved with the package', async () => {
    const file = path.join(run.folder, '批2.banxin');
    await answerSaveDialog(run, file);
    await run.page.keyboard.press('F12');
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');
    const { pkg } = readPackage(new Uint8Array(readFileSync(file)));
    expect(pkg.comments.map(({ quote, entries: said }) => [quote, said[0]?.by])).toEqual([['八百件', '老王'], ['提案', '老王']]);
  });

  it('deleted, a thread takes its mark with it, and undo brings both back', async () => {
    await run.page.locator('.thread', { hasText: '“八百件”' }).getByRole('button', { name: '删除' }).click();
    await expect.poll(() => run.page.locator('.thread').count()).toBe(1);
    expect(await run.page.locator('.text .comment', { hasText: '八百件' }).count()).toBe(0);
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.thread').count()).toBe(2);
    expect(await run.page.locator('.text .comment', { hasText: '八百件' }).count()).toBe(1);
  });
});
