// The door of the recogniser: raw text → articles. Its steps are its files:
// lines, their clean form and facts, noise, the role of every line decided over
// the whole text, drafts of articles, pieces joined, headings. Pure: the text is
// a string (src/node/decode-text.ts makes it from bytes).
import { assemble, type Assembly } from './assemble';
import { askBareHeads, joinBareHeads } from './bare-heads';
import type { Change } from './change';
import { cleanLine, type SpaceMode } from './clean-line';
import { BESIDE } from './columns';
import { LIKELY_COLUMN } from './column-labels';
import { cutDrafts, freeListed, kindOf, mergeMidHeadlines, partLongHeads, withoutCovers, type Draft, type Page } from './drafts';
import { markFragments } from './fragments';
import { markHeadRuns } from './head-runs';
import { withoutMargin } from './layout-margin';
import { markSchedule } from './schedule-lines';
import { dropJumpNotes, JUMP_NOTE, rejoinJumps, withoutNote } from './jumps';
import { dropFalseLabels, endsOpen, factsOf, markLoose, markOutdented, markRows, markWrapped, mendBrokenLabels, widthOf, wrapMeasure, type LineFacts } from './line-facts';
import type { LineHint, LineHints } from './line-hints';
import { lineReasons } from './line-reasons';
import { codeLines, isPageName } from './markup';
import { measureOf } from './measure';
import { markNameLists, spaceNames } from './name-lists';
import { noiseReason } from './noise';
import { CONTENTS, markPageNoise } from './page-noise';
import { openEnds } from './open-ends';
import { unmark } from './unmark';
import type { Unmarked } from './unmarked-line';
import type { ReadLine } from './read-line';
import type { Join, Noise, Recognition, Unassigned } from './recognition';
import { isFormLine, isSlogan, isSpacedOut, Role } from './roles';
import { lateSections, strayedSections } from './section-order';
import { decideRoles } from './sequence';
import { attachSignatures } from './signatures';
import { lineEndsOf, splitLines, type SourceLines } from './source-lines';
import { nameLength, speakerLine } from './speaker';
import { moveStrays } from './stray-pieces';

/** Recognises the structure of a text. Never throws on any text; an empty one has no article. `hints`: what a file shows beyond its characters. */
export function recognise(text: string, hints: LineHints = NO_HINTS): Recognition {
  const source = splitLines(text);
  const raw = (line: number): string => text.slice(source.starts[line - 1], source.ends[line - 1]);
  const changes = new Map<number, Change[]>();
  const noise: Noise[] = [];
  // What a file shows of its lines it shows without marks.
  const unmarked = hints.size > 0 ? null : unmark(source.count, raw);
  const lines = readLines(source, raw, unmarked, changes, noise, hints);
  const page: Page = { lines, roles: decideRoles(lines), measure: wrapMeasure(lines) };
  const unassigned: Unassigned[] = [];
  const notes = new Set<number>();
  const covers = new Set<number>();
  const turn = lines.find(({ line }) => source.right.has(line));
  if (turn !== undefined) unassigned.push({ line: turn.line, reason: BESIDE });
  for (const { line, why } of noise) if (why === LIKELY_COLUMN) unassigned.push({ line, reason: LIKELY_COLUMN });
  const drafts = draftsOf(page, unassigned, notes, covers);
  const titles = spacedTitles(page);
  const texts = lines.map((facts, i) => finalText(page, titles, facts, i, raw, unmarked, changes));
  for (const [places, why] of [[notes, JUMP_NOTE], [covers, COVER]] as const) {
    for (const { line } of [...places].map((i) => lines[i] as LineFacts)) {
      noise.push({ line, text: raw(line), why });
      changes.delete(line);
    }
  }
  const joins: Join[] = [];
  const assembly: Assembly = { page, texts, changes, joins, ends: openEnds(page, drafts) };
  const articles = drafts.map((draft, i) => assemble(assembly, draft, `a${i + 1}`));
  for (const { line, reason } of [...articles.flatMap(lateSections), ...strayedSections(articles)]) if (unassigned.every((one) => one.line !== line)) unassigned.push({ line, reason });
  return {
    lineCount: source.count,
    lineEnds: lineEndsOf(text, source),
    articles,
    joins: joins.sort((a, b) => a.beforeLine - b.beforeLine || a.afterLine - b.afterLine),
    noise: noise.sort((a, b) => a.line - b.line),
    changes: [...changes.keys()].sort((a, b) => a - b).flatMap((line) => changes.get(line) as Change[]),
    unassigned: unassigned.sort((a, b) => a.line - b.line),
    lineReasons: lineReasons({ page, articles, joins, noise, unassigned }),
  };
}

/** The reason of a cover's lines. */
const COVER = '封面：后面另有同一题目的正文';

const NO_HINTS: LineHints = new Map();

/** A line as it was read, with its changes so far. */
interface SourceLine extends ReadLine {
  readonly line: number;
  readonly own: readonly Change[];
  readonly hint: LineHint | null;
}

/** Clean lines with their facts; blank lines and noise are taken out. */
function readLines(source: SourceLines, raw: (line: number) => string, unmarked: Unmarked | null, changes: Map<number, Change[]>, noise: Noise[], hints: LineHints): LineFacts[] {
  const read = withoutMargin(columnsApart(sourceLines(source, raw, unmarked, changes, hints), source.right));
  const measure = measureOf(read.filter((line) => line.why === null));
  markPageNoise(read, measure);
  const lines: LineFacts[] = [];
  let blanks = 0;
  let isBehindContents = false;
  for (const { line, text, indent, own, why, blanksBefore, hint: shownBy } of read) {
    // Behind the contents the paper itself begins.
    const hint: LineHint | null = isBehindContents && why === null ? { ...shownBy, newPage: true } : shownBy;
    blanks += blanksBefore;
    // What a file sets as a title, a heading or a row is no furniture of a page.
    if (why !== null && (unmarked?.get(line)?.why !== undefined || (hint?.title === undefined && hint?.heading?.sure !== true && hint?.row !== true && hint?.kept !== true))) {
      noise.push({ line, text: raw(line), why });
      isBehindContents = why === CONTENTS;
      continue;
    }
    if (own.length > 0) changes.set(line, [...own]);
    const spaces = own.find(({ kind }) => kind === 'indent')?.from;
    // What stands at the margin of a page that was laid out has no indent.
    const indented = spaces !== undefined && /[\u3000\u2003\t]|\s{2}/.test(spaces) && (indent >= 2 || indentOf(spaces) < 2);
    lines.push(factsOf(line, text, indented || hint?.indented === true, lines.length === 0 ? 0 : Math.max(blanks, hint?.newPage === true ? 2 : 0), hint, indent));
    blanks = 0;
    isBehindContents = false;
  }
  markWrapped(lines, measure);
  markFragments(lines, measure);
  markNameLists(lines);
  markRows(lines);
  markOutdented(lines);
  mendBrokenLabels(lines);
  dropFalseLabels(lines);
  markLoose(lines);
  markHeadRuns(lines);
  markSchedule(lines);
  return lines;
}

/** The lines of the right column behind those of the left one, a run of such lines at a time. */
function columnsApart(lines: SourceLine[], right: ReadonlySet<number>): SourceLine[] {
  if (right.size === 0) return lines;
  const out: SourceLine[] = [];
  let from = 0;
  while (from < lines.length) {
    const at = lines.findIndex(({ line }, i) => i >= from && right.has(line));
    if (at < 0) break;
    // The first left half stands right before; lines of one half alone belong to the run while another right one follows.
    const first = Math.max(from, at - 1);
    let end = at;
    for (let i = at; i < lines.length && i - end <= MOST_ALONE; i += 1) if (right.has((lines[i] as SourceLine).line)) end = i;
    // Behind the last line of both columns the left one may go on alone.
    const lefts = lines.slice(first, end).filter(({ line }) => !right.has(line));
    const widest = Math.max(...lefts.map(({ width }) => width));
    let last = lefts.at(-1);
    while (last?.open === true && end + 1 < lines.length && lines[end + 1]?.blanksBefore === 0 && (lines[end + 1] as SourceLine).width <= widest + 2) {
      end += 1;
      last = lines[end];
    }
    const run = lines.slice(first, end + 1);
    const close = (line: SourceLine, i: number): SourceLine => (i === 0 && !right.has(line.line) ? line : { ...line, blanksBefore: 0 });
    out.push(...lines.slice(from, first), ...run.filter(({ line }) => !right.has(line)).map(close), ...run.filter(({ line }) => right.has(line)).map(close));
    from = end + 1;
  }
  return [...out, ...lines.slice(from)];
}

/** Lines of one column alone between two of both. */
const MOST_ALONE = 5;

/** All lines that hold text, each with what shows by itself. */
function sourceLines({ count, starts, ends }: SourceLines, raw: (line: number) => string, unmarked: Unmarked | null, changes: Map<number, Change[]>, hints: LineHints): SourceLine[] {
  const lines: SourceLine[] = [];
  const code = codeLines(count, raw);
  let blanks = 0;
  for (let line = 1; line <= count; line += 1) {
    const marks = unmarked?.get(line);
    const source = marks?.text ?? raw(line);
    const own: Change[] = marks === undefined ? [] : [...marks.changes];
    const hint = hints.get(line) ?? marks?.hint ?? null;
    const text = hint?.row === true ? source : cleanLine(source, line, 'read', own);
    if (text === '' && marks?.why === undefined) {
      if (own.length > 0) changes.set(line, own);
      // A line of nothing but tags is none that a reader sees, nor is what a row of several lines leaves.
      const isRest = line > 1 && starts[line - 1] === ends[line - 2];
      if (!isRest && (own.length === 0 || !own.every(({ kind }) => kind === 'markup' || kind === 'indent' || kind === 'trailing-space') || !own.some(({ kind }) => kind === 'markup'))) blanks += 1;
      continue;
    }
    const compact = text.length > 200 ? text : text.replace(/\s/g, '');
    const indent = indentOf(own.find(({ kind }) => kind === 'indent')?.from ?? '');
    const width = text.length > 200 ? text.length * 2 : widthOf(compact);
    // What the file itself shows as a heading or a row is no furniture.
    const shown = hint?.row === true || hint?.heading?.sure === true || hint?.kept === true;
    lines.push({ line, text, compact, own, hint, shown, indent, blanksBefore: blanks, width: width + indent, count: compact.length * 2 + indent, open: endsOpen(text), why: marks?.why ?? (shown ? null : code.has(line) ? '网页代码的残留' : noiseReason(compact, text)) });
    blanks = 0;
  }
  return withoutPageName(lines, raw);
}

/** Lines behind a page's name in which its headline stands. */
const HEADLINE_REACH = 400;

/** A page's name is left out where its words stand in the page as well, the name of the site behind them or not. */
function withoutPageName(lines: SourceLine[], raw: (line: number) => string): SourceLine[] {
  const at = lines.findIndex(({ line, why, text }, i) => i < HEADLINE_REACH && why === null && text.length <= 200 && isPageName(raw(line)));
  if (at < 0) return lines;
  const name = (lines[at] as SourceLine).compact;
  const bare = name.replace(/(?:[-_|—–][^-_|—–]{2,20})+$/, '');
  const below = lines.slice(at + 1, at + 1 + HEADLINE_REACH).filter(({ text }) => text.length <= 200).map(({ compact }) => compact).join('');
  const isOver = lines.slice(at + 1, at + 1 + HEADLINE_REACH).some(({ line }) => raw(line).length <= 2000 && /<h1\b/i.test(raw(line)));
  return isOver || below.includes(name) || (bare.length >= 4 && below.includes(bare)) ? lines.map((one, i) => (i === at ? { ...one, why: PAGE_NAME } : one)) : lines;
}

const PAGE_NAME = '网页的名称，正文里另有标题';

/** Width of the white space before a line in half ems; a tab counts as two characters. */
function indentOf(spaces: string): number {
  let width = 0;
  for (const c of spaces) width += c === '\u3000' || c === '\u2003' ? 2 : c === '\t' ? 4 : c === ' ' || c === '\u00a0' ? 1 : 0;
  return width;
}

function draftsOf(page: Page, unassigned: Unassigned[], notes: Set<number>, covers: Set<number>): Draft[] {
  const cut = joinBareHeads(page, partLongHeads(page, attachSignatures(page, cutDrafts(page)), unassigned), unassigned);
  freeListed(page, cut);
  for (const draft of cut) setKind(page, draft);
  const merged = mergeMidHeadlines(page, withoutCovers(page, cut, covers));
  const moved = [...dropJumpNotes(page, moveStrays(page, [...rejoinJumps(page, merged, notes)], unassigned), notes)];
  askBareHeads(page, moved, unassigned);
  const asked = unassigned.filter(({ line }) => ![...notes].some((i) => (page.lines[i] as LineFacts).line === line));
  unassigned.splice(0, unassigned.length, ...asked);
  return moved;
}

function setKind(page: Page, draft: Draft): void {
  const { kind, reason } = kindOf(page, draft);
  draft.kind = kind;
  draft.reasons.push(reason);
}

const PHRASES = /^\s*[\u4e00-\u9fff“”·]{4,14}(?:[ \u3000]{1,2}[\u4e00-\u9fff“”·]{4,14}){1,3}$/;

const TWO_FIELDS = /[：:].*\s[\u4e00-\u9fff]{2,6}[：:]/;
/** 2.1, 2.1.3 before the words of a heading. */
const DECIMAL_NUMBER = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[\u4e00-\u9fff“《]/;

const TABLE_NUMBER = /^附?表\s?[\d一二三四五六七八九十]{1,3}(?:[-—]\d{1,2})?\s/;

/** How spaces are taken in a line of this role (N-13, P-31). */
function spaceMode(page: Page, facts: LineFacts, i: number): SpaceMode {
  if (facts.row) return facts.tight ? 'tight' : 'row';
  // 上午9:00　开幕会: the blank parts the time from what is done.
  if (facts.scheduled) return 'keep';
  // （一）突出政治性 把准方向: phrases of a heading that its blank parts.
  if (facts.label !== null && !facts.loose && facts.short && PHRASES.test(facts.text.slice(facts.label.length))) return 'keep';
  // 表1 履职情况: the blank behind the number is the title's own.
  if (page.lines[i + 1]?.row === true && TABLE_NUMBER.test(facts.text)) return 'keep';
  // 联系人：何田　联系电话：…: two fields on one line.
  if (isFormLine(facts) && !facts.loose && TWO_FIELDS.test(facts.text)) return 'keep';
  // 2.1 链条不长: the blank parts the number from its heading or item.
  if ((page.roles[i] === Role.subhead || facts.short) && !facts.loose && DECIMAL_NUMBER.test(facts.text)) return 'keep';
  switch (page.roles[i]) {
    case Role.title: return isSpacedOut(facts.text) ? 'squeeze' : facts.loose && !isSlogan(facts) ? 'body' : 'keep';
    case Role.sub: return facts.loose ? 'body' : 'keep';
    // 何　田 is one name; 区长　展昭 are two words, though they are as short.
    case Role.speaker: return nameLength(facts.compact) <= 4 && speakerLine(facts.text) === 'name' ? 'squeeze' : 'keep';
    case Role.date: return 'keep';
    default: return 'body';
  }
}

/** Headlines of the text whose phrases a blank parts, as they are written. */
function spacedTitles(page: Page): readonly string[] {
  return page.lines.filter((facts, i) => page.roles[i] === Role.title && facts.text !== facts.compact && isSlogan(facts) && !facts.loose).map(({ text }) => text);
}

/** The clean text in the mode of the line's role; only lines that hold spaces are cleaned again. */
function finalText(page: Page, titles: readonly string[], facts: LineFacts, i: number, raw: (line: number) => string, unmarked: Unmarked | null, changes: Map<number, Change[]>): string {
  if (facts.hint?.row === true) return facts.text;
  if (facts.text === facts.compact && !facts.names && facts.cut === null && (facts.short || !/\s/.test(facts.text))) return facts.text;
  const marks = unmarked?.get(facts.line);
  const own: Change[] = marks === undefined ? [] : [...marks.changes];
  const clean = cleanLine(marks?.text ?? raw(facts.line), facts.line, spaceMode(page, facts, i), own, titles);
  const text = facts.names ? spaceNames(clean, facts.line, own) : facts.cut === null ? clean : withoutNote(clean, facts.line, facts.cut, own);
  if (own.length > 0) changes.set(facts.line, own);
  else changes.delete(facts.line);
  return text;
}
