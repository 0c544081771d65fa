// A few blocks laid anew about one that is put among them; all others stay to the line. Fake fonts.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { areasOf, layoutFault, type Layout, type PagePlan, type Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { boundsOf } from '../measure/hand-shape';

/** Four stories of different lengths in one stack of four columns, a fifth beside them. */
function stacked(): { readonly typesetter: Typesetter; readonly pkg: ReturnType<typeof packageOf>; readonly edition: ReturnType<typeof shipped>; readonly layout: Layout } {
  const roll = random(5);
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const edition = shipped('N8', ids, { paper: { ...DAILY, firstPage: 2 } });
  const pkg = { ...packageOf(ids.map((id, i) => article(id, 'news', doc(...Array.from({ length: i === 4 ? 22 : 2 + i }, () => p(prose(roll, 110 + roll(60))))), { 'deck.main': `市政协${prose(roll, 8)}` }))), editions: [edition] };
  const typesetter = new Typesetter(FAKE);
  let row = 0;
  const natural = (id: string, column: number): Piece => {
    const start: Piece = { article: id, variant: 'news', deck: { column, columns: 4, row, rows: 4 }, body: [{ area: { column, columns: 4, row: row + 4, rows: 60 }, into: 4 }], box: null, from: null, to: null };
    const room = typesetter.rooms(pkg, edition, { pages: [{ number: 2, mastheadRows: 0, pieces: [start] }] }).find((one) => one.article === id)!;
    const rows = Math.ceil((room.lines - room.short) / 4);
    const piece: Piece = { ...start, body: [{ area: { column, columns: 4, row: row + 4, rows }, into: 4 }] };
    row += 4 + rows + 1;
    return piece;
  };
  const stack = ['a', 'b', 'c', 'd'].map((id) => natural(id, 0));
  row = 0;
  return { typesetter, pkg, edition, layout: { pages: [{ number: 2, mastheadRows: 0, pieces: [...stack, natural('e', 4)] }] } };
}

it('a block dropped near the head of another one of its stack goes in there: those between go down by it, nobody else moves', () => {
  const { typesetter, pkg, edition, layout } = stacked();
  const plan: PagePlan = layout.pages[0]!;
  const of = (id: string, { pieces }: PagePlan): Piece => pieces.find((one) => one.article === id)!;
  const [b, d] = [boundsOf(of('b', plan)), boundsOf(of('d', plan))];
  // Three rows below the head of b, over its headline.
  const outcome = typesetter.actByHand(pkg, edition, layout, { kind: 'move', page: 2, article: 'd', columns: 0, rows: b.row + 3 - d.row, giveWay: true });
  if (!outcome.ok) throw new Error(outcome.reason);
  const next = outcome.layout.pages[0]!;
  expect(layoutFault(outcome.layout, 8, 112)).toBeNull();
  expect(boundsOf(of('d', next))).toEqual({ ...d, row: b.row });
  expect(outcome.note).toContain(`落在第 ${b.row + 1} 行（比放的地方高 3 行`);
  for (const id of ['b', 'c']) expect(boundsOf(of(id, next))).toEqual({ ...boundsOf(of(id, plan)), row: boundsOf(of(id, plan)).row + d.rows + 1 });
  for (const id of ['a', 'e']) expect(areasOf(of(id, next))).toEqual(areasOf(of(id, plan)));
  expect(typesetter.rooms(pkg, edition, outcome.layout).filter(({ over }) => over > 0)).toEqual([]);
});

it('what is pinned stays where it is', () => {
  const { typesetter, pkg, edition, layout } = stacked();
  const held: Layout = { pages: layout.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((one) => (one.article === 'c' ? { ...one, pinned: true } : one)) })) };
  const [b, d] = ['b', 'd'].map((id) => boundsOf(held.pages[0]!.pieces.find((one) => one.article === id)!)) as [ReturnType<typeof boundsOf>, ReturnType<typeof boundsOf>];
  const outcome = typesetter.actByHand(pkg, edition, held, { kind: 'move', page: 2, article: 'd', columns: 0, rows: b.row + 1 - d.row, giveWay: true });
  const of = (id: string, { pages }: Layout): Piece => pages.flatMap(({ pieces }) => pieces).find((one) => one.article === id)!;
  if (outcome.ok) expect(areasOf(of('c', outcome.layout))).toEqual(areasOf(of('c', held)));
  else expect(outcome.reason).toMatch(/排不下|锁定|压住/);
});

it('two of a stack change places: what is between them shifts, nobody else moves', () => {
  const { typesetter, pkg, edition, layout } = stacked();
  const outcome = typesetter.actByHand(pkg, edition, layout, { kind: 'swap', page: 2, article: 'b', other: { page: 2, article: 'd' } });
  if (!outcome.ok) throw new Error(outcome.reason);
  const of = (id: string, { pages }: Layout): Piece => pages.flatMap(({ pieces }) => pieces).find((one) => one.article === id)!;
  const [b, d] = ['b', 'd'].map((id) => boundsOf(of(id, layout))) as [ReturnType<typeof boundsOf>, ReturnType<typeof boundsOf>];
  expect(boundsOf(of('d', outcome.layout))).toEqual({ ...d, row: b.row });
  expect(boundsOf(of('b', outcome.layout)).row).toBe(d.row + d.rows - b.rows);
  for (const id of ['a', 'e']) expect(areasOf(of(id, outcome.layout))).toEqual(areasOf(of(id, layout)));
  expect(typesetter.rooms(pkg, edition, outcome.layout).filter(({ over }) => over > 0)).toEqual([]);
});
