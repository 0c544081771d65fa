// Where the sizes of a page's headlines say another order than the edition does (N-11, N-37):
// an article whose headline is larger than that of one that matters more. In: headlines as
// they are set, and who outranks whom. Out: the pairs. page-cost.ts makes a cost of them,
// losses.ts points and words.
import type { RankedHead } from '../../page/headline-order';

/** `more` has the larger headline, `less` matters more: of all such the one with the smallest headline. */
export interface Inversion {
  readonly less: RankedHead;
  readonly more: RankedHead;
}

/** One for each headline that is larger than that of something which matters more. */
export function inversionsOf(heads: readonly RankedHead[], outranks: (a: string, b: string) => boolean): Inversion[] {
  const out: Inversion[] = [];
  for (const more of heads) {
    let less: RankedHead | null = null;
    for (const other of heads) if (other.size < (less?.size ?? more.size) && outranks(other.piece.article, more.piece.article)) less = other;
    if (less !== null) out.push({ less, more });
  }
  return out;
}

/** Of the type case (TYPESETTING 1.6): from one size to the next. */
const STEP = 1.155;

/** Steps of sizes from one to another that is larger, one at the least: sizes of the type case grow by a seventh, about. */
export function stepsBetween(small: number, large: number): number {
  return Math.max(1, Math.round(Math.log(large / small) / Math.log(STEP)));
}
