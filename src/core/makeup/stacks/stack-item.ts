// An article as one of a stack (two-stacks.ts, brief-stacks.ts): whole, over all of the
// stack's columns, as high as its title and text take together.
import type { Piece } from '../../model/layout';
import { wholePiece } from '../draft/page-state';
import type { Ruler, Waiting } from '../measure/ruler';

/** An article as a stack holds it, its title included. */
export interface StackItem {
  readonly rows: number;
  readonly at: (column: number, row: number) => Piece;
}

/** The whole of an article over so many columns; null where it is too high, or too long to be one of a stack. */
export function stackItem(one: Waiting, columns: number, ruler: Ruler): StackItem | null {
  if (one.boxed) {
    const ways = ruler.boxes(one).filter((way) => way.columns === columns).sort((a, b) => Number(a.variant === 'news') - Number(b.variant === 'news') || a.poor - b.poor);
    const [way] = ways;
    if (way === undefined) return null;
    return { rows: way.rows, at: (column, row) => ({ article: one.article, variant: way.variant, deck: null, body: [], box: { area: { column, columns, row, rows: way.rows }, into: way.into }, from: null, to: null }) };
  }
  const whole = ruler.whole(one, columns);
  if (whole === null || whole.rows === 0) return null;
  const deckRows = one.rest === null ? ruler.deck(one, columns).rows : 0;
  return { rows: deckRows + whole.rows, at: (column, row) => wholePiece(one, column, columns, row, whole, deckRows) };
}

/** The articles one below the other from a row on, a blank row between two. */
export function stacked(items: readonly StackItem[], column: number, top: number): readonly Piece[] {
  let row = top;
  return items.map(({ rows, at }) => {
    const piece = at(column, row);
    row += rows + 1;
    return piece;
  });
}
