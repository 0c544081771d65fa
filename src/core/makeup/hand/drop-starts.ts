// Where what a dropped block covers might go, before the page is set level (slide-rows.ts):
// below the block, above it, or into the room that it left, in its own width or in that
// room's; what stands in the way there is pushed on. In: a page and the block where it is
// put. Out: pages whose title blocks and boxes stand clear of each other; their text columns
// are still those from before, and mean only where they begin. What is pinned is not pushed.
import { type Area, areasOf, type PagePlan, type Piece } from '../../model/layout';
import { boundsOf, headOf, overlaps } from '../measure/hand-shape';
import { at } from './shift-others';
import { shapesOf } from './text-gives-way';
import type { Yardstick } from '../measure/yardstick';

/** Rows of text that a title block has below it at the least. */
const LEAST_TEXT = 4;
/** Blocks that it covers, for which ways to go are tried. */
const MOST_COVERED = 3;
/** Places for a block beyond what it passed. */
const MOST_PASSED = 3;
/** Pages that are given at the most. */
const MOST = 24;
/** Pushes of one page. */
const MOST_PUSHES = 40;

/** Pages with the block where it is put, or none. */
export function dropStarts(plan: PagePlan, moved: Piece, ruler: Yardstick): PagePlan[] {
  const old = plan.pieces.find(({ article }) => article === moved.article);
  if (old === undefined) return [];
  const [put, left] = [boundsOf(moved), boundsOf(old)];
  const { lines } = ruler.master;
  const others = plan.pieces.filter((piece) => piece !== old);
  const covered = others.filter((piece) => anchorsOf(piece, 0).some((area) => areasOf(moved).some((own) => overlaps(area, own))));
  if (covered.some(({ pinned }) => pinned === true)) return [];
  const passed = passedStarts(plan, old, moved, ruler);
  if (covered.length > MOST_COVERED) return passed;
  const ways = covered.map((piece): Going[] => {
    const own = boundsOf(piece);
    const out = [
      { to: at(piece, 0, put.row + put.rows + 1 - own.row), down: true },
      { to: at(piece, 0, put.row - 1 - own.rows - own.row), down: false },
    ];
    for (const shape of shapesOf(piece, left.columns, ruler)) {
      const bounds = boundsOf(shape);
      for (const column of new Set([left.column, left.column + left.columns - bounds.columns])) {
        if (column < 0 || column + bounds.columns > ruler.master.columns) continue;
        out.push({ to: at(shape, column - bounds.column, left.row - bounds.row), down: true });
        out.push({ to: at(shape, column - bounds.column, left.row + left.rows - bounds.rows - bounds.row), down: false });
      }
    }
    return out;
  });
  let all: (readonly Going[])[] = [[]];
  for (const own of ways) all = all.flatMap((done) => own.map((way) => [...done, way]));
  const pages: PagePlan[] = passed;
  for (const chosen of all) {
    if (pages.length >= MOST) break;
    const pieces = pushed([moved], chosen, others.filter((piece) => !covered.includes(piece)), plan.mastheadRows, lines);
    if (pieces !== null) pages.push({ ...plan, pieces: plan.pieces.map(({ article }) => pieces.find((one) => one.article === article)!) });
  }
  return pages;
}

/** Pages on which it stands beyond what it passed on its way up or down: these close up behind it, together and as they are, so many of them that it stands nearest to where it was put. */
function passedStarts(plan: PagePlan, old: Piece, moved: Piece, { master }: Yardstick): PagePlan[] {
  const [from, to] = [boundsOf(old), boundsOf(moved)];
  const isDown = to.row > from.row;
  const isPassed = (piece: Piece): boolean => {
    const { column, columns } = boundsOf(piece);
    const { row } = headOf(piece);
    return piece !== old && column < to.column + to.columns && to.column < column + columns && (isDown ? row >= from.row : row <= from.row);
  };
  // What reaches as wide as it does on its way, and no wider: else it is no stack that closes up.
  if (from.column !== to.column || to.row === from.row) return [];
  const way = plan.pieces.filter(isPassed).toSorted((a, b) => (isDown ? footOf(a) - footOf(b) : headOf(b).row - headOf(a).row));
  const by = (from.rows + 1) * (isDown ? -1 : 1);
  const ways = way.map((_, i) => {
    const group = way.slice(0, i + 1);
    const row = isDown ? Math.max(...group.map((piece) => footOf(piece) + by)) + 1 : Math.min(...group.map((piece) => headOf(piece).row));
    return { group, row };
  });
  return ways.toSorted((a, b) => Math.abs(a.row - to.row) - Math.abs(b.row - to.row)).slice(0, MOST_PASSED).flatMap(({ group, row }) => {
    const placed = at(moved, 0, row - to.row);
    const pieces = plan.pieces.map((piece) => (piece === old ? placed : group.includes(piece) ? at(piece, 0, by) : piece));
    const isOn = pieces.every((piece) => anchorsOf(piece, 0).every((area) => area.row >= plan.mastheadRows && area.row + area.rows <= master.lines));
    const isClear = pieces.every((piece, i) => pieces.slice(i + 1).every((other) => anchorsOf(piece, 0).every((area) => anchorsOf(other, 0).every((one) => !overlaps(area, one)))));
    return isOn && isClear && group.every(({ pinned }) => pinned !== true) ? [{ ...plan, pieces }] : [];
  });
}

function footOf(piece: Piece): number {
  const { row, rows } = boundsOf(piece);
  return row + rows;
}

/** Where a block goes, and which way it pushes there. */
export interface Going {
  readonly to: Piece;
  readonly down: boolean;
}

/** Those that stand, those that go somewhere, and the others pushed clear of them; null where there is no room to push to. */
export function pushed(standing: readonly Piece[], going: readonly Going[], others: readonly Piece[], head: number, lines: number): readonly Piece[] | null {
  const placed: { piece: Piece; readonly down: boolean | null; readonly isFixed: boolean }[] = [
    ...standing.map((piece) => ({ piece, down: null, isFixed: true })),
    ...going.map(({ to, down }) => ({ piece: to, down, isFixed: false })),
  ];
  const queue = placed.map((_, i) => i);
  const rest = others.map((piece) => ({ piece, down: null as boolean | null, isFixed: piece.pinned === true }));
  const all: { piece: Piece; down: boolean | null; isFixed: boolean }[] = [...placed, ...rest];
  let pushes = 0;
  for (let i = queue.shift(); i !== undefined; i = queue.shift()) {
    const one = all[i]!;
    if (anchorsOf(one.piece, LEAST_TEXT).some(({ row, rows }) => row < head || row + rows > lines)) return null;
    for (const [k, other] of all.entries()) {
      if (k === i || pushes > MOST_PUSHES) continue;
      const by = clear(other.piece, one.piece, one.down ?? boundsOf(other.piece).row >= boundsOf(one.piece).row);
      if (by === 0) continue;
      // What was put stays: who runs into it goes on beyond it.
      if (other.isFixed) {
        if (one.isFixed) return null;
        const on = clear(one.piece, other.piece, one.down ?? true);
        one.piece = at(one.piece, 0, on);
        queue.push(i);
        pushes++;
        break;
      }
      other.down ??= by > 0;
      other.piece = at(other.piece, 0, by);
      queue.push(k);
      pushes++;
    }
    if (pushes > MOST_PUSHES) return null;
  }
  return all.map(({ piece }) => piece);
}

/** Rows that a piece goes down (up where less than 0) to stand clear of another one. */
function clear(piece: Piece, of: Piece, down: boolean): number {
  let by = 0;
  for (let step = 0; step < 4; step++) {
    const hit = pairs(piece, of).find(([a, b]) => overlaps({ ...a, row: a.row + by, rows: a.rows + 1 }, { ...b, rows: b.rows + 1 }));
    if (hit === undefined) return by;
    const [a, b] = hit;
    by = down ? b.row + b.rows + 1 - a.row : b.row - 1 - a.row - a.rows;
  }
  return by;
}

function pairs(a: Piece, b: Piece): (readonly [Area, Area])[] {
  return anchorsOf(a, LEAST_TEXT).flatMap((one) => anchorsOf(b, LEAST_TEXT).map((other) => [one, other] as const));
}

/** What cannot give way of a piece: its title block with a few rows of text, its box, all of one with its title downwards. */
function anchorsOf(piece: Piece, text: number): Area[] {
  if (piece.box !== null) return [piece.box.area];
  if (piece.upright === true || piece.deck === null) return areasOf(piece);
  return [{ ...piece.deck, rows: piece.deck.rows + text }];
}
