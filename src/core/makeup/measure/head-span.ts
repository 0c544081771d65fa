// How wide a news headline may be for what stands under it (N-11, N-31): a brief's line
// over the whole page says that there is more of it than there is, and what stands beside
// its few lines, below the same headline, is read as its own. In: a piece. Out: columns too
// many. Reports have titles of their own rule (N-21), boxes are as wide as their frame.
import type { Piece } from '../../model/layout';
import { quoted } from '../../model/quote';

/** N-21: part of a page's columns under which a report's title is sunk: its size is no more than its own level heads' then, and less than a brief's. */
export const LEAST_TITLE_PART = 0.5;

/** Rows of text that each column of a headline has under it at the least, on average; columns that any headline may take. */
const ROWS = 5;
const LEAST = 2;
/** A headline is as many times as wide as the text right under it at the most. */
const TIMES = 2;

/** Base columns that a headline takes beyond what its text is worth; 0 for what has no such headline, or leads (N-37): that by its text's width alone. */
export function overwide(piece: Piece, isLead: boolean): number {
  return spanOf(piece, isLead)?.many ?? 0;
}

/** A headline that is too wide, and why. */
export interface WideHead {
  /** Base columns too many. */
  readonly many: number;
  /** Rows of text, base column by base column, where they are too few for it; null where it is too wide for the columns of text under it. */
  readonly rows: number | null;
  /** Columns of its own text that stand right under it. */
  readonly under: number;
}

/** The same, and why: rows of text, base column by base column, where they are too few, or columns of it that stand right under the headline; null where it is not too wide. */
export function spanOf({ variant, deck, body, from, upright }: Piece, isLead: boolean): WideHead | null {
  if (deck === null || variant !== 'news' || from !== null || upright === true || body.length === 0) return null;
  const end = deck.column + deck.columns;
  let [cells, under] = [0, 0];
  for (const { area } of body) {
    cells += area.rows * area.columns;
    if (area.row === deck.row + deck.rows) under += Math.max(0, Math.min(area.column + area.columns, end) - Math.max(area.column, deck.column));
  }
  const worth = isLead ? Infinity : Math.max(LEAST, Math.round(cells / ROWS));
  const beside = Math.max(LEAST, TIMES * under);
  const many = deck.columns - Math.min(worth, beside);
  return many <= 0 ? null : { many, rows: worth <= beside ? cells : null, under };
}

/** `“…”的标题跨 8 栏，正文只有 3 行，宜跨 2 栏以内`; `columns`: that it takes. */
export function wideWords(title: string, columns: number, { many, rows, under }: WideHead): string {
  return `${quoted(title)}的标题跨 ${columns} 栏，${rows === null ? `下面只有 ${under} 栏自己的正文` : `正文只有 ${rows} 行`}，宜跨 ${columns - many} 栏以内`;
}
