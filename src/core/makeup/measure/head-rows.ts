// Rows that stand around a headline beyond its need (N-34, 撑版; T-35 in a box): a few make
// feet level and close small holes; what is more is white that only looks like a headline's
// zone. In: a piece. Out: rows and cells (a base column × a row); the ruler measures.
import type { Piece } from '../../model/layout';
import type { Ruler } from './ruler';

/** Rows that a headline of one line takes more than it needs, and one of two and more; in a box one more, with its label. */
const MOST_ONE = 2;
export const MOST_TWO = 3;
/** The most of a box's. */
export const MOST_BOX = MOST_TWO + 1;

/** What a piece's headline zone has beyond its need, in a box with what its text takes by leading, and what of that is made good without a hole; null where it has no such zone. */
export function headRows(piece: Pick<Piece, 'article' | 'variant' | 'headline' | 'deck' | 'box' | 'upright'>, ruler: Ruler): { readonly spare: number; readonly most: number } | null {
  const { deck, box } = piece;
  if (box !== null) {
    const { rows, mainLines, led = 0 } = ruler.box(piece, box.area.columns, box.into);
    // Those between its lines (T-35) are none of the headline's.
    return { spare: Math.max(0, box.area.rows - rows), most: mostOf(mainLines) + 1 + led };
  }
  if (deck === null || piece.upright === true) return null;
  const { rows, mainLines } = ruler.deck(piece, deck.columns);
  return { spare: Math.max(0, deck.rows - rows), most: mostOf(mainLines) };
}

/** Rows that its zone may still take. */
export function headRoom(piece: Piece, ruler: Ruler): number {
  const head = headRows(piece, ruler);
  return head === null ? 0 : Math.max(0, head.most - head.spare);
}

/** White in its zone, cells: the rows that are too many, over all of its columns. */
export function headWhite(piece: Piece, ruler: Ruler): number {
  const head = headRows(piece, ruler);
  return head === null ? 0 : Math.max(0, head.spare - head.most) * (piece.deck ?? piece.box!.area).columns;
}

/** Rows beyond need that a headline of so many lines may have; in a box one more. */
export function mostOf(mainLines: number): number {
  return mainLines > 1 ? MOST_TWO : MOST_ONE;
}
