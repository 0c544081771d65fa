// Pages of many short articles (要闻·简讯), which a beam of single pieces does not come to:
// the first article at the head, mostly over the whole width and its feet at two heights, so
// that neither a row nor a gutter goes straight through, and the others in stacks under it,
// each as high as the next. In: what waits. Out: pages on which all of it stands, level at the
// foot but for rows that no title can take, the white all below; where it is too much for one,
// pages full of the first of it. search-page.ts judges them. Nothing is set.
import { areasOf, type Piece } from '../../model/layout';
import { grownPiece } from '../draft/grown-piece';
import { headRoom } from '../measure/head-rows';
import { atTop, emptyPage, type PageState, steppedTop } from '../draft/page-state';
import type { Ruler, Waiting } from '../measure/ruler';
import { type Shares, shareOuts } from './share-out';
import { stacked, type StackItem, stackItem } from './stack-item';

/** Fewer articles find better pages one by one. */
const LEAST = 6;
/** Base columns of a stack. */
const LEAST_WIDE = 2;
const MOST_WIDE = 5;
const MOST_STACKS = 4;
/** Of stacks of the same widths so many ways to fill them are looked at, the most even first, so many of these in other orders, and of all so many. */
const OF_ONE_WIDTH = 6;
const ORDERED = 2;
const MOST_ORDERED = 80;
/** Orders of its stacks' articles that a page is tried in. */
const MOST_ORDERS = 48;

/** An edition of short articles, so many that they are stacked. */
export function areBriefs(waiting: readonly Waiting[], ruler: Ruler): boolean {
  return waiting.length >= LEAST && waiting.every((one) => one.rest === null && !ruler.isLong(one));
}

/** A page of stacks, and what waits for the next one. */
export interface Stacks {
  readonly pieces: readonly Piece[];
  readonly left: readonly Waiting[];
}

type CostOf = (page: Stacks, most: number) => number;

/** The pages; `costOf` compares those of one head (page-cost.ts), and is Infinity for one that is surely dearer than `most`. */
export function* briefStacks(waiting: readonly Waiting[], mastheadRows: number, ruler: Ruler, costOf: CostOf): Iterable<Stacks> {
  const [lead] = waiting.filter(({ boxed }) => !boxed);
  if (lead === undefined || !areBriefs(waiting, ruler)) return;
  const { columns, lines } = ruler.master;
  const all = waiting.filter((one) => one !== lead);
  for (const left of leftOuts(lead, all, columns * (lines - mastheadRows), ruler)) {
    const others = all.filter((one) => !left.includes(one));
    const known = new Map<number, readonly (StackItem | null)[]>();
    const itemsOf = (wide: number): readonly (StackItem | null)[] => {
      let items = known.get(wide);
      if (items === undefined) known.set(wide, (items = others.map((one) => stackItem(one, wide, ruler))));
      return items;
    };
    const tried = [...headsOf(lead, waiting, mastheadRows, ruler)].flatMap((head) => widthsOf(head, columns).flatMap((widths) => {
      const rooms = roomsUnder(head, widths);
      if (rooms.some(({ columns: wide }) => itemsOf(wide).includes(null)) || rooms.length > Math.min(MOST_STACKS, others.length)) return [];
      const pageOf = (order: Shares): Stacks => ({
        pieces: [...head.pieces, ...levelled(rooms.map(({ column, columns: wide, top }, k) => stacked(order[k]!.map((i) => itemsOf(wide)[i]!), column, top)), lines, left.length > 0, ruler)], left,
      });
      const rows = rooms.map(({ columns: wide }) => itemsOf(wide).map((item) => item!.rows + 1));
      const found = shareOuts(rooms.map(({ top }) => top), rows).flatMap(({ shares, high, low }) => {
        // Where something waits for the next page this one is full to its foot.
        return low - 1 > lines ? [] : [{ shares, uneven: (left.length > 0 ? lines + 1 : low) - high }];
      });
      return cheapest(found.sort((a, b) => a.uneven - b.uneven).slice(0, OF_ONE_WIDTH).map(({ shares }) => shares), pageOf, costOf);
    }));
    for (const { shares, pageOf } of tried.sort((a, b) => a.cost - b.cost).slice(0, MOST_ORDERED)) yield ordered(shares, pageOf, costOf);
  }
}

/** Part of a page's cells that its articles take when it is full: rows around titles and unequal ends take the others. */
const FULL = [0.88, 1.01] as const;
/** Part of them that all may take and still have room, in other widths. */
const MAYBE = 1.08;
/** Of so many of the last articles each may wait; of the ways of that so many are tried. */
const MOST_WAITING = 9;
const WAITING_WAYS = 3;

/** What waits for the next page, in the ways in which what is left just fills this one, those first that keep to the edition's order; nothing where all has room. */
function leftOuts(lead: Waiting, others: readonly Waiting[], room: number, ruler: Ruler): readonly (readonly Waiting[])[] {
  const { columns } = ruler.master;
  const wide = Math.min(MOST_WIDE, Math.max(LEAST_WIDE, columns >> 1));
  const cellsOf = (one: Waiting, over: number): number => ((stackItem(one, over, ruler)?.rows ?? Infinity) + 1) * over;
  const cells = others.map((one) => cellsOf(one, wide));
  const free = room - cellsOf(lead, columns);
  const total = cells.reduce((sum, one) => sum + one, 0);
  if (!(total > free)) return [[]];
  const first = Math.max(0, others.length - MOST_WAITING);
  const ways: { readonly left: readonly Waiting[]; readonly cost: number }[] = [];
  for (let way = 1; way < 2 ** (others.length - first); way++) {
    const waits = (i: number): boolean => i >= first && ((way >> (i - first)) & 1) === 1;
    const taken = total - cells.reduce((sum, one, i) => sum + (waits(i) ? one : 0), 0);
    if (taken < FULL[0] * free || taken > FULL[1] * free) continue;
    let cost = 0;
    for (let i = 0; i < others.length; i++) if (waits(i)) for (let k = 0; k < others.length; k++) if (!waits(k) && (i < k || others[i]!.important === true)) cost++;
    ways.push({ left: others.filter((_, i) => waits(i)), cost });
  }
  // What seems too much by a little may have room in other widths.
  return [...(total <= MAYBE * free ? [[]] : []), ...ways.sort((a, b) => a.cost - b.cost).slice(0, WAITING_WAYS).map(({ left }) => left)];
}

/**
 * The lead at the page's head, in each way: over its whole width, its feet at two heights, its text under its title or partly at
 * that one's right; level, which parts the page (N-31), where it is too short for that; or over a part of the width.
 */
function* headsOf(lead: Waiting, waiting: readonly Waiting[], mastheadRows: number, ruler: Ruler): Iterable<PageState> {
  const { columns } = ruler.master;
  const empty = emptyPage(waiting, ruler.master, mastheadRows);
  for (let left = LEAST_WIDE; left <= columns - LEAST_WIDE; left++) {
    for (const beside of [false, true]) {
      for (const heights of ['usual', 'small', 'more'] as const) {
        for (const step of ruler.stepped(lead, left, columns - left, beside, heights)) {
          const made = steppedTop(empty, lead, 0, left, columns - left, beside, step);
          if (made !== null) yield made;
        }
      }
    }
  }
  // One column of its text beside its title parts that from the headline of a stack from the page's head (N-30).
  for (let left = LEAST_WIDE; left + 1 + LEAST_WIDE <= columns; left++) {
    for (const step of ruler.stepped(lead, left, 1, true, 'usual')) {
      const made = steppedTop(empty, lead, 0, left, 1, true, step);
      if (made !== null) yield made;
    }
  }
  const whole = ruler.whole(lead, columns);
  const level = whole === null ? null : atTop(empty, lead, 0, columns, whole, ruler.deck(lead, columns).rows);
  if (level !== null) yield level;
}

/** Widths of stacks, left to right, so that none stands under both heights of the head. */
function widthsOf({ sky }: PageState, columns: number): readonly (readonly number[])[] {
  const out: number[][] = [];
  const add = (widths: readonly number[], column: number): void => {
    if (column === columns) out.push([...widths]);
    for (let wide = LEAST_WIDE; wide <= MOST_WIDE && column + wide <= columns; wide++) {
      if (sky.slice(column, column + wide).every((row) => row === sky[column])) add([...widths, wide], column + wide);
    }
  };
  add([], 0);
  return out;
}

/** A stack's place below the head: its columns, and the first row that is free. */
interface Room {
  readonly column: number;
  readonly columns: number;
  readonly top: number;
}

function roomsUnder({ sky }: PageState, widths: readonly number[]): readonly Room[] {
  let column = 0;
  return widths.map((columns) => {
    const room = { column, columns, top: sky[column]! };
    column += columns;
    return room;
  });
}

const footOf = (pieces: readonly Piece[]): number => Math.max(...pieces.flatMap(areasOf).map(({ row, rows }) => row + rows));

/** Rows of a page that are so few that its stacks are brought to its foot. */
const NEAR_FOOT = 4;

/** The stacks with rows around their titles, one each in turn, until all end where the lowest does, or at the page's foot where that is near or `isFull` (N-34). */
function levelled(stacks: readonly (readonly Piece[])[], lines: number, isFull: boolean, ruler: Ruler): readonly Piece[] {
  const low = Math.max(...stacks.map(footOf));
  const foot = isFull || lines - low <= NEAR_FOOT ? lines : low;
  return stacks.flatMap((pieces) => {
    const most = pieces.map((piece) => headRoom(piece, ruler));
    const more = pieces.map(() => 0);
    let rest = foot - footOf(pieces);
    for (let isLeft = true; rest > 0 && isLeft; ) {
      isLeft = false;
      for (let i = 0; i < pieces.length && rest > 0; i++) {
        if (more[i]! >= most[i]!) continue;
        more[i]!++;
        rest--;
        isLeft = true;
      }
    }
    let down = 0;
    return pieces.map((piece, i) => {
      const made = grownPiece(piece, down, more[i]!);
      down += more[i]!;
      return made;
    });
  });
}

/** The few of these that cost least, the cheapest first. */
function cheapest(all: readonly Shares[], pageOf: (order: Shares) => Stacks, costOf: CostOf): { readonly shares: Shares; readonly pageOf: (order: Shares) => Stacks; readonly cost: number }[] {
  let best: { shares: Shares; pageOf: (order: Shares) => Stacks; cost: number }[] = [];
  for (const shares of all) best = [...best, { shares, pageOf, cost: costOf(pageOf(shares), best[ORDERED - 1]?.cost ?? Infinity) }].sort((a, b) => a.cost - b.cost).slice(0, ORDERED);
  return best;
}

/** The page in the best order of each stack's articles that changing over two of them leads to. */
function ordered(shares: Shares, pageOf: (order: Shares) => Stacks, costOf: CostOf): Stacks {
  let order = shares;
  let page = pageOf(order);
  let least = costOf(page, Infinity);
  let tried = 0;
  for (let isBetter = true; isBetter && tried < MOST_ORDERS; ) {
    isBetter = false;
    for (let k = 0; k < order.length; k++) {
      for (let i = 0; i < order[k]!.length; i++) {
        for (let j = i + 1; j < order[k]!.length && tried < MOST_ORDERS; j++) {
          const own = order[k]!;
          const next = order.with(k, own.with(i, own[j]!).with(j, own[i]!));
          const made = pageOf(next);
          const cost = costOf(made, least);
          tried++;
          if (cost >= least) continue;
          [order, page, least, isBetter] = [next, made, cost, true];
        }
      }
    }
  }
  return page;
}
