// The pages of an edition one below another, and their thumbnails at the edge. A
// click on a page puts the caret there; the caret's line is marked and its page
// follows, but not while somebody is scrolling (W31).
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Size } from '../../core/geometry';
import { MAKEUP } from '../makeup/makeup-command';
import { useSelected, useWatched } from '../session/observable';
import type { CaretLine } from '../session/places';
import type { Workspace } from '../session/workspace';
import { fitScale } from './fit-scale';
import { PageCanvas } from './page-canvas';
import { NO_MARKS, useMarks } from './page-marks';
import { columnOf, pageAt, type PageColumn } from './page-column';
import { usePixelRatio, useRoom, useVisible } from './use-screen';
import { useZoom } from './use-zoom';

const PADDING = 16;
const GAP = 16;
const THUMB = { width: 58, padding: 16, gap: 8, foot: 16 } as const;
/** Scrolling by hand holds back the following of the caret for this long. */
const HANDS_ON_MS = 1500;

const isDesk = (dialog: string | null): boolean => dialog === MAKEUP;
const indexes = (first: number, end: number): readonly number[] => Array.from({ length: end - first }, (_, i) => first + i);

interface PageStackProps {
  readonly workspace: Workspace;
  /** A sheet edition, whose pages may lie side by side. */
  readonly isSheet: boolean;
}

export function PageStack({ workspace, isSheet }: PageStackProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const zoom = useSelected(workspace.panes.layout, (layout) => layout.zoom);
  const percent = useSelected(workspace.panes.layout, (layout) => layout.zoomPercent);
  const isTwoUp = useSelected(workspace.panes.layout, (layout) => layout.twoUp);
  const room = useRoom(scroll);
  const pixelRatio = usePixelRatio();
  const line = useWatched(workspace.places.line);
  const shapes = useWatched(workspace.feed.shapes);
  const handsOn = useRef(0);
  const first = shapes[0];
  const twoUp = isTwoUp && isSheet && shapes.length > 1;
  const fit = { zoom, percent, gap: twoUp ? GAP : null, pixelRatio };
  const scale = first === undefined ? 1 : fitScale(fit, first, { width: room.width - 2 * PADDING, height: room.height - 2 * PADDING });
  const column = useMemo(() => columnOf(shapes, () => scale, { padding: PADDING, gap: GAP, foot: 0, pixelRatio, twoUp }), [shapes, scale, pixelRatio, twoUp]);
  const visible = useVisible(scroll, column, room);
  const width = Math.max(room.width, column.width + 2 * PADDING);
  const margin = (width - column.width) / 2;
  const marks = useMarks(workspace);
  // 排版台 lies over all of the window, and what is dragged there is set many times a second.
  const isCovered = useSelected(workspace.dialog, isDesk);
  useZoom(scroll, workspace.panes, scale, column);

  useFollow(scroll, line, column, scale, handsOn);
  const onPoint = useCallback((index: number, x: number, y: number) => void workspace.places.pointAt(index, x, y), [workspace]);
  const onOpen = useCallback((index: number, x: number, y: number) => void workspace.places.openFurniture(index, x, y), [workspace]);
  const show = useCallback((index: number) => {
    handsOn.current = Date.now();
    scroll.current?.scrollTo({ top: (column.tops[index] ?? 0) - PADDING });
  }, [column]);
  const noteScroll = (): void => {
    visible.note();
    if (scroll.current !== null) workspace.page.set(pageAt(column, scroll.current.scrollTop + scroll.current.clientHeight / 2));
  };
  // Another document or edition, or a text grown longer, moves no scroll bar: the page in view is read anew.
  useEffect(() => {
    if (scroll.current !== null) workspace.page.set(pageAt(column, scroll.current.scrollTop + scroll.current.clientHeight / 2));
  }, [column, workspace]);
  return (
    <div className="pages">
      <div
        ref={scroll}
        className="scroll"
        tabIndex={0}
        role="region"
        aria-label="版面各页"
        onScroll={noteScroll}
        onWheel={() => (handsOn.current = Date.now())}
        onPointerDown={() => (handsOn.current = Date.now())}
      >
        <div className="stack" style={{ height: column.height, width }}>
          {indexes(visible.first, visible.end).map((index) => {
            const size = column.sizes[index] ?? { width: 0, height: 0 };
            return (
              <PageCanvas
                key={index}
                feed={workspace.feed}
                index={index}
                size={size}
                top={column.tops[index] ?? 0}
                left={Math.round((margin + (column.lefts[index] ?? 0)) * pixelRatio) / pixelRatio}
                scale={scale}
                pixelRatio={pixelRatio}
                onPoint={onPoint}
                onOpen={onOpen}
                bar={line?.page === index ? line.rect : null}
                marks={marks.get(index) ?? NO_MARKS}
                isCovered={isCovered}
              />
            );
          })}
        </div>
      </div>
      {shapes.length > 1 && <Thumbs workspace={workspace} pixelRatio={pixelRatio} show={show} />}
    </div>
  );
}

interface ThumbsProps {
  readonly workspace: Workspace;
  readonly pixelRatio: number;
  readonly show: (index: number) => void;
}

function Thumbs({ workspace, pixelRatio, show }: ThumbsProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const shapes = useWatched(workspace.feed.shapes);
  const current = useWatched(workspace.page);
  const isCovered = useSelected(workspace.dialog, isDesk);
  const room = useRoom(scroll);
  const column = useMemo(() => columnOf(shapes, (page: Size) => THUMB.width / page.width, { ...THUMB, pixelRatio, twoUp: false }), [shapes, pixelRatio]);
  const visible = useVisible(scroll, column, room);

  // The thumbnail of the page in view is in view itself.
  useEffect(() => {
    const element = scroll.current;
    const top = column.tops[current];
    if (element === null || top === undefined) return;
    const bottom = top + (column.sizes[current]?.height ?? 0) + THUMB.foot;
    if (top < element.scrollTop) element.scrollTop = top - THUMB.gap;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom + THUMB.gap - element.clientHeight;
  }, [column, current]);

  return (
    <div ref={scroll} className="thumbs" role="group" aria-label="页面缩览" onScroll={visible.note}>
      <div className="stack" style={{ height: column.height }}>
        {indexes(visible.first, visible.end).map((index) => {
          const size = column.sizes[index] ?? { width: 0, height: 0 };
          const shape = shapes[index];
          return (
            <button
              key={index}
              type="button"
              className="plain"
              aria-current={index === current}
              style={{ top: column.tops[index], height: size.height + THUMB.foot }}
              onClick={() => show(index)}
            >
              <PageCanvas
                feed={workspace.feed}
                index={index}
                size={size}
                top={0}
                left={0}
                scale={shape === undefined ? 1 : THUMB.width / shape.width}
                pixelRatio={pixelRatio}
                onPoint={null}
                onOpen={null}
                bar={null}
                marks={NO_MARKS}
                isCovered={isCovered}
              />
              <i style={{ top: size.height }}>{shape === undefined || shape.label === '' ? index + 1 : shape.label}</i>
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** Brings the caret's line into view, unless somebody has just scrolled by hand. */
function useFollow(scroll: RefObject<HTMLDivElement | null>, line: CaretLine | null, column: PageColumn, scale: number, handsOn: RefObject<number>): void {
  useEffect(() => {
    const element = scroll.current;
    const page = line === null ? undefined : column.tops[line.page];
    if (line === null || element === null || page === undefined || Date.now() - handsOn.current < HANDS_ON_MS) return;
    const top = page + line.rect.y * scale;
    const isSeen = top > element.scrollTop + PADDING && top + line.rect.height * scale < element.scrollTop + element.clientHeight - PADDING;
    if (!isSeen) element.scrollTo({ top: top - element.clientHeight / 3 });
  }, [scroll, line, column, scale, handsOn]);
}
