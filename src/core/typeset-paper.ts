// A newspaper edition made up and set: the make-up that it keeps, if that can stand,
// else one of the program's; or several proposed. What a Typesetter does for a paper,
// apart from what it remembers.
import { type Layout, layoutFault, type PagePlan, type Variant } from './model/layout';
import type { Dress } from './model/dress';
import type { PaperMaster } from './model/master';
import type { Article, Edition, Meeting, Package } from './model/package';
import type { Flow } from './flow/flow';
import { NO_OTHERS, type Placed, type PlaceOptions, placements } from './makeup/place';
import { judged, type Proposal } from './makeup/proposal';
import { proposing } from './makeup/propose';
import type { SearchMemory } from './makeup/search-memory';
import { type Candidate, Yardstick } from './makeup/yardstick';
import { fieldText } from './model/field-text';
import { PaperComposer } from './page/compose-paper';
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
  readonly titleOf: (article: string) => string;
}

/** `flowOf`: an article in its surroundings. */
export function paperSetting(edition: Edition, master: PaperMaster, articles: readonly Article[], meeting: Meeting, flowOf: (article: Article, variant: Variant) => Flow, tools: SheetTools, pictures?: Package['pictures']): PaperSetting {
  const flows = new Map<string, Flow>();
  const byId = new Map(articles.map((article) => [article.id, article]));
  const composer = new PaperComposer({
    master, sheet: tools.flower.sheet(edition.look), paper: edition.paper, date: edition.date ?? meeting.opens,
    picture: (id) => pictures?.[id] ?? null,
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
  return {
    composer, ruler: new Yardstick(master, composer, style), candidates: articles.map(({ id, kind }) => ({ article: id, kind, ...(edition.important?.includes(id) === true ? { important: true } : {}) })),
    options: {
      firstPage, mastheadRows: paper !== null && firstPage === 1 ? MASTHEAD_ROWS : 0, style,
      pins: edition.layout === undefined ? [] : edition.layout.pages.map((page) => ({ ...page, pieces: page.pieces.filter(({ article }) => byId.has(article)) })),
    },
    titleOf: (article) => fieldText(byId.get(article)?.fields['deck.main'], meeting) || article,
  };
}

/** The make-up that the edition keeps where it can stand with these articles, else the best one around what is pinned of it. */
export function placedPaper(edition: Edition, setting: PaperSetting, memory: SearchMemory): Placed {
  const { layout } = edition;
  if (layout !== undefined && stands(layout, setting)) return { placement: { pages: layout.pages, left: [], unboxed: [] }, cost: 0, faults: 0, led: true };
  return placements(setting.candidates, setting.options, setting.ruler, memory, NO_OTHERS, false)[0]!;
}

/** It has the edition's articles, no others, on the edition's pages. */
function stands(layout: Layout, { candidates, options, ruler }: PaperSetting): boolean {
  const [first] = layout.pages;
  if (first === undefined || first.number !== options.firstPage || first.mastheadRows !== options.mastheadRows) return false;
  const placed = new Set(layout.pages.flatMap(({ pieces }) => pieces.map(({ article }) => article)));
  return placed.size === candidates.length && candidates.every(({ article }) => placed.has(article)) && layoutFault(layout, ruler.master.columns, ruler.master.lines) === null;
}

/** The edition made up anew around what is pinned of these pages, the best first. */
export function remadePaper({ candidates, options, ruler }: PaperSetting, pins: readonly PagePlan[], several: boolean, memory: SearchMemory): readonly Placed[] {
  return placements(candidates, { ...options, pins }, ruler, memory, NO_OTHERS, several);
}

/** What a make-up is worth, in words. */
export function judgedPaper(placed: Placed, { candidates, ruler, titleOf }: PaperSetting): Proposal {
  return judged(placed, candidates, ruler, titleOf);
}

/** Several make-ups of the edition, the best first, more of them at each step; what is pinned stays. */
export function proposingPaper({ candidates, options, ruler, titleOf }: PaperSetting, memory: SearchMemory): Generator<Proposal[], void> {
  return proposing(candidates, options, ruler, memory, titleOf);
}
