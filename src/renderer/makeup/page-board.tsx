// The page in the middle of 排版台: its picture, its blocks over it. A block is chosen
// by a click or Tab, moved by drag or arrows, made larger and smaller at its handles or by
// Shift and arrows. What is under the hand is set by the page worker while it moves.
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import type { Diagnostic } from '../../core/diagnostic';
import type { Point, Rect } from '../../core/geometry';
import type { HandAct } from '../../core/makeup/hand/hand-act';
import { boundsOf } from '../../core/makeup/measure/hand-shape';
import { type Area, areasOf, type BlockName, type PagePlan, type Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { Edition } from '../../core/model/package';
import { fitScale, percentOf } from '../preview/fit-scale';
import { PageCanvas } from '../preview/page-canvas';
import { NO_MARKS, useMarks } from '../preview/page-marks';
import { usePixelRatio, useRoom } from '../preview/use-screen';
import type { Zoom } from '../session/pane-layout';
import { useWatched } from '../session/observable';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { carryBlock, pageUnder } from './carry-block';
import { pictureOf } from './desk-picture';
import { type Asked, EditInPlace } from './edit-in-place';
import type { MakeupDesk } from './makeup-desk';
import { roomWords } from './mends';
import { pieceWords } from './piece-words';
import { landingOf, pieceAt, pulledArea, rectOf, snapped, swapUnder } from './snap';
import { isDrawn, TabooMarks } from './taboo-marks';
import { usePan } from './use-pan';
import { usePictureDrag } from './use-picture-drag';
import { useReveal } from './use-reveal';
import { useWheelZoom } from './wheel-zoom';

const PADDING = 24;
/** CSS pixels that a pointer moves before it drags. */
const DRAG_FROM = 4;

interface Grab {
  readonly x: number;
  readonly y: number;
  readonly block: BlockName;
  /** The page as it was taken hold of, and the block on it. */
  plan: PagePlan;
  piece: Piece;
  /** Which edges go along: −1 left or top, 1 right or bottom, 0 none; null: the whole block. */
  readonly edges: readonly [number, number] | null;
  moving: boolean;
  last: string;
}

const HANDLES = [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]] as const;

export interface BoardProps {
  readonly workspace: Workspace;
  readonly desk: MakeupDesk;
  readonly master: PaperMaster;
  readonly plan: PagePlan;
  /** Index among the pages. */
  readonly index: number;
  readonly zoom: Zoom;
  readonly percent: number;
  /** 栏格, 行格 and 折线 are drawn. */
  readonly lattice: boolean;
  readonly nameOf: (article: string) => string;
  /** What is wrong with the pages. */
  readonly findings: readonly Diagnostic[];
  readonly session: DocumentSession;
  readonly edition: Edition;
  /** Opens an article's editor, its caret at a point of the page (pt). */
  readonly edit: (article: string, at: Point) => void;
  readonly stopEditing: () => void;
  /** Shows the page at so many percent. */
  readonly hold: (percent: number) => void;
  /** Told the percent that the page is shown at. */
  readonly percentShown: RefObject<number>;
  /** Where the caret is asked for in the editor that was opened. */
  readonly placed: RefObject<Asked | null>;
}

export function PageBoard({ workspace, desk, master, plan, index, zoom, percent, lattice, nameOf, findings, session, edition, edit, stopEditing, hold, percentShown, placed }: BoardProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const room = useRoom(scroll);
  const pixelRatio = usePixelRatio();
  const selected = useWatched(desk.selected);
  const swapping = useWatched(desk.swapping);
  const dragging = useWatched(desk.drag.isOn);
  const marks = useMarks(workspace, isDrawn);
  const grab = useRef<Grab | null>(null);
  const inPlace = useWatched(workspace.inPlace);
  const ahead = useWatched(desk.drag.ahead);
  const isPictureHeld = useWatched(desk.picture);
  const [snap, setSnap] = useState(false);
  /** The block that the pointer is over. */
  const [over, setOver] = useState<string | null>(null);
  const pan = usePan(scroll, index);
  const [landing, setLanding] = useState<{ readonly area: Area; readonly isExchange: boolean } | null>(null);
  const [grabbedEdge, setGrabbedEdge] = useState(false);
  const page = { width: master.width, height: master.height };
  const scale = fitScale({ zoom, percent, gap: null, pixelRatio }, page, { width: room.width - 2 * PADDING, height: room.height - 2 * PADDING });
  const whole = (value: number): number => Math.round(value * pixelRatio) / pixelRatio;
  const size = useMemo(() => ({ width: whole(page.width * scale), height: whole(page.height * scale) }), [page.width, page.height, scale, pixelRatio]);
  const left = whole(Math.max(PADDING, (room.width - size.width) / 2));
  useWheelZoom(scroll, { scale, left, top: PADDING }, hold);
  useLayoutEffect(() => {
    percentShown.current = percentOf(scale);
  }, [percentShown, scale]);
  const nothing = useCallback(() => {}, []);
  const chosen = selected !== null && selected.page === plan.number ? plan.pieces.find(({ article }) => article === selected.article) ?? null : null;

  const edited = inPlace === null ? null : plan.pieces.find((piece) => piece.article === inPlace) ?? null;
  const article = inPlace === null ? null : session.pkg.articles.find(({ id }) => id === inPlace) ?? null;
  usePlaceOf(scroll, edited === null ? null : rectOf(boundsOf(edited), master), scale, left, room.width);
  const shown = chosen === null || inPlace !== null || dragging ? null : scaled(rectOf(boundsOf(chosen), master), scale);
  useReveal(scroll, shown === null ? null : { ...shown, x: shown.x + left, y: shown.y + PADDING }, `${plan.number} ${chosen?.article ?? ''}`);

  const pictures = usePictureDrag(workspace, desk, master, scale);
  const own = chosen === null || dragging ? null : pictureOf(workspace, desk, { page: plan.number, article: chosen.article });

  const toPage = (event: MouseEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (pan.begin(event) || event.button !== 0) return;
    const { x, y } = toPage(event);
    const handle = (event.target as HTMLElement).dataset['handle'];
    if (handle === undefined && chosen !== null && desk.swapping.get() === null && pictures.begin(event, { x, y }, { page: plan.number, article: chosen.article }, chosen)) return;
    const piece = handle === undefined ? pieceAt(plan, x, y, master) : chosen;
    const wasSwapping = desk.swapping.get() !== null;
    if (handle === undefined) desk.select(piece === null ? null : { page: plan.number, article: piece.article });
    if (piece === null || wasSwapping) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const edges = handle === undefined ? null : (HANDLES[Number(handle)] ?? null);
    grab.current = { x: event.clientX, y: event.clientY, block: { page: plan.number, article: piece.article }, plan, piece, edges, moving: false, last: '' };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (pan.move(event) || pictures.move(event)) return;
    const held = grab.current;
    if (held === null) {
      const point = toPage(event);
      setOver(pieceAt(plan, point.x, point.y, master)?.article ?? null);
      return;
    }
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moving) {
      if (Math.hypot(dx, dy) < DRAG_FROM) return;
      if (!desk.grab()) return;
      held.moving = true;
      // What is under the hand is what the act begins from, though the picture may be a moment behind it.
      held.plan = desk.planOf(held.block.page) ?? held.plan;
      held.piece = desk.pieceOf(held.block) ?? held.piece;
      setSnap(true);
      setGrabbedEdge(held.edges !== null);
    }
    const by = snapped(dx / scale, dy / scale, master);
    // Over a page's tab it is carried there: the page below stays as it was.
    const tab = held.edges === null ? pageUnder(event.clientX, event.clientY) : null;
    desk.drag.target.set(tab);
    let act = actOf(held, by);
    if (held.edges === null) {
      // The frame is where it will land, whatever the page can show meanwhile.
      const point = toPage(event);
      const other = tab === null ? swapUnder(held.plan, held.block.article, point.x, point.y, master) : null;
      desk.drag.exchange.set(other === null ? null : { page: plan.number, article: other.article });
      const [from, area] = [boundsOf(held.piece), landingOf(held.piece, by, held.plan, master)];
      setLanding(tab !== null || isOutside(event) ? null : other !== null ? { area: boundsOf(other), isExchange: true } : { area, isExchange: false });
      act = other === null && !isOutside(event) ? { kind: 'move', ...held.block, columns: area.column - from.column, rows: area.row - from.row } : { kind: 'move', ...held.block, columns: 0, rows: 0 };
    }
    // So is that of an edge under the hand.
    if (act.kind === 'pull') setLanding({ area: pulledArea(boundsOf(held.piece), act.edges, held.plan, master), isExchange: false });
    const key = JSON.stringify([act, desk.drag.exchange.get()]);
    if (key === held.last) return;
    held.last = key;
    desk.drag.move(act);
  };
  /** On the gray about the page: it is pushed there too, or nothing is chosen any more. */
  const onGrayDown = (event: PointerEvent<HTMLDivElement>): void => {
    const { currentTarget, target, clientX, clientY } = event;
    const box = currentTarget.getBoundingClientRect();
    const isBar = clientX >= box.left + currentTarget.clientWidth || clientY >= box.top + currentTarget.clientHeight;
    if (isBar || inPlace !== null || (target as HTMLElement).closest('.makeup-sheet') !== null || pan.begin(event) || event.button !== 0) return;
    desk.select(null);
    // What is done next by keys is done to the page.
    event.preventDefault();
    currentTarget.querySelector<HTMLElement>('.makeup-blocks')?.focus({ preventScroll: true });
  };
  const end = (keep: boolean, at: { readonly clientX: number; readonly clientY: number } | null = null): void => {
    if (pan.end() || pictures.end(keep)) return;
    const held = grab.current;
    grab.current = null;
    if (held?.moving !== true) return;
    setSnap(false);
    setLanding(null);
    const other = desk.drag.exchange.get();
    const to = at === null || held.edges !== null ? null : pageUnder(at.clientX, at.clientY);
    if (to !== null) {
      void desk.drag.drop(null, `移到${desk.pageOf(to)}`).then((goesOn) => goesOn ? carryBlock(desk, held.block, to) : undefined);
      return;
    }
    if (keep && other !== null && held.edges === null) {
      // What was looked for already is what is done.
      if (desk.drag.ahead.get()?.act.kind === 'swap') void desk.drag.drop('对调');
      else void desk.drag.drop(null, '对调').then((goesOn) => goesOn ? desk.act({ kind: 'swap', ...held.block, other }, '对调') : false);
      return;
    }
    void desk.drag.drop(keep ? (held.edges === null ? '移动版块' : '改版块大小') : null).then(() => void (keep || at === null || desk.said.set('在窗口外松开，版面没有动。')));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if ((event.target as HTMLElement).getAttribute('role') === 'listbox' && pan.scrollKey(event, selected === null)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // With another block to be chosen the space bar chooses.
    if (desk.swapping.get() === null && (event.target as HTMLElement).getAttribute('role') === 'listbox' && pan.key(event)) {
      event.stopPropagation();
      return;
    }
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyZ';
    // In the middle of a drag nothing else is undone but that; one that waits to begin leaves Escape to what it waits for.
    const isHeld = grab.current !== null && (grab.current.moving || desk.making === null);
    if ((event.key === 'Escape' && isHeld) || (isUndo && grab.current?.moving === true) || ((event.key === 'Escape' || isUndo) && pictures.landing !== null)) {
      event.preventDefault();
      event.stopPropagation();
      end(false);
    }
  };
  return (
    <div
      ref={scroll}
      className={`makeup-scroll${pan.hand === null ? '' : ` hand ${pan.hand}`}`}
      role="region"
      aria-label="版面"
      onKeyDown={onKeyDown}
      // The wheel's button pushes the page; nothing scrolls by itself for it.
      onMouseDown={(event) => event.button === 1 && !isText(event) && event.preventDefault()}
      onPointerDown={onGrayDown}
      onPointerMove={pan.move}
      onPointerUp={pan.end}
      onPointerCancel={pan.end}
    >
      {/* Where a block came to by a key is heard too, and what it is now. */}
      <p className="unseen" aria-live="polite">{chosen !== null && pieceWords(chosen, edition.dress?.[chosen.article] ?? {}).map((words, order) => <span key={order}>{words}　</span>)}</p>
      <div className="makeup-page" style={{ width: Math.max(room.width, size.width + 2 * PADDING), height: size.height + 2 * PADDING }}>
        <div className="makeup-sheet" style={{ left, top: PADDING, width: size.width, height: size.height }}>
          <PageCanvas feed={workspace.feed} index={index} size={size} top={0} left={0} scale={scale} pixelRatio={pixelRatio} onPoint={nothing} onOpen={nothing} bar={null} marks={dragging ? NO_MARKS : (marks.get(index) ?? NO_MARKS)} hurry={dragging || pictures.landing !== null ? 'held' : 'quick'} />
          {!dragging && inPlace === null && <TabooMarks findings={findings} index={index} scale={scale} />}
          {lattice && <Lattice master={master} scale={scale} />}
          <div
            className={`makeup-blocks${pan.hand === null ? over === null ? '' : ' over' : ` hand ${pan.hand}`}`}
            role="listbox"
            // With the text open over it the focus goes there.
            tabIndex={inPlace === null ? 0 : -1}
            data-first
            aria-label={`${desk.pageOf(plan.number)}的版块`}
            // The frames are those of the picture; what was done last is still being set.
            aria-busy={desk.layout !== desk.drawn || undefined}
            aria-activedescendant={chosen === null ? undefined : `block-${plan.number}-${chosen.article}`}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={(event) => end(!isOutside(event) || (grab.current?.edges ?? null) !== null, event)}
            onPointerCancel={() => end(false)}
            onPointerLeave={() => setOver(null)}
            onDoubleClick={(event) => chosen !== null && edit(chosen.article, toPage(event))}
          >
            {chosen !== null && snap && <Guides area={(landing?.isExchange === false ? ahead?.area : null) ?? landing?.area ?? boundsOf(chosen)} master={master} scale={scale} />}
            {own !== null && <i className={`makeup-picture${isPictureHeld ? ' held' : ''}`} title="拖动移图；P、方向键也行" style={boxStyle(pictures.landing?.rect ?? own.printed.rect, scale)}>{pictures.landing !== null && <small>图：第 {pictures.landing.spot.column + 1} 栏，第 {pictures.landing.spot.row + 1} 行</small>}</i>}
            {landing !== null && <Landing area={landing.isExchange ? landing.area : (ahead?.area ?? landing.area)} isExchange={landing.isExchange} isPull={grabbedEdge} master={master} scale={scale} />}
            {plan.pieces.map((piece) => {
              const bounds = rectOf(boundsOf(piece), master);
              const name: BlockName = { page: plan.number, article: piece.article };
              const fill = desk.roomOf(name);
              const isChosen = piece === chosen;
              const words = fill === null ? '' : roomWords(fill);
              const isFirst = swapping?.page === plan.number && swapping.article === piece.article;
              return (
                <div
                  key={piece.article}
                  id={`block-${plan.number}-${piece.article}`}
                  role="option"
                  aria-selected={isChosen}
                  aria-label={`${nameOf(piece.article)}，${words}${piece.pinned === true ? '，锁定' : ''}${isFirst ? '，等着对调' : ''}`}
                  className={`makeup-block${isChosen ? ' chosen' : ''}${isFirst ? ' first' : ''}${piece.pinned === true ? ' pinned' : ''}${over === piece.article && !isChosen && pan.hand === null && !dragging ? ' over' : ''}`}
                  style={{ left: bounds.x * scale, top: bounds.y * scale, width: bounds.width * scale, height: bounds.height * scale }}
                >
                  {((isChosen && landing === null) || isFirst) && areasOf(piece).map((area, order) => {
                    const rect = rectOf(area, master);
                    return <i key={order} className="area" style={{ left: (rect.x - bounds.x) * scale, top: (rect.y - bounds.y) * scale, width: rect.width * scale, height: rect.height * scale }} />;
                  })}
                  {piece.pinned === true && <b className="makeup-tag pin">锁定</b>}
                  {fill !== null && (fill.over > 0 || (isChosen && fill.short > 0)) && <b className={`makeup-tag ${fill.over > 0 ? 'over' : 'short'}`} style={cornerIn(bounds, rectOf(endOf(piece), master), scale)}>{words}</b>}
                  {isChosen && landing === null && HANDLES.map(([h, v], order) => (
                    <span key={order} className="handle" data-handle={order} style={{ left: `${50 + 50 * h}%`, top: `${50 + 50 * v}%`, cursor: h === 0 ? 'ns-resize' : v === 0 ? 'ew-resize' : h === v ? 'nwse-resize' : 'nesw-resize' }} />
                  ))}
                </div>
              );
            })}
          </div>
          {edited !== null && article !== null && <EditInPlace workspace={workspace} session={session} edition={edition} article={article} master={master} piece={edited} page={plan.number} rect={scaled(rectOf(boundsOf(edited), master), scale)} scale={scale} room={room.width - 2 * PADDING} placed={placed.current} stop={stopEditing} step={(which) => desk.step(which, article.id)} zoom={(by) => hold(percentShown.current * by)} />}
        </div>
      </div>
    </div>
  );
}

/** In the article's own text, where a paste by the wheel's button is the text's. */
function isText({ target }: MouseEvent): boolean {
  return (target as HTMLElement).closest('.makeup-edit') !== null;
}

/** Where a piece's text ends: what is over is over there, be the frame around all of it as wide as it may. */
function endOf(piece: Piece): Area {
  return piece.body.at(-1)?.area ?? piece.box?.area ?? boundsOf(piece);
}

/** The lower right corner of `inner` in `outer`. */
function cornerIn(outer: Rect, inner: Rect, scale: number): { readonly right: number; readonly bottom: number } {
  return { right: (outer.x + outer.width - inner.x - inner.width) * scale, bottom: (outer.y + outer.height - inner.y - inner.height) * scale };
}

function boxStyle(rect: Rect, scale: number): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const { x, y, width, height } = scaled(rect, scale);
  return { left: x, top: y, width, height };
}

function scaled({ x, y, width, height }: Rect, scale: number): Rect {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/** Brings the block that is edited into view; when that ends, the page stands where it stood. */
function usePlaceOf(scroll: RefObject<HTMLDivElement | null>, rect: Rect | null, scale: number, left: number, wide: number): void {
  const before = useRef<{ readonly top: number; readonly left: number } | null>(null);
  const isOn = rect !== null;
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    if (rect !== null) {
      before.current ??= { top: element.scrollTop, left: element.scrollLeft };
      element.scrollTo({ top: rect.y * scale, left: left + rect.x * scale - PADDING });
    } else if (before.current !== null) {
      element.scrollTo(before.current);
      before.current = null;
    }
    // The block moves with what is typed; the view does not, unless the window has another width. Made larger or smaller, the text stays about what is written (sheet-zoom.ts).
  }, [scroll, isOn, wide]);
}

function actOf({ block, edges }: Grab, { columns, rows }: { readonly columns: number; readonly rows: number }): HandAct {
  if (edges === null) return { kind: 'move', ...block, columns, rows };
  const [h, v] = edges;
  const out = (side: number, on: number, by: number): number => (side === on ? side * by + 0 : 0);
  return { kind: 'pull', ...block, edges: { left: out(-1, h, columns), right: out(1, h, columns), top: out(-1, v, rows), bottom: out(1, v, rows) } };
}

/** Outside the window nothing is put anywhere: a block that is let go there stays where it was. An edge that is pulled too far is as far as it goes. */
function isOutside({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean {
  return clientX < 0 || clientY < 0 || clientX >= innerWidth || clientY >= innerHeight;
}

/** Rows between two lines of 行格 that are drawn. */
const ROWS = 10;

/** Columns, every tenth line with its number, and where the sheet is folded. */
function Lattice({ master, scale }: { readonly master: PaperMaster; readonly scale: number }) {
  const all = rectOf({ column: 0, columns: master.columns, row: 0, rows: master.lines }, master);
  return (
    <div className="makeup-lattice" aria-hidden="true">
      {Array.from({ length: master.columns }, (_, column) => {
        const { x, y, width, height } = rectOf({ column, columns: 1, row: 0, rows: master.lines }, master);
        return <i key={column} className="column" style={{ left: x * scale, top: y * scale, width: width * scale, height: height * scale }}><small>{column + 1}</small></i>;
      })}
      {Array.from({ length: Math.floor(master.lines / ROWS) }, (_, i) => {
        const row = (i + 1) * ROWS;
        return <i key={row} className="row" style={{ left: all.x * scale, top: (all.y + row * master.pitch) * scale, width: all.width * scale }}><small>{row}</small></i>;
      })}
      <i className="fold" style={{ top: (master.height / 2) * scale }}><small>折线</small></i>
    </div>
  );
}

/** The block's frame where it is let go: a place of its own, or that of the block it changes places with. */
function Landing({ area, isExchange, isPull, master, scale }: { readonly area: Area; readonly isExchange: boolean; readonly isPull: boolean; readonly master: PaperMaster; readonly scale: number }) {
  const { x, y, width, height } = scaled(rectOf(area, master), scale);
  return <i className={`landing${isExchange ? ' exchange' : ''}`} style={{ left: x, top: y, width, height }}><small>{isExchange ? '对调' : isPull ? `宽 ${area.columns} 栏，高 ${area.rows} 行` : `第 ${area.column + 1} 栏，第 ${area.row + 1} 行`}</small></i>;
}

/** Lines of the lattice at the edges of the block under the hand, a little beyond it. */
function Guides({ area, master, scale }: { readonly area: Area; readonly master: PaperMaster; readonly scale: number }) {
  const { x, y, width, height } = rectOf(area, master);
  const [l, t, w, h, more] = [x * scale, y * scale, width * scale, height * scale, 24];
  return (
    <>
      {[l, l + w].map((at, order) => <i key={`v${order}`} className="guide" style={{ left: at, top: t - more, width: 0, height: h + 2 * more }} />)}
      {[t, t + h].map((at, order) => <i key={`h${order}`} className="guide" style={{ left: l - more, top: at, width: w + 2 * more, height: 0 }} />)}
    </>
  );
}
