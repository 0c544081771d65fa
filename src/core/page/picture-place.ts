// Where an article's picture stands among its columns: at the top of the right ones,
// its caption below, on whole grid lines; the text flows past it at the left and goes
// on beneath. In: columns side by side, a picture, and how columns are filled without
// one; out: the same columns around it, and the text in them with feet level. Placer
// and composer ask here, so that a piece's areas need not know of its picture.
import type { Block } from '../flow/flow';
import type { ColumnGroup, FilledPiece } from './fill-piece';

/** A picture as its columns need it: the rows that it takes over so many columns of a width, caption and blank row counted in. */
export interface PictureShape {
  /** Columns of text that it is to span. */
  readonly columns: number;
  rowsOver(width: number): number;
  /** Width of so many columns of a group, gaps between them counted in. */
  widthOf(group: number, columns: number): number;
}

/** Which group of columns the picture stands in, over how many of its last columns, in how many rows. */
export interface PicturePlace {
  readonly group: number;
  readonly columns: number;
  readonly rows: number;
}

/** Rows of text that stay below a picture at the least, or none at all: fewer are a tail (N-34), and hold no heading. */
const LEAST_BELOW = 4;

/** The place of a picture among columns; null where none of them can hold it. */
export function picturePlace(groups: readonly ColumnGroup[], shape: PictureShape): PicturePlace | null {
  for (let columns = shape.columns; columns >= 1; columns--) {
    for (const [group, one] of groups.entries()) {
      if (one.columns < columns) continue;
      const rows = shape.rowsOver(shape.widthOf(group, columns));
      if (rows <= one.rows) return { group, columns, rows };
    }
  }
  return null;
}

/** The columns left and below: groups in reading order. A group that would be too low to hold text is left out. */
function carved(groups: readonly ColumnGroup[], { group, columns, rows }: PicturePlace, foot: number): ColumnGroup[] {
  return groups.flatMap((one, g): ColumnGroup[] => {
    if (g !== group) return [one];
    const below = foot - rows;
    return [
      ...(one.columns > columns ? [{ ...one, columns: one.columns - columns, rows: foot }] : []),
      ...(below >= LEAST_BELOW ? [{ ...one, columns, rows: below }] : []),
    ];
  });
}

/** A piece with its picture. */
export interface PicturedPiece {
  readonly filled: FilledPiece;
  /** Columns in use, in reading order: which group and column of it each is, and rows from the group's top to where it begins. */
  readonly slots: readonly { readonly group: number; readonly column: number; readonly down: number }[];
  /** Rows that each group uses, the picture's counted in. */
  readonly rows: readonly number[];
}

/** Fills columns around a picture: where the text ends in the picture's group, its columns end level at the least foot. */
export function fillPictured(thread: readonly Block[], groups: readonly ColumnGroup[], place: PicturePlace, fill: (thread: readonly Block[], groups: readonly ColumnGroup[]) => FilledPiece): PicturedPiece {
  const own = groups[place.group]!;
  const at = (foot: number): PicturedPiece => around(groups, place, foot, fill(thread, carved(groups, place, foot)));
  const full = at(own.rows);
  const isLast = full.filled.rest === null && full.rows.every((rows, g) => g <= place.group || rows === 0);
  if (!isLast) return full;
  // Least foot that holds the text: what is more holds it too, but for a heading here and there.
  let [low, high] = [place.rows, own.rows];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(at(middle), place.group)) high = middle;
    else low = middle + 1;
  }
  return at(high);
}

function holds({ filled, rows }: PicturedPiece, group: number): boolean {
  return filled.rest === null && rows.every((own, g) => g <= group || own === 0);
}

function around(groups: readonly ColumnGroup[], { group, columns, rows }: PicturePlace, foot: number, filled: FilledPiece): PicturedPiece {
  const slots: PicturedPiece['slots'][number][] = [];
  const used: number[] = [];
  let next = 0;
  groups.forEach((one, g) => {
    if (g !== group) {
      for (let column = 0; column < one.columns; column++) slots.push({ group: g, column, down: 0 });
      used.push(filled.rows[next++] ?? 0);
      return;
    }
    const left = one.columns - columns;
    for (let column = 0; column < left; column++) slots.push({ group: g, column, down: 0 });
    const beside = left > 0 ? (filled.rows[next++] ?? 0) : 0;
    const isBelow = foot - rows >= LEAST_BELOW;
    if (isBelow) for (let column = left; column < one.columns; column++) slots.push({ group: g, column, down: rows });
    const below = isBelow ? (filled.rows[next++] ?? 0) : 0;
    // Text below keeps the rows that it was given room by: in fewer it would have none.
    used.push(Math.max(beside, rows + (below === 0 ? 0 : Math.max(below, LEAST_BELOW))));
  });
  return { filled, slots: slots.slice(0, filled.columns.length), rows: used };
}

/** The same columns with what is above each counted in: as one sees who knows nothing of the picture. */
export function asWhole(piece: PicturedPiece): FilledPiece {
  return { ...piece.filled, columns: piece.filled.columns.map((column, i) => ({ ...column, used: column.used + (piece.slots[i]?.down ?? 0) })), rows: piece.rows };
}

/** Columns that were filled to their feet around a picture. */
export function stretchedAround(groups: readonly ColumnGroup[], place: PicturePlace, thread: readonly Block[], columns: FilledPiece['columns']): PicturedPiece {
  const foot = groups[place.group]!.rows;
  return around(groups, place, foot, { columns, rows: carved(groups, place, foot).map(({ rows }) => rows), thread, rest: null });
}

/** The groups around a picture at the rows that they have. */
export function groupsAround(groups: readonly ColumnGroup[], place: PicturePlace): ColumnGroup[] {
  return carved(groups, place, groups[place.group]!.rows);
}
