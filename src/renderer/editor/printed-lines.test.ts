import { EditorState, type Transaction } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { expect, it } from 'vitest';
import { br, doc, field, p } from '../../../test/build';
import { PARTED, printedLines, printedLinesPlugin } from './printed-lines';

const TITLE = '市政协召开主席会议传达学习会议精神';
const opened = (...text: Parameters<typeof p>): EditorState => EditorState.create({ doc: doc(p(...text)), plugins: [printedLinesPlugin] });

interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly type: { readonly attrs: { readonly class: string } };
}
const drawn = (state: EditorState): readonly string[] =>
  ((printedLinesPlugin.props.decorations?.call(printedLinesPlugin, state) as DecorationSet | null)?.find() ?? [])
    .map((one) => one as unknown as Drawn).map(({ from, to, type }) => `${type.attrs.class} ${state.doc.textBetween(from, to)} ${from}`).toSorted();
const before = (at: number): { at: number; inside: number } => ({ at, inside: 0 });
const told = (state: EditorState, starts: readonly number[]): EditorState => {
  const tr = printedLines(state, starts.map(before));
  return tr === null ? state : state.apply(tr);
};
const composed = (tr: Transaction): Transaction => tr.setMeta('composition', 1);

it('a line begins before its first character; told the same again, nothing is done', () => {
  const state = told(opened(TITLE), [9]);
  expect(drawn(state)).toEqual(['line-start 传 10']);
  expect(printedLines(state, [before(9)])).toBeNull();
  expect(drawn(told(state, []))).toEqual([]);
  expect(printedLines(opened(TITLE), [])).toBeNull();
  // At its ends nothing begins; a text that is shorter by now has no such place.
  expect(drawn(told(opened('短题'), [0, 2, 9]))).toEqual([]);
});

it('what is typed stays in its line: before the break at the end of the one above, after its first character in it', () => {
  const state = told(opened(TITLE), [9]);
  expect(drawn(state.apply(state.tr.insertText('新', 3)))).toEqual(['line-start 传 11']);
  expect(drawn(state.apply(state.tr.insertText('上', 10)))).toEqual(['line-start 传 11']);
  expect(drawn(state.apply(state.tr.insertText('达', 11)))).toEqual(['line-start 传 10']);
  // The first character goes: its line begins with the next one.
  expect(drawn(state.apply(state.tr.delete(10, 11)))).toEqual(['line-start 达 10']);
  expect(drawn(state.apply(state.tr.delete(8, 18)))).toEqual([]);
});

it('while composing it is moved and nothing else, and drawn anew behind it', () => {
  const state = told(opened(TITLE), [9]);
  const open = state.apply(composed(state.tr.insertText('x', 3)));
  expect(drawn(open)).toEqual(['line-start 传 11']);
  // The character that carries it goes: no line begins until the composition is over.
  const over = open.apply(composed(open.tr.delete(11, 12)));
  expect(drawn(over)).toEqual([]);
  expect(drawn(over.apply(over.tr.setMeta('anything', true)))).toEqual(['line-start 达 11']);
});

it('a blank where the page parts them belongs to no line; the writer’s own line end is one already', () => {
  expect(drawn(told(opened('同心启新程　实干谱华章'), [6]))).toEqual(['line-blank 　 6', 'line-start 实 7']);
  expect(drawn(told(opened('同心启新程　实干谱华章'), [5]))).toEqual(['line-blank 　 6', 'line-start 实 7']);
  expect(drawn(told(opened('同心启新程', br, '实干谱华章'), [6]))).toEqual([]);
});

it('a value of the record is told where its own text is parted, once for all of its lines', () => {
  const state = opened('关于', field('place'), '的报告');
  const tr = printedLines(state, [{ at: 2, inside: 4 }, { at: 2, inside: 9 }, { at: 4, inside: 0 }]);
  const all = (printedLinesPlugin.props.decorations?.call(printedLinesPlugin, state.apply(tr!)) as DecorationSet | null | undefined)?.find() ?? [];
  expect(all.map(({ from, to, spec }) => [from, to, (spec as Record<string, unknown>)[PARTED]])).toEqual([[3, 4, '4,9'], [5, 6, undefined]]);
  // The first in its text: parted all the same.
  expect(printedLines(opened(field('title')), [{ at: 0, inside: 19 }])).not.toBeNull();
});
