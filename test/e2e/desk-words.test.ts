// 排版台 of a paper that calls its pages A01版: its tabs and what it says have that name, F1 shows
// its keys beside the page; what the foot and the comparison of proposals say is read whole.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChanged } from './changed-sample';
import { answerOpenDialog, type Running } from './launch';
import { expectAxeClean, shoot } from './look';

let run: Running;
beforeAll(async () => {
  run = await launchChanged('版次', (pkg) => ({ ...pkg, editions: pkg.editions.map((edition) => (edition.paper === null ? edition : { ...edition, paper: { ...edition.paper, pageWording: 'A{n:2}版' } })) }));
});
afterAll(() => run.close());

const view = (): Locator => run.page.getByRole('dialog', { name: '排版台' });
const board = (): Locator => view().getByRole('listbox');

it('tabs, blocks and reasons have the paper’s own name of a page; F1 shows the keys and leaves the page where it is', async () => {
  await run.page.getByRole('tab', { name: '报纸' }).click();
  await run.page.keyboard.press('Alt+4');
  await view().locator('.makeup-sheet canvas[data-key]').waitFor();
  expect(await view().getByRole('toolbar', { name: '排版' }).getByRole('button').first().innerText()).toBe('A01版');
  expect(await board().getAttribute('aria-label')).toBe('A01版的版块');
  await expect.poll(() => view().locator('.makeup-proposals > li').count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  const words = await view().innerText();
  expect(words).toMatch(/A02版/);
  expect(words).not.toMatch(/第 ?\d+版|第[一二三]版/);
  await board().focus();
  await run.page.keyboard.press('F1');
  await expect.poll(() => view().locator('footer [role="status"]').innerText()).toBe('按键列在右边。');
  const keys = await view().getByRole('region', { name: '按键' }).boundingBox();
  const { height } = await run.page.evaluate(() => ({ height: innerHeight }));
  expect(keys !== null && keys.y < height - 60).toBe(true);
  expect(await board().isVisible()).toBe(true);
  await shoot(run, 'desk-words');
});

it('Alt+0 shows the proposals large beside each other, every reason of each whole; Escape goes back to the page', async () => {
  await board().focus();
  await run.page.keyboard.press('Alt+0');
  const compared = view().getByRole('region', { name: '并排比较方案' });
  const columns = compared.locator('ul > li:has(> button)');
  expect(await columns.count()).toBeGreaterThanOrEqual(3);
  const boxes = await Promise.all([0, 1, 2].map((at) => columns.nth(at).locator('svg').boundingBox()));
  // Beside each other, and larger than in the list.
  expect(new Set(boxes.map((box) => Math.round(box!.y))).size).toBe(1);
  for (const box of boxes) expect(box!.width).toBeGreaterThan(220);
  const cut = await compared.locator('ol li').evaluateAll((lines) => lines.filter((line) => line.scrollWidth > line.clientWidth + 1 || line.scrollHeight > line.clientHeight + 1).length);
  expect(cut).toBe(0);
  const [first, list] = await Promise.all([columns.first().locator('ol li').allInnerTexts(), view().locator('.makeup-proposals > li').first().locator('ol li').allInnerTexts()]);
  expect(first.length).toBeGreaterThan(4);
  expect(first.slice(0, list.length)).toEqual(list);
  await expectAxeClean(run);
  await shoot(run, 'desk-compare');
  await run.page.keyboard.press('Escape');
  await expect.poll(() => compared.count()).toBe(0);
  await expect.poll(() => run.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
});

it('what is underlined in a text that is written is told at the foot', async () => {
  const said = (): Promise<string> => view().locator('footer [role="status"]').innerText();
  await board().focus();
  for (let at = 0; at < 3; at++) await run.page.keyboard.press('Tab');
  for (let at = 0; at < 3; at++) {
    await run.page.keyboard.press('Shift+ArrowUp');
    await run.page.waitForTimeout(200);
  }
  await expect.poll(() => view().locator('.makeup-block-panel').innerText()).toMatch(/余 \d+ 行/);
  await board().focus();
  await run.page.keyboard.press('Enter');
  await view().getByRole('region', { name: '改稿' }).waitFor();
  await expect.poll(said).toMatch(/^标题下的红波线：A\d\d版的“.+”排不下，余 \d+ 行（每行 \d+ 字，约 \d+ 字）；Esc 返回版面$/);
  await run.page.keyboard.press('Escape');
  await expect.poll(said).not.toContain('红波线');
});

it('what is sent all the same with lines that find no room is said to lack them, never to be whole; the folder has the paper’s day', async () => {
  const said = (): Promise<string> => view().locator('footer [role="status"]').innerText();
  const parent = mkdtempSync(path.join(tmpdir(), 'banxin-lacking-'));
  await answerOpenDialog(run, parent);
  await board().focus();
  await run.page.keyboard.press('Control+Shift+Enter');
  const goOn = view().getByRole('button', { name: '仍然送' });
  await goOn.waitFor({ timeout: 30_000 });
  await goOn.click();
  await expect.poll(said, { timeout: 40_000 }).toMatch(/^已写好文件夹“.+2026-01-1\d.*”：版面 \d 版，共 \d+ 个文件，版面上文字不全：A\d\d版的“.+”排不下，余 \d+ 行（.+）；各篇的文本是全的。$/);
  const [folder] = readdirSync(parent);
  const slip = readFileSync(path.join(parent, folder!, '送稿单.txt'), 'utf8');
  expect(slip).toMatch(/余 \d+ 行（排不下/);
  rmSync(parent, { recursive: true });
});

it('another 开本 under a make-up that was taken: it is said that it stays where it was, and how it is made up anew', async () => {
  await board().focus();
  // Escape lets go of what is chosen first.
  await expect.poll(async () => {
    await run.page.keyboard.press('Escape');
    return view().count();
  }).toBe(0);
  await run.page.keyboard.press('Alt+5');
  const dialog = run.page.getByRole('dialog', { name: /^版式设置/ });
  await dialog.getByLabel('开本').selectOption({ label: '对开 8 栏' });
  await dialog.getByRole('button', { name: '完成' }).click();
  await run.page.getByText(/换了开本（对开 8 栏）：定下的版面排得下的，还在原来的栏和行上；.*Ctrl\+回车重新拼/).waitFor();
});
