// A block put on another page by hand: as it is where it has room, else in another shape
// (carry-shapes.ts), else where the others give way. In: a layout, the block and the page. Out:
// the layout with the least wrong, what was changed in words, or why it cannot be, in Chinese.
import { areasOf, type Layout, layoutFault, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { carryWays } from './carry-shapes';
import { airedAreas, newCrowd } from '../rules/crowded';
import { AWAY, PAGE, SCORE } from './give-way';
import { articlesAway, remadeAround } from './remade-around';
import { awayWords, gaveWay } from './way-words';
import type { HandActOf, HandOutcome, HandTools } from './hand-act';
import { changedBeside } from './hand-cost';
import { pieceOf, put, refuse, withPieces } from './hand-put';
import { boundsOf, coveredCells } from '../measure/hand-shape';
import { harmOf } from './harm';
import { at } from './shift-others';
import type { Steps } from '../measure/steps';
import type { Yardstick } from '../measure/yardstick';
import { noteWith, worthWords } from './worth-words';

/** Places that a block is tried at on another page, those that cover least first. */
const MOST_PLACES = 200;
/** Shapes of it that all else is made up anew around at the page's foot. */
const MOST_AT_FOOT = 2;

/** A block on another page: as it is where it has room, as near as it can to where it stood, right below what stands above it there; else in a shape that has room, or where the others give way, whichever leaves least wrong. */
export function* carryByHand(layout: Layout, piece: Piece, { page, to }: HandActOf<'carry'>, tools: HandTools): Steps<HandOutcome> {
  const { ruler, titleOf } = tools;
  const { master } = ruler;
  const name = quoted(titleOf(piece.article));
  const last = layout.pages.at(-1)?.number ?? page;
  if (to === page) return { ok: true, layout };
  if (piece.from !== null || piece.to !== null) return refuse(`${name}转了版，不能整块移到别的版：先按 J 并回一版`);
  if (piece.pinned === true) return refuse(`${name}锁定了，先解锁再移`);
  if (to < layout.pages[0]!.number || to > last + 1) return refuse(`没有${ruler.pageOf(to)}`);
  const left = withPieces(layout, page, (pieces) => pieces.filter((one) => one !== piece));
  const isEmptied = left.pages.some(({ number, pieces }) => number === page && pieces.length === 0);
  if (isEmptied && page !== last) return refuse(`${ruler.pageOf(page)}只有${name}，移走就空了：与别的稿件对调`);
  if (isEmptied && to > last) return refuse(`${name}已经单独占着最后一版`);
  const kept = { pages: left.pages.filter(({ pieces }) => pieces.length > 0) };
  const base: Layout = to > last ? { pages: [...kept.pages, { number: to, mastheadRows: 0, pieces: [] }] } : kept;
  const plan = base.pages.find(({ number }) => number === to);
  if (plan === undefined) return refuse(`没有${ruler.pageOf(to)}`);
  const bounds = boundsOf(piece);
  const taken = plan.pieces.flatMap(areasOf);
  const places: { readonly columns: number; readonly rows: number; readonly covered: number; readonly worth: number }[] = [];
  for (let column = 0; column + bounds.columns <= master.columns; column++) {
    for (let row = plan.mastheadRows; row + bounds.rows <= master.lines; row++) {
      const [columns, rows] = [column - bounds.column, row - bounds.row];
      const own = airedAreas(at(piece, columns, rows)).forText;
      const covered = coveredCells(own, taken);
      // On an empty page it heads it.
      places.push({ columns, rows, covered, worth: taken.length === 0 ? 10 * column + row : 1000 * covered + 10 * Math.abs(columns) + Math.abs(rows) });
    }
  }
  places.sort((a, b) => a.worth - b.worth);
  const free = places.find(({ covered }) => covered === 0);
  const asIs = free === undefined ? null : put(base, to, [], tools, [at(piece, free.columns, free.rows - freeAbove(free, places))]);
  if (asIs?.ok === true) {
    const worth = worthWords(layout, asIs.layout, tools);
    return worth === '' ? asIs : { ...asIs, ...noteWith(`${name}移到${ruler.pageOf(to)}，别的稿件没有动`, worth) };
  }
  // In another shape where nothing stands; else where the others shift as they are.
  const found: { readonly layout: Layout; readonly wrong: number }[] = [];
  const was = tools.worthOf(layout).left;
  const offer = (one: Layout, more = 0): void => {
    if (layoutFault(one, master.columns, master.lines) === null && newCrowd(base, one) === null) found.push({ layout: one, wrong: harmOf(one, tools).wrong + more + SCORE * Math.max(0, was - tools.worthOf(one).left) });
  };
  const ways = carryWays(plan, piece, ruler);
  for (const way of ways.free.length > 0 ? ways.free : ways.shifted) {
    yield;
    offer(withPieces(base, to, () => way.pieces));
  }
  // Last, all that is not pinned made up anew around it; or as it is, on the text of others, who have less room then.
  if (found.length === 0) {
    const asked = withPieces(base, to, (pieces) => [...pieces, piece]);
    const before = harmOf(layout, tools).wrong;
    for (const way of [...ways.heads.slice(0, MOST_AT_FOOT).flatMap((one) => atFoot(one, ruler)), ...ways.heads]) {
      for (const one of yield* remadeAround(asked, to, [way], tools)) offer(one, PAGE * Math.max(0, one.pages.length - base.pages.length) + AWAY * articlesAway(asked, one).length);
      if (found.some(({ wrong }) => wrong <= before)) break;
    }
    for (const { columns, rows } of places.slice(0, MOST_PLACES)) {
      const outcome = put(base, to, [], tools, [at(piece, columns, rows)]);
      if (!outcome.ok) continue;
      offer(outcome.layout);
      break;
    }
  }
  const [best] = found.toSorted((a, b) => a.wrong - b.wrong);
  if (best === undefined) return refuse(`${ruler.pageOf(to)}没有放得下${name}的地方，排成几栏都不行，别的稿件也让不出来：先把那一版的一篇移到别的版`);
  return { ok: true, layout: best.layout, ...carriedWords(layout, base, best.layout, piece, to, tools) };
}

/** A block in the lower corners of its page: what leads it stays at its head. */
function atFoot(head: Piece, { master: { columns, lines } }: Yardstick): Piece[] {
  const { columns: wide, row, rows } = boundsOf(head);
  return [...new Set([columns - wide, 0])].map((column) => at(head, column, lines - row - rows));
}

/** Rows right above a free place that are free as well: nothing is white between a block and what stands above it. */
function freeAbove(free: { readonly columns: number; readonly rows: number }, places: readonly { readonly columns: number; readonly rows: number; readonly covered: number }[]): number {
  const above = new Set(places.filter(({ columns, covered }) => columns === free.columns && covered === 0).map(({ rows }) => rows));
  let rows = 0;
  while (above.has(free.rows - rows - 1)) rows++;
  return rows;
}

/** What was done to a block for it to have room on a page, and to whom; nothing where it stands there as it was and nobody made way. */
function carriedWords(before: Layout, base: Layout, after: Layout, piece: Piece, to: number, tools: HandTools): { readonly note?: string; readonly done?: string } {
  const next = pieceOf(after, { page: to, article: piece.article });
  if (next === null) return {};
  const [was, is] = [boundsOf(piece), boundsOf(next)];
  const shape = was.columns === is.columns && was.rows === is.rows ? '' : `${quoted(tools.titleOf(piece.article))}原来 ${was.columns} 栏 ${was.rows} 行，${tools.ruler.pageOf(to)}没有这样的空，排成了 ${is.columns} 栏 ${is.rows} 行`;
  const others = changedBeside(base, after, [piece.article]);
  const words = [shape, others.length === 0 ? '' : gaveWay(others, tools.titleOf), awayWords(articlesAway(base, after), tools)].filter((one) => one !== '').join('；');
  return words === '' ? {} : noteWith(words, worthWords(before, after, tools));
}
