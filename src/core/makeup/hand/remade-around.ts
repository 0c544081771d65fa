// The paper made up anew around blocks that stay where they are put, as if they were pinned there.
// In: a layout, its page and those blocks. Out: layouts in which each article keeps the form that it had.
import { type Layout, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import type { HandTools } from './hand-act';
import { boundsOf } from '../measure/hand-shape';
import type { Placed } from '../search/place';
import { collide } from './shift-others';
import type { Steps } from '../measure/steps';

/** The paper made up anew around blocks of a page where they are put and what is pinned; those make-ups alone in which all keeps its dress. `isFree`: what has a form of its own may go elsewhere, though it could stay. */
export function* remadeAround(layout: Layout, page: number, fixed: readonly Piece[], { remake, ruler: { master } }: HandTools, isFree = false): Steps<Layout[]> {
  const own = new Map(fixed.map((piece) => [piece.article, piece]));
  // Onto what is pinned nothing is put.
  if (layout.pages.some((plan) => plan.number === page && plan.pieces.some((piece) => piece.pinned === true && !own.has(piece.article) && fixed.some((one) => collide(one, piece))))) return [];
  // What has a form of its own stays where it is, if that can be; else it may go elsewhere, in that form.
  const isHeld = (plan: PagePlan, piece: Piece): boolean => piece.pinned === true || (isDressed(piece) && !(plan.number === page && fixed.some((one) => collide(one, piece))));
  const tries = layout.pages.some((plan) => plan.pieces.some((piece) => !own.has(piece.article) && piece.pinned !== true && isHeld(plan, piece))) && !isFree ? [isHeld, null] : [null];
  for (const held of tries) {
    const pins = layout.pages.map((plan): PagePlan => ({
      ...plan, pieces: plan.pieces.map((piece) => (plan.number === page && own.has(piece.article) ? { ...own.get(piece.article)!, pinned: true } : held?.(plan, piece) === true ? { ...piece, pinned: true } : piece)),
    }));
    yield;
    const made = remake(pins, false).filter((placed) => fixed.every((one) => stands(placed, page, one))).map(({ placement }): Layout => ({ pages: placement.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((piece) => released(piece, layout)) })) })).filter((one) => keepsAll(layout, one, [...own.keys()]) && articlesAway(layout, one).every(([gone]) => !own.has(gone)) && layoutFault(one, master.columns, master.lines) === null);
    if (made.length > 0) return made;
  }
  return [];
}

/** Its form is its own: a box, or a title downwards. */
function isDressed({ box, upright }: Piece): boolean {
  return box !== null || upright === true;
}

/** Every block has the form it had, a boxed one its columns too; `except`: of these articles nothing is asked. With null: each is on the page where it was, and there are no more pages. */
export function keepsAll(before: Layout, after: Layout, except: readonly string[] | null): boolean {
  if (except === null && (articlesAway(before, after).length > 0 || after.pages.length > before.pages.length)) return false;
  const pieces = after.pages.flatMap((plan) => plan.pieces);
  return before.pages.every((plan) => plan.pieces.every((old) => {
    if (except?.includes(old.article) === true || old.from !== null) return true;
    const next = pieces.find(({ article, from }) => article === old.article && from === null);
    if (next === undefined || next.variant !== old.variant || next.upright !== old.upright || (next.box === null) !== (old.box === null)) return false;
    return old.box === null || next.box === null || (next.box.into >= old.box.into && boundsOf(next).columns >= boundsOf(old).columns);
  }));
}

/** Articles that begin on another page than before, and on which. */
export function articlesAway(before: Layout, after: Layout): (readonly [string, number])[] {
  const begins = ({ pages }: Layout): Map<string, number> => new Map(pages.flatMap(({ number, pieces }) => pieces.filter(({ from }) => from === null).map(({ article }) => [article, number] as const)));
  const old = begins(before);
  return [...begins(after)].filter(([article, page]) => old.get(article) !== undefined && old.get(article) !== page);
}

/** All of the text has room, and the block is where it was put. */
function stands({ placement }: Placed, page: number, { article, deck, box, body }: Piece): boolean {
  const own = placement.pages.find(({ number }) => number === page)?.pieces.find((piece) => piece.article === article);
  return placement.left.length === 0 && own !== undefined && JSON.stringify([own.deck, own.box, own.body]) === JSON.stringify([deck, box, body]);
}

/** A piece that was pinned for this alone is free again. */
function released(piece: Piece, before: Layout): Piece {
  if (before.pages.some(({ pieces }) => pieces.some((one) => one.article === piece.article && one.pinned === true))) return piece;
  const { pinned: _pinned, ...rest } = piece;
  return rest;
}
