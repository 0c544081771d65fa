// What odd shapes of text take of a layout's points, and what is said of them (page-shapes.ts):
// one short reason a page and kind. In: a layout's facts. Out: points and sentences.
import type { LayoutFacts } from './layout-facts';
import type { Say, TitleOf } from '../rules/loss';
import { isRoomy } from '../rules/page-white';
import { LEAST_LEG, pageShape, pieceShape } from '../rules/page-shapes';

/** Points that things take: less than a taboo or white, about as much as an article out of its order. */
const POINTS = { thin: 1, long: 2, bend: 0.75, mostBends: 3, opens: 5, beside: 2, under: 5 };

/** Strips and long legs, texts round corners, pages that open without a headline, headlines that read as sub-titles. */
export function shapeLosses({ placement, ruler, whites }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const { pages, left } = placement;
  for (const [i, page] of pages.entries()) {
    const on = ruler.pageOf(page.number);
    const shapes = page.pieces.map((piece) => ({ title: `“${titleOf(piece.article)}”`, ...pieceShape(piece) }));
    const named = (of: readonly { readonly title: string }[]): string => of.map(({ title }) => title).join('、');
    const thin = shapes.filter((one) => one.thin > 0);
    if (thin.length > 0) say(POINTS.thin * thin.length, `${on}${named(thin)}有不足 ${LEAST_LEG} 行的短栏`);
    const long = shapes.filter((one) => one.isLong);
    if (long.length > 0) say(POINTS.long * long.length, `${on}${named(long)}有一栏比两旁的长两倍以上`);
    // On a page that is filled texts go round each other: that is the art of it.
    const bent = i < pages.length - 1 || left.length > 0 || !isRoomy(whites[i]!.foot, page, ruler) ? [] : shapes.filter(({ bends }) => bends > 1);
    if (bent.length > 0) say(Math.min(POINTS.mostBends, POINTS.bend * bent.reduce((sum, { bends }) => sum + bends - 1, 0)), `${on}地方有余，${named(bent)}却绕着别的稿件排`);
    const { opens, under } = pageShape(page);
    if (opens !== null) say(opens.isAbove ? POINTS.opens : POINTS.beside, `${on}${opens.isAbove ? '开头' : '左上'}是没有标题的文字，大标题“${titleOf(opens.over.article)}”排在它${opens.isAbove ? '下面' : '右边'}`);
    for (const { piece, over } of under) say(POINTS.under, `${on}“${titleOf(piece.article)}”的标题紧接在“${titleOf(over.article)}”的标题下面，像它的副题`);
  }
}
