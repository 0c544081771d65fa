// A journey (issue 3, §9 a): a new report from its template, the meeting record filled
// in, written with an input method, an open place filled, all three editions exported
// and read back by another program.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answerSaveDialog, commit, compose, launch, typeChinese, type Running } from './launch';

/** Text of a PDF by poppler, blanks taken out. */
function textOf(pdf: string): string {
  return execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
}

let run: Running;
afterEach(() => run.close());

async function exportTo(name: string): Promise<string> {
  const pdf = path.join(run.folder, name);
  await answerSaveDialog(run, pdf);
  await run.page.keyboard.press('Control+Shift+e');
  await run.page.waitForSelector(`.notice:has-text("${name}")`, { timeout: 30_000 });
  return pdf;
}

describe('(a) a new report', () => {
  it('from its template, with the meeting record, an input method and filled places, to three PDFs', async () => {
    run = await launch();
    const { page } = run;
    await page.waitForSelector('.start .card');
    await page.keyboard.press('Control+n');
    const chooser = page.getByRole('dialog', { name: '新建（模板）' });
    await chooser.getByText('政协常委会工作报告（年度）').first().click();
    await page.keyboard.press('Enter');
    await expect.poll(() => chooser.count()).toBe(0);
    await page.waitForSelector('.scroll .page canvas[data-key]');
    const open = async (): Promise<number> => Number(/待办 (\d+)/.exec((await page.locator('.status').textContent()) ?? '')?.[1]);
    await expect.poll(open).toBeGreaterThan(10);

    await page.keyboard.press('Control+Shift+m');
    const record = page.getByRole('dialog', { name: '会议信息' });
    for (const [label, value] of [
      ['地名', '云岭市'], ['单位全称', '中国人民政治协商会议云岭市委员会'], ['单位简称', '政协云岭市委员会'], ['会议届', '六'], ['次', '三'],
      ['开幕日期', '2027-01-12'], ['闭幕日期', '2027年1月15日'], ['报告人', '林致远'], ['称谓', '各位委员'],
    ] as const) await record.getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Enter');
    await expect.poll(() => record.count()).toBe(0);
    await expect.poll(() => page.getByRole('textbox', { name: '主题' }).textContent()).toContain('云岭市第六届委员会');
    await expect.poll(() => page.getByRole('textbox', { name: '副题' }).textContent()).toContain('第六届委员会第三次会议');

    // A click on a value of the record in the 副题 puts the caret at its nearer end: what is typed stands beside it.
    const sub = page.getByRole('textbox', { name: '副题' });
    const occasion = (await sub.textContent()) ?? '';
    for (const [value, by, typed] of [['last', -6, occasion.replace('会议上', '甲会议上')], ['first', 3, occasion.replace('政协', '政协甲')]] as const) {
      const box = await sub.locator('.field')[value]().boundingBox();
      if (box === null) throw new RangeError('no value');
      await page.mouse.click(box.x + (by < 0 ? box.width : 0) + by, box.y + box.height / 2);
      await typeChinese(run, 'jia', '甲');
      await expect.poll(() => sub.textContent()).toBe(typed);
      await page.keyboard.press('Control+z');
      await expect.poll(() => sub.textContent()).toBe(occasion);
    }
    // From there F8 goes on into the text.
    await page.keyboard.press('F8');
    await expect.poll(() => page.locator('.text .ProseMirror-selectednode').count()).toBe(1);

    // F8 goes to the next open place; what an input method types takes its place.
    const before = await open();
    await page.locator('.text > *').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await compose(run, 'yibaiershi');
    await commit(run, '一百二十');
    await expect.poll(open).toBe(before - 1);
    await expect.poll(() => page.locator('.text').textContent()).toContain('一百二十');
    // And a sentence of one's own.
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await typeChinese(run, 'wanzhongyixin', '万众一心再出发。');

    for (const [tab, name] of [['单行本', '单行本.pdf'], ['报纸', '报纸.pdf'], ['大字稿', '大字稿.pdf']] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.waitForSelector('.scroll .page canvas[data-key]');
      const text = textOf(await exportTo(name));
      expect(text, tab).toContain('万众一心再出发。');
      expect(text, tab).toContain('一百二十');
      expect(text, tab).toContain('第六届委员会第三次会议');
    }
  });
});
