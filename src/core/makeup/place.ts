// A first placing of articles on newspaper pages, with no hand work: the report
// under a title block, the editorial boxed at the right, the rest where the
// skyline leaves room, what does not fit on the next page by a jump. It knows
// columns and rows only; how tall things are it asks. Full make-up replaces this
// one function (DESIGN: the composer takes any Placement).
import type { ArticleKind } from '../model/package';
import type { PaperMaster } from '../model/master';
import type { Variant } from '../flow/flow-article';
import type { PagePlan, Placement } from '../page/placement';
import { type Candidate, type JumpPlace, type Measurer, PageBeingPlaced, type Waiting } from './place-page';

export interface PlaceOptions {
  /** 版次 of the first page. */
  readonly firstPage: number;
  /** Rows of the masthead, where the first page is 第一版; 0 for none. */
  readonly mastheadRows: number;
}

/** No edition is so thick: a stop for what would never end. */
const MAX_PAGES = 400;

/** Places the articles in their order of rank. Every page that is begun holds at least one piece. */
export function placeArticles(candidates: readonly Candidate[], master: PaperMaster, options: PlaceOptions, measure: Measurer): Placement {
  let waiting: Waiting[] = candidates.map((candidate) => ({ ...candidate, variant: variantOf(candidate.kind), boxed: candidate.kind === 'editorial', rest: null }));
  const pages: PagePlan[] = [];
  while (waiting.length > 0 && pages.length < MAX_PAGES) {
    const number = options.firstPage + pages.length;
    const best = bestPage(waiting, master, number, pages.length === 0 ? options.mastheadRows : 0, measure);
    if (best.page.pieces.length === 0) break;
    pages.push({ number, mastheadRows: best.page.mastheadRows, pieces: best.page.pieces });
    waiting = best.left;
  }
  const boxed = new Set(pages.flatMap((page) => page.pieces.flatMap((piece) => (piece.box === null ? [] : [piece.article]))));
  const placed = new Set(pages.flatMap((page) => page.pieces.map((piece) => piece.article)));
  const unboxed = candidates.filter(({ article, kind }) => kind === 'editorial' && placed.has(article) && !boxed.has(article)).map(({ article }) => article);
  return { pages: pages.map((page, i) => pointed(page, pages.slice(i + 1))), left: waiting.map((one) => one.article), unboxed };
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

/** A page as placed in one way, and what it leaves over. */
interface Attempt {
  readonly page: PageBeingPlaced;
  readonly left: Waiting[];
}

/** Places a page in the given order; where something is left over, also with small pieces first and wider boxes, and takes what leaves least. */
function bestPage(waiting: readonly Waiting[], master: PaperMaster, number: number, mastheadRows: number, measure: Measurer): Attempt {
  const attempt = (order: readonly Waiting[], boxColumns: number, jump: JumpPlace = 'fits'): Attempt => {
    const page = new PageBeingPlaced(master, number, mastheadRows, measure, boxColumns, jump);
    const left = inOrder(page.place(order), waiting);
    page.levelFeet();
    return { page, left };
  };
  let best = attempt(waiting, 2);
  // What jumped here goes on here: at the foot under the report's own columns, else before everything else.
  for (const jump of ['foot', 'first'] as const) {
    if (leftOver(best, measure) < UNTOUCHED) break;
    const tried = attempt(waiting, 2, jump);
    if (leftOver(tried, measure) < leftOver(best, measure)) best = tried;
  }
  // A report that waits for a page of its own, or goes on there, is no fault of this one.
  if (best.left.every((one) => one.variant === 'report')) return best;
  const size = (one: Waiting): number => charactersOf(one, measure);
  const small = [...waiting].sort((a, b) => size(a) - size(b));
  const [first, ...others] = waiting;
  const leadThenSmall = first === undefined ? [] : [first, ...others.sort((a, b) => size(a) - size(b))];
  for (let boxColumns = 2; boxColumns <= Math.max(2, Math.floor(master.columns / 2)); boxColumns++) {
    for (const order of boxColumns === 2 ? [leadThenSmall, small] : [waiting, leadThenSmall, small]) {
      const tried = attempt(order, boxColumns);
      if (leftOver(tried, measure) < leftOver(best, measure)) best = tried;
    }
  }
  return best;
}

/** Weight of a continuation that a page does not take up: more than any text. */
const UNTOUCHED = 1e9;

function leftOver({ page, left }: Attempt, measure: Measurer): number {
  return left.reduce((sum, one) => sum + charactersOf(one, measure) + (one.rest !== null && one.rest.from !== page.number ? UNTOUCHED : 0), 0);
}

function charactersOf(one: Waiting, measure: Measurer): number {
  const thread = one.rest?.thread ?? measure.body(one.article, one.variant);
  return thread.reduce((sum, { content }) => sum + (content.kind === 'paragraph' ? content.text.length : 0), 0);
}

/** What is left, in the order of rank again. */
function inOrder(left: readonly Waiting[], waiting: readonly Waiting[]): Waiting[] {
  const rank = new Map(waiting.map((one, i) => [one.article, i]));
  return [...left].sort((a, b) => (rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0));
}

function variantOf(kind: ArticleKind): Variant {
  switch (kind) {
    case 'report': case 'address': return 'report';
    case 'editorial': return 'box';
    case 'news': case 'resolution': case 'notice': case 'continuation': return 'news';
  }
}
