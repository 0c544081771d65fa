// Where the anchors of 名词解释 stand in a document, numbered as the annex numbers
// them: by first appearance, one term one number. Found once a document.
import type { Node } from 'prosemirror-model';
import { schema, type NoteAttrs } from '../../core/model/schema';
import { placeOf } from '../editor/places';

interface NoteAt extends NoteAttrs {
  readonly block: number;
  readonly offset: number;
  readonly number: number;
}

const found = new WeakMap<Node, readonly NoteAt[]>();

/** Anchors of a document in order; one term has one number. */
export function notesOf(doc: Node): readonly NoteAt[] {
  const known = found.get(doc);
  if (known !== undefined) return known;
  const numbers = new Map<string, number>();
  const notes: NoteAt[] = [];
  doc.descendants((node, pos) => {
    if (node.type !== schema.nodes.note) return true;
    const { term, text } = node.attrs as NoteAttrs;
    const number = numbers.get(term) ?? numbers.size + 1;
    numbers.set(term, number);
    notes.push({ term, text, number, ...placeOf(doc, pos) });
    return false;
  });
  found.set(doc, notes);
  return notes;
}
