// The report whole on a page of its own, under its title over all columns, and all else before
// it (N-21): what a desk does where two pages are used anyway. A search that fills page after
// page never comes to it, for it leaves the foot of the page before white; that is told in the
// proposal's words, and what would fill it. In: the edition's articles. Out: one make-up, or null.
import { LEAST_TITLE_PART } from '../measure/head-span';
import { NO_OTHERS, type Placed, type PlaceOptions, placements } from '../search/place';
import type { Candidate } from '../measure/ruler';
import { SearchMemory } from '../draft/search-memory';
import type { Yardstick } from '../measure/yardstick';

/** The edition's only report where it is none of its first articles: the 头条 stays on the front page. */
function reportOf(candidates: readonly Candidate[]): Candidate | null {
  const [report, ...others] = candidates.filter(({ kind }) => kind === 'report' || kind === 'address');
  const lead = candidates.find(({ kind }) => kind !== 'editorial');
  return report === undefined || others.length > 0 || report === lead ? null : report;
}

/** The make-up with the report apart, on `most` pages at the most, each piece of it set as the search sets it; null where there is none. */
export function reportApart(candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, most: number): Placed | null {
  const report = reportOf(candidates);
  if (report === null || most < 2) return null;
  const placed = (own: readonly Candidate[], firstPage: number, mastheadRows: number): Placed | null => {
    const [one] = placements(own, { ...options, pins: [], firstPage, mastheadRows }, ruler, new SearchMemory(), NO_OTHERS, false);
    return one === undefined || one.placement.left.length > 0 || one.faults > 0 ? null : one;
  };
  const others = placed(candidates.filter((one) => one !== report), options.firstPage, options.mastheadRows);
  if (others === null || others.placement.pages.length >= most) return null;
  const own = placed([report], options.firstPage + others.placement.pages.length, 0);
  if (own === null || others.placement.pages.length + own.placement.pages.length > most) return null;
  return {
    placement: { pages: [...others.placement.pages, ...own.placement.pages], left: [], unboxed: others.placement.unboxed },
    cost: others.cost + own.cost, faults: 0, led: others.led,
  };
}

/** A report under a title narrower than half its page, or anything that goes on on another page. */
export function isSunkOrTorn({ placement: { pages } }: { readonly placement: Pick<Placed['placement'], 'pages'> }, columns: number): boolean {
  return pages.some(({ pieces }) => pieces.some(({ variant, deck, from, to }) => to !== null || (variant === 'report' && from === null && deck !== null && deck.columns < LEAST_TITLE_PART * columns)));
}
