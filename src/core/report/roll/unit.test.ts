import { expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../../test/build';
import { unitsOf } from './unit';

it('thanks, what is lacking and the close are of the part, not of its last section', () => {
  const report = doc(
    h(1, '2025年工作回顾'), h(2, '加强自身建设'), p('制定制度8项。'), p('各位委员！成绩来之不易。'), p('在肯定成绩的同时，我们也清醒地认识到不足。'), p('这些问题要改进。'),
    h(1, '2026年工作安排'), h(2, '从严管理'), p('要推行积分制。'), p('各位委员！让我们团结奋斗！'),
  );
  const sections = unitsOf(packageOf([article('a', 'report', report)])).filter(({ heading, field }) => !heading && field === null).map(({ section }) => section);
  expect(sections).toEqual(['一、2025年工作回顾 （一）加强自身建设', ...Array.from({ length: 3 }, () => '一、2025年工作回顾'), '二、2026年工作安排 （一）从严管理', '二、2026年工作安排']);
});

it('where banners part a report, they are of the banner', () => {
  const report = doc(h(0, '过去一年工作'), h(1, '立法'), p('立法有成。'), p('各位代表，成绩来之不易。'), h(0, '2026年主要工作'), h(1, '监督'), p('抓好监督。'), p('各位代表！让我们团结奋斗！'));
  expect(unitsOf(packageOf([article('a', 'report', report)])).filter(({ heading, field }) => !heading && field === null).map(({ section, part }) => [section, part])).toEqual([['过去一年工作 一、立法', 'review'], ['过去一年工作', 'review'], ['2026年主要工作 一、监督', 'plan'], ['2026年主要工作', 'close']]);
});
