// What is done to the list of 稿件, each as the changes of one step of undo: an article
// comes and goes together with its place in the editions that print it.
import { Fragment, type Node } from 'prosemirror-model';
import type { PackageChange } from '../../core/model/change';
import { FIELD_PATHS, type Article, type ArticleKind, type Edition, type FieldDoc, type FieldPath, type Package } from '../../core/model/package';
import { articleToJson } from '../../core/model/package-json';
import { schema } from '../../core/model/schema';

/** Sets which articles an edition prints; null where it prints these already. */
function setArticles({ id, articles }: Edition, next: readonly string[]): PackageChange | null {
  const isSame = articles.length === next.length && articles.every((one, i) => one === next[i]);
  return isSame ? null : { kind: 'set', path: `editions/${id}/articles`, from: articles, to: next };
}

/** An edition's articles with one more, where it stands in the package's order among those that the edition has. */
function withArticle(order: readonly string[], articles: readonly string[], id: string): readonly string[] {
  if (articles.includes(id)) return articles;
  const before = articles.findLastIndex((one) => order.indexOf(one) < order.indexOf(id));
  return articles.toSpliced(before + 1, 0, id);
}

/** Changes that put an article into these editions and out of the others. `order`: ids of the package's articles. */
function placeIn(editions: readonly Edition[], order: readonly string[], id: string, chosen: ReadonlySet<string>): readonly PackageChange[] {
  return editions
    .map((edition) => setArticles(edition, chosen.has(edition.id) ? withArticle(order, edition.articles, id) : edition.articles.filter((one) => one !== id)))
    .filter((change) => change !== null);
}

/** Editions that a new article of a kind would be looked for in: every newspaper, and where reports are printed. */
export function usualEditions({ editions, articles }: Package, kind: ArticleKind): ReadonlySet<string> {
  const reports = new Set(articles.filter((article) => article.kind === 'report').map(({ id }) => id));
  const chosen = editions.filter((edition) => edition.kind === 'newspaper' || (edition.kind === 'booklet' && kind === 'report' && edition.articles.some((id) => reports.has(id))));
  return new Set(chosen.map(({ id }) => id));
}

const NO_FIELDS = Object.fromEntries(FIELD_PATHS.map((path) => [path, null])) as Readonly<Record<FieldPath, FieldDoc>>;

/** An empty article at `index` (0 to the count of articles). */
export function addArticle(pkg: Package, index: number, made: Pick<Article, 'id' | 'kind' | 'label'>, editions: ReadonlySet<string>): readonly PackageChange[] {
  const article: Article = { ...made, fields: NO_FIELDS, doc: schema.node('doc', null, [schema.node('paragraph')]) };
  const order = pkg.articles.map(({ id }) => id).toSpliced(index, 0, made.id);
  return [{ kind: 'add', what: 'article', index, value: articleToJson(article) }, ...placeIn(pkg.editions, order, made.id, editions)];
}

/** The same text once more, behind itself, in no edition. A copy of words has no 批注 of theirs. */
export function duplicateArticle(pkg: Package, id: string, copy: string): readonly PackageChange[] {
  const index = pkg.articles.findIndex((article) => article.id === id);
  const article = pkg.articles[index];
  if (article === undefined) return [];
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, article.fields[path] === null ? null : withoutComments(article.fields[path])])) as Article['fields'];
  return [{ kind: 'add', what: 'article', index: index + 1, value: articleToJson({ ...article, id: copy, fields, doc: withoutComments(article.doc) }) }];
}

function withoutComments(node: Node): Node {
  if (node.isInline) return node.mark(node.marks.filter(({ type }) => type !== schema.marks.comment));
  // Neighbours that differ in nothing any more are one text again.
  return node.copy(Fragment.fromArray(node.children.map(withoutComments)));
}

/** The article and its place in every edition. */
export function removeArticle(pkg: Package, id: string): readonly PackageChange[] {
  const index = pkg.articles.findIndex((article) => article.id === id);
  const article = pkg.articles[index];
  if (article === undefined) return [];
  return [...placeIn(pkg.editions, [], id, new Set()), { kind: 'remove', what: 'article', index, value: articleToJson(article) }];
}

/** Up (−1) or down (+1) in the list; [] at its ends. The editions keep their own order. */
export function moveArticle(pkg: Package, id: string, by: 1 | -1): readonly PackageChange[] {
  const from = pkg.articles.findIndex((article) => article.id === id);
  const to = from + by;
  return from < 0 || to < 0 || to >= pkg.articles.length ? [] : [{ kind: 'move', what: 'article', from, to }];
}

/** Its kind: which lines stand over it, how it is set and where it is looked for. Lines that the new kind has no place for keep their words. */
export function setKind(pkg: Package, id: string, kind: ArticleKind): readonly PackageChange[] {
  const article = pkg.articles.find((one) => one.id === id);
  return article === undefined || article.kind === kind ? [] : [{ kind: 'set', path: `articles/${id}/kind`, from: article.kind, to: kind }];
}

/** Its 栏题 and the editions that print it. */
export function setArticle(pkg: Package, id: string, label: string | null, editions: ReadonlySet<string>): readonly PackageChange[] {
  const article = pkg.articles.find((one) => one.id === id);
  if (article === undefined) return [];
  const named: readonly PackageChange[] = article.label === label ? [] : [{ kind: 'set', path: `articles/${id}/label`, from: article.label, to: label }];
  return [...named, ...placeIn(pkg.editions, pkg.articles.map((one) => one.id), id, editions)];
}
