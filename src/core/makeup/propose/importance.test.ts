// 重要 and 一般: what is marked stands above what is not, or about level with it, whatever
// its turn in the edition; and a make-up that could not keep to it says so.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { areasOf, type Layout } from '../../model/layout';
import { Typesetter } from '../../typeset';

const SIZES = [5, 3, 2, 2, 3];

function placeOf({ pages }: Layout, id: string): number {
  for (const [i, page] of pages.entries()) for (const piece of page.pieces) if (piece.article === id) return 1000 * i + areasOf(piece)[0]!.row;
  return Infinity;
}

describe.each([['N8', 17], ['T6', 6]] as const)('%s', (preset, seed) => {
  const roll = random(seed);
  const pkg = packageOf(SIZES.map((blocks, i) => article(`a${i}`, 'news', doc(...Array.from({ length: blocks }, () => p(prose(roll, 60 + roll(160))))), { 'deck.main': `市政协${prose(roll, 9)}` })));
  const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: DAILY });

  it.each(['a3', 'a4'])('%s marked 重要 stands above all that are 一般', (marked) => {
    const [best] = new Typesetter(FAKE).propose(pkg, { ...edition, important: [marked] });
    const plain = edition.articles.slice(1).filter((id) => id !== marked);
    for (const other of plain) expect(placeOf(best!.layout, marked)).toBeLessThanOrEqual(placeOf(best!.layout, other) + 15);
    expect(best!.reasons.join('')).toContain('重要稿件都在一般稿件之上');
  });

  it('a make-up that has it below says which', () => {
    const typesetter = new Typesetter(FAKE);
    // One of the proposals whose lowest article stands well below another one that is no more important.
    const lowestIn = (layout: Layout): string => edition.articles.slice(1).toSorted((a, b) => placeOf(layout, b) - placeOf(layout, a))[0]!;
    const best = typesetter.propose(pkg, edition).find(({ layout }) => edition.articles.slice(1).some((id) => placeOf(layout, id) + 15 < placeOf(layout, lowestIn(layout))));
    const kept = typesetter.typeset(pkg, { ...edition, important: [lowestIn(best!.layout)], layout: best!.layout }).layout!;
    expect(kept.reasons.join('')).toMatch(/是重要稿件，排得比一般稿件“.+”低/);
    expect(kept.score).toBeLessThan(best!.score);
  });
});

describe('the 头条 on an inner page, which is without a name', () => {
  const roll = random(23);
  const text = (blocks: number): readonly ReturnType<typeof p>[] => Array.from({ length: blocks }, () => p(prose(roll, 120)));
  const pkg = packageOf([
    article('plenary', 'news', doc(...text(4)), { 'deck.main': '云岭市政协举行第二次全体会议' }),
    article('first', 'address', doc(...text(9)), { 'deck.main': '让算力成为制造的新底座' }),
    article('second', 'address', doc(...text(8)), { 'deck.main': '关于推进残疾人就业的建议' }),
    article('story', 'news', doc(...text(3)), { 'deck.main': '一张协商桌九年民生账' }),
  ]);

  it.each([['plenary', 'first'], ['second', 'first']] as const)('%s leads it, not %s, whichever of them is a speech', (lead, other) => {
    const order = [lead, other, ...pkg.articles.map(({ id }) => id).filter((id) => id !== lead && id !== other)];
    const [best] = new Typesetter(FAKE).propose(pkg, shipped('N8', order));
    expect(placeOf(best!.layout, lead)).toBe(0);
    expect(best!.taboos.filter(({ kind }) => kind === 'lead')).toEqual([]);
    expect(best!.reasons.join('')).toMatch(/头条“.+”在(?:版首|左上)/);
  });
});
