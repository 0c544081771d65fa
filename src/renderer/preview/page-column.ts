// Pages one below another, as numbers: where each stands and which of them a
// scrolled window shows. Only those are in the document at all, so that a report of
// 200 pages costs a keystroke no more than one of five. CSS pixels; tops and sizes
// fall on whole device pixels, or the pictures would be blurred.
import type { Size } from '../../core/geometry';

export interface PageColumn {
  /** Top of each page from the column's top. */
  readonly tops: readonly number[];
  readonly sizes: readonly Size[];
  /** Height of the whole column, the padding above and below included. */
  readonly height: number;
  /** Width of the widest page. */
  readonly width: number;
}

export interface ColumnStyle {
  readonly padding: number;
  readonly gap: number;
  /** Room below each page, for its number. */
  readonly foot: number;
  readonly pixelRatio: number;
}

/** The column of pages of these sizes (pt), `scaleOf` CSS pixels a pt each. */
export function columnOf(pages: readonly Size[], scaleOf: (page: Size) => number, { padding, gap, foot, pixelRatio }: ColumnStyle): PageColumn {
  const whole = (value: number): number => Math.round(value * pixelRatio) / pixelRatio;
  const tops: number[] = [];
  const sizes: Size[] = [];
  let at = padding;
  let width = 0;
  for (const page of pages) {
    const scale = scaleOf(page);
    const size = { width: whole(page.width * scale), height: whole(page.height * scale) };
    tops.push(whole(at));
    sizes.push(size);
    at += size.height + foot + gap;
    width = Math.max(width, size.width);
  }
  return { tops, sizes, height: pages.length === 0 ? 0 : at - gap + padding, width };
}

/** Index of the page that a height falls on, or of the one above it; the first and last beyond the ends. */
export function pageAt({ tops }: PageColumn, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Pages that reach into the heights from `from` to `to`; `end` exclusive. */
export function pagesBetween(column: PageColumn, from: number, to: number): { readonly first: number; readonly end: number } {
  return { first: pageAt(column, from), end: Math.min(column.tops.length, pageAt(column, to) + 1) };
}
