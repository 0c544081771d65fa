// The window's end of the page worker: sends it the package, its changes and the
// chosen edition, and holds what it answers. Answers for another document, another
// edition or an older version than one already here are dropped.
import type { PackageChange } from '../../core/model/change';
import type { Diagnostic } from '../../core/diagnostic';
import type { EditionFaces, Opened } from '../../ipc/index';
import { Observable } from '../session/observable';
import type { CaretBar, CaretPlace, FromWorker, HitPlace, PageInfo, ToWorker, Trial } from '../worker/protocol';

export interface Pages {
  readonly version: number;
  readonly edition: string;
  readonly pages: readonly PageInfo[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a page takes on the screen: all of it that a keystroke seldom changes. */
export type PageShape = Pick<PageInfo, 'width' | 'height' | 'label'>;

export class PageFeed {
  /** null until the first setting of the document's edition is here. */
  readonly pages = new Observable<Pages | null>(null);
  /** Shapes of the pages; the same array as long as no shape changed, so that a list of 200 is not drawn at every key. */
  readonly shapes = new Observable<readonly PageShape[]>([]);
  readonly #worker = new Worker(new URL('../worker/page-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, (answer: FromWorker) => void>();
  readonly #failed: (message: string) => void;
  #request = 0;
  #document = 0;
  #edition = '';

  constructor(failed: (message: string) => void) {
    this.#failed = failed;
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => this.#receive(event.data);
    this.#worker.onerror = (event) => failed(`排版线程出错：${event.message}。文稿不受影响，请保存后重新打开。`);
  }

  faces(faces: readonly EditionFaces[]): void {
    this.#post({ kind: 'faces', faces });
  }

  open(opened: Pick<Opened, 'document' | 'version' | 'bytes'>): void {
    this.#document = opened.document;
    this.#edition = '';
    this.pages.set(null);
    this.shapes.set([]);
    this.#post({ kind: 'open', document: opened.document, version: opened.version, bytes: opened.bytes });
  }

  /** Ends the worker; nothing is answered any more. */
  close(): void {
    this.#worker.terminate();
  }

  change(version: number, changes: readonly PackageChange[]): void {
    this.#post({ kind: 'change', version, changes });
  }

  setEdition(edition: string): void {
    if (edition === this.#edition) return;
    this.#edition = edition;
    this.pages.set(null);
    this.shapes.set([]);
    this.#post({ kind: 'edition', edition });
  }

  /** The page at `scale` device pixels a pt, or null where it is no longer among the pages. */
  async paint(key: number, scale: number): Promise<ImageBitmap | null> {
    const answer = await this.#ask((request) => ({ kind: 'paint', request, key, scale }));
    return answer.kind === 'painted' ? answer.bitmap : null;
  }

  /** The text at a place of a page (pt), or null where none stands there. */
  async hit(key: number, x: number, y: number): Promise<HitPlace | null> {
    const answer = await this.#ask((request) => ({ kind: 'hit', request, key, x, y }));
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

  #ask(make: (request: number) => ToWorker): Promise<FromWorker> {
    const request = ++this.#request;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      this.#post(make(request));
    });
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(answer: FromWorker): void {
    switch (answer.kind) {
      case 'pages': {
        const { document, version, edition, pages, diagnostics } = answer;
        if (document !== this.#document || edition !== this.#edition) return;
        if (version < (this.pages.get()?.version ?? 0)) return;
        if (!haveSameShapes(this.shapes.get(), pages)) this.shapes.set(pages);
        const old = this.pages.get()?.diagnostics ?? [];
        this.pages.set({ version, edition, pages, diagnostics: saySame(old, diagnostics) ? old : diagnostics });
        return;
      }
      case 'painted':
      case 'hit':
      case 'caret':
      case 'placed':
      case 'tried': {
        const resolve = this.#waiting.get(answer.request);
        this.#waiting.delete(answer.request);
        resolve?.(answer);
        return;
      }
      case 'failed':
        this.#failed(answer.message);
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

function haveSameShapes(a: readonly PageShape[], b: readonly PageShape[]): boolean {
  return a.length === b.length && a.every((page, i) => page.width === b[i]?.width && page.height === b[i].height && page.label === b[i].label);
}
