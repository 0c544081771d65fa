// Whether a change of the package was one of an article's own words: who has its text open sees
// that, and need not be told.
import type { Article, Package } from '../../core/model/package';

/** Nothing else is another than it was but the text and the deck of this article; null: of none. */
export function isOfText(before: Package, after: Package, article: string | null): boolean {
  const isSame = <T extends object>(one: T, other: T, but: readonly (keyof T)[]): boolean => [...new Set([...Object.keys(one), ...Object.keys(other)] as (keyof T)[])].every((key) => but.includes(key) || one[key] === other[key]);
  const isOwn = (now: Article, was: Article | undefined): boolean => now === was || (was !== undefined && now.id === article && isSame(now, was, ['doc', 'fields']));
  return isSame(before, after, ['articles']) && before.articles.length === after.articles.length && after.articles.every((now, i) => isOwn(now, before.articles[i]));
}
