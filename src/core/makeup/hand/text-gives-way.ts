// Blocks put where others stand, the others where they are: text columns that are covered give
// way, those that have air below grow; and the shapes that a block can have when it goes
// elsewhere. In: a page and the blocks that are put. Out: the page's pieces, or null.
import { type Area, areasOf, type Broken, type PagePlan, type Piece } from '../../model/layout';
import { breakColumns } from '../measure/break-columns';
import { boxIn, unfitted } from './hand-room';
import { boundsOf, fixedAreas, joined, overlaps, yielded } from '../measure/hand-shape';
import type { Yardstick } from '../measure/yardstick';

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

/** A block as it is, and in a width, as high as its text is there. */
export function shapesOf(piece: Piece, columns: number, ruler: Yardstick): Piece[] {
  const bounds = boundsOf(piece);
  if (columns === bounds.columns) return [piece];
  if (piece.box !== null) {
    const boxed = boxIn(piece, { ...bounds, columns, column: 0 }, ruler);
    if (boxed?.box === null || boxed === null) return [piece];
    const { rows } = ruler.box(boxed, columns, boxed.box.into);
    return [piece, { ...boxed, box: { ...boxed.box, area: { ...boxed.box.area, rows } } }];
  }
  const other = widthsAt(piece, 0, ruler).find((one) => boundsOf(one).columns === columns);
  return other === undefined ? [piece] : [piece, other];
}

/** Lines of a base column that the text columns hold. */
export function capacity({ pieces }: Pick<PagePlan, 'pieces'>, without: readonly Piece[] = []): number {
  return pieces.filter(({ article }) => !without.some((one) => one.article === article)).reduce((sum, { body }) => sum + body.reduce((all, { area }) => all + area.columns * area.rows, 0), 0) + capacityOf(without);
}

function capacityOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { body }) => sum + body.reduce((all, { area }) => all + area.columns * area.rows, 0), 0);
}

/** The others stay where they are: text columns that are covered give way, and those that have air below grow; null where more than text is covered. */
export function givenWay(plan: PagePlan, fixed: readonly Piece[], ruler: Yardstick): readonly Piece[] | null {
  const { master } = ruler;
  const own = new Map(fixed.map((piece) => [piece.article, piece]));
  const covered = fixed.flatMap(areasOf).map((area): Area => ({ ...area, row: area.row - 1, rows: area.rows + 2 }));
  const others: Piece[] = [];
  for (const piece of plan.pieces) {
    if (own.has(piece.article)) continue;
    const rigid = [...fixedAreas(piece), ...(piece.upright === true || piece.pinned === true ? piece.body.map(({ area }) => area) : [])];
    if (fixed.flatMap(areasOf).some((area) => rigid.some((one) => overlaps(one, area)))) return null;
    const isLoose = piece.box === null && piece.upright !== true && piece.pinned !== true;
    const body = isLoose ? yielded(piece.body, covered, master) : piece.body;
    if (isLoose && body.length < piece.body.length) return null;
    others.push(isLoose ? { ...piece, body } : piece);
  }
  const grown = others.map((piece): Piece => {
    if (piece.box !== null || piece.upright === true || piece.pinned === true) return piece;
    const stops = [...fixed, ...others].filter((other) => other.article !== piece.article).flatMap(areasOf);
    const body = joined(piece.body.map((one): Broken => {
      const foot = one.area.row + one.area.rows;
      const inWay = [...stops.map((area) => ({ ...area, row: area.row - 1 })), ...piece.body.filter((run) => run !== one).map(({ area }) => area)].filter((area) => area.row >= foot && area.column < one.area.column + one.area.columns && one.area.column < area.column + area.columns);
      const end = Math.min(master.lines, ...inWay.map(({ row }) => row));
      return end > foot ? { ...one, area: { ...one.area, rows: end - one.area.row } } : one;
    }));
    return JSON.stringify(body) === JSON.stringify(plan.pieces.find(({ article }) => article === piece.article)?.body) ? piece : { ...unfitted(piece), body };
  });
  const byArticle = new Map([...grown, ...fixed].map((piece) => [piece.article, piece]));
  return plan.pieces.map(({ article }) => byArticle.get(article)!);
}
