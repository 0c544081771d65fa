// What an act by hand cost, in words: small losses as scores alone, large ones with what was
// broken, and nothing of what was as bad before. The worths are given: their sum is the score's.
import { describe, expect, it } from 'vitest';
import type { Layout } from '../../model/layout';
import type { HandTools, Worth } from './hand-act';
import type { Loss } from '../rules/loss';
import { noteWith, withWorth, withWorthAtEnd, worthWords } from './worth-words';

const worth = (...losses: Loss[]): Worth => {
  const left = 100 - losses.reduce((sum, { points }) => sum + points, 0);
  return { score: Math.max(0, left), losses, left };
};
const said = (was: Worth, is: Worth): string => {
  const [before, after]: [Layout, Layout] = [{ pages: [] }, { pages: [] }];
  return worthWords(before, after, { worthOf: (one: Layout) => (one === before ? was : is), titleOf: (id: string) => id, ruler: {} } as unknown as HandTools);
};
const jump: Loss = { points: 3, say: '“报告”由第1版转第2版' };

it('tells the scores where it is worth less, and nothing where it is not', () => {
  expect(said(worth(jump), worth(jump))).toBe('');
  expect(said(worth(jump), worth())).toBe('');
  expect(said(worth(jump), worth(jump, { points: 4, say: '各篇之间缺 16 行' }))).toBe('，版面由 97 分变为 93 分');
});

it('names what was broken where it is worth much less: the two that cost most, not what was so before', () => {
  const before = worth(jump, { points: 5, say: '各篇之间缺 20 行（每行 13 字），占版心 2.0%' });
  const after = worth({ points: 24, say: '第1版头条不在左上：“开幕”' }, { points: 12, say: '第1版有断版（第 41 行处）' }, { points: 6, say: '各篇之间缺 24 行（每行 13 字），占版心 2.4%' }, jump);
  expect(said(before, after)).toBe('，版面由 92 分变为 55 分（第1版头条不在左上：“开幕”；第1版有断版（第 41 行处））');
  // Below nothing the score goes no further; what was broken is told all the same.
  expect(said(worth({ points: 98, say: '“甲”、“乙”还有余，没有排完' }), worth({ points: 98, say: '“甲”、“乙”还有余，没有排完' }, { points: 24, say: '第1版头条不在左上：“开幕”' }))).toBe('，版面由 2 分变为 0 分（第1版头条不在左上：“开幕”）');
});

it('says of a thing with advice the thing alone', () => {
  expect(said(worth(), worth({ points: 15, say: '第2版没有排满，缺 110 行（每行 13 字）；可补约 1400 字的稿件' }))).toBe('，版面由 100 分变为 85 分（第2版没有排满，缺 110 行（每行 13 字））');
});

describe('what an act said of itself', () => {
  const [ONE, TWO]: readonly [Layout, Layout] = [{ pages: [] }, { pages: [] }];
  const tools = { worthOf: (one: Layout) => ({ score: one === TWO ? 80 : 90, left: one === TWO ? 80 : 90, losses: [] }), titleOf: (id: string) => id, ruler: {} } as unknown as HandTools;
  const cost = '，版面由 90 分变为 80 分';
  it('tells what the page is worth once, whatever words an article’s title has', () => {
    expect(withWorth(noteWith('“甲”让了位', cost), ONE, TWO, tools)).toBe(`“甲”让了位${cost}`);
    // Told by data, not by words: a title may say the same.
    expect(withWorth({ note: '“我看，版面由谁定”让了位' }, ONE, TWO, tools)).toBe(`“我看，版面由谁定”让了位${cost}`);
    expect(withWorth({}, ONE, TWO, tools)).toBe(cost);
  });
  it('of several acts at the end alone', () => {
    expect(withWorthAtEnd([noteWith('“我看，版面由谁定”让了位', '，版面由 90 分变为 85 分'), {}, { note: '对调后版面由 90 分变为 85 分', done: '' }, { note: '“乙”让了位' }], ONE, TWO, tools)).toBe(`“我看，版面由谁定”让了位；“乙”让了位${cost}`);
  });
});
