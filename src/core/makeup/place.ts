// Articles on newspaper pages, with no hand work: each page filled before the next
// is begun, by the plan that costs least over all pages (place-page.ts, page-cost.ts).
// It knows columns and rows only; how tall things are it asks. Make-up by hand
// replaces this one function (DESIGN: the composer takes any Placement).
import type { ArticleKind } from '../model/package';
import type { PaperMaster } from '../model/master';
import type { Variant } from '../flow/flow-article';
import type { PagePlan, Placement } from '../page/placement';
import { placePage } from './place-page';
import { SearchMemory } from './search-memory';
import { type Candidate, type Measurer, type Waiting, Yardstick } from './yardstick';

export interface PlaceOptions {
  /** 版次 of the first page. */
  readonly firstPage: number;
  /** Rows of the masthead, where the first page is 第一版; 0 for none. */
  readonly mastheadRows: number;
}

/** No edition is so thick: a stop for what would never end. */
const MAX_PAGES = 400;
/** Ways of the first pages that are followed to the end; later pages follow the best one. */
const WAYS = 2;
const CHOSEN_PAGES = 2;

interface Path {
  readonly pages: readonly PagePlan[];
  readonly left: readonly Waiting[];
  readonly cost: number;
  readonly stuck: boolean;
}

/** Places the articles; the first is the lead. Every page that is begun holds at least one piece. `memory` spares it searches that it made before. */
export function placeArticles(candidates: readonly Candidate[], master: PaperMaster, options: PlaceOptions, measure: Measurer, memory = new SearchMemory()): Placement {
  const ruler = new Yardstick(master, measure);
  const waiting = candidates.map((candidate, rank): Waiting => {
    const one: Waiting = { ...candidate, rank, variant: variantOf(candidate.kind), boxed: candidate.kind === 'editorial', rest: null };
    // What no page can box is set as news.
    return one.boxed && ruler.boxes(one).length === 0 ? { ...one, variant: 'news' } : one;
  });
  const { pages, left } = bestPath(waiting, options, ruler, memory);
  const boxed = new Set(pages.flatMap((page) => page.pieces.flatMap((piece) => (piece.box === null ? [] : [piece.article]))));
  const placed = new Set(pages.flatMap((page) => page.pieces.map((piece) => piece.article)));
  const unboxed = candidates.filter(({ article, kind }) => kind === 'editorial' && placed.has(article) && !boxed.has(article)).map(({ article }) => article);
  return { pages: pages.map((page, i) => pointed(page, pages.slice(i + 1))), left: left.map((one) => one.article), unboxed };
}

function bestPath(waiting: readonly Waiting[], options: PlaceOptions, ruler: Yardstick, memory: SearchMemory): Path {
  let paths: readonly Path[] = [{ pages: [], left: waiting, cost: 0, stuck: false }];
  let best: Path | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const going = paths.filter(({ left, stuck }) => left.length > 0 && !stuck);
    for (const path of paths) if (!going.includes(path) && (best === null || path.cost < best.cost)) best = path;
    const bound: number = best?.cost ?? Infinity;
    const open = going.filter(({ cost }) => cost < bound).slice(0, page <= CHOSEN_PAGES ? WAYS : 1);
    if (open.length === 0) break;
    paths = open.flatMap((path) => nextPages(path, page, options, ruler, memory)).sort((a, b) => a.cost - b.cost);
  }
  return best ?? paths[0]!;
}

/** The path with one page more, in the best few ways. */
function nextPages(path: Path, page: number, options: PlaceOptions, ruler: Yardstick, memory: SearchMemory): Path[] {
  const frame = { number: options.firstPage + page, mastheadRows: page === 0 ? options.mastheadRows : 0 };
  const attempts = placePage(path.left, frame, ruler, page < CHOSEN_PAGES ? WAYS : 1, memory);
  if (attempts.length === 0) return [{ ...path, stuck: true, cost: path.cost + 1e6 }];
  return attempts.map(({ plan, left, cost }) => ({ pages: [...path.pages, plan], left: [...left].sort((a, b) => a.rank - b.rank), cost: path.cost + cost, stuck: false }));
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
