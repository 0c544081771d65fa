// Several make-ups of one edition, set and judged, the best first. Two proposals
// differ in the place or span of two articles at least (where there are two): each
// search after the first looks for what does not stand as in those found before.
// Pinned pieces stay in all of them.
import type { Layout, PagePlan } from '../model/layout';
import { sameSpot } from './page-moves';
import { type Placed, type PlaceOptions, placements } from './place';
import { judged, type Proposal } from './proposal';
import type { SearchMemory } from './search-memory';
import type { Candidate, Yardstick } from './yardstick';

/** Proposals that are wanted, and searches that are made for them. */
const WANTED = 4;
const ROUNDS = 4;

/** Make-ups of the articles, the first of which leads; `titleOf` names an article in their words. At least one. */
export function propose(candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, memory: SearchMemory, titleOf: (article: string) => string): Proposal[] {
  const edition = candidates.map(({ article }) => article);
  const different = Math.min(2, candidates.length);
  const chosen: Placed[] = [];
  const take = (found: readonly Placed[]): void => {
    for (const one of found) {
      if (chosen.length >= WANTED) return;
      if (chosen.every((other) => differences(one.placement, other.placement) >= different)) chosen.push(one);
    }
  };
  for (let round = 0; round < ROUNDS && chosen.length < WANTED; round++) {
    const others = chosen.flatMap(({ placement }) => placement.pages);
    const found = placements(candidates, options, ruler, memory, others, true);
    if (round === 0) take(found.slice(0, 1));
    // A layout with a fault waits until one without was looked for.
    take(round < ROUNDS - 1 && chosen.some(({ faults }) => faults === 0) ? found.filter(({ faults }) => faults === 0).slice(0, round === 0 ? 2 : 1) : found);
  }
  // The search's own order among those with and without a fault, on what it costs without being unlike the others.
  return chosen.map((one) => ({ one, proposal: judged(one, edition, ruler, titleOf) }))
    .toSorted((a, b) => Number(a.one.faults > 0) - Number(b.one.faults > 0) || b.proposal.score - a.proposal.score)
    .map(({ proposal }) => proposal);
}

/** Articles that do not begin at the same place of the same page in the same width. */
export function differences(a: Layout, b: Layout): number {
  const begin = ({ pages }: Layout): Map<string, { readonly page: number; readonly piece: PagePlan['pieces'][number] }> => {
    const out = new Map<string, { page: number; piece: PagePlan['pieces'][number] }>();
    for (const page of pages) for (const piece of page.pieces) if (!out.has(piece.article)) out.set(piece.article, { page: page.number, piece });
    return out;
  };
  const [one, other] = [begin(a), begin(b)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((article) => {
    const [x, y] = [one.get(article), other.get(article)];
    return x === undefined || y === undefined || x.page !== y.page || !sameSpot(x.piece, y.piece);
  }).length;
}
