// What of a block's columns its text takes: less than the columns hold where the text is short
// of them. In: a piece that is whole on its page. Out: rows, of the composer's own filling.
import { type Broken, type PagePlan, type Piece, textRows } from '../../model/layout';
import { MOST_HOLE } from '../../page/piece-end';
import type { Yardstick } from '../measure/yardstick';

/** Its areas of text, each as low as the text in it reaches; those that it does not come to are left out. Boxed, with its title downwards, going on elsewhere, or none of its text short: as they are. */
export function usedBody(piece: Piece, { measure }: Yardstick): readonly Broken[] {
  const { article, variant, body, from, to, upright, fitted = 0 } = piece;
  if (body.length === 0 || from !== null || to !== null || upright === true) return body;
  const thread = measure.body(article, variant);
  if (fitted !== 0 && measure.stretch(thread, body) !== null) return body;
  const { rest, rows } = measure.overfill(thread, body);
  if (rest !== null) return body;
  const used = body.map((one, g): Broken => (rows[g] === one.area.rows ? one : { ...one, area: { ...one.area, rows: rows[g] ?? 0 } }));
  return used.every((one, g) => one === body[g]) ? body : used.filter(({ area }) => area.rows > 0);
}

/** A page with its blocks as low as their texts are printed, where that is more than a foot's unevenness: what its white is told of, by proposals and by the check. */
export function printedPlan(plan: PagePlan, ruler: Yardstick): PagePlan {
  let isLower = false;
  const pieces = plan.pieces.map((piece): Piece => {
    // Beside a title downwards, which is as high as its block, text is no lower for it.
    const body = usedBody({ ...piece, upright: false }, ruler);
    if (textRows(piece.body) - textRows(body) <= MOST_HOLE * piece.body.reduce((sum, { into }) => sum + into, 0)) return piece;
    isLower = true;
    return { ...piece, body };
  });
  return isLower ? { ...plan, pieces } : plan;
}

/** The same columns of text: the page's own are the same ones however they are grouped. */
export function isSameText(a: readonly Broken[], b: readonly Broken[]): boolean {
  const columns = (body: readonly Broken[]): string => JSON.stringify(body.flatMap(({ area, into, beside }) => (into === area.columns ? Array.from({ length: into }, (_, i) => [area.column + i, area.row, area.rows]) : [[area.column, area.row, area.rows, area.columns, into, beside === true]])));
  return columns(a) === columns(b);
}
