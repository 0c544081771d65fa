// A block put at the head of a full page without a masthead, by 提到版首 and by a drop in the page's
// first rows: it stands there, and the page is one that a desk would print. Fake fonts.
import { describe, expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { dailyFront } from '../../../../test/makeup/daily-front';
import { editionOf } from '../../../../test/makeup/editions';
import { layoutFault, type Layout } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Edition, Package } from '../../model/package';
import { Typesetter } from '../../typeset';
import { boundsOf } from '../measure/hand-shape';
import { whiteOf } from '../rules/page-white';
import type { DeskAct } from './hand-act';

/** The first proposal for an inner page, and acts on it. */
function inner({ pkg, edition }: { readonly pkg: Package; readonly edition: Edition }) {
  const day: Edition = { ...edition, paper: { ...edition.paper!, firstPage: 2 } };
  const typesetter = new Typesetter(FAKE);
  const [best] = typesetter.propose(pkg, day);
  const { columns, lines } = day.master as PaperMaster;
  const over = (layout: Layout): number => typesetter.rooms(pkg, day, layout).reduce((sum, room) => sum + room.over, 0);
  const act = (one: DeskAct) => {
    const outcome = typesetter.actByHand(pkg, day, best!.layout, one);
    if (!outcome.ok) throw new Error(outcome.reason);
    const { layout, note } = outcome;
    expect(layoutFault(layout, columns, lines)).toBeNull();
    const ids = (of: Layout): string[] => of.pages.flatMap(({ number, pieces }) => pieces.map(({ article, from }) => `${number} ${article} ${from}`)).toSorted();
    expect(ids(layout)).toEqual(ids(best!.layout));
    return { layout, note: note ?? '', hole: whiteOf(layout.pages[0]!, columns, lines).worst, over: over(layout) - over(best!.layout) };
  };
  return { page: best!.layout.pages[0]!, act };
}

const placeOf = (layout: Layout, id: string) => boundsOf(layout.pages[0]!.pieces.find(({ article }) => article === id)!);

describe('on a full page without a masthead', () => {
  it.each([
    ['12', editionOf(12), ['address-4'], ['lead'] as const],
    ['a daily’s inner page', dailyFront(), ['editorial'], ['move'] as const],
  ] as const)('a block is put at its head: no hole, none without room (%s)', (_name, paper, ids, kinds) => {
    const { page, act } = inner(paper);
    for (const article of ids) {
      const { column, row } = boundsOf(page.pieces.find((piece) => piece.article === article)!);
      expect([article, column, row]).not.toEqual([article, 0, 0]);
      for (const kind of kinds) {
        const name = { page: page.number, article };
        const { layout, hole, over } = act(kind === 'lead' ? { kind, ...name } : { kind, columns: -column, rows: -row, giveWay: true, ...name });
        expect([article, kind, placeOf(layout, article)]).toMatchObject([article, kind, { column: 0, row: 0 }]);
        expect([article, kind, hole <= 2, over]).toEqual([article, kind, true, 0]);
      }
    }
  }, 90_000);
});
