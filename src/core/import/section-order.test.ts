// Sections whose numbers stand in the wrong order are asked about, never moved.
import { describe, expect, it } from 'vitest';
import { recognise } from './index';
import { queriesOf } from './queries';
import { lateSections } from './section-order';

const HEAD = ['政协云岭市第五届委员会常务委员会工作报告', '（2026年1月6日）', '林致远', '各位委员：', '我代表常务委员会向大会报告工作，请予审议。', '一、2025年工作回顾'];
const SECTIONS: Readonly<Record<string, string>> = {
  一: '（一）理论武装持续深化。全年开展集体学习12次，委员走进界别听取意见。', 二: '（二）建言资政精准有效。围绕产业发展协商议政，报送建议案3件。',
  三: '（三）团结联谊不断拓展。走访界别群众，接待来访人士。', 四: '（四）自身建设全面加强。修订制度9项。',
};
const report = (order: string, ...rest: string[]) => recognise([...HEAD, ...[...order].map((one) => SECTIONS[one]!), ...rest].join('\n'));

describe('sections out of order', () => {
  it('（一）（三）（四）（二）: the last is asked about, with its place', () => {
    const found = report('一三四二');
    expect(lateSections(found.articles[0]!)).toEqual([{ line: 10, reason: '（二）排在（四）后面，各节的次序像是颠倒了', lines: [10], before: 8 }]);
    expect(queriesOf(found).filter(({ kind }) => kind === 'unassigned')).toEqual([{ kind: 'unassigned', lines: [10], text: '第10行的（二）排在（四）后面，各节的次序像是颠倒了' }]);
    // Nothing is moved.
    expect(found.articles[0]!.lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it.each([
    ['in order', '一二三四', []],
    ['a number left out', '一三四', []],
    ['counted anew under the next part', '一二三', ['二、2026年工作安排', '（一）坚持党的领导。始终同党中央保持高度一致。', '（二）坚持服务大局。紧扣中心任务建言献策。']],
  ])('%s: nothing to ask', (_name, order, rest) => {
    expect(queriesOf(report(order, ...rest)).filter(({ kind }) => kind === 'unassigned')).toEqual([]);
  });
});

it('a section that goes on with another report’s numbers is asked about', () => {
  const court = ['云岭市中级人民法院工作报告', '——2026年1月20日在云岭市第八届人民代表大会第七次会议上', '百里屠苏', '各位代表：', '现在，我代表市中级人民法院报告工作，请予审议。', '全年受理案件12000件，审结11500件。', '（五）城乡面貌有新变化。改造老旧小区27个。', '二、2026年工作安排', '推进诉源治理，深化司法公开。'];
  const found = recognise([...HEAD, ...[...'一二三四'].map((one) => SECTIONS[one]!), '', ...court].join('\n'));
  expect(found.articles).toHaveLength(2);
  expect(found.unassigned.map(({ line, reason }) => [line, reason])).toEqual([[18, '这一篇没有前面的号，另一篇正好数到（四）'], [19, '这一篇没有前面的号，另一篇正好数到一、']]);
});
