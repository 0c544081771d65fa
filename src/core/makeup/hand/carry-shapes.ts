// A block that goes to another page in a shape that has room there: columns × rows that hold
// all of its text, where nothing stands or where the others can shift as they are. In: the page
// and the block. Out: the page's pieces in each way, likeliest first; nobody's text is cut.
import { type Area, areasOf, type PagePlan, type Piece } from '../../model/layout';
import { boxIn, settleIn, turned } from './hand-room';
import { boundsOf, coveredCells } from '../measure/hand-shape';
import { freeRooms } from './jump-by-hand';
import { MOST_SHORT } from '../measure/last-column';
import { whiteOf } from '../rules/page-white';
import { at, besideFixed } from './shift-others';
import type { Yardstick } from '../measure/yardstick';

/** A page's pieces with the block among them. */
interface Carried {
  readonly pieces: readonly Piece[];
}

interface CarryWays {
  /** In free room. */
  readonly free: readonly Carried[];
  /** At the page's head, at its foot or below another one; the others shift. Not looked for where there is free room. */
  readonly shifted: readonly Carried[];
  /** The block at the head of the page, nearest to its width first. */
  readonly heads: readonly Piece[];
}

/** Places that others are asked to shift for, and what a column more or less counts there, cells. */
const MOST_SPOTS = 24;
const ASIDE = 20;
/** Ways that are weighed by what is wrong with the page. */
const MOST_WAYS = 10;
/** Shapes that all else is made up anew around. */
const MOST_HEADS = 3;
/** What a row costs, beside a cell that is white, that a last column stops earlier than it may (N-34). */
const SHORT = 3;
/** What a column costs that it is wider or narrower than it was. */
const OFF = 4;
/** Rows that columns side by side have at the least. */
const LEAST_ROWS = 3;

/** The ways of a block to a page on which it has no room as it is. */
export function carryWays(plan: PagePlan, piece: Piece, ruler: Yardstick): CarryWays {
  const { columns: all, lines } = ruler.master;
  const free: (Carried & { readonly cost: number })[] = [];
  const shifted: (Carried & { readonly cost: number })[] = [];
  const heads: Piece[] = [];
  const spots: { readonly there: Piece; readonly worth: number }[] = [];
  const feet = plan.pieces.flatMap(areasOf).map((area) => area.row + area.rows + 1);
  const wide = boundsOf(piece).columns;
  const costOf = (pieces: readonly Piece[], one: Piece): number => whiteOf({ ...plan, pieces }, all, lines).holes + OFF * Math.abs(boundsOf(one).columns - wide) + SHORT * Math.max(0, shortOf(one, ruler) - MOST_SHORT) + boundsOf(one).column / 10 + boundsOf(one).row / 100;
  for (let columns = 1; columns <= all; columns++) {
    for (const room of freeRooms(plan, columns, all, lines)) {
      const one = shaped(piece, room, ruler);
      if (one === null) continue;
      const pieces = [...plan.pieces, one];
      free.push({ pieces, cost: costOf(pieces, one) });
    }
    const one = shaped(piece, { column: 0, columns, row: plan.mastheadRows, rows: lines - plan.mastheadRows }, ruler);
    if (one === null) continue;
    heads.push(one);
    if (free.length > 0) continue;
    const { rows } = boundsOf(one);
    for (const row of new Set([plan.mastheadRows, lines - rows, ...feet].filter((top) => top >= plan.mastheadRows && top + rows <= lines))) {
      for (let column = 0; column + columns <= all; column++) {
        const there = at(one, column, row - plan.mastheadRows);
        spots.push({ there, worth: coveredCells(areasOf(there), plan.pieces.flatMap(areasOf)) + ASIDE * Math.abs(columns - wide) });
      }
    }
  }
  for (const { there } of free.length > 0 ? [] : spots.toSorted((a, b) => a.worth - b.worth).slice(0, MOST_SPOTS)) {
    const pieces = besideFixed({ ...plan, pieces: [...plan.pieces, there] }, [there], ruler.master);
    if (pieces !== null) shifted.push({ pieces, cost: costOf(pieces, there) });
  }
  const best = (ways: readonly (Carried & { readonly cost: number })[]): Carried[] => ways.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_WAYS);
  return { free: best(free), shifted: best(shifted), heads: heads.toSorted((a, b) => Math.abs(boundsOf(a).columns - wide) - Math.abs(boundsOf(b).columns - wide)).slice(0, MOST_HEADS) };
}

/** The block at the head of a room, as high as all of its text is there; null where it has none in it. */
function shaped(piece: Piece, room: Area, ruler: Yardstick): Piece | null {
  if (piece.box !== null) {
    const boxed = boxIn(piece, room, ruler);
    if (boxed?.box === null || boxed === null) return null;
    const { rows } = ruler.box(boxed, room.columns, boxed.box.into);
    return rows > room.rows ? null : { ...boxed, box: { ...boxed.box, area: { ...room, rows } } };
  }
  const thread = ruler.measure.body(piece.article, piece.variant);
  if (piece.upright === true) {
    const high = turned(piece, room, ruler);
    if (high === null) return null;
    const { rest, rows } = ruler.measure.fill(thread, high.body);
    return rest !== null ? null : turned(piece, { ...room, rows: Math.max(0, ...rows) }, ruler);
  }
  const next = settleIn(piece, room, ruler);
  const [run] = next?.body ?? [];
  if (next === null || run === undefined) return null;
  const { rest, rows: filled, columns } = ruler.measure.fill(thread, next.body);
  const rows = Math.max(0, ...filled);
  if (rest !== null || columns.length < run.into || (run.into > 1 && rows < LEAST_ROWS)) return null;
  return { ...next, body: [{ ...run, area: { ...run.area, rows } }] };
}

/** Rows that its last column stays short by. */
function shortOf(piece: Piece, ruler: Yardstick): number {
  if (piece.box !== null) return 0;
  const { columns, rows } = ruler.measure.fill(ruler.measure.body(piece.article, piece.variant), piece.body);
  return Math.max(0, ...rows) - (columns.at(-1)?.used ?? 0);
}
