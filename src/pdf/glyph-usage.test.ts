import { describe, expect, it } from 'vitest';
import { displayList, group } from '../../test/display-builder';
import { fakeFont } from '../../test/pdf/fake-font';
import { surveyGlyphs } from './glyph-usage';

/** The survey of one run of glyphs, each `[glyph, at]`, over a text; more runs may follow. */
function survey(...runs: { glyphs: [number, number][]; text: string }[]) {
  const list = displayList([fakeFont()], [
    { items: (page) => [group('a', runs.map(({ glyphs, text }) => page.run(glyphs.map(([glyph, at]) => ({ glyph, x: 0, at })), text)))] },
  ]);
  const [usage] = surveyGlyphs(list);
  if (usage === undefined) throw new RangeError('no usage');
  return usage;
}

describe('a glyph has the text that it is first seen with', () => {
  it('a character of the BMP, one outside it, a text of several characters', () => {
    const usage = survey({ glyphs: [[5, 0], [6, 1], [7, 3]], text: '报𠮷——' });
    expect([5, 6, 7].map((glyph) => usage.textOf(glyph))).toEqual(['报', '𠮷', '——']);
    expect([5, 6, 7].map((glyph) => usage.flagged[glyph])).toEqual([0, 0, 0]);
  });
  it('glyphs are listed in the order of their first use, .notdef before all', () => {
    expect(survey({ glyphs: [[9, 0], [4, 1], [9, 2]], text: '甲乙甲' }).glyphs).toEqual([0, 9, 4]);
  });
  it('text before the first glyph belongs to it', () => {
    expect(survey({ glyphs: [[5, 1]], text: '甲乙' }).textOf(5)).toBe('甲乙');
  });
});

describe('a glyph whose text is not always its own is flagged, its further texts lie in layers', () => {
  it('a second text: the first stays its own', () => {
    const usage = survey({ glyphs: [[5, 0]], text: '一' }, { glyphs: [[5, 0]], text: '⼀' });
    expect([usage.textOf(5), usage.flagged[5]]).toEqual(['一', 1]);
    expect(usage.layers).toEqual([new Map([[5, '⼀']])]);
    expect(['一', '⼀', '丶'].map((text) => usage.layerOf(5, text))).toEqual([0, 1, null]);
  });
  it('a third text, and one seen again: each pair once', () => {
    const usage = survey(...['一', '⼀', '——', '⼀', '——'].map((text): { glyphs: [number, number][]; text: string } => ({ glyphs: [[5, 0]], text })));
    expect(usage.layers).toEqual([new Map([[5, '⼀']]), new Map([[5, '——']])]);
  });
  it('.notdef never has one', () => {
    const usage = survey({ glyphs: [[0, 0], [0, 1]], text: '䶮𪚥' });
    expect([usage.textOf(0), usage.flagged[0]]).toEqual([null, 1]);
    expect(usage.layers).toEqual([new Map([[0, '䶮']]), new Map([[0, '𪚥']])]);
  });
  it('more than sixteen further texts: no layer for the rest', () => {
    const texts = Array.from({ length: 20 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const usage = survey(...texts.map((text): { glyphs: [number, number][]; text: string } => ({ glyphs: [[5, 0]], text })));
    expect(usage.layers).toHaveLength(16);
    expect(texts.map((text) => usage.layerOf(5, text)).slice(15)).toEqual([15, 16, null, null, null]);
  });
  it('two glyphs of one character have none', () => {
    const usage = survey({ glyphs: [[5, 0], [6, 0]], text: '½' });
    expect([usage.textOf(5), usage.textOf(6), usage.flagged[5], usage.flagged[6]]).toEqual([null, null, 1, 1]);
  });
  it('a glyph without text has none', () => {
    const usage = survey({ glyphs: [[5, 0], [6, 1]], text: '甲' });
    expect([usage.textOf(6), usage.flagged[6]]).toEqual([null, 1]);
  });
  it('a text of its own may come after one that it shares', () => {
    const usage = survey({ glyphs: [[5, 0], [6, 0]], text: '½' }, { glyphs: [[6, 0]], text: '二' });
    expect([usage.textOf(6), usage.flagged[6]]).toEqual(['二', 1]);
  });
});

describe('mistakes of the caller throw', () => {
  it('glyphs that point backwards', () => {
    expect(() => survey({ glyphs: [[5, 1], [6, 0], [7, 2]], text: '甲乙丙' })).toThrow(RangeError);
  });
  it('glyphs that point past the text', () => {
    expect(() => survey({ glyphs: [[5, 0], [6, 3]], text: '甲乙' })).toThrow(RangeError);
  });
});

it('a face of the list that no run uses is not shown', () => {
  const fonts = [fakeFont(), { ...fakeFont(), id: 'Other' }];
  const usages = surveyGlyphs(displayList(fonts, [{ items: (page) => [page.line('甲', { font: 1 })] }]));
  expect(usages.map((usage) => usage.shown)).toEqual([false, true]);
});
