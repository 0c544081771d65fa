// The recogniser's doubts under the hands of a user: a cut paragraph is joined from
// the list, undone, asked again, and left as it is.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from './launch';

const CUT = '全年召开专题协商会四次，围绕发展先进制造业、改善城乡环境';
const REST = '提出意见建议一百二十条，得到市委、市政府的重视和采纳。';
const TEXT = `云岭市政协常委会工作报告
——在政协云岭市第九届委员会第三次会议上
（2026年1月12日）
张远山
各位委员：
一、2025年工作回顾
　　一年来，市政协常委会坚持团结和民主两大主题，认真履行政治协商、民主监督、参政议政职能。
${CUT}
　　${REST}
　　各位委员，让我们团结起来，为云岭的发展作出新的贡献。
`;

describe('疑问: is it one paragraph?', () => {
  let run: Running;
  beforeAll(async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-questions-')), '报告.txt');
    writeFileSync(file, TEXT);
    run = await launch({ files: [file] });
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    await run.page.getByRole('tab', { name: '疑问 1' }).click();
  });
  afterAll(() => run.close());

  const blocks = (): Promise<string[]> => run.page.locator('.text > *').allTextContents();

  it('合为一段 joins the two pieces, the caret at the seam; the question is answered', async () => {
    expect(await blocks()).toEqual(expect.arrayContaining([CUT, REST]));
    await run.page.getByRole('button', { name: '合为一段' }).click();
    await expect.poll(blocks).toContain(CUT + REST);
    await run.page.getByRole('tab', { name: '疑问 0' }).waitFor();
    await run.page.keyboard.type('，');
    await expect.poll(blocks).toContain(`${CUT}，${REST}`);
  });

  it('undone, it is asked again; 不合并 leaves the text as it is', async () => {
    await run.page.keyboard.press('Control+z');
    await run.page.keyboard.press('Control+z');
    await expect.poll(blocks).toEqual(expect.arrayContaining([CUT, REST]));
    await run.page.getByRole('tab', { name: '疑问 1' }).waitFor();
    await run.page.getByRole('button', { name: '不合并' }).click();
    await run.page.getByRole('tab', { name: '疑问 0' }).waitFor();
    expect(await blocks()).toEqual(expect.arrayContaining([CUT, REST]));
  });
});
