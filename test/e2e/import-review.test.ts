// 导入审阅 under the hands of a user: a page is dropped, its questions are answered by
// keys alone, lines go to other articles by keys and by mouse, everything is undone
// and done again, and the pages that come of it are read back; the text that came in
// stands beside the article. Then sizes and texts made to hurt.
import axe from 'axe-core';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, ftruncateSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recognise } from '../../src/core/import/index';
import { questionsOf, startReview } from '../../src/core/import/review/index';
import { realSample } from '../real-sample';
import { answerMessageBox, answerSaveDialog, launch, openFile, patient, type Running } from './launch';

const root = path.resolve(import.meta.dirname, '../..');
const RAW = path.join(root, 'resources/samples/raw-opening.txt');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-review-'));

const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

const dialog = ({ page }: Running): Locator => page.getByRole('dialog', { name: '导入审阅' });
const said = (run: Running): Promise<string> => dialog(run).getByRole('status').innerText();
const questionCount = async (run: Running): Promise<number> => Number(await dialog(run).locator('.review-questions h3 span').innerText());
/** Rows of articles: 1 报告 … */
const articles = (run: Running): Promise<string[]> => dialog(run).getByRole('toolbar', { name: '选中的行' }).getByLabel('送到').locator('option:not([disabled])').allInnerTexts();

async function drop({ cdp }: Running, ...files: readonly string[]): Promise<void> {
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

/** Drops a text and waits for its first lines; milliseconds until they stand there. */
async function dropText(run: Running, file: string): Promise<number> {
  const from = performance.now();
  await drop(run, file);
  await dialog(run).getByRole('option').first().waitFor();
  return performance.now() - from;
}

/** Walks the source to a line by keys. */
async function walkTo({ page }: Running, line: number): Promise<void> {
  await page.locator('.source-lines').focus();
  await page.keyboard.press('Home');
  for (let at = 1; at < line; at += at + 12 <= line ? 12 : 1) await page.keyboard.press(at + 12 <= line ? 'PageDown' : 'ArrowDown');
  await expect.poll(() => page.locator('.line-words b').innerText()).toBe(`第 ${line} 行`);
}

/** Answers what is asked by keys alone: each join by J, everything else as it is proposed. */
async function answerAll(run: Running): Promise<number> {
  const { page } = run;
  let answered = 0;
  for (let left = await questionCount(run); left > 0; left = await questionCount(run)) {
    const kind = await page.locator('.question-row[aria-selected="true"] .tag').innerText();
    await page.keyboard.press(kind === '接续' ? 'j' : 'Enter');
    await expect.poll(() => questionCount(run)).toBeLessThan(left);
    answered += 1;
  }
  return answered;
}

async function closeReview(run: Running): Promise<void> {
  await run.page.keyboard.press('Escape');
  if (await dialog(run).getByRole('alert').isVisible()) await dialog(run).getByRole('button', { name: '关闭审阅' }).click();
  await dialog(run).waitFor({ state: 'detached' });
}

/** What importing changes neither in width nor by blanks. */
const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Exports the newspaper and gives the letters of its text. */
async function newspaperText(run: Running, name: string): Promise<string> {
  const pdf = path.join(folder, name);
  await answerSaveDialog(run, pdf);
  await run.page.getByRole('tab', { name: '报纸' }).click();
  await run.page.keyboard.press('Control+Shift+E');
  await run.page.locator('.notice.done, .notice.failed').first().waitFor({ timeout: 30_000 });
  const accept = run.page.getByRole('button', { name: '仍然导出' });
  if (await accept.isVisible()) {
    await accept.click();
    await run.page.locator('.notice.done').first().waitFor({ timeout: 30_000 });
  }
  return lettersOf(execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }));
}

interface Page {
  readonly title: string;
  readonly file: string;
  /** The headline that stands in the middle of the comment, its lines and words. */
  readonly headline: { readonly first: number; readonly last: number; readonly words: string };
  /** Words of the report and of the story that the newspaper must have. */
  readonly words: readonly string[];
}

/** One program for all of it: what a journey leaves is the open package of the next. */
let run: Running;
beforeAll(async () => {
  run = await launch();
  await run.page.evaluate(axe.source);
  // What a journey leaves unsaved is given up.
  await answerMessageBox(run.app, 1);
});
afterAll(() => run.close());

/** How many the recogniser asks of a text; which they are is its own tests' business. */
function questionsIn(file: string): number {
  const text = readFileSync(file, 'utf8');
  return questionsOf(startReview(text, recognise(text)), []).length;
}

function journey(page: () => Page): void {
  it('dropped on the window, it opens for review; its questions are answered by keys alone', async () => {
    const { file } = page();
    const questions = questionsIn(file);
    expect(questions).toBeGreaterThan(4);
    await dropText(run, file);
    expect(await articles(run)).toHaveLength(4);
    expect(await questionCount(run)).toBe(questions);
    expect(await answerAll(run)).toBe(questions);
    expect(await dialog(run).locator('.question-row').innerText()).toBe('没有疑问了。');
  });

  it('the stray headline goes from an article of its own to the editorial, by keys', async () => {
    const { headline } = page();
    await walkTo(run, headline.first);
    for (let line = headline.first; line < headline.last; line++) await run.page.keyboard.press('Shift+ArrowDown');
    await run.page.keyboard.press('n');
    await expect.poll(() => articles(run)).toHaveLength(5);
    expect(await said(run)).toMatch(/另起一篇。$/);
    await run.page.keyboard.press('4');
    await expect.poll(() => articles(run)).toHaveLength(4);
    expect(await said(run)).toMatch(/送到社论。$/);
    expect((await articles(run)).some((name) => name.startsWith(`4 社论 · ${headline.words.slice(0, 12)}`))).toBe(true);
  });

  it('finished, gone back to, undone to the first state, redone and finished again: the newspaper page has it all', async () => {
    const { file, words, headline } = page();
    const questions = questionsIn(file);
    const choice = dialog(run).getByLabel('另建文稿包');
    if (await choice.isVisible()) await choice.check();
    await run.page.keyboard.press('Control+Enter');
    await dialog(run).waitFor({ state: 'detached' });
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    await run.page.keyboard.press('Control+Alt+Shift+O');
    await dialog(run).waitFor();
    const steps = questions + 2;
    for (let step = 0; step < steps; step++) await run.page.keyboard.press('Control+z');
    expect(await questionCount(run)).toBe(questions);
    await run.page.keyboard.press('Control+z');
    expect(await said(run)).toBe('没有可以撤销的决定。');
    for (let step = 0; step < steps; step++) await run.page.keyboard.press('Control+y');
    expect(await questionCount(run)).toBe(0);
    await dialog(run).getByLabel('另建文稿包').check();
    await run.page.keyboard.press('Control+Enter');
    await dialog(run).waitFor({ state: 'detached' });
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    const text = await newspaperText(run, `${page().title}.pdf`);
    // Named by their numbers: the words of the real page are not printed.
    expect([...words, headline.words].map((part) => text.includes(lettersOf(part)))).toEqual([...words, headline.words].map(() => true));
  });
}

/** Puts words on the clipboard and pastes them where the focus is. */
async function paste({ app, page }: Running, text: string): Promise<void> {
  await patient(() => app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text));
  await page.keyboard.press('Control+v');
}

/** What axe finds on the screen, in light and in dark. */
async function complaints({ page }: Running): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await page.evaluate(async () => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const { violations } = await here.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`));
    })));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

describe('pasted on the start screen', () => {
  it('a text opens for review; closed with nothing decided, it asks nothing', async () => {
    await paste(run, readFileSync(RAW, 'utf8'));
    await dialog(run).getByRole('option').first().waitFor();
    expect(await articles(run)).toHaveLength(4);
    expect(await complaints(run)).toEqual([]);
    await run.page.keyboard.press('Escape');
    await dialog(run).waitFor({ state: 'detached' });
  });
});

describe('the project’s own raw page', () => {
  journey(() => ({
    title: '云岭', file: RAW, headline: { first: 82, last: 83, words: '同心启新程 实干谱华章' },
    words: ['中国人民政治协商会议云岭市第五届委员会', '岚水汤汤，春潮渐起', '会议通过了大会议程', '“三链同补”议题'],
  }));
});

const SAMPLE = realSample();
describe.skipIf(!existsSync(SAMPLE))('the real sample page', () => {
  journey(() => {
    const lines = readFileSync(SAMPLE, 'utf8').split('\n');
    return { title: '样张', file: SAMPLE, headline: { first: 74, last: 76, words: (lines[73] ?? '').trim() }, words: [(lines[2] ?? '').trim(), (lines[61] ?? '').trim()] };
  });
});

describe('in the window', () => {
  it('a text that joins an open package is one step of undo; finished again, it takes the place of the first time', async () => {
    await openFile(run, fileOf('会议.banxin', readFileSync(path.join(root, 'resources/samples/yunling.banxin'))));
    const list = run.page.locator('nav .list').first().locator('li');
    const before = 7;
    await expect.poll(() => list.count()).toBe(before);
    await dropText(run, RAW);
    expect(await dialog(run).getByLabel('放进当前文稿包').isChecked()).toBe(true);
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(() => list.count()).toBe(before + 4);
    await run.page.locator('.text').first().click();
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => list.count()).toBe(before);
    await run.page.keyboard.press('Control+Alt+Shift+O');
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(() => list.count()).toBe(before + 4);
    await run.page.keyboard.press('Control+Alt+Shift+O');
    expect(await dialog(run).locator('.target-choice').innerText()).toContain('换下上次的 4 篇');
    await run.page.keyboard.press('Control+Enter');
    await dialog(run).waitFor({ state: 'detached' });
    expect(await list.count()).toBe(before + 4);
  });

  it('查看 › 导入原文 shows the text beside the article, at the paragraph in hand', async () => {
    // The list of 稿件 follows the package a moment later.
    await expect.poll(async () => {
      await run.page.locator('nav .list').first().getByRole('button', { name: /同心启新程/ }).last().click();
      return run.page.locator('.text > *', { hasText: '的校车，老人' }).count();
    }).toBe(1);
    await run.page.locator('.text > *', { hasText: '蓝图既定' }).click();
    await run.page.keyboard.press('Control+Alt+Shift+Y');
    const pane = run.page.getByRole('complementary', { name: '导入原文' });
    await expect.poll(() => pane.locator('[aria-current="true"] .number').innerText()).toBe('86');
    await run.page.locator('.text > *', { hasText: '会风连着作风' }).click();
    await expect.poll(() => pane.locator('[aria-current="true"] .number').innerText()).toBe('90');
    expect(await complaints(run)).toEqual([]);
    await run.page.keyboard.press('Control+Alt+Shift+Y');
    await pane.waitFor({ state: 'detached' });
  });

  it('a whole text pasted into an article is offered to the review; taken, the paste is undone', async () => {
    await run.page.locator('.text > *').last().click();
    const before = await run.page.locator('.text').first().innerText();
    await paste(run, readFileSync(RAW, 'utf8'));
    await run.page.getByRole('button', { name: '改用导入审阅' }).click();
    await dialog(run).getByRole('option').first().waitFor();
    expect(await run.page.locator('.view header p').innerText()).toMatch(/^粘贴的文字 · /);
    expect(await run.page.locator('.text').first().innerText()).toBe(before);
    await closeReview(run);
  });

  it('by mouse: numbers are dragged over, lines dragged to an article, an article to another place', async () => {
    await dropText(run, RAW);
    const { page } = run;
    const number = (line: number): Locator => page.locator(`#source-${line} .number`);
    const middle = async (at: Locator): Promise<readonly [number, number]> => {
      // Lists scroll to what is current: a place counts once it stays.
      for (let before = ''; ;) {
        const box = await at.boundingBox();
        if (box !== null && JSON.stringify(box) === before) return [box.x + box.width / 2, box.y + Math.min(12, box.height / 2)];
        before = JSON.stringify(box);
        await page.waitForTimeout(80);
      }
    };
    const drag = async (from: Locator, to: Locator): Promise<void> => {
      const target = await middle(to);
      await page.mouse.move(...(await middle(from)));
      await page.mouse.down();
      await page.mouse.move(...target, { steps: 6 });
      await page.mouse.up();
    };
    await walkTo(run, 8);
    await drag(number(8), number(12));
    await expect.poll(() => page.locator('.line-tools > span').innerText()).toBe('第 8–12 行');
    await drag(number(10), page.locator('.new-article'));
    await expect.poll(() => articles(run)).toHaveLength(5);
    // Escape gives a drag up, and nothing else.
    await page.mouse.move(...(await middle(number(15))));
    await page.mouse.down();
    await page.mouse.move(...(await middle(page.locator('.new-article'))), { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await articles(run)).toHaveLength(5);
    expect(await dialog(run).getByRole('alert').count()).toBe(0);
    // A drag to where it is moves nothing; by Alt and an arrow the first goes behind the new one.
    await page.locator('.result-rows').focus();
    await page.keyboard.press('Control+a');
    await expect.poll(() => page.locator('.line-tools > span').innerText()).toMatch(/^第 1–\d+ 行$/);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    await page.keyboard.press('Home');
    await drag(page.locator('.result-row.article').first(), page.locator('.result-row.article').first());
    expect(await articles(run)).toHaveLength(5);
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => articles(run).then(([first]) => first)).toMatch(/^1 消息1/);
    await page.locator('.source-lines').focus();
    await dialog(run).getByLabel('文种').selectOption('notice');
    await expect.poll(() => articles(run).then((all) => all.filter((one) => one.includes('公告')))).toHaveLength(1);
    await number(15).click();
    await dialog(run).getByLabel('定为').selectOption('heading-2');
    await expect.poll(() => said(run)).toBe('第15行定为二级标题。');
    expect(await page.locator('.line-words').innerText()).toContain('二级标题');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
    await expect.poll(() => articles(run)).toHaveLength(4);
  });

  it('what was decided is asked about before it goes, and the window’s closing asks too', async () => {
    const { page } = run;
    await page.locator('.source-lines').focus();
    await walkTo(run, 93);
    await page.keyboard.press('x');
    expect(await said(run)).toBe('第93行不收。');
    await page.keyboard.press('Escape');
    expect(await dialog(run).getByRole('alert').innerText()).toContain('已经作了 1 个决定');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(run)).toBe('第93行不收。');
    const asked = run.app.evaluate(({ dialog: box, BrowserWindow }) => new Promise<string>((resolve) => {
      box.showMessageBox = ((...args: unknown[]) => {
        resolve((args.at(-1) as { message: string }).message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as typeof box.showMessageBox;
      BrowserWindow.getAllWindows()[0]?.close();
    }));
    expect(await asked).toBe('“raw-opening.txt”的导入审阅还没有完成。');
    expect(await dialog(run).isVisible()).toBe(true);
    await answerMessageBox(run.app, 1);
    await closeReview(run);
  });
});

describe('sizes, and texts made to hurt', () => {
  // A text that fails must not stand in the way of the next.
  afterEach(async () => {
    if ((await dialog(run).count()) > 0) await closeReview(run);
  });

  const report = (characters: number): string => {
    const lines = ['云岭市政协常委会工作报告', '（2026年1月12日）', '各位委员：'];
    for (let size = 0, n = 1; size < characters; n++) {
      if (n % 40 === 1) lines.push(`${'一二三四五六七八九'[Math.floor(n / 40) % 9]}、第${n}方面工作`);
      const line = `围绕第${n}件提案的办理，委员们走进第${n % 97}个社区听取意见，就停车、就医、入学提出建议${n * 3}条，办结${n * 2}条，群众说协商${n % 7 === 0 ? '很管用' : '真管用'}。`.repeat(1 + (n % 3));
      lines.push(line);
      size += line.length;
    }
    return lines.join('\n');
  };

  it('200,000 characters open in under two seconds and scroll without a stutter', async () => {
    const text = report(200_000);
    expect(text.length).toBeGreaterThan(200_000);
    const opened = await dropText(run, fileOf('二十万字.txt', text));
    const frames = await run.page.evaluate(() => new Promise<number[]>((resolve) => {
      const list = document.querySelector('.source-lines') as HTMLElement;
      list.scrollTop = 0;
      const times: number[] = [];
      let before = 0;
      const step = (now: number): void => {
        if (before > 0) times.push(now - before);
        before = now;
        list.scrollTop += 600;
        if (times.length < 90) requestAnimationFrame(step);
        else resolve(times);
      };
      requestAnimationFrame(step);
    }));
    const sorted = frames.toSorted((a, b) => a - b);
    const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    const from = performance.now();
    await run.page.locator('.source-lines').focus();
    await run.page.keyboard.press('End');
    await run.page.keyboard.press('x');
    await expect.poll(() => said(run)).toMatch(/不收。$/);
    console.log(`200,000 characters: open ${Math.round(opened)} ms, frames while scrolling p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.999)} ms, to the end and one decision ${Math.round(performance.now() - from)} ms`);
    // The bars are those of a quiet machine; a loaded one gets as much again, and some frames late.
    expect(opened).toBeLessThan(4000);
    expect(at(0.5)).toBeLessThan(50);
  });

  it.each<[string, () => string, RegExp]>([
    ['a binary file named .txt', () => fileOf('图片.txt', Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)), /“图片.txt”不是文本文件/],
    ['a package named .txt', () => fileOf('包.txt', readFileSync(path.join(root, 'resources/samples/yunling.banxin'))), /“包.txt”不是纯文本，没有导入。文稿包和 Word 文件请用“文件 › 打开”。/],
    ['1 GB, refused by its size', () => {
      const file = path.join(folder, '太大.txt');
      const handle = openSync(file, 'w');
      ftruncateSync(handle, 1024 ** 3);
      closeSync(handle);
      return file;
    }, /“太大.txt”有 1024 MB，超过了可以导入的 64 MB/],
    ['nothing in it', () => fileOf('空.txt', ' \n\n　'), /“空.txt”里没有文字，没有导入。/],
  ])('%s is refused in words', async (_title, file, message) => {
    await drop(run, file());
    const notice = run.page.locator('.notice.failed').last();
    await expect.poll(() => notice.innerText()).toMatch(message);
    await notice.getByRole('button', { name: '知道了' }).click();
    expect(await dialog(run).count()).toBe(0);
  });

  it.each<[string, () => string]>([
    ['one line of 5 MB', () => fileOf('一行.txt', `${'提案工作(试行)扎实推进，全年办理 120 件，群众满意度有了明显的提高，'.repeat(50_000)}。`)],
    ['100,000 lines of one character', () => fileOf('单字.txt', Array.from({ length: 100_000 }, (_, i) => '提案办理'[i % 4]).join('\n'))],
  ])('%s does not freeze the window', async (title, file) => {
    const opened = await dropText(run, file());
    const from = performance.now();
    await run.page.locator('.source-lines').focus();
    await run.page.keyboard.press('End');
    await run.page.keyboard.press('Shift+PageUp');
    await run.page.keyboard.press('n');
    await expect.poll(() => said(run), { timeout: 20_000 }).not.toBe('');
    const took = performance.now() - from;
    await run.page.keyboard.press('Control+z');
    console.log(`${title}: open ${Math.round(opened)} ms, a decision ${Math.round(took)} ms`);
    expect(took).toBeLessThan(5000);
  });

  it('only noise: nothing can be finished, and a line is taken in as text by one key', async () => {
    await dropText(run, fileOf('杂.txt', '首页 > 要闻 > 正文\n————\n【打印】【关闭】\n'));
    await run.page.keyboard.press('Control+Enter');
    await expect.poll(() => said(run)).toMatch(/^一行都没有收进稿件/);
    await run.page.locator('.source-lines').focus();
    await run.page.keyboard.press('Home');
    await run.page.keyboard.press('t');
    await expect.poll(() => articles(run)).toHaveLength(1);
  });

  it('mixed encodings: each line with a byte that cannot be read is asked about', async () => {
    const gb = Buffer.from([0xcc, 0xe1, 0xb0, 0xb8]);
    const good = Buffer.from('一年来，市政协常委会坚持团结和民主两大主题，认真履行职能。\n', 'utf8');
    await dropText(run, fileOf('混编码.txt', Buffer.concat([Buffer.from('云岭市政协常委会工作报告\n各位委员：\n'), good, good.subarray(0, 30), gb, Buffer.from('。\n'), good])));
    expect((await dialog(run).locator('.question-row').allInnerTexts()).filter((text) => /第4行有 \d+ 个读不出的字节（[0-9A-F]{2}/.test(text))).toHaveLength(1);
  });
});
