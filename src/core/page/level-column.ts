// The foot of a newspaper's column: what a heading's keep left empty at it is given away
// above the last heading, so that feet are level (T-36). Lines stay on the grid.
import type { Filled } from './fill-frame';
import type { Fragment } from './frame';

/** Rows down to the last line as printed: what a heading's keep left empty stands above it (levelled). */
export function footOf(column: Filled): number {
  return Math.max(0, ...levelled(column).map(({ row, first, end, set }) => row + (end - first) * set.paragraph.style.gridLines));
}

/**
 * Column feet are level (T-36): rows that a heading's keep left empty go before the last heading that has
 * text above it in the column, else before the last paragraph's own place: nowhere, and the column stays short.
 */
export function levelled(column: Filled): readonly Fragment[] {
  if (column.short === 0 || column.next === null) return column.fragments;
  const { fragments } = column;
  let at = fragments.length - 1;
  const isHeading = (i: number): boolean => fragments[i]!.set.paragraph.style.keepWithNext > 0 && fragments[i]!.first === 0;
  while (at > 0 && !isHeading(at)) at--;
  while (at > 0 && isHeading(at - 1)) at--; // headings in a row stay together
  if (at === 0) return fragments;
  return fragments.map((fragment, i) => (i < at ? fragment : { ...fragment, row: fragment.row + column.short }));
}
