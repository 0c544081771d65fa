// A draft of a page in type (search-page.ts): the article that takes what is free set in its
// columns, cut where it goes on elsewhere, its feet made level where it ends: by the least
// common foot (T-36), by a few lines more or fewer (N-34, 撑版), by rows around its title.
// In: a draft of numbers. Out: pages with their costs, none where it cannot be set so.
import type { Block } from '../../flow/flow';
import { type Area, areasOf, type Broken, type PagePlan, type Piece, textRows } from '../../model/layout';
import { isSeemly } from '../../page/fill-piece';
import { closed } from './close-holes';
import { MOST_GAP } from '../measure/head-gaps';
import { headRoom } from '../measure/head-rows';
import { isHeldWhole } from './judge-ends';
import { levelledDraft } from './level-draft';
import { judgePage } from '../rules/page-cost';
import { whiteOf } from '../rules/page-white';
import { askedCost, type PageFrame } from './page-moves';
import type { Rest } from './page-state';
import { endingAt, footFor, footOf, isUnder, lowered } from './rest-columns';
import { roomier } from './roomier';
import type { Waiting } from '../measure/ruler';
import type { Found } from './search-memory';
import type { Yardstick } from '../measure/yardstick';

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

/** A foot this many rows short of the page's is made good above the text: rows around the headline (N-34, 撑版). */
const STRETCH = 3;
/** What it costs that the columns of an article end badly in type (N-34), and for each row that one stops early. */
const BAD_END = 60;
const SHORT = 3;
/** What a line costs that is looser than a measure may have: where another measure has none, that is taken. */
const LOOSE = 200;
/** What a row above a heading that is one too many costs. */
const GAP = 40;

/** Rows that a low page becomes higher, one at a time, for the text to end on it as its lines alone promise. */
const MOST_MORE = 3;

/** Costs of the best pages without a fault so far: that take up all, and that do not. */
interface Least {
  readonly last: number;
  readonly other: number;
  /** With a fault or without. */
  readonly any: number;
}

const NO_LEAST: Least = { last: Infinity, other: Infinity, any: Infinity };

/** What level feet may save at the most: a page that is dearer than another one by more is not worth their search. */
const MOST_SAVED = 150;

/** What rows by its lines as set save at the most, for a page to be worth them beside the best so far. */
const MOST_GAINED = 80;

/**
 * The draft in type; nothing where its last article cannot be set so. `least`: cost of the best page without a fault so far, of
 * those that leave something to others where it does; `more`: rows that the page was made higher already.
 */
export function setDraft({ pieces, left: waits, rest }: Found, waiting: readonly Waiting[], frame: Omit<PageFrame, 'beam' | 'looked'>, ruler: Yardstick, least: Least = NO_LEAST, more = 0, isAgain = false): Attempt[] {
  // Printed, and so read back, in the edition's order.
  const inOrder = (unsorted: readonly Piece[]): Piece[] => {
    const rank = new Map(waiting.map((other) => [other.article, other.rank]));
    return [...unsorted].sort((a, b) => (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0));
  };
  const attempt = (made: readonly Piece[], left: readonly Waiting[]): Attempt => {
    const plan = closed({ number: frame.number, mastheadRows: frame.mastheadRows, pieces: inOrder(made) }, ruler, left.length > 0);
    const { cost, faults, led } = judgePage(plan, left, waiting, ruler);
    const end = rest === null ? null : endCost(plan, rest.one, ruler);
    // As it is printed, a text may have a hole above a heading (N-34): numbers alone do not tell.
    const gaps = plan.pieces.map((own) => gapIn(own, waiting, ruler) - MOST_GAP).filter((rows) => rows > 0);
    return { plan, left, cost: cost + askedCost(plan, left, frame, ruler.master.columns) + (end?.cost ?? 0) + gaps.reduce((sum, rows) => sum + GAP * rows, 0), faults: faults + (end?.faults ?? 0) + gaps.length, led };
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
    const ending = more < MOST_MORE && endsByNumbers(rest, ruler) ? roomier(pieces, rest, 1, ruler.master.lines) : null;
    const ended = ending === null ? [] : setDraft({ pieces: ending.pieces, left: waits, rest: ending.rest }, waiting, frame, ruler, least, more + 1, isAgain);
    if (filled.columns.length === 0 || isHeldWhole(one, frame)) return [...full, ...ended];
    return [...full, ...ended, attempt([...pieces, piece(rest.deck, rest.body, frame.number + 1)], [...others, { ...one, rest: { thread: filled.rest, from: frame.number } }])];
  }
  const { deck, body } = level(rest, thread, ruler);
  const plain = attempt([...pieces, piece(deck, body, null)], others);
  if (plain.cost > (others.length === 0 ? least.last : least.other) + MOST_SAVED) return [...full, plain];
  const evened = even(rest, body, pieces, thread, ruler).map((made) => attempt([...pieces, { ...piece(made.deck, made.body, null), ...(made.fitted === undefined ? {} : { fitted: made.fitted }) }], others));
  const made: Attempt[] = [...full, ...evened, plain];
  const isLevelIn = (attempts: readonly Attempt[]): boolean => attempts.some(({ plan, faults }) => faults === 0 && isLevel(plan, one, thread, ruler));
  if (isAgain || plain.cost > least.any + MOST_GAINED || isLevelIn(made)) return made;
  // Its lines as it is set are known now: rows around headlines for those, and where copyfitting does not give the rest, for all.
  const lines = filled.columns.reduce((sum, { used }) => sum + used, 0);
  for (const given of [GIVEN, 0]) {
    const found = levelledDraft({ pieces, left: waits, rest }, waiting, frame, ruler, { lines, given });
    const again = found === null ? [] : setDraft(found, waiting, frame, ruler, least, more, true);
    made.push(...again);
    if (isLevelIn(again)) break;
  }
  return made;
}

/** Nothing between its pieces is white, and the article's columns end level in type. */
function isLevel(plan: PagePlan, one: Waiting, thread: readonly Block[], ruler: Yardstick): boolean {
  const { columns, lines } = ruler.master;
  if (whiteOf(plan, columns, lines).holes > 0) return false;
  const piece = plan.pieces.find(({ article }) => article === one.article);
  return piece === undefined || piece.box !== null || ruler.measure.ends(thread, piece).short === 0;
}

/** Its lines alone have room: the columns' ends and headings took the rest. */
function endsByNumbers({ one, body }: Rest, ruler: Yardstick): boolean {
  const [first] = body;
  return first !== undefined && ruler.need(one, first.area.columns, first.into) <= textRows(body);
}

/** Rows above a heading of a piece as it is printed; what is pinned is as it is. */
function gapIn(piece: Piece, waiting: readonly Waiting[], ruler: Yardstick): number {
  const one = waiting.find(({ article }) => article === piece.article);
  return one === undefined || piece.box !== null || piece.pinned === true ? 0 : ruler.measure.gap(ruler.thread(one), piece);
}

/** What it costs how an article ends, as it is printed. */
function endCost({ pieces }: PagePlan, one: Waiting, ruler: Yardstick): { readonly cost: number; readonly faults: number } {
  const piece = pieces.find(({ article }) => article === one.article);
  if (piece === undefined || piece.box !== null) return { cost: 0, faults: 0 };
  const thread = ruler.thread(one);
  const { short, fault } = ruler.measure.ends(thread, piece);
  // Of a text that is whole here that is known (page-cost.ts), but where copyfitting did it.
  const isLoose = ruler.tooLoose(thread, piece) !== null;
  return { cost: SHORT * short + (fault === null ? 0 : BAD_END) + (isLoose ? LOOSE : 0), faults: (fault === null ? 0 : 1) + (isLoose ? 1 : 0) };
}

/** Rows that its headline may still take. */
function roomOf({ one, deck, body }: Rest, ruler: Yardstick): number {
  return headRoom({ article: one.article, variant: one.variant, deck, body, box: null, from: null, to: null }, ruler);
}

/** 撑版: the columns filled to their feet by a few lines more or fewer, and by rows around the title where the text alone does not do it. */
function stretched(rest: Rest, thread: readonly Block[], ruler: Yardstick): { readonly deck: Area | null; readonly body: readonly Broken[]; readonly fitted: number }[] {
  const most = Math.min(STRETCH, roomOf(rest, ruler));
  for (let rows = 0; rows <= most; rows++) {
    const lower = rows === 0 ? rest : lowered(rest, rows, ruler);
    if (lower === null) return [];
    const fitted = ruler.measure.stretch(thread, lower.body);
    if (fitted !== null) return [{ deck: lower.deck, body: lower.body, fitted: fitted.lines === 0 ? fitted.rows : fitted.lines }];
  }
  return [];
}

/** Rows that the feet of an article's columns go up or down by at the most, to be level with what ends beside them; rows that its title takes for it. */
const MOST_MOVED = 3;
const MOST_TITLE = 2;
/** Part of its lines that copyfitting gives, about: what is farther off is not tried. */
const GIVEN = 0.05;

/** An article in columns that end level. */
interface Evened {
  readonly deck: Area | null;
  readonly body: readonly Broken[];
  readonly fitted?: number;
}

/**
 * An article whose columns do not end level, as numbers alone leave them, brought to one foot (N-34, T-36): that of the pieces
 * beside it, or its own, or one a row off, by lines more or fewer and rows around its title. `body`: its columns as they end now.
 */
function even(rest: Rest, body: readonly Broken[], pieces: readonly Piece[], thread: readonly Block[], ruler: Yardstick): readonly Evened[] {
  const [first] = body;
  if (first === undefined) return [];
  const foot = footOf(body);
  const beside = Math.max(0, ...pieces.flatMap(areasOf).map(({ row, rows }) => row + rows));
  const isNear = beside > 0 && Math.abs(beside - foot) <= MOST_MOVED;
  const ends = (columns: readonly Broken[]): boolean => ruler.measure.ends(thread, { body: columns, to: null }).short === 0;
  if (body.every(({ area }) => area.row + area.rows === foot) && (!isNear || beside === foot) && ends(body)) return [];
  const lines = ruler.need(rest.one, first.area.columns, first.into);
  for (const wanted of new Set(isNear ? [beside, foot, foot - 1] : [foot, foot - 1, foot + 1])) {
    for (let rows = 0; rows <= (wanted === beside ? Math.min(MOST_TITLE, roomOf(rest, ruler)) : 0); rows++) {
      const lower = rows === 0 ? rest : lowered(rest, rows, ruler);
      if (lower === null) break;
      // Feet of several heights are another article's: only those at the lowest foot go up or down.
      const columns = endingAt(lower.body, wanted);
      if (columns.length < body.length || Math.abs(textRows(columns) - lines) > Math.max(MOST_MOVED, GIVEN * lines)) continue;
      const fitted = ruler.measure.stretch(thread, columns);
      if (fitted !== null) return [{ deck: lower.deck, body: columns, fitted: fitted.lines === 0 ? fitted.rows : fitted.lines }];
      const filled = ruler.measure.fill(thread, columns);
      if (filled.rest === null && filled.columns.every(isSeemly) && ends(columns)) return [{ deck: lower.deck, body: columns }];
    }
  }
  return [];
}

/** An article that ends here: feet level at the least common foot (T-36), and rows above its text where they are almost at the page's. */
function level(rest: Rest, thread: readonly Block[], ruler: Yardstick): { deck: Area | null; body: readonly Broken[] } {
  const { deck, body } = rest;
  const used = (columns: readonly Broken[], seemly = false): Broken[] | null => {
    const filled = ruler.measure.fill(thread, columns);
    if (filled.rest !== null || (seemly && !filled.columns.every(isSeemly))) return null;
    return columns.flatMap((broken, g) => ((filled.rows[g] ?? 0) > 0 ? [{ ...broken, area: { ...broken.area, rows: filled.rows[g]! } }] : []));
  };
  let found = used(body) ?? [];
  for (let foot = footFor(body, Math.max(1, textRows(found) - 2 * body.length)), most = footOf(body); body.length > 1 && foot < most; foot++) {
    const tried = endingAt(body, foot);
    // Columns too low for a heading and what it keeps are not level, they are too low (T-34).
    const filled = used(tried, true);
    if (filled === null || filled.length < tried.length) continue;
    found = filled;
    break;
  }
  const spare = footOf(body) - (found.length === 0 ? 0 : footOf(found));
  if (deck === null || spare <= 0 || spare > Math.min(STRETCH, roomOf(rest, ruler)) || !isUnder(found, deck) || found.some(({ area }) => area.row !== deck.row + deck.rows)) return { deck, body: found };
  // Columns that end above another piece have no rows to go down by.
  const isFree = ({ column, row, rows }: Area): boolean => body.some(({ area }) => area.column === column && row + rows + spare <= area.row + area.rows);
  if (!found.every(({ area }) => isFree(area))) return { deck, body: found };
  return { deck: { ...deck, rows: deck.rows + spare }, body: found.map((broken) => ({ ...broken, area: { ...broken.area, row: broken.area.row + spare } })) };
}
