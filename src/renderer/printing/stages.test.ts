import { describe, expect, it } from 'vitest';
import { samplePackage } from '../../../test/sample-package';
import { applyChanges } from '../../core/model/apply-change';
import type { Package } from '../../core/model/package';
import { nextWorkingStage, stageChanges } from './stages';

const NOW = new Date('2026-01-12T08:20:00Z');
const applied = (pkg: Package, ...asked: [string | null, boolean]): { readonly pkg: Package; readonly undone: Package } => {
  const done = applyChanges(pkg, stageChanges(pkg, ...asked, NOW));
  if (!done.ok) throw new Error(done.reason);
  const back = applyChanges(done.value.pkg, done.value.inverse);
  if (!back.ok) throw new Error(back.reason);
  return { pkg: done.value.pkg, undone: back.value.pkg };
};

describe('稿次', () => {
  it.each<[string | null, string[], string]>([
    [null, [], '工作稿第1稿'], ['工作稿第3稿', [], '工作稿第4稿'], ['工作稿 3', [], '工作稿第4稿'], ['大会稿', ['工作稿第2稿', '工作稿第5稿'], '工作稿第6稿'], ['工作稿', [], '工作稿第1稿'],
  ])('after %j (frozen %j) comes %s', (stage, frozen, next) => expect(nextWorkingStage({ stage, versions: frozen.map((name) => ({ ...samplePackage.versions[0]!, name })) })).toBe(next));
  it('a name, and its undoing', () => {
    const { pkg, undone } = applied(samplePackage, '大会稿', false);
    expect([pkg.stage, pkg.versions, undone.stage]).toEqual(['大会稿', samplePackage.versions, samplePackage.stage]);
  });
  it('定稿次 freezes record and articles under the name; the next one has an id of its own', () => {
    const { pkg, undone } = applied(samplePackage, '大会稿', true);
    const frozen = pkg.versions.at(-1)!;
    expect(frozen).toMatchObject({ id: 'v20260112-1', name: '大会稿', date: NOW.toISOString(), meeting: samplePackage.meeting });
    expect(frozen.articles.map(({ doc }) => doc.toJSON() as unknown)).toEqual(samplePackage.articles.map(({ doc }) => doc.toJSON() as unknown));
    expect(undone.versions).toEqual(samplePackage.versions);
    expect(applied(pkg, '大会稿', true).pkg.versions.at(-1)?.id).toBe('v20260112-2');
  });
  it('nothing where nothing changes, and no copy without a name', () => {
    expect([stageChanges(samplePackage, samplePackage.stage, false, NOW), stageChanges({ ...samplePackage, stage: null }, null, true, NOW)]).toEqual([[], []]);
  });
});
