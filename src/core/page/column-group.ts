// Columns side by side that a text is filled into: what a placer asks for, and the slots
// that a paginator fills, one a column.
import type { Slot } from './paginate';

/** Columns of one height and width, side by side. */
export interface ColumnGroup {
  readonly columns: number;
  readonly width: number;
  readonly rows: number;
}

/** The columns of the groups, in reading order. */
export function slotsOf(groups: readonly ColumnGroup[]): Slot[] {
  return groups.flatMap((group) => Array.from({ length: group.columns }, (): Slot => ({ width: group.width, rows: group.rows, endAtStop: 0 })));
}
