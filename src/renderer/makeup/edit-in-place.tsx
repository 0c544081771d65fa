// 改稿 on the page: the article's own editor on an opaque sheet over its block, in the
// block's columns and measure and the page's faces and pitch, so that a line holds as many
// characters. The columns are as long as the text makes them: what is 余 is written too.
// It is the one editor of that text: the writing area lets go of it meanwhile. Its text has the
// focus in the same task in which the sheet comes: an input method is never without a text. Where
// the caret was asked for is known a little later; what was typed before goes there (early-typing.ts).
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
import { positionOf } from '../editor/places';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Places } from '../session/places';
import type { Workspace } from '../session/workspace';
import { carried, type Opening, typedSince } from './early-typing';
import { printedFaces } from './printed-faces';
import { useSheetZoom } from './sheet-zoom';
import { titleFit } from './title-fit';
import { usePrintedLines } from './use-printed-lines';

/** Body type that one can write in, CSS pixels. */
export const READABLE = 16;
/** What a column has more than its characters, so that a line's last one does not go over for a rounding, CSS pixels. */
const ROUNDING = 0.2;
/** Between a box's rule and its text at the least, CSS pixels. */
const LEAST_INSET = 8;
/** Lines that the sheet is high at the least, and that it may be higher than its block before it scrolls. */
const [LEAST, MORE] = [12, 8];
/** What is typed stays where it is typed after this long, ms: a page that is long in coming is no reason to keep letters, or to take text elsewhere. */
const LATEST = 1500;
/** Keys that by themselves do nothing to a text. */
const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'];
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

/** A place of the text that is looked for, and the texts that it is a place of; null where it is nowhere. */
export type Asked = ReturnType<Places['placeAt']>;

interface EditProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly edition: Edition;
  readonly article: Article;
  readonly master: PaperMaster;
  readonly piece: Piece;
  /** 版次 of its page. */
  readonly page: number;
  /** Of the block, CSS pixels. */
  readonly rect: Rect;
  /** CSS pixels a pt. */
  readonly scale: number;
  /** CSS pixels that are in view beside each other: the sheet covers its frame, its title and text are no wider than that, unless a line is. */
  readonly room: number;
  /** Where the caret was asked for; null where it was not. */
  readonly placed: Asked | null;
  /** Escape: back to the page as it was. */
  readonly stop: () => void;
  /** Undoes a step, or makes it again, and says what that was where the text does not show it. */
  readonly step: (which: 'undo' | 'redo') => void;
  /** Shows the page so many times as large. */
  readonly zoom: (by: number) => void;
}

export function EditInPlace({ workspace, session, edition, article, master, piece, page, rect, scale, room, placed, stop, step, zoom }: EditProps) {
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
  const across = columns > 1 ? wide : Math.max(Math.min(rect.width, room), least + inset);
  const titles = (workspace.feed.pages.get()?.madeUp?.titles ?? []).filter((title) => title.article === article.id && title.page === page);
  const fit = titleFit(article.fields, (field) => titles.find((title) => title.field === field)?.starts.map(({ at }) => at) ?? [], across - inset);
  usePrintedLines(workspace, article.id, page);
  const style = {
    ...roleVariables(faces), ...printedFaces(edition, article, piece),
    left: rect.x, top: rect.y, width: wide + bar, minHeight: high, maxHeight: high + MORE * pitch * scale,
    '--edit-size': `${size}px`, '--edit-pitch': `${pitch * scale}px`, '--edit-measure': `${lines}px`, '--edit-columns': columns, '--edit-gap': `${gap * scale}px`, '--edit-room': `${across}px`, '--edit-fit': fit, '--edit-inset': `${inset}px`,
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
  const zoomKey = useSheetZoom(sheet, { scale, viewAt: (node) => (node === null ? null : workspace.texts.at(node)?.view) ?? workspace.texts.active?.view ?? text()?.view ?? null, zoom });
  /** Letters that wait for the caret to be at its place; null once it is, or something else than letters has come. */
  const early = useRef<string | null>('');
  /** Puts the letters that wait in at the caret. */
  const flush = (): void => {
    const typed = early.current ?? '';
    early.current = null;
    const view = workspace.texts.active?.view ?? text()?.view;
    if (typed !== '' && view !== undefined && sheet.current?.contains(view.dom) === true) view.dispatch(view.state.tr.insertText(typed).scrollIntoView());
  };
  useEffect(() => {
    early.current = '';
    const own = text();
    if (own === null) return undefined;
    const opening = { doc: own.view.state.doc, at: own.view.state.selection.head };
    own.view.focus();
    let isOver = false;
    let isLate = false;
    const arrive = (found: Awaited<Asked>): void => {
      const typed = isOver || workspace.texts.active !== own ? null : typedSince(opening, own.view.state);
      if (found !== null && typed !== null && (typed === 0 || !isLate)) carry(workspace, own, { opening, typed }, found);
      if (!isOver) flush();
    };
    const timer = setTimeout(() => {
      isLate = true;
      flush();
    }, LATEST);
    void (placed ?? Promise.resolve(null)).catch(() => null).then(async (found) => {
      await workspace.texts.whenSettled();
      arrive(found);
    });
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
    if (early.current !== null && !MODIFIERS.includes(event.key)) {
      const isLetter = event.key.length === 1 && event.keyCode !== 229 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isLetter || (event.key === 'Backspace' && early.current !== '')) {
        early.current = isLetter ? early.current + event.key : early.current.slice(0, -1);
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      // An input method, or a key that is done to the text: the letters before it are in it first.
      flush();
    }
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && !workspace.texts.isOpenComposition) {
      event.preventDefault();
      event.stopPropagation();
      stop();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (zoomKey(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.code !== 'KeyZ' && event.code !== 'KeyY') return;
    event.preventDefault();
    event.stopPropagation();
    if (!workspace.texts.composing) step(event.code === 'KeyY' || event.shiftKey ? 'redo' : 'undo');
  };
  return (
    <section ref={sheet} tabIndex={-1} className="makeup-edit" aria-label="改稿" style={style} onKeyDownCapture={onKeyDown} onPointerDown={onPointerDown}>
      <ArticleEditor key={article.id} workspace={workspace} session={session} article={article} closed={edition.look.punctuation === 'kaiming'} dated={piece.variant === 'news'} />
    </section>
  );
}

/** Puts the caret where it was asked for, and takes along what was typed since. */
function carry(workspace: Workspace, own: TextView, { opening, typed }: { readonly opening: Opening; readonly typed: number }, { place, articles }: NonNullable<Awaited<Asked>>): void {
  const target = workspace.texts.of(place);
  if (target === null) return;
  if (target === own) {
    const doc = articles.find(({ id }) => id === place.article)?.doc;
    const position = positionOf(doc ?? opening.doc, place);
    // A place of the text as it is with what was typed in it, or as it was without.
    const to = position === null || doc?.eq(opening.doc) === true || position < opening.at ? position : Math.max(opening.at, position - typed);
    if (to !== null) own.view.dispatch(carried(opening, typed, to, own.view.state));
    return;
  }
  const words = own.view.state.doc.textBetween(opening.at, opening.at + typed);
  if (typed > 0) own.view.dispatch(own.view.state.tr.delete(opening.at, opening.at + typed));
  target.caretTo(positionOf(target.view.state.doc, place) ?? 1);
  if (words !== '') target.view.dispatch(target.view.state.tr.insertText(words));
}
