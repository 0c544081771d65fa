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
  /** Rows that each column has down to the foot of its area, which may be more than its group uses. */
  readonly given: readonly number[];
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
  /** Rows that one stops above the foot of its area, at the most: what make-up, desk, slip and check tell of feet is this. */
  readonly short: number;
  /** The same of all of them together. */
  readonly blank: number;
  /** How many of them do, and rows that all of them do. */
  readonly many: number;
  readonly low: number;
  /** A last column of less than three lines, or one that stops more than two rows above the others' feet, or is empty (N-34). */
  readonly fault: 'tail' | 'hole' | null;
  /** The column that it is of. */
  readonly column: number;
  /** Text is left for which its columns have no room. */
  readonly over: boolean;
}

/**
 * The end of a piece as it is printed: its last lines against the feet of the areas that it was given, which meet those of its
 * neighbours. A run of columns that its text leaves lower than its area is not level, however level its own columns are.
 */
export function endOf({ filled: { columns, rest }, given, unused, jumpOnLine }: Pick<SetPiece, 'filled' | 'given' | 'unused' | 'jumpOnLine'>): PieceEnd {
  const last = columns.at(-1);
  const over = rest !== null;
  if (last === undefined) return { short: 0, blank: 0, many: 0, low: 0, fault: null, column: 0, over };
  // A column that the text does not come to is the worst of ends, however low it is.
  if (unused !== null && !over) return { short: unused.rows, blank: unused.rows, many: 1, low: 0, fault: 'hole', column: columns.length, over };
  // The jump line has a row of the last column where its last line has no room for it.
  const shorts = columns.map((one, i) => Math.max(0, (given[i] ?? 0) - (i === columns.length - 1 && over && !jumpOnLine ? 1 : 0) - footOf(one)));
  const short = Math.max(...shorts);
  const low = Math.min(...shorts);
  const column = short === 0 ? 0 : shorts.indexOf(short);
  const told = { short, blank: shorts.reduce((sum, own) => sum + own, 0), many: shorts.filter((own) => own > 0).length, low, over };
  if (given.every((rows) => rows <= LEAST_TAIL)) return { ...told, fault: null, column };
  if (columns.length > 1 && last.used < LEAST_TAIL) return { ...told, fault: 'tail', column: columns.length - 1 };
  // Rows that all of its columns leave are white of the page below it (page-white.ts), and told as that.
  return { ...told, fault: short - low > MOST_HOLE ? 'hole' : null, column };
}
