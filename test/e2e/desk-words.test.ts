// 排版台 of a paper that calls its pages A01版: its tabs and what it says have that name, F1 shows
// its keys beside the page.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { launch, type Running } from './launch';
import { shoot } from './look';

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-desk-words-'));
let run: Running;
beforeAll(async () => {
  const { pkg } = readPackage(readFileSync('resources/samples/yunling.banxin'));
  const file = path.join(folder, '版次.banxin');
  writeFileSync(file, writePackage({ ...pkg, editions: pkg.editions.map((edition) => (edition.paper === null ? edition : { ...edition, paper: { ...edition.paper, pageWording: 'A{n:2}版' } })) }, null));
  run = await launch({ files: [file] });
  await run.page.waitForSelector('.scroll .page canvas[data-key]');
});
afterAll(async () => {
  await run.close();
  rmSync(folder, { recursive: true });
});

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
