// One newspaper page being filled: the report under its title, the editorial boxed
// at the right, small articles where the skyline leaves room, what does not fit
// begun here and left over. It knows columns and rows only; how tall things are it
// asks. Which order and which way to try is place.ts's business.
import type { ArticleKind } from '../model/package';
import type { PaperMaster } from '../model/master';
import type { Block } from '../flow/flow';
import type { Variant } from '../flow/flow-article';
import type { FilledPiece } from '../page/fill-piece';
import { brokenMeasure } from '../page/paper-grid';
import type { Area, Broken, Piece } from '../page/placement';

/** Tells how tall things are; PaperComposer is one. Rows of the page's grid. */
export interface Measurer {
  deckRows(article: string, variant: Variant, columns: number): number;
  boxRows(article: string, columns: number): number;
  body(article: string, variant: Variant): readonly Block[];
  fill(thread: readonly Block[], body: readonly Broken[]): FilledPiece;
  continued(rest: readonly Block[], from: number): readonly Block[];
}

export interface Candidate {
  readonly article: string;
  readonly kind: ArticleKind;
}

/** An article, or the rest of one, that waits for its place. */
export interface Waiting extends Candidate {
  readonly variant: Variant;
  readonly boxed: boolean;
  /** The rest of an article begun on an earlier page, and where. */
  readonly rest: { readonly thread: readonly Block[]; readonly from: number } | null;
}

/** Reading measure of a report's columns, characters: 三破二 of N8 is 20 (N-01, N-21). */
const REPORT_MEASURE = 20;
/** Narrower columns than this read badly and set worse (FITTING). */
const NEWS_MEASURE = 13;
/** Base columns that a story takes at the most. */
const NEWS_COLUMNS = 6;
/** Least rows of text that a begun article leaves on its first page. */
const LEAST_ROWS = 10;

/** How m base columns are broken for a wanted measure: the whole group m, and k columns in it. */
export function breakColumns(master: PaperMaster, columns: number, wanted: number): { readonly group: number; readonly into: number } {
  let best = { group: columns, into: 1 };
  let bestScore = Infinity;
  for (let group = 1; group <= columns; group++) {
    if (columns % group !== 0) continue;
    for (let into = 1; into <= group; into++) {
      const { characters, gap } = brokenMeasure(master, group, into);
      const score = Math.abs(characters - wanted) + (into === 1 ? 0 : 2 * (gap - master.gap)) + 0.01 * group;
      if (score < bestScore) {
        best = { group, into };
        bestScore = score;
      }
    }
  }
  return best;
}

/** Where on a page that a report's title leads a jumped article goes on: where it fits, at the foot right of the first columns, or above all. */
export type JumpPlace = 'fits' | 'foot' | 'first';

/** One page while articles are put on it: their pieces, and what is free of each base column. */
export class PageBeingPlaced {
  readonly pieces: Piece[] = [];
  /** First free row of each base column. */
  private readonly sky: number[];
  /** Row that each base column is free to (exclusive). */
  private readonly floor: number[];
  /** What each piece sets, and the groups of columns that it was offered. */
  private readonly threads = new Map<Piece, { readonly thread: readonly Block[]; readonly offered: readonly Broken[] }>();

  constructor(
    private readonly master: PaperMaster,
    readonly number: number,
    readonly mastheadRows: number,
    private readonly measure: Measurer,
    /** Base columns of a box at the least. */
    private readonly boxColumns: number,
    private readonly jump: JumpPlace,
  ) {
    this.sky = new Array<number>(master.columns).fill(mastheadRows);
    this.floor = new Array<number>(master.columns).fill(master.lines);
  }

  /** Places what it can; returns what waits for the next page, in order. */
  place(waiting: readonly Waiting[]): Waiting[] {
    const left: Waiting[] = [];
    const inner = this.mastheadRows === 0;
    const main = waiting.find((one) => one.variant === 'report');
    const box = waiting.find((one) => one.boxed && one.rest === null);
    const jumped = waiting.filter((one) => one.rest !== null);
    const leads = inner && main !== undefined && (this.jump !== 'first' || jumped.length === 0);
    // On an inner page the report's title crosses the page and the box stands under it; on a front page the order rules.
    if (leads && main.rest === null) {
      const rows = this.measure.deckRows(main.article, main.variant, this.master.columns);
      const deck: Area = { column: 0, columns: this.master.columns, row: this.sky[0]!, rows };
      this.raise(0, this.master.columns, deck.row + rows);
      const boxed = box !== undefined && this.placeBox(box);
      const foot = this.jump === 'foot' && jumped.length === 1 && this.placeAtFoot(jumped[0]!, boxed);
      const rest = this.placeMain(main, deck, boxed);
      for (const one of waiting) {
        if (foot && one === jumped[0]) continue;
        if (one === main) {
          if (rest !== null) left.push(rest);
        } else if (!(one === box && boxed) && !this.placeSmall(one)) left.push(one);
      }
      return left;
    }
    const boxed = box !== undefined && this.placeBox(box);
    for (const one of waiting) {
      if (one === box && boxed) continue;
      if (one.rest !== null) {
        const rest = this.placeMain(one, null, boxed);
        if (rest !== null) left.push(rest);
      } else if (left.some((other) => other.rest !== null) && one.variant === 'report') left.push(one);
      else if (!this.placeSmall(one)) {
        const begun = this.begin(one);
        left.push(begun ?? one);
      }
    }
    return left.filter((one): one is Waiting => one !== DONE);
  }

  /**
   * Groups of columns whose article ends here and that nothing stands under share out its lines, so that feet are level
   * across all columns under its title (T-36): the last group was short, or left empty, in the hope of another article.
   */
  levelFeet(): void {
    this.pieces.forEach((piece, i) => {
      const set = this.threads.get(piece);
      if (set === undefined || piece.to !== null) return;
      const { thread, offered } = set;
      const [first] = offered;
      if (first === undefined || offered.length < 2) return;
      if (offered.some(({ area, into }) => area.row !== first.area.row || into !== first.into || !this.isOpenBelow(area, piece))) return;
      const rows = piece.body.reduce((sum, { area }) => sum + area.rows, 0);
      const room = Math.min(...offered.map(({ area }) => this.floorOf(area.column, area.columns) - area.row));
      const tallest = Math.max(...piece.body.map(({ area }) => area.rows));
      for (let height = Math.ceil(rows / offered.length); height <= room && height <= tallest; height++) {
        const level = offered.map((broken) => ({ ...broken, area: { ...broken.area, rows: height } }));
        const filled = this.measure.fill(thread, level);
        if (filled.rest !== null || filled.rows.some((one) => one === 0)) continue;
        this.pieces[i] = { ...piece, body: level.map((broken, g) => ({ ...broken, area: { ...broken.area, rows: filled.rows[g]! } })) };
        return;
      }
    });
  }

  /** Nothing stands in these columns from the area's top on but the piece itself. */
  private isOpenBelow(area: Area, piece: Piece): boolean {
    const own = piece.body.filter((broken) => broken.area.column === area.column).map((broken) => broken.area.row + broken.area.rows);
    const foot = Math.max(area.row, ...own);
    return this.sky.slice(area.column, area.column + area.columns).every((sky) => sky <= foot);
  }

  /** The boxed article at the right, as narrow as its height allows; false where it fits nowhere. */
  private placeBox(one: Waiting): boolean {
    const { columns, lines } = this.master;
    for (let width = this.boxColumns; width <= Math.max(2, Math.floor(columns / 2)); width++) {
      const column = columns - width;
      const top = Math.max(...this.sky.slice(column));
      const row = top > this.mastheadRows && this.pieces.length > 0 ? top + 1 : top;
      const rows = this.measure.boxRows(one.article, width);
      // A box higher than three quarters of the page reads as a wall: a wider one first.
      if (row + rows > lines || (rows > 0.85 * lines && width < Math.floor(columns / 2))) continue;
      const area: Area = { column, columns: width, row, rows };
      this.pieces.push({ article: one.article, variant: 'box', deck: null, body: [], box: area, from: null, to: null });
      this.raise(column, width, row + rows);
      return true;
    }
    return false;
  }

  /** Columns left of the box, and how a report's text is broken over them. */
  private mainColumns(boxed: boolean): { readonly width: number; readonly group: number; readonly into: number } {
    const box = boxed ? this.pieces.find((piece) => piece.box !== null)?.box : undefined;
    const width = box === undefined || box === null ? this.master.columns : box.column;
    return { width, ...breakColumns(this.master, width, REPORT_MEASURE) };
  }

  /** The report's text in groups of merged columns from the left, each to the foot, the last one balanced. */
  private placeMain(one: Waiting, deck: Area | null, boxed: boolean): Waiting | null {
    const { width, group, into } = this.mainColumns(boxed);
    const thread = this.threadOf(one);
    const body: Broken[] = [];
    for (let column = 0; column < width; column += group) {
      const row = this.topOf(column, group);
      const rows = this.floorOf(column, group) - row;
      if (rows >= LEAST_ROWS) body.push({ area: { column, columns: group, row, rows }, into });
    }
    if (body.length === 0) return one;
    return this.settle(one, deck, body, this.measure.fill(thread, body));
  }

  /** The whole rest of a jumped article at the page's foot, right of the report's first columns; false where that leaves too little above it. */
  private placeAtFoot(one: Waiting, boxed: boolean): boolean {
    const { columns, lines } = this.master;
    const { group } = this.mainColumns(boxed);
    if (group >= columns) return false;
    const wide = columns - group;
    const top = this.topOf(group, wide);
    const broken = breakColumns(this.master, wide, Math.max(NEWS_MEASURE, this.master.characters));
    const thread = this.threadOf(one);
    const filled = this.measure.fill(thread, this.groups(group, wide, top, lines - top, broken));
    const rows = Math.max(0, ...filled.rows);
    const row = lines - rows;
    if (filled.rest !== null || rows === 0 || row - 1 - this.topOf(0, group) < 2 * LEAST_ROWS || row - 1 < top) return false;
    const body = this.groups(group, wide, row, rows, broken);
    const again = this.measure.fill(thread, body);
    if (again.rest !== null) return false;
    this.note(one, null, body, again);
    this.floor.fill(row - 1, group);
    return true;
  }

  /** A whole article where the skyline is lowest; false where it does not fit anywhere. */
  private placeSmall(one: Waiting): boolean {
    const { columns } = this.master;
    const variant = one.boxed ? 'news' : one.variant;
    const thread = this.threadOf({ ...one, variant });
    const wanted = variant === 'report' ? REPORT_MEASURE : Math.max(NEWS_MEASURE, this.master.characters);
    let best: { score: number; deck: Area; body: Broken[]; filled: FilledPiece } | null = null;
    for (let width = Math.min(columns, variant === 'report' ? columns : NEWS_COLUMNS); width >= 2; width--) {
      const deckRows = one.rest === null ? this.measure.deckRows(one.article, variant, width) : 0;
      const broken = breakColumns(this.master, width, wanted);
      for (let column = 0; column + width <= columns; column++) {
        const row = this.topOf(column, width);
        const room = this.floorOf(column, width) - row - deckRows;
        if (room < 1) continue;
        const body = this.groups(column, width, row + deckRows, room, broken);
        const filled = this.measure.fill(thread, body);
        if (filled.rest !== null) continue;
        const rows = Math.max(...filled.rows);
        const wasted = this.sky.slice(column, column + width).reduce((sum, top) => sum + row - top, 0);
        // Low on the page is worse than a little waste; a deck wider than it needs is worse than either.
        const score = (row + deckRows + rows) * 1 + wasted * 0.5 + Math.abs(rows - deckRows * 2) * 0.3;
        if (best === null || score < best.score) {
          best = { score, deck: { column, columns: width, row, rows: deckRows }, body, filled };
        }
      }
    }
    if (best === null) return false;
    this.settle({ ...one, variant }, best.deck.rows === 0 ? null : best.deck, best.body, best.filled);
    return true;
  }

  /** Begins an article that does not fit, in the widest free place, if enough of it would stand here. */
  private begin(one: Waiting): Waiting | null {
    const { columns } = this.master;
    const variant = one.boxed ? 'news' : one.variant;
    const wanted = variant === 'report' ? REPORT_MEASURE : Math.max(NEWS_MEASURE, this.master.characters);
    let best: { area: number; deck: Area; body: Broken[] } | null = null;
    for (let width = columns; width >= 2; width--) {
      const deckRows = this.measure.deckRows(one.article, variant, width);
      for (let column = 0; column + width <= columns; column++) {
        const row = this.topOf(column, width);
        const room = this.floorOf(column, width) - row - deckRows;
        if (room < Math.max(LEAST_ROWS, deckRows)) continue;
        const area = room * width;
        if (best !== null && area <= best.area) continue;
        const body = this.groups(column, width, row + deckRows, room, breakColumns(this.master, width, wanted));
        best = { area, deck: { column, columns: width, row, rows: deckRows }, body };
      }
    }
    if (best === null) return null;
    const filled = this.measure.fill(this.measure.body(one.article, variant), best.body);
    return this.settle({ ...one, variant }, best.deck.rows === 0 ? null : best.deck, best.body, filled) ?? DONE;
  }

  private groups(column: number, width: number, row: number, rows: number, { group, into }: { group: number; into: number }): Broken[] {
    const body: Broken[] = [];
    for (let at = column; at < column + width; at += group) body.push({ area: { column: at, columns: group, row, rows }, into });
    // Groups side by side whose text ends in the middle of them are one broken measure: their feet are level together.
    const first = body[0];
    return body.length < 2 || first === undefined || into !== 1 ? body : [{ area: { column, columns: width, row, rows }, into: width / group }];
  }

  /** Writes the piece down and raises the skyline; what is left over waits for the next page. */
  private settle(one: Waiting, deck: Area | null, body: readonly Broken[], filled: FilledPiece): Waiting | null {
    const areas = this.note(one, deck, body, filled);
    if (deck !== null) this.raise(deck.column, deck.columns, deck.row + deck.rows);
    for (const { area } of areas) this.raise(area.column, area.columns, area.row + area.rows);
    return filled.rest === null ? null : { ...one, rest: { thread: filled.rest, from: this.number } };
  }

  /** Writes the piece down; returns the areas that it takes. */
  private note(one: Waiting, deck: Area | null, body: readonly Broken[], filled: FilledPiece): readonly Broken[] {
    const used = body.flatMap((broken, g): Broken[] => ((filled.rows[g] ?? 0) > 0 ? [{ ...broken, area: { ...broken.area, rows: filled.rows[g]! } }] : []));
    // A piece that goes on keeps its areas whole: the jump line has its row there.
    const areas = filled.rest === null ? used : body;
    // A title block over the whole page that comes first is the report's own (deckFoot): so it is raised before it is written.
    if (deck !== null && this.pieces.length === 0) this.raise(deck.column, deck.columns, deck.row + deck.rows);
    const piece: Piece = {
      article: one.article, variant: one.variant, deck, body: areas, box: null,
      from: one.rest?.from ?? null, to: filled.rest === null ? null : this.number + 1,
    };
    this.threads.set(piece, { thread: this.threadOf(one), offered: body });
    this.pieces.push(piece);
    return areas;
  }

  private threadOf(one: Waiting): readonly Block[] {
    return one.rest === null ? this.measure.body(one.article, one.variant) : this.measure.continued(one.rest.thread, one.rest.from);
  }

  /** Row that these columns are free to (exclusive). */
  private floorOf(column: number, width: number): number {
    return Math.min(...this.floor.slice(column, column + width));
  }

  /** First row for a piece over these columns: below what stands there, with a blank row between. */
  private topOf(column: number, width: number): number {
    const top = Math.max(...this.sky.slice(column, column + width));
    const free = top === this.mastheadRows || this.isDeckFoot(column, width, top);
    return free ? top : top + 1;
  }

  /** A report's own title block over these columns: its text begins right below. */
  private isDeckFoot(_column: number, _width: number, top: number): boolean {
    return this.pieces.every((piece) => piece.deck === null || piece.deck.row + piece.deck.rows !== top) && this.deckFoot === top;
  }

  private deckFoot = -1;

  private raise(column: number, width: number, row: number): void {
    if (this.pieces.length === 0 && column === 0 && width === this.master.columns) this.deckFoot = row;
    for (let c = column; c < column + width; c++) this.sky[c] = Math.max(this.sky[c]!, row);
  }
}

/** Marks an article that a begun piece turned out to hold whole. */
const DONE: Waiting = { article: '', kind: 'news', variant: 'news', boxed: false, rest: null };
