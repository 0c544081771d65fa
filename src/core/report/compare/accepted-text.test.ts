import { expect, it } from 'vitest';
import { article, doc, h, marked, p, packageOf, table } from '../../../../test/build';
import { acceptedArticles } from './accepted-text';
import { comparePackages } from './compare-packages';
import { joinArticles } from './redline-package';

const BY = { by: '甲', at: 1 };
const struck = (text: string) => marked('deleted', BY, text);
const fresh = (text: string) => marked('inserted', BY, text);
const tracked = article('report', 'report', doc(h(1, '工作回顾'), h(2, struck('旧标题')), p('召开协商会', struck('8'), fresh('9'), '次。'), table([struck('民革'), struck('18')], ['中共', '32'])), { 'deck.main': '工作报告' });
const clean = article('report', 'report', doc(h(1, '工作回顾'), p('召开协商会9次。'), table(['中共', '32'])), { 'deck.main': '工作报告' });

it('a text with tracked changes is compared as it reads, and one without is the same object', () => {
  expect(acceptedArticles([tracked])).toEqual([clean]);
  expect(acceptedArticles([clean])[0]).toBe(clean);
  expect(comparePackages(packageOf([tracked]), packageOf([clean])).sections.map(({ status }) => status)).toEqual(['kept', 'kept']);
  expect(joinArticles(packageOf([tracked]), packageOf([clean]), { by: '', at: null }).articles).toEqual([clean]);
  expect(acceptedArticles([article('r', 'report', doc(p(struck('全删。'))))])[0]?.doc.childCount).toBe(1);
});
