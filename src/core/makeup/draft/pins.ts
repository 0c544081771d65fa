// Pinned pieces (锁定) of a page: they stand where they are, their text flows into
// them first, and what does not fit waits for the pages behind. What cannot stand
// any more (its article has ended, or goes on from another page) is let go.
import { type Area, areasOf, type PagePlan, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Placement } from '../../page/placement';
import type { Waiting } from '../measure/ruler';
import type { Yardstick } from '../measure/yardstick';

/** What is pinned of a layout, page by page; pages without any left out. Areas beyond the type area are let go. */
export function pinsOf(pages: readonly PagePlan[], master: PaperMaster): readonly PagePlan[] {
  return pages.flatMap((page) => {
    const pieces = page.pieces.filter((piece) => piece.pinned === true && areasOf(piece).every(({ column, columns, row, rows }) => column + columns <= master.columns && row >= page.mastheadRows && row + rows <= master.lines));
    return pieces.length === 0 ? [] : [{ ...page, pieces }];
  });
}

/** The pinned pieces of a page as they stand, and what waits when they are filled. */
export function settled(pinned: readonly Piece[], waiting: readonly Waiting[], number: number, ruler: Yardstick): { readonly pieces: readonly Piece[]; readonly left: readonly Waiting[] } {
  const pieces: Piece[] = [];
  let left = waiting;
  for (const piece of pinned) {
    const one = left.find(({ article }) => article === piece.article);
    // A title begins an article; without one it goes on from another page, or never had one.
    if (one === undefined || (one.rest !== null && (piece.deck !== null || piece.box !== null))) continue;
    const others = left.filter((other) => other !== one);
    const from = one.rest?.from ?? null;
    if (piece.box !== null) {
      pieces.push({ ...piece, from, to: null });
      left = others;
      continue;
    }
    const own: Waiting = { ...one, variant: piece.variant, boxed: false };
    const { rest } = ruler.measure.fill(ruler.thread(own), piece.body, true);
    pieces.push({ ...piece, from, to: rest === null ? null : number + 1 });
    left = rest === null ? others : [...others, { ...own, rest: { thread: rest, from: number } }].sort((a, b) => a.rank - b.rank);
  }
  return { pieces, left };
}

/** Articles whose first pinned piece stands on a page behind `number`: they wait for it. */
export function heldBack(pins: readonly PagePlan[], number: number): ReadonlySet<string> {
  const begun = new Set(pins.filter((page) => page.number <= number).flatMap(({ pieces }) => pieces.map(({ article }) => article)));
  return new Set(pins.filter((page) => page.number > number).flatMap(({ pieces }) => pieces.map(({ article }) => article)).filter((article) => !begun.has(article)));
}

/** The placement with these pieces pinned in it, where they stand there as they are: one or none. */
export function heldIn(placement: Placement, pins: readonly PagePlan[]): readonly Placement[] {
  const pages = placement.pages.map((page): PagePlan => {
    const own = pins.find(({ number }) => number === page.number)?.pieces ?? [];
    return { ...page, pieces: page.pieces.map((piece) => own.find((pin) => standsAs(piece, pin)) ?? piece) };
  });
  const held = pages.reduce((sum, { pieces }) => sum + pieces.filter(({ pinned }) => pinned === true).length, 0);
  return held === pins.reduce((sum, { pieces }) => sum + pieces.length, 0) ? [{ ...placement, pages }] : [];
}

/** The piece is set as the pinned one is, in the same place. */
function standsAs(piece: Piece, pin: Piece): boolean {
  return piece.article === pin.article && piece.variant === pin.variant && piece.from === pin.from && piece.to === pin.to && piece.upright === pin.upright && piece.headline === pin.headline && spotOf(piece) === spotOf(pin);
}

function spotOf({ deck, body, box }: Piece): string {
  const key = ({ column, columns, row, rows }: Area): string => `${column} ${columns} ${row} ${rows}`;
  return [deck === null ? '' : key(deck), box === null ? '' : `${key(box.area)} ${box.into}`, ...body.map(({ area, into }) => `${key(area)} ${into}`)].join();
}
