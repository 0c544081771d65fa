// Parts of a page turned: the part in which two blocks stand mirrored, left at the right, or its
// blocks in the other order from top to bottom; and blocks of one width that stand one above the
// other exchanged. No block changes its width or height, so that a page without holes has none
// then: so blocks change places of which none could fill the other's room, and the others find
// other places about one that is pinned. In: a page. Out: pages of the same blocks; nothing is measured.
import { type Area, areasOf, type PagePlan, type Piece } from '../../model/layout';
import { aroundAll, boundsOf, overlaps } from '../measure/hand-shape';
import { blockOf, exchanges, lowered, mirroredPiece, readsOn } from './turned';

/** The page turned in the ways in which the two change; pinned blocks and titles downwards stay. */
export function turnedPages(plan: PagePlan, both: readonly [Piece, Piece], columns: number, lines: number): PagePlan[] {
  const whole: Area = { column: 0, columns, row: plan.mastheadRows, rows: lines - plan.mastheadRows };
  const parts = [closed(plan, aroundAll(both.map(boundsOf))), whole];
  const sides = parts.map((part) => mirroredIn(plan, part)).filter((one) => one !== null);
  const downs = parts.map((part) => upsideDownIn(plan, part)).filter((one) => one !== null);
  const turned = [...sides, ...downs, ...sides.flatMap((side) => upsideDownIn(side, closed(side, aroundAll(side.pieces.filter(({ article }) => both.some((one) => one.article === article)).map(boundsOf)))) ?? [])];
  return [...turned, ...[plan, ...sides].flatMap(exchanged)];
}

/** The page turned in its parts in each way that leaves pinned blocks where they are, each page once. */
export function turnedAbout(plan: PagePlan, columns: number, lines: number): PagePlan[] {
  const free = plan.pieces.filter(({ pinned }) => pinned !== true);
  const pairs = free.flatMap((one, i) => free.slice(i + 1).map((other) => [one, other] as const));
  const out = new Map([JSON.stringify(plan.pieces), ...pairs.flatMap((both) => turnedPages(plan, both, columns, lines))].map((one) => (typeof one === 'string' ? [one, null] : [JSON.stringify(one.pieces), one])));
  return [...out.values()].filter((one) => one !== null);
}

/** Blocks that stand one above the other exchanged, none of them pinned. */
function exchanged(plan: PagePlan): PagePlan[] {
  return exchanges(plan).filter(({ pieces }) => pieces.every((piece, i) => piece === plan.pieces[i] || piece.pinned !== true));
}

/** The area grown until no block stands in it with a part of itself alone. */
export function closed({ pieces }: Pick<PagePlan, 'pieces'>, area: Area): Area {
  let grown = area;
  for (;;) {
    const next = aroundAll([grown, ...pieces.filter((piece) => areasOf(piece).some((own) => overlaps(own, grown))).map(boundsOf)]);
    if (JSON.stringify(next) === JSON.stringify(grown)) return grown;
    grown = next;
  }
}

function mirroredIn(plan: PagePlan, part: Area): PagePlan | null {
  return withTurned(plan, part, (piece) => {
    const turned = mirroredPiece(piece, part.column, part.columns);
    return readsOn(turned) ? turned : null;
  });
}

/** Its blocks in the other order from top to bottom, each as high as it is; null where one is none. */
function upsideDownIn(plan: PagePlan, part: Area): PagePlan | null {
  const own = plan.pieces.filter((piece) => areasOf(piece).some((area) => overlaps(area, part))).map(boundsOf);
  const [top, foot] = [Math.min(...own.map(({ row }) => row)), Math.max(...own.map(({ row, rows }) => row + rows))];
  return withTurned(plan, part, (piece) => {
    const block = blockOf(piece);
    return block === null ? null : lowered(piece, top + foot - block.row - block.rows - block.row);
  });
}

/** The page with what stands in a part of it turned; null where something there cannot be. */
function withTurned(plan: PagePlan, part: Area, turn: (piece: Piece) => Piece | null): PagePlan | null {
  const pieces: Piece[] = [];
  for (const piece of plan.pieces) {
    const isIn = areasOf(piece).some((area) => overlaps(area, part));
    const next = !isIn ? piece : piece.upright === true || piece.pinned === true ? null : turn(piece);
    if (next === null) return null;
    pieces.push(next);
  }
  return { ...plan, pieces };
}
