import { expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../test/build';
import { listChanges } from '../../core/report/compare/change-list';
import { redline } from '../../core/report/compare/redline';
import { columnRows } from './column-rows';

it('columns have each side’s own words, a lack for a paragraph of one side, and a differing row for each change', () => {
  const was = [article('report', 'report', doc(h(1, '提案'), p('立案163件，办复率均为100%。'), p('远程协商取得突破。')), { 'deck.main': '工作报告' })];
  const now = packageOf([article('report', 'report', doc(h(1, '提案'), p('立案171件，办复率均为100%。'), p('上线数字履职平台。')), { 'deck.main': '工作报告' })]);
  const joined = redline(was, now.articles, { by: '', at: null });
  const { rows, changes } = columnRows(joined, now.meeting);
  expect(rows[0]).toMatchObject({ kind: 'title', same: true });
  expect(rows[1]).toEqual({ kind: 'heading', same: true, left: [{ text: '一、', own: false }, { text: '提案', own: false }], right: [{ text: '一、', own: false }, { text: '提案', own: false }] });
  expect(rows[2]).toMatchObject({ same: false, left: [{ own: false }, { text: '163', own: true }, { own: false }], right: [{ own: false }, { text: '171', own: true }, { own: false }] });
  expect(rows.slice(3).map(({ left, right }) => [left === null, right === null])).toEqual([[false, true], [true, false]]);
  expect(changes).toBe(listChanges(joined, now.meeting).changes.length);
});
