// The text of 改稿 made larger and smaller: Ctrl and the wheel about what is pointed at, Ctrl and
// plus or minus about the caret. The letter stays where it is on the screen; caret and selection
// are the text's own and stay with it. The sheet breaks its lines as before, but its titles and
// its scroll bar do not grow with the page, so that the letter is looked for anew.
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { EditorView } from 'prosemirror-view';
import { ZOOM_STEP } from './desk-keys';
import { SPEED } from './wheel-zoom';

interface SheetZoom {
  /** CSS pixels a pt. */
  readonly scale: number;
  /** The text that a node of the sheet is in, else the one that is written in. */
  readonly viewAt: (node: Node | null) => EditorView | null;
  /** Shows the page so many times as large. */
  readonly zoom: (by: number) => void;
}

/** What stays where it is: a place of a text, CSS pixels of the window, and the scale that it was seen at. */
interface Held {
  readonly view: EditorView;
  readonly position: number;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** @returns what a key pressed with Ctrl does; false where it changes no size. */
export function useSheetZoom(sheet: RefObject<HTMLElement | null>, { scale, viewAt, zoom }: SheetZoom): (key: string) => boolean {
  const held = useRef<Held | null>(null);
  const change = (by: number, node: Node | null, at: { readonly left: number; readonly top: number } | null): void => {
    const view = viewAt(node);
    if (view !== null) {
      const position = (at === null ? null : view.posAtCoords(at)?.pos) ?? view.state.selection.head;
      const { left, top } = view.coordsAtPos(position);
      held.current = { view, position, left, top, scale };
    }
    zoom(by);
  };
  const now = useRef(change);
  useEffect(() => {
    now.current = change;
  });
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      // The page about it would be made larger about a place of its own.
      event.stopPropagation();
      now.current(Math.exp(-event.deltaY * SPEED), event.target as Node, { left: event.clientX, top: event.clientY });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [sheet]);
  useLayoutEffect(() => {
    const [element, before] = [sheet.current, held.current];
    held.current = null;
    if (element === null || before === null || before.view.isDestroyed || before.scale === scale) return;
    element.scrollTop *= scale / before.scale;
    const { left, top } = before.view.coordsAtPos(Math.min(before.position, before.view.state.doc.content.size));
    element.closest('.makeup-scroll')?.scrollBy(left - before.left, top - before.top);
  }, [sheet, scale]);
  return (key) => {
    if (!['=', '+', '-'].includes(key)) return false;
    change(key === '-' ? 1 / ZOOM_STEP : ZOOM_STEP, null, null);
    return true;
  };
}
