// The report whole on a page of its own, under its title over all columns, and all else before
// it (N-21): what a desk does where two pages are used anyway. A search that fills page after
// page never comes to it, for it leaves the foot of the page before white; that is told in the
// proposal's words, and what would fill it. And a text that would go on twice alone on the page
// on which it begins, all else behind it (N-20 (6)). In: the edition's articles. Out: make-ups, or none.
import type { Piece } from '../../model/layout';
import type { OftenTorn } from '../judge/needless-jumps';
import { LEAST_TITLE_PART } from '../measure/head-span';
import { NO_OTHERS, type Others, type Placed, type PlaceOptions, placements } from '../search/place';
import type { Candidate } from '../measure/ruler';
import { SearchMemory } from '../draft/search-memory';
import type { Yardstick } from '../measure/yardstick';

/** The edition's only report where it is none of its first articles: the 头条 stays on the front page. */
function reportOf(candidates: readonly Candidate[]): Candidate | null {
  const [report, ...others] = candidates.filter(({ kind }) => kind === 'report' || kind === 'address');
  const lead = candidates.find(({ kind }) => kind !== 'editorial');
  return report === undefined || others.length > 0 || report === lead ? null : report;
}

/** Make-ups of the pages before it that are offered. */
const MOST = 6;
/** Make-ups behind a page that is given to a text, and what a piece costs the other ones that stands there as in the first. */
const MOST_BEHIND = 6;
const ALIKE = 60;

/** The make-ups with the report apart, on `most` pages at the most, each piece of them set as the search sets it, the likeliest first; none where there is none. */
export function reportApart(candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, most: number): readonly Placed[] {
  const report = reportOf(candidates);
  if (report === null || most < 2) return [];
  const placed = (own: readonly Candidate[], firstPage: number, mastheadRows: number): readonly Placed[] =>
    placements(own, { ...options, pins: [], firstPage, mastheadRows }, ruler, new SearchMemory(), NO_OTHERS, true).filter((one) => one.placement.left.length === 0 && one.faults === 0);
  const others = placed(candidates.filter((one) => one !== report), options.firstPage, options.mastheadRows).filter(({ placement }) => placement.pages.length < most);
  const own = new Map([...new Set(others.map(({ placement }) => placement.pages.length))].map((pages) => [pages, placed([report], options.firstPage + pages, 0)[0]]));
  return others.slice(0, MOST).flatMap((one): Placed[] => {
    const behind = own.get(one.placement.pages.length);
    if (behind === undefined || one.placement.pages.length + behind.placement.pages.length > most) return [];
    return [{ placement: { pages: [...one.placement.pages, ...behind.placement.pages], left: [], unboxed: one.placement.unboxed }, cost: one.cost + behind.cost, faults: 0, led: one.led }];
  });
}

/**
 * A make-up in which a text goes on twice though once is enough (`often`, needless-jumps.ts), with the page on which that begins given to it
 * alone: it goes on once there, or ends, and all else that stood there waits. The pages before are as they were. None where something else goes
 * on there, where the 头条 stands there, or where two pages are too few for the text so.
 */
export function textAhead({ placement: { pages } }: Placed, often: OftenTorn, candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick): readonly Placed[] {
  const text = candidates.find(({ article }) => article === often.article);
  const i = pages.findIndex(({ number }) => number === often.page);
  const begins = pages[i];
  if (text === undefined || begins === undefined || begins.pieces.some(({ article, from }) => from !== null || (article !== text.article && candidates.find((one) => one.article === article)?.head === true))) return [];
  const alone = { ...options, pins: [], firstPage: begins.number, mastheadRows: begins.mastheadRows };
  const own = placements([text], alone, ruler, new SearchMemory(), NO_OTHERS, true).find(({ placement, faults }) => placement.left.length === 0 && faults === 0 && placement.pages.length <= 2);
  if (own === undefined) return [];
  // The page that it goes on on, if any, is shared.
  const given = own.placement.pages.slice(0, 1);
  const frozen = [...pages.slice(0, i), ...given].map((page) => ({ ...page, pieces: page.pieces.map((piece) => ({ ...piece, pinned: true })) }));
  const memory = new SearchMemory();
  const behind = (others: Others): readonly Placed[] => placements(candidates, { ...options, pins: frozen }, ruler, memory, others, true).slice(0, MOST_BEHIND);
  const [first, ...more] = behind(NO_OTHERS);
  if (first === undefined) return [];
  const times = ({ placement: { pages: of } }: Placed): number => of.reduce((sum, { pieces }) => sum + pieces.filter(({ article, to }) => article === text.article && to !== null).length, 0);
  return [first, ...more, ...behind({ ...NO_OTHERS, pages: first.placement.pages, alike: ALIKE })].filter((one) => times(one) < 2)
    .map((one) => ({ ...one, placement: { ...one.placement, pages: one.placement.pages.map((page) => ({ ...page, pieces: page.pieces.map(({ pinned: _, ...piece }): Piece => piece) })) } }));
}

/** A report, or a 讲话, one of `of` where that is given, that begins under a title narrower than half its page (N-21). */
export function isSunk({ placement: { pages } }: { readonly placement: Pick<Placed['placement'], 'pages'> }, columns: number, of: ReadonlySet<string> | null = null): boolean {
  return pages.some(({ pieces }) => pieces.some(({ article, variant, deck, from }) => variant === 'report' && of?.has(article) !== false && from === null && deck !== null && deck.columns < LEAST_TITLE_PART * columns));
}

/** So is its report, or anything goes on on another page. */
export function isSunkOrTorn(one: { readonly placement: Pick<Placed['placement'], 'pages'> }, columns: number): boolean {
  return isSunk(one, columns) || one.placement.pages.some(({ pieces }) => pieces.some(({ to }) => to !== null));
}
