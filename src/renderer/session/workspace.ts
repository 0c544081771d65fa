// The window as a whole: the open session, which article, edition and dialog are
// shown. Its parts each do one thing (files, places, texts on screen, notices);
// components watch their values and hold no state of the document.
import { Mapping, Step } from 'prosemirror-transform';
import { readPackage } from '../../core/model/package-file';
import { docOf } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import type { FieldPath } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import type { EditionFaces, Opened, Start, WindowApi } from '../../ipc/index';
import { declareFaces } from '../editor/edition-faces';
import { placeOf } from '../editor/places';
import { changedEnd, type TextEdit, type TextSink, type TextView } from '../editor/text-view';
import { FindSession } from '../find/find-session';
import { Imports } from '../import-review/imports';
import { PageFeed } from '../preview/page-feed';
import { Remedies } from '../remedies/remedies';
import type { RollSession } from '../roll-forward/roll-session';
import { RecentStore } from '../start/recent-store';
import { Saving } from '../saving/saving';
import { DocumentSession, type TextTarget } from './document-session';
import { Files } from './files';
import { NoticeList } from './notice-list';
import { Observable } from './observable';
import { PaneStore } from './pane-layout';
import { Places, type Caret } from './places';
import { ScreenTexts } from './screen-texts';
import { SettingsStore } from './writing-settings';
import { asksForChoice } from '../word/revision-words';
import { WORD_REPORT } from '../word/word-commands';

export class Workspace {
  readonly session = new Observable<DocumentSession | null>(null);
  readonly article = new Observable<string | null>(null);
  readonly edition = new Observable<string | null>(null);
  /** The article that 排版台 has open on its page: the writing area leaves it alone meanwhile. */
  readonly inPlace = new Observable<string | null>(null);
  /** Id of the dialog that is open (shell/dialogs.tsx has the table), or null. */
  readonly dialog = new Observable<string | null>(null);
  readonly faces = new Observable<readonly EditionFaces[]>([]);
  readonly start = new Observable<Start | null>(null);
  /** Counts commands and selections: what shows the state of commands watches it. */
  readonly pulse = new Observable(0);
  /** Index of the page in view. */
  readonly page = new Observable(0);
  readonly api: WindowApi<File>;
  readonly panes = new PaneStore(localStorage, window.innerWidth);
  readonly settings = new SettingsStore(localStorage);
  readonly notices = new NoticeList();
  readonly texts = new ScreenTexts();
  readonly feed: PageFeed;
  readonly places: Places;
  readonly files: Files;
  readonly find: FindSession;
  readonly remedies = new Remedies(this);
  readonly recent: RecentStore;
  readonly imports: Imports;
  readonly saving: Saving;
  /** 去年对照 stands beside the text. */
  readonly lastYearShown = new Observable(false);
  /** 从去年的报告开始, while its view is open. */
  rollForward: RollSession | null = null;
  #stopFollowing: (() => void) | null = null;

  constructor(api: WindowApi<File>) {
    this.api = api;
    this.feed = new PageFeed((message, again) => this.notices.tell('failed', message, { accept: again === null ? null : { title: '重新排版', run: again } }));
    this.places = new Places(this);
    this.files = new Files(this);
    this.recent = new RecentStore(this);
    this.imports = new Imports(this);
    this.saving = new Saving(this);
    this.find = new FindSession(this);
    window.addEventListener('storage', ({ key }) => this.settings.heard(key));
  }

  async begin(): Promise<void> {
    const faces = await this.api.fonts();
    if (faces.ok) {
      this.faces.set(faces.value);
      this.feed.faces(faces.value);
      declareFaces(faces.value);
    } else this.files.fail(faces);
    const start = await this.api.start();
    if (!start.ok) {
      this.files.fail(start);
      return;
    }
    await this.recent.load();
    this.start.set(start.value);
    // What was opened meanwhile is newer than what main had when it was asked.
    if (start.value.opened !== null && this.session.get() === null) this.show(start.value.opened);
    await this.saving.begin();
    await this.imports.lookForKept();
  }

  /**
   * Shows a package that main has opened, in place of the one before. One that is opened while the window starts is told
   * twice, as the start's and by its own call, in any order: the second is the first, which may have been written in.
   */
  show(opened: Opened): void {
    if (this.session.get()?.opened.document === opened.document) return;
    const { pkg } = readPackage(opened.bytes);
    this.#stopFollowing?.();
    const session = new DocumentSession(opened, pkg, {
      main: this.api,
      worker: this.feed,
      notice: (message) => this.notices.tell('said', message),
      undone: (step) => this.notices.undone(step),
      // Before the first click the top of what is shown: undo must not lead to another article.
      caret: () => this.places.caret.get() ?? this.#topOfShown(),
      restore: (caret) => {
        if (this.session.get()?.pkg.articles.some(({ id }) => id === caret.article) === true) this.places.goTo(caret);
      },
    });
    this.texts.retire();
    this.#stopFollowing = session.onFollow((follow) => this.#follow(follow.change, follow.reveal));
    this.notices.dismissAll();
    this.dialog.set(null);
    this.feed.open(opened);
    this.article.set(pkg.articles[0]?.id ?? null);
    this.session.set(session);
    const edition = pkg.editions[0]?.id ?? null;
    this.edition.set(edition);
    if (edition !== null) this.feed.setEdition(edition);
    const { word } = opened;
    const report = word === undefined ? null : { title: '看报告', run: () => this.dialog.set(WORD_REPORT) };
    opened.notes.forEach((note, i) => this.notices.tell('said', note, { accept: i === 0 ? report : null, untilSaved: opened.dirty }));
    // Tracked changes ask for a choice: the text is as if all were accepted until it is made.
    if (word !== undefined && asksForChoice(word) && word.revisions.choice === 'accepted') this.dialog.set(WORD_REPORT);
    if (opened.readOnly !== null) this.notices.tell('said', opened.readOnly);
  }

  chooseEdition(id: string): void {
    this.edition.set(id);
    this.feed.setEdition(id);
  }

  undo(): void {
    if (!this.texts.composing) this.session.get()?.undo();
  }

  redo(): void {
    if (!this.texts.composing) this.session.get()?.redo();
  }

  about(): void {
    const start = this.start.get();
    if (start === null) return;
    this.notices.tellInstead('版心 ', `版心 ${start.version}：写报告，排版面，不丢一个字。不连网。${start.runtimeNote ?? ''}`);
  }

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

  #follow(change: PackageChange, reveal: boolean): void {
    if (change.kind === 'steps') {
      const target: TextTarget = { article: change.article, field: change.field as FieldPath | null };
      const text = this.texts.of(target);
      if (text !== null) text.follow(change.steps, reveal);
      else if (reveal) this.#revealChange(change);
      return;
    }
    if (change.kind === 'add' || change.kind === 'remove') this.#followPart(change, reveal);
    const field = change.kind === 'set' ? /^articles\/([^/]+)\/fields\/(.+)$/.exec(change.path) : null;
    if (field === null) return;
    const target: TextTarget = { article: field[1] ?? '', field: field[2] as FieldPath };
    const doc = this.session.get()?.pkg.articles.find(({ id }) => id === target.article)?.fields[target.field as FieldPath];
    this.texts.of(target)?.replace(doc ?? null);
    if (reveal) this.article.set(target.article);
  }

  /** Shows where a change of a text that is not on screen ends. */
  #revealChange({ article, field, steps }: Extract<PackageChange, { kind: 'steps' }>): void {
    const pkg = this.session.get()?.pkg;
    const doc = pkg === undefined ? null : docOf(pkg, article, field);
    const end = changedEnd(new Mapping(steps.map((json) => Step.fromJSON(schema, json).getMap())));
    if (doc === null || end === null) this.article.set(article);
    else this.places.goTo({ article, field: field as FieldPath | null, ...placeOf(doc, end) });
  }

  /** What is shown stays among what there is: an article or edition that goes makes room for its neighbour. */
  #followPart({ kind, what, index, value }: Extract<PackageChange, { kind: 'add' | 'remove' }>, reveal: boolean): void {
    const pkg = this.session.get()?.pkg;
    const { id } = value as { readonly id: string };
    if (pkg === undefined || (what !== 'article' && what !== 'edition')) return;
    const shown = what === 'article' ? this.article : this.edition;
    const parts = what === 'article' ? pkg.articles : pkg.editions;
    if (kind === 'remove' && shown.get() === id) {
      // In place of an edition another of its kind, where there is one: the tab stays.
      const same = what === 'edition' ? pkg.editions.find((edition) => edition.kind === (value as { readonly kind?: string }).kind) : undefined;
      shown.set((same ?? parts[Math.min(index, parts.length - 1)])?.id ?? null);
    }
    if (kind === 'add' && (reveal || shown.get() === null)) shown.set(id);
    const edition = this.edition.get();
    if (what === 'edition' && edition !== null) this.feed.setEdition(edition);
  }

  #topOfShown(): Caret | null {
    const article = this.article.get();
    return article === null ? null : { article, field: null, block: 0, offset: 0 };
  }

  #moved(text: TextView, { article, field }: TextTarget): void {
    if (!this.texts.activate(text)) return;
    const { doc, selection } = text.view.state;
    const { block, offset } = placeOf(doc, selection.head);
    const { caret } = this.places;
    const old = caret.get();
    if (old?.article !== article || old.field !== field || old.block !== block || old.offset !== offset) caret.set({ article, field, block, offset });
    this.#beat();
  }

  #beat(): void {
    this.pulse.set(this.pulse.get() + 1);
  }
}
