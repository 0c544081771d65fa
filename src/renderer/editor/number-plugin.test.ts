import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import type { Decoration, DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { doc, h, p } from '../../../test/build';
import { schema } from '../../core/model/schema';
import { numberPlugin, refreshNumbers } from './number-plugin';

const stateOf = (text: Node): EditorState => EditorState.create({ doc: text, plugins: [numberPlugin] });
const setOf = (state: EditorState): DecorationSet => numberPlugin.props.decorations?.call(numberPlugin, state) as DecorationSet;

/** What a decoration draws; prosemirror-view redraws a block where it is another object or says something else. */
const typeOf = (decoration: Decoration): { attrs: Record<string, string> } => (decoration as unknown as { type: { attrs: Record<string, string> } }).type;

/** Labels as drawn, each with the text of the block it stands on. */
function drawn(state: EditorState): readonly string[] {
  return setOf(state).find().map((decoration) => {
    const { attrs } = typeOf(decoration);
    return `${attrs['data-number']}${state.doc.nodeAt(decoration.from)?.textContent ?? ''}`;
  });
}

const change = (state: EditorState, make: (tr: Transaction) => Transaction): EditorState => state.apply(make(state.tr));

describe('W11: numbers are drawn', () => {
  const text = doc(h(1, '回顾'), p('文'), h(1, '安排'));

  it('each numbered block has its label', () => {
    expect(drawn(stateOf(text))).toEqual(['一、回顾', '二、安排']);
  });

  it('right after a heading is taken out', () => {
    expect(drawn(change(stateOf(text), (tr) => tr.delete(0, text.child(0).nodeSize)))).toEqual(['一、安排']);
  });

  it('right after one is put in between', () => {
    const added = change(stateOf(text), (tr) => tr.insert(text.child(0).nodeSize, h(1, '体会')));
    expect(drawn(added)).toEqual(['一、回顾', '二、体会', '三、安排']);
  });

  it('a keystroke in body text draws nothing anew: the same decorations stand', () => {
    const before = stateOf(text);
    const after = change(before, (tr) => tr.insertText('字', text.child(0).nodeSize + 1));
    expect(setOf(after).find().map(typeOf).map((type, i) => type === typeOf(setOf(before).find()[i] as Decoration))).toEqual([true, true]);
  });

  it('W20: a composition only maps them, whatever it does to headings; the end asks for fresh ones', () => {
    const composing = change(stateOf(text), (tr) => tr.delete(0, text.child(0).nodeSize).setMeta('composition', 1));
    expect(drawn(composing)).toEqual(['二、安排']);
    expect(drawn(change(composing, refreshNumbers))).toEqual(['一、安排']);
  });

  it('a block whose kind changed and changed back has its label again', () => {
    const body = change(stateOf(text), (tr) => tr.setNodeMarkup(0, schema.nodes.paragraph));
    expect(drawn(body)).toEqual(['一、安排']);
    expect(drawn(change(body, (tr) => tr.setNodeMarkup(0, schema.nodes.heading)))).toEqual(['一、回顾', '二、安排']);
  });
});
