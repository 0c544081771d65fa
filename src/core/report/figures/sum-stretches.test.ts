// Leaving a sentence out must lose no finding: sentences put together at random, of all that the
// rules of conflicts.ts look at, say the same with their sums' sentences alone as read whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, doc, p } from '../../../../test/build';
import { conflictsOf } from './conflicts';
import { figuresIn } from './ledger';
import { sumStretches } from './sum-stretches';

const found = (text: string, stretches: typeof sumStretches): unknown => {
  const figures = figuresIn({ articles: [article('a', 'report', doc(p(text)))] }, stretches);
  return conflictsOf(figures).map(({ message, figures: [total] }) => [message, figures[total!]!.place]);
};

describe('the sentences that may not add up', () => {
  it.each([
    ['没有分项的', '全年召开会议31次，协商议题12个。', ''],
    ['合得上的', '立案提案90件，其中委员提案60件、集体提案30件。', ''],
    ['小数合得上的', '综合产值达到89.6亿元，其中茶叶41.6亿元、食用菌28.3亿元、中药材19.7亿元。', ''],
    ['前面另有总数、中间有逗号的', '收到提案312件，审查立案268件，其中12件列为重点提案。', ''],
    ['层次序数后面、合得上的', '（四）全年形成报告31份，其中19份获批示。', ''],
    ['层次序数和年份都不是总数', '（三）2026年总体要求是：贯彻二十届四中全会精神，做好4项工作。', ''],
    ['括号在中间的', '收到提案31件（含附议），其中重点提案90件。', '收到提案31件（含附议），其中重点提案90件。'],
    ['大于总数的', '会议开得很好。收到信息45篇，其中采用51篇。会议闭幕。', '收到信息45篇，其中采用51篇。'],
    ['冒号后的', '共收到提案20件：经济类8件、社会类7件。', '共收到提案20件：经济类8件、社会类7件。'],
    ['合计在后的', '甲类6件、乙类8件，合计15件。会议闭幕。', '甲类6件、乙类8件，合计15件。'],
    ['按类别分的', '审查立案90件。办复率100%。按类别分，经济类60件、社会类31件。会议闭幕。', '审查立案90件。办复率100%。按类别分，经济类60件、社会类31件。'],
    ['隔句的', '审查立案68件。其中，委员提案60件、集体提案30件。', '审查立案68件。其中，委员提案60件、集体提案30件。'],
    ['单位大小不同的', '投入1.2亿元，其中财政资金15000万元。', '投入1.2亿元，其中财政资金15000万元。'],
    ['汉字写的', '成立小组5个，其中六个在乡镇。', '成立小组5个，其中六个在乡镇。'],
    ['千分空的', '惠及1000人，其中老年人1 200人。', '惠及1000人，其中老年人1 200人。'],
    ['近旁另有总数的', '立案8件和9件，其中委员提案9件。', '立案8件和9件，其中委员提案9件。'],
  ])('%s', (_, text, expected) => {
    expect(sumStretches(text).map(({ from, to }) => text.slice(from, to)).join('')).toBe(expected);
  });

  const number = fc.oneof(fc.integer({ min: 1, max: 60 }).map(String), fc.constantFrom('1,200', '1 200', '12.5', '0.8', '三', '十二', '百', '30余', '5～8', '100'));
  const word = fc.constantFrom('件', '件', '篇', '个', '人次', '人', '亿元', '万元', '元', '%', '个百分点', '项', '万人次');
  const name = fc.constantFrom('委员提案', '党派提案', '经济类', '社会类', '财政资金', '老年人', '采用', '', '和', '第', '每年', '重点提案', '约', '占');
  const figure = fc.tuple(name, number, word, fc.constantFrom('', '', '左右', '以上', '获批示')).map((parts) => parts.join(''));
  const mark = fc.constantFrom('，其中', '，其中，', '（其中', '。其中', '。其中，', '：', '，其中：', '，其中包括', '，合计', '，共计', '，按类别分，', '。按类别分，', '，按界别分：', '、', '、', '，', '；', '。', '！', '，会议听取了报告，');
  const sentence = fc.tuple(figure, fc.array(fc.tuple(mark, figure).map((parts) => parts.join('')), { minLength: 1, maxLength: 5 })).map(([first, rest]) => `${first}${rest.join('')}。`);

  it('say all that is said of the whole text', () => {
    fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join('')), (text) => {
      expect(found(text, sumStretches)).toEqual(found(text, (whole) => [{ from: 0, to: whole.length }]));
    }), { numRuns: 1000 });
  });
});
