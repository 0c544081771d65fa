// 转版 by hand (N-20): what of a block found no room goes on in free room of a later
// page, both ends at least five lines. In: a layout, the block and the page. Out: the
// layout with the block that goes on there, or why that cannot be, in Chinese. Nothing
// that stands on that page gives way, and no article is jumped twice.
import { areasOf, type Area, type Broken, type Layout, type PagePlan, type Piece, textRows } from '../../model/layout';
import type { Block } from '../../flow/flow';
import { breakColumns } from '../measure/break-columns';
import { boundsOf } from '../measure/hand-shape';
import { LEAST_TAIL } from '../measure/last-column';
import { isFault } from '../rules/page-cost';
import { isRoomy, whiteOf } from '../rules/page-white';
import { taboosOf } from '../rules/taboos';
import type { Yardstick } from '../measure/yardstick';

/** N-20 (4): lines on each side of a jump at the least. */
const LEAST_LINES = 5;
/** Rows that the block gives up at the most for the other end to have its lines. */
const MOST_GIVEN = 8;
/** What a row that the last column stays short by costs beside a cell of the page. */
const SHORT = 3;
/** For each row that its columns are lower than five: a strip is no piece. */
const LOW = 12;
/** For a straight break across the page that there was not (N-31). */
const BREAK = 60;
/** Part of a white cell beside it that counts where the page has room for much more below it: something else may stand there. */
const OPEN = 0.05;
/** For each column that it is wider or narrower than the first part: where the page is filled, and where it has so much room. */
const WIDER = { filled: 1, open: 4 };
/** What a line that the first part's columns lack costs beside a cell below them. */
const UNEVEN = 2;

/** `piece` of the page of one 版次, gone on on that of another (one behind the last page is made), or why it cannot. `name` names it in the words. */
export function jumpByHand(layout: Layout, piece: Piece, page: number, to: number, ruler: Yardstick, name: string): Layout | string {
  const last = layout.pages.at(-1)?.number ?? page;
  if (piece.box !== null) return `${name}加了框，不能转版：先去框`;
  if (piece.from !== null || piece.to !== null) return `${name}已经转了版，一篇只转一次`;
  if (to <= page || to > last + 1) return `只能转到${ruler.pageOf(page)}后面的版`;
  const thread = ruler.measure.body(piece.article, piece.variant);
  if (ruler.measure.fill(thread, piece.body, true).rest === null) return `${name}排得下，不用转版`;
  const { fitted: _fitted, ...bare } = piece;
  const target = layout.pages.find(({ number }) => number === to) ?? { number: to, mastheadRows: 0, pieces: [] };
  let [isShort, isFull] = [false, false];
  let best: { readonly layout: Layout; readonly cost: number } | null = null;
  for (let given = 0; given <= MOST_GIVEN; given++) {
    const body = lowered(piece.body, given);
    if (body === null) break;
    const { rest, columns } = ruler.measure.fill(thread, body, true);
    const used = columns.reduce((sum, one) => sum + one.used, 0);
    if (rest === null || used < LEAST_LINES) break;
    const goneOn = bestPlace(target, piece, ruler.measure.continued(rest, page), boundsOf(piece).columns, ruler);
    if (goneOn === null) {
      isFull = true;
      break;
    }
    if (goneOn === 'short') {
      isShort = true;
      continue;
    }
    const first: Piece = { ...bare, body, to };
    const goesOn: Piece = { article: piece.article, variant: piece.variant, deck: null, body: [goneOn], box: null, from: page, to: null };
    const pages = layout.pages.map((plan) => (plan.number === page ? { ...plan, pieces: plan.pieces.map((one) => (one === piece ? first : one)) } : plan.number === to ? { ...plan, pieces: [...plan.pieces, goesOn] } : plan));
    // Cut at a stop its columns may end unevenly: rows given up below are less than a column that stands empty.
    const white = textRows(body) - used - 1;
    const cost = UNEVEN * white + given * boundsOf(piece).columns;
    if (best === null || cost < best.cost) best = { layout: { pages: to > last ? [...pages, { ...target, pieces: [goesOn] }] : pages }, cost };
  }
  if (best !== null) return best.layout;
  if (!isShort && isFull) return `${ruler.pageOf(to)}没有放得下续文的空地方：先腾出来，或转到别的版`;
  return isShort ? `${name}余下的太少：转版两边各要 ${LEAST_LINES} 行以上` : `${name}在${ruler.pageOf(page)}不够 ${LEAST_LINES} 行，不能从这里转`;
}

/** The jump of an article undone: all of it has the room of its first block again. Why that cannot be, in Chinese. */
export function joinByHand(layout: Layout, article: string, name: string, pageOf: Yardstick['pageOf']): Layout | string {
  const own = layout.pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.article === article));
  if (own.length < 2) return `${name}没有转版`;
  const pages = layout.pages.map((plan) => ({
    ...plan, pieces: plan.pieces.filter((piece) => piece.article !== article || piece.from === null).map((piece) => (piece.article === article ? { ...piece, to: null } : piece)),
  }));
  const emptied = pages.find(({ pieces }, i) => pieces.length === 0 && i < pages.length - 1);
  if (emptied !== undefined) return `${pageOf(emptied.number)}只有${name}的续文，并回去就空了`;
  return { pages: pages.filter(({ pieces }) => pieces.length > 0) };
}

/** 版次 of the later pages with room enough for what a jump takes there at the least, and of one behind the last. */
export function jumpTargets({ pages }: Layout, page: number, lines: number): number[] {
  const later = pages.filter((plan) => plan.number > page && freeCells(plan, lines) >= LEAST_LINES);
  return [...later.map(({ number }) => number), (pages.at(-1)?.number ?? page) + 1];
}

/** Rows below everything on a page, over its narrowest way down: what is surely free. */
function freeCells({ pieces, mastheadRows }: PagePlan, lines: number): number {
  const foot = Math.max(mastheadRows, ...pieces.flatMap(areasOf).map(({ row, rows }) => row + rows));
  return lines - foot;
}

/** The columns with their lowest feet so many rows higher; null where a column would be none. */
function lowered(body: readonly Broken[], rows: number): readonly Broken[] | null {
  if (rows === 0) return body;
  const foot = Math.max(...body.map(({ area }) => area.row + area.rows));
  const next = body.map((one): Broken => (one.area.row + one.area.rows < foot ? one : { ...one, area: { ...one.area, rows: one.area.rows - rows } }));
  return next.every(({ area }) => area.rows > 0) ? next : null;
}

/** Columns of free room that hold the thread, with the fewest cells left white; `short` where the thread has too few lines; null where nothing holds it. */
function bestPlace(plan: PagePlan, piece: Piece, thread: readonly Block[], wide: number, ruler: Yardstick): Broken | 'short' | null {
  const { master } = ruler;
  let best: { readonly place: Broken; readonly cost: number } | null = null;
  let isShort = false;
  const wanted = ruler.wanted(piece);
  const breaks = (one: PagePlan): number => taboosOf(one, null, ruler).filter((taboo) => taboo.kind === 'across' && isFault(taboo, ruler.style)).length;
  const old = breaks(plan);
  for (let columns = 1; columns <= master.columns; columns++) {
    const into = breakColumns(master, columns, wanted);
    for (const free of freeRooms(plan, columns, master.columns, master.lines)) {
      const { rest, rows: used, columns: filled } = ruler.measure.fill(thread, [{ area: free, into }]);
      if (rest !== null) continue;
      const lines = filled.reduce((sum, one) => sum + one.used, 0);
      if (lines < LEAST_LINES) {
        isShort = true;
        continue;
      }
      const rows = used[0] ?? 0;
      const tail = filled.length < into ? 0 : filled.at(-1)!.used;
      const place: Broken = { area: { ...free, rows }, into };
      // What it leaves beside it is white: at a page's foot it goes over the whole width.
      const next = { ...plan, pieces: [...plan.pieces, { ...piece, deck: null, box: null, body: [place] }] };
      const { holes, foot } = whiteOf(next, master.columns, master.lines);
      const isOpen = isRoomy(foot, plan, ruler);
      const cost = (isOpen ? OPEN : 1) * holes + BREAK * Math.max(0, breaks(next) - old) + SHORT * Math.max(0, rows - tail) + (tail < LEAST_TAIL && into > 1 ? 10 * SHORT : 0) + LOW * Math.max(0, LEAST_LINES - rows) + (isOpen ? WIDER.open : WIDER.filled) * Math.abs(columns - wide) + free.row / 100 + free.column / 10;
      if (best === null || cost < best.cost) best = { place, cost };
    }
  }
  return best?.place ?? (isShort ? 'short' : null);
}

/** The highest rooms over so many columns that nothing stands in, a blank row away from what stands above and below. */
export function freeRooms({ pieces, mastheadRows }: PagePlan, columns: number, all: number, lines: number): Area[] {
  const taken = pieces.flatMap(areasOf);
  const out: Area[] = [];
  for (let column = 0; column + columns <= all; column++) {
    const isTaken = (row: number): boolean => taken.some((area) => row >= area.row && row < area.row + area.rows && area.column < column + columns && column < area.column + area.columns);
    for (let row = mastheadRows; row < lines; row++) {
      if (isTaken(row)) continue;
      let end = row;
      while (end < lines && !isTaken(end)) end++;
      const [first, foot] = [row === mastheadRows ? row : row + 1, end === lines ? end : end - 1];
      if (foot > first) out.push({ column, columns, row: first, rows: foot - first });
      row = end;
    }
  }
  return out;
}
