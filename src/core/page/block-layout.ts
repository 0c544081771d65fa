// A block as the filler sees it: a pile of chunks (text lines, or rows of a
// table), each so many grid rows high, that a frame takes from the top.
import type { Block, Paragraph, Table } from '../flow/flow';
import type { Fragment } from './frame';
import type { Setter } from './setter';
import { setRows } from './table-rows';

export interface BlockLayout {
  /** Height of each chunk in grid rows. */
  readonly heights: readonly number[];
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** Body lines that must follow in the same frame (T-34). */
  readonly keepWithNext: number;
  /** Chunks stay together: headings and titles. */
  readonly whole: boolean;
  /** Chunks that stand together at its beginning: all of a table no higher than `whole` rows, and the row that names the columns with the next. */
  leastRows(whole: number): number;
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
    leastRows: () => 0,
    strays: true,
    worstGap: set.lines.reduce((worst, line) => Math.max(worst, line.gap), 0),
    place: (first, end, row) => [{ block, set, first, end, row, x: 0 }],
  };
}

/** Rows of cells side by side (table-rows.ts). */
function layoutTable(block: Block, table: Table, width: number, setter: Setter): BlockLayout {
  const rows = setRows(table, width, setter);
  const high = rows.reduce((sum, { height }) => sum + height, 0);
  const named = table.rows[0]?.[0]?.style.name === 'tableHead';
  return {
    heights: rows.map((row) => row.height),
    rowsBefore: table.style.linesBefore,
    rowsAfter: table.style.linesAfter,
    keepWithNext: 0,
    whole: false,
    leastRows: (whole) => (high <= whole ? rows.length : named ? 2 : 0),
    strays: false,
    worstGap: 0,
    place: (first, end, row) => {
      const out: Fragment[] = [];
      let at = row;
      rows.slice(first, end).forEach(({ cells, bands, height }, i, all) => {
        cells.forEach((cell, c) => {
          const fragment: Fragment = { block, set: cell.set, first: 0, end: cell.set.lines.length, row: at + cell.row, x: cell.x };
          // The rules of a row hang on its first cell, so that they go where it goes.
          out.push(c > 0 ? fragment : {
            ...fragment, ruled: bands.map((band, b) => ({ ...band, row: band.row - cell.row, closes: i === all.length - 1 && b === bands.length - 1 })),
          });
        });
        at += height;
      });
      return out;
    },
  };
}
