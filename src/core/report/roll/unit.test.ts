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
