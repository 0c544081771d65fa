// The structure of a package in the real window, by real mouse and keys: sections
// dragged and moved by key, folded entries, numbers that follow on screen, in the
// outline and on the pages, each one step of undo.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import type { Package } from '../../src/core/model/package';
import { articleNames } from '../../src/renderer/panels/article-names';
import { article, doc, h, lead, marked, p, packageOf, par, placeholder } from '../build';
import { shipped } from '../build-edition';
import { abort, answerSaveDialog, caretAtEnd, compose, launch, openAnother, pageKeys, selectWords, typeChinese, type Running } from './launch';

let texts = 0;

async function open(run: Running, pkg: Package): Promise<void> {
  const file = path.join(run.folder, `结构${++texts}.banxin`);
  writeFileSync(file, writePackage(pkg, null));
  await openAnother(run, file);
}

const REPORT = doc(
  p('开头的话。'),
  h(1, '过去一年'),
  h(2, '凝心铸魂'),
  p('甲文', marked('doubt', null, '存疑之处'), '。'),
  par({ head: { level: 2 } }, lead('协商议政。'), '乙文。'),
  h(2, '服务大局'),
  p('丙文。'),
  h(1, '今年安排'),
  h(2, '加强建设'),
  p('丁文。'),
);

/** One start of the program for all: each part opens its own text in it. */
let run: Running;
beforeAll(async () => {
  run = await launch();
  await run.page.waitForSelector('.card');
});
afterAll(() => run.close());

describe('结构', () => {
  const entries = () => run.page.locator('.outline li[data-block] .entry > span').allTextContents();
  const blocks = () => run.page.locator('.text > *').evaluateAll((all) => all.map((element) => `${(element as HTMLElement).dataset['number'] ?? ''}${element.textContent}`));
  const entry = (title: string) => run.page.locator('.outline .entry', { hasText: title });
  const START = ['一、过去一年', '（一）凝心铸魂', '（二）协商议政', '（三）服务大局', '二、今年安排', '（一）加强建设'];

  beforeAll(async () => {
    await open(run, packageOf([article('a', 'report', REPORT, { 'deck.main': '工作报告' })], [shipped('gb', ['a'])]));
  });

  /** Drags an entry by real mouse to a height of another: 0 its top, 1 its bottom. */
  async function drag(title: string, to: string, part: number, drop = true): Promise<void> {
    const from = await entry(title).boundingBox();
    const target = await entry(to).boundingBox();
    if (from === null || target === null) throw new RangeError('entry not shown');
    await run.page.mouse.move(from.x + 40, from.y + from.height / 2);
    await run.page.mouse.down();
    await run.page.mouse.move(from.x + 44, from.y + from.height / 2 + 8);
    await run.page.mouse.move(target.x + 44, target.y + target.height * part, { steps: 4 });
    if (!drop) return;
    await run.page.waitForSelector('.outline .drop');
    await run.page.mouse.up();
  }

  it('W14: a section dragged below another goes there with its text, and its number follows', async () => {
    await expect.poll(entries).toEqual(START);
    const before = await pageKeys(run);
    await drag('凝心铸魂', '服务大局', 0);
    await expect.poll(entries).toEqual(['一、过去一年', '（一）协商议政', '（二）凝心铸魂', '（三）服务大局', '二、今年安排', '（一）加强建设']);
    expect((await blocks()).slice(1, 6)).toEqual(['一、过去一年', '（一）协商议政。乙文。', '（二）凝心铸魂', '甲文存疑之处。', '（三）服务大局']);
    expect(await run.page.locator('.text .doubt').textContent()).toBe('存疑之处');
    await expect.poll(async () => (await pageKeys(run)).get(0)).not.toBe(before.get(0));
  });

  it('is one step of undo', async () => {
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await expect.poll(entries).toEqual(START);
    await run.page.keyboard.press('Control+y');
    await expect.poll(entries).not.toEqual(START);
    await run.page.keyboard.press('Control+z');
    await expect.poll(entries).toEqual(START);
  });

  it('a sub-section goes into the other part', async () => {
    await drag('协商议政', '加强建设', 1);
    await expect.poll(entries).toEqual(['一、过去一年', '（一）凝心铸魂', '（二）服务大局', '二、今年安排', '（一）加强建设', '（二）协商议政']);
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await expect.poll(entries).toEqual(START);
  });

  it('a whole part goes before the other with all that is in it', async () => {
    await drag('今年安排', '过去一年', 0);
    await expect.poll(entries).toEqual(['一、今年安排', '（一）加强建设', '二、过去一年', '（一）凝心铸魂', '（二）协商议政', '（三）服务大局']);
    expect((await blocks())[0]).toBe('开头的话。');
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await expect.poll(entries).toEqual(START);
  });

  it('Escape gives a drag up, and the click that ends it goes nowhere', async () => {
    await drag('凝心铸魂', '今年安排', 1, false);
    await run.page.waitForSelector('.outline .drop');
    await run.page.keyboard.press('Escape');
    await expect.poll(() => run.page.locator('.outline .drop').count()).toBe(0);
    await run.page.mouse.up();
    expect(await entries()).toEqual(START);
  });

  it('Alt+Shift+↓ and ↑ move the section of the caret, which stays in its word', async () => {
    await run.page.locator('.text p', { hasText: '甲文' }).click();
    await run.page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(entries).toEqual(['一、过去一年', '（一）协商议政', '（二）凝心铸魂', '（三）服务大局', '二、今年安排', '（一）加强建设']);
    expect(await run.page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('p')?.textContent)).toBe('甲文存疑之处。');
    await run.page.keyboard.press('Alt+Shift+ArrowUp');
    await expect.poll(entries).toEqual(START);
    // One step of undo each.
    await run.page.keyboard.press('Control+z');
    await expect.poll(entries).not.toEqual(START);
    await run.page.keyboard.press('Control+z');
    await expect.poll(entries).toEqual(START);
  });

  it('Alt+Shift+→ makes a heading a sub-heading, and the outline shows it', async () => {
    await run.page.locator('.text h4', { hasText: '服务大局' }).click();
    await run.page.keyboard.press('Alt+Shift+ArrowRight');
    await expect.poll(entries).toContain('1.服务大局');
    await run.page.keyboard.press('Alt+Shift+ArrowLeft');
    await expect.poll(entries).toEqual(START);
  });

  it('a click goes to the section and marks it; folding hides what is below, by mouse and by key', async () => {
    await entry('加强建设').click();
    await expect.poll(() => run.page.locator('.outline [aria-current="true"]').textContent()).toContain('加强建设');
    await run.page.getByRole('button', { name: '折叠“过去一年”' }).click();
    await expect.poll(entries).toEqual(['一、过去一年', '二、今年安排', '（一）加强建设']);
    await entry('过去一年').focus();
    await run.page.keyboard.press('ArrowRight');
    await expect.poll(entries).toEqual(START);
    await run.page.keyboard.press('ArrowDown');
    await run.page.keyboard.press('ArrowDown');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('p')?.textContent)).toBe('协商议政。乙文。');
  });
});

describe('what stands in the text but is no text', () => {
  const BODY = doc(
    p('全年立案', placeholder(), '件，办结', placeholder(), '件。'),
    p('开展两支队伍建设。'),
    p('这一句见报时不要。其余都要。'),
  );
  const para = (index: number) => run.page.locator('.text > p').nth(index);
  const menu = async (name: string, entry: string | RegExp): Promise<void> => {
    await run.page.getByRole('menuitem', { name, exact: true }).first().click();
    await run.page.getByRole('menuitem', { name: entry }).or(run.page.getByRole('menuitemcheckbox', { name: entry })).first().click();
  };

  beforeAll(async () => {
    await open(run, packageOf([article('a', 'report', BODY, { 'deck.main': '工作报告' })], [shipped('gb', ['a'])]));
    run.page.setDefaultTimeout(8000);
  });

  it('W13: Tab goes to the next 待填 and selects it; what is typed takes its place', async () => {
    await caretAtEnd(run, 2);
    await run.page.keyboard.press('Tab');
    await run.page.keyboard.type('286');
    await expect.poll(() => para(0).textContent()).toBe('全年立案286件，办结〔数字：待填〕件。');
  });

  it('and so does what an input method commits, as one step of undo', async () => {
    await run.page.keyboard.press('Tab');
    await expect.poll(() => run.page.locator('.chip.ProseMirror-selectednode').count()).toBe(1);
    await typeChinese(run, 'erbai', '二百');
    await expect.poll(() => para(0).textContent()).toBe('全年立案286件，办结二百件。');
    await expect.poll(() => run.page.evaluate(() => getSelection()?.anchorOffset)).toBeGreaterThan(0);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => para(0).textContent()).toBe('全年立案286件，办结〔数字：待填〕件。');
    // The figure that took the chip's place, and the two typed behind it.
    await run.page.keyboard.press('Control+z');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => para(0).textContent()).toBe('全年立案〔数字：待填〕件，办结〔数字：待填〕件。');
  });

  it('W21: a composition that is given up over a chip is restored by one step of undo', async () => {
    await caretAtEnd(run, 2);
    await run.page.keyboard.press('Tab');
    await expect.poll(() => run.page.locator('.chip.ProseMirror-selectednode').count()).toBe(1);
    await compose(run, 'erbai');
    await expect.poll(() => para(0).textContent()).toBe('全年立案erbai件，办结〔数字：待填〕件。');
    await abort(run);
    await expect.poll(() => para(0).textContent()).toBe('全年立案件，办结〔数字：待填〕件。');
    await run.page.waitForTimeout(150);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => para(0).textContent()).toBe('全年立案〔数字：待填〕件，办结〔数字：待填〕件。');
  });

  it('Enter on a chip opens its box: kind, last year and a note', async () => {
    await caretAtEnd(run, 2);
    await run.page.keyboard.press('Tab');
    await run.page.keyboard.press('Enter');
    await run.page.getByRole('dialog', { name: '待填' }).waitFor();
    await run.page.getByLabel('去年').fill('270');
    await run.page.getByLabel('说明').fill('提案委');
    await run.page.keyboard.press('Enter');
    await expect.poll(() => run.page.locator('.chip').first().textContent()).toBe('〔数字：待填 · 提案委 · 去年 270〕');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.chip').first().textContent()).toBe('〔数字：待填〕');
  });

  it('名词解释 on the selected words; a double click opens it again; it is listed', async () => {
    await selectWords(run, '两支队伍');
    await run.page.waitForTimeout(60);
    await run.page.keyboard.press('Control+Alt+f');
    await run.page.getByRole('dialog', { name: '名词解释' }).waitFor();
    expect(await run.page.getByLabel('名词', { exact: true }).inputValue()).toBe('两支队伍');
    await run.page.getByLabel('解释', { exact: true }).fill('政协委员队伍和机关干部队伍。');
    await run.page.getByRole('button', { name: '确定' }).click();
    await expect.poll(() => para(1).textContent()).toBe('开展两支队伍注建设。');
    await run.page.locator('.text .note').dblclick();
    await run.page.getByLabel('名词', { exact: true }).fill('“两支队伍”');
    await run.page.keyboard.press('Enter');
    await run.page.getByRole('tab', { name: '名词 1' }).click();
    await expect.poll(() => run.page.locator('.items .plain span').allTextContents()).toEqual(['“两支队伍”工作报告 · 政协委员队伍和机关干部队伍。']);
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => para(1).textContent()).toBe('开展两支队伍建设。');
  });

  it('见报略 is marked by a bar in the margin, and moves no text', async () => {
    const before = await para(2).evaluate((element) => element.getClientRects()[0]?.right);
    const start = () => para(2).evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.round(range.getBoundingClientRect().left);
    });
    const left = await start();
    await selectWords(run, '这一句见报时不要。');
    await run.page.waitForTimeout(60);
    await menu('格式', '见报略');
    await expect.poll(() => run.page.locator('.text .omit').textContent()).toBe('这一句见报时不要。');
    await expect.poll(() => run.page.locator('.omit-bars > .newspaper').count()).toBe(1);
    expect(await start()).toBe(left);
    expect(await para(2).evaluate((element) => element.getClientRects()[0]?.right)).toBe(before);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => run.page.locator('.text .omit').count()).toBe(0);
  });

  it('楷体, 黑体 and 上标 by the menu, on and off', async () => {
    for (const [title, selector] of [['楷体', '.kai'], ['黑体', '.hei'], ['上标', 'sup']] as const) {
      await selectWords(run, '其余都要');
      await run.page.waitForTimeout(60);
      await menu('格式', title);
      await expect.poll(() => run.page.locator(`.text ${selector}`).textContent()).toBe('其余都要');
      await menu('格式', title);
      await expect.poll(() => run.page.locator(`.text ${selector}`).count()).toBe(0);
    }
  });

  it('a table is put in, walked with Tab, grows, and is undone step by step', async () => {
    const cells = () => run.page.locator('.text tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join('|')));
    await caretAtEnd(run, 2);
    await menu('插入', '表格…');
    await run.page.getByLabel('行数').fill('2');
    await run.page.getByLabel('列数').fill('2');
    await run.page.keyboard.press('Enter');
    await expect.poll(cells).toEqual(['|', '|']);
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.classList.contains('text'))).toBe(true);
    await run.page.waitForTimeout(100);
    await typeChinese(run, 'xiangmu', '项目');
    await expect.poll(cells).toEqual(['项目|', '|']);
    await run.page.waitForTimeout(100);
    for (const word of ['count', 'a', 'b', 'c']) {
      await run.page.keyboard.press('Tab');
      // A first letter sooner than this behind a key that opened an empty block may leave an old caret for the next key.
      await run.page.waitForTimeout(80);
      await run.page.keyboard.type(word);
    }
    await expect.poll(cells).toEqual(['项目|count', 'a|b', 'c|']);
    await run.page.keyboard.press('Enter');
    await run.page.keyboard.type('d');
    await expect.poll(cells).toEqual(['项目|count', 'a|b', 'cd|']);
    expect(await run.page.locator('.text td br:not(.ProseMirror-trailingBreak)').count()).toBe(1);
    // Over several cells what is typed or composed tears no rows.
    const over = (from: string, to: string) => run.page.evaluate(([first, last]) => {
      const cell = (words: string | undefined): ChildNode => {
        const found = [...document.querySelectorAll('.text td p')].find((element) => element.textContent === words)?.firstChild;
        if (found === null || found === undefined) throw new RangeError('no such cell');
        return found;
      };
      getSelection()?.setBaseAndExtent(cell(first), 0, cell(last), 1);
    }, [from, to]);
    await over('count', 'b');
    await run.page.waitForTimeout(60);
    await run.page.keyboard.type('e');
    await expect.poll(cells).toEqual(['项目|e', '|', 'cd|']);
    await run.page.keyboard.press('Control+z');
    await expect.poll(cells).toEqual(['项目|count', 'a|b', 'cd|']);
    await over('count', 'b');
    await run.page.waitForTimeout(60);
    await typeChinese(run, 'jianshu', '件数');
    await expect.poll(cells).toEqual(['项目|件数', '|', 'cd|']);
    await run.page.waitForTimeout(150);
    await run.page.keyboard.press('Control+z');
    await expect.poll(cells).toEqual(['项目|count', 'a|b', 'cd|']);
    await run.page.locator('.text td', { hasText: 'cd' }).click();
    await menu('格式', '在左侧插入列');
    await expect.poll(cells).toEqual(['|项目|count', '|a|b', '|cd|']);
    await menu('格式', '删除行');
    await expect.poll(cells).toEqual(['|项目|count', '|a|b']);
    await menu('格式', '删除表格');
    await expect.poll(cells).toEqual([]);
    await run.page.keyboard.press('Control+z');
    await expect.poll(cells).toEqual(['|项目|count', '|a|b']);
    await run.page.keyboard.press('Control+z');
    await run.page.keyboard.press('Control+z');
    await expect.poll(cells).toEqual(['项目|count', 'a|b', 'cd|']);
  });
});

describe('稿件', () => {
  const list = () => run.page.locator('.nav .list').first();
  const names = () => list().locator('.entry > span').allTextContents();
  const shown = () => list().locator('[aria-current="true"] > span').textContent();
  const text = () => run.page.locator('.text').textContent();

  beforeAll(async () => {
    const articles = [
      article('r', 'report', doc(h(1, '过去一年'), p('报告正文。')), { 'deck.main': '工作报告' }),
      article('n', 'news', doc(p('消息正文。')), { 'deck.main': '会议开幕' }),
    ];
    await open(run, packageOf(articles, [shipped('gb', ['r']), shipped('N8', ['r', 'n'])]));
    run.page.setDefaultTimeout(8000);
  });

  it('a new one comes behind the one shown, is shown, and its headline has the caret', async () => {
    await run.page.getByRole('button', { name: '新建稿件' }).click();
    await run.page.getByLabel('种类').selectOption({ label: '社论、评论' });
    await run.page.getByLabel('栏题').fill('本报评论员');
    expect(await run.page.getByRole('group', { name: '收进' }).getByRole('checkbox').evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual([false, true, false]);
    await run.page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['工作报告', '本报评论员', '消息']);
    expect(await shown()).toBe('本报评论员');
    await expect.poll(() => run.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('主题');
    await typeChinese(run, 'tongxin', '同心启新程');
    await expect.poll(() => run.page.locator('.ProseMirror[aria-label="主题"]').textContent()).toBe('同心启新程');
  });

  it('Alt+↑ in the list moves it, F2 opens its 属性', async () => {
    await list().getByRole('button', { name: '本报评论员' }).focus();
    await run.page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['本报评论员', '工作报告', '消息']);
    await run.page.keyboard.press('F2');
    await run.page.getByLabel('栏题').fill('社论');
    await run.page.getByRole('checkbox', { name: '会议文件单行本' }).check();
    await run.page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['社论', '工作报告', '消息']);
    // In the booklet now, whose first page it opens.
    await expect.poll(() => run.page.locator('.tabs .rest').first().textContent()).toMatch(/\d+ \/ \d+ 页/);
  });

  it('a copy stands behind it', async () => {
    await run.page.getByRole('menuitem', { name: '编辑', exact: true }).first().click();
    await run.page.getByRole('menuitem', { name: '复制一篇' }).click();
    await expect.poll(async () => (await names()).length).toBe(4);
    expect(await run.page.locator('.ProseMirror[aria-label="主题"]').textContent()).toBe('同心启新程');
    await run.page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(['社论', '工作报告', '消息']);
  });

  it('one that goes is asked for; another is shown, and undo shows it again with its place in the editions', async () => {
    await list().getByRole('button', { name: '工作报告' }).click();
    await expect.poll(text).toContain('报告正文。');
    await list().getByRole('button', { name: '工作报告' }).focus();
    await run.page.keyboard.press('Delete');
    await run.page.getByRole('dialog', { name: '删除“工作报告”？' }).waitFor();
    expect(await run.page.locator('.dialog .body').textContent()).toContain('收在“会议文件单行本”、“报纸版面”、“大字稿”里');
    await run.page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['社论', '消息']);
    await expect.poll(text).not.toContain('报告正文。');
    expect(await shown()).not.toBeNull();
    await run.page.locator('.text').focus();
    await run.page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(['社论', '工作报告', '消息']);
    await expect.poll(text).toContain('报告正文。');
    expect(await shown()).toBe('工作报告');
  });

  it('the last one may go too: nothing complains, the list can grow again', async () => {
    for (let left = 2; left >= 0; left--) {
      await list().getByRole('button').first().focus();
      await run.page.keyboard.press('Delete');
      await run.page.getByRole('dialog').waitFor();
      await run.page.keyboard.press('Enter');
      await expect.poll(async () => (await names()).length).toBe(left);
    }
    await run.page.getByText('这个文稿包里没有稿件。').waitFor();
    await run.page.keyboard.press('Control+z');
    await expect.poll(async () => (await names()).length).toBe(1);
    const left = await names();
    // Main holds the same: what it saves is what the window shows.
    const file = path.join(run.folder, '余.banxin');
    await answerSaveDialog(run, file);
    await run.page.keyboard.press('F12');
    await expect.poll(() => run.page.locator('.menu .title').textContent()).toContain('已保存');
    const { pkg } = readPackage(new Uint8Array(readFileSync(file)));
    expect(articleNames(pkg.articles, pkg.meeting)).toEqual(left);
    const ids = new Set(pkg.articles.map(({ id }) => id));
    expect(pkg.editions.flatMap(({ articles }) => articles).every((id) => ids.has(id))).toBe(true);
    expect(run.complaints).toEqual([]);
  });
});
