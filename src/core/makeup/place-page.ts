// The best ways to fill one newspaper page: a beam search over a few moves
// (page-moves.ts), and at last one article that takes all that is left and goes on
// elsewhere if it does not fit. Plans are compared by page-cost.ts on estimates; only the best are set.
import type { Block } from '../flow/flow';
import { brokenMeasure } from '../page/paper-grid';
import { type Area, areasOf, type Broken, type PagePlan, type Piece } from '../model/layout';
import { closed, meets } from './close-holes';
import { judgePage } from './page-cost';
import { LEAST_COLUMNS, likeness, nextStates, type PageFrame } from './page-moves';
import { emptyPage, highest, lowest, type PageState, type Rest } from './page-state';
import type { Found, SearchMemory } from './search-memory';
import { headlineTaboos } from './taboos';
import { twoStacks } from './two-stacks';
import { breakColumns, type Ruler, type Waiting, type Yardstick } from './yardstick';

/** Part of a page that its text must fill, headlines not counted, for anything to stand at the foot. */
const FULL = 0.6;
/** Least rows of a column that an article fills, and of the text that a begun article leaves on its first page. */
const LEAST_ROWS = 6;
const LEAST_BEGUN = 10;
/** A foot this many rows short of the page's is made good above the text: rows around the headline (N-34, 撑版). */
const STRETCH = 3;

/** What a page without a fault may cost beside the best one to be looked for: it is white, or out of order, for that. */
const CLEAN = 450;

/** Part of its lines that a text gives when it is stretched, about, and what each costs. */
const STRETCHED = 0.035;
const STRETCHED_LINE = 0.4;

/** A page placed in one way, what it leaves, and what it costs. */
export interface Attempt {
  readonly plan: PagePlan;
  readonly left: readonly Waiting[];
  readonly cost: number;
  /** Taboos that are faults in the paper's style. */
  readonly faults: number;
  /** Its lead is at its head (N-37). */
  readonly led: boolean;
}

/** How widely a page is searched: plans that are set in type (the best, the best that take up all, the best without a fault, as many with the lead at the head), and how many ways are answered. */
export interface PageWidth {
  readonly set: number;
  readonly last: number;
  readonly clean: number;
  readonly led: number;
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
  const told = [number, mastheadRows, foot ? 1 : 0, stepped ? 1 : 0, width.set, width.last, width.clean, width.led, width.beam, pinned.length + others.length === 0 ? '' : JSON.stringify([pinned, others, alike]), uneven, waiting.map(({ important }) => (important === true ? 1 : 0)).join('')].join(' ');
  const best = memory.recall(waiting, told, ruler, (asked) => search(waiting, foot, { ...frame, beam: width.beam, looked: width.looked }, width, asked));
  const attempts = best.flatMap((found) => attemptOf(found, waiting, frame, ruler)).sort((a, b) => a.cost - b.cost);
  const last = attempts.find(({ left }) => left.length === 0);
  const clean = attempts.find(({ faults }) => faults === 0);
  const led = attempts.find((attempt) => attempt.led && attempt.faults === 0) ?? attempts.find((attempt) => attempt.led);
  return attempts.filter((attempt, i) => i < width.ways || attempt === last || attempt === clean || attempt === led);
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

/** Rank of the article that is longest over all columns. */
function longest(waiting: readonly Waiting[], ruler: Ruler): number {
  const rows = (one: Waiting): number => (one.boxed ? 0 : (ruler.whole(one, ruler.master.columns)?.rows ?? ruler.master.lines));
  return waiting.reduce((best, one) => (rows(one) > rows(best) ? one : best)).rank;
}

/** Many short articles find their places on a low page in more ways than on a full one. */
const LOW_WIDE = 2;

/** Rows that a make-up in narrower pieces may take more than one in bands. */
const LOW_AIR = 3;

/** The plans that are worth being set in type, as far as numbers tell. */
function search(waiting: readonly Waiting[], foot: boolean, frame: PinnedFrame & PageFrame, width: PageWidth, ruler: Ruler): readonly Found[] {
  const all = new BestDrafts(width.set);
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
  const run = (lines: number, atFoot: boolean, judging: Judge): void => {
    let states: readonly PageState[] = [emptyPage(waiting, { ...ruler.master, lines }, frame.mastheadRows, frame.pinned)];
    while (states.length > 0) {
      for (const state of states) judgeEnds(state, judging);
      states = nextStates(states, atFoot, judging.frame, ruler);
    }
  };
  const low = frame.pinned.length > 0 ? null : lowPage(waiting, frame, ruler);
  run(ruler.master.lines, foot && low === null, judge);
  // Text that fills no page is also made up as on a page that it fills: a lower one, with a level foot.
  if (low !== null) run(low, true, { ...judge, ends: true, frame: { ...frame, rest: longest(waiting, ruler), ...(frame.others.length > 0 || waiting.some((one) => one.rest !== null) ? {} : { beam: LOW_WIDE * frame.beam, looked: LOW_WIDE * frame.looked }) } });
  if (frame.stepped && frame.pinned.length === 0) {
    const empty = emptyPage(waiting, ruler.master, frame.mastheadRows);
    for (const foot of low === null ? [ruler.master.lines, null] : [null]) {
      for (const { pieces, left, rest } of twoStacks(waiting, frame.mastheadRows, foot, ruler)) judgeRest({ ...empty, pieces, left }, rest, 0, judge);
    }
  }
  const drafts = new Map([...all.drafts, ...last.drafts, ...clean.drafts, ...led.drafts].map(({ key, draft }) => [key, draft]));
  return [...drafts.values()].map(({ pieces, left, rest }) => ({ pieces, left, rest }));
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
    judge.take({ pieces, left, rest: null, cost: cost + likeness(state, frame), faults, led, last });
  }
  for (const one of open === null ? left : [open.one]) {
    if (frame.rest !== undefined && one.rank !== frame.rest) continue;
    for (const rest of restsOf(state, one, ruler)) {
      if (!judgeRest(state, rest, 0, judge)) continue;
      // A title on the fold goes down a few rows, if it can (N-36).
      if (rest.deck === null || !isOnFold(rest, frame, ruler)) continue;
      for (const rows of OFF_FOLD) {
        const lower = lowered(rest, rows);
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

/** The title block so many rows higher, its text so many lower; null where that leaves a column too little, or a box stands under the title. */
function lowered(rest: Rest, rows: number): Rest | null {
  const { deck, body } = rest;
  if (deck === null || body.some(({ area }) => area.rows - rows < LEAST_ROWS)) return null;
  const foot = deck.row + deck.rows;
  if (!isUnder(body, deck)) return null;
  const down = ({ area, into }: Broken): Broken => {
    const by = area.row === foot ? rows : 0;
    return { into, area: { ...area, row: area.row + by, rows: area.rows - by } };
  };
  return { ...rest, deck: { ...deck, rows: deck.rows + rows }, body: body.map(down) };
}

/** Its own text stands under all of a title: no box does. */
function isUnder(body: readonly Broken[], deck: Area): boolean {
  const [foot, end] = [deck.row + deck.rows, deck.column + deck.columns];
  const under = body.filter(({ area }) => area.row === foot);
  return under.reduce((sum, { area }) => sum + Math.max(0, Math.min(area.column + area.columns, end) - Math.max(area.column, deck.column)), 0) >= deck.columns;
}

/** What an article would take if it took all that is free: of the columns under its title, or of a run of columns. */
function restsOf(state: PageState, one: Waiting, ruler: Ruler): Rest[] {
  const wanted = ruler.wanted(one);
  const { columns } = ruler.master;
  const { sky, floor, open } = state;
  const bodies = (deck: Area | null, tops: readonly number[], first: number, end: number): Rest[] => {
    const body = tiled(tops, floor, first, end, wanted, ruler);
    return body.length === 0 ? [] : [{ one, deck, body }];
  };
  if (open !== null) return bodies(open.area, sky, 0, runEnd(sky, floor, 0));
  const out: Rest[] = [];
  for (let first = 0; first < columns; first++) {
    const end = runEnd(sky, floor, first);
    if (end === first) continue;
    if (one.rest !== null) out.push(...bodies(null, sky, first, end));
    else {
      for (let wide = LEAST_COLUMNS; first + wide <= end; wide++) {
        // A title ends where the columns' tops change, or takes all of them.
        if (first + wide < end && sky[first + wide] === sky[first + wide - 1]) continue;
        const row = highest(sky, first, wide);
        const deck: Area = { column: first, columns: wide, row, rows: ruler.deck(one, wide).rows };
        const foot = row + deck.rows;
        // Its own text stands under all of a title (N-33).
        if (lowest(floor, first, wide) - foot < LEAST_ROWS) continue;
        const tops = sky.map((top, c) => (c >= first && c < first + wide ? foot : Math.max(top, row)));
        out.push(...bodies(deck.rows === 0 ? null : deck, tops, first, runEnd(tops, floor, first)));
      }
    }
    first = end;
  }
  return out;
}

/** Column after the last of a run that has room for text; `first` where it has none. */
function runEnd(tops: readonly number[], floor: readonly number[], first: number): number {
  let end = first;
  while (end < tops.length && floor[end]! - tops[end]! >= LEAST_ROWS) end++;
  return end;
}

/** Columns of text over base columns of different heights: all of one measure, the nearest to the wanted one that their steps allow. */
function tiled(tops: readonly number[], floor: readonly number[], first: number, end: number, wanted: number, { master }: Ruler): Broken[] {
  const runs: { column: number; columns: number; row: number; rows: number }[] = [];
  for (let c = first; c < end; c++) {
    const last = runs.at(-1);
    const [row, rows] = [tops[c]!, floor[c]! - tops[c]!];
    if (last !== undefined && last.row === row && last.rows === rows) last.columns++;
    else runs.push({ column: c, columns: 1, row, rows });
  }
  const [only] = runs;
  if (only === undefined) return [];
  if (runs.length === 1) return [{ area: only, into: breakColumns(master, only.columns, wanted) }];
  let best: { group: number; into: number; characters: number } | null = null;
  let bestScore = Infinity;
  for (let group = 1; group <= master.columns; group++) {
    if (runs.some(({ columns }) => columns % group !== 0)) continue;
    const into = breakColumns(master, group, wanted);
    const { characters, gap } = brokenMeasure(master, group, into);
    const score = Math.abs(characters - wanted) + (into === 1 ? 0 : 2 * (gap - master.gap));
    if (score >= bestScore) continue;
    best = { group, into, characters };
    bestScore = score;
  }
  if (best === null) return [];
  const { group, into, characters } = best;
  return runs.flatMap((run): Broken[] => {
    const together = (run.columns / group) * into;
    if (brokenMeasure(master, run.columns, together).characters === characters) return [{ area: run, into: together }];
    return Array.from({ length: run.columns / group }, (_, k) => ({ area: { ...run, column: run.column + k * group, columns: group }, into }));
  });
}

function textRows(body: readonly Broken[]): number {
  return body.reduce((sum, { area, into }) => sum + area.rows * into, 0);
}

/** The columns cut off at a common foot; those that would be empty left out. */
function endingAt(body: readonly Broken[], foot: number): Broken[] {
  return body.flatMap((broken): Broken[] => {
    const rows = Math.min(broken.area.rows, foot - broken.area.row);
    return rows <= 0 ? [] : [{ ...broken, area: { ...broken.area, rows } }];
  });
}

function footOf(body: readonly Broken[]): number {
  return Math.max(...body.map(({ area }) => area.row + area.rows));
}

/** The least common foot at which the columns hold so many lines. */
function footFor(body: readonly Broken[], lines: number): number {
  let [foot, most] = [Infinity, 0];
  for (const { area } of body) {
    foot = Math.min(foot, area.row + 1);
    most = Math.max(most, area.row + area.rows);
  }
  while (foot < most) {
    const middle = (foot + most) >> 1;
    let held = 0;
    for (const { area, into } of body) held += Math.max(0, Math.min(area.rows, middle - area.row)) * into;
    if (held < lines) foot = middle + 1;
    else most = middle;
  }
  return foot;
}

/**
 * A low page as high as its text needs: what stands at its foot, and the columns above, so many rows up or down that the article
 * just fills what is left. Null where the page is not that high.
 */
function fittedLow(state: PageState, rest: Rest, lines: number, { master }: Ruler): { readonly pieces: readonly Piece[]; readonly body: readonly Broken[] } | null {
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
  return low > master.lines || body.some(({ area }) => area.rows < LEAST_ROWS) ? null : { pieces, body };
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
  take({ pieces: state.pieces, left: state.left, rest, cost: cost + more + (stretches ? STRETCHED_LINE * missing : 0) + likeness({ pieces }, frame), faults, led, last });
  return true;
}

/** The draft in type; nothing where its last article cannot be set so. */
function attemptOf({ pieces, left: waits, rest }: Found, waiting: readonly Waiting[], frame: PinnedFrame, ruler: Yardstick): Attempt[] {
  // Printed, and so read back, in the edition's order.
  const inOrder = (unsorted: readonly Piece[]): Piece[] => {
    const rank = new Map(waiting.map((other) => [other.article, other.rank]));
    return [...unsorted].sort((a, b) => (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0));
  };
  const attempt = (made: readonly Piece[], left: readonly Waiting[]): Attempt => {
    const plan = closed(planOf(inOrder(made), frame), ruler.master, left.length > 0);
    const { cost, faults, led } = judgePage(plan, left, waiting, ruler);
    return { plan, left, cost: cost + likeness(plan, frame), faults, led };
  };
  if (rest === null) return [attempt(pieces, waits)];
  const { one } = rest;
  const others = waits.filter((other) => other !== one);
  const piece = (deck: Area | null, body: readonly Broken[], to: number | null): Piece =>
    ({ article: one.article, variant: one.variant, deck, body, box: null, from: one.rest?.from ?? null, to });
  const thread = ruler.thread(one);
  const filled = ruler.measure.fill(thread, rest.body);
  const full = stretched(rest, thread, ruler).map(({ deck, body, fitted }) => attempt([...pieces, { ...piece(deck, body, null), fitted }], others));
  if (filled.rest !== null) {
    if (filled.columns.length === 0) return full;
    return [...full, attempt([...pieces, piece(rest.deck, rest.body, frame.number + 1)], [...others, { ...one, rest: { thread: filled.rest, from: frame.number } }])];
  }
  const { deck, body } = level(rest, thread, ruler);
  return [...full, attempt([...pieces, piece(deck, body, null)], others)];
}

/** 撑版: the columns filled to their feet by a few lines more or fewer, and by rows around the title where the text alone does not do it. */
function stretched(rest: Rest, thread: readonly Block[], ruler: Yardstick): { readonly deck: Area | null; readonly body: readonly Broken[]; readonly fitted: number }[] {
  for (let rows = 0; rows <= STRETCH; rows++) {
    const lower = rows === 0 ? rest : lowered(rest, rows);
    if (lower === null) return [];
    const fitted = ruler.measure.stretch(thread, lower.body);
    if (fitted !== null) return [{ deck: lower.deck, body: lower.body, fitted: fitted.lines === 0 ? fitted.rows : fitted.lines }];
  }
  return [];
}

/** An article that ends here: feet level at the least common foot (T-36), and rows above its text where they are almost at the page's. */
function level({ deck, body }: Rest, thread: readonly Block[], ruler: Yardstick): { deck: Area | null; body: readonly Broken[] } {
  const used = (columns: readonly Broken[]): Broken[] | null => {
    const filled = ruler.measure.fill(thread, columns);
    if (filled.rest !== null) return null;
    return columns.flatMap((broken, g) => ((filled.rows[g] ?? 0) > 0 ? [{ ...broken, area: { ...broken.area, rows: filled.rows[g]! } }] : []));
  };
  let found = used(body) ?? [];
  for (let foot = footFor(body, Math.max(1, textRows(found) - 2 * body.length)), most = footOf(body); body.length > 1 && foot < most; foot++) {
    const tried = endingAt(body, foot);
    const filled = used(tried);
    if (filled === null || filled.length < tried.length) continue;
    found = filled;
    break;
  }
  const spare = footOf(body) - (found.length === 0 ? 0 : footOf(found));
  if (deck === null || spare <= 0 || spare > STRETCH || !isUnder(found, deck) || found.some(({ area }) => area.row !== deck.row + deck.rows)) return { deck, body: found };
  // Columns that end above another piece have no rows to go down by.
  const isFree = ({ column, row, rows }: Area): boolean => body.some(({ area }) => area.column === column && row + rows + spare <= area.row + area.rows);
  if (!found.every(({ area }) => isFree(area))) return { deck, body: found };
  return { deck: { ...deck, rows: deck.rows + spare }, body: found.map((broken) => ({ ...broken, area: { ...broken.area, row: broken.area.row + spare } })) };
}
