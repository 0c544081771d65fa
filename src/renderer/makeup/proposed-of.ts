// What proposals are made of: texts, pictures, meeting, page and paper of an edition, not where
// its blocks stand. In: the package before and after a change, or its undoing. Out: whether
// what was proposed before is of another edition, and whether by much: letters typed and a
// picture moved leave it to be looked at; a picture that came or went does not. Who is in the
// edition, and who leads, is told apart.
import type { Article, Edition, Package } from '../../core/model/package';

/** Texts by article; the rest by name. */
export interface ProposedOf {
  readonly texts: ReadonlyMap<string, Article>;
  readonly pictures: Package['pictures'];
  readonly rest: readonly unknown[];
}

export function proposedOf({ articles, pictures, meeting }: Pick<Package, 'articles' | 'pictures' | 'meeting'>, { articles: ids, master, look, paper, date }: Edition): ProposedOf {
  return { texts: new Map(articles.filter(({ id }) => ids.includes(id)).map((article) => [article.id, article])), pictures, rest: [meeting, master, look, paper, date] };
}

/** `much`: the page, the paper, or who has a picture; `little`: a text, or where a picture stands; null: nothing, or all is as it was again. An article that came or went is none of that. */
export function otherThan(old: ProposedOf, now: ProposedOf): 'much' | 'little' | null {
  const pictured = ({ pictures = {} }: ProposedOf): string => Object.keys(pictures).toSorted().join();
  if (!isLike(old.rest, now.rest) || pictured(old) !== pictured(now)) return 'much';
  const isOther = (article: Article): boolean => {
    const before = old.texts.get(article.id);
    return before !== undefined && before !== article && !isSameText(before, article);
  };
  return !isLike(old.pictures, now.pictures) || [...now.texts.values()].some(isOther) ? 'little' : null;
}

function isLike(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Parts that are the same object cost nothing. */
function isSameText({ doc, ...one }: Article, { doc: other, ...two }: Article): boolean {
  return doc.eq(other) && isLike(one, two);
}
