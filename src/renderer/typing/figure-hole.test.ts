import { EditorState, NodeSelection, TextSelection, type PluginView, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { doc, p, placeholder } from '../../../test/build';
import { figureHole, figureWords, holdsFigure } from './figure-hole';

/** A text with a hole that waits for a figure, selected; what is said is in `said`. */
function bench(type: 'figure' | 'text' = 'figure') {
  const said: string[] = [];
  const plugin = figureHole((message) => said.push(message));
  const start = doc(p('提交提案', placeholder(type), '件。'), p('下一段'));
  let state = EditorState.create({ doc: start, plugins: [plugin] });
  const view = { composing: false, get state() { return state; } };
  const part: PluginView = plugin.spec.view!(view as unknown as EditorView);
  const run = (make: (tr: Transaction) => Transaction, composing = false): void => {
    const before = state;
    state = state.apply(make(state.tr));
    view.composing = composing;
    part.update?.(view as unknown as EditorView, before);
  };
  run((tr) => tr.setSelection(NodeSelection.create(tr.doc, 5)));
  const leave = (): void => run((tr) => tr.setSelection(TextSelection.create(tr.doc, tr.doc.content.size - 1)));
  return { said, run, leave };
}

describe('a figure’s hole', () => {
  it('filled with words says so once, when the caret has gone on', () => {
    const { said, run, leave } = bench();
    run((tr) => tr.replaceSelectionWith(tr.doc.type.schema.text('若')));
    run((tr) => tr.insertText('干'));
    expect(said).toEqual([]);
    leave();
    leave();
    expect(said).toEqual([figureWords('若干', null)]);
  });

  it.each(['9', '三百余', '１２', '约3.5'])('filled with %s says nothing', (words) => {
    const { said, run, leave } = bench();
    run((tr) => tr.replaceSelectionWith(tr.doc.type.schema.text(words)));
    leave();
    expect(said).toEqual([]);
  });

  it('waits for the end of a composition; emptied, brought back by undo, or a hole for words, it says nothing', () => {
    const composed = bench();
    composed.run((tr) => tr.deleteSelection());
    composed.run((tr) => tr.insertText('ruogan', 5).setSelection(TextSelection.create(tr.doc, 1)), true);
    expect(composed.said).toEqual([]);
    const emptied = bench();
    emptied.run((tr) => tr.deleteSelection());
    emptied.leave();
    const undone = bench();
    undone.run((tr) => tr.replaceSelectionWith(tr.doc.type.schema.text('若干')));
    undone.run((tr) => tr.replaceWith(5, 7, tr.doc.type.schema.nodes['placeholder']!.create({ type: 'figure', was: '8', note: null })));
    undone.leave();
    const words = bench('text');
    words.run((tr) => tr.replaceSelectionWith(tr.doc.type.schema.text('若干')));
    words.leave();
    expect([emptied.said, undone.said, words.said]).toEqual([[], [], []]);
  });

  it('shows what belongs there, and the first of many words', () => {
    expect(figureWords('一', '全年件数')).toContain('（全年件数）');
    expect(figureWords('某'.repeat(30), null)).toContain(`“${'某'.repeat(12)}…”`);
  });

  it('knows figures in digits and in Han', () => {
    expect([holdsFigure('两'), holdsFigure('12'), holdsFigure('多'), holdsFigure('abc')]).toEqual([true, true, false, false]);
  });
});
