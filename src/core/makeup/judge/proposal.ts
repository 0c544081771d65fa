// A layout judged, in words: how full its pages are, how level their feet, what of
// the desk's taboos it could not avoid, how its headlines, jumps and order came out.
// In: a placement as it is set. Out: a Proposal, plain data; its layout is what an
// edition keeps. The score compares layouts of one edition: 100 is a page with
// nothing to wish for, each thing that a layout editor would mend takes some of it (losses.ts).
import type { Layout } from '../../model/layout';
import { emptyInside } from './empty-inside';
import { factsOf, type Looseness, type ProposalTaboo } from './layout-facts';
import type { Loss } from '../rules/loss';
import { lossesOf } from './losses';
import type { Placed } from '../search/place';
import type { Candidate } from '../measure/ruler';
import type { Yardstick } from '../measure/yardstick';

export interface Proposal {
  /** 0 to 100, the higher the better. */
  readonly score: number;
  /** In Chinese, the weightiest first. */
  readonly reasons: readonly string[];
  /** Part of the type area's lines that is filled, 0 to 1, of all pages. */
  readonly fill: number;
  /** Lines that the feet of a page's columns differ by at the most. */
  readonly feetLines: number;
  readonly taboos: readonly ProposalTaboo[];
  readonly looseness: Looseness;
  readonly layout: Layout;
}

/** `titleOf` names an article in the words. */
export function judged(placed: Placed, candidates: readonly Candidate[], ruler: Yardstick, titleOf: (article: string) => string): Proposal {
  return weighed(placed, candidates, ruler, titleOf).proposal;
}

/** A layout judged, and what took how many of its points, which may be more than the 100 that there are. */
export function weighed({ placement, isKept }: Placed, candidates: readonly Candidate[], ruler: Yardstick, titleOf: (article: string) => string): { readonly proposal: Proposal; readonly losses: readonly Loss[] } {
  const facts = factsOf(placement, candidates, ruler);
  // What a hand has set may be higher than its text.
  const inside = isKept === true ? emptyInside(placement.pages, ruler, titleOf) : null;
  const words = [...lossesOf(facts, titleOf), ...(inside === null ? [] : [inside])];
  const score = Math.max(0, 100 - words.reduce((sum, { points }) => sum + points, 0));
  const { fill, feetLines, taboos, looseness } = facts;
  const losses = words.toSorted((a, b) => b.points - a.points);
  return { proposal: { score: Math.round(score * 10) / 10, reasons: losses.map((one) => one.say), fill, feetLines, taboos, looseness, layout: { pages: placement.pages } }, losses };
}
