import { describe, expect, it } from 'vitest';
import { ranked, rankOf, stepped } from './article-choice';

const ALL = ['a', 'b', 'c'];

describe('the choice of articles', () => {
  it.each([
    ['c', 'lead', ['c', 'a', 'b']], ['b', 'out', ['a', 'c']], ['d', 'in', ['a', 'b', 'c', 'd']], ['d', 'lead', ['d', 'a', 'b', 'c']], ['a', 'in', ['b', 'a', 'c']], ['b', 'in', ALL],
  ] as const)('%s as %s', (article, rank, expected) => {
    const next = ranked(ALL, article, rank);
    expect(next).toEqual(expected);
    expect(rankOf({ articles: next }, article)).toBe(rank);
  });
  it('an only article stays the lead', () => expect(ranked(['a'], 'a', 'in')).toEqual(['a']));
  it.each([['a', -1, ALL], ['a', 1, ['b', 'a', 'c']], ['c', -1, ['a', 'c', 'b']], ['c', 1, ALL], ['x', 1, ALL]] as const)('%s goes by %d', (article, step, expected) => {
    expect(stepped(ALL, article, step)).toEqual(expected);
  });
});
