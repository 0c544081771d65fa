// What would mend a block whose text does not meet its room, likeliest first: each an
// act by hand to be tried by one key, undone by another. In: 余 or 缺 in lines.
import type { BlockName, HandAct } from '../../core/makeup/by-hand';
import type { BlockRoom } from '../../core/makeup/rooms';
import type { Piece } from '../../core/model/layout';

export interface Mend {
  readonly title: string;
  readonly act: HandAct;
}

const STILL = { left: 0, right: 0, top: 0, bottom: 0 };

export function mendsOf(name: BlockName, piece: Piece, { over, short, columns }: BlockRoom): readonly Mend[] {
  const pull = (edges: Partial<typeof STILL>): HandAct => ({ kind: 'pull', ...name, edges: { ...STILL, ...edges } });
  if (over > 0) {
    const rows = Math.ceil(over / Math.max(1, columns));
    return [
      ...(piece.box === null ? [{ title: '撑版：收紧几段', act: { kind: 'fit', ...name } as const }] : []),
      { title: `下边加高 ${rows} 行`, act: pull({ bottom: rows }) },
      { title: `上边加高 ${rows} 行`, act: pull({ top: rows }) },
      { title: '右边加宽 1 栏', act: pull({ right: 1 }) },
      { title: '左边加宽 1 栏', act: pull({ left: 1 }) },
    ];
  }
  if (short === 0) return [];
  const rows = Math.floor(short / Math.max(1, columns));
  return [
    ...(piece.box === null ? [{ title: '撑版：放松几段', act: { kind: 'fit', ...name } as const }] : []),
    ...(rows > 0 ? [{ title: `下边收回 ${rows} 行`, act: pull({ bottom: -rows }) }] : []),
    ...(piece.deck !== null && piece.upright !== true ? [{ title: '标题区加高 1 行', act: { kind: 'head', ...name, rows: 1 } as const }] : []),
  ];
}

/** 余 N 行, 缺 N 行, 正好. */
export function roomWords({ over, short }: Pick<BlockRoom, 'over' | 'short'>): string {
  return over > 0 ? `余 ${over} 行` : short > 0 ? `缺 ${short} 行` : '正好';
}
