// Finding in the window (W16): what is asked, what was found, which hit is the
// current one, and replacing. It searches when typing pauses, in the bar or in the
// text, never while an input method is at work (W20); a regular expression runs in
// a worker. Before a hit is gone to or replaced the search is brought up to date.
import { Finder, queryError, regexFlags, type FindQuery, type Hit } from '../../core/model/find';
import { FIELD_PATHS, type Package } from '../../core/model/package';
import { expandReplacement, replaceHits, replacementError } from '../../core/model/replace';
import { articleNames } from '../panels/article-names';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { placeOf } from '../editor/places';
import { HitMarks } from './hit-marks';
import { RegexRunner } from './regex-runner';

export interface FindAsked extends FindQuery {
  readonly scope: 'article' | 'all';
  readonly replacement: string;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Index among the hits; −1 where none was gone to yet. */
  readonly current: number;
  /** What is wrong with the query, or what stopped the search. */
  readonly error: string | null;
}

/** Typing in the bar or in the text has paused, ms. */
const PAUSE_MS = 200;

const NOTHING: Found = { hits: [], current: -1, error: null };
const FIRST: FindAsked = { text: '', how: 'plain', ignoreCase: true, ignoreWidth: true, scope: 'all', replacement: '' };

/** A selection longer than this is a piece of text, not something to look for. */
const MOST_ASKED = 60;

export class FindSession {
  /** The bar: closed, for finding, or for replacing too. */
  readonly bar = new Observable<'find' | 'replace' | null>(null);
  readonly asked = new Observable<FindAsked>(FIRST);
  readonly found = new Observable<Found>(NOTHING);
  /** What was replaced last, in words. */
  readonly said = new Observable('');
  /** Counts the times that the bar was asked for: it takes the focus then, open or not. */
  readonly calls = new Observable(0);
  readonly #workspace: Workspace;
  readonly #runner = new RegexRunner();
  readonly #marks: HitMarks;
  #finder: Finder | null = null;
  /** What `found` was found in. */
  #searched: { readonly pkg: Package; readonly asked: FindAsked; readonly article: string | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unwatch: (() => void) | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#marks = new HitMarks(workspace.texts);
    workspace.session.watch(() => {
      this.#unwatch?.();
      this.#unwatch = workspace.session.get()?.state.watch(() => this.#arm()) ?? null;
      this.#searched = null;
      this.found.set(NOTHING);
      if (workspace.session.get() === null) this.close();
      else this.#arm();
    });
    // Another article on screen: its texts are made in the next frames.
    workspace.article.watch(() => this.#arm());
  }

  /** Opens the bar; a selection of a few words is what is looked for. */
  open(bar: 'find' | 'replace'): void {
    const view = this.#workspace.texts.active?.view;
    if (view !== undefined) {
      const { from, to, $from, $to } = view.state.selection;
      const text = from < to && $from.sameParent($to) ? view.state.doc.textBetween(from, to) : '';
      if (text !== '' && text.length <= MOST_ASKED && this.asked.get().how !== 'regex') this.ask({ text });
    }
    this.#open(bar);
  }

  #open(bar: 'find' | 'replace'): void {
    this.said.set('');
    this.bar.set(bar);
    this.calls.set(this.calls.get() + 1);
    this.#arm();
  }

  /** Closes the bar; the caret is where the current hit is. */
  close(): void {
    if (this.bar.get() === null) return;
    this.bar.set(null);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#marks.clear();
    const { texts, article } = this.#workspace;
    (texts.active ?? texts.of({ article: article.get() ?? '', field: null }))?.view.focus();
  }

  /** What the textblock of a hit shows. */
  textOf(hit: Hit): string {
    return this.#finder?.textOf(hit.node) ?? '';
  }

  ask(part: Partial<FindAsked>): void {
    this.asked.set({ ...this.asked.get(), ...part });
    this.said.set('');
    this.#arm();
  }

  /** Goes to the hit after (1) or before (−1) the caret, around the ends. */
  async step(by: 1 | -1): Promise<void> {
    await this.#update();
    const { hits } = this.found.get();
    if (hits.length === 0) {
      // F3 without the bar: it says that there is none, or what is wrong.
      if (this.bar.get() === null) this.#open('find');
      return;
    }
    const at = this.#rankOfCaret();
    const index = by === 1 ? hits.findIndex((hit) => compare(this.#rank(hit, hit.offset), at) >= 0) : hits.findLastIndex((hit) => compare(this.#rank(hit, hit.end), at) < 0);
    this.goTo(index >= 0 ? index : by === 1 ? 0 : hits.length - 1);
  }

  /** Selects a hit. The focus stays in the bar. */
  goTo(index: number): void {
    const found = this.found.get();
    const hit = found.hits[index];
    if (hit === undefined) return;
    this.found.set({ ...found, current: index });
    const { article, field, block, offset, end } = hit;
    const isOpen = this.bar.get() !== null;
    this.#workspace.places.goTo({ article, field, block, offset, to: end }, !isOpen);
    this.#mark();
  }

  /** Says what keeps the replacement from being understood; true: it may go on. */
  #canReplace(): boolean {
    const { how, text, replacement } = this.asked.get();
    const wrong = how === 'regex' && queryError(this.asked.get()) === null ? replacementError(replacement, text) : null;
    if (wrong !== null) this.said.set(`没有替换：${wrong}`);
    return wrong === null;
  }

  /** Replaces the current hit and goes to the next; without a current one only goes there. */
  async replaceOne(): Promise<void> {
    await this.#update();
    if (!this.#canReplace()) return;
    const { hits, current } = this.found.get();
    const hit = hits[current];
    if (hit === undefined) {
      await this.step(1);
      return;
    }
    if (this.#replace([hit]).left > 0) this.said.set('这一处是会议信息里的内容、待填或注释，不能直接替换。');
    else this.said.set('');
    await this.step(1);
  }

  /** Replaces all hits of the scope: one step of undo. Says how many in each article. */
  async replaceAll(): Promise<void> {
    await this.#update();
    const { hits } = this.found.get();
    const session = this.#workspace.session.get();
    if (hits.length === 0 || session === null || !this.#canReplace()) return;
    const names = articleNames(session.pkg.articles, session.pkg.meeting);
    const { done, left, counts } = this.#replace(hits);
    const byArticle = session.pkg.articles.flatMap(({ id }, index) => (counts.has(id) ? [`${names[index] ?? ''} ${counts.get(id) ?? 0} 处`] : []));
    const where = byArticle.length === 0 ? '' : `：${byArticle.join('，')}`;
    const rest = left === 0 ? '' : `另有 ${left} 处是会议信息里的内容、待填或注释，没有替换。`;
    const said = `已替换 ${done} 处${where}。${rest}`;
    this.said.set(said);
    this.#workspace.notices.tell(left === 0 ? 'done' : 'said', said, { step: session.lastStep });
    await this.#update();
  }

  #replace(hits: readonly Hit[]): { readonly done: number; readonly left: number; readonly counts: ReadonlyMap<string, number> } {
    const session = this.#workspace.session.get();
    const finder = this.#finder;
    if (session === null || finder === null) throw new RangeError('hits without a search');
    const { replacement, how } = this.asked.get();
    const textFor = ({ node, match }: Hit): string =>
      how === 'regex' ? expandReplacement(replacement, finder.textOf(node).slice(match.from, match.to), match) : replacement;
    const { changes, done, left } = replaceHits(session.pkg, hits, textFor);
    if (changes.length > 0) session.change(changes, hits.length === 1 ? '替换' : '全部替换');
    // The caret stands after what was put in: it is mapped there.
    const counts = new Map<string, number>();
    for (const { article } of done) counts.set(article, (counts.get(article) ?? 0) + 1);
    return { done: done.length, left: left.length, counts };
  }

  #arm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.bar.get() === null) return;
    this.#marks.hold();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#workspace.texts.composing) this.#arm();
      else void this.#update();
    }, PAUSE_MS);
  }

  /** Brings what was found up to date. */
  async #update(): Promise<void> {
    await this.#workspace.texts.whenSettled();
    const session = this.#workspace.session.get();
    const asked = this.asked.get();
    const article = this.#workspace.article.get();
    if (session === null) return;
    const { pkg } = session;
    const old = this.#searched;
    if (old === null || old.pkg !== pkg || old.asked !== asked || old.article !== article) {
      const found = await this.#search(pkg, asked, article);
      if (found === null) return;
      this.#searched = { pkg, asked, article };
      this.found.set({ ...found, current: this.#currentAmong(found.hits) });
      // Typed while a worker was searching: again.
      if (session.pkg !== pkg || this.asked.get() !== asked) {
        await this.#update();
        return;
      }
    }
    this.#mark();
  }

  /** null where another search came in between. */
  async #search(pkg: Package, asked: FindAsked, article: string | null): Promise<Omit<Found, 'current'> | null> {
    const error = queryError(asked);
    if (error !== null) return { hits: [], error };
    const finder = this.#finderFor(asked, pkg);
    const articles = asked.scope === 'all' ? pkg.articles : pkg.articles.filter(({ id }) => id === article);
    const unknown = finder.unknown(articles);
    if (unknown.length > 0) {
      const started = performance.now();
      const matches = await this.#runner.run({ source: asked.text, flags: regexFlags(asked), texts: unknown.map((node) => finder.textOf(node)) });
      if (matches === null) {
        if (this.asked.get() !== asked) return null;
        const seconds = Math.round((performance.now() - started) / 1000);
        return { hits: [], error: `这个正则表达式找了 ${seconds} 秒还没有找完，已经停下。请写得具体一些，例如不要在 + 或 * 的外面再套 + 或 *。` };
      }
      unknown.forEach((node, index) => finder.learn(node, matches[index] ?? []));
    }
    return { hits: finder.hits(articles), error: null };
  }

  /** The finder remembers what it found: it stays as long as the query and the meeting record do. */
  #finderFor({ text, how, ignoreCase, ignoreWidth }: FindAsked, { meeting }: Package): Finder {
    const old = this.#finder?.query;
    const isSame = old?.text === text && old.how === how && old.ignoreCase === ignoreCase && old.ignoreWidth === ignoreWidth && this.#finder?.meeting === meeting;
    if (!isSame || this.#finder === null) this.#finder = new Finder({ text, how, ignoreCase, ignoreWidth }, meeting);
    return this.#finder;
  }

  /** Index of the hit that is selected, −1 for none. */
  #currentAmong(hits: readonly Hit[]): number {
    const target = this.#workspace.texts.activeTarget;
    const selection = this.#workspace.texts.active?.view.state.selection;
    if (target === null || selection === undefined || selection.empty) return -1;
    return hits.findIndex(({ article, field, from, to }) => article === target.article && field === target.field && from === selection.from && to === selection.to);
  }

  #mark(): void {
    if (this.bar.get() === null) return;
    const { hits, current } = this.found.get();
    const at = this.#rankOfCaret();
    const near = current >= 0 ? current : hits.findIndex((hit) => compare(this.#rank(hit, hit.offset), at) >= 0);
    this.#marks.show(hits, hits[current] ?? null, near);
  }

  /** Where a place stands in the order of the hits: article, field before text, block, offset. */
  #rank({ article, field, block }: Pick<Hit, 'article' | 'field' | 'block'>, offset: number): readonly number[] {
    const at = this.#workspace.session.get()?.pkg.articles.findIndex(({ id }) => id === article) ?? -1;
    return [at, field === null ? FIELD_PATHS.length : FIELD_PATHS.indexOf(field), block, offset];
  }

  /** The end of the selection; the article's beginning where no text has had the caret. */
  #rankOfCaret(): readonly number[] {
    const target = this.#workspace.texts.activeTarget;
    const text = this.#workspace.texts.active;
    const article = this.#workspace.article.get() ?? '';
    if (target === null || text === null || target.article !== article) return this.#rank({ article, field: FIELD_PATHS[0], block: 0 }, 0);
    const { doc, selection } = text.view.state;
    const { block, offset } = placeOf(doc, selection.to);
    return this.#rank({ ...target, block }, offset);
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
