// Holes that a block put by hand left beside others (N-34), filled as an editor would: the block
// beside one takes its columns too, or running text goes on in it. In: a page. Out: pages to be
// set level (slide-rows.ts), which says what each is worth; nothing is put on anything. What is
// pinned, jumps, reaches around others or has its title downwards keeps its width.
import { type Area, areasOf, type Broken, type PagePlan, type Piece } from '../../model/layout';
import { boundsOf, overlaps } from '../measure/hand-shape';
import { isWhole, unfitted } from './hand-room';
import { holesOf } from '../rules/page-white';
import { at } from './shift-others';
import { shapesOf } from './text-gives-way';
import type { Yardstick } from '../measure/yardstick';

/** Holes that are looked at, the largest first, and pages that are given. */
const MOST_HOLES = 3;
const MOST = 6;
/** Cells of a hole that is worth another width. */
const LEAST_CELLS = 16;
/** Rows of a column of text at the least. */
const LEAST_ROWS = 4;

/** A page with one hole of another filled, and whose block that is. */
interface Filled {
  readonly plan: PagePlan;
  readonly article: string;
}

/** Pages on which a block beside a hole is as wide as both, or text beside it goes on in it. */
export function filledHoles(plan: PagePlan, ruler: Yardstick): Filled[] {
  const { columns, lines } = ruler.master;
  const out: Filled[] = [];
  for (const hole of holesOf(plan, columns, lines).filter((one) => one.columns * one.rows >= LEAST_CELLS).slice(0, MOST_HOLES)) {
    for (const piece of plan.pieces) {
      if (piece.pinned === true || piece.upright === true || !isBeside(piece, hole)) continue;
      for (const next of [...widened(piece, hole, ruler), ...goneOn(piece, hole)]) {
        const others = plan.pieces.filter((one) => one !== piece).flatMap(areasOf);
        const isFree = areasOf(next).every((area) => area.row >= plan.mastheadRows && area.row + area.rows <= lines && !others.some((other) => overlaps(area, other)));
        if (isFree) out.push({ plan: { ...plan, pieces: plan.pieces.map((one) => (one === piece ? next : one)) }, article: piece.article });
      }
    }
  }
  return out.slice(0, MOST);
}

/** Something of a block stands at the side of a hole, over half of the lower one's height. */
function isBeside(piece: Piece, hole: Area): boolean {
  return areasOf(piece).some((area) => {
    const rows = Math.min(area.row + area.rows, hole.row + hole.rows) - Math.max(area.row, hole.row);
    return (area.column + area.columns === hole.column || hole.column + hole.columns === area.column) && 2 * rows > Math.min(area.rows, hole.rows);
  });
}

/** A block over its own columns and the hole's, as high as its text is there. */
function widened(piece: Piece, hole: Area, ruler: Yardstick): Piece[] {
  const bounds = boundsOf(piece);
  if (!isWhole(piece) || piece.from !== null || piece.to !== null) return [];
  const column = Math.min(bounds.column, hole.column);
  return shapesOf(piece, bounds.columns + hole.columns, ruler).slice(1).map((shape) => {
    const own = boundsOf(shape);
    return at(shape, column - own.column, bounds.row - own.row);
  });
}

/** A text that goes on in a hole at the side of one of its columns, in the order of the page. */
function goneOn(piece: Piece, hole: Area): Piece[] {
  if (piece.box !== null || piece.deck === null || piece.body.some(({ area, into, beside }) => into !== area.columns || beside === true)) return [];
  const area: Area = { ...hole, row: hole.row + 1, rows: hole.rows - 2 };
  if (area.rows < LEAST_ROWS) return [];
  const body: Broken[] = [...piece.body, { area, into: area.columns }].toSorted((a, b) => a.area.column - b.area.column || a.area.row - b.area.row);
  return [{ ...unfitted(piece), body }];
}
