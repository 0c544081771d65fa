// The source of an import, line by line: number, band, words. Only lines in view are
// drawn (TanStack Virtual), so that a text of any length scrolls alike. Lines are
// selected by keys and by dragging over their numbers; selected ones are dragged to
// an article.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { rawLine } from '../../core/import/review/review';
import { useWatched } from '../session/observable';
import { clipLine, rowsFor } from './clipped-line';
import { remeasure } from './remeasure';
import type { LineBand } from './line-bands';
import type { ReviewSession } from './review-session';
import type { RowDrag } from './row-drag';

interface SourceListProps {
  readonly session: ReviewSession;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly drag: RowDrag;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** CSS pixels: a row of words, the room above and below them, and what stands left of them. */
const ROW = 22;
const ROOM = 6;
const BESIDE = 64 + 148 + 32;
/** Of a letter of the window. */
const LETTER = 14;

export function SourceList({ session, list, drag, onKeyDown }: SourceListProps) {
  const state = useWatched(session.state);
  const { anchor, head, isCentred } = useWatched(session.selection);
  const { source, recognition } = state.review;
  const [perRow, setPerRow] = useState(30);
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return;
    const measure = (): void => setPerRow(Math.max(8, Math.floor((box.clientWidth - BESIDE) / LETTER)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [list]);
  const lengthOf = (index: number): number => (source.lines.ends[index] ?? 0) - (source.lines.starts[index] ?? 0);
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: recognition.lineCount, overscan: 8, getScrollElement: () => list.current,
    estimateSize: (index) => rowsFor(lengthOf(index), perRow) * ROW + ROOM,
    // Scrolling asks for lines at its own pace; drawing them at once in the scroll's handler would only warn.
    useFlushSync: false,
  });
  const first = useRef(true);
  useEffect(() => {
    // What becomes current comes into view: at first in the middle, later no further than it must.
    virtual.scrollToIndex(head - 1, { align: first.current || isCentred === true ? 'center' : 'auto' });
    first.current = false;
  }, [virtual, head, isCentred]);
  useEffect(() => remeasure(virtual), [virtual, perRow]);
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
  const items = virtual.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === head - 1);
  return (
    <div
      ref={list}
      className="source-lines"
      role="listbox"
      aria-label="原文"
      aria-multiselectable="true"
      {...(isDrawn ? { 'aria-activedescendant': `source-${head}` } : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={drag.onSourceDown}
    >
      <div className="tall" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <Line
            key={index}
            line={index + 1}
            top={start}
            count={recognition.lineCount}
            measure={virtual.measureElement}
            text={rawLine(source, index + 1)}
            band={state.bands.bandOf(index + 1)}
            isSelected={index + 1 >= from && index + 1 <= to}
            isCurrent={index + 1 === head}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: number;
  readonly top: number;
  readonly count: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly text: string;
  readonly band: LineBand | null;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
}

function Line({ line, top, count, measure, text, band, isSelected, isCurrent }: LineProps) {
  const tint = band === null ? 'blank' : band.tint === null ? 'left-out' : `tint-${band.tint}`;
  return (
    <div
      id={`source-${line}`}
      ref={measure}
      data-index={line - 1}
      data-line={line}
      className={`source-line ${tint}${isCurrent ? ' current' : ''}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={line}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
      {...(band === null ? {} : { title: band.reason })}
    >
      <span className="number">{line}</span>
      <span className="band">
        {band !== null && (
          <>
            {band.article !== null && <b>{band.article}</b>}
            <span>{band.part}{band.article === null && `：${band.reason}`}</span>
            {!band.sure && <span className="doubtful">疑</span>}
            {band.changes > 0 && <small>改{band.changes}</small>}
          </>
        )}
      </span>
      <span className="words">{words(text)}</span>
    </div>
  );
}

function words(text: string): ReactNode {
  const { head, left, tail } = clipLine(text);
  return left === 0 ? head : <>{head}<i>……（这里略去 {left.toLocaleString('zh-CN')} 字）……</i>{tail}</>;
}
