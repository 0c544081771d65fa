// Last year's tasks, what people say of them, and what is told of those that nobody mentions.
import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../test/build';
import { applyChanges } from '../model/apply-change';
import type { PackageChange } from '../model/change';
import type { Package } from '../model/package';
import { readCsv } from './csv';
import { promiseDiagnostics, promiseRows, promisesCsv, promisesSheet, promiseSummary, sayOfPromise } from './promise-rows';

const year = (review: string, plan: string) => article('a', 'report', doc(h(1, '工作总结'), p(review), h(1, '工作安排'), p(plan)));
const base = packageOf([year('围绕主城区停车难深入调研，提出建议二十条。请进来二百名居民。', '要抓好落实。')]);
const pkg: Package = {
  ...base,
  versions: [{ id: 'last-year', name: '去年', date: '2025-01-01', meeting: base.meeting, articles: [year('履职有力。', '要就主城区停车难问题开展专题调研。要健全委员工作站管理机制。要启动市政协史编撰工作。')] }],
};
const change = (of: Package, changes: readonly PackageChange[]): Package => {
  const done = applyChanges(of, changes);
  if (!done.ok) throw new Error(done.reason);
  const back = applyChanges(done.value.pkg, done.value.inverse);
  expect(back.ok && back.value.pkg).toEqual(of);
  return done.value.pkg;
};
const brief = (of: Package): unknown[] => promiseRows(of).map(({ status, result }) => [status, result?.text ?? null, result?.byHand ?? null, result?.place?.from ?? null]);

describe('promises', () => {
  const found = '围绕主城区停车难深入调研，提出建议二十条。';
  it('stand beside the sentence found, with nothing said of them', () => {
    expect(brief(pkg)).toEqual([[null, found, false, 0], [null, null, null, null], [null, null, null, null]]);
    expect(promiseRows(base)).toEqual([]);
  });

  it('are judged by hand, and another sentence is chosen or none', () => {
    const [first, second] = promiseRows(pkg);
    const judged = change(pkg, [...sayOfPromise(first!, { status: 'partly', result: '' }), ...sayOfPromise(second!, { status: 'renamed', result: '请进来二百名居民。' })]);
    expect(brief(judged)).toEqual([['partly', null, null, null], ['renamed', '请进来二百名居民。', true, found.length], [null, null, null, null]]);
    const gone = { ...judged, articles: [year('请进来三百名居民。', '要抓好落实。')] };
    expect(brief(gone)[1]).toEqual(['renamed', '请进来二百名居民。', true, null]);
    expect(sayOfPromise(promiseRows(judged)[1]!, { status: 'renamed' })).toEqual([]);
    const none = change(judged, promiseRows(judged).flatMap((row) => sayOfPromise(row, { status: null, result: null })));
    expect(none.promises).toBeUndefined();
  });

  it('that nobody mentions are told: a word at first, a warning from 征求意见稿 on', () => {
    const told = (of: Package): unknown[] => promiseDiagnostics(of).map(({ severity, message }) => [severity, message]);
    const [second, third] = ['去年安排的“要健全委员工作站管理机制”，今年的总结里没有提到', '去年安排的“要启动市政协史编撰工作”，今年的总结里没有提到'];
    expect(told({ ...pkg, stage: '工作稿' })).toEqual([['info', second], ['info', third]]);
    expect(told({ ...pkg, stage: '征求意见稿' })).toEqual([['warning', second], ['warning', third]]);
    const rows = promiseRows(pkg);
    expect(told(change(pkg, [...sayOfPromise(rows[1]!, { status: 'done' }), ...sayOfPromise(rows[2]!, { status: 'unmentioned' })]))).toEqual([['info', third]]);
    expect(promiseDiagnostics(base)).toEqual([]);
    expect(promiseSummary({ ...pkg, stage: '工作稿' }).map(({ message }) => message)).toEqual(['去年的安排有 2 项，今年的总结里还没有提到']);
    expect(promiseSummary({ ...pkg, stage: '征求意见稿' })).toHaveLength(2);
  });

  it('go out as a table', () => {
    const judged = change(pkg, sayOfPromise(promiseRows(pkg)[0]!, { status: 'done' }));
    const [, first = [], second = []] = readCsv(promisesCsv(promiseRows(judged)));
    expect([first[1], first[3], first[4], first[5], second[5]]).toEqual(['要就主城区停车难问题开展专题调研。', found, '都有：主城区停车难', '完成', '']);
    expect(promisesSheet(promiseRows(judged), '五届四次', '2025-12-30').rows.map((row) => row[3])).toEqual([found, '今年没有提到', '今年没有提到']);
    expect(promisesSheet(promiseRows(judged), '五届四次', '2025-12-30').before).toEqual(['去年的安排共3项：完成1项，部分0项，未提0项，改名0项，未定2项。制表日期：2025-12-30。']);
  });
});

it('the same task twice is two', () => {
  const twice = { ...pkg, versions: pkg.versions.map((version) => ({ ...version, articles: [year('好。', '要持续抓好各项落实。要持续抓好各项落实。')] })) };
  expect(promiseRows(change(twice, sayOfPromise(promiseRows(twice)[1]!, { status: 'done' }))).map(({ status }) => status)).toEqual([null, 'done']);
});

it('what was said of a sentence stands for each task that it is parted into now, and is said of one alone from then on', () => {
  const [whole, first, second] = ['要建好议事室，要打造模范机关，健全委员考核办法。', '要建好议事室', '要打造模范机关，健全委员考核办法。'];
  const parted = { ...pkg, versions: pkg.versions.map((version) => ({ ...version, articles: [year('好。', whole)] })), promises: { [whole]: { status: 'done' as const, result: null } } };
  const states = (of: Package): unknown[] => promiseRows(of).map(({ key, status }) => [key, status]);
  expect(states(parted)).toEqual([[first, 'done'], [second, 'done']]);
  const changed = change(parted, sayOfPromise(promiseRows(parted)[1]!, { status: 'partly' }));
  expect(changed.promises).toEqual({ [first]: { status: 'done', result: null }, [second]: { status: 'partly', result: null } });
  const taken = change(parted, sayOfPromise(promiseRows(parted)[0]!, { status: null }));
  expect(states(taken)).toEqual([[first, null], [second, 'done']]);
  // And the other way round.
  const joined = { ...parted, versions: pkg.versions.map((version) => ({ ...version, articles: [year('好。', '要打造模范机关。')] })), promises: { '要打造模范机关。要健全考核办法。': { status: 'done' as const, result: null }, 别的事情都要办好: { status: 'partly' as const, result: null } } };
  expect(states(joined)).toEqual([['要打造模范机关。', 'done']]);
});
