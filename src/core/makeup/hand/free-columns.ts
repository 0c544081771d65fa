// Columns of a page that stand empty beside a block, over its whole height: it may be widened
// into them and nobody gives way. In: a page and one of its blocks. Out: how many at each side.
import { areasOf, type PagePlan, type Piece } from '../../model/layout';
import { boundsOf, overlaps } from '../measure/hand-shape';

/** `columns`: base columns of the page. */
export function freeColumns({ pieces }: PagePlan, piece: Piece, columns: number): { readonly left: number; readonly right: number } {
  const bounds = boundsOf(piece);
  const others = pieces.filter((one) => one !== piece).flatMap(areasOf);
  const isFree = (column: number): boolean => column >= 0 && column < columns && !others.some((area) => overlaps(area, { ...bounds, column, columns: 1 }));
  const run = (from: number, step: 1 | -1): number => {
    let count = 0;
    while (isFree(from + step * count)) count++;
    return count;
  };
  return { left: run(bounds.column - 1, -1), right: run(bounds.column + bounds.columns, 1) };
}
