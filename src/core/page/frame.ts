// What a page is made of, before it is drawn. A Frame is an empty rectangle with
// a line grid that a flow is threaded through; a Fragment is the part of a block
// that landed in one frame (CSS Fragmentation). All lengths pt, y down.
import type { Rect, Size } from '../geometry';
import type { Block } from '../flow/flow';
import type { SetParagraph } from '../line/line';
import type { VerticalLine } from '../line/vertical-line';

/** A line grid: baseline of body row k is `firstBaseline + k · pitch` below the frame's top (T-35). */
export interface Grid {
  readonly pitch: number;
  readonly firstBaseline: number;
  /** Body size, pt: other sizes are centred on the body's em box. */
  readonly em: number;
}

export interface Frame {
  /** Names the frame in the dump and in diagnostics. */
  readonly what: string;
  /** From the sheet's left and top edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Rows of the grid. */
  readonly rows: number;
  readonly grid: Grid;
}

/** Lines `first` to `end` (exclusive) of a set paragraph; its first line's cell begins at grid row `row` of the frame. */
export interface Fragment {
  readonly block: Block;
  readonly set: SetParagraph;
  readonly first: number;
  readonly end: number;
  readonly row: number;
  /** Left shift of the whole fragment inside the frame, pt (a table's cell). */
  readonly x: number;
  /** Rows from line to line where they are not its style's: a title's own leading (deck-leading.ts). */
  readonly pace?: number;
  /** The rules of a table's row, on its first cell. */
  readonly ruled?: readonly RuledBand[];
}

/** Rows of the grid from one line of a fragment to the next. */
export function paceOf({ pace, set }: Fragment): number {
  return pace ?? set.paragraph.style.gridLines;
}

/** Rules around cells side by side: above them, between them, at both sides. */
export interface RuledBand {
  /** Grid row from the fragment's own, and rows. */
  readonly row: number;
  readonly rows: number;
  /** Left edge of each cell, and the last one's right edge, pt from the frame's left. */
  readonly edges: readonly number[];
  readonly stroke: number;
  /** Nothing of the table follows in the frame: a rule stands below it too. */
  readonly closes: boolean;
}

/** A line set downwards: its left edge and top from the frame's. */
export interface UprightLine {
  readonly block: Block;
  readonly line: VerticalLine;
  readonly x: number;
  readonly y: number;
}

export interface FilledFrame {
  readonly frame: Frame;
  /** Article whose text it holds; null for page furniture. */
  readonly article: string | null;
  readonly fragments: readonly Fragment[];
  /** Shift of the text down from the grid, pt: furniture that stands off every grid. */
  readonly gray?: number;
  /** 套红: its text in the look's red. */
  readonly red?: boolean;
  /** Lines set downwards, in reading order; left out: none. */
  readonly upright?: readonly UprightLine[];
}

/** A rule or box: line segments or rectangles, pt from the sheet's left and top. */
export interface Rule {
  readonly what: string;
  readonly kind: 'line' | 'rect' | 'dots' | 'ornament';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Stroke width, pt; for `rect` with fill, null. For `dots`: diameter of a dot, `width / count` apart. */
  readonly stroke: number | null;
  readonly fill: number | null;
  /** 花线, of an `ornament`: along a line or around a rectangle. */
  readonly pattern?: 'dots' | 'wave' | 'chain';
  /** In the look's red. */
  readonly red?: boolean;
}

/** A picture in its place, pt from the sheet's left and top: it covers the rectangle, what is beyond is cut. */
export interface PlacedPicture {
  readonly asset: string;
  readonly rect: Rect;
  /** Width over height. */
  readonly shape: number;
  /** Line art whose black is the look's red. */
  readonly red?: boolean;
  /** Covers what is printed below it. */
  readonly over?: boolean;
}

export interface Page {
  readonly size: Size;
  /** Number as printed, '' on a page without one. */
  readonly label: string;
  readonly frames: readonly FilledFrame[];
  readonly rules: readonly Rule[];
  /** Left out: none. */
  readonly pictures?: readonly PlacedPicture[];
}

/** Where grid row `row` begins, from the frame's top: half a pitch above the middle of its line's em box. */
export function rowEdge(grid: Grid, row: number): number {
  return grid.firstBaseline - EM_CENTRE * grid.em + (row - 0.5) * grid.pitch;
}

/** Centre of the em box lies this far above the baseline, em: the faces meet there (TYPESETTING, "Where faces meet"). */
const EM_CENTRE = 0.38;

/**
 * Baseline, from the frame's top, of a text line of `size` pt whose cell of `rows` grid rows begins at `row`:
 * its em box is centred in the cell, and a line of the body's size in one row stands exactly on the grid (T-35).
 */
export function baselineOf(grid: Grid, row: number, rows: number, size: number): number {
  const centre = grid.firstBaseline - EM_CENTRE * grid.em + (row + (rows - 1) / 2) * grid.pitch;
  return centre + EM_CENTRE * size;
}
