import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { doc, p } from '../../../test/build';
import { carried, typedSince } from './early-typing';

const OPENED = doc(p('中国人民'), p('政治协商会议'));
const opening = { doc: OPENED, at: 1 };
const state = EditorState.create({ doc: OPENED });
/** Its paragraphs, the caret in them a bar. */
const shown = ({ doc: text, selection }: EditorState): readonly string[] => {
  const all = EditorState.create({ doc: text }).tr.insertText('|', selection.head).doc;
  return all.children.map(({ textContent }) => textContent);
};

describe('what is typed early', () => {
  it('is carried to the place, the caret behind it', () => {
    const written = state.apply(state.tr.insertText('委员', 1));
    expect(typedSince(opening, written)).toBe(2);
    expect(shown(written.apply(carried(opening, 2, 9, written)))).toEqual(['中国人民', '政治委员|协商会议']);
    expect(shown(written.apply(carried(opening, 2, 3, written)))).toEqual(['中国委员|人民', '政治协商会议']);
  });

  it('like what stands behind it is what was typed, not what stood there', () => {
    const written = state.apply(state.tr.insertText('中国', 1));
    expect(typedSince(opening, written)).toBe(2);
    expect(shown(written.apply(carried(opening, 2, 13, written)))).toEqual(['中国人民', '政治协商会议中国|']);
  });

  it('with a new paragraph in it is carried with that', () => {
    const typed = state.apply(state.tr.insertText('委员', 1));
    const parted = typed.apply(typed.tr.split(3));
    const written = parted.apply(parted.tr.insertText('们', 5));
    expect(shown(written)).toEqual(['委员', '们|中国人民', '政治协商会议']);
    const length = typedSince(opening, written);
    expect(length).toBe(5);
    expect(shown(written.apply(carried(opening, 5, 9, written)))).toEqual(['中国人民', '政治委员', '们|协商会议']);
  });

  it('nothing typed, only the caret goes', () => {
    expect(typedSince(opening, state)).toBe(0);
    expect(shown(state.apply(carried(opening, 0, 9, state)))).toEqual(['中国人民', '政治|协商会议']);
  });

  it('a caret that was moved, a selection, a deletion are the writer’s own', () => {
    const caret = (at: number, to = at): EditorState => state.apply(state.tr.setSelection(TextSelection.create(OPENED, at, to)));
    expect(typedSince(opening, caret(4))).toBeNull();
    expect(typedSince(opening, caret(1, 3))).toBeNull();
    expect(typedSince(opening, state.apply(state.tr.delete(1, 2)))).toBeNull();
    const written = state.apply(state.tr.insertText('委员', 1));
    expect(typedSince(opening, written.apply(written.tr.setSelection(TextSelection.create(written.doc, 2))))).toBeNull();
    const elsewhere = state.apply(state.tr.insertText('委员', 9));
    expect(typedSince(opening, elsewhere)).toBeNull();
  });
});
