import { describe, expect, it } from 'vitest';
import { doc, p, article, packageOf } from '../../../test/build';
import { applyChange } from '../../core/model/apply-change';
import type { ChangeGroup, PackageChange } from '../../core/model/change';
import type { Package } from '../../core/model/package';
import { writePackage } from '../../core/model/package-file';
import { schema } from '../../core/model/schema';
import { Transform } from 'prosemirror-transform';
import { historyOf } from './history-of';

const start = packageOf([article('a', 'report', doc(p('正文')), { 'deck.main': '报告' })]);

function type(pkg: Package, text: string): PackageChange {
  const tr = new Transform(pkg.articles[0]!.doc).insert(1, schema.text(text));
  return { kind: 'steps', article: 'a', field: null, steps: tr.steps.map((step) => step.toJSON() as unknown) };
}

/** The groups of typing `texts`, `apart` ms after each other, and what they lead to. */
function typed(texts: readonly string[], apart: number): { readonly pkg: Package; readonly groups: ChangeGroup[] } {
  let pkg = start;
  const groups: ChangeGroup[] = [];
  texts.forEach((text, index) => {
    const change = type(pkg, text);
    const applied = applyChange(pkg, change);
    if (!applied.ok) throw new Error(applied.reason);
    pkg = applied.value;
    groups.push({ label: '输入', at: 1000 + index * apart, changes: [change] });
  });
  return { pkg, groups };
}

const textOf = (pkg: Package): string | undefined => pkg.articles[0]?.doc.textContent;

describe('the undo history of a window that is here again', () => {
  it('none was told: none', () => expect(historyOf({}, start).size).toBe(0));

  it('what was done is undone step by step', () => {
    const { pkg, groups } = typed(['甲', '乙'], 2000);
    const history = historyOf({ past: { bytes: writePackage(start, null), groups } }, pkg);
    expect([textOf(history.pkg), history.undoLabel, history.size]).toEqual(['乙甲正文', '输入', 2]);
    history.undo(9000);
    expect(textOf(history.pkg)).toBe('甲正文');
    history.undo(9000);
    expect(textOf(history.pkg)).toBe('正文');
    history.redo(9000);
    expect(textOf(history.pkg)).toBe('甲正文');
  });

  it('what the program noted by itself is passed over, as it was', () => {
    const { pkg, groups } = typed(['甲', '乙'], 2000);
    const history = historyOf({ past: { bytes: writePackage(start, null), groups: [groups[0]!, { ...groups[1]!, quiet: true }] } }, pkg);
    history.undo(9000);
    expect(textOf(history.pkg)).toBe('乙正文');
  });

  it('letters in one go are one step, as they were', () => {
    const { pkg, groups } = typed(['甲', '乙', '丙'], 100);
    expect(historyOf({ past: { bytes: writePackage(start, null), groups } }, pkg).size).toBe(1);
  });

  it('a past that leads elsewhere, or nowhere, is none: the text that is open stands', () => {
    const { pkg, groups } = typed(['甲', '乙'], 2000);
    for (const wrong of [groups.slice(1), groups.slice(0, 1), []]) {
      const history = historyOf({ past: { bytes: writePackage(start, null), groups: wrong } }, pkg);
      expect([history.size, textOf(history.pkg)]).toEqual([0, '乙甲正文']);
    }
  });
});
