// Where the anchors of 名词解释 stand in a document, numbered as the annex numbers
// them: by first appearance, one term one number. Found once a document.
import type { Node } from 'prosemirror-model';
import { eachTextblock } from '../../core/model/textblocks';
import { schema, type NoteAttrs } from '../../core/model/schema';

interface NoteAt extends NoteAttrs {
  readonly block: number;
  readonly offset: number;
  readonly number: number;
}

interface NoteIn extends NoteAttrs {
  readonly offset: number;
}

const inBlock = new WeakMap<Node, readonly NoteIn[]>();
const NONE: readonly NoteIn[] = [];

/** Anchors of a top-level block, offsets as in a Place (cells of a table run on). Remembered: a keystroke changes one block. */
function notesIn(block: Node): readonly NoteIn[] {
  const known = inBlock.get(block);
  if (known !== undefined) return known;
  const notes: NoteIn[] = [];
  eachTextblock(block, (node, base) => {
    node.forEach((inline, offset) => {
      if (inline.type === schema.nodes.note) notes.push({ ...(inline.attrs as NoteAttrs), offset: base + offset });
    });
  });
  const found = notes.length === 0 ? NONE : notes;
  inBlock.set(block, found);
  return found;
}

const inDoc = new WeakMap<Node, readonly NoteAt[]>();

/** Anchors of a document in order; one term has one number. */
export function notesOf(doc: Node): readonly NoteAt[] {
  const known = inDoc.get(doc);
  if (known !== undefined) return known;
  const numbers = new Map<string, number>();
  const notes: NoteAt[] = [];
  doc.forEach((node, _offset, block) => {
    for (const note of notesIn(node)) {
      const number = numbers.get(note.term) ?? numbers.size + 1;
      numbers.set(note.term, number);
      notes.push({ ...note, number, block });
    }
  });
  inDoc.set(doc, notes);
  return notes;
}
