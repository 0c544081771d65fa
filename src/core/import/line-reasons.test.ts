// Beside each line of a page: its article, its part, its reason.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';

const LONG = '委员们走进社区和企业听取意见，就群众关心的停车、就医、入学等问题提出建议，一批问题得到解决，大家都说协商真管用';

describe('every line has its part and its reason', () => {
  const text = ['政府工作报告', '——在云岭市第七届人民代表大会第二次会议上', '（2026年1月8日） 何田', '各位代表：', '一、2025年工作回顾', `（一）产业更强。${LONG}。`, `${LONG}并且`, '云岭日报 2026年1月9日 星期五 第二版', '', `得到落实。${LONG}。`, '项目\t数量\t备注', '提案\t110件\t已办复', `本报讯（记者 于海）1月7日，${LONG}。`].join('\n');
  const reasons = recognise(text).lineReasons;

  it('one entry a line that holds text', () => { expect(reasons.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13]); });
  it('parts and levels', () => {
    expect(reasons.map(({ article, role, level }) => [article, role, level])).toEqual([
      ['a1', 'main', null], ['a1', 'occasion', null], ['a1', 'date', null], ['a1', 'salutation', null], ['a1', 'heading', 1], ['a1', 'run-in', 2],
      ['a1', 'body', null], [null, 'noise', null], ['a1', 'body', null], ['a1', 'row', null], ['a1', 'row', null], ['a2', 'dateline', null],
    ]);
  });
  it('a joined line names the line it goes on from, noise its rule', () => {
    expect(reasons.find(({ line }) => line === 10)?.reason).toBe('接第7行：前一行句子没有完');
    expect(reasons.find(({ line }) => line === 8)?.reason).toBe('报眉：报名、日期、版次');
  });
  it('a line whose article is a guess is not sure, and says why', () => {
    const page = ['政府工作报告', '各位代表：', `${LONG}。`, '（上接第一版）', `${LONG}。`, '社论', '乘势而上 再谱新篇', `${LONG}。`, '大会应出席代表320人，实到311人，符合法定人数。'].join('\n');
    expect(recognise(page).lineReasons.filter(({ sure }) => !sure).map(({ line, role, reason }) => [line, role, reason])).toEqual([[9, 'body', '出席人数一句不属于这一文种，像是开幕消息的']]);
  });
  it('表题 is a centred line of the text, no heading, in a report with numbers and in one without', () => {
    const rows = ['类别\t提案数\t办结数', '经济建设\t120\t118', '民生保障\t166\t160'];
    for (const [head, unit] of [['一、基本情况', []], ['基本情况', []], ['一、基本情况', ['单位：件']]] as const) {
      const { articles, lineReasons } = recognise(['提案工作情况报告', '各位委员：', head, `${LONG}。`, '2025年提案办理情况统计表', ...unit, ...rows, '二、下一步打算', `${LONG}。`].join('\n'));
      expect(lineReasons.find(({ line }) => line === 5)).toEqual({ line: 5, article: 'a1', role: 'body', level: null, reason: '表题：表格上面的一行，写的是表的名称', sure: true });
      expect(articles[0]?.blocks.find(({ text }) => text.startsWith('2025年'))).toMatchObject({ kind: 'paragraph', head: null, align: 'center' });
    }
    const numbered = recognise(['提案工作情况报告', '各位委员：', '一、基本情况', `${LONG}。`, '表1　委员履职 情况', ...rows].join('\n'));
    expect(numbered.articles[0]?.blocks.at(-2)).toMatchObject({ text: '表1　委员履职 情况', align: 'center' });
    // The same words over text are a heading.
    expect(recognise(['提案工作情况报告', '各位委员：', '一、基本情况', `${LONG}。`, '提案办理情况', `${LONG}。`, '二、下一步打算', `${LONG}。`].join('\n')).lineReasons[4]).toMatchObject({ role: 'heading', level: 5 });
  });
});
