// Ctrl and the wheel change the size of the pages, and what lies under the pointer
// stays there (W33). The browser's own zoom, of the whole window, is kept away.
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { BOUNDS, type PaneStore } from '../session/pane-layout';
import { percentOf } from './fit-scale';
import { pageAt, type PageColumn } from './page-column';

/** A notch of the wheel (100) changes the size by a sixth or so. */
const SPEED = 0.0016;

interface Anchor {
  readonly page: number;
  /** Place on the page, parts of its width and height. */
  readonly across: number;
  readonly down: number;
  /** The pointer, from the element's corner, CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export function useZoom(scroll: RefObject<HTMLElement | null>, panes: PaneStore, scale: number, column: PageColumn): void {
  const anchor = useRef<Anchor | null>(null);
  const now = useRef({ scale, column });
  useEffect(() => {
    now.current = { scale, column };
  }, [scale, column]);

  useEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const shown = now.current;
      const box = element.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      anchor.current = anchorAt(element, shown.column, x, y);
      const [least, most] = BOUNDS.zoomPercent;
      const zoomPercent = Math.max(least, Math.min(most, percentOf(shown.scale * Math.exp(-event.deltaY * SPEED))));
      panes.change({ zoom: 'hand', zoomPercent });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroll, panes]);

  useLayoutEffect(() => {
    const element = scroll.current;
    const held = anchor.current;
    anchor.current = null;
    const size = held === null ? undefined : column.sizes[held.page];
    if (element === null || held === null || size === undefined) return;
    const margin = Math.max(0, (element.scrollWidth - column.width) / 2);
    element.scrollTo({
      left: margin + (column.lefts[held.page] ?? 0) + held.across * size.width - held.x,
      top: (column.tops[held.page] ?? 0) + held.down * size.height - held.y,
    });
  }, [scroll, column]);
}

function anchorAt(element: HTMLElement, column: PageColumn, x: number, y: number): Anchor {
  const page = pageAt(column, element.scrollTop + y);
  const size = column.sizes[page] ?? { width: 1, height: 1 };
  const margin = Math.max(0, (element.scrollWidth - column.width) / 2);
  return {
    page, x, y,
    across: (element.scrollLeft + x - margin - (column.lefts[page] ?? 0)) / size.width,
    down: (element.scrollTop + y - (column.tops[page] ?? 0)) / size.height,
  };
}
