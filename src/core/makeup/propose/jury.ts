// What the make-ups of one edition are judged by while the proposals are chosen: each once,
// whatever asks for it, and as it is shown, its feet level to the line where rows can be given.
// In: placements of one edition. Out: their proposals, and how one stands to another.
import type { PagePlan } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { tornLead } from '../judge/needless-jumps';
import { judged, type Proposal } from '../judge/proposal';
import { roomsOf } from '../judge/rooms';
import { sparePage } from '../judge/spare-page';
import { unlikeness } from '../judge/unlikeness';
import type { Candidate } from '../measure/ruler';
import type { Yardstick } from '../measure/yardstick';
import { whiteOf } from '../rules/page-white';
import type { Placed } from '../search/place';
import { differences } from './differences';
import { withLevelFeet } from './level-feet';
import { withLevelPages } from './level-page';

/** How bad what is wrong is: a loose line alone; white, or a lead that is not at its page's head; a taboo of where blocks stand, or white on a page and another one that need not be. */
export const LOOSE = 1;
const WHITE = 2;
const TABOO = 3;
/** Points by which white must be worth more than a lead below others, or a page for a few lines, to stand before it. */
const NO_TABOO = 8;
/** Part of a page that a last one may hold for it to be a hole itself (N-34): who prints it has a page more for a few lines, which a short cut or another form of the pages before spares. */
const SPARED = 0.13;
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

  /**
   * How bad what is wrong with it is, whatever it is worth: its faults; the 头条 that does not lead its page (N-37), which a style
   * may have, but never before a page that is worth more; a last page that is nearly white, which is a hole as high as the page (N-34).
   */
  rankOf(one: Placed): number {
    const proposal = this.of(one);
    const own = Math.max(faultOf(proposal), this.isLeadLow(proposal) ? WHITE : 0);
    return !this.isSpared(one) ? own : own >= WHITE ? TABOO : WHITE;
  }

  /** What it is worth beside others as bad as it: what is no taboo of the style is the better for a few points. */
  private worthOf(one: Placed): number {
    return this.scoreOf(one) + (this.isFaulty(one) ? 0 : NO_TABOO);
  }

  /** Its last page holds so little that the pages before may have room for it. */
  isSpared({ placement }: Placed): boolean {
    return isNearlyEmpty(placement.pages, this.ruler.master);
  }

  /** Its 头条 is torn, though smaller stories stand whole beside it. */
  isTorn({ placement: { pages } }: Placed): boolean {
    return this.lead !== null && tornLead(pages, this.lead, this.candidates.map(({ article }) => article)) !== null;
  }

  isFaulty(one: Placed): boolean {
    return isFaulty(this.of(one));
  }

  isLed(one: Placed): boolean {
    return isLed(this.of(one));
  }

  /** Sorts the better before: what has a fault stands behind what has none, of two as bad the one that is worth less. */
  readonly better = (a: Placed, b: Placed): number => this.rankOf(a) - this.rankOf(b) || this.worthOf(b) - this.worthOf(a);

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

  private isLeadLow({ taboos }: Proposal): boolean {
    return taboos.some(({ kind, articles }) => kind === 'lead' && this.lead !== null && articles.includes(this.lead));
  }

  private madeLevel(one: Placed): Placed {
    const even = withLevelFeet(one, this.ruler);
    const all = withLevelPages(even, this.ruler);
    const isBetter = all !== even && this.rankOf(all) <= this.rankOf(even) && this.scoreOf(all) >= this.scoreOf(even) - LEVEL_FEET && roomsOf(all.placement, this.ruler).every(({ over }) => over === 0);
    // What had a fault of its rows alone has none now.
    return isBetter ? { ...all, faults: this.isFaulty(all) ? all.faults : 0 } : even;
  }
}

/** The last of several pages holds so little that the pages before may have room for it. */
export function isNearlyEmpty(pages: readonly PagePlan[], master: PaperMaster): boolean {
  const spare = sparePage(pages, master);
  return spare !== null && spare.lines <= SPARED * master.columns * master.lines;
}

/** The lead of each page is at its head (N-37). */
export function isLed({ taboos }: Proposal): boolean {
  return taboos.every(({ kind }) => kind !== 'lead');
}

/** It has something that is a fault in the paper's style: such a proposal stands behind all that have nothing. */
export function isFaulty(proposal: Proposal): boolean {
  return faultOf(proposal) > 0;
}

/** How bad its faults are: none, a loose line alone, white alone, a taboo. Of the less the one stands before the other, whatever they are worth. */
export function faultOf({ taboos }: Proposal): number {
  return Math.max(0, ...taboos.filter(({ severity }) => severity !== 'info').map(({ kind }) => (kind === 'loose' ? LOOSE : kind === 'hole' || kind === 'tail' ? WHITE : TABOO)));
}
