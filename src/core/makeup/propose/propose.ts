// Several make-ups of one edition, set and judged, the best first. Two proposals
// differ in the place or span of two articles at least (where there are two): each
// search after the first looks for what does not stand as in those found before.
// Pinned pieces stay in all of them; what stands now, and what a search without the
// pins finds, are among them where the pins hold there.
import { type Layout, layoutFault, type PagePlan } from '../../model/layout';
import { differenceWords } from '../judge/difference';
import { whiteOf } from '../rules/page-white';
import { sameSpot } from '../draft/page-moves';
import { heldIn, pinsOf } from '../draft/pins';
import { behindPins } from './behind-pins';
import { withLevelFeet } from './level-feet';
import { withLevelPages } from './level-page';
import { loneWays, shapeOf } from './lone-ways';
import { faultNames } from '../judge/losses';
import { NO_OTHERS, type Others, type Placed, type PlaceOptions, placements } from '../search/place';
import { judged, type Proposal } from '../judge/proposal';
import { isSunk, reportApart } from './report-apart';
import { roomsOf } from '../judge/rooms';
import type { Candidate } from '../measure/ruler';
import type { SearchMemory } from '../draft/search-memory';
import { sparePage } from '../judge/spare-page';
import { turned } from './turned';
import { turnedAbout } from './turned-parts';
import { unlikeness } from '../judge/unlikeness';
import { UprightWays } from './upright-ways';
import type { Yardstick } from '../measure/yardstick';

/** Proposals that are wanted where none is without a fault yet, and that are enough; searches that are made for them. */
const WANTED = 4;
const ENOUGH = 3;
const ROUNDS = 5;
/** Layouts of a search that are compared with those chosen by what is said of them. */
const MOST_COMPARED = 6;
/** Searches while there are not enough good ones: of one page, of several. */
const MORE = 3;
const MORE_OF_MANY = 2;
const MORE_LED = 2;
/** Layouts of each search that may be shown. */
const MOST_SEEN = 6;
const MOST_LED = 2;
/** How bad a fault is: of loose lines alone, of holes and taboos. */
const LOOSE = 1;
const WORST = 2;
/** Points that level feet may cost, of rows around titles and lines of copyfitting: they are a bar, these are not. */
const LEVEL_FEET = 1;
/** Points that a make-up may be worth less than the best where it is level to the line and that one is not. */
const LEVEL_WORTH = 5;
/** Turns of a make-up about what is pinned, one after another. */
const MOST_TURNS = 2;
/** Searches without the pins to each one about them. */
const FREE_STEPS = 2;
/** Points by which another one is clearly better than the searches' own. */
const CLEARLY = 3;
/** Part of a page that a last one may hold for the pages before it to have room for it, in other forms: with nothing better the second search is a wider one. */
const SPARED = 0.13;
/** Part of a page that is white at the foot of the last one for the report to have a page for itself. */
const ROOM_APART = 0.15;
/** Points that it may be worth less for that than the best. */
const APART_BELOW = 30;
/** Points that a good one is worth less than the best at the most; what one unlikeness (unlikeness.ts) is worth in points, and how much of it counts. */
const MOST_BELOW = 10;
const DIFFERENT = 2;
const MOST_DIFFERENT = 6;
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
    const words = differenceWords(sorted.map(({ proposal }) => proposal.layout), candidates.map(({ article }) => article), ruler, titleOf);
    const isClean = sorted[0] !== undefined && !isFaulty(sorted[0].proposal);
    const whyOf = (proposal: Proposal, i: number): string | null => behindWords(proposal, isClean, sorted.slice(0, i).map((one) => one.proposal).filter(({ score }) => score < proposal.score));
    yield sorted.map(({ proposal }, i) => {
      const why = whyOf(proposal, i);
      return wordsOf(why === null ? proposal : { ...proposal, reasons: [why, ...proposal.reasons] }, words[i] ?? null);
    });
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
  // Feet that end a line or two above the others are brought down in what is shown alone: nothing changes its place by more than a few rows.
  const levels = new Map<Placed, Placed>();
  const levelled = (one: Placed): Placed => {
    let level = levels.get(one);
    if (level === undefined) {
      const even = withLevelFeet(one, ruler);
      const all = withLevelPages(even, ruler);
      const isBetter = all !== even && faultOf(judge(all)) <= faultOf(judge(even)) && judge(all).score >= judge(even).score - LEVEL_FEET && roomsOf(all.placement, ruler).every(({ over }) => over === 0);
      // What had a fault of its rows alone has none now.
      levels.set(one, (level = isBetter ? { ...all, faults: isFaulty(judge(all)) ? all.faults : 0 } : even));
    }
    return level;
  };
  // What has a fault stands behind what has none, though that leaves its last page nearly empty: its words tell how that page is spared.
  const better = (a: Placed, b: Placed): number => faultOf(judge(a)) - faultOf(judge(b)) || judge(b).score - judge(a).score;
  const pins = pinsOf(options.pins ?? [], ruler.master);
  const saysAlike = (a: Placed, b: Placed): boolean => judge(a).score === judge(b).score && judge(a).reasons.join() === judge(b).reasons.join();
  const lead = candidates.find(({ kind }) => kind !== 'editorial')?.article ?? null;
  const unlike = (a: Placed, b: Placed): number => unlikeness(a.placement, b.placement, lead, ruler.master.columns);
  const uprights = new UprightWays(candidates, ruler);
  // All that is worth a look, whatever the searches are led by.
  const seen: Placed[] = [];
  /** Looks at one without a fault, if it is another page than all so far. */
  const see = (one: Placed): void => {
    const key = JSON.stringify(one.placement.pages);
    if (!isFaulty(judge(one)) && seen.every((other) => JSON.stringify(other.placement.pages) !== key)) seen.push(one);
  };
  let shown: readonly Placed[] = [];
  let lone: readonly Placed[] | null = null;
  let apart: Placed | null | undefined;
  // Where each that is shown has the report torn or its title sunk, and takes several pages anyway, the last of them gives its place to one that has it whole on a page of its own (N-21).
  const withApart = (sorted: readonly Placed[]): readonly Placed[] => {
    const [best] = sorted;
    if (best === undefined || pins.length > 0 || !hasRoomApart(best, ruler) || !sorted.every((one) => isSunk(one, ruler.master.columns))) return sorted;
    if (apart === undefined) {
      const found = reportApart(candidates, options, ruler, best.placement.pages.length);
      apart = found === null ? null : levelled(found);
    }
    const one = apart;
    const differs = (other: Placed): boolean => one !== null && differences(other.placement, one.placement) >= different;
    if (one === null || !differs(best) || judge(one).score < judge(best).score - APART_BELOW || (isFaulty(judge(one)) && !isFaulty(judge(best)))) return sorted;
    return [...sorted.filter(differs).slice(0, ENOUGH - 1), one];
  };
  const free = choosing(candidates, { ...options, pins: [] }, ruler, memory, titleOf, null);
  const held = new Map<string, Placed>();
  for (let round = 0; round < ROUNDS; round++) {
    // Several pages take as many times as long to search.
    const isMany = (chosen[0]?.placement.pages.length ?? 1) > 1;
    const good = round === 0 ? [] : goodOf(seen, chosen, better, judge, different, unlike, ruler);
    // Three good ones of few searches, none of them another one mirrored, are as good as of many.
    if (chosen.length >= (round < 3 && !isMany && !chosen.some(({ faults }) => faults === 0) ? WANTED : ENOUGH) || (round >= MORE_LED && good.length >= ENOUGH && good.every((one, i) => good.slice(i + 1).every((other) => unlike(one, other) >= 1)))) {
      const [best] = good;
      // A lead below others is not given up at once (N-37).
      const enough = good.length >= ENOUGH && (round >= MORE_LED || (best !== undefined && isLed(judge(best))));
      // Nothing without a fault is worth another search.
      const isFound = seen.some((one) => !isFaulty(judge(one)));
      if (enough || round >= (isFound ? (isMany ? MORE_OF_MANY : MORE) : MORE + 1)) return;
    }
    // Nothing that a desk would print: once more, wider, whatever it is like.
    const isPoor = round === 1 && seen.every((one) => isFaulty(judge(one)) || isSpared(one, ruler));
    const others: Others = isPoor ? { ...NO_OTHERS, isPoor } : {
      pages: chosen.flatMap(({ placement }) => placement.pages), isClean: chosen.some(({ faults }) => faults === 0),
      most: Math.min(Infinity, ...chosen.filter((one) => one.led && !isFaulty(judge(one))).map(({ placement }) => placement.pages.length)),
      alike: round > 0 && candidates.length <= different ? ALIKE_OF_TWO : ALIKE[round]!, uneven: round % 2 === 0 ? NO_OTHERS.uneven : 0,
    };
    const isLevel = (one: Placed): boolean => !isFaulty(judge(one)) && judge(one).feetLines <= 1 && isWhole(one, ruler);
    const few = placements(candidates, options, ruler, memory, others, true);
    // On more pages than it takes only where there are too few others.
    const around = few.length > 0 || shown.length >= ENOUGH ? few : placements(candidates, options, ruler, memory, { ...others, most: Infinity }, true);
    // What is pinned lets a page be filled in fewer ways, and none of them need be one that stands so anyway.
    // Where none is level as it was found, the best may be when rows are given.
    const even = pins.length > 0 || seen.some(isLevel) || around.some(isLevel) ? around : [...around.slice(0, MOST_SEEN).map(levelled), ...around.slice(MOST_SEEN)].toSorted(better);
    // Make-ups without the pins in which what is pinned stands so anyway, as they are found: two searches of theirs to one of these.
    for (let step = 0; pins.length > 0 && step < FREE_STEPS; step++) {
      const next = free.next();
      if (next.done === true) break;
      for (const { placed } of next.value) for (const placement of heldIn(placed.placement, pins)) held.set(JSON.stringify(placement.pages), { ...placed, placement });
    }
    const found = pins.length === 0 ? even : [
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
    for (const one of [...found.slice(0, MOST_SEEN), ...found.filter(({ led }) => led).slice(0, MOST_LED), ...chosen]) if (!seen.includes(one)) seen.push(one);
    const goodNow = (): readonly Placed[] => goodOf(seen, chosen, better, judge, different, unlike, ruler);
    if (pins.length === 0) seen.push(...turnedOf(goodNow(), ruler));
    // Beside those that the searches are led by: what is pinned stands in them as well.
    const beside = pins.length === 0 || chosen[0] === undefined ? [] : [...held.values(), ...behindPins(chosen[0], pins, (frozen) => placements(candidates, { ...options, pins: frozen }, ruler, memory, others, true))];
    beside.slice(0, MOST_SEEN).map(levelled).forEach(see);
    // About what is pinned the searches find little; what they found is turned in its parts, and once more where that is too few.
    for (let turns = 0; pins.length > 0 && turns < MOST_TURNS && (turns === 0 || goodNow().length < ENOUGH); turns++) {
      turnedAboutPins(goodNow(), ruler).forEach(see);
    }
    shown = shownOf(seen, chosen, better, judge, different, unlike, ruler);
    const dressed = pins.length === 0 ? withUpright(shown.toSorted(better), seen, uprights, judge, different) : shown;
    if (pins.length === 0 && dressed.length < ENOUGH) lone ??= loneWays(candidates, options, ruler, dressed);
    const more = (lone ?? []).filter((one) => dressed.every((other) => shapeOf(one.placement.pages) !== shapeOf(other.placement.pages))).toSorted(better);
    const all = [...dressed, ...more.slice(0, Math.max(0, ENOUGH - dressed.length))].map(levelled).toSorted(better);
    // The first search may come to more pages than it takes.
    yield (round === 0 ? all : withApart(all)).toSorted(better).map((placed): Choice => ({ placed, proposal: judge(placed) }));
  }
}

/** Points that a make-up with one headline downwards may be worth less than the one that it is shown for: it is another look, which a desk likes to see. */
const UPRIGHT_BELOW = 1.5;
const OTHER_BELOW = 4;

/**
 * One of those that are shown with one of its headlines downwards (竖题, N-14), the last of them that has room for it; the first
 * only where it is worth more for it, so that of two as good the horizontal one is printed where nobody chooses. Else another
 * make-up that has room for one, for the last.
 */
function withUpright(shown: readonly Placed[], seen: readonly Placed[], uprights: UprightWays, judge: (one: Placed) => Proposal, different: number): readonly Placed[] {
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return shown;
  const bestOf = (one: Placed, instead: Placed, least: number): readonly Placed[] | null => {
    let best: Placed | null = null;
    for (const next of uprights.of(one)) {
      const { score } = judge(next);
      if (score < least || isFaulty(judge(next)) || (instead !== first && score > judge(first).score) || !shown.every((other) => other === instead || differences(next.placement, other.placement) >= different)) continue;
      if (best === null || score > judge(best).score) best = next;
    }
    return best === null ? null : shown.map((other) => (other === instead ? best : other));
  };
  for (const one of shown.toReversed()) {
    const made = bestOf(one, one, judge(one).score + (one === first ? Number.EPSILON : -UPRIGHT_BELOW));
    if (made !== null) return made;
  }
  if (last === first) return shown;
  for (const one of seen) {
    const proposal = judge(one);
    if (shown.includes(one) || isFaulty(proposal) || isLed(proposal) !== isLed(judge(first)) || one.placement.pages.length !== first.placement.pages.length || proposal.score < judge(last).score - OTHER_BELOW) continue;
    const made = bestOf(one, last, Math.max(judge(last).score - OTHER_BELOW, judge(first).score - MOST_BELOW));
    if (made !== null) return made;
  }
  return shown;
}

/** Those that are shown: the good ones; where they are too few what the searches chose, and what else there is, on as few pages before all else. */
function shownOf(seen: readonly Placed[], chosen: readonly Placed[], better: (a: Placed, b: Placed) => number, judge: (one: Placed) => Proposal, different: number, unlike: (a: Placed, b: Placed) => number, ruler: Yardstick): readonly Placed[] {
  const good = goodOf(seen, chosen, better, judge, different, unlike, ruler);
  const pages = good[0]?.placement.pages.length ?? 0;
  const more = (one: Placed): number => Number(one.placement.pages.length > pages);
  const differs = (one: Placed, from: readonly Placed[]): boolean => from.every((other) => differences(one.placement, other.placement) >= different);
  const rest = [...chosen, ...seen].toSorted((a, b) => more(a) - more(b) || better(a, b));
  const filled = (begin: readonly Placed[]): readonly Placed[] => {
    const out = [...begin];
    for (const one of rest) if (out.length < Math.min(ENOUGH, chosen.length) && differs(one, out)) out.push(one);
    return out;
  };
  // The best two may leave no third that is another one than both.
  let shown: readonly Placed[] = [];
  for (const begin of [good, good.slice(0, 1), chosen]) if (shown.length < Math.min(ENOUGH, chosen.length)) shown = filled(begin);
  // Where the lead can head the first page, one of them has it so (N-37), whatever else is better.
  const led = shown.some((one) => isLed(judge(one))) ? undefined : rest.find((one) => isLed(judge(one)));
  return led === undefined ? shown : [...shown.filter((other) => differs(led, [other])).slice(0, ENOUGH - 1), led];
}

/**
 * The best, and others that may stand beside it: on as many pages, without a fault, the lead as high, and worth about as much.
 * Of these the second is the one that differs most for what it is worth less, and so the third.
 */
function goodOf(seen: readonly Placed[], chosen: readonly Placed[], better: (a: Placed, b: Placed) => number, judge: (one: Placed) => Proposal, different: number, unlike: (a: Placed, b: Placed) => number, ruler: Yardstick): readonly Placed[] {
  const best = bestOf(seen, chosen, better, judge, ruler);
  if (best === undefined) return [];
  const first = judge(best);
  const good = seen.filter((one) => {
    const proposal = judge(one);
    return one !== best && !isFaulty(proposal) && proposal.score <= first.score && one.placement.pages.length === best.placement.pages.length && proposal.score >= first.score - MOST_BELOW && (isLed(proposal) || !isLed(first));
  });
  const out = [best];
  while (out.length < ENOUGH) {
    let [next, most]: [Placed | undefined, number] = [undefined, -Infinity];
    for (const one of good) {
      const far = Math.min(...out.map((other) => differences(one.placement, other.placement)));
      if (far < different) continue;
      const worth = judge(one).score + DIFFERENT * Math.min(MOST_DIFFERENT, ...out.map((other) => unlike(other, one)));
      if (worth > most) [next, most] = [one, worth];
    }
    if (next === undefined) break;
    out.push(next);
  }
  return out;
}

/** The best that the searches chose, who know of loose lines too; another one where that is better to the eye. */
function bestOf(seen: readonly Placed[], chosen: readonly Placed[], better: (a: Placed, b: Placed) => number, judge: (one: Placed) => Proposal, ruler: Yardstick): Placed | undefined {
  const [best] = levelFirst(seen.toSorted(better), judge, ruler);
  const [first] = chosen.toSorted(better);
  if (best === undefined || first === undefined) return best;
  const [one, other] = [judge(best), judge(first)];
  return faultOf(one) === faultOf(other) && isLed(one) === isLed(other) && one.score < other.score + CLEARLY && (isWhole(first, ruler) || !isWhole(best, ruler)) ? first : best;
}

/** Layouts, the best first, with one in front that is level to the line where the best is not, and that is worth little less: level feet are a bar. */
function levelFirst(sorted: readonly Placed[], judge: (one: Placed) => Proposal, ruler: Yardstick): readonly Placed[] {
  const [highest] = sorted;
  if (highest === undefined || isWhole(highest, ruler)) return sorted;
  const { score } = judge(highest);
  const isAsGood = (one: Placed): boolean => faultOf(judge(one)) === faultOf(judge(highest)) && isLed(judge(one)) === isLed(judge(highest)) && one.placement.pages.length === highest.placement.pages.length && judge(one).score >= score - LEVEL_WORTH;
  const level = sorted.find((one) => isWhole(one, ruler) && isAsGood(one));
  return level === undefined ? sorted : [level, ...sorted.filter((one) => one !== level)];
}

/** Nothing between its articles is white, nor below them where text waits for another page. */
function isWhole({ placement: { pages } }: Placed, { master: { columns, lines } }: Yardstick): boolean {
  return pages.every((page, i) => {
    const { holes, foot } = whiteOf(page, columns, lines);
    return holes === 0 && (foot === 0 || i === pages.length - 1);
  });
}

/** It takes several pages, the last of them with so much white that the report may have one of them for itself. */
function hasRoomApart({ placement: { pages } }: Placed, { master: { columns, lines } }: Yardstick): boolean {
  const last = pages.at(-1);
  return last !== undefined && pages.length > 1 && whiteOf(last, columns, lines).foot >= ROOM_APART * columns * lines;
}

/** Its last page holds so little that the pages before may have room for it. */
function isSpared({ placement }: Placed, { master }: Yardstick): boolean {
  const spare = sparePage(placement.pages, master);
  return spare !== null && spare.lines <= SPARED * master.columns * master.lines;
}

/** The same pieces the other way round, where all of their text has room so. */
function turnedOf(good: readonly Placed[], ruler: Yardstick): Placed[] {
  const { columns, lines } = ruler.master;
  return good.flatMap((one) => turned(one.placement.pages, columns).map((pages): Placed => ({ ...one, placement: { ...one.placement, pages } })))
    .filter(({ placement }) => layoutFault(placement, columns, lines) === null && roomsOf(placement, ruler).every(({ over }) => over === 0));
}

/** What is pinned where it is, others the other way round. */
function turnedAboutPins(good: readonly Placed[], ruler: Yardstick): Placed[] {
  const { columns, lines } = ruler.master;
  return good.flatMap((one) => one.placement.pages.flatMap((page) => turnedAbout(page, columns, lines).map((turned): Placed => ({ ...one, isKept: false, placement: { ...one.placement, pages: one.placement.pages.map((other) => (other === page ? turned : other)) } }))))
    .filter(({ placement }) => layoutFault(placement, columns, lines) === null && roomsOf(placement, ruler).every(({ over }) => over === 0));
}

/** The one that differs in most articles from those chosen. */
function farthest(others: readonly Placed[], chosen: readonly Placed[]): Placed | undefined {
  const distance = (one: Placed): number => Math.min(Infinity, ...chosen.map((other) => differences(one.placement, other.placement)));
  return others.toSorted((a, b) => distance(b) - distance(a))[0];
}

/**
 * Why one stands behind others, its faults by name: one that has some behind good ones (three are asked for, and this is no advice);
 * one that is worth more than some before it (`lower`) behind one of which a line is loose, and that alone. Null: its points say it.
 */
function behindWords(proposal: Proposal, isClean: boolean, lower: readonly Proposal[]): string | null {
  const names = faultNames(proposal);
  if (names.length === 0 || (!isClean && lower.length === 0)) return null;
  const isShorter = lower.length > 0 && lower.every(({ layout }) => layout.pages.length > proposal.layout.pages.length);
  const faults = `${lower.length === 0 ? '' : `分数高些，${isShorter ? '也少排一版，' : ''}可是`}留有毛病（${names.join('、')}），`;
  return isClean ? `${faults}没有找到别的没有毛病的排法，这一案只供比较` : `${faults}排在只有字距过大的一案后面`;
}

function wordsOf(proposal: Proposal, difference: string | null): Proposal {
  return difference === null ? proposal : { ...proposal, reasons: [difference, ...proposal.reasons] };
}

/** The lead of each page is at its head (N-37). */
function isLed({ taboos }: Proposal): boolean {
  return taboos.every(({ kind }) => kind !== 'lead');
}

/** It has something that is a fault in the paper's style: such a proposal stands behind all that have nothing. */
function isFaulty(proposal: Proposal): boolean {
  return faultOf(proposal) > 0;
}

/** How bad its faults are: none, a loose line alone, a taboo. Of the less the one stands before the other, whatever they are worth. */
function faultOf({ taboos }: Proposal): number {
  const faults = taboos.filter(({ severity }) => severity !== 'info');
  return faults.length === 0 ? 0 : faults.every(({ kind }) => kind === 'loose') ? LOOSE : WORST;
}

/** Articles that do not begin at the same place of the same page in the same width; where there is but one, its columns' measure tells too. */
export function differences(a: Layout, b: Layout): number {
  const begin = ({ pages }: Layout): Map<string, { readonly page: number; readonly piece: PagePlan['pieces'][number] }> => {
    const out = new Map<string, { page: number; piece: PagePlan['pieces'][number] }>();
    for (const page of pages) for (const piece of page.pieces) if (!out.has(piece.article)) out.set(piece.article, { page: page.number, piece });
    return out;
  };
  const [one, other] = [begin(a), begin(b)];
  const articles = [...new Set([...one.keys(), ...other.keys()])];
  const moved = articles.filter((article) => {
    const [x, y] = [one.get(article), other.get(article)];
    return x === undefined || y === undefined || x.page !== y.page || !sameSpot(x.piece, y.piece);
  }).length;
  return moved === 0 && articles.length === 1 && shapeOf(a.pages) !== shapeOf(b.pages) ? 1 : moved;
}
