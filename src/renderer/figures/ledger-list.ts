// Which rows of the 数字台账 are shown, in which order, and the words of a row. In: the
// ledger's rows and what was asked of the view. Out: plain values; nothing of React.
import { wordEnd, wordStart } from '../../core/model/word-edges';
import type { FigureRow, FigureState } from '../../core/report/figures/figure-rows';
import { FIGURE_STATES } from '../../core/report/figures/ledger-csv';
import type { LedgerFigure } from '../../core/report/figures/ledger';

export const STATE_NAMES = FIGURE_STATES;

export type SortColumn = 'text' | 'value' | 'last' | 'change' | 'office' | 'basis' | 'checker' | 'date' | 'state';

export interface LedgerView {
  readonly state: FigureState | 'all';
  /** 责任委室; null: all, '': those that have none. */
  readonly office: string | null;
  readonly search: string;
  /** `text`: the order of the text. */
  readonly sort: { readonly by: SortColumn; readonly down: boolean };
}

export const FIRST_VIEW: LedgerView = { state: 'all', office: null, search: '', sort: { by: 'text', down: false } };

const STATE_RANK: Readonly<Record<FigureState, number>> = { conflicting: 0, open: 1, unconfirmed: 2, confirmed: 3 };

/** Change over last year, or null where either is not known. Rounded: 0.1 + 0.2 is nobody's figure. */
export function changeOf({ value, last }: LedgerFigure): number | null {
  return value === null || last === null ? null : Math.round((value - last) * 1e6) / 1e6;
}

/** +8, −1.2, 持平, — */
export function changeWords(figure: LedgerFigure): string {
  const change = changeOf(figure);
  return change === null ? '—' : change === 0 ? '持平' : `${change > 0 ? '＋' : '－'}${Math.abs(change)}`;
}

/** What the view finds a row by: all that it shows. */
function wordsOf({ figure, record, state }: FigureRow): string {
  return [figure.text, figure.unit, figure.measure, figure.sentence, figure.section, record?.office, record?.basis, record?.checker, record?.date, STATE_NAMES[state]].filter((word) => word !== null && word !== undefined).join('\n').toLowerCase();
}

/** Indexes of the rows shown, in order. */
export function shownRows(rows: readonly FigureRow[], { state, office, search, sort }: LedgerView): readonly number[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  const shown = rows.flatMap((row, index) => {
    if (state !== 'all' && row.state !== state) return [];
    if (office !== null && (row.record?.office ?? '') !== office) return [];
    const all = words.length === 0 ? '' : wordsOf(row);
    return words.every((word) => all.includes(word)) ? [index] : [];
  });
  const { by, down } = sort;
  if (by === 'text') return down ? shown.toReversed() : shown;
  const keyOf = (index: number): number | string | null => sortKey(rows[index]!, by);
  return shown.toSorted((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    // What is not there comes last, whichever way.
    if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh-CN');
    return order === 0 ? a - b : down ? -order : order;
  });
}

function sortKey({ figure, record, state }: FigureRow, by: Exclude<SortColumn, 'text'>): number | string | null {
  switch (by) {
    case 'value': return figure.value;
    case 'last': return figure.last;
    case 'change': return changeOf(figure);
    case 'state': return STATE_RANK[state];
    case 'office': return said(record?.office);
    case 'basis': return said(record?.basis);
    case 'checker': return said(record?.checker);
    case 'date': return said(record?.date);
  }
}

const said = (word: string | undefined): string | null => (word === undefined || word === '' ? null : word);

/** Characters before the number that a row on one line keeps, so that the number is seen. */
const LEAD = 14;

/** The sentence around its number; on one line long words before it are cut short. */
export function sentenceParts({ sentence, inSentence: [from, to] }: LedgerFigure, whole: boolean): { readonly before: string; readonly number: string; readonly after: string } {
  const before = sentence.slice(0, from).trimStart();
  const number = sentence.slice(from, to);
  return { before: whole || before.length <= LEAD ? before : `…${before.slice(-LEAD).replace(/^[\d.,%]+/, '')}`, number: number === '□' ? '〔待填〕' : number, after: sentence.slice(to).trimEnd() };
}

/** 一（二） of 一、工作总结 （二）建言献策; the words themselves where a section has no number. */
export function sectionNumber(section: string): string {
  // A banner above 一、 has no number.
  const numbers = /^(?:([^、]{1,3})、\S*)?\s*(（[^（）]{1,3}）)?/.exec(section.replace(/^\S+\s+(?=[一二三四五六七八九十]{1,3}、)/, ''));
  const short = `${numbers?.[1] ?? ''}${numbers?.[2] ?? ''}`;
  return short === '' ? section.slice(0, 6) : short;
}

/** Says nothing of what is counted. */
const NO_NAME = /^(?:其中|其余|另有|还有|共有?|有|的|等|达|为|约)?$/;

/** Letters of the words beside a bar; more where they would cut a word. */
const NAME = 8;

/** Letters of a row's or column's name beside a bar. */
const CELL_NAME = 6;

/** What there is in all, of what the figure before counts: 新建协商议事室22个，总数达到108个. */
const SUM = /^(?:目前|现)?(?:累计|总数|总量|共有?)?(?:达到?|已达|达|为|有)?$/;
/** Who took part, or none: of what the figure before counts, too. */
const TOOK_PART = /^(?:参[加与会]*|受益|受训)?$/;
/** Says no more of what is counted. */
const ABOUT = /(?<=[\u4e00-\u9fff]{3})(?:约|近|共计?|达|举办|开展|召开)$/;
/** What the figure before counts, up to this one. */
const COUNTED_BEFORE = /([\u4e00-\u9fff]+)[\d.,]+[余多]?[\u4e00-\u9fff]{0,3}[，、；][\u4e00-\u9fff]*$/;

/** What a figure is called beside its bar: the last words before the number, else the first behind it (12件列为重点提案); what opens its clause, by what the figure before counts. */
export function figureName({ sentence, inSentence: [from, to], unit, measure, cell }: LedgerFigure): string {
  const word = `${unit ?? ''}${measure ?? ''}`;
  // A cell is called by its row and its column.
  if (cell !== null && (cell.rowName !== '' || cell.columnName !== '')) return `${cell.rowName.slice(-CELL_NAME)} ${cell.columnName.slice(-CELL_NAME)} ${word}`.trim().replaceAll(/\s+/g, ' ');
  const run = (/([^，。；：、！？“”"《》（）□\s\d]*)$/.exec(sentence.slice(0, from))?.[1] ?? '').replace(/^(?:其中|等)/, '').replace(ABOUT, '');
  const before = run.slice(wordStart(run, run.length - NAME));
  const behind = sentence.slice(to);
  const ahead = /^[^，。；：、！？“”《》（）□\s\d]*/.exec(behind.startsWith(word) ? behind.slice(word.length) : behind)?.[0] ?? '';
  const counted = COUNTED_BEFORE.exec(sentence.slice(0, from))?.[1] ?? '';
  if (counted !== '' && ((run !== '' && SUM.test(run)) || (run === '' && TOOK_PART.test(ahead)))) {
    const thing = counted.replace(/^.*新[建增设开办]/, '');
    return `${thing.slice(wordStart(thing, thing.length - NAME))}${run === '' ? ahead : '总数'} ${word}`.trim();
  }
  const name = NO_NAME.test(before) ? ahead.slice(0, wordEnd(ahead, NAME)) : before;
  return `${name === '' ? before : name} ${word}`.trim();
}
