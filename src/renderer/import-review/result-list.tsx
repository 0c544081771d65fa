// The articles that come of an import: each with its head, fields and blocks, numbers
// drawn. A click shows the row's place in the source; rows and whole articles are
// dragged, or moved by Alt and the arrows.
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useWatched } from '../session/observable';
import { moveRow } from './review-actions';
import type { ResultRow } from './result-rows';
import type { ReviewSession } from './review-session';
import type { RowDrag } from './row-drag';

interface ResultListProps {
  readonly session: ReviewSession;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly drag: RowDrag;
}

/** CSS pixels. */
const ROW = 28;
/** Rows that a page of keys goes. */
const PAGE = 12;

export function ResultList({ session, list, drag }: ResultListProps) {
  const { rows } = useWatched(session.state);
  const chosen = useWatched(session.row);
  const selection = useWatched(session.selection);
  const at = Math.max(0, chosen === null ? -1 : rows.indexOf(chosen));
  const virtual = useVirtualizer({
    count: rows.count, overscan: 8, getScrollElement: () => list.current, estimateSize: () => ROW, useFlushSync: false,
  });
  useEffect(() => {
    if (chosen !== null) virtual.scrollToIndex(at, { align: 'auto' });
  }, [virtual, chosen, at]);
  // The line that is looked at in the source is shown here, without taking the keys.
  const shown = useRef(-1);
  useEffect(() => {
    if (shown.current === selection.head || list.current?.contains(document.activeElement) === true) return;
    shown.current = selection.head;
    const row = rows.at(rows.ofLine(selection.head));
    if (row !== undefined) session.row.set(row.key);
  }, [session, rows, selection.head, list]);

  const go = (index: number): void => {
    const row = rows.at(Math.max(0, Math.min(rows.count - 1, index)));
    if (row !== undefined) choose(session, row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows.at(at);
    if (row === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return;
    if (event.altKey) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      moveRow(session, row, event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.count - 1, PageDown: at + PAGE, PageUp: at - PAGE }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const items = virtual.getVirtualItems();
  const current = rows.at(at);
  const isDrawn = items.some(({ index }) => index === at);
  return (
    <div
      ref={list}
      className="result-rows"
      role="listbox"
      aria-label="稿件"
      {...(isDrawn && current !== undefined ? { 'aria-activedescendant': `result-${current.key}` } : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={drag.onResultDown}
    >
      <div className="tall" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.at(index);
          return row === undefined ? null : (
            <Row
              key={row.key}
              row={row}
              top={start}
              index={index}
              count={rows.count}
              isCurrent={index === at && chosen !== null}
              isTarget={drag.dragging?.target === row.key}
              choose={() => {
                if (drag.isClick()) choose(session, row);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Makes a row current and shows where its words stand in the source. */
function choose(session: ReviewSession, row: ResultRow): void {
  session.row.set(row.key);
  const [line] = row.lines;
  if (line === undefined) return;
  session.goTo(line);
  const last = row.lines.at(-1) ?? line;
  // Of a paragraph of several neighbouring lines all are selected.
  if (row.kind !== 'article' && last - line + 1 === row.lines.length) session.selection.set({ anchor: last, head: line });
}

interface RowProps {
  readonly row: ResultRow;
  readonly top: number;
  readonly index: number;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly isTarget: boolean;
  readonly choose: () => void;
}

function Row({ row, top, index, count, isCurrent, isTarget, choose: onClick }: RowProps) {
  const { kind, label, part, lead, text, lines, reasons, level } = row;
  const depth = level === null ? '' : ` depth-${level}`;
  return (
    <div
      id={`result-${row.key}`}
      data-row={row.key}
      className={`result-row ${kind} tint-${label.tint}${depth}${isTarget ? ' target' : ''}`}
      role="option"
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
      {...(reasons.length === 0 ? {} : { title: reasons.join('；') })}
    >
      {kind === 'article' && <b>{label.number} {label.name}</b>}
      {part !== '' && <small className="part">{part}</small>}
      <span className="words">{lead !== '' && <em>{lead}</em>}{text === '' && kind === 'article' ? '没有标题' : text}</span>
      <small className="at">{kind === 'article' ? `${lines.length} 行` : lines.length === 1 ? lines[0] : `${lines[0]}–${lines.at(-1)}`}</small>
    </div>
  );
}
