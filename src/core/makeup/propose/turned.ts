// A make-up turned into others that are as good, without a search: a page mirrored, what
// stands left at the right, and a piece brought up over those of its width that stand right
// above it. No piece changes its width or height, so that holes and feet stay what
// they are; what a turn does to titles and reading order the judge says. In: pages as they
// stand. Out: layouts of the same pieces, by how much they differ; nothing is measured.
import { type Area, areasOf, type Broken, type PagePlan, type Piece } from '../../model/layout';

/** Pages that are turned, the first ones; and all of them at once. */
const MOST_TURNED = 2;

/** Blank rows between a piece and the next one. */
const AIR = 1;

/** Other layouts of the same pieces on the same pages. `columns`: of the page. */
export function turned(pages: readonly PagePlan[], columns: number): readonly (readonly PagePlan[])[] {
  const few = pages.slice(0, MOST_TURNED).filter(canTurn);
  const sides = few.map((page) => [page, mirroredPage(page, columns)] as const).filter(([, side]) => side.pieces.every(readsOn));
  const replaced = (page: PagePlan, by: PagePlan): readonly PagePlan[] => pages.map((one) => (one === page ? by : one));
  const mirrored = sides.map(([page, side]) => replaced(page, side));
  const all = sides.length < 2 ? [] : [pages.map((page) => sides.find(([one]) => one === page)?.[1] ?? page)];
  const exchanged = [...few.map((page) => [page, page] as const), ...sides].flatMap(([page, side]) => exchanges(side).map((other) => replaced(page, other)));
  return [...all, ...mirrored, ...exchanged];
}

/** Titles downwards stand at their text's left, and pins where they are. */
function canTurn({ pieces }: PagePlan): boolean {
  return pieces.length > 1 && pieces.every(({ upright, pinned }) => upright !== true && pinned !== true);
}

/** The text begins right under its title, nothing of others between: with two runs mirrored it may not (N-33). */
export function readsOn({ deck, body: [first] }: Piece): boolean {
  return deck === null || first === undefined || first.area.row <= deck.row + deck.rows;
}

function mirroredPage(page: PagePlan, columns: number): PagePlan {
  return { ...page, pieces: page.pieces.map((piece) => mirroredPiece(piece, 0, columns)) };
}

/** A piece mirrored within so many columns from that one on. */
export function mirroredPiece(piece: Piece, column: number, columns: number): Piece {
  const flip = (area: Area): Area => ({ ...area, column: 2 * column + columns - area.column - area.columns });
  const body = piece.body.map(({ area, into }): Broken => ({ into, area: flip(area) }));
  return {
    ...piece,
    deck: piece.deck === null ? null : flip(piece.deck),
    // Read from the left, as ever (N-35).
    body: body.toSorted((a, b) => a.area.column - b.area.column || a.area.row - b.area.row),
    box: piece.box === null ? null : { ...piece.box, area: flip(piece.box.area) },
  };
}

/** The page with a piece brought up over one, or over all, of those that stand right above it in the same columns. */
export function exchanges(page: PagePlan): PagePlan[] {
  const blocks = new Map<Piece, Area>(page.pieces.flatMap((piece) => {
    const block = blockOf(piece);
    return block === null ? [] : [[piece, block] as const];
  }));
  const above = (block: Area): readonly [Piece, Area] | undefined => [...blocks].find(([, other]) => other.column === block.column && other.columns === block.columns && other.row + other.rows + AIR === block.row);
  return [...blocks].flatMap(([piece, block]): PagePlan[] => {
    const out: PagePlan[] = [];
    const passed: Piece[] = [];
    for (let next = above(block); next !== undefined; next = above(next[1])) {
      passed.push(next[0]);
      // A row stands between it and what it passes, as it did.
      const [top, down] = [next[1].row, block.rows + AIR];
      if (passed.length === 1 || above(next[1]) === undefined) out.push({ ...page, pieces: page.pieces.map((one) => (one === piece ? lowered(one, top - block.row) : passed.includes(one) ? lowered(one, down) : one)) });
    }
    return out;
  });
}

/** The rectangle that a piece fills; null where it fills none. */
export function blockOf(piece: Piece): Area | null {
  const areas = areasOf(piece);
  const [first] = areas;
  if (first === undefined || areas.some(({ column, columns }) => column !== first.column || columns !== first.columns)) return null;
  const row = Math.min(...areas.map((area) => area.row));
  return { column: first.column, columns: first.columns, row, rows: Math.max(...areas.map((area) => area.row + area.rows)) - row };
}

export function lowered(piece: Piece, rows: number): Piece {
  const lower = (area: Area): Area => ({ ...area, row: area.row + rows });
  return {
    ...piece, deck: piece.deck === null ? null : lower(piece.deck), body: piece.body.map(({ area, into }): Broken => ({ into, area: lower(area) })),
    box: piece.box === null ? null : { ...piece.box, area: lower(piece.box.area) },
  };
}
