import { EditorState } from 'prosemirror-state';
import { expect, it } from 'vitest';
import { doc, marked, p, table } from '../../../test/build';
import { closedMarks, closedMarksPlugin } from './closed-marks';

it('marks of half a width by the side of their blank; dashes and dots are whole, and 。！？ that no closing mark follows', () => {
  expect(closedMarks('他说：“好，（再）议。”——走……')).toEqual([
    { from: 2, to: 3, side: 'behind' }, { from: 3, to: 4, side: 'before' }, { from: 5, to: 6, side: 'behind' }, { from: 6, to: 7, side: 'before' }, { from: 8, to: 9, side: 'behind' }, { from: 10, to: 12, side: 'behind' },
  ]);
});

it.each<[string, readonly number[]]>([
  ['好。”走', [1, 2]], ['好”。走', [1]], ['走）。', [1]], ['（真的？）走', [0, 3, 4]], ['走？！好', [1, 2]], ['走！！！好', [1, 2]], ['走？好', []], ['（《甲》），', [0, 1, 3, 4, 5]],
])('%s: as the page has it, half a width at %j', (text, halves) => {
  expect(closedMarks(text).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k))).toEqual(halves);
});

it('marks in a table’s cells and across what is emphasised are the same', () => {
  const state = EditorState.create({ doc: doc(p('甲', marked('strong', null, '乙。'), '”丙'), table(['丁，'])), plugins: [closedMarksPlugin] });
  expect(shown(state)).toEqual([[3, 'mark-behind'], [4, 'mark-behind'], [state.doc.child(0).nodeSize + 5, 'mark-behind']]);
});

/** What is drawn, as [place, class] of each mark. */
function shown(state: EditorState): (readonly [number, string])[] {
  const set = closedMarksPlugin.props.decorations!.call(closedMarksPlugin, state) as unknown as { find(): { from: number; type: { attrs: { class: string } } }[] };
  return set.find().map(({ from, type }) => [from, type.attrs.class] as const).toSorted(([a], [b]) => a - b);
}

it('follows what is typed and pasted; a composition is drawn once it has ended', () => {
  let state = EditorState.create({ doc: doc(p('甲，乙'), p('丙“丁”')), plugins: [closedMarksPlugin] });
  expect(shown(state)).toEqual([[2, 'mark-behind'], [7, 'mark-before'], [9, 'mark-behind']]);
  state = state.apply(state.tr.insertText('：戊、', 1));
  expect(shown(state)).toEqual([[1, 'mark-behind'], [3, 'mark-behind'], [5, 'mark-behind'], [10, 'mark-before'], [12, 'mark-behind']]);
  state = state.apply(state.tr.insertText('，', 1).setMeta('composition', 1));
  expect(shown(state)).toHaveLength(5);
  state = state.apply(state.tr);
  expect(shown(state).map(([at]) => at)).toEqual([1, 2, 4, 6, 11, 13]);
  state = state.apply(state.tr.delete(0, state.doc.firstChild!.nodeSize));
  expect(shown(state)).toEqual([[2, 'mark-before'], [4, 'mark-behind']]);
});
