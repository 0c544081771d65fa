// A table's rows as they are set at a width: cells side by side, a table of more
// columns than there is room for folded into bands one under the other. A row that
// no frame can hold is cut in two, its columns as wide as those of the table that it
// is part of. CSS Fragmentation would let all of a row's cells go on beside each other;
// here the cells behind the one that is cut stand whole on the next page, for the text
// read off the pages is the document's, in its order (COMMANDS, textConserved).
import type { Paragraph, Table } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import type { SetParagraph } from '../line/line';
import { CELL_AIR, type Columns, columnWidths, NARROWEST, setCell } from './column-widths';
import type { Setter } from './setter';

/** Thickness of a rule, em: 0.4 pt beside 9 pt, 0.7 pt beside 16 (by eye). */
const RULE = 0.045;

/** Characters of the longest cell that is cut. */
const MOST_CELL = 20_000;

interface PlacedCell {
  readonly set: SetParagraph;
  readonly x: number;
  /** Grid row from the table row's first. */
  readonly row: number;
}

/** Cells of one band of a row, with the rules around them. */
interface SetBand {
  readonly row: number;
  readonly rows: number;
  /** Left edge of each cell, and the last one's right edge, pt. */
  readonly edges: readonly number[];
  readonly stroke: number;
}

interface SetRow {
  readonly cells: readonly PlacedCell[];
  readonly bands: readonly SetBand[];
  readonly height: number;
}

/** How a table is folded: each band's columns, and how many columns a band has. */
interface Bands {
  readonly columns: readonly Columns[];
  readonly inBand: number;
}

/** A table is asked for its rows at every try of a page's end: its columns are measured, and its rows set, once for a width. */
const folded = new WeakMap<Table, { readonly setter: Setter; readonly byWidth: Map<number, Bands> }>();
const inRows = new WeakMap<Table, { readonly setter: Setter; readonly byWidth: Map<number, readonly SetRow[]> }>();
/** Parts that a cut row left → the table whose columns they keep. */
const wholes = new WeakMap<Table, Table>();
/** A table → its names of columns, generated. */
const repeated = new WeakMap<Table, Table>();
/** What is left of a cell that a frame before holds to its end: nothing is set of it. */
const ended = new WeakSet<Paragraph>();

/** Every row of the table, set at `width` pt; the same rows each time. */
export function setRows(table: Table, width: number, setter: Setter): readonly SetRow[] {
  let known = inRows.get(table);
  if (known?.setter !== setter) inRows.set(table, (known = { setter, byWidth: new Map<number, readonly SetRow[]>() }));
  let rows = known.byWidth.get(width);
  if (rows === undefined) {
    const bands = bandsOf(table, width, setter);
    known.byWidth.set(width, (rows = table.rows.map((cells) => setRow(cells, bands, table.style.text.size, setter))));
  }
  return rows;
}

function bandsOf(table: Table, width: number, setter: Setter): Bands {
  const whole = wholes.get(table) ?? table;
  let known = folded.get(whole);
  if (known?.setter !== setter) folded.set(whole, (known = { setter, byWidth: new Map<number, Bands>() }));
  let bands = known.byWidth.get(width);
  if (bands === undefined) known.byWidth.set(width, (bands = fold(whole, width, setter)));
  return bands;
}

function fold(whole: Table, width: number, setter: Setter): Bands {
  const em = whole.style.text.size;
  const columns = Math.max(...whole.rows.map((row) => row.length), 1);
  const most = Math.max(1, Math.floor(width / em / (NARROWEST + 2 * CELL_AIR) + 1e-6));
  const inBand = Math.ceil(columns / Math.ceil(columns / most));
  return { inBand, columns: Array.from({ length: Math.ceil(columns / inBand) }, (_, b) => columnWidths(whole, b * inBand, Math.min(columns, (b + 1) * inBand), width, setter)) };
}

function setRow(cells: readonly Paragraph[], { columns, inBand }: Bands, em: number, setter: Setter): SetRow {
  const placed: PlacedCell[] = [];
  const bands: SetBand[] = [];
  let top = 0;
  columns.forEach(({ widths: band, air }, b) => {
    let x = 0;
    const edges = [0];
    // A row without a cell is a blank row.
    let height = b === 0 && cells.length === 0 ? 1 : 0;
    cells.slice(b * inBand, (b + 1) * inBand).forEach((cell, i) => {
      if (!ended.has(cell)) {
        const { set, shift } = setCell(cell, band[i]!, setter);
        height = Math.max(height, set.lines.length * cell.style.gridLines);
        placed.push({ set, x: x + air + shift, row: top });
      }
      x += band[i]! + 2 * air;
      edges.push(x);
    });
    // A short row is ruled as wide as the others.
    for (let i = edges.length - 1; i < band.length; i++) edges.push((x += band[i]! + 2 * air));
    if (height > 0) bands.push({ row: top, rows: height, edges, stroke: RULE * em });
    top += height;
  });
  return { cells: placed, bands, height: top };
}

/**
 * The table up to as much of row `index` as stands in `rows` grid rows, and the table from the rest of that row on;
 * null where not one line of it would stand there, or nothing would be left.
 */
export function cutRow(table: Table, index: number, width: number, rows: number, setter: Setter): readonly [Table, Table] | null {
  const { columns, inBand } = bandsOf(table, width, setter);
  const cells = table.rows[index]!;
  // Each part is broken into lines anew: of a whole book in one cell that would take the square of its length.
  if (cells.some((cell) => cell.text.length > MOST_CELL)) return null;
  const parts: (readonly [Paragraph, Paragraph])[] = [];
  let top = 0;
  let over = false;
  columns.forEach(({ widths: band }, b) => {
    let height = 0;
    cells.slice(b * inBand, (b + 1) * inBand).forEach((cell, i) => {
      const lines = ended.has(cell) ? 0 : setter.set(cell, band[i]!).lines.length;
      height = Math.max(height, lines * cell.style.gridLines);
      const part = over ? ([nothingOf(cell), cell] as const) : cutCell(cell, lines, Math.max(0, Math.floor((rows - top) / cell.style.gridLines)), band[i]!, setter);
      over ||= !ended.has(part[1]);
      parts.push(part);
    });
    top += height;
  });
  if (parts.every(([head]) => ended.has(head)) || parts.every(([, tail]) => ended.has(tail))) return null;
  const head: Table = { ...table, rows: [...table.rows.slice(0, index), parts.map(([part]) => part)] };
  const tail: Table = { ...table, rows: [parts.map(([, part]) => part), ...table.rows.slice(index + 1)], breakBefore: false };
  const whole = wholes.get(table) ?? table;
  for (const part of [head, tail]) wholes.set(part, whole);
  return [head, tail];
}

/** The row that names a table's columns as it stands again over a later part of it: generated text, its columns as wide as the table's. */
export function namesAgain(table: Table): Table {
  let again = repeated.get(table);
  if (again === undefined) {
    const cells = table.rows[0]!.map((cell): Paragraph => ({
      ...cell, spans: cell.spans.map((span) => ({ ...span, source: { kind: 'generated', what: 'table-head' } })), heading: null,
    }));
    repeated.set(table, (again = { ...table, rows: [cells], breakBefore: false }));
    wholes.set(again, wholes.get(table) ?? table);
  }
  return again;
}

/** What of a table stands before `tail`, a part that cutRow left of it. */
export function before(table: Table, tail: Table): Table {
  const index = table.rows.length - tail.rows.length;
  const cells = table.rows[index]!.map((cell, i): Paragraph => {
    const left = tail.rows[0]![i]!;
    if (left.text.length === 0) return cell;
    return left.text.length === cell.text.length ? nothingOf(cell) : splitParagraph(cell, cell.text.length - left.text.length)[0];
  });
  const head: Table = { ...table, rows: [...table.rows.slice(0, index), cells] };
  wholes.set(head, wholes.get(table) ?? table);
  return head;
}

/** A cell's first lines and its rest. What is cut is set anew, and may take a line more: then a line less. */
function cutCell(cell: Paragraph, lines: number, fit: number, width: number, setter: Setter): readonly [Paragraph, Paragraph] {
  if (lines <= fit) return [cell, nothingOf(cell)];
  const set = setter.set(cell, width);
  for (let count = fit; count > 0; count--) {
    const halves = splitParagraph(cell, set.lines[count - 1]!.to);
    if (setter.set(halves[0], width).lines.length <= fit) return halves;
  }
  return [nothingOf(cell), cell];
}

function nothingOf(cell: Paragraph): Paragraph {
  if (ended.has(cell)) return cell;
  const nothing: Paragraph = { ...cell, text: '', spans: [], heading: null };
  ended.add(nothing);
  return nothing;
}
