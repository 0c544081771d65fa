// Two packages beside each other, one a window: each has its own text, saving and
// closing; what they share (the list of windows, the settings) both see. And the ways
// in and out that a window has by keyboard: full screen, the menu row.
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePackage } from '../../src/core/model/package-file';
import { article, doc, p, packageOf } from '../build';
import { answerMessageBox, answerOpenDialog, answerSaveDialog, launch, openSample, patient, type Running } from './launch';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin');

/** Ends the program as a power cut does. */
async function kill({ app }: Running): Promise<void> {
  const gone = new Promise((resolve) => app.process().once('close', resolve));
  process.kill(app.process().pid ?? 0, 'SIGKILL');
  await gone;
}

describe('W43: a crash with two windows open', () => {
  it('each text is offered, and each is recovered beside the other', async () => {
    const userData = mkdtempSync(path.join(tmpdir(), 'banxin-two-'));
    const words = ['第一个窗口的字', '第二个窗口的字'];
    const files = words.map((_, index) => {
      const file = path.join(userData, `${index}.banxin`);
      writeFileSync(file, writePackage({ ...packageOf([article('a', 'report', doc(p('原有的字。')))]), id: `two-${index}` }, null));
      return file;
    });
    const first = await launch({ userData, files: files.slice(0, 1) });
    const write = async (page: Page, text: string): Promise<void> => {
      await page.locator('.text > *').first().click();
      await page.keyboard.insertText(text);
    };
    await write(first.page, words[0] ?? '');
    const opened = first.app.waitForEvent('window');
    await first.page.keyboard.press('Control+Alt+o');
    const second = await opened;
    await second.waitForSelector('.card');
    // What this program itself has open is nothing to recover.
    expect(await second.getByRole('button', { name: '查看并恢复' }).count()).toBe(0);
    await answerOpenDialog(first, files[1] ?? '');
    await second.keyboard.press('Control+o');
    await write(second, words[1] ?? '');
    await second.waitForTimeout(1200);
    await kill(first);

    const run = await launch({ userData });
    const recover = async (page: Page): Promise<string> => {
      await page.getByRole('button', { name: '查看并恢复' }).click();
      await page.getByRole('button', { name: '恢复', exact: true }).first().click();
      await page.waitForSelector('.text');
      return (await page.locator('.text > *').first().textContent()) ?? '';
    };
    const found = [await recover(run.page)];
    const beside = run.app.waitForEvent('window');
    await run.page.keyboard.press('Control+Alt+o');
    const other = await beside;
    await other.waitForSelector('.card');
    found.push(await recover(other));
    expect(found.map((text) => words.findIndex((each) => text.includes(each))).toSorted((a, b) => a - b)).toEqual([0, 1]);
    await run.close();
  });
});

describe('新建窗口', () => {
  let run: Running;
  let other: Page;
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-windows-'));
  const file = path.join(folder, '大会.banxin');
  const title = (page: Page): Promise<string | null> => page.locator('.menu .title').textContent();
  const firstBlock = (page: Page): Promise<string | null> => page.locator('.text > *').first().textContent();
  const shown = (page: Page): Promise<unknown> => page.waitForSelector('.scroll .page canvas[data-key]');
  const typeIn = async (page: Page, words: string): Promise<void> => {
    await page.locator('.text > *').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.insertText(words);
    await expect.poll(() => firstBlock(page)).toContain(words);
  };
  const windowCount = (): Promise<number> => patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length));

  beforeAll(async () => {
    run = await launch();
    await openSample(run);
  });
  afterAll(() => run.close());

  it('a second window begins on the start screen and opens a package of its own beside the first', async () => {
    const opened = run.app.waitForEvent('window');
    await run.page.keyboard.press('Control+Alt+o');
    other = await opened;
    other.on('pageerror', (error) => run.complaints.push(error.message));
    await other.waitForSelector('.card');
    await typeIn(run.page, '第一份的字');
    copyFileSync(SAMPLE, file);
    await answerOpenDialog(run, file);
    await other.keyboard.press('Control+o');
    await shown(other);
    await typeIn(other, '第二份的字');
    expect(await firstBlock(run.page)).not.toContain('第二份的字');
    expect(await firstBlock(other)).not.toContain('第一份的字');
    expect([await title(run.page), await title(other)]).toEqual([expect.stringContaining('尚未保存'), expect.stringMatching(/大会 ?·.*有改动未保存/)]);
    // Undo is each window's own.
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => firstBlock(run.page)).not.toContain('第一份的字');
    expect(await firstBlock(other)).toContain('第二份的字');
    expect([await run.page.title(), await other.title()]).toEqual([expect.stringMatching(/ - 版心$/), '• 大会 - 版心']);
    await other.keyboard.press('Control+s');
    await expect.poll(() => title(other)).toContain('已保存');
    await expect.poll(() => other.title()).toBe('大会 - 版心');
    expect(await title(run.page)).toContain('尚未保存');
  });

  it('W45: the same file in the other window: told, and looked at only', async () => {
    // 不保存 of what this window holds, then 只读打开 (转到那个窗口 is the first).
    await answerMessageBox(run.app, 1);
    await answerOpenDialog(run, file);
    await run.page.keyboard.press('Control+o');
    await expect.poll(() => title(run.page)).toContain('只读');
    await shown(run.page);
    expect(await run.page.locator('.notice').allTextContents()).toContainEqual(expect.stringContaining('你在另一个窗口里打开，这里只能看'));
    expect(await firstBlock(run.page)).toContain('第二份的字');
  });

  it('a setting is one for both, and a file from outside opens beside what is open', async () => {
    const autosave = (page: Page): Promise<boolean> => page.evaluate(async () => {
      const answer = await (window as unknown as { banxin: { savingState(): Promise<{ value: { autosave: boolean } }> } }).banxin.savingState();
      return answer.value.autosave;
    });
    await other.keyboard.press('Control+Alt+w');
    await expect.poll(() => autosave(run.page)).toBe(false);
    await run.page.keyboard.press('Control+Alt+w');
    await expect.poll(() => autosave(other)).toBe(true);
    // 输入习惯: switched off in one window, it is off in the other.
    const habit = async (page: Page, act: 'flip' | 'read'): Promise<boolean> => {
      await page.keyboard.press('Control+Alt+i');
      const box = page.getByRole('checkbox', { name: /直引号改为弯引号/ });
      await box.waitFor();
      if (act === 'flip') await box.click();
      const is = await box.isChecked();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
      return is;
    };
    expect(await habit(other, 'flip')).toBe(false);
    expect(await habit(run.page, 'read')).toBe(false);
    expect(await habit(run.page, 'flip')).toBe(true);
    const third = path.join(folder, '第三份.banxin');
    copyFileSync(SAMPLE, third);
    const opened = run.app.waitForEvent('window');
    await run.app.evaluate(({ app }, argument) => app.emit('second-instance', {}, ['banxin', argument]), third);
    const beside = await opened;
    await shown(beside);
    expect(await title(beside)).toContain('第三份');
    // The same once more: the window that has it comes to the front, no fourth one.
    await run.app.evaluate(({ app }, argument) => app.emit('second-instance', {}, ['banxin', argument]), third);
    await beside.waitForTimeout(300);
    expect(await windowCount()).toBe(3);
    const closed = beside.waitForEvent('close');
    await beside.keyboard.press('Control+w').catch(() => {}); // it may be gone before the key is answered
    await closed;
    expect(await windowCount()).toBe(2);
  });

  it('who stays in one window stays in all: 退出, 取消', async () => {
    await typeIn(other, '还没有存');
    await answerMessageBox(run.app, 2);
    await other.bringToFront();
    await other.keyboard.press('Control+q');
    await other.waitForTimeout(600);
    // The one in front asked first; whichever had nothing to lose may be gone, the text that is unsaved is not.
    expect(await firstBlock(other)).toContain('还没有存');
    await answerSaveDialog(run, file);
    await other.keyboard.press('Control+s');
    await expect.poll(() => title(other)).toContain('已保存');
  });
});
