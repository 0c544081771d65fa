// A draft's white taken up in whole rows (N-34, T-35), as a layout editor does it when all
// stands about where it should: title blocks and boxes grow by a row here and there, what
// stands below goes down, what stands at the foot goes up, until the holes between the
// pieces are closed, their feet level, and the article that takes what is free has just the
// room that its lines need. In: a draft of numbers. Out: the same pieces in the same
// columns and order, at other rows; null where no row more makes the page better.
import { type Area, areasOf, type Broken, footOf, type PagePlan, type Piece, textRows } from '../../model/layout';
import { meets } from './close-holes';
import { grownPiece } from './grown-piece';
import { headRoom } from '../measure/head-rows';
import { MOST_SHORT } from '../measure/last-column';
import { judgePage } from '../rules/page-cost';
import { whiteOf } from '../rules/page-white';
import type { Rest } from './page-state';
import { endingAt, footFor, leastRows } from './rest-columns';
import type { Ruler, Waiting } from '../measure/ruler';
import type { Found } from './search-memory';

/** Rows that a low page ends lower, at the most. */
const MOST_FOOT = 4;
/** What a row costs that a piece grows by: the second of one more than the first of two. */
const ROW = 0.6;
const SECOND = 0.3;
/** What a line costs that the text is short of its columns: those that copyfitting gives, and more. */
const GIVEN = 0.04;
const SHORT_LINE = 0.5;
const FAR_LINE = 6;
/** 撑版: rows that the whole of a text is made higher or lower by, at the most, and what each line of that costs. */
const MOST_REFIT = 2;
const REFIT_LINE = 0.25;
/** A step that makes the page no better than this is none. */
const LEAST_GAIN = 1e-6;
/** Steps that are taken, and pieces up to which two are tried at once. */
const MOST_STEPS = 24;
const MOST_PAIRED = 5;

/** A page that is levelled. */
interface Page {
  readonly number: number;
  readonly mastheadRows: number;
}

/** Lines that a text takes as it is set, which numbers alone do not tell, and part of them that copyfitting gives. */
export interface AsSet {
  readonly lines: number;
  readonly given: number;
}

/** The draft with rows added where they do good; null where none do. `asSet`: what is known of the last article's lines. */
export function levelledDraft(found: Found, waiting: readonly Waiting[], page: Page, ruler: Ruler, asSet: AsSet | null = null): Found | null {
  const draft = new Draft(found, waiting, page, ruler, asSet);
  const begin = draft.stateOf(draft.none);
  if (begin === null || !begin.asks) return null;
  let grown = draft.none;
  let now = begin;
  for (let step = 0; step < MOST_STEPS && now.asks; step++) {
    let best: { readonly grown: readonly number[]; readonly state: Levelled } | null = null;
    const attempt = (next: readonly number[]): void => {
      const most = (best?.state.cost ?? now.cost) - LEAST_GAIN;
      const state = draft.stateOf(next, most);
      if (state !== null && state.cost < most) best = { grown: next, state };
    };
    for (let i = 0; i < grown.length; i++) for (const by of [1, -1]) attempt(more(grown, i, by));
    if (best === null && found.pieces.length <= MOST_PAIRED) {
      for (let i = 0; i < grown.length; i++) for (let j = 0; j < grown.length; j++) if (i !== j) for (const by of [1, -1]) if (by < 0 || i < j) attempt(more(more(grown, i, 1), j, by));
    }
    if (best === null) break;
    ({ grown, state: now } = best as { readonly grown: readonly number[]; readonly state: Levelled });
  }
  return now === begin ? null : draft.made(grown);
}

/** What a draft is worth with some rows added. */
interface Levelled {
  readonly cost: number;
  /** Something is white, short or wrong that rows may mend. */
  readonly asks: boolean;
}

function more(grown: readonly number[], index: number, by: number): number[] {
  const next = [...grown];
  next[index] = next[index]! + by;
  return next;
}

/** Another piece of the page in the same column, and blank rows between. */
interface Neighbour {
  readonly at: number;
  readonly air: number;
}

/** A draft as something that rows can be added to: to each of its pieces, to the title of the last article, to the page's foot, to each piece's text, in that order. */
class Draft {
  readonly none: readonly number[];
  private readonly most: readonly number[];
  private readonly least: readonly number[];
  /** Pieces that stand below the last article's text, or below such a piece. */
  private readonly low: readonly boolean[];
  private readonly downwards: readonly number[];
  private readonly upwards: readonly number[];
  /** What asks each piece to give way to it, and blank rows between: what stands over it; below it, of what goes up from the foot. Rows do not change who that is. */
  private readonly over: readonly (readonly Neighbour[])[];
  private readonly under: readonly (readonly Neighbour[])[];
  private readonly end: number;
  private readonly lines: number;
  private readonly given: number;
  private readonly goesOn: boolean;
  private readonly others: readonly Waiting[];
  private readonly stood = new Map<string, Piece>();

  constructor(private readonly found: Found, private readonly waiting: readonly Waiting[], private readonly page: Page, private readonly ruler: Ruler, asSet: AsSet | null) {
    const { pieces, rest, left } = found;
    this.others = rest === null ? left : left.filter((other) => other !== rest.one);
    const [first] = rest?.body ?? [];
    this.lines = asSet?.lines ?? (rest === null || first === undefined ? 0 : ruler.need(rest.one, first.area.columns, first.into));
    this.given = Math.max(MOST_SHORT, (asSet?.given ?? GIVEN) * this.lines);
    this.goesOn = rest !== null && this.lines > textRows(rest.body);
    this.end = Math.max(...pieces.flatMap(areasOf).map(footOf), ...(rest?.body ?? []).map(({ area }) => footOf(area)));
    const tops = pieces.map((piece) => Math.min(...areasOf(piece).map(({ row }) => row)));
    this.downwards = pieces.map((_, i) => i).sort((a, b) => tops[a]! - tops[b]!);
    this.upwards = [...this.downwards].reverse();
    const low = pieces.map((piece) => rest === null && footOfPiece(piece) === ruler.master.lines && isLoose(piece, pieces, page.mastheadRows));
    for (const i of this.downwards) {
      const own = areasOf(pieces[i]!);
      const isBelow = (area: Area): boolean => own.some((one) => meets(one, area) && area.row < one.row);
      low[i] = (rest?.body ?? []).some(({ area }) => isBelow(area)) || pieces.some((other, k) => low[k] === true && areasOf(other).some(isBelow));
    }
    this.low = low;
    const near = (i: number, isLow: boolean, isNear: (k: number) => boolean, airOf: (k: number) => number): Neighbour[] => pieces.flatMap((_, k) => (k !== i && (low[k] === true) === isLow && isNear(k) ? [{ at: k, air: airOf(k) }] : []));
    this.over = pieces.map((piece, i) => near(i, false, (k) => isOver(pieces[k]!, piece), (k) => this.airOf(k, i)));
    this.under = pieces.map((piece, i) => near(i, true, (k) => isOver(piece, pieces[k]!), (k) => this.airOf(i, k)));
    const isLast = this.others.length === 0 && !this.goesOn;
    this.most = [
      ...pieces.map((piece) => this.roomIn(piece)), rest === null ? 0 : this.deckRoom(rest.one, rest.deck, rest.body),
      isLast ? Math.max(0, Math.min(MOST_FOOT, ruler.master.lines - this.end)) : 0,
      ...pieces.map((piece) => (this.isText(piece) ? MOST_REFIT : 0)),
    ];
    this.least = this.most.map((most, i) => (i < pieces.length + 2 ? 0 : -most));
    this.none = this.most.map(() => 0);
  }

  /** The whole of a text, which its paragraphs may let fill a row more or fewer. */
  private isText({ article, body, box, to, pinned }: Piece): boolean {
    return box === null && to === null && pinned !== true && body.length > 0 && this.waiting.some((one) => one.article === article);
  }

  /** The piece with its text so many rows higher; null where the text does not give them. */
  private refitted(piece: Piece, rows: number): Piece | null {
    if (rows === 0) return piece;
    const one = this.waiting.find(({ article }) => article === piece.article);
    const fitted = one === undefined ? null : this.ruler.refit(one, piece.body, rows);
    return fitted === null ? null : { ...piece, fitted, body: piece.body.map(({ area, into }) => ({ into, area: { ...area, rows: area.rows + rows } })) };
  }

  /** Rows that a piece may still grow by. */
  private roomIn(piece: Piece): number {
    if (piece.pinned === true) return 0;
    return piece.box !== null ? headRoom(piece, this.ruler) : this.deckRoom(piece, piece.deck, piece.body);
  }

  private deckRoom(one: { readonly article: string; readonly variant: Piece['variant'] }, deck: Area | null, body: readonly Broken[]): number {
    if (deck === null) return 0;
    // Text beside its title would begin above it, or leave a hole.
    if (body.some(({ area }) => area.row < deck.row + deck.rows && area.column < deck.column + deck.columns)) return 0;
    return headRoom({ article: one.article, variant: one.variant, deck, body, box: null, from: null, to: null }, this.ruler);
  }

  /** The page with so many rows added; null where it cannot stand, or surely costs more than `most`. */
  stateOf(grown: readonly number[], most = Infinity): Levelled | null {
    const made = this.made(grown);
    if (made === null) return null;
    const { rest } = made;
    let isShort = false;
    let cost = this.growthCost(grown);
    const pieces = [...made.pieces];
    if (rest !== null) {
      const room = textRows(rest.body);
      if (this.goesOn ? this.lines <= room : this.lines > room) return null;
      const body = this.goesOn || this.fills(room) ? rest.body : endingAt(rest.body, footFor(rest.body, this.lines));
      const short = this.goesOn ? 0 : textRows(body) - this.lines;
      isShort = short > MOST_SHORT;
      cost += SHORT_LINE * Math.min(short, this.given) + FAR_LINE * Math.max(0, short - this.given);
      pieces.push({ article: rest.one.article, variant: rest.one.variant, deck: rest.deck, body, box: null, from: rest.one.rest?.from ?? null, to: this.goesOn ? this.page.number + 1 : null });
    }
    const plan: PagePlan = { ...this.page, pieces };
    const left = rest !== null && this.goesOn ? [...this.others, { ...rest.one, rest: { thread: [], from: this.page.number } }] : this.others;
    const judged = judgePage(plan, left, this.waiting, this.ruler, most - cost);
    if (judged.cost === Infinity) return null;
    const { columns, lines } = this.ruler.master;
    return { cost: cost + judged.cost, asks: isShort || judged.faults > 0 || whiteOf(plan, columns, lines).holes > 0 };
  }

  /** A piece so many rows lower and higher: the same one each time, since what it costs is known by it. */
  private standing(index: number, piece: Piece, down: number, rows: number, text: number): Piece {
    const key = `${index} ${down} ${rows} ${text}`;
    let known = this.stood.get(key);
    if (known === undefined) this.stood.set(key, (known = grownPiece(piece, down, rows)));
    return known;
  }

  /** Blank rows between two pieces, one over the other. */
  private airOf(above: number, below: number): number {
    const { pieces } = this.found;
    return isUnderTitle(pieces[above]!, pieces[below]!) ? 0 : 1;
  }

  private growthCost(grown: readonly number[]): number {
    const { pieces } = this.found;
    const texts = pieces.length + 2;
    return grown.reduce((sum, rows, i) => sum + (i < texts ? ROW * rows + SECOND * rows * (rows - 1) : REFIT_LINE * Math.abs(rows) * pieces[i - texts]!.body.reduce((lines, { into }) => lines + into, 0)), 0);
  }

  /** The text comes so near to its columns' feet that it can be brought to them. */
  private fills(room: number): boolean {
    return room - this.lines <= this.given;
  }

  /** The pieces with so many rows added; null where they would not fit. */
  made(grown: readonly number[]): Found | null {
    const { found: { pieces: given, rest, left }, ruler: { master }, least, most } = this;
    // Tried by the ten thousand: loops.
    for (let i = 0; i < grown.length; i++) if (grown[i]! < least[i]! || grown[i]! > most[i]!) return null;
    const texts = given.length + 2;
    const more = grown[given.length + 1]!;
    const pieces: Piece[] = [];
    for (let i = 0; i < given.length; i++) {
      const text = this.refitted(given[i]!, grown[texts + i]!);
      if (text === null) return null;
      pieces.push(text);
    }
    const moved: Piece[] = [...pieces];
    // Down from the head, each as far as what stands above it asks; up from the foot likewise.
    for (const i of this.downwards) {
      if (this.low[i] === true) continue;
      const piece = pieces[i]!;
      let down = 0;
      for (const { at, air } of this.over[i]!) down = Math.max(down, overlap(moved[at]!, piece, air));
      if (down > 0 && piece.pinned === true) return null;
      moved[i] = this.standing(i, piece, down, grown[i]!, grown[texts + i]!);
    }
    for (const i of this.upwards) {
      if (this.low[i] !== true) continue;
      const piece = pieces[i]!;
      let up = 0;
      for (const { at, air } of this.under[i]!) up = Math.max(up, overlap(shiftedPiece(given[i]!, more), moved[at]!, air));
      up += grown[i]! + grown[texts + i]!;
      if (up + more !== 0 && piece.pinned === true) return null;
      moved[i] = this.standing(i, piece, more - up, grown[i]!, grown[texts + i]!);
    }
    for (const piece of moved) for (const area of areasOf(piece)) if (footOf(area) > master.lines || area.row < this.page.mastheadRows) return null;
    if (rest === null) return isApart(moved) ? { pieces: moved, left, rest } : null;
    const made = this.restAmong(rest, moved, grown[given.length]!, more);
    return made === null || !isApart([...moved, { article: '', variant: 'news', deck: made.deck, body: made.body, box: null, from: null, to: null }]) ? null : { pieces: moved, left, rest: made };
  }

  /** The last article in what the other pieces leave it now. */
  private restAmong(rest: Rest, moved: readonly Piece[], grown: number, more: number): Rest | null {
    const { pieces } = this.found;
    const { deck } = rest;
    const high: Area[] = [];
    const below: Area[] = [];
    for (let i = 0; i < moved.length; i++) for (const area of areasOf(moved[i]!)) (this.low[i] === true ? below : high).push(area);
    const floor = (area: Area): number => {
      let row = 0;
      for (const other of high) if (meets(other, area)) row = Math.max(row, footOf(other) + 1);
      return row;
    };
    const head: Area | null = deck === null ? null : { ...deck, row: Math.max(deck.row, floorOf(moved, pieces, this.low, deck)), rows: deck.rows + grown };
    const body: Broken[] = [];
    const least = leastRows(rest.one, this.ruler);
    for (const { area, into } of rest.body) {
      const isUnder = deck !== null && area.row === deck.row + deck.rows && meets(area, deck);
      const top = isUnder ? head!.row + head!.rows : Math.max(area.row, deck !== null && area.row === deck.row ? head!.row : 0, floor(area));
      let foot = footOf(area) + more;
      for (const other of below) if (meets(other, area)) foot = Math.min(foot, other.row - 1);
      if (foot - top < least) return null;
      body.push({ into, area: { ...area, row: top, rows: foot - top } });
    }
    return { ...rest, deck: head, body };
  }
}

function footOfPiece(piece: Piece): number {
  return Math.max(...areasOf(piece).map(footOf));
}

/** Above all of its columns there is a free row. */
function isLoose(piece: Piece, pieces: readonly Piece[], head: number): boolean {
  const [top] = areasOf(piece);
  if (top === undefined) return false;
  const above = pieces.filter((other) => other !== piece).flatMap(areasOf).filter((area) => meets(area, top) && area.row < top.row);
  return top.row > (above.length === 0 ? head : Math.max(...above.map(footOf)) + 1);
}

/** Row that the title may begin at under what stands above it now. */
function floorOf(moved: readonly Piece[], pieces: readonly Piece[], low: readonly boolean[], deck: Area): number {
  let row = 0;
  moved.forEach((piece, i) => {
    if (low[i] === true) return;
    areasOf(piece).forEach((area, k) => {
      if (meets(area, deck) && areasOf(pieces[i]!)[k]!.row < deck.row) row = Math.max(row, footOf(area) + 1);
    });
  });
  return row;
}

/** A piece stands over another in some column. */
function isOver(a: Piece, b: Piece): boolean {
  return areasOf(a).some((one) => areasOf(b).some((other) => meets(one, other) && one.row < other.row));
}

/** Rows that the lower piece has to go down for `air` blank rows between them. */
function overlap(above: Piece, below: Piece, air: number): number {
  let most = 0;
  for (const one of areasOf(above)) for (const other of areasOf(below)) if (meets(one, other) && one.row < footOf(other)) most = Math.max(most, footOf(one) + air - other.row);
  return most;
}

/** A box right under another article's title stands so, its frame between. */
function isUnderTitle(above: Piece, { box }: Piece): boolean {
  return box !== null && above.deck !== null && meets(above.deck, box.area) && box.area.row === footOf(above.deck);
}

function shiftedPiece(piece: Piece, down: number): Piece {
  return grownPiece(piece, down, 0);
}

/** No two areas of the page overlap. */
function isApart(pieces: readonly Piece[]): boolean {
  const areas: Area[] = [];
  for (const piece of pieces) for (const area of areasOf(piece)) areas.push(area);
  for (let i = 0; i < areas.length; i++) for (let k = i + 1; k < areas.length; k++) {
    const [a, b] = [areas[i]!, areas[k]!];
    if (meets(a, b) && footOf(a) > b.row && footOf(b) > a.row) return false;
  }
  return true;
}
