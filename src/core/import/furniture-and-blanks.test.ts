// A paper's furniture inside a text, briefs without headlines, and the blanks and brackets that stay as they are written.
import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline';
import { recognise } from './recognise';

const STORY = '本报讯（记者 何 田）1月15日，县政协委员列席大会，围绕政府工作报告提出意见建议。';
const noiseOf = (lines: readonly string[]): [number, string][] => recognise(lines.join('\n')).noise.map(({ line, why }) => [line, why]);
const blockTexts = (lines: readonly string[]): string[] => recognise(lines.join('\n')).articles.flatMap(({ blocks }) => blocks.map(({ text }) => text));

describe('furniture', () => {
  it('a masthead with its Latin is no part of the title', () => {
    expect(noiseOf(['云岭日报 YUNLING RIBAO', '县政协委员列席大会', STORY])).toEqual([[1, '报头']]);
  });

  it('★延伸阅读 is no heading', () => {
    expect(noiseOf(['县政协委员列席大会', STORY, '★延伸阅读'])).toEqual([[3, '网站推荐']]);
  });
});

describe('briefs without headlines', () => {
  it.each(['简讯', '短讯', '一句话新闻'])('%s opens a story of its own', (name) => {
    const { articles } = outlineOf(recognise(['县政协委员列席大会', STORY, name, '●县总工会慰问困难职工186户。', '●县妇联开展“书香家庭”评选。'].join('\n')));
    expect(articles.map(({ title, lines }) => [title, lines])).toEqual([['县政协委员列席大会', [1, 2]], [name, [3, 4, 5]]]);
  });
});

it('an item with its bullet is no heading', () => {
  const { articles } = outlineOf(recognise(['政协委员热议政府工作报告', STORY, '●2025年城镇新增就业4,120人', '●改造老旧小区27个', '委员们表示，报告既鼓舞人心，又催人奋进。'].join('\n')));
  expect(articles.map(({ headings }) => headings)).toEqual([[]]);
});

it('2.1 and 2.2 are headings of one level', () => {
  const { articles } = outlineOf(recognise(['不忘合作初心　共绘复兴蓝图', '——在市政协五届五次会议上的大会发言', '何田', '各位委员：', '我作大会发言，题目是《关于发展海洋新质生产力的建议》。', '1. 基本情况', '海洋产业增加值86亿元。', '2. 存在问题', '2.1 链条不长', '2.2 人才不足', '3. 几点建议', '一要延链。二要引才。'].join('\n')));
  expect(articles[0]?.headings.filter(({ text }) => text.startsWith('2.')).map(({ level, text }) => [level, text])).toEqual([[5, '2.1 链条不长'], [5, '2.2 人才不足']]);
});

describe('what is written stays', () => {
  const REPORT = ['云岭市政协2025年工作报告', '何田', '各位委员：', '我受常委会委托，报告工作，请予审议。'];

  it('the blank behind 第一部分 and between the phrases of a heading', () => {
    const texts = blockTexts([...REPORT, '第一部分　2025年工作回顾', '（一）突出政治性 把准方向', '一年来，委员履职的积极性不断提高。']);
    expect(texts.slice(1, 3)).toEqual(['第一部分　2025年工作回顾', '突出政治性 把准方向']);
  });

  it.each([
    ['区长 展昭', '区长 展昭'], ['市长　于海', '市长　于海'], ['何　田', '何田'], ['于  海', '于海'], ['欧阳 明月', '欧阳明月'],
  ])('an office and its name are two words, a spaced name is one: %s', (line, printed) => {
    const speaker = recognise(['政府工作报告', '2026年1月15日在云岭区第八届人民代表大会第一次会议上', line, '各位代表：', '我代表区人民政府，向大会报告工作，请予审议。'].join('\n')).articles[0]?.fields.speaker;
    expect(speaker?.lines).toEqual([printed]);
  });

  it('Latin in brackets behind Latin; brackets that hold or follow Chinese are widened', () => {
    expect(blockTexts([...REPORT, '一年来，噪声低于55dB(A)，城区空气质量(优良天数)持续改善。']).at(-1)).toBe('一年来，噪声低于55dB(A)，城区空气质量（优良天数）持续改善。');
  });
});
