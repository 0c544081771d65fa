// A page by hand whose pieces stand at other rows (slide-rows.ts looks for the best): titles,
// boxes and what is fixed take their cells, text columns end above what stands below them. In:
// a page as something was put on it, the page as it was, rows that each piece slides and grows
// by. Out: its pieces, and what that costs: lines without room, white, taboos, and each block
// that stands otherwise than before; null where something lies on something.
import { type Area, areasOf, type Broken, type Layout, type PagePlan, type Piece, textRows } from '../../model/layout';
import { breakColumns } from '../measure/break-columns';
import { unfitted } from './hand-room';
import { boundsOf } from '../measure/hand-shape';
import { OVER, WHITE } from './harm';
import { MOST_BOX, MOST_TWO } from '../measure/head-rows';
import { isFault } from '../rules/page-cost';
import { whiteOf } from '../rules/page-white';
import { roomsOf } from '../judge/rooms';
import { taboosOf } from '../rules/taboos';
import type { Yardstick } from '../measure/yardstick';

/** Rows that a column of text has at the least. */
const LEAST_TEXT = 4;
/** A hole of more than two rows (N-34): once, and for each cell more. */
const HOLE = 30;
/** What the desk must not do (N-30 … N-36), each. */
const TABOO = 60;
/** A block that stands otherwise than before, each beyond two, and a row that one grew by. */
const OTHER = 12;
const MANY = 40;
const GROWN = 0.8;
/** What was put, for each row that it stands from there. */
const ROW = 3;
/** Each row that is free above it, up to so many. */
const LOOSE = 6;
const MOST_LOOSE = 3;
/** One or several base columns of text, from a row on. */
export interface Run {
  readonly column: number;
  readonly columns: number;
  readonly into: number;
  /** Rows below the head of its title block; of the page where it does not go along with it. */
  readonly top: number;
  readonly goesAlong: boolean;
}

export interface Part {
  readonly piece: Piece;
  /** What it was on the page before, if that is what it is now. */
  readonly before: Piece | null;
  /** Slides as a whole: a box, or a title downwards. */
  readonly isRigid: boolean;
  readonly isFixed: boolean;
  /** Null for all but what was put. */
  readonly put: Put | null;
  readonly deck: Area | null;
  /** Rows that its title block, or its box, may grow by. */
  readonly room: number;
  readonly runs: readonly Run[];
}

/** Rows that each part stands lower than at the beginning, is higher by, that its text goes down by; and the foot of the page. */
export interface State {
  readonly shift: readonly number[];
  readonly grow: readonly number[];
  /** Of text that does not go along with its title block: beside it, below another block. */
  readonly rise: readonly number[];
  readonly end: number;
}

/** Pieces of a page at their rows, and what that costs. */
export interface Levelled {
  readonly pieces: readonly Piece[];
  readonly cost: number;
  /** A hole of more than two rows stays, or text without room. */
  readonly isWrong: boolean;
}

/** What was put, and the rows up and down that it may stand from there. */
export interface Put {
  readonly article: string;
  readonly up: number;
  readonly down: number;
}

export class SlidPage {
  readonly parts: readonly Part[];
  /** Everything where it is. */
  readonly begin: State;
  private readonly taboos: number;
  private readonly needs: number[];
  private readonly columns: number;
  private readonly lines: number;
  /** Who has a cell: 0 nobody, else the part's place and one. `tops`: whose text begins there. */
  private readonly taken: Int8Array;
  private readonly tops: Int8Array;

  /** `before`: the page as it was; `paper`: all pages as they were; `free`: articles that cost nothing for standing otherwise than before. */
  constructor(private readonly plan: PagePlan, before: PagePlan, private readonly paper: Layout, put: readonly Put[], private readonly free: readonly string[], private readonly ruler: Yardstick) {
    const { columns, lines } = ruler.master;
    this.columns = columns;
    this.lines = lines;
    this.taken = new Int8Array(columns * lines);
    this.tops = new Int8Array(columns * lines);
    this.parts = plan.pieces.map((piece) => partOf(piece, before.pieces.find(({ article }) => article === piece.article) ?? null, put.find(({ article }) => article === piece.article) ?? null, ruler));
    // What comes from an earlier page begins where that page's text ends.
    const rooms = roomsOf(paper, ruler).filter(({ page }) => page === plan.number);
    this.needs = plan.pieces.map(({ article, body }) => {
      const room = rooms.find((one) => one.article === article);
      return room === undefined ? textRows(body) : room.needs;
    });
    // What was so before nobody asked to be mended.
    this.taboos = this.taboosOn(before);
    const { end } = whiteOf(before, columns, lines);
    this.begin = { shift: this.parts.map(() => 0), grow: this.parts.map(() => 0), rise: this.parts.map(() => 0), end: lines - end > 2 ? end : lines };
  }

  private taboosOn(page: PagePlan): number {
    return taboosOf(page, null, this.ruler).filter((found) => isFault(found, this.ruler.style)).length;
  }

  /** The page may end at this row. */
  holds(end: number): boolean {
    return end <= this.lines && end > this.plan.mastheadRows;
  }

  /** Corrects what the texts are thought to need by what they take. */
  check(pieces: readonly Piece[]): { readonly over: number; readonly isOff: boolean } {
    const layout: Layout = { pages: this.paper.pages.map((page) => (page.number === this.plan.number ? { ...this.plan, pieces } : page)) };
    let [over, isOff] = [0, false];
    for (const room of roomsOf(layout, this.ruler)) {
      // A text that goes on has no more room there for what it has lost here.
      if (room.page !== this.plan.number) {
        over += room.over;
        continue;
      }
      const i = pieces.findIndex(({ article }) => article === room.article);
      const piece = pieces[i]!;
      if (piece.box !== null || this.parts[i]!.before === piece) continue;
      const takes = room.needs;
      if (room.over > 0 || (room.lines - takes > room.columns && takes < this.needs[i]!)) {
        isOff ||= takes !== this.needs[i];
        this.needs[i] = takes;
      }
      over += room.over;
    }
    return { over, isOff };
  }

  /** The page of a state; null where something lies on something, a text is nowhere, or it costs as much as `most`. */
  made(state: State, most = Infinity): Levelled | null {
    const { shift, grow, rise } = state;
    const { columns, lines, parts, needs, taken, tops } = this;
    const head = this.plan.mastheadRows;
    taken.fill(0);
    tops.fill(0);
    const placed = this.decks(state);
    if (placed === null) return null;
    const { decks } = placed;
    let { cost } = placed;
    const starts = parts.map((part, i) => (part.isFixed || part.isRigid ? [] : part.runs.map((run) => (run.goesAlong ? (decks[i]?.row ?? 0) + (run.top > 0 ? run.top + grow[i]! : 0) : this.below(i, run, run.top + (part.deck === null ? shift[i]! : rise[i]!))))));
    for (const [i, part] of parts.entries()) for (const [k, run] of part.runs.entries()) for (let c = run.column; c < run.column + run.columns; c++) { const row = starts[i]![k]; if (row !== undefined && row >= 0 && row < lines) tops[c * lines + row] = i + 1; }
    const pieces: Piece[] = [];
    let isOver = false;
    for (const [i, part] of parts.entries()) {
      const { piece, before } = part;
      if (part.isFixed) {
        pieces.push(piece);
        continue;
      }
      if (part.isRigid) {
        pieces.push(isStill(state, i) ? piece : slid(piece, shift[i]!, grow[i]!));
        continue;
      }
      // Where nothing is in the way of what it was it stays that.
      if (before !== null && isStill(state, i) && part.piece === before && before.body.every(({ area }) => isFree(area, i + 1, taken, tops, lines))) {
        pieces.push(before);
        continue;
      }
      const body = this.bodyOf(i, starts[i]!, state);
      if (body.length === 0) return null;
      const room = textRows(body);
      const need = needs[i]!;
      const levelled = room > need ? trimmed(body, room - need) : body;
      isOver ||= room < need;
      if (room < need) cost += OVER * (need - room);
      else cost += WHITE * (textRows(levelled) - need);
      if (cost >= most) return null;
      pieces.push({ ...unfitted(piece), deck: decks[i] ?? null, body: levelled });
    }
    let changed = 0;
    for (const [i, { before, isFixed, put }] of parts.entries()) if (!isFixed && put === null && before !== null && !this.free.includes(before.article) && !isSame(before, pieces[i]!)) changed++;
    cost += OTHER * changed + MANY * Math.max(0, changed - 2);
    for (const [i, { put }] of parts.entries()) if (put !== null) cost += looseCost(pieces[i]!, pieces, head);
    for (const [i, deck] of decks.entries()) if (deck !== null && isTight(deck, i + 1, taken, lines, head)) cost += HOLE;
    if (cost >= most) return null;
    const page: PagePlan = { ...this.plan, pieces };
    const white = whiteOf(page, columns, lines);
    cost += WHITE * white.holes + (white.worst > 2 ? HOLE + white.worst : 0);
    if (cost >= most) return null;
    // Who leads the page is not decided by rows.
    cost += TABOO * Math.max(0, this.taboosOn(page) - this.taboos);
    return { pieces, cost, isWrong: isOver || white.worst > 2 };
  }

  /** Where text that stands below others begins, from a row on: a blank row below what has that row. */
  private below(i: number, { column, columns }: Run, from: number): number {
    const { lines, taken } = this;
    const isTaken = (row: number): boolean => {
      if (row < 0 || row >= lines) return false;
      for (let c = column; c < column + columns; c++) {
        const who = taken[c * lines + row]!;
        if (who !== 0 && who !== i + 1) return true;
      }
      return false;
    };
    let row = from;
    while (row < lines && (isTaken(row) || isTaken(row - 1))) row++;
    return row;
  }

  /** Has an area's cells taken; false where it leaves the page or lies on something. */
  private take(area: Area, who: number): boolean {
    const { columns, lines, taken } = this;
    const head = this.plan.mastheadRows;
    if (area.row < head || area.row + area.rows > lines || area.column < 0 || area.column + area.columns > columns) return false;
    for (let c = area.column; c < area.column + area.columns; c++) {
      for (let r = area.row; r < area.row + area.rows; r++) {
        if (taken[c * lines + r] !== 0) return false;
        taken[c * lines + r] = who;
      }
    }
    return true;
  }

  /** Where titles, boxes and what is fixed stand, their cells taken, and what that costs; null where something lies on something. */
  private decks(state: State): { readonly decks: readonly (Area | null)[]; readonly cost: number } | null {
    const { shift, grow } = state;
    const { parts } = this;
    let cost = 0;
    const decks: (Area | null)[] = [];
    for (const [i, part] of parts.entries()) {
      const { piece, deck } = part;
      decks.push(null);
      if (part.isFixed || (part.isRigid && isStill(state, i))) {
        for (const area of areasOf(piece)) if (!this.take(area, i + 1)) return null;
      } else if (part.isRigid) {
        for (const area of areasOf(piece)) if (!this.take({ ...area, row: area.row + shift[i]!, rows: area.rows + (piece.box === null ? 0 : grow[i]!) }, i + 1)) return null;
      } else if (deck !== null) {
        const placed: Area = { ...deck, row: deck.row + shift[i]!, rows: deck.rows + grow[i]! };
        if (!this.take(placed, i + 1)) return null;
        decks[i] = placed;
      }
      cost += GROWN * grow[i]! + (part.put === null ? 0 : ROW * Math.abs(shift[i]!));
    }
    return { decks, cost };
  }

  /** The columns of a part's text from where each run begins down to what is in their way. */
  private bodyOf(i: number, starts: readonly number[], { end }: State): Broken[] {
    const { lines, taken, tops } = this;
    const body: Broken[] = [];
    for (const [k, run] of this.parts[i]!.runs.entries()) {
      const top = starts[k]!;
      const feet = Array.from({ length: run.columns }, (_, c) => footOf(run.column + c, top, end, i + 1, taken, tops, lines));
      if (run.into !== run.columns) {
        const foot = Math.min(...feet);
        if (foot - top >= LEAST_TEXT) body.push({ area: { column: run.column, columns: run.columns, row: top, rows: foot - top }, into: run.into });
        continue;
      }
      for (let c = 0; c < run.columns;) {
        let to = c + 1;
        while (to < run.columns && feet[to] === feet[c]) to++;
        const rows = feet[c]! - top;
        if (rows >= LEAST_TEXT) body.push({ area: { column: run.column + c, columns: to - c, row: top, rows }, into: to - c });
        c = to;
      }
    }
    return body;
  }
}

/** A part stands and is as it was. */
function isStill({ shift, grow, rise }: State, i: number): boolean {
  return shift[i] === 0 && grow[i] === 0 && rise[i] === 0;
}

function partOf(piece: Piece, before: Piece | null, put: Put | null, ruler: Yardstick): Part {
  const isRigid = piece.box !== null || piece.upright === true || put !== null;
  const isFixed = (put !== null && put.up + put.down === 0) || piece.pinned === true;
  const { deck } = piece;
  const runs = isRigid || isFixed ? [] : piece.body.map(({ area, into }): Run => {
    const goesAlong = deck !== null && (area.row === deck.row + deck.rows || area.row === deck.row);
    return { column: area.column, columns: area.columns, into, top: goesAlong ? area.row - deck!.row : area.row, goesAlong };
  });
  return { piece, before: before !== null && isSame(before, piece) ? piece : before, isRigid, isFixed, put, deck, room: roomOf(piece, put, ruler), runs: rebroken(runs, piece, ruler) };
}

/** Rows that a title block, or a box, may grow by, as one of two lines however many it has; what was put keeps its shape, and a title downwards its length. */
function roomOf(piece: Piece, put: Put | null, ruler: Yardstick): number {
  const { deck, box, upright } = piece;
  if (put !== null) return 0;
  if (box !== null) return MOST_BOX;
  if (deck === null || upright === true) return 0;
  return MOST_TWO - Math.min(MOST_TWO, Math.max(0, deck.rows - ruler.deck(piece, deck.columns).rows));
}

/** Columns of text of the page's own measure can end each at a row of its own. */
function rebroken(runs: readonly Run[], piece: Piece, ruler: Yardstick): readonly Run[] {
  return runs.map((run) => (run.into === run.columns || run.columns === 1 ? run : { ...run, into: run.into > 0 ? run.into : breakColumns(ruler.master, run.columns, ruler.wanted(piece)) }));
}

/** Text without what it does not need of its columns, the lowest feet first. */
function trimmed(body: readonly Broken[], spare: number): readonly Broken[] {
  let left = spare;
  let now = body;
  for (;;) {
    const foot = Math.max(...now.map(({ area }) => area.row + area.rows));
    const low = now.filter(({ area }) => area.row + area.rows === foot);
    const takes = low.reduce((sum, { into }) => sum + into, 0);
    if (takes > left || low.some(({ area }) => area.rows <= LEAST_TEXT)) return now;
    left -= takes;
    now = now.map((one) => (low.includes(one) ? { ...one, area: { ...one.area, rows: one.area.rows - 1 } } : one));
  }
}

/** The row in which a column of text ends that begins at one: a blank row above what stands below it. */
function footOf(column: number, top: number, end: number, who: number, taken: Int8Array, tops: Int8Array, lines: number): number {
  for (let row = top; row < end; row++) {
    const at = column * lines + row;
    if (taken[at] !== 0) return row - 1;
    if (row > top && tops[at] !== 0) return tops[at] === who ? row : row - 1;
  }
  return end;
}

function isFree({ column, columns, row, rows }: Area, who: number, taken: Int8Array, tops: Int8Array, lines: number): boolean {
  for (let c = column; c < column + columns; c++) {
    for (let r = row; r < Math.min(lines, row + rows + 1); r++) {
      const at = c * lines + r;
      if (taken[at] !== 0 && taken[at] !== who) return false;
      if (tops[at] !== 0 && tops[at] !== who) return false;
    }
  }
  return true;
}

/** No blank row stands between a title block and what is above it. */
function isTight({ column, columns, row }: Area, who: number, taken: Int8Array, lines: number, head: number): boolean {
  if (row <= head) return false;
  for (let c = column; c < column + columns; c++) {
    const at = taken[c * lines + row - 1];
    if (at !== 0 && at !== who) return true;
  }
  return false;
}

/** What it costs that a few rows are free above all of a block that was put: it stands below what is above it, or at the head. */
export function looseCost(piece: Piece, pieces: readonly Piece[], head: number): number {
  const { column, columns, row } = boundsOf(piece);
  let foot = head - 1;
  for (const other of pieces) {
    if (other === piece) continue;
    for (const area of areasOf(other)) if (area.row < row && area.column < column + columns && column < area.column + area.columns) foot = Math.max(foot, area.row + area.rows);
  }
  return LOOSE * Math.min(MOST_LOOSE, Math.max(0, row - foot - 1));
}

/** A box, or a block with its title downwards, so many rows lower, the box higher. */
function slid(piece: Piece, rows: number, more: number): Piece {
  const down = (area: Area): Area => ({ ...area, row: area.row + rows });
  return {
    ...piece, deck: piece.deck === null ? null : down(piece.deck), body: piece.body.map((one) => ({ ...one, area: down(one.area) })),
    box: piece.box === null ? null : { ...piece.box, area: { ...down(piece.box.area), rows: piece.box.area.rows + more } },
  };
}

function isSame(a: Piece, b: Piece): boolean {
  if (a === b) return true;
  if (a.body.length !== b.body.length || (a.deck === null) !== (b.deck === null) || (a.box === null) !== (b.box === null)) return false;
  if (a.deck !== null && !isAlike(a.deck, b.deck!)) return false;
  if (a.box !== null && (a.box.into !== b.box!.into || !isAlike(a.box.area, b.box!.area))) return false;
  return a.body.every(({ area, into }, i) => into === b.body[i]!.into && isAlike(area, b.body[i]!.area));
}

function isAlike(a: Area, b: Area): boolean {
  return a.column === b.column && a.columns === b.columns && a.row === b.row && a.rows === b.rows;
}
