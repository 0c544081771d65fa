// The sizes of a page's headlines beside each other: the eye reads from them what matters, so
// that none is larger than that of an article which matters more (N-11, N-37). What is larger
// gives way as far as its rows, its lines and its columns let it. Reports' titles, boxes and
// titles downwards are apart. In: a page's pieces, and who outranks whom. Out: sizes, pt.
import type { Piece } from '../model/layout';

/** An article's headline among the others of its page. */
export interface RankedHead {
  readonly piece: Piece;
  /** pt. */
  readonly size: number;
}

/** A piece whose headline is compared with others'. */
export function isRanked({ variant, deck, box, from, upright }: Piece): boolean {
  return variant === 'news' && deck !== null && box === null && from === null && upright !== true;
}

/** The headlines of a page that are compared, each in the size in which it is set; `sizesOf`: those that it may have, the largest first. */
export function rankedHeads(pieces: readonly Piece[], outranks: (a: string, b: string) => boolean, sizesOf: (piece: Piece) => readonly number[]): RankedHead[] {
  const heads: { readonly piece: Piece; readonly sizes: readonly number[] }[] = [];
  const set: number[] = [];
  for (const piece of pieces) {
    const sizes = isRanked(piece) ? sizesOf(piece) : [];
    if (sizes.length === 0) continue;
    heads.push({ piece, sizes });
    set.push(sizes[0]!);
  }
  // What gave way may be smaller than a third one now.
  for (let changed = heads.length > 1; changed;) {
    changed = false;
    for (let k = 0; k < heads.length; k++) {
      const { piece, sizes } = heads[k]!;
      let most = Infinity;
      // Only what is smaller than it makes it give way.
      for (let i = 0; i < heads.length; i++) if (i !== k && set[i]! < most && set[i]! < set[k]! && outranks(heads[i]!.piece.article, piece.article)) most = set[i]!;
      // A headline in lines that a hand asked for stays as it is.
      if (set[k]! <= most || piece.headline !== undefined) continue;
      const size = sizes.find((one) => one <= most) ?? sizes.at(-1)!;
      if (size === set[k]) continue;
      set[k] = size;
      changed = true;
    }
  }
  return heads.map(({ piece }, i): RankedHead => ({ piece, size: set[i]! }));
}
