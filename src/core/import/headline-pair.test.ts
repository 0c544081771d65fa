// A headline's sentence on two lines: what is one, what is 引题 and 主题; and that no part of it goes to the story above.
import { describe, expect, it } from 'vitest';
import { isOneHeadline } from './headline-pair';
import { outlineOf } from './outline';
import { recognise } from './recognise';

describe('one sentence of a headline on two lines', () => {
  it.each([
    ['政协云岭市第六届委员会', '第四次会议胜利闭幕'],
    ['云岭市第十八届人民代表大会', '第五次会议隆重开幕'],
    ['云岭市人民政府与省农科院', '签署战略合作协议'],
    ['云岭区总工会', '启动“送温暖”活动'],
    ['我县今冬首场冰雪嘉年华', '火热启幕'],
    ['云岭高铁站', '今日正式启用'],
    ['云岭县财政局', '助力企业纾困解难'],
    ['让协商民主之花', '在基层绽放'],
    ['云岭县第十八届人民代表大会', '第五次会议举行第二次全体会议'],
    ['云岭市政协常委会', '专题协商乡村振兴'],
  ])('%s / %s', (first, second) => { expect(isOneHeadline(first, second)).toBe(true); });

  it.each([
    ['同心同德谋新局', '市政协五届四次会议隆重开幕'],
    ['市政协五届四次会议隆重开幕', '江一帆主持 何晓棠作报告'],
    ['凝心聚力促发展', '启动“送温暖”活动'],
    ['市政协五届四次会议开幕', '第一次大会举行'],
    ['委员们来到会场，', '火热启幕'],
  ])('not %s / %s', (first, second) => { expect(isOneHeadline(first, second)).toBe(false); });

  const STORY = '本报讯（记者 江一帆）1月9日下午，会议圆满完成各项议程，在云岭会堂举行。';

  it('is one title in a page of several stories, behind a report and a story', () => {
    const report = ['云岭区人民法院工作报告', '云岭区人民法院院长　何田', '各位代表：', '我代表区人民法院向大会报告工作，请予审议。', '一、2025年工作', '审结案件8,000件。', '让我们砥砺前行，为云岭高质量发展作出新贡献！'];
    const text = [...report, '云岭区第八届人民代表大会', '第一次会议隆重开幕', '江一帆主持 何晓棠作政府工作报告', STORY, '云岭区总工会', '启动“送温暖”活动', STORY].join('\n');
    const articles = outlineOf(recognise(text)).articles;
    expect(articles.map(({ title }) => title)).toEqual(['云岭区人民法院工作报告', '云岭区第八届人民代表大会第一次会议隆重开幕', '云岭区总工会启动“送温暖”活动']);
    expect(articles.map(({ lines }) => lines?.[0])).toEqual([1, 8, 12]);
  });

  it('who signs a notice is no part of the headline under it', () => {
    const text = ['公告', '会议定于1月15日召开，现予公告，请相互转告。', '特此公告。', '云岭县人民政府', '推动县域经济高质量发展', STORY].join('\n');
    expect(outlineOf(recognise(text)).articles.map(({ title }) => title)).toEqual(['公告', '推动县域经济高质量发展']);
  });

  it('a headline that ends in 大会 is no signature of the piece above it', () => {
    const text = ['政协委员热议政府工作报告', '本报记者 甘 霖', '民生无小事。委员们认为，报告通篇贯穿着以人民为中心的发展思', '县政协十届五次会议举行第二次大会', '本报讯（记者 何 田）1月16日，县政协十届五次会议举行第二次大会，8名委员作大会发言。'].join('\n');
    expect(outlineOf(recognise(text)).articles.map(({ title }) => title)).toEqual(['政协委员热议政府工作报告', '县政协十届五次会议举行第二次大会']);
  });
});
