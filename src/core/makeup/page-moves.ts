// One more piece on a newspaper page, in every way: whole articles from the top and
// from the foot, a box, a title over the whole page; and the few of the states so
// made that promise most. There are thousands of ways and few that count, so a way
// is scored by numbers alone and becomes a state only when its turn comes.
import { weightOf } from './page-cost';
import { atFoot, atTop, boxed, highest, lowest, openDeck, type PageState, underDeck } from './page-state';
import { headlineTaboos } from './taboos';
import type { Ruler, Waiting } from './yardstick';

/** States kept after each move, and how many of them are looked at closely for that. */
const BEAM = 28;
const LOOKED_AT = 90;
/** What a step of a row between the columns' tops costs a state: the next piece may fill it. */
const UNEVEN = 0.05;
/** Rows that a box may be higher than its text needs (T-35: the headline's zone takes them). */
const BOX_SPARE = 4;
/** Base columns that a story takes at the least. */
export const LEAST_COLUMNS = 2;

/** A way to put one more piece on a page. */
interface Move {
  readonly score: number;
  /** Its turn among all: of two that promise as much the earlier is taken. */
  readonly turn: number;
  readonly make: () => PageState | null;
}

/** The states one piece further that promise most, each shape of page once. `foot`: pieces may stand at the page's foot. */
export function nextStates(states: readonly PageState[], foot: boolean, frame: { readonly number: number; readonly mastheadRows: number }, ruler: Ruler): PageState[] {
  const moves: Move[] = [];
  for (const state of states) pushMoves(state, foot, ruler, moves);
  const seen = new Set<string>();
  const rough: { readonly state: PageState; readonly score: number }[] = [];
  for (const { score, make } of inTurn(moves)) {
    const state = make();
    if (state === null) continue;
    const key = `${state.sky.join()} ${state.floor.join()} ${state.left.map(({ rank }) => rank).join()} ${state.open?.one.rank ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    rough.push({ state, score: score + headlineTaboos({ ...frame, pieces: state.pieces }, ruler).reduce((sum, taboo) => sum + weightOf(taboo), 0) });
    if (rough.length === LOOKED_AT) break;
  }
  return rough.sort((a, b) => a.score - b.score).slice(0, BEAM).map(({ state }) => state);
}

/** The moves from the best on: a heap, since the most part of them is never wanted. */
function* inTurn(heap: Move[]): Iterable<Move> {
  const before = (a: Move, b: Move): boolean => a.score < b.score || (a.score === b.score && a.turn < b.turn);
  const sink = (from: number): void => {
    const move = heap[from]!;
    let at = from;
    for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, move)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = move;
  };
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i);
  while (heap.length > 0) {
    yield heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    heap[0] = last;
    sink(0);
  }
}

/** What moves have to know of a run of columns: its lowest top and highest foot, and the cells between these and the others. */
interface Run {
  readonly top: number;
  readonly foot: number;
  /** Cells above the piece that are wasted where it begins at `top`, below it where it ends at `foot`. */
  readonly above: number;
  readonly below: number;
}

/** The same for every run of columns of a state, by first column and width. */
function runsOf({ sky, floor }: PageState): Run[][] {
  return sky.map((_, column) => {
    let [top, foot, skies, floors] = [-Infinity, Infinity, 0, 0];
    const out: Run[] = [];
    for (let c = column, wide = 1; c < sky.length; c++, wide++) {
      top = Math.max(top, sky[c]!);
      foot = Math.min(foot, floor[c]!);
      skies += sky[c]!;
      floors += floor[c]!;
      out[wide] = { top, foot, above: wide * top - skies, below: floors - wide * foot };
    }
    return out;
  });
}

/** Sum of the steps between the columns' tops; with a run of columns at another row where one is given. */
function unevenness(sky: readonly number[], column = 0, columns = 0, row = 0): number {
  let sum = 0;
  for (let c = 1; c < sky.length; c++) {
    const here = c >= column && c < column + columns ? row : sky[c]!;
    const left = c > column && c <= column + columns ? row : sky[c - 1]!;
    sum += Math.abs(here - left);
  }
  return sum;
}

function pushMoves(state: PageState, foot: boolean, ruler: Ruler, out: Move[]): void {
  const { columns } = ruler.master;
  const { sky, open } = state;
  const runs = runsOf(state);
  const level = sky.every((row) => row === sky[0]);
  const uneven = unevenness(sky);
  const push = (wasted: number, steps: number, make: () => PageState | null): void => {
    out.push({ score: state.cost + 3 * (state.wasted + wasted) + UNEVEN * steps, turn: out.length, make });
  };
  const built = (next: PageState | null): void => {
    if (next !== null) push(next.wasted - state.wasted, unevenness(next.sky), () => next);
  };
  const top = (column: number, wide: number, rows: number, make: () => PageState | null): void => {
    const run = runs[column]![wide]!;
    if (run.top + rows <= run.foot) push(run.above, unevenness(sky, column, wide, run.top + rows + 1), make);
  };
  const bottom = (column: number, wide: number, rows: number, make: () => PageState | null): void => {
    const run = runs[column]![wide]!;
    if (run.foot - rows >= run.top) push(run.below, uneven, make);
  };
  if (open !== null && !ruler.isLong(open.one)) {
    for (let wide = LEAST_COLUMNS; wide <= columns; wide++) {
      const whole = ruler.whole(open.one, wide);
      if (whole !== null) built(underDeck(state, wide, whole));
    }
  }
  for (const one of state.left) {
    if (one.boxed) pushBoxes(state, one, foot, ruler, top, bottom);
    else if (open === null && one.rest === null && level) built(openDeck(state, one, ruler.deck(one, columns).rows));
    if (ruler.isLong(one)) continue;
    for (let wide = LEAST_COLUMNS; wide <= columns; wide++) {
      const whole = ruler.whole(one, wide);
      if (whole === null) continue;
      const deckRows = one.rest === null ? ruler.deck(one, wide).rows : 0;
      const rows = whole.rows + deckRows;
      if (rows === 0) continue;
      for (let column = 0; column + wide <= columns; column++) {
        // Under an open title only its own text and boxes stand, and what has the foot (N-33).
        if (open === null) top(column, wide, rows, () => atTop(state, one, column, wide, whole, deckRows));
        if (foot && (state.pieces.length > 0 || open !== null)) bottom(column, wide, rows, () => atFoot(state, one, column, wide, whole, deckRows));
      }
    }
  }
}

type Push = (column: number, wide: number, rows: number, make: () => PageState | null) => void;

/** A box stands at the page's right or left side, at the top or at the foot, or fills what is free between. */
function pushBoxes(state: PageState, one: Waiting, foot: boolean, ruler: Ruler, top: Push, bottom: Push): void {
  for (const way of ruler.boxes(one)) {
    for (const column of new Set([ruler.master.columns - way.columns, 0])) {
      // Beside the text of an open title the box is at the right: the text begins at the left.
      if (state.open !== null && column === 0) continue;
      const room = lowest(state.floor, column, way.columns) - highest(state.sky, column, way.columns);
      const free = room - way.rows;
      const spare = free >= 0 && free <= BOX_SPARE ? free : 0;
      top(column, way.columns, way.rows + spare, () => boxed(state, one, way, column, false, spare));
      if (foot) bottom(column, way.columns, way.rows, () => boxed(state, one, way, column, true, 0));
    }
  }
}
