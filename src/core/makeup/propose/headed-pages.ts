// One page of a paper made up anew with a block at its head where a hand put it, as if that were what
// the page begins with. In: a layout, the block, the column and the width, the edition's articles. Out:
// pages on which all that stood there has its room, each in the dress that it had, the feet level where
// rows can be given; the other pages are as they were. What is pinned stays.
import type { Block } from '../../flow/flow';
import type { BlockName, Layout, PagePlan, Piece } from '../../model/layout';
import type { SearchMemory } from '../draft/search-memory';
import { boundsOf } from '../measure/hand-shape';
import type { AtHead, Candidate, Waiting } from '../measure/ruler';
import type { Steps } from '../measure/steps';
import type { Yardstick } from '../measure/yardstick';
import { SEVERAL, waitingFor } from '../search/place';
import { placePage } from '../search/place-page';
import type { PageWidth } from '../search/search-page';
import { withLevelFeet } from './level-feet';
import { withLevelPages } from './level-page';

/** How many pages are set in type and answered: those of each width are all wanted. */
const ASKED: PageWidth = { ...SEVERAL, headed: 8, ways: 12 };
/** What a step between the columns' tops costs while a page fills (place.ts). */
const UNEVEN = 0.02;

/** Pages of the layout in the place of the block's, with the block at the head at a column, in a width. */
export function* headedPages(layout: Layout, { page, article }: BlockName, at: Pick<AtHead, 'column' | 'columns'>, candidates: readonly Candidate[], ruler: Yardstick, memory: SearchMemory): Steps<PagePlan[]> {
  const plan = layout.pages.find(({ number }) => number === page);
  const own = plan?.pieces.find((piece) => piece.article === article);
  if (plan === undefined || own === undefined || own.from !== null) return [];
  const waiting = waitingOn(layout, plan, article, { ...at, goesOn: plan.pieces.some(({ to }) => to !== null) }, candidates, ruler);
  const locked = plan.pieces.filter((piece) => piece.pinned === true && piece !== own);
  const free = waiting.filter((one) => locked.every((piece) => piece.article !== one.article));
  const frame = { number: page, mastheadRows: plan.mastheadRows, stepped: true, others: [], alike: 0, pinned: locked, uneven: UNEVEN };
  yield;
  const out = new Map<string, PagePlan>();
  for (const { plan: made } of placePage(free, frame, ruler, ASKED, memory)) {
    const next = restored(made, plan);
    if (next !== null) out.set(JSON.stringify(next.pieces), next);
  }
  const level: PagePlan[] = [];
  for (const one of out.values()) {
    yield;
    level.push(levelIn(layout, one, ruler));
  }
  return level;

  /** With the order, the pins and the jumps of before; null where something has lost its place, its dress or its room. */
  function restored(made: PagePlan, before: PagePlan): PagePlan | null {
    const pieces = before.pieces.map((old): Piece | null => {
      const next = made.pieces.find((piece) => piece.article === old.article);
      if (next === undefined || !isDressedAlike(next, old) || (next.to === null) !== (old.to === null)) return null;
      const { pinned: _pinned, ...rest } = next;
      return { ...rest, to: old.to, ...(old.pinned === true ? { pinned: true } : {}) };
    });
    const isWhole = pieces.every((piece) => piece !== null) && made.pieces.length === before.pieces.length;
    const block = pieces.find((piece) => piece?.article === article);
    return isWhole && block !== undefined && block !== null && boundsOf(block).row === before.mastheadRows ? { ...before, pieces: pieces as Piece[] } : null;
  }
}

/** Boxed or not, its title upright or not, and in the lines that a hand asked for, as before. */
function isDressedAlike(next: Piece, old: Piece): boolean {
  return (next.box === null) === (old.box === null) && next.variant === old.variant && next.upright === old.upright && next.headline === old.headline;
}

/** What of the page waits for its place, the block first. */
function waitingOn(layout: Layout, plan: PagePlan, article: string, atHead: AtHead, candidates: readonly Candidate[], ruler: Yardstick): Waiting[] {
  const on = candidates.filter((one) => plan.pieces.some((piece) => piece.article === one.article));
  const first = on.filter((one) => one.article === article).map((one) => ({ ...one, atHead }));
  return waitingFor([...first, ...on.filter((one) => one.article !== article)], ruler).map((one): Waiting => {
    const piece = plan.pieces.find((other) => other.article === one.article)!;
    const thread = piece.from === null ? null : restOf(layout, plan.number, piece, ruler);
    return {
      ...one, boxed: piece.box !== null, variant: piece.box === null ? piece.variant : one.variant,
      rest: thread === null || piece.from === null ? null : { thread, from: piece.from },
    };
  });
}

/** What is left of an article for the pages from that one on. */
function restOf(layout: Layout, page: number, { article, variant }: Piece, ruler: Yardstick): readonly Block[] {
  let thread = ruler.measure.body(article, variant);
  for (const { number, pieces } of layout.pages) {
    const piece = pieces.find((one) => one.article === article);
    if (number >= page || piece === undefined) continue;
    thread = ruler.measure.fill(piece.from === null ? thread : ruler.measure.continued(thread, piece.from), piece.body, true).rest ?? [];
  }
  return thread;
}

/** The page with its feet level, the others as they are. */
function levelIn(layout: Layout, plan: PagePlan, ruler: Yardstick): PagePlan {
  const pages = layout.pages.map((one) => (one.number === plan.number ? plan : one));
  const placed = withLevelPages(withLevelFeet({ placement: { pages, left: [], unboxed: [] }, cost: 0, faults: 0, led: true }, ruler), ruler);
  return placed.placement.pages.find(({ number }) => number === plan.number) ?? plan;
}
