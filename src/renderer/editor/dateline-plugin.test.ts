import { EditorState } from 'prosemirror-state';
import { expect, it } from 'vitest';
import { doc, h, p, par } from '../../../test/build';
import { datelinePlugin } from './dateline-plugin';

/** What is drawn, as [from, to]. */
function shown(state: EditorState): (readonly [number, number])[] {
  const set = datelinePlugin.props.decorations!.call(datelinePlugin, state) as unknown as { find(): { from: number; to: number }[] };
  return set.find().map(({ from, to }) => [from, to] as const);
}

it('本报讯 and 新华社 where a paragraph opens with them, no heading and no item of a list', () => {
  const state = EditorState.create({ doc: doc(p('本报讯　甲'), p('据新华社电'), h(1, '本报讯'), par({ head: { level: 2 } }, '本报讯'), p('新华社乙')), plugins: [datelinePlugin] });
  const last = state.doc.content.size - state.doc.lastChild!.nodeSize + 1;
  expect(shown(state)).toEqual([[1, 4], [last, last + 3]]);
});

it('follows what is typed; a composition is drawn once it has ended', () => {
  let state = EditorState.create({ doc: doc(p('本报　甲')), plugins: [datelinePlugin] });
  expect(shown(state)).toEqual([]);
  state = state.apply(state.tr.insertText('讯', 3).setMeta('composition', 1));
  expect(shown(state)).toEqual([]);
  state = state.apply(state.tr);
  expect(shown(state)).toEqual([[1, 4]]);
});
