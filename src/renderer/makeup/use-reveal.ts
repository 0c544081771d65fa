// The block that was chosen or moved by a key, or in the list beside the page, is brought
// into view, as little as is needed: it would be out of sight at every larger size. What
// the pointer takes hold of on the page stays where it is: it is in view.
import { useEffect, useRef, type RefObject } from 'react';
import type { Rect } from '../../core/geometry';

/** CSS pixels kept free around it. */
const AIR = 24;

/** Where a view of `size` at `from` has to be for a stretch to be in it: as near as it can. A longer one than the view: at its start, unless it is all that is seen. */
export function revealed(from: number, size: number, start: number, length: number): number {
  const [first, last] = [start - AIR, start + length + AIR];
  if (last - first > size) return first <= from && from + size <= last ? from : Math.max(0, first);
  return Math.max(0, first < from ? first : last > from + size ? last - size : from);
}

/** `rect`: the block in the scrolled view, CSS pixels; null: nothing is to be shown. `block`: which it is. Scrolls where either changes. */
export function useReveal(scroll: RefObject<HTMLElement | null>, rect: Rect | null, block: string): void {
  /** The pointer was pressed in the view, and no key since. */
  const isPointed = useRef(false);
  useEffect(() => {
    const hear = ({ type, target }: Event): void => {
      isPointed.current = type === 'pointerdown' && scroll.current?.contains(target as Node) === true;
    };
    for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, hear, true);
    return () => {
      for (const type of ['keydown', 'pointerdown']) document.removeEventListener(type, hear, true);
    };
  }, [scroll]);
  const place = rect === null ? '' : `${rect.x} ${rect.y} ${rect.width} ${rect.height}`;
  const before = useRef({ block: '', place: '' });
  useEffect(() => {
    const element = scroll.current;
    // Its text was written, or it was dragged: the view is where it was before, or where the hand left it.
    const isBack = before.current.block === block && before.current.place === '';
    before.current = { block, place };
    if (isBack) return;
    if (element === null || rect === null || isPointed.current) return;
    element.scrollTo({ left: revealed(element.scrollLeft, element.clientWidth, rect.x, rect.width), top: revealed(element.scrollTop, element.clientHeight, rect.y, rect.height) });
  }, [scroll, block, place]);
}
