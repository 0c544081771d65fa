// A low page a few rows higher, where the article that takes what is free needs more of it
// than its lines alone say (headings and the ends of columns take some, T-34): what stands
// below its text goes down, its columns end lower. In: pieces and that article's columns.
// Out: the same in the same columns, or null where the page has no such rows.
import { type Area, areasOf, footOf, type Piece } from '../../model/layout';
import { meets } from './close-holes';
import type { Rest } from './page-state';

/** `rows` more under the article's columns; the page is so many `lines` high. */
export function roomier(pieces: readonly Piece[], rest: Rest, rows: number, lines: number): { readonly pieces: readonly Piece[]; readonly rest: Rest } | null {
  const low = below(pieces, rest.body.map(({ area }) => area));
  if (pieces.some((piece) => low.has(piece) && piece.pinned === true)) return null;
  const end = Math.max(...[...low].flatMap(areasOf).map(footOf), ...rest.body.map(({ area }) => footOf(area)));
  if (end + rows > lines) return null;
  const moved = pieces.map((piece): Piece => (low.has(piece) ? lowered(piece, rows) : piece));
  const body = rest.body.map(({ area, into }) => ({ into, area: { ...area, rows: area.rows + rows } }));
  // Beside it a higher piece that goes on further down would stand in its way.
  const stands = moved.filter((piece) => !low.has(pieces[moved.indexOf(piece)]!)).flatMap(areasOf);
  if (stands.some((area) => body.some((own) => meets(area, own.area) && area.row < footOf(own.area) && own.area.row < footOf(area)))) return null;
  return { pieces: moved, rest: { ...rest, body } };
}

/** The pieces under these areas, and under those. */
function below(pieces: readonly Piece[], areas: readonly Area[]): ReadonlySet<Piece> {
  const out = new Set<Piece>();
  const over = [...areas];
  for (let area = over.pop(); area !== undefined; area = over.pop()) {
    for (const piece of pieces) {
      if (out.has(piece) || !areasOf(piece).some((own) => meets(own, area) && own.row > area.row)) continue;
      out.add(piece);
      over.push(...areasOf(piece));
    }
  }
  return out;
}

function lowered(piece: Piece, rows: number): Piece {
  const down = (area: Area): Area => ({ ...area, row: area.row + rows });
  const { deck, body, box } = piece;
  return {
    ...piece, deck: deck === null ? null : down(deck), body: body.map((one) => ({ ...one, area: down(one.area) })),
    box: box === null ? null : { ...box, area: down(box.area) },
  };
}
