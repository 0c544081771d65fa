// What proposals are made of: texts, pictures, meeting, page and paper of an edition, not where
// its blocks stand. In: the package before and after a change, or its undoing. Out: whether
// what was proposed before is of another edition. Who is in it, and who leads, is told apart.
import type { Edition, Package } from '../../core/model/package';

/** Texts of one side by article; the rest by name. */
export interface ProposedOf {
  readonly texts: ReadonlyMap<string, unknown>;
  readonly rest: readonly unknown[];
}

export function proposedOf({ articles, pictures, meeting }: Pick<Package, 'articles' | 'pictures' | 'meeting'>, { articles: ids, master, look, paper, date }: Edition): ProposedOf {
  return { texts: new Map(articles.filter(({ id }) => ids.includes(id)).map((article) => [article.id, article])), rest: [pictures, meeting, master, look, paper, date] };
}

/** Something of it is another than it was; an article that came or went is none of that. */
export function isOther(old: ProposedOf, now: ProposedOf): boolean {
  return now.rest.some((one, i) => one !== old.rest[i]) || [...now.texts].some(([id, text]) => old.texts.has(id) && old.texts.get(id) !== text);
}
