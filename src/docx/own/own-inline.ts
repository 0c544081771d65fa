// Runs of our own Word files → inline content, as JSON of the house schema: the way
// back of write/inline-runs.ts. Content controls are known by their tags, marks by the
// names of character styles, ranges by hidden bookmarks. A control whose words a Word
// user has changed is plain text with his words: he filled it in. Tracked changes that
// are not the article's own are the Word user's, taken or left as `revisions` says.
import { emptyFieldText, renderField } from '../../core/model/fields';
import { placeholderText } from '../../core/model/placeholder';
import type { PlaceholderAttrs } from '../../core/model/schema';
import { marksOfStyle, OWN_BOOKMARK, OWN_TAG, SET_BREAK_STYLE } from '../own-names';
import type { OwnDetail } from '../write/own-item';
import { drawingParts, pickBranch } from '../read/drawing';
import { noteOf } from '../read/notes';
import type { StyleSheet } from '../read/style-sheet';
import { symbolCharacter } from '../read/symbols';
import type { RevisionChoice } from '../read/tally';
import { childOf, elementsOf, textOf, valueOf, type XmlElement } from '../read/xml-tree';
import type { OwnDetails } from './own-details';

interface MarkJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

export interface InlineJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  readonly marks: readonly MarkJson[];
}

/** What the paragraphs of a file share while they are read. */
export interface OwnReading {
  readonly own: OwnDetails;
  readonly styles: StyleSheet;
  readonly revisions: RevisionChoice;
  /** Thread of a comment by its w:id; undefined for an answer. */
  readonly threads: ReadonlyMap<string, string>;
  /** Comments whose range is open: it may run on over paragraphs. */
  readonly open: Set<string>;
  /** Text of a Word user's footnotes and endnotes: 脚注 by `footnote 1`. */
  readonly footnotes: ReadonlyMap<string, string>;
  /** Content controls still say what they are: LibreOffice 7 keeps them and drops their tags. */
  readonly hasTags: boolean;
  /** Text of the annex by number. */
  readonly annex: ReadonlyMap<number, { readonly term: string; readonly text: string }>;
}

export interface OwnParagraph {
  readonly inline: readonly InlineJson[];
  /** Text boxes that a Word user hung on it: their blocks come behind it. */
  readonly boxes: readonly XmlElement[];
  /** Details that stand in it as points. */
  readonly details: readonly OwnDetail[];
}

const PLACEHOLDERS: ReadonlySet<string> = new Set<PlaceholderAttrs['type']>(['figure', 'event', 'spirit', 'work', 'date', 'name', 'text']);
const EDITIONS: ReadonlySet<string> = new Set(['booklet', 'newspaper', 'speech']);

/** Inline content of a paragraph. */
export function ownInline(paragraph: XmlElement, reading: OwnReading): OwnParagraph {
  const reader = new Reader(reading);
  reader.walk(paragraph, []);
  const inline = joined(reader.inline);
  return { inline: reading.hasTags ? inline : withAnchors(inline, reading), details: reader.details, boxes: reader.boxes };
}

/** Neighbouring text under the same marks as one: runs are cut where faces and title lines are. */
function joined(inline: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (const one of inline) {
    const last = out.at(-1);
    if (last?.type === 'text' && one.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(one.marks)) out[out.length - 1] = { ...last, text: last.text! + one.text! };
    else out.push(one);
  }
  return out;
}

/** Anchors whose controls another program has stripped of their tags: raised, with the number of an explanation. */
function withAnchors(inline: readonly InlineJson[], { annex }: OwnReading): InlineJson[] {
  return inline.map((one) => {
    const explained = one.marks.some(({ type }) => type === 'superscript') ? annex.get(Number(/^〔(\d+)〕$/.exec(one.text ?? '')?.[1])) : undefined;
    return explained === undefined ? one : { type: 'note', attrs: { ...explained }, marks: one.marks.filter(({ type }) => type !== 'superscript') };
  });
}

class Reader {
  readonly inline: InlineJson[] = [];
  readonly details: OwnDetail[] = [];
  readonly boxes: XmlElement[] = [];
  /** Marks of open bookmarks, by the bookmark's id. */
  private readonly ranges = new Map<string, MarkJson>();
  /** A bookmark just opened whose mark is the tracked change behind it. */
  private tracked: MarkJson | null = null;
  private hidden = 0;

  constructor(private readonly reading: OwnReading) {}

  walk(parent: XmlElement, marks: readonly MarkJson[]): void {
    for (const child of elementsOf(parent)) this.one(child, marks);
  }

  private one(child: XmlElement, marks: readonly MarkJson[]): void {
    const { reading } = this;
    switch (child.name) {
      case 'w:r': this.run(child, marks); return;
      case 'w:sdt': this.control(child, marks); return;
      case 'w:ins': case 'w:moveTo': this.change(child, marks, 'inserted'); return;
      case 'w:del': case 'w:moveFrom': this.change(child, marks, 'deleted'); return;
      case 'w:hyperlink': case 'w:smartTag': case 'w:fldSimple': case 'w:customXml': case 'w:dir': case 'w:bdo': this.walk(child, marks); return;
      case 'w:bookmarkStart': this.bookmark(child); return;
      case 'w:bookmarkEnd': this.ranges.delete(child.attributes.get('w:id') ?? ''); return;
      case 'w:commentRangeStart': {
        const thread = reading.threads.get(child.attributes.get('w:id') ?? '');
        if (thread !== undefined) reading.open.add(thread);
        return;
      }
      case 'w:commentRangeEnd': reading.open.delete(reading.threads.get(child.attributes.get('w:id') ?? '') ?? ''); return;
      default: return;
    }
  }

  private bookmark(start: XmlElement): void {
    const name = start.attributes.get('w:name') ?? '';
    const detail = name.startsWith(OWN_BOOKMARK) ? this.reading.own.details.get(Number(name.slice(OWN_BOOKMARK.length))) : undefined;
    if (detail === undefined) return;
    if (detail.kind === 'note') this.atom('note', { term: detail.term, text: detail.text }, []);
    else if (detail.kind !== 'mark') this.details.push(detail);
    else if (detail.mark === 'inserted' || detail.mark === 'deleted') this.tracked = { type: detail.mark, attrs: detail.attrs };
    else this.ranges.set(start.attributes.get('w:id') ?? '', { type: detail.mark, attrs: detail.attrs });
  }

  /** Our own mark comes back; a Word user's change is done or undone. */
  private change(element: XmlElement, marks: readonly MarkJson[], kind: 'inserted' | 'deleted'): void {
    const own = this.tracked?.type === kind ? this.tracked : null;
    this.tracked = null;
    if (own !== null) this.walk(element, [...marks, own]);
    else if ((kind === 'inserted') === (this.reading.revisions === 'accepted')) this.walk(element, marks);
  }

  private control(element: XmlElement, marks: readonly MarkJson[]): void {
    const properties = childOf(element, 'w:sdtPr');
    const content = childOf(element, 'w:sdtContent');
    const tag = valueOf(properties, 'w:tag') ?? '';
    if (content === undefined) return;
    const [kind, ...words] = tag.startsWith(OWN_TAG) ? tag.slice(OWN_TAG.length).split(':') : [''];
    if (kind === 'doubt') this.walk(content, [...marks, { type: 'doubt' }]);
    else if (kind === 'omit') {
      const editions = (words[0] ?? '').split(',').filter((one) => EDITIONS.has(one));
      this.walk(content, editions.length === 0 ? marks : [...marks, { type: 'omit', attrs: { editions } }]);
    } else {
      const at = this.inline.length;
      this.walk(content, marks);
      const atom = this.atomOf(kind ?? '', words, this.inline.slice(at).map(({ text }) => text ?? '').join(''));
      if (atom === null) return;
      const inside = this.inline.splice(at);
      this.inline.push({ ...atom, marks: (inside[0]?.marks ?? []).filter(({ type }) => kind !== 'note' || type !== 'superscript') });
    }
  }

  /** The atom that a control stands for, or null where its words are a Word user's own. */
  private atomOf(kind: string, words: readonly string[], shown: string): Omit<InlineJson, 'marks'> | null {
    const { own, annex } = this.reading;
    switch (kind) {
      case 'placeholder': {
        const [type = '', detail = ''] = words;
        if (!PLACEHOLDERS.has(type)) return null;
        const printed = [own.stage, null, '征求意见稿'].map((stage) => placeholderText(type as PlaceholderAttrs['type'], stage));
        if (!printed.includes(shown)) return null;
        const more = own.details.get(Number(detail));
        return { type: 'placeholder', attrs: { type, ...(more?.kind === 'placeholder' ? { was: more.was, note: more.note } : { was: null, note: null }) } };
      }
      case 'field': {
        const [path = '', form = ''] = words;
        return (renderField(path, form, own.meeting) ?? emptyFieldText(path)) === shown ? { type: 'field', attrs: { path, form } } : null;
      }
      case 'note': {
        const detail = own.details.get(Number(words[0]));
        const number = Number(/^〔(\d+)〕$/.exec(shown)?.[1]);
        // What a Word user changed in the annex is the explanation now.
        const explained = annex.get(number);
        if (detail?.kind !== 'note') return explained === undefined ? null : { type: 'note', attrs: { ...explained } };
        return { type: 'note', attrs: { term: detail.term, text: explained?.term === detail.term && detail.text !== '' ? explained.text : detail.text } };
      }
      default: return null;
    }
  }

  private run(element: XmlElement, marks: readonly MarkJson[]): void {
    const properties = childOf(element, 'w:rPr');
    const style = this.reading.styles.characterStyle(properties) ?? '';
    if (style === SET_BREAK_STYLE.name) return;
    const own: MarkJson[] = (marksOfStyle(style) ?? []).map((type) => ({ type }));
    if (valueOf(properties, 'w:vertAlign') === 'superscript') own.push({ type: 'superscript' });
    for (const child of elementsOf(element)) {
      if (child.name === 'w:fldChar') this.fieldChar(child.attributes.get('w:fldCharType'));
      else if (this.hidden === 0) this.content(child, [...marks, ...own]);
    }
  }

  /** The instruction of a field is hidden, its result is text. */
  private fieldChar(type: string | undefined): void {
    if (type === 'begin') this.hidden++;
    else if (this.hidden > 0) this.hidden--;
  }

  private content(child: XmlElement, marks: readonly MarkJson[]): void {
    switch (child.name) {
      case 'w:t': case 'w:delText': this.text(textOf(child), marks); return;
      case 'w:tab': case 'w:ptab': this.text('\t', marks); return;
      case 'w:noBreakHyphen': this.text('\u2011', marks); return;
      case 'w:softHyphen': this.text('\u00ad', marks); return;
      case 'w:br': if (child.attributes.get('w:type') === undefined || child.attributes.get('w:type') === 'textWrapping') this.atom('hard_break', undefined, marks); return;
      case 'w:sym': this.text(symbolCharacter(child.attributes.get('w:font') ?? '', Number.parseInt(child.attributes.get('w:char') ?? '', 16) || 0xfffd) ?? '\ufffd', marks); return;
      case 'w:footnoteReference': case 'w:endnoteReference': {
        const text = this.reading.footnotes.get(`${child.name.slice(2, -9)} ${child.attributes.get('w:id') ?? ''}`);
        if (text !== undefined) this.atom('note', { ...noteOf(this.inline.map((one) => one.text ?? '').join(''), text) }, marks.filter(({ type }) => type !== 'superscript'));
        return;
      }
      case 'w:drawing': case 'w:pict': case 'w:object': this.boxes.push(...drawingParts(child).flatMap((part) => (part.kind === 'box' ? [part.content] : []))); return;
      case 'mc:AlternateContent': {
        const branch = pickBranch(child);
        if (branch !== undefined) for (const inside of elementsOf(branch)) this.content(inside, marks);
        return;
      }
      case 'w:cr': this.atom('hard_break', undefined, marks); return;
      default: return;
    }
  }

  private text(text: string, marks: readonly MarkJson[]): void {
    if (text !== '') this.inline.push({ type: 'text', text, marks: this.all(marks) });
  }

  private atom(type: string, attrs: Readonly<Record<string, unknown>> | undefined, marks: readonly MarkJson[]): void {
    this.inline.push({ type, ...(attrs === undefined ? {} : { attrs }), marks: this.all(marks) });
  }

  private all(marks: readonly MarkJson[]): MarkJson[] {
    return [...marks, ...this.ranges.values(), ...[...this.reading.open].map((id): MarkJson => ({ type: 'comment', attrs: { id } }))];
  }
}
