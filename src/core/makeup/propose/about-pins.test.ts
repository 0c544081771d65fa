// A page like a daily's front proposed anew with one of its blocks pinned in its place. Fake fonts.
import { expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { dailyFront } from '../../../../test/makeup/daily-front';
import type { Layout, Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { boundsOf } from '../measure/hand-shape';
import { differences } from './propose';

const { pkg, edition } = dailyFront();
const typesetter = new Typesetter(FAKE);
const [best] = typesetter.propose(pkg, edition);
const pieceIn = ({ pages }: Layout, id: string): Piece => pages[0]!.pieces.find((piece) => piece.article === id)!;

it.each(['editorial', 'talk', 'second'])('with %s pinned: three make-ups of about the same worth', (id) => {
  const pinned: Layout = { pages: best!.layout.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece.article === id ? { ...piece, pinned: true } : piece)) })) };
  const again = typesetter.propose(pkg, { ...edition, layout: pinned });
  expect(again.length).toBeGreaterThanOrEqual(3);
  for (const [i, { layout, score, taboos }] of again.slice(0, 3).entries()) {
    expect(boundsOf(pieceIn(layout, id))).toEqual(boundsOf(pieceIn(best!.layout, id)));
    expect(taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(score).toBeGreaterThanOrEqual(again[0]!.score - 10);
    for (const other of again.slice(i + 1, 3)) expect(differences(layout, other.layout)).toBeGreaterThanOrEqual(2);
  }
});
