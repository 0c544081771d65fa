// The search of one page: a beam over a few moves (page-moves.ts) from the empty page, on
// the page as it is, on lower ones that its text fills, and with the lead at its head.
// In: the articles that wait. Out: the plans that are worth being set in type, as far as
// numbers tell.
import type { Piece } from '../../model/layout';
import { BestDrafts } from '../draft/best-drafts';
import { areBriefs, briefStacks, type Stacks } from '../stacks/brief-stacks';
import { type Judge, judgeEnds, judgeRest, judgeWhole } from '../draft/judge-ends';
import { levelledDraft } from '../draft/level-draft';
import { justFilled, lowPage } from '../draft/low-page';
import { MoveList } from '../draft/move-list';
import { judgePage } from '../rules/page-cost';
import { leadOf } from '../rules/page-leads';
import { LEAST_COLUMNS, nextStates, type PageFrame } from '../draft/page-moves';
import { atTop, boxed, emptyPage, openDeck, type PageState, steppedTop } from '../draft/page-state';
import type { AtHead, Ruler, Waiting } from '../measure/ruler';
import type { Found } from '../draft/search-memory';
import { twoStacks } from '../stacks/two-stacks';

/** What a page without a fault may cost beside the best one to be looked for: it is white, or out of order, for that. */
const CLEAN = 450;

/** Many short articles find their places on a low page in more ways than on a full one. */
const LOW_WIDE = 2;

/** So many articles find good pages with half the width where a page's foot is open, or its head given: a fifth of the time of proposing six on a broadsheet. */
const MANY = 6;

/** Short articles, so many that a beam of single pieces finds no good page of them that is none of stacks: a quarter of its width is enough then. */
const MANY_BRIEFS = 9;

/** More of them are shared out in too many ways for stacks under one level lead, and for single pieces. */
const MOST_BRIEFS = 12;

/** How widely a page is searched whose head is given, pages of such that are enough, and heads that are tried. */
const HEADED_BEAM = 12;
const ENOUGH_HEADED = 2;
const MOST_HEADED = 8;

/** How widely pages are searched with what a hand put at their head, and how many are kept. */
const ASKED_BEAM = 72;
const ASKED_CLEAN = 6;
const ASKED_ANY = 4;
/** Ways of one width in which its feet are at two heights. */
const MOST_ASKED_STEPS = 4;

/** N-21: columns that a report's title takes at the least where it is not over the whole page. */
const LEAST_TITLE = 5;

/** Pages with a report's title aside that are enough. */
const ASIDE = 2;

/** The page, and what stands on it already. */
export interface PinnedFrame extends Omit<PageFrame, 'beam' | 'looked'> {
  readonly pinned: readonly Piece[];
}

/** How widely a page is searched: plans that are set in type (the best, the best that take up all, the best without a fault, as many with the lead at the head), and how many ways are answered. */
export interface PageWidth {
  readonly set: number;
  readonly last: number;
  readonly clean: number;
  readonly led: number;
  /** The same that take up all, where no other such has it so. */
  readonly headed: number;
  /** Pages with the lead at their head are looked for before all others, which are spared where one is found. */
  readonly headedFirst: boolean;
  readonly ways: number;
  readonly beam: number;
  readonly looked: number;
}

export class PageSearch {
  // A page that takes up all is worth a look though it is dearer: it saves the next. So is one that has no fault, and one with the
  // lead at its head, where the best have it lower.
  private readonly all: BestDrafts;
  private readonly last: BestDrafts;
  private readonly clean: BestDrafts;
  private readonly led: BestDrafts;
  /** Those of searchAside that take up all without a fault. */
  private readonly aside = new BestDrafts(ASIDE);
  /** With the lead at the head: those that take up all; those without a fault that leave some for another page; those without one that take up all. */
  private readonly headed: BestDrafts;
  private readonly headedClean: BestDrafts;
  private readonly headedLast: BestDrafts;
  private readonly moves = new MoveList();
  private readonly judge: Judge;
  /** Rows that the text fills, where that is no whole page; those of a page that it just fills. */
  private readonly low: number | null;
  private readonly just: number | null;
  private readonly narrow: { readonly beam?: number; readonly looked?: number };
  /** Ranks of the longest articles. */
  private readonly first: number;
  private readonly second: number | undefined;
  private readonly frame: PinnedFrame & PageFrame;
  /** Short articles alone; and so many that they are stacked. */
  private readonly isBriefs: boolean;
  private readonly isMany: boolean;

  /** `foot`: something may stand at the page's foot. */
  constructor(
    private readonly waiting: readonly Waiting[],
    private readonly foot: boolean,
    asked: PinnedFrame & PageFrame,
    private readonly width: PageWidth,
    private readonly ruler: Ruler,
    /** Pages of short articles that were found before (dovetail.ts). */
    private readonly stacks: readonly Found[] = [],
  ) {
    this.isBriefs = asked.stepped && asked.pinned.length === 0 && areBriefs(waiting, ruler);
    this.isMany = this.isBriefs && waiting.length >= MANY_BRIEFS;
    const frame = this.isMany ? { ...asked, beam: asked.beam >> 2, looked: asked.looked >> 2 } : asked;
    this.frame = frame;
    const [all, last, clean, led] = [width.set, width.last, width.clean, width.led].map((count) => new BestDrafts(count)) as [BestDrafts, BestDrafts, BestDrafts, BestDrafts];
    [this.all, this.last, this.clean, this.led] = [all, last, clean, led];
    [this.headed, this.headedClean, this.headedLast] = [new BestDrafts(width.headed), new BestDrafts(width.headed), new BestDrafts(width.headed)];
    this.judge = {
      waiting, frame, ruler,
      most: (isLast, isFaulty) => Math.max(all.most, Math.min(isFaulty ? led.most : Math.max(clean.most, led.most), all.least + CLEAN), isLast ? last.most : -Infinity),
      take: (draft) => {
        all.take(draft);
        if (draft.last) last.take(draft);
        if (draft.faults === 0) clean.take(draft);
        if (draft.led) led.take(draft);
      },
    };
    this.low = frame.pinned.length > 0 ? null : lowPage(waiting, frame, ruler);
    this.narrow = waiting.length < MANY ? {} : { beam: frame.beam >> 1, looked: frame.looked >> 1 };
    const [first = 0, second] = byLength(waiting, ruler);
    [this.first, this.second] = [first, second];
    this.just = justFilled(waiting, frame, ruler);
  }

  /** The plans that are worth being set in type. */
  found(): readonly Found[] {
    const { waiting, frame, width, low, just } = this;
    const asked = waiting.find(({ atHead, rest }) => atHead !== undefined && rest === null);
    if (asked?.atHead !== undefined) return this.founded(this.searchAsked(asked, asked.atHead));
    // The lead first, the others where it leaves room (N-37).
    const lead = leadOf(waiting, frame.mastheadRows === 0);
    const isHeaded = lead !== null && frame.pinned.length + frame.others.length === 0 && width.headed > 0;
    // A wide search after one that found nothing: with the lead at the head it mostly finds something, and then all else is spared.
    if (!(width.headedFirst && isHeaded && this.searchHeaded(low !== null || just !== null, lead))) {
      this.searchAny();
      const isLast = this.last.drafts.length > 0;
      if (isHeaded && !width.headedFirst && !this.clean.drafts.some(({ draft }) => draft.led && draft.last === isLast)) this.searchHeaded(isLast, lead);
    }
    return this.founded([this.aside, this.all, this.last, this.clean, this.led, this.headed, this.headedClean, this.headedLast]);
  }

  /** The pages of these, each as it is and levelled. */
  private founded(best: readonly BestDrafts[]): readonly Found[] {
    const { waiting, frame, ruler } = this;
    const drafts = new Map(best.flatMap((one) => one.drafts).map(({ key, draft }) => [key, draft]));
    return [...drafts.values()].flatMap(({ pieces, left, rest }): Found[] => {
      const found = { pieces, left, rest };
      const levelled = levelledDraft(found, waiting, frame, ruler);
      // What lines a text really takes is known when it is set: the one may do as well as the other.
      return levelled === null ? [found] : [found, levelled];
    });
  }

  private begun(lines: number): PageState {
    const { waiting, ruler, frame } = this;
    return emptyPage(waiting, { ...ruler.master, lines }, frame.mastheadRows, frame.pinned);
  }

  /** One beam over the moves, on a page of so many lines; `atFoot`: something may stand at its foot. */
  private run(lines: number, atFoot: boolean, judging: Judge, from = this.begun(lines)): void {
    let states: readonly PageState[] = [from];
    while (states.length > 0) {
      for (const state of states) judgeEnds(state, judging);
      states = nextStates(states, atFoot, judging.frame, this.ruler, this.moves);
    }
  }

  /** Whatever article is at the head. */
  private searchAny(): void {
    const { waiting, frame, ruler, judge, low, just, first, second, narrow } = this;
    const isOpen = low !== null || !this.foot;
    const isBegun = frame.others.length > 0 || waiting.some((one) => one.rest !== null);
    const isFound = (): boolean => this.clean.drafts.some(({ draft }) => draft.last || this.last.drafts.length === 0);
    if (this.stacks.length > 0) {
      const empty = emptyPage(waiting, ruler.master, frame.mastheadRows);
      for (const { pieces, left, rest } of this.stacks) {
        if (rest === null) judgeWhole(pieces, left, judge);
        else judgeRest({ ...empty, pieces, left }, rest, 0, judge);
      }
      if (isFound() || (waiting.length > MOST_BRIEFS && this.all.drafts.length > 0)) return;
    }
    if (this.isBriefs) {
      const costOf = ({ pieces, left }: Stacks, most: number): number => judgePage({ number: frame.number, mastheadRows: frame.mastheadRows, pieces }, left, waiting, ruler, most).cost;
      for (const { pieces, left } of briefStacks(waiting, frame.mastheadRows, ruler, costOf)) judgeWhole(pieces, left, judge);
      if (this.isMany && isFound()) return;
    }
    // Where its text does not fill the page its foot is open, and what makes a good page is mostly found on the lower ones below.
    this.run(ruler.master.lines, !isOpen, isOpen ? { ...judge, frame: { ...frame, ...narrow } } : judge);
    // Text that fills no page is also made up as on a page that it fills: a lower one, with a level foot.
    if (low !== null) this.run(low, true, { ...judge, ends: true, frame: { ...frame, rest: first, ...(isBegun ? {} : { beam: LOW_WIDE * frame.beam, looked: LOW_WIDE * frame.looked }) } });
    // Nothing without a fault: a page that the text almost fills, and another article that takes what is left. Once is enough.
    const almost = low ?? (frame.pinned.length + frame.others.length > 0 ? null : just);
    for (const rest of low === null ? [first, second] : [second]) {
      if (almost !== null && frame.others.length === 0 && rest !== undefined && !this.clean.drafts.some(({ draft }) => draft.last)) this.run(almost, true, { ...judge, ends: true, frame: { ...frame, rest } });
    }
    this.searchAside();
    if (frame.stepped && frame.pinned.length === 0) {
      const empty = emptyPage(waiting, ruler.master, frame.mastheadRows);
      for (const foot of low === null ? [ruler.master.lines, null] : [null]) {
        for (const { pieces, left, rest } of twoStacks(waiting, frame.mastheadRows, foot, ruler)) judgeRest({ ...empty, pieces, left }, rest, 0, judge);
      }
    }
  }

  /**
   * A report's title over all columns but one, the last one its text's: on a page that is full to a few rows, where the rows of the title
   * beside it are wanted (N-21: six to eight columns of a page; less is another page's).
   */
  private searchAside(): void {
    const { waiting, frame, ruler, judge, low, aside } = this;
    const { columns } = ruler.master;
    const lead = leadOf(waiting, frame.mastheadRows === 0);
    if (low !== null || !this.foot || !frame.stepped || frame.pinned.length > 0 || lead?.kind !== 'report' || columns <= LEAST_TITLE || !ruler.isLong(lead)) return;
    const from = openDeck(this.begun(ruler.master.lines), lead, ruler.deck(lead, columns - 1).rows, columns - 1);
    if (from !== null) this.run(ruler.master.lines, true, { ...judge, frame: { ...frame, beam: frame.beam >> 1, looked: frame.looked >> 1, sparing: true }, most: (isLast, isFaulty) => (isLast && !isFaulty ? aside.most : -Infinity), take: (draft) => {
      if (draft.last && draft.faults === 0) aside.take(draft);
    } }, from);
  }

  /**
   * With an article at the head where a hand put it, begun with that piece in its ways, or at the left in any width. What the page
   * cannot hold goes on only where something did.
   */
  private searchAsked(one: Waiting, { column, columns, goesOn }: AtHead): BestDrafts[] {
    const { frame, ruler, low, just, first, second, waiting, judge } = this;
    if (columns === null) {
      this.searchHeaded(true, one);
      return [this.headed, this.headedClean, this.headedLast];
    }
    const clean = new BestDrafts(ASKED_CLEAN);
    const any = new BestDrafts(ASKED_ANY);
    const judging: Judge = {
      ...judge, frame: { ...frame, beam: ASKED_BEAM, looked: 3 * ASKED_BEAM },
      most: (isLast, isFaulty) => (!isLast && !goesOn ? -Infinity : isFaulty ? any.most : Math.max(any.most, clean.most)),
      take: (draft) => {
        // Nothing but the text that takes what is left may go on.
        if (!draft.last && !(goesOn && draft.left.every((other) => other === draft.rest?.one))) return;
        any.take(draft);
        if (draft.faults === 0) clean.take(draft);
      },
    };
    const from = (lines: number): PageState[] => [...askedAt(this.begun(lines), one, column, columns, waiting.length, ruler)];
    for (const state of from(ruler.master.lines)) this.run(ruler.master.lines, this.foot, judging, state);
    const lower = low ?? just;
    for (const rest of [first, second]) {
      if (lower === null || rest === undefined || clean.drafts.length > 0) continue;
      for (const state of from(lower)) this.run(lower, true, { ...judging, ends: true, frame: { ...judging.frame, rest } }, state);
    }
    return [clean, any];
  }

  /** With the lead at the head; `isLast`: of pages that take up all. True where some are found. */
  private searchHeaded(isLast: boolean, of: Waiting): boolean {
    const { frame, ruler, low, just, first, second, headed, headedClean, headedLast } = this;
    const found = isLast ? headedLast : headedClean;
    const judging: Judge = {
      ...this.judge, frame: { ...frame, ...this.narrow, headed: of.rank }, most: (ends, isFaulty) => Math.max(isFaulty ? -Infinity : headedClean.most, ends ? Math.max(headed.most, isFaulty ? -Infinity : headedLast.most) : -Infinity),
      take: (draft) => {
        if (!draft.led) return;
        if (draft.last) headed.take(draft);
        if (draft.faults === 0) (draft.last ? headedLast : headedClean).take(draft);
      },
    };
    const lower = low ?? just;
    this.run(ruler.master.lines, this.foot && low === null, judging);
    for (const rest of [first, second]) if (lower !== null && rest !== undefined && found.drafts.length === 0) this.run(lower, true, { ...judging, ends: true, frame: { ...judging.frame, rest } });
    // What stands from edge to edge parts the page unless its feet are at two heights: few such come through the beam.
    if (frame.stepped) {
      const lines = low ?? ruler.master.lines;
      let tried = 0;
      for (const from of headedBy(this.begun(lines), of, ruler)) {
        if (found.drafts.length >= ENOUGH_HEADED || tried++ >= MOST_HEADED) break;
        this.run(lines, this.foot || low !== null, { ...judging, ends: low !== null, frame: { ...judging.frame, beam: HEADED_BEAM, looked: 3 * HEADED_BEAM, ...(low === null ? {} : { rest: first }) } }, from);
      }
    }
    return found.drafts.length > 0;
  }
}

/** Ranks of the articles, those that are longest over all columns first. */
function byLength(waiting: readonly Waiting[], ruler: Ruler): number[] {
  const rows = (one: Waiting): number => (one.boxed ? 0 : (ruler.whole(one, ruler.master.columns)?.rows ?? ruler.master.lines));
  return [...waiting].sort((a, b) => rows(b) - rows(a)).map(({ rank }) => rank);
}

/** The page with its lead over all of its width, its feet at two heights, in its ways. */
function* headedBy(empty: PageState, lead: Waiting, ruler: Ruler): Iterable<PageState> {
  const { columns } = ruler.master;
  if (ruler.isLong(lead)) return;
  // One of each width before the second of any: the first few are tried.
  const lefts = Array.from({ length: columns - 2 * LEAST_COLUMNS + 1 }, (_, i) => LEAST_COLUMNS + i);
  const ways = lefts.map((left) => [...ruler.stepped(lead, left, columns - left, false, 'usual'), ...ruler.stepped(lead, left, columns - left, false, 'more')].flatMap((step) => steppedTop(empty, lead, 0, left, columns - left, false, step) ?? []));
  for (let i = 0; ways.some((own) => i < own.length); i++) for (const own of ways) if (i < own.length) yield own[i]!;
}

/** The page with an article at its head from a column on, so many wide, in its ways. */
function* askedAt(empty: PageState, one: Waiting, column: number, wide: number, count: number, ruler: Ruler): Iterable<PageState> {
  const { columns } = ruler.master;
  if (one.boxed) {
    for (const way of ruler.boxes(one)) if (way.columns === wide) yield* some(boxed(empty, one, way, column, false, 0));
    return;
  }
  const { rows } = ruler.deck(one, wide);
  if (wide === columns) yield* some(openDeck(empty, one, rows));
  if (ruler.isLong(one)) return;
  const whole = ruler.whole(one, wide);
  if (whole !== null) yield* some(atTop(empty, one, column, wide, whole, rows));
  if (count === 1 || (column > 0 && column + wide < columns)) return;
  const splits = Array.from({ length: Math.max(0, wide - LEAST_COLUMNS) }, (_, i) => LEAST_COLUMNS + i);
  const steps = splits.flatMap((left) => ruler.stepped(one, left, wide - left, false, 'usual').slice(0, 2).flatMap((step) => some(steppedTop(empty, one, column, left, wide - left, false, step))));
  yield* steps.slice(0, MOST_ASKED_STEPS);
}

function some<T>(one: T | null): T[] {
  return one === null ? [] : [one];
}
