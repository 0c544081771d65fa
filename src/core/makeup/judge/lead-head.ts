// How the 头条's headline stands on its page: the page's strongest, wide at its head, in a zone
// that its letters fill (N-11, N-37). In: a page's pieces, and how their headlines are set. Out:
// base columns too few, the headline that is larger, rows too many. lead-losses.ts makes points
// and words of them; a search pays for none, of what it finds the points choose. What is boxed, or
// has its title downwards, is apart.
import type { Piece } from '../../model/layout';
import { isRanked, type RankedHead } from '../../page/headline-order';
import { headRows } from '../measure/head-rows';
import type { Ruler } from '../measure/ruler';
import { stepsBetween } from '../rules/size-order';

/** Part of a page's columns that the headline of its 头条 is as wide as, where its text is worth it: three and four of six and eight (N-11). */
const WIDE_PART = 0.5;
/** Rows of text under each column of such a headline, on average, that make it worth as many: a brief that leads a day of briefs may be narrow. */
const ROWS = 8;
/** Part of the height of its lines that may be white around it beyond its need, and rows that always may. */
const AIR_PART = 1 / 3;
const FEW_SPARE = 1;

/** Base columns that the headline of the 头条, where that leads its page, is narrower than half of the page's `columns`, or than its text is worth. */
export function columnsShort(piece: Piece, columns: number): number {
  const { deck, body } = piece;
  if (deck === null || !isRanked(piece)) return 0;
  const cells = body.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  return Math.max(0, Math.min(Math.ceil(WIDE_PART * columns), Math.round(cells / ROWS)) - deck.columns);
}

/** Rows around a headline that are white beyond its need, `spare`, and of these the ones that are too many for its letters. */
export function airyRows(piece: Piece, ruler: Ruler): { readonly spare: number; readonly many: number } {
  const { deck } = piece;
  const spare = deck === null || !isRanked(piece) ? 0 : (headRows(piece, ruler)?.spare ?? 0);
  if (deck === null || spare <= FEW_SPARE) return { spare, many: 0 };
  const inked = ruler.deck(piece, deck.columns).lines.reduce((sum, { from, to }) => sum + to - from, 0);
  return { spare, many: Math.max(0, spare - Math.max(FEW_SPARE, Math.floor(AIR_PART * inked))) };
}

/** Steps of sizes that are seen between two faces. */
const SEEN = 2;

/**
 * The largest headline of a page that is seen to be larger than the 头条's, which leads it, of those that are not compared with each other (headline-order.ts):
 * of what is boxed, or set as a report and is none. `isReport`: whose title is the largest by rule (N-21). pt.
 */
export function largerThanLead(lead: RankedHead, pieces: readonly Piece[], isReport: (article: string) => boolean, ruler: Ruler): RankedHead | null {
  let most: RankedHead | null = null;
  for (const piece of pieces) {
    if (piece.from !== null || isRanked(piece) || isReport(piece.article)) continue;
    const size = headSize(piece, ruler);
    if (size > (most ?? lead).size && stepsBetween(lead.size, size) >= SEEN) most = { piece, size };
  }
  return most;
}

/** Size of the 主题 of a headline that is not downwards, as its columns give it: of the largest line of its title block, to tenths of a pt; 0: it has none. */
function headSize(piece: Piece, ruler: Ruler): number {
  const { deck, box, upright } = piece;
  if (upright === true) return 0;
  const lines = deck !== null ? ruler.deck(piece, deck.columns).lines : box !== null ? ruler.box(piece, box.area.columns, box.into).lines : [];
  return Math.round(10 * ruler.master.pitch * lines.reduce((most, { from, to }) => Math.max(most, to - from), 0)) / 10;
}
