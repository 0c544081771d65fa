// W21, the matrix of input methods: real composition events through the browser's
// protocol, in every place and state where editors have lost text. After each: the
// text exactly as expected, one undo step (none for an abort), caret at the end of
// what was typed, nothing composing any more.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { abort, blockText, caretAtEnd, commit, compose, launch, openFile, pageKeys, typeChinese, type Running } from './launch';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Blocks of the text below, as the editor shows them. */
const TEXT = [
  '在政协溪山市第三届委员会第二次会议上的发言',
  '',
  '各位委员：',
  '会议听取了大家的意见。',
  '一、总体情况',
  '这一年走访了十二个乡镇。听到的话都记在本子上。',
  '下一年还要走下去。',
];

describe('W21: input methods', () => {
  let run: Running;
  let first = 0;
  let count = 0;

  beforeAll(async () => {
    run = await launch();
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'banxin-ime-')), '发言.txt');
    writeFileSync(file, TEXT.join('\n'));
    await openFile(run, file);
    count = await run.page.locator('.text > *').count();
    first = await indexOf('会议听取了');
  });
  afterAll(async () => {
    expect(run.complaints).toEqual([]);
    await run.close();
  });

  async function indexOf(start: string): Promise<number> {
    const texts = await run.page.locator('.text > *').allTextContents();
    return texts.findIndex((text) => text.startsWith(start));
  }

  /** The whole text, a string a block. */
  const texts = (): Promise<readonly string[]> => run.page.locator('.text > *').allTextContents();
  let before: readonly string[] = [];

  beforeEach(async () => {
    before = await texts();
  });

  afterEach(async () => {
    // Every case gives back what it found, by undo alone.
    await expect.poll(texts).toEqual(before);
    expect(await isComposing()).toBe(false);
  });

  /** The window says so: no shortcut fires while letters stand open (W20). F9 changes the panes' widths, a second one changes them back. */
  const isComposing = async (): Promise<boolean> => {
    const columns = (): Promise<string> => run.page.evaluate(() => document.querySelector<HTMLElement>('.panes')?.style.gridTemplateColumns ?? '');
    const old = await columns();
    await run.page.keyboard.press('F9');
    // A busy window takes its time; one that composes never does it.
    let isOther = false;
    for (const end = Date.now() + 1000; !isOther && Date.now() < end;) isOther = (await columns()) !== old;
    if (!isOther) return true;
    await run.page.keyboard.press('F9');
    await expect.poll(columns).toBe(old);
    return false;
  };

  const undo = async (): Promise<void> => {
    await run.page.waitForTimeout(120);
    await run.page.keyboard.press('Control+z');
    await run.page.waitForTimeout(60);
  };

  /** Caret before the character at `offset` of a block. */
  async function caretAt(index: number, offset: number): Promise<void> {
    await caretAtEnd(run, index);
    await run.page.evaluate(([at, to]) => {
      const walker = document.createTreeWalker(document.querySelectorAll('.text > *')[at ?? 0] as Node, NodeFilter.SHOW_TEXT);
      let left = to ?? 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (left <= length) {
          getSelection()?.collapse(node, left);
          return;
        }
        left -= length;
      }
    }, [index, offset]);
    await run.page.waitForTimeout(50);
  }

  for (const caret of ['end', 'start'] as const) {
    const where = caret === 'end' ? 'caret after the pinyin' : 'caret before the pinyin (fcitx5)';
    it.each([
      ['at the start of a paragraph', 0],
      ['in the middle of a paragraph', 5],
      ['at the end of a paragraph', 11],
    ])(`%s, ${where}`, async (_, offset) => {
      const old = await blockText(run, first);
      await caretAt(first, offset);
      await compose(run, 'jinnian', caret);
      await commit(run, '今年');
      await expect.poll(() => blockText(run, first)).toBe(`${old.slice(0, offset)}今年${old.slice(offset)}`);
      await undo();
    });
  }

  it('in a heading, whose number stays drawn', async () => {
    const index = await indexOf('总体情况');
    await caretAt(index, 2);
    await typeChinese(run, 'gongzuo', '工作');
    await expect.poll(() => blockText(run, index)).toBe('总体工作情况');
    expect(await run.page.locator('.text > *').nth(index).getAttribute('data-number')).toBe('一、');
    await undo();
  });

  it('in an empty paragraph', async () => {
    await caretAt(first, 11);
    await run.page.keyboard.press('Enter');
    await typeChinese(run, 'xinduan', '新段');
    await expect.poll(async () => (await texts())[first + 1]).toBe('新段');
    await undo();
    await undo();
  });

  it('right after a placeholder', async () => {
    await caretAt(first, 4);
    await run.page.getByRole('toolbar').getByRole('button', { name: '待填' }).click();
    await expect.poll(() => run.page.locator('.text .chip').count()).toBe(1);
    await typeChinese(run, 'jian', '件');
    await expect.poll(() => blockText(run, first)).toBe('会议听取〔数字：待填〕件了大家的意见。');
    await undo();
    await undo();
  });

  it('inside a run-in heading', async () => {
    const index = await indexOf('这一年走访');
    await caretAt(index, 3);
    await run.page.keyboard.press('Control+Alt+4');
    await expect.poll(() => run.page.locator('.text .lead').count()).toBe(1);
    await caretAt(index, 5);
    await typeChinese(run, 'zoubian', '走遍');
    await expect.poll(() => run.page.locator('.text .lead').textContent()).toBe('这一年走访走遍了十二个乡镇。');
    await undo();
    await undo();
  });

  it('over a selection of several paragraphs', async () => {
    const last = count - 1;
    await run.page.evaluate(([from, to]) => {
      const blocks = document.querySelectorAll('.text > *');
      const range = document.createRange();
      range.setStart(blocks[from ?? 0]?.firstChild as Node, 2);
      range.setEnd(blocks[to ?? 0]?.firstChild as Node, 2);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }, [first, last]);
    await run.page.waitForTimeout(50);
    await typeChinese(run, 'gai', '改');
    await expect.poll(async () => (await texts())[first]).toBe(`${before[first]?.slice(0, 2)}改${before[last]?.slice(2)}`);
    await undo();
  });

  it('after toggling a mark: the text has it', async () => {
    await caretAt(first, 11);
    await run.page.keyboard.press('Control+b');
    await typeChinese(run, 'zhongyao', '重要');
    await expect.poll(() => run.page.locator('.text strong').allTextContents()).toEqual(['重要']);
    await undo();
  });

  it('Escape: nothing is left, not even a step of undo', async () => {
    const label = await undoState();
    await caretAt(first, 5);
    await compose(run, 'buyao');
    await abort(run);
    await expect.poll(() => blockText(run, first)).toBe(before[first]);
    await run.page.waitForTimeout(200);
    expect(await undoState()).toBe(label);
  });

  it('Escape over a selection: one undo restores it', async () => {
    await caretAt(first, 0);
    await run.page.keyboard.press('Shift+ArrowRight');
    await run.page.keyboard.press('Shift+ArrowRight');
    await compose(run, 'a');
    await abort(run);
    await expect.poll(() => blockText(run, first)).toBe('听取了大家的意见。');
    await undo();
  });

  it('Ctrl+Z while composing does nothing, and the composition goes on to its end', async () => {
    await caretAt(first, 5);
    await compose(run, 'zhong');
    await run.page.keyboard.press('Control+z');
    // What a desktop's own undo sends to the page (RUNTIME, fault a).
    const swallowed = await run.page.evaluate(() => !document.querySelector('.text')?.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })));
    expect(swallowed).toBe(true);
    await commit(run, '中');
    await expect.poll(() => blockText(run, first)).toBe('会议听取了中大家的意见。');
    await expect.poll(isComposing).toBe(false);
    await undo();
  });

  it('undo right after a composition takes it whole', async () => {
    await caretAt(first, 5);
    await typeChinese(run, 'dou', '都');
    await run.page.waitForTimeout(100);
    await run.page.keyboard.press('Control+z');
    await expect.poll(() => blockText(run, first)).toBe(before[first]);
  });

  it('two compositions one after another are two steps of undo', async () => {
    await caretAt(first, 11);
    await typeChinese(run, 'yi', '一');
    await typeChinese(run, 'er', '二');
    await expect.poll(() => blockText(run, first)).toBe(`${before[first]}一二`);
    await undo();
    await expect.poll(() => blockText(run, first)).toBe(`${before[first]}一`);
    await undo();
  });

  it('thirty letters in one composition', async () => {
    const text = '中国人民政治协商会议全国委员会';
    await caretAt(first, 11);
    await typeChinese(run, 'zhongguorenminzhengzhixieshang', text);
    await expect.poll(() => blockText(run, first)).toBe(before[first] + text);
    await undo();
  });

  // A click inside the text does not end a composition sent by protocol, as it does with a real input method.
  it('a click on another pane while composing: the letters stay where they were typed', async () => {
    await caretAt(first, 11);
    await compose(run, 'hao');
    await run.page.getByRole('tab', { name: /^待办/ }).click();
    await run.page.waitForTimeout(200);
    expect(await texts()).toEqual(before.map((text, index) => (index === first ? `${text}hao` : text)));
    await undo();
  });

  it('another window takes the focus while composing', async () => {
    await caretAt(first, 11);
    await compose(run, 'shi');
    await run.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect.poll(isComposing).toBe(false);
    await run.page.waitForTimeout(200);
    expect(await blockText(run, first)).toBe(`${before[first]}shi`);
    await undo();
  });

  it('marks such as ， come as an ordinary key, and group as typing', async () => {
    await caretAt(first, 11);
    await run.cdp.send('Input.insertText', { text: '，' });
    await expect.poll(() => blockText(run, first)).toBe(`${before[first]}，`);
    await undo();
  });

  it('with layout running: the pages follow only after the composition', async () => {
    await caretAt(first, 11);
    const keys = await pictureKeys();
    await compose(run, 'paiban');
    await run.page.waitForTimeout(400);
    expect(await pictureKeys()).toEqual(keys);
    await commit(run, '排版');
    await expect.poll(pictureKeys).not.toEqual(keys);
    await undo();
  });

  it('inside words that a finding underlines: the mark is drawn anew only after the composition', async () => {
    const old = await blockText(run, first);
    await caretAt(first, 2);
    for (let i = 0; i < 4; i++) await run.page.keyboard.press('Shift+ArrowRight');
    await run.page.keyboard.press('Control+Alt+q');
    const marked = (): Promise<readonly string[]> => run.page.evaluate(() => [...(CSS.highlights.get('finding-warning') ?? [])].map((range) => (range as Range).toString()));
    await expect.poll(marked).toContain(old.slice(2, 6));
    await caretAt(first, 4);
    await compose(run, 'yiyi');
    await run.page.waitForTimeout(500);
    expect(await isComposing()).toBe(true);
    await commit(run, '一一');
    await expect.poll(() => blockText(run, first)).toBe(`${old.slice(0, 4)}一一${old.slice(4)}`);
    await expect.poll(isComposing).toBe(false);
    await undo();
    await undo();
    await expect.poll(marked).not.toContain(old.slice(2, 6));
  });

  it('in a field of the deck', async () => {
    const field = run.page.getByRole('textbox', { name: '主题' });
    const old = await field.textContent();
    await field.click();
    await run.page.keyboard.press('End');
    await typeChinese(run, 'biaoti', '标题');
    await expect.poll(() => field.textContent()).toContain('标题');
    await undo();
    await expect.poll(() => field.textContent()).toBe(old);
  });

  const pictureKeys = async (): Promise<readonly string[]> => [...(await pageKeys(run)).values()];

  /** What the menu's undo says of itself. */
  async function undoState(): Promise<string> {
    await run.page.getByRole('menuitem', { name: '编辑' }).click();
    const entry = run.page.getByRole('menuitem', { name: /^撤销.*Ctrl\+Z/ });
    const state = `${await entry.textContent()} ${await entry.getAttribute('aria-disabled')}`;
    await run.page.keyboard.press('Escape');
    return state;
  }
});
