// The others give way (让位): a block put where other headlines and boxes stand, and the rest
// of the paper made up anew around it, as if it were pinned there. In: a layout, the block and
// where it goes. Out: the layout, or why it cannot be. One act, one step of undo; the program's
// own make-up places the rest, so that nothing is covered and no text is lost.
import type { Layout, PagePlan, Piece } from '../model/layout';
import type { BlockName, HandOutcome, HandTools } from './by-hand';
import type { Placed } from './place';

/** What a page with a fault costs beside one without. */
const FAULTY = 200;

/** What the rest of a layout becomes. */
export const GAVE_WAY = '其余稿件让了位，重新排过';

/** As a HandOutcome; `cost`: how bad the page is then, to be compared with others of the same paper. */
export type GivenWay = (Extract<HandOutcome, { readonly ok: true }> & { readonly cost: number }) | Extract<HandOutcome, { readonly ok: false }>;

/** `moved`: the block where it is put. What is pinned stays too. */
export function givingWay(layout: Layout, { page, article }: BlockName, moved: Piece, { remake, titleOf }: HandTools): GivenWay {
  const held = layout.pages.map((plan): PagePlan => ({
    ...plan, pieces: plan.pieces.map((piece) => (plan.number === page && piece.article === article ? { ...moved, pinned: true } : piece)),
  }));
  const [best] = remake(held, false).filter((placed) => stands(placed, page, moved));
  if (best === undefined) return { ok: false, reason: `“${titleOf(article)}”放在这里，其余的稿件就排不下了` };
  // It is pinned for this alone.
  return { ok: true, layout: { pages: best.placement.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((piece) => (piece.article === article && plan.number === page ? released(piece, moved) : piece)) })) }, note: GAVE_WAY, cost: best.cost + (best.faults > 0 ? FAULTY : 0) };
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
