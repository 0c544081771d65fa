// Shapes of pieces, for make-up by hand: areas moved, edges pulled, one piece's room
// given to another, and text columns that give way to what is put on them. Rows of a
// title block are always those that its headline needs over its columns (`deckRows`),
// plus what was added to them.
import { areasOf, type Area, type Broken, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { breakAlike } from './break-columns';

/** The smallest area that holds all of them. */
export function aroundAll(areas: readonly Area[]): Area {
  const column = Math.min(...areas.map((area) => area.column));
  const row = Math.min(...areas.map((area) => area.row));
  return {
    column, row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
  };
}

/** The piece as a whole: the smallest area around its title, text and box. */
export function boundsOf(piece: Piece): Area {
  return aroundAll(areasOf(piece));
}

export function overlaps(a: Area, b: Area): boolean {
  return a.column < b.column + b.columns && b.column < a.column + a.columns && a.row < b.row + b.rows && b.row < a.row + a.rows;
}

/** Cells that two areas have in common. */
export function commonCells(a: Area, b: Area): number {
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - Math.max(a.row, b.row);
  return columns > 0 && rows > 0 ? columns * rows : 0;
}

/** Cells that areas have in common with others. */
export function coveredCells(areas: readonly Area[], others: readonly Area[]): number {
  return areas.reduce((sum, area) => sum + others.reduce((all, other) => all + commonCells(area, other), 0), 0);
}

/** Cells of the page (one base column of one row) that a piece takes. */
export function cellsOf(piece: Piece): number {
  return areasOf(piece).reduce((sum, { columns, rows }) => sum + columns * rows, 0);
}

/** What of a piece gives way to nothing: its title block, its box. */
export function fixedAreas({ deck, box }: Piece): Area[] {
  return [...(deck === null ? [] : [deck]), ...(box === null ? [] : [box.area])];
}

/** Its title block, else all of it. */
export function headOf(piece: Piece): Area {
  return piece.deck ?? boundsOf(piece);
}

export function shifted(area: Area, columns: number, rows: number): Area {
  return { ...area, column: area.column + columns, row: area.row + rows };
}

/** How far the edges of an area go outwards; inwards where less than 0. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An area whose edges that lie on those of `bounds` go with them; null where nothing is left of it. */
export function pulled(area: Area, bounds: Area, edges: Edges): Area | null {
  const left = area.column === bounds.column ? edges.left : Math.min(0, edges.left + area.column - bounds.column);
  const fromRight = bounds.column + bounds.columns - area.column - area.columns;
  const right = fromRight === 0 ? edges.right : Math.min(0, edges.right + fromRight);
  const top = area.row === bounds.row ? edges.top : Math.min(0, edges.top + area.row - bounds.row);
  const fromFoot = bounds.row + bounds.rows - area.row - area.rows;
  const bottom = fromFoot === 0 ? edges.bottom : Math.min(0, edges.bottom + fromFoot);
  const next: Area = { column: area.column - left, columns: area.columns + left + right, row: area.row - top, rows: area.rows + top + bottom };
  return next.columns < 1 || next.rows < 1 ? null : next;
}

/** Lower columns than this hold no text that anybody reads. */
const LEAST_ROWS = 3;

/** Text columns around what others cover of them: of a column that is cut through the text goes on below where there is room. Their measure stays as it was, as nearly as can be. */
export function yielded(body: readonly Broken[], covered: readonly Area[], master: PaperMaster): Broken[] {
  return joined(covered.reduce<Broken[]>((left, cover) => left.flatMap((one) => without(one, cover, master)), [...body]));
}

function without(old: Broken, cover: Area, master: PaperMaster): Broken[] {
  const { area } = old;
  if (!overlaps(area, cover)) return [old];
  const from = Math.max(area.column, cover.column);
  const to = Math.min(area.column + area.columns, cover.column + cover.columns);
  const foot = cover.row + cover.rows;
  const beside = (columns: number, column: number): Area => ({ ...area, column, columns });
  const cut = (columns: number, column: number): Area[] => [{ ...area, column, columns, rows: cover.row - area.row }, { ...area, column, columns, row: foot, rows: area.row + area.rows - foot }];
  // In the page's own columns each is read down past what stands in it; in others those above it come before those below.
  const through = old.into === area.columns ? Array.from({ length: to - from }, (_, i) => cut(1, from + i)).flat() : cut(to - from, from);
  const parts = [beside(from - area.column, area.column), ...through, beside(area.column + area.columns - to, to)];
  return parts.filter(({ columns, rows }) => columns > 0 && rows >= LEAST_ROWS).map((part) => ({ area: part, into: old.into === area.columns ? part.columns : breakAlike(master, part.columns, { columns: area.columns, into: old.into }) }));
}

/** Text columns in as few areas as hold them: one below another, or side by side in the page's own columns, are one. */
export function joined(body: readonly Broken[]): Broken[] {
  const down = joinedBy(body, (a, b) => (b.area.column === a.area.column && b.area.columns === a.area.columns && b.into === a.into && b.area.row === a.area.row + a.area.rows ? { ...a, area: { ...a.area, rows: a.area.rows + b.area.rows } } : null));
  return joinedBy(down, (a, b) => (b.area.row === a.area.row && b.area.rows === a.area.rows && b.area.column === a.area.column + a.area.columns && a.into === a.area.columns && b.into === b.area.columns ? { ...a, area: { ...a.area, columns: a.area.columns + b.area.columns }, into: a.into + b.into } : null));
}

function joinedBy(body: readonly Broken[], join: (a: Broken, b: Broken) => Broken | null): Broken[] {
  const out: Broken[] = [];
  for (const one of body) {
    const last = out.at(-1);
    const both = last === undefined || last.beside === true || one.beside === true ? null : join(last, one);
    if (both === null) out.push(one);
    else out[out.length - 1] = both;
  }
  return out;
}

/** Text columns that begin where a title block ends now, who began where it ended before. */
export function underDeck(body: readonly Broken[], old: Area, next: Area): Broken[] {
  const shift = next.row + next.rows - old.row - old.rows;
  return body.map((one) => {
    const { area } = one;
    const under = area.row === old.row + old.rows && area.column < old.column + old.columns && old.column < area.column + area.columns;
    return under ? { ...one, area: { ...area, row: area.row + shift, rows: area.rows - shift } } : one;
  });
}
