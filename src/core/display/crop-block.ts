// One article's block of a newspaper page as a page of its own, for placing in another
// program: what stands in its areas and is its own, moved to the corner. In: a page, the
// article, the block's areas and the rectangle around them (pt), and where rules are those
// of its neighbours. Out: a page of that size; glyphs keep their arrays, so nothing is set anew.
import type { Rect } from '../geometry';
import type { DisplayPage, Item, PathItem } from './list';

/** The block's page. `others`: strips above other blocks, in which their rules stand, though the rows may be this block's. */
export function cropBlock(page: DisplayPage, article: string, areas: readonly Rect[], bounds: Rect, others: readonly Rect[]): DisplayPage {
  const [dx, dy] = [-bounds.x, -bounds.y];
  const items = page.items.flatMap((item): Item[] => {
    if (item.kind === 'group') return item.article === article || (item.article === null && holds(areas, item.x, item.y)) ? [{ ...item, x: item.x + dx, y: item.y + dy }] : [];
    if (item.kind === 'path') return holdsPath(areas, item) && !isOthers(others, item) ? [{ ...item, coords: item.coords.map((value, i) => value + (i % 2 === 0 ? dx : dy)) }] : [];
    return [];
  });
  return { ...page, size: { width: bounds.width, height: bounds.height }, label: '', items };
}

/** Rules stand in the gaps at an area's edges: this much beyond it is still its own, pt. */
const EDGE = 1;

function holds(areas: readonly Rect[], x: number, y: number): boolean {
  return areas.some((area) => x >= area.x - EDGE && x <= area.x + area.width + EDGE && y >= area.y - EDGE && y <= area.y + area.height + EDGE);
}

function isOthers(others: readonly Rect[], { coords }: PathItem): boolean {
  return coords.every((_, i) => i % 2 === 1 || holds(others, coords[i]!, coords[i + 1]!));
}

function holdsPath(areas: readonly Rect[], { coords, fill, stroke }: PathItem): boolean {
  if (fill !== null && stroke === null) {
    // A screen reaches a little into the gaps around its block: where its middle is, there it belongs.
    const middle = (from: number): number => {
      const own = coords.filter((_, i) => i % 2 === from);
      return (Math.min(...own) + Math.max(...own)) / 2;
    };
    return holds(areas, middle(0), middle(1));
  }
  for (let i = 0; i + 1 < coords.length; i += 2) if (!holds(areas, coords[i]!, coords[i + 1]!)) return false;
  return true;
}
