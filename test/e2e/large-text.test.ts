// W8: the window's own text scales to 200 %, and every part stays usable on a screen
// of 1366 pixels. W1: full-screen writing hides the panes and brings them back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openSample, patient, type Running } from './launch';
import { expectAxeClean, shootOnce } from './look';

describe('large text and full-screen writing', () => {
  let run: Running;
  beforeAll(async () => {
    run = await launch();
    await openSample(run);
  });
  afterAll(() => run.close());

  const widthOf = async (selector: string): Promise<number> => (await run.page.locator(selector).first().boundingBox())?.width ?? 0;
  const factor = (): Promise<number> => patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0));

  /** 文件, the longest menu, ends inside the window, and its last entry is come to by a key. */
  const expectLastEntryInView = async (): Promise<void> => {
    await run.page.getByRole('menuitem', { name: '文件', exact: true }).click();
    const menu = run.page.getByRole('menu', { name: '文件' });
    await run.page.keyboard.press('ArrowUp');
    const [box, last, height] = [await menu.boundingBox(), await menu.getByRole('menuitem', { name: '退出' }).boundingBox(), await run.page.evaluate(() => window.innerHeight)];
    expect((box?.y ?? 0) + (box?.height ?? 9999)).toBeLessThanOrEqual(height);
    expect((last?.y ?? 9999) + (last?.height ?? 0)).toBeLessThanOrEqual(height);
    // The menu beside it, by keys: → opens it, ← gives the focus back, and it ends inside the window too.
    const head = menu.getByRole('menuitem', { name: '导出其他格式' });
    await head.focus();
    await run.page.keyboard.press('ArrowRight');
    const beside = run.page.getByRole('menu', { name: '导出其他格式' });
    const inside = await beside.boundingBox();
    expect([(inside?.x ?? -1) >= 0, (inside?.x ?? 0) + (inside?.width ?? 9999) <= (await run.page.evaluate(() => window.innerWidth))]).toEqual([true, true]);
    await run.page.keyboard.press('ArrowDown');
    expect(await run.page.evaluate(() => document.activeElement?.textContent)).toContain('GB18030');
    await expectAxeClean(run);
    await shootOnce(run, `menu-beside-${String(height)}`);
    await run.page.keyboard.press('ArrowLeft');
    await expect.poll(() => beside.count()).toBe(0);
    expect(await head.evaluate((element) => element === document.activeElement)).toBe(true);
    await run.page.keyboard.press('Escape');
    await expect.poll(() => menu.count()).toBe(0);
  };

  it('Ctrl+= five times is 200 %: nothing is cut off, all three panes can be used', async () => {
    for (let i = 0; i < 5; i++) await run.page.keyboard.press('Control+=');
    await expect.poll(factor).toBeCloseTo(2);
    await expect.poll(() => run.page.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(683);
    expect(await run.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expect.poll(() => widthOf('main.pane')).toBeGreaterThanOrEqual(300);
    expect(await widthOf('aside.pane')).toBeGreaterThanOrEqual(240);
    expect(await widthOf('nav.pane')).toBeGreaterThanOrEqual(112);
    for (const name of ['文件', '帮助']) expect(await run.page.getByRole('menuitem', { name, exact: true }).isVisible(), name).toBe(true);
    // What chooses the page's size stands on its row too.
    const zoom = await run.page.getByRole('combobox', { name: '显示比例' }).boundingBox();
    expect((zoom?.x ?? 9999) + (zoom?.width ?? 0)).toBeLessThanOrEqual(683);
    expect(zoom?.width).toBeGreaterThan(24);
    await run.page.getByRole('menuitem', { name: '帮助', exact: true }).click();
    const box = await run.page.getByRole('menu', { name: '帮助' }).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(683);
    await run.page.keyboard.press('Escape');
    await expectLastEntryInView();
  });

  it('and back to true size', async () => {
    await run.page.keyboard.press('Control+-');
    await expect.poll(factor).toBeCloseTo(1.75);
    await run.page.keyboard.press('Control+Shift+0');
    await expect.poll(factor).toBeCloseTo(1);
    await expectLastEntryInView();
  });

  it('F11: the text alone; again: the panes as they were', async () => {
    await run.page.keyboard.press('F11');
    await expect.poll(() => run.page.locator('nav.pane, aside.pane').count()).toBe(0);
    await run.page.keyboard.press('F11');
    await expect.poll(() => run.page.locator('nav.pane, aside.pane').count()).toBe(2);
  });
});
