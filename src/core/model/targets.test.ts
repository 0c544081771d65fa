import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { applyChange, applyChanges } from './apply-change';
import type { ArticleTargets } from './package';
import { readPackage, writePackage } from './package-file';
import { sectionTargets, withSectionTargets } from './targets';

const TARGETS: ArticleTargets = { words: 8000, sections: [{ heading: '工作回顾', index: 0, words: 5000 }, { heading: '工作安排', index: 1, words: 3000 }] };

describe('a section’s target is found by its heading', () => {
  it.each<[what: string, headings: readonly string[], wanted: readonly (number | null)[]]>([
    ['as it was', ['工作回顾', '工作安排'], [5000, 3000]],
    ['moved', ['工作安排', '新的', '工作回顾'], [3000, null, 5000]],
    ['reworded: by its place', ['过去一年工作回顾', '工作安排'], [5000, 3000]],
    ['reworded, and its place taken by another', ['工作安排', '回顾'], [3000, null]],
    ['gone', ['工作安排'], [3000]],
    ['twice: the nearest', ['工作回顾', '工作安排', '工作回顾'], [5000, 3000, null]],
  ])('%s', (_, headings, wanted) => {
    expect(sectionTargets(TARGETS, headings)).toEqual(wanted);
  });
  it('no targets', () => {
    expect(sectionTargets(undefined, ['甲'])).toEqual([null]);
  });
  it('made anew from what is shown', () => {
    expect(withSectionTargets(8000, ['工作回顾', '工作安排'], [5000, 3000])).toEqual(TARGETS);
    expect(withSectionTargets(null, ['甲', '乙'], [null, null])).toBeNull();
    expect(withSectionTargets(null, ['甲', '乙'], [null, 3])).toEqual({ words: null, sections: [{ heading: '乙', index: 1, words: 3 }] });
  });
});

describe('targets in the package', () => {
  const pkg = packageOf([article('a', 'report', doc(p('正文')))]);
  const set = { kind: 'set', path: 'targets/a', from: null, to: TARGETS } as const;

  it('are one undoable change; the last that goes leaves the package as it was', () => {
    const done = applyChanges(pkg, [set]);
    if (!done.ok) throw new Error(done.reason);
    expect(done.value.pkg.targets).toEqual({ a: TARGETS });
    const back = applyChanges(done.value.pkg, done.value.inverse);
    expect(back.ok && back.value.pkg).toEqual(pkg);
    expect(applyChange(done.value.pkg, set)).toEqual({ ok: false, reason: '这里后来又改过' });
    expect(applyChange(pkg, { ...set, path: 'targets/a/words' }).ok).toBe(false);
  });

  it('are in the file, and a package without any has no such entry', () => {
    const done = applyChange(pkg, set);
    if (!done.ok) throw new Error(done.reason);
    expect(readPackage(writePackage(done.value, null)).pkg.targets).toEqual({ a: TARGETS });
    const plain = readPackage(writePackage(pkg, null));
    expect('targets' in plain.pkg).toBe(false);
  });

  it('of a wrong shape are said', () => {
    const bytes = writePackage({ ...pkg, targets: { a: { words: -1, sections: [] } } }, null);
    expect(() => readPackage(bytes)).toThrow(/targets\.json/);
  });
});
