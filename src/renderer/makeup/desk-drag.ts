// A drag over 排版台: what is under the hand is tried in the page worker while it moves, of
// which only the newest wish counts; where it rests over what has to give way, or would be
// swapped, that is looked for too, shown, and told with what it costs before it is let go.
// In: acts of the pointer. Out: one make-up to keep, or none. What it asks of the desk stands
// in DragHost: it keeps nothing itself.
import type { DeskAct, HandAct } from '../../core/makeup/hand/hand-act';
import { boundsOf } from '../../core/makeup/measure/hand-shape';
import type { Area, BlockName, Layout } from '../../core/model/layout';
import { Observable } from '../session/observable';
import type { HandAnswer } from '../worker/protocol';

/** An act to which others may give way. */
export type PutAct = Extract<HandAct, { readonly kind: 'move' | 'pull' }>;

export const isPut = (act: DeskAct): act is PutAct => act.kind === 'move' || act.kind === 'pull';

/** Rest of the pointer at which what letting go does is looked for, ms. */
const REST = 350;

export interface DragHost {
  readonly layout: () => Layout | null;
  readonly said: Pick<Observable<string>, 'set'>;
  readonly hand: (base: Layout, act: DeskAct | null) => Promise<HandAnswer | null>;
  readonly handNoMore: () => void;
  /** As `hand`, told where it takes a while. */
  readonly look: (base: Layout, act: DeskAct, label: string) => Promise<HandAnswer | null>;
  readonly keep: (layout: Layout, label: string) => void;
  readonly note: (note: string | undefined) => void;
  readonly mayChange: () => boolean;
}

/** What letting go would do. */
export interface Ahead {
  readonly act: DeskAct;
  /** Where the block would stand; null where it could not. */
  readonly area: Area | null;
  readonly layout: Layout | null;
  readonly note: string | undefined;
  readonly reason: string | null;
}

/** What was let go: how the act is called, null where nothing is made of it. */
interface Dropped {
  readonly label: string | null;
  isGivenUp: boolean;
}

export class DeskDrag {
  /** One is under way. */
  readonly isOn = new Observable(false);
  /** 版次 of the tab under the block. */
  readonly target = new Observable<number | null>(null);
  /** The block that it changes places with if it is let go now. */
  readonly exchange = new Observable<BlockName | null>(null);
  /** What letting go would do, where the pointer rests. */
  readonly ahead = new Observable<Ahead | null>(null);
  readonly #host: DragHost;
  #base: Layout | null = null;
  #shown: Layout | null = null;
  /** The pull that is shown: where a further one has no room it stays at that. */
  #pulled: PutAct | null = null;
  #asked: HandAct | null = null;
  #refused: PutAct | null = null;
  /** The move that is shown: where it is let go the text about it may be set level. */
  #moved: PutAct | null = null;
  /** What the act that is shown has to say. */
  #note: string | undefined;
  #isAsking = false;
  #isLooking = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** What was let go and is still made. */
  #dropped: Dropped | null = null;
  #over: Promise<void> = Promise.resolve();

  constructor(host: DragHost) {
    this.#host = host;
  }

  grab(): void {
    this.#base = this.#host.layout();
    this.#shown = null;
    this.#pulled = null;
    this.#refused = null;
    this.#moved = null;
    this.#note = undefined;
    this.isOn.set(true);
  }

  /** Shows the blocks as they would be; the newest wish wins. */
  move(act: HandAct): void {
    this.#asked = act;
    this.#forget();
    if (!this.#isAsking) void this.#pump();
  }

  /**
   * Keeps what is shown, or nothing (`label` null). To a move that would cover a headline the others give way where it is let go.
   * `next`: the act that is made behind it, nothing kept. False where it was given up meanwhile.
   */
  async drop(label: string | null, next: string | null = null): Promise<boolean> {
    const own: Dropped = { label: label ?? next, isGivenUp: false };
    this.#dropped = own;
    const done = this.#drop(label, own).finally(() => {
      if (this.#dropped === own) this.#dropped = null;
    });
    this.#over = done.catch(() => {});
    await done;
    return !own.isGivenUp;
  }

  /** Resolves when what was let go last is kept, or is not. */
  get over(): Promise<void> {
    return this.#over;
  }

  /** What was let go and is still tried is not made: its label; null where nothing is. */
  giveUp(): string | null {
    const own = this.#dropped;
    if (own === null || own.isGivenUp || own.label === null) return null;
    own.isGivenUp = true;
    this.#host.handNoMore();
    return own.label;
  }

  /** What was let go last and is still made: its label; null where nothing is. No drag begins before it is over: it would begin from the page before. */
  get making(): string | null {
    return this.#dropped === null ? null : (this.#dropped.label ?? '拖动');
  }

  /** What was let go last was given up and is not over yet: what comes of it is of no interest. */
  get isGivenUp(): boolean {
    return this.#dropped?.isGivenUp === true;
  }

  async #drop(label: string | null, own: Dropped): Promise<void> {
    clearTimeout(this.#rest);
    // What is looked for already is what letting go does: it is waited for.
    if (this.#isLooking && label === null) this.#host.handNoMore();
    while (this.#isAsking) await new Promise((resolve) => setTimeout(resolve, 5));
    clearTimeout(this.#rest);
    const [base, shown, pulled, refused, moved, ahead] = [this.#base, this.#shown, this.#pulled, this.#refused, this.#moved, this.ahead.get()];
    this.#base = null;
    this.#shown = null;
    this.#pulled = null;
    this.#refused = null;
    this.#moved = null;
    this.ahead.set(null);
    this.isOn.set(false);
    this.target.set(null);
    this.exchange.set(null);
    if (base === null) return;
    const isMade = label !== null && !own.isGivenUp && this.#host.mayChange();
    if (!isMade) {
      await this.#host.hand(base, null);
      // What was said while it was held is of what letting go would have done; an act that is made behind it has its own words.
      if (label === null) this.#host.said.set(own.label === null ? '没有动。' : '');
      return;
    }
    const act = ahead?.act.kind === 'swap' ? ahead.act : putOf(refused ?? moved);
    const answer = act === null ? null : ahead !== null && JSON.stringify(ahead.act) === JSON.stringify(act) ? ahead : await this.#host.look(base, act, label);
    if (own.isGivenUp) {
      await this.#host.hand(base, null);
      return;
    }
    if (answer !== null && answer.layout === null) this.#host.said.set(`${answer.reason}。`);
    // A pull that finds no room stays as far as it could be seen; a move that is shown is made.
    const kept = act === null ? shown : (answer?.layout ?? (refused === null || refused.kind === 'pull' ? shown : null));
    if (kept === null) {
      await this.#host.hand(base, null);
      return;
    }
    if (answer !== null && answer.layout === null && refused?.kind === 'pull' && pulled !== null) {
      // How far that is, and what it costs: the hand asked for more.
      const worth = await this.#host.look(base, givingWay(pulled), label);
      if (own.isGivenUp) {
        await this.#host.hand(base, null);
        return;
      }
      this.#host.keep(kept, label);
      this.#host.note(`${stopWords(answer.reason ?? '', kept, pulled)}${worth === null || worth.layout === null || worth.note === undefined ? '' : `；${worth.note}`}`);
      return;
    }
    this.#host.keep(kept, label);
    this.#host.note(answer !== null && answer.layout !== null ? answer.note : kept === shown ? this.#note : undefined);
  }

  async #pump(): Promise<void> {
    this.#isAsking = true;
    try {
      while (this.#asked !== null && this.#base !== null) {
        const act = this.#asked;
        this.#asked = null;
        const answer = await this.#host.hand(this.#base, act);
        if (answer === null) {
          // Setting was lost: what was shown of a place passed on the way is no answer to this one.
          this.#shown = null;
          this.#pulled = null;
          this.#refused = null;
          this.#moved = null;
          this.#note = undefined;
          continue;
        }
        this.#refused = answer.layout === null && isPut(act) ? act : null;
        this.#moved = answer.layout !== null && act.kind === 'move' && (act.columns !== 0 || act.rows !== 0) ? act : null;
        // The page itself cannot show it: it shows what it was, not a place passed on the way.
        if (this.#refused?.kind === 'move' && this.#shown !== null) {
          this.#shown = null;
          await this.#host.hand(this.#base, null);
        }
        if (answer.layout === null) this.#host.said.set(this.#refused !== null && answer.reason.startsWith('会压住') ? `${answer.reason.split('：')[0]!}：${act.kind === 'pull' ? '停一下，看别的稿件让不让得开' : '松开就排在这里，别的稿件让位'}。` : `${answer.reason}。`);
        else {
          this.#shown = answer.layout;
          this.#pulled = act.kind === 'pull' ? act : null;
          this.#note = answer.note;
          this.#host.said.set(answer.note === undefined ? '' : `${answer.note}。`);
        }
        const other = this.exchange.get();
        const next: DeskAct | null = other !== null && act.kind === 'move' ? { kind: 'swap', page: act.page, article: act.article, other } : putOf(this.#refused ?? this.#moved);
        clearTimeout(this.#rest);
        if (next !== null && this.isOn.get()) this.#rest = setTimeout(() => void this.#lookAhead(next), REST);
      }
    } finally {
      this.#isAsking = false;
    }
  }

  /** What letting go would do: shown on the page, and told with what it costs. */
  async #lookAhead(act: Extract<DeskAct, { readonly page: number; readonly article: string }>): Promise<void> {
    const base = this.#base;
    if (base === null || this.#isAsking || !this.isOn.get()) return;
    this.#isAsking = true;
    this.#isLooking = true;
    try {
      const answer = await this.#host.look(base, act, act.kind === 'swap' ? '对调' : act.kind === 'pull' ? '改版块大小' : '移动版块');
      // Moved on meanwhile: of no interest any more, but the page shows it, until what is asked next has its own.
      if (answer !== null && answer.layout !== null && this.#asked !== null && this.#base === base) this.#shown = answer.layout;
      if (answer === null || this.#asked !== null || this.#base !== base) return;
      const shown = this.#shown;
      if (answer.layout === null && act.kind === 'pull' && shown !== null) {
        // Where letting go leaves it: it stands there already.
        this.ahead.set({ act, area: areaIn(shown, act), layout: null, note: undefined, reason: answer.reason });
        this.#host.said.set(`松开：${stopWords(answer.reason, shown, act)}。`);
        return;
      }
      if (answer.layout === null) {
        this.ahead.set({ act, area: null, layout: null, note: undefined, reason: answer.reason });
        this.#host.said.set(`${answer.reason}。`);
        return;
      }
      this.#shown = answer.layout;
      this.ahead.set({ act, area: areaIn(answer.layout, act), layout: answer.layout, note: answer.note, reason: null });
      this.#host.said.set(answer.note === undefined ? '' : `松开：${answer.note}。`);
    } finally {
      this.#isLooking = false;
      this.#isAsking = false;
      if (this.#asked !== null) void this.#pump();
    }
  }

  /** What was looked for is of another place. */
  #forget(): void {
    clearTimeout(this.#rest);
    this.ahead.set(null);
    if (this.#isLooking) this.#host.handNoMore();
  }
}

/** Where a block stands in a layout. */
function areaIn({ pages }: Layout, { page, article }: BlockName): Area | null {
  const piece = pages.find(({ number }) => number === page)?.pieces.find((one) => one.article === article);
  return piece === undefined ? null : boundsOf(piece);
}

/** How far a pull came, and why no further. */
function stopWords(reason: string, layout: Layout, block: BlockName): string {
  const area = areaIn(layout, block);
  const why = reason.split('：')[0]!;
  return area === null ? why : `只拉到宽 ${area.columns} 栏、高 ${area.rows} 行，再拉${why.startsWith('会') ? '就' : '时'}${why}`;
}

function putOf(act: PutAct | null): PutAct | null {
  return act === null ? null : givingWay(act);
}

/** A move to which all others give way; a pull for which they shift, or the page is set level about it. */
function givingWay(act: PutAct): PutAct {
  return act.kind === 'move' ? { ...act, giveWay: true } : { ...act, giveWay: 'level' };
}
