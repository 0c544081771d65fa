// The window's end of the page worker: sends it the package, its changes and the
// chosen edition, and holds what it answers. Answers for another document, another
// edition or an older version than one already here are dropped. A worker that is lost
// (watched-worker.ts) is replaced once by another that is told everything again; where
// that one is lost too, before it set a page, no more is set until the user asks for it.
import type { PackageChange } from '../../core/model/change';
import type { Diagnostic } from '../../core/diagnostic';
import type { DeskAct, RemedyWay } from '../../core/makeup/hand/hand-act';
import type { Reckoned } from '../../core/makeup/judge/rooms';
import type { Layout } from '../../core/model/layout';
import type { OmissionAnswer } from '../../core/makeup/hand/omission';
import type { EditionFaces, Opened } from '../../ipc/index';
import { Observable } from '../session/observable';
import type { HeldPicture } from '../worker/held-picture';
import type { CaretBar, CaretPlace, FromWorker, HandAnswer, HitPlace, MadeUp, PageInfo, PicturedProposal, RemedyAnswer, ToWorker, Trial } from '../worker/protocol';
import { WatchedWorker } from './watched-worker';

/** Seconds that setting any page may take, whatever else the machine does. */
const PATIENCE = 30;
/** A book takes longer: another second for so many bytes of its package, up to MOST_PATIENCE. */
const BYTES_A_SECOND = 10_000;
const MOST_PATIENCE = 300;

/** More pages than one worker ever sets: the keys of the next one begin behind them. */
const KEYS_A_WORKER = 2 ** 32;

/** Says that setting failed; `again` where nothing is set any more until it is called. */
export type FeedFailed = (message: string, again: (() => void) | null) => void;

type Answer = Exclude<FromWorker, { readonly kind: 'alive' }>;
type Told = Extract<ToWorker, { readonly kind: 'open' | 'change' }>;

export interface Pages {
  readonly version: number;
  readonly edition: string;
  readonly pages: readonly PageInfo[];
  readonly diagnostics: readonly Diagnostic[];
  /** null: no newspaper. */
  readonly madeUp: MadeUp | null;
}

/** What a page takes on the screen: all of it that a keystroke seldom changes. */
export type PageShape = Pick<PageInfo, 'width' | 'height' | 'label'>;

export class PageFeed {
  /** null until the first setting of the document's edition is here. */
  readonly pages = new Observable<Pages | null>(null);
  /** Shapes of the pages; the same array as long as no shape changed, so that a list of 200 is not drawn at every key. */
  readonly shapes = new Observable<readonly PageShape[]>([]);
  readonly #worker: WatchedWorker;
  /** Pictures that are waited for. */
  readonly #painting = new Set<Promise<unknown>>();
  #onSome: ((some: readonly PicturedProposal[]) => void) | null = null;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #failed: FeedFailed;
  #request = 0;
  #document = 0;
  #edition = '';
  #faces: readonly EditionFaces[] = [];
  /** The package and its changes as the worker was told them: what another one has to be told. The session holds the same objects. */
  #told: Told[] = [];
  /** Workers lost since one set a page. */
  #lost = 0;
  /** What the keys of this worker are counted from: those of one before name nothing any more. */
  #keysFrom = 0;

  constructor(failed: FeedFailed) {
    this.#failed = failed;
    this.#worker = new WatchedWorker({
      make: () => new Worker(new URL('../worker/page-worker.ts', import.meta.url), { type: 'module' }),
      heard: (message) => this.#receive(message),
      lost: (seconds) => this.#replace(seconds),
      broke: (message) => failed(`排版线程出错：${message}。文稿不受影响，请保存后重新打开。`, null),
    }, PATIENCE);
  }

  faces(faces: readonly EditionFaces[]): void {
    this.#faces = faces;
    this.#worker.post({ kind: 'faces', faces });
  }

  open(opened: Pick<Opened, 'document' | 'version' | 'bytes'>): void {
    this.#document = opened.document;
    this.#edition = '';
    this.pages.set(null);
    this.shapes.set([]);
    this.#worker.patience = Math.min(MOST_PATIENCE, PATIENCE + Math.round(opened.bytes.length / BYTES_A_SECOND));
    this.#told = [];
    this.#tell({ kind: 'open', document: opened.document, version: opened.version, bytes: opened.bytes });
    // Another text has its own two tries.
    this.#lost = 0;
    if (!this.#worker.isThere) this.#begin();
  }

  /** Ends the worker; nothing is answered any more. */
  close(): void {
    this.#worker.end();
  }

  change(version: number, changes: readonly PackageChange[]): void {
    this.#tell({ kind: 'change', version, changes });
  }

  setEdition(edition: string): void {
    if (edition === this.#edition) return;
    this.#edition = edition;
    this.pages.set(null);
    this.shapes.set([]);
    this.#worker.post({ kind: 'edition', edition });
    if (this.#worker.isThere) return;
    this.#lost = 0;
    this.#begin();
  }

  /** The page at `scale` device pixels a pt, or null where it is no longer among the pages. `isQuick`: for as long as it is in a hand. */
  async paint(key: number, scale: number, isQuick = false): Promise<ImageBitmap | null> {
    if (key <= this.#keysFrom) return null;
    const asked = this.#ask((request) => ({ kind: 'paint', request, key: key - this.#keysFrom, scale, isQuick }));
    this.#painting.add(asked);
    const answer = await asked.finally(() => this.#painting.delete(asked));
    return answer.kind === 'painted' ? answer.bitmap : null;
  }

  /** The page will be painted quickly at `scale`: what that takes is made while nobody waits. */
  prepare(key: number, scale: number): void {
    if (key > this.#keysFrom) this.#worker.post({ kind: 'prepare', key: key - this.#keysFrom, scale });
  }

  /** No page will be painted quickly any more. */
  prepareNoMore(): void {
    this.#worker.post({ kind: 'prepare-no-more' });
  }

  /** The text at a place of a page (pt), or null where none stands there. */
  async hit(key: number, x: number, y: number): Promise<HitPlace | null> {
    if (key <= this.#keysFrom) return null;
    const answer = await this.#ask((request) => ({ kind: 'hit', request, key: key - this.#keysFrom, x, y }));
    return answer.kind === 'hit' ? answer.place : null;
  }

  /** Where a place of the text stands on the pages, or null where it is on none. */
  async caret(place: CaretPlace): Promise<CaretBar | null> {
    const answer = await this.#ask((request) => ({ kind: 'caret', request, place }));
    return answer.kind === 'caret' ? answer.bar : null;
  }

  /** Where places of diagnostics stand on the pages; null where one is on none. */
  async placesOf(places: readonly Diagnostic['at'][]): Promise<readonly (CaretBar | null)[]> {
    const answer = await this.#ask((request) => ({ kind: 'places', request, places }));
    return answer.kind === 'placed' ? answer.bars : [];
  }

  /** What the pages of the edition shown would be with these changes; null where they do not fit. */
  async try(changes: readonly PackageChange[]): Promise<Trial | null> {
    const answer = await this.#ask((request) => ({ kind: 'try', request, changes }));
    return answer.kind === 'tried' ? answer.outcome : null;
  }

  /** 报头 or 报眉 of a newspaper, and its 报尾, with changes that are not made; null where they do not fit. */
  async sketch(edition: string, changes: readonly PackageChange[], scale: number): Promise<ImageBitmap | null> {
    const answer = await this.#ask((request) => ({ kind: 'sketch', request, edition, changes, scale }));
    return answer.kind === 'sketched' ? answer.bitmap : null;
  }

  /** Several make-ups of the newspaper that is shown, the best first; null where none is. `onSome`: those found so far. */
  async propose(onSome: (some: readonly PicturedProposal[]) => void): Promise<readonly PicturedProposal[] | null> {
    this.#onSome = onSome;
    // A page that is made up is seen at once: the search behind it has the worker for seconds.
    while (this.#painting.size > 0) await Promise.allSettled(this.#painting);
    const answer = await this.#ask((request) => ({ kind: 'propose', request }));
    return answer.kind === 'proposed' ? answer.proposals : null;
  }

  /** Ends the proposing that is under way: it is answered with what was found. */
  proposeNoMore(): void {
    this.#worker.post({ kind: 'propose-no-more' });
  }

  /** Shows a make-up after an act by hand; `act` null: the one that is kept. null: setting was lost. */
  async hand(layout: Layout, act: DeskAct | null): Promise<HandAnswer | null> {
    const answer = await this.#ask((request) => ({ kind: 'hand', request, layout, act }));
    return answer.kind === 'handled' ? answer.answer : null;
  }

  /** Shows a make-up with a picture where it is held, its text around it. null: setting was lost. */
  async holdPicture(layout: Layout, held: HeldPicture): Promise<HandAnswer | null> {
    const answer = await this.#ask((request) => ({ kind: 'hold-picture', request, layout, held }));
    return answer.kind === 'handled' ? answer.answer : null;
  }

  /** Ends the act by hand that is looked for: it is answered as one that cannot be. */
  handNoMore(): void {
    this.#worker.post({ kind: 'hand-no-more' });
  }

  /** 按行长折算 of the newspaper shown: lines of its articles in the paper's measures. */
  async reckon(): Promise<readonly Reckoned[]> {
    const answer = await this.#ask((request) => ({ kind: 'reckon', request }));
    return answer.kind === 'reckoned' ? answer.articles : [];
  }

  /** Which of these ways mend a block of a layout, the best first; null where something else was asked for meanwhile. */
  async remedies(layout: Layout, ways: readonly RemedyWay[]): Promise<RemedyAnswer | null> {
    const answer = await this.#ask((request) => ({ kind: 'remedies', request, layout, ways }));
    return answer.kind === 'remedied' ? answer.answer : null;
  }

  /** Sentences that an article of the newspaper shown may leave out to fit its blocks of a layout; null where none are proposed. */
  async cut(layout: Layout, article: string | null): Promise<OmissionAnswer | null> {
    const answer = await this.#ask((request) => ({ kind: 'cut', request, layout, article }));
    return answer.kind === 'cut' ? answer.answer : null;
  }

  #answered(answer: Extract<Answer, { readonly request: number }>): void {
    const resolve = this.#waiting.get(answer.request);
    this.#waiting.delete(answer.request);
    resolve?.(answer);
  }

  #ask(make: (request: number) => ToWorker): Promise<Answer> {
    const request = ++this.#request;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      this.#worker.post(make(request));
      if (!this.#worker.isThere) this.#giveUp();
    });
  }

  #tell(message: Told): void {
    this.#told.push(message);
    this.#worker.post(message);
  }

  /** Another worker, told everything. */
  #begin(): void {
    this.#worker.renew();
    this.#keysFrom += KEYS_A_WORKER;
    this.#worker.post({ kind: 'faces', faces: this.#faces });
    for (const message of this.#told) this.#worker.post(message);
    if (this.#edition !== '') this.#worker.post({ kind: 'edition', edition: this.#edition });
  }

  #replace(seconds: number): void {
    this.#lost++;
    this.#giveUp();
    if (this.#lost === 1) {
      this.#begin();
      this.#failed(`排版 ${seconds} 秒没有动静，已经重新开始排。文稿不受影响，可以接着写、照常保存。`, null);
      return;
    }
    this.#worker.end();
    this.#failed('排版又停住了，先不再排，看到的是停住以前的版面。文稿不受影响，可以接着写、照常保存；改一改刚才动过的地方，再点“重新排版”。', () => this.#retry());
  }

  #retry(): void {
    if (this.#worker.isThere) return;
    this.#lost = 0;
    this.#begin();
  }

  /** Who waits for an answer gets none. */
  #giveUp(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const resolve of waiting) resolve({ kind: 'failed', message: '' });
  }

  #receive(answer: Answer): void {
    switch (answer.kind) {
      case 'pages': {
        const { document, version, edition, diagnostics, madeUp } = answer;
        const pages = this.#keysFrom === 0 ? answer.pages : answer.pages.map((page) => ({ ...page, key: page.key + this.#keysFrom }));
        this.#lost = 0;
        if (document !== this.#document || edition !== this.#edition) return;
        if (version < (this.pages.get()?.version ?? 0)) return;
        if (!haveSameShapes(this.shapes.get(), pages)) this.shapes.set(pages);
        const before = this.pages.get();
        const old = before?.diagnostics ?? [];
        this.pages.set({ version, edition, pages, diagnostics: saySame(old, diagnostics) ? old : diagnostics, madeUp: withLayoutOf(before?.madeUp ?? null, madeUp) });
        return;
      }
      case 'proposed':
        if (!answer.isAll) {
          if (this.#waiting.has(answer.request) && answer.proposals !== null) this.#onSome?.(answer.proposals);
          return;
        }
        this.#answered(answer);
        return;
      case 'painted':
      case 'hit':
      case 'caret':
      case 'placed':
      case 'tried':
      case 'sketched':
      case 'handled':
      case 'remedied':
      case 'cut':
      case 'reckoned':
        this.#answered(answer);
        return;
      case 'failed':
        this.#failed(answer.message, null);
        return;
      default:
        throw new TypeError(`unexpected answer: ${JSON.stringify(answer satisfies never)}`);
    }
  }
}

/** The list below the pages is drawn anew only when it says something else. */
function saySame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((diagnostic, i) => diagnostic.message === b[i]?.message && JSON.stringify(diagnostic.at) === JSON.stringify(b[i].at));
}

/** The layout is the same object as long as nothing of it is elsewhere: what shows it is not drawn anew at every key. */
function withLayoutOf(before: MadeUp | null, now: MadeUp | null): MadeUp | null {
  if (before === null || now === null || JSON.stringify(before.proposal.layout) !== JSON.stringify(now.proposal.layout)) return now;
  return { ...now, proposal: { ...now.proposal, layout: before.proposal.layout } };
}

function haveSameShapes(a: readonly PageShape[], b: readonly PageShape[]): boolean {
  return a.length === b.length && a.every((page, i) => page.width === b[i]?.width && page.height === b[i].height && page.label === b[i].label);
}
