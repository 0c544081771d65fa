// A journey by keyboard alone (issue 3, §9 e): from an imported text to an exported
// PDF, its doubtful cut answered (b), a section moved, numbers and outline following,
// all undone, a word replaced, the package saved.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answerOpenDialog, answerSaveDialog, launch, type Running } from './launch';

/** Text of a PDF by poppler, blanks taken out. */
function textOf(pdf: string): string {
  return execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
}

let run: Running;
afterEach(() => run.close());

/** Runs a command by the palette, as who knows its name but not its key. */
async function command(name: string): Promise<void> {
  await run.page.keyboard.press('Control+k');
  const dialog = run.page.getByRole('dialog', { name: '命令面板' });
  await dialog.waitFor();
  await run.page.keyboard.type(name);
  await run.page.keyboard.press('Enter');
  await expect.poll(() => dialog.count()).toBe(0);
}

async function exportTo(name: string): Promise<string> {
  const pdf = path.join(run.folder, name);
  await answerSaveDialog(run, pdf);
  await run.page.keyboard.press('Control+Shift+e');
  await run.page.waitForSelector(`.notice:has-text("${name}")`, { timeout: 30_000 });
  return pdf;
}

/** Fiction, with a cut that only a reader can decide on. */
const IMPORTED = `云岭市政协常委会工作报告
——在政协云岭市第九届委员会第三次会议上
（2026年1月12日）
张远山
各位委员：
　　现在，我代表常委会报告工作，请予审议。
一、2025年工作回顾
　　一年来，市政协常委会坚持团结和民主两大主题，认真履行政治协商、民主监督、参政议政职能。
全年召开专题协商会四次，围绕发展先进制造业、改善城乡环境
　　提出意见建议一百二十条，得到市委、市政府的重视和采纳。
二、2026年工作安排
　　新的一年，我们要把协商的功夫下在平时，把监督的力气用在要害处。
三、加强自身建设
　　坚持委员读书，改进会议和文件，把规矩立在前头。
　　各位委员，让我们团结起来，为云岭的发展作出新的贡献。
`;

describe('(b) and (e): an imported text, by keyboard alone', () => {
  it('opened, its question answered, a section moved and all undone, corrected, saved and exported', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'banxin-secretary-'));
    const file = path.join(folder, '报告.txt');
    writeFileSync(file, IMPORTED);
    run = await launch();
    const { page } = run;
    await page.waitForSelector('.start .card');
    await answerOpenDialog(run, file);
    await page.keyboard.press('Control+o');
    await page.waitForSelector('.scroll .page canvas[data-key]');
    const blocks = (): Promise<string[]> => page.locator('.text > *').allTextContents();
    const headings = (): Promise<(string | null)[]> => page.locator('.text [data-number]').evaluateAll((all) => all.map((each) => `${each.getAttribute('data-number')}${each.textContent}`));
    const before = await blocks();
    expect(await headings()).toEqual(['一、2025年工作回顾', '二、2026年工作安排', '三、加强自身建设']);

    // The list of questions by its command; F6 walks to it, Tab to the answer.
    await command('疑问');
    const answer = page.getByRole('button', { name: '合为一段' });
    await walkTo('合为一段');
    await page.keyboard.press('Enter');
    await expect.poll(() => answer.count()).toBe(0);
    await expect.poll(blocks).toContain('全年召开专题协商会四次，围绕发展先进制造业、改善城乡环境提出意见建议一百二十条，得到市委、市政府的重视和采纳。');

    // The section of the caret moves behind the next: numbers and outline follow.
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(headings).toEqual(['一、2026年工作安排', '二、2025年工作回顾', '三、加强自身建设']);
    await expect.poll(() => page.locator('.nav').textContent()).toMatch(/一、2026年工作安排.*二、2025年工作回顾/s);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(blocks).toEqual(before);
    await page.keyboard.press('Control+y');
    await expect.poll(blocks).not.toEqual(before);

    // A word is replaced in all articles, and the package is saved.
    await page.keyboard.press('Control+h');
    await page.keyboard.type('城乡环境');
    await page.keyboard.press('Tab');
    await walkTo('替换为');
    await page.keyboard.type('城市环境');
    await walkTo('全部替换');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await blocks()).join('')).toContain('改善城市环境提出意见建议');
    await page.keyboard.press('Escape');
    const saved = path.join(folder, '报告.banxin');
    await answerSaveDialog(run, saved);
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.locator('.menu .title').textContent()).toContain('已保存');
    expect(existsSync(saved)).toBe(true);

    const text = textOf(await exportTo('报告.pdf'));
    expect(text).toContain('改善城市环境提出意见建议一百二十条');
    expect(text).toContain('张远山');
    expect(text).not.toContain('城乡环境');
  });

  /** Tab until the control of this name has the focus. */
  async function walkTo(name: string): Promise<void> {
    const named = (): Promise<string> => run.page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent) ?? '';
    });
    for (let i = 0; i < 80; i++) {
      if ((await named()) === name) return;
      // Out of the text, where Tab goes to the next open place.
      await run.page.keyboard.press((await run.page.evaluate(() => document.activeElement?.closest('.text') !== null && document.activeElement?.closest('.text') !== undefined)) ? 'F6' : 'Tab');
    }
    throw new Error(`no way by keyboard to ${name}`);
  }
});
