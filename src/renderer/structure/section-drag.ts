// Dragging an entry of the outline: a line shows where the section would go, among
// the places where it may stand; Escape gives up. By pointer events, for a drag of
// the browser's own would be taken for a file that is dropped on the window.
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Node } from 'prosemirror-model';
import { placesFor, sectionAt } from './move-section';

export interface SectionDrag {
  /** Of the drop line, in the list, CSS pixels; null while none is shown. */
  readonly line: { readonly top: number; readonly left: number } | null;
  readonly start: (event: PointerEvent<HTMLElement>) => void;
  /** False for the click that ends a drag. */
  readonly isClick: () => boolean;
}

/** Below this the hand only trembled, CSS pixels. */
const THRESHOLD = 4;
/** Within this of an edge of the pane it scrolls. */
const EDGE = 24;

interface Target {
  readonly place: number;
  readonly top: number;
}

/** `move(block, place)` is called with the section's first block and the block before which it goes. */
export function useSectionDrag(list: RefObject<HTMLElement | null>, doc: Node, move: (block: number, place: number) => void): SectionDrag {
  const [line, setLine] = useState<SectionDrag['line']>(null);
  const stop = useRef<(() => void) | null>(null);
  const dragged = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const start = (event: PointerEvent<HTMLElement>): void => {
    dragged.current = false;
    const item = (event.target as HTMLElement).closest<HTMLElement>('li[data-block]');
    const box = list.current;
    if (event.button !== 0 || item === null || box === null || (event.target as HTMLElement).closest('.fold') !== null) return;
    const block = Number(item.dataset['block']);
    const section = sectionAt(doc, block);
    if (section?.from !== block) return;
    const from = event.clientY;
    let target: Target | null = null;

    const follow = (at: globalThis.PointerEvent): void => {
      if (!dragged.current && Math.abs(at.clientY - from) < THRESHOLD) return;
      dragged.current = true;
      scrollNear(box, at.clientY);
      target = nearest(targets(box, doc, section.level), at.clientY - box.getBoundingClientRect().top);
      const stays = target === null || (target.place >= section.from && target.place <= section.to);
      setLine(target === null || stays ? null : { top: target.top, left: 16 + 16 * Math.max(0, section.level - 1) });
    };
    const end = (drop: boolean): void => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', keys, true);
      stop.current = null;
      setLine(null);
      if (drop && dragged.current && target !== null) move(block, target.place);
    };
    const up = (): void => end(true);
    const cancel = (): void => end(false);
    const keys = (key: globalThis.KeyboardEvent): void => {
      if (key.key !== 'Escape' || !dragged.current) return;
      key.preventDefault();
      key.stopPropagation();
      end(false);
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', keys, true);
    stop.current = cancel;
  };
  return { line, start, isClick: () => !dragged.current };
}

/** The places of a level that the list shows, each with its height in the list. A place inside a fold is not shown. */
function targets(box: HTMLElement, doc: Node, level: number): readonly Target[] {
  const found: Target[] = [];
  for (const place of placesFor(doc, level)) {
    const item = place === doc.childCount ? box.querySelector<HTMLElement>('li[data-block]:nth-last-child(1 of li[data-block])') : box.querySelector<HTMLElement>(`li[data-block="${place}"]`);
    if (item !== null) found.push({ place, top: item.offsetTop + (place === doc.childCount ? item.offsetHeight : 0) });
  }
  return found;
}

function nearest(all: readonly Target[], y: number): Target | null {
  let best: Target | null = null;
  for (const target of all) if (best === null || Math.abs(target.top - y) < Math.abs(best.top - y)) best = target;
  return best;
}

function scrollNear(box: HTMLElement, y: number): void {
  const pane = box.closest('.nav');
  if (pane === null) return;
  const { top, bottom } = pane.getBoundingClientRect();
  if (y < top + EDGE) pane.scrollBy(0, -EDGE);
  else if (y > bottom - EDGE) pane.scrollBy(0, EDGE);
}
