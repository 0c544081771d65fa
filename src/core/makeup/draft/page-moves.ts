// One more piece on a newspaper page, in every way: whole articles from the top and
// from the foot, a box, a title over the whole page; and the few of the states so
// made that promise most. There are thousands of ways and few that count, so a way
// is scored by numbers alone and becomes a state only when its turn comes.
import type { Area, Piece } from '../../model/layout';
import type { MoveList } from './move-list';
import { weightOf } from '../rules/page-cost';
import { advanced, goneBelow, openDeck, type PageState, underDeck } from './page-state';
import type { Ruler, StepHeights, Waiting } from '../measure/ruler';
import { newHeadlineTaboos } from '../rules/taboos';

/** Rows that a box may be higher than its text needs (T-35: the headline's zone takes them). */
const BOX_SPARE = 4;
/** What each cell of a box at the foot costs then. */
const SPARING = 0.002;
/** Base columns that a story takes at the least. */
export const LEAST_COLUMNS = 2;

/** What may not be torn on a page: the 头条; the 头条 and a report. */
export type HeldWhole = 'lead' | 'report';

/** The page that a search fills. */
export interface PageFrame {
  readonly number: number;
  readonly mastheadRows: number;
  /** Pieces of other proposals for this page: what stands as one of them costs, so that another proposal is another one. */
  readonly others: readonly Piece[];
  readonly alike: number;
  /** What a step of a row between the columns' tops costs a state: the next piece may fill it. */
  readonly uneven: number;
  /** Articles may end at two heights: dearer to search, for pages that have a straight break otherwise. */
  readonly stepped: boolean;
  /** States kept after each move, and how many of them are looked at closely for that. */
  readonly beam: number;
  readonly looked: number;
  /** Rank of the article that takes what the others leave, though it is not long; left out: whichever is best. */
  readonly rest?: number;
  /** Of two ways to stand at the foot that waste as little the one that takes fewer cells is tried first: the text has hardly room. */
  readonly sparing?: boolean;
  /** Rank of the article that stands at the page's head, upper left (N-37); left out: whichever is best. */
  readonly headed?: number;
  /** What goes on on no other page, so that others wait for that: the 头条, or that and a report, which has a page of its own. */
  readonly whole?: HeldWhole | null;
}

/** Part of it where a piece stands as in a mirror. */
const MIRRORED = 0.5;

/** What an editorial costs that is not on the front page for the 头条 to be whole: a page's worth. */
const LATE_VOICE = 300;

/** What a page costs for being like other proposals. */
export function likeness({ pieces }: { readonly pieces: readonly Piece[] }, { others, alike }: Pick<PageFrame, 'others' | 'alike'>, columns: number): number {
  if (others.length === 0) return 0;
  // Mirrored it is the same page to who chooses.
  return pieces.reduce((sum, piece) => sum + (others.some((other) => sameSpot(piece, other)) ? alike : others.some((other) => isMirrored(piece, other, columns)) ? MIRRORED * alike : 0), 0);
}

/** What a page costs by what is asked of it beside being a good one (judgePage): for being like other proposals; for an editorial that waits where the 头条 is to be whole, since stories wait for that. */
export function askedCost(plan: Parameters<typeof likeness>[0], left: readonly Waiting[], frame: Pick<PageFrame, 'others' | 'alike' | 'whole' | 'mastheadRows'>, columns: number): number {
  const late = (frame.whole ?? null) === null || frame.mastheadRows === 0 ? 0 : LATE_VOICE * left.filter(({ boxed, rest }) => boxed && rest === null).length;
  return late + likeness(plan, frame, columns);
}

/** The states one piece further that promise most, each shape of page once. `foot`: pieces may stand at the page's foot; `moves`: room for the ways, used again and again. */
export function nextStates(states: readonly PageState[], foot: boolean, frame: PageFrame, ruler: Ruler, moves: MoveList): PageState[] {
  moves.clear();
  for (const state of states) pushMoves(state, foot, frame, ruler, moves);
  const seen = new Set<string>();
  const rough: Rough[] = [];
  // Each choice is looked at: what stands on the page decides more than a row of white now.
  const looked = new Map<number, number>();
  const most = Math.max(LEAST_LOOKED, Math.ceil(frame.looked / CHOICES));
  // Where nothing is pinned the columns' tops of a way are known before it is made: most of the ways choose what was looked at enough.
  const isPlain = states.every(({ later }) => later.every((own) => own.length === 0));
  const tops: number[] = [];
  moves.order();
  for (let move = moves.next(); move >= 0; move = moves.next()) {
    const from = moves.state(move);
    const one = isPlain ? moves.topsAfter(move, tops) : null;
    const known = one === null ? null : choiceOf(tops, from, one);
    if (known !== null && (looked.get(known) ?? 0) >= most) continue;
    if (one !== null && frame.headed !== undefined && !mayHead(from, one, tops[0]!, frame.headed, frame.mastheadRows)) continue;
    const made = moves.make(move);
    if (made === null) continue;
    const state = advanced(made);
    if (frame.headed !== undefined && !canHead(state, frame.headed, frame.mastheadRows)) continue;
    const choice = known ?? choiceOf(state.sky, state);
    const count = looked.get(choice) ?? 0;
    if (count >= most) continue;
    const key = keyOf(state);
    if (seen.has(key)) continue;
    seen.add(key);
    looked.set(choice, count + 1);
    // The headlines that stood before are judged; only the new piece's is not.
    const before = from.pieces.length;
    const headlines = from.headlines + (state.pieces.length === before ? 0 : newHeadlineTaboos(state.pieces, before, ruler).reduce((sum, taboo) => sum + weightOf(taboo, ruler.style), 0));
    rough.push({ state: headlines === state.headlines ? state : { ...state, headlines }, score: moves.score(move) + headlines + likeness(state, frame, ruler.master.columns), choice });
    if (rough.length >= frame.looked) break;
  }
  return kept(rough.sort((a, b) => a.score - b.score), frame.beam);
}

/** What tells a state from another one to go on from: its columns' tops and feet, what waits, and the open title; all of them small whole numbers, a character each. */
function keyOf({ sky, floor, left, open }: PageState): string {
  const codes: number[] = [open === null ? 0 : open.one.rank + 1];
  for (const row of sky) codes.push(row);
  for (const row of floor) codes.push(row);
  for (const { rank } of left) codes.push(rank);
  return String.fromCharCode.apply(null, codes);
}

/** `canHead` as far as it is known before the state is made: `top` is its first column's top, `one` what stands then beside what stood `from`. */
function mayHead({ left, open }: PageState, one: Waiting, top: number, rank: number, head: number): boolean {
  if (open !== null) return open.one.rank === rank && open.area.row === head;
  for (const other of left) if (other !== one && other.rank === rank) return top === head;
  return true;
}

/** The article stands at the page's head, upper left, or the place is free for it. */
function canHead({ pieces, left, open, sky }: PageState, rank: number, top: number): boolean {
  if (open !== null) return open.one.rank === rank && open.area.row === top;
  if (left.some((one) => one.rank === rank)) return sky[0] === top;
  return pieces.some(({ deck, box }) => {
    const head = box === null ? deck : box.area;
    return head !== null && head.column === 0 && head.row === top;
  });
}

interface Rough {
  readonly state: PageState;
  readonly score: number;
  /** What it has chosen (choiceOf). */
  readonly choice: number;
}

/** Choices among which the states that are looked at are shared out, and states of one that are looked at in any case. */
const CHOICES = 10;
const LEAST_LOOKED = 8;

/** The best state of each choice, then the second best of each, as far as the beam goes. */
function kept(rough: readonly Rough[], beam: number): PageState[] {
  const counts = new Map<number, number>();
  const turns = rough.map(({ state, score, choice }) => {
    const turn = counts.get(choice) ?? 0;
    counts.set(choice, turn + 1);
    return { state, score, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn || a.score - b.score).slice(0, beam).map(({ state }) => state);
}

/**
 * Which articles wait, which title is open, and where the columns' tops step most: where they do not, the next piece would part
 * the page from edge to edge (N-31).
 */
function choiceOf(sky: readonly number[], { left, open }: PageState, without?: Waiting): number {
  let [step, at] = [0, 0];
  for (let c = 1; c < sky.length; c++) {
    const own = Math.abs(sky[c]! - sky[c - 1]!);
    if (own > step) [step, at] = [own, c];
  }
  let waits = 0;
  for (const one of left) if (one !== without) waits += 2 ** (one.rank % MOST_RANKS);
  return (waits * MOST_RANKS + (open === null ? 0 : 1 + (open.one.rank % (MOST_RANKS - 1)))) * MOST_COLUMNS + at;
}

/** So many articles and columns are told apart in one number. */
const MOST_RANKS = 32;
const MOST_COLUMNS = 64;

/** Rows that a piece may stand higher or lower and be in the same place to the eye. */
const SAME_ROWS = 3;

/** Two pieces of an article begin at about one place and are as wide. */
export function sameSpot(a: Piece, b: Piece): boolean {
  if (a.article !== b.article) return false;
  const [one, other] = [spotOf(a), spotOf(b)];
  return one?.column === other?.column && one?.columns === other?.columns && Math.abs((one?.row ?? 0) - (other?.row ?? 0)) <= SAME_ROWS;
}

/** A piece stands as another one of its article in a mirror. */
export function isMirrored(a: Piece, b: Piece, columns: number): boolean {
  if (a.article !== b.article) return false;
  const [one, other] = [spotOf(a), spotOf(b)];
  return one !== undefined && other !== undefined && one.columns === other.columns && one.column === columns - other.column - other.columns && Math.abs(one.row - other.row) <= SAME_ROWS;
}

function spotOf({ deck, body, box }: Piece): Area | undefined {
  return deck ?? body[0]?.area ?? box?.area;
}

/** What moves have to know of a run of columns: its lowest top and highest foot, and the cells between these and the others. */
interface Run {
  readonly top: number;
  readonly foot: number;
  /** Cells above the piece that are wasted where it begins at `top`, below it where it ends at `foot`. */
  readonly above: number;
  readonly below: number;
  /** Tops of the columns beside it, null at the page's edge, and the sum of the steps between those that the run does not touch. */
  readonly left: number | null;
  readonly right: number | null;
  readonly steps: number;
}

/** The same for every run of columns of a state, by first column and width. */
function runsOf({ sky, floor }: PageState): Run[][] {
  const all = unevenness(sky);
  return sky.map((_, column) => {
    let [top, foot, skies, floors] = [-Infinity, Infinity, 0, 0];
    const left = sky[column - 1] ?? null;
    let inside = left === null ? 0 : Math.abs(sky[column]! - left);
    const out: Run[] = [];
    for (let c = column, wide = 1; c < sky.length; c++, wide++) {
      top = Math.max(top, sky[c]!);
      foot = Math.min(foot, floor[c]!);
      skies += sky[c]!;
      floors += floor[c]!;
      const right = sky[c + 1] ?? null;
      if (right !== null) inside += Math.abs(right - sky[c]!);
      out[wide] = { top, foot, above: wide * top - skies, below: floors - wide * foot, left, right, steps: all - inside };
    }
    return out;
  });
}

/** Sum of the steps between the columns' tops. */
function unevenness(sky: readonly number[]): number {
  let sum = 0;
  for (let c = 1; c < sky.length; c++) sum += Math.abs(sky[c]! - sky[c - 1]!);
  return sum;
}

/** The same where the run of columns is at another row. */
function unevenWith({ left, right, steps }: Run, row: number): number {
  return steps + (left === null ? 0 : Math.abs(row - left)) + (right === null ? 0 : Math.abs(right - row));
}

function pushMoves(state: PageState, foot: boolean, { stepped, rest, uneven: cheap, headed, sparing, mastheadRows }: PageFrame, ruler: Ruler, out: MoveList): void {
  const { columns } = ruler.master;
  const { sky, open } = state;
  const runs = runsOf(state);
  const level = sky.every((row) => row === sky[0]);
  const uneven = unevenness(sky);
  const scored = (wasted: number, steps: number): number => state.cost + 3 * (state.wasted + wasted) + cheap * steps;
  // While the article that heads the page waits its place stays free: others stand elsewhere, it nowhere else (canHead).
  const waits = headed !== undefined && state.left.some(({ rank }) => rank === headed);
  const isFree = (one: Waiting, column: number, row: number): boolean => !waits || (one.rank === headed ? column === 0 && row === mastheadRows : column > 0);
  const isFreeAtFoot = (one: Waiting): boolean => !waits || one.rank !== headed;
  const built = (made: PageState | null): void => {
    if (made !== null) out.made(scored(made.wasted - state.wasted, unevenness(made.sky)), state, made);
  };
  if (open === null) for (let column = 0; column < columns; column++) built(goneBelow(state, column)?.state ?? null);
  if (open !== null && !ruler.isLong(open.one)) {
    for (let wide = Math.min(LEAST_COLUMNS, columns); wide <= columns; wide++) {
      const whole = ruler.whole(open.one, wide);
      if (whole !== null) built(underDeck(state, wide, whole));
    }
  }
  for (const one of state.left) {
    if (one.boxed) {
      for (const way of ruler.boxes(one)) {
        // A box stands at the page's right or left side, at the top or at the foot, or fills what is free between.
        for (const column of way.columns === columns ? [0] : [columns - way.columns, 0]) {
          // Beside the text of an open title the box is at the right: the text begins at the left.
          if (open !== null && column === 0) continue;
          const run = runs[column]![way.columns]!;
          const free = run.foot - run.top - way.rows;
          if (free < 0) continue;
          const spare = free <= BOX_SPARE ? free : 0;
          if (isFree(one, column, run.top)) out.box(scored(run.above, unevenWith(run, run.top + way.rows + spare + 1)), state, one, way, column, false, spare);
          if (foot && isFreeAtFoot(one)) out.box(scored(run.below + (sparing === true ? SPARING * way.rows * way.columns : 0), uneven), state, one, way, column, true, 0);
        }
      }
      // Without its box it is no other article's neighbour (T-35).
      continue;
    }
    if (open === null && one.rest === null && level && isFree(one, 0, sky[0]!)) built(openDeck(state, one, ruler.deck(one, columns).rows));
    if (ruler.isLong(one) || one.rank === rest) continue;
    if (stepped && open === null) pushStepped(state, one, runs, ruler, scored, isFree, out);
    for (let wide = Math.min(LEAST_COLUMNS, columns); wide <= columns; wide++) {
      const whole = ruler.whole(one, wide);
      if (whole === null) continue;
      const deckRows = one.rest === null ? ruler.deck(one, wide).rows : 0;
      const rows = whole.rows + deckRows;
      if (rows === 0) continue;
      for (let column = 0; column + wide <= columns; column++) {
        const run = runs[column]![wide]!;
        if (run.top + rows > run.foot) continue;
        // Under an open title only its own text and boxes stand, and what has the foot (N-33).
        if (open === null && isFree(one, column, run.top)) out.whole(scored(run.above, unevenWith(run, run.top + rows + 1)), state, one, whole, deckRows, column, wide, false);
        if (foot && (state.pieces.length > 0 || open !== null) && isFreeAtFoot(one)) out.whole(scored(run.below, uneven), state, one, whole, deckRows, column, wide, true);
      }
    }
  }
}

/** What a step in an article's feet costs: level they look better (T-36). */
const STEP = 12;

/** Of so few articles each is tried at more heights, of three at all. */
const FEW = 4;
const THREE = 3;
const ALL_HEIGHTS: readonly StepHeights[] = ['usual', 'more', 'small'];
const ONE_HEIGHT: readonly StepHeights[] = ['usual'];

/** The ways to put a whole article at the top with its feet at two heights. */
function pushStepped(state: PageState, one: Waiting, runs: readonly (readonly Run[])[], ruler: Ruler, scored: (wasted: number, steps: number) => number, isFree: (one: Waiting, column: number, row: number) => boolean, out: MoveList): void {
  const { columns } = ruler.master;
  const count = state.left.length + state.pieces.length;
  const heights = count <= THREE ? ALL_HEIGHTS : count <= FEW ? ALL_HEIGHTS.slice(0, 2) : ONE_HEIGHT;
  for (let column = 0; column + LEAST_COLUMNS < columns; column++) {
    for (let left = LEAST_COLUMNS; column + left < columns; left++) {
      for (let right = 1; column + left + right <= columns; right++) {
        // Only a piece that reaches a side of the page, or all of it, keeps something from going straight across.
        if (column > 0 && column + left + right < columns) continue;
        const run = runs[column]![left + right]!;
        if (!isFree(one, column, run.top)) continue;
        const floors = [runs[column]![left]!.foot, runs[column + left]![right]!.foot] as const;
        for (const beside of one.rest === null ? [true, false] : [false]) {
          // One column beside the title parts it from the next one (N-30), at the head of the page; under it, it is a step as any.
          if (right === 1 && (beside ? column > 0 || state.pieces.length > 0 : count > FEW)) continue;
          for (const by of beside && right === 1 ? ONE_HEIGHT : heights) {
            for (const step of ruler.stepped(one, left, right, beside, by)) {
              const foot = run.top + step.deckRows + step.left;
              const other = run.top + (beside ? 0 : step.deckRows) + step.right;
              // Half of them and more have no room.
              if (foot > floors[0] || other > floors[1]) continue;
              out.stepped(scored(run.above + STEP / 3, unevenWith(run, foot + 1) + Math.abs(foot - other)), state, one, step, column, left, right, beside);
            }
          }
        }
      }
    }
  }
}
