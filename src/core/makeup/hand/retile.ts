// A block put on a page, and the few blocks about it laid anew in the room that they and it
// had; all others stand where they stood, to the line. What is covered goes into what was
// left, each as it is or in another width as high as its text is there, the last one around
// what stands in its way. In: a page and the block where it is put. Out: the few best such
// pages by their white; who asks weighs them with their text set (give-way.ts). A box stays
// one with its columns of text; what is pinned, jumps or is set downwards keeps its shape.
import { type Area, areasOf, type Broken, type PagePlan, type Piece } from '../../model/layout';
import { breakColumns } from '../measure/break-columns';
import { boundsOf, overlaps } from '../measure/hand-shape';
import { whiteOf } from '../rules/page-white';
import { at, collide, isInside } from './shift-others';
import type { Steps } from '../measure/steps';
import { shapesOf, widthsAt } from './text-gives-way';
import type { Yardstick } from '../measure/yardstick';

/** Blocks laid anew beside the one that was put. */
const MOST_LAID = 3;
/** Sets of them that are tried, and pages that are weighed. */
const MOST_SETS = 14;
const MOST = 8;
/** Of one set of blocks, at one place. */
const MOST_ALIKE = 2;
/** Placings of one set that are looked at: the rest would cost more than it finds. */
const MOST_TRIES = 600;
/** Places that the block itself is tried at, and what a row from where it was put weighs beside a white cell. */
const MOST_STEPS = 6;
const ROW = 12;
/** How far a column is beside a row, to the eye. */
const COLUMN = 14;
/** Rows that hold a headline and a few lines. */
const LEAST_ROWS = 6;
/** Rows that a column of text has at the least. */
const LEAST_TEXT = 4;
/** What a block that is laid anew weighs beside a white cell. */
const LAID = 60;

/** Rows of each column that something may be put on. */
type Free = readonly (readonly boolean[])[];

/** A page laid anew, and rows down (up where less than 0) from where the block was put to where it stands. */
interface Retiled {
  readonly pieces: readonly Piece[];
  readonly off: number;
}

/** Pages with the block where it is put, or at the edge of what it covers so many rows off, and at most three others elsewhere. */
export function* retiled(plan: PagePlan, moved: Piece, far: number, ruler: Yardstick): Steps<Retiled[]> {
  const old = plan.pieces.find(({ article }) => article === moved.article);
  if (old === undefined) return [];
  const out: (Retiled & { readonly wrong: number })[] = [];
  const up = boundsOf(moved).row - boundsOf(old).row;
  for (const rows of stepsTo(plan, moved, Math.min(far, Math.floor(wayOf(old, moved) / 2)))) {
    const placed = at(moved, 0, rows);
    // Up stays up, down stays down.
    if (up * (up + rows) < 0) continue;
    if (isInside(placed, plan, ruler.master)) out.push(...(yield* laidAround(plan, old, placed, ruler)).map(({ pieces, wrong }) => ({ pieces, off: rows, wrong: wrong + ROW * Math.abs(rows) })));
  }
  return out.toSorted((a, b) => a.wrong - b.wrong).slice(0, MOST);
}

/** Rows and columns that it went: nearer to where it was put than half of them it stands, else it might as well have stayed. */
export function wayOf(old: Piece, moved: Piece): number {
  const [from, to] = [boundsOf(old), boundsOf(moved)];
  return COLUMN * Math.abs(to.column - from.column) + Math.abs(to.row - from.row);
}

/** Rows up or down to where the block stands above or below another one, or where that one began or ended; none first. */
export function stepsTo(plan: PagePlan, moved: Piece, far: number): number[] {
  const own = boundsOf(moved);
  const steps = plan.pieces.filter((piece) => piece.article !== moved.article && boundsOf(piece).column < own.column + own.columns && own.column < boundsOf(piece).column + boundsOf(piece).columns).flatMap((piece) => {
    const { row, rows } = boundsOf(piece);
    // Right below its headline too, in its text.
    const under = piece.box === null && piece.upright !== true && piece.deck !== null ? [piece.deck.row + piece.deck.rows] : [];
    return [row, row + rows - own.rows, row + rows + 1, row - own.rows - 1, ...under].map((to) => to - own.row);
  });
  return [0, ...new Set(steps.filter((rows) => rows !== 0 && Math.abs(rows) <= far))].toSorted((a, b) => Math.abs(a) - Math.abs(b)).slice(0, MOST_STEPS);
}

function* laidAround(plan: PagePlan, old: Piece, moved: Piece, ruler: Yardstick): Steps<{ readonly pieces: readonly Piece[]; readonly wrong: number }[]> {
  const { columns, lines } = ruler.master;
  const others = plan.pieces.filter(({ article }) => article !== moved.article);
  const covered = others.filter((piece) => collide(piece, moved));
  if (covered.length > MOST_LAID || covered.some(({ pinned }) => pinned === true)) return [];
  const out: { readonly pieces: readonly Piece[]; readonly wrong: number }[] = [];
  for (const laid of setsOf(others, covered, [old, moved])) {
    yield;
    const kept = others.filter((piece) => !laid.includes(piece));
    const free = freeOf([moved, ...kept], plan, columns, lines);
    const shapes = new Map(laid.map((piece) => [piece, shapesFor(piece, ruler)] as const));
    let tries = 0;
    const best: { pieces: readonly Piece[]; wrong: number }[] = [];
    const lay = (left: readonly Piece[], room: Free, done: readonly Piece[]): void => {
      if (tries > MOST_TRIES) return;
      if (left.length === 0) {
        tries++;
        const pieces = [moved, ...kept, ...done];
        best.push({ pieces: plan.pieces.map(({ article }) => pieces.find((one) => one.article === article)!), wrong: whiteOf({ ...plan, pieces }, columns, lines).holes + LAID * laid.length });
        return;
      }
      const spot = firstSpot(room);
      if (spot === null) return;
      let isUsed = false;
      for (const piece of left) {
        const after = left.filter((one) => one !== piece);
        const here = [...shapes.get(piece)!.map((shape) => at(shape, spot.column - boundsOf(shape).column, spot.row - boundsOf(shape).row)), ...(after.length === 0 || piece.to !== null ? aroundShapes(piece, spot, room, ruler) : [])];
        for (const placed of here) {
          tries++;
          const next = taken(room, placed);
          if (next === null) continue;
          isUsed = true;
          lay(after, next, [...done, placed]);
        }
      }
      // Nothing fits there: it stays white.
      if (!isUsed) lay(left, without(room, spot), done);
    };
    lay(laid, free, []);
    out.push(...best.toSorted((a, b) => a.wrong - b.wrong).slice(0, MOST_ALIKE));
  }
  return out;
}

/** Those that are covered, with none, one or two of what stands beside them and beside what was left: the fewest first. */
function setsOf(others: readonly Piece[], covered: readonly Piece[], about: readonly Piece[]): (readonly Piece[])[] {
  const near = others.filter((piece) => piece.pinned !== true && !covered.includes(piece) && [...about, ...covered].some((one) => touches(piece, one)));
  const out: (readonly Piece[])[] = covered.length === 0 ? [] : [covered];
  for (const [i, one] of near.entries()) {
    if (covered.length + 1 <= MOST_LAID) out.push([...covered, one]);
    if (covered.length + 2 <= MOST_LAID) for (const two of near.slice(i + 1)) out.push([...covered, one, two]);
  }
  return out.toSorted((a, b) => a.length - b.length).slice(0, MOST_SETS);
}

/** They have an edge in common, but for a blank row. */
function touches(a: Piece, b: Piece): boolean {
  const [one, two] = [boundsOf(a), boundsOf(b)];
  const wide: Area = { column: one.column - 1, columns: one.columns + 2, row: one.row, rows: one.rows };
  const high: Area = { column: one.column, columns: one.columns, row: one.row - 2, rows: one.rows + 4 };
  return overlaps(wide, two) || overlaps(high, two);
}

/** A blank row above and below what stands is its own. */
function freeOf(standing: readonly Piece[], { mastheadRows }: PagePlan, columns: number, lines: number): boolean[][] {
  const free = Array.from({ length: columns }, () => Array.from({ length: lines }, (_, row) => row >= mastheadRows));
  for (const { column, columns: wide, row, rows } of standing.flatMap(areasOf)) {
    for (let c = column; c < column + wide; c++) free[c]!.fill(false, Math.max(0, row - 1), row + rows + 1);
  }
  return free;
}

interface Spot {
  readonly column: number;
  readonly row: number;
}

/** The topmost row that a block can begin in, at the left. */
function firstSpot(free: Free): Spot | null {
  let best: Spot | null = null;
  free.forEach((rows, column) => {
    for (let row = rows.indexOf(true); row >= 0; row = rows.indexOf(true, endOf(rows, row))) {
      if (endOf(rows, row) - row < LEAST_ROWS) continue;
      if (best === null || row < best.row) best = { column, row };
      return;
    }
  });
  return best;
}

/** Where the free rows that begin at one end. */
function endOf(rows: readonly boolean[], row: number): number {
  const end = rows.indexOf(false, row);
  return end < 0 ? rows.length : end;
}

/** The room without a block and its blank rows; null where it does not lie in it. */
function taken(free: Free, piece: Piece): Free | null {
  const areas = areasOf(piece);
  for (const { column, columns, row, rows } of areas) for (let c = column; c < column + columns; c++) if (free[c]?.[row] !== true || endOf(free[c]!, row) < row + rows) return null;
  const next = [...free] as boolean[][];
  for (const { column, columns, row, rows } of areas) {
    for (let c = column; c < column + columns; c++) {
      if (next[c] === free[c]) next[c] = [...free[c]!];
      next[c]!.fill(false, Math.max(0, row - 1), row + rows + 1);
    }
  }
  return next;
}

/** The room without what of one column is free from a spot on. */
function without(free: Free, { column, row }: Spot): Free {
  return free.map((rows, c) => (c === column ? rows.map((is, r) => is && !(r >= row && r < endOf(rows, row))) : rows));
}

/** As it is, and in every width that it can have elsewhere. */
function shapesFor(piece: Piece, ruler: Yardstick): Piece[] {
  const { columns } = boundsOf(piece);
  if (piece.box !== null) {
    const { into } = piece.box;
    return [piece, ...Array.from({ length: ruler.master.columns }, (_, i) => i + 1).filter((wide) => wide !== columns).flatMap((wide) => shapesOf(piece, wide, ruler).slice(1).filter(({ box }) => box !== null && box.into >= into))];
  }
  return [piece, ...widthsAt(piece, 0, ruler).filter((shape) => boundsOf(shape).columns !== columns || JSON.stringify(areasOf(shape)) !== JSON.stringify(areasOf(piece)))];
}

/** A block from a spot on with its text in all that is free below its headline, in each width: around what stands there. */
function aroundShapes(piece: Piece, { column, row }: Spot, free: Free, ruler: Yardstick): Piece[] {
  if (piece.box !== null || piece.deck === null || piece.upright === true || piece.from !== null) return [];
  const { headline: _headline, fitted: _fitted, ...plain } = piece;
  const out: Piece[] = [];
  for (let wide = 1; column + wide <= free.length && free[column + wide - 1]![row] === true; wide++) {
    const deck: Area = { column, columns: wide, row, rows: ruler.deck(plain, wide).rows };
    const foot = row + deck.rows;
    const ends = Array.from({ length: wide }, (_, i) => (free[column + i]!.slice(row, foot).every((is) => is) ? endOf(free[column + i]!, foot) : -1));
    if (ends.some((end) => end < foot)) break;
    // What goes on on a later page has no height of its own.
    if (new Set(ends).size === 1 && piece.to === null) continue;
    const body: Broken[] = [];
    for (let i = 0; i < wide;) {
      let j = i + 1;
      while (j < wide && ends[j] === ends[i]) j++;
      const area: Area = { column: column + i, columns: j - i, row: foot, rows: ends[i]! - foot };
      if (area.rows >= LEAST_TEXT) body.push({ area, into: breakColumns(ruler.master, area.columns, ruler.wanted(piece)) });
      i = j;
    }
    if (body.length > 0) out.push({ ...plain, deck, body });
  }
  return out;
}
