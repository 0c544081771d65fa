import { expect, it } from 'vitest';
import { recognise, toPackage } from '../import/index';
import type { Package } from '../model/package';
import { promiseResults } from './promises';

const report = (year: number, review: string, plan: string): Package => toPackage(recognise(['政协松岭市委员会常务委员会工作报告', `（${year + 1}年1月8日）`, '周行远', '', '各位委员：', '我受委托报告工作，请予审议。', '', `一、${year}年工作总结`, ...review.split('\n'), `二、${year + 1}年工作安排`, ...plan.split('\n')].join('\n')), { id: 'p', name: 'p' });

it('each task of last year’s plan beside the sentence that speaks of it, or nothing', () => {
  const last = report(2024, '一年来，履职有力。', '要就主城区停车难问题开展专题调研。要健全委员工作站管理机制。要启动《松岭市政协史》编撰工作。');
  const now = report(2025, '围绕主城区停车难深入调研，提出建议二十条。市政协史编撰工作正式启动，征集史料三百件。提案工作提质增效。', '要抓好落实。');
  const results = promiseResults(last, now);
  expect(results.map(({ text, result }) => [text, result?.text ?? null])).toEqual([
    ['要就主城区停车难问题开展专题调研。', '围绕主城区停车难深入调研，提出建议二十条。'],
    ['要健全委员工作站管理机制。', null],
    ['要启动《松岭市政协史》编撰工作。', '市政协史编撰工作正式启动，征集史料三百件。'],
  ]);
  expect(results[0]?.result?.shared).toEqual(['主城区停车难']);
});

it('a report without a plan has none', () => expect(promiseResults(report(2024, '履职有力。', '谢谢。'), report(2025, '履职有力。', '谢谢。'))).toEqual([]));
