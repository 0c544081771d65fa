// Texts that are a few lines too long for their room after an act by hand, copyfitted to it
// (N-34) where the paragraphs give the lines: the page is left as it is, no line is without
// room, and no gap is wider than the bars let it be. In: a layout. Out: the layout, with pieces
// copyfitted. What is pinned, boxed, or jumps is left as it is.
import type { Layout, Piece } from '../../model/layout';
import { MOST_GAP } from '../measure/head-gaps';
import { roomsOf } from '../judge/rooms';
import type { Yardstick } from '../measure/yardstick';

/** Lines that copyfitting is asked for. */
const MOST = 4;

/** The layout with what is a few lines over tightened to its room, where it can be. */
export function fittedOvers(layout: Layout, ruler: Yardstick): Layout {
  const over = roomsOf(layout, ruler).filter((room) => room.over > 0 && room.over <= MOST);
  if (over.length === 0) return layout;
  let isChanged = false;
  const pages = layout.pages.map((plan) => ({
    ...plan, pieces: plan.pieces.map((piece) => {
      const next = over.some(({ page, article }) => page === plan.number && article === piece.article) ? tightened(piece, ruler) : piece;
      isChanged ||= next !== piece;
      return next;
    }),
  }));
  return isChanged ? { pages } : layout;
}

function tightened(piece: Piece, ruler: Yardstick): Piece {
  const { measure } = ruler;
  if (piece.box !== null || piece.pinned === true || piece.from !== null || piece.to !== null) return piece;
  const thread = measure.body(piece.article, piece.variant);
  const found = measure.stretch(thread, piece.body);
  if (found === null || found.lines >= 0) return piece;
  const next: Piece = { ...piece, fitted: found.lines };
  return !measure.ends(thread, next).over && measure.gap(thread, next) <= MOST_GAP && ruler.tooLoose(thread, next) === null ? next : piece;
}
