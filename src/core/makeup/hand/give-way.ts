// The others give way (让位): a block put where other headlines and boxes stand. Those in the
// way shift as they are where there is room for them, or two or three of them are laid anew
// (retile.ts); else the rest of the paper is made up anew around the block, as if it were pinned there. In: a layout, the block and where it goes.
// Out: the layout, or why it cannot be. One act, one step of undo; nothing is covered, no text
// is lost, and nothing that has a box, a label or a title downwards loses it or its columns.
import { type BlockName, type Layout, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { newCrowd } from '../rules/crowded';
import type { HandOutcome, HandTools } from './hand-act';
import { filledHoles } from './fill-holes';
import { fittedOvers } from './fit-overs';
import { changedBeside, isSameShape, moreOver, movedBeside } from './hand-cost';
import { pieceOf, withPage } from './hand-put';
import { boundsOf } from '../measure/hand-shape';
import { harmOf } from './harm';
import { whiteOf } from '../rules/page-white';
import { articlesAway, keepsAll, remadeAround } from './remade-around';
import { retiled, stepsTo } from './retile';
import { roomsOf } from '../judge/rooms';
import { usedBody } from '../judge/used-body';
import { at, besideFixed, collide, isInside, pushedDown } from './shift-others';
import type { Steps } from '../measure/steps';
import { nearWays } from './near-ways';
import { notStretched } from './no-stretch';
import { levelled, levelWays, widened } from './level-ways';
import { looseCost } from './slid-page';
import { awayWords, GAVE_WAY, gaveWay, refusedWords } from './way-words';
import type { Yardstick } from '../measure/yardstick';

/** What a page more costs beside what is wrong (harm.ts). */
export const PAGE = 400;
/** What an article costs that goes to another page. */
export const AWAY = 120;
/** Wrong more than before, at which the others are made up anew rather than shifted. */
const MUCH = 120;

/** What each other block costs that does not stand as it stood, and each beyond a few: who drops one expects two or three to move, the rest of the page as it was. */
const OTHER = 25;
const FEW = 2;
const MANY = 45;
/** Text without room, whatever there is of it: the page cannot be printed so. */
const OVERSET = 150;
/** What each point costs that the page is worth less. */
export const SCORE = 1.5;

/** Pages made up anew that are set level. */
const MOST_ANEW = 2;
/** Shapes of a block about which the paper is made up anew. */
const MOST_REMADE = 3;
/** Places near by at which as few as can be are moved for it. */
const MOST_NEAR = 4;
/** Cells that are white beside it from which on a block is tried in other widths; what that costs, in rows from where it was put. */
const MUCH_WHITE = 24;
const WIDENED = 5;
/** Pages whose holes are filled, and cells more than before that are left as they are. */
const MOST_FILLED = 2;
const LITTLE_WHITE = 12;

/** What each pair of others costs that stand in another order than they stood. */
const TURNED = 12;

/** What each costs that has another shape. */
const RESHAPED = 6;

/** What each row costs that the block stands from where it was put. */
const ROW = 5;
const NEAR = 8;
const FURTHER = 7;

/** Lines of an article that may be without room where there is no other way, told. */
export const MOST_OVER = 15;
/** What it costs then: whatever leaves none without room is better. */
const LAST = 1000;

/** Part of the room at the last page's foot that a text which goes on there is sure to have. */
const SPARE = 0.9;

/** As a HandOutcome; `cost`: how bad the paper is then, to be compared with others of the same paper; `isClean`: no worse than before. */
export type GivenWay = (Extract<HandOutcome, { readonly ok: true }> & { readonly cost: number; readonly isClean: boolean }) | Extract<HandOutcome, { readonly ok: false }>;

/** How far from where it was put a block may land that has no room there: rows, and columns aside. */
const FAR = { rows: 12, columns: 1 };
/** Wrong more than before, at which a block rather stays where it was. */
const TOO_MUCH = 220;

/** The others give way to a block as near as can be to where it was put, where they cannot just there; nothing is made up anew for it. */
export function* nearestWay(layout: Layout, name: BlockName, moved: Piece, tools: HandTools): Steps<Extract<GivenWay, { readonly ok: true }> | null> {
  const before = harmOf(layout, tools).wrong;
  const steps = Array.from({ length: FAR.rows + 1 }, (_, i) => 2 * i - FAR.rows).flatMap((rows) => [-FAR.columns, 0, FAR.columns].map((columns) => ({ columns, rows })));
  const far = ({ columns, rows }: { readonly columns: number; readonly rows: number }): number => FAR.rows * Math.abs(columns) + Math.abs(rows);
  const old = pieceOf(layout, name);
  if (old === null) return null;
  const [from, to] = [boundsOf(old), boundsOf(moved)];
  // Nearer to where it was put than half of its way: else it might as well have stayed.
  const way = far({ columns: to.column - from.column, rows: to.row - from.row });
  for (const by of steps.filter((one) => 2 * far(one) < way).toSorted((a, b) => far(a) - far(b)).slice(1)) {
    const given = yield* wayFor(layout, name, at(moved, by.columns, by.rows), tools, 'shift');
    if (given?.ok === true && given.cost <= before + TOO_MUCH) return given;
  }
  return null;
}

/** The others give way to a block; null where it does not lie on the page, or covers what is pinned. `how`: they shift and their text gives way, or a few are laid anew and the page is set level, or all may be made up anew; `far`: rows from there at which it may stand where fewer move for it. */
export function* wayFor(layout: Layout, name: BlockName, moved: Piece, tools: HandTools, how: 'shift' | 'level' | 'anew' = 'anew', far = 0): Steps<GivenWay | null> {
  const ways = yield* waysFor(layout, name, moved, tools, how === 'shift' ? 'shift' : 'level', far, null);
  if (ways === null || how !== 'anew') return ways?.best() ?? null;
  yield;
  if (ways.isAllBad()) yield* offerAnew(ways, moved, far);
  ways.offerRefused();
  return ways.best();
}

/**
 * The page set level about a block that lies on text alone, `plain`: what that text has lost has the room that the block left
 * before that is shared out. Less of it may be without room than there, not none; null as above.
 */
export function* levelAbout(layout: Layout, name: BlockName, moved: Piece, plain: Layout, tools: HandTools, far: number): Steps<GivenWay | null> {
  return (yield* waysFor(layout, name, moved, tools, 'level', far, plain))?.best() ?? null;
}

/**
 * The others give way to a block in one of several shapes, the first of which they stand beside as well as before, else the
 * best; null where it can lie in none. To make up the rest of the paper anew is dear, and seldom the better way: it is thought
 * of where no shape has a good one without it, and of the likeliest few alone.
 */
export function* wayForOneOf(layout: Layout, name: BlockName, shapes: readonly Piece[], tools: HandTools): Steps<GivenWay | null> {
  const found: { readonly ways: WayOffers; readonly shape: Piece; readonly cost: number }[] = [];
  for (const shape of shapes) {
    const ways = yield* waysFor(layout, name, shape, tools, 'level', 0, null);
    if (ways === null) continue;
    const best = ways.best();
    if (best.ok && best.isClean) return best;
    found.push({ ways, shape, cost: best.ok ? best.cost : Infinity });
    yield;
  }
  const isBad = found.every(({ ways }) => ways.isAllBad());
  for (const { ways, shape } of isBad ? found.toSorted((a, b) => (a.cost === b.cost ? 0 : a.cost - b.cost)).slice(0, MOST_REMADE) : []) {
    yield;
    yield* offerAnew(ways, shape, 0);
  }
  let best: GivenWay | null = null;
  for (const { ways } of found) {
    ways.offerRefused();
    const given = ways.best();
    if (best === null || (given.ok && (!best.ok || given.cost < best.cost))) best = given;
  }
  return best;
}

/** What is found without making up the paper anew, where it stands on text alone (`plain`) with less room for that than the paper had; null where it does not lie on the page, or covers what is pinned. */
function* waysFor(layout: Layout, name: BlockName, moved: Piece, tools: HandTools, how: 'shift' | 'level', far: number, plain: Layout | null): Steps<WayOffers | null> {
  const { ruler } = tools;
  const plan = layout.pages.find(({ number }) => number === name.page);
  const isFree = plan?.pieces.every((piece) => piece.article === moved.article || piece.pinned !== true || !collide(piece, moved)) === true;
  if (plan === undefined || !isFree || !isInside(moved, plan, ruler.master)) return null;
  const ways = new WayOffers(layout, plan, name, moved, tools, plain);
  const shifted = shiftedFor(layout, name.page, moved, false, tools);
  if (shifted !== null) ways.offer(shifted.layout, shifted.note);
  yield;
  for (const rows of how === 'shift' ? [0] : stepsTo(plan, moved, far).slice(0, MOST_NEAR)) {
    yield;
    for (const near of nearWays(layout, name.page, at(moved, 0, rows), ruler)) ways.offerNear(near, rows);
  }
  if (how !== 'shift') yield* offerLevel(ways, moved, far);
  if (plain !== null) yield* offerTaken(ways, moved, plain);
  return ways;
}

/** A few of the page laid anew, and it set level; where a hole stays beside the block, in a width that reaches to an edge of the page. */
function* offerLevel(ways: WayOffers, moved: Piece, far: number): Steps<void> {
  const { layout, plan, tools } = ways;
  const { ruler } = tools;
  for (const { pieces, off } of yield* retiled(plan, moved, far, ruler)) {
    yield;
    // Who drops one leaves no other without room for its text.
    const may = ways.allowed(withPage(layout, { ...plan, pieces }));
    if (may !== null) ways.offerAt(may, off);
  }
  for (const level of yield* levelWays(layout, plan, moved, far, ways.layouts(), tools)) offerLevelled(ways, level, moved);
  if (far > 0 && ways.leavesHole()) for (const wide of widened(moved, ruler)) for (const level of yield* levelWays(layout, plan, wide, 0, [], tools)) ways.offerWide(withPage(layout, level), boundsOf(wide).columns);
  // Where one stays beside another: that one, or a text, takes its columns.
  for (const page of ways.holed()) {
    const filled = filledHoles(page, ruler).map((way) => withPage(layout, way.plan));
    if (filled.length > 0) for (const level of yield* levelled(plan, filled, layout, moved, far, tools)) offerLevelled(ways, level, moved);
  }
}

/** The page as it is with the block on its text, that text gone on in the room that the block left, or that room shared out. */
function* offerTaken(ways: WayOffers, moved: Piece, plain: Layout): Steps<void> {
  const { layout, plan, tools } = ways;
  const page = plain.pages.find(({ number }) => number === plan.number);
  if (page === undefined) return;
  const starts = [plain, ...filledHoles(page, tools.ruler).filter(({ article }) => article !== moved.article).map((way) => withPage(layout, way.plan))];
  for (const level of yield* levelled(plan, starts, layout, moved, 0, tools)) offerLevelled(ways, level, moved);
}

/** The paper made up anew around the block. What was made up about one that stands at a row of its own has holes: it, or the others, may go on by a few rows. */
function* offerAnew(ways: WayOffers, moved: Piece, far: number): Steps<void> {
  const { layout, plan, tools } = ways;
  const anew = yield* remadeAround(layout, plan.number, [moved], tools);
  for (const one of anew) ways.offer(one, GAVE_WAY);
  const alike = anew.filter((one) => isSamePaper(layout, one, plan.number)).slice(0, MOST_ANEW);
  if (alike.length > 0) for (const level of yield* levelled(plan, alike, layout, moved, far, tools)) offerLevelled(ways, level, moved);
}

/** A page set level on which the block may be a few rows on, or wider. */
function offerLevelled(ways: WayOffers, level: PagePlan, moved: Piece): void {
  const there = boundsOf(level.pieces.find(({ article }) => article === moved.article)!);
  const [next, off] = [withPage(ways.layout, level), there.row - boundsOf(moved).row];
  if (there.columns !== boundsOf(moved).columns) {
    ways.offerWide(next, there.columns, Math.abs(off));
    return;
  }
  const may = ways.allowed(next);
  if (may !== null) ways.offerAt(may, off);
}

/** A layout that was found, and how bad the paper is with it. */
interface WayMade {
  readonly layout: Layout;
  readonly note: string;
  readonly wrong: number;
  readonly cost: number;
}

/** What was found of ways in which the others give way to one block, while they are looked for. */
class WayOffers {
  readonly #made: WayMade[] = [];
  readonly #before: number;
  readonly #was: number;
  readonly #over: number;
  /** Lines that may be without room. */
  readonly #most: number;
  /** The one that would have had least text without room. */
  #refused: Layout | null = null;

  constructor(readonly layout: Layout, readonly plan: PagePlan, private readonly name: BlockName, private readonly moved: Piece, readonly tools: HandTools, plain: Layout | null) {
    this.#before = harmOf(layout, tools).wrong;
    this.#was = tools.worthOf(layout).left;
    this.#over = overOf(layout, name.page, tools.ruler);
    this.#most = plain === null ? this.#over : Math.max(this.#over, overOf(plain, name.page, tools.ruler) - 1);
  }

  /** `off`: rows from where it was put; `last`: what it costs to be so found. */
  offer(one: Layout, note: string, off = 0, last = 0): void {
    const { layout, plan, name, tools } = this;
    if (newCrowd(layout, one) !== null) return;
    const gone = articlesAway(layout, one);
    const wrong = harmOf(one, tools).wrong + PAGE * Math.max(0, one.pages.length - layout.pages.length) + AWAY * gone.length;
    const lost = Math.max(0, this.#was - tools.worthOf(one).left);
    const changed = changedBeside(layout, one, [name.article]);
    const unset = overOf(one, name.page, tools.ruler) > this.#over ? OVERSET : 0;
    const page = one.pages.find(({ number }) => number === name.page);
    const there = page?.pieces.find(({ article }) => article === name.article);
    const old = plan.pieces.find(({ article }) => article === name.article);
    // Where it stood it does not go: nothing would seem to have been done.
    if (old !== undefined && there !== undefined && JSON.stringify(boundsOf(there)) === JSON.stringify(boundsOf(old))) return;
    const loose = page === undefined || there === undefined ? 0 : looseCost(there, page.pieces, page.mastheadRows);
    this.#made.push({ layout: one, note: `${note}${gone.length === 0 ? '' : `；${awayWords(gone, tools)}`}`, wrong, cost: last + wrong + unset + SCORE * lost + ROW * Math.min(off, NEAR) + FURTHER * Math.max(0, off - NEAR) + loose + TURNED * turnedBeside(plan, page, name.article) + otherCost(movedBeside(layout, one, [name.article])) + RESHAPED * changed.filter((article) => !isShifted(plan, page, article)).length });
  }

  offerAt(found: Layout, off: number, last = 0): void {
    const { titleOf, ruler } = this.tools;
    const one = notStretched(this.layout, found, [this.name.article], ruler);
    const where = off === 0 ? '' : `${quoted(titleOf(this.name.article))}落在第 ${boundsOf(this.moved).row + off + 1} 行（比放的地方${off < 0 ? '高' : '低'} ${Math.abs(off)} 行，别的少动）；`;
    this.offer(one, `${where}${gaveWay(changedBeside(this.layout, one, [this.name.article]), titleOf)}`, Math.abs(off), last);
  }

  /** One near by, with its texts copyfitted; away from where the block was put only with no more text without room. */
  offerNear(near: Layout, rows: number): void {
    const { ruler } = this.tools;
    const fitted = fittedOvers(near, ruler);
    if (keepsAll(this.layout, fitted, null) && (rows === 0 || overOf(fitted, this.name.page, ruler) <= this.#over)) this.offerAt(fitted, rows);
  }

  /** One in which the block is wider; `off`: rows from where it was put. */
  offerWide(found: Layout, columns: number, off = 0): void {
    const { titleOf, ruler } = this.tools;
    const next = notStretched(this.layout, found, [this.name.article], ruler);
    const may = this.allowed(next);
    const there = may === null ? null : pieceOf(may, this.name);
    // Columns that its text does not come to were taken for nothing.
    if (may === null || there === null || usedBody(there, ruler).length < there.body.length) return;
    const beside = this.#holes(may) <= this.#holes(this.layout) ? '，旁边不空' : '';
    this.offer(may, `${quoted(titleOf(this.name.article))}排成 ${columns} 栏宽${beside}；${gaveWay(changedBeside(this.layout, next, [this.name.article]), titleOf)}`, WIDENED + off);
  }

  /** With its texts copyfitted; null where it is no page that may be. */
  allowed(one: Layout): Layout | null {
    const { ruler } = this.tools;
    if (layoutFault(one, ruler.master.columns, ruler.master.lines) !== null || !keepsAll(this.layout, one, null)) return null;
    const fitted = fittedOvers(one, ruler);
    if (overOf(fitted, this.name.page, ruler) <= this.#most) return fitted;
    if (this.#refused === null || overOf(fitted, this.name.page, ruler) < overOf(this.#refused, this.name.page, ruler)) this.#refused = fitted;
    return null;
  }

  layouts(): Layout[] {
    return this.#made.map(({ layout }) => layout);
  }

  /** The best so far leaves a hole beside the block. */
  leavesHole(): boolean {
    const [good] = this.#made.toSorted((a, b) => a.cost - b.cost);
    return good === undefined || this.#holes(good.layout) > this.#holes(this.layout) + MUCH_WHITE;
  }

  /** The page of the best so far, where there are more holes on it than before and nothing else of the paper is another. */
  holed(): PagePlan[] {
    const { number } = this.plan;
    const best = this.#made.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_FILLED).map(({ layout }) => layout);
    return best.filter((one) => this.#holes(one) > this.#holes(this.layout) + LITTLE_WHITE && isSamePaper(this.layout, one, number)).flatMap(({ pages }) => pages.filter((page) => page.number === number));
  }

  #holes({ pages }: Layout): number {
    const { columns, lines } = this.tools.ruler.master;
    return pages.reduce((sum, page) => sum + whiteOf(page, columns, lines).holes, 0);
  }

  isAllBad(): boolean {
    return this.#made.every(({ wrong }) => wrong > this.#before + MUCH);
  }

  /** A little text without room, told, where there is no other way on as many pages. */
  offerRefused(): void {
    const refused = this.#refused;
    if (refused !== null && this.#made.every((one) => this.#isAway(one.layout)) && moreOver(this.layout, refused, this.tools).every(({ more }) => more <= MOST_OVER)) this.offerAt(refused, boundsOf(pieceOf(refused, this.name)!).row - boundsOf(this.moved).row, LAST);
  }

  best(): GivenWay {
    // A page more is no way to make room: it would have to be filled.
    const [best] = this.#made.filter((one) => !this.#isAway(one.layout)).toSorted((a, b) => a.cost - b.cost);
    if (best === undefined) return { ok: false, reason: `${quoted(this.tools.titleOf(this.name.article))}放在这里，${refusedWords(this.layout, this.#refused, this.tools)}` };
    return { ok: true, ...best, isClean: best.wrong <= this.#before };
  }

  #isAway(one: Layout): boolean {
    return one.pages.length > this.layout.pages.length;
  }
}

/** The others of its page shift for a block, each as it is, those below a pulled one downwards in their order if they can; null where it does not lie on the page, or one of them finds no place. */
export function shiftedFor(layout: Layout, page: number, moved: Piece, isPull: boolean, { ruler, titleOf }: HandTools): { readonly layout: Layout; readonly note: string } | null {
  const plan = layout.pages.find(({ number }) => number === page);
  const pieces = plan === undefined || !isInside(moved, plan, ruler.master) ? null : (isPull ? pushedDown(plan, moved, ruler.master) : null) ?? besideFixed(plan, [moved], ruler.master);
  if (plan === undefined || pieces === null) return null;
  const others = pieces.filter((piece) => piece.article !== moved.article && !plan.pieces.includes(piece)).map(({ article }) => article);
  return { layout: withPage(layout, { ...plan, pieces }), note: gaveWay(others, titleOf) };
}

/** One page alone is another: the rest of the paper, and who stands on that page, is as it was. */
function isSamePaper(before: Layout, after: Layout, page: number): boolean {
  const others = ({ pages }: Layout): string => JSON.stringify(pages.filter(({ number }) => number !== page));
  const own = ({ pages }: Layout): string => JSON.stringify(pages.find(({ number }) => number === page)?.pieces.map(({ article, from, to }) => [article, from, to]).toSorted());
  return others(before) === others(after) && own(before) === own(after);
}

/** Lines without room: on a page and those before it, and where a jumped text goes on what is more than the last page has room for below all that stands there; for the rest room is made after it (follow-jump.ts). */
function overOf(layout: Layout, page: number, ruler: Yardstick): number {
  const { characters, columns, lines } = ruler.master;
  const last = layout.pages.at(-1)!;
  let [over, later, measure] = [0, 0, characters];
  for (const room of roomsOf(layout, ruler)) {
    if (room.page <= page) over += room.over;
    else later += room.over * room.measure;
    if (room.page > page && room.over > 0) ({ measure } = room);
  }
  const free = SPARE * (lines - whiteOf(last, columns, lines).end) * columns * characters;
  return over + Math.max(0, Math.ceil((later - free) / measure));
}

/** It is as it was, wherever it stands. */
function isShifted(before: PagePlan, after: PagePlan | undefined, article: string): boolean {
  const [a, b] = [before, after].map((plan) => plan?.pieces.find((piece) => piece.article === article));
  return a !== undefined && b !== undefined && isSameShape(a, b);
}

/** Pairs of others of which the lower one was the higher before. */
function turnedBeside(before: PagePlan, after: PagePlan | undefined, article: string): number {
  if (after === undefined) return 0;
  const row = (plan: PagePlan, of: string): number | null => {
    const piece = plan.pieces.find((one) => one.article === of);
    return piece === undefined ? null : boundsOf(piece).row;
  };
  const others = before.pieces.map((piece) => piece.article).filter((one) => one !== article && row(after, one) !== null);
  return others.reduce((sum, a, i) => sum + others.slice(i + 1).filter((b) => (row(before, a)! - row(before, b)!) * (row(after, a)! - row(after, b)!) < 0).length, 0);
}

function otherCost(moved: number): number {
  return OTHER * moved + MANY * Math.max(0, moved - FEW);
}
