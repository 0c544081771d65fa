import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../test/build';
import { shipped } from '../../../test/build-edition';
import { applyChanges } from '../../core/model/apply-change';
import { choiceChanges, moved, ranked, rankOf, stepped, type Choice } from './article-choice';

const ALL: Choice = { articles: ['a', 'b', 'c'], important: ['b'] };

describe('the choice of articles', () => {
  it.each([
    ['c', 'lead', 'c a b', 'b'], ['b', 'out', 'a c', ''], ['d', 'plain', 'a b c d', 'b'], ['d', 'lead', 'd a b c', 'b'], ['d', 'important', 'a b d c', 'b d'],
    ['a', 'plain', 'b c a', 'b'], ['a', 'important', 'b a c', 'b a'], ['b', 'plain', 'a c b', ''], ['b', 'lead', 'b a c', ''],
  ] as const)('%s as %s', (article, rank, articles, important) => {
    const next = ranked(ALL, article, rank);
    expect([next.articles.join(' '), (next.important ?? []).join(' ')]).toEqual([articles, important]);
    expect(rankOf(next, article)).toBe(rank);
  });
  it('an only article stays the lead', () => expect(ranked({ articles: ['a'] }, 'a', 'plain')).toEqual({ articles: ['a'] }));
  it.each([['a', -1, 'a b c'], ['a', 1, 'b a c'], ['c', -1, 'a c b'], ['c', 1, 'a b c'], ['x', 1, 'a b c']] as const)('%s goes by %d', (article, step, expected) => {
    expect(stepped(ALL, article, step).articles.join(' ')).toBe(expected);
  });
  it('is dropped on the place of another', () => expect(moved(ALL, 'a', 2).articles).toEqual(['b', 'c', 'a']));
  it('is a change of the edition that applies, and none where nothing is another; the mark goes with the last that had it', () => {
    const edition = { ...shipped('N8', ['a', 'b', 'c']), id: 'paper' };
    const pkg = { ...packageOf([]), editions: [edition] };
    expect(choiceChanges(edition, { articles: ['a', 'b', 'c'], important: [] })).toEqual([]);
    const set = applyChanges(pkg, choiceChanges(edition, ranked(edition, 'c', 'important')));
    if (!set.ok) throw new Error(set.reason);
    const [changed] = set.value.pkg.editions;
    expect([changed!.articles, changed!.important]).toEqual([['a', 'c', 'b'], ['c']]);
    const back = applyChanges(set.value.pkg, choiceChanges(changed!, ranked(changed!, 'c', 'plain')));
    expect(back.ok && 'important' in back.value.pkg.editions[0]!).toBe(false);
  });
});
