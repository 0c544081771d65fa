// How large pages are shown, in CSS pixels a pt, and where a caret's line runs on
// a page: over the type area of a sheet, over its column on a newspaper page.
import type { Master } from '../../core/model/master';
import type { Rect, Size } from '../../core/geometry';
import type { Zoom } from '../session/pane-layout';

/** CSS pixels a pt at 100 %. */
const TRUE_SIZE = 96 / 72;
const LEAST = 0.1;

/** How pages are to be shown. */
export interface Fit {
  readonly zoom: Zoom;
  /** Percent of true size, where `zoom` is `hand`. */
  readonly percent: number;
  /** CSS pixels between two pages side by side; null: one below the other. */
  readonly gap: number | null;
  /** Device pixels a CSS pixel. */
  readonly pixelRatio: number;
}

/**
 * CSS pixels a pt. `room`: the free width and height in CSS pixels. A page that is fitted comes out a device pixel narrower
 * than its room: rounded to whole ones (page-column.ts) it could be wider, which brings a bar to scroll by, which takes
 * height from the room, where a whole page is fitted then smaller, which takes the bar away, and so on without an end.
 */
export function fitScale({ zoom, percent, gap, pixelRatio }: Fit, page: Size, room: Size): number {
  const width = ((gap === null ? room.width : (room.width - gap) / 2) - 1 / pixelRatio) / page.width;
  switch (zoom) {
    case 'true': return TRUE_SIZE;
    case 'hand': return Math.max(LEAST, (TRUE_SIZE * percent) / 100);
    case 'width': return Math.max(LEAST, width);
    case 'page': return Math.max(LEAST, Math.min(width, room.height / page.height));
  }
}

/** Percent of true size of a scale, whole. */
export function percentOf(scale: number): number {
  return Math.round((scale / TRUE_SIZE) * 100);
}

/** Left edge and width (pt) of the line that a caret stands on; `page` is 0-based. */
export function lineSpan(master: Master, page: number, caret: Rect): { readonly left: number; readonly width: number } {
  if (master.kind === 'sheet') {
    const width = master.columns.characters * master.columns.em;
    return { left: page % 2 === 0 ? master.inner : master.width - master.inner - width, width };
  }
  const width = master.characters * master.em;
  const step = width + master.gap * master.em;
  const column = Math.max(0, Math.min(master.columns - 1, Math.floor((caret.x - master.left) / step)));
  return { left: master.left + column * step, width };
}
