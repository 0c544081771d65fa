import { expect, it } from 'vitest';
import { recognise, toPackage } from '../import/index';
import { article, doc, h, lead, p, packageOf, par, placeholder } from '../../../test/build';
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

it('what shares but the way a thing is held, or who works there, is no answer', () => {
  const plan = '要建设智慧政协平台，推动线上协商常态化。要加强机关干部队伍建设，打造模范机关。';
  const answer = (review: string): (string | null)[] => promiseResults(report(2024, '一年来，履职有力。', plan), report(2025, review, '要抓好落实。')).map(({ result }) => result?.text ?? null);
  const others = '围绕山村振兴开展视察，提出建议十二条。举办港澳联谊活动，签约项目三个。';
  expect(answer(`组织线上线下读书分享会二十六场，踊跃参加。六个专门委员会各有所长，机关干部“四下基层”蔚然成风。${others}`)).toEqual([null, null]);
  expect(answer(`建成“指尖政协”平台，开展线上协商三十次。模范机关创建通过验收。${others}`)).toEqual(['建成“指尖政协”平台，开展线上协商三十次。', '模范机关创建通过验收。']);
});

it('a sentence that is last year’s still is told as such, its holes as □', () => {
  const of = (...review: readonly Parameters<typeof p>[0][]) => packageOf([article('a', 'report', doc(h(1, '工作总结'), p(...review), h(1, '工作安排'), p('要深化“有事好商量”协商平台建设。要办好“健康青禾”义诊活动。')))]);
  const last = of('深化“有事好商量”基层协商，新建协商议事室22个。开展“健康青禾”义诊，深受群众欢迎。');
  const result = (now: ReturnType<typeof of>) => promiseResults(last, now).map((one) => [one.result?.text, one.result?.isLast]);
  expect(result(of('深化“有事好商量”基层协商，新建协商议事室', placeholder('figure'), '个。开展“健康青禾”义诊，深受群众欢迎。'))).toEqual([['深化“有事好商量”基层协商，新建协商议事室□个。', 'open'], ['开展“健康青禾”义诊，深受群众欢迎。', 'same']]);
  expect(result(of('深化“有事好商量”基层协商，新建协商议事室18个。走进乡村开展“健康青禾”义诊。'))).toEqual([['深化“有事好商量”基层协商，新建协商议事室18个。', null], ['走进乡村开展“健康青禾”义诊。', null]]);
});

it('a congress that heads its plan 2025年主要工作 and says no 要', () => {
  const of = (year: number, review: string, plan: readonly string[]) => packageOf([article('a', 'report', doc(h(0, '过去一年工作'), p(review), h(0, `${year}年主要工作`), ...plan.map((text) => par({ head: { level: 1 } }, lead(text.slice(0, text.indexOf('。') + 1)), text.slice(text.indexOf('。') + 1)))))], [], { place: '松岭市' });
  const last = of(2025, '履职有力。', ['高质量做好立法工作。一是制定城市停车管理条例；二是修改物业管理条例。', '加强正确有效监督。新的一年，常委会要重点做好以下工作。', '服务代表履职。听取审议养老服务情况报告。']);
  const now = of(2026, '制定《松岭市机动车停车管理条例》，破解停车难。', ['加强监督。听取报告。']);
  expect(promiseResults(last, now).map(({ text, result }) => [text, result === null])).toEqual([['一是制定城市停车管理条例', false], ['二是修改物业管理条例。', true], ['听取审议养老服务情况报告。', true]]);
});

it('a report without a plan has none', () => expect(promiseResults(report(2024, '履职有力。', '谢谢。'), report(2025, '履职有力。', '谢谢。'))).toEqual([]));
