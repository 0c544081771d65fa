// Several make-ups of one edition, set and judged, the best first. Two proposals
// differ in the place or span of two articles at least (where there are two): each
// search after the first looks for what does not stand as in those found before.
// Pinned pieces stay in all of them; what stands now, and what a search without the
// pins finds, are among them where the pins hold there.
import type { Layout, PagePlan } from '../model/layout';
import { differenceWords } from './difference';
import { sameSpot } from './page-moves';
import { heldIn, pinsOf } from './pins';
import { NO_OTHERS, type Placed, type PlaceOptions, placements } from './place';
import { judged, type Proposal } from './proposal';
import type { SearchMemory } from './search-memory';
import type { Candidate, Yardstick } from './yardstick';

/** Proposals that are wanted where none is without a fault yet, and that are enough; searches that are made for them. */
const WANTED = 4;
const ENOUGH = 3;
const ROUNDS = 5;
/** Layouts of a search that are compared with those chosen by what is said of them. */
const MOST_COMPARED = 6;
/** What a piece that stands where it stands in another proposal costs; the more, the longer nothing else is found. */
const ALIKE = [0, 60, 120, 240, 480];
/** The same where every article must stand elsewhere: one that does not makes the layout no other one. */
const ALIKE_OF_TWO = 3000;

/**
 * Make-ups of the articles, the first of which leads, the best first: at least one, then those with one more search, and so on, so
 * that who waits sees some at once and may stop. `titleOf` names an article in their words; `standing`: a make-up of all articles
 * with the pins in it, than which the first is no worse.
 */
export function* proposing(
  candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, memory: SearchMemory, titleOf: (article: string) => string, standing: Placed | null = null,
): Generator<Proposal[], void> {
  for (const sorted of choosing(candidates, options, ruler, memory, titleOf, standing)) {
    const words = differenceWords(sorted.map(({ proposal }) => proposal.layout), candidates.map(({ article }) => article), ruler.master, titleOf);
    yield sorted.map(({ proposal }, i) => (wordsOf(proposal, words[i] ?? null)));
  }
}

/** The make-up that `proposing` comes to put first: what is printed where nobody has chosen one. */
export function bestPlaced(candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, memory: SearchMemory, titleOf: (article: string) => string): Placed | null {
  let best: Placed | null = null;
  for (const [first] of choosing(candidates, options, ruler, memory, titleOf, null)) best = first?.placed ?? best;
  return best;
}

/** A placement, and what it is worth. */
interface Choice {
  readonly placed: Placed;
  readonly proposal: Proposal;
}

/** The choices after each search, the best first. */
function* choosing(
  candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, memory: SearchMemory, titleOf: (article: string) => string, standing: Placed | null,
): Generator<Choice[], void> {
  const different = Math.min(2, candidates.length);
  const chosen: Placed[] = [];
  const known = new Map<Placed, Proposal>();
  const judge = (one: Placed): Proposal => {
    let proposal = known.get(one);
    if (proposal === undefined) known.set(one, (proposal = judged(one, candidates, ruler, titleOf)));
    return proposal;
  };
  const better = (a: Placed, b: Placed): number => Number(isFaulty(judge(a))) - Number(isFaulty(judge(b))) || judge(b).score - judge(a).score;
  const pins = pinsOf(options.pins ?? [], ruler.master);
  const saysAlike = (a: Placed, b: Placed): boolean => judge(a).score === judge(b).score && judge(a).reasons.join() === judge(b).reasons.join();
  for (let round = 0; round < ROUNDS; round++) {
    // Several pages take as many times as long to search.
    const isMany = (chosen[0]?.placement.pages.length ?? 1) > 1;
    if (chosen.length >= (round < 3 && !isMany && !chosen.some(({ faults }) => faults === 0) ? WANTED : ENOUGH)) return;
    const others = { pages: chosen.flatMap(({ placement }) => placement.pages), isClean: chosen.some(({ faults }) => faults === 0), alike: round > 0 && candidates.length <= different ? ALIKE_OF_TWO : ALIKE[round]!, uneven: round % 2 === 0 ? NO_OTHERS.uneven : 0 };
    const around = placements(candidates, options, ruler, memory, others, true);
    // What is pinned lets a page be filled in fewer ways, and none of them need be one that stands so anyway.
    const found = pins.length === 0 ? around : [
      ...(standing === null || round > 0 ? [] : [standing]), ...around,
      ...placements(candidates, { ...options, pins: [] }, ruler, memory, others, true).flatMap((one) => heldIn(one.placement, pins).map((placement): Placed => ({ ...one, placement }))),
    ].toSorted(better);
    // The best, and the best that is another one; later one of each search.
    for (let taken = 0; taken < (round === 0 ? 2 : 1); taken++) {
      const others = found.filter((one) => chosen.every((other) => differences(one.placement, other.placement) >= different)).slice(0, MOST_COMPARED);
      // Two of which nothing different can be said are one choice: another is looked for first.
      const next = others.find((one) => !chosen.some((other) => saysAlike(one, other))) ?? farthest(others, chosen);
      if (next === undefined) break;
      chosen.push(next);
    }
    const keep = (one: Placed | undefined): void => {
      if (one !== undefined) chosen.splice(0, chosen.length, ...chosen.filter((other) => differences(one.placement, other.placement) >= different), one);
    };
    // Where the lead can head the first page, one of them has it so (N-37), whatever else is better.
    if (!chosen.some(({ led }) => led)) keep(found.find(({ led }) => led));
    // Where one has no taboo when all is set, whatever the search held it for and whatever pages it takes, one of them is such.
    if (chosen.every((one) => isFaulty(judge(one)))) keep(found.find((one) => !isFaulty(judge(one))));
    yield chosen.toSorted(better).map((placed): Choice => ({ placed, proposal: judge(placed) }));
  }
}

/** The one that differs in most articles from those chosen. */
function farthest(others: readonly Placed[], chosen: readonly Placed[]): Placed | undefined {
  const distance = (one: Placed): number => Math.min(Infinity, ...chosen.map((other) => differences(one.placement, other.placement)));
  return others.toSorted((a, b) => distance(b) - distance(a))[0];
}

function wordsOf(proposal: Proposal, difference: string | null): Proposal {
  return difference === null ? proposal : { ...proposal, reasons: [difference, ...proposal.reasons] };
}

/** It has something that is a fault in the paper's style: such a proposal stands behind all that have nothing. */
function isFaulty({ taboos }: Proposal): boolean {
  return taboos.some(({ severity }) => severity !== 'info');
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
