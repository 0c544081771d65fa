// The best ways to fill one newspaper page: a beam search over a few moves
// (page-moves.ts), and at last one article that takes all that is left and goes on
// elsewhere if it does not fit. Plans are compared by page-cost.ts on estimates; only the best are set.
import { type Area, areasOf, type Broken, type PagePlan, type Piece } from '../model/layout';
import { meets } from './close-holes';
import { levelledDraft } from './level-draft';
import { MoveList } from './move-list';
import { judgePage, leadOf } from './page-cost';
import { LEAST_COLUMNS, likeness, nextStates, type PageFrame } from './page-moves';
import { emptyPage, type PageState, type Rest, steppedTop } from './page-state';
import { endingAt, footFor, leastRows, lowered, restsOf, textRows } from './rest-columns';
import type { Ruler, Waiting } from './ruler';
import type { Found, SearchMemory } from './search-memory';
import { type Attempt, setDraft } from './set-draft';
import { headlineTaboos } from './taboos';
import { twoStacks } from './two-stacks';
import type { Yardstick } from './yardstick';

/** Part of a page that its text must fill, headlines not counted, for anything to stand at the foot. */
const FULL = 0.6;
/** Least text, lines, that a begun article leaves on its first page. */
const LEAST_BEGUN = 10;

/** What a page without a fault may cost beside the best one to be looked for: it is white, or out of order, for that. */
const CLEAN = 450;

/** Part of its lines that a text gives when it is stretched, about, and what each costs. */
const STRETCHED = 0.035;
const STRETCHED_LINE = 0.4;

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

interface Draft extends Found {
  readonly cost: number;
  readonly faults: number;
  readonly led: boolean;
  /** Nothing waits for another page. */
  readonly last: boolean;
}

/** The page, and what stands on it already. */
interface PinnedFrame extends Omit<PageFrame, 'beam' | 'looked'> {
  readonly pinned: readonly Piece[];
}

/** The best few ways to fill the page, best first; one that places nothing only where nothing can be placed. */
export function placePage(waiting: readonly Waiting[], frame: PinnedFrame, ruler: Yardstick, width: PageWidth, memory: SearchMemory): Attempt[] {
  const foot = fills(waiting, ruler);
  const { number, mastheadRows, pinned, others, alike, uneven, stepped } = frame;
  const told = [number, mastheadRows, foot ? 1 : 0, stepped ? 1 : 0, width.set, width.last, width.clean, width.led, width.headed, width.headedFirst ? 1 : 0, width.beam, pinned.length + others.length === 0 ? '' : JSON.stringify([pinned, others, alike]), uneven, waiting.map(({ important }) => (important === true ? 1 : 0)).join('')].join(' ');
  const best = memory.recall(waiting, told, ruler, (asked) => search(waiting, foot, { ...frame, beam: width.beam, looked: width.looked }, width, asked));
  let least = { last: Infinity, other: Infinity };
  const attempts = best.flatMap((found) => {
    const made = setDraft(found, waiting, frame, ruler, least);
    for (const { cost, faults, left } of made) {
      if (faults > 0) continue;
      least = left.length === 0 ? { ...least, last: Math.min(least.last, cost) } : { ...least, other: Math.min(least.other, cost) };
    }
    return made;
  }).sort((a, b) => a.cost - b.cost);
  const last = attempts.find(({ left }) => left.length === 0);
  const clean = attempts.find(({ faults }) => faults === 0);
  const led = attempts.find((attempt) => attempt.led && attempt.faults === 0) ?? attempts.find((attempt) => attempt.led);
  const headed = attempts.find((attempt) => attempt.led && attempt.left.length === 0);
  // The page behind may end well after one of them alone.
  const flawless = attempts.filter((attempt) => attempt.led && attempt.faults === 0).slice(0, width.headed >> 1);
  return attempts.filter((attempt, i) => i < width.ways || attempt === last || attempt === headed || attempt === clean || attempt === led || flawless.includes(attempt));
}

/** Rows of a page that the articles fill when they stand one under the other, and a little more; null where that is no lower than the page. */
function lowPage(waiting: readonly Waiting[], { mastheadRows }: PageFrame, ruler: Ruler): number | null {
  const { columns, lines } = ruler.master;
  let rows = mastheadRows;
  for (const one of waiting) {
    if (one.boxed) rows += Math.min(...ruler.boxes(one).map((way) => Math.ceil((way.rows * way.columns) / columns))) + 1;
    else rows += (one.rest === null ? ruler.deck(one, columns).rows : 0) + (ruler.whole(one, columns)?.rows ?? lines) + 1;
  }
  return Number.isFinite(rows) && rows + LOW_AIR < lines ? rows + LOW_AIR : null;
}

/** Rows of a page that the articles would just fill, each as wide as it takes least room; null where that is no lower than the page. */
function justFilled(waiting: readonly Waiting[], { mastheadRows }: PageFrame, ruler: Ruler): number | null {
  const { columns, lines } = ruler.master;
  let cells = 0;
  for (const one of waiting) {
    let least = Infinity;
    if (one.boxed) least = Math.min(...ruler.boxes(one).map((way) => (way.rows + 1) * way.columns));
    else {
      for (let wide = 2; wide <= columns; wide++) {
        const whole = ruler.whole(one, wide);
        if (whole !== null) least = Math.min(least, ((one.rest === null ? ruler.deck(one, wide).rows : 0) + whole.rows + 1) * wide);
      }
    }
    cells += least;
  }
  const rows = mastheadRows + Math.ceil(cells / columns) + LOW_AIR;
  return Number.isFinite(rows) && rows < lines ? rows : null;
}

/** Ranks of the articles, those that are longest over all columns first. */
function byLength(waiting: readonly Waiting[], ruler: Ruler): number[] {
  const rows = (one: Waiting): number => (one.boxed ? 0 : (ruler.whole(one, ruler.master.columns)?.rows ?? ruler.master.lines));
  return [...waiting].sort((a, b) => rows(b) - rows(a)).map(({ rank }) => rank);
}

/** Many short articles find their places on a low page in more ways than on a full one. */
const LOW_WIDE = 2;

/** So many articles find good pages with half the width where a page's foot is open, or its head given: a fifth of the time of proposing six on a broadsheet. */
const MANY = 6;

/** Rows that a make-up in narrower pieces may take more than one in bands. */
const LOW_AIR = 3;

/** The plans that are worth being set in type, as far as numbers tell. */
function search(waiting: readonly Waiting[], foot: boolean, frame: PinnedFrame & PageFrame, width: PageWidth, ruler: Ruler): readonly Found[] {
  const all = new BestDrafts(width.set);
  const moves = new MoveList();
  // A page that takes up all is worth a look though it is dearer: it saves the next. So is one that has no fault.
  const last = new BestDrafts(width.last);
  const clean = new BestDrafts(width.clean);
  // So is one with the lead at its head, where the best have it lower.
  const led = new BestDrafts(width.led);
  const judge: Judge = {
    waiting, frame, ruler,
    most: (isLast) => Math.max(all.most, Math.min(Math.max(clean.most, led.most), all.least + CLEAN), isLast ? last.most : -Infinity),
    take: (draft) => {
      all.take(draft);
      if (draft.last) last.take(draft);
      if (draft.faults === 0) clean.take(draft);
      if (draft.led) led.take(draft);
    },
  };
  const begun = (lines: number): PageState => emptyPage(waiting, { ...ruler.master, lines }, frame.mastheadRows, frame.pinned);
  const run = (lines: number, atFoot: boolean, judging: Judge, from = begun(lines)): void => {
    let states: readonly PageState[] = [from];
    while (states.length > 0) {
      for (const state of states) judgeEnds(state, judging);
      states = nextStates(states, atFoot, judging.frame, ruler, moves);
    }
  };
  const low = frame.pinned.length > 0 ? null : lowPage(waiting, frame, ruler);
  const isOpen = low !== null || !foot;
  // Where its text does not fill the page its foot is open, and what makes a good page is mostly found on the lower ones below.
  const narrow = waiting.length < MANY ? {} : { beam: frame.beam >> 1, looked: frame.looked >> 1 };
  const [first = 0, second] = byLength(waiting, ruler);
  const isBegun = frame.others.length > 0 || waiting.some((one) => one.rest !== null);
  const just = justFilled(waiting, frame, ruler);
  const searchAny = (): void => {
    run(ruler.master.lines, !isOpen, isOpen ? { ...judge, frame: { ...frame, ...narrow } } : judge);
    // Text that fills no page is also made up as on a page that it fills: a lower one, with a level foot.
    if (low !== null) run(low, true, { ...judge, ends: true, frame: { ...frame, rest: first, ...(isBegun ? {} : { beam: LOW_WIDE * frame.beam, looked: LOW_WIDE * frame.looked }) } });
    // Nothing without a fault: a page that the text almost fills, and another article that takes what is left. Once is enough.
    const almost = low ?? (frame.pinned.length + frame.others.length > 0 ? null : just);
    for (const rest of low === null ? [first, second] : [second]) {
      if (almost !== null && frame.others.length === 0 && rest !== undefined && !clean.drafts.some(({ draft }) => draft.last)) run(almost, true, { ...judge, ends: true, frame: { ...frame, rest } });
    }
    if (frame.stepped && frame.pinned.length === 0) {
      const empty = emptyPage(waiting, ruler.master, frame.mastheadRows);
      for (const foot of low === null ? [ruler.master.lines, null] : [null]) {
        for (const { pieces, left, rest } of twoStacks(waiting, frame.mastheadRows, foot, ruler)) judgeRest({ ...empty, pieces, left }, rest, 0, judge);
      }
    }
  };
  // The lead first, the others where it leaves room (N-37).
  const lead = leadOf(waiting, frame.mastheadRows === 0);
  const [headed, headedClean, headedLast] = [new BestDrafts(width.headed), new BestDrafts(width.headed), new BestDrafts(width.headed)];
  const searchHeaded = (isLast: boolean, of: Waiting): boolean => {
    const found = isLast ? headedLast : headedClean;
    const judging: Judge = {
      ...judge, frame: { ...frame, ...narrow, headed: of.rank }, most: (ends) => Math.max(headedClean.most, ends ? Math.max(headed.most, headedLast.most) : -Infinity),
      take: (draft) => {
        if (!draft.led) return;
        if (draft.last) headed.take(draft);
        if (draft.faults === 0) (draft.last ? headedLast : headedClean).take(draft);
      },
    };
    const lower = low ?? just;
    run(ruler.master.lines, foot && low === null, judging);
    for (const rest of [first, second]) if (lower !== null && rest !== undefined && found.drafts.length === 0) run(lower, true, { ...judging, ends: true, frame: { ...judging.frame, rest } });
    // What stands from edge to edge parts the page unless its feet are at two heights: few such come through the beam.
    if (frame.stepped) {
      const lines = low ?? ruler.master.lines;
      let tried = 0;
      for (const from of headedBy(begun(lines), of, ruler)) {
        if (found.drafts.length >= ENOUGH_HEADED || tried++ >= MOST_HEADED) break;
        run(lines, foot || low !== null, { ...judging, ends: low !== null, frame: { ...judging.frame, beam: HEADED_BEAM, looked: 3 * HEADED_BEAM, ...(low === null ? {} : { rest: first }) } }, from);
      }
    }
    return found.drafts.length > 0;
  };
  const isHeaded = lead !== null && frame.pinned.length + frame.others.length === 0 && width.headed > 0;
  // A wide search after one that found nothing: with the lead at the head it mostly finds something, and then all else is spared.
  if (!(width.headedFirst && isHeaded && searchHeaded(low !== null || just !== null, lead))) {
    searchAny();
    const isLast = last.drafts.length > 0;
    if (isHeaded && !width.headedFirst && !clean.drafts.some(({ draft }) => draft.led && draft.last === isLast)) searchHeaded(isLast, lead);
  }
  const drafts = new Map([...all.drafts, ...last.drafts, ...clean.drafts, ...led.drafts, ...headed.drafts, ...headedClean.drafts, ...headedLast.drafts].map(({ key, draft }) => [key, draft]));
  return [...drafts.values()].flatMap(({ pieces, left, rest }): Found[] => {
    const found = { pieces, left, rest };
    const levelled = levelledDraft(found, waiting, frame, ruler);
    // What lines a text really takes is known when it is set: the one may do as well as the other.
    return levelled === null ? [found] : [found, levelled];
  });
}

/** How widely a page is searched whose head is given, pages of such that are enough, and heads that are tried. */
const HEADED_BEAM = 12;
const ENOUGH_HEADED = 2;
const MOST_HEADED = 8;

/** The page with its lead over all of its width, its feet at two heights, in its ways. */
function* headedBy(empty: PageState, lead: Waiting, ruler: Ruler): Iterable<PageState> {
  const { columns } = ruler.master;
  if (ruler.isLong(lead)) return;
  // One of each width before the second of any: the first few are tried.
  const lefts = Array.from({ length: columns - 2 * LEAST_COLUMNS + 1 }, (_, i) => LEAST_COLUMNS + i);
  const ways = lefts.map((left) => [...ruler.stepped(lead, left, columns - left, false, 'usual'), ...ruler.stepped(lead, left, columns - left, false, 'more')].flatMap((step) => steppedTop(empty, lead, 0, left, columns - left, false, step) ?? []));
  for (let i = 0; ways.some((own) => i < own.length); i++) for (const own of ways) if (i < own.length) yield own[i]!;
}

/** What the ends of states are judged by. */
interface Judge {
  readonly waiting: readonly Waiting[];
  readonly frame: PageFrame;
  readonly ruler: Ruler;
  /** Nothing may go on elsewhere. */
  readonly ends?: boolean;
  /** What a draft may cost to be taken. */
  readonly most: (last: boolean) => number;
  readonly take: (draft: Draft) => void;
}

/** The first few drafts by cost, each page once: the same page comes of its pieces in any order. */
class BestDrafts {
  readonly drafts: { readonly draft: Draft; readonly key: string }[] = [];

  constructor(private readonly count: number) {}

  /** The cost of the first. */
  get least(): number {
    return this.drafts[0]?.draft.cost ?? Infinity;
  }

  /** What is as dear as this comes too late. */
  get most(): number {
    return this.drafts.length < this.count ? Infinity : this.drafts.at(-1)!.draft.cost;
  }

  take(draft: Draft): void {
    const { drafts, count } = this;
    if (draft.cost >= this.most) return;
    const key = keyOf(draft);
    const same = drafts.findIndex((other) => other.key === key);
    if (same >= 0) {
      if (drafts[same]!.draft.cost <= draft.cost) return;
      drafts.splice(same, 1);
    }
    let at = drafts.length;
    while (at > 0 && drafts[at - 1]!.draft.cost > draft.cost) at--;
    drafts.splice(at, 0, { draft, key });
    if (drafts.length > count) drafts.pop();
  }
}

function keyOf({ pieces, rest }: Found): string {
  const last = rest === null ? '' : `${rest.one.rank} ${areasKey(rest.deck, rest.body)}`;
  return [...pieces.map(({ article, deck, body, box }) => `${article} ${areasKey(deck ?? box?.area ?? null, body)}`).sort(), last].join('\n');
}

function areasKey(deck: Area | null, body: readonly Broken[]): string {
  return [...(deck === null ? [] : [deck]), ...body.map(({ area }) => area)].map(({ column, columns, row, rows }) => `${column},${columns},${row},${rows}`).join(' ');
}

/** The text fills the page, about: only then does anything stand at its foot. */
function fills(waiting: readonly Waiting[], ruler: Yardstick): boolean {
  const { columns, characters, lines } = ruler.master;
  return waiting.reduce((sum, one) => sum + ruler.characters(one), 0) > FULL * columns * characters * lines;
}

function planOf(pieces: readonly Piece[], { number, mastheadRows }: Pick<PageFrame, 'number' | 'mastheadRows'>): PagePlan {
  return { number, mastheadRows, pieces };
}

/** Takes the ways to end a state that are good enough: as it is, or with one article in all that is left. */
function judgeEnds(state: PageState, judge: Judge): void {
  const { waiting, frame, ruler } = judge;
  const { pieces, left, open } = state;
  if (open === null && pieces.length > 0) {
    const last = left.length === 0;
    const { cost, faults, led } = judgePage(planOf(pieces, frame), left, waiting, ruler, judge.most(last));
    judge.take({ pieces, left, rest: null, cost: cost + likeness(state, frame, ruler.master.columns), faults, led, last });
  }
  for (const one of open === null ? left : [open.one]) {
    if (frame.rest !== undefined && one.rank !== frame.rest) continue;
    // What has its box is no other article's neighbour without it (T-35): it waits for a page that has room, where one has.
    if (one.boxed && (pieces.length > 0 || ruler.boxes(one).some(({ rows }) => rows <= ruler.master.lines - frame.mastheadRows))) continue;
    for (const rest of restsOf(state, one, ruler)) {
      if (!judgeRest(state, rest, 0, judge)) continue;
      // A title on the fold goes down a few rows, if it can (N-36).
      if (rest.deck === null || !isOnFold(rest, frame, ruler)) continue;
      for (const rows of OFF_FOLD) {
        const lower = lowered(rest, rows, ruler);
        if (lower !== null) judgeRest(state, lower, 2 * rows, judge);
      }
    }
  }
}

/** Rows that a title on the fold is made higher by; half of them move it down. */
const OFF_FOLD = [2, 4, 6];

function isOnFold({ one, deck, body }: Rest, frame: PageFrame, ruler: Ruler): boolean {
  const piece: Piece = { article: one.article, variant: one.variant, deck, body, box: null, from: null, to: null };
  return headlineTaboos(planOf([piece], frame), ruler).some(({ kind }) => kind === 'fold');
}

/**
 * A low page as high as its text needs: what stands at its foot, and the columns above, so many rows up or down that the article
 * just fills what is left. Null where the page is not that high.
 */
function fittedLow(state: PageState, rest: Rest, lines: number, ruler: Ruler): { readonly pieces: readonly Piece[]; readonly body: readonly Broken[] } | null {
  const { master } = ruler;
  const [first] = rest.body;
  if (first === undefined) return null;
  const isLow = ({ deck, body, box }: Piece): boolean => {
    const area = deck ?? box?.area ?? body[0]?.area;
    return area !== undefined && area.row >= state.floor[area.column]!;
  };
  const high = [...state.pieces.filter((piece) => !isLow(piece)).flatMap(areasOf), ...(rest.deck === null ? [] : [rest.deck])];
  // Not into what stands above it where the article has no text between.
  const most = Math.min(...state.pieces.filter(isLow).flatMap(areasOf).flatMap((area) => high.filter((other) => meets(area, other)).map((other) => area.row - 1 - other.row - other.rows)));
  const up = Math.min(most, Math.floor(((textRows(rest.body) - lines) * first.area.columns) / first.into / master.columns));
  const lift = (area: Area): Area => ({ ...area, row: area.row - up });
  const pieces = up === 0 ? state.pieces : state.pieces.map((piece): Piece => (!isLow(piece) ? piece : {
    ...piece, deck: piece.deck === null ? null : lift(piece.deck), body: piece.body.map((broken) => ({ ...broken, area: lift(broken.area) })),
    box: piece.box === null ? null : { ...piece.box, area: lift(piece.box.area) },
  }));
  const body = rest.body.map(({ area, into }): Broken => ({ into, area: { ...area, rows: area.rows - up } }));
  const low = Math.max(...body.map(({ area }) => area.row + area.rows), ...pieces.flatMap(areasOf).map(({ row, rows }) => row + rows));
  return low > master.lines || body.some(({ area }) => area.rows < leastRows(rest.one, ruler)) ? null : { pieces, body };
}

/** Takes the state with this article in all that is left, if it is good enough; `more` is what it costs beside. False where it is no page. */
function judgeRest(given: PageState, asked: Rest, more: number, { waiting, frame, ruler, most, take, ends }: Judge): boolean {
  const [begin] = asked.body;
  if (begin === undefined) return false;
  const low = ends === true ? fittedLow(given, asked, ruler.need(asked.one, begin.area.columns, begin.into), ruler) : given;
  if (low === null) return false;
  const state = { pieces: low.pieces, left: given.left };
  const rest: Rest = 'body' in low ? { ...asked, body: low.body } : asked;
  const { one, deck, body } = rest;
  const [first] = body;
  if (first === undefined) return false;
  const lines = ruler.need(one, first.area.columns, first.into);
  const goesOn = lines > textRows(body);
  if (goesOn && (ends === true || textRows(body) < LEAST_BEGUN)) return false;
  const piece: Piece = {
    article: one.article, variant: one.variant, deck, body: goesOn ? body : endingAt(body, footFor(body, lines)), box: null,
    from: one.rest?.from ?? null, to: goesOn ? frame.number + 1 : null,
  };
  const others = state.left.filter((other) => other !== one);
  const left = goesOn ? [...others, { ...one, rest: { thread: [], from: frame.number } }] : others;
  const last = left.length === 0;
  // A few lines short of its columns' feet it is stretched to them (N-34).
  const missing = goesOn ? 0 : textRows(body) - lines;
  const stretches = missing > 0 && missing <= STRETCHED * lines;
  const pieces = [...state.pieces, stretches ? { ...piece, body } : piece];
  const { cost, faults, led } = judgePage(planOf(pieces, frame), left, waiting, ruler, most(last) - more);
  take({ pieces: state.pieces, left: state.left, rest, cost: cost + more + (stretches ? STRETCHED_LINE * missing : 0) + likeness({ pieces }, frame, ruler.master.columns), faults, led, last });
  return true;
}
