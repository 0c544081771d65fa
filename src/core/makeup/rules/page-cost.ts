// What a planned page costs: white that nobody wanted, the desk's taboos, headlines
// out of proportion, articles out of their rank. Sums of cells (one base column of
// one grid row is the unit of white), so that a page is compared with a page; the
// weights are by eye on the two sample editions and the reference page.
import { textRows } from '../../model/layout';
import { brokenMeasure } from '../../page/paper-grid';
import { MOST_HOLE } from '../../page/piece-end';
import type { PagePlan, Piece } from '../../page/placement';
import { rankedHeads } from '../../page/headline-order';
import { headWhite } from '../measure/head-rows';
import { LEAST_TITLE_PART, overwide } from '../measure/head-span';
import { LEAST_TAIL } from '../measure/last-column';
import { TOO_LOOSE } from '../measure/measure-choice';
import { outranking } from './outranks';
import { leadOf } from './page-leads';
import { pageShape, pieceShape } from './page-shapes';
import { isRoomy, whiteOf } from './page-white';
import { inversionsOf, stepsBetween } from './size-order';
import type { PaperStyle, Ruler, Waiting } from '../measure/ruler';
import { apartFrom, foldedLabels, narrowness, type Taboo, type TabooKind, taboosOf } from './taboos';

const TABOO: Readonly<Record<TabooKind, number>> = { abreast: 420, across: 140, gutter: 140, headless: 500, reversed: 500, fold: 300, lead: 160 };
/** What is information alone in the 模块式: of two pages alike the one without it. */
const MODULAR: Readonly<Partial<Record<TabooKind, number>>> = { across: 15, gutter: 15 };

/** A cell of white: among the articles, below them where text waits for another page, below them where none does. */
const HOLE = 3;
const UNFILLED = 3;
const FOOT = 0.05;
/** Each page is dear: what fits on one stands on one. */
const PAGE = 320;
/** An article begun here; one that jumps a second time (N-20 (6)); what jumped here and finds no place. */
const JUMP = 50;
const SECOND_JUMP = 260;
const LEAST_JUMPED = 5;
const STUB = 120;
const UNTOUCHED = 1000;
const SKIPPED = 30;
const LOWER = 15;
/** How many times as dear it is where what is 重要 waits, or stands lower, for what is 一般; for each base column that its title is narrower. */
const IMPORTANT = 4;
const NARROWER = 12;
/** For each step of sizes, up to some, that a headline is larger than that of what matters more; the 头条's as many times as dear as 重要 is. */
const INVERTED = 14;
const MOST_INVERTED = 3;
const CORNER = 70;
/** For a title over much less than its text: most of that stands by its side, under other articles. */
const NARROW_TITLE = 60;
/** For each whole page's worth of white over three quarters of it; for a page without a headline. */
const LONELY = 600;
const BARE = 40;
/** For each base column that a report's title leaves beside it (N-21: 通栏). */
const NARROW = 40;
/** For each base column that a news headline is wider than its text is worth (N-11). */
const OVERWIDE = 18;
/** For each line more than three that a 主题 is stacked in: no headline of a paper has four. */
const STACKED = 150;
/** For each row more than two that a last column stops early. */
const TAIL = 6;
/** For each row that a strip of columns falls short of a leg; for one leg much longer than those beside it. */
const THIN = 4;
const LONG_LEG = 80;
/** For each bend of a text beyond one step: on a page that is filled, and where there is more room than text, so that nothing need be interlocked. */
const BEND = 2;
const BEND_OF_ROOM = 8;
/** For a text without a headline that opens the page above its largest one (N-37; （上接…） is no taboo), or at the left of that; for a headline right under another one's block. */
const OPENS_ABOVE = 80;
const OPENS_BESIDE = 30;
const SUB_TITLE = 60;
/** For an editorial that waits for an inner page while the front page has room for a text that goes on there: the meeting's own voice stands before the report's middle. */
const LATE_VOICE = 90;
/** For each character that a measure is narrower or wider than three off the wanted one. */
const MEASURE = 26;
/** For each line too loose for its measure, and for five that are loose beyond its share (FITTING). */
const POOR = 90;

/** For each column that a picture is narrower than it was set to: its editor asked for it, so that little but a page without its lead at its head is worse. */
const PICTURE = 300;

/** What of a search's costs is asked for again and again: it depends on what waits for the page alone. */
interface Known {
  readonly pieces: WeakMap<Piece, PieceCost>;
  readonly front: Waiting | null;
  readonly inner: Waiting | null;
  readonly outranks: (a: string, b: string) => boolean;
  /** Sizes that a piece's headline may have. */
  readonly sizes: WeakMap<Piece, readonly number[]>;
  /** All that wait, by their turns among them. */
  readonly turns: ReadonlyMap<string, number>;
  /** The 头条, where it waits. */
  readonly heads: ReadonlySet<string>;
}

interface PieceCost {
  readonly cost: number;
  /** Bends of its outline beyond one step. */
  readonly bends: number;
}

const known = new WeakMap<readonly Waiting[], Known>();

function knownOf(waiting: readonly Waiting[]): Known {
  let own = known.get(waiting);
  if (own === undefined) known.set(waiting, (own = { turns: new Map(waiting.map(({ article }, i) => [article, i])), pieces: new WeakMap(), front: leadOf(waiting, false), inner: leadOf(waiting, true), outranks: outranking(waiting), sizes: new WeakMap(), heads: new Set(waiting.filter(({ head }) => head === true).map(({ article }) => article)) }));
  return own;
}

/** Costs are sums of fractions: two that are equal may differ by so much at the most. */
const ROUNDING = 1e-3;

/** What a page costs, and how many of its taboos are faults in the paper's style. */
export interface Judged {
  readonly cost: number;
  readonly faults: number;
  /** Its lead is at its head (N-37), or it has none of its own. */
  readonly led: boolean;
}

/** What it costs beside that a report, or the lead of a front page or of the edition, is not at its page's head (N-37). */
const LOW_LEAD = 240;

const TOO_DEAR: Judged = { cost: Infinity, faults: 0, led: false };

/**
 * Everything that makes a page worse. `left` is what waits for the next page, `waiting` what waited for this one.
 * Infinity where it is surely over `most`, or has a fault and is over `mostFaulty`: the taboos, dearest to find, are not looked for then.
 */
export function judgePage(plan: PagePlan, left: readonly Waiting[], waiting: readonly Waiting[], ruler: Ruler, most = Infinity, mostFaulty = most): Judged {
  const { columns, lines } = ruler.master;
  const { holes, foot, worst } = whiteOf(plan, columns, lines);
  const own = knownOf(waiting);
  // What is pinned on the page may lead it: then nothing that waits does.
  const pinned = plan.pieces.some(({ article }) => !own.turns.has(article));
  const lead = pinned ? null : plan.mastheadRows === 0 ? own.inner : own.front;
  let cost = PAGE + HOLE * holes + (left.length > 0 ? UNFILLED : FOOT) * foot;
  // The last page of an edition with next to nothing on it: some of what stands before it would look better here.
  cost += LONELY * Math.max(0, 0.25 - (1 - foot / (columns * (lines - plan.mastheadRows))));
  if (plan.pieces.every(({ deck, box }) => deck === null && box === null)) cost += BARE;
  // N-34: a hole of more than two rows, at the foot where text waits for another page.
  const isHoled = worst > MOST_HOLE || (left.length > 0 && foot > MOST_HOLE * columns);
  const bound = isHoled ? mostFaulty : most;
  if (cost > bound + ROUNDING) return TOO_DEAR;
  const pieces: PieceCost[] = [];
  let [standing, bends] = [0, 0];
  // Nothing of it is less than 0: what is over the bound already is weighed no further.
  for (const piece of plan.pieces) {
    let one = own.pieces.get(piece);
    if (one === undefined) own.pieces.set(piece, (one = pieceCost(piece, waiting, ruler)));
    pieces.push(one);
    standing += one.cost;
    bends += one.bends;
    if (cost + standing > bound + ROUNDING) return TOO_DEAR;
  }
  // Where there is more room than text whole bands are stacked: nothing of it need go round anything.
  const shape = shapeCost(plan) + (left.length === 0 && isRoomy(foot, plan, ruler) ? BEND_OF_ROOM : BEND) * bends;
  const corner = cornerCost(plan) + shape + lateCost(plan, left);
  const ranked = rankCost(plan, left, waiting, lead, own);
  if (cost + standing + corner + ranked > bound + ROUNDING) return TOO_DEAR;
  const rank = ranked + sizeCost(plan, own, ruler);
  const least = cost + standing + corner + rank;
  if (least > bound + ROUNDING) return TOO_DEAR;
  // A front page without its lead is no front page, whatever else is right with it.
  let faults = plan.mastheadRows > 0 && lead !== null && !plan.pieces.some(({ article }) => article === lead.article) ? 1 : 0;
  if (isHoled) faults++;
  for (const piece of plan.pieces) if (badEnd(piece, waiting, ruler) !== null || isStub(piece) || isLoose(piece, waiting, ruler)) faults++;
  if (faults > 0 && least > mostFaulty + ROUNDING) return TOO_DEAR;
  let led = lead === null || plan.pieces.some(({ article }) => article === lead.article);
  const leads = lead !== null && (plan.mastheadRows > 0 || lead.rank === 0 || lead.variant === 'report');
  for (const taboo of taboosOf(plan, lead?.article ?? null, ruler)) {
    cost += weightOf(taboo, ruler.style) + (taboo.kind === 'lead' && leads ? LOW_LEAD : 0);
    if (taboo.kind === 'lead') led = false;
    if (isFault(taboo, ruler.style)) faults++;
  }
  cost += TABOO.fold * foldedLabels(plan, ruler).length;
  for (const one of pieces) cost += one.cost;
  for (const piece of plan.pieces) {
    const apart = apartFrom(piece, plan.pieces);
    if (apart !== null) cost += NARROW_TITLE * narrowness(apart);
  }
  return { cost: cost + corner + rank, faults, led };
}

export function weightOf({ kind }: Taboo, style: PaperStyle): number {
  return (style === 'modular' ? MODULAR[kind] : undefined) ?? TABOO[kind];
}

/** A fault in the paper's style; what else is found is information (TYPESETTING 2.5). */
export function isFault({ kind }: Taboo, style: PaperStyle): boolean {
  return kind !== 'lead' && (style === 'interlocked' || MODULAR[kind] === undefined);
}

function pieceCost(piece: Piece, waiting: readonly Waiting[], ruler: Ruler): PieceCost {
  const one = waiting.find(({ article }) => article === piece.article);
  if (one === undefined) return { cost: 0, bends: 0 };
  const { thin, isLong, bends } = pieceShape(piece);
  return { cost: THIN * thin + (isLong ? LONG_LEG : 0) + ownCost(piece, one, ruler), bends: Math.max(0, bends - 1) };
}

/** What a piece costs beside its shape. */
function ownCost(piece: Piece, one: Waiting, ruler: Ruler): number {
  let cost = HOLE * headWhite(piece, ruler);
  if (piece.to !== null) cost += one.rest === null ? JUMP : SECOND_JUMP;
  if (piece.box !== null) {
    const { area, into } = piece.box;
    const way = ruler.boxes(one).find((other) => other.columns === area.columns && other.into === into && other.variant === piece.variant);
    // Set as the page's text, a box saves a third of its room and looks less like the paper's own voice.
    return cost + 4 * (way?.poor ?? 0) + (piece.variant === 'news' ? 80 : 0) + (area.rows > 0.85 * ruler.master.lines ? 60 : 0) + wallCost(area.columns, area.rows);
  }
  if (one.boxed) cost += 160;
  const rows = piece.body.reduce((most, { area }) => Math.max(most, area.rows), 0);
  const columns = piece.body.reduce((sum, { into }) => sum + into, 0);
  const [first] = piece.body;
  if (first !== undefined) {
    const { characters } = brokenMeasure(ruler.master, first.area.columns, first.into);
    cost += MEASURE * Math.max(0, Math.abs(characters - ruler.wanted(one)) - 3) * (ruler.isLong(one) ? 1 : 0.3);
    cost += POOR * ruler.poor(one, first.area.columns, first.into);
  }
  if (one.pictured === true) cost += PICTURE * ruler.narrowed(one, piece);
  const { deck } = piece;
  const whole = piece.body.length === 1 && !ruler.isLong(one) ? ruler.whole(one, piece.body[0]!.area.columns) : null;
  // N-34: copyfitting mends a part of these.
  if (whole !== null && piece.to === null && whole.rows === piece.body[0]!.area.rows) cost += TAIL * Math.max(0, whole.short - 2) + (whole.rows - whole.short < 3 && whole.into > 1 ? 2 * TAIL : 0);
  if (rows > 0 && rows < 5) cost += 14 * (5 - rows);
  // A stub of a column under its title, over another article, breaks the reading.
  if (piece.body.length > 1) for (const { area } of piece.body) cost += 2 * Math.max(0, 10 - area.rows) + 14 * Math.max(0, 5 - area.rows);
  if (piece.to !== null && rows * columns < 30) cost += 80;
  if (isStub(piece)) cost += STUB;
  if (deck !== null) {
    cost += 5 * Math.max(0, deck.rows - 1.2 * Math.max(rows, 5)) + OVERWIDE * overwide(piece, one.head === true || one.rank === 0);
    cost += STACKED * Math.max(0, ruler.deck({ article: piece.article, variant: piece.variant }, deck.columns).mainLines - 3);
    // A headline of news in three lines and more is a narrow column's makeshift.
    if (one.variant === 'news') cost += 7 * Math.max(0, deck.rows - 8);
    else cost += 2 * Math.max(0, deck.rows - 21) + NARROW * (ruler.master.columns - deck.columns) + (deck.columns < LEAST_TITLE_PART * ruler.master.columns ? (ruler.sunk ?? 0) : 0);
  }
  return cost;
}

/** N-20 (4): what goes on elsewhere, or comes from there, has so many lines on its page. */
export function isStub({ body, box, from, to }: Piece): boolean {
  return box === null && (from !== null || to !== null) && textRows(body) < LEAST_JUMPED;
}

/** A line of it is too loose for its measure (FITTING), as its paragraphs are best set; of what goes on elsewhere another part may have that line. */
function isLoose({ article, body: [first], box, from, to }: Piece, waiting: readonly Waiting[], ruler: Ruler): boolean {
  const one = waiting.find((other) => other.article === article);
  return one !== undefined && first !== undefined && box === null && from === null && to === null && ruler.poor(one, first.area.columns, first.into) >= TOO_LOOSE;
}

/** How a whole article ends badly (N-34): its last column has less than three lines, or stops more than two rows above the others' feet; null: it does not. */
function badEnd(piece: Piece, waiting: readonly Waiting[], ruler: Ruler): 'tail' | 'hole' | null {
  const [only, ...others] = piece.body;
  if (only === undefined || others.length > 0 || piece.to !== null) return null;
  const one = waiting.find(({ article }) => article === piece.article);
  if (one === undefined || ruler.isLong(one)) return null;
  const whole = ruler.whole(one, only.area.columns);
  if (whole === null || whole.into !== only.into || whole.rows !== only.area.rows || whole.into === 1 || whole.rows <= LEAST_TAIL) return null;
  return whole.rows - whole.short < LEAST_TAIL ? 'tail' : whole.short > MOST_HOLE ? 'hole' : null;
}

/** A narrow box higher than four times its width is a wall. */
function wallCost(columns: number, rows: number): number {
  return Math.max(0, rows - 40 * columns);
}

/** What opens a page that has no headline, and headlines that read as another one's sub-title. */
function shapeCost(plan: PagePlan): number {
  const { opens, under } = pageShape(plan);
  return (opens === null ? 0 : opens.isAbove ? OPENS_ABOVE : OPENS_BESIDE) + SUB_TITLE * under.length;
}

/** What stands below another article's text and left of it makes the eye search for where that goes on. */
function cornerCost({ pieces }: PagePlan): number {
  return pieces.reduce((sum, { body }) => sum + (body.length > 1 && body.some(({ area }) => area.column > 0 && area.row + area.rows > body[0]!.area.row + body[0]!.area.rows + 1) ? CORNER : 0), 0);
}

/** An editorial that is not on the front page, though a text begins there that goes on elsewhere. */
function lateCost({ pieces, mastheadRows }: PagePlan, left: readonly Waiting[]): number {
  return mastheadRows > 0 && pieces.some(({ to }) => to !== null) ? LATE_VOICE * left.filter(({ boxed, rest }) => boxed && rest === null).length : 0;
}

function rankCost(plan: PagePlan, left: readonly Waiting[], waiting: readonly Waiting[], lead: Waiting | null, { turns }: Known): number {
  // The first piece of each article that waits: undefined where none stands.
  const stands: (Piece | undefined)[] = [];
  for (let i = 0; i < waiting.length; i++) stands.push(undefined);
  for (const piece of plan.pieces) {
    const turn = turns.get(piece.article);
    if (turn !== undefined) stands[turn] ??= piece;
  }
  // A paper's front page without its lead is another paper.
  let cost = lead !== null && stands[turns.get(lead.article)!] === undefined ? (plan.mastheadRows > 0 ? 600 : 200) : 0;
  for (const one of left) {
    if (one.rest !== null && one.rest.from !== plan.number) cost += UNTOUCHED;
    else if (stands[turns.get(one.article)!] === undefined) for (let k = 0; k < stands.length; k++) if (stands[k] !== undefined && isBefore(one, waiting[k]!)) cost += SKIPPED * weightBetween(one, waiting[k]!);
  }
  for (let i = 0; i < stands.length; i++) {
    const head = stands[i]?.deck ?? null;
    if (head === null) continue;
    const a = waiting[i]!;
    for (let k = 0; k < stands.length; k++) {
      const other = stands[k]?.deck ?? null;
      if (other === null) continue;
      const b = waiting[k]!;
      if (!isBefore(a, b)) continue;
      if (other.row < head.row) cost += LOWER * weightBetween(a, b);
      if (isOver(a, b)) cost += NARROWER * Math.max(0, other.columns - head.columns);
    }
  }
  return cost;
}

/** N-11, N-37: what a headline says of its article by its size is not what the edition says of it. */
function sizeCost({ pieces }: PagePlan, { outranks: over, sizes, heads }: Known, ruler: Ruler): number {
  const set = rankedHeads(pieces, over, (piece) => {
    let own = sizes.get(piece);
    if (own === undefined) sizes.set(piece, (own = ruler.deck(piece, piece.deck!.columns).sizes ?? []));
    return own;
  });
  let cost = 0;
  for (const { less, more } of inversionsOf(set, over)) cost += INVERTED * Math.min(MOST_INVERTED, stepsBetween(less.size, more.size)) * (heads.has(less.piece.article) ? IMPORTANT : 1);
  return cost;
}

/** What is 重要 is before what is 一般, else the edition's order holds. */
function isBefore(a: Waiting, b: Waiting): boolean {
  return isOver(a, b) || (a.rank < b.rank && !isOver(b, a));
}

/** 重要 beside 一般; the lead is above both, and no less so for not being called 重要. */
function isOver(a: Waiting, b: Waiting): boolean {
  return a.important === true && b.important !== true && b.rank > 0;
}

function weightBetween(a: Waiting, b: Waiting): number {
  return isOver(a, b) ? IMPORTANT : 1;
}
