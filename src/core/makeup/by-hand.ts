// Make-up by hand: one act on one block of a make-up (move, pull an edge, swap, pin,
// box, break into columns, fill). In: a layout and the act. Out: the layout after it, or
// why it cannot be, in Chinese. What a block is put on gives way with its text columns,
// never with its headline; what then does not fit is 余, told by rooms.ts, not refused.
import { type Area, areasOf, type Broken, type Layout, layoutFault, type PagePlan, type Piece } from '../model/layout';
import { brokenMeasure } from '../page/paper-grid';
import { breakColumns } from './break-columns';
import { carryWays } from './carry-shapes';
import { airedAreas, isRightAbove, newCrowd } from './crowded';
import { articlesAway, AWAY, GAVE_WAY, gaveWay, type GivenWay, MOST_OVER, nearestWay, PAGE, remadeAround, shiftedFor, wayFor } from './give-way';
import type { BlockName, HandAct, HandOutcome, HandTools } from './hand-act';
import { changedBeside, moreOver, pointsLost } from './hand-cost';
import { boxedIn, boxIn, isWhole, settle, turned, unfitted } from './hand-room';
import { boundsOf, type Edges, overlaps, pulled, underDeck, yielded } from './hand-shape';
import { harmOf } from './harm';
import { joinByHand, jumpByHand } from './jump-by-hand';
import { wayOf } from './retile';
import { roomsOf } from './rooms';
import { at, besideFixed, collide } from './shift-others';
import type { Steps } from './steps';
import { widthsAt } from './text-gives-way';
import { swapBlocks, swapNote } from './swap-blocks';
import { worthWords } from './worth-words';
import type { Yardstick } from './yardstick';

/** Rows from where it was dropped at which a block may stand where fewer others move for it. */
const NEAR = 12;
/** Points that a page may lose before shortening what stands in the way is thought of. */
const DEAR = 30;
/** Points (hand-cost.ts) that a drop on text may cost before the page is set level about it, and by which that must be better. */
const AS_GOOD = 4;
const BETTER = 3;

const refuse = (reason: string): HandOutcome => ({ ok: false, reason });

/** A layout after an act; what has to be looked for is, step by step. None leaves a block right above another that was not. */
export function* actingByHand(layout: Layout, act: HandAct, tools: HandTools): Steps<HandOutcome> {
  const outcome = yield* acted(layout, act, tools);
  const crowd = outcome.ok ? newCrowd(layout, outcome.layout) : null;
  if (crowd !== null) return refuse(`第${crowd.page}版“${tools.titleOf(crowd.upper)}”会压住与“${tools.titleOf(crowd.lower)}”之间的空行`);
  if (!outcome.ok || outcome.note !== undefined) return outcome;
  const away = overAway(layout, outcome.layout, act.page, tools);
  return away === '' ? outcome : { ...outcome, note: away };
}

/** What of a text that goes on has lost its room on another page than the one in hand, where it would not be seen; empty where nothing has. */
function overAway(before: Layout, after: Layout, page: number, { ruler, titleOf }: HandTools): string {
  if (after.pages.find(({ number }) => number === page)?.pieces.every(({ to }) => to === null) !== false) return '';
  const old = roomsOf(before, ruler);
  const more = roomsOf(after, ruler).filter((room) => room.page !== page && room.over > (old.find((one) => one.page === room.page && one.article === room.article)?.over ?? 0));
  return more.map((room) => `“${titleOf(room.article)}”在第${room.page}版余 ${room.over} 行`).join('，');
}

function* acted(layout: Layout, act: HandAct, tools: HandTools): Steps<HandOutcome> {
  const { ruler, titleOf } = tools;
  const piece = pieceOf(layout, act);
  if (piece === null) return refuse('这一块已经不在版上');
  const name = `“${titleOf(piece.article)}”`;
  switch (act.kind) {
    case 'pin': {
      const { pinned: _pinned, ...rest } = piece;
      return { ok: true, layout: withPieces(layout, act.page, (pieces) => pieces.map((one) => (one === piece ? (act.pinned ? { ...rest, pinned: true } : rest) : one))) };
    }
    case 'move': {
      const moved = at(piece, act.columns, act.rows);
      const outcome = put(layout, act.page, [[piece, moved]], tools);
      if (act.giveWay !== true) return outcome;
      if (outcome.ok) return (yield* evened(layout, act, moved, outcome, tools)) ?? outcome;
      const given = yield* wayFor(layout, act, moved, tools, 'anew', NEAR);
      // It stands where it was put, whatever the page is worth then: the two change places where they are told to.
      const isDear = given?.ok === true && tools.worthOf(given.layout).left < tools.worthOf(layout).left - DEAR;
      const near = given !== null && (isDear || !given.ok) ? yield* nearestWay(layout, act, moved, tools) : null;
      const found = near ?? (given?.ok === true ? given : null);
      // Where it has no room as it is, in the place of what it was put on, in a shape that fits there, and that in its own.
      const other = found === null ? coveredMost(layout, act.page, piece, moved) : null;
      const turned = other === null || given === null ? null : yield* swapBlocks(layout, [act.page, piece], [act.page, other], false, tools);
      if (turned?.ok === true && isOnWay(piece, moved, pieceOf(turned.layout, act))) return { ok: true, layout: turned.layout, note: `${name}在这里照原样排不下，与“${titleOf(other!.article)}”${turned.note ?? '对调了'}` };
      // Shortened where there is no other way: no text is left over where the rest can give way, nor more than can be mended.
      const cut = given !== null && found === null ? cutFor(layout, act.page, piece, moved, tools) : null;
      if (cut?.ok === true && moreOver(layout, cut.layout, tools).every(({ more }) => more <= MOST_OVER)) return cut;
      if (found === null) return given ?? outcome;
      return { ok: true, layout: found.layout, note: `${found === given ? '' : `${name}在原处排不下，排在了最近的地方；`}${found.note ?? GAVE_WAY}${worthWords(layout, found.layout, tools)}` };
    }
    case 'lead': {
      const { column, row } = boundsOf(piece);
      const head = layout.pages.find(({ number }) => number === act.page)?.mastheadRows ?? 0;
      if (column === 0 && row === head) return refuse(`${name}已经在版首`);
      const here = at(piece, -column, head - row);
      const plain = put(layout, act.page, [[piece, here]], tools);
      // As it is, else in the width at which the others stand best beside it.
      let best: GivenWay | null = null;
      for (const one of plain.ok ? [] : [here, ...widthsAt(piece, head, ruler)]) {
        const given = yield* wayFor(layout, act, one, tools);
        if (given?.ok === true && (best?.ok !== true || given.cost < best.cost)) best = given;
        if (best?.ok === true && best.isClean) break;
      }
      return best?.ok === true ? { ok: true, layout: best.layout, note: `${best.note ?? GAVE_WAY}${worthWords(layout, best.layout, tools)}` } : best ?? plain;
    }
    case 'pull': {
      const next = pull(piece, act.edges, ruler);
      if (next === null) return refuse(`${name}不能再小了`);
      const outcome = put(layout, act.page, [[piece, next]], tools);
      if (outcome.ok || act.giveWay === undefined) return outcome;
      const shifted = shiftedFor(layout, act.page, next, true, tools);
      if (shifted !== null) return { ok: true, ...shifted };
      const given = act.giveWay === 'shift' ? null : yield* wayFor(layout, act, next, tools, act.giveWay === 'level' ? 'level' : 'anew');
      if (given?.ok !== true) return act.giveWay === 'level' ? outcome : (given ?? outcome);
      return { ok: true, layout: given.layout, note: `${given.note ?? GAVE_WAY}${worthWords(layout, given.layout, tools)}` };
    }
    case 'swap':
      return yield* swap(layout, piece, act, tools);
    case 'carry':
      return yield* carry(layout, piece, act, tools);
    case 'box': {
      if (piece.from !== null || piece.to !== null) return refuse(`${name}转了版，不能加框：先按 J 并回一版`);
      const bounds = boundsOf(piece);
      if (act.boxed && !isWhole(piece)) return squared(layout, piece, boxIn({ ...unfitted(piece), variant: 'box' }, bounds, ruler), act.page, '加框', tools);
      const bare: Piece = { ...unfitted(piece), variant: act.boxed ? 'box' : tools.isReport(piece.article) ? 'report' : 'news' };
      const next = act.boxed ? boxIn(bare, bounds, ruler) : settle(bare, { deck: null, body: [{ area: bounds, into: 1 }], rebreak: true }, ruler);
      return next === null ? refuse(`${name}在这里排不下`) : put(layout, act.page, [[piece, next]], tools);
    }
    case 'turn': {
      if (piece.box !== null) return boxedTurn(layout, piece, piece.box, act, tools);
      if (piece.deck === null) return refuse(`${name}在这里没有单独的标题区，排不成竖题`);
      const bounds = boundsOf(piece);
      if (!isWhole(piece)) return squared(layout, piece, act.upright ? turned(piece, bounds, ruler) : settle(piece, { deck: null, body: [{ area: bounds, into: 1 }], rebreak: true }, ruler), act.page, act.upright ? '改竖题' : '改横题', tools);
      const next = act.upright ? turned(piece, bounds, ruler) : settle(piece, { deck: null, body: [{ area: bounds, into: 1 }], rebreak: true }, ruler);
      return next === null ? refuse(act.upright ? `${name}在这里排不下竖题：要两栏以上宽，高要放得下标题` : `${name}在这里排不下横题`) : put(layout, act.page, [[piece, next]], tools);
    }
    case 'break': {
      const widest = Math.max(...piece.body.map(({ area }) => area.columns), piece.box?.area.columns ?? 0);
      const change = (one: Broken): Broken => (one.area.columns === widest ? { ...one, into: act.into } : { ...one, into: breakColumns(ruler.master, one.area.columns, brokenMeasure(ruler.master, widest, act.into).characters) });
      if (act.into < 1 || brokenMeasure(ruler.master, widest, act.into).characters < Math.min(13, ruler.master.characters)) return refuse(`${name}再分栏，一行就不够 ${Math.min(13, ruler.master.characters)} 字了`);
      return put(layout, act.page, [[piece, { ...unfitted(piece), body: piece.body.map(change), box: piece.box === null ? null : change(piece.box) }]], tools);
    }
    case 'head': {
      if (piece.deck === null) return refuse(`${name}在这里没有单独的标题区`);
      if (piece.upright === true) return refuse(`${name}是竖题，标题与正文一样高：要改就改整块的高`);
      const least = ruler.deck(piece, piece.deck.columns).rows;
      const deck: Area = { ...piece.deck, rows: piece.deck.rows + act.rows };
      if (deck.rows < least) return refuse(`${name}的标题至少要 ${least} 行高`);
      return put(layout, act.page, [[piece, { ...unfitted(piece), deck, body: underDeck(piece.body, piece.deck, deck) }]], tools);
    }
    case 'headline': {
      if (piece.box !== null) return boxedHeadline(layout, piece, piece.box, act, tools);
      if (piece.deck === null) return refuse(`${name}在这里没有单独的标题区`);
      if (piece.upright === true) return refuse(`${name}是竖题：先改回横题`);
      const { headline: _headline, ...rest } = unfitted(piece);
      const next: Piece = act.lines === null ? rest : { ...rest, headline: act.lines };
      const size = ruler.deck(next, piece.deck.columns);
      if (act.lines !== null && size.mainLines !== act.lines) return refuse(`${name}的标题在 ${piece.deck.columns} 栏里${act.lines === 1 ? '排不成一行：加宽，或把标题改短' : '太短，排不成两行'}`);
      const deck: Area = { ...piece.deck, rows: size.rows };
      const body = underDeck(piece.body, piece.deck, deck);
      if (body.some(({ area }) => area.rows < 1)) return refuse(`${name}太矮，放不下这样的标题`);
      return put(layout, act.page, [[piece, { ...next, deck, body }]], tools);
    }
    case 'jump': {
      const jumped = jumpByHand(layout, piece, act.page, act.to, ruler, name);
      return typeof jumped === 'string' ? refuse(jumped) : checked(jumped, ruler);
    }
    case 'join': {
      const joined = joinByHand(layout, piece.article, name);
      return typeof joined === 'string' ? refuse(joined) : checked(joined, ruler);
    }
    case 'fit': {
      if (piece.box !== null || piece.from !== null || piece.to !== null) return refuse(`${name}加了框或转了版，不能撑版`);
      const stretched = ruler.measure.stretch(ruler.measure.body(piece.article, piece.variant), piece.body);
      if (stretched === null || stretched.lines === 0) return refuse(`${name}放松、收紧都到不了栏脚：超出了撑版的限度`);
      return put(layout, act.page, [[piece, { ...piece, fitted: stretched.lines }]], tools);
    }
  }
}

export function pieceOf(layout: Layout, { page, article }: BlockName): Piece | null {
  return layout.pages.find(({ number }) => number === page)?.pieces.find((piece) => piece.article === article) ?? null;
}

function withPieces(layout: Layout, page: number, change: (pieces: readonly Piece[], plan: PagePlan) => readonly Piece[]): Layout {
  return { pages: layout.pages.map((plan) => (plan.number === page ? { ...plan, pieces: change(plan.pieces, plan) } : plan)) };
}

/** A layout that can stand, or why it cannot. */
function checked(layout: Layout, { master }: Yardstick): HandOutcome {
  const fault = layoutFault(layout, master.columns, master.lines);
  return fault === null ? { ok: true, layout } : refuse(fault);
}

/** Puts pieces in the place of others of a page, and `added` ones on it; what they cover gives way. */
function put(layout: Layout, page: number, changed: readonly (readonly [Piece, Piece])[], tools: HandTools, added: readonly Piece[] = []): HandOutcome {
  const { ruler, titleOf } = tools;
  let reason: string | null = null;
  const covered = [...changed.map(([, next]) => next), ...added].flatMap(areasOf);
  // A row that there was not between two need not be there now.
  const isAired = (old: Piece, piece: Piece): boolean => !isRightAbove(old, piece) && !isRightAbove(piece, old);
  const coversOf = (piece: Piece): ReturnType<typeof airedAreas> => {
    const all = [...changed.map(([old, one]) => (isAired(old, piece) ? airedAreas(one) : { forDecks: areasOf(one), forText: areasOf(one) })), ...added.map(airedAreas)];
    return { forDecks: all.flatMap(({ forDecks }) => forDecks), forText: all.flatMap(({ forText }) => forText) };
  };
  const next = withPieces(layout, page, (pieces) => [...pieces.map((piece): Piece => {
    const own = changed.find(([old]) => old === piece);
    if (own !== undefined) return own[1];
    const fixed = [...(piece.deck === null ? [] : [piece.deck]), ...(piece.box === null ? [] : [piece.box.area])];
    // With the blank row between, in which the rule stands.
    const { forDecks, forText } = coversOf(piece);
    const isFixed = (piece.box === null ? forDecks : forText).some((cover) => fixed.some((area) => overlaps(area, cover)));
    if (!isFixed && !forText.some((cover) => piece.body.some(({ area }) => overlaps(area, cover)))) return piece;
    if (piece.pinned === true) reason ??= `“${titleOf(piece.article)}”锁定了，不能压住它`;
    else if (covered.some((cover) => fixed.some((area) => overlaps(area, cover)))) reason ??= `会压住“${titleOf(piece.article)}”的${piece.box === null ? '标题' : '框'}：换个位置、与它对调，或按 G 让它让位`;
    else if (isFixed) reason ??= `会压住与“${titleOf(piece.article)}”之间的空行：换个位置、与它对调，或按 G 让它让位`;
    const body = yielded(piece.body, forText, (area, old) => breakColumns(ruler.master, area.columns, brokenMeasure(ruler.master, old.area.columns, old.into).characters));
    if (body.length === 0) reason ??= `“${titleOf(piece.article)}”的正文就没有地方了`;
    return { ...unfitted(piece), body };
  }), ...added]);
  reason ??= layoutFault(next, ruler.master.columns, ruler.master.lines);
  return reason === null ? { ok: true, layout: next } : refuse(reason);
}

/** 竖题 in a box, and back: the box stays where it is; what then has no room is told. */
function boxedTurn(layout: Layout, piece: Piece, { area, into }: Broken, { page, upright }: Extract<HandAct, { readonly kind: 'turn' }>, tools: HandTools): HandOutcome {
  const { ruler, titleOf } = tools;
  const { upright: _upright, ...flat } = piece;
  const { headline: _headline, ...free } = flat;
  if (ruler.box(flat, area.columns, into).mainLines === 0) return refuse(`“${titleOf(piece.article)}”没有标题`);
  const next = boxedIn(upright ? { ...free, upright: true } : flat, area, ruler);
  const boxed = next?.box ?? null;
  if (next === null || boxed === null) return refuse(`“${titleOf(piece.article)}”的框里排不下竖题：框要再宽一栏，或标题改短，不比正文高`);
  const outcome = put(layout, page, [[piece, next]], tools);
  const lacks = ruler.box(next, area.columns, boxed.into).rows - area.rows;
  return outcome.ok && lacks > 0 ? { ...outcome, note: `标题改了方向，框里少 ${lacks} 行的地方，按 T 试排` } : outcome;
}

/** 标题一行、两行 in a box: the box stays as high as it is; what then has no room, or too much, is told. */
function boxedHeadline(layout: Layout, piece: Piece, { area, into }: Broken, { page, lines }: Extract<HandAct, { readonly kind: 'headline' }>, tools: HandTools): HandOutcome {
  const { ruler, titleOf } = tools;
  const { headline: _headline, ...rest } = piece;
  const next: Piece = lines === null ? rest : { ...rest, headline: lines };
  const [before, size] = [ruler.box(piece, area.columns, into), ruler.box(next, area.columns, into)];
  if (piece.upright === true) return refuse(`“${titleOf(piece.article)}”是竖题：先改回横题`);
  if (size.mainLines === 0) return refuse(`“${titleOf(piece.article)}”没有标题`);
  if (lines !== null && size.mainLines !== lines) return refuse(`“${titleOf(piece.article)}”的标题在 ${area.columns} 栏的框里${lines === 1 ? '排不成一行：加宽，或把标题改短' : '太短，排不成两行'}`);
  const outcome = put(layout, page, [[piece, next]], tools);
  const [lacks, lacked] = [size.rows - area.rows, before.rows - area.rows];
  return outcome.ok && lacks > 0 && lacks > lacked ? { ...outcome, note: `标题高了，框里少 ${lacks} 行的地方，按 T 试排` } : outcome;
}

function pull(piece: Piece, edges: Edges, ruler: Yardstick): Piece | null {
  const bounds = boundsOf(piece);
  if (piece.box !== null) {
    const area = pulled(piece.box.area, bounds, edges);
    return area === null ? null : boxIn(piece, area, ruler);
  }
  if (piece.upright === true) {
    const area = pulled(bounds, bounds, edges);
    return area === null ? null : turned(piece, area, ruler);
  }
  // Every area has the edges that it shares with the whole; a title goes up and down as it is.
  const added = piece.deck === null ? 0 : Math.max(0, piece.deck.rows - ruler.deck(piece, piece.deck.columns).rows);
  let body = piece.body.map((one): Broken | null => {
    const area = pulled(one.area, piece.deck === null ? bounds : { ...bounds, ...(isTop(piece.deck, bounds, one.area) ? { row: -1, rows: bounds.row + bounds.rows + 1 } : {}) }, edges);
    return area === null ? null : { area, into: rebroken(area, one, ruler) };
  }).filter((one) => one !== null);
  let deck = piece.deck;
  if (deck !== null) {
    const wide = pulled(deck, { ...bounds, rows: bounds.rows + 1 }, { ...edges, top: 0, bottom: 0 });
    if (wide === null) return null;
    const next: Area = { ...wide, row: deck.row - (deck.row === bounds.row ? edges.top : 0), rows: wide.columns === deck.columns ? deck.rows : ruler.deck(piece, wide.columns).rows + added };
    body = underDeck(body, deck, next);
    deck = next;
  }
  return body.length === 0 || body.some(({ area }) => area.rows < 1) ? null : { ...unfitted(piece), deck, body };
}

/** Text under the title does not go up with the top edge: the title does. */
function isTop(deck: Area, bounds: Area, area: Area): boolean {
  return deck.row === bounds.row && area.row > bounds.row;
}

function rebroken(area: Area, old: Broken, ruler: Yardstick): number {
  if (area.columns === old.area.columns) return old.into;
  return breakColumns(ruler.master, area.columns, brokenMeasure(ruler.master, old.area.columns, old.into).characters);
}

/** A block that was no rectangle made one (拉齐), the others shifting for it; else what stands in its way, and how to go on. */
function squared(layout: Layout, piece: Piece, next: Piece | null, page: number, what: string, { ruler, titleOf }: HandTools): HandOutcome {
  const name = `“${titleOf(piece.article)}”`;
  const { columns, rows } = boundsOf(piece);
  const plan = layout.pages.find(({ number }) => number === page);
  if (next === null || plan === undefined) return refuse(`${name}占的不是一个长方块，拉齐成 ${columns} 栏 ${rows} 行也${what}不了：先用 Shift+方向键改它的大小`);
  const pieces = besideFixed(plan, [next], ruler.master);
  const made = pieces === null ? null : checked(withPieces(layout, page, () => pieces), ruler);
  if (made?.ok === true) return { ...made, note: `${name}拉齐成 ${columns} 栏 ${rows} 行，${what}了，别的稿件让了位` };
  const inWay = plan.pieces.filter((one) => one !== piece && collide(one, next)).map(({ article }) => `“${titleOf(article)}”`);
  return refuse(`${name}占的不是一个长方块，要拉齐成 ${columns} 栏 ${rows} 行才能${what}${inWay.length === 0 ? '' : `，那里有${inWay.join('、')}：先移开（Ctrl+Alt+PageDown 移到下一版），或按 Shift+← 把${name}收窄`}`);
}

/** The one whose headline, or box, it was put on most; null where none is, or it jumps. */
function coveredMost(layout: Layout, page: number, piece: Piece, moved: Piece): Piece | null {
  const cells = ({ deck, box, body }: Piece): number => (box !== null ? [box.area] : deck !== null ? [deck] : body.map(({ area }) => area)).reduce((sum, area) => sum + areasOf(moved).reduce((all, own) => all + common(area, own), 0), 0);
  const others = layout.pages.find(({ number }) => number === page)?.pieces.filter((one) => one !== piece && one.pinned !== true && cells(one) > 0) ?? [];
  return others.toSorted((a, b) => cells(b) - cells(a))[0] ?? null;
}

/** It went the way that it was to go, or nearly to where it was put. */
function isOnWay(old: Piece, moved: Piece, landed: Piece | null): boolean {
  if (landed === null) return false;
  const [from, to, there] = [old, moved, landed].map(boundsOf) as [Area, Area, Area];
  const isSame = (asked: number, done: number): boolean => asked === 0 || asked * done > 0;
  return (to.row !== from.row && isSame(to.row - from.row, there.row - from.row)) || 2 * wayOf(landed, moved) < wayOf(old, moved);
}

/** A block dropped into running text: the page set level about it where that is the better for it, the room that it left filled; null where it is as good as it is. */
function* evened(layout: Layout, act: Extract<HandAct, { readonly kind: 'move' }>, moved: Piece, plain: Extract<HandOutcome, { readonly ok: true }>, tools: HandTools): Steps<HandOutcome | null> {
  const lost = pointsLost(layout, plain.layout, [act.article], tools);
  if (lost <= AS_GOOD) return null;
  const given = yield* wayFor(layout, act, moved, tools, 'level', NEAR);
  if (given?.ok !== true || pointsLost(layout, given.layout, [act.article], tools) > lost - BETTER) return null;
  return { ok: true, layout: given.layout, note: `${given.note ?? GAVE_WAY}${worthWords(layout, given.layout, tools)}` };
}

/** The last way, so that a block stands where it was put: those in its way become lower, above it or below it, whichever leaves them more; what then has no room is 余, and told. */
function cutFor(layout: Layout, page: number, piece: Piece, moved: Piece, tools: HandTools): HandOutcome | null {
  const { ruler, titleOf } = tools;
  const own = boundsOf(moved);
  const size = (one: Piece): number => areasOf(one).reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  const changed: [Piece, Piece][] = [[piece, moved]];
  for (const other of layout.pages.find(({ number }) => number === page)?.pieces ?? []) {
    const fixed = [...(other.deck === null ? [] : [other.deck]), ...(other.box === null ? [] : [other.box.area])];
    if (other === piece || !fixed.some((area) => areasOf(moved).some((one) => overlaps(area, one)))) continue;
    const bounds = boundsOf(other);
    const still = { left: 0, right: 0, top: 0, bottom: 0 };
    const ways = [pull(other, { ...still, bottom: own.row - 1 - bounds.row - bounds.rows }, ruler), pull(other, { ...still, top: bounds.row - own.row - own.rows - 1 }, ruler)].filter((one) => one !== null && !collide(one, moved)) as Piece[];
    const [best] = ways.toSorted((a, b) => size(b) - size(a));
    if (other.pinned === true || best === undefined) return null;
    changed.push([other, best]);
  }
  const outcome = put(layout, page, changed, tools);
  if (!outcome.ok) return null;
  return { ...outcome, note: `${changed.slice(1).map(([other]) => `“${titleOf(other.article)}”`).join('、')}缩短，让了位${worthWords(layout, outcome.layout, tools)}` };
}

/** 对调: each in the other's place. */
function* swap(layout: Layout, piece: Piece, { page, other: name, asIs }: Extract<HandAct, { readonly kind: 'swap' }>, tools: HandTools): Steps<HandOutcome> {
  const other = pieceOf(layout, name);
  if (other === null || other === piece) return refuse('先选好要对调的另一块');
  const both = [piece.article, other.article] as const;
  const before = asIs === true || piece.pinned === true || other.pinned === true ? null : tools.swaps.before(layout, both);
  if (before !== null && layoutFault(before, tools.ruler.master.columns, tools.ruler.master.lines) === null) {
    tools.swaps.keep(layout, before, both);
    return { ok: true, layout: before, ...swapNote(layout, before, tools) };
  }
  const outcome = yield* swapBlocks(layout, [page, piece], [name.page, other], asIs === true, tools);
  if (outcome.ok && asIs !== true) tools.swaps.keep(layout, outcome.layout, both);
  return outcome;
}

/** Places that a block is tried at on another page, those that cover least first. */
const MOST_PLACES = 200;

/** A block on another page: as it is where it has room, as near as it can to where it stood; else in a shape that has room, or where the others give way, whichever leaves least wrong. */
function* carry(layout: Layout, piece: Piece, { page, to }: Extract<HandAct, { readonly kind: 'carry' }>, tools: HandTools): Steps<HandOutcome> {
  const { ruler, titleOf, edition } = tools;
  const { master } = ruler;
  const name = `“${titleOf(piece.article)}”`;
  const last = layout.pages.at(-1)?.number ?? page;
  if (to === page) return { ok: true, layout };
  if (piece.from !== null || piece.to !== null) return refuse(`${name}转了版，不能整块移到别的版：先按 J 并回一版`);
  if (piece.pinned === true) return refuse(`${name}锁定了，先解锁再移`);
  if (to < layout.pages[0]!.number || to > last + 1) return refuse(`没有第${to}版`);
  const left = withPieces(layout, page, (pieces) => pieces.filter((one) => one !== piece));
  const isEmptied = left.pages.some(({ number, pieces }) => number === page && pieces.length === 0);
  if (isEmptied && page !== last) return refuse(`第${page}版只有${name}，移走就空了：与别的稿件对调`);
  if (isEmptied && to > last) return refuse(`${name}已经单独占着最后一版`);
  const kept = { pages: left.pages.filter(({ pieces }) => pieces.length > 0) };
  const base: Layout = to > last ? { pages: [...kept.pages, { number: to, mastheadRows: 0, pieces: [] }] } : kept;
  const plan = base.pages.find(({ number }) => number === to);
  if (plan === undefined) return refuse(`没有第${to}版`);
  const bounds = boundsOf(piece);
  const taken = plan.pieces.flatMap(areasOf);
  const places: { readonly columns: number; readonly rows: number; readonly covered: number; readonly worth: number }[] = [];
  for (let column = 0; column + bounds.columns <= master.columns; column++) {
    for (let row = plan.mastheadRows; row + bounds.rows <= master.lines; row++) {
      const [columns, rows] = [column - bounds.column, row - bounds.row];
      const own = airedAreas(at(piece, columns, rows)).forText;
      const covered = own.reduce((sum, area) => sum + taken.reduce((all, other) => all + common(area, other), 0), 0);
      // On an empty page it heads it.
      places.push({ columns, rows, covered, worth: taken.length === 0 ? 10 * column + row : 1000 * covered + 10 * Math.abs(columns) + Math.abs(rows) });
    }
  }
  places.sort((a, b) => a.worth - b.worth);
  const free = places.find(({ covered }) => covered === 0);
  const asIs = free === undefined ? null : put(base, to, [], tools, [at(piece, free.columns, free.rows)]);
  if (asIs?.ok === true) return asIs;
  // In another shape where nothing stands; else where the others shift as they are.
  const found: { readonly layout: Layout; readonly wrong: number }[] = [];
  const offer = (one: Layout, more = 0): void => {
    if (layoutFault(one, master.columns, master.lines) === null && newCrowd(base, one) === null) found.push({ layout: one, wrong: harmOf(one, edition, ruler).wrong + more });
  };
  const ways = carryWays(plan, piece, ruler);
  for (const way of ways.free.length > 0 ? ways.free : ways.shifted) {
    yield;
    offer(withPieces(base, to, () => way.pieces));
  }
  // Last, all that is not pinned made up anew around it; or as it is, on the text of others, who have less room then.
  if (found.length === 0) {
    const asked = withPieces(base, to, (pieces) => [...pieces, piece]);
    for (const way of ways.heads) {
      for (const one of yield* remadeAround(asked, to, [way], tools)) offer(one, PAGE * Math.max(0, one.pages.length - base.pages.length) + AWAY * articlesAway(asked, one).length);
    }
    for (const { columns, rows } of places.slice(0, MOST_PLACES)) {
      const outcome = put(base, to, [], tools, [at(piece, columns, rows)]);
      if (!outcome.ok) continue;
      offer(outcome.layout);
      break;
    }
  }
  const [best] = found.toSorted((a, b) => a.wrong - b.wrong);
  if (best === undefined) return refuse(`第${to}版没有放得下${name}的地方，排成几栏都不行，别的稿件也让不出来：先把那一版的一篇移到别的版`);
  return { ok: true, layout: best.layout, ...carriedWords(layout, base, best.layout, piece, to, tools) };
}

/** What was done to a block for it to have room on a page, and to whom; nothing where it stands there as it was and nobody made way. */
function carriedWords(before: Layout, base: Layout, after: Layout, piece: Piece, to: number, tools: HandTools): { readonly note?: string } {
  const next = pieceOf(after, { page: to, article: piece.article });
  if (next === null) return {};
  const [was, is] = [boundsOf(piece), boundsOf(next)];
  const shape = was.columns === is.columns && was.rows === is.rows ? '' : `“${tools.titleOf(piece.article)}”原来 ${was.columns} 栏 ${was.rows} 行，第${to}版没有这样的空，排成了 ${is.columns} 栏 ${is.rows} 行`;
  const others = changedBeside(base, after, [piece.article]).map((article) => `“${tools.titleOf(article)}”`);
  const away = articlesAway(base, after).map(([article, page]) => `“${tools.titleOf(article)}”到了第${page}版`);
  const words = [shape, others.length === 0 ? '' : gaveWay(others), away.join('，')].filter((one) => one !== '').join('；');
  return words === '' ? {} : { note: `${words}${worthWords(before, after, tools)}` };
}

/** Cells that two areas have in common. */
function common(a: Area, b: Area): number {
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - Math.max(a.row, b.row);
  return columns > 0 && rows > 0 ? columns * rows : 0;
}

