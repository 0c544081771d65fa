// Finding, replacing and commanding by real keys in the real window (W4, W5, W7, W16, W17).
import axe from 'axe-core';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSaveDialog, blockText, caretAtEnd, commit, compose, launch, openAnother, openFile, typeChinese, type Running } from './launch';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin');

const TEXT = [
  '在政协溪山市第三届委员会第二次会议上的发言',
  '',
  '各位委员：',
  '会议听取了大家的意见，意见都记下了。',
  '一、总体情况',
  '这一年走访了12个乡镇，办理提案12件，办结9件。',
  '听到的意见都记在本子上。',
];

/** What the browser's highlight of a name covers. */
const marked = ({ page }: Running, name: 'found' | 'found-current'): Promise<string[]> =>
  page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()), name);

const texts = ({ page }: Running): Promise<string[]> => page.locator('.text > *').allTextContents();
const field = ({ page }: Running, name: string) => page.locator('.find').getByLabel(name, { exact: true });
const countOf = ({ page }: Running): Promise<string | null> => page.locator('.find .count').textContent();

let run: Running;
beforeAll(async () => {
  run = await launch();
});
afterAll(() => run.close());

describe('W16: find and replace in one text', () => {
  beforeAll(async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-find-')), '发言.txt');
    writeFileSync(file, TEXT.join('\n'));
    await openFile(run, file);
    await caretAtEnd(run, 0);
    await run.page.keyboard.press('Control+Home');
  });

  it('Ctrl+F: a bar with the focus; hits are counted and marked when typing pauses', async () => {
    await run.page.keyboard.press('Control+f');
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.id)).toBe('find-text');
    await typeChinese(run, 'yijian', '意见');
    await expect.poll(() => countOf(run)).toBe('3 处');
    await expect.poll(() => marked(run, 'found')).toEqual(['意见', '意见', '意见']);
  });

  it('letters of an input method are not looked for while they are composed', async () => {
    await field(run, '查找').fill('');
    await compose(run, 'ban');
    await run.page.waitForTimeout(400);
    expect(await countOf(run)).toBe('');
    await commit(run, '办');
    await expect.poll(() => countOf(run)).toBe('2 处');
    await field(run, '查找').fill('意见');
    await expect.poll(() => countOf(run)).toBe('3 处');
  });

  it('Enter, F3 and their opposites walk round and round; the hit is selected, the focus stays', async () => {
    for (const [key, wanted] of [['Enter', '1 / 3'], ['F3', '2 / 3'], ['F3', '3 / 3'], ['Enter', '1 / 3'], ['Shift+Enter', '3 / 3'], ['Shift+F3', '2 / 3']] as const) {
      await run.page.keyboard.press(key);
      await expect.poll(() => countOf(run)).toBe(wanted);
    }
    expect(await marked(run, 'found-current')).toEqual(['意见']);
    expect(await marked(run, 'found')).toHaveLength(2);
    expect(await run.page.evaluate(() => document.activeElement?.id)).toBe('find-text');
  });

  it('Escape gives the caret back to the text, with the hit selected; F3 goes on without the bar', async () => {
    await run.page.keyboard.press('Escape');
    await expect.poll(() => run.page.locator('.find').count()).toBe(0);
    await expect.poll(() => run.page.evaluate(() => String(getSelection()))).toBe('意见');
    expect(await marked(run, 'found')).toEqual([]);
    await run.page.keyboard.press('F3');
    await expect.poll(() => run.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe(TEXT.at(-1));
    expect(await run.page.evaluate(() => document.activeElement?.classList.contains('text'))).toBe(true);
  });

  it('a short selection is what is looked for', async () => {
    await run.page.keyboard.press('Control+f');
    await expect.poll(() => field(run, '查找').inputValue()).toBe('意见');
  });

  it('full and half width are one until the box is unchecked', async () => {
    await field(run, '查找').fill('１２');
    await expect.poll(() => countOf(run)).toBe('2 处');
    await run.page.getByLabel('不分全角半角和空格').uncheck();
    await expect.poll(() => countOf(run)).toBe('没有找到');
    await run.page.getByLabel('不分全角半角和空格').check();
  });

  it('whole words', async () => {
    await field(run, '查找').fill('2');
    await expect.poll(() => countOf(run)).toBe('2 处');
    await run.page.getByLabel('方式').selectOption('整词');
    await expect.poll(() => countOf(run)).toBe('没有找到');
  });

  it('a wrong regular expression is said in Chinese, one that never ends is stopped, typing goes on meanwhile', async () => {
    await run.page.getByLabel('方式').selectOption('正则表达式');
    await field(run, '查找').fill('(\\d+');
    const said = run.page.locator('.find .said');
    await expect.poll(() => said.textContent()).toBe('正则表达式写得不对：有左括号没有配上右括号。');
    const last = (await texts(run)).length - 1;
    await caretAtEnd(run, last);
    await run.page.keyboard.type('a'.repeat(40));
    // The longest that the window's own thread stands still from now on, in its own time.
    await run.page.evaluate(() => {
      let longest = 0;
      let before = performance.now();
      const beat = setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - before);
        before = now;
      }, 20);
      Object.assign(window, { longestStill: () => (clearInterval(beat), longest) });
    });
    await field(run, '查找').fill('(a+)+b');
    await run.page.waitForTimeout(400);
    // The expression runs now; the window answers all the same.
    await caretAtEnd(run, last);
    await expect.poll(() => said.textContent(), { timeout: 15_000 }).toMatch(/找了 2 秒还没有找完，已经停下/);
    await run.page.keyboard.press('Control+z');
    await expect.poll(async () => (await texts(run))[last]).toBe(TEXT.at(-1));
    expect(await run.page.evaluate(() => (window as unknown as { longestStill(): number }).longestStill())).toBeLessThan(1500);
  });

  it('Ctrl+H: groups of a regular expression; all at once is one step of undo', async () => {
    const before = await texts(run);
    await run.page.keyboard.press('Control+h');
    await field(run, '查找').fill('(\\d+)件');
    await field(run, '替换为').fill('$1项');
    await expect.poll(() => countOf(run)).toBe('2 处');
    await run.page.getByRole('button', { name: '全部替换' }).click();
    await expect.poll(async () => (await texts(run)).join()).toContain('办理提案12项，办结9项。');
    await expect.poll(() => run.page.locator('.find .said').textContent()).toMatch(/^已替换 2 处：.* 2 处。$/);
    await expect.poll(() => run.page.locator('.notice.done').textContent()).toContain('已替换 2 处');
    await run.page.getByRole('button', { name: '知道了' }).last().click();
    await run.page.keyboard.press('Escape');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => texts(run)).toEqual(before);
  });

  it('F3 for words that are nowhere opens the bar, which says so', async () => {
    await run.page.keyboard.press('Control+f');
    await run.page.getByLabel('方式').selectOption('普通');
    await field(run, '查找').fill('没有这几个字');
    await expect.poll(() => countOf(run)).toBe('没有找到');
    await run.page.keyboard.press('Escape');
    await run.page.keyboard.press('F3');
    await expect.poll(() => countOf(run)).toBe('没有找到');
    expect(await run.page.evaluate(() => document.activeElement?.id)).toBe('find-text');
    await run.page.keyboard.press('Escape');
  });

  it('one at a time: the next hit is selected after it', async () => {
    const before = await texts(run);
    await run.page.keyboard.press('Control+h');
    await run.page.getByLabel('方式').selectOption('普通');
    await field(run, '查找').fill('意见');
    // Tab goes on to the other words, Shift+Tab back over the buttons between.
    await run.page.keyboard.press('Tab');
    expect(await run.page.evaluate(() => document.activeElement?.id)).toBe('replace-text');
    await run.page.keyboard.insertText('建议');
    await run.page.keyboard.press('Shift+Tab');
    expect(await run.page.evaluate(() => document.activeElement?.textContent)).toBe('关闭');
    expect(await field(run, '替换为').inputValue()).toBe('建议');
    await expect.poll(() => countOf(run)).toMatch(/3/);
    await run.page.keyboard.press('Control+Home');
    const one = run.page.getByRole('button', { name: '替换', exact: true });
    if (!/\d \//.test((await countOf(run)) ?? '')) await one.click();
    await expect.poll(() => countOf(run)).toMatch(/\d \/ 3/);
    await one.click();
    await expect.poll(() => countOf(run)).toMatch(/\d \/ 2/);
    expect((await texts(run)).join().split('建议')).toHaveLength(2);
    await run.page.keyboard.press('Escape');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => texts(run)).toEqual(before);
  });

  it('W20: a hit is typed in with an input method, and its mark changes nothing', async () => {
    const index = (await texts(run)).findIndex((text) => text.startsWith('听到的'));
    await run.page.keyboard.press('Control+f');
    await field(run, '查找').fill('意见都记');
    await expect.poll(() => marked(run, 'found')).toHaveLength(2);
    await run.page.evaluate((at) => {
      const node = document.querySelectorAll('.text > *')[at]?.firstChild;
      (document.querySelector('.text') as HTMLElement).focus();
      if (node !== null && node !== undefined) getSelection()?.collapse(node, 5);
    }, index);
    await run.page.waitForTimeout(100);
    await compose(run, 'ye');
    await run.page.waitForTimeout(600);
    expect(await blockText(run, index)).toBe('听到的意见ye都记在本子上。');
    await commit(run, '也');
    await expect.poll(() => blockText(run, index)).toBe('听到的意见也都记在本子上。');
    await expect.poll(() => countOf(run)).toBe('1 处');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => blockText(run, index)).toBe('听到的意见都记在本子上。');
    await field(run, '查找').focus();
    await run.page.keyboard.press('Escape');
  });
});

describe('W7: 撤销历史', () => {
  beforeAll(async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-find-')), '会议.banxin');
    copyFileSync(SAMPLE, file);
    await openAnother(run, file);
  });

  const article = (name: RegExp) => run.page.locator('nav').getByRole('button', { name }).first();
  const open = async (): Promise<void> => {
    await run.page.getByRole('menuitem', { name: '编辑' }).click();
    await run.page.getByRole('menuitem', { name: '撤销历史…' }).click();
    await run.page.waitForSelector('.dialog');
  };
  const rows = (): Promise<string[]> => run.page.locator('.steps button').allTextContents();

  it('undo brings back the article, the caret and the view', async () => {
    const before = await blockText(run, 20);
    await caretAtEnd(run, 20);
    await typeChinese(run, 'jia', '甲');
    await expect.poll(() => blockText(run, 20)).toBe(`${before}甲`);
    await article(/^社论/).click();
    await caretAtEnd(run, 1);
    const other = await blockText(run, 1);
    await typeChinese(run, 'yi', '乙');
    await expect.poll(() => blockText(run, 1)).toBe(`${other}乙`);
    await caretAtEnd(run, 0);
    await run.page.waitForTimeout(100);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => blockText(run, 1)).toBe(other);
    await expect.poll(() => run.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe(other);
    // The next one is in the other article: it comes on screen, scrolled to the caret.
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => article(/^常委会工作报告/).getAttribute('aria-current')).toBe('true');
    await expect.poll(() => blockText(run, 20)).toBe(before);
    await run.page.waitForTimeout(150);
    const caret = await run.page.evaluate(() => {
      const selection = getSelection();
      const rect = selection?.rangeCount === 0 ? undefined : (selection?.anchorNode?.parentElement?.getBoundingClientRect());
      return { text: selection?.anchorNode?.textContent, offset: selection?.anchorOffset, top: rect?.top ?? -1, focus: document.activeElement?.classList.contains('text') };
    });
    expect(caret).toMatchObject({ focus: true });
    expect(before.endsWith(caret.text ?? '?')).toBe(true);
    expect(caret.top).toBeGreaterThan(70);
    expect(caret.top).toBeLessThan(740);
    // Redo shows what comes back, where it is.
    await run.page.keyboard.press('Control+y');
    await expect.poll(() => blockText(run, 20)).toBe(`${before}甲`);
    await run.page.keyboard.press('Control+y');
    await expect.poll(() => article(/^社论/).getAttribute('aria-current')).toBe('true');
    await expect.poll(() => blockText(run, 1)).toBe(`${other}乙`);
    await expect.poll(() => run.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe(`${other}乙`);
  });

  it('lists what was done, newest first; one alone, then back to one, then forth', async () => {
    const seen = await run.page.evaluate(() => document.querySelectorAll('.text > *')[1]?.textContent ?? '');
    await open();
    expect((await rows()).map((row) => row.replace(/^[\d:]+/, ''))).toEqual(['输入乙社论', '输入甲常委会工作报告']);
    // By keys alone: down to the older one, and it alone.
    await run.page.keyboard.press('ArrowDown');
    await run.page.getByRole('button', { name: '只撤销这一步' }).click();
    await expect.poll(async () => (await rows()).map((row) => row.includes('已撤销'))).toEqual([false, true]);
    await run.page.keyboard.press('Escape');
    // What was undone is shown; what was done later in the other article stands.
    await expect.poll(() => article(/^常委会工作报告/).getAttribute('aria-current')).toBe('true');
    expect(await blockText(run, 20)).not.toMatch(/甲$/);
    await article(/^社论/).click();
    await expect.poll(() => blockText(run, 1)).toBe(seen);
    await open();
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.locator('.dialog').count()).toBe(0);
    await expect.poll(() => blockText(run, 1)).toBe(seen.slice(0, -1));
    await open();
    await run.page.keyboard.press('Enter');
    await expect.poll(() => blockText(run, 1)).toBe(seen);
    await run.page.keyboard.press('Control+z');
  });

  it('an article that is copied, deleted and brought back by undo: what is shown follows', async () => {
    const names = (): Promise<string[]> => run.page.locator('nav .list').first().getByRole('button').allTextContents();
    const shown = (): Promise<string | null> => run.page.locator('.fields .main').textContent();
    const command = async (name: string): Promise<void> => {
      await run.page.keyboard.press('Control+k');
      await run.page.locator('.palette input').fill(name);
      await run.page.keyboard.press('Enter');
    };
    await article(/^社论/).click();
    await caretAtEnd(run, 1);
    const [before, title, text] = [await names(), await shown(), await blockText(run, 1)];
    await command('复制一篇');
    await expect.poll(async () => (await names()).length).toBe(before.length + 1);
    await run.page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(before);
    await expect.poll(shown).toBe(title);
    await command('删除稿件');
    await run.page.getByRole('button', { name: '删除', exact: true }).click();
    await expect.poll(async () => (await names()).length).toBe(before.length - 1);
    // A neighbour is shown, not an empty sheet.
    await expect.poll(shown).not.toBe(title);
    await run.page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(before);
    await expect.poll(shown).toBe(title);
    await expect.poll(() => run.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe(text);
  });

  it('a field of the window undoes its own words', async () => {
    await run.page.keyboard.press('Control+f');
    await field(run, '查找').fill('');
    await run.page.keyboard.type('abc');
    const rowsBefore = await blockText(run, 1);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => field(run, '查找').inputValue()).not.toBe('abc');
    expect(await blockText(run, 1)).toBe(rowsBefore);
    await run.page.keyboard.press('Escape');
  });
});

describe('W4: the command palette, W5: 通知', () => {
  beforeAll(async () => {
    // The report again, whatever was shown last.
    await run.page.locator('nav').getByRole('button', { name: /^常委会工作报告/ }).first().click();
    await caretAtEnd(run, 0);
  });

  const options = (): Promise<string[]> => run.page.locator('.palette [role="option"]').allTextContents();
  const open = async (query: string): Promise<void> => {
    await run.page.keyboard.press('Control+k');
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.matches('.palette input'))).toBe(true);
    await run.page.keyboard.type(query);
  };

  // The order of pinyin is the browser's own: this is the browser that ships.
  it.each<[string, RegExp]>([
    ['bc', /^保存/], ['lcw', /^另存为/], ['nt', /^粘贴/], ['jj', /^降级/], ['sj', /^升级/], ['yjbt', /^一级标题/], ['kjj', /^快捷键/],
    ['dcPDF', /^导出 PDF/], ['qp', /^全屏/], ['cxls', /^撤销历史/], ['hf', /^恢复/], ['srxg', /^输入习惯/], ['jbl', /^见报略/], ['xdl', /^宣读略/],
  ])('%s', async (query, wanted) => {
    await open(query);
    await expect.poll(async () => (await options())[0]).toMatch(wanted);
    await run.page.keyboard.press('Escape');
    await expect.poll(() => run.page.locator('.dialog').count()).toBe(0);
  });

  it('shows menu and shortcut; what cannot run is grey and does not', async () => {
    await open('');
    await run.page.keyboard.type('存疑');
    const entry = run.page.locator('.palette').getByRole('option', { name: '存疑（待核）' });
    expect(await entry.textContent()).toBe('存疑（待核）插入Ctrl+Alt+Q');
    expect(await entry.getAttribute('aria-disabled')).toBe('true');
    await run.page.keyboard.press('Enter');
    expect(await run.page.locator('.dialog').count()).toBe(1);
    await run.page.keyboard.press('Escape');
  });

  it('arrows and Enter run a command on the text that has the caret', async () => {
    const tag = (): Promise<string> => run.page.locator('.text > *').first().evaluate((element) => element.tagName);
    expect(await tag()).toBe('P');
    await open('bt');
    const [first, second] = await options();
    await run.page.keyboard.press('ArrowDown');
    await expect.poll(() => run.page.locator('.palette [aria-selected="true"]').textContent()).toBe(second);
    await run.page.keyboard.press('ArrowUp');
    await expect.poll(() => run.page.locator('.palette [aria-selected="true"]').textContent()).toBe(first);
    await run.page.locator('.palette input').fill('二级标题');
    await run.page.keyboard.press('Enter');
    await expect.poll(tag).toBe('H4');
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.classList.contains('text'))).toBe(true);
    await run.page.keyboard.press('Control+z');
    await expect.poll(tag).toBe('P');
  });

  it('a command that opens a bar or a dialog', async () => {
    await open('ckth');
    await run.page.locator('.palette input').fill('替换');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.id)).toBe('find-text');
    await run.page.keyboard.press('Escape');
    await open('kjj');
    await run.page.keyboard.press('Enter');
    await run.page.getByRole('heading', { name: '快捷键' }).waitFor();
    await run.page.keyboard.press('Escape');
  });

  it('@ goes to an article or a heading', async () => {
    await open('@社论');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.locator('nav').getByRole('button', { name: /^社论/ }).first().getAttribute('aria-current')).toBe('true');
    await open('@2026年gz');
    await expect.poll(async () => (await options())[0]).toMatch(/2026年工作安排/);
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('h3')?.textContent)).toBe('2026年工作安排');
    // A text that has just come on screen knows its heights a moment later.
    const top = (): Promise<number> => run.page.evaluate(() => getSelection()?.anchorNode?.parentElement?.getBoundingClientRect().top ?? -1);
    await expect.poll(async () => (await top()) > 70 && (await top()) < 740).toBe(true);
  });

  it('letters that an input method still composes are looked for too; its Enter runs nothing', async () => {
    await open('');
    await compose(run, 'kjj');
    await expect.poll(async () => (await options())[0]).toMatch(/^快捷键/);
    await run.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter', code: 'Enter' });
    expect(await run.page.getByRole('heading', { name: '命令面板' }).count()).toBe(1);
    await commit(run, '快捷');
    await expect.poll(async () => (await options())[0]).toMatch(/^快捷键/);
    await run.page.keyboard.press('Escape');
  });

  it('a failure that nobody looked at is counted in the status row and kept in 通知', async () => {
    await answerSaveDialog(run, path.join(run.folder, '没有的文件夹', '包.banxin'));
    await run.page.keyboard.press('F12');
    const unseen = run.page.locator('.status .failures');
    await expect.poll(() => unseen.textContent()).toBe('错 通知 1');
    await unseen.click();
    const entries = run.page.locator('.said-list li');
    await expect.poll(async () => (await entries.allTextContents())[0]).toMatch(/^\d\d:\d\d:\d\d错 .*包\.banxin/);
    await run.page.keyboard.press('Escape');
    await expect.poll(() => unseen.count()).toBe(0);
    await run.page.getByRole('button', { name: '知道了' }).last().click();
    await run.page.getByRole('menuitem', { name: '查看' }).click();
    await run.page.getByRole('menuitem', { name: '通知…' }).click();
    expect((await entries.allTextContents()).join()).toContain('包.banxin');
    await run.page.keyboard.press('Escape');
  });
});

describe('W16: over all articles of the sample', () => {
  it('hits are listed by article; an entry leads there, into another article too', async () => {
    await run.page.keyboard.press('Control+h');
    await field(run, '查找').fill('委员');
    await expect.poll(() => countOf(run)).toMatch(/^\d+ 处$/);
    await run.page.getByRole('button', { name: '列出' }).click();
    const heads = await run.page.locator('.hits .cap').allTextContents();
    expect(heads.length).toBeGreaterThan(2);
    const listed = await run.page.locator('.hits mark').allTextContents();
    expect(new Set(listed)).toEqual(new Set(['委员']));
    // Names and contrast of the list, in light and in dark.
    await run.page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await run.page.emulateMedia({ colorScheme });
      expect(await run.page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run('.find')).violations.map(({ id }) => id))).toEqual([]);
    }
    await run.page.emulateMedia({ colorScheme: 'light' });
    const sum = heads.reduce((total, head) => total + Number(/(\d+) 处$/.exec(head)?.[1]), 0);
    expect(await countOf(run)).toBe(`${sum.toLocaleString('zh-CN')} 处`);
    await run.page.locator('.hits section').last().getByRole('button').last().click();
    await expect.poll(() => marked(run, 'found-current')).toEqual(['委员']);
    expect(await run.page.locator('nav button[aria-current="true"]').first().textContent()).toContain(heads.at(-1)?.split(' · ')[0] ?? '?');
    await run.page.emulateMedia({ colorScheme: 'dark' });
    await run.page.emulateMedia({ colorScheme: 'light' });
  });

  it('本篇 looks in the article shown alone', async () => {
    const all = Number((await countOf(run))?.replace(/^.*\/ /, ''));
    await run.page.getByLabel('范围').selectOption('本篇');
    await expect.poll(async () => Number((await countOf(run))?.replace(/^.*\/ | 处$/, ''))).toBeLessThan(all);
    await run.page.getByLabel('范围').selectOption('全部稿件');
  });

  it('replace all goes over every article and deck, says how many where, leaves what the meeting record fills, and is one undo', async () => {
    await field(run, '查找').fill('政协');
    await field(run, '替换为').fill('测试替换');
    await expect.poll(() => countOf(run)).toMatch(/^\d+ 处$|\//);
    await run.page.getByRole('button', { name: '全部替换' }).click();
    await expect.poll(() => run.page.locator('.find .said').textContent()).toMatch(/^已替换 \d+ 处：.+ \d+ 处，.+ \d+ 处/);
    await run.page.keyboard.press('Escape');
    const undo = run.page.getByRole('menuitem', { name: '编辑' });
    await undo.click();
    await run.page.getByRole('menuitem', { name: /^撤销/ }).first().click();
    await run.page.keyboard.press('Control+f');
    await field(run, '查找').fill('测试替换');
    await expect.poll(() => countOf(run)).toBe('没有找到');
  });
});
