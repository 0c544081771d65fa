// The white of a planned page: holes between its articles, and the foot below them all,
// in cells (one base column of one grid row).
import { type Area, areasOf } from '../../model/layout';
import { MOST_HOLE } from '../../page/piece-end';
import type { PagePlan, Piece } from '../../page/placement';
import type { Ruler } from '../measure/ruler';

/** Part of a page below its masthead that is white at the foot, with nothing left, for it to have more room than text. */
const ROOMY = 0.1;

/** White of a page, in cells. */
export interface White {
  /** Enclosed by articles, or beside the higher columns. */
  readonly holes: number;
  /** Whole rows below everything. */
  readonly foot: number;
  /** Row below the lowest piece. */
  readonly end: number;
  /** Rows of the highest hole. */
  readonly worst: number;
}

/** What of the type area no piece covers; the blank row between two pieces is covered. */
export function whiteOf({ pieces, mastheadRows }: Pick<PagePlan, 'pieces' | 'mastheadRows'>, columns: number, lines: number): White {
  const areas = fromTop(pieces);
  const ends = new Array<number>(columns).fill(mastheadRows);
  let end = mastheadRows;
  let [holes, worst] = [0, 0];
  for (const { column, columns: wide, row, rows } of areas) {
    for (let c = column; c < column + wide; c++) {
      const above = ends[c]!;
      // Between two pieces a blank row is theirs.
      const hole = Math.max(0, row - above - (above === mastheadRows ? 0 : 1));
      holes += hole;
      worst = Math.max(worst, hole);
      if (row + rows > above) ends[c] = row + rows;
    }
    if (row + rows > end) end = row + rows;
  }
  for (const row of ends) {
    holes += end - row;
    worst = Math.max(worst, end - row);
  }
  return { holes, foot: (lines - end) * columns, end, worst };
}

/** All areas of the pieces, the highest first. */
function fromTop(pieces: readonly Piece[]): Area[] {
  const out: Area[] = [];
  for (const piece of pieces) for (const area of areasOf(piece)) {
    let at = out.length;
    while (at > 0 && out[at - 1]!.row > area.row) at--;
    if (at === out.length) out.push(area);
    else out.splice(at, 0, area);
  }
  return out;
}

/** The holes of a page (N-34), columns side by side that are free of the same rows as one; the foot below everything is none. */
export function holesOf({ pieces, mastheadRows }: Pick<PagePlan, 'pieces' | 'mastheadRows'>, columns: number, lines: number): Area[] {
  const { end } = whiteOf({ pieces, mastheadRows }, columns, lines);
  const out: Area[] = [];
  for (let column = 0; column < columns; column++) {
    const own = pieces.flatMap(areasOf).filter((area) => area.column <= column && column < area.column + area.columns).sort((a, b) => a.row - b.row);
    let above = mastheadRows;
    for (const { row, rows } of [...own, { row: end, rows: 0 }]) {
      const air = above === mastheadRows || rows === 0 ? 0 : 1;
      if (row - above - air > MOST_HOLE) {
        const same = out.find((hole) => hole.column + hole.columns === column && hole.row === above && hole.rows === row - above);
        if (same === undefined) out.push({ column, columns: 1, row: above, rows: row - above });
        else out[out.indexOf(same)] = { ...same, columns: same.columns + 1 };
      }
      above = Math.max(above, row + rows);
    }
  }
  return out.sort((a, b) => b.columns * b.rows - a.columns * a.rows);
}

/** So much of a page is white at its foot, in cells, that it has more room than text, where none is left. */
export function isRoomy(foot: number, { mastheadRows }: Pick<PagePlan, 'mastheadRows'>, { master }: Pick<Ruler, 'master'>): boolean {
  return foot > ROOMY * master.columns * (master.lines - mastheadRows);
}
