// Which articles a newspaper edition prints, in which order, and which are 重要: 头条 first,
// then 重要, then 一般; 不入版 not at all. In: an edition. Out: the changes of its choice,
// one step of undo. The program's make-up keeps to it (makeup/page-cost.ts).
import type { PackageChange } from '../../core/model/change';
import type { Edition } from '../../core/model/package';

export type Rank = 'lead' | 'important' | 'plain' | 'out';

export type Choice = Pick<Edition, 'articles' | 'important'>;

export function rankOf({ articles, important = [] }: Choice, article: string): Rank {
  const at = articles.indexOf(article);
  return at < 0 ? 'out' : at === 0 ? 'lead' : important.includes(article) ? 'important' : 'plain';
}

/** The choice with an article as lead, behind the last that is 重要, behind all, or not in it. */
export function ranked(choice: Choice, article: string, rank: Rank): Choice {
  if (rankOf(choice, article) === rank) return choice;
  const { articles, important = [] } = choice;
  const others = articles.filter((one) => one !== article);
  const rest = important.filter((one) => one !== article);
  if (rank === 'out') return { articles: others, important: rest };
  if (rank === 'lead') return { articles: [article, ...others], important: rest };
  // An only article stays the lead; one that is the lead no more makes room for the next.
  if (others.length === 0) return choice;
  const marked = rank === 'important' ? [...rest, article] : rest;
  if (rank === 'plain') return { articles: [...others, article], important: marked };
  const at = 1 + Math.max(0, ...others.map((one, i) => (rest.includes(one) ? i : 0)));
  return { articles: [...others.slice(0, at), article, ...others.slice(at)], important: marked };
}

/** The choice with an article a place further up (−1) or down; as it was at the ends. */
export function stepped(choice: Choice, article: string, step: 1 | -1): Choice {
  const { articles } = choice;
  const at = articles.indexOf(article);
  const to = at + step;
  if (at < 0 || to < 0 || to >= articles.length) return choice;
  return moved(choice, article, to);
}

/** The choice with an article at a place among all. */
export function moved(choice: Choice, article: string, to: number): Choice {
  const others = choice.articles.filter((one) => one !== article);
  return { ...choice, articles: [...others.slice(0, to), article, ...others.slice(to)] };
}

/** What a choice changes of an edition; nothing where it is as it was. */
export function choiceChanges({ id, articles, important }: Choice & { readonly id: string }, next: Choice): readonly PackageChange[] {
  const changes: PackageChange[] = [];
  if (JSON.stringify(next.articles) !== JSON.stringify(articles)) changes.push({ kind: 'set', path: `editions/${id}/articles`, from: articles, to: next.articles });
  const marked = next.important === undefined || next.important.length === 0 ? null : next.important;
  if (JSON.stringify(marked) !== JSON.stringify(important ?? null)) changes.push({ kind: 'set', path: `editions/${id}/important`, from: important ?? null, to: marked });
  return changes;
}
