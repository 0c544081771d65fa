// 见报略 for an edition as it is made up: what may be left out for a text to fit its block, for
// a jump not to be needed, or for the edition to need a page less. In: the pages, and the
// article whose block is selected (none: of the edition alone). Out: whole sentences, word for
// word, by article, and the pages after it, or why nothing is left out, in Chinese. A page less
// is first looked for in the longest article; where that is too much of it in several, the
// least important giving most; an editorial, a resolution and a notice stay whole.
import type { PackageChange } from '../../model/change';
import { type Layout, layoutChange, type PagePlan } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { ArticleKind } from '../../model/package';
import type { TextCut } from '../../model/propose-cut';
import { quoted } from '../../model/quote';
import { joinByHand } from './jump-by-hand';
import type { Placed } from '../search/place';
import type { BlockRoom } from '../judge/rooms';
import { type SparePage, sparePage } from '../judge/spare-page';

/** What one article leaves out. */
export interface Omitted {
  readonly article: string;
  readonly cut: TextCut;
}

export interface Omission {
  /** Lines without room here; a jump; the edition's last page. */
  readonly why: 'over' | 'jump' | 'page';
  /** 版次 that it fits on then; of the page that is spared. */
  readonly page: number;
  readonly parts: readonly Omitted[];
  readonly characters: number;
  /** The pages then; null where they are made up anew. */
  readonly layout: Layout | null;
  /** What the pages are worth then, as it is told; left out where they are made up anew. */
  readonly score?: number;
}

export type OmissionAnswer = { readonly ok: true; readonly omission: Omission } | { readonly ok: false; readonly reason: string };

/** What is asked of the edition; `parts`: without these. */
export interface OmissionTools {
  readonly master: PaperMaster;
  /** The edition's articles, the lead first. */
  readonly edition: readonly string[];
  readonly important: readonly string[];
  readonly titleOf: (article: string) => string;
  /** What the paper calls a page. */
  readonly pageOf: (number: number) => string;
  readonly kindOf: (article: string) => ArticleKind;
  /** How each block of a layout meets its room. */
  readonly rooms: (layout: Layout, parts: readonly Omitted[]) => readonly BlockRoom[];
  /** Lines that an article takes at the paper's measure. */
  readonly lines: (article: string, parts: readonly Omitted[]) => number;
  /** Sentences of an article; `overAfter`: lines that are still too many. */
  readonly propose: (article: string, lines: number, measure: number, overAfter: (cut: Omitted) => number) => TextCut | null;
  /** What a layout is worth without these, as it is told. */
  readonly scoreOf: (layout: Layout, parts: readonly Omitted[]) => number;
  /** The edition made up anew, what is pinned of these pages where it is; the best first. */
  readonly remake: (pins: readonly PagePlan[], parts: readonly Omitted[]) => readonly Placed[];
}

/**
 * Parts of the lines that stand on a page which are left out for it to be spared, the least first: its headlines are wider than
 * they would be beside others, the pages before it have rows given away to level their feet, and how much of that a tighter page
 * gets back only making it up tells.
 */
const TRIED = [0.15, 0.25, 0.35, 0.5, 0.75, 1, 1.3, 1.6] as const;
/** Part of an article that goes at the most where several give something: less than where one does (propose-cut.ts). */
const MOST_PART = 0.3;
/** What articles give of their length, beside each other: the lead and what is 重要 less than the others, a report less still. */
const GIVES = { lead: 0.5, important: 0.6, plain: 1 } as const;
const REPORT = 0.4;

/** What was resolved, announced or says the paper's own opinion is printed whole. */
const WHOLE: ReadonlySet<ArticleKind> = new Set<ArticleKind>(['editorial', 'resolution', 'notice']);

/** What is left out for a block (`article`), or, with null, for the edition to need a page less. */
export function omissionOf(layout: Layout, article: string | null, tools: OmissionTools): OmissionAnswer {
  if (article === null) return ofPage(layout, null, tools);
  const own = ownOf(layout, article);
  const over = overIn(own, [], tools);
  if (over > 0) {
    const cut = fittingCut(own, article, over, tools);
    const page = layout.pages.find(({ pieces }) => pieces.some((piece) => piece.article === article))?.number ?? 0;
    return cut === null ? refuse('找不到合适的整句可略：在稿件里选定文字，再用“见报略”') : { ok: true, omission: { why: 'over', page, parts: [{ article, cut }], characters: cut.characters, layout, score: tools.scoreOf(layout, [{ article, cut }]) } };
  }
  const begins = layout.pages.find(({ pieces }) => pieces.some((piece) => piece.article === article && piece.from === null && piece.to !== null));
  return begins === undefined ? ofPage(layout, article, tools) : ofJump(layout, article, begins.number, tools);
}

/** The changes that leave it out, the pages as they are then among them: one step of undo. */
export function omissionChanges(edition: Parameters<typeof layoutChange>[0], { layout, parts }: Omission): PackageChange[] {
  const isKept = JSON.stringify(edition.layout ?? null) === JSON.stringify(layout);
  return [...(isKept ? [] : [layoutChange(edition, layout)]), ...parts.map(({ cut }) => cut.change)];
}

const refuse = (reason: string): OmissionAnswer => ({ ok: false, reason });

/** A layout with the blocks of one article alone. */
function ownOf({ pages }: Layout, article: string): Layout {
  return { pages: pages.map((plan) => ({ ...plan, pieces: plan.pieces.filter((piece) => piece.article === article) })).filter(({ pieces }) => pieces.length > 0) };
}

function overIn(layout: Layout, parts: readonly Omitted[], { rooms }: OmissionTools): number {
  return rooms(layout, parts).reduce((sum, { over }) => sum + over, 0);
}

/** Sentences without which an article fits its blocks. */
function fittingCut(own: Layout, article: string, over: number, tools: OmissionTools): TextCut | null {
  return tools.propose(article, over, measureOf(own, article, tools), (cut) => overIn(own, [cut], tools));
}

/** Characters of a line of the columns in which it ends. */
function measureOf(own: Layout, article: string, tools: OmissionTools): number {
  return tools.rooms(own, []).findLast((room) => room.article === article)?.measure ?? tools.master.characters;
}

/** What would bring an article that jumps back onto the page where it begins. */
function ofJump(layout: Layout, article: string, page: number, tools: OmissionTools): OmissionAnswer {
  const name = quoted(tools.titleOf(article));
  const joined = joinByHand(layout, article, name, tools.pageOf);
  if (typeof joined === 'string') return refuse(joined);
  const own = ownOf(joined, article);
  const over = overIn(own, [], tools);
  if (over === 0) return refuse(`${name}${tools.pageOf(page)}上排得下全文，不用略：按 J 并回一版`);
  const cut = fittingCut(own, article, over, tools);
  if (cut !== null) return { ok: true, omission: { why: 'jump', page, parts: [{ article, cut }], characters: cut.characters, layout: joined, score: tools.scoreOf(joined, [{ article, cut }]) } };
  return refuse(`${name}要略约 ${tools.rooms(own, []).reduce((sum, { overCharacters = 0 }) => sum + overCharacters, 0)} 字（${over} 行）才能并回${tools.pageOf(page)}，整句里略不出这么多：在稿件里选定文字按 Ctrl+Alt+N，或把它在${tools.pageOf(page)}的版块加高、加宽`);
}

/** What would spare the last page: of the article that gives it alone, else of several. */
function ofPage(layout: Layout, article: string | null, tools: OmissionTools): OmissionAnswer {
  const spare = sparePage(layout.pages, tools.master);
  if (spare === null) return refuse(article === null ? '最后一版不是几乎空着，不用略' : '这一块排得下，不用略');
  const alone = spare.article === null || givesOf(spare.article, tools) === 0 ? null : spare.article;
  if (article !== null && alone !== null && alone !== article) return refuse(`这一块排得下。要不排${tools.pageOf(spare.page)}，选中${quoted(tools.titleOf(alone))}再按 L`);
  const pins = layout.pages;
  const isPinned = pins.some(({ pieces }) => pieces.some(({ pinned }) => pinned === true));
  let tried = 0;
  let spared: Omission | null = null;
  for (const part of TRIED) {
    const wanted = Math.ceil(part * spare.characters / tools.master.characters);
    const one = alone === null ? null : partOf(alone, wanted, tools);
    const found = one === null ? spread(wanted, layout, tools) : [one];
    if (found === null) break;
    tried = found.reduce((sum, { cut }) => sum + cut.characters, 0);
    const [best] = tools.remake(isPinned ? pins : [], found);
    if (best === undefined || best.placement.left.length > 0 || best.placement.pages.length >= layout.pages.length) continue;
    spared = { why: 'page', page: spare.page, parts: found, characters: tried, layout: isPinned ? { pages: best.placement.pages } : null };
    // With a fault on its pages another make-up may be printed, on as many pages as now: more is tried.
    if (best.faults === 0) break;
  }
  if (spared !== null) return { ok: true, omission: spared };
  return refuse(tried === 0 ? noneWords(spare, tools) : `略去 ${tried} 字，${tools.pageOf(spare.page)}还是省不下来${isPinned ? '：锁定的版块占着地方，先解锁（Ctrl+Alt+L）再按 L' : '：补稿、配图，或撤下一篇'}`);
}

function noneWords({ page, characters }: SparePage, { edition, titleOf, pageOf }: OmissionTools): string {
  const [lead] = edition;
  return `要不排${pageOf(page)}，至多要略约 ${characters} 字，各篇整句里略不出这么多：在稿件里选定文字按 Ctrl+Alt+N${edition.length > 1 && lead !== undefined ? `，或撤下${quoted(titleOf(lead))}以外的一篇` : ''}`;
}

/** Sentences of one article, so many lines of the paper's measure; null where it has not so much. */
function partOf(article: string, wanted: number, tools: OmissionTools): Omitted | null {
  const before = tools.lines(article, []);
  const cut = tools.propose(article, wanted, tools.master.characters, (one) => Math.max(0, wanted - before + tools.lines(article, [one])));
  return cut === null ? null : { article, cut };
}

/** So many lines from several articles, the least important first; null where all of them have not so much. */
function spread(wanted: number, layout: Layout, tools: OmissionTools): Omitted[] | null {
  const placed = new Set(layout.pages.flatMap(({ pieces }) => pieces.map((piece) => piece.article)));
  const givers = tools.edition.filter((article) => placed.has(article)).map((article) => ({ article, gives: givesOf(article, tools), lines: tools.lines(article, []) })).filter(({ gives }) => gives > 0);
  const shares = sharesOf(wanted, givers);
  if (shares === null) return null;
  const parts: Omitted[] = [];
  let left = wanted;
  // What one has not in whole sentences the next gives beside its own.
  let owed = 0;
  for (const { article, lines } of givers.toSorted((a, b) => b.gives - a.gives)) {
    const share = shares.get(article) ?? 0;
    const most = Math.floor(MOST_PART * lines);
    const own = Math.min(most, left, share + owed);
    if (own < 1) continue;
    const part = partOf(article, own, tools) ?? (own > share && share >= 1 ? partOf(article, share, tools) : null);
    const got = part === null ? 0 : lines - tools.lines(article, [part]);
    if (part !== null) parts.push(part);
    left -= got;
    owed += share - got;
    if (left <= 0) break;
  }
  return left <= 0 ? parts : null;
}

function givesOf(article: string, { edition, important, kindOf }: OmissionTools): number {
  const kind = kindOf(article);
  if (WHOLE.has(kind)) return 0;
  const standing = article === edition[0] ? GIVES.lead : important.includes(article) ? GIVES.important : GIVES.plain;
  return kind === 'report' || kind === 'address' ? Math.min(REPORT, standing) : standing;
}

/** Lines of each, by what it gives and its length, none more than a part of it; null where all that is too little. */
function sharesOf(wanted: number, givers: readonly { readonly article: string; readonly gives: number; readonly lines: number }[]): ReadonlyMap<string, number> | null {
  const shares = new Map<string, number>();
  let left = wanted;
  let open = givers;
  while (left > 0 && open.length > 0) {
    const all = open.reduce((sum, { gives, lines }) => sum + gives * lines, 0);
    const capped = open.filter(({ gives, lines }) => (left * gives * lines) / all >= MOST_PART * lines);
    if (capped.length === 0) {
      for (const { article, gives, lines } of open) shares.set(article, Math.ceil((left * gives * lines) / all));
      return shares;
    }
    for (const { article, lines } of capped) {
      const most = Math.floor(MOST_PART * lines);
      shares.set(article, most);
      left -= most;
    }
    open = open.filter((one) => !capped.includes(one));
  }
  return left > 0 ? null : shares;
}
