// What a layout editor tries on a page, all of it: every block dropped on every sensible
// place, every pair swapped, spans a column more or less, box, form, the next page. In: a
// layout. Out: acts by hand, each with the class that its figures are counted in.
import type { HandAct } from '../../src/core/makeup/hand/hand-act';
import { boundsOf } from '../../src/core/makeup/measure/hand-shape';
import { areasOf, type Layout, type PagePlan, type Piece } from '../../src/core/model/layout';
import type { PaperMaster } from '../../src/core/model/master';

/** Where a block is dropped, or what else is done. */
export const CLASSES = ['提版首', '版首', '版尾', '两篇之间', '别篇正中', '压边', '栏中', '通栏报告', '对调', '对调报告', '加宽', '收窄', '框', '题', '送版'] as const;
export type Class = (typeof CLASSES)[number];

export interface Tried {
  readonly kind: Class;
  readonly act: HandAct;
}

const STILL = { left: 0, right: 0, top: 0, bottom: 0 };
/** A block nearer to where it stood than this was not meant to go. */
const LEAST_WAY = 3;

/** Acts on each block of a layout. */
export function actsOn(layout: Layout, { columns, lines }: PaperMaster, isReport: (article: string) => boolean): Tried[] {
  return layout.pages.flatMap((plan) => plan.pieces.flatMap((piece) => [
    ...dropsOf(plan, piece, columns, lines, isReport), ...swapsOf(plan, piece, columns, isReport), ...formsOf(plan, piece),
    ...(piece.from === null && (boundsOf(piece).column > 0 || boundsOf(piece).row > plan.mastheadRows) ? [{ kind: '提版首' as const, act: { kind: 'lead' as const, page: plan.number, article: piece.article } }] : []),
    { kind: '送版' as const, act: { kind: 'carry' as const, page: plan.number, article: piece.article, to: plan.number + 1 } },
  ]));
}

/** Nothing stands beside it at its head, and it is a report. */
function isFullWidth(piece: Piece, columns: number, isReport: (article: string) => boolean): boolean {
  return isReport(piece.article) && boundsOf(piece).columns === columns;
}

function dropsOf(plan: PagePlan, piece: Piece, columns: number, lines: number, isReport: (article: string) => boolean): Tried[] {
  const own = boundsOf(piece);
  const out: Tried[] = [];
  const seen = new Set<string>();
  const drop = (kind: Class, column: number, row: number): void => {
    const to = { column: Math.max(0, Math.min(columns - own.columns, column)), row: Math.max(plan.mastheadRows, Math.min(lines - own.rows, Math.round(row))) };
    const by = { columns: to.column - own.column, rows: to.row - own.row };
    const key = `${to.column} ${to.row}`;
    if (seen.has(key) || (by.columns === 0 && Math.abs(by.rows) < LEAST_WAY)) return;
    seen.add(key);
    out.push({ kind: isFullWidth(piece, columns, isReport) ? '通栏报告' : kind, act: { kind: 'move', page: plan.number, article: piece.article, ...by, giveWay: true } });
  };
  const others = plan.pieces.filter((one) => one !== piece);
  for (const column of new Set([own.column, ...others.map((one) => boundsOf(one).column)])) {
    drop('版首', column, plan.mastheadRows);
    drop('版尾', column, lines - own.rows);
  }
  for (const other of others) {
    const { column, row, rows, columns: wide } = boundsOf(other);
    drop('两篇之间', column, row + rows + 1);
    drop('两篇之间', column, row - own.rows - 1);
    drop('别篇正中', column + Math.round((wide - own.columns) / 2), row + (rows - own.rows) / 2);
    drop('压边', column, row - own.rows / 2);
    drop('压边', column, row + rows - own.rows / 2);
    if (other.box !== null) continue;
    for (const { area } of other.body) drop('栏中', area.column, area.row + (area.rows - own.rows) / 2);
  }
  return out;
}

/** Each pair once: with those that stand after it. */
function swapsOf(plan: PagePlan, piece: Piece, columns: number, isReport: (article: string) => boolean): Tried[] {
  return plan.pieces.slice(plan.pieces.indexOf(piece) + 1).map((other) => ({
    kind: [piece, other].some((one) => isFullWidth(one, columns, isReport)) ? '对调报告' : '对调',
    act: { kind: 'swap', page: plan.number, article: piece.article, other: { page: plan.number, article: other.article } },
  }));
}

function formsOf({ number: page }: PagePlan, piece: Piece): Tried[] {
  const block = { page, article: piece.article };
  const pull = (kind: Class, edges: Partial<typeof STILL>): Tried => ({ kind, act: { kind: 'pull', ...block, edges: { ...STILL, ...edges }, giveWay: 'level' } });
  const wide = areasOf(piece).some((area) => area.columns > 1);
  return [
    pull('加宽', { right: 1 }), pull('加宽', { left: 1 }), ...(wide ? [pull('收窄', { right: -1 }), pull('收窄', { left: -1 })] : []),
    { kind: '框', act: { kind: 'box', ...block, boxed: piece.box === null } },
    ...(piece.from !== null || piece.to !== null ? [] : [{ kind: '题' as const, act: { kind: 'turn' as const, ...block, upright: piece.upright !== true } }, { kind: '题' as const, act: { kind: 'headline' as const, ...block, lines: 1 as const } }, { kind: '题' as const, act: { kind: 'headline' as const, ...block, lines: 2 as const } }]),
  ];
}
