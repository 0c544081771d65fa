// A make-up with pins on its first pages made up anew behind them: there all is free, and the pages with
// pins stay as good as they were found. In: a make-up and its pins. Out: others, pinned as that one is.
import type { PagePlan, Piece } from '../../model/layout';
import type { Placed } from '../search/place';

/** The pages behind the last one that has a pin made up anew, those before it as this make-up has them; none where it ends there. */
export function behindPins({ placement: { pages } }: Placed, pins: readonly PagePlan[], placed: (frozen: readonly PagePlan[]) => readonly Placed[]): readonly Placed[] {
  const last = pins.at(-1)?.number ?? Infinity;
  const kept = pages.filter(({ number }) => number <= last);
  if (kept.length === 0 || kept.length === pages.length) return [];
  return placed(kept.map((page) => ({ ...page, pieces: page.pieces.map((piece) => ({ ...piece, pinned: true })) }))).map((one) => ({
    ...one,
    placement: { ...one.placement, pages: one.placement.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => unpinned(piece, kept.find(({ number }) => number === page.number))) })) },
  }));
}

/** A piece pinned as it was on its page. */
function unpinned({ pinned: _, ...piece }: Piece, page: PagePlan | undefined): Piece {
  return page?.pieces.find(({ article }) => article === piece.article)?.pinned === true ? { ...piece, pinned: true } : piece;
}
