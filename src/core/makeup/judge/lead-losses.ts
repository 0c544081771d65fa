// What the 头条's headline takes of a layout's points where it is not the strongest of its page,
// and what is said of it (N-11, N-37; lead-head.ts). In: a layout's facts. Out: points and sentences.
import { quoted } from '../../model/quote';
import type { LayoutFacts } from './layout-facts';
import type { Say, TitleOf } from '../rules/loss';
import { stepsBetween } from '../rules/size-order';

/** Points for each base column that it is narrower than half of the page; for each row too many around it; for each step of sizes that another headline is larger, and steps that count. */
const POINTS = { short: 5, airy: 1, larger: 3, mostSteps: 3 };

/** The 头条's headline, narrow where it could stand wide over the page's head, airy, or smaller than that of a box or of a speech. */
export function leadLosses({ leadHead, ruler }: LayoutFacts, say: Say, titleOf: TitleOf): void {
  if (leadHead === null) return;
  const { piece, size, page, short, airy, larger } = leadHead;
  const on = ruler.pageOf(page);
  const own = `头条${quoted(titleOf(piece.article))}的标题`;
  const columns = piece.deck?.columns ?? 0;
  if (short > 0) say(POINTS.short * short, `${on}${own}只跨 ${columns} 栏，不到版面的一半，压不住版；宜跨 ${columns + short} 栏以上`);
  if (airy.many > 0) say(POINTS.airy * airy.many, `${on}${own}（${size} 磅）占 ${piece.deck?.rows ?? 0} 行，比需要的多空 ${airy.spare} 行，显得空`);
  if (larger !== null) say(POINTS.larger * Math.min(POINTS.mostSteps, stepsBetween(size, larger.size)), `${on}${quoted(titleOf(larger.piece.article))}的标题（${larger.size} 磅）大过${own}（${size} 磅）`);
}
