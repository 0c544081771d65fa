// Jumps that an editor would not print: the 头条 torn while smaller stories stand whole beside it,
// and a text that goes on twice where once is enough. He sends the stories over to the next page,
// never the news that the paper opens with, and gives a long report the whole page that it begins
// on. In: pages as they stand. Out: what could have gone, which text, or none.
import type { PagePlan, Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { cellsOf } from '../measure/hand-shape';

/** A 头条 that goes on elsewhere, though it need not. */
export interface TornLead {
  /** 版次 where it begins, and where it goes on. */
  readonly page: number;
  readonly to: number;
  /** Stories that are whole on its page, the fewest of those chosen last that have as much room as what is missing of it; in the edition's order. */
  readonly instead: readonly string[];
}

/**
 * The `head`, where it is torn and stories stand whole on its page that take as much room as its continuation does. A box is the
 * page's own, and what is pinned is the editor's: they stay. Areas are compared, not lines: whether it fits to the row the search tells.
 */
export function tornLead(pages: readonly PagePlan[], head: string, edition: readonly string[]): TornLead | null {
  const i = pages.findIndex(({ pieces }) => pieces.some(({ article, from }) => article === head && from === null));
  const page = pages[i];
  const own = page?.pieces.find(({ article }) => article === head);
  if (page === undefined || own === undefined || own.to === null || own.pinned === true) return null;
  const missing = pages.slice(i + 1).flatMap(({ pieces }) => pieces).filter(({ article }) => article === head).reduce((sum, piece) => sum + cellsOf(piece), 0);
  const stories = page.pieces.filter((piece) => piece !== own && isWholeStory(piece)).toSorted((a, b) => edition.indexOf(b.article) - edition.indexOf(a.article));
  const instead: string[] = [];
  let room = 0;
  for (const story of stories) {
    if (room >= missing) break;
    instead.unshift(story.article);
    room += cellsOf(story);
  }
  return missing === 0 || room < missing ? null : { page: page.number, to: own.to, instead };
}

/** A text that goes on more often than it need. */
export interface OftenTorn {
  readonly article: string;
  /** 版次 where it begins. */
  readonly page: number;
  readonly times: number;
}

/** Texts that jump twice and more, though they take no more room than their first two pages have: given the page on which they begin, they jump once, as a story is to (N-20 (6)). */
export function oftenTorn(pages: readonly PagePlan[], { columns, lines }: PaperMaster): readonly OftenTorn[] {
  const texts = new Map<string, { readonly page: number; readonly on: PagePlan[]; times: number; cells: number; pinned: boolean }>();
  for (const page of pages) for (const piece of page.pieces) {
    const own = texts.get(piece.article) ?? { page: page.number, on: [], times: 0, cells: 0, pinned: false };
    texts.set(piece.article, own);
    own.on.push(page);
    own.cells += cellsOf(piece);
    own.times += piece.to === null ? 0 : 1;
    own.pinned ||= piece.pinned === true;
  }
  return [...texts].flatMap(([article, { page, on, times, cells, pinned }]) => {
    const room = on.slice(0, 2).reduce((sum, { mastheadRows }) => sum + columns * (lines - mastheadRows), 0);
    return times < 2 || pinned || cells > room ? [] : [{ article, page, times }];
  });
}

function isWholeStory({ box, from, to, pinned }: Piece): boolean {
  return box === null && from === null && to === null && pinned !== true;
}
