// Shapes of text on a page that a layout editor circles in red though no taboo names them:
// strips of a few rows, one leg much longer than those beside it, a text round several
// corners, a continuation above the page's headline, a headline that reads as another one's
// sub-title. In: a page as planned, base columns × grid rows. Out: what is found, per piece
// or per page; what it costs a search is page-cost.ts's, what is said of it shape-losses.ts's.
import { type Area, areasOf, type PagePlan, type Piece } from '../../model/layout';

/** Rows of a leg from which on it is no strip: the eye finds a column of five lines. By eye on the sample pages. */
export const LEAST_LEG = 5;
/** How many times as long as the legs of its text beside it a single leg looks like another article's. */
const TOO_LONG = 3;
/** Rows that tops and feet may differ by and be level to the eye. */
const ABOUT_LEVEL = 1;
/** Rows between a headline block and what stands under it, at the most, where nothing else is between. */
const CLOSE = 2;

/** What is odd about the text of one piece, whatever stands beside it. */
export interface PieceShape {
  /** Rows that its strips fall short of a leg, one strip of columns each; 0: none. */
  readonly thin: number;
  /** One leg is three times as long as those beside it, and more. */
  readonly isLong: boolean;
  /** Changes of its top and of its foot from column to column: 0 for a rectangle, 1 with a step. */
  readonly bends: number;
}

/** The shape of a piece; a box is a rectangle, a title downwards (N-14) stands beside its text. */
export function pieceShape(piece: Piece): PieceShape {
  const { body, box, upright } = piece;
  if (box !== null || body.length === 0) return { thin: 0, isLong: false, bends: 0 };
  let [thin, longest, shortest] = [0, 0, Infinity];
  for (const { area } of body) {
    thin += Math.max(0, LEAST_LEG - area.rows);
    longest = Math.max(longest, area.rows);
    shortest = Math.min(shortest, area.rows);
  }
  const isLong = longest >= TOO_LONG * shortest && hasLongLeg(piece);
  return { thin, isLong, bends: upright === true || areasOf(piece).length === 1 ? 0 : bendsOf(areasOf(piece)) };
}

/** One base column of text is three times as long as the columns of text on each side of it that has any. */
function hasLongLeg({ body }: Piece): boolean {
  const rows: number[] = [];
  for (const { area } of body) for (let c = area.column; c < area.column + area.columns; c++) rows[c] = (rows[c] ?? 0) + area.rows;
  return rows.some((own, c) => {
    const beside = [rows[c - 1], rows[c + 1]].filter((other) => other !== undefined);
    return beside.length > 0 && beside.every((other) => own >= TOO_LONG * other);
  });
}

/** Changes of the outline from column to column, a column between that is another's counted as two. */
function bendsOf(areas: readonly Area[]): number {
  const tops: number[] = [];
  const feet: number[] = [];
  for (const { column, columns, row, rows } of areas) {
    for (let c = column; c < column + columns; c++) {
      tops[c] = Math.min(tops[c] ?? row, row);
      feet[c] = Math.max(feet[c] ?? 0, row + rows);
    }
  }
  let bends = 0;
  let last: number | null = null;
  for (let c = 0; c < tops.length; c++) {
    if (tops[c] === undefined) continue;
    if (last !== null && last < c - 1) bends += 2;
    if (last !== null && Math.abs(tops[c]! - tops[last]!) > ABOUT_LEVEL) bends++;
    if (last !== null && Math.abs(feet[c]! - feet[last]!) > ABOUT_LEVEL) bends++;
    last = c;
  }
  return bends;
}

/** What is odd about a page's first rows and its headlines. */
export interface PageShape {
  /** The piece without a headline that opens the page above its largest headline, or at the left of it; null: none. */
  readonly opens: { readonly piece: Piece; readonly over: Piece; readonly isAbove: boolean } | null;
  /** A headline right under another one's block, no text of that between: it reads as its sub-title. */
  readonly under: readonly { readonly piece: Piece; readonly over: Piece }[];
}

const NONE: PageShape['under'] = [];

/** The shape of a page. */
export function pageShape({ pieces }: Pick<PagePlan, 'pieces'>): PageShape {
  const opens = openerOf(pieces);
  let under: { piece: Piece; over: Piece }[] | null = null;
  for (const piece of pieces) {
    if (piece.deck === null) continue;
    for (const over of pieces) {
      if (over === piece || over.deck === null || over.upright === true) continue;
      const between = piece.deck.row - over.deck.row - over.deck.rows;
      if (between >= 0 && between <= CLOSE && piece.deck.column < over.deck.column + over.deck.columns && over.deck.column < piece.deck.column + piece.deck.columns) (under ??= []).push({ piece, over });
    }
  }
  return { opens, under: under ?? NONE };
}

/** What opens a page that has a headline, and has none itself: above the largest one, else at the left of it. */
function openerOf(pieces: readonly Piece[]): PageShape['opens'] {
  let over: Piece | null = null;
  for (const piece of pieces) if (piece.deck !== null && (over === null || sizeOf(piece.deck) > sizeOf(over.deck!))) over = piece;
  if (over === null) return null;
  const { row, column } = over.deck!;
  const without = pieces.filter(({ deck, box }) => deck === null && box === null);
  const above = without.find(({ body }) => body.some(({ area }) => area.row < row - CLOSE));
  if (above !== undefined) return { piece: above, over, isAbove: true };
  const beside = without.find(({ body }) => body.some(({ area }) => area.column < column && area.row <= row + CLOSE));
  return beside === undefined ? null : { piece: beside, over, isAbove: false };
}

/** Its cells: the larger its letters and its width, the more. */
function sizeOf({ columns, rows }: Area): number {
  return columns * rows;
}
