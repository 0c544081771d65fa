// From the pointer to the page's lattice: which block stands under a point, by how many
// columns and lines a drag has moved, where the block would land, and with which other one
// it would change places. Lengths pt.
import type { Rect } from '../../core/geometry';
import { boundsOf, type Edges } from '../../core/makeup/measure/hand-shape';
import type { PaperMaster } from '../../core/model/master';
import { areasOf, type Area, type PagePlan, type Piece } from '../../core/model/layout';
import { columnLeft, longMeasure, rowTop } from '../../core/page/paper-grid';

export function rectOf({ column, columns, row, rows }: Area, master: PaperMaster): Rect {
  return { x: columnLeft(master, column), y: rowTop(master, row), width: longMeasure(master, columns), height: rows * master.pitch };
}

/** The columns and rows that a rectangle of the page (pt) stands on: of an area's own that area. */
export function areaUnder({ x, y, width, height }: Rect, master: PaperMaster): Area {
  const step = (master.characters + master.gap) * master.em;
  const [column, row] = [Math.round((x - master.left) / step), Math.round((y - master.top) / master.pitch)];
  return { column, columns: Math.max(1, Math.round((width + master.gap * master.em) / step)), row, rows: Math.max(1, Math.round(height / master.pitch)) };
}

/** Whole columns and lines nearest to a distance: blocks stand nowhere else. */
export function snapped(dx: number, dy: number, master: PaperMaster): { readonly columns: number; readonly rows: number } {
  const whole = (value: number): number => Math.round(value) + 0;
  return { columns: whole(dx / ((master.characters + master.gap) * master.em)), rows: whole(dy / master.pitch) };
}

/** The block under a point; half a gap around it is its own. */
export function pieceAt({ pieces }: PagePlan, x: number, y: number, master: PaperMaster): Piece | null {
  const half = (master.gap * master.em) / 2;
  return pieces.find((piece) => areasOf(piece).some((area) => {
    const rect = rectOf(area, master);
    return x >= rect.x - half && x < rect.x + rect.width + half && y >= rect.y && y < rect.y + rect.height;
  })) ?? null;
}

/** Where a block lands that is dragged so far: on the page, whatever the pointer does beyond it. */
export function landingOf(piece: Piece, by: { readonly columns: number; readonly rows: number }, { mastheadRows }: Pick<PagePlan, 'mastheadRows'>, { columns, lines }: PaperMaster): Area {
  const bounds = boundsOf(piece);
  const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
  return { ...bounds, column: within(bounds.column + by.columns, 0, columns - bounds.columns), row: within(bounds.row + by.rows, mastheadRows, lines - bounds.rows) };
}

/** A block whose edges go outwards so far: on the page, and never of nothing. */
export function pulledArea(bounds: Area, edges: Edges, { mastheadRows }: Pick<PagePlan, 'mastheadRows'>, { columns, lines }: Pick<PaperMaster, 'columns' | 'lines'>): Area {
  const right = Math.max(bounds.column + 1, Math.min(columns, bounds.column + bounds.columns + edges.right));
  const foot = Math.max(bounds.row + 1, Math.min(lines, bounds.row + bounds.rows + edges.bottom));
  const column = Math.max(0, Math.min(right - 1, bounds.column - edges.left));
  const row = Math.max(mastheadRows, Math.min(foot - 1, bounds.row - edges.top));
  return { column, row, columns: Math.max(1, right - column), rows: Math.max(1, foot - row) };
}

/** Part of a block, in its width and in its height, that is its middle. */
const MIDDLE = 0.5;
/** As many times as large, at the most, is a block of similar size. */
const SIMILAR = 1.6;

/** The block that a dragged one changes places with: the pointer is in its middle, it is of similar size, and neither is pinned. */
export function swapUnder(plan: PagePlan, article: string, x: number, y: number, master: PaperMaster): Piece | null {
  const piece = plan.pieces.find((one) => one.article === article);
  const other = pieceAt(plan, x, y, master);
  if (piece === undefined || other === null || other.article === article || piece.pinned === true || other.pinned === true) return null;
  const rect = rectOf(boundsOf(other), master);
  const isMiddle = 2 * Math.abs(x - rect.x - rect.width / 2) <= MIDDLE * rect.width && 2 * Math.abs(y - rect.y - rect.height / 2) <= MIDDLE * rect.height;
  const [one, two] = [piece, other].map((each) => areasOf(each).reduce((sum, { columns, rows }) => sum + columns * rows, 0)) as [number, number];
  return isMiddle && Math.max(one, two) <= SIMILAR * Math.min(one, two) ? other : null;
}
