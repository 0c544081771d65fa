// Dragging in a review: over line numbers to select lines, selected lines to an
// article or before one of its blocks, a block to another place, an article to
// another place among the articles. By pointer events, for a drag of the browser's
// own would be taken for a file that is dropped on the window. Escape gives up.
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { moveArticleTo, openArticle, sendTo } from './review-actions';
import type { ResultRow } from './result-rows';
import type { ReviewSession } from './review-session';

/** What is dragged, in words, and where it would go; null: nothing is. */
export interface Dragging {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Key of the row that it would go to, `new` for an article of its own; null: nowhere. */
  readonly target: string | null;
}

export interface RowDrag {
  readonly dragging: Dragging | null;
  readonly onSourceDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onResultDown: (event: PointerEvent<HTMLElement>) => void;
  /** False for the click that ends a drag. */
  readonly isClick: () => boolean;
}

/** Below this the hand only trembled, CSS pixels. */
const THRESHOLD = 4;
/** Within this of an edge of a list it scrolls. */
const EDGE = 28;

type Load = { readonly kind: 'lines'; readonly lines: readonly number[] } | { readonly kind: 'article'; readonly id: string };

export function useRowDrag(session: ReviewSession): RowDrag {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const moved = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const follow = (move: (event: globalThis.PointerEvent) => void, end: (drop: boolean) => void): void => {
    const finish = (drop: boolean) => (): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', keys, true);
      stop.current = null;
      setDragging(null);
      end(drop);
    };
    const up = finish(true);
    const cancel = finish(false);
    const keys = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      cancel();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', keys, true);
    stop.current = cancel;
  };

  const extendTo = (at: globalThis.PointerEvent): void => {
    const over = lineAt(at);
    if (over !== null && over !== session.selection.get().head) session.goTo(over, true);
  };

  /** `selects`: the drag began on the one line that is selected; over other numbers it selects, over the articles it carries the line. */
  const carry = (event: PointerEvent<HTMLElement>, load: Load, words: string, selects = false): void => {
    moved.current = false;
    const origin = session.selection.get();
    const [x, y] = [event.clientX, event.clientY];
    let target: string | null = null;
    follow((at) => {
      if (!moved.current && Math.hypot(at.clientX - x, at.clientY - y) < THRESHOLD) return;
      moved.current = true;
      scrollNear('.result-rows', at);
      if (selects) {
        scrollNear('.source-lines', at);
        // Over the articles it is the one line again that is carried.
        const over = document.elementFromPoint(at.clientX, at.clientY);
        if (over !== null && over.closest('.review-outcome') !== null) session.selection.set(origin);
        else extendTo(at);
      }
      target = targetAt(at, load);
      setDragging({ words, x: at.clientX, y: at.clientY, target });
    }, (drop) => {
      if (drop && moved.current && target !== null) put(session, load, target);
    });
  };

  const select = (line: number, extend: boolean): void => {
    session.goTo(line, extend);
    follow((at) => {
      scrollNear('.source-lines', at);
      extendTo(at);
    }, () => {});
  };

  return {
    dragging,
    isClick: () => !moved.current,
    onSourceDown(event) {
      const line = lineOf(event.target as Element);
      if (event.button !== 0 || line === null) return;
      const chosen = session.selectedLines();
      const isNumber = (event.target as Element).closest('.number') !== null;
      // What is selected is dragged away by its numbers; a drag over others selects them.
      if (isNumber && chosen.includes(line) && !event.shiftKey) {
        carry(event, { kind: 'lines', lines: chosen }, chosen.length === 1 ? `第${line}行` : `${chosen.length} 行`, chosen.length === 1);
      } else if (isNumber) select(line, event.shiftKey);
      else session.goTo(line, event.shiftKey);
    },
    onResultDown(event) {
      const row = rowOf(session, event.target as Element);
      if (event.button !== 0 || row === null) return;
      if (row.kind === 'article') carry(event, { kind: 'article', id: row.article }, row.label.name);
      else carry(event, { kind: 'lines', lines: row.lines }, (row.lead + row.text).slice(0, 12));
    },
  };
}

function lineOf(element: Element | null): number | null {
  const line = element?.closest<HTMLElement>('[data-line]')?.dataset['line'];
  return line === undefined ? null : Number(line);
}

/** The line at the pointer's height; above and below the list the first and the last in view. */
function lineAt({ clientY }: globalThis.PointerEvent): number | null {
  const box = document.querySelector('.source-lines')?.getBoundingClientRect();
  if (box === undefined) return null;
  return lineOf(document.elementFromPoint(box.left + 8, Math.max(box.top + 1, Math.min(box.bottom - 1, clientY))));
}

function rowOf(session: ReviewSession, element: Element | null): ResultRow | null {
  const key = element?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return key === undefined ? null : rowWith(session, key);
}

function rowWith(session: ReviewSession, key: string): ResultRow | null {
  const { rows } = session.state.get();
  return rows.at(rows.indexOf(key)) ?? null;
}

/** The row under the pointer, for an article the head of the article there. */
function targetAt({ clientX, clientY }: globalThis.PointerEvent, load: Load): string | null {
  const element = document.elementFromPoint(clientX, clientY);
  const key = element?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
  if (key === null) return load.kind === 'lines' && element?.closest('.new-article') !== null && element !== null ? 'new' : null;
  return load.kind === 'article' ? key.replace(/\/.*$/, '') : key;
}

function put(session: ReviewSession, load: Load, target: string): void {
  const { articles } = session.review.recognition;
  if (load.kind === 'article') {
    const [from, to] = [load.id, target].map((id) => articles.findIndex((article) => article.id === id)) as [number, number];
    if (to >= 0 && from !== to) moveArticleTo(session, load.id, to);
    return;
  }
  if (target === 'new') {
    openArticle(session, load.lines);
    return;
  }
  const row = rowWith(session, target);
  if (row === null) return;
  // On an article's head or one of its fields the source's order decides; on a block it goes before that.
  const before = row.kind === 'heading' || row.kind === 'text' ? (row.lines[0] ?? null) : null;
  if (before === null || !load.lines.includes(before)) sendTo(session, load.lines, row.article, before);
}

function scrollNear(list: string, { clientX, clientY }: globalThis.PointerEvent): void {
  const box = document.querySelector(list);
  if (box === null) return;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  if (clientX < left || clientX > right) return;
  if (clientY < top + EDGE) box.scrollBy(0, -EDGE);
  else if (clientY > bottom - EDGE) box.scrollBy(0, EDGE);
}
