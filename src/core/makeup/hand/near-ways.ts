// A block put on others of its page with as few of them changed as can be: the one that it covers
// most goes into the room that the block left, or beside or below it, in its own width or in that
// room's; text columns about the two give way or grow. In: a layout and the block where it is put.
// Out: the few best of such layouts, by their white and the room of their columns; who asks weighs
// them with their text set (give-way.ts). What is pinned stays.
import { type Area, areasOf, type Layout, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { newCrowd } from '../rules/crowded';
import { withPage } from './hand-put';
import { unfitted } from './hand-room';
import { boundsOf, coveredCells, overlaps } from '../measure/hand-shape';
import { OVER, WHITE } from './harm';
import { whiteOf } from '../rules/page-white';
import { at, besideFixed, collide, isInside } from './shift-others';
import { capacity, givenWay, shapesOf } from './text-gives-way';
import type { Yardstick } from '../measure/yardstick';

/** Layouts that are weighed with their text set. */
const MOST = 6;

/** Layouts with the block where it is put and one other block elsewhere, or none. */
export function nearWays(layout: Layout, page: number, moved: Piece, ruler: Yardstick): Layout[] {
  const { master } = ruler;
  const plan = layout.pages.find(({ number }) => number === page);
  const old = plan?.pieces.find(({ article }) => article === moved.article);
  if (plan === undefined || old === undefined || !isInside(moved, plan, master)) return [];
  const room = capacity(plan);
  const out: { readonly layout: Layout; readonly wrong: number }[] = [];
  const offer = (pieces: readonly Piece[] | null): void => {
    if (pieces === null) return;
    const next: PagePlan = { ...plan, pieces };
    const changed = withPage(layout, next);
    if (layoutFault(changed, master.columns, master.lines) !== null || newCrowd(layout, changed) !== null) return;
    const less = room - capacity(next);
    out.push({ layout: changed, wrong: WHITE * whiteOf(next, master.columns, master.lines).holes + (less > 0 ? OVER : -WHITE) * less });
  };
  offer(givenWay(plan, [moved], ruler));
  const covered = (one: Piece): number => coveredCells(areasOf(one), areasOf(moved));
  const [under] = plan.pieces.filter((one) => one.article !== moved.article && one.pinned !== true && collide(one, moved)).toSorted((a, b) => covered(b) - covered(a));
  if (under !== undefined) {
    const seen = new Set<string>();
    for (const shape of shapesOf(under, boundsOf(old).columns, ruler)) {
      for (const { column, row } of placesFor(boundsOf(shape), boundsOf(old), boundsOf(moved), boundsOf(under))) {
        const bounds = boundsOf(shape);
        const placed = at(shape, column - bounds.column, row - bounds.row);
        const key = JSON.stringify(areasOf(placed));
        if (seen.has(key) || !isInside(placed, plan, master) || collide(placed, moved)) continue;
        seen.add(key);
        offer(givenWay(plan, [moved, placed], ruler));
        offer(givenWay(passedBy(plan, under, placed, moved), [moved, placed], ruler));
        offer(besideFixed(plan, [moved, placed], master));
      }
    }
  }
  return out.toSorted((a, b) => a.wrong - b.wrong).slice(0, MOST).map((one) => one.layout);
}

/** The page with text that stood below a block, or above it, on its other side where the block goes past it: both had the same columns. */
function passedBy(plan: PagePlan, from: Piece, to: Piece, moved: Piece): PagePlan {
  const [old, next] = [boundsOf(from), boundsOf(to)];
  const isDown = next.row > old.row;
  const passed = ({ column, columns }: Area): Area => (isDown ? { column, columns, row: old.row, rows: next.row - 1 - old.row } : { column, columns, row: next.row + next.rows + 1, rows: old.row + old.rows - next.row - next.rows - 1 });
  const isPassed = (area: Area): boolean => overlaps(area, next) && area.column >= old.column && area.column + area.columns <= old.column + old.columns && passed(area).rows > 0 && !areasOf(moved).some((one) => overlaps(one, passed(area)));
  const isLoose = ({ article, box, upright, pinned }: Piece): boolean => article !== from.article && article !== moved.article && box === null && upright !== true && pinned !== true;
  return { ...plan, pieces: plan.pieces.map((piece) => (isLoose(piece) && piece.body.some(({ area }) => isPassed(area)) ? { ...unfitted(piece), body: piece.body.map((one) => (isPassed(one.area) ? { ...one, area: passed(one.area) } : one)) } : piece)) };
}

/** At the edges of the room that was left, and beside, above or below the block that was put. */
function placesFor({ columns, rows }: Area, left: Area, put: Area, own: Area): { readonly column: number; readonly row: number }[] {
  const across = [left.column, left.column + left.columns - columns, own.column, put.column, put.column + put.columns, put.column - columns];
  const down = [left.row, left.row + left.rows - rows, own.row, put.row, put.row + put.rows + 1, put.row - rows - 1];
  return [...new Set(across)].flatMap((column) => [...new Set(down)].map((row) => ({ column, row })));
}
