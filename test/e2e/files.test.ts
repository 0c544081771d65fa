// Files in and out, and what goes wrong with them: a raw text, a dropped package, a
// file that is neither, unsaved changes at closing, an export that is cancelled or
// refused, a renderer that dies alone. Whatever fails, the open text stays.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { answerMessageBox, answerOpenDialog, answerSaveDialog, blockText, caretAtEnd, launch, openAnother, patient, typeChinese, type Running } from './launch';

const SAMPLES = path.resolve(import.meta.dirname, '../../resources/samples');
const SAMPLE = path.join(SAMPLES, 'yunling.banxin');
const SPEECH = ['在政协溪山市第三届委员会第二次会议上的讲话', '', '各位委员：', '大会开得很好。', '一、总的看法', '这一年路走得稳。'].join('\n');

function fileOf(name: string, content: string | Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-files-')), name);
  writeFileSync(file, content);
  return file;
}

function articlesOf(file: string): string {
  const entries = unzipSync(new Uint8Array(readFileSync(file)));
  return Object.entries(entries).filter(([name]) => name.startsWith('articles/')).map(([, bytes]) => strFromU8(bytes)).join('\n');
}

describe('files', () => {
  let run: Running;
  afterEach(() => {
    expect(run.complaints).toEqual([]);
  });

  describe('opening', () => {
    beforeAll(async () => {
      run = await launch({ files: [fileOf('讲话.txt', SPEECH)] });
      await run.page.waitForSelector('.scroll .page canvas[data-key]');
    });
    afterAll(() => run.close());

    it('a raw text named on the command line is recognised, its pages are there, and what was done is said', async () => {
      expect(await run.page.locator('.notice').allTextContents()).toEqual([expect.stringMatching(/按纯文本打开（UTF-8）.*认出 1 篇稿件/)]);
      expect(await run.page.getByRole('tab').allTextContents()).toEqual(expect.arrayContaining(['单行本', '报纸', '大字稿']));
      const index = (await run.page.locator('.text > *').allTextContents()).indexOf('总的看法');
      expect(await run.page.locator('.text > *').nth(index).getAttribute('data-number')).toBe('一、');
      expect(await run.page.locator('.menu .title').textContent()).toContain('尚未保存');
    });

    it.each<[what: string, name: string, content: string | Uint8Array, says: RegExp]>([
      ['a binary file called .txt', '图片.txt', new Uint8Array(4096).map((_, i) => (i * 7919) & 255), /图片\.txt/],
      ['a package cut short', '半截.banxin', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /打不开“半截\.banxin”/],
      ['a Word file', '去年.docx', 'PK', /docx/],
    ])('%s: a message that names it, and the open text stays', async (_, name, content, says) => {
      await answerOpenDialog(run, fileOf(name, content));
      await run.page.keyboard.press('Control+o');
      const notice = run.page.locator('.notice.failed');
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(says);
      await notice.getByRole('button', { name: '知道了' }).click();
      expect((await run.page.locator('.text > *').allTextContents()).join()).toContain('这一年路走得稳。');
    });

    it('what the recogniser doubts is listed, and an entry leads to its words', async () => {
      await openAnother(run, fileOf('讲话.txt', `${SPEECH}\n最后一段里有一处“引号没有配上对。`));
      await run.page.getByRole('tab', { name: '疑问 1' }).click();
      const entry = run.page.locator('.items .plain');
      expect(await entry.allTextContents()).toEqual([expect.stringMatching(/“没有配对/)]);
      await entry.click();
      await run.page.waitForFunction(() => (getSelection()?.anchorNode?.textContent ?? '').includes('引号没有配上对'));
    });
  });

  describe('dropping, from the start screen on', () => {
    beforeAll(async () => {
      run = await launch();
      await run.page.waitForSelector('.card');
    });
    afterAll(() => run.close());

    it('a package dropped on the window opens', async () => {
      const copy = fileOf('会议.banxin', readFileSync(SAMPLE));
      const data = { items: [], files: [copy], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await run.cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
      await run.page.waitForSelector('.scroll .page canvas[data-key]');
      expect(await run.page.locator('.menu .title').textContent()).toContain('已保存');
    });

    it('of two dropped files the first opens, and the other is named', async () => {
      const data = { items: [], files: [fileOf('会议.banxin', readFileSync(SAMPLE)), fileOf('讲话.txt', SPEECH)], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await run.cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
      await expect.poll(() => run.page.locator('.notice').allTextContents()).toEqual([expect.stringMatching(/打开的是“会议\.banxin”，没有打开“讲话\.txt”/)]);
    });

    it('another article begins at its top', async () => {
      const desk = run.page.locator('main .desk');
      await desk.evaluate((element) => element.scrollTo(0, 900));
      expect(await desk.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
      await run.page.locator('nav, aside').getByRole('button', { name: /社论/ }).first().click();
      await expect.poll(() => desk.evaluate((element) => element.scrollTop)).toBe(0);
    });
  });

  describe('an open text', () => {
    const startWriting = async (): Promise<void> => {
      run = await launch({ files: [fileOf('讲话.txt', SPEECH)] });
      await run.page.waitForSelector('.scroll .page canvas[data-key]');
      await caretAtEnd(run, 0);
      await typeChinese(run, 'buyaodiu', '不要丢');
      await expect.poll(() => blockText(run, 0)).toContain('不要丢');
    };
    afterEach(() => run.close());

    it('W49: closing asks; 取消 stays, 保存 saves and goes', async () => {
      await startWriting();
      const target = path.join(run.folder, '讲话.banxin');
      await answerSaveDialog(run, target);
      await answerMessageBox(run.app, 2);
      await run.page.getByRole('menuitem', { name: '文件' }).click();
      await run.page.getByRole('menuitem', { name: '退出' }).click();
      await run.page.waitForTimeout(500);
      expect(await blockText(run, 0)).toContain('不要丢');
      await answerMessageBox(run.app, 0);
      const gone = run.app.waitForEvent('close');
      await run.page.getByRole('menuitem', { name: '文件' }).click();
      await run.page.getByRole('menuitem', { name: '退出' }).click();
      await gone;
      expect(articlesOf(target)).toContain('不要丢');
    });

    it('a renderer that dies alone comes back with the text that main holds and with what can be undone, and says so', async () => {
      await startWriting();
      await run.page.waitForTimeout(300);
      const crashed = new Promise((resolve) => run.page.once('crash', resolve));
      await patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()));
      await crashed;
      const shown = (): Promise<string> =>
        patient(() => run.app.evaluate(async ({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          return (await contents?.executeJavaScript('document.querySelector(".text")?.textContent ?? ""')) as string;
        }));
      await expect.poll(shown, { timeout: 15_000 }).toContain('不要丢');
      const press = (keyCode: string): Promise<void> => patient(() => run.app.evaluate(({ BrowserWindow }, key) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode: key, modifiers: ['control'] });
      }, keyCode));
      expect(await patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector(".notice")?.textContent ?? ""')))).toContain('撤销历史也在');
      await press('z');
      await expect.poll(shown).not.toContain('不要丢');
      await press('y');
      await expect.poll(shown).toContain('不要丢');
    });

    it('opening another file asks first, and 取消 keeps this one; a folder that cannot be written: the message names the file, the text stays unsaved', async () => {
      await startWriting();
      await answerMessageBox(run.app, 2);
      await answerOpenDialog(run, fileOf('别的.txt', '别的文字。'));
      await run.page.keyboard.press('Control+o');
      await run.page.waitForTimeout(700);
      expect(await blockText(run, 0)).toContain('不要丢');

      const target = path.join(run.folder, '没有的文件夹', '讲话.banxin');
      await answerSaveDialog(run, target);
      await run.page.keyboard.press('Control+s');
      const notice = run.page.locator('.notice.failed');
      await notice.waitFor();
      expect(await notice.textContent()).toContain('讲话.banxin');
      expect(await run.page.locator('.menu .title').textContent()).toContain('尚未保存');
      // The next save that works puts the message away.
      mkdirSync(path.dirname(target));
      await run.page.keyboard.press('Control+s');
      await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');
      expect(await run.page.locator('.notice.failed').count()).toBe(0);
    });
  });

  describe('exporting', () => {
    beforeAll(async () => {
      run = await launch();
      await run.page.waitForSelector('.card');
    });
    afterAll(() => run.close());

    it('W6: an export can be cancelled, and no half file is left', async () => {
      const paragraphs = Array.from({ length: 6000 }, (_, i) => `第${i}件事办得扎实，走访群众${i * 3 + 7}户，听取意见${i + 11}条，逐条写明去处。`);
      await openAnother(run, fileOf('长文.txt', `${SPEECH}\n${paragraphs.join('\n')}`));
      const target = path.join(run.folder, '长文.pdf');
      await answerSaveDialog(run, target);
      await run.page.keyboard.press('Control+Shift+E');
      await run.page.getByRole('button', { name: '取消' }).click();
      await expect.poll(() => run.page.getByRole('button', { name: '取消' }).count()).toBe(0);
      expect(existsSync(target)).toBe(false);
      expect(readdirSync(run.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(await run.page.locator('.notice.done').count()).toBe(0);
    });

    /** The sample at a stage, with one 待填 put into its first paragraph by hand. */
    async function openWithPlaceholder(stage: string): Promise<string> {
      const { pkg } = readPackage(new Uint8Array(readFileSync(SAMPLE)));
      await openAnother(run, fileOf('会议.banxin', writePackage({ ...pkg, stage }, null)));
      await caretAtEnd(run, 0);
      await run.page.getByRole('toolbar').getByRole('button', { name: '待填' }).click();
      await expect.poll(() => run.page.getByRole('tab', { name: '待办' }).textContent()).toBe('待办 1');
      const target = path.join(run.folder, `${stage}.pdf`);
      await answerSaveDialog(run, target);
      await run.page.keyboard.press('Control+Shift+E');
      await run.page.locator('.notice').waitFor({ timeout: 30_000 });
      return target;
    }

    it('a stage that asks: the export stops, says why, and 仍然导出 goes on', async () => {
      const target = await openWithPlaceholder('征求意见稿');
      const notice = run.page.locator('.notice.failed');
      expect(await notice.textContent()).toMatch(/没有导出.*待填/);
      expect(existsSync(target)).toBe(false);
      // The place was chosen already: nobody is asked for it again.
      await answerSaveDialog(run, path.join(run.folder, '又问了一遍.pdf'));
      await notice.getByRole('button', { name: '仍然导出' }).click();
      const done = run.page.locator('.notice.done');
      await done.waitFor({ timeout: 30_000 });
      expect(await done.textContent()).toContain('文稿包里还有 1 处待填待核');
      expect(existsSync(target)).toBe(true);
    });

    it('a stage that refuses: there is nothing to accept but the way to what is open; the next try takes its words away', async () => {
      const target = await openWithPlaceholder('大会稿');
      const notice = run.page.locator('.notice.failed');
      expect(await notice.textContent()).toMatch(/没有导出.*待填/);
      expect(await notice.getByRole('button').allTextContents()).toEqual(['看待办', '知道了']);
      expect(existsSync(target)).toBe(false);
      await run.page.getByRole('tab', { name: '批注' }).click();
      await run.page.keyboard.press('Control+Shift+E');
      await expect.poll(() => run.page.locator('.notice').count()).toBe(1);
      await run.page.locator('.notice.failed').waitFor({ timeout: 30_000 });
      await notice.getByRole('button', { name: '看待办' }).click();
      await expect.poll(() => run.page.getByRole('tab', { name: '待办' }).getAttribute('aria-selected')).toBe('true');
      expect(await notice.count()).toBe(0);
    });
  });
});
