// Place and size of a block as numbers that somebody writes (X, Y, W, H of a layout
// program): columns and lines, counted from 1 as the lattice counts them. In: those that
// were written, one or several. Out: one act by hand, so that one undo takes it back. Where
// others are in its way they give way, as for a block that is dropped; an edge goes no further
// than they can shift.
import type { ActsAct, HandAct } from '../../core/makeup/hand/hand-act';
import { boundsOf } from '../../core/makeup/measure/hand-shape';
import type { Area, BlockName, Piece } from '../../core/model/layout';
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

/** Numbers that were written, of which others are as they are. */
export type Written = Readonly<Partial<Record<PlaceNumber, number>>>;

/** The act that written numbers mean and its name in 撤销历史; a string: why it can be none, in Chinese; null: it is so already. */
export function numbersAct(block: BlockName, piece: Piece, written: Written, room: NumberRoom): { readonly act: ActsAct; readonly label: string } | string | null {
  const bounds = boundsOf(piece);
  const to = (what: PlaceNumber): number => written[what] ?? NUMBERS[what].of(bounds);
  const by = (what: PlaceNumber): number => to(what) - NUMBERS[what].of(bounds);
  const isSized = by('columns') !== 0 || by('rows') !== 0;
  for (const [start, size, unit, least, all] of [['column', 'columns', '栏', 1, room.columns], ['row', 'rows', '行', room.mastheadRows + 1, room.lines]] as const) {
    const most = all - to(size) + 1;
    if (by(start) !== 0 && (to(start) < least || to(start) > Math.max(least, most))) return `这一块${unit === '栏' ? `宽 ${to(size)} 栏` : `高 ${to(size)} 行`}，可以起于第 ${least} 到第 ${Math.max(least, most)} ${unit}`;
    if (by(size) !== 0 && (to(size) < 1 || to(size) > all - to(start) + 1)) return `这一块起于第 ${to(start)} ${unit}，可以${unit === '栏' ? '宽' : '高'} 1 到 ${all - to(start) + 1} ${unit}`;
  }
  const isMoved = by('column') !== 0 || by('row') !== 0;
  if (!isMoved && !isSized) return null;
  const move: HandAct = { kind: 'move', ...block, columns: by('column'), rows: by('row'), giveWay: true };
  const pull = (right: number, bottom: number): HandAct => ({ kind: 'pull', ...block, edges: { left: 0, top: 0, right, bottom }, giveWay: 'level' });
  // Smaller before it goes, larger when it is there.
  const [less, more] = [[Math.min(0, by('columns')), Math.min(0, by('rows'))], [Math.max(0, by('columns')), Math.max(0, by('rows'))]] as const;
  const isAny = ([right, bottom]: readonly [number, number]): boolean => right !== 0 || bottom !== 0;
  const acts = isMoved ? [...(isAny(less) ? [pull(...less)] : []), move, ...(isAny(more) ? [pull(...more)] : [])] : [pull(by('columns'), by('rows'))];
  const places = ([['column', '栏'], ['row', '行']] as const).filter(([what]) => by(what) !== 0).map(([what, unit]) => `第 ${to(what)} ${unit}`);
  const sizes = ([['columns', '宽', '栏'], ['rows', '高', '行']] as const).filter(([what]) => by(what) !== 0).map(([what, word, unit]) => `${word} ${to(what)} ${unit}`);
  return { act: { kind: 'acts', acts }, label: [...(isMoved ? [`移到${places.join('、')}`] : []), ...(isSized ? [`改为${sizes.join('、')}`] : [])].join('，') };
}

/** Puts a block where written numbers say, or says why it cannot be there. */
export async function placeBlock(desk: MakeupDesk, block: BlockName, written: Written): Promise<void> {
  const [piece, plan, master] = [desk.pieceOf(block), desk.planOf(block.page), desk.master];
  if (piece === null || plan === null || master === null) return;
  const meant = numbersAct(block, piece, written, { ...master, mastheadRows: plan.mastheadRows });
  if (typeof meant === 'string') desk.said.set(`${meant}。`);
  else if (meant !== null) await desk.act(meant.act, meant.label);
}
