// What an edition prints of inline content, for whoever writes text instead of pages:
// fields, placeholders and note anchors as printed, omitted and struck-out ranges left
// out. One reader of inline nodes for plain text and web page.
import type { Mark, Node } from 'prosemirror-model';
import { isPrinted } from '../model/conserved-text';
import { emptyFieldText, renderField } from '../model/fields';
import type { Article, Edition, Package } from '../model/package';
import { placeholderText } from '../model/placeholder';
import type { FieldAttrs, NoteAttrs, PlaceholderAttrs } from '../model/schema';

/** A stretch of printed text with its marks; `kind` is its node's. */
export interface PrintedInline {
  readonly kind: 'text' | 'break' | 'field' | 'placeholder' | 'note';
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Number of a note. */
  readonly note: number | null;
}

export class PrintedText {
  readonly articles: readonly Article[];
  /** Terms of the annex by number; none where the edition has no annex. */
  readonly notes: readonly NoteAttrs[];

  constructor(private readonly pkg: Package, private readonly edition: Edition) {
    this.articles = edition.articles.flatMap((id) => pkg.articles.find((article) => article.id === id) ?? []);
    this.notes = edition.booklet?.annex === true ? this.collect() : [];
  }

  /** Inline content as printed; null where the edition leaves out all there is. */
  inline(block: Node | null): readonly PrintedInline[] | null {
    if (block === null) return null;
    const out: PrintedInline[] = [];
    let left = false;
    block.forEach((node) => {
      if (!isPrinted(node.marks, this.edition.kind)) left = true;
      else {
        const one = this.one(node);
        if (one.text !== '') out.push(one);
      }
    });
    return left && out.length === 0 ? null : out;
  }

  /** Text of a textblock with its number; '\n' is a hard break. null where nothing of it is printed. */
  textblock(block: Node | null, label: string | null): string | null {
    const inline = this.inline(block);
    return inline === null ? null : (label ?? '') + inline.map(({ text }) => text).join('');
  }

  private one(node: Node): PrintedInline {
    const { marks } = node;
    switch (node.type.name) {
      case 'text': return { kind: 'text', text: node.text ?? '', marks, note: null };
      case 'hard_break': return { kind: 'break', text: '\n', marks, note: null };
      case 'field': {
        const { path, form } = node.attrs as FieldAttrs;
        return { kind: 'field', text: renderField(path, form, this.pkg.meeting) ?? emptyFieldText(path), marks, note: null };
      }
      case 'placeholder': return { kind: 'placeholder', text: placeholderText((node.attrs as PlaceholderAttrs).type, this.pkg.stage), marks, note: null };
      case 'note': {
        const number = this.notes.findIndex(({ term }) => term === (node.attrs as NoteAttrs).term) + 1;
        return { kind: 'note', text: number === 0 ? '' : `〔${number}〕`, marks, note: number };
      }
      default: throw new TypeError(`no printed text of ${node.type.name}`);
    }
  }

  private collect(): NoteAttrs[] {
    const byTerm = new Map<string, NoteAttrs>();
    for (const { doc } of this.articles) {
      doc.descendants((node) => {
        if (node.type.name !== 'note' || !isPrinted(node.marks, this.edition.kind)) return;
        const attrs = node.attrs as NoteAttrs;
        const known = byTerm.get(attrs.term);
        if (known === undefined || (known.text === '' && attrs.text !== '')) byTerm.set(attrs.term, attrs);
      });
    }
    return [...byTerm.values()];
  }
}
