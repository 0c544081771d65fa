// The others give way (让位): a block put where other headlines and boxes stand, and the rest
// of the paper made up anew around it, as if it were pinned there. In: a layout, the block and
// where it goes. Out: the layout, or why it cannot be. One act, one step of undo; the program's
// own make-up places the rest, so that nothing is covered and no text is lost.
import { type Area, areasOf, type Layout, type PagePlan, type Piece } from '../model/layout';
import type { BlockName, HandOutcome, HandTools } from './by-hand';
import { overlaps } from './hand-shape';
import type { Placed } from './place';
import { breakColumns, type Yardstick } from './yardstick';

/** What a page with a fault costs beside one without. */
const FAULTY = 200;

/** What the rest of a layout becomes. */
export const GAVE_WAY = '其余稿件让了位，重新排过';

/** As a HandOutcome; `cost`: how bad the page is then, to be compared with others of the same paper; `isClean`: nothing of it is a fault. */
export type GivenWay = (Extract<HandOutcome, { readonly ok: true }> & { readonly cost: number; readonly isClean: boolean }) | Extract<HandOutcome, { readonly ok: false }>;

/** The others give way to a block; null where it does not lie on the page, or covers what is pinned. */
export function wayFor(layout: Layout, name: BlockName, moved: Piece, tools: HandTools): GivenWay | null {
  const { master } = tools.ruler;
  const plan = layout.pages.find(({ number }) => number === name.page);
  const inside = areasOf(moved).every(({ column, columns, row, rows }) => column >= 0 && column + columns <= master.columns && row >= (plan?.mastheadRows ?? 0) && row + rows <= master.lines);
  const isFree = plan?.pieces.every((piece) => piece.article === moved.article || piece.pinned !== true || !areasOf(piece).some((area) => areasOf(moved).some((own) => overlaps(area, own)))) === true;
  return inside && isFree ? givingWay(layout, name, moved, tools) : null;
}

/** A block that begins at a row of its page in each width, the widest first, as high as its text needs there; a boxed one, or one of two pages, in none. */
export function widthsAt(piece: Piece, row: number, ruler: Yardstick): Piece[] {
  const { master, measure } = ruler;
  if (piece.box !== null || piece.deck === null || piece.upright === true || piece.from !== null || piece.to !== null) return [];
  const { headline: _headline, fitted: _fitted, ...plain } = piece;
  const thread = measure.body(piece.article, piece.variant);
  return Array.from({ length: master.columns - 1 }, (_, i) => master.columns - i).flatMap((columns): Piece[] => {
    const deck: Area = { column: 0, columns, row, rows: ruler.deck(plain, columns).rows };
    const into = breakColumns(master, columns, ruler.wanted(piece));
    const area: Area = { column: 0, columns, row: row + deck.rows, rows: master.lines - row - deck.rows };
    if (area.rows < 1) return [];
    const filled = measure.fill(thread, [{ area, into }]);
    const rows = Math.max(0, ...filled.rows);
    return filled.rest !== null || rows < 1 ? [] : [{ ...plain, deck, body: [{ area: { ...area, rows }, into }] }];
  });
}

/** `moved`: the block where it is put. What is pinned stays too. */
function givingWay(layout: Layout, { page, article }: BlockName, moved: Piece, { remake, titleOf }: HandTools): GivenWay {
  const held = layout.pages.map((plan): PagePlan => ({
    ...plan, pieces: plan.pieces.map((piece) => (plan.number === page && piece.article === article ? { ...moved, pinned: true } : piece)),
  }));
  const [best] = remake(held, false).filter((placed) => stands(placed, page, moved));
  if (best === undefined) return { ok: false, reason: `“${titleOf(article)}”放在这里，其余的稿件就排不下了` };
  // It is pinned for this alone.
  return { ok: true, layout: { pages: best.placement.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((piece) => (piece.article === article && plan.number === page ? released(piece, moved) : piece)) })) }, note: GAVE_WAY, cost: best.cost + (best.faults > 0 ? FAULTY : 0), isClean: best.faults === 0 };
}

/** All of the text has room, and the block is where it was put. */
function stands({ placement }: Placed, page: number, { article, deck, box, body }: Piece): boolean {
  const own = placement.pages.find(({ number }) => number === page)?.pieces.find((piece) => piece.article === article);
  return placement.left.length === 0 && own !== undefined && JSON.stringify([own.deck, own.box, own.body]) === JSON.stringify([deck, box, body]);
}

function released(piece: Piece, { pinned }: Piece): Piece {
  if (pinned === true) return piece;
  const { pinned: _pinned, ...rest } = piece;
  return rest;
}
