import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf, table } from '../../../../test/build';
import { besideLastYear, reuseWord } from './beside';

const LONG = '坚持把加强思想政治引领摆在首位，引导广大委员不断巩固团结奋斗的共同思想政治基础。';
const was = packageOf([article('last', 'report', doc(p('各位委员。'), h(1, '协商议政'), p(LONG), p('召开专题协商会8次，形成调研报告18篇。'), p('远程协商取得突破，开通三级系统。'), h(1, '自身建设'), p('抓好机关建设。')))]);
const now = packageOf([article('report', 'report', doc(p('各位委员。'), p(), h(1, '协商议政'), p(LONG), p('召开专题协商会9次，形成调研报告18篇。'), p('数字履职拓面增效，上线云岭政协平台。'), h(1, '自身建设'), p('抓好机关建设。')))]);

describe('besideLastYear', () => {
  const beside = besideLastYear(was, now, 'report')!;

  it('has each paragraph in its place with what was lost and what is new', () => {
    expect(beside.rows.map(({ status, block, section }) => [status, block, section])).toEqual([
      ['kept', 0, 0], ['kept', 2, 1], ['kept', 3, 1], ['changed', 4, 1], ['gone', 4, 1], ['new', 5, 1], ['kept', 6, 2], ['kept', 7, 2],
    ]);
    expect(beside.rows[3]?.was).toEqual([{ text: '召开专题协商会', own: false }, { text: '8', own: true }, { text: '次，形成调研报告18篇。', own: false }]);
    expect(beside.rows[3]?.now?.[1]).toEqual({ text: '9', own: true });
    expect(beside.rows.map(({ fresh }) => fresh)[3]).toEqual([{ from: 7, to: 8 }]);
    expect(beside.rows.map(({ label }) => label).filter((label) => label !== null)).toEqual(['一、', '二、']);
    expect([beside.rows[4]?.now, beside.rows[5]?.was]).toEqual([null, null]);
  });

  it('a table reads row by row, its cells apart, also where all of them are others', () => {
    const of = (...numbers: readonly string[]) => packageOf([article('report', 'report', doc(h(1, '协商'), table(['形式', '场次', '人次'], ['专题协商', ...numbers.slice(0, 2)], ['对口协商', ...numbers.slice(2)])))]);
    const [, row] = besideLastYear(of('4', '120', '9', '135'), of('5', '131', '8', '140'), 'report')!.rows;
    expect(row?.was?.map(({ text }) => text).join('')).toBe('形式　场次　人次\n专题协商　4　120\n对口协商　9　135');
  });

  it('a paragraph that changed places stands beside what it was, and its old place says so', () => {
    const unity = '走访民主党派成员和无党派人士56人次，联合开展调研7次，在联谊交友中增进共识。';
    const made = besideLastYear(packageOf([article('last', 'report', doc(h(1, '学习'), p(LONG), p('召开专题协商会8次。'), h(1, '团结联谊'), p(unity)))]), packageOf([article('report', 'report', doc(h(1, '团结联谊'), p(unity.replace('56', '63')), h(1, '学习'), p(LONG), p('召开专题协商会8次。')))]), 'report')!;
    expect(made.rows.map(({ status, moved, label }) => [status, moved, label])).toEqual([['kept', true, '二、'], ['changed', true, null], ['kept', false, '一、'], ['kept', false, null], ['kept', false, null], ['gone', true, null], ['gone', true, null]]);
    expect(made.rows[1]).toMatchObject({ was: [{ own: false }, { text: '56', own: true }, { own: false }], now: [{ own: false }, { text: '63', own: true }, { own: false }], fresh: [{ from: 14, to: 16 }] });
    expect(made.whole).toMatchObject({ kept: 2, changed: 1, new: 0, gone: 0 });
  });

  it('what stays between many changes is a share too, however short', () => {
    const of = (text: string) => packageOf([article('report', 'report', doc(h(1, '学习'), p(text)))]);
    const text = '党组会议召开二十六次，集中学习开展14次，读书沙龙举办9期。';
    const row = besideLastYear(of('召开党组会议二十四次，开展集中学习十二次，举办读书沙龙6期。'), of(text), 'report')!.rows[1]!;
    expect([row.status, row.share * text.length]).toEqual(['changed', '党组会议集中学习读书沙龙'.length]);
  });

  it('what closes a part, and the report, is a section of its own', () => {
    const made = packageOf([article('report', 'report', doc(p('各位委员。'), h(1, '工作回顾'), p('有成。'), p('各位委员，成绩来之不易。'), p('同时，我们也清醒地认识到不足。'), h(1, '工作安排'), p('抓好落实。'), p('各位委员，让我们努力奋斗！')))]);
    expect(besideLastYear(made, made, 'report')!.rows.map(({ section }) => section)).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
  });

  it('sums paragraphs and shares by section, and lists sentences that were taken over', () => {
    expect(beside.sections[1]).toMatchObject({ kept: 1, changed: 1, new: 1, gone: 1 });
    expect(beside.whole.share).toBeGreaterThan(0.6);
    expect(beside.whole.share).toBeLessThan(0.9);
    expect(beside.verbatim).toEqual([{ text: LONG, block: 3 }]);
    expect([reuseWord(1), reuseWord(0.95), reuseWord(0.74), reuseWord(0.29)]).toEqual(['原句', '原句', '沿用', '新写']);
    expect(besideLastYear(was, now, 'never')).toBeNull();
  });
});
