// Where an article's picture stands among its columns: at the top of the right ones, of
// the left ones, or at the foot, its caption below, on whole grid lines; over all of them
// it is right under the headline. The text flows past it. In: columns side by side, a picture, and how columns are filled without
// one; out: the same columns around it, and the text in them with feet level. Placer
// and composer ask here, so that a piece's areas need not know of its picture.
import type { Block } from '../flow/flow';
import type { PictureCorner } from '../model/package';
import type { ColumnGroup, FilledPiece } from './fill-piece';

/** A picture as its columns need it: the rows that it takes over so many columns of a width, caption and blank row counted in. */
export interface PictureShape {
  /** Columns of text that it is to span. */
  readonly columns: number;
  readonly corner?: PictureCorner;
  rowsOver(width: number): number;
  /** Width of so many columns of a group, gaps between them counted in. */
  widthOf(group: number, columns: number): number;
}

/** Which group of columns the picture stands in, over how many of its columns, in how many rows. `corner` left out: at the top of the last ones. */
export interface PicturePlace {
  readonly group: number;
  readonly columns: number;
  readonly rows: number;
  readonly corner?: PictureCorner;
}

/** Rows of text that stay below a picture at the least, or none at all: fewer are a tail (N-34), and hold no heading. */
const LEAST_BELOW = 4;

/** The place of a picture among columns; null where none of them can hold it. */
export function picturePlace(groups: readonly ColumnGroup[], shape: PictureShape): PicturePlace | null {
  for (let columns = shape.columns; columns >= 1; columns--) {
    for (const [group, one] of groups.entries()) {
      if (one.columns < columns) continue;
      const rows = shape.rowsOver(shape.widthOf(group, columns));
      if (rows <= one.rows) return { group, columns, rows, ...(shape.corner === undefined ? {} : { corner: shape.corner }) };
    }
  }
  return null;
}

/** The columns beside it, and those below or above: groups in reading order. A group that would be too low to hold text is left out. */
function carved(groups: readonly ColumnGroup[], { group, columns, rows, corner }: PicturePlace, foot: number): ColumnGroup[] {
  return groups.flatMap((one, g): ColumnGroup[] => {
    if (g !== group) return [one];
    const rest = foot - rows;
    const beside = one.columns > columns ? [{ ...one, columns: one.columns - columns, rows: foot }] : [];
    const own = rest >= LEAST_BELOW ? [{ ...one, columns, rows: rest }] : [];
    return corner === 'left' ? [...own, ...beside] : [...beside, ...own];
  });
}

/** A piece with its picture. */
export interface PicturedPiece {
  readonly filled: FilledPiece;
  /** Columns in use, in reading order: which group and column of it each is, rows from the group's top to where it begins, and of the picture below it. */
  readonly slots: readonly { readonly group: number; readonly column: number; readonly down: number; readonly under: number }[];
  /** First column of its group that the picture stands over, and rows from the group's top to it. */
  readonly picture: { readonly column: number; readonly down: number };
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

function around(groups: readonly ColumnGroup[], { group, columns, rows, corner }: PicturePlace, foot: number, filled: FilledPiece): PicturedPiece {
  const slots: PicturedPiece['slots'][number][] = [];
  const used: number[] = [];
  let next = 0;
  let picture = { column: 0, down: 0 };
  groups.forEach((one, g) => {
    if (g !== group) {
      for (let column = 0; column < one.columns; column++) slots.push({ group: g, column, down: 0, under: 0 });
      used.push(filled.rows[next++] ?? 0);
      return;
    }
    const free = one.columns - columns;
    const first = corner === 'left' ? 0 : free;
    const hasText = foot - rows >= LEAST_BELOW;
    const pushBeside = (): number => {
      if (free === 0) return 0;
      for (let column = 0; column < free; column++) slots.push({ group: g, column: corner === 'left' ? columns + column : column, down: 0, under: 0 });
      return filled.rows[next++] ?? 0;
    };
    const pushOwn = (): number => {
      if (!hasText) return 0;
      for (let column = first; column < first + columns; column++) slots.push({ group: g, column, down: corner === 'foot' ? 0 : rows, under: corner === 'foot' ? rows : 0 });
      return filled.rows[next++] ?? 0;
    };
    let [beside, own] = [0, 0];
    if (corner === 'left') [own, beside] = [pushOwn(), pushBeside()];
    else [beside, own] = [pushBeside(), pushOwn()];
    // Text below or above keeps the rows that it was given room by: in fewer it would have none.
    const all = Math.max(beside, rows + (own === 0 ? 0 : Math.max(own, LEAST_BELOW)));
    used.push(all);
    // Its blank row is below it; at the foot above it.
    picture = { column: first, down: corner === 'foot' ? all - rows + 1 : 0 };
  });
  return { filled, slots: slots.slice(0, filled.columns.length), rows: used, picture };
}

/** The same columns with what is above and below each counted in: as one sees who knows nothing of the picture. */
export function asWhole(piece: PicturedPiece): FilledPiece {
  return { ...piece.filled, columns: piece.filled.columns.map((column, i) => ({ ...column, used: column.used + (piece.slots[i]?.down ?? 0) + (piece.slots[i]?.under ?? 0) })), rows: piece.rows };
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
