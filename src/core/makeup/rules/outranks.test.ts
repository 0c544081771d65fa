// Who matters more in an edition: as its editor picked (N-37), the 头条 and 重要 before all turns.
import { expect, it } from 'vitest';
import { outranking, outranks } from './outranks';
import { inversionsOf, stepsBetween } from './size-order';

it('the 头条 before all, whatever is 重要 and however long; 重要 before 一般; then the turn', () => {
  const [first, second] = [{ rank: 0, characters: 500 }, { rank: 1, characters: 500 }];
  expect([outranks(first, second), outranks(second, first)]).toEqual([true, false]);
  expect([outranks(first, { ...second, important: true }), outranks({ ...second, important: true }, first)]).toEqual([false, true]);
  const head = { rank: 1, head: true, characters: 100 };
  expect([outranks(head, { ...first, important: true, characters: 3000 }), outranks({ ...first, important: true }, head)]).toEqual([true, false]);
});

it('of a brief and a feature behind it, more than twice as long, neither', () => {
  const brief = { rank: 1, characters: 300 };
  expect([600, 601].map((characters) => outranks(brief, { rank: 2, characters }))).toEqual([true, false]);
  expect(outranks({ rank: 2, characters: 601 }, brief)).toBe(false);
});

it('an edition’s candidates by their ids, those that wait by their own turns', () => {
  const over = outranking([{ article: 'a', kind: 'news' }, { article: 'b', kind: 'news' }]);
  expect([over('a', 'b'), over('b', 'a'), over('a', 'gone')]).toEqual([true, false, false]);
  const waiting = outranking([{ article: 'b', kind: 'news', rank: 4 }, { article: 'a', kind: 'news', rank: 2 }]);
  expect([waiting('a', 'b'), waiting('b', 'a')]).toEqual([true, false]);
});

it('a larger headline is told once, beside the smallest of those that matter more; steps are those of the type case', () => {
  const head = (article: string, size: number) => ({ size, piece: { article, variant: 'news' as const, deck: null, body: [], box: null, from: null, to: null } });
  const found = inversionsOf([head('a', 21), head('b', 18), head('c', 28), head('d', 18)], (a, b) => a < b);
  expect(found.map(({ less, more }) => [less.piece.article, more.piece.article])).toEqual([['b', 'c']]);
  // 五号 to 特号 and on: each next size of the case is one step, two apart are two.
  const LADDER = [14, 16, 18, 21, 24, 28, 32, 36];
  expect(LADDER.slice(1).map((size, i) => stepsBetween(LADDER[i]!, size))).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(LADDER.slice(2).map((size, i) => stepsBetween(LADDER[i]!, size))).toEqual([2, 2, 2, 2, 2, 2]);
});
