// What the screen says: the room in an element, the part of it that is scrolled into
// view, the device pixels a CSS pixel.
import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { Size } from '../../core/geometry';
import { pagesBetween, type PageColumn } from './page-column';

/** Size of an element's inside, as it changes; the padding included, the scroll bar not. */
export function useRoom(element: RefObject<HTMLElement | null>): Size {
  const [room, setRoom] = useState<Size>({ width: 400, height: 600 });
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setRoom({ width: entry.target.clientWidth, height: entry.target.clientHeight });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

/** Device pixels a CSS pixel; changes when the window goes to another screen. */
export function usePixelRatio(): number {
  const [ratio, setRatio] = useState(window.devicePixelRatio);
  useEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`);
    const change = (): void => setRatio(window.devicePixelRatio);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [ratio]);
  return ratio;
}

export interface Visible {
  readonly first: number;
  readonly end: number;
  /** To be called when the element was scrolled. */
  readonly note: () => void;
}

/** Pages of a column that stand in the element's view, and half a view above and below, so that a turn of the wheel finds them painted. */
export function useVisible(element: RefObject<HTMLElement | null>, column: PageColumn, room: Size): Visible {
  const [range, setRange] = useState({ first: 0, end: 0 });
  const note = useCallback(() => {
    if (element.current === null) return;
    const { scrollTop } = element.current;
    const next = pagesBetween(column, scrollTop - room.height / 2, scrollTop + room.height * 1.5);
    setRange((old) => (old.first === next.first && old.end === next.end ? old : next));
  }, [element, column, room.height]);
  useEffect(note, [note]);
  return { first: range.first, end: Math.min(range.end, column.tops.length), note };
}
