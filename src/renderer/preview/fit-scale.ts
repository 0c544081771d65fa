// How large pages are shown, in CSS pixels a pt, and where a caret's line runs on
// a page: over the type area of a sheet, over its column on a newspaper page.
import type { Master } from '../../core/model/master';
import type { Rect, Size } from '../../core/geometry';
import type { Zoom } from '../session/pane-layout';

/** CSS pixels a pt at 100 %. */
const TRUE_SIZE = 96 / 72;
const LEAST = 0.1;

/** `room`: the free width and height in CSS pixels. */
export function fitScale(zoom: Zoom, page: Size, room: Size): number {
  switch (zoom) {
    case 'true': return TRUE_SIZE;
    case 'width': return Math.max(LEAST, room.width / page.width);
    case 'page': return Math.max(LEAST, Math.min(room.width / page.width, room.height / page.height));
  }
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
