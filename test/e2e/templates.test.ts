// Beginning from a template in the real window: chosen by keyboard, made with the
// switches as answered, filled by the meeting record; a standard section and a set
// phrase put in and taken back; what has aged ticked off; the package kept as a
// template of one's own, which begins the next one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { answerMessageBox, launch, type Running } from './launch';

describe('新建, 标准段落, 表述库', () => {
  let run: Running;
  const page = (): Running['page'] => run.page;
  const dialog = (name: string) => page().getByRole('dialog', { name });
  const texts = (): Promise<string[]> => page().locator('.text > *').allTextContents();
  const title = (): Promise<string | null> => page().locator('.ProseMirror[aria-label="主题"]').textContent();
  const user = (): string => path.join(run.folder, 'user');

  beforeAll(async () => {
    run = await launch();
  });
  afterAll(async () => {
    await run.close();
  });

  it('W3: the start screen offers it, and the dialog lists the seventeen', async () => {
    await page().getByRole('button', { name: '新建（模板）' }).click();
    await dialog('新建（模板）').waitFor();
    await expect.poll(() => dialog('新建（模板）').getByRole('radio').count()).toBe(17);
    await page().keyboard.press('Escape');
    await expect.poll(() => dialog('新建（模板）').count()).toBe(0);
  });

  it('by keyboard alone: Ctrl+N, arrows to the template, a switch, Enter', async () => {
    await page().keyboard.press('Control+n');
    await dialog('新建（模板）').getByRole('radio').first().waitFor({ state: 'attached' });
    await page().keyboard.press('ArrowDown');
    await expect.poll(() => dialog('新建（模板）').getByRole('heading', { level: 3 }).textContent()).toBe('政协常委会工作报告（换届）');
    await page().keyboard.press('ArrowUp');
    await page().keyboard.press('Tab');
    // The first switch: 受托段请列席人员提出意见.
    await page().keyboard.press('Space');
    await page().keyboard.press('Enter');
    await page().waitForSelector('.scroll .page canvas[data-key]');
    expect(await title()).toContain('中国人民政治协商会议〔地名：未填〕〔报告届：未填〕委员会');
    expect((await texts())[0]).toMatch(/请予审议。$/);
    expect(await page().locator('.menu .title').textContent()).toMatch(/政协常委会工作报告（年度）.*尚未保存/);
    expect(await page().locator('.chip').count()).toBe(86);
  });

  it('版面提示: a value that the record lacks is said once for all its places, a click after another leads along them', async () => {
    await page().getByRole('tab', { name: /^版面提示/ }).click();
    const lacks = page().locator('.items li').filter({ hasText: '会议信息缺“地名”' });
    await expect.poll(() => lacks.count()).toBe(1);
    expect(await lacks.textContent()).toMatch(/（\d+ 处）/);
    const caret = (): Promise<string> => page().evaluate(() => {
      const selection = getSelection();
      return `${selection?.anchorNode?.parentElement?.closest('.ProseMirror')?.getAttribute('aria-label')} ${selection?.getRangeAt(0).getBoundingClientRect().top}`;
    });
    await lacks.getByRole('button').first().click();
    const first = await caret();
    await lacks.getByRole('button').first().click();
    await expect.poll(caret).not.toBe(first);
    await lacks.getByRole('button', { name: '补上…' }).click();
    await dialog('会议信息').waitFor();
    await page().keyboard.press('Escape');
    await expect.poll(() => dialog('会议信息').count()).toBe(0);
  });

  it('the record typed once stands in title, heads and text', async () => {
    await page().keyboard.press('Control+Shift+m');
    const form = dialog('会议信息');
    for (const [name, value] of [['地名', '云岭市'], ['会议届', '五'], ['次', '四'], ['开幕日期', '2027-01-12']] as const) await form.getByRole('textbox', { name, exact: true }).fill(value);
    await page().keyboard.press('Enter');
    await expect.poll(() => title()).toContain('云岭市第五届委员会');
    expect(await texts()).toEqual(expect.arrayContaining(['2026年工作回顾', '2027年工作安排']));
  });

  it('a standard section is put behind the caret\'s block, its first placeholder chosen, and is one step of undo', async () => {
    const before = await texts();
    await page().locator('.text > *').first().click();
    await page().keyboard.press('Control+Alt+s');
    await dialog('插入标准段落').getByRole('textbox', { name: '查找段落' }).fill('五年');
    expect(await dialog('插入标准段落').getByRole('radio').count()).toBeLessThan(6);
    await dialog('插入标准段落').getByText('五年回顾', { exact: true }).click();
    await expect.poll(() => dialog('插入标准段落').getByRole('region').textContent()).toContain('政协云岭市第五届委员会任期的五年');
    await dialog('插入标准段落').getByRole('button', { name: '插入' }).click();
    await expect.poll(async () => (await texts()).length).toBe(before.length + 1);
    expect((await texts())[1]).toContain('任期的五年');
    expect(await page().locator('.text > * .chip.ProseMirror-selectednode').count()).toBe(1);
    await page().keyboard.press('Control+z');
    await expect.poll(texts).toEqual(before);
  });

  it('a phrase that has aged stands in 待办 as 待核 until it is ticked; undo brings it back', async () => {
    await page().getByRole('tab', { name: /^待办/ }).click();
    const entries = page().locator('.items li').filter({ hasText: '版，请核对' });
    const count = await entries.count();
    expect(count).toBeGreaterThan(5);
    const marked = await page().locator('.text .phrase[data-stale]').count();
    expect(await page().locator('.text .phrase[data-stale]').first().getAttribute('title')).toMatch(/^此表述为\d{4}年\d{1,2}月版，请核对$/);
    await entries.first().getByRole('button', { name: '已核对' }).click();
    await expect.poll(() => entries.count()).toBe(count - 1);
    await expect.poll(() => page().locator('.text .phrase[data-stale]').count()).toBeLessThan(marked);
    await page().locator('.text > *').first().click();
    await page().keyboard.press('Control+z');
    await expect.poll(() => entries.count()).toBe(count);
    // With the caret in one, by its command.
    await page().locator('.text .phrase[data-stale]').first().click();
    await page().keyboard.press('Control+Alt+k');
    await expect.poll(() => entries.count()).toBe(count - 1);
  });

  it('a phrase of the library is edited, kept in the user\'s own file, and inserted as it was edited', async () => {
    await page().locator('.text > *').first().click();
    await page().keyboard.press('End');
    await page().keyboard.press('Control+Alt+b');
    const library = dialog('表述库');
    await library.getByRole('textbox', { name: '查找表述' }).fill('查无此句');
    await expect.poll(() => library.getByText('没有这样的表述').count()).toBe(1);
    await library.getByRole('textbox', { name: '查找表述' }).fill('伟大旗帜');
    await library.getByText('高举中国特色社会主义伟大旗帜', { exact: true }).first().click();
    await library.getByRole('textbox', { name: '文字' }).fill('高举伟大旗帜，在{place}');
    const month = new Date().toISOString().slice(0, 7);
    await library.getByRole('textbox', { name: '年月' }).fill(month);
    await library.getByRole('button', { name: '存入' }).click();
    await library.getByRole('button', { name: '恢复自带的写法' }).waitFor();
    expect(JSON.parse(readFileSync(path.join(user(), 'phrases.json'), 'utf8'))).toMatchObject({ phrases: [{ id: 'banner', text: '高举伟大旗帜，在{place}', dated: month }], removed: [] });
    await library.getByRole('button', { name: '插入' }).click();
    await expect.poll(async () => (await texts())[0]).toContain('高举伟大旗帜，在云岭市');
    expect(await page().locator('.text > *').first().locator('.phrase[data-stale]').count()).toBe(0);
  });

  it('the package is kept as a template, asked about where one of that name is there, and begins another', async () => {
    const keep = async (): Promise<void> => {
      await page().getByRole('menuitem', { name: '文件', exact: true }).first().click();
      await page().getByRole('menuitem', { name: /^存为模板/ }).click();
      await dialog('存为模板').getByRole('textbox', { name: '名称' }).fill('本市年度报告');
      await page().keyboard.press('Enter');
    };
    await keep();
    await expect.poll(() => existsSync(path.join(user(), 'templates/本市年度报告.banxin'))).toBe(true);
    await keep();
    await dialog('存为模板').getByText('已经有一份模板叫').waitFor();
    await dialog('存为模板').getByRole('button', { name: '覆盖' }).click();
    await expect.poll(() => dialog('存为模板').count()).toBe(0);
    const kept = readPackage(new Uint8Array(readFileSync(path.join(user(), 'templates/本市年度报告.banxin')))).pkg;
    expect(kept).toMatchObject({ name: '本市年度报告', versions: [], meeting: { place: '云岭市' } });

    await answerMessageBox(run.app, 1);
    await page().keyboard.press('Control+n');
    await dialog('新建（模板）').getByText('本市年度报告', { exact: true }).click();
    await dialog('新建（模板）').getByRole('button', { name: '另建文稿包' }).click();
    await expect.poll(() => page().locator('.menu .title').textContent()).toMatch(/本市年度报告.*尚未保存/);
    expect((await texts())[0]).toContain('高举伟大旗帜，在云岭市');
    expect(await title()).toContain('云岭市第五届委员会');
  });

  it('another paper of the same meeting is put into the package, prints in its own edition, and is one step of undo', async () => {
    const articles = () => page().locator('.nav .list').first().locator('li');
    // A phrase that is taken off the list still stands in the templates that name it.
    await page().keyboard.press('Control+Alt+b');
    await dialog('表述库').getByText('更加紧密地团结在以习近平同志为核心的中共中央周围', { exact: true }).click();
    await dialog('表述库').getByRole('button', { name: '从库里删去' }).click();
    await dialog('表述库').getByRole('button', { name: '找回删去的 1 条' }).waitFor();
    await page().keyboard.press('Escape');
    await page().keyboard.press('Control+n');
    await dialog('新建（模板）').getByText('决议（关于常委会工作报告）', { exact: true }).click();
    await dialog('新建（模板）').getByRole('button', { name: '加进这份文稿包' }).click();
    await expect.poll(() => articles().count()).toBe(2);
    await expect.poll(() => title()).toContain('政协云岭市第五届委员会第四次会议');
    expect((await texts()).at(-1)).toContain('更加紧密地团结在以习近平同志为核心的中共中央周围');
    await page().getByRole('tab', { name: '单行本' }).click();
    await page().getByRole('combobox', { name: '哪一份' }).selectOption({ label: '决议会议文件' });
    await page().waitForSelector('.scroll .page canvas[data-key]');
    await page().getByRole('tab', { name: '报纸' }).click();
    expect(await page().getByRole('combobox', { name: '哪一份' }).locator('option').allTextContents()).toEqual(['开幕版', '闭幕版']);
    await page().locator('.text > *').first().click();
    await page().keyboard.press('Control+z');
    await expect.poll(() => articles().count()).toBe(1);
    await expect.poll(() => page().getByRole('combobox', { name: '哪一份' }).count()).toBe(0);
  });
});
