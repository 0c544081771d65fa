import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { doc, p } from '../../../test/build';
import { mendCaret } from './mend-caret';

/** A text typed at `from`, the caret reported at `caret`. */
const typed = (document: ReturnType<typeof doc>, text: string, from: number, caret: number): number => {
  const state = EditorState.create({ doc: document });
  const tr = state.tr.insertText(text, from);
  return mendCaret(tr.setSelection(TextSelection.create(tr.doc, caret))).selection.head;
};

describe('the caret after the first letter of an empty block', () => {
  const empty = doc(p('上一段'), p());

  it('reported before it: stands behind it', () => {
    expect(typed(empty, '字', 6, 6)).toBe(7);
    expect(typed(empty, '今年', 6, 6)).toBe(8);
  });

  it('reported behind it: stays', () => {
    expect(typed(empty, '字', 6, 7)).toBe(7);
  });

  it('in a block with text a caret before a letter is what somebody asked for', () => {
    expect(typed(doc(p('上一段')), '字', 2, 2)).toBe(2);
  });

  it('what deletes or moves is left alone', () => {
    const state = EditorState.create({ doc: empty });
    const tr = state.tr.delete(1, 2);
    expect(mendCaret(tr)).toBe(tr);
    const moved = state.tr.setSelection(TextSelection.create(state.doc, 6));
    expect(mendCaret(moved).selection.head).toBe(6);
  });
});
