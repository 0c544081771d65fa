// The page of 排版台 pushed about in its view, as in every layout program: with the space bar
// held the pointer is a hand, and the middle button is one always, on the page and on the gray
// about it; by keys it goes a view up and down, and all four ways where no block is chosen. In:
// keys and pointer. Out: the view's scroll position; nothing of the page changes, and no block
// is taken meanwhile.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';

export interface Pan {
  /** The pointer is a hand: 'open' to take hold, 'closed' while it pushes. */
  readonly hand: 'open' | 'closed' | null;
  /** False where it is nobody's pointer to push with. */
  readonly begin: (event: PointerEvent) => boolean;
  readonly move: (event: PointerEvent) => boolean;
  readonly end: () => boolean;
  /** The space bar goes down; false where it is none. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** PageUp and PageDown while the page goes on that way, arrows where `isFree`; false where the key is for others. */
  readonly scrollKey: (event: KeyboardEvent, isFree: boolean) => boolean;
}

/** CSS pixels of one arrow. */
const STEP = 60;
/** Part of the view that PageDown goes on by: the eye finds the place again. */
const VIEW = 0.9;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** A view's end, but for a part of a pixel. */
const NEAR = 2;

/** `scroll`: the view that is pushed; `page`: which one it shows. */
export function usePan(scroll: RefObject<HTMLElement | null>, page: number): Pan {
  const [isOpen, setOpen] = useState(false);
  const [isPushing, setPushing] = useState(false);
  const held = useRef<{ readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null>(null);
  /** The next page is come to from above, or from below. */
  const turned = useRef<'down' | 'up' | null>(null);
  useLayoutEffect(() => {
    const [element, way] = [scroll.current, turned.current];
    turned.current = null;
    if (element !== null && way !== null) element.scrollTo({ top: way === 'down' ? 0 : element.scrollHeight });
  }, [scroll, page]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (): void => setOpen(false);
    const onKeyUp = (event: globalThis.KeyboardEvent): void => {
      if (event.code === 'Space') close();
    };
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', close);
    return () => {
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', close);
    };
  }, [isOpen]);
  return {
    hand: isPushing ? 'closed' : isOpen ? 'open' : null,
    begin: (event) => {
      const element = scroll.current;
      if (element === null || !(event.button === 1 || (event.button === 0 && isOpen))) return false;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
      setPushing(true);
      return true;
    },
    move: (event) => {
      const [element, from] = [scroll.current, held.current];
      if (element === null || from === null) return false;
      element.scrollTo({ left: from.left + from.x - event.clientX, top: from.top + from.y - event.clientY });
      return true;
    },
    end: () => {
      const was = held.current !== null;
      held.current = null;
      if (was) setPushing(false);
      return was;
    },
    key: (event) => {
      if (event.code !== 'Space' || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
      event.preventDefault();
      setOpen(true);
      return true;
    },
    scrollKey: (event, isFree) => {
      const element = scroll.current;
      if (element === null || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
      const arrow = isFree ? ARROWS[event.key] : undefined;
      if (arrow !== undefined) {
        element.scrollBy({ left: STEP * arrow[0], top: STEP * arrow[1] });
        return true;
      }
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return false;
      const isDown = event.key === 'PageDown';
      const left = isDown ? element.scrollHeight - element.clientHeight - element.scrollTop : element.scrollTop;
      if (left > NEAR) {
        element.scrollBy({ top: (isDown ? 1 : -1) * Math.min(left, VIEW * element.clientHeight) });
        return true;
      }
      turned.current = isDown ? 'down' : 'up';
      return false;
    },
  };
}
