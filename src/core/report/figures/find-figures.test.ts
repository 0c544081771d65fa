import { describe, expect, it } from 'vitest';
import { findFigures } from './find-figures';

/** number|unit|measure of each figure. */
const figures = (text: string): string[] => findFigures(text).map(({ text: number, unit, measure }) => [number, unit ?? '', measure ?? ''].join('|'));

describe('W-B: figures are numbers before a measure word or unit', () => {
  it.each([
    ['开展读书班集体学习8次，党组成员讲党课12次', ['8||次', '12||次']],
    ['集中学习30余次，转发素材1000多人次', ['30余||次', '1000多||人次']],
    ['听众1.2万人次，带动投资12.8亿元', ['1.2|万|人次', '12.8|亿元|']],
    ['清理账款9600万元，复耕2.3万亩', ['9600|万元|', '2.3|万亩|']],
    ['答复率100%，减少18.5%，提高3.4个百分点', ['100|%|', '18.5|%|', '3.4|个百分点|']],
    ['有63%～68%的家庭', ['63%～68|%|']],
    ['有3至5家企业', ['3至5||家']],
    ['稳居全省前两名，列全省第3位', ['两||名', '3||位']],
    ['满意率达百分之九十八点六', ['九十八点六|%|']],
    ['先后八次上门，两次到现场', ['八||次', '两||次']],
    ['参加者3万余人', ['3万余||人']],
    ['缩短到9小时，只用了19天，提前3个月', ['9|小时|', '19|天|', '3|个月|']],
    ['立案110件，其中重点提案11件', ['110||件', '11||件']],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

  it.each([
    '2024年1月8日上午9时30分，截至1月14日18时',
    '2021—2025年，近5年来，过去20多年，20世纪80年代',
    '九届三次会议、第三次会议、第3次会议、八届四次、五次全会，第十二次党代会',
    '“1+4+6+N”机制，“3·15”晚会，“两个确立”“十四五”“12345”',
    '《2024年度协商计划》《关于建设3个中心的意见》〔2024〕5号',
    '5G信号、A4纸、12345热线、Ⅱ类水质',
    '人民政协成立75周年，60岁以上老人，0—3岁婴幼儿',
    '15分钟生活圈，24小时值守，365天无休，8小时外',
    '三下乡、一带一路、两学一做、四个意识、第一议题、第二课堂、三次产业',
    '各位委员，一次办好、一件事、第一位的',
  ])('none in %s', (text) => expect(figures(text)).toEqual([]));

  it('ends behind its measure word, starts at its number', () => {
    const text = '共立案268件。';
    expect(findFigures(text)).toEqual([{ from: 3, to: 6, text: '268', value: 268, unit: null, measure: '件', end: 7 }]);
  });
});
