// Dates, weekdays, stretches of days and months as roll-forward reads and writes them.
import { describe, expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { applyRoll } from './apply-roll';
import { dateMentions, monthMentions } from './dates';
import { planRoll } from './plan-roll';
import type { Meeting } from '../../model/package';

it.each([
  ['2024年1月8日（星期一）', ['2024年1月8日（星期一）'], '2025年12月20日（星期六）'],
  ['1月8日至11日', ['1月8日', '11日'], '12月20日'],
  ['1月8—11日', ['1月8', '11日'], '12月20'],
  ['一月八日周一', ['一月八日周一'], '十二月二十日周六'],
  ['2026年元月8日', ['2026年元月8日'], '2025年12月20日'],
  ['二〇二六年元月八日', ['二〇二六年元月八日'], '二〇二五年十二月二十日'],
  ['3月12日至4月2日', ['3月12日', '4月2日'], '12月20日'],
])('%s', (text, parts, first) => {
  const found = dateMentions(text);
  expect(found.map((one) => one.text)).toEqual(parts);
  expect(found[0]?.write('2025-12-20')).toBe(first);
});

it('元月 stays in a January', () => {
  expect(dateMentions('2026年元月8日').map(({ month, write }) => [month, write('2027-01-09')])).toEqual([[1, '2027年元月9日']]);
});

it('the end of a stretch says its month only where it is another', () => {
  const [, end] = dateMentions('1月8日至11日（星期四）');
  expect([end?.write('2025-12-23', '2025-12-20'), end?.write('2026-01-02', '2025-12-30')]).toEqual(['23日（星期二）', '1月2日（星期五）']);
});

it.each([
  ['3月，组织视察。', ['3月']], ['3月份和5月中旬', ['3月份', '5月中旬']], ['1—11月收到提案', ['1—11月']], ['2024年3月至2025年5月', ['2024年3月至2025年5月']],
  ['三月，召开会议', ['三月']], ['历时3个月', []], ['每月15日', []], ['三月三歌节，十月革命', []], ['6月30日', []],
])('months of %s', (text, months) => expect(monthMentions(text).map(({ from, to }) => text.slice(from, to))).toEqual(months));

describe('in a report and its stories', () => {
  const last = toPackage(recognise([
    '中国人民政治协商会议松岭市第六届委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2025年1月8日）', '周行远', '', '各位委员：', '我受委托报告工作，请予审议。', '',
    '回望2024：奋进的一年', '一年来，履职有力。', '二〇二四年，市政协认真履职，2024—2025年连续攻坚。', '3月，组织委员视察；3月12日至15日赴外地考察。', '连续四年开展义诊。', '明确三个方面的要求，历时五个月，首次走出省外，落实五次全会部署。', '二〇二五年工作安排', '大会于1月8日（星期三）至11日召开。',
  ].join('\n')), { id: 'last', name: '去年' });
  const items = (meeting: Partial<Meeting>) => planRoll({ ...last, meeting: { ...last.meeting, closes: '2025-01-11' } }, { kind: 'next', meeting }).items;
  const said = (meeting: Partial<Meeting>): string[] => items(meeting).flatMap((item) => (item.place.field !== null || item.kind === 'carried' ? [] : [item.group === 'change' ? `${item.from}→${item.to}` : item.group === 'blank' ? `${item.was}→〔〕` : `${item.text}？${item.kind}${item.task ? '' : '，not a task'}`]));

  it('nothing that tells the year is left without a word', () => {
    expect(said({ opens: '2026-12-30', closes: '2027-01-02' })).toEqual([
      '2024→2026', '二〇二四→二〇二六', '2024—2025？year', '3月？year', '3月12日？year', '15日？year', '连续四年？count', '三个方面？count，not a task', '五→〔〕', '首次？count', '五次全会？plenary',
      '二〇二五→二〇二七', '1月8日（星期三）→12月30日（星期三）', '11日→1月2日',
    ]);
    expect(said({})).toEqual(expect.arrayContaining(['1月8日（星期三）→〔〕', '11日→〔〕', '二〇二五→二〇二六']));
  });

  it('and the draft says it', () => {
    const plan = planRoll({ ...last, meeting: { ...last.meeting, closes: '2025-01-11' } }, { kind: 'next', meeting: { opens: '2026-01-06', closes: '2026-01-09' } });
    const text = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-12-01' }).articles[0]?.doc.textContent;
    expect(text).toContain('回望2025：奋进的一年');
    expect(text).toContain('二〇二六年工作安排大会于1月6日（星期二）至9日召开。');
  });
});
