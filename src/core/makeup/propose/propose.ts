// Several make-ups of one edition, set and judged, the best first, and what is said of each
// beside the others. Two proposals differ in the place or span of two articles at least (where
// there are two). How they come about stands in choosing.ts. In: an edition's articles. Out:
// proposals, plain data.
import { differenceWords } from '../judge/difference';
import { faultNames } from '../judge/losses';
import type { Proposal } from '../judge/proposal';
import type { Placed } from '../search/place';
import { choosing, type Search } from './choosing';
import { faultOf, isFaulty, isNearlyEmpty, LOOSE } from './jury';

/**
 * Make-ups of the articles, the best first: at least one, then those with one more search, and so on, so that who waits sees
 * some at once and may stop.
 */
export function* proposing(search: Search): Generator<Proposal[], void> {
  const { candidates, ruler, titleOf } = search;
  for (const sorted of choosing(search)) {
    const words = differenceWords(sorted.map(({ proposal }) => proposal.layout), candidates.map(({ article }) => article), ruler, titleOf);
    const isClean = sorted[0] !== undefined && !isFaulty(sorted[0].proposal);
    const whyOf = (proposal: Proposal, i: number): string | null => behindWords(proposal, isClean, isNearlyEmpty(proposal.layout.pages, ruler.master), sorted.slice(0, i).map((one) => one.proposal).filter(({ score }) => score < proposal.score));
    yield sorted.map(({ proposal }, i) => {
      const why = whyOf(proposal, i);
      return wordsOf(why === null ? proposal : { ...proposal, reasons: [why, ...proposal.reasons] }, words[i] ?? null);
    });
  }
}

/** The make-up that `proposing` comes to put first: what is printed where nobody has chosen one. */
export function bestPlaced(search: Search): Placed | null {
  let best: Placed | null = null;
  for (const [first] of choosing(search)) best = first?.placed ?? best;
  return best;
}

/**
 * Why one stands behind others, its faults by name: one that has some behind good ones (three are asked for, and this is no advice);
 * one that is worth more than some before it (`lower`) behind one of which less is wrong. Null: its points say it.
 */
function behindWords(proposal: Proposal, isClean: boolean, isSpared: boolean, lower: readonly Proposal[]): string | null {
  const names = faultNames(proposal);
  if (names.length === 0) return isSpared && lower.length > 0 ? '分数高些，可是为几行字多排一版，排在后面' : null;
  if (!isClean && lower.length === 0) return null;
  const isShorter = lower.length > 0 && lower.every(({ layout }) => layout.pages.length > proposal.layout.pages.length);
  const faults = `${lower.length === 0 ? '' : `分数高些，${isShorter ? '也少排一版，' : ''}可是`}留有毛病（${names.join('、')}），`;
  if (isClean) return `${faults}没有找到别的没有毛病的排法，这一案只供比较`;
  return `${faults}${lower.every((one) => faultOf(one) === LOOSE) ? '排在只有字距过大的一案后面' : '比前面的毛病重'}`;
}

function wordsOf(proposal: Proposal, difference: string | null): Proposal {
  return difference === null ? proposal : { ...proposal, reasons: [difference, ...proposal.reasons] };
}
