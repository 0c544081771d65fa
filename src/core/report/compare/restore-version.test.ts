import { describe, expect, it } from 'vitest';
import { article, doc, field, h, p, packageOf } from '../../../../test/build';
import { applyChanges } from '../../model/apply-change';
import { readPackage, writePackage } from '../../model/package-file';
import type { Package, Version } from '../../model/package';
import { restoreVersion } from './restore-version';

const RESTORING = { ids: ['v20251226-1', 'v20251226-2'], date: '2025-12-26T01:05:00.000Z', frozenAt: '12月18日 16:20' } as const;
const old = packageOf([article('report', 'report', doc(h(1, '提案'), p('立案163件。'), p('远程协商。')), { 'deck.main': '工作报告' })], [], { session: 3 });
const version: Version = { id: 'v1', name: '工作稿第3稿', date: '2025-12-18T08:20:00.000Z', note: '主席会议后', meeting: old.meeting, articles: old.articles };
const now: Package = {
  ...packageOf([article('report', 'report', doc(h(1, '提案'), p('立案171件。')), { 'deck.main': '常委会工作报告' }), article('news', 'news', doc(p('本报讯。')))], [], { session: 4 }, '征求意见稿'), versions: [version],
};

describe('restoreVersion', () => {
  it('brings texts, fields and record back, freezes what stood, and undo gives that again', () => {
    const done = applyChanges(now, restoreVersion(now, version, RESTORING));
    if (!done.ok) throw new Error(done.reason);
    const { pkg, inverse } = done.value;
    expect(pkg.articles.map(({ id }) => id)).toEqual(['report', 'news']);
    expect(pkg.articles[0]).toEqual(old.articles[0]);
    expect(pkg.meeting).toEqual(old.meeting);
    expect(pkg.stage).toBe('征求意见稿');
    expect(pkg.versions[1]).toMatchObject({ id: 'v20251226-1', date: RESTORING.date, name: '征求意见稿（恢复前）', note: '恢复“工作稿第3稿”时自动存下', articles: now.articles });
    expect(pkg.versions[2]).toEqual({ id: 'v20251226-2', date: RESTORING.date, name: '恢复自工作稿第3稿', note: '原稿定于12月18日 16:20', meeting: pkg.meeting, articles: pkg.articles });
    const back = applyChanges(pkg, inverse);
    expect(back.ok && back.value.pkg).toEqual(now);
  });

  it('an article that is gone comes back; what a version holds already is not frozen again; the same text is no change', () => {
    const less: Package = { ...now, articles: [now.articles[1]!], versions: [version, { ...version, id: 'v2', meeting: now.meeting, articles: [now.articles[1]!] }] };
    const done = applyChanges(less, restoreVersion(less, version, RESTORING));
    expect(done.ok && done.value.pkg.articles.map(({ id }) => id)).toEqual(['report', 'news']);
    expect(done.ok && done.value.pkg.versions.map(({ name }) => name)).toEqual(['工作稿第3稿', '工作稿第3稿', '恢复自工作稿第3稿']);
    const twice = { ...version, name: '恢复自工作稿第3稿' };
    const again = applyChanges(less, restoreVersion(less, twice, RESTORING));
    expect(again.ok && again.value.pkg.versions.at(-1)?.name).toBe('恢复自工作稿第3稿');
    const same: Package = { ...old, versions: [version] };
    expect(restoreVersion(same, version, RESTORING)).toEqual([]);
  });
});

describe('a version in the file', () => {
  it('keeps its note; one without has none; reasons of changes stand in the file', () => {
    const pkg: Package = { ...now, versions: [version, { id: 'v0', name: '工作稿第2稿', date: '2025-12-10', meeting: old.meeting, articles: [article('report', 'report', doc(p('于', field('opens'), '开幕。')))] }], reasons: { k1: '提案委核对' } };
    const read = readPackage(writePackage(pkg, null));
    expect(read.readOnly).toBeNull();
    expect(read.pkg.versions).toEqual(pkg.versions);
    expect('note' in read.pkg.versions[1]!).toBe(false);
    expect(read.pkg.reasons).toEqual({ k1: '提案委核对' });
    const done = applyChanges(read.pkg, [{ kind: 'set', path: 'reasons/k1', from: '提案委核对', to: null }]);
    expect(done.ok && 'reasons' in done.value.pkg).toBe(false);
  });
});
