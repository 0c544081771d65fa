// The cells of a table as a reader takes them: which of them are figures, and what their heads
// say of each (经济建设 立案（件）). In: a table's node and the words that stand above it. Out: one
// record a cell, in the order of its texts. A bare number is a figure here alone, where a head
// says what it counts; heads, years, ordinals, days and telephone numbers are none. A figure
// that is open (待填) is known by its place as a number would be.
import type { Node } from 'prosemirror-model';
import { findFigures } from './find-figures';

/** A number of a cell; offsets in the cell's text, `to` of the number, `end` of its words. */
export interface CellFigure {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly text: string;
  /** null: 待填. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly measure: string | null;
}

export interface TableCell {
  readonly row: number;
  readonly column: number;
  /** What its row and its column are called, without the unit; '' for nothing. */
  readonly rowName: string;
  readonly columnName: string;
  /** Nothing but numbers: these; empty of words, heads, years and ordinals. */
  readonly figures: readonly CellFigure[];
  /** A year that labels its row or column. */
  readonly isYear: boolean;
  /** Every other cell of its column (row) below the heads says a number or that there is none, so that they may be added up. */
  readonly columnAddsUp: boolean;
  readonly rowAddsUp: boolean;
}

/** 经济建设 立案：, what a figure of a cell is said to be; '' where no head says anything. */
export function cellLabel({ rowName, columnName }: TableCell): string {
  const named = [rowName, columnName].filter((name) => name !== '').join(' ');
  return named === '' ? '' : `${named}：`;
}

const read = new WeakMap<Node, { readonly caption: string; readonly cells: readonly TableCell[] }>();

/** The cells of `table`, row by row. `caption`: the words above it, where 单位：件 may stand. Read once a table as it stands. */
export function tableCells(table: Node, caption: string): readonly TableCell[] {
  const known = read.get(table);
  if (known?.caption === caption) return known.cells;
  const cells = cellsOf(table, caption);
  read.set(table, { caption, cells });
  return cells;
}

const ATOM = '\ufffc';
/** A hole among a cell's numbers. */
const HOLE = '□';

function cellsOf(table: Node, caption: string): TableCell[] {
  const rows: Cell[][] = [];
  table.forEach((row) => {
    const cells: Cell[] = [];
    row.forEach((cell) => cells.push(new Cell(cell.firstChild!)));
    rows.push(cells);
  });
  const heads = headRows(rows);
  const columns = Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, column) => new Column(rows, heads, column));
  const common = wordOf(/单位[：:]\s*([^\s）)，。；]{1,6})/.exec(caption)?.[1] ?? '');
  return rows.flatMap((cells, row) => {
    const first = cells.findIndex((cell, column) => row >= heads && cell.numbers !== null && columns[column]!.counts);
    const isHead = (cell: Cell, column: number): boolean => cell.words !== '' && (cell.numbers === null || cell.isYear) && !columns[column]!.isUnit;
    const rowHead = first <= 0 ? '' : cells.slice(0, first).filter(isHead).map(({ words }) => words).join(' ');
    const ownWord = cells.map((cell, column) => (columns[column]!.isUnit ? wordOf(cell.words) : null)).find((word) => word !== null) ?? null;
    return cells.map((cell, column): TableCell => {
      const own = columns[column]!;
      // 收到提案 203 立案 196: without a head over it a number is what the words right before it say.
      const before = own.name === '' ? cells.slice(0, column).findLastIndex((one, at) => isHead(one, at) || one.numbers !== null) : -1;
      const [rowName, rowWord] = bare(before > first && first >= 0 && isHead(cells[before]!, before) ? cells[before]!.words : rowHead);
      const counts = row >= heads && (!NO_FIGURE.test(rowName) || rowWord !== null);
      const isYear = cell.isYear && (row < heads || /年|时间/.test(own.name) || (own.name === '' && column === 0));
      const word = own.word ?? rowWord ?? ownWord ?? common;
      const figures = counts && own.counts && !isYear ? (cell.numbers ?? []).map((number) => (number.unit === null && number.measure === null && word !== null ? { ...number, ...word } : number)) : [];
      return {
        row, column, rowName, columnName: own.name, figures, isYear, columnAddsUp: own.addsUp,
        rowAddsUp: cells.every((one, at) => at === column || one.addsUp || !columns[at]!.counts || (first >= 0 && at < first)),
      };
    });
  });
}

/** Units in the form of a figure's. */
type Word = Pick<CellFigure, 'unit' | 'measure'>;

/** 件, 万元: what a head says that its numbers count; null: it is no such word. */
function wordOf(words: string): Word | null {
  if (words === '') return null;
  const [figure] = findFigures(`1${words}`);
  return figure?.from === 0 && figure.end === words.length + 1 ? { unit: figure.unit, measure: figure.measure } : null;
}

/** A head without its unit, and that: 立案（件）, 满意率%, 件数. */
function bare(head: string): readonly [string, Word | null] {
  const bracketed = /^(.*?)[（(](?:单位[：:])?([^（）()]{1,6})[）)]$/.exec(head);
  const word = bracketed === null ? null : wordOf(bracketed[2]!);
  if (word !== null) return [bracketed![1]!, word];
  if (/[^%％][%％]$/.test(head)) return [head.slice(0, -1), { unit: '%', measure: null }];
  const alone = wordOf(head);
  if (alone !== null) return [head, alone];
  const counted = /([件次人项条篇个户场期家名位])数(?:量)?$/.exec(head)?.[1];
  return [head, counted === undefined ? null : wordOf(counted)];
}

/** Columns and rows whose numbers name something: no figure of the year. */
const NO_FIGURE = /^(?:年|年度|月|月份|届|届次|页|序|No\.?|№|行次|项次|栏次)$|(?:年份|编号|案号|序号|座号|房号|桌号|车号|证号|学号|工号|文号|号码|日期|时间|电话|手机|联系方式|邮编|代码|编码|页码|年龄|出生年月|楼层|届次)$/i;
const ORDINAL = /^(?:序|序号|序次|编号|No\.?|№|行次|项次|栏次|名次|排名|位次|甲)?$/i;
const UNIT_HEAD = /^(?:计量|计算)?单位$/;
/** Nothing to count: —, ／, 无. */
const NONE = /^(?:[-—–－/／\\.…]*|无|零)$/;

class Cell {
  readonly words: string;
  /** null: it says something else, or nothing. */
  readonly numbers: readonly CellFigure[] | null;

  constructor(node: Node) {
    const open = new Set<number>();
    node.forEach((inline, offset) => {
      if (inline.type.name === 'placeholder' && inline.attrs['type'] === 'figure') open.add(offset);
    });
    const text = node.textBetween(0, node.content.size, '', (leaf) => (leaf.type.name === 'hard_break' ? '\n' : ATOM));
    this.words = text.replaceAll(ATOM, '').replaceAll(/\s/g, '');
    // Digits of full width count as the others; each is one position.
    const shown = text.replaceAll(/[０-９．，％（）]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
    this.numbers = numbersOf(open.size === 0 ? shown : shown.split('').map((char, at) => (open.has(at) ? HOLE : char)).join(''));
  }

  /** A number that may be a year. */
  get isYear(): boolean {
    return /^(?:19|20)\d{2}$/.test(this.words) && this.numbers?.length === 1;
  }

  get addsUp(): boolean {
    return this.numbers !== null || NONE.test(this.words);
  }
}

const NUMBER = /([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[余多]?|□)([^\d（）()/／、\s□]*)/gy;
/** Between numbers: 75（38.3%）, 12/15. */
const BETWEEN = /[（(）)/／、\s]*/gy;
/** More numbers than these are a list, and no figure with its share. */
const MOST = 3;

/** The numbers of a cell that says nothing else; null: it does. */
function numbersOf(text: string): readonly CellFigure[] | null {
  if (!/[\d□]/.test(text)) return hanNumber(text);
  if (/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/.test(text.trim())) return null;
  const found: CellFigure[] = [];
  for (let at = skip(text, 0); at < text.length; at = skip(text, at)) {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (match === null || found.length === MOST) return null;
    const [, number = '', words = ''] = match;
    const word = words === '' ? { unit: null, measure: null } : wordOf(words);
    if (word === null) return null;
    const to = at + number.length;
    found.push({ from: at, to, end: to + words.length, text: number === HOLE ? '' : number, value: number === HOLE ? null : Number.parseFloat(number.replaceAll(',', '').replace('−', '-')), ...word });
    at = to + words.length;
  }
  return found.length === 0 ? null : found;
}

/** 六次, 百分之九十: a cell that is one number in Han. */
function hanNumber(text: string): readonly CellFigure[] | null {
  const [figure] = text.trim() === '' ? [] : findFigures(text);
  return figure !== undefined && text.slice(0, figure.from).trim().replace('百分之', '') === '' && text.slice(figure.end).trim() === '' ? [figure] : null;
}

function skip(text: string, at: number): number {
  BETWEEN.lastIndex = at;
  return at + (BETWEEN.exec(text)?.[0].length ?? 0);
}

/** How many rows from the top are heads: those before the first figure, where there is one. */
function headRows(rows: readonly (readonly Cell[])[]): number {
  let heads = 0;
  for (const cells of rows) {
    const numbers = cells.filter(({ numbers: own }) => own !== null);
    if (numbers.length > 0 && !numbers.every(({ isYear }) => isYear) && !countsUp(numbers, ORDINAL.test(cells[0]?.words ?? '') ? 2 : 3)) return heads;
    heads++;
  }
  return rows.length;
}

/** 1, 2, 3…: the numbers of columns or rows. */
function countsUp(cells: readonly Cell[], least: number): boolean {
  return cells.length >= least && cells.every(({ words }, i) => words === String(i + 1));
}

/** What a row of heads says of a column. A title over the whole table says nothing; above another row (`isAbove`) a head may span the empty cells behind it. */
function headIn(row: readonly Cell[], column: number, isAbove: boolean): string {
  if (isAbove && row.length > 1 && row.slice(1).every(({ words }) => words === '')) return '';
  for (let at = column; at >= 0; at--) {
    const words = row[at]?.words ?? '';
    if (words !== '' || !isAbove) return words;
  }
  return '';
}

class Column {
  readonly name: string;
  readonly word: Word | null;
  readonly isUnit: boolean;
  /** Its numbers are figures. */
  readonly counts: boolean;
  readonly addsUp: boolean;

  constructor(rows: readonly (readonly Cell[])[], heads: number, column: number) {
    const head = rows.slice(0, heads).map((row, i) => headIn(row, column, i < heads - 1)).filter((words) => words !== '' && !/^\d$/.test(words));
    [this.name, this.word] = bare(head.filter((words, i) => head.indexOf(words) === i).join(' '));
    this.isUnit = UNIT_HEAD.test(this.name);
    const below = rows.slice(heads).flatMap((row) => (row[column] === undefined ? [] : [row[column]]));
    const numbered = below.filter(({ numbers }) => numbers !== null);
    const isOrdinal = (column === 0 || this.name !== '') && ORDINAL.test(this.name) && countsUp(numbered, 2);
    this.counts = !isOrdinal && (!NO_FIGURE.test(this.name) || this.word !== null);
    this.addsUp = below.every(({ addsUp }) => addsUp);
  }
}
