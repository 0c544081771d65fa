// What a layout is like, in numbers: its taboos, how its columns end, what is white, what
// copyfitting took. In: a placement as it is set. Out: plain data, of which losses.ts makes
// points and words.
import type { Severity } from '../../diagnostic';
import type { Block } from '../../flow/flow';
import type { PagePlan } from '../../model/layout';
import type { NarrowedPicture } from '../../page/paper-pictures';
import { type RankedHead, rankedHeads } from '../../page/headline-order';
import type { PieceEnd } from '../../page/piece-end';
import type { Placement } from '../../page/placement';
import { type HeadGap, headGaps, MOST_GAP } from '../measure/head-gaps';
import { headRows, headWhite } from '../measure/head-rows';
import { airyRows, columnsShort, largerThanLead } from './lead-head';
import { looseLines, type LoosePiece } from './loose-lines';
import { isFault } from '../rules/page-cost';
import { leadsOf } from '../rules/page-leads';
import { whiteOf, type White } from '../rules/page-white';
import { outranking } from '../rules/outranks';
import type { Candidate } from '../measure/ruler';
import { type Inversion, inversionsOf } from '../rules/size-order';
import { foldedLabels, type Taboo, type TabooKind, taboosOf } from '../rules/taboos';
import { printedPlan } from './used-body';
import type { Yardstick } from '../measure/yardstick';

/** A taboo that a layout could not avoid. */
export interface ProposalTaboo {
  /** `loose`: a line is looser than its measure may have; such a make-up stands behind those without, before those with a taboo. */
  readonly kind: TabooKind | 'hole' | 'tail' | 'loose';
  /** 版次 */
  readonly page: number;
  readonly severity: Severity;
  readonly articles: readonly string[];
}

/** What copyfitting took (N-34). */
export interface Looseness {
  /** Text lines beside the best setting, over all pieces. */
  readonly lines: number;
  /** Pieces that have any. */
  readonly pieces: number;
  /** Rows added around headlines, and between the lines of boxes. */
  readonly headRows: number;
  readonly boxRows: number;
}

/** What a layout is like as it is set. */
export interface LayoutFacts {
  readonly placement: Placement;
  readonly candidates: readonly Candidate[];
  readonly ruler: Yardstick;
  /** The edition's articles in its order. */
  readonly edition: readonly string[];
  /** 头条: the first of them that is no editorial. */
  readonly head: string;
  /** The article that leads each page; null: none. */
  readonly leads: readonly (string | null)[];
  /** Taboos of what stands where, page by page; `taboos`: those, and how columns end, holes, loose lines. */
  readonly onPages: readonly (readonly Taboo[])[];
  readonly taboos: readonly ProposalTaboo[];
  /** Labels of boxes on the fold, page by page (N-36). */
  readonly labels: readonly (readonly Taboo[])[];
  /** The lead, where it does not begin on the front page. */
  readonly front: string | null;
  /** How each piece ends, page by page. */
  readonly ends: readonly (readonly PlacedEnd[])[];
  /** Rows that stand empty above headings inside a text; `holed`: where they are too many. */
  readonly gaps: readonly HeadGap[];
  readonly holed: readonly HeadGap[];
  readonly loose: readonly LoosePiece[];
  readonly whites: readonly White[];
  /** Cells of the pages down to the last one's foot; white ones among them; those of these that are no headline's. */
  readonly cells: number;
  readonly holes: number;
  readonly between: number;
  /** Headlines whose zones have white cells. */
  readonly wide: readonly { readonly page: number; readonly article: string; readonly cells: number }[];
  /** Headlines that are larger than that of an article which matters more, and the page's 版次. */
  readonly inversions: readonly (Inversion & { readonly page: number })[];
  /** Pictures that are narrower than they were set to, and the page's 版次. */
  readonly pictures: readonly (NarrowedPicture & { readonly page: number; readonly article: string })[];
  /** How the headline of the 头条 stands; null where it is not one of those that are compared. */
  readonly leadHead: LeadHead | null;
  /** Rows that a column's last line, as printed, stands above the foot of its area, or a page's piece above its neighbours', at the most; and whether no more than one column of a piece is. */
  readonly feetLines: number;
  readonly endsLevel: boolean;
  readonly fill: number;
  readonly looseness: Looseness;
}

/** How the headline of the 头条 stands on its page (lead-head.ts). */
export interface LeadHead extends RankedHead {
  /** 版次 */
  readonly page: number;
  /** Base columns too few, where it leads its page; rows around it, and those too many. */
  readonly short: number;
  readonly airy: { readonly spare: number; readonly many: number };
  /** The largest headline that is larger, where it leads its page, of those that are not in `inversions`. */
  readonly larger: RankedHead | null;
}

/** How a piece ends, and whose it is. */
type PlacedEnd = PieceEnd & { readonly article: string; readonly goesOn: boolean };

/** Measures a layout. */
export function factsOf(placement: Placement, candidates: readonly Candidate[], ruler: Yardstick): LayoutFacts {
  const edition = candidates.map(({ article }) => article);
  const head = candidates.find(({ kind }) => kind !== 'editorial')?.article ?? edition[0] ?? '';
  const { master, style } = ruler;
  const { pages } = placement;
  const leads = leadsOf(pages, edition, (article) => candidates.some((one) => one.article === article && one.kind === 'report'));
  const onPages = pages.map((page, i) => taboosOf(page, leads[i] ?? null, ruler));
  const labels = pages.map((page) => foldedLabels(page, ruler));
  const gaps = headGaps(pages, ruler);
  const holed = gaps.filter(({ rows }) => rows > MOST_GAP);
  const loose = looseLines(pages, ruler);
  const whites = pages.map((page) => whiteOf(printedPlan(page, ruler), master.columns, master.lines));
  const ends = endsOf(pages, ruler);
  const front = missingLead(placement, candidates);
  const taboos = pages.flatMap((page, i): ProposalTaboo[] => [
    ...onPages[i]!.map((taboo): ProposalTaboo => ({
      kind: taboo.kind, page: page.number, severity: isFault(taboo, style) ? 'warning' : 'info', articles: taboo.articles,
    })),
    ...(i > 0 || front === null ? [] : [{ kind: 'lead' as const, page: page.number, severity: 'warning' as const, articles: [front] }]),
    ...ends[i]!.flatMap(({ article, fault }): ProposalTaboo[] => (fault === null ? [] : [{ kind: fault, page: page.number, severity: 'warning', articles: [article] }])),
    ...(whites[i]!.worst > 2 ? [{ kind: 'hole' as const, page: page.number, severity: 'warning' as const, articles: [] }] : []),
    ...holed.filter((gap) => gap.page === page.number).map(({ article }): ProposalTaboo => ({ kind: 'hole', page: page.number, severity: 'warning', articles: [article] })),
    ...loose.filter((line) => line.page === page.number).map(({ article }): ProposalTaboo => ({ kind: 'loose', page: page.number, severity: 'warning', articles: [article] })),
  ]);
  const all = pages.reduce((sum, page) => sum + master.columns * (master.lines - page.mastheadRows), 0);
  const cells = all - (whites.at(-1)?.foot ?? 0);
  const between = whites.reduce((sum, white, i) => sum + white.holes + (i === whites.length - 1 ? 0 : white.foot), 0);
  // White in headlines' zones is white all the same.
  const wide = pages.flatMap((page) => page.pieces.map((piece) => ({ page: page.number, article: piece.article, cells: headWhite(piece, ruler) }))).filter((head) => head.cells > 0);
  const holes = between + wide.reduce((sum, head) => sum + head.cells, 0);
  const feetLines = Math.max(0, ...whites.map(({ worst }) => worst), ...ends.flat().map(({ short }) => short));
  const over = outranking(candidates);
  const heads = pages.map(({ pieces }) => rankedHeads(pieces, over, (piece) => ruler.deck(piece, piece.deck!.columns).sizes ?? []));
  const fill = all === 0 ? 0 : (cells - holes) / all;
  const pictures = pages.flatMap(({ number, pieces }) => pieces.flatMap((piece) => {
    const narrowed = ruler.measure.narrowedPicture(piece);
    return narrowed === null ? [] : [{ ...narrowed, page: number, article: piece.article }];
  }));
  return { placement, candidates, ruler, edition, head, pictures, leads, onPages, labels, taboos, front, ends, gaps, holed, loose, whites, cells, holes, between, wide, inversions: inversionsIn(pages, heads, over), leadHead: leadHeadIn(pages, heads, leads, head, candidates, ruler), feetLines, endsLevel: ends.flat().every(({ many }) => many <= 1), fill, looseness: loosenessOf(pages, ruler) };
}

/** How each plain piece ends in type, page by page (N-34). */
function endsOf(pages: readonly PagePlan[], ruler: Yardstick): PlacedEnd[][] {
  const { measure } = ruler;
  const rests = new Map<string, readonly Block[]>();
  return pages.map(({ pieces }) => pieces.flatMap((piece) => {
    const { article, variant, from, to, body, box } = piece;
    if (box !== null) {
      const isOver = ruler.box(piece, box.area.columns, box.into).rows > box.area.rows;
      return isOver ? [{ short: 0, blank: 0, many: 0, low: 0, fault: null, column: 0, over: true, article, goesOn: false }] : [];
    }
    const start = rests.get(article);
    const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
    if (to !== null) rests.set(article, measure.fill(thread, body).rest ?? []);
    return [{ ...measure.ends(thread, piece), article, goesOn: to !== null }];
  }));
}

/** N-37: the edition's lead where it does not begin on the front page: whatever else is right with it, that is no front page. */
function missingLead({ pages: [first] }: Placement, candidates: readonly Candidate[]): string | null {
  if (first === undefined || first.mastheadRows === 0) return null;
  const lead = candidates.find(({ kind }) => kind !== 'editorial')?.article ?? null;
  return lead === null || first.pieces.some(({ article, from }) => article === lead && from === null) ? null : lead;
}

/** N-11, N-37: as the headlines are set beside each other. */
function inversionsIn(pages: readonly PagePlan[], heads: readonly (readonly RankedHead[])[], over: (a: string, b: string) => boolean): LayoutFacts['inversions'] {
  return pages.flatMap(({ number }, i) => inversionsOf(heads[i]!, over).map((one) => ({ ...one, page: number })));
}

/** N-37: the 头条's headline beside its page, and those of what is boxed or set as a report. */
function leadHeadIn(pages: readonly PagePlan[], heads: readonly (readonly RankedHead[])[], leads: readonly (string | null)[], head: string, candidates: readonly Candidate[], ruler: Yardstick): LeadHead | null {
  const isReport = (article: string): boolean => candidates.some((one) => one.article === article && one.kind === 'report');
  for (const [i, { number, pieces }] of pages.entries()) {
    const own = heads[i]!.find(({ piece }) => piece.article === head);
    if (own === undefined) continue;
    const led = leads[i] === head;
    return { ...own, page: number, short: led ? columnsShort(own.piece, ruler.master.columns) : 0, airy: airyRows(own.piece, ruler), larger: led ? largerThanLead(own, pieces, isReport, ruler) : null };
  }
  return null;
}

function loosenessOf(pages: readonly PagePlan[], ruler: Yardstick): Looseness {
  const pieces = pages.flatMap((page) => page.pieces);
  const loose = pieces.filter(({ fitted: lines = 0 }) => lines !== 0);
  const boxRows = pieces.reduce((sum, piece) => sum + (piece.box === null ? 0 : Math.min(headRows(piece, ruler)?.spare ?? 0, ruler.box(piece, piece.box.area.columns, piece.box.into).led ?? 0)), 0);
  return { lines: loose.reduce((sum, { fitted: lines = 0 }) => sum + lines, 0), pieces: loose.length, headRows: pieces.reduce((sum, piece) => sum + (headRows(piece, ruler)?.spare ?? 0), 0) - boxRows, boxRows };
}
