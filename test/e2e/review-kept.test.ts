// 导入审阅 under kills (W41, W43): what was decided on a text stands on the disk; the next
// start offers it, with its undo, and so does a page that died alone. 不要 has a way
// back, and after 完成 nothing is left.
import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { listReviews } from '../../src/node/review-journal';
import { userFolder } from './crash';
import { launch, patient, type Running } from './launch';
import { expectAxeClean, shootOnce } from './look';

const RAW = path.resolve(import.meta.dirname, '../../resources/samples/raw-opening.txt');
let userData = userFolder();
const reviews = (): string => path.join(userData, 'reviews');
let run: Running | null = null;
afterEach(async () => {
  await run?.close();
  run = null;
  userData = userFolder();
});

const dialog = ({ page }: Running): Locator => page.getByRole('dialog', { name: '导入审阅' });
const bar = ({ page }: Running): Locator => page.getByRole('region', { name: '没有完成的导入审阅' });
const questions = async (one: Running): Promise<number> => Number(await dialog(one).locator('.review-questions h3 span').innerText());
const undoes = (one: Running): Promise<string | null> => dialog(one).getByRole('button', { name: '撤销' }).getAttribute('title');

async function drop({ cdp }: Running, file: string): Promise<void> {
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

/** Kills the program so long after the last key, ms. */
async function kill(one: Running, after: number): Promise<void> {
  await one.page.waitForTimeout(after);
  const gone = one.app.waitForEvent('close');
  one.app.process().kill('SIGKILL');
  await gone;
}

it('killed in mid review, and killed again: every decision more than a second old is there, undo too; finished, nothing is left', async () => {
  run = await launch({ userData });
  await drop(run, RAW);
  await dialog(run).getByRole('option').first().waitFor();
  const all = await questions(run);
  for (let answered = 1; answered <= 3; answered++) {
    await run.page.keyboard.press('Enter');
    await expect.poll(() => questions(run as Running)).toBe(all - answered);
  }
  await run.page.locator('.source-lines').focus();
  await run.page.keyboard.press('Home');
  for (let line = 1; line < 8; line++) await run.page.keyboard.press('ArrowDown');
  await run.page.keyboard.press('x');
  await expect.poll(() => undoes(run as Running)).toMatch(/不收$/);
  await run.page.keyboard.press('Control+z');
  const undo = await undoes(run);
  await kill(run, 900);

  run = await launch({ userData });
  await bar(run).waitFor();
  expect(await bar(run).innerText()).toMatch(/有 1 份导入审阅没有完成：raw-opening\.txt[\s\S]*已经作了 3 个决定/);
  await expectAxeClean(run);
  await shootOnce(run, 'review-kept');
  await bar(run).getByRole('button', { name: '不要' }).click();
  await bar(run).waitFor({ state: 'detached' });
  await run.page.getByRole('button', { name: '还是要' }).click();
  await bar(run).waitFor();
  await run.page.keyboard.press('Control+Alt+Shift+V');
  await dialog(run).getByRole('option').first().waitFor();
  await bar(run).waitFor({ state: 'detached' });
  expect([await questions(run), await undoes(run), await dialog(run).getByRole('status').innerText()]).toEqual([all - 3, undo, '接着上次的审阅：3 个决定都在。']);
  // What was undone before the kill can be done again.
  await run.page.keyboard.press('Control+y');
  await expect.poll(() => undoes(run as Running)).toMatch(/不收$/);
  await kill(run, 900);

  run = await launch({ userData });
  await bar(run).getByRole('button', { name: '接着审阅' }).click();
  await dialog(run).getByRole('option').first().waitFor();
  expect(await undoes(run)).toMatch(/不收$/);
  await run.page.keyboard.press('Control+Enter');
  await dialog(run).waitFor({ state: 'detached' });
  await run.page.waitForSelector('.scroll .page canvas[data-key]');
  await kill(run, 900);
  // The package has it all; the review is not offered as well.
  expect(await listReviews(reviews())).toEqual([]);
});

it('a page that dies alone offers the review when it is there again; the program closed, nothing is left', async () => {
  run = await launch({ userData });
  await drop(run, RAW);
  await dialog(run).getByRole('option').first().waitFor();
  await run.page.keyboard.press('Enter');
  await expect.poll(() => undoes(run as Running)).not.toBe('');
  await run.page.waitForTimeout(500);
  const crashed = new Promise((resolve) => run?.page.once('crash', resolve));
  const { app } = run;
  await patient(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()));
  await crashed;
  const inPage = (script: string): Promise<unknown> => patient(() => app.evaluate(({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text) as Promise<unknown>, script));
  await expect.poll(() => inPage('document.querySelector("[aria-label=没有完成的导入审阅] p")?.textContent ?? ""'), { timeout: 15_000 }).toContain('raw-opening.txt');
  await inPage('document.querySelector("[aria-label=没有完成的导入审阅] button:last-of-type").click()');
  await expect.poll(() => inPage('document.querySelector("dialog [role=status]")?.textContent ?? ""'), { timeout: 15_000 }).toBe('接着上次的审阅：1 个决定都在。');
  await run.close();
  run = null;
  expect(readdirSync(reviews())).toEqual([]);
});

it('goes on into the package that it was for: opened with it, and asked for first where that has changes to recover', async () => {
  const samples = path.resolve(import.meta.dirname, '../../resources/samples');
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-review-')), '全会.banxin');
  copyFileSync(path.join(samples, 'yunling.banxin'), file);
  const chosen = (one: Running): Promise<string> => dialog(one).locator('.target-choice label:has(:checked)').innerText();
  run = await launch({ userData, files: [file] });
  await run.page.waitForSelector('.scroll .page canvas[data-key]');
  await drop(run, RAW);
  await dialog(run).getByRole('option').first().waitFor();
  await run.page.keyboard.press('Enter');
  await expect.poll(() => undoes(run as Running)).not.toBe('');
  await kill(run, 900);

  run = await launch({ userData });
  await expect.poll(() => bar(run as Running).innerText()).toContain('要放进“全会”');
  await bar(run).getByRole('button', { name: '接着审阅' }).click();
  await dialog(run).getByRole('option').first().waitFor();
  expect([await chosen(run), await run.page.locator('.menu .title').textContent()]).toEqual(['放进当前文稿包', expect.stringContaining('全会')]);
  await shootOnce(run, 'review-resumed');
  // Killed with something of its own unsaved: that comes first, for the review would go into an older text.
  await run.page.keyboard.press('Control+Enter');
  await dialog(run).waitFor({ state: 'detached' });
  await drop(run, RAW);
  await dialog(run).getByRole('option').first().waitFor();
  await run.page.keyboard.press('Enter');
  await expect.poll(() => undoes(run as Running)).not.toBe('');
  await kill(run, 900);

  run = await launch({ userData });
  await bar(run).getByRole('button', { name: '接着审阅' }).click();
  await expect.poll(() => run?.page.locator('.notice').allInnerTexts()).toEqual([expect.stringContaining('请先恢复它，再接着审阅')]);
});
