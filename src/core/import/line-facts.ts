// What each line of text shows by itself and beside its neighbours: marks,
// length, fullness, words of each kind. Facts only, no decision: roles.ts
// weighs them, sequence.ts decides over the whole text. Long lines, which make
// up nearly all of a report, get a few facts from their first and last
// characters; only short ones are looked at with patterns.
import { cannotBegin, cannotEnd, isDigit, mayEnd } from './character';
import { readLabel, type Label } from './label';
import type { LineHint } from './line-hints';
import { isFullLine, type Measure } from './measure';

/** A headline, a name, a date is never longer than this many UTF-16 units without spaces. */
export const LONGEST_SHORT = 64;

export interface LineFacts {
  /** 1-based line of the source. */
  readonly line: number;
  /** Clean, spaces inside kept. */
  readonly text: string;
  /** Without any space: what patterns read. Of a long line the text itself. */
  readonly compact: string;
  /** No longer than a headline is; a title longer than that is found by its words (head-runs.ts) and marked as well. */
  short: boolean;
  readonly indented: boolean;
  /** Blank lines between this and the line before. */
  readonly blanksBefore: number;
  /** Taken away again where the line only goes on with the one before (dropFalseLabels). */
  label: Label | null;
  /** Characters of the label that stand alone in the line before (（⏎三）); 0: the label is whole here. */
  labelBefore: number;
  /** Ends in mid sentence: no mark that could close a paragraph. */
  readonly open: boolean;
  /** Begins with a mark or particle that begins no paragraph. */
  readonly continues: boolean;
  /** Ends with an opening bracket or a particle, behind which the sentence must go on, however short the line. */
  readonly dangles: boolean;
  readonly start: StartKind;
  /** Width in half ems, indent included, for fullness beside its neighbours. */
  readonly width: number;
  /** The same where every character counts whole. */
  readonly count: number;
  /** One of three or more lines of one width that follow each other without a blank: hard-wrapped text. */
  wrapped: boolean;
  /** A piece of a printed line that goes on in the next line (fragments.ts). */
  partial: boolean;
  /** No indent in a text whose paragraphs have one: a line inside a paragraph, or no body line. */
  outdented: boolean;
  /** A row of a table or list: cells apart by tabs or wide spaces, like the row before or after it. */
  row: boolean;
  /** Its cells stand a single blank apart, as a table copied from a PDF has them. */
  tight: boolean;
  /** One of several lines that only together are a title or an occasion, or a date that its neighbours in the head show (head-runs.ts). */
  part: 'title' | 'occasion' | 'date' | null;
  /** A line of a timetable of the meeting (schedule-lines.ts), or of names: text with its blanks, however like a head. */
  scheduled: boolean;
  /** A line of a list of names (name-lists.ts): its blanks are set in one make. */
  names: boolean;
  /** The text has spaces among its words everywhere, as text recognition leaves them: they mean nothing. */
  loose: boolean;
  /** A jump's note that was cut from its head or its end: both pieces are here (jumps.ts). */
  cut: { readonly words: string; readonly side: 'head' | 'end' } | null;
  /** What the file shows of it beyond its characters, or null. */
  readonly hint: LineHint | null;
}

/** How a body paragraph begins where that tells its kind. */
export type StartKind = 'dateline' | 'jump' | 'members' | 'mandate' | 'plain';

const DATELINE = /^(?:本报|本台)[^，。：]{0,14}[讯电](?![息报台])|^[□■◎●○◆]?\s?(?:本报|本刊)?(?:全媒体|特约|见习|实习|首席|驻站)?(?:记者|通讯员|撰稿人?)(?=\s?[\u4e00-\u9fff]{1,4}(?:\s|$|[\u4e00-\u9fff]{0,2}报道|通讯员|[\u4e00-\u9fff]$))|^本报记者|^(?:新华社|中新社|中新网|人民网|新华网|人民政协网)[^，。]{0,16}[电讯]|^[\u4e00-\u9fff]{2,8}讯[（(]?(?:记者|通讯员|\d)|^(?:综合消息|【.{2,12}(?:讯|电|消息)】)/;
/** A dateline's first characters, where it is not a name before 讯, and the words of which each has one: a look for them spares most reports the pattern. */
const DATELINE_FIRST = '\u3000本□■◎●○◆全记通新中人综【特见实首驻撰';
const TELLS_NEWS: readonly string[] = ['讯', '电', '记者', '消息', '撰稿'];
const JUMP = /^(?:[（(【\[▲△▶►◀◄→←]+紧?(?:上接|接|续)|[上紧]接)(?:本报)?第?[A-D]?[0-9〇零一二三四五六七八九十]{1,3}版/;
const JUMP_FIRST = '（(上紧【[▲△▶►◀◄→←';
const MEMBERS = /^各位(?:委员|代表)/;
const MANDATE = /^(?:现在[，,]?)?(?:我(?:受|代表|谨代表|向)|受[^。]{2,40}?委托|我?现(?:在)?(?:代表|向))/;

/** How the line begins; looks at first characters before any pattern. */
export function startKind(text: string): StartKind {
  const c = text.charCodeAt(0);
  // 各 我 现 受
  if (c === 0x5404) return MEMBERS.test(text) ? 'members' : 'plain';
  if (c === 0x6211 || c === 0x73b0 || c === 0x53d7) return MANDATE.test(text.slice(0, 80)) ? 'mandate' : 'plain';
  // A headline or a dateline may begin with such a sign as well.
  if (JUMP_FIRST.includes(text.charAt(0)) && text.slice(0, 20).includes('版') && JUMP.test(text.slice(0, 20).replace(/\s/g, ''))) return 'jump';
  const head = text.slice(0, 40);
  return (DATELINE_FIRST.includes(head.charAt(0)) || c < 0x80 || head.slice(0, 9).includes('讯')) && TELLS_NEWS.some((word) => head.includes(word)) && DATELINE.test(head) ? 'dateline' : 'plain';
}

/** Width of a text in half ems. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) < 0x2000 ? 1 : 2;
  return width;
}

/** Does the text end in mid sentence: with no mark that could close a paragraph, or with a figure cut at its point (…复耕2.⏎3万亩)? */
export function endsOpen(text: string): boolean {
  const length = inkLength(text);
  const last = text.charCodeAt(length - 1);
  return !mayEnd(last) || cannotEnd(last) || (last === 0x2e && isDigit(text.charCodeAt(length - 2)));
}

/** Characters up to the emoji at its end, which end no sentence: …隆重开幕。🎉 */
function inkLength(text: string): number {
  let end = text.length;
  for (; end > 0; end -= 1) {
    const c = text.charCodeAt(end - 1);
    const isEmoji = c === 0xfe0f || c === 0x200d || (c >= 0x2600 && c <= 0x27bf) || (c >= 0xdc00 && c <= 0xdfff && end > 1 && text.charCodeAt(end - 2) >= 0xd83c && text.charCodeAt(end - 2) <= 0xd83e) || (c >= 0xd83c && c <= 0xd83e);
    if (!isEmoji) break;
  }
  return end === 0 ? text.length : end;
}

/** The text with no spaces among its first characters, where a label may stand. */
function labelHead(text: string): string {
  const space = text.search(/\s/);
  return space < 0 || space > 7 ? text : text.slice(0, 14).replace(/\s/g, '') + text.slice(14);
}

/** Facts of one line that holds text. `text` is clean and not empty; `indent` is the white space before it in half ems. */
export function factsOf(line: number, text: string, indented: boolean, blanksBefore: number, hint: LineHint | null = null, indent = indented ? 4 : 0): LineFacts {
  const short = text.length <= LONGEST_SHORT * 2;
  const compact = short && /\s/.test(text) ? text.replace(/\s/g, '') : text;
  const first = text.charCodeAt(0);
  return {
    line, text, compact, short: compact.length <= LONGEST_SHORT, indented, blanksBefore,
    label: readLabel(labelHead(text)),
    labelBefore: 0,
    open: endsOpen(text),
    continues: cannotBegin(first) || first === 0x7684 || /^是[：:，]/.test(text),
    dangles: (text.length >= 6 && /[的和与及把将]$/.test(text)) || /[（《“〔【(]$/.test(text),
    start: startKind(text),
    width: (short ? widthOf(compact) : compact.length * 2) + indent,
    count: compact.length * 2 + indent,
    wrapped: false,
    partial: false,
    row: hint?.row === true,
    tight: false,
    outdented: false,
    scheduled: false,
    names: false,
    cut: null,
    part: null,
    loose: false,
    hint,
  };
}

/** By how much lines of one measure may differ: marks squeezed or pushed over at a line's end. */
const WRAP_TOLERANCE = 4;
const WRAP_RUN = 3;

/**
 * Marks the full lines of hard-wrapped text (see LineFacts.wrapped): those that end at the text's measure and,
 * where only a part of the text is wrapped, runs of lines of one width. A paragraph's short last line is none.
 */
export function markWrapped(lines: readonly LineFacts[], measure: Measure | null): void {
  markRuns(lines, (line) => line.width);
  markRuns(lines, (line) => line.count);
  if (measure !== null) for (const line of lines) line.wrapped = line.short && isFullLine(line, measure);
  // A numbered heading that just fills its line: behind it a paragraph begins, as the indents show.
  const isBody = lines.filter(({ wrapped, indented }) => wrapped && !indented).length * 2 > lines.filter(({ wrapped }) => wrapped).length;
  lines.forEach((line, i) => {
    if (isBody && line.wrapped && line.indented && line.label !== null && line.open && lines[i + 1]?.indented === true && !/[，、；]/.test(line.text.slice(line.label.length))) line.wrapped = false;
  });
}

function markRuns(lines: readonly LineFacts[], measure: (line: LineFacts) => number): void {
  let from = 0;
  while (from < lines.length) {
    let to = from + 1;
    let least = measure(lines[from] as LineFacts);
    let most = least;
    while (to < lines.length) {
      const next = lines[to] as LineFacts;
      const width = measure(next);
      if (next.blanksBefore > 0 || Math.min(least, width) < Math.max(most, width) - WRAP_TOLERANCE) break;
      least = Math.min(least, width);
      most = Math.max(most, width);
      to += 1;
    }
    if (to - from >= WRAP_RUN && least >= 20 && most <= 140 && isRunningText(lines, from, to)) {
      for (let i = from; i < to; i += 1) (lines[i] as LineFacts).wrapped = true;
    }
    from = to;
  }
}

/**
 * Running text breaks in mid sentence more often than not and has its marks inside the lines; a list, a head has not. Nor have
 * numbered headings with a sentence of their own length between them (四、…⏎要编辑出版《…》第二十三辑。⏎五、…).
 */
function isRunningText(lines: readonly LineFacts[], from: number, to: number): boolean {
  let opens = 0;
  let marked = 0;
  let labelled = 0;
  for (let i = from; i < to; i += 1) {
    const { open, text, label } = lines[i] as LineFacts;
    if (open) opens += 1;
    if (label !== null) labelled += 1;
    if (/[，。；：、].|[”》]./.test(text)) marked += 1;
  }
  return labelled * 2 < to - from && opens * 2 > to - from && marked * 2 >= to - from;
}

/** Least share of paragraphs with an indent for a line without one to say something. */
const INDENT_SHARE = 0.8;

/** Marks the lines without indent where paragraphs have one: those that follow a full stop and stand under a short line tell. */
export function markOutdented(lines: readonly LineFacts[]): void {
  let starts = 0;
  let indented = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const before = lines[i - 1] as LineFacts;
    const line = lines[i] as LineFacts;
    // Only body text tells: a line that is long, full or stops, under a line that stops and is not full.
    if (before.open || before.wrapped || (line.short && line.open && !line.wrapped) || line.start === 'members') continue;
    starts += 1;
    if (line.indented) indented += 1;
  }
  if (starts < 3 || indented < starts * INDENT_SHARE) return;
  for (const line of lines) if (!line.indented) line.outdented = true;
}

/** （⏎三）加强自身建设: a number that a line's end runs through belongs to the line that holds what it heads. */
export function mendBrokenLabels(lines: readonly LineFacts[]): void {
  for (let i = 1; i < lines.length; i += 1) {
    const before = lines[i - 1] as LineFacts;
    const line = lines[i] as LineFacts;
    if (before.compact.length > 3 || before.label !== null || before.row || line.label !== null || line.row || line.blanksBefore > 0 || !/^（?[一二三四五六七八九十\d]{0,2}$/.test(before.compact)) continue;
    const label = readLabel(before.compact + line.text);
    if (label === null || label.length <= before.compact.length || label.level === 3) continue;
    line.label = { ...label, length: label.length - before.compact.length };
    line.labelBefore = before.compact.length;
  }
}

/** …坚持质量第⏎一、办理为要: a line that goes on in mid sentence opens with no label, though it looks like one. */
export function dropFalseLabels(lines: readonly LineFacts[]): void {
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] as LineFacts;
    const before = lines[i - 1] as LineFacts;
    if (line.label === null || line.labelBefore > 0 || !before.open || line.hint?.heading !== undefined) continue;
    // （共1⏎8）: the bracket began above.
    const isInBracket = /^\d{1,2}）/.test(line.text) && before.text.lastIndexOf('（') > before.text.lastIndexOf('）');
    if (before.text.endsWith('第') || (before.wrapped && line.outdented) || isInBracket) line.label = null;
  }
}

/** The length of a hard-wrapped text's full lines in characters, the middle one; 0 where it is not wrapped. */
export function wrapMeasure(lines: readonly LineFacts[]): number {
  const lengths = lines.filter((line) => line.wrapped).map((line) => line.text.length).sort((a, b) => a - b);
  return lengths.length >= 6 && lengths.length * 4 >= lines.length ? (lengths[lengths.length >> 1] as number) : 0;
}

/** Marks all lines of a text whose running lines, a third of them, have single spaces between Han. */
export function markLoose(lines: readonly LineFacts[]): void {
  let running = 0;
  let spaced = 0;
  for (const { text, row } of lines) {
    if (row || text.length < 18) continue;
    running += 1;
    if (/[\u4e00-\u9fff，。、] [\u4e00-\u9fff]/.test(text.length > 400 ? text.slice(0, 400) : text)) spaced += 1;
  }
  if (running < 3 || spaced * 3 < running) return;
  for (const line of lines) line.loose = true;
}

const CELL_GAP = /\t|\s{2,}|\u3000/;
/** 第一部分, 第二章: the number of a division, its name behind a blank. */
const DIVISION = /^第[一二三四五六七八九十百零〇\d]{1,4}(?:部分|[编章节条])$/;

/** Cells of a line that could be a table's row; 0 where it cannot. */
export function cellCount(facts: LineFacts): number {
  if (!facts.short || facts.names || facts.text === facts.compact || /[。；]/.test(facts.compact)) return 0;
  const cells = facts.text.split(/\t|\s{2,}|\u3000+/);
  if (DIVISION.test(cells[0]!)) return 0;
  return cells.length >= 2 && CELL_GAP.test(facts.text) ? cells.length : 0;
}

/** Cells of a line; none where it is a list's own line of text (name-lists.ts). */
const rowCells = (facts: LineFacts): number => (facts.scheduled ? 0 : cellCount(facts));

/** Marks rows: neighbours of one cell count; of two cells only where a figure stands in them or three follow, for headlines come in couplets. */
export function markRows(lines: readonly LineFacts[]): void {
  let from = 0;
  while (from < lines.length) {
    const cells = rowCells(lines[from] as LineFacts);
    let to = from + 1;
    if (cells > 0) {
      while (to < lines.length && (lines[to] as LineFacts).blanksBefore === 0 && rowCells(lines[to] as LineFacts) === cells) to += 1;
      const rows = lines.slice(from, to);
      if (rows.length >= 2 && (cells > 2 || rows.length >= 3 || rows.some((row) => /\d/.test(row.compact)))) for (const row of rows) row.row = true;
    }
    from = to;
  }
  markTightRows(lines);
}

/** A figure that a cell holds, or the dash of an empty one. */
const FIGURE = /^(?:[-—–−+＋－]?\d[\d,.，．]*(?:[%％‰]|[\u4e00-\u9fff]{1,2})?|[-—–－/])$/;
const LEAST_TIGHT = 3;

/** The cells of a line that single blanks part; none where it is prose. */
const tightCells = ({ short, names, text, compact, row }: LineFacts): string[] => (!short || names || row || text === compact || /[。；！？]/.test(compact) ? [] : text.trim().split(/\s+/));
const isTightRow = ([name, ...figures]: readonly string[]): boolean => name !== undefined && figures.length + 1 >= LEAST_TIGHT && figures.every((cell) => FIGURE.test(cell));

/** Rows of a name or year and figures a single blank apart, two and more of one count, and the names of their columns above them. */
function markTightRows(lines: readonly LineFacts[]): void {
  for (let from = 0; from < lines.length; from += 1) {
    const first = tightCells(lines[from] as LineFacts);
    if (!isTightRow(first)) continue;
    let to = from + 1;
    for (; to < lines.length && (lines[to] as LineFacts).blanksBefore === 0; to += 1) {
      const cells = tightCells(lines[to] as LineFacts);
      if (cells.length !== first.length || !isTightRow(cells)) break;
    }
    const above = lines[from - 1];
    const heads = above === undefined || (lines[from] as LineFacts).blanksBefore > 0 ? [] : tightCells(above);
    if (to - from >= 2) for (let i = heads.length === first.length ? from - 1 : from; i < to; i += 1) (lines[i] as LineFacts).row = (lines[i] as LineFacts).tight = true;
    from = to - 1;
  }
}
