// Chromium sometimes leaves its caret before the first letter typed into an empty
// block (seen within 50 ms after Enter, twice in a hundred): the next letter would
// then stand before the first. Edge did the same, and prosemirror-view mends it for
// Edge alone (domchange.js, "Edge just doesn't move the cursor forward").
import { TextSelection, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';

/** Puts the caret behind a text that was just typed into an empty block, where it was left before it. Not for compositions. */
export function mendCaret(tr: Transaction): Transaction {
  const [step] = tr.steps;
  if (tr.steps.length !== 1 || !(step instanceof ReplaceStep) || !tr.selectionSet || !tr.selection.empty) return tr;
  const { from, to, slice } = step;
  const text = slice.content.firstChild;
  if (from !== to || slice.content.childCount !== 1 || text?.isText !== true || tr.selection.head !== from) return tr;
  const block = tr.before.resolve(from).parent;
  return block.isTextblock && block.content.size === 0 ? tr.setSelection(TextSelection.create(tr.doc, from + text.nodeSize)) : tr;
}
