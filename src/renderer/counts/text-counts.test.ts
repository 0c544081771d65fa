import { describe, expect, it } from 'vitest';
import { doc, field, h, p, positionOf, table } from '../../../test/build';
import { EMPTY_MEETING } from '../../core/model/package';
import { addCounts, countBetween, countText, NO_COUNTS } from './text-counts';

describe('W17: how long a text is', () => {
  it.each<[what: string, text: string, wanted: Partial<ReturnType<typeof countText>>]>([
    ['characters with and without blanks', '增长 8.5%。', { words: 4, characters: 7, withBlanks: 8 }],
    ['an empty paragraph is none', '', NO_COUNTS],
    ['a line break is no character', '云岭市\n委员会', { characters: 6, withBlanks: 6 }],
    ['版面字数: whole lines of 28, the indent with them', '字'.repeat(26), { set: 28 }],
    ['one more opens a line', '字'.repeat(27), { set: 56 }],
    ['half-width characters are half', '1'.repeat(52), { set: 28 }],
  ])('%s', (_, text, wanted) => {
    expect(countText(text, 28)).toMatchObject(wanted);
  });

  it('of what is selected, over paragraphs, cells and values of the record', () => {
    const text = doc(h(1, '回<a>顾'), p('在', field('place'), '开会'), table(['甲', '乙']), p('结<b>束'));
    const counts = countBetween(text, positionOf(text, 'a'), positionOf(text, 'b'), { ...EMPTY_MEETING, place: '云岭市' }, 28);
    expect(counts).toEqual({ words: 10, characters: 10, withBlanks: 10, paragraphs: 5, set: 140 });
    expect(addCounts(counts, NO_COUNTS)).toEqual(counts);
  });
});
