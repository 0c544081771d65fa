// White inside a block that a hand pulled lower than its text: to the reader it is a hole as any
// between two blocks. The search makes no block higher than its text, but for the few lines by
// which feet differ (losses.ts tells of those); so this is judged of what a hand has set alone.
// In: pages and how each block meets its room. Out: what takes points, or null.
import { quoted } from '../../model/quote';
import type { PagePlan } from '../../model/layout';
import type { Loss } from '../rules/loss';
import { roomsOf } from './rooms';
import type { Yardstick } from '../measure/yardstick';

/** Rows by which the text of a block may end above its foot: its columns' feet differ by as much. */
const FEET = 2;
/** Points a cell, and at the most, as for holes between blocks (losses.ts). */
const [CELL, MOST] = [0.25, 30];
/** Blocks that are named. */
const MOST_NAMED = 2;

/** Rows that stand empty at the feet of blocks, in cells of a base column and a row; null where there are none. */
export function emptyInside(pages: readonly PagePlan[], ruler: Yardstick, titleOf: (article: string) => string): Loss | null {
  const empty = roomsOf({ pages }, ruler).flatMap(({ page, article, short, columns }): { readonly article: string; readonly cells: number; readonly rows: number }[] => {
    const rows = Math.floor(short / Math.max(1, columns)) - FEET;
    const piece = pages.find(({ number }) => number === page)?.pieces.find((one) => one.article === article);
    if (piece === undefined || rows <= 0) return [];
    const wide = piece.box?.area.columns ?? piece.body.reduce((sum, { area }) => sum + area.columns, 0);
    return [{ article, rows: rows + FEET, cells: rows * wide }];
  }).toSorted((a, b) => b.cells - a.cells);
  if (empty.length === 0) return null;
  const named = empty.slice(0, MOST_NAMED).map(({ article, rows }) => `${quoted(titleOf(article))}正文下空 ${rows} 行`).join('，');
  return { points: Math.min(MOST, CELL * empty.reduce((sum, { cells }) => sum + cells, 0)), say: `版块里有空：${named}${empty.length > MOST_NAMED ? `等 ${empty.length} 篇` : ''}` };
}
