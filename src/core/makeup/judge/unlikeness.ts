// How much of a choice a second make-up is beside a first: a layout editor who is shown the
// same page mirrored, or with two briefs exchanged, is shown one. In: two layouts of the same
// articles. Out: a number, the more the farther apart; what stands where a mirror shows it
// counts a little, the lead and the largest article count most. How many differ at all
// (propose/differences.ts) is another question.
import type { Layout, Piece } from '../../model/layout';
import { cellsOf } from '../measure/hand-shape';
import { isMirrored, sameSpot } from '../draft/page-moves';

const MIRRORED = 0.25;
const WEIGHTY = 3;

/** `lead`: the edition's; `columns`: of the page. */
export function unlikeness(a: Layout, b: Layout, lead: string | null, columns: number): number {
  const largest = largestOf(a);
  const [one, other] = [begunOf(a), begunOf(b)];
  let sum = 0;
  for (const article of new Set([...one.keys(), ...other.keys()])) {
    const [x, y] = [one.get(article), other.get(article)];
    if (x !== undefined && y !== undefined && x.page === y.page) {
      if (sameSpot(x.piece, y.piece)) continue;
      if (isMirrored(x.piece, y.piece, columns)) {
        sum += MIRRORED;
        continue;
      }
    }
    sum += article === lead || article === largest ? WEIGHTY : 1;
  }
  return sum;
}

/** The article that takes most of the pages. */
function largestOf({ pages }: Layout): string | null {
  const cells = new Map<string, number>();
  for (const { pieces } of pages) for (const piece of pieces) cells.set(piece.article, (cells.get(piece.article) ?? 0) + cellsOf(piece));
  return [...cells].sort((x, y) => y[1] - x[1])[0]?.[0] ?? null;
}

function begunOf({ pages }: Layout): ReadonlyMap<string, { readonly page: number; readonly piece: Piece }> {
  const out = new Map<string, { page: number; piece: Piece }>();
  for (const { number, pieces } of pages) for (const piece of pieces) if (!out.has(piece.article)) out.set(piece.article, { page: number, piece });
  return out;
}
