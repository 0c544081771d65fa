// One block of a document → one block of the flow: display text with its
// number, fields, placeholders and note anchors filled in, omitted ranges left
// out, and spans that say how each stretch looks and where it comes from.
import type { Mark, Node } from 'prosemirror-model';
import { GONE_ANCHOR } from '../model/conserved-text';
import { emptyFieldText, renderField } from '../model/fields';
import type { EditionKind, Meeting } from '../model/package';
import { placeholderText } from '../model/placeholder';
import type { HeadAttrs, NoteAttrs, ParagraphAttrs, PlaceholderAttrs } from '../model/schema';
import type { StyleName } from '../model/look';
import type { Paragraph, ParagraphStyle, Span, SpanChange, SpanSource, Table, TextStyle } from './flow';
import type { StyleSheet } from './style-sheet';

/** What a block's print depends on besides its own node. */
export interface BlockContext {
  readonly sheet: StyleSheet;
  readonly edition: EditionKind;
  /** A 花脸稿: what is gone is set too, and each stretch says what became of it. */
  readonly redline: boolean;
  readonly meeting: Meeting;
  readonly stage: string | null;
  /** Number of a note anchor by its term, 0: of one that is gone (花脸稿); null where the edition prints no anchors. */
  readonly noteNumber: ((term: string) => number) | null;
}

/** What is asked of one block in an edition (`adjust`). */
export interface BlockWish {
  readonly lines: number;
  readonly breakBefore: boolean;
}

/** A block's printed number, null: none; in a 花脸稿 the one that it had, where that was another ('': none). */
export interface BlockNumber {
  readonly now: string | null;
  readonly was: string | null;
}

/** A range of a block that an edition left out: offsets in the block. */
export interface OmittedRange {
  readonly from: number;
  readonly to: number;
}

export interface FlowedParagraph {
  /** null: nothing of the block is printed in this edition. */
  readonly paragraph: Paragraph | null;
  readonly omitted: readonly OmittedRange[];
  /** True where text came from the meeting record, the stage or a note's number. */
  readonly dependsOnRecord: boolean;
  /** Paths of fields without a value, with their offset. */
  readonly emptyFields: readonly { readonly path: string; readonly at: number }[];
}

/** Of what bears none. */
export const NO_NUMBER: BlockNumber = { now: null, was: null };

/** Size and raise of a note anchor and of superscripts, em (T-06; by eye on the reference booklet). */
const SUPERSCRIPT_SIZE = 0.6;
const SUPERSCRIPT_RISE = 0.55;

class Builder {
  text = '';
  readonly spans: Span[] = [];
  readonly omitted: OmittedRange[] = [];
  readonly emptyFields: { path: string; at: number }[] = [];
  dependsOnRecord = false;
  /** Of what is added next. */
  change: SpanChange | null = null;
  /** All of the block is struck out, in a 花脸稿. */
  isGone = false;
  /** Some of it is, and is not printed. */
  isStruck = false;

  add(text: string, style: TextStyle, source: SpanSource, glue: Span['glue']): void {
    if (text === '') return;
    const from = this.text.length;
    this.text += text;
    const last = this.spans[this.spans.length - 1];
    // Neighbouring text nodes that differ only in marks of no look join, so that spans follow looks.
    if (
      last !== undefined && last.style === style && (last.change ?? null) === this.change && last.glue === glue && glue === null && source.kind === 'text' &&
      last.source.kind === 'text' && last.source.at + (last.to - last.from) === source.at
    ) {
      this.spans[this.spans.length - 1] = { ...last, to: this.text.length };
      return;
    }
    this.spans.push({ from, to: this.text.length, style, source, glue, ...(this.change === null ? {} : { change: this.change }) });
  }

  omit(from: number, to: number): void {
    const last = this.omitted[this.omitted.length - 1];
    if (last !== undefined && last.to === from) this.omitted[this.omitted.length - 1] = { from: last.from, to };
    else this.omitted.push({ from, to });
  }
}

/** A paragraph's own style name by its head's level. */
const RUN_IN: readonly StyleName[] = ['heading0', 'runIn1', 'runIn2', 'runIn3', 'runIn4', 'theme'];
const HEADING: readonly StyleName[] = ['heading0', 'heading1', 'heading2', 'heading3', 'heading4', 'heading5'];

/** Style name of a stand-alone heading of a level (0–5). @throws RangeError for another level. */
export function headingStyle(level: number): StyleName {
  const name = HEADING[level];
  if (name === undefined) throw new RangeError(`no heading level ${level}`);
  return name;
}

/**
 * Sets a paragraph or heading node into the flow. `number` is what is printed before it, `style` its paragraph
 * style, `base` the block offset of its first position (not 0 in a table's cell), `head` its run-in heading.
 */
export function flowParagraph(
  node: Node, { now: label, was }: BlockNumber, style: ParagraphStyle, head: HeadAttrs | null, base: number, wish: BlockWish, context: BlockContext,
): FlowedParagraph {
  const out = new Builder();
  const host = style.text;
  const runIn = head === null ? null : context.sheet.inside(RUN_IN[head.level] ?? 'theme', host);
  // An item of a list has a number before body text, and is no heading.
  const isItem = head !== null && node.type.name === 'paragraph' && !node.children.some((child) => hasMark(child.marks, 'lead'));
  const numberStyle = isItem ? host : (runIn ?? host);
  const number: SpanSource = { kind: 'generated', what: 'number' };
  if (was !== null) {
    out.change = 'deleted';
    out.add(was, numberStyle, number, 'label');
    out.change = 'inserted';
  } else if (context.redline && node.childCount > 0) {
    // A number comes and goes with its heading, not with a word of it.
    out.change = (['inserted', 'deleted'] as const).find((name) => node.children.every(({ marks }) => hasMark(marks, name))) ?? null;
    out.isGone = out.change === 'deleted';
  }
  if (label !== null) out.add(label, numberStyle, number, 'label');
  let title = '';
  // Up to here nothing but the run-in head, or a theme sentence, has come.
  let lead = out.text.length;
  let isLead = !isItem;
  node.forEach((child, offset) => {
    // What a reviewer struck out is gone from the text, not left out by this edition of it.
    if (!context.redline && hasMark(child.marks, 'deleted')) out.isStruck = true;
    else if (isOmitted(child.marks, context)) out.omit(base + offset, base + offset + child.nodeSize);
    else {
      const before = out.text.length;
      if (context.redline) out.change = changeOf(child.marks);
      flowInline(child, base + offset, markedStyle(child.marks, host, runIn, context.sheet), out, context);
      if (child.type.name !== 'note' && out.change !== 'deleted' && (head === null || hasMark(child.marks, 'lead'))) title += out.text.slice(before).replace('\n', '');
    }
    isLead &&= hasMark(child.marks, 'lead') || hasMark(child.marks, 'theme') || child.type.name === 'note';
    if (isLead) lead = out.text.length;
  });
  const nothing = (out.isStruck || out.omitted.length > 0) && out.spans.every((span) => span.source.kind === 'generated');
  const isRunIn = node.type.name === 'paragraph' && !isItem && lead > (label?.length ?? 0) && lead < out.text.length;
  const level = head?.level ?? (node.type.name === 'heading' ? (node.attrs as { level: number }).level : null);
  return {
    paragraph: nothing ? null : {
      kind: 'paragraph', text: out.text, spans: out.spans, style, looseness: wish.lines, breakBefore: wish.breakBefore,
      heading: level === null || isItem || (head !== null && level === 5) || (context.redline && title === '') ? null : { level, text: (label ?? '') + title.replace(/[。．]$/u, '') },
      ...(isRunIn ? { lead } : {}),
    },
    omitted: out.omitted,
    dependsOnRecord: out.dependsOnRecord,
    emptyFields: out.emptyFields,
  };
}

function flowInline(child: Node, at: number, style: TextStyle, out: Builder, context: BlockContext): void {
  const atom: SpanSource = { kind: 'atom', at };
  switch (child.type.name) {
    case 'text': {
      const raised = hasMark(child.marks, 'superscript') ? context.sheet.text(raise(style)) : style;
      out.add(child.text ?? '', raised, { kind: 'text', at }, null);
      return;
    }
    case 'hard_break':
      // Lines end where the text as it is now ends them.
      if (out.change !== 'deleted' || out.isGone) out.add('\n', style, { kind: 'text', at }, null);
      return;
    case 'field': {
      const { path, form } = child.attrs as { path: string; form: string };
      const value = renderField(path, form, context.meeting);
      out.dependsOnRecord = true;
      if (value === null || value === '') {
        out.emptyFields.push({ path, at });
        out.add(emptyFieldText(path), style, atom, null);
      } else out.add(value, style, atom, null);
      return;
    }
    case 'placeholder': {
      out.dependsOnRecord = true;
      out.add(placeholderText((child.attrs as PlaceholderAttrs).type, context.stage), style, atom, null);
      return;
    }
    case 'note': {
      if (context.noteNumber === null) return;
      out.dependsOnRecord = true;
      const number = context.noteNumber((child.attrs as NoteAttrs).term);
      out.add(number === 0 ? GONE_ANCHOR : `〔${number}〕`, context.sheet.text(raise(style)), atom, 'note');
      return;
    }
    default:
      throw new TypeError(`unknown inline node ${child.type.name}`);
  }
}

function raise(style: TextStyle): TextStyle {
  return { ...style, size: style.size * SUPERSCRIPT_SIZE, rise: SUPERSCRIPT_RISE };
}

function markedStyle(marks: readonly Mark[], host: TextStyle, runIn: TextStyle | null, sheet: StyleSheet): TextStyle {
  let style = host;
  for (const mark of marks) {
    switch (mark.type.name) {
      case 'lead': style = runIn ?? sheet.inside('lead', style); break;
      case 'theme': style = sheet.inside('theme', style); break;
      case 'kai': style = sheet.text({ ...style, role: 'kai' }); break;
      case 'hei': style = sheet.text({ ...style, role: 'hei' }); break;
      case 'strong': style = sheet.inside('strong', style); break;
      default: break; // the rest says something about the text, not how it looks
    }
  }
  return style;
}

function hasMark(marks: readonly Mark[], name: string): boolean {
  return marks.some((mark) => mark.type.name === name);
}

/** 见报略, 宣读略. */
function isOmitted(marks: readonly Mark[], { edition }: BlockContext): boolean {
  return marks.some(({ type, attrs }) => type.name === 'omit' && (attrs.editions as readonly string[]).includes(edition));
}

function changeOf(marks: readonly Mark[]): SpanChange | null {
  return hasMark(marks, 'deleted') ? 'deleted' : hasMark(marks, 'inserted') ? 'inserted' : null;
}

export interface FlowedTable extends Omit<FlowedParagraph, 'paragraph'> {
  readonly table: Table;
}

/** Characters of a cell that stands centred, with all of its column. */
const SHORT_CELL = 10;

/** Columns of nothing but short cells: names, figures. */
function shortColumns(node: Node): ReadonlySet<number> {
  const long = new Set<number>();
  let columns = 0;
  node.forEach((row) => {
    columns = Math.max(columns, row.childCount);
    row.forEach((cell, _at, c) => {
      if (cell.textContent.length > SHORT_CELL) long.add(c);
    });
  });
  return new Set(Array.from({ length: columns }, (_, c) => c).filter((c) => !long.has(c)));
}

/** A figure stands in it that is no year. */
const FIGURE = /[0-9](?![0-9]*年)/;

/** A table's first row names its columns, if there is another row and it holds nothing but short words. */
function namesColumns(table: Node): boolean {
  const first = table.firstChild;
  if (first === null || table.childCount < 2) return false;
  let names = true;
  first.forEach((cell) => {
    if (cell.textContent.length === 0 || cell.textContent.length > SHORT_CELL || FIGURE.test(cell.textContent)) names = false;
  });
  return names;
}

const heads = new WeakMap<ParagraphStyle, ParagraphStyle>();

/** Style of a table's first row: the look's own, else the table's in hei, centred. */
function headStyle(sheet: StyleSheet, table: ParagraphStyle): ParagraphStyle {
  if (sheet.look.styles.tableHead !== undefined) return sheet.paragraph('tableHead');
  let style = heads.get(table);
  if (style === undefined) heads.set(table, (style = { ...table, name: 'tableHead', align: 'center', text: sheet.text({ ...table.text, role: 'hei' }) }));
  return style;
}

/** A simple table: cells are paragraphs of the style `table`; block offsets run on over the cells, one position between two. */
export function flowTable(node: Node, breakBefore: boolean, context: BlockContext): FlowedTable {
  const style = context.sheet.paragraph('table');
  const short = shortColumns(node);
  let base = 0;
  let dependsOnRecord = false;
  const omitted: OmittedRange[] = [];
  const emptyFields: FlowedParagraph['emptyFields'][number][] = [];
  const rows: Paragraph[][] = [];
  node.forEach((row, _offset, r) => {
    const cells: Paragraph[] = [];
    const plain = r === 0 && namesColumns(node) ? headStyle(context.sheet, style) : style;
    row.forEach((cell, _at, c) => {
      const content = cell.firstChild;
      if (content === null) return;
      const align = (content.attrs as ParagraphAttrs).align ?? (short.has(c) ? 'center' : null);
      const own = align === null ? plain : context.sheet.variant(plain, align);
      const flowed = flowParagraph(content, NO_NUMBER, own, null, base, { lines: 0, breakBefore: false }, context);
      dependsOnRecord ||= flowed.dependsOnRecord;
      omitted.push(...flowed.omitted);
      emptyFields.push(...flowed.emptyFields);
      cells.push(flowed.paragraph ?? { kind: 'paragraph', text: '', spans: [], style: own, looseness: 0, breakBefore: false, heading: null });
      base += content.content.size + 1;
    });
    rows.push(cells);
  });
  return { table: { kind: 'table', rows, style, breakBefore }, dependsOnRecord, omitted, emptyFields };
}
