// W18 and W11 in the real window: help while typing, by keys and by an input method;
// each taken back by one Backspace, each switched off; nothing while composing (W20).
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blockText, caretAtEnd, commit, compose, launch, openFile, typeChinese, type Running } from './launch';

const TEXT = ['在政协溪山市第三届委员会第二次会议上的发言', '', '各位委员：', '会议听取了大家的意见。', '一、总体情况', '下一年还要走下去。'];

describe('help while typing', () => {
  let run: Running;
  let at = 0;
  let before: readonly string[] = [];
  const texts = (): Promise<string[]> => run.page.locator('.text > *').allTextContents();

  beforeAll(async () => {
    run = await launch();
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-typing-')), '发言.txt');
    writeFileSync(file, TEXT.join('\n'));
    await openFile(run, file);
    at = (await texts()).findIndex((text) => text.startsWith('会议听取'));
  });
  afterAll(async () => run.close());

  beforeEach(async () => {
    before = await texts();
    await caretAtEnd(run, at);
  });
  // Every case gives back what it found, by undo alone.
  afterEach(async () => {
    for (let i = 0; i < 12 && (await texts()).join('|') !== before.join('|'); i++) {
      await run.page.keyboard.press('Control+z');
      await run.page.waitForTimeout(60);
    }
    await expect.poll(texts).toEqual(before);
  });

  /** Enter, and the caret stands in the block that came of it: a hand is never sooner, a composition sent by protocol may be. */
  const newParagraph = async (index: number): Promise<void> => {
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.evaluate((at) => document.querySelectorAll('.text > *')[at]?.contains(getSelection()?.anchorNode ?? null) ?? false, index)).toBe(true);
    await run.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  };

  const end = async (): Promise<string> => (await blockText(run, at)).slice(before[at]?.length);

  it.each([
    ['quotes by context', '"abc" "', '“abc” “', '“abc” "'],
    ['dots', '...', '……', '...'],
    ['dashes', '--', '——', '--'],
  ])('%s; one Backspace right after gives what was typed', async (_, keys, wanted, typed) => {
    await run.page.keyboard.type(keys);
    await expect.poll(end).toBe(wanted);
    await run.page.keyboard.press('Backspace');
    await expect.poll(end).toBe(typed);
    // It is not done again by what is typed on.
    await run.page.keyboard.type('x');
    await expect.poll(end).toBe(`${typed}x`);
    // And the next Backspace is an ordinary one.
    await run.page.keyboard.press('Backspace');
    await run.page.keyboard.press('Backspace');
    await expect.poll(end).toBe(typed.slice(0, -1));
  });

  it('Ctrl+Z right after gives what was typed, too', async () => {
    await run.page.keyboard.type('...');
    await expect.poll(end).toBe('……');
    await run.page.keyboard.press('Control+z');
    await expect.poll(end).toBe('...');
  });

  it('never within a composition; what an input method puts in is helped when it is in', async () => {
    await compose(run, 'a..."');
    await run.page.waitForTimeout(200);
    expect(await end()).toBe('a..."');
    await commit(run, '等..."');
    await expect.poll(end).toBe('等……“');
    await run.page.keyboard.press('Backspace');
    await expect.poll(end).toBe('等..."');
  });

  it('a mark that an input method puts in without a composition', async () => {
    await run.cdp.send('Input.insertText', { text: '"' });
    await expect.poll(end).toBe('“');
    await typeChinese(run, 'shuangbai', '双百');
    await run.cdp.send('Input.insertText', { text: '"' });
    await expect.poll(end).toBe('“双百”');
  });

  it('二、 by an input method at a line’s start makes a heading; Backspace gives the number back', async () => {
    const last = before.length - 1;
    await caretAtEnd(run, last);
    await newParagraph(last + 1);
    await typeChinese(run, 'er', '二');
    await run.page.waitForTimeout(120);
    await run.cdp.send('Input.insertText', { text: '、' });
    const block = run.page.locator('.text > *').nth(last + 1);
    await expect.poll(() => block.getAttribute('data-number')).toBe('二、');
    expect(await block.textContent()).toBe('');
    await run.page.keyboard.press('Backspace');
    await expect.poll(() => block.textContent()).toBe('二、');
    expect(await block.getAttribute('data-number')).toBeNull();
    await typeChinese(run, 'jidu', '季度');
    await expect.poll(() => block.textContent()).toBe('二、季度');
  });

  it('1. makes one once a word follows by an input method, 1.5 none; （1） at once', async () => {
    const last = before.length - 1;
    await caretAtEnd(run, last);
    await newParagraph(last + 1);
    const block = run.page.locator('.text > *').nth(last + 1);
    await run.page.keyboard.type('1.');
    await typeChinese(run, 'jiaqiang', '加强');
    await expect.poll(() => block.getAttribute('data-number')).toBe('1.');
    expect(await block.textContent()).toBe('加强');
    await run.page.keyboard.press('Backspace');
    await expect.poll(() => block.textContent()).toBe('1.加强');
    await newParagraph(last + 2);
    const next = run.page.locator('.text > *').nth(last + 2);
    await run.page.keyboard.type('1.5');
    await typeChinese(run, 'wan', '万元');
    await expect.poll(() => next.textContent()).toBe('1.5万元');
    expect(await next.getAttribute('data-number')).toBeNull();
    await newParagraph(last + 3);
    await run.page.keyboard.type('(1)');
    await expect.poll(() => run.page.locator('.text > *').nth(last + 3).getAttribute('data-number')).toBe('（1）');
  });

  it('（一） with its words at once; what follows its sentence stands beside it, and Backspace takes that back', async () => {
    const last = before.length - 1;
    await caretAtEnd(run, last);
    await newParagraph(last + 1);
    const block = run.page.locator('.text > *').nth(last + 1);
    await typeChinese(run, 'yashi', '（一）压实责任');
    await expect.poll(() => block.getAttribute('data-number')).toBe('（一）');
    await typeChinese(run, 'gebumen', '。各部门');
    await expect.poll(() => block.locator('.lead').allTextContents()).toEqual(['压实责任。']);
    expect([await block.getAttribute('data-number'), await block.textContent()]).toEqual(['（一）', '压实责任。各部门']);
    await typeChinese(run, 'fuze', '各负其责。');
    await expect.poll(() => block.textContent()).toBe('压实责任。各部门各负其责。');
    expect(await block.locator('.lead').allTextContents()).toEqual(['压实责任。']);
  });

  it('第一， makes a heading of its own make below the heading above', async () => {
    const last = before.length - 1;
    await caretAtEnd(run, last);
    await newParagraph(last + 1);
    await typeChinese(run, 'diyi', '第一，');
    const block = run.page.locator('.text > *').nth(last + 1);
    await expect.poll(() => block.getAttribute('data-number')).toBe('第一，');
    expect(await block.evaluate((element) => element.tagName)).toBe('H4');
    await typeChinese(run, 'jianchi', '坚持');
    await expect.poll(() => block.textContent()).toBe('坚持');
  });

  it('三、 where no third comes stays as it is', async () => {
    const last = before.length - 1;
    await caretAtEnd(run, last);
    await newParagraph(last + 1);
    await typeChinese(run, 'san', '三、');
    await run.page.waitForTimeout(150);
    await typeChinese(run, 'sijidu', '四季度');
    const block = run.page.locator('.text > *').nth(last + 1);
    await expect.poll(() => block.textContent()).toBe('三、四季度');
    expect(await block.getAttribute('data-number')).toBeNull();
  });

  it('×× before a measure word: Tab is offered, and only Tab makes a 待填', async () => {
    await run.page.keyboard.type('XX');
    await typeChinese(run, 'jian', '件');
    const offer = run.page.locator('.offer');
    await expect.poll(() => offer.textContent()).toBe('Tab 换成待填');
    await run.page.keyboard.type('a');
    await expect.poll(() => offer.count()).toBe(0);
    await run.page.keyboard.press('Backspace');
    await expect.poll(() => offer.count()).toBe(1);
    await run.page.keyboard.press('Escape');
    await expect.poll(() => offer.count()).toBe(0);
    await run.page.keyboard.press('Backspace');
    await typeChinese(run, 'ge', '个');
    await expect.poll(() => offer.count()).toBe(1);
    await run.page.keyboard.press('Tab');
    await expect.poll(end).toBe('〔数字：待填〕个');
    expect(await offer.count()).toBe(0);
    await typeChinese(run, 'an', '案');
    await expect.poll(end).toBe('〔数字：待填〕个案');
  });

  it('each can be switched off', async () => {
    await run.page.getByRole('menuitem', { name: '校对' }).click();
    await run.page.getByRole('menuitem', { name: '输入习惯…' }).click();
    await run.page.getByLabel('三个点改为省略号').uncheck();
    await run.page.keyboard.press('Escape');
    await caretAtEnd(run, at);
    await run.page.keyboard.type('...--');
    await expect.poll(end).toBe('...——');
    await run.page.getByRole('menuitem', { name: '校对' }).click();
    await run.page.getByRole('menuitem', { name: '输入习惯…' }).click();
    await run.page.getByLabel('三个点改为省略号').check();
    await run.page.keyboard.press('Escape');
  });
});
