// What proposals are made of: texts, pictures, meeting, page and paper of an edition, not where
// its blocks stand. In: the package before and after a change, or its undoing. Out: whether
// what was proposed before is of another edition, and whether by much: letters typed and a
// picture moved leave it to be looked at; a picture that came or went does not. Who is in the
// edition, and who leads, is told apart.
import type { Edition, Package } from '../../core/model/package';

/** Texts of one side by article; the rest by name. */
export interface ProposedOf {
  readonly texts: ReadonlyMap<string, unknown>;
  readonly pictures: unknown;
  /** Articles that have one. */
  readonly pictured: readonly string[];
  readonly rest: readonly unknown[];
}

export function proposedOf({ articles, pictures, meeting }: Pick<Package, 'articles' | 'pictures' | 'meeting'>, { articles: ids, master, look, paper, date }: Edition): ProposedOf {
  return { texts: new Map(articles.filter(({ id }) => ids.includes(id)).map((article) => [article.id, article])), pictures, pictured: Object.keys(pictures ?? {}).toSorted(), rest: [meeting, master, look, paper, date] };
}

/** `much`: the page, the paper, or who has a picture; `little`: a text, or where a picture stands; null: nothing. An article that came or went is none of that. */
export function otherThan(old: ProposedOf, now: ProposedOf): 'much' | 'little' | null {
  if (now.rest.some((one, i) => one !== old.rest[i]) || now.pictured.join() !== old.pictured.join()) return 'much';
  return now.pictures !== old.pictures || [...now.texts].some(([id, text]) => old.texts.has(id) && old.texts.get(id) !== text) ? 'little' : null;
}
