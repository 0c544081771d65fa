// The structure of a package in the real window, by real mouse and keys: sections
// dragged and moved by key, folded entries, numbers that follow on screen, in the
// outline and on the pages, each one step of undo.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePackage } from '../../src/core/model/package-file';
import type { Package } from '../../src/core/model/package';
import { article, doc, h, lead, marked, p, packageOf, par } from '../build';
import { shipped } from '../build-edition';
import { launch, openFile, pageKeys, type Running } from './launch';

async function open(run: Running, pkg: Package): Promise<void> {
  const file = path.join(run.folder, '结构.banxin');
  writeFileSync(file, writePackage(pkg, null));
  await openFile(run, file);
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

describe('结构', () => {
  let run: Running;
  const entries = () => run.page.locator('.outline li[data-block] .entry > span').allTextContents();
  const blocks = () => run.page.locator('.text > *').evaluateAll((all) => all.map((element) => `${(element as HTMLElement).dataset['number'] ?? ''}${element.textContent}`));
  const entry = (title: string) => run.page.locator('.outline .entry', { hasText: title });
  const START = ['一、过去一年', '（一）凝心铸魂', '（二）协商议政', '（三）服务大局', '二、今年安排', '（一）加强建设'];

  beforeAll(async () => {
    run = await launch();
    await open(run, packageOf([article('a', 'report', REPORT, { 'deck.main': '工作报告' })], [shipped('gb', ['a'])]));
  });
  afterAll(async () => {
    await run.close();
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
