// The 数字台账 as a table for spreadsheets, and what the 委室 wrote into it read back: 责任委室,
// 依据, 核实人, 日期 and 状态, row by row by the figure's key. A blank cell says nothing and
// takes nothing back. That a figure is wrong (有出入) takes its confirmation back and is listed. A
// number for what is still 待填 is to be put into the text. What stands in the table and not in the
// ledger, or with another number than the text, is listed and changes nothing.
import type { TextPlace } from '../../diagnostic';
import type { FigureRecord } from '../../model/package';
import type { PackageChange } from '../../model/change';
import { csvOf, readCsv } from '../csv';
import { sayOfFigure, type FigureRow, type FigureState } from './figure-rows';
import { shownFigure, shownLast, UNSEEN, wordOf } from './ledger';

export const FIGURE_STATES: Readonly<Record<FigureState, string>> = { confirmed: '已核实', unconfirmed: '未核实', conflicting: '有出入', open: '待填' };

const HEADER = ['数值', '单位', '所在句', '去年', '章节', '稿件', '责任委室', '依据', '核实人', '日期', '状态', '标识（勿改）'] as const;
const KEY = '标识（勿改）';

/** `nameOf`: an article by its id. */
export function ledgerCsv(rows: readonly FigureRow[], nameOf: (article: string) => string): string {
  return csvOf([HEADER, ...rows.map(({ figure, record, state }) => [
    figure.value === null ? '' : figure.text, wordOf(figure), figure.sentence.replaceAll('□', '〔待填〕').replaceAll(UNSEEN, '').trim(), shownLast(figure), figure.section, nameOf(figure.article),
    record?.office ?? '', record?.basis ?? '', record?.checker ?? '', record?.date ?? '', FIGURE_STATES[state], figure.key,
  ])]);
}

/** 状态 as people write it. What a table says that went out before a figure was confirmed (未核实) takes nothing back. */
const CONFIRMED = /^(?:已核实?|核实|已确认|属实|无误|正确)$/;
const WRONG = /^(?:有出入|有误|不符|不对|错误?|不属实)/;
const SILENT = /^(?:未核实?|待核实?|待填|)$/;

export interface LedgerReply {
  readonly changes: readonly PackageChange[];
  /** Numbers for what is 待填, where its holes are. */
  readonly fills: readonly { readonly place: TextPlace; readonly text: string }[];
  /** Rows of the table that were found in the ledger. */
  readonly matched: number;
  /** Of these, such as say something new. */
  readonly changed: number;
  /** What could not be taken, in Chinese, a row each. */
  readonly left: readonly string[];
}

const SAID: readonly (readonly [title: string, key: 'office' | 'basis' | 'checker'])[] = [['责任委室', 'office'], ['依据', 'basis'], ['核实人', 'checker']];

/** Reads a table back; `today` (ISO) is the day of a confirmation that names none. A reason in Chinese where it is none of ours. */
export function readLedgerCsv(text: string, rows: readonly FigureRow[], today: string): LedgerReply | string {
  const [head, ...lines] = readCsv(text);
  const columns = new Map((head ?? []).map((title, index) => [title.trim(), index]));
  if (!columns.has(KEY) || !SAID.some(([title]) => columns.has(title))) return '这张表里没有“标识（勿改）”和“责任委室”“依据”“核实人”各栏：请用“导出 CSV”导出的表填写。';
  const byKey = new Map(rows.map((row) => [row.figure.key, row]));
  const changes: PackageChange[] = [];
  const fills: LedgerReply['fills'][number][] = [];
  const left: string[] = [];
  const done = new Set<string>();
  let matched = 0;
  let changed = 0;
  lines.forEach((line, index) => {
    const cell = (title: string): string => (line[columns.get(title) ?? -1] ?? '').trim();
    const key = cell(KEY);
    const row = byKey.get(key);
    const where = `第${index + 2}行“${cell('数值')}${cell('单位')}”`;
    if (row === undefined || done.has(key)) {
      left.push(`${where}：${row === undefined ? '稿件里已没有这句话，或标识改过' : '与前面的一行重复'}`);
      return;
    }
    done.add(key);
    matched++;
    const next: { -readonly [K in keyof FigureRecord]?: FigureRecord[K] } = {};
    for (const [title, name] of SAID) if (cell(title) !== '') next[name] = cell(title);
    const day = isoDay(cell('日期'), today);
    if (day === null) left.push(`${where}：日期“${cell('日期')}”读不出来，没有收`);
    else if (day !== '') next.date = day;
    const value = cell('数值');
    const isSame = columns.has('数值') && sameNumber(value, row.figure.text) && row.figure.value !== null;
    const filled = row.figure.value === null ? plainNumber(value, wordOf(row.figure)) : null;
    if (filled !== null) {
      fills.push({ place: row.figure.place, text: filled });
      if (CONFIRMED.test(cell('状态'))) Object.assign(next, { confirmed: `${filled}${wordOf(row.figure)}`, date: next.date ?? today });
    } else if (value !== '' && row.figure.value === null) left.push(`${where}：“${value}”不是一个数，没有填入，请到原句填`);
    else if (value !== '' && !isSame) left.push(`${where}：稿件里是“${shownFigure(row.figure)}”，数没有改，请到原句核对`);
    else if (CONFIRMED.test(cell('状态')) && isSame && !row.stands) Object.assign(next, { confirmed: shownFigure(row.figure), date: next.date ?? today });
    if (WRONG.test(cell('状态')) && row.state !== 'conflicting' && row.figure.value !== null) {
      left.push(`${where}：${cell('责任委室') || '回来的表'}说${cell('状态')}，${row.stands ? '核实已撤回' : '没有记作已核实'}，请到原句核对`);
      if (row.stands) next.confirmed = null;
      // Else nothing of it would be left in the ledger.
      if (cell('依据') === '' && (row.record?.basis ?? '') === '') next.basis = `委室说${cell('状态')}`;
    } else if (![CONFIRMED, WRONG, SILENT].some((known) => known.test(cell('状态')))) left.push(`${where}：状态“${cell('状态')}”读不出来，没有收`);
    const own = sayOfFigure(row, next);
    if (own.length === 0 && filled === null) return;
    changed++;
    changes.push(...own);
  });
  return { changes, fills, matched, changed, left };
}

/** A number as it is put into a text whose words go on behind it: 205 of 205件, 98.5 of 98.5%; null: it is none. */
function plainNumber(value: string, word: string): string | null {
  const bare = (word !== '' && value.endsWith(word) ? value.slice(0, -word.length) : value).trim();
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?[余多]?$|^\d+(?:\.\d+)?[余多]?$/.test(bare) ? bare : null;
}

/** Spreadsheets write 1.20 as 1.2 and 12,000 as 12000. */
function sameNumber(a: string, b: string): boolean {
  const [x, y] = [a, b].map((one) => one.replaceAll(',', '').replace(/[%％]$/, ''));
  return x === y || (x !== '' && y !== '' && Number(x) === Number(y));
}

/** 2025-12-22 of 2025/12/22, 2025.12.22, 2025年12月22日, and of 12-22 and 12月22日 in the year of `today`; '' of nothing, null where it is no day. */
export function isoDay(word: string, today = ''): string | null {
  if (word === '') return '';
  const parts = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/.exec(word);
  if (parts === null) return null;
  const [, named, month = '', day = ''] = parts;
  const year = named ?? today.slice(0, 4);
  if (year === '') return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  // 2025-02-30 is read as a day of March.
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}
