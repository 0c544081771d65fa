// Two and three headline lines over a story: which is 引题, 主题, 副题 (N-10).
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';

const STORY = '本报讯（记者 江一帆）2月6日，市政协召开八届二十次常委会会议，总结2025年工作，部署2026年任务。';
const deck = (lines: readonly string[]) => {
  const { fields } = recognise([...lines, STORY].join('\n')).articles[0]!;
  return [fields.over, fields.main, fields.sub].map((field) => field?.lines.join('') ?? null);
};

describe('headlines over a story', () => {
  it.each([
    [['市妇联执委会议提出', '让“她力量”绽放新光彩'], 1],
    [['市委政协工作会议强调', '在新征程上奋力谱写政协工作新篇章'], 1],
    [['林致远在市政协主席会议上要求', '以高质量履职助力高质量发展'], 1],
    [['市政协召开八届二十次常委会会议', '围绕“十五五”规划建言献策'], 1],
    [['市政协视察全市重点项目建设', '为项目建设把脉支招'], 1],
    [['市政协主席林致远寄语全市青年委员', '让青春在履职中绽放'], 1],
    [['市政协委员热议政府工作报告', '信心更足 干劲更大'], 1],
    [['凝聚共识促发展', '市政协举行各界人士座谈会'], 1],
    [['市政协八届三次会议隆重开幕', '林致远作工作报告 韩秋实主持'], 0],
    [['全市深化“放管服”改革工作推进会召开', '林致远出席并讲话'], 0],
    [['市政协党组理论学习中心组举行集体学习', '林致远主持并讲话'], 0],
    [['市政协十届四次会议举行第二次全体会议', '12位委员作大会发言'], 0],
  ] as const)('%j: the %i is the 主题', (lines, main) => {
    expect(deck(lines)).toEqual(main === 1 ? [lines[0], lines[1], null] : [null, lines[0], lines[1]]);
  });

  it('three: 引题, 主题, 副题', () => {
    const lines = ['林致远在调研民营经济发展时指出', '优化营商环境 激发市场活力', '何远 江一帆参加'];
    expect(deck(lines)).toEqual(lines);
  });
});
