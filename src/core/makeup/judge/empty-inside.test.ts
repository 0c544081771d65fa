// A block pulled lower than its text is no better page than one with that white below it.
import { expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import { fourOnTabloid } from '../../../../test/makeup/four-on-tabloid';
import type { Layout } from '../../model/layout';
import { Typesetter } from '../../typeset';
import type { HandAct } from '../hand/hand-act';

const { pkg, edition } = fixedPage();
const typesetter = new Typesetter(FAKE);
const pulled = (article: string, bottom: number): Layout => {
  const act: HandAct = { kind: 'pull', page: 1, article, edges: { left: 0, right: 0, top: 0, bottom } };
  const outcome = typesetter.actByHand(pkg, edition, FIXED, act);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.layout;
};
const judged = (layout: Layout) => typesetter.typeset(pkg, { ...edition, layout }).layout!;

it('white inside a pulled block takes points, the more the more there is, and is told', () => {
  const plain = judged(FIXED);
  expect(plain.reasons.join()).not.toContain('版块里有空');
  // Feet differ by so much everywhere.
  expect(judged(pulled('story', 2)).reasons.join()).not.toContain('版块里有空');
  // 27 rows of the page are below all blocks: with 20 of them in its block the page is no fuller.
  const some = judged(pulled('story', 10));
  const more = judged(pulled('story', 20));
  expect(some.reasons).toContain('版块里有空：“委员热议新一年的协商工作”正文下空 10 行');
  expect(more.reasons).toContain('版块里有空：“委员热议新一年的协商工作”正文下空 20 行');
  expect(some.score).toBeLessThan(plain.score);
  expect(more.score).toBeLessThan(some.score);
});

it('a proposal that is taken is worth on the desk what it was worth in the list', () => {
  for (const [one, its] of [[pkg, { ...edition, layout: undefined }], [fourOnTabloid(1, 1).pkg, fourOnTabloid(1, 1).edition]] as const) {
    const { layout: _layout, ...free } = its;
    for (const { layout, score } of typesetter.propose(one, free)) expect(typesetter.typeset(one, { ...free, layout }).layout!.score).toBe(score);
  }
});
