// How the columns of a piece end: level, with a hole, or in a last column of too few
// lines (N-34). In: a piece in type; out: what its end is, and of which column.
import type { FilledPiece } from './fill-piece';
import type { Frame } from './frame';
import { footOf } from './level-column';
import type { PicturedPiece, PicturePlace } from './picture-place';

/** N-34: lines of a last column at the least. */
const LEAST_TAIL = 3;
/** N-34: rows of a hole at the most. */
export const MOST_HOLE = 2;

/** A piece in type: its columns, each with its frame, and what each group of them uses. */
export interface SetPiece {
  readonly filled: FilledPiece;
  readonly frames: readonly Frame[];
  readonly rows: readonly number[];
  /** The first column that its text does not come to; null where it has some in each. */
  readonly unused: Frame | null;
  readonly place: PicturePlace | null;
  /** Its jump line stands on its last line: no row is kept for it. */
  readonly jumpOnLine: boolean;
  /** Its first column, and rows down to it. */
  readonly picture: PicturedPiece['picture'] | null;
}

/** How the columns of a piece end. */
export interface PieceEnd {
  /** Rows that one stops above the others' feet, at the most. */
  readonly short: number;
  /** The same of all of them together. */
  readonly blank: number;
  /** A last column of less than three lines, or one that stops more than two rows above the others' feet, or is empty (N-34). */
  readonly fault: 'tail' | 'hole' | null;
  /** The column that it is of. */
  readonly column: number;
  /** Text is left for which its columns have no room. */
  readonly over: boolean;
}

/** The end of a piece as it is printed. */
export function endOf({ filled: { columns, rest }, frames, unused, jumpOnLine }: Pick<SetPiece, 'filled' | 'frames' | 'unused' | 'jumpOnLine'>): PieceEnd {
  const last = columns.at(-1);
  const over = rest !== null;
  if (last === undefined) return { short: 0, blank: 0, fault: null, column: 0, over };
  // A column that the text does not come to is the worst of ends, however low it is.
  if (unused !== null && !over) return { short: unused.rows, blank: unused.rows, fault: 'hole', column: columns.length, over };
  let [short, column, blank] = [0, 0, 0];
  columns.forEach((one, i) => {
    // The jump line has a row of the last column where its last line has no room for it.
    const own = (frames[i]?.rows ?? 0) - (i === columns.length - 1 && rest !== null && !jumpOnLine ? 1 : 0) - footOf(one);
    blank += Math.max(0, own);
    if (own > short) [short, column] = [own, i];
  });
  if (frames.every(({ rows }) => rows <= LEAST_TAIL)) return { short, blank, fault: null, column, over };
  if (columns.length > 1 && last.used < LEAST_TAIL) return { short, blank, fault: 'tail', column: columns.length - 1, over };
  return { short, blank, fault: short > MOST_HOLE ? 'hole' : null, column, over };
}
