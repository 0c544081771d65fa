// 对调 of blocks of very different size on a page like a daily's front. Fake fonts. They change
// sides on a page that is worth about what it was.
import { describe, expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { dailyFront } from '../../../../test/makeup/daily-front';
import { makeSamplePackage } from '../../../../test/sample/make-sample';
import { layoutFault, type Layout, type Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { boundsOf } from '../measure/hand-shape';

const { pkg, edition } = dailyFront();
const typesetter = new Typesetter(FAKE);
const [best] = typesetter.propose(pkg, edition);
const pieceIn = ({ pages }: Layout, id: string): Piece => pages[0]!.pieces.find((piece) => piece.article === id)!;

describe('对调 of blocks of different size', () => {
  const layout = best!.layout;
  const pieces = layout.pages[0]!.pieces.filter((piece) => piece.article !== 'lead');
  const pairs = pieces.flatMap((one, i) => pieces.slice(i + 1).map((other) => [one, other] as const)).filter(([one, other]) => {
    const [a, b] = [boundsOf(one), boundsOf(other)];
    const [cells, others] = [a.columns * a.rows, b.columns * b.rows];
    return (a.column + a.columns <= b.column || b.column + b.columns <= a.column) && Math.max(cells, others) > 2 * Math.min(cells, others);
  });
  it('they change sides, the page worth ten points less at the most', () => {
    expect(pairs.length).toBeGreaterThan(3);
    for (const [one, other] of pairs) {
      const outcome = typesetter.actByHand(pkg, edition, layout, { kind: 'swap', page: 1, article: one.article, other: { page: 1, article: other.article } });
      if (!outcome.ok) throw new Error(outcome.reason);
      expect(layoutFault(outcome.layout, 8, 123)).toBeNull();
      const [a, b] = [one, other].map(({ article: id }) => boundsOf(pieceIn(outcome.layout, id)));
      const isLeft = boundsOf(one).column < boundsOf(other).column;
      expect([one.article, other.article, isLeft ? b!.column < a!.column : a!.column < b!.column]).toEqual([one.article, other.article, true]);
      const score = /版面由 [\d.]+ 分变为 ([\d.]+) 分/u.exec(outcome.note ?? '')?.[1];
      expect([one.article, other.article, score === undefined || Number(score) >= best!.score - 10]).toEqual([one.article, other.article, true]);
    }
  });
});

it('the lead and a brief: the brief heads the page at the left, the lead below it or at its right, the rest made up about them', () => {
  const outcome = typesetter.actByHand(pkg, edition, best!.layout, { kind: 'swap', page: 1, article: 'lead', other: { page: 1, article: 'second' } });
  if (!outcome.ok) throw new Error(outcome.reason);
  const [lead, brief] = ['lead', 'second'].map((id) => boundsOf(pieceIn(outcome.layout, id)));
  expect([brief!.column, brief!.row]).toEqual([0, outcome.layout.pages[0]!.mastheadRows]);
  expect(lead!.row >= brief!.row + brief!.rows || lead!.column >= brief!.columns).toBe(true);
  expect(layoutFault(outcome.layout, 8, 123)).toBeNull();
  expect(typesetter.rooms(pkg, edition, outcome.layout).filter(({ over }) => over > 0)).toEqual([]);
  // 24 points are the lead's that stands lower; with the others where they were the page is worth 14.8.
  expect(Number(/版面由 [\d.]+ 分变为 ([\d.]+) 分/u.exec(outcome.note ?? '')?.[1])).toBeGreaterThan(18);
});

it('of which one reaches around the other, neither with room over it: the inner one stands at the other side, the page worth what it was', () => {
  // The lead of a tabloid goes down beside its editorial's box and on under it.
  const paper = makeSamplePackage();
  const day = paper.editions.find(({ id }) => id === 'paper-opening')!;
  const proposals = new Typesetter(FAKE).propose(paper, day);
  const around = proposals.find(({ layout: { pages: [front] } }) => {
    const [lead, voice] = ['opening-story', 'editorial'].map((id) => front!.pieces.find(({ article }) => article === id));
    return lead !== undefined && voice !== undefined && boundsOf(lead).row < boundsOf(voice).row && boundsOf(lead).columns === 6;
  })!;
  const outcome = new Typesetter(FAKE).actByHand(paper, day, around.layout, { kind: 'swap', page: 1, article: 'opening-story', other: { page: 1, article: 'editorial' } });
  if (!outcome.ok) throw new Error(outcome.reason);
  const [was, now] = [around.layout, outcome.layout].map((one) => boundsOf(pieceIn(one, 'editorial')));
  expect(now!.column).not.toBe(was!.column);
  expect([now!.columns, now!.rows]).toEqual([was!.columns, was!.rows]);
  expect(layoutFault(outcome.layout, 6, 85)).toBeNull();
  expect(outcome.note ?? '').not.toMatch(/版面由/u);
});
