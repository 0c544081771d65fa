import { describe, expect, it } from 'vitest';
import { changedPages } from './changed-pages';
import type { PrintedPage } from './page-lines';

const printed = (...pages: string[]): PrintedPage[] => pages.map((lines, i) => ({
  label: String(i + 1),
  lines: lines === '' ? [] : lines.split(' ').map((text) => ({ text, article: 'report', field: null, block: 0, from: 0, to: text.length, source: text })),
}));

describe('what changed on paper between two printings', () => {
  const then = printed('甲 乙 丙', '丁 戊 己', '庚 辛');
  it('nothing', () => expect(changedPages(then, printed('甲 乙 丙', '丁 戊 己', '庚 辛'))).toEqual({ pages: [], dropped: 0 }));
  it('a word on one page: that page, its line new, the old one gone', () => {
    expect(changedPages(then, printed('甲 乙 丙', '丁 午 己', '庚 辛'))).toEqual({ pages: [{ page: 1, label: '2', lines: [{ line: 2, text: '午', kind: 'new' }], gone: ['戊'] }], dropped: 0 });
  });
  it('a line more: what it moved over changes the pages after it, and is told from what is new', () => {
    const { pages } = changedPages(then, printed('甲 新 乙', '丙 丁 戊', '己 庚 辛'));
    expect(pages.map(({ page, lines }) => [page, lines.map(({ line, kind }) => `${line} ${kind}`)])).toEqual([[0, ['2 new']], [1, ['1 moved']], [2, ['1 moved']]]);
  });
  it('a line that went out of a page moved nowhere: gone, and the page is to be printed', () => {
    expect(changedPages(then, printed('甲 丙', '丁 戊 己', '庚 辛')).pages).toEqual([{ page: 0, label: '1', lines: [], gone: ['乙'] }]);
  });
  it('words that fell into other lines are moved, only what nobody has read is new', () => {
    const { pages } = changedPages(printed('甲乙丙 丁戊己 庚辛'), printed('甲乙丙 新丁戊 己庚辛'));
    expect(pages).toEqual([{ page: 0, label: '1', lines: [{ line: 2, text: '新丁戊', kind: 'new' }, { line: 3, text: '己庚辛', kind: 'moved' }], gone: [] }]);
  });
  it('two lines that changed places', () => {
    expect(changedPages(then, printed('乙 甲 丙', '丁 戊 己', '庚 辛')).pages).toMatchObject([{ page: 0, lines: [{ kind: 'moved' }], gone: [] }]);
  });
  it('a page more, a page less', () => {
    expect(changedPages(then, printed('甲 乙 丙', '丁 戊 己', '庚 辛', '壬')).pages).toMatchObject([{ page: 3, label: '4', lines: [{ line: 1, kind: 'new' }] }]);
    expect(changedPages(then, printed('甲 乙 丙', '丁 戊 己'))).toEqual({ pages: [], dropped: 1 });
  });
  it('another number on the page is another page', () => {
    expect(changedPages(then, then.map((page, i) => (i === 2 ? { ...page, label: '4' } : page))).pages).toEqual([{ page: 2, label: '4', lines: [], gone: [] }]);
  });
});
