// Inline content → runs. Text under the house's marks takes character styles;
// placeholders, values of the meeting record, doubts, note anchors and what other
// editions leave out are content controls, which Word shows and keeps and which come
// back by their tags; set phrases and taken sentences are hidden bookmarks; 批注 are
// comments; what a reviewer put in or struck out are tracked changes. In: a textblock.
// Out: XML of its runs.
import type { Mark, Node } from 'prosemirror-model';
import { emptyFieldText, renderField } from '../../core/model/fields';
import type { EditionKind, Package } from '../../core/model/package';
import { OMIT_NAMES } from '../../core/model/omit-names';
import { placeholderText } from '../../core/model/placeholder';
import type { FieldAttrs, MarkName, NoteAttrs, PlaceholderAttrs } from '../../core/model/schema';
import { isPrinted } from '../../core/model/conserved-text';
import type { ParagraphStyle } from '../../core/flow/flow';
import { OWN_TAG, SET_BREAK_STYLE } from '../own-names';
import { authorOf } from './author-name';
import type { Comments } from './comments';
import { ownBookmark, type OwnItem } from './own-item';
import { AMBIGUOUS, run, textElements } from './run';
import type { Styles } from './styles';
import { element, valued } from './xml';

/** What the runs of a whole file share. */
export interface Writing {
  readonly pkg: Package;
  readonly edition: EditionKind;
  readonly styles: Styles;
  readonly own: OwnItem;
  readonly comments: Comments;
  /** Number of a note by term, as the edition prints it; null where it has no annex. */
  readonly notes: ReadonlyMap<string, number> | null;
  /** A 花脸稿: its changes are Word's own, and no marks of ours that come back with the file. */
  readonly redline: boolean;
  /** The next id of content controls, bookmarks and tracked changes. */
  nextId(): number;
}

export interface RunContext {
  readonly host: ParagraphStyle;
  /** Level of the paragraph's run-in heading; null: none. */
  readonly level: number | null;
  /** After how many characters of ink a title's line ends (layout.ts). */
  readonly breaks: readonly number[];
}

const NAMES: Readonly<Record<PlaceholderAttrs['type'], string>> = {
  figure: '数字', event: '活动', spirit: '会议精神', work: '成果', date: '日期', name: '姓名', text: '内容',
};

/** Runs of a textblock. */
export function inlineRuns(block: Node, context: RunContext, writing: Writing): string {
  const nodes: Node[] = [];
  block.forEach((node) => {
    // What this edition leaves out is not in the file; what a reviewer struck out is a tracked change.
    if (isPrinted(node.marks.filter(({ type }) => type.name !== 'deleted'), writing.edition)) nodes.push(node);
  });
  return new Runs(context, writing, wholeChange(block) !== null).write(nodes);
}

/** The paragraph's own mark as a tracked change, where all of the paragraph came or went: else taking changes back, or accepting them, leaves an empty paragraph. '' where it stands. */
export function paragraphChange(block: Node, writing: Writing): string {
  const mark = wholeChange(block);
  return mark === null ? '' : element('w:rPr', {}, trackedChange(mark, writing));
}

/** The mark under which all of a block, a table or its row stands; null: not all of it. */
export function wholeChange(block: Node): Mark | null {
  const marks: (Mark | null)[] = [];
  block.descendants((node) => {
    if (node.isInline) marks.push(node.marks.find(({ type }) => type.name === 'inserted' || type.name === 'deleted') ?? null);
    return !node.isInline;
  });
  const [first = null] = marks;
  return first !== null && marks.every((mark) => mark?.eq(first) === true) ? first : null;
}

/** w:ins or w:del as a property, of a paragraph's mark or of a table's row. */
export function trackedChange(mark: Mark, writing: Writing): string {
  return element(mark.type.name === 'inserted' ? 'w:ins' : 'w:del', changeAttributes(mark, writing));
}

function changeAttributes({ attrs }: Mark, writing: Writing): Readonly<Record<string, string | number | null>> {
  const { by, at } = attrs as { by: unknown; at: unknown };
  const date = typeof at === 'number' && Number.isFinite(at) ? new Date(at).toISOString().replace(/\.\d+Z$/, 'Z') : null;
  return { 'w:id': writing.nextId(), 'w:author': authorOf(typeof by === 'string' ? by : ''), 'w:date': date };
}

/** Whether a file of this edition leaves out anything of a block. */
export function leavesOut(block: Node, edition: EditionKind): boolean {
  let found = false;
  block.descendants((node) => {
    found ||= node.isInline && !isPrinted(node.marks.filter(({ type }) => type.name !== 'deleted'), edition);
    return !found;
  });
  return found;
}

/** Marks that enclose their text in an element, outermost first. */
const WRAPPERS: readonly MarkName[] = ['omit', 'inserted', 'deleted', 'doubt'];
/** Marks that are two points in the text. */
const RANGES: readonly MarkName[] = ['phrase', 'taken'];

/** Runs that follow each other, which never hold one another. */
const RUNS = /(?:<w:r>(?:(?!<\/w:r>).)*<\/w:r>)+/gs;

class Runs {
  private ink = 0;
  private nextBreak = 0;
  private readonly open = new Map<Mark, { readonly id: number }>();

  /** `comesOrGoes`: all of the paragraph is one tracked change. */
  constructor(private readonly context: RunContext, private readonly writing: Writing, private readonly comesOrGoes: boolean) {}

  write(nodes: readonly Node[]): string {
    const body = this.wrapped(nodes, 0);
    return body + this.closeRanges([]);
  }

  /** Neighbours under the same wrapping mark are in one element. */
  private wrapped(nodes: readonly Node[], depth: number): string {
    const name = WRAPPERS[depth];
    if (name === undefined) return nodes.map((node) => this.closeRanges(node.marks) + this.openRanges(node) + this.inline(node)).join('');
    let out = '';
    for (let from = 0; from < nodes.length;) {
      const mark = markOf(nodes[from]!, name);
      let to = from + 1;
      while (to < nodes.length && sameMark(markOf(nodes[to]!, name), mark)) to++;
      // A range that ends before this element ends outside of it.
      if (mark !== null) out += this.closeRanges(nodes[from]!.marks);
      const inside = this.wrapped(nodes.slice(from, to), depth + 1);
      out += mark === null ? inside : this.wrap(mark, inside);
      from = to;
    }
    return out;
  }

  private wrap(mark: Mark, inside: string): string {
    if (mark.type.name === 'omit') {
      const editions = mark.attrs.editions as readonly EditionKind[];
      return this.control(editions.map((kind) => OMIT_NAMES[kind]).join('、'), `omit:${editions.join(',')}`, '', inside);
    }
    if (mark.type.name === 'doubt') return this.control('存疑', 'doubt', '', inside);
    const [name, isGone] = [mark.type.name === 'inserted' ? 'w:ins' : 'w:del', mark.type.name === 'deleted'];
    // Inside a control, not around it: a change around one is lost by LibreOffice.
    const tracked = inside.replaceAll(RUNS, (runs) => element(name, changeAttributes(mark, this.writing), isGone ? runs.replaceAll('<w:t ', '<w:delText ').replaceAll('<w:t>', '<w:delText>').replaceAll('</w:t>', '</w:delText>') : runs));
    if (this.writing.redline) return tracked;
    const id = this.writing.nextId();
    return bookmarkStart(id, this.writing.own.add({ kind: 'mark', mark: mark.type.name, attrs: mark.attrs })) + tracked + bookmarkEnd(id);
  }

  private control(alias: string, tag: string, properties: string, inside: string, last = ''): string {
    // LibreOffice cuts the change in two at a control, and gives the paragraph behind it another style once it is taken back.
    if (this.comesOrGoes) return inside;
    return element('w:sdt', {}, element('w:sdtPr', {}, valued('w:alias', alias), valued('w:tag', OWN_TAG + tag), valued('w:id', this.writing.nextId()), properties, last), element('w:sdtContent', {}, inside));
  }

  private openRanges(node: Node): string {
    let out = '';
    for (const mark of node.marks) {
      const name = mark.type.name as MarkName;
      if (name === 'comment') out += this.writing.comments.start(String(mark.attrs.id));
      else if (RANGES.includes(name) && ![...this.open.keys()].some((one) => one.eq(mark))) {
        const id = this.writing.nextId();
        this.open.set(mark, { id });
        out += bookmarkStart(id, this.writing.own.add({ kind: 'mark', mark: name, attrs: mark.attrs }));
      }
    }
    return out;
  }

  private closeRanges(marks: readonly Mark[]): string {
    let out = '';
    for (const [mark, { id }] of this.open) {
      if (marks.some((one) => one.eq(mark))) continue;
      out += bookmarkEnd(id);
      this.open.delete(mark);
    }
    return out;
  }

  private inline(node: Node): string {
    const { writing } = this;
    const end = node.marks.filter(({ type }) => type.name === 'comment').map((mark) => writing.comments.endAfter(String(mark.attrs.id), node)).join('');
    return this.content(node) + end;
  }

  private content(node: Node): string {
    const { pkg, notes, own } = this.writing;
    switch (node.type.name) {
      case 'text': return this.text(node.text ?? '', node.marks, '');
      case 'hard_break':
        if (this.context.breaks[this.nextBreak] === this.ink) this.nextBreak++;
        return run(this.format(node.marks, ''), '<w:br/>');
      case 'field': {
        const { path, form } = node.attrs as FieldAttrs;
        const value = renderField(path, form, pkg.meeting) ?? emptyFieldText(path);
        return this.control('会议信息', `field:${path}:${form}`, '', this.text(value, node.marks, ''));
      }
      case 'placeholder': {
        const { type, was, note } = node.attrs as PlaceholderAttrs;
        const detail = was === null && note === null ? '' : `:${own.add({ kind: 'placeholder', was, note })}`;
        const styled = this.styleOf(node.marks) === null ? valued('w:rStyle', 'PlaceholderText') : '';
        const text = this.text(placeholderText(type, pkg.stage), node.marks, styled);
        // Typing replaces it whole; deleting it takes a second thought (w:lock). Where it is itself a tracked change it is no mere prompt: LibreOffice tracks none in one.
        const isTracked = node.marks.some((mark) => mark.type.name === 'inserted' || mark.type.name === 'deleted');
        return this.control(`待填：${NAMES[type]}${was === null ? '' : `（去年：${was.slice(0, 20)}）`}`, `placeholder:${type}${detail}`, valued('w:lock', 'sdtLocked') + (isTracked ? '' : '<w:showingPlcHdr/>'), text, isTracked ? '' : '<w:text/>');
      }
      case 'note': {
        const { term, text } = node.attrs as NoteAttrs;
        // Nothing is printed of a note here, so that no change can be tracked: it stands in the file as it does in the later text.
        if (this.writing.redline && markOf(node, 'deleted') !== null) return '';
        const detail = own.add({ kind: 'note', term, text });
        const number = notes?.get(term);
        if (number === undefined) {
          const id = this.writing.nextId();
          return bookmarkStart(id, detail) + bookmarkEnd(id);
        }
        return this.control(`名词解释：${term.slice(0, 30)}`, `note:${detail}`, valued('w:lock', 'contentLocked'), run(this.format(node.marks, '', true, true), textElements(`〔${number}〕`)));
      }
      default: throw new TypeError(`no runs for ${node.type.name}`);
    }
  }

  /** A text as runs, cut where the booklet's title lines end. */
  private text(text: string, marks: readonly Mark[], style: string): string {
    let out = '';
    let piece = '';
    const flush = (): void => {
      if (piece !== '') out += run(this.format(marks, style, AMBIGUOUS.test(piece)), textElements(piece));
      piece = '';
    };
    for (const char of text) {
      if (this.context.breaks[this.nextBreak] === this.ink && this.ink > 0 && !isBlank(char)) {
        flush();
        out += run(element('w:rPr', {}, valued('w:rStyle', SET_BREAK_STYLE.id)), '<w:br/>');
        this.nextBreak++;
      }
      piece += char;
      if (!isBlank(char)) this.ink += char.length;
    }
    flush();
    return out;
  }

  private styleOf(marks: readonly Mark[]): string | null {
    return this.writing.styles.characterStyle(marks.map(({ type }) => type.name as MarkName), this.context.host, this.context.level);
  }

  private format(marks: readonly Mark[], style: string, hint = false, raised = false): string {
    const names = marks.map(({ type }) => type.name as MarkName);
    const id = this.styleOf(marks);
    const inside = (style === '' ? (id === null ? (names.includes('doubt') ? valued('w:rStyle', 'BxDoubt') : '') : valued('w:rStyle', id)) : style)
      + (hint ? element('w:rFonts', { 'w:hint': 'eastAsia' }) : '')
      + (raised || names.includes('superscript') ? valued('w:vertAlign', 'superscript') : '');
    return inside === '' ? '' : element('w:rPr', {}, inside);
  }
}

function markOf(node: Node, name: MarkName): Mark | null {
  return node.marks.find(({ type }) => type.name === name) ?? null;
}

const sameMark = (a: Mark | null, b: Mark | null): boolean => (a === null || b === null ? a === b : a.eq(b));

const isBlank = (char: string): boolean => /[\s\u3000]/.test(char);

function bookmarkStart(id: number, detail: number): string {
  return element('w:bookmarkStart', { 'w:id': id, 'w:name': ownBookmark(detail) });
}

function bookmarkEnd(id: number): string {
  return element('w:bookmarkEnd', { 'w:id': id });
}
