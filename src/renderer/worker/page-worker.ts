// The page worker: holds its own package and faces, follows the window's changes,
// sets the chosen edition and paints its pages. Changes that arrive while it is
// setting are applied together before the next setting; a page that came out as the
// same object keeps its key, so the window asks only for what changed. What the
// engine throws is told to the window; the pages before stay.
import { applyChange, applyChanges } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import type { Diagnostic } from '../../core/diagnostic';
import type { DisplayPage } from '../../core/display/list';
import type { Point } from '../../core/geometry';
import { readPackage } from '../../core/model/package-file';
import type { FontRole } from '../../core/font';
import type { DeskAct, HandOutcome, RemedyWay } from '../../core/makeup/hand/hand-act';
import type { Reckoned } from '../../core/makeup/judge/rooms';
import type { Layout } from '../../core/model/layout';
import type { Edition, EditionKind, Package } from '../../core/model/package';
import type { OmissionAnswer } from '../../core/makeup/hand/omission';
import { stageDiagnostics } from '../../core/model/stage';
import { Leftovers } from '../../core/report/leftovers';
import { Typesetter, type Typeset } from '../../core/typeset';
import { isOpen } from '../../font/lazy-font';
import type { EditionFaces } from '../../ipc/index';
import { FaceStore } from './face-store';
import { PageDrawings } from './page-drawings';
import { barOf, caretBar, hitPlace } from './page-places';
import { areaName } from '../makeup/area-name';
import { type HeldPicture, withHeld } from './held-picture';
import { picturedBy, printedPictures } from './printed-pictures';
import { printedTitles } from './printed-titles';
import type { FromWorker, HandAnswer, HitPlace, PageInfo, PicturedProposal, RemedyAnswer, ToWorker, Trial } from './protocol';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};

class PageWorker {
  #faces: readonly EditionFaces[] = [];
  readonly #store = new FaceStore();
  /** One a kind of edition: they remember what they set, so that going back to a tab is quick. */
  readonly #typesetters = new Map<EditionKind, Typesetter>();
  #pkg: Package | null = null;
  #document = 0;
  #version = 0;
  #edition: string | null = null;
  #typeset: Typeset | null = null;
  /** Version of the package that #typeset shows. */
  #typesetVersion = 0;
  /** A make-up under the hand: shown as if the edition kept it, until the next change. */
  #hand: Layout | null = null;
  /** A picture under the hand: shown as if it stood there, until the next change. */
  #held: HeldPicture | null = null;
  /** The request of the act by hand that is looked for. */
  #handling: number | null = null;
  /** The request whose ways to mend a block are tried. */
  #remedying: number | null = null;
  /** The request whose make-ups are looked for; null: none, or no more. */
  #proposing: number | null = null;
  #waiting = false;
  /** Runs out when nobody has written for a while, where the make-up is older than the text. */
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #leftovers = new Leftovers();
  readonly #drawings = new PageDrawings(this.#store);
  readonly #keys = new WeakMap<DisplayPage, number>();
  #pages = new Map<number, DisplayPage>();
  #nextKey = 1;

  receive(message: ToWorker): void {
    switch (message.kind) {
      case 'faces':
        this.#faces = message.faces;
        this.#typesetters.clear();
        this.#drawings.clear();
        // A file named on the command line may be here before the faces are.
        this.#schedule();
        return;
      case 'open':
        this.#pkg = readPackage(message.bytes).pkg;
        this.#document = message.document;
        this.#version = message.version;
        this.#edition = null;
        this.#typesetters.clear();
        this.#drawings.forget();
        return;
      case 'change':
        this.#change(message.version, message.changes);
        return;
      case 'edition':
        this.#edition = message.edition;
        this.#hand = null;
        this.#held = null;
        this.#drawings.clear();
        this.#schedule();
        return;
      case 'paint':
        this.#paint(message.request, message.key, message.scale, message.isQuick).catch(told);
        return;
      case 'prepare':
        this.#prepare(message.key, message.scale).catch(told);
        return;
      case 'prepare-no-more':
        this.#drawings.forgetQuick();
        return;
      case 'hit':
        scope.postMessage({ kind: 'hit', request: message.request, place: this.#hit(message.key, { x: message.x, y: message.y }) });
        return;
      case 'places':
        scope.postMessage({ kind: 'placed', request: message.request, bars: message.places.map((place) => (this.#typeset === null ? null : barOf(place, this.#typeset, this.#typesetVersion))) });
        return;
      case 'try':
        scope.postMessage({ kind: 'tried', request: message.request, outcome: this.#try(message.changes) });
        return;
      case 'sketch':
        this.#sketch(message.edition, message.changes, message.scale)
          .then((bitmap) => scope.postMessage({ kind: 'sketched', request: message.request, bitmap }, bitmap === null ? [] : [bitmap]), told);
        return;
      case 'propose':
        void this.#propose(message.request);
        return;
      case 'propose-no-more':
        this.#proposing = null;
        return;
      case 'hand':
        this.#handled(message.request, message.layout, message.act).catch(told);
        return;
      case 'hold-picture':
        this.#hand = message.layout;
        this.#held = message.held;
        this.#set();
        scope.postMessage({ kind: 'handled', request: message.request, answer: { layout: message.layout, reason: null } });
        return;
      case 'hand-no-more':
        this.#handling = null;
        return;
      case 'reckon':
        scope.postMessage({ kind: 'reckoned', request: message.request, articles: this.#reckon() });
        return;
      case 'remedies':
        this.#remedies(message.request, message.layout, message.ways).catch(told);
        return;
      case 'cut':
        scope.postMessage({ kind: 'cut', request: message.request, answer: this.#cut(message.layout, message.article) });
        return;
      case 'caret':
        scope.postMessage({ kind: 'caret', request: message.request, bar: this.#typeset === null ? null : caretBar(message.place, this.#typeset, this.#typesetVersion) });
        return;
      case 'live':
        // Timers of one length go off in their order: a setting that waits comes before.
        setTimeout(() => scope.postMessage({ kind: 'alive' }), 0);
        return;
      default:
        throw new TypeError(`unexpected message: ${JSON.stringify(message satisfies never)}`);
    }
  }

  #change(version: number, changes: readonly PackageChange[]): void {
    if (this.#pkg === null) throw new RangeError('a change before any package');
    for (const change of changes) {
      const result = applyChange(this.#pkg, change);
      if (!result.ok) throw new RangeError(`change ${version} does not fit: ${result.reason}`);
      this.#pkg = result.value;
    }
    this.#version = version;
    this.#hand = null;
    this.#held = null;
    this.#schedule();
  }

  /** After the messages that are already here: they may make this setting stale. */
  #schedule(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      guarded(() => this.#set());
    }, 0);
  }

  #set(pace: 'typing' | 'pause' = 'typing'): void {
    const kept = this.#pkg?.editions.find(({ id }) => id === this.#edition);
    if (this.#pkg === null || kept === undefined || this.#faces.length === 0) return;
    const edition: Edition = this.#hand === null ? kept : { ...kept, layout: this.#hand };
    const began = performance.now();
    const pkg = withHeld(this.#pkg, this.#held);
    // While somebody writes, articles stay where they are as long as they fit; in the next pause the page is what is printed.
    const typeset = this.#typesetterFor(edition.kind, pkg).typeset(pkg, edition, pace === 'typing');
    clearTimeout(this.#pause);
    if (typeset.isOld) this.#pause = setTimeout(() => guarded(() => this.#set('pause')), PAUSE_MS);
    else if (pace === 'pause' && isSamePages(typeset.list.pages, this.#typeset?.list.pages)) return;
    const { list, diagnostics } = typeset;
    const pages = new Map<number, DisplayPage>();
    const infos = list.pages.map((page): PageInfo => {
      let key = this.#keys.get(page);
      if (key === undefined) this.#keys.set(page, (key = this.#nextKey++));
      pages.set(key, page);
      return { key, width: page.size.width, height: page.size.height, label: page.label };
    });
    this.#typeset = typeset;
    this.#typesetVersion = this.#version;
    this.#pages = pages;
    const { layout } = typeset;
    const rooms = layout === null ? [] : this.#typesetterFor(edition.kind, pkg).rooms(pkg, edition, layout.layout);
    const ms = performance.now() - began;
    scope.postMessage({
      kind: 'pages', document: this.#document, version: this.#version, edition: edition.id, pages: infos,
      diagnostics: [...diagnostics, ...stageDiagnostics(this.#pkg, edition), ...this.#leftovers.find(this.#pkg), ...this.#faceDiagnostics(edition.kind, list.fonts)],
      madeUp: layout === null || edition.master.kind !== 'paper' ? null : { proposal: layout, area: areaName(edition.master), rooms, pictures: printedPictures(list.pages, layout.layout, pkg), titles: printedTitles(list, layout.layout, typeset.origins), ms },
    });
  }

  #typesetterFor(kind: EditionKind, pkg: Package): Typesetter {
    let typesetter = this.#typesetters.get(kind);
    if (typesetter === undefined) {
      const faces = this.#faces.find(({ edition }) => edition === kind)?.faces ?? [];
      typesetter = new Typesetter({ fonts: this.#store.byRole(faces), images: pkg.assets });
      this.#typesetters.set(kind, typesetter);
    }
    return typesetter;
  }

  /** What looking for faces had to say about the roles whose own face the pages show, as the export tells it. */
  #faceDiagnostics(kind: EditionKind, shown: readonly string[]): readonly Diagnostic[] {
    const found = this.#faces.find(({ edition }) => edition === kind);
    if (found === undefined) return [];
    const own = this.#store.byRole(found.faces);
    const isUsed = (role: FontRole): boolean => {
      const font = own.get(role)?.[0];
      return font === undefined || (isOpen(font) && shown.includes(font.id));
    };
    return found.diagnostics.filter(({ role }) => role === null || isUsed(role)).map(({ role: _role, ...diagnostic }) => diagnostic);
  }

  /** Sets the edition with changes that are not made. What is set anew with it is forgotten with its package. */
  #try(changes: readonly PackageChange[]): Trial | null {
    const edition = this.#pkg?.editions.find(({ id }) => id === this.#edition);
    if (this.#pkg === null || edition === undefined) return null;
    const trial = applyChanges(this.#pkg, changes);
    if (!trial.ok) return null;
    const { list, diagnostics } = this.#typesetterFor(edition.kind, this.#pkg).typeset(trial.value.pkg, edition, true);
    return { pages: list.pages.length, diagnostics };
  }

  /** Head of the first page and foot of the last of a newspaper with changes that are not made. */
  async #sketch(id: string, changes: readonly PackageChange[], scale: number): Promise<ImageBitmap | null> {
    if (this.#pkg === null || this.#faces.length === 0) return null;
    const trial = applyChanges(this.#pkg, changes);
    const edition = trial.ok ? trial.value.pkg.editions.find((one) => one.id === id) : undefined;
    if (!trial.ok || edition?.master.kind !== 'paper') return null;
    const { pkg } = trial.value;
    // Made up as it is now where that still stands: a form waits for the answer.
    const layout = edition.layout ?? (this.#edition === id ? this.#typeset?.layout?.layout : undefined);
    const { list } = this.#typesetterFor('newspaper', pkg).typeset(pkg, layout === undefined ? edition : { ...edition, layout });
    return this.#drawings.sketch(list, edition.master, edition.paper, pkg.assets, scale);
  }

  /** Tells what each search found as soon as it is there; what changes the pages, or asks it to, ends it. */
  async #propose(request: number): Promise<void> {
    const [pkg, id] = [this.#pkg, this.#edition];
    const edition = pkg?.editions.find((one) => one.id === id);
    this.#proposing = request;
    let proposals: readonly PicturedProposal[] | null = null;
    if (pkg !== null && edition?.master.kind === 'paper' && this.#faces.length > 0) {
      try {
        const typesetter = this.#typesetterFor(edition.kind, pkg);
        const pictured = picturedBy(typesetter, pkg, edition);
        for (const found of typesetter.proposing(pkg, edition)) {
          proposals = found.map(pictured);
          scope.postMessage({ kind: 'proposed', request, proposals, isAll: false });
          // Messages that came meanwhile.
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (this.#proposing !== request || this.#pkg !== pkg || this.#edition !== id) break;
        }
      } catch (error) {
        told(error);
      }
    }
    scope.postMessage({ kind: 'proposed', request, proposals, isAll: true });
  }

  /** What is under the hand is set at once: the answer comes when its pages are there. A search lets other messages in, and ends where it is asked to, or another act comes. */
  async #handled(request: number, layout: Layout, act: DeskAct | null): Promise<void> {
    this.#handling = request;
    this.#remedying = null;
    const [pkg, id] = [this.#pkg, this.#edition];
    const edition = pkg?.editions.find((one) => one.id === id);
    const answered = (answer: HandAnswer): void => scope.postMessage({ kind: 'handled', request, answer });
    if (pkg === null || edition?.master.kind !== 'paper') {
      answered({ layout: null, reason: '现在显示的不是报纸版面' });
      return;
    }
    let outcome: HandOutcome | null = null;
    if (act !== null) {
      const typesetter = this.#typesetterFor(edition.kind, pkg);
      const steps = typesetter.actingByHand(pkg, edition, layout, act);
      let step = steps.next();
      while (step.done !== true) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (this.#handling !== request || this.#pkg !== pkg || this.#edition !== id || this.#typesetters.get(edition.kind) !== typesetter) {
          answered({ layout: null, reason: '不再找了，版面没有动' });
          return;
        }
        step = steps.next();
      }
      outcome = step.value;
    }
    if (outcome?.ok === false) {
      answered({ layout: null, reason: outcome.reason });
      return;
    }
    this.#hand = outcome?.layout ?? null;
    this.#held = null;
    this.#set();
    answered({ layout: outcome?.layout ?? layout, reason: null, ...(outcome?.note === undefined ? {} : { note: outcome.note }), ...(outcome?.title === undefined ? {} : { title: outcome.title }) });
  }

  /** Ways to mend a block, tried one after another; other messages come between, and a change, an act by hand or another block ends it. */
  async #remedies(request: number, layout: Layout, ways: readonly RemedyWay[]): Promise<void> {
    this.#remedying = request;
    const [pkg, id] = [this.#pkg, this.#edition];
    const edition = pkg?.editions.find((one) => one.id === id);
    let answer: RemedyAnswer | null = null;
    if (pkg !== null && edition?.master.kind === 'paper' && this.#faces.length > 0) {
      const typesetter = this.#typesetterFor(edition.kind, pkg);
      const steps = typesetter.remedies(pkg, edition, layout, ways);
      let step = steps.next();
      while (step.done !== true) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (this.#remedying !== request || this.#pkg !== pkg || this.#edition !== id || this.#typesetters.get(edition.kind) !== typesetter) break;
        step = steps.next();
      }
      if (step.done === true) answer = { ways: step.value.tried.map(({ title, act, score, added }) => ({ title, act, score, added })), failed: step.value.failed };
    }
    scope.postMessage({ kind: 'remedied', request, answer });
  }

  #reckon(): readonly Reckoned[] {
    const edition = this.#pkg?.editions.find(({ id }) => id === this.#edition);
    if (this.#pkg === null || edition?.master.kind !== 'paper' || this.#faces.length === 0) return [];
    return this.#typesetterFor(edition.kind, this.#pkg).reckoned(this.#pkg, edition);
  }

  #cut(layout: Layout, article: string | null): OmissionAnswer | null {
    const edition = this.#pkg?.editions.find(({ id }) => id === this.#edition);
    if (this.#pkg === null || edition?.master.kind !== 'paper' || this.#faces.length === 0) return null;
    return this.#typesetterFor(edition.kind, this.#pkg).omission(this.#pkg, edition, layout, article);
  }

  #hit(key: number, point: Point): HitPlace | null {
    const page = this.#pages.get(key);
    return page === undefined || this.#typeset === null ? null : hitPlace(page, point, this.#typeset, this.#typesetVersion);
  }

  async #prepare(key: number, scale: number): Promise<void> {
    const page = this.#pages.get(key);
    if (page !== undefined && this.#typeset !== null) await this.#drawings.prepare(this.#typeset.list, page, this.#pkg?.assets ?? new Map(), scale);
  }

  async #paint(request: number, key: number, scale: number, isQuick: boolean): Promise<void> {
    const page = this.#pages.get(key);
    if (page === undefined || this.#typeset === null) {
      scope.postMessage({ kind: 'painted', request, bitmap: null });
      return;
    }
    const bitmap = await this.#drawings.paint(this.#typeset.list, page, this.#pkg?.assets ?? new Map(), scale, isQuick);
    scope.postMessage({ kind: 'painted', request, bitmap }, [bitmap]);
  }
}

/** Nobody has written for so long that the page may be made up anew. */
const PAUSE_MS = 700;

function isSamePages(pages: readonly DisplayPage[], others: readonly DisplayPage[] | undefined): boolean {
  return pages.length === others?.length && pages.every((page, i) => page === others[i]);
}

function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    told(error);
  }
}

function told(error: unknown): void {
  // The engine finishes whatever the text; what lands here is a fault of the program, told once and logged.
  // A preview that is closed ends its worker while it waits for a face: no fault, and nobody listens.
  if (!(error instanceof DOMException && error.name === 'NetworkError')) console.error(error);
  scope.postMessage({ kind: 'failed', message: '排版时程序出错，右边显示的是出错以前的版面；文稿不受影响。' });
}

const worker = new PageWorker();
scope.onmessage = (event) => guarded(() => worker.receive(event.data));
