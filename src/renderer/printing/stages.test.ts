import { describe, expect, it } from 'vitest';
import { samplePackage } from '../../../test/sample-package';
import { applyChanges } from '../../core/model/apply-change';
import type { Package } from '../../core/model/package';
import { nextWorkingStage, removeVersion, stageChanges } from './stages';

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
  it('a note goes with the copy, blanks alone are none; a copy that is taken away comes back by undo', () => {
    const noted = applyChanges(samplePackage, stageChanges(samplePackage, '大会稿', true, NOW, ' 送各委室 '));
    if (!noted.ok) throw new Error(noted.reason);
    const { pkg } = noted.value;
    expect(pkg.versions.at(-1)?.note).toBe('送各委室');
    expect('note' in applied(samplePackage, '大会稿', true).pkg.versions.at(-1)!).toBe(false);
    const gone = applyChanges(pkg, [removeVersion(pkg, 'v20260112-1')!]);
    expect(gone.ok && gone.value.pkg.versions).toEqual(samplePackage.versions);
    const back = gone.ok ? applyChanges(gone.value.pkg, gone.value.inverse) : gone;
    expect(back.ok && back.value.pkg.versions).toEqual(pkg.versions);
    expect(removeVersion(pkg, 'never')).toBeNull();
  });
  it('nothing where nothing changes, and no copy without a name', () => {
    expect([stageChanges(samplePackage, samplePackage.stage, false, NOW), stageChanges({ ...samplePackage, stage: null }, null, true, NOW)]).toEqual([[], []]);
  });
});
