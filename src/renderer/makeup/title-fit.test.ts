import { expect, it } from 'vitest';
import { article, br, doc, field, p } from '../../../test/build';
import { titleFit, widestLine } from './title-fit';

it('the longest line, each character by its kind, a value of the record as several', () => {
  expect(widestLine('市政协举行会议', [])).toBe(7);
  expect(widestLine('市政协举行会议', [3])).toBe(4);
  expect(widestLine('市政协举\n行会议', [])).toBe(4);
  expect(widestLine('2026', [])).toBeCloseTo(4 * 0.56);
  expect(widestLine('\ufffc政协', [])).toBe(7);
  expect(widestLine('', [])).toBe(0);
});

it('as usual where each line has room, smaller where one has not, never too small to write', () => {
  const { fields } = article('a', 'news', doc(p('正文')), { 'deck.main': ['市政协举行第四次会议', br, '传达学习'], 'deck.sub': '副题' });
  const none = (): readonly number[] => [];
  // Ten characters of 21 px and what is beside them.
  expect(titleFit(fields, none, 214)).toBe(1);
  expect(titleFit(fields, none, 200)).toBeCloseTo(200 / 214);
  expect(titleFit(fields, (path) => (path === 'deck.main' ? [5] : []), 200)).toBe(1);
  expect(titleFit(fields, none, 20)).toBe(0.6);
  // A longer line below it counts in its own size.
  expect(titleFit({ ...fields, 'deck.sub': doc(p('副'.repeat(20))) }, none, 300)).toBeCloseTo(300 / 324);
  expect(titleFit(article('b', 'news', doc(p('正文')), { 'deck.main': field('place') }).fields, none, 300)).toBe(1);
});
