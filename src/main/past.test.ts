import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { readPackage } from '../core/model/package-file';
import { Past } from './past';

const start = packageOf([article('a', 'report', doc(p('开头')))]);
const later = packageOf([article('a', 'report', doc(p('后来')))]);
const group = { label: '输入', at: 1, changes: [] };
const textOf = (past: Past): string | undefined => readPackage(past.told()?.bytes ?? new Uint8Array()).pkg.articles[0]?.doc.textContent;

describe('what was done to the open text', () => {
  it('is nothing at first, then every group with the package at the start', () => {
    const past = new Past(start);
    expect(past.told()).toBeNull();
    past.add(group, later);
    past.add({ ...group, at: 2 }, later);
    expect(past.told()?.groups.map(({ at }) => at)).toEqual([1, 2]);
    expect(textOf(past)).toBe('开头');
  });

  it('begins anew with the window’s whole text, and after a day of writing', () => {
    const past = new Past(start);
    past.add(group, later);
    past.restart(later);
    expect(past.told()).toBeNull();
    for (let i = 0; i < 20_001; i++) past.add(group, start);
    expect(past.told()).toBeNull();
    past.add(group, start);
    expect(past.told()?.groups).toHaveLength(1);
  });
});
