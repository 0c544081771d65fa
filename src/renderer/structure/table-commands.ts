// A simple table (annexes): rows of cells, a paragraph a cell. Put in, walked with
// Tab, rows and columns added and taken away, each by plain steps, so that marks and
// 批注 in the other cells stay where they are. No cells are joined or split.
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { schema } from '../../core/model/schema';

const { table, table_row: row, table_cell: cell, paragraph } = schema.nodes;

const emptyCell = (): Node => cell.create(null, paragraph.create());
const emptyRow = (columns: number): Node => row.create(null, Array.from({ length: columns }, emptyCell));

/** Most rows and columns that the box offers: a page has no more. */
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 20;

interface CellAt {
  readonly table: Node;
  /** Document positions before the table, the row and the cell. */
  readonly tablePos: number;
  readonly rowPos: number;
  readonly cellPos: number;
  readonly row: number;
  readonly column: number;
}

/** The cell of a position; null outside a table. */
export function cellAt($pos: ResolvedPos): CellAt | null {
  for (let depth = $pos.depth; depth > 2; depth--) {
    if ($pos.node(depth).type !== cell) continue;
    return {
      table: $pos.node(depth - 2), tablePos: $pos.before(depth - 2), rowPos: $pos.before(depth - 1), cellPos: $pos.before(depth),
      row: $pos.index(depth - 2), column: $pos.index(depth - 1),
    };
  }
  return null;
}

/** Position of the text of a cell; the nearest of its row where it has fewer. */
function textOfCell(at: Node, tablePos: number, rowIndex: number, column: number): number {
  let pos = tablePos + 1;
  for (let i = 0; i < rowIndex; i++) pos += at.child(i).nodeSize;
  const line = at.child(rowIndex);
  pos += 1;
  for (let i = 0; i < Math.min(column, line.childCount - 1); i++) pos += line.child(i).nodeSize;
  return pos + 2;
}

function caretIn(tr: Transaction, tablePos: number, rowIndex: number, column: number): Transaction {
  const at = tr.doc.nodeAt(tablePos);
  if (at === null || at.type !== table) return tr;
  const position = textOfCell(at, tablePos, Math.max(0, Math.min(rowIndex, at.childCount - 1)), Math.max(0, column));
  return tr.setSelection(TextSelection.create(tr.doc, position)).scrollIntoView();
}

/** A table below the paragraph of the caret, in its place where it is empty; the caret goes into the first cell. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if ($to.depth !== 1 || !$to.parent.isTextblock) return false;
    if (dispatch === undefined) return true;
    const made = table.create(null, Array.from({ length: rows }, () => emptyRow(columns)));
    const isEmpty = $to.parent.content.size === 0;
    const tr = state.tr;
    const at = isEmpty ? $to.before() : $to.after();
    // Behind a table at the end there must be somewhere to write.
    const isLast = $to.after() === state.doc.content.size;
    const nodes = isLast ? [made, paragraph.create()] : [made];
    tr.replaceWith(at, isEmpty ? $to.after() : at, nodes);
    dispatch(caretIn(tr, at, 0, 0));
    return true;
  };
}

/** Tab (+1) and Shift+Tab (−1): the next cell; Tab in the last one adds a row, as in Word. */
export function walkCells(by: 1 | -1): Command {
  return (state, dispatch) => {
    const at = cellAt(state.selection.$head);
    if (at === null) return false;
    let [rowIndex, column] = [at.row, at.column + by];
    if (column < 0) column = (at.table.maybeChild(--rowIndex)?.childCount ?? 0) - 1;
    else if (column >= at.table.child(rowIndex).childCount) [rowIndex, column] = [rowIndex + 1, 0];
    if (rowIndex < 0) return true;
    if (rowIndex >= at.table.childCount) return addRow(1)(state, dispatch === undefined ? undefined : (tr) => dispatch(caretIn(tr, at.tablePos, rowIndex, 0)));
    dispatch?.(caretIn(state.tr, at.tablePos, rowIndex, column));
    return true;
  };
}

/** A row above (−1) or below (+1) the caret's. */
export function addRow(by: 1 | -1): Command {
  return onCell((state, { table: of, tablePos, rowPos, row: index, column }) => {
    const line = of.child(index);
    const tr = state.tr.insert(by < 0 ? rowPos : rowPos + line.nodeSize, emptyRow(line.childCount));
    return caretIn(tr, tablePos, by < 0 ? index : index + 1, column);
  });
}

/** A column left (−1) or right (+1) of the caret's. */
export function addColumn(by: 1 | -1): Command {
  return onCell((state, { table: of, tablePos, row: rowIndex, column }) => {
    const tr = state.tr;
    const index = by < 0 ? column : column + 1;
    eachRow(of, tablePos, (line, pos) => tr.insert(tr.mapping.map(cellPosition(line, pos, index)), emptyCell()));
    return caretIn(tr, tablePos, rowIndex, index);
  });
}

export const deleteRow: Command = onCell((state, { table: of, tablePos, rowPos, row: index, column }) => {
  if (of.childCount === 1) return withoutTable(state, tablePos, of);
  return caretIn(state.tr.delete(rowPos, rowPos + of.child(index).nodeSize), tablePos, index, column);
});

export const deleteColumn: Command = onCell((state, { table: of, tablePos, row: rowIndex, column }) => {
  if (of.children.every((line) => line.childCount <= 1)) return withoutTable(state, tablePos, of);
  const tr = state.tr;
  eachRow(of, tablePos, (line, pos) => {
    if (column >= line.childCount || line.childCount === 1) return;
    const at = tr.mapping.map(cellPosition(line, pos, column));
    tr.delete(at, at + line.child(column).nodeSize);
  });
  return caretIn(tr, tablePos, rowIndex, column - (column > 0 ? 1 : 0));
});

export const deleteTable: Command = onCell((state, { table: of, tablePos }) => withoutTable(state, tablePos, of));

/**
 * Empties the cells that a selection over several of one table touches, and puts the caret into the first: what is
 * typed, composed or pasted then, or Delete, would else tear the rows. False where the selection is another.
 */
export function clearCells(tr: Transaction): boolean {
  const { $from, $to } = tr.selection;
  const [first, last] = [cellAt($from), cellAt($to)];
  if (first === null || last === null || first.tablePos !== last.tablePos || first.cellPos === last.cellPos) return false;
  const touched: { readonly start: number; readonly size: number }[] = [];
  tr.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
    if (node.type === cell) touched.push({ start: pos + 2, size: node.child(0).content.size });
    return node.type !== cell;
  });
  // From the last cell on, so that none of those before it moves.
  for (const { start, size } of touched.toReversed()) tr.delete(start, start + size);
  caretIn(tr, first.tablePos, first.row, first.column);
  return true;
}

/** Delete or Backspace over several cells empties them: their text goes, the table stays. */
export const emptyCells: Command = (state, dispatch) => {
  const tr = state.tr;
  if (!clearCells(tr)) return false;
  dispatch?.(tr);
  return true;
};

function onCell(make: (state: EditorState, at: CellAt) => Transaction): Command {
  return (state, dispatch) => {
    const at = cellAt(state.selection.$head);
    if (at === null) return false;
    dispatch?.(make(state, at));
    return true;
  };
}

function eachRow(of: Node, tablePos: number, visit: (line: Node, pos: number) => void): void {
  of.forEach((line, offset) => visit(line, tablePos + 1 + offset));
}

/** Before the cell at `index`; at the row's end where it has fewer. */
function cellPosition(line: Node, pos: number, index: number): number {
  let at = pos + 1;
  for (let i = 0; i < Math.min(index, line.childCount); i++) at += line.child(i).nodeSize;
  return at;
}

/** The document without a table; an empty paragraph in its place, for a document is never empty. */
function withoutTable(state: EditorState, tablePos: number, of: Node): Transaction {
  const tr = state.tr.replaceWith(tablePos, tablePos + of.nodeSize, paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, tablePos + 1)).scrollIntoView();
}
