// The foot of a newspaper's column: what a heading's keep left empty at it is given away
// above the headings, so that feet are level (T-36). Lines stay on the grid. In: a filled
// column. Out: its fragments where they are printed, and the most rows above one heading (N-34).
import type { Filled } from './fill-frame';
import { type Fragment, paceOf } from './frame';
import { takesRows } from './lead-end';

/** N-34: rows above one heading that are no hole. */
const MOST_GAP = 2;

/** Rows down to the last line as printed: what a heading's keep left empty stands above it (levelled). */
export function footOf(column: Filled): number {
  return Math.max(0, ...levelled(column).map((fragment) => Math.ceil(fragment.row + (fragment.end - fragment.first) * paceOf(fragment))));
}

/**
 * Column feet are level (T-36): rows that a heading's keep left empty go before the last heading that has text above it in
 * the column, two at the most, then before the one above it, and so on; before the last what none can take. Where there
 * is none: nowhere, and the column stays short.
 */
export function levelled(column: Filled): readonly Fragment[] {
  const rows = shares(column);
  if (rows.size === 0) return column.fragments;
  let down = 0;
  return column.fragments.map((fragment, i) => {
    down += rows.get(i) ?? 0;
    return down === 0 ? fragment : { ...fragment, row: fragment.row + down };
  });
}

/** Most rows that stand empty above one heading of a column for its feet to be level. */
export function gapOf(column: Filled): number {
  return Math.max(0, ...shares(column).values());
}

/** Rows that each heading, by its fragment, has above it beside its own. */
function shares({ short, next, fragments }: Filled): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  if (short === 0 || next === null) return out;
  const isWhole = (i: number): boolean => fragments[i]!.set.paragraph.style.keepWithNext > 0 && fragments[i]!.first === 0;
  const hasHeading = fragments.some((_, i) => i > 0 && isWhole(i) && !isWhole(i - 1));
  const isHeading = hasHeading ? isWhole : (i: number): boolean => fragments[i]!.first === 0 && takesRows(fragments[i]!.set.paragraph);
  let left = short;
  let last: number | null = null;
  for (let i = fragments.length - 1; i > 0 && left > 0; i--) {
    // Headings in a row stay together.
    if (!isHeading(i) || isHeading(i - 1)) continue;
    last ??= i;
    const rows = Math.min(MOST_GAP, left);
    out.set(i, rows);
    left -= rows;
  }
  if (last !== null && left > 0) out.set(last, out.get(last)! + left);
  return out;
}
