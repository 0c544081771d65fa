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

/** Gap between a table's columns, em of its style. */
const CELL_GAP = 1;

function layoutTable(block: Block, table: Table, width: number, setter: Setter): BlockLayout {
  const widths = columnWidths(table, width);
  const rows = table.rows.map((cells) => {
    let x = 0;
    let height = 1;
    const sets = cells.map((cell, i): { x: number; set: SetParagraph } => {
      const own = widths[i] ?? width;
      const set = setter.set(cell, own);
      height = Math.max(height, set.lines.length * cell.style.gridLines);
      const placed = { x, set };
      x += own + CELL_GAP * table.style.text.size;
      return placed;
    });
    return { sets, height };
  });
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
      for (const { sets, height } of rows.slice(first, end)) {
        for (const { x, set } of sets) out.push({ block, set, first: 0, end: set.lines.length, row: at, x });
        at += height;
      }
      return out;
    },
  };
}

/** Column widths in pt: natural widths where they fit, else shared out by the square root of the longest cell, at least 2 em. */
function columnWidths(table: Table, width: number): readonly number[] {
  const em = table.style.text.size;
  const columns = Math.max(...table.rows.map((row) => row.length), 1);
  const longest = Array.from({ length: columns }, (_, i) => Math.max(2, ...table.rows.map((row) => [...(row[i]?.text ?? '')].length)));
  const room = width - (columns - 1) * CELL_GAP * em;
  const natural = longest.reduce((sum, n) => sum + n * em, 0);
  if (natural <= room) {
    // The last column takes what is left, so that its text keeps the frame's right edge.
    return longest.map((n, i) => (i === columns - 1 ? room - (natural - n * em) : n * em));
  }
  const weights = longest.map((n) => Math.sqrt(n));
  const total = weights.reduce((sum, n) => sum + n, 0);
  return weights.map((w) => Math.max(2 * em, (room * w) / total));
}
