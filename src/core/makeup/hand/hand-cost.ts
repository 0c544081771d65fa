// What an act by hand costs a paper, in points of its worth (proposal.ts), to choose among
// pages that are all what was asked for: what it is worth less, lines that have no room, other
// blocks that stand otherwise. In: a layout before and after. Out: points, the less the better.
// Beside harm.ts, which knows no score, and the search's page-cost.ts, which knows no lines over.
import { areasOf, type Layout, type Piece } from '../../model/layout';
import type { HandTools } from './hand-act';
import { boundsOf } from '../measure/hand-shape';
import { roomsOf } from '../judge/rooms';
import { at } from './shift-others';

/** Each line without room, beside what one is already. */
const OVER = 2;
/** Each other block that stands otherwise, and each of many. */
const OTHER = 2;
const FEW = 2;
const MANY = 5;
/** Part of a block that each costs which only goes along with another one. */
const ALONG = 0.3;

/** `own`: articles that were acted on. */
export function pointsLost(before: Layout, after: Layout, own: readonly string[], tools: HandTools): number {
  const moved = movedBeside(before, after, own);
  const over = moreOver(before, after, tools).reduce((sum, { more }) => sum + more, 0);
  return tools.worthOf(before).left - tools.worthOf(after).left + OVER * over + OTHER * moved + MANY * Math.max(0, moved - FEW);
}

/** Lines of an article without room, on all pages together. */
export interface Over {
  readonly article: string;
  readonly over: number;
  /** Than before. */
  readonly more: number;
  /** Characters of its text in all of them, and in those that are more, about. */
  readonly characters: number;
  readonly moreCharacters: number;
}

/** Articles that have more lines without room than before. */
export function moreOver(before: Layout, after: Layout, { ruler }: HandTools): Over[] {
  const overs = (layout: Layout): ReadonlyMap<string, { readonly over: number; readonly characters: number }> => {
    const sum = new Map<string, { readonly over: number; readonly characters: number }>();
    for (const { article, over, overCharacters = 0 } of roomsOf(layout, ruler)) sum.set(article, { over: (sum.get(article)?.over ?? 0) + over, characters: (sum.get(article)?.characters ?? 0) + overCharacters });
    return sum;
  };
  const old = overs(before);
  return [...overs(after)].map(([article, { over, characters }]) => ({ article, over, characters, more: over - (old.get(article)?.over ?? 0), moreCharacters: Math.max(0, characters - (old.get(article)?.characters ?? 0)) })).filter(({ more }) => more > 0);
}

/** Other articles whose blocks do not stand as they stood. */
export function changedBeside(before: Layout, after: Layout, own: readonly string[]): string[] {
  const placesOf = ({ pages }: Layout, article: string): string => JSON.stringify(pages.map(({ number, pieces }) => [number, ...pieces.filter((piece) => piece.article === article).map(({ deck, body, box }) => [deck, body, box])]));
  const articles = [...new Set(before.pages.flatMap(({ pieces }) => pieces.map(({ article }) => article)))];
  return articles.filter((article) => !own.includes(article) && placesOf(before, article) !== placesOf(after, article));
}

/** How many others are changed to the eye: what goes up or down together, as it was, is little more than one. */
export function movedBeside(before: Layout, after: Layout, own: readonly string[]): number {
  const ways = new Set<string>();
  const changed = changedBeside(before, after, own);
  let alone = 0;
  for (const article of changed) {
    const way = wentAsItWas(before, after, article);
    if (way === null) alone++;
    else ways.add(way);
  }
  return alone + ways.size + ALONG * (changed.length - alone - ways.size);
}

/** Where an article went as it was; null where it has another shape, or several blocks. */
function wentAsItWas(before: Layout, after: Layout, article: string): string | null {
  const [old, next] = [before, after].map(({ pages }) => pages.flatMap(({ number, pieces }) => pieces.filter((piece) => piece.article === article).map((piece) => ({ number, piece }))));
  const [a, b] = [old?.[0], next?.[0]];
  if (a === undefined || b === undefined || old!.length > 1 || next!.length > 1 || a.number !== b.number) return null;
  const [from, to] = [boundsOf(a.piece), boundsOf(b.piece)];
  return isSameShape(a.piece, b.piece) ? `${a.number} ${to.column - from.column} ${to.row - from.row}` : null;
}

/** One is as the other, wherever they stand. */
export function isSameShape(a: Piece, b: Piece): boolean {
  const [from, to] = [boundsOf(a), boundsOf(b)];
  return JSON.stringify(areasOf(at(a, to.column - from.column, to.row - from.row))) === JSON.stringify(areasOf(b));
}
