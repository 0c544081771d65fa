import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { doc, h, heading, lead, marked, p, par, placeOf, positionOf } from '../../../test/build';
import { numberHeadings } from '../../core/model/numbering';
import { schema } from '../../core/model/schema';
import { moveSection, nextPlace, placesFor, sectionAt, shiftSection } from './move-section';

const TEXT = doc(
  p('开头'), // 0
  h(1, '回顾'), // 1
  p('回顾引言'), // 2
  h(2, '甲'), // 3
  p('甲文<caret>字'), // 4
  h(3, '甲一'), // 5
  par({ head: { level: 2 } }, lead('乙。'), '乙文'), // 6
  par({ head: { level: 5, numbered: false } }, lead('主题句。'), '乙二'), // 7
  h(1, '安排'), // 8
  p('安排引言'), // 9
  h(2, '丙'), // 10
);

type Doc = typeof TEXT;
const at = (text: Doc, tag = 'caret'): EditorState => EditorState.create({ doc: text, selection: TextSelection.create(text, positionOf(text, tag)) });

/** Blocks as numbered text, in order. */
const shown = (text: Doc): readonly string[] => {
  const labels = numberHeadings(text);
  return text.children.map((node, index) => (labels[index] ?? '') + node.textContent);
};

function run(state: EditorState, by: 1 | -1): EditorState | null {
  let next: EditorState | null = null;
  shiftSection(by)(state, (tr) => (next = state.apply(tr)));
  return next;
}

describe('what a section is', () => {
  it.each([[0, null], [1, [1, 8]], [2, [1, 8]], [4, [3, 6]], [5, [5, 6]], [6, [6, 8]], [7, [6, 8]], [9, [8, 11]], [10, [10, 11]]] as const)('block %i', (block, wanted) => {
    const section = sectionAt(TEXT, block);
    expect(section === null ? null : [section.from, section.to]).toEqual(wanted);
  });

  it('places are only where it swallows nobody: before a heading of its level or above, or at the end', () => {
    expect(placesFor(TEXT, 1)).toEqual([1, 8, 11]);
    expect(placesFor(TEXT, 2)).toEqual([1, 3, 6, 8, 10, 11]);
  });

  it('a sub-section goes into the next part, not out of the first one', () => {
    const [first, last] = [sectionAt(TEXT, 3), sectionAt(TEXT, 6)];
    if (first === null || last === null) throw new RangeError('no section');
    expect(nextPlace(TEXT, first, -1)).toBeNull();
    expect(nextPlace(TEXT, last, 1)).toBe(10);
  });
});

describe('W14: a section moves with all that is in it', () => {
  it('down past its neighbour: numbers are renewed, the caret stays in its word', () => {
    const next = run(at(TEXT), 1);
    expect(next === null ? null : shown(next.doc)).toEqual([
      '开头', '一、回顾', '回顾引言', '（一）乙。乙文', '主题句。乙二', '（二）甲', '甲文字', '1.甲一', '二、安排', '安排引言', '（一）丙',
    ]);
    expect(next?.selection.$head.parent.textContent).toBe('甲文字');
    expect(next?.selection.$head.parentOffset).toBe(placeOf(TEXT, 'caret').offset);
  });

  it('and back up again: the same document', () => {
    const down = run(at(TEXT), 1);
    const back = down === null ? null : run(down, -1);
    expect(back?.doc.eq(TEXT)).toBe(true);
  });

  it('a whole part moves before the other', () => {
    const section = sectionAt(TEXT, 8);
    const state = at(TEXT);
    const tr = section === null ? null : moveSection(state, section, 1);
    expect(tr === null ? null : shown(tr.doc)).toEqual([
      '开头', '一、安排', '安排引言', '（一）丙', '二、回顾', '回顾引言', '（一）甲', '甲文字', '1.甲一', '（二）乙。乙文', '主题句。乙二',
    ]);
  });

  it('not into itself, and not where it would swallow others', () => {
    const section = sectionAt(TEXT, 1);
    expect(section).not.toBeNull();
    if (section === null) return;
    for (const place of [1, 3, 8, 9]) expect(moveSection(at(TEXT), section, place)).toBeNull();
  });

  it('nothing moves before the first heading, nor the last section down', () => {
    const start = doc(p('开<caret>头'), h(1, '回顾'));
    expect(run(at(start), 1)).toBeNull();
    expect(run(at(doc(h(1, '回顾'), h(1, '安<caret>排'))), 1)).toBeNull();
  });
});

describe('a text whose numbers begin elsewhere', () => {
  const text = doc(heading({ level: 2, start: 5 }, '五<caret>'), p('文'), h(2, '六'), h(2, '七'));

  it('keeps its first number when the first section moves down', () => {
    expect(shown(run(at(text), 1)?.doc ?? text)).toEqual(['（五）六', '（六）五', '文', '（七）七']);
  });

  it('and when another moves to the head', () => {
    const section = sectionAt(text, 3);
    const tr = section === null ? null : moveSection(at(text), section, 0);
    expect(tr === null ? null : shown(tr.doc)).toEqual(['（五）七', '（六）五', '文', '（七）六']);
  });

  it('a run-in heading likewise', () => {
    const runIn = doc(par({ head: { level: 2, start: 3 } }, lead('三<caret>。'), '文'), par({ head: { level: 2 } }, lead('四。'), '文'));
    expect(shown(run(at(runIn), 1)?.doc ?? runIn)).toEqual(['（三）四。文', '（四）三。文']);
  });
});

describe('the steps', () => {
  it('are plain JSON that gives the same document elsewhere, marks and comments among them', () => {
    const text = doc(h(1, '甲<caret>'), p('前', marked('comment', { id: 'c1' }, '被批注'), marked('doubt', null, '存疑')), h(1, '乙'));
    let made: Transaction | null = null;
    shiftSection(1)(at(text), (tr) => (made = tr));
    if (made === null) throw new RangeError('nothing moved');
    const { steps, doc: after } = made as Transaction;
    const elsewhere = steps.reduce((current, step) => {
      const applied = Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())) as unknown).apply(current).doc;
      if (applied === null) throw new RangeError('step does not fit');
      return applied;
    }, text);
    expect(elsewhere.eq(after)).toBe(true);
    expect(shown(after)).toEqual(['一、乙', '二、甲', '前被批注存疑']);
    expect(after.child(2).child(1).marks.map(({ type }) => type.name)).toEqual(['comment']);
  });
});
