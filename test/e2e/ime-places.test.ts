// W21 at every place where one writes, and W42 while letters stand open: the events of
// an input method sent through the browser's protocol, so that these run on every
// machine. With a real input method: fcitx5.test.ts.
import { statSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { abort, commit, compose, launch, pageKeys, type Running } from './launch';
import { AUTOSAVE_MS, caretIn, NAMES, openPlaces, PLACES, textBeforeCaret, textOnDisk, textsOf, type BlockName } from './writing-places';

const soon = <T>(ask: () => T, timeout = 3000) => expect.poll(ask, { interval: 15, timeout });

describe('W21: input methods, place by place', () => {
  let run: Running;
  let file = '';
  let before: readonly string[] = [];
  const texts = (): Promise<readonly string[]> => textsOf(run);
  const withText = (name: BlockName, text: string): readonly string[] => before.map((old, index) => (NAMES[index] === name ? text : old));
  const press = (keys: string): Promise<void> => run.page.keyboard.press(keys);
  /** Past the moment in which a composition's text is handed over. */
  const settled = (): Promise<void> => run.page.waitForTimeout(100);

  beforeAll(async () => {
    run = await launch();
    file = await openPlaces(run);
  });
  afterAll(() => run.close());
  beforeEach(async () => {
    before = await texts();
    expect(before).toHaveLength(NAMES.length);
  });

  it.each(PLACES)('%s (%s): chosen, one step of undo, the caret behind it; an abort leaves nothing, not even a step', async (_, name, offset) => {
    const old = before[NAMES.indexOf(name)] ?? '';
    const wanted = withText(name, `${old.slice(0, offset)}我们${old.slice(offset)}`);
    await caretIn(run, name, offset);
    await compose(run, 'wom');
    await commit(run, '我们');
    await soon(texts).toEqual(wanted);
    await settled();
    expect(await textBeforeCaret(run)).toBe(`${old.slice(0, offset)}我们`);
    await press('Control+z');
    await soon(texts).toEqual(before);
    await caretIn(run, name, offset);
    await compose(run, 'shi', 'start');
    await abort(run);
    await soon(texts).toEqual(before);
    await settled();
    // A step made by the abort would have ended what can be brought back.
    await press('Control+y');
    await soon(texts).toEqual(wanted);
    await press('Control+z');
    await soon(texts).toEqual(before);
  });

  it('W42: autosave is due, once and again: it waits, ends nothing, layout waits too; the words are saved right after', async () => {
    const old = before[0] ?? '';
    await caretIn(run, 'plain', 11);
    await run.page.keyboard.insertText('你们');
    await soon(() => textOnDisk(file), 6000).toContain(`${old}你们`);
    const saved = statSync(file).mtimeMs;
    const pages = [...(await pageKeys(run)).values()].join();
    await compose(run, 'women');
    await run.page.waitForTimeout(3 * AUTOSAVE_MS);
    expect(statSync(file).mtimeMs).toBe(saved);
    expect((await texts())[0]).toBe(`${old}你们women`);
    expect([...(await pageKeys(run)).values()].join()).toBe(pages);
    await commit(run, '我们');
    await soon(() => textOnDisk(file), 6000).toContain(`${old}你们我们`);
    expect(textOnDisk(file)).not.toMatch(/[a-z]/);
    await soon(async () => [...(await pageKeys(run)).values()].join()).not.toBe(pages);
    await press('Control+z');
    await soon(async () => (await texts())[0]).toBe(`${old}你们`);
    await press('Control+z');
    await soon(texts).toEqual(before);
  });

  it('Ctrl+S while letters stand open saves none of them, and right after the choice all of it', async () => {
    const old = before[0] ?? '';
    await caretIn(run, 'plain', 11);
    await compose(run, 'women');
    await press('Control+s');
    await run.page.waitForTimeout(300);
    expect(textOnDisk(file)).not.toMatch(/[a-z]/);
    await commit(run, '我们');
    await press('Control+s');
    await soon(() => textOnDisk(file), 6000).toContain(`${old}我们`);
    await press('Control+z');
    await soon(texts).toEqual(before);
  });
});
