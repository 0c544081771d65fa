// Pages set level about a block that was put (slide-rows.ts), from where it and what it covers
// might stand (drop-starts.ts), or from pages that were found otherwise. In: a layout, its page
// and the block where it is put. Out: the likeliest of such pages, the best first.
import { areasOf, type Layout, type PagePlan, type Piece } from '../../model/layout';
import { dropStarts } from './drop-starts';
import type { HandTools } from './hand-act';
import { withPage } from './hand-put';
import { boundsOf } from '../measure/hand-shape';
import { stepsTo, wayOf } from './retile';
import { at } from './shift-others';
import { slidLevels } from './slide-rows';
import type { Put } from './slid-page';
import type { Steps } from '../measure/steps';
import { widthsAt } from './text-gives-way';
import type { Yardstick } from '../measure/yardstick';

/** Pages set level that are weighed with their text set. */
const MOST_LEVEL = 6;
/** Pages that are set level at the most. */
const MOST_TRIED = 10;
/** Of those that were found otherwise. */
const MOST_FOUND = 4;
/** Rows from where the block was put at which it is tried. */
const MOST_STARTS = 3;
/** Part of its way that it may go back at the most: else it might as well have stayed. */
const MOST_BACK = 0.6;
/** Rows that it may go on in the way that it went. */
const MOST_ON = 36;

/** Pages set level after the block was put: those that were found, and where what it covers is pushed on; so many rows from there at the most. */
export function* levelWays(layout: Layout, plan: PagePlan, moved: Piece, far: number, found: readonly Layout[], tools: HandTools): Steps<PagePlan[]> {
  const old = plan.pieces.find(({ article }) => article === moved.article);
  if (old === undefined) return [];
  const { back } = rowsOn(old, moved, far);
  const starts: Layout[] = [];
  for (const rows of stepsTo(plan, moved, back).slice(0, MOST_STARTS)) for (const page of dropStarts(plan, at(moved, 0, rows), tools.ruler)) starts.push(withPage(layout, page));
  // Apart: what was found has as few moved as can be, and is no likelier for that as it stands.
  return [...(yield* levelled(plan, found, layout, moved, far, tools, MOST_FOUND)), ...(yield* levelled(plan, starts, layout, moved, far, tools))];
}

/** Rows that a block may go back from where it was put, and on in its way. */
function rowsOn(old: Piece, moved: Piece, far: number): { readonly back: number; readonly on: number } {
  return { back: Math.min(2 * far, Math.floor(wayOf(old, moved) * MOST_BACK)), on: far === 0 ? 0 : Math.max(far, MOST_ON) };
}

/** The page of each of these layouts set level, the likeliest of them: the block stands where it was put, or a few rows on. */
export function* levelled(plan: PagePlan, starts: readonly Layout[], layout: Layout, moved: Piece, far: number, { ruler }: HandTools, most = MOST_TRIED): Steps<PagePlan[]> {
  const old = plan.pieces.find(({ article }) => article === moved.article);
  if (old === undefined) return [];
  const { back, on } = rowsOn(old, moved, far);
  // Onwards it may go further than back.
  const by = boundsOf(moved).row - boundsOf(old).row;
  const [up, down] = by < 0 ? [on, back] : by > 0 ? [back, on] : [back, back];
  const pages = starts.flatMap((one): { readonly plan: PagePlan; readonly put: readonly Put[] }[] => {
    const page = one.pages.find(({ number }) => number === plan.number);
    const there = page?.pieces.find(({ article }) => article === moved.article);
    if (page === undefined || there === undefined) return [];
    const rows = boundsOf(there).row - boundsOf(moved).row;
    return [{ plan: page, put: [{ article: moved.article, up: Math.max(0, up + rows), down: Math.max(0, down - rows) }] }];
  });
  const level: { readonly page: PagePlan; readonly cost: number }[] = [];
  const seen = new Set<string>();
  for (const make of slidLevels(pages, plan, layout, ruler, most)) {
    yield;
    const made = make();
    if (made === null) continue;
    // What was found with it farther off than that, and stayed there, is no place for it.
    const off = boundsOf(made.pieces.find(({ article }) => article === moved.article)!).row - boundsOf(moved).row;
    if (off < -up || off > down) continue;
    const key = JSON.stringify(made.pieces.map(areasOf));
    if (seen.has(key)) continue;
    seen.add(key);
    level.push({ page: { ...plan, pieces: made.pieces }, cost: made.cost });
  }
  return level.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_LEVEL).map(({ page }) => page);
}

/** A block in widths that reach to an edge of the page, or to both. */
export function widened(moved: Piece, ruler: Yardstick): Piece[] {
  const { column, columns, row } = boundsOf(moved);
  const { columns: all } = ruler.master;
  const ways = [[column, all - column], [0, column + columns], [0, all]] as const;
  const shapes = widthsAt(moved, row, ruler);
  return ways.filter(([, wide], i) => wide > columns && ways.findIndex(([, other]) => other === wide) === i).flatMap(([from, wide]) => shapes.filter((shape) => boundsOf(shape).columns === wide).map((shape) => at(shape, from, 0)));
}
