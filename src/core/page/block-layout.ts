// A block as the filler sees it: a pile of chunks (text lines, or rows of a
// table), each so many grid rows high, that a frame takes from the top.
import type { Block, Paragraph, Table } from '../flow/flow';
import type { SetParagraph } from '../line/line';
import type { Fragment } from './frame';
import { headPace, headRows, isLevelHead, setHead } from './head-lines';
import { leadAlone } from './lead-end';
import type { Setter } from './setter';
import { namesAgain, setRows } from './table-rows';

export interface BlockLayout {
  /** Height of each chunk in grid rows. */
  readonly heights: readonly number[];
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** Body lines that must follow in the same frame (T-34). */
  readonly keepWithNext: number;
  /** Chunks stay together: headings and titles. */
  readonly whole: boolean;
  /** Whether a table may not be cut before chunk `at`: it is no higher than `whole` grid rows, or fewer than `least` of its rows (beside the one that names the columns) would stand on either side. */
  parts(at: number, whole: number, least: number): boolean;
  /** Height of the row that names a table's columns, in grid rows: it stands again over what goes on in the next frame; 0: none. */
  readonly namesHeight: number;
  /** Lines that hold its run-in head, and next to nothing else: no page or column ends behind one of them (T-34). */
  leadLines(): number;
  /** A last chunk alone at a frame's head is a stray line (T-33). */
  readonly strays: boolean;
  /** Worst added gap of its lines, em. Like `leadLines` seldom asked for: a page lays each block several times. */
  worstGap(): number;
  /** The fragments of chunks `first` to `end` (exclusive) when the first begins at grid row `row`; `named`: below a table's names of columns, again. */
  place(first: number, end: number, row: number, named: boolean): readonly Fragment[];
}

/** Lays a paragraph or table at a width (pt). `looseness` null: as the block asks; tables have none. */
export function layoutBlock(block: Block, content: Paragraph | Table, width: number, looseness: number | null, setter: Setter): BlockLayout {
  return content.kind === 'paragraph' ? layoutParagraph(block, content, width, looseness, setter) : layoutTable(block, content, width, setter);
}

/** Each try of a column's height lays its blocks again: what is laid of a paragraph in type is kept with it. */
const laid = new WeakMap<SetParagraph, { readonly block: Block; readonly paragraph: Paragraph; readonly layout: BlockLayout }>();

function layoutParagraph(block: Block, paragraph: Paragraph, width: number, looseness: number | null, setter: Setter): BlockLayout {
  const isHead = isLevelHead(paragraph.style);
  const set = isHead ? setHead(paragraph, width, looseness, setter) : looseness === null ? setter.set(paragraph, width) : setter.set(paragraph, width, looseness);
  const known = laid.get(set);
  if (known !== undefined && known.block === block && known.paragraph === paragraph) return known.layout;
  const layout = layoutSet(block, paragraph, set, isHead);
  laid.set(set, { block, paragraph, layout });
  return layout;
}

function layoutSet(block: Block, paragraph: Paragraph, set: SetParagraph, isHead: boolean): BlockLayout {
  const { style } = paragraph;
  const heights = isHead ? headRows(style, set.lines.length) : new Array<number>(set.lines.length).fill(style.gridLines);
  return {
    heights,
    rowsBefore: style.linesBefore,
    rowsAfter: style.linesAfter,
    keepWithNext: style.keepWithNext,
    whole: style.keepWithNext > 0 || style.title,
    parts: () => false,
    namesHeight: 0,
    leadLines: () => headLines(paragraph, set),
    strays: true,
    worstGap: () => worstGap(set),
    place: (first, end, row) => [isHead ? headFragment(block, set, first, end, row, heights) : { block, set, first, end, row, x: 0 }],
  };
}

/** Lines of a level head in the middle of the rows that they take. */
function headFragment(block: Block, set: SetParagraph, first: number, end: number, row: number, heights: readonly number[]): Fragment {
  if (set.lines.length === 1) return { block, set, first, end, row, x: 0 };
  const pace = headPace(set.paragraph.style);
  const rows = heights.slice(first, end).reduce((sum, height) => sum + height, 0);
  return { block, set, first, end, row: row + Math.max(0, rows - (end - first) * pace) / 2, x: 0, pace };
}

function worstGap({ lines }: SetParagraph): number {
  let worst = 0;
  for (const { gap } of lines) if (gap > worst) worst = gap;
  return worst;
}

function headLines(paragraph: Paragraph, { lines }: SetParagraph): number {
  const end = leadAlone(paragraph);
  return end === 0 ? 0 : lines.findIndex(({ to }) => to > end);
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
    parts: (at, whole, least) => high <= whole || (at > 0 && ((named && at < 1 + Math.max(1, least)) || at < least || rows.length - at < least)),
    namesHeight: named && rows.length > 1 ? rows[0]!.height : 0,
    leadLines: () => 0,
    strays: false,
    worstGap: () => 0,
    place: (first, end, row, again) => {
      const out: Fragment[] = [];
      const names = again ? setRows(namesAgain(table), width, setter) : [];
      let at = row - names.reduce((sum, { height }) => sum + height, 0);
      [...names, ...rows.slice(first, end)].forEach(({ cells, bands, height }, i, all) => {
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
