// 去年对照 under the hands of a user, in one program: last year's text at the caret with
// what was lost and what is new, shares of each paragraph, a paragraph that is gone taken
// back, typing that it follows; 参考资料 added, searched, a sentence taken and marked 已用,
// all of it in the saved package and undone; in the place of the pages, and beside them.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleFromJson, articleToJson, type ArticleJson } from '../../src/core/model/package-json';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import type { Package } from '../../src/core/model/package';
import { answerOpenDialog, caretAtEnd, launch, openAnother, patient, type Running } from './launch';
import { expectAxeClean, shootOnce } from './look';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-last-year-'));
const FILE = path.join(folder, '云岭报告.banxin');
const PLENARY = path.join(folder, '全会公报.txt');
const GONE = '远程协商取得突破，开通市县乡三级远程协商系统，举办远程协商会四次。';
const SUBMISSION = path.join(folder, '提案委材料.txt');
const SENTENCE = '全会提出，要把岚水保护放在压倒性位置。';

let run: Running;
beforeAll(async () => {
  const { pkg } = readPackage(readFileSync(path.join(root, 'resources/samples/yunling.banxin')));
  // The sample as it may have been a year ago: other figures, a paragraph that is gone now, one that had not come.
  const articles = pkg.articles.map((article) => {
    if (article.kind !== 'report') return article;
    const json = articleToJson(article);
    const doc = JSON.parse(JSON.stringify(json.doc).replaceAll(/(\d)件/g, '$17件')) as { content: unknown[] };
    doc.content.splice(6, 1);
    doc.content.splice(2, 0, { type: 'paragraph', content: [{ type: 'text', text: GONE }] });
    return articleFromJson({ ...json, doc } as ArticleJson);
  });
  writeFileSync(FILE, writePackage({ ...pkg, versions: [{ id: 'last-year', name: '去年定稿', date: '2025-01-08', meeting: pkg.meeting, articles }] }, null));
  writeFileSync(PLENARY, `市委全会公报\n${SENTENCE}会议强调，要办好民生实事。\n`);
  writeFileSync(SUBMISSION, '提案委员会工作材料\n提案委跟踪督办岚水治理类提案9件。重点提案压倒性多数已经办结。\n');
  run = await launch({ files: [FILE] });
});
afterAll(() => run.close());

const pane = (): Locator => run.page.getByRole('complementary', { name: '去年对照' });
const rows = (): Locator => pane().getByRole('region', { name: '去年的文字' });
const saved = async (): Promise<Package> => {
  await run.page.keyboard.press('Control+s');
  await expect.poll(() => run.page.locator('.menu .title').innerText(), { timeout: 20_000 }).toMatch(/已保存$/);
  return readPackage(readFileSync(FILE)).pkg;
};
const words = (pkg: Package): string => pkg.articles[0]!.doc.textContent;
const count = (): Promise<number> => run.page.evaluate(() => CSS.highlights.get('last-year-new')?.size ?? 0);

const clean = (): Promise<void> => expectAxeClean(run);
async function size(width: number, height: number): Promise<void> {
  await patient(() => run.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0), [width, height]));
  await run.page.waitForTimeout(600);
}

/** Of the paragraphs on screen, with their index: how far below this year's paragraph last year's begins. */
async function levels(): Promise<readonly (readonly [number, number])[]> {
  // A frame for the scroll, one for what follows it.
  await run.page.waitForTimeout(150);
  return run.page.evaluate(() => {
    const text = document.querySelector('.desk .text')!;
    const view = document.querySelector('.desk')!.getBoundingClientRect();
    const lines = (element: Element): string => element.textContent.replace(/^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|注|\s/g, '').slice(-24, -2);
    const rows = [...document.querySelectorAll('.beside-row:has(.words > p:not(.lack))')].filter((row) => row.querySelector('button') === null);
    return [...text.children].flatMap((block, index): [number, number][] => {
      const box = block.getBoundingClientRect();
      const row = rows.find((one) => lines(one.querySelector('p')!) === lines(block));
      return row === undefined || box.bottom < view.top + 40 || box.top > view.bottom - 40 || lines(block) === '' ? [] : [[index, Math.round(row.getBoundingClientRect().top - box.top)]];
    });
  });
}

it('stands in the place of the pages at 1366, at the caret, with what was lost, what is new and how much was carried over', { timeout: 60_000 }, async () => {
  await size(1366, 768);
  await run.page.locator('.ProseMirror').first().waitFor();
  await run.page.keyboard.press('Control+Alt+y');
  await rows().waitFor();
  await rows().locator('del').first().waitFor();
  expect(await run.page.locator('aside .pages').count()).toBe(0);
  expect(await rows().getByText('去年没有这一段').count()).toBeGreaterThan(0);
  expect(await rows().innerText()).toMatch(/100% 原句/);
  expect(await pane().innerText()).toMatch(/本节比去年\s*保留 \d+ · 改动 \d+ · 新增 \d+ · 删去 \d+ 段 · 沿用 \d+%/);
  expect(await pane().innerText()).toMatch(/全文沿用 \d+%/);
  await expect.poll(count).toBeGreaterThan(0);
  const paragraph = run.page.locator('.ProseMirror > p').filter({ hasText: '拓宽渠道丰富平台' }).last();
  await paragraph.click();
  await expect.poll(() => rows().locator('.here').innerText()).toContain('拓宽渠道丰富平台');
  // In a narrow pane the paragraph with the caret is level.
  const at = await paragraph.evaluate((element) => [...element.parentElement!.children].indexOf(element));
  await expect.poll(async () => (await levels()).find(([block]) => block === at)?.[1]).toBe(0);
  await pane().getByRole('button', { name: /原句照抄/ }).click();
  expect(await pane().getByRole('list', { name: '原句照抄' }).getByRole('listitem').count()).toBeGreaterThan(10);
  await clean();
  await pane().getByRole('button', { name: /原句照抄/ }).click();
  await shootOnce(run, 'last-year-1366');
});

it('follows what is typed, and takes back a paragraph that is gone', { timeout: 60_000 }, async () => {
  const before = await count();
  await run.page.keyboard.press('End');
  await run.page.keyboard.type('岚水两岸');
  await expect.poll(count).not.toBe(0);
  await expect.poll(() => rows().locator('.here').innerText()).toContain('改动');
  expect(await count()).toBeGreaterThanOrEqual(before);
  await run.page.keyboard.press('Control+z');
  const gone = rows().locator('.beside-row').filter({ hasText: GONE });
  expect(await gone.innerText()).toContain('删去');
  await gone.getByRole('button', { name: '取来放在这里' }).click();
  const taken = await saved();
  expect(words(taken)).toContain(GONE);
  expect(JSON.stringify(taken.articles[0]!.doc.toJSON())).toContain('{"type":"taken","attrs":{"source":"去年"}}');
  await expect.poll(() => gone.getByRole('button').count()).toBe(0);
  await run.page.keyboard.press('Control+z');
  expect(words(await saved())).not.toContain(GONE);
});

it('has 参考资料 in the package, searched, taken at the caret, marked 已用, beside the pages at 1920', { timeout: 60_000 }, async () => {
  await size(1920, 1080);
  await run.page.locator('aside .pages').first().waitFor();
  // Side by side every paragraph on screen is level, wherever the text is scrolled, also below the one that is gone.
  for (const top of [0, 400, 2500, 5000, 300, 1200]) {
    await run.page.locator('.desk').evaluate((desk, to) => desk.scrollTo(0, to), top);
    const found = await levels();
    expect(found.length, `at ${top}`).toBeGreaterThan(0);
    expect(found.filter(([, off]) => Math.abs(off) > 1), `at ${top}`).toEqual([]);
  }
  // A paragraph begun where last year had one more stands right below, and stays there; nothing above moves.
  await run.page.locator('.desk').evaluate((desk) => desk.scrollTo(0, 0));
  await caretAtEnd(run, 1);
  const tops = (): Promise<number[]> => run.page.evaluate(() => [...document.querySelectorAll('.desk .text > *')].slice(0, 4).map((block) => Math.round(block.getBoundingClientRect().top)));
  await run.page.waitForTimeout(300);
  const still = await tops();
  await run.page.keyboard.press('Enter');
  const begun = await tops();
  expect([begun[0], begun[1], begun[2]! - begun[1]!]).toEqual([still[0], still[1], 31]);
  await run.page.waitForTimeout(900);
  expect(await tops()).toEqual(begun);
  await run.page.keyboard.press('Control+z');
  await shootOnce(run, 'last-year-1920');
  await clean();
  await answerOpenDialog(run, PLENARY);
  await pane().getByRole('button', { name: '加参考资料…' }).click();
  // What was added is shown.
  await expect.poll(() => pane().getByRole('tab', { name: '全会公报' }).getAttribute('aria-selected')).toBe('true');
  await pane().getByRole('searchbox', { name: '在参考资料中查找' }).fill('岚水 压倒');
  await expect.poll(() => pane().getByRole('listitem').count()).toBe(1);
  await run.page.locator('.ProseMirror > p').filter({ hasText: '2025年是“十四五”' }).last().click();
  await run.page.keyboard.press('End');
  await pane().getByRole('button', { name: /^取用：/ }).click();
  await expect.poll(() => pane().getByRole('listitem').innerText()).toContain('已用');
  expect(await pane().getByRole('listitem').locator('mark').allInnerTexts()).toEqual(['岚水', '压倒']);
  await clean();
  await shootOnce(run, 'reference-1920');
  // All at once, last year's text too, under the name of each.
  await answerOpenDialog(run, SUBMISSION);
  await pane().getByRole('button', { name: '加参考资料…' }).click();
  await pane().getByRole('tab', { name: '提案委材料' }).waitFor();
  await pane().getByRole('button', { name: '查全部资料' }).click();
  const sources = (): Promise<string[]> => pane().getByRole('region', { name: '各份资料里查到的句子' }).getByRole('heading').allInnerTexts();
  await expect.poll(sources).toEqual(['全会公报　1 句']);
  await pane().getByRole('searchbox', { name: '在参考资料中查找' }).fill('岚水');
  await expect.poll(sources).toEqual([expect.stringMatching(/^去年　\d+ 句$/), '全会公报　1 句', '提案委材料　1 句']);
  expect(await pane().getByRole('status').first().innerText()).toMatch(/含“岚水”的 \d+ 句，在 3 份里　已用 1 句/);
  await clean();
  await shootOnce(run, 'reference-all');
  await pane().getByRole('searchbox', { name: '在参考资料中查找' }).fill('岚水 压倒');
  await expect.poll(() => pane().getByRole('listitem').count()).toBe(1);
  // 已用 leads to the sentence in the text.
  await caretAtEnd(run, 0);
  await pane().getByRole('button', { name: /^已用/ }).click();
  await expect.poll(() => run.page.evaluate(() => (getSelection()?.anchorNode?.parentElement?.closest('.text > p')?.textContent ?? '').includes('压倒性位置'))).toBe(true);
  const pkg = await saved();
  expect(words(pkg)).toContain(SENTENCE);
  expect([...pkg.assets.keys()].filter((id) => id.endsWith('.banxin'))).toHaveLength(2);
  await run.page.keyboard.press('Control+z');
  await run.page.keyboard.press('Control+z');
  await expect.poll(() => pane().getByRole('listitem').innerText()).not.toContain('已用');
  await run.page.keyboard.press('Control+z');
  expect([...(await saved()).assets.keys()].filter((id) => id.endsWith('.banxin'))).toEqual([]);
  await run.page.keyboard.press('Control+Alt+y');
  await pane().waitFor({ state: 'detached' });
  expect(await count()).toBe(0);
});

it('a draft that was not made from last year’s report takes it from a file, in one step of undo', { timeout: 60_000 }, async () => {
  await openAnother(run, path.join(root, 'resources/samples/yunling.banxin'));
  await run.page.keyboard.press('Control+Alt+y');
  await clean();
  await answerOpenDialog(run, FILE);
  await pane().getByRole('button', { name: '选去年的文件…' }).click();
  await rows().getByText('100% 原句').first().waitFor();
  await run.page.locator('.ProseMirror').last().click();
  await run.page.keyboard.press('Control+z');
  await pane().getByRole('button', { name: '选去年的文件…' }).waitFor();
  await run.page.keyboard.press('Control+Alt+y');
});
