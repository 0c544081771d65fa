// Pages one below another, or two side by side as in an open booklet, as numbers:
// where each stands and which of them a scrolled window shows. Only those are in
// the document at all, so that a report of 200 pages costs a keystroke no more than
// one of five. CSS pixels; places and sizes fall on whole device pixels, or the
// pictures would be blurred.
import type { Size } from '../../core/geometry';

export interface PageColumn {
  /** Top of each page from the column's top; two side by side have the same. */
  readonly tops: readonly number[];
  /** Left of each page from the column's left. */
  readonly lefts: readonly number[];
  readonly sizes: readonly Size[];
  /** Height of the whole column, the padding above and below included. */
  readonly height: number;
  /** Width of the widest row. */
  readonly width: number;
}

export interface ColumnStyle {
  readonly padding: number;
  readonly gap: number;
  /** Room below each page, for its number. */
  readonly foot: number;
  readonly pixelRatio: number;
  /** The first page stands alone on the right, as a booklet's does; then two and two. */
  readonly twoUp: boolean;
}

/** The column of pages of these sizes (pt), `scaleOf` CSS pixels a pt each. */
export function columnOf(pages: readonly Size[], scaleOf: (page: Size) => number, { padding, gap, foot, pixelRatio, twoUp }: ColumnStyle): PageColumn {
  const whole = (value: number): number => Math.round(value * pixelRatio) / pixelRatio;
  const sizes = pages.map((page) => {
    const scale = scaleOf(page);
    return { width: whole(page.width * scale), height: whole(page.height * scale) };
  });
  const widest = sizes.reduce((most, size) => Math.max(most, size.width), 0);
  const width = twoUp ? 2 * widest + gap : widest;
  const tops: number[] = [];
  const lefts: number[] = [];
  let at = padding;
  for (const [index, size] of sizes.entries()) {
    // Odd pages (index 0, 2, …) are right-hand pages.
    const isRight = twoUp && index % 2 === 0;
    tops.push(whole(at));
    lefts.push(whole(!twoUp ? (width - size.width) / 2 : isRight ? widest + gap : widest - size.width));
    const isRowEnd = !twoUp || isRight || index === sizes.length - 1;
    const beside = isRight && index > 0 ? (sizes[index - 1]?.height ?? 0) : 0;
    if (isRowEnd) at += Math.max(size.height, beside) + foot + gap;
  }
  return { tops, lefts, sizes, height: pages.length === 0 ? 0 : at - gap + padding, width };
}

/** Index of the page that a height falls on, the left one of two, or of the one above it; the first and last beyond the ends. */
export function pageAt({ tops }: PageColumn, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  if (low > 0 && tops[low - 1] === tops[low]) low--;
  return Math.max(0, low);
}

/** Pages that reach into the heights from `from` to `to`; `end` exclusive. */
export function pagesBetween(column: PageColumn, from: number, to: number): { readonly first: number; readonly end: number } {
  const last = pageAt(column, to);
  const isPair = column.tops[last + 1] === column.tops[last];
  return { first: pageAt(column, from), end: Math.min(column.tops.length, last + (isPair ? 2 : 1)) };
}
