// 排版台 under a hand in a hurry: a block is dragged again while what it was dropped for is still
// made. Each drag begins from the page that the one before leaves, and each is one step.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChanged } from './changed-sample';
import type { Running } from './launch';

let run: Running;
beforeAll(async () => {
  run = await launchChanged('快手', (pkg) => pkg);
});
afterAll(() => run.close());

const view = (): Locator => run.page.getByRole('dialog', { name: '排版台' });
const board = (): Locator => view().getByRole('listbox');
const chosen = (): Locator => board().locator('[aria-selected="true"]');
const said = (): Promise<string> => view().locator('footer [role="status"]').innerText();
const blocks = (): Promise<readonly string[]> => board().getByRole('option').evaluateAll((all) => all.map((one) => `${one.getAttribute('aria-label')} ${(one as HTMLElement).style.cssText}`));
const settled = (): Promise<void> => expect.poll(async () => `${await board().getAttribute('aria-busy')} ${/还在排|正在/.test(await said())}`, { timeout: 20_000 }).toBe('null false');

/** The block that is chosen, taken near its foot and let go so many pixels higher at once. */
async function drag(up: number): Promise<void> {
  const box = (await chosen().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 60];
  await run.page.mouse.move(x, y);
  await run.page.mouse.down();
  await run.page.mouse.move(x, y - up, { steps: 3 });
  await run.page.mouse.up();
}

const back = async (to: readonly string[]): Promise<void> => {
  for (let step = 0; step < 2 && JSON.stringify(await blocks()) !== JSON.stringify(to); step++) {
    await run.page.keyboard.press('Control+z');
    await settled();
  }
  expect(await blocks()).toEqual(to);
};
const made = async (): Promise<readonly string[]> => {
  await run.page.waitForTimeout(500);
  await settled();
  return blocks();
};

it('the desk opened right after another 开本 was set says that it is set, and draws no frames of the old page', async () => {
  await run.page.getByRole('tab', { name: '报纸' }).click();
  await run.page.keyboard.press('Alt+4');
  await view().locator('.makeup-sheet canvas[data-key]').waitFor({ timeout: 30_000 });
  await run.page.keyboard.press('Escape');
  await view().waitFor({ state: 'detached' });
  await run.page.keyboard.press('Alt+5');
  const dialog = run.page.getByRole('dialog', { name: /^版式设置/ });
  await dialog.getByLabel('开本').selectOption({ label: '对开 8 栏' });
  // What the desk shows from its first frame on, until the page is set again.
  await run.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      const [wait, frames] = ['.makeup .wait', '.makeup .makeup-block'].map((one) => document.querySelector(one));
      if (wait !== null || frames !== null) seen.push(wait?.textContent ?? '版块');
      requestAnimationFrame(look);
    };
    look();
  });
  await dialog.getByRole('button', { name: '完成' }).click();
  await run.page.keyboard.press('Alt+4');
  await view().locator('.makeup-sheet canvas[data-key]').waitFor({ timeout: 30_000 });
  await settled();
  const seen = await run.page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
  expect(seen).toEqual(['正在排版…', '版块']);
  await run.page.keyboard.press('Escape');
  await view().waitFor({ state: 'detached' });
  await run.page.keyboard.press('Control+z');
});

it('of two drags of a block right behind each other the page is that of the first or of both, as they are made slowly', async () => {
  await run.page.getByRole('tab', { name: '报纸' }).click();
  await run.page.keyboard.press('Alt+4');
  await view().locator('.makeup-sheet canvas[data-key]').waitFor();
  await expect.poll(() => view().getByText('正在拼几个方案…').count(), { timeout: 40_000 }).toBe(0);
  await run.page.keyboard.press('Alt+1');
  await settled();
  await view().locator('.makeup-articles button.plain').filter({ hasText: '社论' }).first().click();
  await expect.poll(() => chosen().getAttribute('aria-label')).toMatch(/^社论/);
  await board().focus();
  await settled();
  const before = await blocks();
  await drag(60);
  const one = await made();
  expect(one).not.toEqual(before);
  await drag(60);
  const both = await made();
  await back(before);
  for (const pause of [0, 80]) {
    await drag(60);
    await run.page.waitForTimeout(pause);
    await drag(60);
    expect([one, both]).toContainEqual(await made());
    await back(before);
  }
});
