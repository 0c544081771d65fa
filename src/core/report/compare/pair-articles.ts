// Which article of an earlier package became which of a later one. Of one package at two
// times the id tells; two files that were read on their own both begin with a1, whatever
// it is, so an id is believed only where kind and text agree, and else the text decides,
// and where that has nothing in common the order within a kind.
import { FIELD_PATHS, type Article } from '../../model/package';
import { ReuseIndex } from './reuse';

/** Articles of one id that share so much are one without a look at the others. */
const SURE = 0.5;
/** Articles of two kinds are one only where they share so much. */
const ALIKE = 0.3;
/** What one id says in favour of a pair. */
const SAME_ID = 0.2;

/** The old articles under the ids of the new ones that they became; one that became none under an id that no new one has. */
export function pairArticles(was: readonly Article[], now: readonly Article[]): readonly Article[] {
  const partners = new Map<Article, Article>();
  const open = new Set(now);
  const pair = (old: Article, fresh: Article): void => {
    partners.set(old, fresh);
    open.delete(fresh);
  };
  const [olds, texts] = [new Map<Article, ReuseIndex>(), new Map<Article, string>()];
  const share = (old: Article, fresh: Article): number => {
    if (!olds.has(old)) olds.set(old, new ReuseIndex(wordsOf(old)));
    if (!texts.has(fresh)) texts.set(fresh, wordsOf(fresh));
    return wordsOf(old) === texts.get(fresh) ? 1 : olds.get(old)!.share(texts.get(fresh)!);
  };
  for (const old of was) {
    const fresh = now.find(({ id, kind }) => id === old.id && kind === old.kind);
    if (fresh !== undefined && share(old, fresh) >= SURE) pair(old, fresh);
  }
  const scored = was.filter((old) => !partners.has(old)).flatMap((old) => [...open].map((fresh) => ({ old, fresh, share: share(old, fresh) })));
  const fits = scored.filter(({ old, fresh, share: part }) => (old.kind === fresh.kind ? part > 0 : part >= ALIKE)).map((one) => ({ ...one, score: one.share + (one.old.id === one.fresh.id ? SAME_ID : 0) }));
  for (const { old, fresh } of fits.toSorted((x, y) => y.score - x.score)) if (!partners.has(old) && open.has(fresh)) pair(old, fresh);
  for (const old of was) {
    if (partners.has(old)) continue;
    const fresh = [...open].find(({ id, kind }) => id === old.id && kind === old.kind) ?? [...open].find(({ kind }) => kind === old.kind);
    if (fresh !== undefined) pair(old, fresh);
  }
  const taken = new Set(now.map(({ id }) => id));
  return was.map((old): Article => {
    const fresh = partners.get(old);
    if (fresh !== undefined) return fresh.id === old.id ? old : { ...old, id: fresh.id };
    let { id } = old;
    while (taken.has(id)) id += '-was';
    taken.add(id);
    return id === old.id ? old : { ...old, id };
  });
}

const wordsOf = ({ fields, doc }: Article): string => [...FIELD_PATHS.map((path) => fields[path]?.textContent ?? ''), doc.textContent].join('\n');
