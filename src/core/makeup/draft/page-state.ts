// A newspaper page while articles are put on it: what of each base column is free,
// from above (sky) and from below (floor), and the moves that take some of it. A
// state is never changed: a move gives another one. It knows columns and rows; how
// tall things are the Yardstick says, and which move is good is search-page.ts's.
import { type Area, areasOf, type Broken, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { BoxWay, Stepped, Waiting, Whole } from '../measure/ruler';

/** A title block over the whole page whose text has no place yet. */
export interface OpenDeck {
  readonly one: Waiting;
  readonly area: Area;
}

export interface PageState {
  /** First row of each base column for another piece, its blank row above counted in. */
  readonly sky: readonly number[];
  /** Row that each base column is free to (exclusive), likewise. */
  readonly floor: readonly number[];
  /** What is free of each column below pinned pieces, in order. */
  readonly later: readonly (readonly Span[])[];
  readonly pieces: readonly Piece[];
  readonly left: readonly Waiting[];
  readonly open: OpenDeck | null;
  /** What the moves so far cost beside what the page shows. */
  readonly cost: number;
  /** Cells that nothing can fill any more. */
  readonly wasted: number;
  /** What the taboos of its headlines cost. */
  readonly headlines: number;
}

/** Rows of a column that are free. */
export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Fewer free rows between two pieces hold nothing. */
const LEAST_FREE = 4;

/** A page below its masthead with nothing on it but its pinned pieces. */
export function emptyPage(waiting: readonly Waiting[], master: PaperMaster, mastheadRows: number, pinned: readonly Piece[] = []): PageState {
  const spans = Array.from({ length: master.columns }, (_, column) => freeSpans(column, mastheadRows, master.lines, pinned));
  return {
    sky: spans.map(([first]) => first?.from ?? master.lines), floor: spans.map(([first]) => first?.to ?? master.lines), later: spans.map((own) => own.slice(1)),
    pieces: pinned, left: waiting, open: null, cost: 0, wasted: 0, headlines: 0,
  };
}

/** What of a column pinned pieces leave free, a blank row between them and what comes beside. */
function freeSpans(column: number, top: number, lines: number, pinned: readonly Piece[]): Span[] {
  const taken = pinned.flatMap(areasOf).filter((area) => area.column <= column && column < area.column + area.columns).sort((a, b) => a.row - b.row);
  const out: Span[] = [];
  let from = top;
  for (const { row, rows } of taken) {
    if (row - 1 - from >= LEAST_FREE) out.push({ from, to: row - 1 });
    from = Math.max(from, row + rows + 1);
  }
  if (lines - from >= LEAST_FREE) out.push({ from, to: lines });
  return out;
}

/** The state with the columns that are full gone on below what is pinned in them. */
export function advanced(state: PageState): PageState {
  let { sky, floor, later, wasted } = state;
  for (let c = 0; c < sky.length; c++) {
    while (later[c]!.length > 0 && floor[c]! - sky[c]! < LEAST_FREE) {
      wasted += Math.max(0, floor[c]! - sky[c]!);
      const [next] = later[c]!;
      sky = withColumns(sky, c, 1, next!.from);
      floor = withColumns(floor, c, 1, next!.to);
      later = later.map((own, k) => (k === c ? own.slice(1) : own));
    }
  }
  return sky === state.sky ? state : { ...state, sky, floor, later, wasted };
}

/** The columns from `column` on that go on below one pinned piece gone on there, what is free above it left empty; null where there is none. */
export function goneBelow(state: PageState, column: number): { readonly state: PageState; readonly columns: number } | null {
  const next = state.later[column]?.[0];
  if (next === undefined || state.later[column - 1]?.[0]?.from === next.from) return null;
  let columns = 1;
  while (state.later[column + columns]?.[0]?.from === next.from) columns++;
  const inside = (c: number): boolean => c >= column && c < column + columns;
  const wasted = state.sky.reduce((sum, sky, c) => sum + (inside(c) ? Math.max(0, state.floor[c]! - sky) : 0), state.wasted);
  return {
    columns,
    state: {
      ...state, wasted, sky: state.sky.map((sky, c) => (inside(c) ? state.later[c]![0]!.from : sky)),
      floor: state.floor.map((floor, c) => (inside(c) ? state.later[c]![0]!.to : floor)), later: state.later.map((own, c) => (inside(c) ? own.slice(1) : own)),
    },
  };
}

export const highest = (values: readonly number[], column: number, columns: number): number => Math.max(...values.slice(column, column + columns));
export const lowest = (values: readonly number[], column: number, columns: number): number => Math.min(...values.slice(column, column + columns));

/** The values with those of some columns replaced. */
export function withColumns(values: readonly number[], column: number, columns: number, value: number): number[] {
  return values.map((old, c) => (c >= column && c < column + columns ? value : old));
}

function without(left: readonly Waiting[], one: Waiting): Waiting[] {
  return left.filter((other) => other !== one);
}

/** A piece that goes on from where the article's rest says, and ends here. */
function pieceOf(one: Waiting, deck: Area | null, body: readonly Broken[], box: Broken | null = null): Piece {
  return { article: one.article, variant: one.variant, deck, body, box, from: one.rest?.from ?? null, to: null };
}

/** The whole of an article under what stands in these columns; null where that leaves no room. */
export function atTop(state: PageState, one: Waiting, column: number, columns: number, whole: Whole, deckRows: number): PageState | null {
  const row = highest(state.sky, column, columns);
  const foot = row + deckRows + whole.rows;
  if (foot > lowest(state.floor, column, columns)) return null;
  const wasted = state.sky.slice(column, column + columns).reduce((sum, sky) => sum + row - sky, 0);
  return {
    ...state, sky: withColumns(state.sky, column, columns, foot + 1), left: without(state.left, one),
    pieces: [...state.pieces, wholePiece(one, column, columns, row, whole, deckRows)], wasted: state.wasted + wasted,
  };
}

/** The whole of an article at the foot of these columns. */
export function atFoot(state: PageState, one: Waiting, column: number, columns: number, whole: Whole, deckRows: number): PageState | null {
  const foot = lowest(state.floor, column, columns);
  const row = foot - whole.rows - deckRows;
  if (row < highest(state.sky, column, columns)) return null;
  const wasted = state.floor.slice(column, column + columns).reduce((sum, floor) => sum + floor - foot, 0);
  return {
    ...state, floor: withColumns(state.floor, column, columns, row - 1), left: without(state.left, one),
    pieces: [...state.pieces, wholePiece(one, column, columns, row, whole, deckRows)], wasted: state.wasted + wasted,
  };
}

/** Pieces by what they are of and where they stand: a search puts the same one on many pages, and what is known of it is known once. */
const stood = new WeakMap<Whole, Map<number, { readonly one: Waiting; readonly piece: Piece }>>();
const MOST_ROWS = 4096;

/** The whole of an article as one block, its title above its text. */
export function wholePiece(one: Waiting, column: number, columns: number, row: number, whole: Whole, deckRows: number): Piece {
  let places = stood.get(whole);
  if (places === undefined) stood.set(whole, (places = new Map()));
  const key = (column * MOST_ROWS + row) * MOST_ROWS + deckRows;
  const known = places.get(key);
  if (known !== undefined && known.one === one && (known.piece.deck ?? known.piece.body[0]?.area)?.columns === columns) return known.piece;
  const piece = newPiece(one, column, columns, row, whole, deckRows);
  places.set(key, { one, piece });
  return piece;
}

function newPiece(one: Waiting, column: number, columns: number, row: number, { rows, into, fitted }: Whole, deckRows: number): Piece {
  const deck = deckRows === 0 ? null : { column, columns, row, rows: deckRows };
  return copyfitted(pieceOf(one, deck, rows === 0 ? [] : [{ area: { column, columns, row: row + deckRows, rows }, into }]), fitted);
}

function copyfitted(piece: Piece, fitted: number | undefined): Piece {
  return fitted === undefined ? piece : { ...piece, fitted };
}

/** The whole of an article under what stands in these columns, its feet at two heights; `beside`: its title over the left ones alone. */
export function steppedTop(state: PageState, one: Waiting, column: number, left: number, right: number, beside: boolean, step: Stepped): PageState | null {
  const columns = left + right;
  const row = highest(state.sky, column, columns);
  const { deckRows } = step;
  const begin = [row + deckRows, beside ? row : row + deckRows] as const;
  const foot = [begin[0] + step.left, begin[1] + step.right] as const;
  if (foot[0] > lowest(state.floor, column, left) || foot[1] > lowest(state.floor, column + left, right)) return null;
  const deck: Area | null = deckRows === 0 ? null : { column, columns: beside ? left : columns, row, rows: deckRows };
  const body: Broken[] = [
    { area: { column, columns: left, row: begin[0], rows: step.left }, into: step.into[0] },
    { area: { column: column + left, columns: right, row: begin[1], rows: step.right }, into: step.into[1] },
  ];
  const wasted = state.sky.slice(column, column + columns).reduce((sum, sky) => sum + row - sky, 0);
  return {
    ...state, sky: withColumns(withColumns(state.sky, column, left, foot[0] + 1), column + left, right, foot[1] + 1), left: without(state.left, one),
    pieces: [...state.pieces, pieceOf(one, deck, body)], wasted: state.wasted + wasted,
  };
}

/** A boxed article, at the top or at the foot of the columns from `column` on; `spare` rows higher than it needs. */
export function boxed(state: PageState, one: Waiting, way: BoxWay, column: number, foot: boolean, spare: number): PageState | null {
  const { columns, into, variant } = way;
  const rows = way.rows + spare;
  const top = highest(state.sky, column, columns);
  const bottom = lowest(state.floor, column, columns);
  if (top + rows > bottom) return null;
  const row = foot ? bottom - rows : top;
  const wasted = foot
    ? state.floor.slice(column, column + columns).reduce((sum, floor) => sum + floor - bottom, 0)
    : state.sky.slice(column, column + columns).reduce((sum, sky) => sum + top - sky, 0);
  return {
    ...state,
    sky: foot ? state.sky : withColumns(state.sky, column, columns, row + rows + 1),
    floor: foot ? withColumns(state.floor, column, columns, row - 1) : state.floor,
    left: without(state.left, one), wasted: state.wasted + wasted,
    pieces: [...state.pieces, { ...pieceOf(one, null, [], { area: { column, columns, row, rows }, into }), variant }],
  };
}

/** A title over the whole page, or over so many `wide` of its columns, its text rising beside it in the others; other boxed articles may stand beside its text. */
export function openDeck(state: PageState, one: Waiting, rows: number, wide = state.sky.length): PageState | null {
  const { sky, floor } = state;
  const columns = sky.length;
  const row = highest(sky, 0, columns);
  if (rows === 0 || row + rows >= lowest(floor, 0, columns)) return null;
  const wasted = sky.reduce((sum, one_) => sum + row - one_, 0);
  return { ...state, sky: sky.map((_, c) => (c < wide ? row + rows : row)), open: { one, area: { column: 0, columns: wide, row, rows } }, left: without(state.left, one), wasted: state.wasted + wasted };
}

/** The whole of the open article's text under the left columns of its title. */
export function underDeck(state: PageState, columns: number, whole: Whole): PageState | null {
  const { open } = state;
  if (open === null) return null;
  const row = open.area.row + open.area.rows;
  // Beside its text only a box stands under the title.
  if (state.sky.slice(columns).some((sky) => sky === row)) return null;
  if (state.sky.slice(0, columns).some((sky) => sky !== row) || row + whole.rows > lowest(state.floor, 0, columns)) return null;
  const body: Broken[] = whole.rows === 0 ? [] : [{ area: { column: 0, columns, row, rows: whole.rows }, into: whole.into }];
  return {
    ...state, open: null, sky: withColumns(state.sky, 0, columns, row + whole.rows + 1), pieces: [...state.pieces, copyfitted(pieceOf(open.one, open.area, body), whole.fitted)],
  };
}

/** The columns of text that an article would have if it took all that is free of some columns. */
export interface Rest {
  readonly one: Waiting;
  readonly deck: Area | null;
  readonly body: readonly Broken[];
}
