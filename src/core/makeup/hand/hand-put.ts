// A block put on its page by hand: what it is put on gives way with its text columns, never
// with its headline, its box or the blank row that parts two blocks. In: a layout, the blocks
// and what they become. Out: the layout, or why it cannot be, in Chinese. What then does not
// fit is 余, told by rooms.ts, not refused; who has to move is give-way.ts's.
import { areasOf, type BlockName, type Layout, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { airedAreas, isRightAbove } from '../rules/crowded';
import type { HandOutcome, HandTools } from './hand-act';
import { unfitted } from './hand-room';
import { fixedAreas, overlaps, yielded } from '../measure/hand-shape';
import type { Yardstick } from '../measure/yardstick';

/** An act that is not made, and why. */
export function refuse(reason: string): Extract<HandOutcome, { readonly ok: false }> {
  return { ok: false, reason };
}

/** The block of that name; null where it is no more. */
export function pieceOf(layout: Layout, { page, article }: BlockName): Piece | null {
  return layout.pages.find(({ number }) => number === page)?.pieces.find((piece) => piece.article === article) ?? null;
}

/** A layout with a page as it is now in the place of that of its 版次. */
export function withPage(layout: Layout, plan: PagePlan): Layout {
  return { pages: layout.pages.map((one) => (one.number === plan.number ? plan : one)) };
}

/** A layout with other pieces on one page. */
export function withPieces(layout: Layout, page: number, change: (pieces: readonly Piece[]) => readonly Piece[]): Layout {
  return { pages: layout.pages.map((plan) => (plan.number === page ? { ...plan, pieces: change(plan.pieces) } : plan)) };
}

/** A layout that can stand, or why it cannot. */
export function checked(layout: Layout, { master, pageOf }: Yardstick): HandOutcome {
  const fault = layoutFault(layout, master.columns, master.lines, pageOf);
  return fault === null ? { ok: true, layout } : refuse(fault);
}

/** Puts pieces in the place of others of a page, and `added` ones on it; what they cover gives way. */
export function put(layout: Layout, page: number, changed: readonly (readonly [Piece, Piece])[], tools: HandTools, added: readonly Piece[] = []): HandOutcome {
  const { ruler, titleOf } = tools;
  let reason: string | null = null;
  const covered = [...changed.map(([, next]) => next), ...added].flatMap(areasOf);
  // A row that there was not between two need not be there now.
  const isAired = (old: Piece, piece: Piece): boolean => !isRightAbove(old, piece) && !isRightAbove(piece, old);
  const coversOf = (piece: Piece): ReturnType<typeof airedAreas> => {
    const all = [...changed.map(([old, one]) => (isAired(old, piece) ? airedAreas(one) : { forDecks: areasOf(one), forText: areasOf(one) })), ...added.map(airedAreas)];
    return { forDecks: all.flatMap(({ forDecks }) => forDecks), forText: all.flatMap(({ forText }) => forText) };
  };
  const next = withPieces(layout, page, (pieces) => [...pieces.map((piece): Piece => {
    const own = changed.find(([old]) => old === piece);
    if (own !== undefined) return own[1];
    const fixed = fixedAreas(piece);
    // With the blank row between, in which the rule stands.
    const { forDecks, forText } = coversOf(piece);
    const isFixed = (piece.box === null ? forDecks : forText).some((cover) => fixed.some((area) => overlaps(area, cover)));
    if (!isFixed && !forText.some((cover) => piece.body.some(({ area }) => overlaps(area, cover)))) return piece;
    if (piece.pinned === true) reason ??= `${quoted(titleOf(piece.article))}锁定了，不能压住它`;
    else if (covered.some((cover) => fixed.some((area) => overlaps(area, cover)))) reason ??= `会压住${quoted(titleOf(piece.article))}的${piece.box === null ? '标题' : '框'}：换个位置、与它对调，或按 G 让它让位`;
    else if (isFixed) reason ??= `会压住与${quoted(titleOf(piece.article))}之间的空行：换个位置、与它对调，或按 G 让它让位`;
    const body = yielded(piece.body, forText, ruler.master);
    if (body.length === 0) reason ??= `${quoted(titleOf(piece.article))}的正文就没有地方了`;
    return { ...unfitted(piece), body };
  }), ...added]);
  reason ??= layoutFault(next, ruler.master.columns, ruler.master.lines, ruler.pageOf);
  return reason === null ? { ok: true, layout: next } : refuse(reason);
}
