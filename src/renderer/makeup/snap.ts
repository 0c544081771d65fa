// From the pointer to the page's lattice: which block stands under a point, and by how
// many columns and lines a drag has moved. Lengths pt.
import type { Rect } from '../../core/geometry';
import type { PaperMaster } from '../../core/model/master';
import { areasOf, type Area, type PagePlan, type Piece } from '../../core/model/layout';
import { columnLeft, longMeasure, rowTop } from '../../core/page/paper-grid';

export function rectOf({ column, columns, row, rows }: Area, master: PaperMaster): Rect {
  return { x: columnLeft(master, column), y: rowTop(master, row), width: longMeasure(master, columns), height: rows * master.pitch };
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
