// What the order of articles takes of a layout's points, and what is said of it: the edition's own
// order, what is 重要, sizes of headlines (N-11, N-37). In: a layout's facts. Out: points and sentences.
import { areasOf, type PagePlan } from '../../model/layout';
import { quoted } from '../../model/quote';
import type { Placement } from '../../page/placement';
import type { LayoutFacts } from './layout-facts';
import type { Say, TitleOf } from '../rules/loss';
import { namesOf } from '../rules/names-of';
import type { Candidate } from '../measure/ruler';
import { stepsBetween } from '../rules/size-order';

/** Points that things take, in proportion to those of losses.ts. */
const POINTS = { larger: 1, order: 4, low: 6, lower: 1 };

/** Articles below later ones that count: of many briefs in stacks some always are. */
const MOST_LOWER = 3;

/** Steps of sizes that count, of a headline that is larger than that of what matters more, and how many times as dear it is beside the 头条. */
const MOST_STEPS = 3;
const LEAD_TIMES = 3;

/** Rows between two titles that are no higher and lower to the eye. */
const ABOUT_LEVEL = 2;

/** The order of the edition, and what is 重要: by place, and by how large headlines are. */
export function orderLosses({ placement, ruler, candidates, edition, head, leads, taboos, inversions }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  // Of the 社论 and its page editorial-losses.ts tells, where there is a front page or a report that it should stand by.
  const isTold = placement.pages[0]?.mastheadRows !== 0 || candidates.some(({ kind }) => kind === 'report');
  const isEditorial = (article: string): boolean => isTold && candidates.some((one) => one.article === article && one.kind === 'editorial');
  const behind = outOfOrder(placement, edition);
  const back = behind.filter((article) => !isEditorial(article));
  const low = taboos.filter(({ kind }) => kind === 'lead').flatMap(({ articles }) => articles);
  // A lead that is not at its page's head has lost its points for that.
  const all = lowerThanLater(placement, edition, leads, head).filter((article) => !low.includes(article));
  const lower = all.filter((article) => article !== head);
  if (back.length > 0) say(POINTS.order * back.length, `${namesOf(back, titleOf)}排到了后选的稿件后面的版`);
  if (lower.length < all.length) say(POINTS.low, `头条${quoted(titleOf(head))}在版上低于后选的稿件`);
  if (lower.length > 0) say(POINTS.lower * Math.min(MOST_LOWER, lower.length), `${namesOf(lower, titleOf)}在版上低于后选的稿件`);
  if (edition.length > 1 && behind.length + all.length + low.length === 0) {
    const apart = apartFromOrder(placement, edition, leads, head);
    say(0, `${apart.length === 0 ? '' : `除${namesOf(apart, titleOf)}外，`}各篇先后与选稿的次序一致`);
  }
  for (const { less, more, page } of inversions) {
    const than = candidates.find(({ article }) => article === less.piece.article);
    // One size more is not seen, but beside the 头条's.
    if (than?.article !== head && stepsBetween(less.size, more.size) < 2) continue;
    const what = than?.article === head ? '头条' : than?.important === true ? '重要稿件' : '先选的';
    say(POINTS.larger * Math.min(MOST_STEPS, stepsBetween(less.size, more.size)) * (than?.article === head ? LEAD_TIMES : 1), `${ruler.pageOf(page)}${quoted(titleOf(more.piece.article))}的标题（${more.size} 磅）大过${what}${quoted(titleOf(less.piece.article))}（${less.size} 磅）`);
  }
  if (candidates.some(({ important }) => important === true)) {
    const low = lowImportant(placement, candidates);
    say(POINTS.order * low.length, low.length === 0 ? '重要稿件都在一般稿件之上' : low.map(({ article, than }) => `${quoted(titleOf(article))}是重要稿件，排得比一般稿件${quoted(titleOf(than))}低`).join('；'));
  }
}

/** Articles that the edition puts before another one that begins on an earlier page. */
function outOfOrder({ pages }: Placement, edition: readonly string[]): string[] {
  const page = new Map<string, number>();
  for (const one of pages) for (const { article, from } of one.pieces) if (from === null && !page.has(article)) page.set(article, one.number);
  return edition.filter((article, i) => edition.slice(i + 1).some((other) => (page.get(other) ?? Infinity) < (page.get(article) ?? 0)));
}

/**
 * Articles that stand lower, on one page, than one that the edition puts behind them, and no further to the left: neither by rows nor
 * by stacks is the order read off then. The 头条 by rows alone. Boxes, and what leads the page, are apart.
 */
function lowerThanLater({ pages }: Placement, edition: readonly string[], leads: readonly (string | null)[], head: string): string[] {
  return pages.flatMap((page, i) => {
    const corners = cornersOf(page);
    for (const { article, box } of page.pieces) if (box !== null || article === leads[i]) corners.delete(article);
    return edition.filter((article, k) => edition.slice(k + 1).some((later) => isLower(article, later, corners, head)));
  });
}

/** Boxes and leads of pages that are out of the edition's order on their page, where all else is in it. */
function apartFromOrder({ pages }: Placement, edition: readonly string[], leads: readonly (string | null)[], head: string): string[] {
  const apart = new Set<string>();
  for (const [i, page] of pages.entries()) {
    const corners = cornersOf(page);
    const isApart = (article: string): boolean => article === leads[i] || page.pieces.some((piece) => piece.article === article && piece.box !== null);
    for (const [k, article] of edition.entries()) for (const later of edition.slice(k + 1)) if (isLower(article, later, corners, head)) for (const one of [article, later]) if (isApart(one)) apart.add(one);
  }
  return edition.filter((article) => apart.has(article));
}

/** Row and column of the upper left corner of what begins on a page. */
type Corners = Map<string, { readonly row: number; readonly column: number }>;

function cornersOf({ pieces }: PagePlan): Corners {
  return new Map(pieces.filter(({ from }) => from === null).map((piece) => {
    const areas = areasOf(piece);
    return [piece.article, { row: Math.min(...areas.map(({ row }) => row)), column: Math.min(...areas.map(({ column }) => column)) }];
  }));
}

function isLower(article: string, later: string, corners: Corners, head: string): boolean {
  const [own, other] = [corners.get(article), corners.get(later)];
  return own !== undefined && other !== undefined && other.row + ABOUT_LEVEL < own.row && (article === head || other.column <= own.column);
}

/** 重要 articles that begin on a later page than one that is 一般, or lower on the same page, and the highest of these. The lead is none of either. */
function lowImportant({ pages }: Placement, candidates: readonly Candidate[]): { readonly article: string; readonly than: string }[] {
  const place = new Map<string, number>();
  for (const [i, page] of pages.entries()) for (const piece of page.pieces) if (piece.from === null && !place.has(piece.article)) place.set(piece.article, 1000 * i + Math.min(...areasOf(piece).map(({ row }) => row)));
  const rowOf = (article: string): number => place.get(article) ?? Infinity;
  const highest = candidates.slice(1).filter(({ article, important }) => important !== true && place.has(article)).sort((a, b) => rowOf(a.article) - rowOf(b.article))[0];
  if (highest === undefined) return [];
  return candidates.filter(({ article, important }) => important === true && place.has(article) && rowOf(highest.article) + ABOUT_LEVEL < rowOf(article))
    .map(({ article }) => ({ article, than: highest.article }));
}
