// 会议信息 in the real window: typed once, changed once. A value that is set by the
// keyboard stands at once in the text on screen, in the heads and on the pages, each
// value is one step of undo, and what cannot be read is said beside its box.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePackage } from '../../src/core/model/package-file';
import type { Meeting } from '../../src/core/model/package';
import { article, doc, field, h, p, packageOf } from '../build';
import { shipped } from '../build-edition';
import { answerOpenDialog, answerSaveDialog, caretAtEnd, launch, openFile, pageKeys, type Running } from './launch';
import { expectAxeClean, shoot } from './look';

const MEETING: Partial<Meeting> = {
  place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' }, term: 5, session: 4, opens: '2027-01-12', speaker: '林致远',
};

const BODY = doc(p('大会于', field('opens'), '在', field('venue'), '开幕。'), h(1, '过去一年'), p('报告人是', field('speaker'), '。'));

const PACKAGE = packageOf(
  [article('a', 'report', BODY, { 'deck.main': [field('title')], 'head.occasion': [field('occasion', 'dash')], 'head.date': [field('opens', 'bracket')] })],
  [shipped('gb', ['a'])],
  MEETING,
);

describe('会议信息', () => {
  let run: Running;
  const box = (name: string) => run.page.getByRole('dialog').getByRole('textbox', { name, exact: true });
  const text = (selector: string) => run.page.locator(selector).first().textContent();

  beforeAll(async () => {
    run = await launch();
    const file = path.join(run.folder, '会.banxin');
    writeFileSync(file, writePackage(PACKAGE, null));
    await openFile(run, file);
  });
  afterAll(async () => {
    await run.close();
  });

  it('opens by its key, with the record in its boxes', async () => {
    await run.page.locator('.text').click();
    await run.page.keyboard.press('Control+Shift+M');
    await run.page.getByRole('dialog', { name: '会议信息' }).waitFor();
    expect(await box('开幕日期').inputValue()).toBe('2027年1月12日');
    expect(await box('会议届').inputValue()).toBe('五');
    expect(await run.page.locator('.reads dd').allTextContents()).toEqual([
      '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第四次会议上', '五届四次',
    ]);
  });

  it('a date typed with hyphens is set when the box is left, and stands in text, head and pages', async () => {
    const before = await pageKeys(run);
    await box('开幕日期').fill('2027-01-20');
    await run.page.keyboard.press('Tab');
    await expect.poll(() => text('.text p')).toBe('大会于2027年1月20日在〔会场：未填〕开幕。');
    expect(await text('.ProseMirror[aria-label="日期"]')).toBe('（2027年1月20日）');
    expect(await box('开幕日期').inputValue()).toBe('2027年1月20日');
    await expect.poll(async () => (await pageKeys(run)).get(0)).not.toBe(before.get(0));
  });

  it('the preview follows the letters before the box is left', async () => {
    await box('次').fill('一');
    expect(await run.page.locator('.reads dd').allTextContents()).toEqual([
      '中国人民政治协商会议云岭市第四届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第一次会议上', '五届一次',
    ]);
    expect(await run.page.getByText('不填就是第四届：第一次会议报告上一届的工作').count()).toBe(1);
    await box('次').fill('四');
  });

  it('a value that cannot be read is said beside its box, and is not set', async () => {
    await box('闭幕日期').fill('2027-02-30');
    await run.page.keyboard.press('Tab');
    await run.page.getByText('2027 年 2 月没有 30 日').waitFor();
    expect(await box('闭幕日期').getAttribute('aria-invalid')).toBe('true');
    // Enter would close the form: it leads to the box that is wrong.
    await box('会场').fill('云岭大会堂');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('2027-02-30');
    await box('闭幕日期').fill('');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => text('.text p')).toBe('大会于2027年1月20日在云岭大会堂开幕。');
  });

  it('each value is one step of undo, on screen too, and redo brings them back', async () => {
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.classList.contains('text'))).toBe(true);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => text('.text p')).toBe('大会于2027年1月20日在〔会场：未填〕开幕。');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => text('.text p')).toBe('大会于2027年1月12日在〔会场：未填〕开幕。');
    expect(await text('.ProseMirror[aria-label="日期"]')).toBe('（2027年1月12日）');
    await run.page.keyboard.press('Control+y');
    await run.page.keyboard.press('Control+y');
    await expect.poll(() => text('.text p')).toBe('大会于2027年1月20日在云岭大会堂开幕。');
  });

  it('Escape keeps what was typed and can be read', async () => {
    await run.page.getByRole('button', { name: '填写会议信息' }).click();
    await box('报告人').fill('周明');
    await run.page.keyboard.press('Escape');
    await expect.poll(() => run.page.locator('.text p').nth(1).textContent()).toBe('报告人是周明。');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.text p').nth(1).textContent()).toBe('报告人是林致远。');
  });

  it('a value of the record is put into the text by the menu, follows it, and becomes text by Backspace', async () => {
    const last = () => run.page.locator('.text p').nth(1);
    await caretAtEnd(run, 2);
    await run.page.getByRole('menuitem', { name: '插入', exact: true }).first().click();
    await run.page.getByRole('menuitem', { name: '会议信息项…' }).click();
    await run.page.getByLabel('哪一项').selectOption({ label: '会议届' });
    await run.page.getByLabel('写法').selectOption({ label: '第五届' });
    await run.page.keyboard.press('Enter');
    await expect.poll(() => last().textContent()).toBe('报告人是林致远。第五届');
    await run.page.getByRole('button', { name: '填写会议信息' }).click();
    await box('会议届').fill('第六届');
    await run.page.keyboard.press('Escape');
    await expect.poll(() => last().textContent()).toBe('报告人是林致远。第六届');
    // A double click opens it again.
    await last().locator('.field').last().dblclick();
    await run.page.getByLabel('写法').selectOption({ label: '六届' });
    await run.page.keyboard.press('Enter');
    await expect.poll(() => last().textContent()).toBe('报告人是林致远。六届');
    await caretAtEnd(run, 2);
    await run.page.keyboard.press('Backspace');
    await expect.poll(() => last().locator('.field').count()).toBe(1);
    expect(await last().textContent()).toBe('报告人是林致远。六届');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => last().locator('.field').count()).toBe(2);
  });

  const pageCount = async (): Promise<number> => Number(/第 \d+ \/ (\d+) 页/.exec((await run.page.locator('footer, .status').first().textContent()) ?? '')?.[1]);

  it('版式设置: a cover and 目录 by the keyboard stand on the pages at once, are one step of undo', async () => {
    await run.page.locator('.text').click();
    await expect.poll(pageCount).toBeGreaterThan(0);
    const plain = await pageCount();
    await run.page.keyboard.press('Alt+5');
    const dialog = run.page.getByRole('dialog', { name: /^版式设置/ });
    await dialog.getByRole('checkbox', { name: /^印封面/ }).focus();
    await run.page.keyboard.press('Space');
    await dialog.getByRole('checkbox', { name: '目录' }).focus();
    await run.page.keyboard.press('Space');
    await dialog.getByRole('textbox', { name: '文件序号' }).fill('之三');
    await expectAxeClean(run);
    await shoot(run, 'edition');
    await run.page.keyboard.press('Enter');
    await expect.poll(pageCount).toBe(plain + 2);
    await run.page.keyboard.press('Control+z');
    await expect.poll(pageCount).toBe(plain);
  });

  it('新建版式: a second newspaper stands beside the first, is shown, and goes again; its notice goes with the undoing', async () => {
    const which = run.page.getByRole('combobox', { name: '哪一份' });
    await run.page.keyboard.press('Alt+6');
    const dialog = run.page.getByRole('dialog', { name: '新建版式' });
    await dialog.getByRole('combobox', { name: '种类' }).selectOption('报纸');
    const preset = dialog.getByRole('combobox', { name: '开本' });
    await preset.selectOption('对开 6 栏');
    // A page of one's own: another kind's is refused in the dialog, the right one is taken under its name.
    const own = path.join(run.folder, '市报.json');
    writeFileSync(own, '{"extends": "gb"}');
    await answerOpenDialog(run, own);
    await dialog.getByRole('button', { name: '自己的…' }).click();
    await dialog.getByRole('button', { name: '从文件…' }).click();
    await expect.poll(() => dialog.getByRole('alert').textContent()).toContain('“市报.json”是会议文件单行本的');
    writeFileSync(own, '{"extends": "N8", "name": "市报 7 栏", "master": {"columns": 7}}');
    await dialog.getByRole('button', { name: '从文件…' }).click();
    await expect.poll(() => preset.locator('option:checked').textContent()).toBe('市报 7 栏');
    expect(await dialog.getByRole('alert').count()).toBe(0);
    // By numbers, from what was chosen: what does not fit is said, and nothing is made of it; the preset that was chosen is left.
    await dialog.getByRole('button', { name: '自己的…' }).click();
    const own7 = dialog.getByRole('group', { name: '自己的开本' });
    await own7.getByRole('textbox', { name: '栏数（栏）' }).fill('9');
    await expect.poll(() => own7.getByRole('status').textContent()).toMatch(/栏数：横着放不下.*改为 8 栏/);
    await dialog.getByRole('button', { name: '新建', exact: true }).click();
    expect(await dialog.count()).toBe(1);
    await own7.getByRole('textbox', { name: '栏数（栏）' }).fill('6');
    await own7.getByRole('textbox', { name: '名称' }).fill('市报 6 栏');
    await expect.poll(() => own7.getByRole('status').textContent()).toContain('一版满排');
    await expect.poll(() => preset.locator('option:checked').textContent()).toBe('市报 6 栏');
    // For the paper's other machine: as a file, which is the same page there.
    const file = path.join(run.folder, '市报 6 栏.json');
    await answerSaveDialog(run, file);
    await own7.getByRole('button', { name: '存成文件…' }).click();
    await expect.poll(() => own7.innerText()).toContain('已存成“市报 6 栏.json”');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ name: '市报 6 栏', kind: 'newspaper', master: { kind: 'paper', columns: 6, name: '市报 6 栏' } });
    await preset.selectOption('对开 8 栏');
    await answerOpenDialog(run, file);
    await dialog.getByRole('button', { name: '自己的…' }).click();
    await dialog.getByRole('button', { name: '从文件…' }).click();
    await expect.poll(() => preset.locator('option:checked').textContent()).toBe('市报 6 栏');
    await dialog.getByRole('button', { name: '自己的…' }).click();
    await expect.poll(() => own7.getByRole('textbox', { name: '栏数（栏）' }).inputValue()).toBe('6');
    await shoot(run, 'own-page');
    await shoot(run, 'own-preset');
    await dialog.getByRole('textbox', { name: '名称', exact: true }).first().fill('闭幕版');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => which.locator('option:checked').textContent()).toBe('闭幕版');
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    await run.page.keyboard.press('Alt+7');
    await expect.poll(() => which.count()).toBe(0);
    expect(await run.page.getByRole('tab', { name: '报纸' }).getAttribute('aria-selected')).toBe('true');
    expect(await run.page.locator('.notice').textContent()).toContain('已删除版式“闭幕版”');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => which.locator('option').count()).toBe(2);
    expect(await run.page.locator('.notice').count()).toBe(0);
  });
});
