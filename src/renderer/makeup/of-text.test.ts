import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { applyChange } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import type { Package } from '../../core/model/package';
import { isOfText } from './of-text';

const pkg = packageOf([article('a', 'news', doc(p('甲乙'))), article('b', 'news', doc(p('丙丁')))]);
const after = (change: PackageChange): Package => {
  const done = applyChange(pkg, change);
  if (!done.ok) throw new Error(done.reason);
  return done.value;
};
const typed = (id: string): PackageChange => ({ kind: 'steps', article: id, field: null, steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: '新' }] } }] });

it('words and deck lines of the article are seen where they are written; what is another’s, or of the paper, is not', () => {
  const title = after({ kind: 'set', path: 'articles/a/fields/deck.main', from: pkg.articles[0]!.fields['deck.main']?.toJSON() ?? null, to: doc(p('新题')).toJSON() });
  expect([isOfText(pkg, after(typed('a')), 'a'), isOfText(pkg, title, 'a')]).toEqual([true, true]);
  expect([isOfText(pkg, after(typed('b')), 'a'), isOfText(pkg, after(typed('a')), null), isOfText(pkg, title, 'b')]).toEqual([false, false, false]);
  expect(isOfText(pkg, { ...pkg, meeting: { ...pkg.meeting } }, 'a')).toBe(false);
  expect(isOfText(pkg, { ...pkg, articles: pkg.articles.slice(0, 1) }, 'a')).toBe(false);
  expect(isOfText(pkg, { ...pkg, articles: [{ ...pkg.articles[0]!, kind: 'notice' }, pkg.articles[1]!] }, 'a')).toBe(false);
});
