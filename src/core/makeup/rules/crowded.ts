// Blocks of a page without a blank row between them, one above the other: the rule that parts
// two articles stands in the middle of that row (paper-rules.ts), and would go through the last
// line of the upper one. A headline alone has its air in its own zone: what stands right under
// it, beside its text, is no crowd. In: a page. Out: the pairs. The search leaves the row by
// itself; acts by hand ask here, for a frame that is drawn or made higher reaches into it.
import { type Area, areasOf, type Layout, type PagePlan, type Piece } from '../../model/layout';

/** A block right above another. */
interface Crowd {
  readonly page: number;
  readonly upper: string;
  readonly lower: string;
}

/** What has no air below by itself: columns of text, a box. */
function feetOf({ body, box }: Piece): Area[] {
  return [...body.map(({ area }) => area), ...(box === null ? [] : [box.area])];
}

/** Text or the box of one piece ends on the row right above something of the other's. */
export function isRightAbove(upper: Piece, lower: Piece): boolean {
  const own = areasOf(lower);
  return feetOf(upper).some((area) => own.some((other) => area.row + area.rows === other.row && area.column < other.column + other.columns && other.column < area.column + area.columns));
}

/** What a piece takes of the page with its blank rows: below it, which no headline may have, and above it, which no text or box may. */
export function airedAreas(piece: Piece): { readonly forDecks: readonly Area[]; readonly forText: readonly Area[] } {
  const forDecks = [...(piece.deck === null ? [] : [piece.deck]), ...feetOf(piece).map((area): Area => ({ ...area, rows: area.rows + 1 }))];
  return { forDecks, forText: forDecks.map((area): Area => ({ ...area, row: area.row - 1, rows: area.rows + 1 })) };
}

/** The pairs of a page. */
export function crowdsOf({ number, pieces }: PagePlan): Crowd[] {
  return pieces.flatMap((lower) => pieces.filter((upper) => upper !== lower && isRightAbove(upper, lower)).map((upper) => ({ page: number, upper: upper.article, lower: lower.article })));
}

/** All pairs of a layout. */
export function crowded({ pages }: Layout): Crowd[] {
  return pages.flatMap(crowdsOf);
}

/** The first pair that stands so in `after` and did not in `before`; null where none does. */
export function newCrowd(before: Layout, after: Layout): Crowd | null {
  const old = crowded(before);
  return crowded(after).find(({ upper, lower }) => !old.some((one) => one.upper === upper && one.lower === lower)) ?? null;
}
