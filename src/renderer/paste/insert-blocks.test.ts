import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { doc, h, lead, p, par, positionOf, table } from '../../../test/build';
import { schema } from '../../core/model/schema';
import { insertBlocks } from './insert-blocks';

/** Blocks after a paste at <a> (or over <a>…<b>), `|` where the caret is. */
function pasted(text: Node, blocks: readonly Node[], to: 'a' | 'b' = 'a'): readonly string[] {
  const state = EditorState.create({ doc: text, selection: TextSelection.create(text, positionOf(text, 'a'), positionOf(text, to)) });
  const tr = insertBlocks(state, blocks);
  if (tr === null) throw new RangeError('nothing pasted');
  tr.doc.check();
  const marked = tr.doc.type.schema === schema ? state.apply(tr) : state;
  const caret = marked.selection.head;
  return marked.doc.children.map((node, index) => {
    let start = 0;
    for (let i = 0; i < index; i++) start += marked.doc.child(i).nodeSize;
    const read = (from: number, end: number): string => node.textBetween(from, end, '/', (leaf) => (leaf.type.name === 'hard_break' ? '↵' : '□'));
    const at = caret - start - 1;
    const words = at >= 0 && at <= node.content.size ? `${read(0, at)}|${read(at, node.content.size)}` : read(0, node.content.size);
    return `${node.type.name === 'heading' ? `h${String(node.attrs['level'])} ` : node.attrs['head'] ? 'r ' : ''}${words}`;
  });
}

const TWO = [p('甲'), p('乙')];

describe('where pasted blocks arrive', () => {
  it.each<[string, Node, readonly Node[], readonly string[]]>([
    ['one paragraph into a sentence: its words', doc(p('前<a>后')), [p('甲')], ['前甲|后']],
    ['two paragraphs into a sentence part it', doc(p('前<a>后')), TWO, ['前甲', '乙|后']],
    ['into an empty paragraph: it gives way', doc(p('<a>'), p('尾')), [h(1, '题'), p('文')], ['h1 题', '文|', '尾']],
    ['a heading never runs into the sentence before it', doc(p('前<a>'), p('尾')), [h(1, '题'), p('文')], ['前', 'h1 题', '文|', '尾']],
    ['nor what stands behind the caret into a heading', doc(p('前<a>后')), [p('甲'), h(1, '题')], ['前甲', 'h1 题|', '后']],
    ['before a paragraph: paragraphs of their own', doc(p('<a>后')), TWO, ['甲', '乙|后']],
    ['at the end of a heading: below it', doc(h(1, '题<a>')), [h(2, '小题'), p('文')], ['h1 题', 'h2 小题', '文|']],
    ['into an empty heading: body text takes its place', doc(h(1, '<a>')), TWO, ['甲', '乙|']],
    ['one paragraph into an empty heading is its words', doc(h(1, '<a>')), [p('题')], ['h1 题|']],
    ['a run-in heading keeps its head', doc(p('<a>')), [par({ head: { level: 2 } }, lead('小题。'), '文')], ['r 小题。文|']],
  ])('%s', (_, text, blocks, wanted) => {
    expect(pasted(text, blocks)).toEqual(wanted);
  });

  it('over a selection of several paragraphs', () => {
    const text = doc(p('前<a>去'), p('去'), p('去<b>后'));
    expect(pasted(text, TWO, 'b')).toEqual(['前甲', '乙|后']);
  });

  it('after a table there is a paragraph to write on', () => {
    expect(pasted(doc(p('<a>')), [table(['一', '二'])])).toEqual(['一/二', '|']);
  });

  it('a run-in heading pasted into a sentence brings no stray lead', () => {
    const text = doc(p('前<a>后'));
    const state = EditorState.create({ doc: text, selection: TextSelection.create(text, positionOf(text, 'a')) });
    const tr = insertBlocks(state, [p('甲'), par({ head: { level: 2 } }, lead('小题。'), '文')]);
    const blocks = tr?.doc.children ?? [];
    expect(blocks.map((node) => node.textContent)).toEqual(['前甲', '小题。文', '后']);
    expect(blocks[2]?.firstChild?.marks).toEqual([]);
  });
});

describe('into a cell', () => {
  it('come the words alone, a line break between paragraphs', () => {
    const text = doc(table(['格', '乙']));
    const at = 4 + 1;
    const state = EditorState.create({ doc: text, selection: TextSelection.create(text, at) });
    const tr = insertBlocks(state, [h(1, '题'), par({ head: { level: 2 } }, lead('小题。'), '文')]);
    tr?.doc.check();
    const cell = tr?.doc.child(0).child(0).child(0);
    expect(cell?.textBetween(0, cell.content.size, '/', () => '↵')).toBe('格题↵小题。文');
    expect(tr?.doc.child(0).child(0).childCount).toBe(2);
  });
  it('over several cells they are emptied first, the table keeps its rows', () => {
    const text = doc(table(['甲', '乙'], ['丙', '丁']));
    // From behind 甲 to behind 丙.
    const state = EditorState.create({ doc: text, selection: TextSelection.create(text, 5, 16) });
    expect([state.selection.$from.parent.textContent, state.selection.$to.parent.textContent]).toEqual(['甲', '丙']);
    const tr = insertBlocks(state, [p('新')]);
    tr?.doc.check();
    expect(tr?.doc.child(0).children.map((row) => row.children.map((cell) => cell.textContent).join('|'))).toEqual(['新|', '|丁']);
  });
});
