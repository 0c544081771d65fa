// Where an article's picture stands among its columns: at the top of the right ones, of
// the left ones, at the foot, or at a spot in the middle, its caption below, on whole grid
// lines; over all of them it is right under the headline. The text flows past it, down
// each column over and under it. In: columns side by side, a picture, and how columns are filled without
// one; out: the same columns around it, and the text in them with feet level. Placer
// and composer ask here, so that a piece's areas need not know of its picture.
import type { Block } from '../flow/flow';
import type { PictureCorner, PictureSpot } from '../model/package';
import type { ColumnGroup } from './column-group';
import type { FilledPiece } from './fill-piece';

/** A picture as its columns need it: the rows that it takes over so many columns of a width, caption and blank row counted in. */
export interface PictureShape {
  /** Columns of text that it is to span. */
  readonly columns: number;
  readonly corner?: PictureCorner;
  readonly spot?: PictureSpot;
  rowsOver(width: number): number;
  /** Width of so many columns of a group, gaps between them counted in. */
  widthOf(group: number, columns: number): number;
}

/** Which group of columns the picture stands in, over how many of its columns, in how many rows. `corner` and `spot` left out: at the top of the last ones. `spot`: in the group. */
export interface PicturePlace {
  readonly group: number;
  readonly columns: number;
  readonly rows: number;
  readonly corner?: PictureCorner;
  readonly spot?: PictureSpot;
}

/** Rows of text that stay below a picture at the least, or none at all: fewer are a tail (N-34), and hold no heading. */
const LEAST_BELOW = 4;

/** The place of a picture among columns; null where none of them can hold it. */
export function picturePlace(groups: readonly ColumnGroup[], shape: PictureShape): PicturePlace | null {
  for (let columns = shape.columns; columns >= 1; columns--) {
    // The group of the spot first, then those before it.
    for (const [group, one] of shape.spot === undefined ? [...groups.entries()] : bySpot(groups, shape.spot)) {
      if (one.columns < columns) continue;
      const rows = shape.rowsOver(shape.widthOf(group, columns));
      if (rows > one.rows) continue;
      if (shape.spot === undefined) return { group, columns, rows, ...(shape.corner === undefined ? {} : { corner: shape.corner }) };
      const before = groups.slice(0, group).reduce((sum, each) => sum + each.columns, 0);
      return { group, columns, rows, spot: { column: Math.max(0, Math.min(shape.spot.column - before, one.columns - columns)), row: shape.spot.row } };
    }
  }
  return null;
}

/** Groups with their index, that of the column first. */
function bySpot(groups: readonly ColumnGroup[], { column }: PictureSpot): (readonly [number, ColumnGroup])[] {
  let before = 0;
  const at = groups.findIndex((group) => (before += group.columns) > column);
  const all = [...groups.entries()];
  return at < 0 ? all.toReversed() : [all[at]!, ...all.filter(([i]) => i !== at)];
}

/** Rows from the top to the picture at a spot, and rows of text over and under it; fewer than can be read are none, and it goes up or down by them. `foot`: rows of the columns. */
function levels({ rows, spot }: PicturePlace & { readonly spot: PictureSpot }, foot: number): { readonly down: number; readonly over: number; readonly under: number } {
  const least = spot.row - 1 < LEAST_BELOW ? 0 : spot.row;
  const under = foot - least - rows;
  // At the foot its blank row is above it.
  if (under < LEAST_BELOW) return least === 0 || foot - rows < LEAST_BELOW ? { down: 0, over: 0, under: 0 } : { down: foot - rows + 1, over: foot - rows, under: 0 };
  return { down: least, over: Math.max(0, least - 1), under };
}

/** The columns beside it, and those below or above: groups in reading order. A group that would be too low to hold text is left out. */
function carved(groups: readonly ColumnGroup[], place: PicturePlace, foot: number): ColumnGroup[] {
  const { group, columns, rows, corner, spot } = place;
  return groups.flatMap((one, g): ColumnGroup[] => {
    if (g !== group) return [one];
    if (spot !== undefined) {
      const { over, under } = levels({ ...place, spot }, foot);
      const own = [over, under].filter((high) => high > 0).map((high): ColumnGroup => ({ ...one, columns: 1, rows: high }));
      const after = one.columns - spot.column - columns;
      return [...(spot.column > 0 ? [{ ...one, columns: spot.column, rows: foot }] : []), ...Array.from({ length: columns }, () => own).flat(), ...(after > 0 ? [{ ...one, columns: after, rows: foot }] : [])];
    }
    const rest = foot - rows;
    const beside = one.columns > columns ? [{ ...one, columns: one.columns - columns, rows: foot }] : [];
    const own = rest >= LEAST_BELOW ? [{ ...one, columns, rows: rest }] : [];
    return corner === 'left' ? [...own, ...beside] : [...beside, ...own];
  });
}

/** A piece with its picture. */
export interface PicturedPiece {
  readonly filled: FilledPiece;
  /** Columns in use, in reading order: which group and column of it each is, rows from the group's top to where it begins, and from where it ends to the group's foot; of the picture's rows those that are counted with it. */
  readonly slots: readonly { readonly group: number; readonly column: number; readonly down: number; readonly under: number; readonly of: number }[];
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

function around(groups: readonly ColumnGroup[], place: PicturePlace, foot: number, filled: FilledPiece): PicturedPiece {
  const { group, columns, rows, corner, spot } = place;
  const slots: PicturedPiece['slots'][number][] = [];
  const used: number[] = [];
  let next = 0;
  let picture = { column: 0, down: 0 };
  groups.forEach((one, g) => {
    if (g !== group) {
      for (let column = 0; column < one.columns; column++) slots.push({ group: g, column, down: 0, under: 0, of: 0 });
      used.push(filled.rows[next++] ?? 0);
      return;
    }
    if (spot !== undefined) {
      const { down, over, under } = levels({ ...place, spot }, foot);
      let [beside, below] = [0, 0];
      const pushBeside = (from: number, to: number): void => {
        if (to <= from) return;
        for (let column = from; column < to; column++) slots.push({ group: g, column, down: 0, under: 0, of: 0 });
        beside = Math.max(beside, filled.rows[next++] ?? 0);
      };
      pushBeside(0, spot.column);
      for (let column = spot.column; column < spot.column + columns; column++) {
        if (over > 0) {
          slots.push({ group: g, column, down: 0, under: foot - over, of: under > 0 ? 0 : rows });
          next++;
        }
        if (under > 0) {
          slots.push({ group: g, column, down: down + rows, under: 0, of: rows + (over > 0 ? 1 : 0) });
          below = Math.max(below, filled.rows[next++] ?? 0);
        }
      }
      pushBeside(spot.column + columns, one.columns);
      // Text below keeps the rows that it was given room by.
      const all = under > 0 ? Math.max(beside, down + rows + Math.max(below, LEAST_BELOW)) : Math.max(beside, over + rows);
      used.push(all);
      slots.forEach((slot, i) => {
        if (slot.group === g && slot.under > 0) slots[i] = { ...slot, under: all - over };
      });
      picture = { column: spot.column, down };
      return;
    }
    const free = one.columns - columns;
    const first = corner === 'left' ? 0 : free;
    const hasText = foot - rows >= LEAST_BELOW;
    const pushBeside = (): number => {
      if (free === 0) return 0;
      for (let column = 0; column < free; column++) slots.push({ group: g, column: corner === 'left' ? columns + column : column, down: 0, under: 0, of: 0 });
      return filled.rows[next++] ?? 0;
    };
    const pushOwn = (): number => {
      if (!hasText) return 0;
      for (let column = first; column < first + columns; column++) slots.push({ group: g, column, down: corner === 'foot' ? 0 : rows, under: corner === 'foot' ? rows : 0, of: rows });
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
  return { ...piece.filled, columns: piece.filled.columns.map((column, i) => ({ ...column, used: column.used + (piece.slots[i]?.of ?? 0) })), rows: piece.rows };
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
