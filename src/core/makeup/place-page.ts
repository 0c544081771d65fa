// The best ways to fill one newspaper page: a beam search over a few moves (whole
// articles from the top and from the foot, a box, a title over the whole page), and
// at last one article that takes all that is left and goes on elsewhere if it does
// not fit. Plans are compared by page-cost.ts on estimates; only the best are set.
import type { Block } from '../flow/flow';
import { brokenMeasure } from '../page/paper-grid';
import type { Area, Broken, PagePlan, Piece } from '../page/placement';
import { pageCost, weightOf } from './page-cost';
import { atFoot, atTop, boxed, emptyPage, highest, lowest, openDeck, type PageState, type Rest, underDeck } from './page-state';
import { headlineTaboos } from './taboos';
import { type BoxWay, breakColumns, type Waiting, type Yardstick } from './yardstick';

/** States kept after each move, and how many of them are looked at closely for that. */
const BEAM = 28;
const LOOKED_AT = 90;
/** What a step of a row between the columns' tops costs a state: the next piece may fill it. */
const UNEVEN = 0.05;
/** Part of a page that its text must fill, headlines not counted, for anything to stand at the foot. */
const FULL = 0.6;
/** Plans that are set in type. */
const SET = 6;
const SET_LAST = 3;
/** Least rows of a column that an article fills, and of the text that a begun article leaves on its first page. */
const LEAST_ROWS = 6;
const LEAST_BEGUN = 10;
/** Rows that a box may be higher than its text needs (T-35: the headline's zone takes them). */
const BOX_SPARE = 4;
/** Base columns that a story takes at the least. */
const LEAST_COLUMNS = 2;
/** A foot this many rows short of the page's is made good above the text: rows around the headline (N-34, 撑版). */
const STRETCH = 3;

/** A page placed in one way, what it leaves, and what it costs. */
export interface Attempt {
  readonly plan: PagePlan;
  readonly left: readonly Waiting[];
  readonly cost: number;
}

interface Draft {
  readonly state: PageState;
  readonly rest: Rest | null;
  readonly cost: number;
  /** Nothing waits for another page. */
  readonly last: boolean;
}

interface PageFrame {
  readonly number: number;
  readonly mastheadRows: number;
}

/** The best few ways to fill the page, best first; one that places nothing only where nothing can be placed. */
export function placePage(waiting: readonly Waiting[], frame: PageFrame, ruler: Yardstick, ways: number): Attempt[] {
  const drafts: Draft[] = [];
  const foot = fills(waiting, ruler);
  let states: readonly PageState[] = [emptyPage(waiting, ruler, frame.mastheadRows)];
  while (states.length > 0) {
    for (const state of states) drafts.push(...draftsOf(state, waiting, frame, ruler));
    states = closest(states.flatMap((state) => movesOf(state, foot, ruler)), frame, ruler);
  }
  drafts.sort((a, b) => a.cost - b.cost);
  // A page that takes up all is worth a look though it is dearer: it saves the next.
  const best = distinct([...distinct(drafts, SET), ...distinct(drafts.filter(({ last }) => last), SET_LAST)], SET + SET_LAST);
  const attempts = best.flatMap((draft) => attemptOf(draft, waiting, frame, ruler)).sort((a, b) => a.cost - b.cost);
  const last = attempts.find(({ left }) => left.length === 0);
  return attempts.filter((attempt, i) => i < ways || attempt === last);
}

/** The first few drafts, each page once: the same page comes of its pieces in any order. */
function distinct(drafts: readonly Draft[], most: number): Draft[] {
  const seen = new Set<string>();
  const out: Draft[] = [];
  for (const draft of drafts) {
    if (out.length === most) break;
    const { pieces } = draft.state;
    const rest = draft.rest === null ? '' : `${draft.rest.one.rank} ${areasKey(draft.rest.deck, draft.rest.body)}`;
    const key = [...pieces.map(({ article, deck, body, box }) => `${article} ${areasKey(deck ?? box?.area ?? null, body)}`).sort(), rest].join('\n');
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(draft);
  }
  return out;
}

function areasKey(deck: Area | null, body: readonly Broken[]): string {
  return [...(deck === null ? [] : [deck]), ...body.map(({ area }) => area)].map(({ column, columns, row, rows }) => `${column},${columns},${row},${rows}`).join(' ');
}

/** The states that promise most, each shape of page once. */
function closest(states: readonly PageState[], frame: PageFrame, ruler: Yardstick): PageState[] {
  const seen = new Set<string>();
  const rough = states
    .map((state) => ({ state, score: state.cost + 3 * state.wasted + UNEVEN * unevenness(state) }))
    .sort((a, b) => a.score - b.score)
    .filter(({ state }) => {
      const key = `${state.sky.join()} ${state.floor.join()} ${state.left.map(({ rank }) => rank).join()} ${state.open?.one.rank ?? ''}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, LOOKED_AT);
  return rough
    .map(({ state, score }) => ({ state, score: score + tabooCost(planOf(state.pieces, frame), ruler) }))
    .sort((a, b) => a.score - b.score)
    .slice(0, BEAM)
    .map(({ state }) => state);
}

function unevenness({ sky }: PageState): number {
  return sky.reduce((sum, row, c) => sum + (c === 0 ? 0 : Math.abs(row - sky[c - 1]!)), 0);
}

/** The text fills the page, about: only then does anything stand at its foot. */
function fills(waiting: readonly Waiting[], ruler: Yardstick): boolean {
  const { columns, characters, lines } = ruler.master;
  return waiting.reduce((sum, one) => sum + ruler.characters(one), 0) > FULL * columns * characters * lines;
}

function tabooCost(plan: PagePlan, ruler: Yardstick): number {
  return headlineTaboos(plan, ruler).reduce((sum, taboo) => sum + weightOf(taboo), 0);
}

function planOf(pieces: readonly Piece[], { number, mastheadRows }: PageFrame): PagePlan {
  return { number, mastheadRows, pieces };
}

/** Every state that one more piece makes of a state. */
function movesOf(state: PageState, foot: boolean, ruler: Yardstick): PageState[] {
  const { columns } = ruler.master;
  const out: (PageState | null)[] = [];
  if (state.open !== null && !ruler.isLong(state.open.one)) {
    for (let wide = LEAST_COLUMNS; wide <= columns; wide++) {
      const whole = ruler.whole(state.open.one, wide);
      if (whole !== null) out.push(underDeck(state, wide, whole));
    }
  }
  for (const one of state.left) {
    if (one.boxed) for (const way of ruler.boxes(one)) out.push(...boxMoves(state, one, way, foot, columns));
    else if (state.open === null && one.rest === null && state.sky.every((row) => row === state.sky[0])) out.push(openDeck(state, one, ruler.deck(one, columns).rows));
    if (ruler.isLong(one)) continue;
    for (let wide = LEAST_COLUMNS; wide <= columns; wide++) {
      const whole = ruler.whole(one, wide);
      if (whole === null) continue;
      const deckRows = one.rest === null ? ruler.deck(one, wide).rows : 0;
      if (whole.rows + deckRows === 0) continue;
      for (let column = 0; column + wide <= columns; column++) {
        // Under an open title only its own text and boxes stand, and what has the foot (N-33).
        if (state.open === null) out.push(atTop(state, one, column, wide, whole, deckRows));
        if (foot && (state.pieces.length > 0 || state.open !== null)) out.push(atFoot(state, one, column, wide, whole, deckRows));
      }
    }
  }
  return out.filter((next) => next !== null);
}

/** A box stands at the page's right or left side, at the top or at the foot, or fills what is free between. */
function boxMoves(state: PageState, one: Waiting, way: BoxWay, foot: boolean, columns: number): (PageState | null)[] {
  const sides = [...new Set([columns - way.columns, 0])];
  return sides.flatMap((column) => {
    // Beside the text of an open title the box is at the right: the text begins at the left.
    if (state.open !== null && column === 0) return [];
    const room = Math.min(...state.floor.slice(column, column + way.columns)) - highest(state.sky, column, way.columns);
    const spare = room - way.rows;
    return [boxed(state, one, way, column, false, spare >= 0 && spare <= BOX_SPARE ? spare : 0), foot ? boxed(state, one, way, column, true, 0) : null];
  });
}

/** The ways to end a state: as it is, or with one article in all that is left. */
function draftsOf(state: PageState, waiting: readonly Waiting[], frame: PageFrame, ruler: Yardstick): Draft[] {
  const out: Draft[] = [];
  if (state.open === null && state.pieces.length > 0) {
    out.push({ state, rest: null, cost: pageCost(planOf(state.pieces, frame), state.left, waiting, ruler), last: state.left.length === 0 });
  }
  for (const one of state.open === null ? state.left : [state.open.one]) {
    for (const rest of restsOf(state, one, ruler)) {
      const draft = estimate(state, rest, waiting, frame, ruler);
      if (draft === null) continue;
      out.push(draft);
      // A title on the fold goes down a few rows, if it can (N-36).
      if (rest.deck === null || !isOnFold(rest, frame, ruler)) continue;
      for (const rows of OFF_FOLD) {
        const lower = lowered(rest, rows);
        const moved = lower === null ? null : estimate(state, lower, waiting, frame, ruler);
        if (moved !== null) out.push({ ...moved, cost: moved.cost + 2 * rows });
      }
    }
  }
  return out;
}

/** Rows that a title on the fold is made higher by; half of them move it down. */
const OFF_FOLD = [2, 4, 6];

function isOnFold({ one, deck, body }: Rest, frame: PageFrame, ruler: Yardstick): boolean {
  const piece: Piece = { article: one.article, variant: one.variant, deck, body, box: null, from: null, to: null };
  return headlineTaboos(planOf([piece], frame), ruler).some(({ kind }) => kind === 'fold');
}

/** The title block so many rows higher, its text so many lower; null where that leaves a column too little. */
function lowered(rest: Rest, rows: number): Rest | null {
  const { deck, body } = rest;
  if (deck === null || body.some(({ area }) => area.rows - rows < LEAST_ROWS)) return null;
  const foot = deck.row + deck.rows;
  const down = ({ area, into }: Broken): Broken => {
    const under = area.row === foot ? rows : 0;
    return { into, area: { ...area, row: area.row + under, rows: area.rows - under } };
  };
  return { ...rest, deck: { ...deck, rows: deck.rows + rows }, body: body.map(down) };
}

/** What an article would take if it took all that is free: of the columns under its title, or of a run of columns. */
function restsOf(state: PageState, one: Waiting, ruler: Yardstick): Rest[] {
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
function tiled(tops: readonly number[], floor: readonly number[], first: number, end: number, wanted: number, { master }: Yardstick): Broken[] {
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
  let foot = Math.min(...body.map(({ area }) => area.row)) + 1;
  const most = footOf(body);
  while (foot < most && textRows(endingAt(body, foot)) < lines) foot++;
  return foot;
}

function estimate(state: PageState, rest: Rest, waiting: readonly Waiting[], frame: PageFrame, ruler: Yardstick): Draft | null {
  const { one, deck, body } = rest;
  const [first] = body;
  if (first === undefined) return null;
  const lines = ruler.need(one, first.area.columns, first.into);
  const goesOn = lines > textRows(body);
  if (goesOn && textRows(body) < LEAST_BEGUN) return null;
  const piece: Piece = {
    article: one.article, variant: one.variant, deck, body: goesOn ? body : endingAt(body, footFor(body, lines)), box: null,
    from: one.rest?.from ?? null, to: goesOn ? frame.number + 1 : null,
  };
  const others = state.left.filter((other) => other !== one);
  const left = goesOn ? [...others, { ...one, rest: { thread: [], from: frame.number } }] : others;
  return { state, rest, cost: state.cost + pageCost(planOf([...state.pieces, piece], frame), left, waiting, ruler), last: left.length === 0 };
}

/** The draft in type; nothing where its last article cannot be set so. */
function attemptOf({ state, rest, cost }: Draft, waiting: readonly Waiting[], frame: PageFrame, ruler: Yardstick): Attempt[] {
  // Printed, and so read back, in the edition's order.
  const inOrder = (pieces: readonly Piece[]): Piece[] => {
    const rank = new Map(waiting.map((other) => [other.article, other.rank]));
    return [...pieces].sort((a, b) => (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0));
  };
  if (rest === null) return [{ plan: planOf(inOrder(state.pieces), frame), left: state.left, cost }];
  const { one } = rest;
  const others = state.left.filter((other) => other !== one);
  const piece = (deck: Area | null, body: readonly Broken[], to: number | null): Piece =>
    ({ article: one.article, variant: one.variant, deck, body, box: null, from: one.rest?.from ?? null, to });
  const attempt = (made: Piece, left: readonly Waiting[]): Attempt => {
    const plan = planOf(inOrder([...state.pieces, made]), frame);
    return { plan, left, cost: state.cost + pageCost(plan, left, waiting, ruler) };
  };
  const thread = ruler.thread(one);
  const filled = ruler.measure.fill(thread, rest.body);
  if (filled.rest !== null) {
    if (filled.columns.length === 0) return [];
    return [attempt(piece(rest.deck, rest.body, frame.number + 1), [...others, { ...one, rest: { thread: filled.rest, from: frame.number } }])];
  }
  const { deck, body } = level(rest, thread, ruler);
  return [attempt(piece(deck, body, null), others)];
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
  if (deck === null || spare <= 0 || spare > STRETCH || found.some(({ area }) => area.row !== deck.row + deck.rows)) return { deck, body: found };
  return { deck: { ...deck, rows: deck.rows + spare }, body: found.map((broken) => ({ ...broken, area: { ...broken.area, row: broken.area.row + spare } })) };
}
