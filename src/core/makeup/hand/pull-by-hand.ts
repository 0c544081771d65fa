// The edges of a block pulled by hand, outwards or inwards. In: a layout, the block and how far
// each edge goes. Out: the layout after it, or why it cannot be, in Chinese; and, for who makes
// room for another one, the block alone as it is then.
import type { Area, Broken, Layout, Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { breakAlike } from '../measure/break-columns';
import { shiftedFor, wayFor } from './give-way';
import { GAVE_WAY } from './way-words';
import type { HandActOf, HandOutcome, HandTools } from './hand-act';
import { put, refuse } from './hand-put';
import { boxIn, turned, unfitted } from './hand-room';
import { boundsOf, type Edges, pulled, underDeck } from '../measure/hand-shape';
import type { Steps } from '../measure/steps';
import { noteWith, worthWords } from './worth-words';
import type { Yardstick } from '../measure/yardstick';

/** Its edges pulled; what it covers gives way, or, where it may, the others do. */
export function* pullByHand(layout: Layout, piece: Piece, act: HandActOf<'pull'>, tools: HandTools): Steps<HandOutcome> {
  const { ruler } = tools;
  const name = quoted(tools.titleOf(piece.article));
  const next = pulledPiece(piece, act.edges, ruler);
  if (next === null) return refuse(`${name}不能再小了`);
  const outcome = put(layout, act.page, [[piece, next]], tools);
  if (outcome.ok || act.giveWay === undefined) return outcome;
  const shifted = shiftedFor(layout, act.page, next, true, tools);
  if (shifted !== null) return { ok: true, ...shifted };
  const given = act.giveWay === 'shift' ? null : yield* wayFor(layout, act, next, tools, act.giveWay === 'level' ? 'level' : 'anew');
  if (given?.ok !== true) return act.giveWay === 'level' ? outcome : (given ?? outcome);
  return { ok: true, layout: given.layout, ...noteWith(given.note ?? GAVE_WAY, worthWords(layout, given.layout, tools)) };
}

/** A block with its edges so much further out; null where nothing is left of it. */
export function pulledPiece(piece: Piece, edges: Edges, ruler: Yardstick): Piece | null {
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
    if (area === null) return null;
    return { area, into: area.columns === one.area.columns ? one.into : breakAlike(ruler.master, area.columns, { columns: one.area.columns, into: one.into }) };
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
