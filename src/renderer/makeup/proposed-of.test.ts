import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, shipped } from '../../../test/build-edition';
import { applyChange, invertChange } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import { layoutChange } from '../../core/model/layout';
import type { Package } from '../../core/model/package';
import { otherThan, proposedOf } from './proposed-of';

const edition = shipped('T6', ['a', 'b'], { paper: DAILY });
const pkg = packageOf(['a', 'b', 'c'].map((id) => article(id, 'news', doc(p('会议昨日开幕。')))), [edition]);
const after = (change: PackageChange): Package => {
  const changed = applyChange(pkg, change);
  if (!changed.ok) throw new Error(changed.reason);
  return changed.value;
};
const differs = (one: Package, other: Package): ReturnType<typeof otherThan> => otherThan(proposedOf(one, one.editions[0]!), proposedOf(other, other.editions[0]!));

it('a text, a picture and the paper’s date are what is proposed of; done, and undone', () => {
  const picture: PackageChange = { kind: 'set', path: 'pictures/a', from: null, to: { image: 'x', columns: 1, caption: '', credit: '' } };
  const text: PackageChange = { kind: 'steps', article: 'b', field: null, steps: [{ stepType: 'replace', from: 1, to: 2 }] };
  for (const [change, how] of [[picture, 'much'], [text, 'little']] as const) {
    expect(differs(pkg, after(change))).toBe(how);
    expect(differs(after(change), pkg)).toBe(how);
  }
});

it('changed back by undo it is the same again', () => {
  const text: PackageChange = { kind: 'steps', article: 'b', field: null, steps: [{ stepType: 'replace', from: 1, to: 2 }] };
  const back = invertChange(pkg, text);
  const undone = back.ok ? applyChange(after(text), back.value) : back;
  if (!undone.ok) throw new Error(undone.reason);
  expect(undone.value.articles).not.toBe(pkg.articles);
  expect(differs(pkg, undone.value)).toBeNull();
});

it('where blocks stand, a text that is not in the paper, and who is in it are not', () => {
  expect(differs(pkg, pkg)).toBeNull();
  expect(differs(pkg, after(layoutChange(edition, { pages: [] })))).toBeNull();
  expect(differs(pkg, after({ kind: 'steps', article: 'c', field: null, steps: [{ stepType: 'replace', from: 1, to: 2 }] }))).toBeNull();
  expect(differs(pkg, after({ kind: 'set', path: `editions/${edition.id}/articles`, from: ['a', 'b'], to: ['a'] }))).toBeNull();
});
