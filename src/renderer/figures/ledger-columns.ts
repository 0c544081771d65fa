// The columns of the 数字台账, in order: what the head says, what sorts by it, and what of
// the record a hand may write in it.
import type { FigureRecord } from '../../core/model/package';
import type { SortColumn } from './ledger-list';

export interface LedgerColumn {
  readonly id: 'value' | 'unit' | 'sentence' | 'last' | 'change' | 'section' | 'office' | 'basis' | 'checker' | 'date' | 'state';
  readonly title: string;
  readonly sort: SortColumn | null;
  /** Key of the record that is typed here; null: not typed. */
  readonly typed: Exclude<keyof FigureRecord, 'confirmed'> | null;
}

export const COLUMNS: readonly [LedgerColumn, ...LedgerColumn[]] = [
  { id: 'value', title: '数值', sort: 'value', typed: null },
  { id: 'unit', title: '单位', sort: null, typed: null },
  { id: 'sentence', title: '所在句', sort: null, typed: null },
  { id: 'last', title: '去年', sort: 'last', typed: null },
  { id: 'change', title: '增减', sort: 'change', typed: null },
  { id: 'section', title: '章节', sort: 'text', typed: null },
  { id: 'office', title: '责任委室', sort: 'office', typed: 'office' },
  { id: 'basis', title: '依据', sort: 'basis', typed: 'basis' },
  { id: 'checker', title: '核实人', sort: 'checker', typed: 'checker' },
  { id: 'date', title: '日期', sort: 'date', typed: 'date' },
  { id: 'state', title: '状态', sort: 'state', typed: null },
];

/** Longest word that a cell takes: a basis may be a sentence. */
export const LONGEST_WORD = 200;
