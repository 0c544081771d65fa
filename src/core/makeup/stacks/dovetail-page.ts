// One page of stacks (dovetail.ts): which article stands where, how many rows all of it takes, and
// what it costs. The rows of text over each stack are what its articles leave of the page; the text of
// each article at the head fills them, or leaves cells that headlines must take up. In: a ground plan and
// who stands where. Out: its cost, in cells as page-cost.ts counts them, and its pieces.
import type { Area, Broken, Piece } from '../../model/layout';
import { DovetailSizes, type Sized } from './dovetail-sizes';
import { grownPiece } from '../draft/grown-piece';
import type { GroundPlan } from './ground-plans';
import { MOST_SHORT } from '../measure/last-column';
import { TOO_LOOSE } from '../measure/measure-choice';
import type { Ruler, Waiting } from '../measure/ruler';
import type { Found } from '../draft/search-memory';

/** Rows of each run of an article at the head at the least; under fewer than these it is a stub. */
export const LEAST_ROWS = 3;
const STUB_ROWS = 10;
/** Part of its lines that copyfitting gives; what a worse end costs. */
const GIVEN = 0.03;
const BAD_END = 150;
const BAD_CELL = 50;
/** Headlines side by side, on the fold; an end or a line that is a fault; a gutter. */
const ABREAST = 420;
const FOLD = 300;
const FAULT = 300;
const GUTTER = 140;
/** Out of the edition's order: lower, of all together; on a later page. White; text right of its stub. */
const LOWER = 60;
const SKIPPED = 30;
const IMPORTANT = 4;
const HOLE = 3;
const CORNER = 35;
/** A headline larger than the first article's (N-37), and lines too loose. */
const LARGER = 120;
const POOR = 90;
/** For what no page can be, and each row that it has too many. */
const IMPOSSIBLE = 1500;
const ROW_OVER = 200;
/** A row around a headline, and the second one; of those at the head so many. */
const ROW = 1;
const SECOND = 0.6;
const MOST_GROWN = 2;
/** Rows by which headlines may differ and be of one size. */
const EVEN = 0.01;
/** Of the lower one, headlines that overlap in height by more stand side by side (N-30). */
const OVERLAP = 0.3;

/** Which article stands where: by its place in `others`. */
export interface DovetailState {
  readonly stacks: readonly (readonly number[])[];
  /** At the head, beside the first one. */
  readonly tops: readonly number[];
  /** At the foot, over a joint; -1: none. */
  readonly feet: readonly number[];
  readonly waits: readonly number[];
  /** Rows that each one's headline has beyond its need; at the end the first one's. */
  readonly grown: readonly number[];
}

/** What a page is worth. */
export interface Worth {
  readonly cost: number;
  readonly faults: number;
  /** It is no page: something has no room, or a text ends in a hole that nothing closes. */
  readonly isBroken: boolean;
}

export class DovetailPage {
  readonly sizes: DovetailSizes;
  private readonly boxed: readonly boolean[];
  /** Row of the sheet's fold (N-36), a fraction. */
  private readonly fold: number;
  /** What it counts that the one stands behind the other: 0 where that one is behind it. */
  private readonly order: readonly (readonly number[])[];
  private faults = 0;
  private isBroken = false;

  /** `isFull`: it goes down to the page's foot, and the last of the articles may wait for another one. */
  constructor(private readonly lead: Waiting, readonly others: readonly Waiting[], readonly mastheadRows: number, private readonly ruler: Ruler, readonly isFull: boolean, sizes = new DovetailSizes(lead, others, ruler)) {
    this.sizes = sizes;
    this.boxed = others.map(({ boxed }) => boxed);
    const { height, top, pitch } = ruler.master;
    this.fold = (height / 2 - top) / pitch;
    this.order = others.map((one) => others.map((other) => (isBefore(one, other) ? (one.important === true && other.important !== true ? IMPORTANT : 1) : 0)));
  }

  get lines(): number {
    return this.ruler.master.lines;
  }

  /** What the page of a state is worth; of what costs more than `most` no more than that it does: Infinity. */
  worthOf(plan: GroundPlan, state: DovetailState, most = Infinity): Worth {
    const cost = this.costOf(plan, state, most);
    return { cost, faults: this.faults, isBroken: this.isBroken };
  }

  /** Where all stands: the page's foot, and for each stack the row that its articles begin at; null where an article has no such form. */
  private stood(plan: GroundPlan, { stacks, tops, feet, grown }: DovetailState): Stood | null {
    // Asked by the ten thousand: loops.
    const begin = this.mastheadRows;
    const high: number[] = [];
    const below: number[] = [];
    for (let k = 0; k < plan.stacks.length; k++) {
      const sized = this.sizes.inStack(plan.stacks[k]!.columns);
      let rows = 0;
      for (const i of stacks[k]!) rows += (sized[i]?.rows ?? Infinity) + grown[i]! + 1;
      high.push(rows);
      below.push(0);
    }
    for (let j = 0; j < plan.joints.length; j++) {
      const k = plan.joints[j]!;
      const i = feet[j]!;
      if (i < 0) continue;
      const wide = plan.stacks[k]!.columns + plan.stacks[k + 1]!.columns;
      below[k] = below[k + 1] = (this.sizes.inStack(wide)[i]?.rows ?? Infinity) + grown[i]! + 1;
    }
    const heads: number[] = [];
    const asks: number[] = [];
    let needed = -Infinity;
    for (let t = 0; t < plan.tops.length; t++) {
      const { title, from, to, columns } = plan.tops[t]!;
      const i = t === 0 ? this.others.length : (tops[t - 1] ?? -1);
      const head = (this.sizes.atHead(title)[i]?.rows ?? Infinity) + (grown[i] ?? 0);
      let cells = this.sizes.needs[i] ?? Infinity;
      for (let k = from; k < to; k++) cells += plan.stacks[k]!.columns * (high[k]! + below[k]! + (plan.stacks[k]!.under ? head : 0));
      heads.push(head);
      asks.push(cells);
      needed = Math.max(needed, Math.ceil(cells / columns));
    }
    if (!Number.isFinite(needed)) return null;
    const foot = this.isFull ? this.ruler.master.lines : begin + needed;
    return {
      foot, over: Math.max(0, begin + needed - this.ruler.master.lines), heads, below,
      spare: asks.map((cells, t) => plan.tops[t]!.columns * (foot - begin) - cells),
      ends: high.map((rows, k) => foot - rows - below[k]!),
    };
  }

  private costOf(plan: GroundPlan, state: DovetailState, dearest: number): number {
    const stood = this.stood(plan, state);
    this.faults = 0;
    this.isBroken = stood === null;
    if (stood === null) {
      this.faults++;
      return 10 * IMPOSSIBLE;
    }
    const { others } = this;
    const { foot, over, heads, below, spare, ends } = stood;
    let cost = over > 0 ? this.broken() + ROW_OVER * over : 0;
    const begin = this.mastheadRows;
    for (let t = 0; t < spare.length; t++) {
      const cells = spare[t]!;
      // Of the first one copyfitting gives a line or two; the others are not set again.
      const most = t === 0 ? Math.max(MOST_SHORT, GIVEN * this.sizes.needs.at(-1)!) : MOST_SHORT;
      if (cells > most) {
        this.faults++;
        if (t > 0) this.isBroken = true;
      }
      cost += cells < 0 ? this.broken() - 10 * cells : 2 * HOLE * cells + (cells > most ? BAD_END + BAD_CELL * (cells - most) : 0);
    }
    // Nothing of a page is less than 0.
    if (cost > dearest) return Infinity;
    const largest = this.sizes.atHead(plan.tops[0]!.title).at(-1)!.type;
    const rows = new Array<number>(others.length).fill(Infinity);
    const zones: number[][] = plan.stacks.map(() => []);
    for (let t = 0; t < plan.tops.length; t++) {
      const top = plan.tops[t]!;
      const i = state.tops[t - 1];
      const more = state.grown[i ?? others.length]!;
      if (i !== undefined) rows[i] = begin;
      const poor = this.sizes.poor[i ?? others.length]!;
      if (poor >= TOO_LOOSE) this.faults++;
      cost += POOR * poor + (i !== undefined && this.sizes.atHead(top.title)[i]!.type > largest + EVEN ? LARGER : 0);
      // A title over all of its stacks may stand in a row or two more; beside text it would begin below that.
      cost += more > (top.title === top.columns ? MOST_GROWN : 0) ? this.broken() : ROW * more + SECOND * more * (more - 1);
      for (let k = top.from; k < top.to; k++) {
        const under = plan.stacks[k]!.under;
        // The last column has as many lines, whatever it is short of (N-34).
        const run = ends[k]! - begin - (under ? heads[t]! : 0) - (k + 1 === top.to ? Math.min(MOST_SHORT, Math.max(0, spare[t]!)) : 0);
        cost += 2 * Math.max(0, STUB_ROWS - run) + 14 * Math.max(0, 5 - run) + (run < LEAST_ROWS ? this.broken() + 20 * (LEAST_ROWS - run) : 0);
        if (under) zones[k]!.push(t === 0 ? -1 : i!, begin, begin + heads[t]!);
        if (k > top.from && ends[k]! > ends[top.from]! + 1) cost += CORNER;
      }
    }
    for (let k = 0; k < plan.stacks.length; k++) {
      if (cost > dearest) return Infinity;
      const sized = this.sizes.inStack(plan.stacks[k]!.columns);
      let row = ends[k]! + 1;
      for (const i of state.stacks[k]!) {
        cost += this.placed(i, sized[i]!, row, largest, state, zones[k]!, rows);
        row += sized[i]!.rows + state.grown[i]! + 1;
      }
    }
    for (let j = 0; j < plan.joints.length; j++) {
      const k = plan.joints[j]!;
      const i = state.feet[j]!;
      if (i < 0) {
        this.faults++;
        cost += GUTTER;
        continue;
      }
      const own = this.sizes.inStack(plan.stacks[k]!.columns + plan.stacks[k + 1]!.columns)[i]!;
      cost += this.placed(i, own, foot - below[k]! + 1, largest, state, zones[k]!, rows);
      zones[k + 1]!.push(i, foot - below[k]! + 1, foot - below[k]! + 1 + own.head + state.grown[i]!);
    }
    for (let k = 0; k + 1 < zones.length; k++) {
      const count = abreast(zones[k]!, zones[k + 1]!, this.boxed);
      this.faults += count;
      cost += ABREAST * count;
    }
    if (cost > dearest) return Infinity;
    for (const i of state.waits) for (let b = 0; b < others.length; b++) if (rows[b] !== Infinity) cost += SKIPPED * this.order[i]![b]!;
    // Of many the first few alone are read in their order.
    const lower = LOWER / others.length;
    for (let a = 0; a < others.length; a++) {
      const own = this.order[a]!;
      const row = rows[a]!;
      if (row === Infinity) continue;
      for (let b = 0; b < own.length; b++) if (rows[b]! < row) cost += lower * own[b]!;
    }
    return cost;
  }

  private broken(): number {
    this.isBroken = true;
    return IMPOSSIBLE;
  }

  /** What an article costs where it stands; its headline's zone and its row are noted. */
  private placed(i: number, { head, lines, type, most, cost, isBad }: Sized, row: number, largest: number, { grown }: DovetailState, zones: number[], rows: number[]): number {
    const more = grown[i]!;
    rows[i] = row;
    zones.push(i, row, row + head + more);
    const { fold } = this;
    const from = row + (more >> 1);
    const isCut = fold > row && fold < row + head + more && lines.some((line) => from + line.from < fold && fold < from + line.to);
    if (isCut || isBad) this.faults++;
    return cost + (isBad ? FAULT : 0) + (type > largest + EVEN ? LARGER : 0) + (more > most ? this.broken() : ROW * more + SECOND * more * (more - 1)) + (isCut ? FOLD : 0);
  }

  /** Its pieces, and the first article's room. */
  made(plan: GroundPlan, state: DovetailState): Found {
    const { foot, heads, below, ends, spare } = this.stood(plan, state)!;
    const begin = this.mastheadRows;
    const pieces: Piece[] = [];
    const room = (t: number): { readonly deck: Area | null; readonly body: readonly Broken[] } => {
      const { column, title, from, to } = plan.tops[t]!;
      const deck = heads[t] === 0 ? null : { column, columns: title, row: begin, rows: heads[t]! };
      const body: Broken[] = [];
      for (let k = from; k < to; k++) {
        const { columns, under, column: left } = plan.stacks[k]!;
        const row = begin + (under ? heads[t]! : 0);
        const last = body.at(-1);
        // Parts of one height are one.
        if (last !== undefined && last.area.row === row && last.area.rows === ends[k]! - row) body[body.length - 1] = { area: { ...last.area, columns: last.area.columns + columns }, into: last.into + columns };
        else body.push({ area: { column: left, columns, row, rows: ends[k]! - row }, into: columns });
      }
      return { deck, body };
    };
    for (const [t, i] of state.tops.entries()) {
      const one = this.others[i]!;
      pieces.push({ article: one.article, variant: one.variant, ...room(t + 1), box: null, from: one.rest?.from ?? null, to: null });
    }
    for (const [k, { columns, column }] of plan.stacks.entries()) {
      let row = ends[k]! + 1;
      for (const i of state.stacks[k]!) {
        const { item } = this.sizes.inStack(columns)[i]!;
        pieces.push(grownPiece(item.at(column, row), 0, state.grown[i]!));
        row += item.rows + state.grown[i]! + 1;
      }
    }
    for (const [j, k] of plan.joints.entries()) {
      const i = state.feet[j]!;
      const { columns, column } = plan.stacks[k]!;
      if (i >= 0) pieces.push(grownPiece(this.sizes.inStack(columns + plan.stacks[k + 1]!.columns)[i]!.item.at(column, foot - below[k]! + 1), 0, state.grown[i]!));
    }
    const first = room(0);
    const left = state.waits.toSorted((a, b) => a - b).map((i) => this.others[i]!);
    // What ends a line or two early is level as it is printed (N-34); lines more are copyfitted.
    if (spare[0]! > MOST_SHORT) return { pieces, left, rest: { one: this.lead, ...first } };
    return { pieces: [{ article: this.lead.article, variant: this.lead.variant, ...first, box: null, from: this.lead.rest?.from ?? null, to: null }, ...pieces], left, rest: null };
  }
}

/** Rows of a page of stacks. */
interface Stood {
  /** Row that all ends at, and rows that this is too low. */
  readonly foot: number;
  readonly over: number;
  /** Rows of the titles at the head, and of what stands at the foot of each stack, with the blank one. */
  readonly heads: readonly number[];
  readonly below: readonly number[];
  /** Cells that the text of each article at the head leaves. */
  readonly spare: readonly number[];
  /** Row that the text over each stack ends at. */
  readonly ends: readonly number[];
}

/** 重要 is before 一般, else the edition's order holds. */
function isBefore(one: Waiting, other: Waiting): boolean {
  if (one.important === true && other.important !== true) return true;
  return one.rank < other.rank && !(other.important === true && one.important !== true);
}

/** Headlines of two neighbouring stacks at one height (N-30), by a box at all; zones: article, from, to, one after another. */
function abreast(a: readonly number[], b: readonly number[], boxed: readonly boolean[]): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 3) {
    for (let k = 0; k < b.length; k += 3) {
      if (a[i] === b[k]) continue;
      const common = Math.min(a[i + 2]!, b[k + 2]!) - Math.max(a[i + 1]!, b[k + 1]!);
      const most = boxed[a[i]!] === true || boxed[b[k]!] === true ? 0 : OVERLAP;
      if (common > most * Math.min(a[i + 2]! - a[i + 1]!, b[k + 2]! - b[k + 1]!)) count++;
    }
  }
  return count;
}
