// What the stages noticed → diagnostics with a place and ready Chinese words.
// Lines and flows speak in refs and offsets of their display text; here they
// become places of the document (DESIGN, Errors 2).
import type { Node } from 'prosemirror-model';
import type { Diagnostic, DiagnosticCode, Place, Severity, TextPlace } from './diagnostic';
import type { BlockOrigin, BlockRef, Paragraph } from './flow/flow';
import type { FlowNotice } from './flow/flow-article';
import type { LineIssue } from './line/line';
import { nameOfArticle } from './model/article-name';
import { emptyFieldText, fieldName, isLevelUntold, renderField } from './model/fields';
import { offSheet } from './model/off-sheet';
import type { Edition, FieldPath, Meeting, Package } from './model/package';
import { pageNamer } from './model/page-name';
import { quoted } from './model/quote';
import type { NoteAttrs } from './model/schema';
import type { Composed, Overset } from './page/compose-sheets';
import type { Fragment, Page } from './page/frame';

export interface Excerpts {
  readonly pkg: Package;
  readonly origins: ReadonlyMap<BlockRef, BlockOrigin>;
  /** What a 1-based page is called: 第2页, a newspaper's by its own count 第3版. */
  readonly nameOf: (page: number) => string;
}

const FIELD_NAMES: Readonly<Record<FieldPath, string>> = {
  'deck.over': '引题', 'deck.main': '主题', 'deck.sub': '副题', 'head.occasion': '会议名称行', 'head.date': '日期', 'head.speaker': '报告人', 'head.salutation': '称谓',
};

/** Names of pages for Excerpts: those of a newspaper, whose 版次 `numbers` are, as it calls them (page-name.ts). */
export function pageNames(numbers: readonly number[], { kind, paper }: Pick<Edition, 'kind' | 'paper'>): Excerpts['nameOf'] {
  const nameOf = pageNamer(paper);
  return (page) => (kind === 'newspaper' ? nameOf(numbers[page - 1] ?? page) : `第${page}页`);
}

/** Omitted ranges and fields without a value. */
export function flowDiagnostics(notices: readonly FlowNotice[], excerpts: Excerpts): Diagnostic[] {
  return notices.map((notice): Diagnostic => {
    const at = textPlace(notice.ref, notice.from, notice.to, excerpts);
    const quote = at === null ? '' : quoted(at.excerpt);
    return notice.kind === 'omitted'
      ? { severity: 'info', code: 'omitted', message: `本版式略去${quote}`, at, suggestion: null }
      : { severity: 'warning', code: 'field-empty', at, ...emptyWords(notice.detail, excerpts.pkg.meeting) };
  });
}

/** What a field without a value asks for. 市委, 省政协 come from the place's own last character: a place that has none of them is there, but does not tell. */
function emptyWords(path: string, meeting: Meeting): Pick<Diagnostic, 'message' | 'suggestion'> {
  return isLevelUntold(path, meeting)
    ? { message: `地名“${meeting.place ?? ''}”看不出是省、市、县还是区，文中“市委、省政协”一类由它而来的词印作待填`, suggestion: '在“会议信息”中把地名写全，如“某某市”“某某县”，或在文中直接改' }
    : { message: `会议信息缺“${fieldName(path)}”，此处印作待填`, suggestion: '在“会议信息”中补上' };
}

/** Everything the shaper and the breaker noticed in what stands on the pages; each issue once, on the page where its line is. */
export function lineDiagnostics(pages: readonly Page[], excerpts: Excerpts): Diagnostic[] {
  const out: Diagnostic[] = [];
  const said = new Set<LineIssue>();
  pages.forEach((page, index) => {
    for (const { fragments } of page.frames) {
      for (const fragment of fragments) {
        for (const issue of fragment.set.issues) {
          const here = issue.line === null ? fragment.first === 0 : issue.line >= fragment.first && issue.line < fragment.end;
          if (!here || said.has(issue)) continue;
          said.add(issue);
          out.push(lineDiagnostic(issue, fragment, index + 1, excerpts));
        }
      }
    }
  });
  return out;
}

function lineDiagnostic(issue: LineIssue, fragment: Fragment, page: number, excerpts: Excerpts): Diagnostic {
  const { paragraph } = fragment.set;
  const at = placeOf(paragraph, issue, fragment, excerpts);
  const where = excerpts.nameOf(page);
  const { severity, message, suggestion } = words(issue, where, paragraph.text.slice(issue.from, issue.to), paragraph.text);
  return { severity, code: issue.code satisfies DiagnosticCode, message, at, suggestion };
}

/** Details of substitutions are `what family`: a character or a role, a blank, the family that stands in. */
function family(detail: string): string {
  return detail.slice(detail.indexOf(' ') + 1);
}

function shorten(text: string): string {
  return text.length > QUOTE ? `${text.slice(0, QUOTE)}…` : text;
}

/** Characters of a line that a message quotes. */
const QUOTE = 24;

/** Characters beside a place, by which it is found. */
const BESIDE = 6;
/** Emoji, arrows, ticks: pictures that no Chinese face has. */
const PICTURE = /\p{Extended_Pictographic}|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff]|\ufe0f|\u200d/u;

/** The words round a place, never half of a character. */
function contextOf(text: string, from: number, to: number): string {
  const before = Array.from(text.slice(0, from)).slice(-BESIDE).join('');
  return `${before}${text.slice(from, to)}${Array.from(text.slice(to)).slice(0, BESIDE).join('')}`;
}

function words(issue: LineIssue, where: string, text: string, paragraphText: string): { severity: Severity; message: string; suggestion: string | null } {
  const { detail } = issue;
  const quote = shorten(text);
  switch (issue.code) {
    case 'glyph-missing': return { severity: 'error', message: `${where}${quoted(contextOf(paragraphText, issue.from, issue.to))}里的“${detail}”在所有字体中都没有字形，印不出来`, suggestion: PICTURE.test(detail) ? `用“查找和替换”（Ctrl+H）把“${detail}”删去，或换成文字` : '安装含有此字的字体，或改用别的字' };
    case 'glyph-substituted': return { severity: 'warning', message: `${where}的“${detail.slice(0, detail.indexOf(' '))}”缺字，改用“${family(detail)}”`, suggestion: null };
    case 'field-substituted': return { severity: 'warning', message: `${where}的${quoted(shorten(paragraphText))}缺“${detail.slice(0, detail.indexOf(' '))}”字，整行改用“${family(detail)}”`, suggestion: null };
    case 'font-missing': return { severity: 'error', message: `没有可用的字体：${detail}`, suggestion: '运行安装程序补齐字体' };
    case 'role-substituted': return { severity: 'warning', message: `${detail.slice(0, detail.indexOf(' '))}没有可用的字体，用“${family(detail)}”代替`, suggestion: null };
    case 'embolden-synthetic': return { severity: 'info', message: `${where}的${quoted(quote)}为合成加粗`, suggestion: null };
    case 'line-overfull': return { severity: 'warning', message: `${where}有一行排不下，已在版心内硬排：${quoted(quote)}`, suggestion: '改动此处文字或标点' };
    case 'line-loose': return {
      severity: Number(detail) > 0.25 ? 'warning' : 'info',
      message: `${where}有一行字距偏大（${Number(detail).toFixed(2)} 字）：${quoted(quote)}`, suggestion: '此段放松或收紧一行，或略改文字',
    };
    case 'last-line-short': return { severity: 'warning', message: `${where}有一段末行只有一个字：${quoted(quote)}`, suggestion: '略改此段文字' };
    case 'looseness-refused': return { severity: 'warning', message: `此段${detail.endsWith('names') ? '不拆开人名就' : ''}无法${detail.startsWith('-') ? '收紧' : '放松'}：${quoted(quote)}`, suggestion: '换一段调整' };
    case 'title-break': return { severity: 'warning', message: `标题在词语中间折行：${quoted(quote)}`, suggestion: '在合适处按 Shift+Enter 手工换行' };
  }
}

/** Broken rules at a page's end, and text that found no frame. */
export function pageDiagnostics(composed: Composed, { pkg, nameOf }: Excerpts): Diagnostic[] {
  const overset = composed.overset.map((over): Diagnostic => {
    const title = nameOfArticle(pkg, over.article);
    return { severity: 'error', code: 'frame-overset', ...oversetWords(over, title, nameOf), at: titlePlace(over.article, title) };
  });
  const faults = composed.faults.map(({ page, kind, rect }): Diagnostic => {
    const size = composed.pages[page - 1]?.size ?? { width: 0, height: 0 };
    const at: Place = { page, rect: rect ?? { x: 0, y: 0, ...size } };
    const where = nameOf(page);
    switch (kind) {
      case 'stray': return { severity: 'warning', code: 'stray-line', message: `${where}之后，一段的末行单独落在下一页（栏）的开头`, at, suggestion: '把该段收紧或放松一行' };
      case 'heading': return { severity: 'warning', code: 'heading-stranded', message: `${where}末尾是标题，后面没有正文`, at, suggestion: '调整前文或在标题前换页' };
      case 'lead': return { severity: 'warning', code: 'heading-stranded', message: `${where}有一栏末尾只有段首的小标题，它的正文到了下一栏`, at, suggestion: '把该栏前面的一段放松或收紧一行' };
      case 'short': return { severity: 'info', code: 'page-underfull', message: `${where}没有排满：整段或标题移到了下一页`, at, suggestion: '把前面的一段放松一行' };
      case 'jump': return { severity: 'error', code: 'jump-broken', message: `${where}的转接版文字找不到另一头`, at, suggestion: '重新排版，或检查续文所在的版' };
      case 'tail': return { severity: 'warning', code: 'column-tail', message: `${where}有一篇的末栏不足 3 行`, at, suggestion: '把该篇放松或收紧几行' };
      case 'hole': return { severity: 'warning', code: 'column-tail', message: `${where}有一栏没有排到底，空了 3 行以上`, at, suggestion: '把该栏的一段放松一行' };
      case 'gap': return { severity: 'warning', code: 'column-tail', message: `${where}有一栏的小标题前空了 3 行以上`, at, suggestion: '把该栏的一段放松一行，或换一个方案' };
      case 'low': return { severity: 'error', code: 'frame-overset', message: `${where}有一行比版心还高，伸出了下边`, at, suggestion: '改小此行的字号，或加高版心' };
    }
  });
  const unboxed = composed.unboxed.map((id): Diagnostic => {
    const title = nameOfArticle(pkg, id);
    return { severity: 'info', code: 'box-unfit', message: `稿件${quoted(title)}太长，一个版放不下它的围框，改为不加框`, at: titlePlace(id, title), suggestion: '删减文字，或换更大的版' };
  });
  return [...overset, ...faults, ...unboxed];
}

/** 余 N 行: how much is over, and what would mend it (N-34, issue 7 §3). */
function oversetWords({ page, lines, characters, measure, what, isFullWidth }: Overset, title: string, nameOf: Excerpts['nameOf']): Pick<Diagnostic, 'message' | 'suggestion'> {
  const where = page === null ? '' : `${nameOf(page)}的`;
  const wide = isFullWidth === true ? '' : '加宽一栏、';
  const cut = `${wide}转到后面的版，或标出约 ${characters} 字见报略`;
  switch (what) {
    case 'deck': return { message: `${where}${quoted(title)}标题排不下，余 ${lines} 行`, suggestion: `把标题区加高 ${lines} 行，或把标题改短` };
    case 'box': return { message: `${where}${quoted(title)}在围框里排不下，余 ${lines} 行（每行 ${measure} 字）`, suggestion: `把围框加高${isFullWidth === true ? '' : '或加宽一栏'}，或标出约 ${characters} 字见报略` };
    case 'text': return { message: `${where}${quoted(title)}排不下，余 ${lines} 行（每行 ${measure} 字，约 ${characters} 字）`, suggestion: cut };
  }
}

function titlePlace(article: string, title: string): TextPlace {
  return { article, block: null, field: 'deck.main', from: 0, to: title.length, line: null, excerpt: title };
}

function placeOf(paragraph: Paragraph, issue: LineIssue, fragment: Fragment, excerpts: Excerpts): TextPlace | null {
  const from = documentOffset(paragraph, issue.from);
  const to = documentOffset(paragraph, Math.max(issue.from, issue.to - 1));
  if (from === null) return null;
  return textPlace(fragment.block.ref, from, Math.max(from + 1, (to ?? from) + 1), excerpts);
}

/** Block offset of a display offset; null in generated text with none after it. */
function documentOffset(paragraph: Paragraph, offset: number): number | null {
  for (const span of paragraph.spans) {
    if (span.to <= offset && span !== paragraph.spans[paragraph.spans.length - 1]) continue;
    if (span.source.kind === 'text') return span.source.at + Math.max(0, Math.min(offset, span.to) - span.from);
    if (span.source.kind === 'atom') return span.source.at;
  }
  return null;
}

const EXCERPT = 40;

/**
 * What stands at positions `from` to `to` of a block: characters, a field's value, □ another atom, a line's end between
 * two cells (DESIGN: offsets run on over the cells). Only what is asked for is taken: a block may be a whole book.
 */
function textAt(block: Node, from: number, to: number, meeting: Meeting): string {
  let text = '';
  let at = 0;
  let cells = 0;
  const add = (size: number, piece: (start: number, end: number) => string): void => {
    if (at < to && at + size > from) text += piece(Math.max(0, from - at), Math.min(size, to - at));
    at += size;
  };
  const visit = (child: Node): void => {
    if (child.isTextblock && cells++ > 0) add(1, () => '\n');
    if (child.isText) add(child.nodeSize, (start, end) => child.text!.slice(start, end));
    else if (child.isLeaf) add(1, () => leafText(child, meeting));
  };
  block.descendants((child) => {
    visit(child);
    return at < to;
  });
  return text;
}

function leafText(leaf: Node, meeting: Meeting): string {
  if (leaf.type.name === 'hard_break') return '\n';
  if (leaf.type.name !== 'field') return '□';
  const { path, form } = leaf.attrs as { path: string; form: string };
  return renderField(path, form, meeting) ?? emptyFieldText(path);
}

function textPlace(ref: BlockRef, from: number, to: number, { pkg, origins }: Excerpts): TextPlace | null {
  const origin = origins.get(ref);
  if (origin === undefined || origin.kind === 'generated') return null;
  const article = pkg.articles.find((one) => one.id === origin.article);
  if (article === undefined) return null;
  const node = origin.kind === 'field' ? article.fields[origin.field as FieldPath]?.firstChild : article.doc.maybeChild(origin.index);
  const text = node === null || node === undefined ? '' : textAt(node, from, to, pkg.meeting);
  const name = origin.kind === 'field' ? FIELD_NAMES[origin.field as FieldPath] : null;
  return {
    article: article.id, block: origin.kind === 'field' ? null : origin.index, field: origin.kind === 'field' ? origin.field : null, from, to, line: null,
    excerpt: text === '' && name !== null ? name : text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text,
  };
}

/** What is wrong with an edition as a whole: explanations of terms that it lacks, a master beyond its sheet, the paper's own furniture. */
export function editionDiagnostics(edition: Edition, notes: readonly NoteAttrs[]): Diagnostic[] {
  const out = notes.filter((note) => note.text.trim() === '').map((note): Diagnostic => ({
    severity: 'warning', code: 'note-undefined', message: `名词${quoted(note.term)}还没有解释`, at: null, suggestion: '补上解释，或删去这处注号',
  }));
  const off = offSheet(edition.master);
  if (off !== null) {
    const { width, height } = edition.master;
    out.push({
      severity: 'error', code: 'master-exceeds-sheet', message: `版式“${edition.name}”印到了纸外：${off}`, at: { page: 1, rect: { x: 0, y: 0, width, height } },
      suggestion: '改小版心（字数、行数、边空），或换用较大的纸',
    });
  }
  if (edition.kind === 'newspaper' && edition.paper === null) {
    out.push({ severity: 'info', code: 'masthead-missing', message: '版式里没有报纸信息，不印报头和报眉', at: null, suggestion: null });
  }
  return out;
}
