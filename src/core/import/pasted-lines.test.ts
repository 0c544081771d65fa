import { describe, expect, it } from 'vitest';
import { headsOfPasted, joinPasted, pastedLabel } from './pasted-lines';

const lines = (...texts: string[]) => texts.map((text) => ({ text: text.trim(), indented: /^\s/.test(text), blanksBefore: 0 }));

describe('hard line breaks inside a sentence', () => {
  it('full lines of one measure are joined, the last short one too; the next paragraph is not', () => {
    const wrapped = lines(
      '　　过去一年是全市发展进程中很不平凡的一年。面对多重困难叠加的',
      '局面市政协常委会团结带领各参加单位和广大委员坚持建言资政和凝',
      '聚共识双向发力围绕中心服务大局积极履职尽责各项工作取得新的成',
      '效全年共组织调研视察四十次提交建议案十二件。',
      '　　一年来我们坚持党的领导把牢政治方向始终同市委同心同向同行在',
      '服务发展大局中展现了政协担当赢得了各方面的肯定。',
    );
    const { certain } = joinPasted(wrapped);
    expect([...certain].sort((one, other) => one - other)).toEqual([1, 2, 3, 5]);
  });

  it('a list of names or short lines stays a list', () => {
    const { certain, doubtful } = joinPasted(lines('主席', '副主席', '秘书长', '常务委员'));
    expect([...certain, ...doubtful]).toEqual([]);
  });

  it('paragraphs that end with a stop stay apart', () => {
    expect(joinPasted(lines('第一段说完了。', '第二段也说完了。')).certain.size).toBe(0);
  });

  it('nothing is joined to a numbered heading', () => {
    expect(joinPasted(lines('一、过去一年的工作', '（一）坚持党的领导', '这一年我们做了很多事情并且')).certain.size).toBe(0);
  });
});

describe('headings by their numbers', () => {
  it('of their own and run-in, with half-width brackets too', () => {
    const heads = headsOfPasted(['一、过去一年的工作', '(一) 把牢方向。全年学习四十次，覆盖全体委员。', '正文一段。', '1.提高站位', '接着是正文，不止一句。还有。'], 'report');
    expect(heads).toEqual([
      { level: 1, form: null, label: 2, lead: null },
      { level: 2, form: null, label: 4, lead: 5 },
      null,
      { level: 3, form: null, label: 2, lead: null },
      null,
    ]);
  });

  it('an item that is one whole sentence keeps its number as text', () => {
    expect(headsOfPasted(['（一）审议常务委员会工作报告，以及提案工作情况的报告，并对两个报告作出相应的决议和安排；', '（二）其他。'], 'notice')).toEqual([null, null]);
  });

  it('a theme sentence is left as it is', () => {
    expect(headsOfPasted(['一、工作回顾', '围绕产业强链建言。开展调研。', '围绕民生改善建言。开展视察。'], 'report').slice(1)).toEqual([null, null]);
  });

  it.each([['一、回顾', 2], ['（一）  回顾', 5], ['第一，要', 3], ['2024年', null], ['1.5万', null], ['三、四季度增长', null], ['一、二产业', null], ['四、五年来的做法', 2], ['三、一季度工作', 2]])('number of %s', (text, length) => {
    expect(pastedLabel(text)?.length ?? null).toBe(length);
  });
});
