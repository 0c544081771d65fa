// What swaps came from: the same two swapped again are the page as it was before, to the
// line, though the way there (swap-blocks.ts) is a search that need not lead back. In: a
// make-up and two articles. Out: the make-up before their swap, with the pins of now. Kept
// while the program runs; what was changed since by anything but a pin is not known here.
import type { Layout, Piece } from '../../model/layout';

/** Swaps that are kept. */
const MOST = 60;

export class SwapMemory {
  readonly #before = new Map<string, Layout>();

  /** `after` is what the two articles' swap made of `before`. */
  keep(before: Layout, after: Layout, articles: readonly [string, string]): void {
    const key = keyOf(after, articles);
    this.#before.delete(key);
    this.#before.set(key, before);
    for (const oldest of this.#before.keys()) {
      if (this.#before.size <= MOST) break;
      this.#before.delete(oldest);
    }
  }

  /** What the same two came from; null where nothing is known. */
  before(layout: Layout, articles: readonly [string, string]): Layout | null {
    const before = this.#before.get(keyOf(layout, articles));
    if (before === undefined) return null;
    const pinned = new Set(layout.pages.flatMap(({ number, pieces }) => pieces.filter((piece) => piece.pinned === true).map(({ article }) => `${number} ${article}`)));
    return { pages: before.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((piece): Piece => (pinned.has(`${plan.number} ${piece.article}`) ? { ...unpinned(piece), pinned: true } : unpinned(piece))) })) };
  }
}

function keyOf({ pages }: Layout, articles: readonly [string, string]): string {
  return JSON.stringify([articles.toSorted(), pages.map(({ number, mastheadRows, pieces }) => [number, mastheadRows, pieces.map(fieldsOf)])]);
}

/** Without its pin, its fields in one order. */
function fieldsOf(piece: Piece): unknown {
  return Object.entries(unpinned(piece)).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function unpinned({ pinned: _pinned, ...rest }: Piece): Piece {
  return rest;
}
