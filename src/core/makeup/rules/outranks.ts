// Which of two articles of an edition matters more, as its editor gave it: the 头条 before all,
// 重要 before 一般, then the turn in which they were picked, unless what comes later is a much
// longer text: a few lines picked before a feature do not ask for a headline larger than its.
// In: two candidates with their turns. Out: yes or no. No order of articles: neither of a brief
// and the feature behind it outranks the other.
import type { Candidate } from '../measure/ruler';

/** How many times as long a text may be for one before it to be weighed by its turn. */
const MUCH_LONGER = 2;

/** `rank`: its turn in the edition. */
export type Ranked = Pick<Candidate, 'important' | 'characters' | 'head'> & { readonly rank: number };

/** The first matters more than the second (N-11, N-37). */
export function outranks(a: Ranked, b: Ranked): boolean {
  if (a.head === true || b.head === true) return a.head === true && b.head !== true;
  if ((a.important === true) !== (b.important === true)) return a.important === true;
  return a.rank < b.rank && (b.characters ?? 0) <= MUCH_LONGER * (a.characters ?? Infinity);
}

/** The same, of the candidates of an edition in its order, or of those that wait, by their ids. */
export function outranking(candidates: readonly (Candidate & { readonly rank?: number })[]): (a: string, b: string) => boolean {
  const byId = new Map(candidates.map((one, rank) => [one.article, { rank, ...one }]));
  return (a, b) => {
    const one = byId.get(a);
    const other = byId.get(b);
    return one !== undefined && other !== undefined && outranks(one, other);
  };
}
