// A piece of a page that is levelled (N-34, T-35): lower on it, its title block or box higher,
// the text under the title down with that. In: a piece that stands. Out: another.
import type { Area, Piece } from '../../model/layout';

/** The piece so many rows lower, its title block or box `rows` higher. */
export function grownPiece(piece: Piece, down: number, rows: number): Piece {
  if (down === 0 && rows === 0) return piece;
  const { deck, body, box } = piece;
  const head = deck === null ? Infinity : deck.row + deck.rows;
  const shift = (area: Area): Area => ({ ...area, row: area.row + down + (area.row >= head ? rows : 0) });
  return {
    ...piece, deck: deck === null ? null : { ...deck, row: deck.row + down, rows: deck.rows + rows }, body: body.map((one) => ({ ...one, area: shift(one.area) })),
    box: box === null ? null : { ...box, area: { ...box.area, row: box.area.row + down, rows: box.area.rows + (deck === null ? rows : 0) } },
  };
}
