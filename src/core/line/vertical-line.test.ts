import { describe, expect, it } from 'vitest';
import { paragraphOf } from '../../../test/paragraphs';
import { newSetter } from '../../../test/threads';
import type { Font } from '../font';
import { fakeFont } from '../../../test/fake-font';
import { Setter } from '../page/setter';
import { verticalLine } from './vertical-line';

const SIZE = 20;

/** Every cell of a title in one column: its text, top and height in em, and how many glyphs stand in it. */
function column(text: string): readonly (readonly [string, number, number, number])[] {
  const paragraph = paragraphOf(text, { name: 'newsTitle', title: true, punctuation: 'banjiao', align: 'center', indent: 0, text: { role: 'hei', latin: 'body', size: SIZE, embolden: 0, rise: 0 } });
  const set = newSetter().set(paragraph, 2000);
  const line = verticalLine(set, set.lines[0]!);
  return line.cells.map(({ at, to, top, foot, glyphs }) => [text.slice(at[0], to), top / SIZE, (foot - top) / SIZE, glyphs.length] as const);
}

describe('T-38: a title downwards', () => {
  it('a Han a cell', () => {
    expect(column('开幕')).toEqual([['开', 0, 1, 1], ['幕', 1, 1, 1]]);
  });
  it('numbers of two or three digits stand sideways in one cell, longer ones upright, one digit a cell', () => {
    expect(column('第12次').map(([text, top]) => [text, top])).toEqual([['第', 0], ['12', 1], ['次', 2]]);
    expect(column('171件').map(([text, , , glyphs]) => [text, glyphs])).toEqual([['171', 3], ['件', 1]]);
    expect(column('2026年').map(([text]) => text)).toEqual(['2', '0', '2', '6', '年']);
  });
  it('a blank is half an em, its text with the word before it', () => {
    expect(column('启程 谱篇')).toEqual([['启', 0, 1, 1], ['程 ', 1, 1, 1], ['谱', 2.5, 1, 1], ['篇', 3.5, 1, 1]]);
  });
  it('a dash is two cells, each a whole one, so that it joins', () => {
    expect(column('——在会上').map(([text, top, high]) => [text, top, high]).slice(0, 3)).toEqual([['—', 0, 1], ['—', 1, 1], ['在', 2, 1]]);
  });
  it('quotes are looked up as ﹃﹄: the form of 『 stands for “', () => {
    const paragraph = paragraphOf('“开', { name: 'newsTitle', title: true, align: 'center', indent: 0, text: { role: 'hei', latin: 'body', size: SIZE, embolden: 0, rise: 0 } });
    const set = newSetter().set(paragraph, 2000);
    expect(verticalLine(set, set.lines[0]!).cells[0]!.glyphs).toEqual(['『'.codePointAt(0)]);
  });
  it('a form that its own font has not, or draws nothing for, is another font’s, as high as that font stands', () => {
    const style = { name: 'newsTitle', title: true, align: 'center', indent: 0, text: { role: 'kai', latin: 'body', size: SIZE, embolden: 0, rise: 0 } } as const;
    const poor: Font = { ...fakeFont({ family: 'poor' }), verticalOf: (codePoint) => (codePoint === 0x2014 ? 1 : 0), inkOf: (glyph) => (glyph === 1 ? null : { xMin: 50, yMin: -100, xMax: 950, yMax: 800 }) };
    const other = fakeFont({ family: 'other', adjust: { rise: 0.1 } });
    const set = new Setter(new Map([['kai', [poor]]])).set(paragraphOf('——“开', style), 2000);
    const cells = (others: readonly Font[]) => verticalLine(set, set.lines[0]!, others).cells.map(({ face, glyphs }) => [face.font.family, glyphs[0], face.rise]);
    expect(cells([poor, other])).toEqual([['other', 0x2014, 2], ['other', 0x2014, 2], ['other', '『'.codePointAt(0), 2], ['poor', '开'.codePointAt(0), 0]]);
    // Where none has it, the mark stands as it is.
    expect(cells([poor]).every(([family]) => family === 'poor')).toBe(true);
  });
  it('three digits are set smaller, never narrower', () => {
    const paragraph = paragraphOf('171', { name: 'newsTitle', title: true, align: 'center', indent: 0, text: { role: 'hei', latin: 'body', size: SIZE, embolden: 0, rise: 0 } });
    const set = newSetter().set(paragraph, 2000);
    const [cell] = verticalLine(set, set.lines[0]!).cells;
    expect(cell!.size).toBeCloseTo(SIZE / 1.5);
    expect(cell!.xs[2]! + cell!.size / 2).toBeCloseTo(SIZE);
  });
});
