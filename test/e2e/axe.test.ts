// axe on every screen, in light and in dark: names, roles, contrast, order of
// headings. What a menu opens and the tabs of the lists are found by walking them,
// so that a new one is read without a word here; for the rest there is one row a
// screen: how to come to it from the one before. axe's own rules are all on, those it
// calls best practice among them; what is left out stands in LEFT_OUT with why.
import axe from 'axe-core';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caretAtEnd, launch, openFile, openSample, patient, type Running } from './launch';

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

const MENUS = ['文件', '编辑', '插入', '格式', '校对', '版式', '查看', '帮助'];

const SCREENS: readonly Screen[] = [
  { name: 'the start screen', arrive: async ({ page }) => void (await page.waitForSelector('.card')) },
  { name: 'the window with the sample, 单行本', arrive: openSample },
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
  ...MENUS.map((name) => ({
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
  {
    name: 'a 批注 that is being written',
    arrive: async (run) => {
      await caretAtEnd(run, 0);
      await run.page.keyboard.press('Shift+Home');
      await run.page.waitForTimeout(60);
      await run.page.keyboard.press('Control+Alt+m');
      await run.page.getByRole('dialog', { name: '批注' }).waitFor();
    },
  },
  {
    name: 'the list of 批注',
    arrive: async ({ page }) => {
      await page.getByLabel('意见').fill('请再核一下');
      await page.getByLabel('署名').fill('老王');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.thread');
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

  it('on each list below the pages', async () => {
    await run.page.keyboard.press('Escape');
    const tabs = run.page.getByRole('tablist', { name: '提示与待办' }).getByRole('tab');
    const count = await tabs.count();
    expect(count).toBeGreaterThan(2);
    const found: string[] = [];
    for (let index = 0; index < count; index++) {
      await tabs.nth(index).click();
      await inBoth(run, await tabs.nth(index).textContent() ?? '', found);
    }
    expect(found).toEqual([]);
  });

  it('on everything that a menu opens', async () => {
    // The system's own dialogs are answered by 取消 at once.
    await patient(() => run.app.evaluate(({ dialog }) => {
      const counted = globalThis as { asked?: number };
      const count = (): void => void (counted.asked = (counted.asked ?? 0) + 1);
      dialog.showOpenDialog = () => {
        count();
        return Promise.resolve({ canceled: true, filePaths: [] });
      };
      dialog.showSaveDialog = () => {
        count();
        return Promise.resolve({ canceled: true, filePath: '' });
      };
      dialog.showMessageBox = ((...args: unknown[]) => {
        count();
        const { cancelId = 0 } = args.at(-1) as { cancelId?: number };
        return Promise.resolve({ response: cancelId, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
    }));
    const { page } = run;
    const found: string[] = [];
    const opened: string[] = [];
    for (const menu of MENUS) {
      const names = await entries(run, menu);
      for (const name of names) {
        await page.locator('.text').first().click();
        await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
        const before = await state(run);
        await page.locator('.popup').getByText(name, { exact: true }).click();
        // Until something has come of it: a dialog, a bar, a message, or a question that the system's dialog would have asked.
        await expect.poll(() => state(run), { message: name }).not.toBe(before);
        opened.push(name);
        await inBoth(run, `${menu} › ${name}`, found);
        for (let tries = 0; tries < 3 && (await page.locator('dialog[open]').count()) > 0; tries++) await page.keyboard.press('Escape');
        expect(await page.locator('dialog[open]').count(), `${name} closes by Escape`).toBe(0);
      }
    }
    expect(opened.length).toBeGreaterThan(8);
    expect(found).toEqual([]);
  }, 180_000);
});

/** What is open besides the text, and how often the system's dialogs were asked for. */
async function state({ app, page }: Running): Promise<string> {
  const asked = await patient(() => app.evaluate(() => (globalThis as { asked?: number }).asked ?? 0));
  return `${asked} ${await page.evaluate(() => ['dialog[open]', '.find input', '.find button', '.notice', '.pane'].map((what) => document.querySelectorAll(what).length).join())}`;
}

/** Entries of a menu that ask for more (their names end in …) and can be chosen now; 快捷键 and 关于版心 besides. */
async function entries({ page }: Running, menu: string): Promise<readonly string[]> {
  await page.locator('.text').first().click();
  await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
  const names = await page.locator('.popup button:not([aria-disabled="true"]) span:first-child').allTextContents();
  await page.keyboard.press('Escape');
  return names.filter((name) => name.endsWith('…') || name === '快捷键' || name === '关于版心');
}

/** Adds what axe finds in light and in dark to `found`, each with where it was. */
async function inBoth(run: Running, where: string, found: string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await run.page.emulateMedia({ colorScheme });
    found.push(...(await violations(run)).map((line) => `${where}, ${colorScheme}: ${line}`));
  }
}
