// axe on every screen, in light and in dark: names, roles, contrast, order of
// headings. One row a screen: how to come to it from the one before or from the
// start. Whoever adds a screen adds a row. axe's own rules are all on, those it
// calls best practice among them; what is left out stands in LEFT_OUT with why.
import axe from 'axe-core';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openFile, openSample, type Running } from './launch';

interface Screen {
  readonly name: string;
  /** From the screen of the row before. */
  readonly arrive: (run: Running) => Promise<void>;
}

/** Rules that do not hold everywhere, each with why. */
const LEFT_OUT = [
  // A border that moves two panes stands between their landmarks and belongs to neither.
  { id: 'region', selector: 'body *:not(.splitter)' },
];

const DOUBTFUL = ['在政协溪山市第三届委员会第二次会议上的讲话', '', '各位委员：', '大会开得很好。', '一、总的看法', '最后一段里有一处“引号没有配上对。'].join('\n');

const tab = (name: string | RegExp) => async ({ page }: Running): Promise<void> => page.getByRole('tab', { name }).click();

const SCREENS: readonly Screen[] = [
  { name: 'the start screen', arrive: async ({ page }) => void (await page.waitForSelector('.card')) },
  { name: 'the window with the sample, 单行本', arrive: openSample },
  { name: '待办', arrive: tab(/^待办/) },
  { name: '版面提示', arrive: tab(/^版面提示/) },
  {
    name: 'the newspaper',
    arrive: async (run) => {
      await tab('报纸')(run);
      await run.page.waitForSelector('.scroll .page canvas[data-key]');
    },
  },
  {
    name: 'the large-type copy',
    arrive: async (run) => {
      await tab('大字稿')(run);
      await run.page.waitForSelector('.scroll .page canvas[data-key]');
    },
  },
  ...['文件', '编辑', '插入', '格式', '校对', '版式', '查看', '帮助'].map((name) => ({
    name: `the open menu ${name}`,
    arrive: async ({ page }: Running): Promise<void> => {
      await page.keyboard.press('Escape');
      await page.getByRole('menuitem', { name, exact: true }).first().click();
      await page.waitForSelector('.popup');
    },
  })),
  {
    name: 'a notice (关于版心)',
    arrive: async ({ page }) => {
      await page.getByRole('menuitem', { name: '关于版心' }).click();
      await page.waitForSelector('.notice');
    },
  },
  {
    name: '快捷键',
    arrive: async ({ page }) => {
      await page.getByRole('menuitem', { name: '帮助', exact: true }).first().click();
      await page.getByRole('menuitem', { name: '快捷键' }).click();
      await page.waitForSelector('dialog[open]');
    },
  },
  ...([['新建（模板）', 'Control+n'], ['插入标准段落', 'Control+Alt+s'], ['表述库', 'Control+Alt+b']] as const).map(([name, keys]) => ({
    name,
    arrive: async ({ page }: Running): Promise<void> => {
      await page.keyboard.press('Escape');
      await page.locator('.text > p').first().click();
      await page.keyboard.press(keys);
      await page.getByRole('dialog', { name }).getByRole('radio').first().waitFor({ state: 'attached' });
    },
  })),
  {
    name: 'folded panes',
    arrive: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Alt+[');
      await page.keyboard.press('Control+Alt+]');
    },
  },
  {
    name: 'a raw text with its 疑问',
    arrive: async (run) => {
      await run.page.keyboard.press('Control+Alt+[');
      await run.page.keyboard.press('Control+Alt+]');
      const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-axe-')), '讲话.txt');
      writeFileSync(file, DOUBTFUL);
      await openFile(run, file);
      await tab(/^疑问/)(run);
    },
  },
];

/** axe's findings as one line each: rule, what is wrong, where. */
async function violations({ page }: Running): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    here.configure({ rules });
    const { violations: found } = await here.run(document, { resultTypes: ['violations'] });
    return found.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary ?? ''}`));
  }, LEFT_OUT);
}

describe('axe finds nothing', () => {
  let run: Running;
  beforeAll(async () => {
    run = await launch();
    await run.page.evaluate(axe.source);
  });
  afterAll(async () => {
    await run.close();
  });

  it('and would find a button without a name', async () => {
    await run.page.evaluate(() => document.body.append(Object.assign(document.createElement('button'), { id: 'nameless' })));
    expect(await violations(run)).toEqual([expect.stringMatching(/^button-name .*#nameless/)]);
    await run.page.evaluate(() => document.querySelector('#nameless')?.remove());
  });

  it.each(SCREENS)('on $name', async ({ arrive }) => {
    await arrive(run);
    for (const colorScheme of ['light', 'dark'] as const) {
      await run.page.emulateMedia({ colorScheme });
      expect(await violations(run), colorScheme).toEqual([]);
    }
  });
});
