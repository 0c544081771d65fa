// Bystanders of an act by hand as low as their text: who grew where something else went, so
// that its columns reach down to what is below, has no rows that only look like its own; what
// is free is the page's, is marked as that, and weighs as that. In: a layout before and after
// an act. Out: the layout with them so; who had blank rows before has them still.
import type { Broken, Layout, Piece } from '../../model/layout';
import { unfitted } from './hand-room';
import { usedBody } from '../judge/used-body';
import type { Yardstick } from '../measure/yardstick';

/** `own`: articles that were acted on, whose room is what was asked for. */
export function notStretched(before: Layout, after: Layout, own: readonly string[], ruler: Yardstick): Layout {
  let isChanged = false;
  const pages = after.pages.map((plan) => {
    const old = before.pages.find(({ number }) => number === plan.number)?.pieces ?? [];
    return {
      ...plan, pieces: plan.pieces.map((piece) => {
        const was = old.find(({ article }) => article === piece.article);
        const next = was === undefined || was === piece || own.includes(piece.article) ? piece : lowered(was, piece, ruler);
        isChanged ||= next !== piece;
        return next;
      }),
    };
  });
  return isChanged ? { pages } : after;
}

function lowered(was: Piece, piece: Piece, ruler: Yardstick): Piece {
  if (piece.box !== null || piece.upright === true || piece.pinned === true || piece.from !== null || piece.to !== null || piece.fitted !== undefined) return piece;
  const used = usedBody(piece, ruler);
  if (used === piece.body) return piece;
  const body = piece.body.flatMap((one): Broken[] => {
    const { area } = one;
    const rows = used.find((other) => other.area.column === area.column && other.area.row === area.row)?.area.rows ?? 0;
    // Rows that it had, whether its text came to them or not.
    const kept = was.body.find((other) => other.area.column === area.column && other.area.columns === area.columns && other.area.row === area.row)?.area.rows ?? 0;
    const least = Math.min(area.rows, Math.max(rows, kept));
    return least < 1 ? [] : [{ ...one, area: { ...area, rows: least } }];
  });
  const next: Piece = { ...unfitted(piece), body };
  // As it stood: to what it was copyfitted too.
  return JSON.stringify([next.deck, next.body]) === JSON.stringify([was.deck, was.body]) ? was : next;
}
