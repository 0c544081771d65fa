// A review that joins a package: one group of changes, which undoes to the package as
// it was, and which takes the place of an earlier end of the same review.
import { describe, expect, it } from 'vitest';
import { recognise } from '../../core/import/index';
import { reviewPackage, startReview } from '../../core/import/review/index';
import { applyChange } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import { History } from '../../core/model/history';
import { makeEdition } from '../../core/model/editions';
import { EMPTY_MEETING, type Package } from '../../core/model/package';
import { shippedPreset } from '../../node/presets';
import { importChanges } from './import-changes';

const TEXT = '云岭市政协常委会工作报告\n——在政协云岭市第九届委员会第三次会议上\n（2026年1月12日）\n各位委员：\n一年来，工作取得了新的成绩。\n社论\n同心启新程\n岚水汤汤，春潮渐起，全市上下满怀信心迈向新的征程。';
const original = { bytes: new TextEncoder().encode(TEXT), sha256: 'b'.repeat(64) };

const EMPTY: Package = { id: 'p', name: '包', stage: null, meeting: EMPTY_MEETING, articles: [], editions: [], versions: [], assets: new Map(), comments: [], ignored: [] };
const base: Package = { ...EMPTY, editions: [makeEdition(shippedPreset('N8'), [], 'newspaper'), makeEdition(shippedPreset('gb'), [], 'booklet')] };

function made(ids: readonly string[]): Package {
  const pkg = reviewPackage(startReview(TEXT, recognise(TEXT)), { id: 'm', name: '一' }, original);
  return { ...pkg, articles: pkg.articles.map((article, i) => ({ ...article, id: ids[i] ?? '' })) };
}

function applied(pkg: Package, changes: readonly PackageChange[]): Package {
  return changes.reduce((now, change) => {
    const done = applyChange(now, change);
    if (!done.ok) throw new RangeError(done.reason);
    return done.value;
  }, pkg);
}

describe('articles of an import in the open package', () => {
  it('come behind those that are there, into the newspaper, with the text that came in; the blank record is filled', () => {
    const after = applied(base, importChanges(base, made(['x', 'y']), []));
    expect(after.articles.map(({ id, kind }) => [id, kind])).toEqual([['x', 'report'], ['y', 'editorial']]);
    expect(after.editions.map(({ articles }) => articles)).toEqual([['x', 'y'], []]);
    expect(after.assets.get(`${'b'.repeat(64)}.txt`)).toEqual(original.bytes);
    expect([after.meeting.term, after.meeting.session, after.meeting.opens]).toEqual([9, 3, '2026-01-12']);
  });
  it('go into no edition that has its articles', () => {
    const first = applied(base, importChanges(base, made(['x', 'y']), []));
    const more = applied(first, importChanges(first, made(['v', 'w']), []));
    expect(more.articles.map(({ id }) => id)).toEqual(['x', 'y', 'v', 'w']);
    expect(more.editions.map(({ articles }) => articles)).toEqual([['x', 'y'], []]);
  });
  it('are one step of undo', () => {
    const history = new History(base);
    expect(history.apply(importChanges(base, made(['x', 'y']), []), { label: '导入', at: 0, composition: null, joins: false }).ok).toBe(true);
    expect(history.undo(1).ok).toBe(true);
    expect(history.pkg).toEqual(base);
  });
  it('finished again, they take the place of the first time, and keep it in the list', () => {
    const first = applied(base, importChanges(base, made(['x', 'y']), []));
    const more = applied(first, [{ kind: 'move', what: 'article', from: 0, to: 1 }]);
    const again = applied(more, importChanges(more, made(['v', 'w']), ['x', 'y', 'gone']));
    expect(again.articles.map(({ id }) => id)).toEqual(['v', 'w']);
    expect(again.editions[0]?.articles).toEqual(['v', 'w']);
    expect(again.assets.size).toBe(1);
  });
});
