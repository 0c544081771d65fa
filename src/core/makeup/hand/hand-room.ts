// A piece in a room by hand: boxed in an area, or its title and columns of text in those of
// another. In: a piece and the room. Out: the piece as it is there, or null where it has no
// place. What does not fit in it is 余, told by rooms.ts.
import type { Area, Broken, Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { brokenMeasure } from '../../page/paper-grid';
import { breakColumns } from '../measure/break-columns';
import { boundsOf, cellsOf, underDeck } from '../measure/hand-shape';
import type { Yardstick } from '../measure/yardstick';

/** Base columns that a title downwards takes at the most (N-14: as wide as a column, seldom two). */
const MOST_UPRIGHT = 2;

/** Measures of a box's text that read well, characters (yardstick.ts). */
const BOX_MEASURES = [13, 34] as const;
const BOX_BEST = 20;

/** A piece boxed in an area, in columns of a measure that reads well, its title downwards where it was so and has room; null where it is too narrow. */
export function boxIn(piece: Piece, area: Area, ruler: Yardstick): Piece | null {
  const { upright, ...flat } = piece;
  return (upright === true ? boxedIn(piece, area, ruler) : null) ?? boxedIn(flat, area, ruler);
}

/** The same with its title as it stands, or not at all. */
export function boxedIn(piece: Piece, area: Area, ruler: Yardstick): Piece | null {
  let best: { into: number; off: number } | null = null;
  for (let into = 1; into <= area.columns; into++) {
    const { characters, isCramped } = ruler.box(piece, area.columns, into);
    if (isCramped === true || characters < BOX_MEASURES[0] || (characters > BOX_MEASURES[1] && into < area.columns)) continue;
    const off = Math.abs(characters - BOX_BEST);
    if (best === null || off < best.off) best = { into, off };
  }
  if (best === null) return null;
  const { headline, ...flat } = unfitted(piece);
  // Lines that were asked for stay where they can be.
  const isMet = headline !== undefined && ruler.box(piece, area.columns, best.into).mainLines === headline;
  return { ...flat, ...(isMet ? { headline } : {}), deck: null, body: [], box: { area, into: best.into } };
}

/** Nothing of its smallest rectangle is another's. */
export function isWhole(piece: Piece): boolean {
  const { columns, rows } = boundsOf(piece);
  return cellsOf(piece) === columns * rows;
}

/** A place for a piece without a box. */
export interface Room {
  readonly deck: Area | null;
  readonly body: readonly Broken[];
  /** The columns of text are chosen anew. */
  readonly rebreak: boolean;
}

/** A piece without a box in a room. */
export function settle(piece: Piece, { deck: head, body: columns, rebreak }: Room, ruler: Yardstick): Piece | null {
  const body = columns.map((one): Broken => (rebreak ? { ...one, into: breakColumns(ruler.master, one.area.columns, ruler.wanted(piece)) } : one));
  const [first] = body;
  if (first === undefined) return null;
  const titled = piece.from === null && ruler.deck(piece, 1).rows > 0;
  const place: Area = head ?? { ...first.area, rows: 0 };
  const deck: Area = { ...place, rows: titled ? ruler.deck(piece, place.columns).rows : 0 };
  const under = underDeck(body, place, deck);
  const { upright: _upright, ...flat } = unfitted(piece);
  return under.some(({ area }) => area.rows < 1) ? null : { ...flat, deck: titled ? deck : null, body: under, box: null };
}

/** A piece without a box over all of an area, its columns of text chosen anew. */
export function settleIn(piece: Piece, area: Area, ruler: Yardstick): Piece | null {
  return settle(piece, { deck: null, body: [{ area, into: 1 }], rebreak: true }, ruler);
}

/** Into how many columns text beside a title downwards is broken for a wanted measure. */
function breakBeside(master: PaperMaster, columns: number, wanted: number, beside: boolean): number {
  const off = (into: number): number => Math.abs(brokenMeasure(master, columns, into, beside).characters - wanted);
  return Array.from({ length: columns }, (_, i) => i + 1).toSorted((a, b) => off(a) - off(b))[0] ?? 1;
}

/** A piece with its title downwards in the first columns of a room, as few as hold it; null where none do. */
export function turned(piece: Piece, room: Area, ruler: Yardstick): Piece | null {
  for (let wide = 1; wide <= MOST_UPRIGHT && wide < room.columns; wide++) {
    const text: Area = { ...room, column: room.column + wide, columns: room.columns - wide };
    // Nine characters wide where it fits so (N-14); else over all of its columns.
    for (const beside of [true, false]) {
      const next: Piece = { ...unfitted(piece), deck: { ...room, columns: wide }, body: [{ area: text, into: breakBeside(ruler.master, text.columns, ruler.wanted(piece), beside), ...(beside ? { beside } : {}) }], upright: true };
      if (ruler.upright(next).fits) return next;
    }
  }
  return null;
}

/** A piece whose columns are others now: what was copyfitted to the old ones is not to these. */
export function unfitted(piece: Piece): Piece {
  const { fitted: _fitted, ...rest } = piece;
  return rest;
}
