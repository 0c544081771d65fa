import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { doc, field, h, heading, lead, marked, p, par, placeholder, positionOf, table } from '../../../test/build';
import { readSettings, type WritingSettings } from '../session/writing-settings';
import { curvedQuote, helpFor, openFigure } from './help-rules';

const ALL = readSettings(null);

/** The document after the help for what stands between <a> and <b>, where the caret is; null for none. */
function helped(text: Node, settings: Partial<WritingSettings> = {}, headings = true): { readonly doc: Node; readonly label: string } | null {
  const state = EditorState.create({ doc: text, selection: TextSelection.create(text, positionOf(text, 'b')) });
  const help = helpFor(state, positionOf(text, 'a'), { ...ALL, ...settings }, headings);
  return help === null ? null : { doc: help.tr.doc, label: help.label };
}

/** Text of the only paragraph after help, or null. */
const line = (text: string, settings: Partial<WritingSettings> = {}): string | null => helped(doc(p(text)), settings)?.doc.textContent ?? null;

describe('W18: quotes curve by what stands before them', () => {
  it.each<[string, '"' | "'", string, string]>([
    ['at the start', '"', '', '“'],
    ['after words: Chinese has no blank before a quote', '"', '实施', '“'],
    ['where one is open', '"', '实施“双百', '”'],
    ['after a closed pair', '"', '“甲”和', '“'],
    ['a stray closing one opens nothing', '"', '甲”和', '“'],
    ['single inside double', "'", '“他说', '‘'],
    ['single where one is open', "'", '“他说‘好', '’'],
    ['the apostrophe of a Latin word', "'", 'It', '’'],
  ])('%s', (_, straight, before, wanted) => {
    expect(curvedQuote(straight, before)).toBe(wanted);
  });
  it.each<[string, string, string | null]>([
    ['one typed', '实施<a>"<b>', '实施“'],
    ['two at once, from an input method', '实施<a>"双百"<b>', '实施“双百”'],
    ['one that stood there before is left', '旧的"，新<a>字<b>', null],
    ['what follows the caret is left', '<a>"<b>甲"', '“甲"'],
  ])('%s', (_, text, wanted) => {
    expect(line(text)).toBe(wanted);
  });
  it('switched off', () => {
    expect(line('<a>"<b>', { quotes: false })).toBeNull();
  });
  it('marks stay', () => {
    expect(helped(doc(p(marked('strong', null, '甲<a>"<b>'))))?.doc.toJSON()).toEqual(doc(p(marked('strong', null, '甲“'))).toJSON());
  });
});

describe('W18: dots and dashes', () => {
  it.each<[string, string, string | null]>([
    ['the third dot', '等等..<a>.<b>', '等等……'],
    ['two are two', '等等.<a>.<b>', null],
    ['a fourth fights nothing', '等等...<a>.<b>', null],
    ['the second hyphen', '会议-<a>-<b>', '会议——'],
    ['a third fights nothing', '会议--<a>-<b>', null],
    ['a hyphen alone', '2020<a>-<b>', null],
    ['at once', '<a>等...和--<b>', '等……和——'],
    ['dots from before are left', '甲...乙<a>丙<b>', null],
  ])('%s', (_, text, wanted) => {
    expect(line(text)).toBe(wanted);
  });
  it('each switched off by itself', () => {
    expect(line('..<a>.<b>', { ellipsis: false })).toBeNull();
    expect(line('-<a>-<b>', { dash: false })).toBeNull();
    expect(line('<a>...--"<b>', { dash: false, quotes: false })).toBe('……--"');
  });
  it('an atom is no text', () => {
    expect(helped(doc(p('.', field('place'), '.<a>.<b>')))).toBeNull();
  });
});

describe('W11: a number typed at a line’s start makes a heading', () => {
  it.each<[string, Node, Node | null]>([
    ['一、', doc(p('一<a>、<b>')), doc(h(1))],
    ['before text that stands there', doc(p('一<a>、<b>工作回顾')), doc(h(1, '工作回顾'))],
    ['二、 after a first', doc(h(1, '甲'), p('二<a>、<b>')), doc(h(1, '甲'), h(1))],
    ['（一）', doc(h(1, '甲'), p('（一<a>）<b>')), doc(h(1, '甲'), h(2))],
    ['its half-width make', doc(h(1, '甲'), p('(一<a>)<b>')), doc(h(1, '甲'), h(2))],
    ['all of it from an input method', doc(p('<a>一、<b>')), doc(h(1))],
    ['三、四季度: no third comes here', doc(h(1, '甲'), p('三<a>、<b>四季度')), null],
    ['not within a line', doc(p('他说一<a>、<b>')), null],
    ['not in a heading', doc(h(1, '一<a>、<b>')), null],
    ['not in a run-in heading', doc(par({ head: { level: 2 } }, '一<a>、<b>')), null],
    ['第一， where nothing stands above', doc(p('第一<a>，<b>')), doc(heading({ level: 1, form: 'di' }))],
    ['第一， below a heading', doc(h(1, '甲'), p('第一<a>，<b>')), doc(h(1, '甲'), heading({ level: 2, form: 'di' }))],
    ['第二， as the first', doc(h(1, '甲'), heading({ level: 2, form: 'di' }, '乙'), p('丙'), p('第二<a>，<b>')), doc(h(1, '甲'), heading({ level: 2, form: 'di' }, '乙'), p('丙'), heading({ level: 2, form: 'di' }))],
    ['（1） below a heading', doc(h(2, '甲'), p('（1<a>）<b>')), doc(h(2, '甲'), h(4))],
    ['（2） after a first', doc(h(2, '甲'), h(4, '乙'), p('丙'), p('(2<a>)<b>')), doc(h(2, '甲'), h(4, '乙'), p('丙'), h(4))],
    ['（1） that no heading stands above', doc(p('（1<a>）<b>')), null],
    ['1. and a word, below a heading', doc(h(2, '甲'), p('1.<a>加强<b>')), doc(h(2, '甲'), h(3, '加强'))],
    ['all of it at once', doc(h(2, '甲'), p('<a>1．加强<b>')), doc(h(2, '甲'), h(3, '加强'))],
    ['1. alone: 1.5 may come', doc(h(2, '甲'), p('1<a>.<b>')), null],
    ['1.5万元', doc(h(2, '甲'), p('1.<a>5<b>')), null],
    ['1.5万元 to its end', doc(h(2, '甲'), p('1.5<a>万元<b>')), null],
    ['2. without a first', doc(h(2, '甲'), p('2.<a>加强<b>')), null],
    ['a line that had its number before: left alone', doc(h(2, '甲'), p('1.加强<a>学习<b>')), null],
    ['（一） with its words at once', doc(h(1, '甲'), p('<a>（一）压实责任<b>')), doc(h(1, '甲'), h(2, '压实责任'))],
    ['一、 with its words at once', doc(p('<a>一、工作回顾<b>')), doc(h(1, '工作回顾'))],
    ['一、二产业 at once', doc(p('<a>一、二产业<b>')), null],
    ['a number that stood there before', doc(p('一、工作<a>回顾<b>')), null],
    ['第三， that does not fit', doc(p('第三<a>，<b>')), null],
  ])('%s', (_, text, wanted) => {
    expect(helped(text)?.doc.toJSON() ?? null).toEqual(wanted?.toJSON() ?? null);
  });
  it.each<[string, Node, Node | null]>([
    ['a heading whose sentence goes on is run in', doc(h(2, '压实责任。<a>市直各部门<b>')), doc(par({ head: { level: 2 } }, lead('压实责任。'), '市直各部门'))],
    ['its stop and what follows at once', doc(h(2, '压实责任<a>。市直各部门<b>')), doc(par({ head: { level: 2 } }, lead('压实责任。'), '市直各部门'))],
    ['after figures typed by key', doc(h(2, '压实责任。2026<a>年<b>')), doc(par({ head: { level: 2 } }, lead('压实责任。'), '2026年'))],
    ['not at the stop: it may be all', doc(h(2, '压实责任<a>。<b>')), null],
    ['not after a colon', doc(h(2, '责任：<a>市直<b>')), null],
    ['not one that has stood so for long', doc(h(2, '压实责任。市直各部门要拿出清单来<a>的<b>')), null],
    ['not in the middle of it', doc(h(2, '压实<a>好<b>责任。市直')), null],
    ['not one without a number', doc(heading({ level: 0, numbered: false }, '附件。<a>说明<b>')), null],
  ])('W12: %s', (_, text, wanted) => {
    expect(helped(text)?.doc.toJSON() ?? null).toEqual(wanted?.toJSON() ?? null);
  });
  it('not in a table cell', () => {
    const text = doc(table(['一、']));
    const state = EditorState.create({ doc: text, selection: TextSelection.create(text, 6) });
    expect(state.selection.$from.parent.textContent).toBe('一、');
    expect(helpFor(state, 5, ALL, true)).toBeNull();
  });
  it('not in a field, nor where it is switched off', () => {
    expect(helped(doc(p('一<a>、<b>')), {}, false)).toBeNull();
    expect(helped(doc(p('一<a>、<b>')), { headings: false })).toBeNull();
  });
});

describe('an open figure before a measure word', () => {
  it.each<[string, string, string | null]>([
    ['××件', '办理提案××件<b>', '××'],
    ['XX 万元', '落实XX万元<b>', 'XX'],
    ['XX%', '增长XX%<b>', 'XX'],
    ['full width', '增长ＸＸ个百分点<b>', 'ＸＸ'],
    ['no measure word', '在××市<b>', null],
    ['not yet', '办理××<b>', null],
    ['three are a model number', '编号XXX件<b>', null],
    ['not behind other text', '××件提案<b>', null],
  ])('%s', (_, text, wanted) => {
    const at = doc(p(text));
    const state = EditorState.create({ doc: at, selection: TextSelection.create(at, positionOf(at, 'b')) });
    const found = openFigure(state);
    expect(found === null ? null : at.textBetween(found.from, found.to)).toBe(wanted);
  });
  it('a placeholder is none any more', () => {
    const at = doc(p('办理', placeholder(), '件<b>'));
    expect(openFigure(EditorState.create({ doc: at, selection: TextSelection.create(at, positionOf(at, 'b')) }))).toBeNull();
  });
});
