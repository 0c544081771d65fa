// What is typed before it is known where the caret was asked for. The text has the focus from the
// first moment, its caret at its beginning, so that an input method is never without a text; what
// was put in there goes to the place as soon as that is found.
import type { Node } from 'prosemirror-model';
import { type EditorState, Selection, type Transaction } from 'prosemirror-state';

/** A text as it was opened, and where its caret was put first (document position). */
export interface Opening {
  readonly doc: Node;
  readonly at: number;
}

/** How much was put in at the first caret, behind which the caret stands now (document positions); null: something else was done, and the caret is the writer's. */
export function typedSince({ doc, at }: Opening, state: EditorState): number | null {
  const typed = state.doc.content.size - doc.content.size;
  if (typed < 0 || !state.selection.empty || state.selection.head !== at + typed) return null;
  const without = typed === 0 ? state.doc : state.tr.delete(at, at + typed).doc;
  return without.eq(doc) ? typed : null;
}

/** Takes what was put in (`typed`) from the first caret to a position of the text as it was opened; the caret goes behind it. */
export function carried({ at }: Opening, typed: number, to: number, { doc, tr }: EditorState): Transaction {
  if (typed > 0) tr.delete(at, at + typed).replace(to, to, doc.slice(at, at + typed));
  return tr.setSelection(Selection.near(tr.doc.resolve(to + typed))).scrollIntoView();
}
