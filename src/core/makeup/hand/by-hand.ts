// Make-up by hand: one act on one block of a make-up. In: a layout and the act. Out: the layout
// after it, or why it cannot be, in Chinese. The acts are in the files named after them
// (move-, pull-, form-, carry-, jump-by-hand.ts); what holds for all of them is here: no block is
// left right above another, and what has lost its room on a page that is not seen is told.
import { type Layout, layoutFault, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { carryByHand } from './carry-by-hand';
import { newCrowd } from '../rules/crowded';
import { boxByHand, breakByHand, fitByHand, headlineByHand, headRowsByHand, turnByHand } from './form-by-hand';
import { followJump } from './follow-jump';
import { orExchanged } from './drop-or-swap';
import type { HandAct, HandActOf, HandOutcome, HandTools } from './hand-act';
import { checked, pieceOf, refuse, withPieces } from './hand-put';
import { joinByHand, jumpByHand } from './jump-by-hand';
import { leadByHand, moveByHand } from './move-by-hand';
import { pullByHand } from './pull-by-hand';
import { roomsOf } from '../judge/rooms';
import type { Steps } from '../measure/steps';
import { swapBlocks } from './swap-blocks';
import { asSaid, noteWith, withWorthAtEnd, worthWords } from './worth-words';

/** A layout after an act; what has to be looked for is, step by step. None leaves a block right above another that was not. */
export function* actingByHand(layout: Layout, act: HandAct, tools: HandTools): Steps<HandOutcome> {
  const outcome = yield* acted(layout, act, tools);
  const crowd = outcome.ok ? newCrowd(layout, outcome.layout) : null;
  if (crowd !== null) return refuse(`${tools.ruler.pageOf(crowd.page)}${quoted(tools.titleOf(crowd.upper))}会压住与${quoted(tools.titleOf(crowd.lower))}之间的空行`);
  if (!outcome.ok) return outcome;
  const followed = isLookedFor(act) ? yield* followJump(layout, outcome.layout, act.page, tools) : null;
  if (followed !== null && newCrowd(layout, followed.layout) === null && tools.worthOf(followed.layout).left > tools.worthOf(outcome.layout).left) {
    if (act.kind === 'swap') tools.swaps.keep(layout, followed.layout, [act.article, act.other.article]);
    const own: { readonly note?: string; readonly done?: string } = act.kind === 'swap' && (outcome.done ?? '') === '' ? { note: '对调了' } : outcome;
    return { ...outcome, layout: followed.layout, note: withWorthAtEnd([own, { note: followed.note }], layout, followed.layout, tools), done: [own.done ?? own.note, followed.note].filter(Boolean).join('；') };
  }
  if (outcome.note !== undefined) return outcome;
  const away = overAway(layout, outcome.layout, act.page, tools);
  if (away !== '') return { ...outcome, note: away };
  // What is let go, and for which nobody moved: what only the text about it pays for is told.
  return (act.kind === 'pull' && act.giveWay === 'level') || (act.kind === 'move' && act.giveWay === true) ? { ...outcome, ...asSaid(worthWords(layout, outcome.layout, tools)), done: '' } : outcome;
}

/** What is shown while the hand moves has no time for it; what is asked for has. */
function isLookedFor(act: HandAct): boolean {
  return act.kind === 'swap' ? act.asIs !== true : act.kind === 'lead' || act.kind === 'carry' || ((act.kind === 'move' || act.kind === 'pull') && act.giveWay !== undefined);
}

/** What of a text that goes on has lost its room on another page than the one in hand, where it would not be seen; empty where nothing has. */
function overAway(before: Layout, after: Layout, page: number, { ruler, titleOf }: HandTools): string {
  if (after.pages.find(({ number }) => number === page)?.pieces.every(({ to }) => to === null) !== false) return '';
  const old = roomsOf(before, ruler);
  const more = roomsOf(after, ruler).filter((room) => room.page !== page && room.over > (old.find((one) => one.page === room.page && one.article === room.article)?.over ?? 0));
  return more.map((room) => `${quoted(titleOf(room.article))}在${ruler.pageOf(room.page)}余 ${room.over} 行`).join('，');
}

function* acted(layout: Layout, act: HandAct, tools: HandTools): Steps<HandOutcome> {
  const piece = pieceOf(layout, act);
  if (piece === null) return refuse('这一块已经不在版上');
  const name = quoted(tools.titleOf(piece.article));
  switch (act.kind) {
    case 'pin': return pin(layout, piece, act);
    case 'move': return yield* orExchanged(layout, piece, act, yield* moveByHand(layout, piece, act, tools), tools);
    case 'lead': return yield* leadByHand(layout, piece, act, tools);
    case 'pull': return yield* pullByHand(layout, piece, act, tools);
    case 'swap': return yield* swap(layout, piece, act, tools);
    case 'carry': return yield* carryByHand(layout, piece, act, tools);
    case 'box': return boxByHand(layout, piece, act, tools);
    case 'turn': return turnByHand(layout, piece, act, tools);
    case 'break': return breakByHand(layout, piece, act, tools);
    case 'head': return headRowsByHand(layout, piece, act, tools);
    case 'headline': return headlineByHand(layout, piece, act, tools);
    case 'fit': return fitByHand(layout, piece, act, tools);
    case 'jump': return standing(jumpByHand(layout, piece, act.page, act.to, tools.ruler, name), tools);
    case 'join': return standing(joinByHand(layout, piece.article, name, tools.ruler.pageOf), tools);
  }
}

/** A layout made over several pages, if it can stand; or the reason why none was. */
function standing(made: Layout | string, { ruler }: HandTools): HandOutcome {
  return typeof made === 'string' ? refuse(made) : checked(made, ruler);
}

/** 锁定、解锁. */
function pin(layout: Layout, piece: Piece, { page, pinned }: HandActOf<'pin'>): HandOutcome {
  const { pinned: _pinned, ...rest } = piece;
  return { ok: true, layout: withPieces(layout, page, (pieces) => pieces.map((one) => (one === piece ? (pinned ? { ...rest, pinned: true } : rest) : one))) };
}

/** 对调: each in the other's place. */
function* swap(layout: Layout, piece: Piece, { page, other: name, asIs }: HandActOf<'swap'>, tools: HandTools): Steps<HandOutcome> {
  const other = pieceOf(layout, name);
  if (other === null || other === piece) return refuse('先选好要对调的另一块');
  const both = [piece.article, other.article] as const;
  const before = asIs === true || piece.pinned === true || other.pinned === true ? null : tools.swaps.before(layout, both);
  if (before !== null && layoutFault(before, tools.ruler.master.columns, tools.ruler.master.lines) === null) {
    tools.swaps.keep(layout, before, both);
    return { ok: true, layout: before, ...noteWith('又对调回去，版面和原来一样', worthWords(layout, before, tools)) };
  }
  const outcome = yield* swapBlocks(layout, [page, piece], [name.page, other], asIs === true, tools);
  if (outcome.ok && asIs !== true) tools.swaps.keep(layout, outcome.layout, both);
  return outcome;
}
