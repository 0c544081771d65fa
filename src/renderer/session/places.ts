// Where the caret is, in the text and on the pages, and how it gets somewhere: a
// place of the outline or of a list, a quote, a point on a page.
import type { Diagnostic } from '../../core/diagnostic';
import type { Rect } from '../../core/geometry';
import { type Article, FIELD_PATHS, type FieldPath } from '../../core/model/package';
import { findQuote, positionOf } from '../editor/places';
import { lineSpan } from '../preview/fit-scale';
import { Observable } from './observable';
import type { Workspace } from './workspace';

/** Where the caret is. `block` and `offset` as in a Place; of a field `block` is 0. */
export interface Caret {
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly offset: number;
  /** Where a selection that is to be made ends, in the same block; left out: a caret. */
  readonly to?: number;
}

/** A line of the text on a page: its index among the pages, its rectangle in pt. */
export interface CaretLine {
  readonly page: number;
  readonly rect: Rect;
}

/** The marked line stands out a little beside the text, pt. */
const LINE_MARGIN = 6;

export class Places {
  readonly caret = new Observable<Caret | null>(null);
  /** The caret's line on the pages, or null; another object only when it is another line. */
  readonly line = new Observable<CaretLine | null>(null);
  readonly #workspace: Workspace;
  /** Where the caret goes once the article that was asked for is on screen. */
  #pending: { readonly place: Caret; readonly focus: boolean } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    // Behind the pages' pictures, which are asked for at once: the worker answers in turn.
    workspace.feed.pages.watch(() => void setTimeout(() => void this.#markCaret(), 0));
    this.caret.watch(() => void this.#markCaret());
  }

  /** Puts the caret at a place, or selects from it to `to`; shows its article first where another is shown. `focus` false: the focus stays where it is. */
  goTo(place: Caret, focus = true): void {
    const { article, texts } = this.#workspace;
    const text = article.get() === place.article ? texts.of(place) : null;
    if (text === null) {
      this.#pending = { place, focus };
      article.set(place.article);
      return;
    }
    const position = positionOf(text.view.state.doc, place);
    if (position === null) return;
    const end = place.to === undefined ? null : positionOf(text.view.state.doc, { block: place.block, offset: place.to });
    if (!focus) texts.choose(text);
    text.caretTo(position, end, focus);
  }

  /** Called when an article has come on screen. */
  takePending(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null && pending.place.article === this.#workspace.article.get()) this.goTo(pending.place, pending.focus);
  }

  goToDiagnostic({ at }: Diagnostic): void {
    if (at === null) return;
    if ('page' in at) {
      this.line.set({ page: at.page - 1, rect: at.rect });
      return;
    }
    this.goTo({ article: at.article, field: at.field as FieldPath | null, block: at.block ?? 0, offset: at.from });
  }

  /** Shows the first place where the words stand; says so where they stand nowhere any more. */
  goToQuote(quote: string): void {
    const place = findQuote(this.#workspace.session.get()?.pkg.articles ?? [], quote);
    if (place === null) this.#workspace.notices.tell('said', '原处的文字已经改过，或者没有收进稿件，找不到了。');
    else this.goTo(place);
  }

  /** A click on a page: the caret goes to the text there, if there is any. `x`, `y` in pt. */
  async pointAt(page: number, x: number, y: number): Promise<void> {
    const session = this.#workspace.session.get();
    const found = await this.placeAt(page, x, y);
    if (found === null || this.#workspace.session.get() !== session) return;
    // Text was changed meanwhile: the same point is asked again of the pages that have it.
    if (session?.pkg.articles === found.articles) this.goTo(found.place);
    else await this.pointAt(page, x, y);
  }

  /**
   * The place of the text at a point of a page (pt), and the texts that it is a place of: those that there are when it is
   * asked. Pages that are older are waited for; what is made up otherwise meanwhile is not. null where no text is.
   */
  async placeAt(page: number, x: number, y: number): Promise<{ readonly place: Caret; readonly articles: readonly Article[] } | null> {
    const { feed } = this.#workspace;
    const session = this.#workspace.session.get();
    const info = feed.pages.get()?.pages[page];
    if (session === null || info === undefined) return null;
    const { version, pkg: { articles } } = session;
    const hit = await feed.hit(info.key, x, y);
    if (hit === null || this.#workspace.session.get() !== session) return null;
    if (hit.version < version) {
      if ((feed.pages.get()?.version ?? 0) < version) await new Promise<void>((resolve) => {
        const unwatch = feed.pages.watch(() => {
          unwatch();
          resolve();
        });
      });
      return this.#workspace.session.get() === session ? this.placeAt(page, x, y) : null;
    }
    const { origin, offset } = hit;
    if (origin?.kind === 'block') return { place: { article: origin.article, field: null, block: origin.index, offset }, articles };
    return origin?.kind === 'field' && isFieldPath(origin.field) ? { place: { article: origin.article, field: origin.field, block: 0, offset }, articles } : null;
  }

  /** A double click on a page: furniture opens where it is typed (W31). */
  async openFurniture(page: number, x: number, y: number): Promise<void> {
    const { feed, dialog } = this.#workspace;
    const session = this.#workspace.session.get();
    const info = feed.pages.get()?.pages[page];
    if (session === null || info === undefined) return;
    const what = (await feed.hit(info.key, x, y))?.furniture ?? null;
    if (what === null || this.#workspace.session.get() !== session) return;
    const place = placeOfFurniture(what);
    if (place === null) return;
    const edition = session.pkg.editions.find(({ id }) => id === this.#workspace.edition.get());
    const report = session.pkg.articles.find(({ id }) => id === edition?.articles[0]);
    if ('dialog' in place) dialog.set(place.dialog);
    else if (report !== undefined) this.goTo({ article: report.id, field: place.field, block: 0, offset: 0 });
  }

  async #markCaret(): Promise<void> {
    const { feed, session, edition: shown } = this.#workspace;
    const place = this.caret.get();
    const pages = feed.pages.get();
    if (place === null || pages === null) {
      this.line.set(null);
      return;
    }
    // Newer pages are on their way: the line comes with them.
    if (pages.version < (session.get()?.version ?? 0)) return;
    const bar = await feed.caret(place);
    const edition = session.get()?.pkg.editions.find(({ id }) => id === shown.get());
    if (this.caret.get() !== place || edition === undefined) return;
    if (bar === null) {
      this.line.set(null);
      return;
    }
    const { left, width } = lineSpan(edition.master, bar.page, bar.rect);
    const rect = { x: left - LINE_MARGIN, y: bar.rect.y, width: width + 2 * LINE_MARGIN, height: bar.rect.height };
    const old = this.line.get();
    if (old?.page !== bar.page || old.rect.x !== rect.x || old.rect.y !== rect.y || old.rect.height !== rect.height) this.line.set({ page: bar.page, rect });
  }
}

/** Where a piece of furniture is typed, by its name in the display list; null: nobody types it (a folio, a jump line). */
function placeOfFurniture(what: string): { readonly dialog: string } | { readonly field: FieldPath } | null {
  if (what === 'masthead' || what.startsWith('masthead-') || what.startsWith('header-')) return { dialog: 'paper' };
  if (what === 'cover-title' || what === 'cover-work') return { field: 'deck.main' };
  if (what === 'cover-occasion') return { field: 'head.occasion' };
  if (what === 'cover-speaker') return { field: 'head.speaker' };
  if (what.startsWith('cover-')) return { dialog: 'meeting' };
  return what.startsWith('draft-') ? { dialog: 'stage' } : null;
}

function isFieldPath(path: string): path is FieldPath {
  return (FIELD_PATHS as readonly string[]).includes(path);
}
