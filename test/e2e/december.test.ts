// December, once and whole, in one program: last year's Word file, as LibreOffice saved it,
// becomes this year's draft; the first 工作稿 is frozen, figures are filled in from 待办, a
// paragraph is written through an input method beside last year's text, the draft becomes
// 征求意见稿; both are compared with last year's; 花脸稿, Word 修订稿, 修改说明, the Word file
// and the booklet go out and are read back by other programs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { answerMessageBox, answerOpenDialog, answerSaveDialog, caretAtEnd, launch, typeChinese, type Running } from './launch';
import { shootOnce } from './look';

const LAST = path.resolve(import.meta.dirname, '../fixtures/docx/lo-report.docx');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-december-'));
const at = (name: string): string => path.join(folder, name);
const DRAFT = at('云岭2027.banxin');
/** In no report of last year. */
const WRITTEN = '数字履职平台上线一年，群众的话当天有人看。';
/** So many figures are known in December. */
const FILLED = 12;
const figureOf = (index: number): string => String(901 + index);

let run: Running;
beforeAll(async () => {
  run = await launch();
  await answerMessageBox(run.app, 1);
});
afterAll(async () => {
  await run.close();
  rmSync(folder, { recursive: true, force: true });
});

const key = (...keys: readonly string[]): Promise<void> => keys.reduce((before, one) => before.then(() => run.page.keyboard.press(one)), Promise.resolve());
const openTasks = async (): Promise<number> => Number(/待办 (\d+)/.exec((await run.page.locator('.status').textContent()) ?? '')?.[1]);
const dialog = (name: string): Locator => run.page.getByRole('dialog', { name });
const plain = (pdf: string): string => execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
const wordXml = (file: string): string => strFromU8(unzipSync(readFileSync(file))['word/document.xml']!);
const texts = (xml: string, tag: string): string => [...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>([^<]*)</w:${tag}>`, 'g'))].map(([, text]) => text).join('');

/** Asks for a file, says yes to what is still open where that is asked, and waits until it is written. */
async function written(name: string, ask: () => Promise<unknown>): Promise<string> {
  await answerSaveDialog(run, at(name));
  await ask();
  const yes = run.page.getByRole('button', { name: '仍然导出' });
  const done = run.page.locator('.notice.done', { hasText: name });
  await yes.or(done).first().waitFor({ timeout: 40_000 });
  // A view stands over the notices, which are above it in no order of the mouse.
  if (await yes.first().isVisible()) await yes.first().dispatchEvent('click');
  await done.first().waitFor({ state: 'attached', timeout: 40_000 });
  expect(existsSync(at(name))).toBe(true);
  return at(name);
}

describe('December', () => {
  it('last year’s Word file becomes this year’s draft, saved and frozen as 工作稿第1稿', { timeout: 90_000 }, async () => {
    await answerOpenDialog(run, LAST);
    // The menu stands before the start screen has the keyboard.
    await run.page.locator('button.roll:focus').waitFor();
    await key('Enter');
    const roll = dialog('从去年的报告开始');
    await roll.waitFor();
    await key('Enter');
    await expect.poll(() => roll.locator('.roll-facts').innerText(), { timeout: 20_000 }).toContain('五届四次');
    await key('Control+Enter');
    await roll.getByLabel('开幕').fill('2027年1月11日');
    await key('Control+Enter');
    await roll.getByRole('listbox', { name: '改动' }).getByRole('option').first().waitFor();
    await key('Control+Enter');
    await roll.waitFor({ state: 'detached' });
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    expect(await openTasks()).toBeGreaterThan(FILLED);
    await answerSaveDialog(run, DRAFT);
    await key('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').innerText(), { timeout: 20_000 }).toMatch(/已保存$/);
    await key('Control+Alt+v');
    await dialog('稿次').getByRole('checkbox').check();
    await dialog('稿次').getByRole('textbox', { name: '附注' }).fill('刚从去年滚出来');
    await dialog('稿次').getByRole('button', { name: '定稿次' }).click();
    await dialog('稿次').waitFor({ state: 'detached' });
  });

  it('is filled in from 待办 and written on beside last year’s text', { timeout: 90_000 }, async () => {
    const before = await openTasks();
    await run.page.getByRole('tab', { name: /^待办/ }).click();
    const tasks = run.page.locator('.lower .items');
    await tasks.getByRole('button', { name: '待填', exact: true }).click();
    await tasks.locator('.task-fill input').first().focus();
    for (let i = 0; i < FILLED; i++) {
      await run.page.keyboard.type(figureOf(i));
      await key('Enter');
      await expect.poll(openTasks).toBe(before - i - 1);
    }
    await key('Control+Alt+y');
    const beside = run.page.getByRole('region', { name: '去年的文字' });
    await beside.locator('del').first().waitFor();
    await caretAtEnd(run, 2);
    await key('Enter');
    await typeChinese(run, 'shuzi', WRITTEN);
    await expect.poll(() => beside.innerText()).toContain(`去年没有这一段（今年 ${WRITTEN.length} 字）`);
    await shootOnce(run, 'december-beside');
    await key('Control+Alt+y');
    await key('Control+Alt+v');
    await dialog('稿次').getByRole('button', { name: '征求意见稿', exact: true }).click();
    await dialog('稿次').getByRole('button', { name: '完成' }).click();
  });

  it('is compared with last year’s report: 花脸稿, Word 修订稿, 修改说明', { timeout: 120_000 }, async () => {
    await key('Control+Alt+d');
    const view = dialog('两稿对比');
    const was = view.getByRole('combobox', { name: '原来的稿' });
    // What was frozen last stands there, last year's report is one of the others.
    expect(await was.locator('option:checked').innerText()).toContain('工作稿第1稿');
    await view.getByRole('list', { name: '修改说明' }).getByText(`增写“${WRITTEN.split('，')[0]}”一段`).waitFor({ timeout: 20_000 });
    const since = await view.getByRole('list', { name: '修改说明' }).getByRole('listitem').count();
    await was.selectOption({ label: (await was.locator('option', { hasText: '去年定稿' }).first().innerText()) });
    await expect.poll(() => view.getByRole('list', { name: '修改说明' }).getByRole('listitem').count()).toBeGreaterThan(since);
    await view.locator('canvas[data-key]').first().waitFor({ timeout: 40_000 });
    await shootOnce(run, 'december-compare');
    const pdf = plain(await written('花脸稿.pdf', () => view.getByRole('button', { name: '导出花脸稿 PDF' }).click()));
    for (const words of [WRITTEN, figureOf(0), '花脸稿', '第四次第五次']) expect(pdf).toContain(words);
    const word = wordXml(await written('修订稿.docx', () => view.getByRole('button', { name: 'Word 修订稿' }).click()));
    expect(word.match(/<w:ins /g)!.length).toBeGreaterThan(FILLED);
    expect(texts(word, 't')).toContain(WRITTEN);
    expect(texts(word, 'delText')).toContain('第四次');
    const explained = wordXml(await written('修改说明.docx', () => view.getByRole('button', { name: '修改说明 Word' }).click()));
    expect(texts(explained, 't')).toContain(`增写“${WRITTEN.split('，')[0]}”一段`);
    await key('Escape');
    await view.waitFor({ state: 'detached' });
  });

  it('goes out as Word file and booklet, its stage in brackets under the title, its holes as ××', { timeout: 90_000 }, async () => {
    const word = texts(wordXml(await written('征求意见稿.docx', () => key('Control+Shift+S'))), 't');
    const pdf = plain(await written('征求意见稿.pdf', () => key('Control+Shift+E')));
    for (const text of [word, pdf]) for (const words of [WRITTEN, figureOf(FILLED - 1), '第五次会议', '××']) expect(text).toContain(words);
    expect(pdf).toContain('（征求意见稿）');
    expect(pdf).not.toContain('待填');
    await key('Control+s');
    await expect.poll(() => run.page.locator('.menu .title').innerText(), { timeout: 20_000 }).toMatch(/已保存$/);
    const { pkg } = readPackage(readFileSync(DRAFT));
    expect([pkg.stage, pkg.versions.map(({ name }) => name)]).toEqual(['征求意见稿', [expect.stringContaining('去年定稿'), '工作稿第1稿']]);
    expect(run.complaints).toEqual([]);
  });
});
