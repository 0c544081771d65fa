// W3: what was opened last stands on the start screen, with its first page, and opens
// from there.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/ipc/index';
import type { RecentFile } from '../../src/ipc/recent';
import { launch, openFile, type Running } from './launch';

const SAMPLE = path.resolve(import.meta.dirname, '../../resources/samples/yunling.banxin');

describe('最近文件', () => {
  let folder: string;
  let run: Running;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'banxin-recent-'));
    copyFileSync(SAMPLE, path.join(folder, '会议.banxin'));
  });
  afterEach(() => run.close());
  const start = async (): Promise<void> => {
    run = await launch({ userData: path.join(folder, 'user') });
    await run.page.waitForSelector('.start .card');
  };

  it('a first start has none; a file that was opened is kept with a picture of its first page', async () => {
    await start();
    expect(await run.page.getByRole('region', { name: '最近文件' }).count()).toBe(0);
    await openFile(run, path.join(folder, '会议.banxin'));
    // The picture is made when nothing else goes on.
    await expect.poll(() => run.page.evaluate(async () => {
      const answer = await (window as unknown as { banxin: { recent(): Promise<Result<readonly RecentFile[]>> } }).banxin.recent();
      return answer.ok ? (answer.value[0]?.thumbnail?.length ?? 0) : -1;
    }), { timeout: 10_000 }).toBeGreaterThan(1000);
  });

  it('the next start shows it; a click opens it', async () => {
    await start();
    const entry = run.page.getByRole('region', { name: '最近文件' }).locator('li').first();
    await expect.poll(() => entry.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(372);
    expect(await entry.locator('b').textContent()).toBe('会议');
    await entry.getByRole('button').first().click();
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    expect(await run.page.locator('.menu .title').textContent()).toContain('会议');
  });

  it('a file that is away is said to be, its message names it, and it can be taken off', async () => {
    rmSync(path.join(folder, '会议.banxin'));
    await start();
    const entry = run.page.getByRole('region', { name: '最近文件' }).locator('li').first();
    expect(await entry.textContent()).toContain('找不到了');
    await entry.getByRole('button').first().click();
    await run.page.waitForSelector('.notice.failed:has-text("会议.banxin")');
    await entry.hover();
    await run.page.getByRole('button', { name: /从最近文件中移去/ }).click();
    await expect.poll(() => run.page.getByRole('region', { name: '最近文件' }).count()).toBe(0);
  });
});
