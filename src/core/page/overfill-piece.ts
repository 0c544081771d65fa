// A piece that its columns cannot hold and that goes on nowhere: filled to the last row, so
// that what is told as 余 is what finds no room, and no column stands empty because the
// text was cut at a stop for a page that it does not go on to. In: a thread and columns.
// Out: as `fillPiece`; where the text fits it is that.
import type { Block } from '../flow/flow';
import { type ColumnGroup, slotsOf } from './column-group';
import { cutWhere } from './cut-thread';
import type { FilledPiece } from './fill-piece';
import type { Paginator } from './paginate';

/** `fit`: how the piece is filled where its text fits. */
export function overfillPiece(thread: readonly Block[], groups: readonly ColumnGroup[], paginator: Paginator, fit: () => FilledPiece): FilledPiece {
  const slots = slotsOf(groups);
  const [first] = slots;
  if (thread.length === 0 || first === undefined) return fit();
  const columns = paginator.paginate(thread, (index) => slots[index] ?? null, { stray: 'tolerate' });
  const last = columns.at(-1);
  // Not even a line found room: as it is told elsewhere.
  if (last === undefined || last.next === null) return fit();
  const [, rest] = cutWhere(thread, columns, slots[columns.length - 1]?.width ?? first.width, paginator);
  return rest.length === 0 ? fit() : { columns, rows: groups.map(({ rows }) => rows), thread, rest };
}
