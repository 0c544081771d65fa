// A head between whose title and salutation stands a line that no rule knows: one article, and
// the line is asked about. Heads that are all there are of a piece stay as they are.
import { describe, expect, it } from 'vitest';
import { NO_TEXT, ODD_LINE } from './bare-heads';
import { recognise } from './recognise';
import { restoreText } from './restore';

const TITLE = '政协云岭市第七届委员会常务委员会工作报告';
const OCCASION = '——在政协云岭市第七届委员会第五次会议上';
const BODY = ['各位委员：', '我受政协云岭市第七届委员会常务委员会委托，向大会报告工作，请予审议。', '一、过去一年的工作', '过去一年，市政协常委会团结奋斗，各项工作取得新成效。'];

describe('a head whose text an odd line cuts off', () => {
  it.each([
    [[TITLE, OCCASION, '地点：云岭市会议中心', '何田'], 3],
    [[TITLE, OCCASION, '何田', '（女，回族，市政协主席）'], 4],
    [['奋楫扬帆启新程', '——政协云岭市第七届委员会提案工作情况报告（书面）', '（2026年1月8日）', '何田', '列席会议的同志参阅'], 5],
  ] as const)('%j', (head, odd) => {
    const text = [...head, ...BODY].join('\n');
    const read = recognise(text);
    expect(read.articles.map(({ kind, lines }) => [kind, lines.length])).toEqual([['report', head.length + BODY.length]]);
    expect(read.unassigned).toEqual([{ line: odd, reason: ODD_LINE }]);
    expect(read.articles[0]?.fields.sub?.lines).toContain(head[odd - 1]);
    expect(read.articles[0]?.fields.speaker?.lines).toEqual(['何田']);
    expect(read.articles[0]?.fields.salutation?.lines).toEqual(['各位委员：']);
    expect(restoreText(read)).toBe(text);
  });

  it('a story under its headline, and a speech without a title below it, are two', () => {
    const { articles } = recognise(['市政协举行茶话会', '本报讯（记者 江一帆）1月8日，市政协举行新年茶话会。', ...BODY].join('\n'));
    expect(articles.map(({ kind }) => kind)).toEqual(['news', 'report']);
  });

  it('a head whose text is nowhere is asked about', () => {
    const { articles, unassigned } = recognise([TITLE, OCCASION, '（2026年1月8日）', '何田', '市政协举行茶话会', '本报讯（记者 江一帆）1月8日，市政协举行新年茶话会。'].join('\n'));
    expect(articles.map(({ kind }) => kind)).toEqual(['report', 'news']);
    expect(unassigned).toEqual([{ line: 1, reason: NO_TEXT }]);
  });

  it('a notice with sentences is no bare head', () => {
    const { articles } = recognise(['关于召开会议的通知', '请准时参加会议。', ...BODY].join('\n'));
    expect(articles).toHaveLength(2);
  });
});

describe('what stands right over a title', () => {
  it.each([
    ['何田', 'speaker', '何田'],
    ['附件：', 'over', '附件：'],
    ['★秘密', 'over', '★秘密'],
    ['奋进新征程　建功新时代', 'over', '奋进新征程　建功新时代'],
  ] as const)('%s', (line, field, shown) => {
    const head = field === 'speaker' ? [line, TITLE, OCCASION] : [line, TITLE, OCCASION, '柳如烟'];
    const { articles } = recognise([...head, ...BODY].join('\n'));
    expect(articles).toHaveLength(1);
    expect(articles[0]?.fields[field]?.lines).toEqual([shown]);
    expect(articles[0]?.fields.main?.lines).toEqual([TITLE]);
  });

  it('a signature over the next title stays with its text', () => {
    const { articles } = recognise(['关于召开会议的通知', '现将会议的有关事项通知如下，请准时参加。', '何田', '2026年1月2日', TITLE, OCCASION, ...BODY].join('\n'));
    expect(articles.map(({ kind, lines }) => [kind, lines.length])).toEqual([['notice', 4], ['report', 6]]);
  });
});

describe('fields of a form are no head', () => {
  it('时间： and 地点： of minutes stay text', () => {
    const { articles } = recognise(['云岭市政协第12次主席会议纪要', '时间：2026年1月8日', '地点：市政协三楼会议室', '会议研究了五届四次会议的筹备工作，听取了秘书处的汇报。'].join('\n'));
    expect(articles.map(({ fields }) => fields.date)).toEqual([null]);
    expect(articles[0]?.blocks.map(({ text }) => text).slice(0, 2)).toEqual(['时间：2026年1月8日', '地点：市政协三楼会议室']);
  });
});
