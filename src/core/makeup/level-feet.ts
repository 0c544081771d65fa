// The feet of a make-up's articles level to the line (T-36, N-34): a last column that ends a
// line or two above the others, as it may, is brought down to them by copyfitting where the
// paragraphs give the lines and none gapes. In: a placement as the search found it. Out: the
// same places and sizes, pieces copyfitted; what is pinned, boxed or jumps stays as it is.
import type { Block } from '../flow/flow';
import type { Piece } from '../model/layout';
import { MOST_GAP } from './head-gaps';
import type { Placed } from './place';
import type { Yardstick } from './yardstick';

export function withLevelFeet(placed: Placed, ruler: Yardstick): Placed {
  const { measure } = ruler;
  const rests = new Map<string, readonly Block[]>();
  let isChanged = false;
  const pages = placed.placement.pages.map((page) => ({
    ...page, pieces: page.pieces.map((piece) => {
      const { article, variant, body, from, to } = piece;
      const start = rests.get(article);
      const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
      if (to !== null) rests.set(article, measure.fill(thread, body).rest ?? []);
      const level = levelled(piece, thread, ruler);
      if (level !== piece) isChanged = true;
      return level;
    }),
  }));
  return isChanged ? { ...placed, placement: { ...placed.placement, pages } } : placed;
}

function levelled(piece: Piece, thread: readonly Block[], ruler: Yardstick): Piece {
  const { measure } = ruler;
  if (piece.box !== null || piece.to !== null || piece.pinned === true || (piece.fitted ?? 0) !== 0) return piece;
  const { short } = measure.ends(thread, piece);
  const found = short === 0 ? null : measure.stretch(thread, piece.body);
  if (found === null) return piece;
  const level: Piece = { ...piece, fitted: found.lines === 0 ? found.rows : found.lines };
  return measure.ends(thread, level).short < short && measure.gap(thread, level) <= MOST_GAP && ruler.tooLoose(thread, level) === null ? level : piece;
}
