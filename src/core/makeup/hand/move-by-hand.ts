// A block moved on its page by hand. On empty rows it stands where it was put. Where it would cover a headline or a box, the ways in which
// that can be, in order: the others give way; it stands as near as can be; it changes places
// with what it was put on; what is in its way is made lower. In: a layout, the block and the
// act. Out: the layout after it and what became of the others, or why it cannot be, in Chinese.
import { type Area, areasOf, type Layout, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { putOnEmpty } from './empty-place';
import { levelAbout, MOST_OVER, nearestWay, wayFor, wayForOneOf } from './give-way';
import { headedWay, worthAtHead } from './head-by-hand';
import { GAVE_WAY } from './way-words';
import type { HandActOf, HandOutcome, HandTools } from './hand-act';
import { moreOver, pointsLost } from './hand-cost';
import { pieceOf, put, refuse } from './hand-put';
import { boundsOf, cellsOf, coveredCells, fixedAreas, overlaps } from '../measure/hand-shape';
import { pulledPiece } from './pull-by-hand';
import { wayOf } from './retile';
import { at, collide, isInside } from './shift-others';
import type { Steps } from '../measure/steps';
import { swapBlocks } from './swap-blocks';
import { widthsAt } from './text-gives-way';
import { noteWith, worthWords } from './worth-words';

/** Rows from where it was dropped at which a block may stand where fewer others move for it. */
const NEAR = 12;
/** Points that a page may lose before shortening what stands in the way is thought of. */
const DEAR = 30;
/** Rows below its page's head at which a block that is put there is to be at the head; points by which another width must be better than its own. */
const AT_HEAD = 3;
const MUCH_BETTER = 10;
/** Points (hand-cost.ts) that a drop on text may cost before the page is set level about it, and by which that must be better. */
const AS_GOOD = 4;
const BETTER = 3;
/** And for each row that it then stands from where it was put; that it is not at the head where it was put there. */
const A_ROW = 1;
const OFF_HEAD = 8;
/** Points that a page with it at its head may lose before every width is tried. */
const NOT_WELL = 40;

/** So many columns and rows further; what it covers gives way, or, where it may, the others do. */
export function* moveByHand(layout: Layout, piece: Piece, act: HandActOf<'move'>, tools: HandTools): Steps<HandOutcome> {
  const { titleOf } = tools;
  const name = quoted(titleOf(piece.article));
  const moved = at(piece, act.columns, act.rows);
  const outcome = put(layout, act.page, [[piece, moved]], tools);
  if (act.giveWay !== true) return outcome;
  const alone = putOnEmpty(layout, act.page, piece, moved, tools);
  if (alone !== null) return { ok: true, layout: alone.layout, ...noteWith(aloneWords(name, moved, alone.rows), worthWords(layout, alone.layout, tools)) };
  const isHead = isInHead(layout, act.page, moved, tools);
  if (outcome.ok) {
    const given = (yield* evened(layout, act, moved, outcome, tools)) ?? outcome;
    return (isHead ? told(yield* bestAtHead(layout, act, moved, tools, given), layout, tools) : null) ?? given;
  }
  const headed = isHead ? yield* bestAtHead(layout, act, moved, tools, yield* wayFor(layout, act, moved, tools, 'level', NEAR)) : null;
  if (headed !== null) return told(headed, layout, tools)!;
  const given = yield* wayFor(layout, act, moved, tools, 'anew', NEAR);
  // It stands where it was put, whatever the page is worth then: the two change places where they are told to.
  const dear = given?.ok === true && tools.worthOf(given.layout).left < tools.worthOf(layout).left - DEAR ? given : null;
  const isFar = given?.ok === true && offOf(given.layout, act, moved) > NEAR;
  const near = given !== null && (dear !== null || isFar || !given.ok) ? yield* nearestWay(layout, act, moved, tools) : null;
  // Put at its page's head it is to be what the page begins with: in the width in which the others stand best beside it, where that is better by far.
  const led = dear !== null && isAtHead(layout, act.page, moved) ? yield* ledWay(layout, piece, act, tools) : null;
  if (dear !== null && led?.ok === true && tools.worthOf(led.layout).left > tools.worthOf(dear.layout).left + MUCH_BETTER) return { ok: true, layout: led.layout, ...noteWith(led.note ?? GAVE_WAY, worthWords(layout, led.layout, tools)) };
  const isNearer = near !== null && (given?.ok !== true || !isFar || offOf(near.layout, act, moved) < offOf(given.layout, act, moved));
  const found = isNearer ? near : given?.ok === true ? given : null;
  // Where it has no room as it is, in the place of what it was put on, in a shape that fits there, and that in its own.
  const other = found === null ? coveredMost(layout, act.page, piece, moved) : null;
  const turned = other === null || given === null ? null : yield* swapBlocks(layout, [act.page, piece], [act.page, other], false, tools);
  if (turned?.ok === true && isOnWay(piece, moved, pieceOf(turned.layout, act), other!)) {
    const beside = `${name}在这里照原样排不下，与${quoted(titleOf(other!.article))}`;
    return { ok: true, layout: turned.layout, note: `${beside}${turned.note ?? '对调了'}`, done: `${beside}对调了` };
  }
  // Shortened where there is no other way: no text is left over where the rest can give way, nor more than can be mended.
  const cut = given !== null && found === null ? cutFor(layout, act.page, piece, moved, tools) : null;
  if (cut?.ok === true && moreOver(layout, cut.layout, tools).every(({ more }) => more <= MOST_OVER)) return cut;
  if (found === null) return given ?? outcome;
  return { ok: true, layout: found.layout, ...noteWith(`${found === given ? '' : `${name}在原处排不下，排在了最近的地方；`}${found.note ?? GAVE_WAY}`, worthWords(layout, found.layout, tools)) };
}

/** The block at its page's head, and the page made up anew about it where the others cannot give way without a loss (`given`: as they can best) and that is better; null where it is neither of these. */
function* bestAtHead(layout: Layout, act: HandActOf<'move' | 'lead'>, moved: Piece, tools: HandTools, given: HandOutcome | null): Steps<{ readonly layout: Layout; readonly note: string } | null> {
  const was = tools.worthOf(layout).left;
  const off = given?.ok === true ? offOf(given.layout, act, moved) : 0;
  const left = given?.ok === true && moreOver(layout, given.layout, tools).length === 0 ? tools.worthOf(given.layout).left - (off === 0 ? 0 : OFF_HEAD + A_ROW * off) : -Infinity;
  if (given?.ok === true && off === 0 && left >= was - AS_GOOD) return given.note === undefined ? null : { layout: given.layout, note: given.done ?? given.note };
  const headed = yield* headedWay(layout, act, moved, tools);
  // Not well: in other widths the others may yet stand beside it as they are.
  const old = pieceOf(layout, act);
  const led = old === null || !isAtHead(layout, act.page, moved) || (headed?.worth ?? left) > was - NOT_WELL ? null : yield* ledWay(layout, old, act, tools);
  const worth = led?.ok === true ? worthAtHead(layout, led.layout, act, moved, tools) : null;
  const best = led?.ok === true && worth !== null && worth > (headed?.worth ?? -Infinity) ? { layout: led.layout, note: led.note ?? GAVE_WAY, worth } : headed;
  return best !== null && best.worth > left ? best : null;
}

function told(made: { readonly layout: Layout; readonly note: string } | null, before: Layout, tools: HandTools): HandOutcome | null {
  return made === null ? null : { ok: true, layout: made.layout, ...noteWith(made.note, worthWords(before, made.layout, tools)) };
}

/** It begins in the first rows of the page. */
function isInHead({ pages }: Layout, page: number, moved: Piece, { ruler }: HandTools): boolean {
  const plan = pages.find(({ number }) => number === page);
  return plan !== undefined && isInside(moved, plan, ruler.master) && boundsOf(moved).row <= plan.mastheadRows + AT_HEAD;
}

/** It begins in the upper left corner of the page, or a few rows below. */
function isAtHead({ pages }: Layout, page: number, moved: Piece): boolean {
  const { column, row } = boundsOf(moved);
  return column === 0 && row <= (pages.find(({ number }) => number === page)?.mastheadRows ?? 0) + AT_HEAD;
}

/** In the upper left corner of its page, in each width that it can have. */
function* ledWay(layout: Layout, piece: Piece, act: HandActOf<'move' | 'lead'>, tools: HandTools): Steps<HandOutcome | null> {
  const head = layout.pages.find(({ number }) => number === act.page)?.mastheadRows ?? 0;
  const { column, row } = boundsOf(piece);
  const here = at(piece, -column, head - row);
  return yield* wayForOneOf(layout, act, [here, ...widthsAt(piece, head, tools.ruler).filter((one) => JSON.stringify(areasOf(one)) !== JSON.stringify(areasOf(here)))], tools);
}

/** 提到版首. */
export function* leadByHand(layout: Layout, piece: Piece, act: HandActOf<'lead'>, tools: HandTools): Steps<HandOutcome> {
  const name = quoted(tools.titleOf(piece.article));
  const { column, row } = boundsOf(piece);
  const head = layout.pages.find(({ number }) => number === act.page)?.mastheadRows ?? 0;
  if (column === 0 && row === head) return refuse(`${name}已经在版首`);
  const plain = put(layout, act.page, [[piece, at(piece, -column, head - row)]], tools);
  const top = at(piece, -column, head - row);
  const headed = yield* bestAtHead(layout, act, top, tools, plain.ok ? plain : yield* wayFor(layout, act, top, tools, 'level'));
  if (headed !== null) return told(headed, layout, tools)!;
  // As it is, else in the width at which the others stand best beside it.
  const best = plain.ok ? null : yield* ledWay(layout, piece, act, tools);
  return best?.ok === true ? { ok: true, layout: best.layout, ...noteWith(best.note ?? GAVE_WAY, worthWords(layout, best.layout, tools)) } : best ?? plain;
}

/** That nothing else is another, and where it stands where that is not to the row where it was put. */
function aloneWords(name: string, moved: Piece, rows: number): string {
  const stay = '别的稿件都没有动';
  return rows === 0 ? stay : `${name}落在第 ${boundsOf(moved).row + rows + 1} 行（比放的地方${rows < 0 ? '高' : '低'} 1 行，中间空一行）；${stay}`;
}

/** The one whose headline, or box, it was put on most; null where none is, or it jumps. */
export function coveredMost(layout: Layout, page: number, piece: Piece, moved: Piece): Piece | null {
  return mostUnder(layout, page, piece, moved, ({ deck, box, body }) => (box !== null ? [box.area] : deck !== null ? [deck] : body.map(({ area }) => area)));
}

/** The one of whose areas it was put on most. */
export function mostUnder(layout: Layout, page: number, piece: Piece, moved: Piece, areas: (of: Piece) => readonly Area[]): Piece | null {
  const cells = (one: Piece): number => coveredCells(areas(one), areasOf(moved));
  const others = layout.pages.find(({ number }) => number === page)?.pieces.filter((one) => one !== piece && one.pinned !== true && cells(one) > 0) ?? [];
  return others.toSorted((a, b) => cells(b) - cells(a))[0] ?? null;
}

/** It stands in the place of what it was put on, or over its own and nearer to that than it stood, or nearly there: elsewhere nobody put it. */
export function isOnWay(old: Piece, moved: Piece, landed: Piece | null, other: Piece): boolean {
  if (landed === null) return false;
  const [left, before] = [wayOf(landed, moved), wayOf(old, moved)];
  return 2 * left < before || (left < before && overlaps(boundsOf(landed), boundsOf(moved))) || 2 * coveredCells(areasOf(other), areasOf(landed)) > cellsOf(other);
}

/** Rows, and columns as so many, from where it was put to where it stands. */
function offOf(layout: Layout, act: HandActOf<'move' | 'lead'>, moved: Piece): number {
  const there = pieceOf(layout, act);
  return there === null ? Infinity : wayOf(there, moved);
}

/** A block dropped into running text: the page set level about it where that is the better for it, the room that it left filled; null where it is as good as it is. */
function* evened(layout: Layout, act: HandActOf<'move'>, moved: Piece, plain: Extract<HandOutcome, { readonly ok: true }>, tools: HandTools): Steps<HandOutcome | null> {
  const lost = pointsLost(layout, plain.layout, [act.article], tools);
  if (lost <= AS_GOOD) return null;
  const given = yield* levelAbout(layout, act, moved, plain.layout, tools, NEAR);
  if (given?.ok !== true || pointsLost(layout, given.layout, [act.article], tools) > lost - BETTER - A_ROW * offOf(given.layout, act, moved)) return null;
  return { ok: true, layout: given.layout, ...noteWith(given.note ?? GAVE_WAY, worthWords(layout, given.layout, tools)) };
}

/** The last way, so that a block stands where it was put: those in its way become lower, above it or below it, whichever leaves them more; what then has no room is 余, and told. */
function cutFor(layout: Layout, page: number, piece: Piece, moved: Piece, tools: HandTools): HandOutcome | null {
  const { ruler, titleOf } = tools;
  const own = boundsOf(moved);
  const changed: [Piece, Piece][] = [[piece, moved]];
  for (const other of layout.pages.find(({ number }) => number === page)?.pieces ?? []) {
    if (other === piece || !fixedAreas(other).some((area) => areasOf(moved).some((one) => overlaps(area, one)))) continue;
    const bounds = boundsOf(other);
    const still = { left: 0, right: 0, top: 0, bottom: 0 };
    const ways = [pulledPiece(other, { ...still, bottom: own.row - 1 - bounds.row - bounds.rows }, ruler), pulledPiece(other, { ...still, top: bounds.row - own.row - own.rows - 1 }, ruler)].filter((one) => one !== null && !collide(one, moved)) as Piece[];
    const [best] = ways.toSorted((a, b) => cellsOf(b) - cellsOf(a));
    if (other.pinned === true || best === undefined) return null;
    changed.push([other, best]);
  }
  const outcome = put(layout, page, changed, tools);
  if (!outcome.ok) return null;
  return { ...outcome, ...noteWith(`${changed.slice(1).map(([other]) => quoted(titleOf(other.article))).join('、')}缩短，让了位`, worthWords(layout, outcome.layout, tools)) };
}
