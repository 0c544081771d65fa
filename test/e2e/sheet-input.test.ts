// The sheet of 改稿 under the hands: an input method at work right behind Enter or a double click, while
// the page is still made up, loses nothing; the text is made larger and smaller with its caret in its place;
// undone past the text it says what that was.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Layout, Piece } from '../../src/core/model/layout';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { compose, launch, openAnother, openSample, typeChinese, type Running } from './launch';
import { shootOnce } from './look';

let run: Running;
beforeAll(async () => {
  run = await launch();
  await openSample(run);
  await run.page.getByRole('tab', { name: '报纸' }).click();
  await run.page.keyboard.press('Alt+4');
  await view().locator('.makeup-sheet canvas[data-key]').waitFor();
});
afterAll(() => run.close());

const view = (): Locator => run.page.getByRole('dialog', { name: '排版台' });
const board = (): Locator => view().getByRole('listbox');
const said = (): Promise<string> => view().locator('footer [role="status"]').innerText();
const chosen = (): Locator => board().locator('[aria-selected="true"]');
const sheet = (): Locator => view().getByRole('region', { name: '改稿' });
const text = (): Locator => sheet().getByRole('textbox', { name: '正文' });
const key = (...keys: readonly string[]): Promise<void> => keys.reduce((before, one) => before.then(() => run.page.keyboard.press(one)), Promise.resolve());

/** The block of the brief, from the list of articles, the keys with the page. */
const chooseBrief = async (): Promise<void> => {
  await view().locator('.makeup-articles button.plain').filter({ hasText: '举行常委' }).click();
  await expect.poll(async () => (await chosen().count()) === 1 && (await chosen().getAttribute('aria-label'))).toContain('举行常委');
  await board().focus();
};
const close = async (): Promise<void> => {
  await key('Escape');
  await sheet().waitFor({ state: 'detached' });
};
/** Where the words stand in the text; −1 where they do not, or more than once. */
const placeOf = async (words: string): Promise<number> => {
  const all = (await text().innerText()).replaceAll(/\s/gu, '');
  return all.indexOf(words) === all.lastIndexOf(words) ? all.indexOf(words) : -1;
};

it('a composition right behind Enter is in the text, where the page is not kept yet and is made up meanwhile', async () => {
  await chooseBrief();
  // The search has the page worker.
  await key('Enter');
  await typeChinese(run, 'wei', '委员们认为');
  await typeChinese(run, 'jia', '甲乙丙');
  await text().waitFor();
  await expect.poll(() => placeOf('委员们认为甲乙丙'), { timeout: 20_000 }).toBe(0);
  // It is the text's from its first letter on, and stays where it is when the page is there.
  await run.page.waitForTimeout(1500);
  expect(await placeOf('委员们认为甲乙丙')).toBe(0);
  for (let steps = 0; steps < 4 && (await text().innerText()).match(/委员们认为|甲乙丙/u) !== null; steps++) {
    await key('Control+z');
    await run.page.waitForTimeout(100);
  }
  expect(await text().innerText()).not.toMatch(/委员们认为|甲乙丙/u);
  await close();
});

it('the text has the focus when the sheet is there', async () => {
  await chooseBrief();
  await key('Control+Enter');
  // Looked for in the window itself: what one sees before the focus is there is what is tested.
  const first = run.page.evaluate(() => new Promise<string>((resolve) => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('.makeup-edit') === null) return;
      observer.disconnect();
      // Nothing that is drawn, and no key, comes before this.
      queueMicrotask(() => resolve(document.activeElement?.getAttribute('aria-label') ?? ''));
    }).observe(document.body, { childList: true, subtree: true });
  }));
  await key('Enter');
  expect(await first).toBe('正文');
  await close();
});

it('letters and a composition right behind a double click stand where it was made, in their order', async () => {
  await chooseBrief();
  const block = (await chosen().boundingBox())!;
  await key('Control+Enter');
  await run.page.mouse.dblclick(block.x + block.width / 3, block.y + block.height * 0.8);
  await run.page.keyboard.type('AB');
  await typeChinese(run, 'wei', '委员们认为');
  await run.page.keyboard.type('CD');
  await expect.poll(() => placeOf('AB委员们认为CD'), { timeout: 20_000 }).toBeGreaterThan(40);
  // The caret is behind it, and what an input method shows there too.
  await compose(run, 'jia');
  await expect.poll(() => placeOf('AB委员们认为CDjia')).toBeGreaterThan(40);
  await typeChinese(run, '', '甲');
  await expect.poll(() => placeOf('AB委员们认为CD甲')).toBeGreaterThan(40);
  for (let steps = 0; steps < 8 && /委员们|[ABCD]/u.test(await text().innerText()); steps++) {
    await key('Control+z');
    await run.page.waitForTimeout(100);
  }
  expect(await text().innerText()).not.toMatch(/委员们|[ABCD]/u);
  await close();
});

it('a caret that was moved meanwhile is not moved again when the place is found', async () => {
  await chooseBrief();
  const block = (await chosen().boundingBox())!;
  await key('Control+Enter');
  await run.page.mouse.dblclick(block.x + block.width / 3, block.y + block.height * 0.8);
  // On a busy machine a key right behind the click would come before the sheet.
  await text().waitFor();
  await key('Control+End');
  await run.page.waitForTimeout(1500);
  await typeChinese(run, 'wei', '末尾一句');
  await expect.poll(async () => (await text().innerText()).trimEnd().endsWith('末尾一句')).toBe(true);
  await key('Control+z');
  await close();
});

it('undone past its text, what that was is named at the foot; where nothing is left no bars pile up over the page', async () => {
  await chooseBrief();
  // The paper, 主次 of an article: steps of others than this text.
  await view().getByRole('group', { name: /举行常委.*的位次/ }).getByRole('button', { name: '重要' }).click();
  await chooseBrief();
  await key('Enter');
  await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
  await typeChinese(run, 'wei', '委员们认为');
  await expect.poll(() => placeOf('委员们认为')).toBe(0);
  await run.page.waitForTimeout(200);
  await key('Control+z');
  await expect.poll(() => placeOf('委员们认为')).toBe(-1);
  // Of its own words that is seen.
  await expect.poll(said).toBe('Esc 返回版面');
  await key('Control+z');
  await expect.poll(said).toMatch(/^撤销了“.+”；Esc 返回版面$/u);
  for (let steps = 0; steps < 20; steps++) await key('Control+z');
  await expect.poll(said).toMatch(/^没有可撤销的了；Esc 返回版面$/u);
  expect(await run.page.getByText('没有可撤销的修改').count()).toBe(0);
  // The page is kept anew by what is written then; Ctrl+Z takes that back first all the same.
  await typeChinese(run, 'wei', '委员们认为');
  await expect.poll(() => placeOf('委员们认为')).not.toBe(-1);
  await run.page.waitForTimeout(200);
  await key('Control+z');
  await expect.poll(() => placeOf('委员们认为')).toBe(-1);
  await close();
});

it('a page made up anew, for one that cannot stand any more, is kept as it is seen when its text is opened: nothing goes elsewhere under the hand, and that is said', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-followed-'));
  const file = path.join(folder, '改过版心.banxin');
  const { pkg } = readPackage(readFileSync('resources/samples/yunling.banxin'));
  // Of a larger paper: below the type area of this one.
  const layoutOf = (articles: readonly string[]): Layout => ({ pages: [{ number: 1, mastheadRows: 12, pieces: articles.map((article, i): Piece => ({ article, variant: 'news', deck: null, body: [{ area: { column: 0, columns: 4, row: 200 + 8 * i, rows: 8 }, into: 4 }], box: null, from: null, to: null })) }] });
  writeFileSync(file, writePackage({ ...pkg, editions: pkg.editions.map((edition) => (edition.kind === 'newspaper' ? { ...edition, layout: layoutOf(edition.articles) } : edition)) }, null));
  await openAnother(run, file);
  await run.page.getByRole('tab', { name: '报纸' }).click();
  await key('Alt+4');
  await view().locator('.makeup-sheet canvas[data-key]').waitFor();
  await expect.poll(said).toContain('排不下');
  const frames = (): Promise<readonly string[]> => board().getByRole('option').evaluateAll((all) => all.map((element) => `${element.id} ${element.getAttribute('style')}`));
  const settled = (): Promise<void> => expect.poll(() => board().getAttribute('aria-busy'), { timeout: 20_000 }).toBeNull();
  await settled();
  await chooseBrief();
  const before = await frames();
  await key('Enter');
  await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(said).toMatch(/程序重新拼过；现在这样定下了.*；Esc 返回版面$/u);
  await shootOnce(run, 'followed');
  await key('Control+End');
  for (let times = 0; times < 4; times++) await typeChinese(run, 'wei', '委员们围绕年度协商计划提出了许多意见和建议，会议逐条作了研究。');
  // Longer than the pause in which a page is made up anew.
  await run.page.waitForTimeout(2500);
  await close();
  await settled();
  expect(await frames()).toEqual(before);
  await expect.poll(() => chosen().getAttribute('aria-label')).toMatch(/余 \d+ 行/u);
  rmSync(folder, { recursive: true });
});

it('Ctrl and the wheel, Ctrl and plus or minus make the text larger and smaller about what is pointed at or written, not below what can be written; Escape brings the page back as it was', async () => {
  await chooseBrief();
  await key('Control+1');
  const scroll = view().locator('.makeup-scroll');
  await scroll.evaluate((element) => element.scrollTo(40, 300));
  const page = async (): Promise<readonly number[]> => [(await view().locator('.makeup-sheet').boundingBox())!.width, ...(await scroll.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]))];
  const before = await page();
  await key('Enter');
  await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
  await run.page.waitForTimeout(500);
  const size = (): Promise<number> => text().evaluate((element) => Number.parseFloat(getComputedStyle(element.querySelector('p') ?? element).fontSize));
  const least = await size();
  expect(least).toBeGreaterThanOrEqual(16);
  expect(least).toBeLessThan(17);
  await key('Control+End');
  for (let times = 0; times < 4; times++) await key('Shift+ArrowLeft');
  const marked = (): Promise<{ readonly words: string; readonly x: number; readonly y: number }> => run.page.evaluate(() => {
    const { left, top } = getSelection()!.getRangeAt(0).getBoundingClientRect();
    return { words: getSelection()!.toString(), x: left, y: top };
  });
  const held = await marked();
  expect(held.words).toHaveLength(4);
  // About the caret: what is marked stays marked, and where it is.
  await key('Control+Equal', 'Control+Equal');
  await expect.poll(size).toBeGreaterThan(1.5 * least);
  expect(await text().evaluate((element) => element === document.activeElement)).toBe(true);
  const larger = await marked();
  expect(larger.words).toBe(held.words);
  expect(Math.abs(larger.y - held.y)).toBeLessThan(40);
  await shootOnce(run, 'zoomed');
  // About the pointer: the same letter is under it.
  const under = (x: number, y: number): Promise<string> => run.page.evaluate(([left, top]) => {
    const range = document.caretRangeFromPoint(left!, top!)!;
    return `${range.startContainer.textContent!.slice(Math.max(0, range.startOffset - 2), range.startOffset + 2)}`;
  }, [x, y]);
  const [x, y] = [larger.x - 60, larger.y + 10];
  const letters = await under(x, y);
  await run.page.mouse.move(x, y);
  await run.page.keyboard.down('Control');
  await run.page.mouse.wheel(0, -100);
  await run.page.keyboard.up('Control');
  await expect.poll(size).toBeGreaterThan(1.7 * least);
  expect((await under(x, y)).split('').filter((letter) => letters.includes(letter)).length).toBeGreaterThan(1);
  // A letter goes where the caret is.
  await key('ArrowRight');
  await typeChinese(run, 'jia', '甲');
  await expect.poll(async () => (await text().innerText()).trimEnd().endsWith('甲')).toBe(true);
  await run.page.waitForTimeout(200);
  await key('Control+z');
  for (let times = 0; times < 6; times++) await key('Control+Minus');
  await expect.poll(size).toBe(least);
  expect(await said()).toContain('再小就不好写了');
  expect((await marked()).y).toBeGreaterThan(0);
  await key('Escape');
  await sheet().waitFor({ state: 'detached' });
  await expect.poll(page).toEqual(before);
});
