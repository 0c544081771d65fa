// A block as the filler sees it: a pile of chunks (text lines, or rows of a
// table), each so many grid rows high, that a frame takes from the top.
import type { Block, Paragraph, Table } from '../flow/flow';
import type { SetParagraph } from '../line/line';
import type { Fragment } from './frame';
import type { Setter } from './setter';

export interface BlockLayout {
  /** Height of each chunk in grid rows. */
  readonly heights: readonly number[];
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** Body lines that must follow in the same frame (T-34). */
  readonly keepWithNext: number;
  /** Chunks stay together: headings and titles. */
  readonly whole: boolean;
  /** A last chunk alone at a frame's head is a stray line (T-33). */
  readonly strays: boolean;
  /** Worst added gap of its lines, em. */
  readonly worstGap: number;
  /** The fragments of chunks `first` to `end` (exclusive) when the first begins at grid row `row`. */
  place(first: number, end: number, row: number): readonly Fragment[];
}

/** Lays a paragraph or table at a width (pt). `looseness` null: as the block asks; tables have none. */
export function layoutBlock(block: Block, content: Paragraph | Table, width: number, looseness: number | null, setter: Setter): BlockLayout {
  return content.kind === 'paragraph' ? layoutParagraph(block, content, width, looseness, setter) : layoutTable(block, content, width, setter);
}

function layoutParagraph(block: Block, paragraph: Paragraph, width: number, looseness: number | null, setter: Setter): BlockLayout {
  const set = looseness === null ? setter.set(paragraph, width) : setter.set(paragraph, width, looseness);
  const { style } = paragraph;
  return {
    heights: new Array<number>(set.lines.length).fill(style.gridLines),
    rowsBefore: style.linesBefore,
    rowsAfter: style.linesAfter,
    keepWithNext: style.keepWithNext,
    whole: style.keepWithNext > 0 || style.title,
    strays: true,
    worstGap: set.lines.reduce((worst, line) => Math.max(worst, line.gap), 0),
    place: (first, end, row) => [{ block, set, first, end, row, x: 0 }],
  };
}

/** Gap between a table's columns, and the narrowest column, em of its style. */
const CELL_GAP = 1;
const NARROWEST = 2;

interface PlacedCell {
  readonly set: SetParagraph;
  readonly x: number;
  /** Grid row from the table row's first. */
  readonly row: number;
}

/**
 * Rows of cells side by side. A table of more columns than the frame has room for is folded: each row's cells stand in
 * bands one under the other, as many columns in each.
 */
function layoutTable(block: Block, table: Table, width: number, setter: Setter): BlockLayout {
  const em = table.style.text.size;
  const columns = Math.max(...table.rows.map((row) => row.length), 1);
  const most = Math.max(1, Math.floor((width / em + CELL_GAP) / (NARROWEST + CELL_GAP)));
  const inBand = Math.ceil(columns / Math.ceil(columns / most));
  const bands = Array.from({ length: Math.ceil(columns / inBand) }, (_, b) => columnWidths(table, b * inBand, Math.min(columns, (b + 1) * inBand), width));
  const rows = table.rows.map((cells) => layoutRow(cells, bands, inBand, em, setter));
  return {
    heights: rows.map((row) => row.height),
    rowsBefore: table.style.linesBefore,
    rowsAfter: table.style.linesAfter,
    keepWithNext: 0,
    whole: false,
    strays: false,
    worstGap: 0,
    place: (first, end, row) => {
      const out: Fragment[] = [];
      let at = row;
      for (const { cells, height } of rows.slice(first, end)) {
        for (const cell of cells) out.push({ block, set: cell.set, first: 0, end: cell.set.lines.length, row: at + cell.row, x: cell.x });
        at += height;
      }
      return out;
    },
  };
}

function layoutRow(
  cells: readonly Paragraph[], bands: readonly (readonly number[])[], inBand: number, em: number, setter: Setter,
): { readonly cells: readonly PlacedCell[]; readonly height: number } {
  const placed: PlacedCell[] = [];
  let top = 0;
  bands.forEach((widths, b) => {
    let x = 0;
    let height = b === 0 ? 1 : 0;
    cells.slice(b * inBand, (b + 1) * inBand).forEach((cell, i) => {
      const set = setter.set(cell, widths[i]!);
      height = Math.max(height, set.lines.length * cell.style.gridLines);
      placed.push({ set, x, row: top });
      x += widths[i]! + CELL_GAP * em;
    });
    top += height;
  });
  return { cells: placed, height: top };
}

/** Widths of columns `from` to `to` (exclusive), pt: natural where they fit, else shared out by the square root of the longest cell. */
function columnWidths(table: Table, from: number, to: number, width: number): readonly number[] {
  const em = table.style.text.size;
  const longest = Array.from({ length: to - from }, (_, i) => Math.max(NARROWEST, ...table.rows.map((row) => [...(row[from + i]?.text ?? '')].length)));
  const room = width - (longest.length - 1) * CELL_GAP * em;
  const natural = longest.reduce((sum, n) => sum + n * em, 0);
  if (natural <= room) {
    // The last column takes what is left, so that its text keeps the frame's right edge.
    return longest.map((n, i) => (i === longest.length - 1 ? room - (natural - n * em) : n * em));
  }
  // Columns whose share would be narrower than the narrowest get that, and the others share what is left.
  const weights = longest.map((n) => Math.sqrt(n));
  const narrow = new Set<number>();
  const share = (i: number): number => {
    const total = weights.reduce((sum, w, k) => (narrow.has(k) ? sum : sum + w), 0);
    return narrow.has(i) ? NARROWEST * em : ((room - narrow.size * NARROWEST * em) * weights[i]!) / total;
  };
  for (let found = true; found;) {
    const under = weights.findIndex((_, i) => !narrow.has(i) && share(i) < NARROWEST * em);
    found = under >= 0 && narrow.size + 1 < weights.length;
    if (found) narrow.add(under);
  }
  return weights.map((_, i) => share(i));
}
