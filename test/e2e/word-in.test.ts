// A Word file under the hands of a user: dropped on the window, its report read, its
// tracked changes chosen, edited, out to Word and in again; its comments where they
// belong, its look given to the booklet; then files that cannot be read, each said so.
import axe from 'axe-core';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMessageBox, answerSaveDialog, caretAtEnd, launch, typeChinese, type Running } from './launch';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/docx');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-word-'));
let run: Running;

beforeAll(async () => {
  run = await launch();
});
afterAll(async () => {
  await run.close();
  rmSync(folder, { recursive: true, force: true });
});

async function drop(file: string): Promise<void> {
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await run.cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

const report = (): Locator => run.page.getByRole('dialog', { name: /^Word 导入报告/ });
/** Drops a file and follows the notice to its report. */
async function openReport(name: string): Promise<void> {
  await drop(path.join(FIXTURES, name));
  await run.page.locator('.notice', { hasText: name }).getByRole('button', { name: '看报告' }).click();
  await report().waitFor();
}

const text = (): Promise<string> => run.page.locator('.ProseMirror').last().innerText();

describe('a Word file with tracked changes', () => {
  it('opens with all accepted, asks with counts, and names what it left out', async () => {
    await drop(path.join(FIXTURES, 'in-changes.docx'));
    await report().waitFor();
    await expect.poll(() => report().getByRole('group').innerText()).toContain('插入 5 处、删除 4 处、移动 1 处、格式 1 处（李岩、周敏）');
    expect(await report().innerText()).toContain('十余80');
    await run.page.evaluate(axe.source);
    expect(await run.page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run('dialog[open]')).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`))).toEqual([]);
    await run.page.keyboard.press('Enter');
    await report().waitFor({ state: 'detached' });
    await expect.poll(text).toContain('开展专题调研12项');
    expect(await text()).not.toContain('十余项');
  });

  it('is read again as it was before them, by keys alone', async () => {
    await run.page.keyboard.press('Control+Alt+Shift+W');
    await report().waitFor();
    await report().getByRole('radio', { name: /按修订前的原文/ }).focus();
    await run.page.keyboard.press('Space');
    await run.page.keyboard.press('Enter');
    await report().waitFor({ state: 'detached' });
    await expect.poll(text).toContain('开展专题调研十余项');
    expect(await text()).not.toContain('新增一段');
  });

  it('is edited, goes out as a Word file, and comes in again as it was', async () => {
    await caretAtEnd(run, 1);
    await typeChinese(run, 'kaihaohui', '开好会议');
    await expect.poll(text).toContain('开好会议');
    const before = await text();
    const out = path.join(folder, '改后.docx');
    await answerSaveDialog(run, out);
    await run.page.keyboard.press('Control+Shift+S');
    await run.page.locator('.notice', { hasText: '已另存为 Word 文档' }).waitFor();
    await answerMessageBox(run.app, 1);
    await drop(out);
    await run.page.locator('.notice', { hasText: '“改后.docx”按 Word 文件打开' }).waitFor();
    await expect.poll(text).toBe(before);
  });
});

it('comments come as 批注 with their authors; a notice leads to the report', async () => {
  await openReport('in-comments.docx');
  expect(await report().innerText()).toContain('批注的作者、时间和所批文字');
  await run.page.keyboard.press('Escape');
  await report().waitFor({ state: 'detached' });
  expect(await run.page.locator('.ProseMirror').allInnerTexts()).toContainEqual(expect.stringContaining('一年来，开展专题调研12项'));
});

it('last year’s look goes onto the booklet, and comes off again', async () => {
  await openReport('in-last-year.docx');
  const use = report().getByRole('button', { name: '单行本用这个版式' });
  await use.click();
  await report().getByRole('button', { name: '单行本已是这个版式' }).waitFor();
  expect(await report().innerText()).toContain('每页 22 行、每行 27 字');
  await run.page.keyboard.press('Escape');
  await report().waitFor({ state: 'detached' });
  await run.page.keyboard.press('Control+Z');
  await run.page.keyboard.press('Control+Alt+Shift+W');
  await use.waitFor();
  expect(await use.isEnabled()).toBe(true);
  await run.page.keyboard.press('Escape');
});

it('an old .doc gives its text, and says what is lost', async () => {
  await answerMessageBox(run.app, 1);
  await openReport('in-old.doc');
  expect(await report().innerText()).toContain('样式、字体、字号和对齐');
  await run.page.keyboard.press('Escape');
  await report().waitFor({ state: 'detached' });
  await expect.poll(text).toContain('“有事好商量”');
});

describe('what cannot be read is said, with what to do', () => {
  it.each([
    ['archive.doc', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', '另存为 Word 文档'],
    ['broken.docx', 'PK\u0003\u0004', '另存为 Word 文档'],
    ['empty.docx', '', '是空的'],
  ])('%s', async (name, content, says) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    await drop(file);
    const failed = run.page.locator('.notice.failed').last();
    await expect.poll(() => failed.innerText()).toContain(says);
    expect(await failed.innerText()).toContain(name);
    expect(existsSync(file)).toBe(true);
    await failed.getByRole('button', { name: '知道了' }).click();
  });
});
