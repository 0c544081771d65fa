// One raw line → its clean form, and every change made on the way (TYPESETTING
// §0, P-04, P-20, P-31): white space, half-width marks in Chinese, compatibility
// characters, invisible ones. What is not listed here is never changed. Changes
// are edits in sequence: `at` is the offset in the line as it stands after all
// earlier changes of that line, so that undoing them backwards gives the raw
// line again (the law of test/property/import.test.ts). What a space means
// depends on the line's role, hence the modes.
import { isByline } from '../model/byline';
import type { Change, ChangeKind } from './change';
import { cannotBegin, isChinese, isControl, isDigit, isHan, isLatin, isSpace, isZeroWidth } from './character';
import { mayHoldMarkdown, mayHoldMarkup, stripMarkdown, stripMarkup } from './markup';
import { radicalToHan } from './radicals';
import { runOfNames } from './run-of-names';

/**
 * What spaces inside the line are: `read` leaves them all, for a first look; `keep` for headlines (N-13); `body` takes those between Han, marks and
 * digits away, but not in a byline, the bracket of a 电头 or a list of names; `squeeze` takes all; `row` makes cells of them, but for single ones, `tight` of all.
 */
export type SpaceMode = 'read' | 'keep' | 'body' | 'squeeze' | 'row' | 'tight';

/** Is there a character that may need work? Nearly no body line holds one, and a cold pattern costs more than this loop. */
function needsWork(raw: string): boolean {
  for (let i = 0; i < raw.length; i += 1) {
    const c = raw.charCodeAt(i);
    if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3001 && c <= 0x3029) || c === 0xff0c || isDigit(c)) continue;
    if (c < 0x80) {
      if (c <= 0x20 || c === 0x2a || c === 0x7f || HALF_MARKS.includes(raw[i] as string)) return true;
    } else if (c <= 0xa0 || c === 0xad || isSpace(c) || isZeroWidth(c) || isControl(c) || isReplaceable(c)) return true;
  }
  return DASHES.includes(raw[0] ?? '?') && DASH_HEAD.test(raw);
}

const HALF_MARKS = '(),.:;?!<&';
const DASHES = '-－─━―–—';

/** Compatibility characters, full-width letters and digits, other interpuncts, surrogates. */
function isReplaceable(c: number): boolean {
  return c === 0x2022 || c === 0x2027 || c === 0x30fb || (c >= 0x2e80 && c <= 0x2fdf) || (c >= 0xd800 && c <= 0xdfff) || (c >= 0xf900 && c <= 0xfaff)
    || c === 0xff0e || (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a);
}

const HALF_TO_FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '.': '。' };
const DASH_HEAD = /^(?:-{2,4}|－{1,3}|─{1,3}|━{1,3}|―{1,2}|–{2}|— —|—(?=\s*(?:在|[\d０-９\u200b]{4,6}年|[〇零一二三四五六七八九]{4}年)))(?=\s*(?:[\u4e00-\u9fff“《]|[\d０-９\u200b]{1,8}[年月]))/;

/** The clean line as it grows. Parts, not one string: reading the end of a growing string would copy it each time. */
interface Writer {
  readonly parts: string[];
  /** UTF-16 length so far, and the last code written (NaN: none). */
  length: number;
  last: number;
  readonly line: number;
  readonly changes: Change[];
}

function write(w: Writer, text: string): void {
  if (text === '') return;
  w.parts.push(text);
  w.length += text.length;
  w.last = text.charCodeAt(text.length - 1);
}

function edit(w: Writer, kind: ChangeKind, from: string, to: string): void {
  const at = w.length;
  write(w, to);
  const last = w.changes.at(-1);
  if (last !== undefined && last.line === w.line && last.kind === kind && last.at + last.to.length === at && kind !== 'bracket' && kind !== 'mark') {
    w.changes[w.changes.length - 1] = { ...last, from: last.from + from, to: last.to + to };
  } else w.changes.push({ line: w.line, kind, from, to, at });
}

/** Bracket positions that become full-width: pairs that hold or touch Chinese, and single ones that touch it. */
function bracketsToWiden(raw: string): ReadonlySet<number> {
  const widen = new Set<number>();
  const open: number[] = [];
  const touches = (i: number): boolean => isChinese(raw.charCodeAt(i - 1)) || isChinese(raw.charCodeAt(i + 1));
  for (let i = 0; i < raw.length; i += 1) {
    const c = raw.charCodeAt(i);
    if (c === 0x28 || c === 0xff08) open.push(i);
    else if (c === 0x29 || c === 0xff09) {
      const from = open.pop();
      if (from === undefined) {
        if (c === 0x29 && touches(i)) widen.add(i);
        continue;
      }
      if (isLatinUnit(raw, from, i)) continue;
      const mixed = c === 0xff09 || raw.charCodeAt(from) === 0xff08;
      if (mixed || touches(from) || touches(i) || isStandAloneNumber(raw, from, i) || holdsHan(raw, from, i)) widen.add(from).add(i);
    }
  }
  for (const from of open) if (raw.charCodeAt(from) === 0x28 && touches(from)) widen.add(from);
  return widen;
}

/** 55dB(A)，: Latin with a letter of its own in brackets, whatever stands behind it. */
function isLatinUnit(raw: string, from: number, to: number): boolean {
  return raw.charCodeAt(from) === 0x28 && raw.charCodeAt(to) === 0x29 && to - from <= 5 && isLatin(raw.charCodeAt(from - 1)) && /^[A-Za-z][A-Za-z\d.-]*$/.test(raw.slice(from + 1, to));
}

function holdsHan(raw: string, from: number, to: number): boolean {
  for (let i = from + 1; i < to && i < from + 200; i += 1) if (isHan(raw.charCodeAt(i))) return true;
  return false;
}

/** `(1)` at the head of a line: a label of level 4. */
function isStandAloneNumber(raw: string, from: number, to: number): boolean {
  if (to - from > 3 || to - from < 2) return false;
  for (let i = from + 1; i < to; i += 1) if (!isDigit(raw.charCodeAt(i))) return false;
  for (let i = 0; i < from; i += 1) if (!isSpace(raw.charCodeAt(i))) return false;
  return isHan(raw.charCodeAt(to + 1)) || isSpace(raw.charCodeAt(to + 1));
}

/** The bracket of a 电头 or credit, whose spaces part names: `[from, to)`, or null. */
function namesBracket(raw: string): readonly [number, number] | null {
  const at = raw.search(/记者|通讯员|实习生|摄影/);
  if (at < 0) return null;
  const from = Math.max(raw.lastIndexOf('（', at), raw.lastIndexOf('(', at));
  if (from < 0 || at - from > 40) return null;
  let to = at;
  while (to < raw.length && to < at + 60 && raw[to] !== '）' && raw[to] !== ')') to += 1;
  return [from, to];
}

/** Is the white space `[from, to)` between `before` and `after` one that Chinese text does not write? */
function spaceFalls(before: number, after: number): boolean {
  if (isChinese(before) || isChinese(after)) return (isChinese(before) || isDigit(before) || before === 0x2e) && (isChinese(after) || isDigit(after) || cannotBegin(after));
  return false;
}

/** Does the space `[from, to)` stand among single digits of one number, as text recognition sets them: 2 0 2 5 年? */
function isSpacedNumber(raw: string, from: number, to: number): boolean {
  const before = /(?:^|[^\d.])((?:\d )*)\d$/.exec(raw.slice(Math.max(0, from - 12), from));
  const after = /^\d((?: \d)*) ?(?![\d.])(.?)/.exec(raw.slice(to, to + 12));
  if (before === null || after === null) return false;
  return ((before[1] as string).length + (after[1] as string).length) / 2 + 2 >= 3 || '年月日'.includes(after[2] === '' ? '?' : (after[2] as string));
}

const LONGEST_ARTICLE = 8;
const ARTICLE = /^第[一二三四五六七八九十百零〇\d]{1,6}(?:[章节条编篇]|部分)$/;

function writeSpaces(w: Writer, raw: string, from: number, to: number, mode: SpaceMode): void {
  const spaces = raw.slice(from, to);
  if (mode === 'read') {
    write(w, spaces);
    return;
  }
  const before = w.last;
  const after = raw.charCodeAt(to);
  if (mode === 'body' && isDigit(before) && isDigit(after) && isSpacedNumber(raw, from, to)) {
    edit(w, 'space', spaces, '');
    return;
  }
  // 第一条　根据…, 第一部分　工作回顾: an article of rules, a part's number stands apart from its text.
  if (mode === 'body' && from <= LONGEST_ARTICLE && ARTICLE.test(raw.slice(0, from))) {
    if (spaces === '\u3000') write(w, spaces);
    else edit(w, 'space', spaces, '\u3000');
    return;
  }
  if (mode === 'squeeze' || (mode === 'body' && spaceFalls(before, after))) {
    edit(w, 'space', spaces, '');
    return;
  }
  if (mode === 'tight' || (mode === 'row' && (spaces.length > 1 || spaces !== ' '))) {
    if (spaces === '\t') write(w, spaces);
    else edit(w, 'cell', spaces, '\t');
    return;
  }
  for (const s of spaces) {
    if (s === ' ' || s === '　') write(w, s);
    else edit(w, 'space', s, ' ');
  }
}

/** The half-width mark at `i` in full width, where it stands in Chinese text, else null (P-04: 9:30, 1,000, URLs stay). */
function widened(raw: string, i: number, before: number): string | null {
  const percent = before === 0x25 || before === 0xff05 || before === 0x2030;
  if (!isHan(before) && !isClosing(before) && !percent) return null;
  let j = i + 1;
  while (j < raw.length && isSpace(raw.charCodeAt(j))) j += 1;
  const after = raw.charCodeAt(j);
  // 增长5%;规模…: behind a percentage before Chinese alone.
  if (percent && !isHan(after)) return null;
  // …有新成效."民企课堂"开课: a quotation of Chinese is Chinese text.
  const quotes = after === 0x22 && (j + 1 === raw.length || isHan(raw.charCodeAt(j + 1)));
  if (isLatin(after) || (raw[i] === '.' && !(j === raw.length || isChinese(after) || quotes))) return null;
  if (raw[i] === '.' && /^[一二三四五六七八九十]{1,3}$/.test(raw.slice(0, i).trim())) return null;
  return HALF_TO_FULL[raw[i] as string] ?? null;
}

function isClosing(c: number): boolean {
  return c === 0x201d || c === 0xff09 || c === 0x300b;
}

/**
 * The clean form of a raw line. Its changes are appended to `changes`.
 * @param line 1-based number, for the changes.
 * @param titles headlines with blanks of their own (N-13): where 《》 names one, it keeps them.
 */
export function cleanLine(source: string, line: number, mode: SpaceMode, changes: Change[], titles: readonly string[] = []): string {
  if (!needsWork(source)) return source;
  const page = mayHoldMarkup(source) ? stripMarkup(source, line, changes) : source;
  const raw = mayHoldMarkdown(page) ? stripMarkdown(page, line, changes) : page;
  let from = 0;
  let to = raw.length;
  const blank = (c: number): boolean => isSpace(c) || isZeroWidth(c) || isControl(c);
  while (from < to && blank(raw.charCodeAt(from))) from += 1;
  while (to > from && blank(raw.charCodeAt(to - 1))) to -= 1;
  const w: Writer = { parts: [], length: 0, last: Number.NaN, line, changes };
  if (from > 0) edit(w, 'indent', raw.slice(0, from), '');
  const text = raw.slice(from, to);
  cleanText(w, text, mode, titles);
  if (to < raw.length) edit(w, 'trailing-space', raw.slice(to), '');
  return w.parts.join('');
}

/** 《凝心聚力谋发展 团结奋进谱新篇》: `[from, to)` of the title named, or null. */
function namedTitle(text: string, titles: readonly string[]): readonly [number, number] | null {
  for (const title of titles) {
    const at = text.indexOf(`《${title}》`);
    if (at >= 0) return [at, at + title.length + 2];
  }
  return null;
}

function cleanText(w: Writer, text: string, mode: SpaceMode, titles: readonly string[]): void {
  const widen = text.includes('(') || text.includes(')') ? bracketsToWiden(text) : null;
  const names = mode === 'body' ? ((isByline(text) ? [-1, text.length] as const : null) ?? namesBracket(text) ?? runOfNames(text) ?? namedTitle(text, titles)) : null;
  const dash = DASH_HEAD.exec(text);
  let i = 0;
  if (dash !== null) {
    edit(w, 'dash', dash[0], '——');
    i = dash[0].length;
  }
  let copied = i;
  const flush = (upTo: number): void => {
    if (upTo > copied) write(w, text.slice(copied, upTo));
  };
  for (; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    // Plain Han and the marks beside it: the run is copied whole.
    if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x30 && c <= 0x39) || c === 0xff0c || c === 0x3001 || c === 0x3002) continue;
    if (isSpace(c)) {
      let j = i + 1;
      while (j < text.length && isSpace(text.charCodeAt(j))) j += 1;
      flush(i);
      const kept = names !== null && i > names[0] && i < names[1];
      writeSpaces(w, text, i, j, kept && mode === 'body' ? 'keep' : mode);
      copied = j;
      i = j - 1;
      continue;
    }
    const to = replacement(w, text, i, c, widen, copied);
    if (to === null) continue;
    flush(i);
    edit(w, to.kind, text[i] as string, to.to);
    copied = i + 1;
  }
  flush(text.length);
}

interface Replacement {
  readonly kind: ChangeKind;
  readonly to: string;
}

const REMOVED_ZERO: Replacement = { kind: 'zero-width', to: '' };
const REMOVED_CONTROL: Replacement = { kind: 'control', to: '' };

function replacement(w: Writer, text: string, i: number, c: number, widen: ReadonlySet<number> | null, copied: number): Replacement | null {
  const before = i > copied ? text.charCodeAt(i - 1) : w.last;
  if (c < 0x80) {
    if (c === 0x28) return widen?.has(i) ? { kind: 'bracket', to: '（' } : null;
    if (c === 0x29) return widen?.has(i) ? { kind: 'bracket', to: '）' } : null;
    if (c === 0x2c || c === 0x2e || c === 0x3a || c === 0x3b || c === 0x3f || c === 0x21) {
      const to = widened(text, i, before);
      return to === null ? null : { kind: 'mark', to };
    }
    return isControl(c) ? REMOVED_CONTROL : null;
  }
  if (isControl(c)) return REMOVED_CONTROL;
  // A joiner between the parts of an emoji is a part of it.
  if (isZeroWidth(c)) return c === 0x200d && (before >= 0xd800 && before <= 0xdfff || before === 0xfe0f) ? null : REMOVED_ZERO;
  if (c >= 0xd800 && c <= 0xdfff) return loneSurrogate(text, i, c) ? { kind: 'surrogate', to: '\ufffd' } : null;
  if ((c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a)) return { kind: 'width', to: String.fromCharCode(c - 0xfee0) };
  if (c === 0xff0e) return isDigit(before) && isDigitAny(text.charCodeAt(i + 1)) ? { kind: 'width', to: '.' } : null;
  if (c === 0x2022 || c === 0x30fb || c === 0x2027) return isHan(before) && isHan(text.charCodeAt(i + 1)) ? { kind: 'interpunct', to: '·' } : null;
  if ((c >= 0x2e80 && c <= 0x2fdf) || (c >= 0xf900 && c <= 0xfaff)) {
    const to = radicalToHan(text[i] as string);
    return to === null ? null : { kind: 'compatibility', to };
  }
  return null;
}

function isDigitAny(c: number): boolean {
  return isDigit(c) || (c >= 0xff10 && c <= 0xff19);
}

function loneSurrogate(text: string, i: number, c: number): boolean {
  if (c <= 0xdbff) {
    const next = text.charCodeAt(i + 1);
    return !(next >= 0xdc00 && next <= 0xdfff);
  }
  const previous = text.charCodeAt(i - 1);
  return !(previous >= 0xd800 && previous <= 0xdbff);
}

function follows(earlier: Change, later: Change): boolean {
  return later.at >= earlier.at + earlier.to.length;
}

/** The raw line again: the changes of one line, in the order they were listed, undone from the last to the first. */
export function undoChanges(clean: string, changes: readonly Change[]): string {
  let text = clean;
  let end = changes.length;
  while (end > 0) {
    // A run of changes each to the right of the one before is undone in one copy, so that long lines stay linear.
    let start = end - 1;
    while (start > 0 && follows(changes[start - 1] as Change, changes[start] as Change)) start -= 1;
    const parts: string[] = [];
    let at = 0;
    for (let k = start; k < end; k += 1) {
      const { at: place, from, to } = changes[k] as Change;
      if (text.slice(place, place + to.length) !== to) throw new RangeError(`change ${k} does not fit the line it was made on`);
      parts.push(text.slice(at, place), from);
      at = place + to.length;
    }
    parts.push(text.slice(at));
    text = parts.join('');
    end = start;
  }
  return text;
}
