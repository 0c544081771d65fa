// One article → block-level XML: its title block in printed order, then its blocks,
// each a paragraph in the style of its role, headings numbered by Word's own list
// (lists.ts), tables as tables. A block of which the edition prints nothing is not
// there. What the styles cannot tell again (a restart that changes nothing, what an
// edition asked of a block) is a hidden bookmark at the paragraph's start.
import type { Node } from 'prosemirror-model';
import type { ParagraphStyle } from '../../core/flow/flow';
import { stageLine } from '../../core/flow/flow-article';
import { headingStyle } from '../../core/flow/flow-block';
import { hasOmission } from '../../core/model/conserved-text';
import { readLabel } from '../../core/import/label';
import { headOf } from '../../core/model/numbering';
import { emptyFieldText, renderField } from '../../core/model/fields';
import type { Article, Edition, FieldPath, Package } from '../../core/model/package';
import { placeholderText } from '../../core/model/placeholder';
import type { Adjust, HeadAttrs, ParagraphAttrs, PlaceholderAttrs } from '../../core/model/schema';
import type { StyleName } from '../../core/model/look';
import { BLOCK_STYLES, FIELD_STYLES, HEADING_STYLES, MADE_STYLES, RUN_IN_STYLES } from '../own-names';
import { inlineRuns, leavesOut, paragraphChange, trackedChange, wholeChange, type Writing } from './inline-runs';
import type { DocxLayout } from './layout';
import { plainRun } from './run';
import type { Styles } from './styles';
import { titleKey } from './layout';
import { type Lists, numbered, UNNUMBERED } from './lists';
import { ownBookmark } from './own-item';
import { alignment, twips } from './text-format';
import { element, valued } from './xml';

export interface BodyWriting extends Writing {
  readonly edition: Edition['kind'];
  readonly of: Edition;
  readonly lists: Lists;
  readonly layout: DocxLayout;
  /** Twips of the text's width. */
  readonly width: number;
}

const FIELDS: readonly (readonly [FieldPath | 'label' | 'abridged' | 'stage', StyleName])[] = [
  ['label', 'label'], ['deck.over', 'over'], ['deck.main', 'title'], ['deck.sub', 'sub'], ['stage', 'abridged'], ['head.occasion', 'occasion'], ['abridged', 'abridged'],
  ['head.date', 'date'], ['head.speaker', 'speaker'], ['head.salutation', 'salutation'],
];

/** Paragraphs and tables of an article. */
export function articleBody(article: Article, writing: BodyWriting): string[] {
  const out: string[] = [];
  const { styles, of } = writing;
  const mark = bookmark(writing.own.add({ kind: 'article', id: article.id, article: article.kind }), writing);
  let opening = mark;
  const push = (properties: string, runs: string): void => {
    out.push(element('w:p', {}, element('w:pPr', {}, properties), opening, runs));
    opening = '';
  };
  let end: { readonly at: number; readonly look: StyleName } | null = null;
  for (const [part, look] of FIELDS) {
    const from = out.length;
    if (part === 'label') {
      if (article.label !== null) push(valued('w:pStyle', BLOCK_STYLES.label.id), plainRun(article.label));
    } else if (part === 'stage') {
      const stage = article.kind === 'report' ? stageLine(of, writing.pkg.stage) : null;
      if (stage !== null) push(valued('w:pStyle', MADE_STYLES.stage.id), plainRun(stage));
    } else if (part === 'abridged') {
      if (of.abridgedNote && hasOmission(article, of.kind)) push(valued('w:pStyle', MADE_STYLES.abridged.id), plainRun('（摘要）'));
    } else {
      const paragraph = article.fields[part]?.firstChild ?? null;
      if (paragraph === null) continue;
      const host = styles.sheet.paragraph(look);
      const breaks = host.title ? (writing.layout.breaks.get(titleKey(article.id, part)) ?? []) : [];
      const runs = inlineRuns(paragraph, { host, level: null, breaks }, writing);
      if (runs === '' && leavesOut(paragraph, of.kind)) continue;
      push(valued('w:pStyle', FIELD_STYLES[part].id) + paragraphChange(paragraph, writing), part === 'head.speaker' ? spaced(runs) : host.spread ? spread(runs, host.text.size) : runs);
    }
    if (out.length > from && part !== 'head.salutation') end = { at: from, look };
  }
  if (end !== null) out[end.at] = closesHead(out[end.at] ?? '', end.look, styles);
  writing.lists.startArticle();
  const heads = new Heads(writing);
  article.doc.forEach((node, _offset, index) => {
    const head = heads.next(node);
    if (node.type.name === 'table') {
      // A bookmark has no place before a table: it stands in the first cell.
      out.push(table(node, opening, writing));
      opening = '';
      return;
    }
    const level = node.type.name === 'paragraph' ? (head?.level ?? null) : null;
    const host = hostOf(node, head, writing);
    const breaks = host.title ? (writing.layout.breaks.get(titleKey(article.id, index)) ?? []) : [];
    const runs = inlineRuns(node, { host, level, breaks }, writing);
    if (runs === '' && leavesOut(node, of.kind)) return;
    const detail = heads.detail(node);
    const breakBefore = (node.attrs as { adjust: Adjust | null }).adjust?.[of.id]?.breakBefore === true;
    // The last mark holds the section together: it is never one that came or went.
    const change = index === article.doc.childCount - 1 ? '' : paragraphChange(node, writing);
    push(properties(node, head, heads.place, breakBefore) + change, (detail === null ? '' : bookmark(detail, writing)) + runs);
  });
  // A document ends with a paragraph, and two tables need one between them: Word would join them.
  return separated(out, opening);
}

/** The title block's last line, a blank row behind it as the booklet has it, whichever line that is (flow-article.ts). */
function closesHead(paragraph: string, look: StyleName, { sheet, line }: Styles): string {
  const rows = sheet.paragraph('speaker').linesAfter;
  if (sheet.paragraph(look).linesAfter >= rows) return paragraph;
  return paragraph.replace(/<w:pStyle [^>]*>/, (style) => style + element('w:spacing', { 'w:afterLines': rows * 100, 'w:after': Math.round(rows * line) }));
}

function bookmark(detail: number, writing: Writing): string {
  const id = writing.nextId();
  return element('w:bookmarkStart', { 'w:id': id, 'w:name': ownBookmark(detail) }) + element('w:bookmarkEnd', { 'w:id': id });
}

/** A speaker's name of two characters takes a blank between (N-21), which is no part of the name: it stands in a run of its own. */
function spaced(runs: string): string {
  return runs.replace(/<w:t>(\p{Script=Han})(\p{Script=Han})<\/w:t>(?!.*<w:t)/u, (whole, first: string, second: string, at: number) =>
    (runs.indexOf('<w:t') === at ? `<w:t>${first}</w:t></w:r>${SPACE_RUN}<w:r><w:t>${second}</w:t>` : whole));
}

/** A title of two to four characters stands wide (T-37), by Word's own character spacing: its text stays what it is. */
function spread(runs: string, size: number): string {
  const title = /^<w:r><w:t>(\p{Script=Han}{2,4})<\/w:t><\/w:r>$/u.exec(runs)?.[1];
  if (title === undefined) return runs;
  const letters = [...title];
  const gap = [2, 1, 0.5][letters.length - 2] ?? 0;
  return `<w:r><w:rPr>${valued('w:spacing', Math.round(gap * size * 20))}</w:rPr><w:t>${letters.slice(0, -1).join('')}</w:t></w:r><w:r><w:t>${letters.at(-1) ?? ''}</w:t></w:r>`;
}

const SPACE_RUN = '<w:r><w:rPr><w:rStyle w:val="BxSetBreak"/></w:rPr><w:t xml:space="preserve">\u3000</w:t></w:r>';

/** Follows the headings of an article: what number each prints, and whether counting alone would give it. */
class Heads {
  private readonly counts = [0, 0, 0, 0, 0, 0];
  private counted = true;
  place: { readonly list: number; readonly direct: boolean } | null = null;

  constructor(private readonly writing: BodyWriting) {}

  next(node: Node): HeadAttrs | null {
    const head = headOf(node);
    this.place = null;
    this.counted = true;
    if (head === null) return null;
    const { level } = head;
    if (wholeChange(node)?.type.name === 'deleted') {
      // The numbers are those of the text once every change is accepted: one that is struck out stands in the list that goes on, and begins none.
      if (head.numbered && level >= 1 && level <= 4) this.place = this.writing.lists.open();
      return head;
    }
    for (let deeper = level + 1; deeper <= 4; deeper++) this.counts[deeper] = 0;
    if (!head.numbered || level < 1 || level > 4) {
      // A number in the words of an unnumbered heading is its author's: a reader takes one for a list's that was typed.
      this.counted = head.start === null && head.form === null && !head.numbered && readLabel(node.textContent) === null;
      return head;
    }
    const expected = this.counts[level]! + 1;
    const value = head.start ?? expected;
    this.counts[level] = value;
    // A reader takes a start from a number that is not the next one.
    this.counted = head.start === null || head.start !== expected;
    this.place = this.writing.lists.place(head, value);
    return head;
  }

  /** The detail that says what Word's own words do not. */
  detail(node: Node): number | null {
    const { adjust } = node.attrs as { adjust: Adjust | null };
    if (adjust === null && this.counted) return null;
    const head = headOf(node);
    return this.writing.own.add({ kind: 'block', attrs: { ...(adjust === null ? {} : { adjust }), ...(this.counted || head === null ? {} : { start: head.start, numbered: head.numbered, form: head.form }) } });
  }
}

function hostOf(node: Node, head: HeadAttrs | null, { styles }: BodyWriting): ParagraphStyle {
  if (node.type.name === 'heading' && head !== null) return styles.sheet.paragraph(headingStyle(head.level));
  return styles.sheet.paragraph((node.attrs as ParagraphAttrs).align === 'right' ? 'signature' : 'body');
}

function properties(node: Node, head: HeadAttrs | null, place: Heads['place'], breakBefore: boolean): string {
  const align = node.type.name === 'paragraph' ? (node.attrs as ParagraphAttrs).align : null;
  const isHeading = node.type.name === 'heading';
  const style = head !== null ? (isHeading ? HEADING_STYLES : RUN_IN_STYLES)[head.level]! : align === 'right' ? BLOCK_STYLES.signature : BLOCK_STYLES.body;
  const counts = head !== null && head.level >= 1 && head.level <= 4;
  let numbering = '';
  if (counts && place === null && isHeading) numbering = UNNUMBERED;
  // A style has a level of its own only where the list names it, and a list names one style a level: the heading's.
  else if (counts && place !== null && (place.direct || !isHeading)) numbering = numbered(head.level, place.list);
  const flush = align === 'center' || (align === 'left') ? element('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 }) : '';
  return [
    valued('w:pStyle', style.id), breakBefore ? '<w:pageBreakBefore/>' : '', numbering, flush,
    align === 'center' || align === 'left' || (align === 'right' && head !== null) ? alignment(align) : '',
  ].join('');
}

/** A table as wide as the text, its columns as wide as their longest cells ask. */
function table(node: Node, opening: string, writing: BodyWriting): string {
  const { styles, width } = writing;
  const columns = Math.max(1, ...children(node).map((row) => row.childCount));
  const widths = columnWidths(node, columns, writing);
  const short = shortColumns(node, columns, writing.pkg);
  const named = namesColumns(node, writing.pkg);
  let first = opening;
  const rows = children(node).map((row, r) => {
    const heads = r === 0 && named;
    const cells = children(row).map((cell, c) => {
      const paragraph = cell.firstChild!;
      const align = (paragraph.attrs as ParagraphAttrs).align;
      const host = styles.sheet.paragraph('table');
      const runs = inlineRuns(paragraph, { host, level: null, breaks: [] }, writing);
      const style = heads ? BLOCK_STYLES.tableHead : short[c] === true ? BLOCK_STYLES.tableShort : BLOCK_STYLES.table;
      const xml = element('w:p', {}, element('w:pPr', {}, valued('w:pStyle', style.id), align === null ? '' : alignment(align), paragraphChange(paragraph, writing)), first, runs);
      first = '';
      // A short row's last cell takes the rest of it.
      const span = c === row.childCount - 1 ? columns - c : 1;
      const own = widths.slice(c, c + span).reduce((sum, one) => sum + one, 0);
      return element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': own, 'w:type': 'dxa' }), span > 1 ? valued('w:gridSpan', span) : '', valued('w:vAlign', 'center')), xml);
    });
    const change = wholeChange(row);
    return element('w:tr', {}, element('w:trPr', {}, '<w:cantSplit/>', heads ? '<w:tblHeader/>' : '', change === null ? '' : trackedChange(change, writing)), ...cells);
  });
  const line = (side: string): string => element(side, { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': 'auto' });
  return element('w:tbl', {},
    element('w:tblPr', {}, element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }), valued('w:jc', 'center'),
      element('w:tblBorders', {}, ...['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'].map(line)), element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', { 'w:val': '0620', 'w:firstRow': 1, 'w:lastRow': 0, 'w:firstColumn': 0, 'w:lastColumn': 0, 'w:noHBand': 1, 'w:noVBand': 1 })),
    element('w:tblGrid', {}, ...widths.map((one) => element('w:gridCol', { 'w:w': one }))), ...rows);
}

/** Characters of a cell that stands centred, with all of its column (flow/flow-block.ts). */
const SHORT_CELL = 10;

function shortColumns(node: Node, columns: number, pkg: Package): boolean[] {
  return Array.from({ length: columns }, (_, c) => children(node).every((row) => (row.childCount > c ? shownLength(row.child(c), pkg) : 0) <= SHORT_CELL));
}

/** A first row of nothing but short words names the columns, if there is another row. */
function namesColumns(node: Node, pkg: Package): boolean {
  const first = node.firstChild;
  return first !== null && node.childCount > 1 && children(first).map((cell) => shownLength(cell, pkg)).every((length) => length > 0 && length <= SHORT_CELL);
}

/** Room of a cell beside its text (`TableNormal`), and the narrowest text, twips. */
const CELL_AIR = 216;
const NARROWEST = 640;

/** Natural widths where they fit, else shared out by the square root of the longest cell, as our own tables are (page/table-rows.ts). */
function columnWidths(node: Node, columns: number, { width, pkg, styles }: BodyWriting): number[] {
  const em = twips(styles.sheet.paragraph('table').text.size);
  const longest = Array.from({ length: columns }, () => NARROWEST / em);
  for (const row of children(node)) children(row).forEach((cell, c) => (longest[c] = Math.max(longest[c]!, shownLength(cell, pkg))));
  const room = width - columns * CELL_AIR;
  const natural = longest.reduce((sum, one) => sum + one * em, 0);
  const weights = natural <= room ? longest : longest.map(Math.sqrt);
  const total = weights.reduce((sum, one) => sum + one, 0);
  const shares = weights.map((one) => (natural <= room ? one * em + (room - natural) / columns : Math.max(NARROWEST, (room * one) / total)));
  const all = shares.reduce((sum, one) => sum + one, 0);
  const widths = shares.map((one) => Math.floor((one * room) / all) + CELL_AIR);
  widths[columns - 1]! += width - widths.reduce((sum, one) => sum + one, 0);
  return widths;
}

/** Characters that a cell shows. */
function shownLength(cell: Node, pkg: Package): number {
  let length = 0;
  cell.descendants((node) => {
    if (node.isText) length += node.text!.length;
    else if (node.type.name === 'field') length += (renderField(node.attrs['path'] as string, node.attrs['form'] as string, pkg.meeting) ?? emptyFieldText(node.attrs['path'] as string)).length;
    else if (node.type.name === 'placeholder') length += placeholderText((node.attrs as PlaceholderAttrs).type, pkg.stage).length;
  });
  return length;
}

function children(node: Node): Node[] {
  const out: Node[] = [];
  node.forEach((child) => {
    out.push(child);
  });
  return out;
}

const isTable = (xml: string | undefined): boolean => xml?.startsWith('<w:tbl>') === true;

/** A paragraph of no height between two tables and behind a last one; the reader knows it by its style. */
const BETWEEN = element('w:p', {}, element('w:pPr', {}, valued('w:pStyle', BLOCK_STYLES.between.id)));

function separated(blocks: readonly string[], opening: string): string[] {
  const out = blocks.flatMap((block, index) => (isTable(block) && (isTable(blocks[index + 1]) || index === blocks.length - 1) ? [block, BETWEEN] : [block]));
  // An article of which nothing is printed still stands there.
  return out.length > 0 && opening === '' ? out : [...out, element('w:p', {}, element('w:pPr', {}, valued('w:pStyle', BLOCK_STYLES.between.id)), opening)];
}
