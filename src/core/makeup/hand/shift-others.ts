// The others of a page shift (让位) for blocks that are put where they stand: each as it is,
// its box, its columns and its lines with it, to the nearest place that is free. In: a page
// and the blocks that stay where they were put. Out: the page's pieces, or null where one
// finds no place. Nothing is made up anew, so nothing of a block can be lost by it.
import { type Area, areasOf, type PagePlan, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { boundsOf, cellsOf, overlaps, shifted } from '../measure/hand-shape';

/** How far a column is beside a row, to the eye. */
const COLUMN = 14;

/** A block so many columns and rows further; its text stays as it was copyfitted. */
export function at(piece: Piece, columns: number, rows: number): Piece {
  if (columns === 0 && rows === 0) return piece;
  const by = (area: Area): Area => shifted(area, columns, rows);
  return { ...piece, deck: piece.deck === null ? null : by(piece.deck), body: piece.body.map((one) => ({ ...one, area: by(one.area) })), box: piece.box === null ? null : { ...piece.box, area: by(piece.box.area) } };
}

/** It lies on the page. */
export function isInside(piece: Piece, plan: Pick<PagePlan, 'mastheadRows'>, { columns, lines }: Pick<PaperMaster, 'columns' | 'lines'>): boolean {
  return areasOf(piece).every((area) => area.column >= 0 && area.column + area.columns <= columns && area.row >= plan.mastheadRows && area.row + area.rows <= lines);
}

/** Something of two pieces lies on the same place. */
export function collide(a: Piece, b: Piece): boolean {
  return areasOf(a).some((area) => areasOf(b).some((other) => overlaps(area, other)));
}

/** A blank row stands between two pieces, one above the other. */
function isNear(a: Piece, b: Piece): boolean {
  return areasOf(a).some((area) => areasOf(b).some((other) => overlaps({ ...area, rows: area.rows + 1 }, { ...other, rows: other.rows + 1 })));
}

/** The pieces of a page around `fixed` ones, which stand for those of the same articles; null where one of the others finds no place. */
export function besideFixed(plan: PagePlan, fixed: readonly Piece[], master: Pick<PaperMaster, 'columns' | 'lines'>): readonly Piece[] | null {
  const own = new Map(fixed.map((piece) => [piece.article, piece]));
  const others = plan.pieces.filter(({ article }) => !own.has(article));
  // Where there was no blank row between two there need be none now.
  const before = new Map(plan.pieces.map((piece) => [piece.article, piece]));
  const isInTheWay = (piece: Piece): boolean => fixed.some((one) => collide(one, piece) || (isNear(one, piece) && !isNear(before.get(one.article) ?? one, piece)));
  if (others.some((piece) => piece.pinned === true && isInTheWay(piece))) return null;
  const isMoved = (piece: Piece): boolean => piece.pinned !== true && isInTheWay(piece);
  // First those alone that are in the way, the largest first; then all, from the head of the page downwards.
  const movable = others.filter(({ pinned }) => pinned !== true);
  const inTheWay = others.filter(isMoved);
  const bySize = (a: Piece, b: Piece): number => cellsOf(b) - cellsOf(a);
  const byRow = (a: Piece, b: Piece): number => boundsOf(a).row - boundsOf(b).row || boundsOf(a).column - boundsOf(b).column;
  for (const moving of [inTheWay.toSorted(bySize), movable.toSorted(byRow), movable.toSorted(bySize)]) {
    const placed = settledAround([...fixed, ...others.filter((piece) => !moving.includes(piece))], moving, plan, master);
    if (placed !== null) return plan.pieces.map(({ article }) => own.get(article) ?? placed.get(article)!);
  }
  return null;
}

/**
 * The pieces of a page with what stands below a `lower` one gone down as it is, in its order, as far as it must; null where
 * something else is in the way, is pinned, or would leave the page.
 */
export function pushedDown(plan: PagePlan, lower: Piece, master: Pick<PaperMaster, 'columns' | 'lines'>): readonly Piece[] | null {
  const top = boundsOf(lower).row;
  const placed: Piece[] = [lower];
  const moved = new Map<string, Piece>([[lower.article, lower]]);
  const below = plan.pieces.filter((piece) => piece.article !== lower.article).toSorted((a, b) => boundsOf(a).row - boundsOf(b).row);
  for (const piece of below) {
    let next = piece;
    if (boundsOf(piece).row > top) {
      // As far as it stands clear of what is above it now; a blank row that it had not it need not have.
      const isNearNow = (one: Piece): boolean => placed.some((other) => (moved.has(other.article) ? isNear(one, other) : collide(one, other)));
      for (let rows = 0; isNearNow(next) && rows < master.lines; rows++) next = at(piece, 0, rows);
    }
    if (next !== piece) {
      if (piece.pinned === true || !isInside(next, plan, master)) return null;
      moved.set(piece.article, next);
    } else if (placed.some((other) => collide(piece, other))) return null;
    placed.push(next);
  }
  const pieces = plan.pieces.map((piece) => moved.get(piece.article) ?? piece);
  return pieces.some((piece, i) => pieces.slice(i + 1).some((other) => collide(piece, other))) ? null : pieces;
}

function settledAround(standing: readonly Piece[], moving: readonly Piece[], plan: PagePlan, master: Pick<PaperMaster, 'columns' | 'lines'>): ReadonlyMap<string, Piece> | null {
  const placed = [...standing];
  for (const piece of moving) {
    const next = nearest(piece, placed, plan, master);
    if (next === null) return null;
    placed.push(next);
  }
  return new Map(placed.map((piece) => [piece.article, piece]));
}

/** A piece at the nearest place that nothing else has. */
function nearest(piece: Piece, others: readonly Piece[], plan: PagePlan, { columns, lines }: Pick<PaperMaster, 'columns' | 'lines'>): Piece | null {
  const bounds = boundsOf(piece);
  const steps: { readonly by: readonly [number, number]; readonly far: number }[] = [];
  for (let column = 0; column + bounds.columns <= columns; column++) {
    for (let row = plan.mastheadRows; row + bounds.rows <= lines; row++) {
      const by = [column - bounds.column, row - bounds.row] as const;
      steps.push({ by, far: COLUMN * Math.abs(by[0]) + Math.abs(by[1]) });
    }
  }
  const own = areasOf(piece);
  // A blank row below each is its own.
  const taken = others.flatMap(areasOf);
  const isFree = (column: number, row: number): boolean => own.every((area) => taken.every((other) => area.column + column >= other.column + other.columns || other.column >= area.column + column + area.columns || area.row + row > other.row + other.rows || other.row > area.row + row + area.rows));
  for (const { by } of steps.sort((a, b) => a.far - b.far)) if (isFree(...by)) return at(piece, ...by);
  return null;
}
