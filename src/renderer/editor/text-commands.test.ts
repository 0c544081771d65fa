import type { Node } from 'prosemirror-model';
import { EditorState, NodeSelection, TextSelection, type Command } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { doc, field, h, heading, lead, marked, omit, p, par, placeholder, positionOf, table } from '../../../test/build';
import { EMPTY_MEETING } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { plainField } from './field-atoms';
import { enter, hardBreak, insertPlaceholder, isAtLevel, nextTask, setBody, setHeading, shiftLevel, toggleOmit, toggleTheme, unhead } from './text-commands';

/** A state with the caret at <a>, or the selection from <a> to <b>. */
function stateOf(start: Node, to?: 'b'): EditorState {
  const from = positionOf(start, 'a');
  return EditorState.create({ doc: start, selection: TextSelection.create(start, from, to === undefined ? from : positionOf(start, to)) });
}

/** The document after a command, or null where it does not apply. */
function after(state: EditorState, command: Command): Node | null {
  let next: EditorState | null = null;
  const applies = command(state, (tr) => {
    next = state.apply(tr);
  });
  // A command that says yes without a dispatch must do something with one.
  expect(command(state)).toBe(applies);
  return applies ? ((next as EditorState | null)?.doc ?? state.doc) : null;
}

const same = (found: Node | null, wanted: Node | null): void => expect(found?.toJSON() ?? null).toEqual(wanted?.toJSON() ?? null);

describe('heading levels', () => {
  it.each<[string, Node, Command, Node | null]>([
    ['Ctrl+Alt+1 makes a paragraph a first-level heading, numbered', doc(p('工作<a>回顾')), setHeading(1), doc(h(1, '工作回顾'))],
    ['a typed number goes, for the heading draws its own (W11)', doc(p('三、新的一章<a>')), setHeading(1), doc(h(1, '新的一章'))],
    ['（二） and its half-width make, with a blank', doc(p('(二) 做实<a>协商')), setHeading(2), doc(h(2, '做实协商'))],
    ['1．, but not a figure', doc(p('1．修订<a>细则')), setHeading(3), doc(h(3, '修订细则'))],
    ['2.5亿元 is no number of a heading', doc(p('2.5亿元<a>到位')), setHeading(3), doc(h(3, '2.5亿元到位'))],
    ['a number alone stays: it may be all there is yet', doc(p('一、<a>')), setHeading(1), doc(h(1, '一、'))],
    ['an unnumbered level keeps what was typed', doc(p('一、<a>附件')), setHeading(5), doc(heading({ level: 5, numbered: false }, '一、附件'))],
    ['an unnumbered part title keeps out of the numbering', doc(p('<a>附件')), setHeading(0), doc(heading({ level: 0, numbered: false }, '附件'))],
    ['a run-in heading takes the level and stays run-in', doc(par({ head: { level: 2 } }, lead('协商<a>有序。'), '会同')), setHeading(3), doc(par({ head: { level: 3 } }, lead('协商有序。'), '会同'))],
    ['a number of another make is kept (第一，)', doc(heading({ level: 2, form: 'di' }, '<a>坚持')), setHeading(1), doc(heading({ level: 1, form: 'di' }, '坚持'))],
    ['what a hand asked of the block in an edition is kept', doc(heading({ level: 1, adjust: { b: { lines: 1 } } }, '<a>题')), setHeading(2), doc(heading({ level: 2, adjust: { b: { lines: 1 } } }, '题'))],
    ['正文 takes the heading back', doc(h(2, '<a>题')), setBody, doc(p('题'))],
    ['正文 takes a run-in heading back, its face too', doc(par({ head: { level: 2 } }, lead('协商<a>有序。'), '会同')), setBody, doc(p('协商有序。会同'))],
    ['正文 does not apply to body text', doc(p('<a>正文')), setBody, null],
    ['降级', doc(h(1, '<a>题')), shiftLevel(1), doc(h(2, '题'))],
    ['升级 stops at the first level', doc(h(1, '<a>题')), shiftLevel(-1), null],
    ['降级 stops at the fourth', doc(h(4, '<a>题')), shiftLevel(1), null],
    ['a theme sentence has no level to shift', doc(par({ head: { level: 5, numbered: false } }, lead('句。<a>'))), shiftLevel(-1), null],
  ])('%s', (_, start, command, wanted) => {
    same(after(stateOf(start), command), wanted);
  });

  it('a selection over several blocks changes them all', () => {
    const start = doc(p('甲<a>'), p('乙<b>'), p('丙'));
    same(after(stateOf(start, 'b'), setHeading(2)), doc(h(2, '甲'), h(2, '乙'), p('丙')));
    const numbered = doc(p('（一）<a>甲'), p('（二）乙<b>'), p('丙'));
    same(after(stateOf(numbered, 'b'), setHeading(2)), doc(h(2, '甲'), h(2, '乙'), p('丙')));
  });

  it('the tool row shows the level of the caret', () => {
    const state = stateOf(doc(h(2, '<a>题')));
    expect([isAtLevel(state, 2), isAtLevel(state, 1), isAtLevel(state, null)]).toEqual([true, false, false]);
  });
});

describe('W12: the first sentence as a theme sentence', () => {
  const theme = { head: { level: 5, numbered: false } };
  it.each<[string, Node, Node | null]>([
    ['the first sentence becomes a run-in heading, its 。 included', doc(p('协商有序。会同<a>市委。')), doc(par(theme, lead('协商有序。'), '会同市委。'))],
    ['a closing quote belongs to the sentence', doc(p('要做到“有事好商量。”<a>于是')), doc(par(theme, lead('要做到“有事好商量。”'), '于是'))],
    ['again: plain text', doc(par(theme, lead('协商<a>有序。'), '会同')), doc(p('协商有序。会同'))],
    ['a paragraph without an end of a sentence has none', doc(p('没有句号<a>')), null],
    ['a heading that is one sentence is none', doc(h(1, '题。<a>')), null],
    ['a heading that goes on keeps its number', doc(h(2, '压实责任。市直<a>各部门要拿出清单。')), doc(par({ head: { level: 2 } }, lead('压实责任。'), '市直各部门要拿出清单。'))],
    ['and its make and start', doc(heading({ level: 2, form: 'di', start: 3 }, '坚持。要<a>')), doc(par({ head: { level: 2, form: 'di', start: 3 } }, lead('坚持。'), '要'))],
    ['a number that was typed is drawn', doc(p('（一）压实责任。市直<a>各部门')), doc(par({ head: { level: 2 } }, lead('压实责任。'), '市直各部门'))],
    ['1. too, but no decimal', doc(p('1.5亿元到位。<a>其余')), doc(par(theme, lead('1.5亿元到位。'), '其余'))],
  ])('%s', (_, start, wanted) => {
    same(after(stateOf(start), toggleTheme), wanted);
  });

  it('an atom counts one position, however long it shows', () => {
    same(after(stateOf(doc(p('全年', placeholder(), '件。<a>其余'))), toggleTheme), doc(par(theme, lead('全年', placeholder(), '件。'), '其余')));
  });
});

describe('Enter and Backspace', () => {
  it.each<[string, Node, Node]>([
    ['at the end of a heading: body text follows', doc(h(1, '题<a>')), doc(h(1, '题'), p())],
    ['inside a heading: two headings', doc(h(1, '前<a>后')), doc(h(1, '前'), h(1, '后'))],
    ['before a heading: an empty paragraph above, the heading stays whole', doc(h(1, '<a>题')), doc(p(), h(1, '题'))],
    ['before a run-in heading: the same', doc(par({ head: { level: 2 } }, lead('<a>句。'), '文')), doc(p(), par({ head: { level: 2 } }, lead('句。'), '文'))],
    ['inside a run-in paragraph: the second part is plain', doc(par({ head: { level: 2 } }, lead('句。'), '前<a>后')), doc(par({ head: { level: 2 } }, lead('句。'), '前'), p('后'))],
    ['inside the run-in heading itself: the rest loses its face', doc(par({ head: { level: 2 } }, lead('前<a>后。'), '文')), doc(par({ head: { level: 2 } }, lead('前')), p('后。文'))],
    ['a paragraph set right goes on right', doc(par({ align: 'right' }, '落<a>款')), doc(par({ align: 'right' }, '落'), par({ align: 'right' }, '款'))],
    ['in an item of a list: the next one, with a number of its own', doc(par({ head: { level: 3, start: 2 } }, '审议<a>报告；')), doc(par({ head: { level: 3, start: 2 } }, '审议'), par({ head: { level: 3 } }, '报告；'))],
    ['at its end', doc(par({ head: { level: 3 } }, '审议；<a>')), doc(par({ head: { level: 3 } }, '审议；'), par({ head: { level: 3 } }))],
    ['in an empty item: the list ends', doc(par({ head: { level: 3 } }, '<a>')), doc(p())],
  ])('Enter %s', (_, start, wanted) => {
    same(after(stateOf(start), enter), wanted);
  });

  it('W11: Backspace at the start of a heading takes the heading back, nothing more', () => {
    same(after(stateOf(doc(p('上'), h(1, '<a>题'))), unhead), doc(p('上'), p('题')));
    same(after(stateOf(doc(p('上'), p('<a>文'))), unhead), null);
    same(after(stateOf(doc(h(1, '题<a>'))), unhead), null);
  });

  it('Enter in a deck field is a break that wins over the automatic ones', () => {
    same(after(stateOf(doc(p('上<a>下'))), hardBreak), schema.node('doc', null, [schema.node('paragraph', null, [schema.text('上'), schema.node('hard_break'), schema.text('下')])]));
  });
});

describe('marks and atoms', () => {
  it('a 待填 takes the place of the selected number and remembers it', () => {
    const wanted = doc(p('立案', { nodes: [schema.node('placeholder', { type: 'figure', was: '163', note: null })], tags: new Map() }, '件'));
    same(after(stateOf(doc(p('立案<a>163<b>件')), 'b'), insertPlaceholder('figure')), wanted);
  });

  it('a 待填 does not swallow the border of two paragraphs', () => {
    same(after(stateOf(doc(p('一<a>段'), p('二<b>段')), 'b'), insertPlaceholder('figure')), null);
  });

  it.each<[string, Node, Node]>([
    ['marks the selection', doc(p('甲<a>乙<b>丙')), doc(p('甲', omit('speech', '乙'), '丙'))],
    ['over a range that is partly marked, marks all of it', doc(p('<a>甲', omit('speech', '乙'), '丙<b>')), doc(p(omit('speech', '甲乙丙')))],
    ['takes it back where all of it has it', doc(p('<a>', omit('speech', '甲乙'), '<b>丙')), doc(p('甲乙丙'))],
    ['joins the other edition', doc(p('<a>', omit('newspaper', '甲'), '<b>')), doc(p(marked('omit', { editions: ['newspaper', 'speech'] }, '甲')))],
  ])('宣读略 %s', (_, start, wanted) => {
    same(after(stateOf(start, 'b'), toggleOmit('speech')), wanted);
  });

  it('宣读略 needs a selection', () => {
    same(after(stateOf(doc(p('甲<a>'))), toggleOmit('speech')), null);
  });

  it('Backspace after a value of the meeting record makes it plain text', () => {
    const meeting = () => ({ ...EMPTY_MEETING, speaker: '林致远' });
    same(after(stateOf(doc(p('主席', field('speaker'), '<a>同志'))), plainField(meeting)), doc(p('主席林致远同志')));
    same(after(stateOf(doc(p('主席', field('speaker'), '<a>'))), plainField(() => EMPTY_MEETING)), null);
    same(after(stateOf(doc(p('主席<a>'))), plainField(meeting)), null);
  });
});

describe('W13: the next open place', () => {
  const text = doc(p('一<a>', placeholder(), '二', marked('doubt', null, '存'), marked('doubt', null, '疑'), '三'), table(['格', '格']), p('四', placeholder()));

  it('walks 待填 and 存疑 in order and begins again after the last', () => {
    let state = stateOf(text);
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      nextTask(state, (tr) => {
        state = state.apply(tr);
      });
      const { selection } = state;
      seen.push(selection instanceof NodeSelection ? selection.node.type.name : state.doc.textBetween(selection.from, selection.to));
    }
    expect(seen).toEqual(['placeholder', '存疑', 'placeholder', 'placeholder']);
  });

  it('does not apply where nothing is open', () => {
    same(after(stateOf(doc(p('<a>都写好了'))), nextTask), null);
  });
});
