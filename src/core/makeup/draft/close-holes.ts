// Small holes of a page made good in whole rows around headlines and in the headline
// zone of boxes (N-34, T-35): a piece takes the few free rows above it or below it
// into its title block, its text stays on the grid. What is pinned stays as it is.
import { areasOf, type PagePlan, type Piece } from '../../model/layout';
import { headRoom } from '../measure/head-rows';
import type { Ruler } from '../measure/ruler';

/** The page with its small holes closed. `goesOn`: text waits for another page, so that its foot is a hole too. */
export function closed(plan: PagePlan, ruler: Ruler, goesOn: boolean): PagePlan {
  let pieces = plan.pieces;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.pinned === true || (piece.box === null && piece.fitted !== undefined)) continue;
    const most = headRoom(piece, ruler);
    if (most === 0) continue;
    const others = pieces.filter((other) => other !== piece);
    const up = freeAbove(piece, others, plan.mastheadRows);
    const raised = up > 0 && up <= most ? taller(piece, -up, up) : piece;
    const down = freeBelow(raised, others, ruler.master.lines, goesOn);
    const lowered = down > 0 && down + (raised === piece ? 0 : up) <= most ? taller(raised, 0, down) : raised;
    if (lowered !== piece) pieces = pieces.map((one, k) => (k === i ? lowered : one));
  }
  return pieces === plan.pieces ? plan : { ...plan, pieces };
}

/** The piece so many rows lower, its title block or box `more` rows higher. */
function taller(piece: Piece, down: number, more: number): Piece {
  const { deck, body, box } = piece;
  if (box !== null) return { ...piece, box: { ...box, area: { ...box.area, row: box.area.row + down, rows: box.area.rows + more } } };
  if (deck === null) return piece;
  const by = down + more;
  return {
    ...piece, deck: { ...deck, row: deck.row + down, rows: deck.rows + more },
    body: by === 0 ? body : body.map((broken) => ({ ...broken, area: { ...broken.area, row: broken.area.row + by } })),
  };
}

/** Rows that are free above all of a piece's columns, the blank row to what stands there kept. */
function freeAbove(piece: Piece, others: readonly Piece[], head: number): number {
  const [top] = areasOf(piece);
  if (top === undefined) return 0;
  const above = others.flatMap(areasOf).filter((area) => meets(area, top) && area.row < top.row);
  return above.length === 0 ? top.row - head : Math.max(0, top.row - 1 - Math.max(...above.map(({ row, rows }) => row + rows)));
}

/** Rows that are free below all of a piece's columns, where something stands below or the page's foot is to be filled. */
function freeBelow(piece: Piece, others: readonly Piece[], lines: number, goesOn: boolean): number {
  const areas = areasOf(piece);
  // A piece that steps around another has feet of several heights: it keeps them.
  const text = piece.box === null ? piece.body.map(({ area }) => area) : areas;
  const [first] = text;
  if (first === undefined || text.some(({ row, rows }) => row !== first.row || rows !== first.rows)) return 0;
  // Beside text that is narrower than its title something else stands under the title.
  if (piece.deck !== null && (piece.deck.row + piece.deck.rows !== first.row || piece.deck.columns !== text.reduce((sum, { columns }) => sum + columns, 0))) return 0;
  const foot = first.row + first.rows;
  const below = others.flatMap(areasOf).filter((area) => area.row >= foot && text.some((own) => meets(area, own)));
  if (below.length > 0) return Math.max(0, Math.min(...below.map(({ row }) => row)) - 1 - foot);
  const end = Math.max(foot, ...others.flatMap(areasOf).map(({ row, rows }) => row + rows));
  return goesOn ? lines - foot : end - foot;
}

/** Two areas have a column in common. */
export function meets(a: { readonly column: number; readonly columns: number }, b: { readonly column: number; readonly columns: number }): boolean {
  return a.column < b.column + b.columns && b.column < a.column + a.columns;
}
