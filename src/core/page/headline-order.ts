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
  const heads = pieces.filter(isRanked).map((piece) => ({ piece, sizes: sizesOf(piece) })).filter(({ sizes }) => sizes.length > 0);
  const set = heads.map(({ sizes }) => sizes[0]!);
  // What gave way may be smaller than a third one now.
  for (let changed = true; changed;) {
    changed = false;
    for (const [k, { piece, sizes }] of heads.entries()) {
      const most = heads.reduce((least, other, i) => (i !== k && set[i]! < least && outranks(other.piece.article, piece.article) ? set[i]! : least), Infinity);
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
