// 数据核对表, one per 责任委室: its figures with their sentences, what they rest on, and blanks to
// sign in. What no 委室 answers for yet is a sheet too, so that nothing is left unasked.
import type { TableSheet } from '../table-sheet';
import type { FigureRow } from './figure-rows';
import { FIGURE_STATES } from './ledger-csv';
import { shownFigure, shownLast, UNSEEN, wordOf, type LedgerFigure } from './ledger';

export interface CheckSheet {
  /** '' where no 委室 answers. */
  readonly office: string;
  /** Of its file, without ending. */
  readonly name: string;
  readonly sheet: TableSheet;
}

const HEADER = ['序号', '数字', '原句', '去年', '依据', '核实人', '日期', '状态'];

/** Sheets in the order of the 委室's names, the one of none last. `of`: the report's title, `today`: ISO. */
export function checkSheets(rows: readonly FigureRow[], of: string, today: string): readonly CheckSheet[] {
  const offices = [...new Set(rows.map(({ record }) => record?.office ?? ''))].toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'zh-CN')));
  return offices.map((office) => {
    const own = rows.filter(({ record }) => (record?.office ?? '') === office);
    return { office, name: `数据核对表 ${office === '' ? '未定委室' : office}`, sheet: sheetOf(own, office, of, today) };
  });
}

/** Characters of the sentence that a cell takes before the number and behind it. */
const BEFORE = 26;
const BEHIND = 16;

/** The sentence with its number in 【】, for a sentence may hold eight of them; another that is open stays □. */
function wordsAround({ sentence, value, inSentence: [from, to] }: LedgerFigure): string {
  const [before, behind] = [sentence.slice(0, from).trimStart(), sentence.slice(to).trimEnd()];
  const words = `${before.length > BEFORE ? `…${before.slice(-BEFORE).replace(/^[、，；：]/, '')}` : before}【${value === null ? '待填' : sentence.slice(from, to)}】${behind.length > BEHIND ? `${behind.slice(0, BEHIND)}…` : behind}`;
  return words.replaceAll(UNSEEN, '');
}

function sheetOf(rows: readonly FigureRow[], office: string, of: string, today: string): TableSheet {
  const open = rows.filter(({ state }) => state !== 'confirmed').length;
  return {
    title: `${of === '' ? '' : `${of}\n`}数据核对表`,
    before: [`责任委室：${office === '' ? '未定' : office}　　共 ${rows.length} 个数，待核实 ${open} 个　　制表日期：${today}`],
    header: HEADER,
    rows: rows.map(({ figure, record, state }, index) => [
      String(index + 1), figure.value === null ? `待填${wordOf(figure)}` : shownFigure(figure), wordsAround(figure), figure.last === null ? '' : `${shownLast(figure)}${wordOf(figure)}`,
      record?.basis ?? '', record?.checker ?? '', record?.date ?? '', FIGURE_STATES[state],
    ]),
    after: ['核对意见：　　　　　　　　　　　　　　　　　　　　负责人（签字）：　　　　　　　　　日期：'],
  };
}
