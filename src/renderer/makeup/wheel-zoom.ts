// Ctrl and the wheel change the size of the page of 排版台, and what lies under the pointer
// stays there, as in the pages beside the text (preview/use-zoom.ts, which knows a column
// of pages and the panes; here is one page in a view of its own).
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { percentOf } from '../preview/fit-scale';

/** A notch of the wheel (100) changes the size by a sixth or so. */
export const SPEED = 0.0016;

export interface ShownPage {
  /** CSS pixels a pt. */
  readonly scale: number;
  /** Of the page in the view's content, CSS pixels. */
  readonly left: number;
  readonly top: number;
}

/** `hold`: shows the page at so many percent of its true size. */
export function useWheelZoom(scroll: RefObject<HTMLElement | null>, { scale, left, top }: ShownPage, hold: (percent: number) => void): void {
  const anchor = useRef<{ readonly across: number; readonly down: number; readonly x: number; readonly y: number } | null>(null);
  const now = useRef({ scale, left, top, hold });
  useEffect(() => {
    now.current = { scale, left, top, hold };
  });
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const shown = now.current;
      const box = element.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      anchor.current = { x, y, across: (element.scrollLeft + x - shown.left) / shown.scale, down: (element.scrollTop + y - shown.top) / shown.scale };
      shown.hold(percentOf(shown.scale * Math.exp(-event.deltaY * SPEED)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroll]);
  useLayoutEffect(() => {
    const [element, held] = [scroll.current, anchor.current];
    anchor.current = null;
    if (element !== null && held !== null) element.scrollTo({ left: left + held.across * scale - held.x, top: top + held.down * scale - held.y });
  }, [scroll, scale, left, top]);
}
