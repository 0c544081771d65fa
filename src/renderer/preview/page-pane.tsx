// The right pane: tabs of the editions, the pages of the one shown, thumbnails at
// the edge, the lists below. A click on a page puts the caret there; the caret's
// line is marked and its page follows, but not while somebody is scrolling (W31).
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Diagnostic } from '../../core/diagnostic';
import type { Rect } from '../../core/geometry';
import type { Edition, EditionKind } from '../../core/model/package';
import { LowerPane } from '../panels/lower-pane';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Splitter } from '../shell/splitter';
import type { CaretBar } from '../worker/protocol';
import { fitScale, lineSpan } from './fit-scale';
import { PageCanvas } from './page-canvas';
import type { PageShape } from './page-feed';

const KINDS: readonly (readonly [EditionKind, string])[] = [['booklet', '单行本'], ['newspaper', '报纸'], ['speech', '大字稿']];
const NONE: readonly Diagnostic[] = [];
const PADDING = 16;
const THUMB_WIDTH = 58;
/** Scrolling by hand holds back the following of the caret for this long. */
const HANDS_ON_MS = 1500;

export function PagePane({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const diagnostics = useSelected(workspace.feed.pages, (pages) => pages?.diagnostics ?? NONE);
  const shown = useWatched(workspace.edition);
  const editions = useSelected(session.state, ({ pkg }) => pkg.editions);
  const lowerHeight = useSelected(workspace.panes.layout, (layout) => layout.lowerHeight);
  const edition = editions.find(({ id }) => id === shown);
  return (
    <aside className="pane" aria-label="版面">
      <Tabs workspace={workspace} editions={editions} edition={edition} />
      {edition !== undefined && <PageStack workspace={workspace} edition={edition} />}
      <Splitter panes={workspace.panes} side="lowerHeight" sign={-1} name="下栏高度" />
      <section className="lower" style={{ height: lowerHeight }}>
        <LowerPane workspace={workspace} session={session} diagnostics={diagnostics} />
      </section>
    </aside>
  );
}

interface TabsProps {
  readonly workspace: Workspace;
  readonly editions: readonly Edition[];
  readonly edition: Edition | undefined;
}

function Tabs({ workspace, editions, edition }: TabsProps) {
  const count = useSelected(workspace.feed.pages, (pages) => pages?.pages.length ?? null);
  const page = useWatched(workspace.page);
  const ofKind = editions.filter(({ kind }) => kind === edition?.kind);
  return (
    <div className="tabs" role="tablist" aria-label="版式">
      {KINDS.map(([kind, name]) => {
        const first = editions.find((candidate) => candidate.kind === kind);
        return (
          first !== undefined && (
            <button key={kind} type="button" role="tab" className="plain" aria-selected={edition?.kind === kind} onClick={() => workspace.chooseEdition(first.id)}>
              {name}
            </button>
          )
        );
      })}
      <span className="rest">
        {ofKind.length > 1 && edition !== undefined && (
          <select aria-label="哪一份" value={edition.id} onChange={(event) => workspace.chooseEdition(event.target.value)}>
            {ofKind.map(({ id, name }) => (
              <option key={id} value={id}>{name}</option>
            ))}
          </select>
        )}
        <span>{count === null ? '正在排版…' : `${Math.min(page + 1, count)} / ${count} 页`}</span>
      </span>
    </div>
  );
}

function PageStack({ workspace, edition }: { readonly workspace: Workspace; readonly edition: Edition }) {
  const scroll = useRef<HTMLDivElement>(null);
  const zoom = useSelected(workspace.panes.layout, (layout) => layout.zoom);
  const room = useRoom(scroll);
  const pixelRatio = usePixelRatio();
  const bar = useWatched(workspace.bar);
  const handsOn = useRef(0);
  const list = useWatched(workspace.feed.shapes);
  const first = list[0];
  const scale = first === undefined ? 1 : fitScale(zoom, first, { width: room.width - 2 * PADDING, height: room.height - 2 * PADDING });

  useFollow(scroll, bar, scale, handsOn);
  const onPoint = useCallback((index: number, x: number, y: number) => void workspace.pointAt(index, x, y), [workspace]);
  const show = useCallback((index: number) => {
    handsOn.current = Date.now();
    scroll.current?.querySelectorAll('.page')[index]?.scrollIntoView({ block: 'start' });
  }, []);
  const noteScroll = (): void => {
    const top = scroll.current;
    if (top === null) return;
    const middle = top.scrollTop + top.clientHeight / 2;
    const frames = [...top.querySelectorAll<HTMLElement>('.page')];
    const index = frames.findIndex((frame) => frame.offsetTop + frame.offsetHeight + PADDING > middle);
    if (frames.length > 0) workspace.page.set(index < 0 ? frames.length - 1 : index);
  };
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
        <div className="stack">
          {list.map((page, index) => (
            <PageCanvas
              key={index}
              feed={workspace.feed}
              shape={page}
              index={index}
              scale={scale}
              pixelRatio={pixelRatio}
              onPoint={onPoint}
              bar={bar?.page === index ? barOf(bar, edition) : null}
            />
          ))}
        </div>
      </div>
      {list.length > 1 && <Thumbs workspace={workspace} list={list} pixelRatio={pixelRatio} show={show} />}
    </div>
  );
}

interface ThumbsProps {
  readonly workspace: Workspace;
  readonly list: readonly PageShape[];
  readonly pixelRatio: number;
  readonly show: (index: number) => void;
}

function Thumbs({ workspace, list, pixelRatio, show }: ThumbsProps) {
  const current = useWatched(workspace.page);
  return (
    <div className="thumbs" role="group" aria-label="页面缩览">
      {list.map((page, index) => (
        <button key={index} type="button" className="plain" aria-current={index === current} onClick={() => show(index)}>
          <PageCanvas feed={workspace.feed} shape={page} index={index} scale={THUMB_WIDTH / page.width} pixelRatio={pixelRatio} onPoint={null} bar={null} />
          <i>{page.label === '' ? index + 1 : page.label}</i>
        </button>
      ))}
    </div>
  );
}

/** The caret's line as a rectangle on its page, pt, a little wider than the text. */
function barOf(bar: CaretBar, edition: Edition): Rect {
  const { left, width } = lineSpan(edition.master, bar.page, bar.rect);
  return { x: left - 6, y: bar.rect.y, width: width + 12, height: bar.rect.height };
}

/** Brings the caret's line into view, unless somebody has just scrolled by hand. */
function useFollow(scroll: RefObject<HTMLDivElement | null>, bar: CaretBar | null, scale: number, handsOn: RefObject<number>): void {
  useEffect(() => {
    const top = scroll.current;
    if (bar === null || top === null || Date.now() - handsOn.current < HANDS_ON_MS) return;
    const frame = top.querySelectorAll<HTMLElement>('.page')[bar.page];
    if (frame === undefined) return;
    const line = frame.offsetTop + bar.rect.y * scale;
    const isSeen = line > top.scrollTop + PADDING && line + bar.rect.height * scale < top.scrollTop + top.clientHeight - PADDING;
    if (!isSeen) top.scrollTo({ top: line - top.clientHeight / 3 });
  }, [scroll, bar, scale, handsOn]);
}

/** Size of an element's inside, as it changes. */
function useRoom(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 400, height: 600 });
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setRoom({ width: (entry.target as HTMLElement).clientWidth, height: (entry.target as HTMLElement).clientHeight });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

/** Device pixels a CSS pixel; changes when the window goes to another screen. */
function usePixelRatio(): number {
  const [ratio, setRatio] = useState(window.devicePixelRatio);
  useEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`);
    const change = (): void => setRatio(window.devicePixelRatio);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [ratio]);
  return ratio;
}
