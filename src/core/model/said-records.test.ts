// What people say of figures and of promises, in the package and its file.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { applyChange, applyChanges } from './apply-change';
import type { PackageChange } from './change';
import type { FigureRecord, PromiseRecord } from './package';
import { readPackage, writePackage } from './package-file';

const pkg = packageOf([article('a', 'report', doc(p('全年立案171件。')))]);
const FIGURE: FigureRecord = { office: '提案委', basis: '系统导出', checker: '白露', date: '2025-12-22', confirmed: '171件' };
const PROMISE: PromiseRecord = { status: 'renamed', result: '议事室改称会客厅。' };
const CHANGES: readonly PackageChange[] = [
  { kind: 'set', path: 'figures/全年立案件。#0', from: null, to: FIGURE },
  { kind: 'set', path: 'figures/覆盖市/县/乡个。#1', from: null, to: { ...FIGURE, confirmed: null } },
  { kind: 'set', path: 'promises/要建好议事室。', from: null, to: PROMISE },
];

describe('what people say of figures and promises', () => {
  it('is one undoable change; a key may hold a slash; without entries no record', () => {
    const done = applyChanges(pkg, CHANGES);
    if (!done.ok) throw new Error(done.reason);
    expect(done.value.pkg.figures).toEqual({ '全年立案件。#0': FIGURE, '覆盖市/县/乡个。#1': { ...FIGURE, confirmed: null } });
    expect(done.value.pkg.promises).toEqual({ '要建好议事室。': PROMISE });
    const back = applyChanges(done.value.pkg, done.value.inverse);
    expect(back.ok && back.value.pkg).toEqual(pkg);
    expect(back.ok && 'figures' in back.value.pkg).toBe(false);
    expect(applyChange(done.value.pkg, CHANGES[0]!)).toEqual({ ok: false, reason: '这里后来又改过' });
    expect(applyChange(pkg, { kind: 'set', path: 'figures', from: null, to: {} }).ok).toBe(false);
  });

  it('stands in the file with what a newer program said, and a package without it has no such entry', () => {
    const newer = { ...FIGURE, weight: 3 } as FigureRecord;
    const opened = readPackage(writePackage({ ...pkg, figures: { 'k#0': newer }, promises: { 要: PROMISE } }, null));
    expect(opened.pkg.figures).toEqual({ 'k#0': newer });
    expect(opened.pkg.promises).toEqual({ 要: PROMISE });
    expect(opened.readOnly).toBeNull();
    const plain = readPackage(writePackage(pkg, null)).pkg;
    expect(['figures' in plain, 'promises' in plain]).toEqual([false, false]);
  });

  it('of a wrong shape is told by its file', () => {
    expect(() => readPackage(writePackage({ ...pkg, figures: { k: { ...FIGURE, office: 3 as unknown as string } } }, null))).toThrow(/figures\.json/);
    expect(() => readPackage(writePackage({ ...pkg, promises: { k: { status: 'maybe' as 'done', result: null } } }, null))).toThrow(/promises\.json/);
  });
});
