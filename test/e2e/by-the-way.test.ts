// Ways through the window that no other journey takes: the menu row by Alt, out of
// full screen by Escape, a kind of article that turns out to be another, bars beside
// what an edition leaves out, a replacement that cannot be meant, an empty text, and
// the name under a 批注, asked once.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePackage } from '../../src/core/model/package-file';
import { channel } from '../../src/ipc/index';
import { article, doc, h, marked, omit, p, packageOf } from '../build';
import { answerOpenDialog, launch, openFile, selectWords, type Running } from './launch';
import { expectAxeClean } from './look';

const LONG = '这一段话很长，要排好几行，才看得出旁边的竖线有多长。'.repeat(3);

describe('ways through the window', () => {
  let run: Running;
  const focused = (): Promise<string> => run.page.evaluate(() => `${document.activeElement?.className ?? ''} ${document.activeElement?.textContent?.slice(0, 4) ?? ''}`.trim());
  const said = (): Promise<readonly string[]> => run.page.locator('.notice').allTextContents();

  beforeAll(async () => {
    run = await launch();
    const body = doc(h(1, '工作'), p(LONG, omit('newspaper', '末尾这句见报时不要。')), p(omit('newspaper', '整段不要。')), p('这段都要。'), p('开头', omit('speech', '宣读时不念'), '。'), p(marked('omit', { editions: ['newspaper', 'speech'] }, '都不要。')), p(LONG.repeat(6)), p(LONG.repeat(6)));
    const file = path.join(run.folder, '会.banxin');
    writeFileSync(file, writePackage(packageOf([article('a', 'report', body, { 'deck.main': '工作报告', 'head.speaker': '林远' })]), null));
    await openFile(run, file);
  });
  afterAll(() => run.close());

  it('Alt alone enters the menu row, again or Escape gives the caret back; with another key it is no menu', async () => {
    const { keyboard } = run.page;
    await run.page.locator('.text').click();
    await keyboard.press('Alt');
    await expect.poll(focused).toContain('文件');
    await keyboard.press('ArrowRight');
    await expect.poll(focused).toContain('编辑');
    await keyboard.press('Escape');
    await expect.poll(focused).toContain('text');
    await keyboard.press('Alt');
    await expect.poll(focused).toContain('文件');
    await keyboard.press('Alt');
    await expect.poll(focused).toContain('text');
    await keyboard.press('Alt+2');
    await keyboard.down('Alt');
    await run.page.mouse.wheel(0, 10);
    await keyboard.up('Alt');
    expect(await focused()).toContain('text');
    await keyboard.press('Alt+1');
    // From the find bar and back to it.
    await keyboard.press('Control+f');
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.id)).toBe('find-text');
    await keyboard.press('Alt');
    await keyboard.press('Escape');
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.id)).toBe('find-text');
    await keyboard.press('Escape');
    await expect.poll(focused).toContain('text');
  });

  it('a package that main tells of twice, as one opened while the window starts, is shown once: what is typed and undone stays with its text', async () => {
    const { keyboard } = run.page;
    const text = run.page.locator('.text');
    await text.click();
    await keyboard.press('Control+End');
    const before = await text.textContent();
    await keyboard.insertText('写在前面');
    await expect.poll(() => text.textContent()).toBe(`${before}写在前面`);
    const told = await run.page.evaluate(async () => {
      const api = (window as unknown as { banxin: { start(): Promise<{ value: { opened: { bytes: Uint8Array } } }> } }).banxin;
      const { opened } = (await api.start()).value;
      return { ...opened, bytes: [...opened.bytes] };
    });
    await run.app.evaluate(({ BrowserWindow }, [channel, opened]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, { ...opened, bytes: new Uint8Array(opened.bytes) });
    }, [channel('opened'), told] as const);
    await keyboard.insertText('写在后面');
    await expect.poll(() => text.textContent()).toBe(`${before}写在前面写在后面`);
    await keyboard.press('Control+z');
    await keyboard.press('Control+z');
    await expect.poll(() => text.textContent()).toBe(before);
  });

  it('Escape leaves full-screen writing, after what is open in it', async () => {
    const { keyboard } = run.page;
    const folded = async (): Promise<boolean> => (await run.page.locator('nav.pane').count()) === 0;
    await keyboard.press('F11');
    await expect.poll(folded).toBe(true);
    for (const open of ['Control+f', 'Control+k', 'F10']) {
      await keyboard.press(open);
      await run.page.waitForTimeout(100);
      await keyboard.press('Escape');
      await run.page.waitForTimeout(100);
      expect(await folded()).toBe(true);
    }
    await keyboard.press('Escape');
    await expect.poll(folded).toBe(false);
  });

  it('F9: the caret stays in view where the text breaks anew', async () => {
    const inView = (): Promise<boolean> => run.page.evaluate(() => {
      const desk = document.querySelector('.desk')?.getBoundingClientRect();
      const caret = getSelection()?.getRangeAt(0).getBoundingClientRect();
      return desk !== undefined && caret !== undefined && caret.top >= desk.top && caret.bottom <= desk.bottom;
    });
    await run.page.evaluate(() => getSelection()?.collapse(document.querySelectorAll('.text > *')[7]?.firstChild ?? null, 60));
    await run.page.locator('.text > *').nth(7).evaluate((block) => block.scrollIntoView({ block: 'end' }));
    await run.page.waitForTimeout(60);
    for (let times = 0; times < 2; times++) {
      await run.page.keyboard.press('F9');
      await run.page.waitForTimeout(150);
      await expect.poll(inView).toBe(true);
    }
  });

  it('what a dialog puts in is in view when it closes', async () => {
    const { page } = run;
    await page.evaluate(() => {
      const last = document.querySelectorAll('.text > *')[6];
      getSelection()?.collapse(last?.firstChild ?? null, 5);
      document.querySelector('.desk')?.scrollTo(0, 0);
    });
    await page.waitForTimeout(60);
    await page.keyboard.press('Control+Alt+Shift+t');
    await page.getByRole('dialog').getByLabel('行数').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.text table');
    await expect.poll(() => page.locator('.text table').evaluate((table) => {
      const [desk, box] = [table.closest('.desk')?.getBoundingClientRect(), table.querySelector('td')?.getBoundingClientRect()];
      return desk !== undefined && box !== undefined && box.top >= desk.top && box.bottom <= desk.bottom;
    })).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.text table').count()).toBe(0);
  });

  it('见报略 and 宣读略: bars as long as the lines that hold them, one piece over paragraphs, one kind beside the other', async () => {
    const bars = (): Promise<readonly string[]> => run.page.evaluate(() => {
      const lineOf = (selector: string, which: 'first' | 'last'): DOMRect => {
        const rects = [...document.querySelectorAll(selector)].flatMap((element) => [...element.getClientRects()]).sort((a, b) => a.top - b.top);
        return (which === 'first' ? rects[0] : rects.at(-1)) ?? new DOMRect();
      };
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 4;
      return [...document.querySelectorAll<HTMLElement>('.omit-bars > i')].map((bar) => {
        const { top, bottom } = bar.getBoundingClientRect();
        const blocks = [...document.querySelectorAll('.text > *')].flatMap((block, index) => {
          const inner = lineOf(`.text > :nth-child(${index + 1}) .omit`, 'first');
          const last = lineOf(`.text > :nth-child(${index + 1}) .omit`, 'last');
          return inner.height > 0 && inner.top >= top - 4 && last.bottom <= bottom + 4 ? [{ index, starts: near(inner.top, top), ends: near(last.bottom, bottom) }] : [];
        });
        return `${bar.className} ${blocks.map(({ index }) => index).join('+')} ${blocks[0]?.starts === true && blocks.at(-1)?.ends === true ? 'exact' : 'loose'}`;
      });
    });
    await expect.poll(bars).toEqual(['newspaper 1+2 exact', 'newspaper 5 exact', 'speech 4+5 exact']);
    // Shorter than the paragraph: of its lines only those of the last sentence.
    expect(await run.page.evaluate(() => {
      const bar = document.querySelector('.omit-bars > i')?.getBoundingClientRect();
      const block = document.querySelectorAll('.text > *')[1]?.getBoundingClientRect();
      return (bar?.top ?? 0) - (block?.top ?? 0) > 31;
    })).toBe(true);
    await selectWords(run, '整段不要。');
    await run.page.waitForTimeout(60);
    await run.page.keyboard.press('Control+Alt+n');
    await expect.poll(bars).toEqual(['newspaper 1 exact', 'newspaper 5 exact', 'speech 4+5 exact']);
    await run.page.keyboard.press('Control+z');
    await expect.poll(bars).toEqual(['newspaper 1+2 exact', 'newspaper 5 exact', 'speech 4+5 exact']);
  });

  it('an article’s kind: other lines over it, none of its words lost, one step back', async () => {
    const lines = (): Promise<readonly string[]> => run.page.locator('.fields > label').allTextContents();
    const report = ['主题', '副题', '日期', '报告人', '称谓'];
    expect(await lines()).toEqual(report);
    await run.page.keyboard.press('Control+Alt+Shift+p');
    await run.page.getByRole('dialog').getByLabel('种类').selectOption({ label: '消息' });
    await run.page.keyboard.press('Enter');
    await expect.poll(lines).toEqual(['引题', '主题', '副题', '报告人']);
    expect(await run.page.getByRole('textbox', { name: '报告人' }).textContent()).toBe('林远');
    await run.page.locator('.text').click();
    await run.page.keyboard.press('Control+z');
    await expect.poll(lines).toEqual(report);
  });

  it('a replacement that names a bracket which is not there is refused, and the signs are said', async () => {
    const before = await run.page.locator('.text').textContent();
    await run.page.keyboard.press('Control+h');
    const box = (name: string) => run.page.getByRole('textbox', { name, exact: true });
    await run.page.getByLabel('方式').selectOption({ label: '正则表达式' });
    await expect.poll(() => run.page.locator('.find .said').textContent()).toContain('$1、$2 是第 1、2 个括号里的字');
    await box('查找').fill('(整)段');
    await box('替换为').fill('$9');
    await expect.poll(() => run.page.locator('.find .count').textContent()).toContain('1');
    await run.page.getByRole('button', { name: '全部替换' }).click();
    await expect.poll(() => run.page.locator('.find .said').textContent()).toBe('没有替换：“替换为”里的 $9 指第 9 个括号，正则表达式里只有 1 个；要写 $ 本身，写两个 $$。');
    expect(await run.page.locator('.text').textContent()).toBe(before);
    await box('替换为').fill('$1【$&】$$9');
    await run.page.getByRole('button', { name: '全部替换' }).click();
    await expect.poll(() => run.page.locator('.text').textContent()).toContain('整【整段】$9不要。');
    await run.page.keyboard.press('Escape');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.text').textContent()).toBe(before);
  });

  it('the name under a 批注 is asked once, and can be changed', async () => {
    const write = async (words: string): Promise<void> => {
      await selectWords(run, words);
      await run.page.waitForTimeout(60);
      await run.page.keyboard.press('Control+Alt+m');
      await run.page.getByLabel('意见').fill(`${words}：再看`);
    };
    await write('这段都要');
    await run.page.getByRole('textbox', { name: '署名' }).fill('老王');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.locator('.thread').count()).toBe(1);
    await write('开头');
    expect(await run.page.getByRole('textbox', { name: '署名' }).count()).toBe(0);
    expect(await run.page.locator('.comment-form .signed').textContent()).toContain('老王');
    await run.page.getByRole('button', { name: '改署名' }).click();
    await run.page.keyboard.press('Control+a');
    await run.page.keyboard.type('老李');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.locator('.thread').allTextContents()).toEqual([expect.stringContaining('老王'), expect.stringContaining('老李')]);
  });

  it('a right click: on what is selected it keeps it, elsewhere the caret goes there; the menu is walked and left by keys', async () => {
    const { page } = run;
    const menu = page.getByRole('menu', { name: '快捷菜单' });
    const entry = (name: string) => menu.getByRole('menuitem', { name });
    await selectWords(run, '这段都要');
    const box = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect);
    await page.mouse.click(box.x + 20, box.y + 10, { button: 'right' });
    await menu.waitFor();
    await expectAxeClean(run);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('这段都要');
    expect(await menu.getByRole('menuitem', { name: /行/ }).allTextContents(), 'no entries of a table outside of one').toEqual([expect.stringContaining('收紧一行'), expect.stringContaining('放松一行')]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toContain('复制');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('text');
    expect(await menu.count()).toBe(0);
    // Elsewhere, and what was copied is put in there by the menu.
    const last = page.locator('.text > *').last();
    const before = (await last.textContent()) ?? '';
    const at = await last.boundingBox();
    if (at === null) throw new Error('no last paragraph in view');
    await page.mouse.click(at.x + at.width / 2, at.y + 15, { button: 'right' });
    await entry('粘贴 Ctrl+V').click();
    await expect.poll(() => last.textContent()).toHaveLength(before.length + 4);
    await page.keyboard.press('Control+z');
    await expect.poll(() => last.textContent()).toBe(before);
    await page.keyboard.press('Shift+F10');
    await expect.poll(focused).toContain('剪切');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toContain('text');
    // A heading in 结构 and the pages have their own; a dialog's box has it inside of the dialog.
    await page.locator('.outline li').first().click({ button: 'right' });
    await entry('上移一节').waitFor();
    await page.locator('.scroll .page').first().click({ button: 'right' });
    await entry('版式设置…').click();
    await page.getByRole('textbox', { name: '名称' }).click({ button: 'right' });
    await entry('全选').click();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).selectionEnd)).toBeGreaterThan(3);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('an empty text is said, and what is open stays', async () => {
    const before = await run.page.locator('.text').textContent();
    const empty = path.join(run.folder, '空的.txt');
    writeFileSync(empty, '\ufeff  \n\n');
    await answerOpenDialog(run, empty);
    await run.page.keyboard.press('Control+o');
    await expect.poll(said).toContainEqual(expect.stringContaining('“空的.txt”里一个字也没有，没有打开它。'));
    expect(await run.page.locator('.text').textContent()).toBe(before);
  });
});
