// The 数字台账 and 承诺与结果 under the hands of a user, in one program, on the project's own
// sample with a last year made of it: figures confirmed and changed, told again, undone,
// written out and read back; promises judged and written out.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article, Package } from '../../src/core/model/package';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { articleFromJson, articleToJson } from '../../src/core/model/package-json';
import { schema } from '../../src/core/model/schema';
import { readCsv } from '../../src/core/report/csv';
import { encodeGb18030 } from '../../src/node/encode-gb18030';
import { answerMessageBox, answerOpenDialog, answerSaveDialog, launch, openFile, type Running } from './launch';
import { expectAxeClean, shoot } from './look';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-figures-'));
const FILE = path.join(folder, '云岭.banxin');

/** The sample as last year had it: every bare number of two or three digits one less. */
function lastYear(article: Article): Article {
  return articleFromJson(JSON.parse(JSON.stringify(articleToJson(article)).replace(/(?<=[^\d.-])(\d{2,3})(?=[件次条人篇场个])/g, (n) => String(Number(n) - 1))) as Parameters<typeof articleFromJson>[0]);
}

function made(): Package {
  const { pkg } = readPackage(readFileSync(path.join(root, 'resources/samples/yunling.banxin')));
  const [report, ...others] = pkg.articles;
  const bad = schema.node('paragraph', null, schema.text('全年收到来信171件：城建类62件、教育类71件、生态类40件。'));
  const doc = report!.doc.copy(report!.doc.content.addToStart(bad));
  return { ...pkg, articles: [{ ...report!, doc }, ...others], versions: [{ id: 'last-year', name: '去年定稿', date: '2025-01-08', meeting: pkg.meeting, articles: pkg.articles.map(lastYear) }] };
}

let run: Running;
beforeAll(async () => {
  writeFileSync(FILE, writePackage(made(), null));
  run = await launch();
  await answerMessageBox(run.app, 1);
  await openFile(run, FILE);
});
afterAll(() => run.close());

const key = (...keys: readonly string[]): Promise<void> => keys.reduce((before, one) => before.then(() => run.page.keyboard.press(one)), Promise.resolve());
const ledger = (): Locator => run.page.getByRole('dialog', { name: '数字台账' });
const grid = (): Locator => ledger().getByRole('grid');
const current = (): Promise<string> => ledger().locator('.figure-row.current').innerText();
const kinds = async (): Promise<string> => (await ledger().getByRole('group', { name: '状态' }).innerText()).replace(/\s+/g, ' ');

const clean = (): Promise<void> => expectAxeClean(run);
describe('the ledger', () => {
  it('opens by its key with every figure, the one that does not add up told in its row', async () => {
    await key('Control+Shift+d');
    await grid().waitFor();
    expect(await kinds()).toMatch(/全部 (\d{2,}) 有出入 4 未核实 \d+/);
    expect(await current()).toContain('分项相加173件，比总数“171件”多2');
    await clean();
    await shoot(run, 'figures');
    const pairs = ledger().locator('.ledger-pair');
    expect(await pairs.count()).toBe(12);
    await ledger().getByRole('button', { name: /^全部 \d+ 组$/ }).press('Enter');
    expect(await pairs.count()).toBeGreaterThan(100);
    await grid().focus();
  });

  it('a cell is typed in, the figure confirmed; changed in its sentence it is 未核实 again', async () => {
    await key('Control+f');
    await run.page.keyboard.insertText('提案');
    await key('Enter', 'Home');
    await expect.poll(() => grid().evaluate((element) => element === document.activeElement)).toBe(true);
    for (let i = 0; i < 5; i++) await key('ArrowRight');
    await key('Enter');
    await run.page.keyboard.insertText('提案委');
    await key('Tab', 'Enter');
    await run.page.keyboard.insertText('提案系统导出');
    await key('Enter', 'ArrowUp');
    await key(' ');
    await expect.poll(kinds).toContain('已核实 1');
    expect(await current()).toMatch(/提案委[\s\S]*提案系统导出[\s\S]*已核实/);
    await shoot(run, 'figures-confirmed');
    // To the sentence: the number stands selected there, and is typed over.
    for (let i = 0; i < 6; i++) await key('ArrowLeft');
    await key('Enter');
    await ledger().waitFor({ state: 'detached' });
    const words = (): Promise<string> => run.page.evaluate(() => getSelection()?.toString() ?? '');
    await expect.poll(words).toMatch(/^\d+$/);
    const selected = await words();
    await run.page.keyboard.insertText(String(Number(selected) + 3));
    await key('Control+Shift+d');
    await expect.poll(kinds).toContain('已核实 0');
    expect(await current()).toContain('改后未核');
    // Undone, it stands as it was confirmed.
    await key('Control+z');
    await expect.poll(kinds).toContain('已核实 1');
  });

  it('goes out as CSV and comes back with what the 委室 wrote; what does not match is listed', async () => {
    const file = path.join(folder, '台账.csv');
    await answerSaveDialog(run, file);
    await ledger().getByRole('button', { name: '导出 CSV' }).click();
    await ledger().getByText(/已导出 台账\.csv/).waitFor();
    const [head = [], ...lines] = readCsv(readFileSync(file, 'utf8'));
    expect(lines.length).toBe(Number(/全部 (\d+)/.exec(await kinds())?.[1]));
    const column = (title: string): number => head.indexOf(title);
    const reply = lines.slice(0, 6).map((line, index) => line.map((cell, at) => (at === column('责任委室') ? '研究室' : at === column('依据') ? '来信登记簿' : at === column('状态') && index < 4 ? '已核实' : cell)));
    reply[5]![column('数值')] = '99999';
    // As an old Excel saves it: tabs between, GB18030.
    const answer = path.join(folder, '回表.csv');
    writeFileSync(answer, encodeGb18030([head, ...reply].map((line) => line.join('\t')).join('\r\n')).bytes);
    await answerOpenDialog(run, answer);
    await ledger().getByRole('button', { name: 'CSV 导入' }).click();
    await ledger().getByText(/对上 6 行/).waitFor();
    expect(await ledger().getByRole('region', { name: '没有收下的' }).innerText()).toContain('99999');
    // The four of the bad sum are confirmed as they stand: it is told no more.
    await expect.poll(kinds).toMatch(/有出入 0 .*已核实 5/);
    await clean();
    await shoot(run, 'figures-reply');
    await ledger().getByRole('button', { name: '看过了' }).click();
    await grid().focus();
    await key('Control+z');
    await expect.poll(kinds).toMatch(/有出入 4 .*已核实 1/);
    await key('Control+y');
  });

  it('writes a 数据核对表 for each 委室 that another program reads', async () => {
    const out = path.join(folder, '核对表');
    mkdirSync(out);
    await answerOpenDialog(run, out);
    await ledger().getByRole('button', { name: '导出数据核对表' }).click();
    await ledger().getByText(/已导出 3 张数据核对表/).waitFor({ timeout: 60_000 });
    expect(readdirSync(out).toSorted()).toEqual(['数据核对表 提案委.docx', '数据核对表 未定委室.docx', '数据核对表 研究室.docx'].toSorted());
    const xml = execFileSync('unzip', ['-p', path.join(out, '数据核对表 研究室.docx'), 'word/document.xml'], { encoding: 'utf8' });
    const text = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
    expect(text).toContain('责任委室：研究室');
    expect(text).toMatch(/工作报告\s*数据核对表/);
    expect(text).toMatch(/171件[\s\S]*来信登记簿[\s\S]*已核实/);
    expect(xml.match(/<w:tr>/g)?.length).toBe(7);
  });

  it('says which sheet it writes, and stops with whole files alone', async () => {
    const out = path.join(folder, '停下');
    mkdirSync(out);
    await answerOpenDialog(run, out);
    await ledger().getByRole('button', { name: '导出数据核对表' }).click();
    const stop = ledger().getByRole('button', { name: '停止' });
    await stop.click();
    await stop.waitFor({ state: 'detached' });
    await expect.poll(() => ledger().locator('footer').innerText()).not.toContain('正在写');
    expect(await ledger().locator('footer').innerText()).not.toContain('已导出 3 张');
    const written = readdirSync(out);
    expect(written.length).toBeLessThan(3);
    expect(written.every((name) => name.endsWith('.docx'))).toBe(true);
    await key('Escape');
  });
});

describe('promises', () => {
  const view = (): Locator => run.page.getByRole('dialog', { name: '承诺与结果' });
  const note = (): Promise<string> => view().locator('header p').innerText();
  const row = (): Promise<string> => view().locator('.promise-row.current').innerText();

  it('stand beside this year’s sentences, are judged by keys, and another sentence is chosen', async () => {
    await key('Control+Shift+j');
    await view().waitFor();
    const [, count = ''] = /去年的安排 (\d+) 项 · 已定 0 · 今年没有提到 \d+/.exec(await note()) ?? [];
    expect(Number(count)).toBeGreaterThan(10);
    await clean();
    await shoot(run, 'promises');
    await key('1', 'ArrowDown', '4');
    await expect.poll(note).toContain('已定 2');
    await key('Enter');
    await run.page.keyboard.insertText('协商');
    await key('ArrowDown', 'Enter');
    await expect.poll(row).toContain('手工选定');
    expect(await row()).toMatch(/协商[\s\S]*状态：改名/);
    await key('Control+z');
    await expect.poll(row).not.toContain('手工选定');
    await key('Control+y');
    await expect.poll(row).toContain('手工选定');
    await clean();
  });

  it('go out as CSV and as a Word file, and are kept in the package', async () => {
    const csv = path.join(folder, '承诺.csv');
    await answerSaveDialog(run, csv);
    await view().getByRole('button', { name: '导出 CSV' }).click();
    await view().getByText(/已导出 承诺\.csv/).waitFor();
    const table = readCsv(readFileSync(csv, 'utf8'));
    expect([table[1]?.at(-1), table[2]?.at(-1), table[2]?.at(-2)]).toEqual(['完成', '改名', '手工选定']);
    const docx = path.join(folder, '承诺.docx');
    await answerSaveDialog(run, docx);
    await view().getByRole('button', { name: '导出 Word 表' }).click();
    await view().getByText(/已导出 承诺\.docx/).waitFor({ timeout: 60_000 });
    const xml = execFileSync('unzip', ['-p', docx, 'word/document.xml'], { encoding: 'utf8' });
    expect(xml.match(/<w:tr>/g)?.length).toBe(table.length);
    expect(xml.replace(/<[^>]+>/g, '')).toMatch(/完成1项，部分0项，未提0项，改名1项/);
    await key('Escape');
    await view().waitFor({ state: 'detached' });
    await key('Control+s');
    await expect.poll(() => Object.keys(readPackage(readFileSync(FILE)).pkg.promises ?? {}).length).toBe(2);
    const { figures = {} } = readPackage(readFileSync(FILE)).pkg;
    expect(Object.values(figures).filter(({ confirmed }) => confirmed !== null).length).toBe(5);
  });
});
