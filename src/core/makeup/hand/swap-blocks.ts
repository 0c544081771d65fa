// 对调: two blocks change places. On one page each is set as it is, or in the other's width,
// as high as its own text there; the blocks about them shift, and text columns beside them
// give way or grow; or one takes the other's place and that one and a few more are laid anew;
// or each in a width of its own, the page set level about them; or the part of the page in
// which both stand is turned, mirrored or the other way up; or, for the page's lead, the other one
// heads the page and all is made up anew about it. Of all such pages that which is
// worth most is taken, of about equals that on which fewest others stand otherwise, and it is
// told what it is worth where that is less than before. In: a layout and two of its blocks.
// Out: the layout, or why it cannot be. Nothing leaves the page, and nothing loses its box or
// its title's form.
import { type Area, areasOf, type BlockName, type Layout, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import type { HandOutcome, HandTools } from './hand-act';
import { newCrowd } from '../rules/crowded';
import { MOST_OVER, wayFor } from './give-way';
import { keepsAll, remadeAround } from './remade-around';
import { gaveWay } from './way-words';
import { boxIn, isWhole, type Room, settle } from './hand-room';
import { aroundAll, boundsOf, commonCells, headOf, overlaps } from '../measure/hand-shape';
import { fittedOvers } from './fit-overs';
import { changedBeside, moreOver, movedBeside } from './hand-cost';
import { pieceOf, refuse, withPage } from './hand-put';
import { OVER, WHITE } from './harm';
import { notStretched } from './no-stretch';
import { leadOn } from '../rules/page-leads';
import { whiteOf } from '../rules/page-white';
import { retiled } from './retile';
import { roomsOf } from '../judge/rooms';
import { slidLevels } from './slide-rows';
import { turnedPages } from '../propose/turned-parts';
import { headedBy } from './swap-head';
import { swapStarts } from './swap-starts';
import { at, besideFixed, collide, isInside } from './shift-others';
import type { Steps } from '../measure/steps';
import { capacity, givenWay, shapesOf } from './text-gives-way';
import { noteWith, worthWords } from './worth-words';
import type { Yardstick } from '../measure/yardstick';

/** Pages that are weighed with their text set; all others by their white and the room of their columns. */
const MOST_WEIGHED = 8;
/** Pages that are set level. */
const MOST_LEVEL = 16;
const ENOUGH = 5;
/** What a page set level costs (slide-rows.ts) on which little is wrong. */
const CLEAN = 45;
/** Makings up anew of the rest around the two. */
const MOST_REMADE = 2;
/** Rows that the two go up or down together for what stands about them. */
const FAR = 12;
/** What so much text without room costs that the two do not change (hand-cost.ts). */
const LOST = 1000;
/** What it costs that they stand in each other's order alone, not in each other's places: that was not asked for. */
const ELSEWHERE = 12;
/** The same where they have changed sides, the one now at the left, or above, of the other: little beside what such a page is worth. */
const AWAY = 3;
/** What each line without room costs beside what the page is worth less for it, and each other block that stands otherwise. */
const LINE = 2;
const OTHER = 1;
/** What it costs that one who only stands by gets blank rows. */
const BLANK = 12;
/** What is no worse than this is looked no further for; worse than that, all is tried that there is. */
const GOOD = 6;
const POOR = 45;
/** Worse than that beside what was asked for, the page is made up anew for a lead that changes places. */
const MUCH = 20;
/** What a lead costs that stands lower (losses.ts). */
const LED = 24;

/** Two blocks in each other's place. `asIs`: in each other's room and no other. */
export function* swapBlocks(layout: Layout, [page, piece]: readonly [number, Piece], [otherPage, other]: readonly [number, Piece], asIs: boolean, tools: HandTools): Steps<HandOutcome> {
  const { ruler, edition, titleOf } = tools;
  const name = (one: Piece): string => quoted(titleOf(one.article));
  if (page !== otherPage && [piece, other].some(({ from, to }) => from !== null || to !== null)) return refuse('转了版的稿件只能与同一版的对调');
  for (const one of [piece, other]) if (one.pinned === true) return refuse(`${name(one)}锁定了，先解锁再对调`);
  const plain = exchanged(layout, [page, piece], [otherPage, other], ruler);
  const isApart = apart(boundsOf(piece), boundsOf(other));
  const refusal = plain.layout === null ? page === otherPage && !isApart ? `${name(piece)}与${name(other)}一个环着另一个排，对调不了：先把它们移开` : (plain.reason ?? `${name(plain.cramped)}放不进对方的位置`) : '';
  if (page !== otherPage || asIs) return plain.layout === null ? refuse(refusal) : { ok: true, layout: plain.layout };
  let best: { readonly layout: Layout; readonly cost: number } | null = null;
  // In the other's room each has all of it; else it is as low as its text, as who stands about it.
  const offer = (one: Layout | null, own: readonly string[] = []): void => {
    if (one === null || newCrowd(layout, one) !== null) return;
    const fitted = fittedOvers(notStretched(layout, one, own, ruler), ruler);
    const isLost = moreOver(layout, fitted, tools).some(({ more }) => more > MOST_OVER);
    const cost = swapCost(layout, fitted, [piece.article, other.article], tools) + (isLost ? LOST : 0) + elsewhere(layout, fitted, page, piece.article, other.article);
    if (best === null || cost < best.cost) best = { layout: fitted, cost };
  };
  const found = (): { readonly layout: Layout; readonly cost: number } | null => best;
  // That the lead is the lead no more is what was asked for.
  const lead = leadOn(layout.pages, page, edition, tools.isReport);
  const asked = [piece, other].some(({ article }) => article === lead) ? LED : 0;
  const isGood = (): boolean => (found()?.cost ?? Infinity) <= GOOD + asked;
  // Each has its text set.
  const offerAll = function* (made: readonly Layout[]): Steps<void> {
    for (const one of made) {
      yield;
      offer(one);
    }
  };
  offer(plain.layout, [piece.article, other.article]);
  if (!isGood() && isApart) yield* offerAll(turnedRound(layout, page, piece, other, tools));
  if (!isGood() && isApart) yield* offerAll(yield* laidAbout(layout, page, piece, other, tools));
  if (!isGood()) yield* offerAll(yield* setLevel(layout, page, piece, other, tools));
  if (!isGood() && isApart) yield* offerAll(yield* turnedInParts(layout, page, piece, other, tools));
  if (asked > 0 && isApart && (found()?.cost ?? Infinity) > MUCH + asked) yield* offerAll(yield* leadExchanged(layout, page, piece.article === lead ? [piece, other] : [other, piece], tools));
  const isPoor = (): boolean => (found()?.cost ?? Infinity) > POOR + asked;
  if (isPoor() && isApart) yield* offerAll(yield* aroundBoth(layout, page, piece, other, tools));
  if ((found()?.cost ?? Infinity) >= LOST && isApart) yield* offerAll(yield* aroundOne(layout, page, piece, other, tools));
  // One around the other, and neither can be over it: at its other side.
  if (found() === null && !isApart) yield* offerAll(yield* turnedInParts(layout, page, piece, other, tools));
  const made = found();
  if (made === null) return refuse(refusal);
  const broken = moreOver(layout, made.layout, tools).find(({ more }) => more > MOST_OVER);
  if (broken !== undefined) {
    return refuse(`对调后${quoted(titleOf(broken.article))}会余 ${broken.over} 行（约 ${broken.characters} 字），没有对调：先把它略去这些（L）或转一部分到后面的版（J），或把旁边一篇移到下一版（Ctrl+Alt+PageDown）`);
  }
  return { ok: true, layout: made.layout, ...swapNote(layout, made.layout, page, [piece.article, other.article], tools) };
}

/** Pages on which one of the two stands in the other's place, as it is or in its width, and the other and at most two more are laid anew about it. */
function* laidAbout(layout: Layout, page: number, piece: Piece, other: Piece, { ruler }: HandTools): Steps<Layout[]> {
  const { master } = ruler;
  const plan = layout.pages.find(({ number }) => number === page);
  if (plan === undefined) return [];
  const made: Layout[] = [];
  for (const [one, second] of [[piece, other], [other, piece]] as const) {
    const [from, to] = [boundsOf(one), boundsOf(second)];
    for (const shape of shapesOf(one, to.columns, ruler)) {
      const bounds = boundsOf(shape);
      for (const row of new Set([to.row, to.row + to.rows - bounds.rows])) {
        const moved = put(shape, { ...bounds, column: Math.min(to.column, master.columns - bounds.columns), row });
        if (!isInside(moved, plan, master)) continue;
        yield;
        for (const { pieces } of yield* retiled(plan, moved, 0, ruler)) {
          const next: Layout = withPage(layout, { ...plan, pieces });
          const there = pieces.find(({ article }) => article === second.article);
          if (there !== undefined && isTurned([from, to], [boundsOf(moved), boundsOf(there)]) && layoutFault(next, master.columns, master.lines) === null && keepsAll(layout, next, null)) made.push(next);
        }
      }
    }
  }
  return made;
}

/** Pages that the other one heads, the lead not beside its head. */
function* leadExchanged(layout: Layout, page: number, [lead, other]: readonly [Piece, Piece], tools: HandTools): Steps<Layout[]> {
  const plan = layout.pages.find(({ number }) => number === page);
  if (plan === undefined) return [];
  const was = [boundsOf(lead), boundsOf(other)] as const;
  const isNow = (one: Layout): boolean => {
    const now = [lead, other].map(({ article }) => pieceOf(one, { page, article })).filter((piece) => piece !== null).map(boundsOf);
    return now.length === 2 && isChanged(was, now as [Area, Area]);
  };
  return (yield* headedBy(layout, plan, lead, other, tools)).filter(isNow);
}

/** Pages turned in the part in which both stand (turned-parts.ts), the two on each other's side. */
function* turnedInParts(layout: Layout, page: number, piece: Piece, other: Piece, { ruler: { master } }: HandTools): Steps<Layout[]> {
  const plan = layout.pages.find(({ number }) => number === page);
  if (plan === undefined) return [];
  yield;
  const boundsIn = (pieces: readonly Piece[]): readonly [Area, Area] => [piece, other].map(({ article }) => boundsOf(pieces.find((one) => one.article === article)!)) as [Area, Area];
  const was = boundsIn(plan.pieces);
  const isNow = (now: readonly [Area, Area]): boolean => (apart(...was) ? isChanged(was, now) : isAcross(was, now));
  return turnedPages(plan, [piece, other], master.columns, master.lines).filter(({ pieces }) => isNow(boundsIn(pieces))).map((turned) => withPage(layout, turned)).filter((one) => layoutFault(one, master.columns, master.lines) === null);
}

/** Pages set level with the two in each other's place or order, in widths of their own. */
function* setLevel(layout: Layout, page: number, piece: Piece, other: Piece, { ruler }: HandTools): Steps<Layout[]> {
  const plan = layout.pages.find(({ number }) => number === page);
  if (plan === undefined) return [];
  const heads = ({ pieces }: PagePlan): readonly [Area, Area] => [piece, other].map(({ article }) => headOf(pieces.find((one) => one.article === article)!)) as [Area, Area];
  const old = heads(plan);
  const made: { readonly layout: Layout; readonly cost: number }[] = [];
  let tried = 0;
  for (const level of slidLevels(swapStarts(plan, piece, other, ruler).map((start) => ({ plan: start, put: [] })), plan, layout, ruler, MOST_LEVEL, [piece.article, other.article])) {
    yield;
    // The likeliest are tried first: with one that is clean the rest would be no better.
    if (tried++ >= ENOUGH && made.some(({ cost }) => cost < CLEAN)) break;
    const set = level();
    if (set === null) continue;
    const next: PagePlan = { ...plan, pieces: set.pieces };
    const changed = withPage(layout, next);
    if (isHeadTurned(old, heads(next)) && layoutFault(changed, ruler.master.columns, ruler.master.lines) === null && keepsAll(layout, changed, null)) made.push({ layout: changed, cost: set.cost });
  }
  return made.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_WEIGHED).map((one) => one.layout);
}

/** The head that was above the other's, or at its left, is so no more. */
function isHeadTurned([a, b]: readonly [Area, Area], [one, two]: readonly [Area, Area]): boolean {
  const before = a.row - b.row || a.column - b.column;
  return before * (one.row - two.row || one.column - two.column) < 0;
}

/** What became of the two where they do not stand in each other's places; who else is another than it was; and what the page is worth after it, where that is less than before. Nothing where none of it is so. */
function swapNote(before: Layout, after: Layout, page: number, both: readonly [string, string], tools: HandTools): { readonly note?: string; readonly done?: string; readonly title?: string } {
  const words = worthWords(before, after, tools);
  const others = changedBeside(before, after, both);
  const gave = others.length === 0 ? '' : `，${gaveWay(others, tools.titleOf)}`;
  if (!isExchange(before, after, page, ...both)) {
    const where = both.map((article) => placeWords(boundsOf(pieceOf(after, { page, article })!), tools.titleOf(article))).join('，');
    return { ...noteWith(`两块没有照原位对调（会排不下，或版面差得多），只换了先后：${where}${gave}`, words), title: '两块换先后' };
  }
  if (gave !== '') return noteWith(`对调了${gave}`, words);
  return words === '' ? {} : { note: `对调后${words.slice(1)}`, done: '' };
}

function placeWords({ column, row }: Area, title: string): string {
  return `${quoted(title)}到了第 ${column + 1} 栏第 ${row + 1} 行`;
}

/** Points that a swap costs: what the page is worth decides; of about equals the one for which the fewest others stand otherwise. */
function swapCost(before: Layout, after: Layout, both: readonly [string, string], tools: HandTools): number {
  const was = roomsOf(before, tools.ruler);
  // Less than a row of its columns is what a whole number of rows leaves.
  const blank = roomsOf(after, tools.ruler).filter(({ article, page, short, columns }) => !both.includes(article) && short >= Math.max(columns, 1 + (was.find((one) => one.article === article && one.page === page)?.short ?? 0)));
  return tools.worthOf(before).left - tools.worthOf(after).left + LINE * moreOver(before, after, tools).reduce((sum, { more }) => sum + more, 0) + OTHER * movedBeside(before, after, both) + BLANK * blank.length;
}

/** What it costs where the two stand. */
function elsewhere(before: Layout, after: Layout, page: number, first: string, second: string): number {
  if (isExchange(before, after, page, first, second)) return 0;
  const [a, b, one, two] = [before, after].flatMap((layout) => [first, second].map((article) => pieceOf(layout, { page, article }))).map((piece) => (piece === null ? null : boundsOf(piece)));
  return a && b && one && two && isChanged([a, b], [one, two]) ? AWAY : ELSEWHERE;
}

/** Each stands where the other stood; two that stood side by side are that still. What is on two pages, or on none, is in the other's room by itself. */
function isExchange(before: Layout, after: Layout, page: number, first: string, second: string): boolean {
  const boundsIn = (layout: Layout, article: string): Area | null => {
    const piece = pieceOf(layout, { page, article });
    return piece === null ? null : boundsOf(piece);
  };
  const [a, b, one, two] = [boundsIn(before, first), boundsIn(before, second), boundsIn(after, first), boundsIn(after, second)];
  if (a === null || b === null || one === null || two === null) return true;
  const cells = ({ columns, rows }: Area): number => columns * rows;
  const isIn = (next: Area, old: Area): boolean => 2 * commonCells(next, old) >= Math.min(cells(next), cells(old));
  const isBeside = !isStack(a, b) && a.row < b.row + b.rows && b.row < a.row + a.rows;
  return isIn(one, b) && isIn(two, a) && !(isBeside && isStack(one, two));
}

type Exchange = { readonly layout: Layout; readonly reason: null } | { readonly layout: null; readonly reason: string | null; readonly cramped: Piece };

/** Each as it is in the other's room. */
function exchanged(layout: Layout, [page, piece]: readonly [number, Piece], [otherPage, other]: readonly [number, Piece], ruler: Yardstick): Exchange {
  const into = (one: Piece, place: Piece): Piece | null => {
    if (one.box !== null) return place.box !== null || isWhole(place) ? boxIn(one, boundsOf(place), ruler) : null;
    // A title downwards is as high as its room is; what it was is kept where it is shifted.
    if (one.upright === true) return null;
    const room: Room = place.box !== null ? { deck: null, body: [place.box], rebreak: true } : { deck: place.deck, body: place.body, rebreak: one.variant !== place.variant };
    return settle(one, room, ruler);
  };
  const [here, there] = [into(other, piece), into(piece, other)];
  if (here === null || there === null) return { layout: null, reason: null, cramped: here === null ? other : piece };
  const next: Layout = { pages: layout.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((one) => (plan.number === page && one === piece ? here : plan.number === otherPage && one === other ? there : one)) })) };
  const reason = layoutFault(next, ruler.master.columns, ruler.master.lines, ruler.pageOf);
  return reason === null ? { layout: next, reason: null } : { layout: null, reason, cramped: piece };
}

/** Pages on which the two stand in each other's order, the others about them. */
function turnedRound(layout: Layout, page: number, piece: Piece, other: Piece, { ruler }: HandTools): Layout[] {
  const { master } = ruler;
  const plan = layout.pages.find(({ number }) => number === page);
  if (plan === undefined) return [];
  const [a, b] = [boundsOf(piece), boundsOf(other)];
  const room = capacity(plan);
  const out: { readonly layout: Layout; readonly wrong: number }[] = [];
  const seen = new Set<string>();
  for (const one of shapesOf(piece, b.columns, ruler)) {
    for (const two of shapesOf(other, a.columns, ruler)) {
      for (const { places: [first, second], by } of placesOf(boundsOf(one), boundsOf(two), a, b, plan.mastheadRows, master)) {
        const fixed = [put(one, first), put(two, second)] as const;
        const key = JSON.stringify(fixed.map(areasOf));
        if (!isTurned([a, b], fixed.map(boundsOf) as [Area, Area])) continue;
        if (seen.has(key) || collide(...fixed) || fixed.some((placed) => !isInside(placed, plan, master))) continue;
        seen.add(key);
        for (const pieces of [by === 0 ? besideFixed(plan, fixed, master) : null, givenWay(plan, fixed, ruler)]) {
          if (pieces === null) continue;
          const next: PagePlan = { ...plan, pieces };
          const changed = withPage(layout, next);
          if (layoutFault(changed, master.columns, master.lines) !== null || newCrowd(layout, changed) !== null) continue;
          const less = room - capacity(next, [one, two]) + capacity({ pieces: [one, two] }) - capacity({ pieces: [piece, other] });
          out.push({ layout: changed, wrong: WHITE * whiteOf(next, master.columns, master.lines).holes + (less > 0 ? OVER : -WHITE) * less });
        }
      }
    }
  }
  return out.toSorted((x, y) => x.wrong - y.wrong).slice(0, MOST_WEIGHED).map((one) => one.layout);
}

/** Neither stands inside what the other reaches around. */
function apart(a: Area, b: Area): boolean {
  return 2 * commonCells(a, b) < Math.min(a.columns * a.rows, b.columns * b.rows);
}

/** One is above the other, rather than at its side. */
function isStack(a: Area, b: Area): boolean {
  return a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** The one that was above, or at the left, is so no more. */
function isTurned([a, b]: readonly [Area, Area], [one, two]: readonly [Area, Area]): boolean {
  const row = (area: Area): number => 2 * area.row + area.rows;
  const column = (area: Area): number => 2 * area.column + area.columns;
  const by = isStack(a, b) ? row : column;
  return by(a) < by(b) ? by(two) < by(one) : by(one) < by(two);
}

/** The one that was above the other, all of it, is below it now, or the one that was at its left at its right. */
function isChanged([a, b]: readonly [Area, Area], [one, two]: readonly [Area, Area]): boolean {
  const isAbove = (upper: Area, lower: Area): boolean => upper.row + upper.rows <= lower.row;
  const isLeft = (left: Area, right: Area): boolean => left.column + left.columns <= right.column;
  return (isAbove(a, b) && isAbove(two, one)) || (isAbove(b, a) && isAbove(one, two)) || (isLeft(a, b) && isLeft(two, one)) || (isLeft(b, a) && isLeft(one, two));
}

/** Of two of which one reaches around the other: that one stands at its other side, or over it instead of under it. */
function isAcross(was: readonly [Area, Area], now: readonly [Area, Area]): boolean {
  const cells = ({ columns, rows }: Area): number => columns * rows;
  const inner = cells(was[0]) < cells(was[1]) ? 0 : 1;
  return was[inner].column !== now[inner].column || Math.abs(was[inner].row - now[inner].row) >= was[inner].rows / 2;
}

/** Where two shapes stand when they have changed: at the edges of each other's place, and of what both had; `by`: rows higher or lower than that. */
function placesOf(one: Area, two: Area, a: Area, b: Area, head: number, { columns, lines }: { readonly columns: number; readonly lines: number }): { readonly places: readonly [Area, Area]; readonly by: number }[] {
  const all = aroundAll([a, b]);
  const out: { readonly places: readonly [Area, Area]; readonly by: number }[] = [];
  const isAbove = isStack(a, b);
  const across = (shape: Area, place: Area): number[] => [...new Set([place.column, place.column + place.columns - shape.columns, all.column])].filter((column) => column >= 0 && column + shape.columns <= columns);
  for (const first of across(one, b)) {
    for (const second of across(two, a)) {
      if (isAbove) {
        const top = a.row < b.row ? { shape: two, column: second } : { shape: one, column: first };
        const low = a.row < b.row ? { shape: one, column: first } : { shape: two, column: second };
        const foot = all.row + all.rows;
        for (let by = -FAR; by <= FAR; by++) {
          const placed = { ...top.shape, column: top.column, row: all.row + by };
          for (const row of new Set([foot - low.shape.rows, placed.row + placed.rows + 1])) {
            if (placed.row < head || row + low.shape.rows > lines || row <= placed.row + placed.rows) continue;
            const under = { ...low.shape, column: low.column, row };
            out.push({ places: a.row < b.row ? [under, placed] : [placed, under], by });
          }
        }
      } else {
        for (const row of [b.row, b.row + b.rows - one.rows]) for (const otherRow of [a.row, a.row + a.rows - two.rows]) out.push({ places: [{ ...one, column: first, row }, { ...two, column: second, row: otherRow }], by: 0 });
      }
    }
  }
  return out;
}

function put(piece: Piece, { column, row }: Area): Piece {
  const bounds = boundsOf(piece);
  return at(piece, column - bounds.column, row - bounds.row);
}

/** Pages on which both stand in each other's order as they are, and all the rest is made up anew. */
function* aroundBoth(layout: Layout, page: number, piece: Piece, other: Piece, tools: HandTools): Steps<Layout[]> {
  const { master } = tools.ruler;
  const plan = layout.pages.find(({ number }) => number === page);
  if (plan === undefined) return [];
  const [a, b] = [boundsOf(piece), boundsOf(other)];
  const fixed = placesOf(a, b, a, b, plan.mastheadRows, master).filter(({ by }) => by === 0 || by === -1)
    .map(({ places: [first, second] }) => [put(piece, first), put(other, second)] as const)
    .filter(([one, two]) => !collide(one, two) && isInside(one, plan, master) && isInside(two, plan, master) && isTurned([a, b], [boundsOf(one), boundsOf(two)]));
  const made: Layout[] = [];
  for (const both of fixed.slice(0, MOST_REMADE)) made.push(...(yield* remadeAround(layout, page, both, tools)));
  return made.filter((one) => keepsAll(layout, one, null));
}

/** Pages on which one of them stands in the other's place as it is and all the rest is made up anew, the other where it was. */
function* aroundOne(layout: Layout, page: number, piece: Piece, other: Piece, tools: HandTools): Steps<Layout[]> {
  const { master } = tools.ruler;
  const made: Layout[] = [];
  for (const [one, second] of [[piece, other], [other, piece]] as const) {
    const [from, to] = [boundsOf(one), boundsOf(second)];
    const name: BlockName = { page, article: one.article };
    const moved = at(one, Math.min(to.column, master.columns - from.columns) - from.column, Math.min(to.row, master.lines - from.rows) - from.row);
    const given = yield* wayFor(layout, name, moved, tools);
    if (given?.ok !== true || !keepsAll(layout, given.layout, null)) continue;
    const there = given.layout.pages.find(({ number }) => number === page)?.pieces.find(({ article }) => article === second.article);
    if (there !== undefined && overlaps(boundsOf(there), from) && isTurned([from, to], [boundsOf(moved), boundsOf(there)])) made.push(given.layout);
  }
  return made;
}
