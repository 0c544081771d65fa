// 改稿 on the page: the article's own editor on an opaque sheet over its block, in the
// block's columns and measure and the page's faces and pitch, so that a line holds as many
// characters. The columns are as long as the text makes them: what is 余 is written too.
// It is the one editor of that text: the writing area lets go of it meanwhile. The sheet has
// the keys from the first moment, so that no letter typed is taken for a key of the page; the
// text has them once its caret is where it was asked for, and gets what was typed before it was.
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { TextSelection } from 'prosemirror-state';
import { StyleSheet } from '../../core/flow/style-sheet';
import type { Rect } from '../../core/geometry';
import type { Piece } from '../../core/model/layout';
import type { Look } from '../../core/model/look';
import type { PaperMaster } from '../../core/model/master';
import type { Article, Edition } from '../../core/model/package';
import { boxMeasure } from '../../core/page/box-measure';
import { brokenMeasure } from '../../core/page/paper-grid';
import { ArticleEditor } from '../editor/article-editor';
import { roleVariables } from '../editor/edition-faces';
import type { TextView } from '../editor/text-view';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { printedFaces } from './printed-faces';

/** Body type that one can write in, CSS pixels. */
const READABLE = 16;
/** What a column has more than its characters, so that a line's last one does not go over for a rounding, CSS pixels. */
const ROUNDING = 0.2;
/** Between a box's rule and its text at the least, CSS pixels. */
const LEAST_INSET = 8;
/** Lines that the sheet is high at the least, and that it may be higher than its block before it scrolls. */
const [LEAST, MORE] = [12, 8];
/** The text has the keys after this long at the latest, ms: a page that is long in coming is no reason to keep them. */
const LATEST = 1500;
/** CSS pixels a pt at 100 %. */
const TRUE_SIZE = 96 / 72;

/** Percent of true size from which on the text of a piece is large enough to write in. */
export function editingPercent(setting: Pick<Setting, 'em'>): number {
  return Math.ceil((100 * READABLE) / (setting.em * TRUE_SIZE));
}

/** Size and pitch of a piece's text in pt, characters a line, its columns and the room between two of them in pt. */
interface Setting {
  readonly em: number;
  readonly pitch: number;
  readonly characters: number;
  readonly columns: number;
  readonly gap: number;
}

/** How the text of a piece is set: in its box, or in the widest of its columns. */
export function settingOf(piece: Piece, master: PaperMaster, look: Look): Setting {
  if (piece.box !== null) return { ...boxMeasure(master, new StyleSheet(look), piece.variant, piece.box.area.columns, piece.box.into, piece.upright), columns: piece.box.into };
  const measured = piece.body.map((run) => ({ ...run, ...brokenMeasure(master, run.area.columns, run.into, run.beside) }));
  const widest = measured.toSorted((a, b) => b.area.columns - a.area.columns)[0];
  const own = { em: master.em, pitch: master.pitch };
  if (widest === undefined) return { ...own, characters: master.characters, columns: 1, gap: 0 };
  // Columns side by side, be their feet level or not.
  const beside = measured.filter(({ characters, area }, at) => characters === widest.characters && measured.findIndex((other) => other.area.column === area.column) === at);
  return { ...own, characters: widest.characters, columns: beside.reduce((sum, { into }) => sum + into, 0), gap: Math.max(widest.gap, master.gap) * master.em };
}

interface EditProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly edition: Edition;
  readonly article: Article;
  readonly master: PaperMaster;
  readonly piece: Piece;
  /** Of the block, CSS pixels. */
  readonly rect: Rect;
  /** CSS pixels a pt. */
  readonly scale: number;
  /** CSS pixels that are in view beside each other: the sheet covers its frame, its title and text are no wider than that, unless a line is. */
  readonly room: number;
  /** Kept when the caret is where it was asked for; null where nothing was. */
  readonly placed: Promise<void> | null;
  /** Escape: back to the page as it was. */
  readonly stop: () => void;
}

export function EditInPlace({ workspace, session, edition, article, master, piece, rect, scale, room, placed, stop }: EditProps) {
  /** Of the scroll bar's width, CSS pixels; 0 where all is in view. */
  const [bar, setBar] = useState(0);
  const faces = useWatched(workspace.faces).find(({ edition: kind }) => kind === 'newspaper')?.faces ?? [];
  const { em, pitch, characters, columns, gap } = settingOf(piece, master, edition.look);
  const size = em * scale;
  const lines = columns * (characters * size + ROUNDING) + (columns - 1) * gap * scale;
  const least = lines - columns * ROUNDING;
  // A box's text stands as far from its rule as on the page.
  const inset = piece.box === null ? 0 : Math.max(LEAST_INSET, (rect.width - lines) / 2);
  const wide = Math.max(rect.width, least + inset);
  const high = Math.max(rect.height, LEAST * pitch * scale);
  const style = {
    ...roleVariables(faces), ...printedFaces(edition, article, piece),
    left: rect.x, top: rect.y, width: wide + bar, minHeight: high, maxHeight: high + MORE * pitch * scale,
    '--edit-size': `${size}px`, '--edit-pitch': `${pitch * scale}px`, '--edit-measure': `${lines}px`, '--edit-columns': columns, '--edit-gap': `${gap * scale}px`, '--edit-room': `${columns > 1 ? wide : Math.max(Math.min(rect.width, room), least + inset)}px`, '--edit-inset': `${inset}px`,
  } as CSSProperties;
  const text = (): TextView | null => workspace.texts.of({ article: article.id, field: null });
  const sheet = useRef<HTMLElement>(null);
  // Flush with its frame: where the sheet scrolls, its bar stands beside the frame and takes nothing of the lines.
  useLayoutEffect(() => {
    const [outer, inner] = [sheet.current, sheet.current?.firstElementChild];
    if (outer === null || inner === null || inner === undefined) return;
    const observer = new ResizeObserver(() => setBar(outer.offsetWidth - outer.clientWidth));
    observer.observe(inner);
    observer.observe(outer);
    return () => observer.disconnect();
  }, [article.id]);
  /** What is typed before the caret is at its place; null once it is. */
  const early = useRef<string | null>('');
  useLayoutEffect(() => {
    early.current = '';
    sheet.current?.focus({ preventScroll: true });
  }, [article.id]);
  useEffect(() => {
    let isOver = false;
    const begin = (): void => {
      if (isOver) return;
      isOver = true;
      const typed = early.current ?? '';
      early.current = null;
      const active = workspace.texts.activeTarget?.article === article.id ? workspace.texts.active : null;
      const view = (active !== null && sheet.current?.contains(active.view.dom) === true ? active : text())?.view;
      if (view === undefined) return;
      if (!view.hasFocus()) view.focus();
      if (typed !== '') view.dispatch(view.state.tr.insertText(typed).scrollIntoView());
    };
    const timer = setTimeout(begin, LATEST);
    void (placed ?? Promise.resolve()).catch(() => null).then(begin);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [workspace, article.id, placed]);
  // Beside and below the text: the caret goes to the letter that is nearest.
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.stopPropagation();
    const view = text()?.view;
    if (view === undefined || event.button !== 0 || (event.target as HTMLElement).closest('.ProseMirror, .fields') !== null) return;
    const box = view.dom.getBoundingClientRect();
    const near = view.posAtCoords({ left: Math.max(box.left + 1, Math.min(event.clientX, box.right - 1)), top: Math.max(box.top + 1, Math.min(event.clientY, box.bottom - 1)) });
    event.preventDefault();
    view.focus();
    if (near !== null) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(near.pos))));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (early.current !== null && event.key !== 'Escape' && event.key !== 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.key.length === 1) early.current += event.key;
      else if (event.key === 'Backspace') early.current = early.current.slice(0, -1);
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape' && !workspace.texts.isOpenComposition) {
      event.preventDefault();
      event.stopPropagation();
      stop();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.code !== 'KeyZ' && event.code !== 'KeyY') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'KeyY' || event.shiftKey) workspace.redo();
    else workspace.undo();
  };
  return (
    <section ref={sheet} tabIndex={-1} className="makeup-edit" aria-label="改稿" style={style} onKeyDownCapture={onKeyDown} onPointerDown={onPointerDown}>
      <ArticleEditor key={article.id} workspace={workspace} session={session} article={article} closed={edition.look.punctuation === 'kaiming'} dated={piece.variant === 'news'} />
    </section>
  );
}
