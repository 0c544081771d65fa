// Articles on newspaper pages, with no hand work: each page filled before the next
// is begun, by the plans that cost least over all pages (place-page.ts, page-cost.ts).
// It knows columns and rows only; how tall things are it asks. Of the layouts that it
// comes to, those without a fault of the paper's style stand before the others.
import type { ArticleKind } from '../../model/package';
import type { PagePlan, Variant } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Placement } from '../../page/placement';
import type { Measurer } from '../measure/measurer';
import type { HeldWhole } from '../draft/page-moves';
import { heldBack, pinsOf, settled } from '../draft/pins';
import { leadsOf } from '../rules/page-leads';
import { placePage } from './place-page';
import type { Candidate, PaperStyle, Waiting } from '../measure/ruler';
import { SearchMemory } from '../draft/search-memory';
import type { PageWidth } from './search-page';
import { taboosOf } from '../rules/taboos';
import { Yardstick } from '../measure/yardstick';

export interface PlaceOptions {
  /** 版次 of the first page. */
  readonly firstPage: number;
  /** Rows of the masthead, where the first page is 第一版; 0 for none. */
  readonly mastheadRows: number;
  readonly style?: PaperStyle;
  /** A make-up whose pinned pieces stay. */
  readonly pins?: readonly PagePlan[];
}

/** A placement of all articles, and how good the search holds it. */
export interface Placed {
  readonly placement: Placement;
  readonly cost: number;
  /** Taboos that are faults in the paper's style. */
  readonly faults: number;
  /** The lead is at the head of the first page (N-37). */
  readonly led: boolean;
  /** It is what the edition keeps, not found by a search. */
  readonly isKept?: boolean;
}

/** Layouts that others should differ from, and what a piece costs that stands as in one of them. */
export interface Others {
  readonly pages: readonly PagePlan[];
  /** One of them has no fault. */
  readonly isClean: boolean;
  /** Pages of one that has no fault and its lead at the head: what takes more is not looked for. */
  readonly most: number;
  /** None of them is a good one, and the search is wider, for its time. */
  readonly isPoor?: boolean;
  /** The 头条 is to be whole on the first page, or neither it nor a report is to be torn there, and others are sent on: where it has no room so, nothing good is found. */
  readonly whole?: HeldWhole;
  readonly alike: number;
  /** What a step between the columns' tops costs while a page fills: with nothing, other pages are found. */
  readonly uneven: number;
}

export const NO_OTHERS: Others = { pages: [], isClean: false, most: Infinity, alike: 0, uneven: 0.02 };

/** No edition is so thick: a stop for what would never end. */
const MAX_PAGES = 400;
/** Ways of the first pages that are followed to the end; later pages follow the best one. */
const CHOSEN_PAGES = 2;
/** Ways with the lead at the head that are followed where the best has it lower. */
const LED_WAYS = 3;
/** How widely a page is searched where one make-up is wanted, and where that has a fault or several are wanted. */
const ONE: PageWidth = { set: 6, last: 3, clean: 3, led: 2, headed: 0, headedFirst: false, ways: 2, beam: 60, looked: 180 };
export const SEVERAL: PageWidth = { set: 12, last: 10, clean: 8, led: 4, headed: 4, headedFirst: false, ways: 5, beam: 80, looked: 240 };
/** A search where that came to nothing good, four times as wide: what just fits a page is seldom found by chance, nor what has no fault where all else has one. */
const WIDE: PageWidth = { set: 30, last: 30, clean: 30, led: 12, headed: 12, headedFirst: true, ways: 5, beam: 320, looked: 960 };
/** A search for another make-up where one without a fault was found. */
const ANOTHER: PageWidth = { ...SEVERAL, beam: 48, looked: 144 };

interface Path {
  readonly pages: readonly PagePlan[];
  readonly left: readonly Waiting[];
  readonly cost: number;
  readonly faults: number;
  readonly led: boolean;
  readonly stuck: boolean;
}

/** Places the articles; the first is the lead. Every page that is begun holds at least one piece. `memory` spares it searches that it made before. */
export function placeArticles(candidates: readonly Candidate[], master: PaperMaster, options: PlaceOptions, measure: Measurer, memory = new SearchMemory()): Placement {
  return placements(candidates, options, new Yardstick(master, measure, options.style), memory, NO_OTHERS, false)[0]!.placement;
}

/** Layouts of the articles, the best first: one at least, but where `others` are on as few pages as it takes. `several`: a wider search; `others`: layouts that those found should differ from. */
export function placements(
  candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, memory: SearchMemory, others: Others, several: boolean,
): Placed[] {
  const waiting = waitingFor(candidates, ruler);
  const search: Omit<PathSearch, 'stepped'> = { options, ruler, memory, others, width: !several ? ONE : others.isPoor === true ? WIDE : others.isClean ? ANOTHER : SEVERAL, pins: pinsOf(options.pins ?? [], ruler.master) };
  const found = completePaths(waiting, { ...search, stepped: several });
  // A straight break or another fault in all of them, or a lead that is not at the head of the front page: articles whose feet are
  // not level may keep from it.
  const paths = several || (found[0]!.faults === 0 && !hasLowLead(found[0]!, candidates, ruler)) ? found : [...found, ...completePaths(waiting, { ...search, stepped: true, width: SEVERAL })].toSorted(better);
  return fewest(paths).map((path) => placedBy(path, candidates));
}

/** The articles before any has its place. */
export function waitingFor(candidates: readonly Candidate[], ruler: Yardstick): Waiting[] {
  return candidates.map((candidate, rank): Waiting => {
    const one: Waiting = { ...candidate, rank, variant: variantOf(candidate.kind), boxed: candidate.kind === 'editorial', rest: null, ...(candidates.length === 1 && candidate.pictured !== true ? { alone: true } : {}) };
    // What no page can box (one column of a user's own, a text longer than a page) is set as news.
    return one.boxed && ruler.boxes(one).length === 0 ? { ...one, variant: 'news', boxed: false } : one;
  });
}

interface PathSearch {
  readonly options: PlaceOptions;
  readonly ruler: Yardstick;
  readonly memory: SearchMemory;
  readonly others: Others;
  readonly width: PageWidth;
  readonly pins: readonly PagePlan[];
  readonly stepped: boolean;
}

/** N-37: the lead of a front page stands below another headline. */
function hasLowLead({ pages }: Path, candidates: readonly Candidate[], ruler: Yardstick): boolean {
  const [front] = pages;
  if (front === undefined || front.mastheadRows === 0) return false;
  const [lead = null] = leadsOf([front], candidates.map(({ article }) => article));
  return taboosOf(front, lead, ruler).some(({ kind }) => kind === 'lead');
}

/**
 * Those that take the fewest pages, the best first; what is stuck only where all are. Where none of them has the lead at the
 * head of the first page, or none is without a fault, those that are so stand behind them, whatever pages they take.
 */
function fewest(paths: readonly Path[]): readonly Path[] {
  const least = Math.min(...paths.filter(({ stuck }) => !stuck).map(({ pages }) => pages.length));
  const good = paths.filter(({ stuck, pages }) => !stuck && pages.length === least);
  if (good.length === 0) return paths.toSorted(better);
  const more = (wanted: (path: Path) => boolean): readonly Path[] => (good.some(wanted) ? [] : paths.filter((path) => !path.stuck && wanted(path)).toSorted(better));
  return [...new Set([...good.toSorted(better), ...more(({ led }) => led), ...more(({ faults }) => faults === 0)])];
}

/** Ways to the end of the articles, the best first. */
function completePaths(waiting: readonly Waiting[], search: PathSearch): readonly Path[] {
  let paths: readonly Path[] = [{ pages: [], left: waiting, cost: 0, faults: 0, led: true, stuck: false }];
  const done: Path[] = [];
  for (let page = 0; page < MAX_PAGES && paths.length > 0; page++) {
    const next = paths.flatMap((path) => nextPages(path, page, search));
    done.push(...next.filter(({ left, stuck }) => left.length === 0 || stuck));
    const going = next.filter(({ left, stuck, pages }) => left.length > 0 && !stuck && pages.length < search.others.most).sort(better);
    // What takes a page more than another layout is no layout: what fits on few pages stands on few.
    // Only the lead at its head is worth one, and where nothing without a fault was found, that.
    const open = going.filter((path) => done.every((other) => other.stuck || other.pages.length > path.pages.length || (path.led && !other.led) || (search.others.isPoor === true && path.faults === 0 && other.faults > 0)));
    const [first] = open;
    const clean = first === undefined || first.faults === 0 ? undefined : open.find(({ faults }) => faults === 0);
    const led = first === undefined || first.led ? [] : open.filter((path) => path.led).slice(0, LED_WAYS);
    paths = page + 1 < CHOSEN_PAGES ? [...new Set([...open.slice(0, search.width.ways), ...(clean === undefined ? [] : [clean]), ...led])] : open.slice(0, page === CHOSEN_PAGES - 1 ? search.width.ways : 1);
  }
  return fewest(done.length > 0 ? done : paths);
}

/** What is stuck stands last, what has a fault behind what has none. */
function better(a: Path, b: Path): number {
  return Number(a.stuck) - Number(b.stuck) || Number(a.faults > 0) - Number(b.faults > 0) || a.cost - b.cost;
}

/** The path with one page more, in the best few ways. */
function nextPages(path: Path, page: number, { options, ruler, memory, others, width, pins, stepped }: PathSearch): Path[] {
  const number = options.firstPage + page;
  const mastheadRows = page === 0 ? options.mastheadRows : 0;
  const held = heldBack(pins, number);
  const pinned = settled(pins.find((one) => one.number === number)?.pieces ?? [], path.left.filter(({ article }) => !held.has(article)), number, ruler);
  const later = path.left.filter(({ article }) => held.has(article));
  const frame = { number, mastheadRows, stepped, pinned: pinned.pieces, others: others.pages.filter((other) => other.number === number).flatMap(({ pieces }) => pieces), alike: others.alike, uneven: others.uneven, whole: page === 0 ? (others.whole ?? null) : null };
  const waits = pinned.left.filter(({ rest }) => rest?.from !== number);
  const begun = pinned.left.filter(({ rest }) => rest?.from === number);
  if (waits.length === 0 && pinned.pieces.length === 0) {
    // Nothing for this page: the articles wait for the pages that they are pinned to.
    return [{ ...path, pages: path.pages, stuck: later.length === 0 }];
  }
  const attempts = placePage(waits, frame, ruler, page < CHOSEN_PAGES ? width : { ...width, ways: 1 }, memory);
  if (attempts.length === 0) return [{ ...path, stuck: true, cost: path.cost + 1e6 }];
  return attempts.map(({ plan, left, cost, faults, led }) => ({
    pages: [...path.pages, plan], left: [...left, ...begun, ...later].sort((a, b) => a.rank - b.rank), cost: path.cost + cost, faults: path.faults + faults, led: path.led && (page > 0 || led), stuck: false,
  }));
}

function placedBy({ pages, left, cost, faults, led, stuck }: Path, candidates: readonly Candidate[]): Placed {
  const boxed = new Set(pages.flatMap((page) => page.pieces.flatMap((piece) => (piece.box === null ? [] : [piece.article]))));
  const set = new Set(pages.flatMap((page) => page.pieces.map((piece) => piece.article)));
  const unboxed = candidates.filter(({ article, kind }) => kind === 'editorial' && set.has(article) && !boxed.has(article)).map(({ article }) => article);
  return {
    placement: { pages: pages.map((page, i) => pointed(page, pages.slice(i + 1))), left: left.map((one) => one.article), unboxed },
    cost, faults: faults + (stuck ? 1 : 0), led,
  };
}

/** The page with its jumps pointing where the articles really go on (N-20 (3)), which need not be the next page. */
function pointed(page: PagePlan, later: readonly PagePlan[]): PagePlan {
  const pieces = page.pieces.map((piece) => {
    if (piece.to === null) return piece;
    const there = later.find((one) => one.pieces.some(({ article, from }) => article === piece.article && from === page.number));
    return there === undefined || there.number === piece.to ? piece : { ...piece, to: there.number };
  });
  return { ...page, pieces };
}

function variantOf(kind: ArticleKind): Variant {
  switch (kind) {
    case 'report': case 'address': return 'report';
    case 'editorial': case 'news': case 'resolution': case 'notice': case 'continuation': return 'news';
  }
}
