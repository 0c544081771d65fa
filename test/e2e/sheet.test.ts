// 改稿 in the sheet over its block: each mark drawn once and as wide as on the page, beside other
// marks and where a line begins; 电头 in its face; as wide as its frame, characters a line as printed;
// nothing of it undrawn while one writes; its headline parted as on the page, and underlined while the page has no room for all of it.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doc, p } from '../build';
import { launchChanged } from './changed-sample';
import { patient, type Running } from './launch';
import { shootOnce } from './look';

/** The headline as it is printed. */
const PARTED = ['政协云岭市第五届委员会', '第四次会议举行常委（扩大）会议'];
/** Each pair of marks between two Han, and many openers, so that some line begins with one. */
const PAIRS = ['），', '”，', '”（', '，“', '。”', '）。', '》《', '”）'];
const TEXT = [
  `本报讯　大会审议报告${PAIRS.map((pair) => `甲${pair}乙`).join('并听取各方面意见')}。`,
  `会议指出${Array.from({ length: 60 }, (_, at) => `（${'提案办理协商'.slice(0, 1 + (at % 5))}）`).join('')}。`,
];

let run: Running;
beforeAll(async () => {
  const changed = doc(...TEXT.map((text) => p(text)));
  run = await launchChanged('标点', (pkg) => ({ ...pkg, articles: pkg.articles.map((article) => (article.fields['deck.main']?.textContent.includes('举行常委') === true ? { ...article, doc: changed } : article)) }));
});
afterAll(() => run.close());

const view = (): Locator => run.page.getByRole('dialog', { name: '排版台' });
const sheet = (): Locator => view().getByRole('region', { name: '改稿' });
const text = (): Locator => sheet().getByRole('textbox', { name: '正文' });

interface Drawn {
  readonly char: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Every character of a paragraph with its box as it is drawn, in em of the text, from the left of the text. */
const drawnIn = (paragraph: number): Promise<readonly Drawn[]> => text().locator('p').nth(paragraph).evaluate((element) => {
  const em = Number.parseFloat(getComputedStyle(element).fontSize);
  const { left: from } = (element.closest('.text') ?? element).getBoundingClientRect();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const out: Drawn[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (let at = 0; at < (node.textContent ?? '').length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right, top } = [...range.getClientRects()].at(-1) ?? new DOMRect();
      out.push({ char: range.toString(), left: (left - from) / em, right: (right - from) / em, top });
    }
  }
  return out;
});

/** A mark's half em with its ink; 。 whole where it stands alone. */
const cellOf = ({ char, left, right }: Drawn): readonly [number, number] => ('（《“'.includes(char) ? [right - 0.5, right] : [left, left + 0.5]);

it('opens by Enter', async () => {
  await run.page.getByRole('tab', { name: '报纸' }).click();
  await run.page.keyboard.press('Alt+4');
  await view().locator('.makeup-sheet canvas[data-key]').waitFor();
  await view().locator('.makeup-articles button.plain').filter({ hasText: '举行常委' }).click();
  const board = view().getByRole('listbox');
  const chosen = board.locator('[aria-selected="true"]');
  await expect.poll(async () => (await chosen.count()) === 1 && (await chosen.getAttribute('aria-label')), { timeout: 20_000 }).toContain('举行常委');
  await board.focus();
  await run.page.keyboard.press('Enter');
  await text().waitFor();
  await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
  await run.page.evaluate(() => document.fonts.ready);
});

it('its headline is parted as on the page, and after what is typed as the page is then', async () => {
  await expect.poll(() => titleLines('主题')).toEqual(PARTED);
  const main = sheet().getByRole('textbox', { name: '主题', exact: true });
  await main.focus();
  await run.page.keyboard.press('Home');
  await run.page.keyboard.press('Control+Home');
  for (let at = 0; at < PARTED[0]!.length; at++) await run.page.keyboard.press('ArrowRight');
  // Where a line begins a key takes away the character before it, no line end; the page parts what is left elsewhere.
  await run.page.keyboard.press('Backspace');
  await expect.poll(() => titleLines('主题')).toEqual(['政协云岭市第五届委员第四次会议', '举行常委（扩大）会议']);
  // An input method at work where a line begins is left alone, and what it puts in stands there once.
  for (let at = 0; at < '第四次会议'.length; at++) await run.page.keyboard.press('ArrowRight');
  for (const letters of ['b', 'bi', 'bing']) {
    await run.cdp.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
    await run.page.waitForTimeout(150);
    expect(await titleLines('主题')).toEqual([`政协云岭市第五届委员第四次会议${letters}`, '举行常委（扩大）会议']);
  }
  await run.cdp.send('Input.insertText', { text: '并' });
  await expect.poll(async () => (await titleLines('主题')).join('')).toBe('政协云岭市第五届委员第四次会议并举行常委（扩大）会议');
  // Until it has been handed over nothing is undone.
  await run.page.waitForTimeout(300);
  await undoTo(PARTED);
  await run.page.keyboard.press('Control+End');
  await run.page.keyboard.insertText('研究部署近期重点工作');
  await expect.poll(() => titleLines('主题')).toEqual(['政协云岭市第五届委员会第四次会议', '举行常委（扩大）会议研究部署近期重点工作']);
  await shootOnce(run, 'sheet-title');
  await undoTo(PARTED);
  await text().focus();
});

/** Undoes until the headline reads so again, no step more; its lines are then those. */
async function undoTo(lines: readonly string[]): Promise<void> {
  for (let step = 0; step < 5 && (await titleLines('主题')).join('') !== lines.join(''); step++) {
    await run.page.keyboard.press('Control+z');
    await run.page.waitForTimeout(100);
  }
  await expect.poll(() => titleLines('主题')).toEqual(lines);
}

it('marks beside each other stand behind each other, half a character each', async () => {
  const drawn = await drawnIn(0);
  await shootOnce(run, 'sheet');
  const all = drawn.map(({ char }) => char).join('');
  const seen = PAIRS.flatMap((pair) => {
    const at = all.indexOf(`甲${pair}乙`);
    const row = drawn.slice(at, at + 4);
    // Parted by a line end, a pair shows nothing.
    if (row.some(({ top }) => Math.abs(top - row[0]!.top) > 2)) return [];
    const [first, second] = [cellOf(row[1]!), cellOf(row[2]!)];
    return [{ pair, gaps: [first[0] - row[0]!.right, second[0] - first[1], row[3]!.left - second[1]] }];
  });
  expect(seen.map(({ pair }) => pair)).toEqual(expect.arrayContaining(['），', '”，']));
  expect(seen.length).toBeGreaterThan(5);
  for (const { pair, gaps } of seen) {
    for (const [at, gap] of gaps.entries()) {
      // 。 keeps its own blank before Han; a line set full has a little more between any two.
      const blank = pair.endsWith('。') && at === 2 ? 0.5 : 0;
      expect(gap - blank, `${pair}: ${gaps.join(' ')}`).toBeGreaterThan(-0.02);
      expect(gap - blank, `${pair}: ${gaps.join(' ')}`).toBeLessThan(0.2);
    }
  }
});

it('a bracket that a line begins with is there, half a character wide', async () => {
  const drawn = await drawnIn(1);
  const starts = drawn.flatMap((one, at) => (at > 0 && one.char === '（' && Math.abs(one.top - drawn[at - 1]!.top) > 2 ? [{ one, next: drawn[at + 1]! }] : []));
  expect(starts.length).toBeGreaterThan(1);
  for (const { one, next } of starts) {
    expect(next.left - cellOf(one)[0]).toBeGreaterThan(0.48);
    expect(next.left - cellOf(one)[0]).toBeLessThan(0.7);
  }
  // Its ink: the half character right before what it encloses is not white.
  const box = await text().boundingBox();
  const em = await text().evaluate((element) => Number.parseFloat(getComputedStyle(element.querySelector('p') ?? element).fontSize));
  const columns = starts.filter(({ one }) => box!.x + one.right * em < 900 && one.top > box!.y);
  expect(columns.length).toBeGreaterThan(0);
  for (const { one } of columns) {
    const clip = { x: box!.x + (one.right - 0.5) * em, y: one.top, width: em / 2, height: em };
    expect(await darkest(await run.page.screenshot({ clip }))).toBeLessThan(120);
  }
});

it('本报讯 is in hei, the text is not; the sheet is flush with its frame, its scroll bar beside it', async () => {
  const face = (selector: string): Promise<string> => text().locator(selector).first().evaluate((element) => getComputedStyle(element).fontFamily.split(',')[0]!.replaceAll('"', ''));
  expect(await text().locator('.dateline').allTextContents()).toEqual(['本报讯']);
  expect(await text().locator('.dateline').evaluate((element) => getComputedStyle(element).getPropertyValue('--hei').split(',')[0]!.replaceAll('"', ''))).toBe(await face('.dateline'));
  expect(await face('.dateline')).not.toBe(await face('p'));
  const widths = async (): Promise<readonly number[]> => [(await sheet().boundingBox())!.width, (await view().locator('[aria-selected="true"]').first().boundingBox())!.width];
  const [own, frame] = await widths();
  expect(own).toBeCloseTo(frame!, 0);
  const measure = await text().evaluate((element) => element.getBoundingClientRect().width);
  await run.page.keyboard.press('Control+End');
  for (let at = 0; at < 25; at++) await run.page.keyboard.press('Enter');
  await run.page.keyboard.insertText('政协会议审议通过有关决定。'.repeat(20));
  const hangs = (): Promise<number> => sheet().evaluate((element) => (element as HTMLElement).offsetWidth - element.clientWidth);
  await expect.poll(hangs).toBeGreaterThan(0);
  await expect.poll(async () => (await widths())[0]! - frame! - (await hangs())).toBeCloseTo(0, 0);
  expect(await text().evaluate((element) => element.getBoundingClientRect().width)).toBe(measure);
  // The page is set with the empty paragraphs, too.
  await expect.poll(() => view().locator('.makeup-block-panel').innerText(), { timeout: 20_000 }).toMatch(/余 \d+ 行/);
  await shootOnce(run, 'sheet-scrolls');
});

it('opened again over the same page, the headline of a text that is over has its wave at once', async () => {
  /** What is waved in the sheet; what was in one that is gone is not. */
  const waved = (): Promise<readonly string[]> => run.page.evaluate(() => [...(CSS.highlights.get('finding-error') ?? [])].map((range) => range as Range).filter(({ startContainer }) => startContainer.isConnected && (startContainer.parentElement?.closest('.makeup-edit') ?? null) !== null).map(String));
  await expect.poll(waved, { timeout: 20_000 }).toEqual([PARTED.join('')]);
  await run.page.keyboard.press('Escape');
  await text().waitFor({ state: 'detached' });
  // Whatever follows upon that is done.
  await run.page.waitForTimeout(3000);
  // Milliseconds from the first frame that has the sheet to the first that has the wave in it: less than the pause in which findings of pages are drawn.
  const after = run.page.evaluate(() => new Promise<number>((resolve) => {
    let opened: number | null = null;
    const look = (now: number): void => {
      if (document.querySelector('.makeup-edit .ProseMirror.text') !== null) opened ??= now;
      const isWaved = [...(CSS.highlights.get('finding-error') ?? [])].some((range) => range.startContainer.isConnected && (range.startContainer.parentElement?.closest('.makeup-edit') ?? null) !== null);
      if (opened !== null && isWaved) resolve(now - opened);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }));
  await run.page.keyboard.press('Enter');
  expect(await after).toBeLessThan(250);
  expect(await waved()).toEqual([PARTED.join('')]);
  await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
  await shootOnce(run, 'sheet-wave');
});

/** The lines of a title in the sheet as they are drawn: characters that stand at one height. */
const titleLines = (name: string): Promise<readonly string[]> => sheet().getByRole('textbox', { name, exact: true }).evaluate((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines: { top: number; text: string }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (let at = 0; at < (node.textContent ?? '').length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top } = [...range.getClientRects()].at(-1) ?? new DOMRect();
      const last = lines.at(-1);
      if (last !== undefined && Math.abs(last.top - top) < 4) last.text += range.toString();
      else lines.push({ top, text: range.toString() });
    }
  }
  return lines.map(({ text: words }) => words.trim());
});

/** The window as it is drawn, the caret apart; whole, for a picture of a part of it is painted anew. */
async function drawn(): Promise<Buffer> {
  await run.page.waitForTimeout(500);
  return run.page.screenshot();
}

/** Opens the sheet over the lead, which goes over five columns, its caret at the end of the first paragraph. */
async function openLead(): Promise<void> {
  await run.page.keyboard.press('Enter');
  await text().waitFor();
  await expect.poll(() => text().evaluate((element) => element === document.activeElement)).toBe(true);
  await run.page.evaluate(() => document.fonts.ready);
  // The page has scrolled to it, and what is out of view has been told so.
  await run.page.waitForTimeout(2000);
  await run.page.keyboard.press('Control+Home');
  await run.page.keyboard.press('Control+ArrowDown');
  await run.page.keyboard.press('ArrowLeft');
}

it('lines that move into another column while one writes are drawn there', async () => {
  await run.page.keyboard.press('Escape');
  await view().locator('.makeup-articles button.plain').filter({ hasText: '市政协五届四次会议开幕' }).click();
  await view().getByRole('listbox').focus();
  await openLead();
  /** How much of the paragraph that goes across stands in each column, CSS pixels. */
  const across = (): Promise<readonly number[]> => text().locator('p').evaluateAll((all) => all.map((element) => [...element.getClientRects()]).filter((parts) => parts.length > 1).flat().map(({ height }) => height));
  const before = await across();
  for (const letter of '这一年全市各级政协组织认真履行职能坚持团结和民主两大主题为改革发展稳定大局献计出力广泛凝聚各方面共识委员提出的意见建议得到重视采纳和办理') {
    await run.page.keyboard.insertText(letter);
    // Each is drawn before the next, as by hand.
    await run.page.waitForTimeout(40);
  }
  // It tests nothing where no paragraph goes across, or where none of it moved.
  expect(before.length).toBeGreaterThan(1);
  expect(await across()).not.toEqual(before);
  const written = await drawn();
  await run.page.keyboard.press('Escape');
  await text().waitFor({ state: 'detached' });
  await openLead();
  const anew = await drawn();
  await shootOnce(run, 'sheet-written');
  const [own, seen] = [(await text().boundingBox())!, (await view().locator('.makeup-scroll').boundingBox())!];
  const [x, y] = [Math.ceil(own.x), Math.ceil(own.y)];
  const part = { x, y, width: Math.floor(seen.x + seen.width) - 20 - x, height: Math.floor(seen.y + seen.height) - 20 - y };
  expect(await unlike(written, anew, part)).toBe(0);
});

it('a title that is one value of the meeting’s record is parted within it', async () => {
  await run.page.keyboard.press('Escape');
  await text().waitFor({ state: 'detached' });
  await view().locator('.makeup-articles button.plain').filter({ hasText: '常委会工作报告' }).click();
  await view().getByRole('listbox').focus();
  await run.page.keyboard.press('Enter');
  await text().waitFor();
  await expect.poll(() => titleLines('主题')).toEqual(['中国人民政治协商会议云岭市第五届委员会', '常务委员会工作报告']);
});

/** Pixels of a part in which two pictures of the window differ. */
const unlike = (one: Buffer, other: Buffer, part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Promise<number> => patient(() => run.app.evaluate(({ nativeImage }, { both, crop }) => {
  const [first, second] = both.map((base64) => new Uint32Array(Uint8Array.from(nativeImage.createFromBuffer(Buffer.from(base64, 'base64')).crop(crop).toBitmap()).buffer));
  return first!.reduce((count, value, at) => (value === second![at] ? count : count + 1), Math.abs(first!.length - second!.length));
}, { both: [one.toString('base64'), other.toString('base64')], crop: part }));

/** The darkest value of a picture, 0 to 255. */
const darkest = (png: Buffer): Promise<number> => patient(() => run.app.evaluate(({ nativeImage }, base64) => {
  const pixels = nativeImage.createFromBuffer(Buffer.from(base64, 'base64')).toBitmap();
  return pixels.reduce((least, value, at) => (at % 4 === 3 ? least : Math.min(least, value)), 255);
}, png.toString('base64')));
