// Which text on screen takes a change: never one of a package that another took the place of.
import { describe, expect, it } from 'vitest';
import type { TextView } from '../editor/text-view';
import type { TextTarget } from './document-session';
import { ScreenTexts } from './screen-texts';

const BODY: TextTarget = { article: 'a1', field: null };
/** What ScreenTexts asks of a view; a real one needs a document on screen. */
const viewThat = (busy: boolean): TextView => ({ busy, view: { composing: busy, hasFocus: () => true } }) as unknown as TextView;

describe('a package that takes the place of another', () => {
  it('has the ids of the one before, and its changes go to its own texts alone', () => {
    const texts = new ScreenTexts();
    const [old, fresh] = [viewThat(false), viewThat(false)];
    texts.enter(old, BODY);
    texts.activate(old);
    expect(texts.of(BODY)).toBe(old);
    texts.retire();
    expect([texts.of(BODY), texts.active, texts.activeTarget]).toEqual([null, null, null]);
    texts.enter(fresh, BODY);
    expect(texts.of(BODY)).toBe(fresh);
    texts.leave(old);
    expect(texts.of(BODY)).toBe(fresh);
  });

  it('a composition in a text that goes is still one until its text is handed over', () => {
    const texts = new ScreenTexts();
    const old = viewThat(true);
    texts.enter(old, BODY);
    texts.retire();
    expect([texts.composing, texts.isOpenComposition]).toEqual([true, true]);
    texts.leave(old);
    expect(texts.composing).toBe(false);
  });
});

it('who marks words in the texts on screen hears of each that comes, when it can be found', () => {
  const texts = new ScreenTexts();
  const seen: boolean[] = [];
  texts.entered.watch(() => seen.push(texts.of(BODY) !== null));
  const first = viewThat(false);
  texts.enter(first, BODY);
  texts.leave(first);
  texts.enter(viewThat(false), BODY);
  expect(seen).toEqual([true, true]);
});
