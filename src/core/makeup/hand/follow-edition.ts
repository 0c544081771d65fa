// A make-up that an edition keeps follows the edition where that is another one since: an article
// was deleted or chosen, the paper's first page or its type area is another. What a hand has placed
// stays to the row; the place of what is gone is left free, what is new goes where nothing stands,
// else on pages of its own behind. In: the make-up and the edition's pages and articles. Out: the
// make-up that stands with them and what became of it in Chinese, or why none of it can.
import { type Area, areasOf, type Layout, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { carryWays } from './carry-shapes';
import type { Search } from '../propose/choosing';
import { boundsOf } from '../measure/hand-shape';
import { NO_OTHERS, placements, waitingFor } from '../search/place';
import type { Waiting } from '../measure/ruler';
import { at, isInside } from './shift-others';
import type { Yardstick } from '../measure/yardstick';

/** A make-up on an edition's pages. */
export interface Renumbered {
  readonly pages: readonly PagePlan[];
  /** What is another than it was kept, clauses in Chinese; none: nothing. */
  readonly words: readonly string[];
}

/** Where an edition begins, and who is in it. */
export interface Beginning {
  /** 版次 of its first page. */
  readonly firstPage: number;
  /** Rows of that page that its masthead takes. */
  readonly mastheadRows: number;
  readonly articles: ReadonlySet<string>;
  /** Rows of the type area. */
  readonly lines: number;
  readonly pageOf: (number: number) => string;
}

/** The make-up from the edition's first page on, without articles that are none of the edition's; every block in its place, but under a masthead that was not there. */
export function renumbered({ pages: kept }: Layout, beginning: Beginning): Renumbered {
  const { firstPage, articles, pageOf } = beginning;
  const words: string[] = [];
  const gone = new Set(kept.flatMap(({ pieces }) => pieces.flatMap(({ article }) => (articles.has(article) ? [] : [article]))));
  if (gone.size > 0) words.push(`撤下了 ${gone.size} 篇，它的地方空着`);
  const [first] = kept;
  if (first === undefined) return { pages: [], words };
  // A page that had nothing else is none any more; the first one stays, for it has the masthead.
  const standing = kept.map((page): PagePlan => ({ ...page, pieces: page.pieces.filter(({ article }) => articles.has(article)) })).filter(({ pieces }, i) => i === 0 || pieces.length > 0 || kept[i]!.pieces.length === 0);
  const dropped = kept.filter(({ number }) => !standing.some((page) => page.number === number)).map(({ number }) => number);
  const by = firstPage - first.number;
  const now = (number: number): number => number + by - dropped.filter((one) => one < number).length;
  const numbered = standing.map((page): PagePlan => ({
    number: now(page.number), mastheadRows: 0,
    pieces: page.pieces.map((piece): Piece => (by === 0 && dropped.length === 0 ? piece : { ...piece, from: piece.from === null ? null : now(piece.from), to: piece.to === null ? null : now(piece.to) })),
  }));
  if (dropped.length > 0) words.push(`空出来的 ${dropped.length} 版不印了`);
  if (by !== 0) words.push(`改从${pageOf(firstPage)}起`);
  const [head, ...rest] = numbered;
  return { pages: [underMasthead(head!, first.mastheadRows, beginning, words), ...rest], words };
}

/** The first page with a masthead of so many rows: all of it lower by as much as something stands in the masthead, where it can go lower. */
function underMasthead(page: PagePlan, before: number, { mastheadRows, lines, pageOf }: Beginning, words: string[]): PagePlan {
  const headed = { ...page, mastheadRows };
  if (mastheadRows < before) words.push(`报头不排了，它的 ${before - mastheadRows} 行空着`);
  const top = Math.min(...page.pieces.flatMap(areasOf).map(({ row }) => row));
  if (top >= mastheadRows) return headed;
  const lower = page.pieces.map((piece) => at(piece, 0, mastheadRows - top));
  const canGo = page.pieces.every(({ pinned }) => pinned !== true) && lower.every((piece) => isInside(piece, headed, { columns: Infinity, lines }));
  if (!canGo) return headed;
  words.push(`给报头让出 ${mastheadRows - top} 行，${pageOf(page.number)}各块都低了这么多，彼此没有动`);
  return { ...headed, pieces: lower };
}

/** What an edition's make-up is followed with. */
export type Following = Omit<Search, 'standing'>;

/** `layout`: null where the frames cannot stand on the page; `words`: what became of the make-up, or why it cannot stand; empty: nothing. */
export interface Followed {
  readonly layout: Layout | null;
  readonly words: string;
}

/** Measures that a new article's text is first looked a place for at: characters up to which it is so many columns wide. */
const WIDTHS: readonly (readonly [number, number])[] = [[150, 1], [600, 2], [1500, 3], [Infinity, 4]];

/** The make-up with all articles of the edition, those that it has not got where nothing stands. */
export function followed({ pages, words }: Renumbered, { candidates, options, ruler, memory, titleOf }: Following): Followed {
  const { columns, lines } = ruler.master;
  if (pages.length === 0) return { layout: null, words: '' };
  const fault = layoutFault({ pages }, columns, lines, ruler.pageOf, titleOf);
  if (fault !== null) {
    const pinned = pages.reduce((sum, page) => sum + page.pieces.filter((piece) => piece.pinned === true && areasOf(piece).every((area) => fits(area, page, columns, lines))).length, 0);
    return { layout: null, words: `原来的版面在现在的版心里排不下（${fault}），程序重新拼过${pinned === 0 ? '' : `；锁定的 ${pinned} 块还在原处`}` };
  }
  const placed = new Set(pages.flatMap(({ pieces }) => pieces.map(({ article }) => article)));
  const told = [...words];
  let now = pages;
  const left: Waiting[] = [];
  for (const one of waitingFor(candidates.filter(({ article }) => !placed.has(article)), ruler)) {
    const found = inFreeRoom(now, one, ruler);
    if (found === null) left.push(one);
    else {
      now = found.pages;
      told.push(`新选的${quoted(titleOf(one.article))}排在${ruler.pageOf(found.page)}第 ${found.area.column + 1} 栏第 ${found.area.row + 1} 行`);
    }
  }
  if (left.length > 0) {
    const behind = placements(candidates.filter(({ article }) => left.some((one) => one.article === article)), { ...options, firstPage: now.at(-1)!.number + 1, mastheadRows: 0, pins: [] }, ruler, memory, NO_OTHERS, false)[0]!.placement.pages;
    now = [...now, ...behind];
    told.push(`新选的${left.map(({ article }) => quoted(titleOf(article))).join('')}版面上没有空处，排在${ruler.pageOf(behind[0]!.number)}`);
  }
  return { layout: { pages: now }, words: told.length === 0 ? '' : `${told.join('；')}${told.some((one) => one.endsWith('没有动')) ? '' : '；别的版块没有动'}` };
}

function fits({ column, columns, row, rows }: Area, { mastheadRows }: PagePlan, all: number, lines: number): boolean {
  return column + columns <= all && row >= mastheadRows && row + rows <= lines;
}

/** The pages with an article whole on the first one that has free room for it. */
function inFreeRoom(pages: readonly PagePlan[], one: Waiting, ruler: Yardstick): { readonly pages: readonly PagePlan[]; readonly page: number; readonly area: Area } | null {
  const { master } = ruler;
  const wide = Math.min(master.columns, WIDTHS.find(([most]) => (one.characters ?? 0) <= most)![1]);
  const area: Area = { column: 0, columns: wide, row: 0, rows: 1 };
  const piece: Piece = { article: one.article, variant: one.variant, deck: null, body: one.boxed ? [] : [{ area, into: wide }], box: one.boxed ? { area, into: 1 } : null, from: null, to: null };
  for (const plan of pages) {
    const [way] = carryWays(plan, piece, ruler).free;
    const there = way?.pieces.find(({ article }) => article === one.article);
    if (way !== undefined && there !== undefined) return { pages: pages.map((page) => (page === plan ? { ...page, pieces: way.pieces } : page)), page: plan.number, area: boundsOf(there) };
  }
  return null;
}
