import { describe, expect, it } from 'vitest';
import { article, doc, h, heading, lead, p, par } from '../../../test/build';
import { EMPTY_MEETING } from '../../core/model/package';
import { articleNames } from './article-names';
import { entryAt, outlineEntries } from './outline-entries';

describe('W14: outline', () => {
  const text = doc(
    p('开头四字'),
    h(1, '回顾'),
    par({ head: { level: 2 } }, lead('协商有序。'), '正文六个字呀'),
    par({ head: { level: 5, numbered: false } }, lead('主题句。'), '三个字'),
    h(1, '安排'),
    p('两字'),
  );
  const entries = outlineEntries(text, EMPTY_MEETING);

  it('headings and run-in headings with their numbers, without the closing stop; theme sentences are none', () => {
    expect(entries.map(({ text: shown, level }) => [level, shown])).toEqual([[1, '一、回顾'], [2, '（一）协商有序'], [1, '二、安排']]);
    // One with a stop of its own, which its target is kept by.
    expect(outlineEntries(doc(h(1, '抓好落实。')), EMPTY_MEETING).map(({ text: shown, title }) => [shown, title])).toEqual([['一、抓好落实', '抓好落实。']]);
  });

  it('字数 run to the next heading of the level or above', () => {
    // 回顾 2 + 协商有序。正文六个字呀 11 + 主题句。三个字 7
    expect(entries.map(({ words }) => words)).toEqual([20, 18, 4]);
  });

  it('the section of the caret; none before the first heading', () => {
    expect([0, 1, 2, 3, 4, 5].map((block) => entryAt(entries, block))).toEqual([-1, 0, 1, 1, 2, 2]);
  });

  it('an item of a list is no entry, its words are the section\'s', () => {
    const entries = outlineEntries(doc(h(1, '议程'), par({ head: { level: 2 } }, '审议报告；'), par({ head: { level: 2 } }, '其他。')), EMPTY_MEETING);
    expect(entries.map(({ text: shown }) => shown)).toEqual(['一、议程']);
    expect(entries[0]?.words).toBeGreaterThan(8);
  });

  it('an unnumbered part title is an entry above the first level', () => {
    expect(outlineEntries(doc(heading({ level: 0, numbered: false }, '附件'), h(1, '名词')), EMPTY_MEETING).map(({ level, text: shown }) => `${level}${shown}`)).toEqual(['0附件', '1一、名词']);
  });
});

describe('names of articles in lists', () => {
  const body = doc(p('文'));
  it('by kind; a report by what it reports on; a label wins; of several of a kind the title tells', () => {
    const articles = [
      article('1', 'report', body, { 'deck.main': '政协云岭市第五届委员会常务委员会工作报告' }),
      article('2', 'report', body, { 'deck.main': '常务委员会关于提案工作情况的报告' }),
      article('3', 'editorial', body, { 'deck.main': '同心启新程' }, '社论'),
      article('4', 'news', body, { 'deck.main': '会议开幕' }),
      article('5', 'news', body, { 'deck.main': '会议闭幕' }),
      article('6', 'news', body),
    ];
    expect(articleNames(articles, EMPTY_MEETING)).toEqual(['常委会工作报告', '提案工作报告', '社论', '消息 · 会议开幕', '消息 · 会议闭幕', '消息']);
  });
});
