// An edition a little over its pages: a last page that is nearly empty, which a short cut
// (见报略) would spare. A desk never prints such a page; it cuts, or it fills it. In: pages as
// they stand, text without room none. Out: how much would have to go, in lines of a base column
// and in characters, and of which article it is best taken; null where there is no such page.
// It reckons with areas; whether a cut is enough shows when the edition is made up anew.
import type { PagePlan } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { cellsOf } from '../measure/hand-shape';

export interface SparePage {
  /** 版次 of the page that would not be needed. */
  readonly page: number;
  /** What stands on it: lines of one base column, headlines counted in. */
  readonly lines: number;
  /** What has to be left out for it not to be needed, at the most: omission.ts finds how much less is enough. */
  readonly characters: number;
  /** The longest article, of which so much may be left out; null where that is too much of each. */
  readonly article: string | null;
}

/** Part of a page that its text fills at the most: more is a page of its own, which something is added to. */
const MOST_FILLED = 0.3;
/** Part of an article that may be left out (propose-cut.ts), and that what is cut is more than what stands there: headings keep their lines. */
const MOST_PART = 0.35;
const MARGIN = 1.05;
/** A number of characters as an editor says it. */
const ROUND = 50;

export function sparePage(pages: readonly PagePlan[], { columns, characters, lines }: PaperMaster): SparePage | null {
  const last = pages.at(-1);
  if (last === undefined || pages.length < 2 || last.pieces.some(({ pinned }) => pinned === true)) return null;
  const taken = last.pieces.reduce((sum, piece) => sum + cellsOf(piece), 0);
  if (taken > MOST_FILLED * columns * lines) return null;
  const cut = Math.max(ROUND, Math.ceil((MARGIN * taken * characters) / ROUND) * ROUND);
  const whole = new Map<string, number>();
  for (const { pieces } of pages) for (const piece of pieces) whole.set(piece.article, (whole.get(piece.article) ?? 0) + cellsOf(piece));
  const [longest] = [...whole].toSorted((a, b) => b[1] - a[1]);
  return { page: last.number, lines: taken, characters: cut, article: longest !== undefined && cut <= MOST_PART * longest[1] * characters ? longest[0] : null };
}
