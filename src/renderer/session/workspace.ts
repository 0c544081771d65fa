// The window as a whole: the open session, which article and which edition are
// shown, what is going on, and what the user was told. The commands of the menu are
// its methods; components watch its values and hold no state of the document.
import { readPackage } from '../../core/model/package-file';
import type { Diagnostic } from '../../core/diagnostic';
import type { Rect } from '../../core/geometry';
import { openPlaces } from '../../core/model/stage';
import type { PackageChange } from '../../core/model/change';
import { FIELD_PATHS, type FieldPath } from '../../core/model/package';
import type { EditionFaces, Exported, ExportPhase, Failure, Opened, Result, Start, WindowApi } from '../../ipc/index';
import { declareFaces } from '../editor/edition-faces';
import { findQuote, placeOf, positionOf } from '../editor/places';
import type { TextEdit, TextSink, TextView } from '../editor/text-view';
import { lineSpan } from '../preview/fit-scale';
import { PageFeed } from '../preview/page-feed';
import { DocumentSession, type TextTarget } from './document-session';
import { Observable } from './observable';
import { PaneStore } from './pane-layout';

/** Where the caret is. `block` and `offset` as in a Place; of a field `block` is 0. */
export interface Caret {
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly offset: number;
}

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'failed' | 'said';
  readonly message: string;
  /** Set where the notice is about an exported file: it offers 打开 and 打开所在文件夹. */
  readonly exported: number | null;
  /** Set where an export stopped at diagnostics that the user may accept. */
  readonly accept: (() => void) | null;
}

/** A line of the text on a page: its index among the pages, its rectangle in pt. */
export interface CaretLine {
  readonly page: number;
  readonly rect: Rect;
}

/** The marked line stands out a little beside the text, pt. */
const LINE_MARGIN = 6;

const PHASES: Readonly<Record<ExportPhase, string>> = { load: '读入字体', typeset: '排版', write: '写 PDF', check: '核对文字' };

export class Workspace {
  readonly session = new Observable<DocumentSession | null>(null);
  readonly article = new Observable<string | null>(null);
  readonly edition = new Observable<string | null>(null);
  readonly caret = new Observable<Caret | null>(null);
  readonly notices = new Observable<readonly Notice[]>([]);
  /** What runs now (导出：排版…), or null; it can be cancelled. */
  readonly task = new Observable<string | null>(null);
  readonly faces = new Observable<readonly EditionFaces[]>([]);
  readonly start = new Observable<Start | null>(null);
  /** Counts commands and selections: what shows the state of commands watches it. */
  readonly pulse = new Observable(0);
  /** Index of the page in view. */
  readonly page = new Observable(0);
  /** The caret's line on the pages, or null; another object only when it is another line. */
  readonly line = new Observable<CaretLine | null>(null);
  readonly panes = new PaneStore(localStorage, window.innerWidth);
  readonly feed: PageFeed;
  readonly api: WindowApi<File>;
  /** Texts on screen, by what they show. */
  readonly #texts = new Map<TextView, TextTarget>();
  #active: TextView | null = null;
  #nextNotice = 1;
  #stopFollowing: (() => void) | null = null;
  /** Where the caret goes once the article that was asked for is on screen. */
  #pending: Caret | null = null;

  constructor(api: WindowApi<File>) {
    this.api = api;
    this.feed = new PageFeed((message) => this.tell('failed', message));
    this.feed.pages.watch(() => void this.#markCaret());
    this.caret.watch(() => void this.#markCaret());
    api.on('exportProgress', ({ phase }) => {
      if (this.task.get() !== null) this.task.set(`导出：${PHASES[phase]}…`);
    });
    api.on('opened', (opened) => this.#show(opened));
    api.on('failed', (failure) => this.#fail(failure));
    api.on('closing', () => {
      // Leaving the text ends an open composition, whose letters are then handed over.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      void this.whenSettled().then(() => api.readyToClose());
    });
  }

  async begin(): Promise<void> {
    const faces = await this.api.fonts();
    if (faces.ok) {
      this.faces.set(faces.value);
      this.feed.faces(faces.value);
      declareFaces(faces.value);
    } else this.#fail(faces);
    const start = await this.api.start();
    if (!start.ok) {
      this.#fail(start);
      return;
    }
    this.start.set(start.value);
    if (start.value.opened !== null) this.#show(start.value.opened);
  }

  // Files

  async open(): Promise<void> {
    await this.#take(this.api.chooseDocument());
  }

  async openSample(id: string): Promise<void> {
    await this.#take(this.api.openSample(id));
  }

  /** Opens the first; says which were left, for a window shows one package. */
  async openDropped(files: readonly File[]): Promise<void> {
    const [file, ...rest] = files;
    if (file === undefined) return;
    await this.#take(this.api.openDropped(file));
    if (rest.length > 0) this.tell('said', `一次只能打开一份：打开的是“${file.name}”，没有打开${rest.map(({ name }) => `“${name}”`).join('、')}。`);
  }

  async save(as: boolean): Promise<void> {
    const session = this.session.get();
    if (session === null) return;
    await this.whenSettled();
    const call = as ? this.api.saveAs : this.api.save;
    const saved = await call(session.opened.document, session.version);
    if (!saved.ok) this.#fail(saved);
    else if (saved.value !== null) {
      session.savedVersion.set(saved.value.version);
      session.file.set(saved.value.file);
      this.clearFailures();
    }
  }

  async exportPdf(accept: readonly string[] = []): Promise<void> {
    const session = this.session.get();
    const edition = this.edition.get();
    if (session === null || edition === null || this.task.get() !== null) return;
    await this.whenSettled();
    this.task.set('导出…');
    const { document } = session.opened;
    const result = await this.api.exportPdf({ document, version: session.version, edition, accept });
    this.task.set(null);
    if (!result.ok) this.#fail(result);
    else if (result.value !== null) this.#exported(result.value, session.pkg.articles.reduce((sum, article) => sum + openPlaces(article).length, 0));
  }

  /** 打开 or 打开所在文件夹 of an exported file. */
  async showResult(job: number, how: 'open' | 'folder'): Promise<void> {
    const answer = await (how === 'open' ? this.api.openExported(job) : this.api.showExported(job));
    if (!answer.ok) this.#fail(answer);
  }

  async cancel(): Promise<void> {
    const answer = await this.api.cancelExport();
    if (!answer.ok) this.#fail(answer);
  }

  // Texts on screen

  /** Where the events of a text on screen go. */
  sinkFor(target: TextTarget): TextSink {
    return {
      typed: (_text: TextView, edit: TextEdit) => this.session.get()?.typed(target, edit),
      moved: (text: TextView) => this.#moved(text, target),
      composing: () => this.#beat(),
      undo: () => this.undo(),
      redo: () => this.redo(),
    };
  }

  /** Enters a text on screen; `leave` before it is destroyed. */
  enter(text: TextView, target: TextTarget): void {
    this.#texts.set(text, target);
  }

  leave(text: TextView): void {
    this.#texts.delete(text);
    if (this.#active === text) this.#active = null;
  }

  /** The text that has the caret. */
  get active(): TextView | null {
    return this.#active;
  }

  /** The text on screen that shows a target, or null. */
  textOf(target: TextTarget): TextView | null {
    for (const [text, shown] of this.#texts) if (shown.article === target.article && shown.field === target.field) return text;
    return null;
  }

  undo(): void {
    if (!this.composing) this.session.get()?.undo();
  }

  redo(): void {
    if (!this.composing) this.session.get()?.redo();
  }

  /** True while letters of an input method stand in a text: no shortcut fires then (W20). */
  get isOpenComposition(): boolean {
    return [...this.#texts.keys()].some((text) => text.view.composing);
  }

  /** True from the first letter of a composition until its text has been handed over, a frame after its end. */
  get composing(): boolean {
    return [...this.#texts.keys()].some((text) => text.busy);
  }

  /** Once no composition is open and its text has been handed over. */
  async whenSettled(): Promise<void> {
    while (this.composing) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  // Places

  /** Puts the caret at a place; shows its article first where another is shown. */
  goTo(place: Caret): void {
    const text = this.article.get() === place.article ? this.textOf(place) : null;
    if (text === null) {
      this.#pending = place;
      this.article.set(place.article);
      return;
    }
    const position = positionOf(text.view.state.doc, place);
    if (position !== null) text.caretTo(position);
  }

  /** Called when an article has come on screen. */
  takePending(): void {
    const place = this.#pending;
    this.#pending = null;
    if (place !== null && place.article === this.article.get()) this.goTo(place);
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
    const place = findQuote(this.session.get()?.pkg.articles ?? [], quote);
    if (place === null) this.tell('said', '原处的文字已经改过，或者没有收进稿件，找不到了。');
    else this.goTo(place);
  }

  /** A click on a page: the caret goes to the text there. */
  async pointAt(page: number, x: number, y: number): Promise<void> {
    const session = this.session.get();
    const shown = this.feed.pages.get();
    const info = shown?.pages[page];
    if (session === null || info === undefined) return;
    const place = await this.feed.hit(info.key, x, y);
    if (place === null || this.session.get() !== session) return;
    // Older pages than the text: the same place is asked again when the new ones are here.
    if (place.version < session.version) {
      const unwatch = this.feed.pages.watch(() => {
        unwatch();
        void this.pointAt(page, x, y);
      });
      return;
    }
    const { origin, offset } = place;
    if (origin.kind === 'block') this.goTo({ article: origin.article, field: null, block: origin.index, offset });
    else if (origin.kind === 'field' && isFieldPath(origin.field)) this.goTo({ article: origin.article, field: origin.field, block: 0, offset });
  }

  async #markCaret(): Promise<void> {
    const place = this.caret.get();
    const pages = this.feed.pages.get();
    if (place === null || pages === null) {
      this.line.set(null);
      return;
    }
    // Newer pages are on their way: the line comes with them.
    if (pages.version < (this.session.get()?.version ?? 0)) return;
    const bar = await this.feed.caret(place);
    const edition = this.session.get()?.pkg.editions.find(({ id }) => id === this.edition.get());
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

  // Messages

  tell(kind: Notice['kind'], message: string, exported: number | null = null, accept: (() => void) | null = null): void {
    this.notices.set([...this.notices.get(), { id: this.#nextNotice++, kind, message, exported, accept }]);
  }

  about(): void {
    const start = this.start.get();
    if (start === null) return;
    this.tell('said', `版心 ${start.version}：写报告，排版面，不丢一个字。不连网。${start.runtimeNote ?? ''}`);
  }

  dismiss(id: number): void {
    this.notices.set(this.notices.get().filter((notice) => notice.id !== id));
  }

  clearFailures(): void {
    this.notices.set(this.notices.get().filter(({ kind }) => kind !== 'failed'));
  }

  #fail(failure: Failure): void {
    const accept = failure.accept ?? [];
    this.tell('failed', failure.message, null, accept.length === 0 ? null : () => void this.exportPdf(accept));
  }

  #exported(done: Exported, open: number): void {
    const warnings = done.diagnostics.filter(({ severity }) => severity !== 'info').length;
    const more = warnings === 0 ? '' : `有 ${warnings} 条版面提示。`;
    this.tell('done', `已导出 ${done.file}：${done.pages} 页，文字与稿件一致。${more}${open === 0 ? '' : `文稿包里还有 ${open} 处待填待核。`}`, done.job);
  }

  async #take(answer: Promise<Result<Opened | null>>): Promise<void> {
    const opened = await answer;
    if (!opened.ok) this.#fail(opened);
    else if (opened.value !== null) this.#show(opened.value);
  }

  #show(opened: Opened): void {
    const { pkg } = readPackage(opened.bytes);
    this.#stopFollowing?.();
    const session = new DocumentSession(opened, pkg, {
      main: this.api,
      worker: this.feed,
      notice: (message) => this.tell('said', message),
    });
    this.#stopFollowing = session.onFollow((follow) => this.#follow(follow.change, follow.reveal));
    this.notices.set([]);
    this.feed.open(opened);
    this.article.set(pkg.articles[0]?.id ?? null);
    this.session.set(session);
    const edition = pkg.editions[0]?.id ?? null;
    this.edition.set(edition);
    if (edition !== null) this.feed.setEdition(edition);
    for (const note of opened.notes) this.tell('said', note);
    if (opened.readOnly !== null) this.tell('said', opened.readOnly);
  }

  chooseEdition(id: string): void {
    this.edition.set(id);
    this.feed.setEdition(id);
  }

  #follow(change: PackageChange, reveal: boolean): void {
    if (change.kind === 'steps') {
      const target: TextTarget = { article: change.article, field: change.field as FieldPath | null };
      const text = this.textOf(target);
      if (text !== null) text.follow(change.steps, reveal);
      else if (reveal) this.article.set(change.article);
      return;
    }
    const field = change.kind === 'set' ? /^articles\/([^/]+)\/fields\/(.+)$/.exec(change.path) : null;
    if (field === null) return;
    const target: TextTarget = { article: field[1] ?? '', field: field[2] as FieldPath };
    const doc = this.session.get()?.pkg.articles.find(({ id }) => id === target.article)?.fields[target.field as FieldPath];
    this.textOf(target)?.replace(doc ?? null);
    if (reveal) this.article.set(target.article);
  }

  #moved(text: TextView, { article, field }: TextTarget): void {
    if (text.view.hasFocus()) this.#active = text;
    if (this.#active !== text) return;
    const { doc, selection } = text.view.state;
    const { block, offset } = placeOf(doc, selection.head);
    const old = this.caret.get();
    if (old?.article !== article || old.field !== field || old.block !== block || old.offset !== offset) this.caret.set({ article, field, block, offset });
    this.#beat();
  }

  #beat(): void {
    this.pulse.set(this.pulse.get() + 1);
  }
}

function isFieldPath(path: string): path is FieldPath {
  return (FIELD_PATHS as readonly string[]).includes(path);
}
