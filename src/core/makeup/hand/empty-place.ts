// A block put where its page is empty: there it stands, to the row, and nothing else is another
// than it was; a hand that puts it there has decided, whatever the page is worth then. Where the
// blank row alone is missing that parts it from what stands above it, or below, it stands that
// row on. In: a layout and the block where it is put. Out: the layout, or null where it would
// cover a headline, a box or a line of text.
import type { Layout, Piece } from '../../model/layout';
import { airedAreas } from '../rules/crowded';
import type { HandTools } from './hand-act';
import { pieceOf, put, withPieces } from './hand-put';
import { unfitted } from './hand-room';
import { boundsOf, overlaps } from '../measure/hand-shape';
import { isSameText, usedBody } from '../judge/used-body';
import { at } from './shift-others';

/** Rows by which it may stand for the blank row's sake. */
const AIR = [0, 1, -1] as const;

/** The layout with the block there, and the rows that it stands lower than it was put. */
export function putOnEmpty(layout: Layout, page: number, piece: Piece, moved: Piece, tools: HandTools): { readonly layout: Layout; readonly rows: number } | null {
  for (const rows of AIR) {
    const placed = at(moved, 0, rows);
    // A step of one row that ends where it began would be none.
    if (rows !== 0 && JSON.stringify(boundsOf(placed)) === JSON.stringify(boundsOf(piece))) continue;
    // Rows that a text does not come to are no obstacle: its block is as low as its text where they are taken.
    const outcome = put(withoutBlank(layout, page, placed, tools), page, [[piece, placed]], tools);
    if (outcome.ok && isAlone(layout, outcome.layout, page, piece.article, tools)) return { layout: outcome.layout, rows };
  }
  return null;
}

/** The layout with those blocks of a page as low as their text into whose blank rows one is put. */
function withoutBlank(layout: Layout, page: number, placed: Piece, { ruler }: HandTools): Layout {
  const covered = airedAreas(placed).forText;
  return withPieces(layout, page, (pieces) => pieces.map((one) => {
    if (one.article === placed.article || one.pinned === true || one.upright === true || one.from !== null || one.to !== null || !one.body.some(({ area }) => covered.some((cover) => overlaps(area, cover)))) return one;
    const body = usedBody(one, ruler);
    return body === one.body ? one : { ...unfitted(one), body };
  }));
}

/** All others stand, and are printed, as they were: who lost anything lost blank rows alone. */
function isAlone(before: Layout, after: Layout, page: number, article: string, { ruler }: HandTools): boolean {
  return after.pages.every((plan) => plan.pieces.every((next) => {
    if (next.article === article) return true;
    const old = pieceOf(before, { page: plan.number, article: next.article });
    if (old === next || JSON.stringify(old) === JSON.stringify(next)) return true;
    // What goes on elsewhere, or comes from there, has no blank rows of its own.
    return old !== null && plan.number === page && next.from === null && next.to === null && isSameText(usedBody(old, ruler), next.body);
  }));
}
