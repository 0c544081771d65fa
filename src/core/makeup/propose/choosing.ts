// Searches for make-ups of one edition, one after another, and what is chosen of all that they
// found: each search after the first looks for what does not stand as in those chosen before.
// Beside the searches it looks at what they found turned, the report on a page of its own, and,
// where pieces are pinned, at make-ups behind the pins, and without pins in which they stand so
// anyway. In: an edition's articles. Out: after each search what is shown, the best first.
import { layoutFault, type PagePlan } from '../../model/layout';
import { heldIn, pinsOf } from '../draft/pins';
import { SearchMemory } from '../draft/search-memory';
import { oftenTorn } from '../judge/needless-jumps';
import type { Proposal } from '../judge/proposal';
import { roomsOf } from '../judge/rooms';
import type { Candidate } from '../measure/ruler';
import { Yardstick } from '../measure/yardstick';
import { whiteOf } from '../rules/page-white';
import { NO_OTHERS, type Others, type Placed, type PlaceOptions, placements } from '../search/place';
import { behindPins } from './behind-pins';
import { ENOUGH, farthest, goodOf, levelFirst, shownOf, withUpright } from './good';
import { Jury } from './jury';
import { loneWays, shapeOf } from './lone-ways';
import { isSunk, isSunkOrTorn, reportApart, textAhead } from './report-apart';
import { turned } from './turned';
import { turnedAbout } from './turned-parts';
import { UprightWays } from './upright-ways';

/** Proposals that are wanted where none is without a fault yet; searches that are made for them. */
const WANTED = 4;
const ROUNDS = 5;
/** Searches while there are not enough good ones: of one page, of several. */
const MORE = 3;
const MORE_OF_MANY = 2;
const MORE_LED = 2;
/** Layouts of a search that are compared with those chosen by what is said of them. */
const MOST_COMPARED = 6;
/** Layouts of each search that may be shown. */
const MOST_SEEN = 6;
const MOST_LED = 2;
/** The same of one that keeps the 头条 whole: all may be one another's mirror. */
const MOST_WHOLE = 12;
/** What a report's sunk title costs a search that is to find another one: more than a page's end that is not level. */
const DEAR_TITLE = 150;
/** Turns of a make-up about what is pinned, one after another. */
const MOST_TURNS = 2;
/** Searches without the pins to each one about them. */
const FREE_STEPS = 2;
/** Part of a page that is white at the foot of the last one for the report to have a page for itself. */
const ROOM_APART = 0.15;
/** Points that it may be worth less for that than the best. */
const APART_BELOW = 30;
/** What a piece that stands where it stands in another proposal costs; the more, the longer nothing else is found. */
const ALIKE = [0, 60, 120, 240, 480];
/** The same where every article must stand elsewhere: one that does not makes the layout no other one. */
const ALIKE_OF_TWO = 3000;

/** The report on a page of its own was looked for, and not found. */
const NONE = 'none';

/** A placement, and what it is worth. */
export interface Choice {
  readonly placed: Placed;
  readonly proposal: Proposal;
}

/** An edition's articles, the first of which leads, and what they are searched and set with. */
export interface Search {
  readonly candidates: readonly Candidate[];
  readonly options: PlaceOptions;
  readonly ruler: Yardstick;
  readonly memory: SearchMemory;
  readonly titleOf: (article: string) => string;
  /** A make-up of all articles with the pins in it, than which the first is no worse. */
  readonly standing: Placed | null;
}

/** The choices after each search, the best first. */
export function* choosing(search: Search): Generator<Choice[], void> {
  const all = new Choosing(search);
  let round = 0;
  for (; round < ROUNDS && !all.isEnough(round); round++) {
    all.look(round);
    yield all.choices(round);
  }
  if (all.lookForLead()) yield all.choices(round);
  if (all.lookForOneJump()) yield all.choices(round);
  if (all.lookForTitle()) yield all.choices(round);
}

class Choosing {
  private readonly jury: Jury;
  private readonly pins: readonly PagePlan[];
  private readonly uprights: UprightWays;
  /** Those that the searches are led by, each another one than the others. */
  private readonly chosen: Placed[] = [];
  /** All that is worth a look, whatever the searches are led by. */
  private readonly seen: Placed[] = [];
  private shown: readonly Placed[] = [];
  /** Make-ups without the pins, as they are found; those in which what is pinned stands so anyway, by their pages. */
  private readonly free: Generator<Choice[], void>;
  private readonly held = new Map<string, Placed>();
  /** Of an article by itself, and the report on a page of its own: looked for where they are asked for. */
  private lone: readonly Placed[] | null = null;
  private apart: Placed | typeof NONE | null = null;

  constructor(private readonly search: Search) {
    const { candidates, options, ruler, titleOf } = search;
    this.jury = new Jury(candidates, ruler, titleOf);
    this.pins = pinsOf(options.pins ?? [], ruler.master);
    this.uprights = new UprightWays(candidates, ruler);
    this.free = choosing({ ...search, options: { ...options, pins: [] }, standing: null });
  }

  /** No further search is worth its time. */
  isEnough(round: number): boolean {
    const { chosen, jury } = this;
    // Pages that a desk would not print are not enough, however many there are: once a wider search is made.
    if (round === 1 && this.isPoor()) return false;
    const good = round === 0 ? [] : this.good();
    const isChoice = good.length >= ENOUGH && good.every((one, i) => good.slice(i + 1).every((other) => jury.unlike(one, other) >= 1));
    // Three good ones of few searches, none of them another one mirrored, are as good as of many.
    if (chosen.length < (round < 3 && !this.isMany() && !chosen.some(({ faults }) => faults === 0) ? WANTED : ENOUGH) && !(round >= MORE_LED && isChoice)) return false;
    const [best] = good;
    // A lead below others is not given up at once (N-37).
    if (good.length >= ENOUGH && (round >= MORE_LED || (best !== undefined && jury.isLed(best)))) return true;
    // Nothing without a fault is worth another search.
    const isFound = this.seen.some((one) => !jury.isFaulty(one));
    return round >= (isFound ? (this.isMany() ? MORE_OF_MANY : MORE) : MORE + 1);
  }

  /** Makes one more search, and looks at what it found. */
  look(round: number): void {
    const others = this.othersOf(round);
    const found = this.found(round, others);
    this.take(round, found);
    for (const one of [...found.slice(0, MOST_SEEN), ...found.filter(({ led }) => led).slice(0, MOST_LED), ...this.chosen]) if (!this.seen.includes(one)) this.seen.push(one);
    if (this.pins.length === 0) this.seen.push(...this.turnedAll());
    else this.lookAboutPins(others);
    this.shown = shownOf(this.seen, this.chosen, this.jury);
  }

  /**
   * Where the best has its 头条 torn while smaller stories stand whole beside it, makes more searches, which keep it whole on the first page
   * and send them on: what is searched by costs alone may never come to that. Where there is a report, the first of them keeps that whole too,
   * for a page of its own. True where they found something.
   */
  lookForLead(): boolean {
    const { candidates } = this.search;
    const isTorn = (): boolean => {
      const [best] = this.shown.toSorted(this.jury.better);
      return best !== undefined && this.jury.isTorn(best);
    };
    if (this.pins.length > 0) return false;
    const before = this.seen.length;
    const hasReport = candidates.some(({ kind, head }) => kind === 'report' && head !== true);
    // What just fits a page is seldom found by chance: the last one is wide, for its time.
    const ways: readonly Pick<Others, 'whole' | 'isPoor'>[] = [...(hasReport ? [{ whole: 'report' } as const] : []), { whole: 'lead' }, { whole: 'lead', isPoor: true }];
    for (const way of ways) {
      if (!isTorn()) break;
      const voiced = this.shown.some((one) => this.isVoiced(one));
      this.placed({ ...NO_OTHERS, ...way }).slice(0, MOST_WHOLE).map(this.jury.levelled).filter((one) => this.isVoiced(one) || !voiced).forEach((one) => this.see(one));
      if (this.seen.length > before) this.seen.push(...this.turnedAll());
      this.shown = shownOf(this.seen, this.chosen, this.jury);
    }
    return this.seen.length > before;
  }

  /** Where a text of the best goes on twice though once is enough, looks at make-ups that give it the page on which it begins; true where there are some. */
  lookForOneJump(): boolean {
    const { candidates, options, ruler } = this.search;
    const [best] = this.shown.toSorted(this.jury.better);
    const often = best === undefined || this.pins.length > 0 ? undefined : oftenTorn(best.placement.pages, ruler.master)[0];
    if (best === undefined || often === undefined) return false;
    const before = this.seen.length;
    textAhead(best, often, candidates, options, ruler).map(this.jury.levelled).forEach((one) => this.see(one));
    if (this.seen.length > before) this.seen.push(...this.turnedAll());
    this.shown = shownOf(this.seen, this.chosen, this.jury);
    return this.seen.length > before;
  }

  /** Its first page has all that is boxed: the 社论 goes to no other for the 头条 to be whole. */
  private isVoiced({ placement: { pages: [first] } }: Placed): boolean {
    return this.search.candidates.every(({ article, kind }) => kind !== 'editorial' || first?.pieces.some((piece) => piece.article === article) === true);
  }

  /** Where the best has its report's title sunk, makes one more search to which such a title is dear; true where that found something. */
  lookForTitle(): boolean {
    const { candidates, options, ruler } = this.search;
    const [best] = this.shown.toSorted(this.jury.better);
    const reports = new Set(candidates.filter(({ kind }) => kind === 'report').map(({ article }) => article));
    if (this.pins.length > 0 || best === undefined || !isSunk(best, ruler.master.columns, reports)) return false;
    const dear = new Yardstick(ruler.master, ruler.measure, ruler.style, undefined, ruler.pageOf, DEAR_TITLE);
    const before = this.seen.length;
    placements(candidates, options, dear, new SearchMemory(), { ...NO_OTHERS, isPoor: true }, true).slice(0, MOST_SEEN).map(this.jury.levelled).forEach((one) => this.see(one));
    this.shown = shownOf(this.seen, this.chosen, this.jury);
    return this.seen.length > before;
  }

  /** What is shown after so many searches. */
  choices(round: number): Choice[] {
    const all = this.dressed().map(this.jury.levelled).toSorted(this.jury.better);
    // The first search may come to more pages than it takes.
    return (round === 0 ? all : this.withApart(all)).toSorted(this.jury.better).map((placed) => ({ placed, proposal: this.jury.of(placed) }));
  }

  private good(): readonly Placed[] {
    return goodOf(this.seen, this.chosen, this.jury);
  }

  /** Several pages take as many times as long to search. */
  private isMany(): boolean {
    return (this.chosen[0]?.placement.pages.length ?? 1) > 1;
  }

  /** Nothing of what was seen would be printed by a desk: each has a fault, or a page that need not be. */
  private isPoor(): boolean {
    return this.seen.every((one) => this.jury.isFaulty(one) || this.jury.isSpared(one));
  }

  private othersOf(round: number): Others {
    const { chosen, jury, search: { candidates } } = this;
    // Once more, wider, whatever it is like.
    const isPoor = round === 1 && this.isPoor();
    return isPoor ? { ...NO_OTHERS, isPoor } : {
      pages: chosen.flatMap(({ placement }) => placement.pages), isClean: chosen.some(({ faults }) => faults === 0),
      most: Math.min(Infinity, ...chosen.filter((one) => one.led && !jury.isFaulty(one)).map(({ placement }) => placement.pages.length)),
      alike: round > 0 && candidates.length <= jury.different ? ALIKE_OF_TWO : ALIKE[round]!, uneven: round % 2 === 0 ? NO_OTHERS.uneven : 0,
    };
  }

  private placed(others: Others, pins = this.search.options.pins): readonly Placed[] {
    const { candidates, options, ruler, memory } = this.search;
    return placements(candidates, { ...options, pins: pins ?? [] }, ruler, memory, others, true);
  }

  /** What a search finds, the likeliest first. */
  private found(round: number, others: Others): readonly Placed[] {
    const { jury, pins, search: { standing } } = this;
    const few = this.placed(others);
    // On more pages than it takes only where there are too few others.
    const found = few.length > 0 || this.shown.length >= ENOUGH ? few : this.placed({ ...others, most: Infinity });
    if (pins.length === 0) {
      if ([...this.seen, ...found].some((one) => jury.isLevel(one))) return found;
      // Where none is level as it was found, the best may be when rows are given.
      return [...found.slice(0, MOST_SEEN).map(jury.levelled), ...found.slice(MOST_SEEN)].toSorted(jury.better);
    }
    // What is pinned lets a page be filled in fewer ways, and none of them need be one that stands so anyway.
    for (let step = 0; step < FREE_STEPS; step++) {
      const next = this.free.next();
      if (next.done === true) break;
      for (const { placed } of next.value) for (const placement of heldIn(placed.placement, pins)) this.held.set(JSON.stringify(placement.pages), { ...placed, placement });
    }
    const unpinned = this.placed(others, []).flatMap((one) => heldIn(one.placement, pins).map((placement): Placed => ({ ...one, placement })));
    return [...(standing === null || round > 0 ? [] : [standing]), ...found, ...unpinned].toSorted(jury.better);
  }

  /** Chooses of what was found what further searches are led by: the best, and the best that is another one; later one of each search. */
  private take(round: number, found: readonly Placed[]): void {
    const { chosen, jury } = this;
    for (let taken = 0; taken < (round === 0 ? 2 : 1); taken++) {
      const others = found.filter((one) => jury.differs(one, chosen)).slice(0, MOST_COMPARED);
      // Two of which nothing different can be said are one choice: another is looked for first.
      const next = others.find((one) => !chosen.some((other) => jury.saysAlike(one, other))) ?? farthest(others, chosen);
      if (next === undefined) break;
      chosen.push(next);
    }
    // Where the lead can head the first page, one of them has it so (N-37), whatever else is better.
    if (!chosen.some(({ led }) => led)) this.keep(found.find(({ led }) => led));
    // Where one has no taboo when all is set, whatever the search held it for and whatever pages it takes, one of them is such.
    if (chosen.every((one) => jury.isFaulty(one))) this.keep(found.find((one) => !jury.isFaulty(one)));
  }

  /** One among those chosen, in the place of those that it is no other one than. */
  private keep(one: Placed | undefined): void {
    if (one !== undefined) this.chosen.splice(0, this.chosen.length, ...this.chosen.filter((other) => this.jury.differs(other, [one])), one);
  }

  /** Looks at one without a fault, if it is another page than all so far. */
  private see(one: Placed): void {
    const key = JSON.stringify(one.placement.pages);
    if (!this.jury.isFaulty(one) && this.seen.every((other) => JSON.stringify(other.placement.pages) !== key)) this.seen.push(one);
  }

  /** Beside those that the searches are led by: about what is pinned they find little. */
  private lookAboutPins(others: Others): void {
    const [first] = this.chosen;
    const beside = first === undefined ? [] : [...this.held.values(), ...behindPins(first, this.pins, (frozen) => this.placed(others, frozen))];
    beside.slice(0, MOST_SEEN).map(this.jury.levelled).forEach((one) => this.see(one));
    // What they found is turned in its parts, and once more where that is too few.
    for (let turns = 0; turns < MOST_TURNS && (turns === 0 || this.good().length < ENOUGH); turns++) {
      this.turnedParts().forEach((one) => this.see(one));
    }
  }

  /** The good ones with the same pieces the other way round. */
  private turnedAll(): readonly Placed[] {
    return this.good().flatMap((one) => turned(one.placement.pages, this.search.ruler.master.columns).map((pages): Placed => ({ ...one, placement: { ...one.placement, pages } })))
      .filter((one) => this.isSet(one));
  }

  /** The good ones with what is pinned where it is, and others the other way round. */
  private turnedParts(): readonly Placed[] {
    const { columns, lines } = this.search.ruler.master;
    return this.good().flatMap((one) => one.placement.pages.flatMap((page) => turnedAbout(page, columns, lines).map((turned): Placed => ({ ...one, isKept: false, placement: { ...one.placement, pages: one.placement.pages.map((other) => (other === page ? turned : other)) } }))))
      .filter((one) => this.isSet(one));
  }

  /** All of its text has room so. */
  private isSet({ placement }: Placed): boolean {
    const { ruler, ruler: { master: { columns, lines } } } = this.search;
    return layoutFault(placement, columns, lines) === null && roomsOf(placement, ruler).every(({ over }) => over === 0);
  }

  /** Those that are shown, with a headline downwards among them, and with an article's other measures where it is alone. */
  private dressed(): readonly Placed[] {
    const { jury, pins, search: { candidates, options, ruler } } = this;
    if (pins.length > 0) return this.shown;
    const dressed = withUpright(this.shown.toSorted(jury.better), this.seen, this.uprights, jury);
    if (dressed.length >= ENOUGH) return dressed;
    this.lone ??= loneWays(candidates, options, ruler, dressed);
    const more = this.lone.filter((one) => dressed.every((other) => shapeOf(one.placement.pages) !== shapeOf(other.placement.pages))).toSorted(jury.better);
    return [...dressed, ...more.slice(0, ENOUGH - dressed.length)];
  }

  /**
   * Where each that is shown has a fault, a text torn or the report's title sunk, the last of them gives its place to one that has it whole
   * on a page of its own (N-21), if several pages are taken anyway, or one on which its title is sunk.
   */
  private withApart(sorted: readonly Placed[]): readonly Placed[] {
    const { jury, search: { candidates, options, ruler } } = this;
    const [best] = sorted;
    if (best === undefined || this.pins.length > 0 || !this.hasRoomApart(best)) return sorted;
    // What was found by then stands beside a better title too.
    if (this.apart === null && !sorted.every((one) => jury.isFaulty(one) || isSunkOrTorn(one, ruler.master.columns))) return sorted;
    this.apart ??= levelFirst(reportApart(candidates, options, ruler, Math.max(2, best.placement.pages.length)).map(jury.levelled).toSorted(jury.better), jury)[0] ?? NONE;
    const one = this.apart;
    if (one === NONE || !jury.differs(best, [one]) || jury.scoreOf(one) < jury.scoreOf(best) - APART_BELOW || (jury.isFaulty(one) && !jury.isFaulty(best))) return sorted;
    return [...sorted.filter((other) => jury.differs(other, [one])).slice(0, ENOUGH - 1), one];
  }

  /** It takes one page, or several, the last of them with so much white that the report may have one of them for itself. */
  private hasRoomApart({ placement: { pages } }: Placed): boolean {
    const { columns, lines } = this.search.ruler.master;
    const last = pages.at(-1);
    return pages.length === 1 || (last !== undefined && whiteOf(last, columns, lines).foot >= ROOM_APART * columns * lines);
  }
}
