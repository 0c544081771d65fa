// A newspaper edition made up and set: the make-up that it keeps, if that can stand,
// else one of the program's; or several proposed. What a Typesetter does for a paper,
// apart from what it remembers.
import type { BlockName, Layout, PagePlan, Variant } from './model/layout';
import type { Dress } from './model/dress';
import type { PaperMaster } from './model/master';
import type { Article, Edition, Meeting, Package } from './model/package';
import type { Flow } from './flow/flow';
import type { Worth } from './makeup/hand/hand-act';
import { type Followed, followed, type Renumbered, renumbered } from './makeup/hand/follow-edition';
import { outranking } from './makeup/rules/outranks';
import { NO_OTHERS, type Placed, type PlaceOptions, placements, waitingFor } from './makeup/search/place';
import { judged, type Proposal, weighed } from './makeup/judge/proposal';
import { headedPages } from './makeup/propose/headed-pages';
import type { Steps } from './makeup/measure/steps';
import { bestPlaced, proposing } from './makeup/propose/propose';
import { roomsOf } from './makeup/judge/rooms';
import type { AtHead, Candidate } from './makeup/measure/ruler';
import type { SearchMemory } from './makeup/draft/search-memory';
import { Yardstick } from './makeup/measure/yardstick';
import { nameOfArticle } from './model/article-name';
import { pageNamer } from './model/page-name';
import { PaperComposer } from './page/compose-paper';
import type { Standing } from './page/fit-deck';
import type { SheetTools } from './page/sheet-page';

/** Rows of the type area that a 报头 takes (TYPESETTING 2.2; by eye). */
const MASTHEAD_ROWS = 12;

const PLAIN: Dress = {};

/** A newspaper edition with all that its make-up asks. */
export interface PaperSetting {
  readonly composer: PaperComposer;
  readonly ruler: Yardstick;
  readonly candidates: readonly Candidate[];
  readonly options: PlaceOptions;
  /** The make-up that the edition keeps, on its pages; null: none. */
  readonly kept: Renumbered | null;
  readonly titleOf: (article: string) => string;
}

/** `flowOf`: an article in its surroundings. */
export function paperSetting(edition: Edition, master: PaperMaster, articles: readonly Article[], meeting: Meeting, flowOf: (article: Article, variant: Variant) => Flow, tools: SheetTools, pictures?: Package['pictures']): PaperSetting {
  const flows = new Map<string, Flow>();
  const byId = new Map(articles.map((article) => [article.id, article]));
  const head = headOf(articles)?.id;
  const candidates = articles.map(({ id, kind, doc }): Candidate => ({
    article: id, kind, characters: doc.textContent.length, ...(id === head ? { head: true } : {}), ...(edition.important?.includes(id) === true ? { important: true } : {}), ...(pictures?.[id] === undefined ? {} : { pictured: true }),
  }));
  const composer = new PaperComposer({
    master, sheet: tools.flower.sheet(edition.look), paper: edition.paper, date: edition.date ?? meeting.opens,
    picture: (id) => pictures?.[id] ?? null,
    standing: (id) => standingAmong(articles, id, edition),
    outranks: outranking(candidates),
    dress: (id) => edition.dress?.[id] ?? PLAIN,
    flow: (id, variant) => {
      const key = `${variant} ${id}`;
      let flow = flows.get(key);
      if (flow === undefined) flows.set(key, (flow = flowOf(byId.get(id)!, variant)));
      return flow;
    },
  }, tools);
  const { paper } = edition;
  const firstPage = paper?.firstPage ?? 1;
  const style = paper?.style ?? 'interlocked';
  const mastheadRows = paper !== null && firstPage === 1 ? MASTHEAD_ROWS : 0;
  const kept = edition.layout === undefined ? null : renumbered(edition.layout, { firstPage, mastheadRows, articles: new Set(byId.keys()), lines: master.lines, pageOf: pageNamer(paper) });
  return {
    composer, ruler: new Yardstick(master, composer.measurer, style, undefined, pageNamer(paper)), candidates,
    options: { firstPage, mastheadRows, style, pins: kept?.pages ?? [] },
    kept,
    titleOf: (article) => nameOfArticle({ articles, meeting }, article),
  };
}

/** Characters of text up to which a headline is a brief's, and a short piece's. */
const BRIEF = 150;
const SHORT = 320;

/** 头条: the first that is no editorial. */
export function headOf(articles: readonly Article[]): Article | undefined {
  return articles.find(({ kind }) => kind !== 'editorial') ?? articles[0];
}

/**
 * N-11, N-37: the 头条 leads the edition; on an inner page its work report does, whose title is of another rule (N-21): there the 头条
 * is set as the others are, none of which is larger (outranks.ts). What is 重要 comes next, then by length.
 */
function standingAmong(articles: readonly Article[], id: string, { paper, important = [] }: Edition): Standing {
  const head = headOf(articles);
  const report = (paper?.firstPage ?? 1) === 1 ? undefined : articles.find(({ kind }) => kind === 'report');
  if (id === (report ?? head)?.id) return 'lead';
  if (important.includes(id)) return 'important';
  const length = articles.find((one) => one.id === id)?.doc.textContent.length ?? Infinity;
  return length <= BRIEF ? 'brief' : length <= SHORT ? 'short' : 'plain';
}

/** A make-up that an edition is printed with. */
export interface MadeUp {
  readonly placed: Placed;
  readonly proposal: Proposal;
  /** What it was worth when it was found: text is typed into it since. */
  readonly worth: number;
  /** It was found for another text, and another may be better now. */
  readonly isOld: boolean;
  /** What became of the make-up that the edition keeps where the edition is another one since, in Chinese; empty: nothing. */
  readonly follows: string;
}

/** Pages of text of an edition that is printed as the first proposal has it: proposing a longer one takes seconds. */
const MOST_PROPOSED = 4;
/** Points that a make-up may lose by typing before another is looked for. */
const MOST_LOST = 1;

/**
 * The make-up that the edition keeps where it can stand with these articles; else the best one around what is pinned of it, the
 * first proposal. `last`: one that the edition was made up with before its text changed, which does as long as the text fits it.
 */
export function madePaper(setting: PaperSetting, memory: SearchMemory, last: MadeUp | null): MadeUp {
  // Where new articles stand is looked for once, not at each letter that is typed.
  if (last !== null && last.follows !== '' && last.placed.isKept === true) return { ...last, proposal: judgedPaper(last.placed, setting), isOld: true };
  const kept = followedOf(setting, memory);
  const made = (placed: Placed): MadeUp => {
    const proposal = judgedPaper(placed, setting);
    return { placed, proposal, worth: proposal.score, isOld: false, follows: kept?.words ?? '' };
  };
  const standing = standingOf(kept);
  if (standing !== null) return made(standing);
  if (last !== null) {
    const proposal = judgedPaper(last.placed, setting);
    if (proposal.score >= last.worth - MOST_LOST && fits(last.placed, setting)) return { ...last, proposal, isOld: true };
  }
  const { candidates, options, ruler, titleOf } = setting;
  const best = pagesOfText(setting) > MOST_PROPOSED ? null : bestPlaced({ candidates, options, ruler, memory, titleOf, standing: null });
  return made(best ?? placements(candidates, options, ruler, memory, NO_OTHERS, false)[0]!);
}

/** All of the text has its room. */
function fits({ placement }: Placed, { ruler }: PaperSetting): boolean {
  return placement.left.length === 0 && roomsOf(placement, ruler).every(({ over }) => over === 0);
}

/** Pages that the text alone fills, about. */
function pagesOfText({ candidates, ruler }: PaperSetting): number {
  const { columns, characters, lines } = ruler.master;
  return waitingFor(candidates, ruler).reduce((sum, one) => sum + ruler.characters(one), 0) / (columns * characters * lines);
}

/** The make-up that the edition keeps, with the edition's articles on its pages; null where it keeps none. */
function followedOf({ kept, candidates, options, ruler, titleOf }: PaperSetting, memory: SearchMemory): Followed | null {
  return kept === null ? null : followed(kept, { candidates, options, ruler, memory, titleOf });
}

/** It as a placement, where it can stand. */
function standingOf(kept: Followed | null): Placed | null {
  return kept === null || kept.layout === null ? null : { placement: { pages: kept.layout.pages, left: [], unboxed: [] }, cost: 0, faults: 0, led: true, isKept: true };
}

/** The edition made up anew around what is pinned of these pages, the best first. */
export function remadePaper({ candidates, options, ruler }: PaperSetting, pins: readonly PagePlan[], several: boolean, memory: SearchMemory): readonly Placed[] {
  return placements(candidates, { ...options, pins }, ruler, memory, NO_OTHERS, several);
}

/** One page of a layout made up anew with a block at its head. */
export function headedPaper({ candidates, ruler }: PaperSetting, layout: Layout, name: BlockName, at: Pick<AtHead, 'column' | 'columns'>, memory: SearchMemory): Steps<PagePlan[]> {
  return headedPages(layout, name, at, candidates, ruler, memory);
}

/** What a make-up is worth, in words. */
export function judgedPaper(placed: Placed, { candidates, ruler, titleOf }: PaperSetting): Proposal {
  return judged(placed, candidates, ruler, titleOf);
}

/** What a layout by hand is worth, with what takes how much of it. */
export function worthOfPaper({ pages }: Layout, { candidates, ruler, titleOf }: PaperSetting): Worth {
  const { proposal, losses } = weighed({ placement: { pages, left: [], unboxed: [] }, cost: 0, faults: 0, led: true, isKept: true }, candidates, ruler, titleOf);
  return { score: proposal.score, losses, left: 100 - losses.reduce((sum, { points }) => sum + points, 0) };
}

/** Several make-ups of the edition, the best first, more of them at each step; what is pinned of the one that it keeps stays. */
export function proposingPaper(setting: PaperSetting, memory: SearchMemory): Generator<Proposal[], void> {
  const { candidates, options, ruler, titleOf } = setting;
  const standing = standingOf(followedOf(setting, memory));
  return proposing({ candidates, options, ruler, memory, titleOf, standing: standing !== null && fits(standing, setting) ? standing : null });
}
