// W20–W22 with a real input method: fcitx5's pinyin under X, keys from outside the
// program. W21's matrix, its rows at every place where one writes, while pages are
// set, findings listed and the file saved by itself every other second. The
// protocol's matrix is input-method.test.ts; only this one shows that keys,
// candidates, clicks and shortcuts reach the text as they do on a desk.
import { statSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Fcitx, hasFcitx } from './fcitx';
import { launch, pageKeys, patient, type Running } from './launch';
import { AUTOSAVE_MS, caretIn, NAMES, openPlaces, PLACES, textBeforeCaret, textOnDisk, textsOf, type BlockName } from './writing-places';

/** Looks often: a case waits for the screen a dozen times. */
const soon = <T>(ask: () => T, timeout = 3000) => expect.poll(ask, { interval: 15, timeout });

describe.skipIf(!hasFcitx)('W20–W22: fcitx5 pinyin', () => {
  let im: Fcitx;
  let run: Running;
  let file = '';

  const texts = (): Promise<readonly string[]> => textsOf(run);
  const textOf = async (name: BlockName): Promise<string> => (await texts())[NAMES.indexOf(name)] ?? '';
  const onDisk = (): string => textOnDisk(file);
  /** Letters as the input method shows them, parted where it parts them. */
  const shown = (letters: string): RegExp => new RegExp(letters.split('').join(`[ ']?`));
  const chosen = (text: string): Promise<void> => soon(async () => (await texts()).join('|')).toContain(text);

  const caretAt = (name: BlockName, offset: number): Promise<void> => caretIn(run, name, offset);
  /** Selects from one place to another. */
  const select = async (from: readonly [BlockName, number], to: readonly [BlockName, number]): Promise<void> => {
    await run.page.evaluate(([[fromIndex, fromOffset], [toIndex, toOffset]]) => {
      const blocks = document.querySelectorAll('.text > *');
      document.querySelector<HTMLElement>('.text')?.focus();
      getSelection()?.setBaseAndExtent(blocks[fromIndex]?.firstChild as Node, fromOffset, blocks[toIndex]?.firstChild as Node, toOffset);
    }, [[NAMES.indexOf(from[0]), from[1]], [NAMES.indexOf(to[0]), to[1]]] as const);
    await run.page.waitForTimeout(60);
  };
  const beforeCaret = (): Promise<string> => textBeforeCaret(run);
  /** Types letters and sees them stand in the text, underlined. */
  const compose = async (letters: string): Promise<void> => {
    im.type(letters);
    await soon(async () => (await texts()).join('|')).toMatch(shown(letters));
  };
  const undo = (): void => im.press('ctrl+z');
  const columns = (): Promise<string> => run.page.evaluate(() => document.querySelector<HTMLElement>('.panes')?.style.gridTemplateColumns ?? '');
  /** A click of the mouse itself: one sent by the browser's protocol ends nothing in the input method. */
  const click = async (selector: string, x: number, y: number): Promise<void> => {
    const box = await run.page.locator(selector).first().boundingBox();
    const bounds = await patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentBounds()));
    if (box === null || bounds === undefined) throw new RangeError(`nothing to click on: ${selector}`);
    im.tool('mousemove', '--sync', String(Math.round(bounds.x + box.x + x)), String(Math.round(bounds.y + box.y + y)), 'click', '1');
  };
  /** X's numbers of the program's windows. */
  const windowIds = (): Promise<readonly string[]> => patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => String(one.getNativeWindowHandle().readUInt32LE(0)))));
  const activate = (id: string): void => void im.tool('windowactivate', '--sync', id);
  let ownId = '';

  beforeAll(async () => {
    im = await Fcitx.start();
    run = await launch({ env: im.env });
    file = await openPlaces(run);
    ownId = (await windowIds())[0] ?? '';
    activate(ownId);
  });
  afterAll(async () => {
    await run.close();
    im.stop();
  });

  let before: readonly string[] = [];
  const withText = (name: BlockName, text: string): readonly string[] => before.map((old, index) => (NAMES[index] === name ? text : old));
  beforeEach(async () => {
    before = await texts();
    expect(before).toHaveLength(NAMES.length);
  });
  afterEach(async () => {
    // Every case gives back what it found, by undo alone, which does nothing while letters stand open.
    expect(await texts()).toEqual(before);
  });
  /** Nothing composes: a shortcut fires. */
  const isFree = async (): Promise<void> => {
    const old = await columns();
    im.press('F9');
    await soon(columns).not.toBe(old);
    im.press('F9');
    await soon(columns).toBe(old);
  };

  describe('at every place: chosen by space, one step of undo, caret behind it; Escape leaves nothing, not even a step', () => {
    it.each(PLACES)('%s (%s)', async (_, name, offset) => {
      const old = before[NAMES.indexOf(name)] ?? '';
      const wanted = `${old.slice(0, offset)}我们${old.slice(offset)}`;
      await caretAt(name, offset);
      await compose('women');
      im.press('space');
      await soon(texts).toEqual(withText(name, wanted));
      await soon(beforeCaret).toBe(`${old.slice(0, offset)}我们`);
      undo();
      await soon(texts).toEqual(before);
      await caretAt(name, offset);
      await compose('shi');
      im.press('Escape');
      await soon(texts).toEqual(before);
      await run.page.waitForTimeout(120);
      // A step made by the abort would have ended what can be brought back.
      im.press('ctrl+y');
      await soon(texts).toEqual(withText(name, wanted));
      undo();
      await soon(texts).toEqual(before);
    });
  });

  describe('over what is selected', () => {
    it('words of a paragraph: they give way at once, and come back with one step', async () => {
      await select(['plain', 2], ['plain', 5]);
      await compose('women');
      im.press('space');
      await soon(texts).toEqual(withText('plain', '会议我们大家的意见。'));
      undo();
      await soon(texts).toEqual(before);
    });
    it('an abort over a selection: one step brings the words back', async () => {
      await select(['plain', 2], ['plain', 5]);
      await compose('shi');
      im.press('Escape');
      await soon(async () => (await textOf('plain')).includes('s')).toBe(false);
      await run.page.waitForTimeout(120);
      if ((await textOf('plain')) !== before[0]) undo();
      await soon(texts).toEqual(before);
    });
    it('several paragraphs', async () => {
      await select(['plain', 2], ['heading', 2]);
      await compose('women');
      im.press('space');
      await soon(async () => (await texts())[0]).toBe('会议我们情况');
      undo();
      await soon(texts).toEqual(before);
    });
    it('W13: a 待填 gives way to what is chosen', async () => {
      await run.page.locator('.text .chip').click();
      await soon(() => run.page.locator('.chip.ProseMirror-selectednode').count()).toBe(1);
      await compose('women');
      im.press('space');
      await soon(texts).toEqual(withText('chip', '办结我们件提案。'));
      undo();
      await soon(texts).toEqual(before);
    });
    it('a value of the meeting record gives way too', async () => {
      // A click puts the caret beside it; Shift and the arrow select it.
      await select(['atoms', 1], ['atoms', 1]);
      im.press('shift+Right');
      await soon(() => run.page.evaluate(() => getSelection()?.toString() ?? '')).toBe('云岭市');
      await compose('women');
      im.press('space');
      await soon(texts).toEqual(withText('atoms', '在我们召开会议注之后。'));
      undo();
      await soon(texts).toEqual(before);
    });
  });

  describe('how it ends', () => {
    const old = '会议听取了大家的意见。';
    beforeEach(() => caretAt('plain', 11));

    it('by number: the first candidate, and another', async () => {
      await compose('women');
      im.press('1');
      await soon(texts).toEqual(withText('plain', `${old}我们`));
      undo();
      await compose('shishi');
      im.press('2');
      await soon(() => textOf('plain')).toMatch(new RegExp(`^${old}\\p{Script=Han}{1,2}`, 'u'));
      // Part of the letters may be left to choose for.
      if (/[a-z]/.test(await textOf('plain'))) im.press('space');
      await soon(() => textOf('plain')).toMatch(new RegExp(`^${old}\\p{Script=Han}{2}$`, 'u'));
      undo();
      await soon(texts).toEqual(before);
    });
    it('by mouse, from the window of candidates, which stands under the caret', async () => {
      await compose('women');
      const [window = ''] = im.tool('search', '--sync', '--onlyvisible', '--name', 'Fcitx5 Input Window').split('\n');
      const place = (): Readonly<Record<string, number>> => Object.fromEntries(im.tool('getwindowgeometry', '--shell', window).split('\n').map((line) => line.split('=')).map(([key = '', value]) => [key, Number(value)]));
      await soon(() => place()['HEIGHT']).toBeGreaterThan(20);
      const { X = 0, Y = 0 } = place();
      const caret = await run.page.evaluate(() => {
        const { left, bottom } = getSelection()?.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
        return { left, bottom };
      });
      const bounds = await patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentBounds()));
      expect(Math.abs(Y - (caret.bottom + (bounds?.y ?? 0)))).toBeLessThan(40);
      expect(Math.abs(X - (caret.left + (bounds?.x ?? 0)))).toBeLessThan(80);
      im.tool('mousemove', '--sync', String(X + 24), String(Y + 16), 'click', '1');
      await soon(texts).toEqual(withText('plain', `${old}我们`));
      undo();
      await soon(texts).toEqual(before);
    });
    it('walked to: the second page of candidates, then the next one', async () => {
      await compose('shi');
      im.press('equal', 'Down', 'space');
      await soon(() => textOf('plain')).toMatch(new RegExp(`^${old}\\p{Script=Han}$`, 'u'));
      undo();
      await soon(texts).toEqual(before);
    });
    it('Enter: the letters themselves, no new line', async () => {
      await compose('women');
      im.press('Return');
      await soon(texts).toEqual(withText('plain', `${old}women`));
      undo();
      await soon(texts).toEqual(before);
    });
    it('Backspace, letter by letter, to nothing', async () => {
      await compose('shi');
      im.press('BackSpace', 'BackSpace', 'BackSpace');
      await soon(texts).toEqual(before);
      // The next one takes a character of the text, as it should.
      im.press('BackSpace');
      await soon(() => textOf('plain')).toBe(old.slice(0, -1));
      undo();
      await soon(texts).toEqual(before);
    });
    it('a long sentence in one composition', async () => {
      im.type('zhongguorenminzhengzhixieshanghuiyi');
      await soon(() => textOf('plain')).toMatch(/yi$/);
      im.press('space');
      await soon(texts).toEqual(withText('plain', `${old}中国人民政治协商会议`));
      undo();
      await soon(texts).toEqual(before);
    });
    it('two right after each other are two steps of undo', async () => {
      await compose('women');
      im.press('space');
      await chosen(`${old}我们`);
      await compose('nimen');
      im.press('space');
      await chosen(`${old}我们你们`);
      undo();
      await soon(texts).toEqual(withText('plain', `${old}我们`));
      undo();
      await soon(texts).toEqual(before);
    });
    it('without a pause between them, as a fast hand types', async () => {
      im.type('women ');
      im.type('nimen ');
      im.type('tamen ');
      await soon(() => textOf('plain')).toMatch(new RegExp(`^${old}我们你们[他她它]们$`));
      for (let steps = 0; steps < 3 && (await textOf('plain')) !== old; steps++) {
        undo();
        await run.page.waitForTimeout(150);
      }
      await soon(texts).toEqual(before);
    });
  });

  describe('half-typed, and something else happens', () => {
    const old = '会议听取了大家的意见。';
    /** What is left of the letters is the input method's affair; all else stands as it did, and one step takes it back. */
    const takenBack = async (): Promise<void> => {
      await run.page.waitForTimeout(200);
      const now = await texts();
      expect(now.map((text, index) => (index === 0 ? text.slice(0, old.length) : text))).toEqual(before);
      if (now[0] !== old) {
        await caretAt('last', 2);
        undo();
      }
      await soon(texts).toEqual(before);
    };
    beforeEach(() => caretAt('plain', 11));
    afterEach(isFree);

    it('a click elsewhere in the text: the caret is there, what is typed next stands there', async () => {
      await compose('weiyuan');
      await click('.text > :last-child', 400, 15);
      await run.page.waitForTimeout(200);
      const left = await textOf('plain');
      expect(left.startsWith(old)).toBe(true);
      expect(await beforeCaret()).toBe('下一年还要走下去。');
      await compose('women');
      im.press('space');
      await soon(() => textOf('last')).toBe('下一年还要走下去。我们');
      expect(await textOf('plain')).toBe(left);
      undo();
      await soon(() => textOf('last')).toBe('下一年还要走下去。');
      if (left !== old) undo();
      await soon(texts).toEqual(before);
    });
    it('a click on the page', async () => {
      await compose('weiyuan');
      await click('.scroll .page[data-page="0"]', 150, 200);
      await takenBack();
    });
    it('a click on another pane’s tab', async () => {
      await compose('weiyuan');
      await click('[role="tab"]:has-text("大字稿")', 20, 12);
      await soon(() => run.page.getByRole('tab', { name: '大字稿' }).getAttribute('aria-selected')).toBe('true');
      await takenBack();
      await run.page.getByRole('tab', { name: '单行本' }).click();
    });
    it('another window comes to the front', async () => {
      const opened = run.app.waitForEvent('window');
      await run.page.keyboard.press('Control+Alt+o');
      const other = await opened;
      await other.waitForSelector('.card');
      const otherId = (await windowIds()).find((id) => id !== ownId) ?? '';
      activate(ownId);
      await caretAt('plain', 11);
      await compose('weiyuan');
      activate(otherId);
      await soon(() => other.evaluate(() => document.hasFocus())).toBe(true);
      await run.page.waitForTimeout(200);
      const closed = other.waitForEvent('close');
      im.press('ctrl+w');
      await closed;
      activate(ownId);
      await takenBack();
    });
    it.each([
      ['Ctrl+B', 'ctrl+b', async () => expect(await run.page.locator('.text > *').first().locator('strong').count()).toBe(0)],
      ['Ctrl+Alt+1', 'ctrl+alt+1', async () => expect(await run.page.locator('.text > *').first().evaluate((block) => block.tagName)).toBe('P')],
      ['Ctrl+K', 'ctrl+k', async () => expect(await run.page.locator('dialog[open]').count()).toBe(0)],
      ['Ctrl+F', 'ctrl+f', async () => expect(await run.page.locator('.find').count()).toBe(0)],
      ['F9', 'F9', async () => {}],
      ['Alt alone', 'alt', async () => expect(await run.page.evaluate(() => document.activeElement?.className)).toContain('text')],
    ] as const)('%s fires nothing, and the letters can still be chosen for', async (_, keys, check) => {
      const panes = await columns();
      await compose('women');
      im.press(keys);
      await run.page.waitForTimeout(250);
      await check();
      expect(await columns()).toBe(panes);
      if (shown('women').test(await textOf('plain'))) im.press('space');
      await run.page.waitForTimeout(150);
      await takenBack();
    });
    it('Ctrl+Z undoes nothing that stood there', async () => {
      await compose('women');
      im.press('ctrl+z');
      await run.page.waitForTimeout(250);
      expect((await textOf('plain')).startsWith(old)).toBe(true);
      expect((await texts()).slice(1)).toEqual(before.slice(1));
      if (shown('women').test(await textOf('plain'))) im.press('space');
      await takenBack();
    });
    it('Ctrl+S: nothing half-typed goes into the file, and right after the choice it takes the words', async () => {
      await compose('women');
      im.press('ctrl+s');
      await run.page.waitForTimeout(400);
      expect(onDisk()).not.toMatch(/[a-z]/);
      if (shown('women').test(await textOf('plain'))) im.press('space');
      im.press('ctrl+s');
      await soon(onDisk).toContain(`${old}我们`);
      await takenBack();
    });
    it('W42: autosave is due, once and again: it waits, ends nothing, and saves the words right after', async () => {
      // A change that is to be saved, and then letters before the round comes.
      await compose('nimen');
      im.press('space');
      await chosen(`${old}你们`);
      await soon(onDisk, 6000).toContain(`${old}你们`);
      const saved = statSync(file).mtimeMs;
      const pages = [...(await pageKeys(run)).values()].join();
      await compose('women');
      await run.page.waitForTimeout(3 * AUTOSAVE_MS);
      expect(statSync(file).mtimeMs).toBe(saved);
      expect(await textOf('plain')).toMatch(new RegExp(`^${old}你们wo[ ']?men$`));
      // Layout and findings wait as well.
      expect([...(await pageKeys(run)).values()].join()).toBe(pages);
      im.press('space');
      await chosen(`${old}你们我们`);
      await soon(onDisk, 6000).toContain(`${old}你们我们`);
      expect(onDisk()).not.toMatch(/[a-z]/);
      await soon(async () => [...(await pageKeys(run)).values()].join()).not.toBe(pages);
      undo();
      await chosen(`${old}你们`);
      undo();
      await soon(texts).toEqual(before);
    });
  });

  describe('marks and modes', () => {
    const old = '会议听取了大家的意见。';
    beforeEach(() => caretAt('plain', 11));

    it('marks by the method’s keys stay as it gives them', async () => {
      // Not the semicolon: fcitx5 takes it for a phrase of its own.
      im.press('comma', 'period', 'shift+semicolon', 'backslash', 'shift+slash', 'shift+1', 'shift+9', 'shift+0');
      await soon(() => textOf('plain')).toBe(`${old}，。：、？！（）`);
      for (let steps = 0; steps < 8 && (await textOf('plain')) !== old; steps++) {
        undo();
        await run.page.waitForTimeout(80);
      }
      await soon(texts).toEqual(before);
    });
    it('a mark ends a composition: both stand there', async () => {
      await compose('women');
      im.press('comma');
      await soon(texts).toEqual(withText('plain', `${old}我们，`));
      for (let steps = 0; steps < 2 && (await textOf('plain')) !== old; steps++) {
        undo();
        await run.page.waitForTimeout(150);
      }
      await soon(texts).toEqual(before);
    });
    it('中/英: letters in between are the program’s own, and Chinese goes on after them', async () => {
      im.press('ctrl+space');
      im.type('AI ');
      im.press('ctrl+space');
      await compose('women');
      im.press('space');
      await soon(() => textOf('plain')).toBe(`${old}AI 我们`);
      for (let steps = 0; steps < 4 && (await textOf('plain')) !== old; steps++) {
        undo();
        await run.page.waitForTimeout(120);
      }
      await soon(texts).toEqual(before);
    });
    it('switched over while letters stand open: the text before them stays', async () => {
      await compose('women');
      im.press('ctrl+space');
      await run.page.waitForTimeout(250);
      expect((await textOf('plain')).startsWith(old)).toBe(true);
      im.press('ctrl+space');
      await run.page.waitForTimeout(150);
      if ((await textOf('plain')) !== old) undo();
      await soon(texts).toEqual(before);
    });
    it('after Ctrl+B the chosen words are bold', async () => {
      im.press('ctrl+b');
      await compose('women');
      im.press('space');
      await soon(() => run.page.locator('.text > *').first().locator('strong').allTextContents()).toEqual(['我们']);
      undo();
      await soon(texts).toEqual(before);
      im.press('ctrl+b');
    });
    it('a finding underlined right there is drawn anew after it', async () => {
      const underlined = (): Promise<readonly string[]> => run.page.evaluate(() => [...(CSS.highlights.get('finding-warning') ?? [])].map((range) => (range as Range).toString()));
      await soon(underlined).toContain('存疑的数字');
      await caretAt('doubt', 3);
      await compose('women');
      im.press('space');
      await soon(underlined).toContain('存疑我们的数字');
      undo();
      await soon(underlined).toContain('存疑的数字');
    });
  });

  describe('outside of the text', () => {
    it('a field of the deck', async () => {
      const deck = run.page.getByRole('textbox', { name: '主题' });
      await deck.click();
      await run.page.keyboard.press('End');
      im.type('women');
      await soon(() => deck.textContent()).toMatch(shown('women'));
      im.press('space');
      await soon(() => deck.textContent()).toBe('工作报告我们');
      im.type('shi');
      im.press('Escape');
      await soon(() => deck.textContent()).toBe('工作报告我们');
      await run.page.waitForTimeout(120);
      undo();
      await soon(() => deck.textContent()).toBe('工作报告');
    });
    it('the find bar: looked for once it is chosen', async () => {
      await caretAt('plain', 0);
      im.press('ctrl+f');
      const box = run.page.getByRole('textbox', { name: '查找', exact: true });
      await box.waitFor();
      im.type('huiyi');
      await soon(() => box.inputValue()).toMatch(shown('huiyi'));
      await run.page.waitForTimeout(300);
      expect(await run.page.locator('.find .count').textContent()).not.toContain('没有找到');
      im.press('space');
      await soon(() => box.inputValue()).toBe('会议');
      await soon(() => run.page.locator('.find .count').textContent()).toMatch(/2/);
      im.type('shi');
      im.press('Escape');
      await soon(() => box.inputValue()).toBe('会议');
      expect(await run.page.locator('.find').count()).toBe(1);
      im.press('Escape');
      await soon(() => run.page.locator('.find').count()).toBe(0);
    });
    it('the palette, and a form of the meeting record', async () => {
      await caretAt('plain', 0);
      im.press('ctrl+shift+m');
      const place = run.page.getByRole('dialog').getByRole('textbox', { name: '地名', exact: true });
      await place.waitFor();
      await place.click();
      await place.press('End');
      im.type('women');
      await soon(() => place.inputValue()).toMatch(shown('women'));
      // Escape is the input method's while letters stand open: the form stays.
      im.press('Escape');
      await soon(() => place.inputValue()).toBe('云岭市');
      expect(await run.page.locator('dialog[open]').count()).toBe(1);
      im.type('women');
      im.press('space');
      await soon(() => place.inputValue()).toBe('云岭市我们');
      im.press('Tab');
      await soon(() => textOf('atoms')).toBe('在云岭市我们召开会议注之后。');
      im.press('Escape');
      await soon(() => run.page.locator('dialog[open]').count()).toBe(0);
      await caretAt('plain', 0);
      undo();
      await soon(texts).toEqual(before);
      im.press('ctrl+k');
      const palette = run.page.getByRole('dialog').getByRole('combobox');
      await palette.waitFor();
      im.type('baocun');
      await soon(() => palette.inputValue()).toMatch(shown('baocun'));
      im.press('space');
      await soon(() => palette.inputValue()).toBe('保存');
      await soon(() => run.page.locator('.palette [aria-selected="true"]').textContent()).toContain('保存');
      im.press('Escape');
      await soon(() => run.page.locator('dialog[open]').count()).toBe(0);
    });
  });

  it('W11, W18: 一、 at a line’s start makes a heading, a fixed mark is left alone, ×× before a measure word offers a 待填', async () => {
    const { page } = run;
    const block = page.locator('.text > *').nth(1);
    await caretAt('plain', 11);
    im.press('Return');
    await compose('yi');
    im.press('space');
    await soon(() => block.textContent()).toBe('一');
    im.press('backslash');
    await soon(() => block.getAttribute('data-number')).toBe('一、');
    expect(await block.textContent()).toBe('');
    im.press('BackSpace');
    await soon(() => block.textContent()).toBe('一、');
    expect(await block.getAttribute('data-number')).toBeNull();
    // The input method curves its own quotes; they stay as it gives them.
    im.press('shift+quotedbl');
    await soon(() => block.textContent()).toBe('一、“');
    // In English mode the keys are the program's own.
    im.press('ctrl+space', 'shift+quotedbl');
    await soon(() => block.textContent()).toBe('一、“”');
    im.type('XX');
    im.press('ctrl+space');
    await compose('ren');
    expect(await page.locator('.offer').count()).toBe(0);
    im.press('space');
    await soon(() => block.textContent()).toBe('一、“”XX人');
    await soon(() => page.locator('.offer').count()).toBe(1);
    im.press('Tab');
    await soon(() => block.textContent()).toBe('一、“”〔数字：待填〕人');
    for (let steps = 0; steps < 20 && (await texts()).length !== before.length; steps++) {
      undo();
      await page.waitForTimeout(80);
    }
    for (let steps = 0; steps < 3 && (await texts()).join() !== before.join(); steps++) {
      undo();
      await page.waitForTimeout(80);
    }
  });
});
