// Cuts a table between two rows, for a piece of an article that goes on elsewhere.
import type { Table } from './flow';

const halves = new WeakMap<Table, Map<number, readonly [Table, Table]>>();

/**
 * The rows before `row`, and those from it on. Splitting the same table at the same row gives the same objects.
 * @throws RangeError where one half would be empty.
 */
export function splitTable(table: Table, row: number): readonly [Table, Table] {
  if (row <= 0 || row >= table.rows.length) throw new RangeError(`cannot split ${table.rows.length} rows at ${row}`);
  let byRow = halves.get(table);
  if (byRow === undefined) halves.set(table, (byRow = new Map()));
  let pair = byRow.get(row);
  if (pair === undefined) {
    pair = [{ ...table, rows: table.rows.slice(0, row) }, { ...table, rows: table.rows.slice(row), breakBefore: false }];
    byRow.set(row, pair);
  }
  return pair;
}
