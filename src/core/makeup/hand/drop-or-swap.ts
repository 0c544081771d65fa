// A block that was put where another one stands, and whose page is much the worse for it: the two
// change places where that is the better page, and nothing is moved where texts would stand without
// their last lines. In: the layout, the block, and what became of the page. Out: the same, the
// exchange, or why the block does not stand there, in Chinese.
import { areasOf, type Layout, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { cellsOf, coveredCells } from '../measure/hand-shape';
import type { Steps } from '../measure/steps';
import type { HandActOf, HandOutcome, HandTools } from './hand-act';
import { moreOver } from './hand-cost';
import { MOST_OVER } from './give-way';
import { pieceOf, put, refuse } from './hand-put';
import { coveredMost, isOnWay, mostUnder } from './move-by-hand';
import { wayOf } from './retile';
import { at } from './shift-others';
import { swapBlocks } from './swap-blocks';
import { refusedWords } from './way-words';
import { noteWith, worthWords } from './worth-words';

/** Points that a page may lose before an exchange is thought of, and by which that must be better. */
const DEAR = 20;
const BETTER = 10;
/** Points that it may lose where any line has no room: few lines on a page that stands well can be mended. */
const WELL = 30;
/** Rows, and columns as so many, from where it was put at which it stands where its hand wanted it. */
const THERE = 10;

/** What a drop comes to, `made` the others giving way to it. */
export function* orExchanged(layout: Layout, piece: Piece, act: HandActOf<'move'>, made: HandOutcome, tools: HandTools): Steps<HandOutcome> {
  if (act.giveWay !== true || !made.ok) return made;
  const lines = (one: Layout): number => moreOver(layout, one, tools).reduce((sum, { more }) => sum + more, 0);
  const [was, is, over] = [tools.worthOf(layout).left, tools.worthOf(made.layout).left, lines(made.layout)];
  if (over === 0 && was - is <= DEAR) return made;
  yield;
  const moved = at(piece, act.columns, act.rows);
  const other = coveredMost(layout, act.page, piece, moved) ?? mostUnder(layout, act.page, piece, moved, areasOf);
  const turned = other === null ? null : yield* swapBlocks(layout, [act.page, piece], [act.page, other], false, tools);
  const landed = turned?.ok === true ? pieceOf(turned.layout, act) : null;
  // Far from where it was put is no place for it, unless texts are cut off for the nearer one.
  const isThere = landed !== null && (wayOf(landed, moved) <= THERE || (over > 0 && (isOnWay(piece, moved, landed, other!) || 2 * coveredCells(areasOf(other!), areasOf(landed)) > cellsOf(landed))));
  if (turned?.ok === true && isThere && lines(turned.layout) === 0 && tools.worthOf(turned.layout).left > is + BETTER) {
    const done = `${quoted(tools.titleOf(piece.article))}与${quoted(tools.titleOf(other!.article))}对调了（别的稿件让不开）`;
    return { ok: true, layout: turned.layout, ...noteWith(done, worthWords(layout, turned.layout, tools)) };
  }
  // On running text alone it was seen what it takes, and stays.
  if (put(layout, act.page, [[piece, moved]], tools).ok) return made;
  return over > MOST_OVER || (over > 0 && was - is > WELL) ? refuse(`${quoted(tools.titleOf(piece.article))}放在这里，${refusedWords(layout, made.layout, tools)}`) : made;
}
