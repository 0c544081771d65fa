// Where the 社论 stands, judged: it is the paper's own voice, so it belongs on the front page or beside
// the report (N-37), not behind the report nor at an inner page's foot below what was picked after it.
// In: a layout's facts. Out: points and a sentence.
import { areasOf, type PagePlan, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import type { LayoutFacts } from './layout-facts';
import type { Say, TitleOf } from '../rules/loss';

/** Points for a page behind the report, for one that is none of its own, and for the foot of a page: more than an article out of its order, as much, and less; for a box whose text has the page's size where the 社论 has its own (T-35). */
const POINTS = { behind: 9, page: 4, foot: 2, small: 0.5 };

/** Rows between two blocks that are no higher and lower to the eye. */
const ABOUT_LEVEL = 2;

/** A 社论 that stands on an inner page without the report, on a later one than the report, or at an inner page's foot below later ones and away from the report. */
export function editorialLosses({ placement: { pages }, candidates, edition, ruler }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  const report = candidates.find(({ kind }) => kind === 'report')?.article ?? null;
  const begins = report === null ? -1 : pages.findIndex(({ pieces }) => pieces.some(({ article, from }) => article === report && from === null));
  const [first] = pages;
  const isFront = first !== undefined && first.mastheadRows > 0;
  const places = [...(isFront ? [`在${ruler.pageOf(first.number)}`] : []), ...(begins < 0 ? [] : ['与报告的标题同版'])];
  const why = `社论是本报的声音，宜${places.join('，或')}`;
  for (const { article } of candidates.filter(({ kind }) => kind === 'editorial')) {
    const i = pages.findIndex(({ pieces }) => pieces.some((piece) => piece.article === article && piece.from === null));
    const page = pages[i];
    const own = page?.pieces.find((piece) => piece.article === article);
    if (own !== undefined && own.box !== null && own.variant !== 'box') say(POINTS.small, `社论${quoted(titleOf(article))}的正文用版面字号（${ruler.master.em} 磅），没有用社论自己的大字：用大字，这一案就放不下`);
    // On the first page that is made up here it stands as early as it can.
    if (page === undefined || own === undefined || i === 0) continue;
    const on = `社论${quoted(titleOf(article))}`;
    const where = ruler.pageOf(page.number);
    const above = isLow(own, page, ruler.master.lines) && !isBesideText(own, page.pieces.filter((piece) => piece.article === report)) ? laterAbove(own, page, edition) : null;
    const under = above === null ? '' : `，在版的下部、后选的${quoted(titleOf(above))}下面`;
    const points = above === null ? 0 : POINTS.foot;
    if (begins >= 0 && begins < i) say(POINTS.behind + points, `${on}排到${where}${under}，在报告开头的${ruler.pageOf(pages[begins]!.number)}之后；${why}`);
    else if (begins !== i && isFront) say(POINTS.page + points, `${on}排到${where}${under}；${why}`);
    else if (above !== null && (places.length > 0)) say(POINTS.foot, `${on}在${where}的下部、后选的${quoted(titleOf(above))}下面；${why}`);
  }
}

function topOf(piece: Piece): number {
  return Math.min(...areasOf(piece).map(({ row }) => row));
}

/** It begins in the lower half of its page. */
function isLow(piece: Piece, { mastheadRows }: PagePlan, lines: number): boolean {
  return topOf(piece) >= mastheadRows + (lines - mastheadRows) / 2;
}

/** Some of these stands right at the left or right of it, at its height. */
function isBesideText(piece: Piece, others: readonly Piece[]): boolean {
  return areasOf(piece).some((a) => others.flatMap(areasOf).some((b) => (a.column + a.columns === b.column || b.column + b.columns === a.column) && a.row < b.row + b.rows && b.row < a.row + a.rows));
}

/** The highest article of its page that the edition puts behind it and that begins above it; null: none. */
function laterAbove(own: Piece, { pieces }: PagePlan, edition: readonly string[]): string | null {
  const after = edition.slice(edition.indexOf(own.article) + 1);
  const above = pieces.filter((piece) => piece.from === null && after.includes(piece.article) && topOf(piece) + ABOUT_LEVEL < topOf(own));
  return above.sort((a, b) => topOf(a) - topOf(b))[0]?.article ?? null;
}
