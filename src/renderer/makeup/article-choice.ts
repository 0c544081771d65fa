// Which articles a newspaper edition prints, and in which order: 头条 first, 不入版 not
// at all. In: an edition. Out: the change of its choice, one step of undo.
import type { PackageChange } from '../../core/model/change';
import type { Edition } from '../../core/model/package';

export type Rank = 'lead' | 'in' | 'out';

export function rankOf({ articles }: Pick<Edition, 'articles'>, article: string): Rank {
  const at = articles.indexOf(article);
  return at < 0 ? 'out' : at === 0 ? 'lead' : 'in';
}

/** The choice with an article as lead, among the others, or not in it. */
export function ranked(articles: readonly string[], article: string, rank: Rank): readonly string[] {
  const others = articles.filter((one) => one !== article);
  if (rank === 'out') return others;
  if (rank === 'lead') return [article, ...others];
  const at = articles.indexOf(article);
  // The lead that is one no more makes room for the next.
  if (at === 0) return others.length === 0 ? articles : [others[0]!, article, ...others.slice(1)];
  return at > 0 ? articles : [...articles, article];
}

/** The choice with an article a place further up (−1) or down; as it was at the ends. */
export function stepped(articles: readonly string[], article: string, step: 1 | -1): readonly string[] {
  const at = articles.indexOf(article);
  const to = at + step;
  if (at < 0 || to < 0 || to >= articles.length) return articles;
  const next = articles.filter((one) => one !== article);
  return [...next.slice(0, to), article, ...next.slice(to)];
}

export function choiceChange({ id, articles }: Edition, next: readonly string[]): PackageChange | null {
  return next === articles || JSON.stringify(next) === JSON.stringify(articles) ? null : { kind: 'set', path: `editions/${id}/articles`, from: articles, to: next };
}
