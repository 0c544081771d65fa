// Place and size of a block as numbers that somebody writes (X, Y, W, H of a layout
// program): columns and lines, counted from 1 as the lattice counts them. In: a number.
// Out: one act by hand, so that one undo takes it back. Where others are in its way they
// give way, as for a block that is dropped; an edge goes no further than they can shift.
import type { BlockName, HandAct } from '../../core/makeup/hand-act';
import { boundsOf } from '../../core/makeup/hand-shape';
import type { Area, Piece } from '../../core/model/layout';
import type { MakeupDesk } from './makeup-desk';

/** What can be written of a block. */
export type PlaceNumber = 'column' | 'row' | 'columns' | 'rows';

interface NumberWords {
  readonly before: string;
  readonly after: string;
  /** What a screen reader says. */
  readonly name: string;
  readonly of: (bounds: Area) => number;
}

export const NUMBERS: Readonly<Record<PlaceNumber, NumberWords>> = {
  column: { before: '第', after: '栏', name: '起于第几栏', of: ({ column }) => column + 1 },
  row: { before: '第', after: '行', name: '起于第几行', of: ({ row }) => row + 1 },
  columns: { before: '', after: '栏', name: '宽几栏', of: ({ columns }) => columns },
  rows: { before: '', after: '行', name: '高几行', of: ({ rows }) => rows },
};

/** A page as a number has to lie on it. */
export interface NumberRoom {
  readonly columns: number;
  readonly lines: number;
  /** Rows of the name of the paper and what stands beside it. */
  readonly mastheadRows: number;
}

/** The act that a written number means and its name in 撤销历史; a string: why it can be none, in Chinese; null: it is so already. */
export function numberAct(block: BlockName, piece: Piece, what: PlaceNumber, value: number, { columns, lines, mastheadRows }: NumberRoom): { readonly act: HandAct; readonly label: string } | string | null {
  const bounds = boundsOf(piece);
  const by = value - NUMBERS[what].of(bounds);
  if (by === 0) return null;
  const least = what === 'row' ? mastheadRows + 1 : 1;
  const most = { column: columns - bounds.columns + 1, row: lines - bounds.rows + 1, columns: columns - bounds.column, rows: lines - bounds.row }[what];
  const unit = what === 'column' || what === 'columns' ? '栏' : '行';
  if (value < least || value > most) {
    return what === 'column' || what === 'row'
      ? `这一块${unit === '栏' ? `宽 ${bounds.columns} 栏` : `高 ${bounds.rows} 行`}，可以起于第 ${least} 到第 ${most} ${unit}`
      : `这一块起于第 ${(unit === '栏' ? bounds.column : bounds.row) + 1} ${unit}，可以${unit === '栏' ? '宽' : '高'} 1 到 ${most} ${unit}`;
  }
  if (what === 'column' || what === 'row') return { act: { kind: 'move', ...block, columns: what === 'column' ? by : 0, rows: what === 'row' ? by : 0, giveWay: true }, label: `移到第 ${value} ${unit}` };
  return { act: { kind: 'pull', ...block, edges: { left: 0, top: 0, right: what === 'columns' ? by : 0, bottom: what === 'rows' ? by : 0 }, giveWay: 'level' }, label: `改为${unit === '栏' ? '宽' : '高'} ${value} ${unit}` };
}

/** Puts a block where a written number says, or says why it cannot be there. */
export async function placeBlock(desk: MakeupDesk, block: BlockName, what: PlaceNumber, value: number): Promise<void> {
  const [piece, plan, master] = [desk.pieceOf(block), desk.planOf(block.page), desk.master];
  if (piece === null || plan === null || master === null) return;
  const meant = numberAct(block, piece, what, value, { ...master, mastheadRows: plan.mastheadRows });
  if (typeof meant === 'string') desk.said.set(`${meant}。`);
  else if (meant !== null) await desk.act(meant.act, meant.label);
}
