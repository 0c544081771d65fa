// A page worker that loops without an end, in the real window: writing and saving go on, the window says what is the
// matter, and another worker sets the pages with all that was written meanwhile. The window's clock is Playwright's, so
// that half a minute need not be waited for; the loop is a real one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { answerSaveDialog, blockText, caretAtEnd, launch, openSample, pageKeys, patient, typeChinese, type Running } from './launch';

it.skipIf(process.platform !== 'linux')('a window leaves a thread of its pool free of compilers, whatever js-flags the command line said', async () => {
  const run = await launch();
  const pid = await patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0));
  // A process made from Chromium's zygote writes its words as one.
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  await run.close();
  expect(words).toContain('--js-flags=--concurrent-maglev-max-threads=1 --concurrent-turbofan-max-threads=1 --no-concurrent-sparkplug');
  expect(run.complaints).toEqual([]);
});

describe('a page worker that gives no sign of life', () => {
  let run: Running;
  beforeAll(async () => {
    run = await launch();
    await run.page.clock.install();
    // The clock is there before the window's own code.
    await run.page.reload();
    await openSample(run);
  });
  afterAll(() => run.close());

  it('the text is written and saved all the same; after half a minute another sets the pages, and it is said', async () => {
    const before = await blockText(run, 0);
    await caretAtEnd(run, 0);
    // Every page in view has its picture: none is on its way when the loop begins.
    await expect.poll(() => run.page.locator('.scroll .page canvas:not([data-key])').count()).toBe(0);
    const keys = await pageKeys(run);
    const workers = run.page.workers();
    expect(workers).toHaveLength(1);
    // In a timer of its own: what the debugger itself runs no browser ends.
    await workers[0]?.evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    await typeChinese(run, 'zhaoyang', '照样写字');
    await expect.poll(() => blockText(run, 0)).toBe(`${before}照样写字`);
    const file = path.join(run.folder, '照样.banxin');
    await answerSaveDialog(run, file);
    await run.page.keyboard.press('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');
    expect(readPackage(new Uint8Array(readFileSync(file))).pkg.articles[0]?.doc.child(0).textContent).toBe(`${before}照样写字`);
    // The pages that are in view still are as they were: where the view follows the caret late, one of them has left it.
    const still = await pageKeys(run);
    expect(still.size).toBeGreaterThan(0);
    for (const [page, key] of still) expect([page, key]).toEqual([page, keys.get(page)]);
    expect(await run.page.locator('.notice.failed').count()).toBe(0);

    await run.page.clock.runFor(31_000);
    await expect.poll(() => run.page.locator('.notice.failed').textContent()).toMatch(/排版 \d+ 秒没有动静，已经重新开始排。文稿不受影响/);
    await expect.poll(async () => [...(await pageKeys(run)).values()].some((key) => [...keys.values()].includes(key))).toBe(false);
    // Chromium gives a worker that is ended two seconds for its last words.
    await expect.poll(() => run.page.workers().length).toBe(1);
    // It follows the text as the first one did.
    const again = await pageKeys(run);
    await typeChinese(run, 'zai', '再');
    await expect.poll(async () => [...(await pageKeys(run)).values()].join()).not.toBe([...again.values()].join());
    await run.page.waitForSelector('.page .bar');
  });
});
