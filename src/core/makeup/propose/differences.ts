// How many articles of one make-up stand elsewhere in another: two proposals differ in two at
// least (where there are two). In: two layouts of the same articles. Out: a number. How much of
// a choice the other is (judge/unlikeness.ts) is another question.
import type { Layout, PagePlan } from '../../model/layout';
import { sameSpot } from '../draft/page-moves';
import { shapeOf } from './lone-ways';

/** Articles that do not begin at the same place of the same page in the same width; where there is but one, its columns' measure tells too. */
export function differences(a: Layout, b: Layout): number {
  const begin = ({ pages }: Layout): Map<string, { readonly page: number; readonly piece: PagePlan['pieces'][number] }> => {
    const out = new Map<string, { page: number; piece: PagePlan['pieces'][number] }>();
    for (const page of pages) for (const piece of page.pieces) if (!out.has(piece.article)) out.set(piece.article, { page: page.number, piece });
    return out;
  };
  const [one, other] = [begin(a), begin(b)];
  const articles = [...new Set([...one.keys(), ...other.keys()])];
  const moved = articles.filter((article) => {
    const [x, y] = [one.get(article), other.get(article)];
    return x === undefined || y === undefined || x.page !== y.page || !sameSpot(x.piece, y.piece);
  }).length;
  return moved === 0 && articles.length === 1 && shapeOf(a.pages) !== shapeOf(b.pages) ? 1 : moved;
}
