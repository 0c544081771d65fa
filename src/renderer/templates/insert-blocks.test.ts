import { describe, expect, it } from 'vitest';
import { Fragment } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { doc, field, h, marked, p, placeholder, positionOf } from '../../../test/build';
import type { Node } from 'prosemirror-model';
import { schema } from '../../core/model/schema';
import { checkPhrase, insertBlocks, insertPhrase, phraseAt } from './insert-blocks';

function run(root: Node, command: Command): EditorState | null {
  const at = positionOf(root, 'a');
  let state = EditorState.create({ doc: root, selection: TextSelection.create(root, at) });
  const done = command(state, (tr) => { state = state.apply(tr); });
  return done ? state : null;
}
const texts = (state: EditorState | null): string[] => {
  const found: string[] = [];
  state?.doc.forEach((block) => found.push(block.textBetween(0, block.content.size, '', '□')));
  return found;
};
const phrase = (dated: string, checked: string | null, ...children: Parameters<typeof p>) => marked('phrase', { id: 'x', dated, checked }, ...children);

describe('插入 › 标准段落', () => {
  const section = Fragment.from([h(2, '主要不足'), p('比如', placeholder(), '不够')]);
  it('stands behind the block of the caret, its first placeholder selected', () => {
    const state = run(doc(p('前<a>半段'), p('后')), insertBlocks(section));
    expect(texts(state)).toEqual(['前半段', '主要不足', '比如□不够', '后']);
    expect(state?.doc.nodeAt(state.selection.from)?.type).toBe(schema.nodes.placeholder);
  });
  it('takes the place of an empty paragraph', () => expect(texts(run(doc(p('前'), p('<a>'), p('后')), insertBlocks(section)))).toEqual(['前', '主要不足', '比如□不够', '后']));
  it('at the end of the text, without a placeholder: the caret stands behind it', () => {
    const state = run(doc(p('前<a>')), insertBlocks(Fragment.from(p('结尾'))));
    expect([texts(state), state?.selection.from]).toEqual([['前', '结尾'], 6]);
  });
});

describe('a set phrase', () => {
  it('is put at the caret, and what is typed behind it is not part of it', () => {
    const state = run(doc(p('让我们<a>！')), insertPhrase([schema.text('团结', [schema.mark('phrase', { id: 'x', dated: '2022-10', checked: null })])]));
    expect(texts(state)).toEqual(['让我们团结！']);
    expect(state?.apply(state.tr.insertText('起来')).doc.firstChild?.child(2).marks).toEqual([]);
  });
  it('is found whole over its fields, and not beside it', () => {
    const root = doc(p('前', phrase('2022-10', null, '在<a>', field('place'), '周围'), '后'));
    expect(phraseAt(root, positionOf(root, 'a'))).toMatchObject({ from: 2, to: 6 });
    expect(phraseAt(root, 1)).toBeNull();
  });
  it('is ticked where it has aged: all of it, with the month', () => {
    const state = run(doc(p(phrase('2022-10', null, '在<a>', field('place'), '周围'), '后')), checkPhrase(() => '2026-11-26'));
    const marks = state?.doc.firstChild?.content.content.map((node) => node.marks.map(({ attrs }) => attrs['checked'] as string));
    expect(marks).toEqual([['2026-11'], ['2026-11'], ['2026-11'], []]);
    expect(run(doc(p(phrase('2026-01', null, '在<a>'))), checkPhrase(() => '2026-11-26'))).toBeNull();
    expect(run(doc(p('在<a>')), checkPhrase(() => '2026-11-26'))).toBeNull();
  });
});
