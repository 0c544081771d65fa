// A page set level after a block was put on it: who is in the way is pushed on, texts take what
// is free below them or give it, and nobody else moves; what is pinned stays. Fake fonts.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { areasOf, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { boundsOf } from '../measure/hand-shape';
import { whiteOf } from '../rules/page-white';

const roll = random(9);
const ids = ['a', 'b', 'c', 'd', 'e'];
const edition = shipped('N8', ids, { paper: { ...DAILY, firstPage: 2 } });
const pkg = { ...packageOf(ids.map((id, i) => article(id, 'news', doc(...Array.from({ length: [9, 3, 8, 3, 12][i]! }, () => p(prose(roll, 110 + roll(60))))), { 'deck.main': `市政协${prose(roll, 8)}` }))), editions: [edition] };
const typesetter = new Typesetter(FAKE);
const { lines } = edition.master as { lines: number };

/** A block as high as its text needs. */
function natural(id: string, column: number, row: number): Piece {
  const start: Piece = { article: id, variant: 'news', deck: { column, columns: 4, row, rows: 4 }, body: [{ area: { column, columns: 4, row: row + 4, rows: 70 }, into: 4 }], box: null, from: null, to: null };
  const room = typesetter.rooms(pkg, edition, { pages: [{ number: 2, mastheadRows: 0, pieces: [start] }] })[0]!;
  return { ...start, body: [{ area: { column, columns: 4, row: row + 4, rows: Math.ceil((room.lines - room.short) / 4) }, into: 4 }] };
}

function stacked(columns: readonly (readonly string[])[]): PagePlan {
  const pieces = columns.flatMap((own, i) => {
    let row = 0;
    return own.map((id) => {
      const piece = natural(id, 4 * i, row);
      row = boundsOf(piece).row + boundsOf(piece).rows + 1;
      return piece;
    });
  });
  return { number: 2, mastheadRows: 0, pieces };
}

const of = (id: string, { pieces }: PagePlan): Piece => pieces.find((piece) => piece.article === id)!;
const dropped = (plan: PagePlan, id: string, column: number, row: number): { readonly next: PagePlan; readonly note: string } => {
  const from = boundsOf(of(id, plan));
  const outcome = typesetter.actByHand(pkg, edition, { pages: [plan] }, { kind: 'move', page: 2, article: id, columns: column - from.column, rows: row - from.row, giveWay: true });
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(layoutFault(outcome.layout, 8, lines)).toBeNull();
  expect(typesetter.rooms(pkg, edition, outcome.layout).filter(({ over }) => over > 0)).toEqual([]);
  return { next: outcome.layout.pages[0]!, note: outcome.note ?? '' };
};

it('a block put on the headlines of the other stack is put between them: those below go down as far as they must, those that it left close up, no other moves', () => {
  const plan = stacked([['c', 'b', 'a'], ['e', 'd']]);
  const [c, b, d] = ['c', 'b', 'd'].map((id) => boundsOf(of(id, plan))) as [ReturnType<typeof boundsOf>, ReturnType<typeof boundsOf>, ReturnType<typeof boundsOf>];
  // b on the headline of d.
  const { next, note } = dropped(plan, 'b', 4, d.row);
  expect(boundsOf(of('b', next))).toEqual({ ...b, column: 4, row: d.row });
  expect(areasOf(of('c', next))).toEqual(areasOf(of('c', plan)));
  expect(areasOf(of('e', next))).toEqual(areasOf(of('e', plan)));
  expect(boundsOf(of('d', next)).row).toBe(d.row + b.rows + 1);
  expect(note).toContain('让了位');
  expect(boundsOf(of('a', next)).row).toBeLessThanOrEqual(c.row + c.rows + b.rows + 2);
});

it('no hole stays that a neighbour could fill, and no text is over: every drop on a headline of the page', () => {
  const plan = stacked([['a', 'b', 'c'], ['e', 'd']]);
  const holes = (one: PagePlan): number => whiteOf(one, 8, lines).holes;
  let [drops, changed, white] = [0, 0, 0];
  for (const id of ['b', 'c', 'e']) {
    for (const other of ids.filter((one) => one !== id)) {
      const to = boundsOf(of(other, plan));
      if (boundsOf(of(id, plan)).rows + to.row > lines) continue;
      const { next } = dropped(plan, id, to.column, to.row);
      drops++;
      changed += ids.filter((one) => one !== id && JSON.stringify(areasOf(of(one, next))) !== JSON.stringify(areasOf(of(one, plan)))).length;
      white += Math.max(0, holes(next) - holes(plan));
    }
  }
  expect(drops).toBeGreaterThan(8);
  expect(changed / drops).toBeLessThanOrEqual(2.5);
  expect(white / drops).toBeLessThanOrEqual(40);
});

it('a block pulled over what stands below it: where that cannot shift the page is set level about it, and nothing leaves the page', () => {
  const plan = stacked([['a', 'b', 'c'], ['e', 'd']]);
  // The stack reaches the foot of the page: its last block as high as that.
  const c = boundsOf(of('c', plan));
  const full: PagePlan = { ...plan, pieces: plan.pieces.map((piece) => (piece.article === 'c' ? { ...piece, body: piece.body.map(({ area, into }) => ({ into, area: { ...area, rows: area.rows + lines - c.row - c.rows } })) } : piece)) };
  const pull = (giveWay: 'shift' | 'level') => typesetter.actByHand(pkg, edition, { pages: [full] }, { kind: 'pull', page: 2, article: 'a', edges: { left: 0, right: 0, top: 0, bottom: 6 }, giveWay });
  const level = pull('level');
  if (!level.ok) throw new Error(level.reason);
  const next = level.layout.pages[0]!;
  expect(layoutFault(level.layout, 8, lines)).toBeNull();
  expect(boundsOf(of('a', next))).toEqual({ ...boundsOf(of('a', full)), rows: boundsOf(of('a', full)).rows + 6 });
  expect(next.pieces.map(({ article: id }) => id).toSorted()).toEqual(ids);
  expect(typesetter.rooms(pkg, edition, level.layout).filter(({ over }) => over > 0)).toEqual([]);
});

it('what is pinned stays to the line', () => {
  const plan = stacked([['a', 'b', 'c'], ['e', 'd']]);
  const held: PagePlan = { ...plan, pieces: plan.pieces.map((piece) => (piece.article === 'c' || piece.article === 'e' ? { ...piece, pinned: true } : piece)) };
  const { next } = dropped(held, 'b', 4, boundsOf(of('d', plan)).row);
  for (const id of ['c', 'e']) expect(of(id, next)).toEqual(of(id, held));
});
