// Where two blocks that change places might stand, before the page is set level
// (slide-rows.ts): each at the other's head, or one right below the other in the other
// order, in widths of their own; what stands in the way there is pushed on. So blocks that
// are very different, or of which one reaches around the other, change places too. In: a page
// and two of its blocks. Out: pages whose title blocks and boxes stand clear of each other.
import { type Area, type PagePlan, type Piece } from '../../model/layout';
import { breakColumns } from '../measure/break-columns';
import { type Going, pushed } from './drop-starts';
import { boxIn, isWhole, unfitted } from './hand-room';
import { boundsOf } from '../measure/hand-shape';
import { at } from './shift-others';
import type { Yardstick } from '../measure/yardstick';

/** Rows of text that a block has here at the least; what it needs it is given where the page is set level. */
const LEAST_TEXT = 4;

/** Pages with the two in each other's place or order. */
export function swapStarts(plan: PagePlan, piece: Piece, other: Piece, ruler: Yardstick): PagePlan[] {
  const { columns: all, lines } = ruler.master;
  const others = plan.pieces.filter((one) => one !== piece && one !== other);
  // What one reaches around is above it where its head is.
  const [upper, lower] = headOf(piece).row <= headOf(other).row ? [piece, other] : [other, piece];
  const [high, low] = [headOf(upper), headOf(lower)];
  const pages: PagePlan[] = [];
  const offer = (one: Piece, two: Piece): void => {
    const going: Going[] = [{ to: one, down: true }, { to: two, down: true }];
    const pieces = pushed([], going, others, plan.mastheadRows, lines);
    if (pieces !== null) pages.push({ ...plan, pieces: plan.pieces.map(({ article }) => pieces.find((own) => own.article === article)!) });
  };
  const put = (shape: Piece, column: number, row: number): Piece => {
    const own = boundsOf(shape);
    return at(shape, Math.max(0, Math.min(all - own.columns, column)) - own.column, row - own.row);
  };
  for (const one of shapesOf(lower, ruler)) {
    for (const two of shapesOf(upper, ruler)) {
      // The lower one at the other's head; the upper one at its head, or right below it.
      const first = put(one, high.column, high.row);
      offer(first, put(two, low.column, low.row));
      const below = high.row + boundsOf(one).rows + 1;
      for (const column of new Set([high.column, low.column])) if (below + boundsOf(two).rows <= lines) offer(first, put(two, column, below));
    }
  }
  return pages;
}

/** Its title block, else the whole of it. */
function headOf(piece: Piece): Area {
  return piece.upright === true ? boundsOf(piece) : (piece.deck ?? boundsOf(piece));
}

/** A block in each width that it can have, none higher than its headline and a few lines; a box, or a title downwards, as high as it is. */
function shapesOf(piece: Piece, ruler: Yardstick): Piece[] {
  const { master } = ruler;
  const bounds = boundsOf(piece);
  const widths = Array.from({ length: master.columns }, (_, i) => i + 1);
  if (piece.box !== null) {
    const { into } = piece.box;
    return widths.flatMap((columns): Piece[] => {
      if (columns === bounds.columns) return [piece];
      const boxed = boxIn(piece, { ...bounds, column: 0, columns }, ruler);
      if (boxed === null || boxed.box === null || boxed.box.into < into) return [];
      return [{ ...boxed, box: { ...boxed.box, area: { ...boxed.box.area, rows: ruler.box(boxed, columns, boxed.box.into).rows } } }];
    });
  }
  if (piece.upright === true) return isWhole(piece) ? [piece] : [];
  // What comes from another page has no headline here.
  if (piece.deck === null) return widths.map((columns): Piece => ({ ...unfitted(piece), body: [{ area: { column: 0, columns, row: 0, rows: LEAST_TEXT }, into: breakColumns(master, columns, ruler.wanted(piece)) }] }));
  const { headline: _headline, ...plain } = unfitted(piece);
  return widths.flatMap((columns): Piece[] => {
    const deck: Area = { column: 0, columns, row: 0, rows: ruler.deck(plain, columns).rows };
    // In the page's own columns each can end at a row of its own, around what stands there; in others the lines read better.
    return [...new Set([columns, breakColumns(master, columns, ruler.wanted(piece))])].map((into) => ({ ...plain, deck, body: [{ area: { column: 0, columns, row: deck.rows, rows: LEAST_TEXT }, into }] }));
  });
}
