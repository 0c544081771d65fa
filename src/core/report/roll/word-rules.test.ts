// Figures and people of a report by the part they stand in: what a plan limits is the same each year, what
// was done is not; who did something without a name is told, and is no task.
import { expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { planRoll } from './plan-roll';

const items = (review: string, plan: string): ReturnType<typeof planRoll>['items'] => planRoll(toPackage(recognise(['政协松岭县第十届委员会常务委员会工作报告', '（2025年2月12日在政协松岭县第十届委员会第四次会议上）', '何志刚', '', '各位委员：', '我向大会报告工作，请予审议。', '', '一、2024年工作回顾', '一年来，履职有为。', review, '二、2025年工作安排', '2025年，要团结奋进。', plan].join('\n')), { id: 'last', name: 'last' }), { kind: 'next', meeting: {} }).items;

it('empties how long something took, and keeps how long it may take', () => {
  const words = '15个工作日内完成交办，3个月内办结提案5件。';
  const figures = items(words, words).flatMap((item) => (item.group === 'blank' && item.kind === 'figure' ? [item.was] : []));
  expect(figures).toEqual(['15', '3', '5', '5']);
});

it('tells of a leader without a name, in the list alone', () => {
  const told = items('县委主要领导多次作出批示，县委书记李明亲自督办。', '要抓好落实。').filter(({ kind, place }) => kind === 'leader' && place.field === null);
  expect(told.map((item) => (item.group === 'review' ? [item.text, item.task] : []))).toEqual([['县委主要领导', false], ['县委书记李明', true]]);
});

it('asks to take out how far last year\'s text was, wherever it stood in the title', () => {
  const asked = (title: readonly string[]): string[] => planRoll(toPackage(recognise([...title, '（2025年2月12日）', '何志刚', '', '各位委员：', '我向大会报告工作，请予审议。', '', '一、2024年工作回顾', '一年来，履职有为。'].join('\n')), { id: 'last', name: 'last' }), { kind: 'next', meeting: {} }).items
    .flatMap((item) => (item.group === 'review' && item.why.includes('稿次') ? [item.text] : []));
  expect(asked(['政协松岭县第十届委员会常务委员会工作报告（征求意见稿）'])).toEqual(['（征求意见稿）']);
  expect(asked(['政协松岭县第十届委员会常务委员会工作报告', '（初稿）'])).toEqual(['（初稿）']);
  expect(asked(['政协松岭县第十届委员会常务委员会工作报告'])).toEqual([]);
});
