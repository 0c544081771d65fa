// Out to Word and back (issue 5): the booklet saved as a Word file, changed there by
// somebody, taken back piece by piece in one step of undo; then the same texts as plain
// text and as a web page. By keys alone where a user would use them.
import axe from 'axe-core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8 } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readArchive, writeArchive } from '../../src/core/model/zip-archive';
import { answerOpenDialog, answerSaveDialog, launch, openSample, type Running } from './launch';

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-out-'));
const at = (name: string): string => path.join(folder, name);
let run: Running;

beforeAll(async () => {
  run = await launch();
  await openSample(run);
});
afterAll(async () => {
  await run.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Presses the command's keys and waits for the notice of the file. */
async function exported(keys: string, name: string): Promise<string> {
  await answerSaveDialog(run, at(name));
  await run.page.keyboard.press(keys);
  const notice = run.page.locator('.notice', { hasText: name });
  await notice.waitFor();
  const said = await notice.innerText();
  await expect(notice.getByRole('button').allTextContents()).resolves.toEqual(['打开', '打开所在文件夹', '知道了']);
  await notice.getByRole('button', { name: '知道了' }).click();
  return said;
}

const dialog = (): Locator => run.page.getByRole('dialog', { name: /^取回 Word 改稿/ });
/** All of the text: what lies outside of the view has no innerText. */
const text = (): Promise<string> => run.page.evaluate(() => document.querySelector('.text')?.textContent ?? '');

it('另存为 Word writes the edition shown', async () => {
  expect(await exported('Control+Shift+S', '单行本.docx')).toContain('版心排出来是 18 页，Word 里可能相差一页');
  expect(strFromU8(readArchive(new Uint8Array(readFileSync(at('单行本.docx')))).get('word/document.xml')!)).toContain('收到提案312件');
});

it('what somebody changed in it is shown by section and taken back piece by piece, in one step of undo', async () => {
  const files = readArchive(new Uint8Array(readFileSync(at('单行本.docx'))));
  const xml = strFromU8(files.get('word/document.xml')!);
  const changed = xml.replace('收到提案312件', '收到提案328件').replace(/<w:p><w:pPr><w:pStyle w:val="Heading1"\/><\/w:pPr>(?:(?!<\/w:p>).)*2026年工作安排/, '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>这一段是在 Word 里添上的。</w:t></w:r></w:p>$&');
  files.set('word/document.xml', strToU8(changed));
  writeFileSync(at('改稿.docx'), writeArchive(files));

  await answerOpenDialog(run, at('改稿.docx'));
  await run.page.keyboard.press('Control+Alt+Shift+F');
  await dialog().waitFor();
  const shown = await dialog().innerText();
  expect(shown).toContain('2 处不同');
  expect(await dialog().locator('del').allInnerTexts()).toEqual(['312']);
  expect(await dialog().locator('ins').allInnerTexts()).toEqual(['328', '这一段是在 Word 里添上的。']);
  await run.page.evaluate(axe.source);
  expect(await run.page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run('dialog[open]')).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`))).toEqual([]);
  // The second piece is not wanted: by the keyboard.
  await dialog().getByRole('checkbox').nth(1).focus();
  await run.page.keyboard.press('Space');
  expect(await dialog().getByRole('status').innerText()).toBe('取 1 处，不取 1 处');
  await dialog().getByRole('button', { name: '取回 1 处' }).press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(text).toContain('收到提案328件');
  expect(await text()).not.toContain('在 Word 里添上的');
  await run.page.keyboard.press('Control+Z');
  await expect.poll(text).toContain('收到提案312件');
});

it('what a 大字稿 leaves out is not in its Word file, and is no deletion when that comes back', async () => {
  const gap = '收到提案312件';
  await run.page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('.text')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      node.parentElement!.closest<HTMLElement>('.ProseMirror')!.focus();
      getSelection()!.setBaseAndExtent(node, at, node, at + words.length);
      return;
    }
  }, gap);
  await expect.poll(() => run.page.locator('.status').innerText()).toContain('选中');
  await run.page.keyboard.press('Control+Alt+X');
  await run.page.keyboard.press('Alt+3');
  await run.page.getByRole('tab', { name: '大字稿', selected: true }).waitFor();
  await exported('Control+Shift+S', '大字稿.docx');
  const files = readArchive(new Uint8Array(readFileSync(at('大字稿.docx'))));
  const xml = strFromU8(files.get('word/document.xml')!);
  expect(xml).not.toContain('312');
  files.set('word/document.xml', strToU8(xml.replace('商圈、车站', '商圈、集市、车站')));
  writeFileSync(at('念稿改.docx'), writeArchive(files));
  await answerOpenDialog(run, at('念稿改.docx'));
  await run.page.keyboard.press('Control+Alt+Shift+F');
  await dialog().waitFor();
  expect(await dialog().innerText()).toContain('1 处不同');
  expect(await dialog().innerText()).toContain('标了“宣读略”的 1 处不在这个文件里，原样留着');
  await run.page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(text).toContain('商圈、集市、车站');
  expect(await text()).toContain(gap);
  await run.page.keyboard.press('Alt+1');
});

it('plain text for old systems, and a web page', async () => {
  await exported('Control+Alt+Shift+G', '单行本.txt');
  expect(new TextDecoder('gb18030').decode(readFileSync(at('单行本.txt')))).toContain('一、2025年工作回顾\r\n');
  await exported('Control+Alt+Shift+A', '单行本.html');
  expect(readFileSync(at('单行本.html'), 'utf8')).toContain('<h2>一、2025年工作回顾</h2>');
});
