// A finished review as changes of the open package, one step of undo: its articles
// behind those that are there, and the text that came in among the assets; the meeting
// record where the import has filled it. An edition that has its articles is left as it
// is: only one that has none yet, or had these from an earlier end of the same review,
// takes them where one looks for them. Finished again, the articles of the time before
// give way.
import { applyChange } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import type { Package } from '../../core/model/package';
import { articleToJson, toBase64 } from '../../core/model/package-json';
import { removeArticle, setArticle, usualEditions } from '../structure/article-changes';

/**
 * Changes that put what a review made into a package.
 * @param before ids of articles that an earlier end of the same review put in; those that are gone are passed over.
 */
export function importChanges(pkg: Package, made: Package, before: readonly string[]): readonly PackageChange[] {
  const all: PackageChange[] = [];
  let now = pkg;
  const make = (changes: readonly PackageChange[]): void => {
    for (const change of changes) {
      const done = applyChange(now, change);
      if (!done.ok) throw new RangeError(`an import does not fit its package: ${done.reason}`);
      now = done.value;
      all.push(change);
    }
  };
  if (JSON.stringify(made.meeting) !== JSON.stringify(now.meeting)) make([{ kind: 'set', path: 'meeting', from: now.meeting, to: made.meeting }]);
  const first = now.articles.findIndex(({ id }) => before.includes(id));
  for (const id of before) make(removeArticle(now, id));
  const open = new Set(pkg.editions.filter(({ articles }) => articles.length === 0 || articles.some((id) => before.includes(id))).map(({ id }) => id));
  const place = first < 0 ? now.articles.length : Math.min(first, now.articles.length);
  made.articles.forEach((article, i) => {
    make([{ kind: 'add', what: 'article', index: place + i, value: articleToJson(article) }]);
    make(setArticle(now, article.id, article.label, new Set([...usualEditions(now, article.kind)].filter((id) => open.has(id)))));
  });
  for (const [id, bytes] of made.assets) {
    if (!now.assets.has(id)) make([{ kind: 'add', what: 'asset', index: now.assets.size, value: { id, data: toBase64(bytes) } }]);
  }
  return all;
}
