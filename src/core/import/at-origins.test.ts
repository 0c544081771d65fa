// Lines of a Word file are its paragraphs, whatever lines the recogniser read.
import { expect, it } from 'vitest';
import { atOrigins } from './at-origins';
import { outlineOf } from './outline';
import { recognise } from './recognise';

const TEXT = ['政协云岭市第九届委员会', '常务委员会工作报告', '（2026年1月8日）', '一、工作回顾', '一年来成绩不少，委员们履职尽责。'].join('\n');

it('two lines of one paragraph are one line of the outline', () => {
  const [article] = outlineOf(atOrigins(recognise(TEXT), [1, 1, 2, 3, 5])).articles;
  expect(article).toMatchObject({ title: '政协云岭市第九届委员会常务委员会工作报告', lines: [1, 2, 3, 5], firstLine: 1, lastLine: 5 });
  expect(article?.headings.map(({ line }) => line)).toEqual([3]);
});

it('where every line is its own paragraph nothing is made anew', () => {
  const recognition = recognise(TEXT);
  expect(atOrigins(recognition, [1, 2, 3, 4, 5])).toBe(recognition);
});
