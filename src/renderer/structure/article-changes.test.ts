import { describe, expect, it } from 'vitest';
import { article, doc, marked, p, packageOf } from '../../../test/build';
import { shipped, smallBooklet } from '../../../test/build-edition';
import { applyChanges } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import { writePackage, readPackage } from '../../core/model/package-file';
import type { Package } from '../../core/model/package';
import { addArticle, duplicateArticle, moveArticle, removeArticle, setArticle, setKind, usualEditions } from './article-changes';

const PKG = packageOf(
  [article('r', 'report', doc(p('报告', marked('comment', { id: 'c' }, '批注')))), article('e', 'editorial', doc(p('社论')), {}, '社论'), article('n', 'news', doc(p('消息')))],
  [smallBooklet(['r']), shipped('N8', ['r', 'n'])],
);

/** The package after the changes; undone it must be the old one to the byte. */
function after(changes: readonly PackageChange[], pkg = PKG): Package {
  const done = applyChanges(pkg, structuredClone(changes));
  if (!done.ok) throw new RangeError(done.reason);
  const undone = applyChanges(done.value.pkg, structuredClone(done.value.inverse));
  if (!undone.ok) throw new RangeError(undone.reason);
  expect(writePackage(undone.value.pkg, null)).toEqual(writePackage(pkg, null));
  return done.value.pkg;
}

const ids = ({ articles, editions }: Package): readonly (readonly string[])[] => [articles.map(({ id }) => id), ...editions.map((edition) => [...edition.articles])];

describe('the list of 稿件', () => {
  it('a new one comes where it is asked for, into the editions chosen, in the order of the list', () => {
    const pkg = after(addArticle(PKG, 1, { id: 'x', kind: 'news', label: null }, new Set(['N8'])));
    expect(ids(pkg)).toEqual([['r', 'x', 'e', 'n'], ['r'], ['r', 'x', 'n']]);
    expect(pkg.articles[1]?.doc.toString()).toBe('doc(paragraph)');
    // It can be written and read as any other.
    expect(readPackage(writePackage(pkg, null)).pkg.articles[1]?.kind).toBe('news');
  });

  it('one that goes, goes out of every edition, and undo brings both back', () => {
    expect(ids(after(removeArticle(PKG, 'r')))).toEqual([['e', 'n'], [], ['n']]);
  });

  it('up and down, and not over the ends', () => {
    expect(ids(after(moveArticle(PKG, 'e', -1)))[0]).toEqual(['e', 'r', 'n']);
    expect(ids(after(moveArticle(PKG, 'e', 1)))[0]).toEqual(['r', 'n', 'e']);
    expect(moveArticle(PKG, 'r', -1)).toEqual([]);
    expect(moveArticle(PKG, 'n', 1)).toEqual([]);
  });

  it('a copy stands behind its article, in no edition, without its 批注', () => {
    const pkg = after(duplicateArticle(PKG, 'r', 'r2'));
    expect(ids(pkg)).toEqual([['r', 'r2', 'e', 'n'], ['r'], ['r', 'n']]);
    expect(pkg.articles[1]?.doc.toString()).toBe('doc(paragraph("报告批注"))');
  });

  it('栏题 and editions are one step; what is so already changes nothing', () => {
    const pkg = after(setArticle(PKG, 'e', '本报评论员', new Set(['small', 'N8'])));
    expect([pkg.articles[1]?.label, ...ids(pkg).slice(1)]).toEqual(['本报评论员', ['r', 'e'], ['r', 'e', 'n']]);
    expect(setArticle(PKG, 'e', '社论', new Set())).toEqual([]);
  });

  it('the kind is one change, with its words kept, and back', () => {
    const pkg = after(setKind(PKG, 'e', 'news'));
    expect([pkg.articles[1]?.kind, pkg.articles[1]?.label, ids(pkg)]).toEqual(['news', '社论', ids(PKG)]);
    expect(setKind(PKG, 'e', 'editorial')).toEqual([]);
    expect(setKind(PKG, 'gone', 'news')).toEqual([]);
  });

  it('a new article is looked for in every newspaper, a report where reports are', () => {
    expect([...usualEditions(PKG, 'news')]).toEqual(['N8']);
    expect([...usualEditions(PKG, 'report')]).toEqual(['small', 'N8']);
  });
});
