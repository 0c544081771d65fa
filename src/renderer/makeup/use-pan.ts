// The page of 排版台 pushed about in its view, as in every layout program: with the space bar
// held the pointer is a hand, and the middle button is one always. In: keys and pointer. Out:
// the view's scroll position; nothing of the page changes, and no block is taken meanwhile.
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';

export interface Pan {
  /** The pointer is a hand: 'open' to take hold, 'closed' while it pushes. */
  readonly hand: 'open' | 'closed' | null;
  /** False where it is nobody's pointer to push with. */
  readonly begin: (event: PointerEvent) => boolean;
  readonly move: (event: PointerEvent) => boolean;
  readonly end: () => boolean;
  /** The space bar goes down; false where it is none. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/** `scroll`: the view that is pushed. */
export function usePan(scroll: RefObject<HTMLElement | null>): Pan {
  const [isOpen, setOpen] = useState(false);
  const [isPushing, setPushing] = useState(false);
  const held = useRef<{ readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null>(null);
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
  };
}
