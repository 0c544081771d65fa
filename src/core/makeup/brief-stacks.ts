// Pages of many short articles (要闻·简讯), which a beam of single pieces does not come to:
// the first article over the whole width, its feet at two heights, so that neither a row nor
// a gutter goes straight through, and under it stacks of the others, each as high as the
// next. In: what waits. Out: pages on which all of it stands, level at the foot but for rows
// that no title can take, the white all below; where it is too much for one, pages full of the
// first of it. place-page.ts judges them. Nothing is set.
import { areasOf, type Piece } from '../model/layout';
import { headRoom } from './head-rows';
import { atTop, emptyPage, type PageState, steppedTop } from './page-state';
import type { Ruler, Waiting } from './ruler';
import { type StackItem, stackItem } from './stack-item';

/** Fewer articles find better pages one by one. */
const LEAST = 6;
/** Base columns of a stack. */
const LEAST_WIDE = 2;
const MOST_WIDE = 5;
const MOST_STACKS = 4;
/** Stacks of which one ends so many rows below another are no page; of the same widths so many are looked at, those of the least difference, and so many of these in other orders, and of all so many. */
const MOST_UNEVEN = 8;
const OF_ONE_WIDTH = 6;
const ORDERED = 2;
const MOST_ORDERED = 80;
/** Orders of its stacks' articles that a page is tried in. */
const MOST_ORDERS = 48;

/** A column of articles below the head: where it stands, and the first row that is free. */
interface Room {
  readonly column: number;
  readonly columns: number;
  readonly top: number;
}

/** How the articles are shared out: for each stack which of them, first to last. */
type Shares = readonly (readonly number[])[];

/** An edition of short articles, so many that they are stacked. */
export function areBriefs(waiting: readonly Waiting[], ruler: Ruler): boolean {
  return waiting.length >= LEAST && waiting.every((one) => one.rest === null && !ruler.isLong(one));
}

/** A page of stacks, and what waits for the next one. */
export interface Stacks {
  readonly pieces: readonly Piece[];
  readonly left: readonly Waiting[];
}

/** The pages; `costOf` compares those of one head (page-cost.ts). */
export function* briefStacks(waiting: readonly Waiting[], mastheadRows: number, ruler: Ruler, costOf: (page: Stacks) => number): Iterable<Stacks> {
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
        pieces: [...head.pieces, ...levelled(rooms.map(({ column, columns: wide, top }, k) => stackedIn(order[k]!.map((i) => itemsOf(wide)[i]!), column, top)), lines, left.length > 0, ruler)], left,
      });
      const rows = rooms.map(({ columns: wide }) => itemsOf(wide).map((item) => item!.rows + 1));
      const found = sharings(rooms, rows).flatMap((shares) => {
        const ends = endsOf(rooms, rows, shares);
        // Where something waits for the next page this one is full to its foot.
        return Math.max(...ends) - 1 > lines ? [] : [{ shares, uneven: (left.length > 0 ? lines + 1 : Math.max(...ends)) - Math.min(...ends) }];
      });
      return found.sort((a, b) => a.uneven - b.uneven).slice(0, OF_ONE_WIDTH).map(({ shares }) => ({ shares, pageOf, cost: costOf(pageOf(shares)) })).sort((a, b) => a.cost - b.cost).slice(0, ORDERED);
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

function roomsUnder({ sky }: PageState, widths: readonly number[]): readonly Room[] {
  let column = 0;
  return widths.map((columns) => {
    const room = { column, columns, top: sky[column]! };
    column += columns;
    return room;
  });
}

/** Row below each stack, its blank row counted in. */
function endsOf(rooms: readonly Room[], rows: readonly (readonly number[])[], shares: Shares): number[] {
  return rooms.map(({ top }, k) => shares[k]!.reduce((sum, i) => sum + rows[k]![i]!, top));
}

/** The articles shared out so that the stacks end about level, by the stack of each. */
function sharings(rooms: readonly Room[], rows: readonly (readonly number[])[]): readonly Shares[] {
  const all = rows[0]!.map((_, i) => i);
  const found = new Map<string, Shares>();
  const keep = (of: readonly number[]): void => {
    const key = of.join();
    if (!found.has(key) && rooms.every((_, k) => of.includes(k)) && unevenOf(of, rooms, rows) <= MOST_UNEVEN) found.set(key, rooms.map((_, k) => all.filter((i) => of[i] === k)));
  };
  someWays(rooms, rows, keep);
  return [...found.values()];
}

/** Begun in the edition's order and with the highest first, each article to the stack that ends highest with it; then one moved or two changed over while that makes it better, and all that is tried at the last. */
function someWays(rooms: readonly Room[], rows: readonly (readonly number[])[], show: (of: readonly number[]) => void): void {
  const all = rows[0]!.map((_, i) => i);
  for (const begin of [all, all.toSorted((a, b) => rows[0]![b]! - rows[0]![a]!)]) {
    const of = new Array<number>(all.length).fill(0);
    const ends = rooms.map(({ top }) => top);
    for (const i of begin) {
      let best = 0;
      for (let k = 1; k < rooms.length; k++) if (ends[k]! + rows[k]![i]! < ends[best]! + rows[best]![i]!) best = k;
      of[i] = best;
      ends[best]! += rows[best]![i]!;
    }
    show(of);
    even(of, rooms, rows, show);
  }
}

/** Rows between the ends of the lowest and the highest stack; `of`: the stack of each article. */
function unevenOf(of: readonly number[], rooms: readonly Room[], rows: readonly (readonly number[])[]): number {
  const ends = rooms.map(({ top }) => top);
  of.forEach((k, i) => (ends[k]! += rows[k]![i]!));
  return Math.max(...ends) - Math.min(...ends);
}

/** Moves articles to other stacks while the ends come nearer to each other, and shows all that is tried at the last. */
function even(of: readonly number[], rooms: readonly Room[], rows: readonly (readonly number[])[], show: (of: readonly number[]) => void): void {
  const spread = (asked: readonly number[]): number => {
    const ends = rooms.map(({ top }) => top);
    asked.forEach((k, i) => (ends[k]! += rows[k]![i]!));
    const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
    // An empty stack is a hole.
    return ends.reduce((sum, end, k) => sum + (end - mean) ** 2 + (asked.includes(k) ? 0 : 1e6), 0);
  };
  const nearTo = function* (now: readonly number[]): Iterable<number[]> {
    for (let i = 0; i < now.length; i++) {
      for (let k = 0; k < rooms.length; k++) if (k !== now[i]) yield now.with(i, k);
      for (let j = i + 1; j < now.length; j++) if (now[i] !== now[j]) yield now.with(i, now[j]!).with(j, now[i]!);
    }
  };
  let now = of;
  for (let least = spread(now); ; ) {
    let best: readonly number[] | null = null;
    for (const next of nearTo(now)) {
      const own = spread(next);
      if (own < least) [best, least] = [next, own];
    }
    if (best === null) break;
    now = best;
  }
  show(now);
  for (const next of nearTo(now)) show(next);
}

function stackedIn(items: readonly StackItem[], column: number, top: number): readonly Piece[] {
  let row = top;
  return items.map(({ rows, at }) => {
    const piece = at(column, row);
    row += rows + 1;
    return piece;
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
      const made = lower(piece, down, more[i]!);
      down += more[i]!;
      return made;
    });
  });
}

/** The piece so many rows lower, its title block or box `rows` higher. */
function lower(piece: Piece, down: number, rows: number): Piece {
  const { deck, body, box } = piece;
  return {
    ...piece, deck: deck === null ? null : { ...deck, row: deck.row + down, rows: deck.rows + rows },
    body: body.map((broken) => ({ ...broken, area: { ...broken.area, row: broken.area.row + down + (deck === null ? 0 : rows) } })),
    box: box === null ? null : { ...box, area: { ...box.area, row: box.area.row + down, rows: box.area.rows + rows } },
  };
}

/** The page in the best order of each stack's articles that changing over two of them leads to. */
function ordered(shares: Shares, pageOf: (order: Shares) => Stacks, costOf: (page: Stacks) => number): Stacks {
  let order = shares;
  let page = pageOf(order);
  let least = costOf(page);
  let tried = 0;
  for (let isBetter = true; isBetter && tried < MOST_ORDERS; ) {
    isBetter = false;
    for (let k = 0; k < order.length; k++) {
      for (let i = 0; i < order[k]!.length; i++) {
        for (let j = i + 1; j < order[k]!.length && tried < MOST_ORDERS; j++) {
          const own = order[k]!;
          const next = order.with(k, own.with(i, own[j]!).with(j, own[i]!));
          const made = pageOf(next);
          const cost = costOf(made);
          tried++;
          if (cost >= least) continue;
          [order, page, least, isBetter] = [next, made, cost, true];
        }
      }
    }
  }
  return page;
}
