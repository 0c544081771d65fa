// What the make-ups of one edition are judged by while the proposals are chosen: each once,
// whatever asks for it, and as it is shown, its feet level to the line where rows can be given.
// In: placements of one edition. Out: their proposals, and how one stands to another.
import { judged, type Proposal } from '../judge/proposal';
import { roomsOf } from '../judge/rooms';
import { unlikeness } from '../judge/unlikeness';
import type { Candidate } from '../measure/ruler';
import type { Yardstick } from '../measure/yardstick';
import { whiteOf } from '../rules/page-white';
import type { Placed } from '../search/place';
import { differences } from './differences';
import { withLevelFeet } from './level-feet';
import { withLevelPages } from './level-page';

/** How bad a fault is: of loose lines alone, of holes and taboos. */
const LOOSE = 1;
const WORST = 2;
/** Points that level feet may cost, of rows around titles and lines of copyfitting: they are a bar, these are not. */
const LEVEL_FEET = 1;
/** Articles in which two proposals differ at the least, where there are so many. */
const DIFFERENT = 2;

export class Jury {
  /** Articles in which two proposals of the edition differ at the least. */
  readonly different: number;
  private readonly lead: string | null;
  private readonly known = new Map<Placed, Proposal>();
  private readonly levels = new Map<Placed, Placed>();

  /** `titleOf` names an article in the words. */
  constructor(private readonly candidates: readonly Candidate[], readonly ruler: Yardstick, private readonly titleOf: (article: string) => string) {
    this.different = Math.min(DIFFERENT, candidates.length);
    this.lead = candidates.find(({ kind }) => kind !== 'editorial')?.article ?? null;
  }

  of(one: Placed): Proposal {
    let proposal = this.known.get(one);
    if (proposal === undefined) this.known.set(one, (proposal = judged(one, this.candidates, this.ruler, this.titleOf)));
    return proposal;
  }

  scoreOf(one: Placed): number {
    return this.of(one).score;
  }

  faultOf(one: Placed): number {
    return faultOf(this.of(one));
  }

  isFaulty(one: Placed): boolean {
    return isFaulty(this.of(one));
  }

  isLed(one: Placed): boolean {
    return isLed(this.of(one));
  }

  /** Sorts the better before: what has a fault stands behind what has none, though that leaves its last page nearly empty: its words tell how that page is spared. */
  readonly better = (a: Placed, b: Placed): number => this.faultOf(a) - this.faultOf(b) || this.scoreOf(b) - this.scoreOf(a);

  /** Nothing different can be said of the two. */
  saysAlike(a: Placed, b: Placed): boolean {
    return this.scoreOf(a) === this.scoreOf(b) && this.of(a).reasons.join() === this.of(b).reasons.join();
  }

  /** How much of a choice the one is beside the other (unlikeness.ts). */
  unlike(a: Placed, b: Placed): number {
    return unlikeness(a.placement, b.placement, this.lead, this.ruler.master.columns);
  }

  /** It is another one than each of these: proposals may stand beside each other. */
  differs(one: Placed, from: readonly Placed[]): boolean {
    return from.every((other) => differences(one.placement, other.placement) >= this.different);
  }

  /** Nothing between its articles is white, nor below them where text waits for another page. */
  isWhole({ placement: { pages } }: Placed): boolean {
    const { columns, lines } = this.ruler.master;
    return pages.every((page, i) => {
      const { holes, foot } = whiteOf(page, columns, lines);
      return holes === 0 && (foot === 0 || i === pages.length - 1);
    });
  }

  /** Without a fault, level to the line and whole. */
  isLevel(one: Placed): boolean {
    return !this.isFaulty(one) && this.of(one).feetLines <= 1 && this.isWhole(one);
  }

  /** As it is shown: feet that end a line or two above the others are brought down; nothing changes its place by more than a few rows. */
  readonly levelled = (one: Placed): Placed => {
    let level = this.levels.get(one);
    if (level === undefined) this.levels.set(one, (level = this.madeLevel(one)));
    return level;
  };

  private madeLevel(one: Placed): Placed {
    const even = withLevelFeet(one, this.ruler);
    const all = withLevelPages(even, this.ruler);
    const isBetter = all !== even && this.faultOf(all) <= this.faultOf(even) && this.scoreOf(all) >= this.scoreOf(even) - LEVEL_FEET && roomsOf(all.placement, this.ruler).every(({ over }) => over === 0);
    // What had a fault of its rows alone has none now.
    return isBetter ? { ...all, faults: this.isFaulty(all) ? all.faults : 0 } : even;
  }
}

/** The lead of each page is at its head (N-37). */
export function isLed({ taboos }: Proposal): boolean {
  return taboos.every(({ kind }) => kind !== 'lead');
}

/** It has something that is a fault in the paper's style: such a proposal stands behind all that have nothing. */
export function isFaulty(proposal: Proposal): boolean {
  return faultOf(proposal) > 0;
}

/** How bad its faults are: none, a loose line alone, a taboo. Of the less the one stands before the other, whatever they are worth. */
function faultOf({ taboos }: Proposal): number {
  const faults = taboos.filter(({ severity }) => severity !== 'info');
  return faults.length === 0 ? 0 : faults.every(({ kind }) => kind === 'loose') ? LOOSE : WORST;
}
