// 从去年的报告开始 under the hands of a user, in one program: last year's page by keys from
// the start screen to a draft, its list of tasks worked on, undone, saved and opened again,
// refused as 大会稿 and exported as 工作稿; then a package by mouse, given up half way. All
// on the project's own sample.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { answerMessageBox, answerOpenDialog, answerSaveDialog, launch, openAnother, type Running } from './launch';
import { expectAxeClean, shoot } from './look';

const root = path.resolve(import.meta.dirname, '../..');
const RAW = path.join(root, 'resources/samples/raw-opening.txt');
const SAMPLE = path.join(root, 'resources/samples/yunling.banxin');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-roll-'));
const DRAFT = path.join(folder, '云岭今年.banxin');

let run: Running;
beforeAll(async () => {
  run = await launch();
  await answerMessageBox(run.app, 1);
});
afterAll(() => run.close());

const dialog = (): Locator => run.page.getByRole('dialog', { name: '从去年的报告开始' });
const rows = (): Locator => dialog().getByRole('listbox', { name: '改动' });
const totals = async (): Promise<string> => (await dialog().locator('footer').innerText()).replace(/\s+/g, ' ');
const accepted = async (): Promise<number> => Number(/接受 (\d+)/.exec(await totals())?.[1]);
const step = (): Promise<string> => dialog().locator('.roll-steps [aria-current]').innerText();
const key = (...keys: readonly string[]): Promise<void> => keys.reduce((before, one) => before.then(() => run.page.keyboard.press(one)), Promise.resolve());
const tasks = (): Locator => run.page.locator('.lower .items');
const openTasks = async (): Promise<number> => Number(/待办 (\d+)/.exec((await run.page.locator('.status').textContent()) ?? '')?.[1]);
const progress = async (): Promise<string> => (await run.page.locator('.task-head p').first().innerText()).replace(/\s+/g, ' ');

const clean = (): Promise<void> => expectAxeClean(run);
describe('by keys, from the start screen', () => {
  it('the red button has the focus; the raw page is read, with its doubts named', async () => {
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('从去年的报告开始');
    await clean();
    await shoot(run, 'start');
    await key('Enter');
    await dialog().waitFor();
    expect(await step()).toContain('来源');
    await answerOpenDialog(run, RAW);
    await key('Enter');
    await dialog().getByText('raw-opening.txt').first().waitFor();
    expect(await dialog().innerText()).toMatch(/有 \d+ 处拿不准/);
    expect(await dialog().innerText()).toContain('五届四次');
    await clean();
    await shoot(run, 'source');
  });

  it('the record of the next meeting is 五届五次; without a day the date stays 待填, which is said', async () => {
    await key('Control+Enter');
    await expect.poll(step).toContain('会议信息');
    expect(await dialog().getByLabel('同届顺延').isChecked()).toBe(true);
    expect(await dialog().locator('.reads').innerText()).toContain('第五次会议');
    expect(await dialog().innerText()).toContain('开幕日期没有填');
    expect(await dialog().getByLabel('主持人').inputValue()).toBe('');
    await clean();
    await shoot(run, 'meeting');
    await dialog().getByLabel('开幕').fill('2027年1月11日');
    await expect.poll(() => dialog().innerText()).not.toContain('开幕日期没有填');
  });

  it('changes are walked and turned over by keys, equal ones unfolded, a group at once', async () => {
    await key('Control+Enter');
    await expect.poll(step).toContain('审核改动');
    await expect.poll(() => rows().getByRole('option').count()).toBeGreaterThan(5);
    await clean();
    await shoot(run, 'changes');
    const all = await accepted();
    expect(all).toBeGreaterThan(60);
    // The first row is current: two sessions in one.
    const count = Number(/(\d+) 处同改/.exec(await rows().locator('.roll-row.current').innerText())?.[1] ?? 1);
    await key(' ');
    await expect.poll(accepted).toBe(all - count);
    expect(await totals()).toContain(`不改 ${count}`);
    if (count > 1) {
      await key('ArrowRight', 'ArrowDown', ' ');
      await expect.poll(accepted).toBe(all - count + 1);
      await key('ArrowLeft');
    }
    await key('Home', ' ');
    await expect.poll(accepted).toBe(all);
    await key(' ');
    await expect.poll(accepted).toBeLessThan(all - count);
    await key(' ');
    await expect.poll(accepted).toBe(all);
    await key('End');
    await expect.poll(() => rows().locator('.roll-row.current').innerText()).toContain('已核，不改');
    const left = await dialog().getByLabel('生成草稿后要做的').innerText();
    await key(' ');
    await expect.poll(() => dialog().getByLabel('生成草稿后要做的').innerText()).not.toBe(left);
    await key(' ');
  });

  it('Escape asks, and 接着做 stays', async () => {
    await key('Escape');
    await dialog().getByRole('alert').waitFor();
    await dialog().getByRole('button', { name: '接着做' }).click();
    expect(await step()).toContain('审核改动');
  });

  it('the draft has the new head, the years a year on, its figures empty, and its list of tasks', async () => {
    await rows().focus();
    await key('Control+Enter');
    await dialog().waitFor({ state: 'detached' });
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    const text = await run.page.locator('.window').innerText();
    expect(text).toContain('政协云岭市第五届委员会第五次会议上');
    expect(text).toContain('2027年1月11日');
    expect(text).toContain('2026年工作回顾');
    expect(text).toContain('已从“raw-opening.txt”生成草稿');
    expect(await openTasks()).toBeGreaterThan(50);
    expect(await progress()).toMatch(/^已办 0 \//);
    await clean();
    await shoot(run, 'draft');
  });

  it('one undo gives back last year’s text, one redo the draft', async () => {
    await run.page.locator('.text').first().click();
    await key('Control+z');
    await expect.poll(() => run.page.locator('.window').innerText()).toContain('2025年工作回顾');
    await expect.poll(openTasks).toBe(0);
    await key('Control+y');
    await expect.poll(() => run.page.locator('.window').innerText()).toContain('2026年工作回顾');
    await expect.poll(openTasks).toBeGreaterThan(50);
  });
});

describe('待办', () => {
  it('a figure is filled in the list, with its measure word; Enter goes to the next; undo opens it again', async () => {
    const before = await openTasks();
    await tasks().getByRole('button', { name: '待填', exact: true }).click();
    const first = tasks().locator('.task-fill').first();
    const was = /去年：.*?(\d+)/.exec(await tasks().locator('li.with-action').first().innerText())?.[1] ?? '';
    expect(was).not.toBe('');
    await first.locator('input').focus();
    await shoot(run, 'fill');
    await run.page.keyboard.type('987');
    await key('Enter');
    await expect.poll(openTasks).toBe(before - 1);
    expect(await run.page.evaluate(() => document.activeElement?.closest('.task-fill') !== null)).toBe(true);
    await expect.poll(progress).toMatch(/^已办 1 \//);
    // The next box is empty: Ctrl+Z there takes back what was filled.
    await key('Control+z');
    await expect.poll(openTasks).toBe(before);
    await key('Control+y');
    await expect.poll(openTasks).toBe(before - 1);
    await tasks().getByRole('button', { name: '已办', exact: true }).click();
    await expect.poll(() => tasks().innerText()).toContain(`去年 ${was} → 今年 987`);
    await run.page.locator('.text').first().click();
    await key('Control+z');
    await expect.poll(openTasks).toBe(before);
    await key('Control+y');
    await expect.poll(openTasks).toBe(before - 1);
  });

  it('a click goes to the place; a flag is ticked', async () => {
    const before = await openTasks();
    await tasks().getByRole('button', { name: '待核', exact: true }).click();
    const entry = tasks().locator('li.with-action').first();
    await entry.locator('.plain').click();
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.closest('.ProseMirror') !== null)).toBe(true);
    await entry.getByRole('button', { name: '已核' }).click();
    await expect.poll(openTasks).toBe(before - 1);
    await expect.poll(progress).toMatch(/^已办 2 \//);
    await tasks().getByRole('button', { name: '全部', exact: true }).click();
    await clean();
    await shoot(run, 'tasks');
  });

  it('what last year left over is among the findings, leads to its place, and can be ignored', async () => {
    const tab = run.page.getByRole('tab', { name: /^版面提示/ });
    await tab.click();
    const entries = tasks().locator('li').filter({ hasText: '去年的文稿里就有' });
    await expect.poll(() => entries.count()).toBeGreaterThan(2);
    const count = await entries.count();
    const words = /“(.+?)”/.exec(await entries.first().innerText())?.[1] ?? '';
    const same = await entries.filter({ hasText: words }).count();
    await entries.first().locator('.plain').click();
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.closest('.ProseMirror') !== null)).toBe(true);
    await entries.first().getByRole('button', { name: '忽略' }).click();
    await expect.poll(() => entries.count()).toBe(count - same);
    // Last year's tasks that nobody mentions are one line of a 工作稿, which leads to their table.
    await tasks().locator('li').filter({ hasText: /去年的安排有 \d+ 项，今年的总结里还没有提到/ }).locator('.plain').click();
    await run.page.getByRole('dialog', { name: '承诺与结果' }).waitFor();
    await key('Escape');
    await run.page.getByRole('dialog', { name: '承诺与结果' }).waitFor({ state: 'detached' });
    await run.page.getByRole('tab', { name: /^待办/ }).click();
  });

  it('saved and opened again it knows what is done', async () => {
    const said = await progress();
    await answerSaveDialog(run, DRAFT);
    await key('Control+s');
    await expect.poll(() => existsSync(DRAFT)).toBe(true);
    await openAnother(run, DRAFT);
    await expect.poll(progress).toBe(said);
    const { pkg } = readPackage(new Uint8Array(readFileSync(DRAFT)));
    expect(pkg.versions.map(({ id }) => id)).toEqual(['last-year']);
    expect(pkg.stage).toBe('工作稿第1稿');
  });

  it('is exported as 工作稿 with its holes printed, refused as 大会稿', async () => {
    const pdf = path.join(folder, '工作稿.pdf');
    await answerSaveDialog(run, pdf);
    await key('Control+Shift+E');
    await run.page.locator('.notice.done, .notice.failed').first().waitFor({ timeout: 30_000 });
    const accept = run.page.getByRole('button', { name: '仍然导出' });
    if (await accept.isVisible()) await accept.click();
    await run.page.locator('.notice.done').first().waitFor({ timeout: 30_000 });
    const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
    expect(text).toContain('〔数字：待填〕');
    expect(text).toContain('987');
    await key('Control+k');
    await run.page.keyboard.type('稿次');
    await key('Enter');
    const stage = run.page.getByRole('dialog', { name: '稿次' });
    await stage.getByRole('button', { name: '大会稿', exact: true }).click();
    await stage.getByRole('button', { name: '完成' }).click();
    await answerSaveDialog(run, path.join(folder, '大会稿.pdf'));
    await key('Control+Shift+E');
    const failed = run.page.locator('.notice.failed');
    await failed.first().waitFor({ timeout: 30_000 });
    expect(await failed.first().innerText()).toMatch(/没有导出：[\s\S]*待核“.+”，大会稿不能带着它输出（共 \d+ 处/);
    expect(existsSync(path.join(folder, '大会稿.pdf'))).toBe(false);
  });
});

describe('by mouse, from a package', () => {
  it('a kind is chosen, a change refused, and given up: the open package stays as it was', async () => {
    await openAnother(run, SAMPLE);
    const title = await run.page.locator('.menu').innerText();
    await run.page.getByRole('menuitem', { name: '文件', exact: true }).click();
    await run.page.getByRole('menuitem', { name: /从去年的报告开始/ }).click();
    await dialog().getByRole('button', { name: /用打开着的这份/ }).click();
    await dialog().getByRole('button', { name: '用它，下一步' }).click();
    await dialog().getByLabel('换届', { exact: false }).first().waitFor();
    await dialog().locator('input[value="newTerm"]').check();
    await expect.poll(() => dialog().locator('.reads').innerText()).toContain('第六届委员会第一次会议');
    await dialog().locator('input[value="next"]').check();
    await dialog().getByRole('button', { name: /下一步/ }).click();
    await rows().getByRole('option').first().waitFor();
    const all = await accepted();
    await dialog().getByRole('button', { name: /^数字/ }).click();
    const figure = rows().locator('.roll-row.row.blank').first();
    await figure.locator('.roll-choice span', { hasText: '不改' }).first().click();
    await expect.poll(accepted).toBe(all - 1);
    await rows().locator('.roll-row.head .roll-choice span', { hasText: '本组全部不改' }).last().click();
    await expect.poll(accepted).toBeLessThan(all - 10);
    await dialog().getByRole('button', { name: '上一步' }).click();
    await dialog().getByRole('button', { name: '取消' }).click();
    await dialog().getByRole('alert').waitFor();
    await dialog().getByRole('button', { name: '放弃' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await run.page.locator('.menu').innerText()).toBe(title);
  });

  it('a file is dropped on the view, and looked through in 导入审阅 first', async () => {
    await key('Control+Shift+N');
    await dialog().waitFor();
    const data = { items: [], files: [RAW], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await run.cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 500, data });
    await dialog().getByRole('button', { name: '先作导入审阅' }).click();
    const review = run.page.getByRole('dialog', { name: '导入审阅' });
    await review.getByRole('option').first().waitFor();
    expect(await dialog().count()).toBe(0);
    await key('Escape');
    await review.waitFor({ state: 'detached' });
  });

  it('last year’s Word file is a source, too', async () => {
    const word = path.join(folder, '去年定稿.docx');
    await answerSaveDialog(run, word);
    await key('Control+Shift+S');
    await expect.poll(() => existsSync(word), { timeout: 30_000 }).toBe(true);
    await answerOpenDialog(run, word);
    await key('Control+Shift+N');
    await dialog().getByRole('button', { name: /选择去年的文件/ }).click();
    await expect.poll(() => dialog().locator('.roll-facts').innerText()).toContain('五届四次');
    expect(await dialog().locator('header').innerText()).toContain('来源 去年定稿.docx');
    await key('Control+Enter', 'Control+Enter');
    await rows().getByRole('option').first().waitFor();
    expect(await accepted()).toBeGreaterThan(60);
    await key('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('a fifth session asks which kind the next is; 换届 takes the five-year template', async () => {
    await openAnother(run, DRAFT);
    await key('Control+Shift+N');
    await dialog().getByRole('button', { name: /用打开着的这份/ }).click();
    await key('Control+Enter');
    await expect.poll(step).toContain('会议信息');
    expect(await dialog().locator('input[name="roll-kind"]:checked').count()).toBe(0);
    await key('Control+Enter');
    await expect.poll(() => dialog().getByRole('status').innerText()).toContain('先选今年是同届顺延还是换届');
    await dialog().locator('input[value="newTerm"]').check();
    // A 次 that is no first session's is told, and taken back.
    await dialog().getByLabel('次', { exact: true }).fill('五');
    await dialog().getByText('填的是六届五次，换届应是六届一次').waitFor();
    await dialog().getByLabel('次', { exact: true }).fill('一');
    await dialog().getByText('填的是六届').waitFor({ state: 'detached' });
    await dialog().getByLabel('开幕').fill('2028年13月1日');
    await key('Control+Enter');
    await expect.poll(() => dialog().getByRole('status').innerText()).toContain('“开幕日期”读不出来');
    await dialog().getByLabel('开幕').fill('2028年1月9日');
    await key('Control+Enter');
    await expect.poll(step).toContain('审核改动');
    await shoot(run, 'new-term');
    await clean();
    // What is told before is what 待办 counts after.
    const left = (await dialog().getByLabel('生成草稿后要做的').innerText()).replace(/\s+/g, ' ');
    const [, blanks = '', checks = ''] = /待填 (\d+) 处 待核 (\d+) 处/.exec(left) ?? [];
    expect(Number(blanks)).toBeGreaterThan(50);
    expect(Number(checks)).toBeGreaterThan(20);
    await dialog().getByRole('button', { name: /生成草稿/ }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => run.page.locator('.window').innerText()).toContain('第六届委员会第一次会议');
    await expect.poll(() => run.page.locator('.window').innerText()).toContain('五年');
    await expect.poll(() => run.page.locator('.task-head').innerText()).toContain(`余：待填 ${blanks} · 待核 ${checks}`);
    expect(await run.page.locator('.notice').last().innerText()).toContain(`待填 ${blanks} 处、待核 ${checks} 处`);
    await shoot(run, 'new-term-draft');
  });

  it('the first annual report after it takes the structure of the annual one that the package keeps', async () => {
    await key('Control+Shift+N');
    await dialog().getByRole('button', { name: /用打开着的这份/ }).click();
    await key('Control+Enter');
    await expect.poll(step).toContain('会议信息');
    expect(await dialog().getByLabel('换届后第一份年度报告').isChecked()).toBe(true);
    await dialog().getByRole('button', { name: /用文稿包里的“去年定稿（五届五次）”/ }).click();
    expect(await dialog().innerText()).toContain('用“去年定稿（五届五次）”的结构');
    await key('Control+Enter');
    await expect.poll(step).toContain('审核改动');
    await expect.poll(() => rows().innerText()).toContain('第六届委员会第二次会议');
    await key('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});
