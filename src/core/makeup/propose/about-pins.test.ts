// A page like a daily's front proposed anew with one of its blocks pinned in its place. Fake fonts.
import { expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { dailyFront } from '../../../../test/makeup/daily-front';
import { editionOf } from '../../../../test/makeup/editions';
import type { Layout, Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { boundsOf } from '../measure/hand-shape';
import { differences } from './differences';

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

// Of 56 the searches about the pin alone find two of no worth.
it.each([41, 56])('with the editorial of a front page pinned, the pages behind it are made up in other ways that are as good (%i)', (seed) => {
  const { pkg: paper, edition: day } = editionOf(seed);
  const [first] = new Typesetter(FAKE).propose(paper, day);
  const voice = paper.articles.find(({ kind }) => kind === 'editorial')!.id;
  expect(first!.layout.pages.length).toBeGreaterThan(1);
  const pinned: Layout = { pages: first!.layout.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece.article === voice ? { ...piece, pinned: true } : piece)) })) };
  const again = new Typesetter(FAKE).propose(paper, { ...day, layout: pinned });
  expect(again).toHaveLength(3);
  for (const { layout, score } of again) {
    expect(boundsOf(pieceIn(layout, voice))).toEqual(boundsOf(pieceIn(first!.layout, voice)));
    // The pages before are pinned for the search alone.
    expect(layout.pages.flatMap(({ pieces }) => pieces).filter((piece) => piece.pinned === true).map(({ article }) => article)).toEqual([voice]);
    expect(score).toBeGreaterThanOrEqual(first!.score - 2);
  }
});
