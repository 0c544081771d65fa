// How the text of each block meets its room: 余 N 行 (does not fit) or 缺 N 行 (left
// empty), in lines of the block's own columns. In: a layout. Out: one record a piece, in
// the layout's order; the composer's own answers, so that the desk, the slip and the page agree:
// what is empty is what stays empty as it is printed. A line that copyfitting gives is none of
// that, nor are the few rows of a box that stand around its headline (N-34, T-35).
import { type BlockName, type Layout, type Piece, textRows, type Variant } from '../../model/layout';
import type { Block } from '../../flow/flow';
import type { FilledPiece } from '../../page/fill-piece';
import { brokenMeasure } from '../../page/paper-grid';
import { restCharacters } from '../../page/rest-characters';
import { headRows } from '../measure/head-rows';
import type { Yardstick } from '../measure/yardstick';

export interface BlockRoom extends BlockName {
  /** Lines that found no room. */
  readonly over: number;
  /** Characters of the text in them, about: as the findings tell them. */
  readonly overCharacters?: number;
  /** Lines that stay empty as it is printed. */
  readonly short: number;
  /** Lines that its text takes, before any copyfitting. */
  readonly needs: number;
  /** Lines that stay empty at its feet as it is printed, though its text goes on elsewhere: what comes next may not be parted there, and goes over whole. The jump line's own is none. */
  readonly beforeJump?: number;
  /** Rows of a box that stand around its headline, no more than such a headline may have. */
  readonly inHead?: number;
  /** Rows of the page by which its box is too low, where its lines are none of the page's. */
  readonly more?: number;
  /** Lines that its columns hold. */
  readonly lines: number;
  /** Columns of text that it has. */
  readonly columns: number;
  /** Characters of a line of the columns in which the text ends. */
  readonly measure: number;
}

/** Rows of a column that nothing fills. */
const ENDLESS = 100_000;

export function roomsOf(layout: Layout, ruler: Yardstick): BlockRoom[] {
  const rests = new Map<string, readonly Block[]>();
  return layout.pages.flatMap(({ number, pieces }) => pieces.map((piece) => ({ page: number, article: piece.article, ...(piece.box === null ? plainRoom(piece, rests, ruler) : boxRoom(piece, piece.box, ruler)) })));
}

/** Base columns and the columns of text in them: the measures by which a desk reckons a text (一栏, 三破二, 两栏). */
const RECKONED = [[1, 1], [3, 2], [2, 1]] as const;

/** 按行长折算: lines of each of a paper's usual measures, those that its page has, in characters. */
export interface Reckoned {
  readonly article: string;
  readonly lines: readonly { readonly measure: number; readonly lines: number }[];
}

export function reckoned(article: string, variant: Variant, ruler: Yardstick): Reckoned {
  const { master } = ruler;
  const ways = RECKONED.filter(([columns]) => columns <= master.columns);
  return { article, lines: ways.map(([columns, into]) => ({ measure: brokenMeasure(master, columns, into).characters, lines: linesAtMeasure(article, variant, ruler, columns, into) })) };
}

/** Lines that an article's text takes in a measure of the page, one base column, whatever its block is. */
export function linesAtMeasure(article: string, variant: Variant, ruler: Yardstick, columns = 1, into = 1): number {
  const area = { column: 0, columns, row: 0, rows: ENDLESS };
  return ruler.measure.fill(ruler.measure.body(article, variant === 'box' ? 'news' : variant), [{ area, into }]).columns.reduce((sum, { used }) => sum + used, 0);
}

type Room = Omit<BlockRoom, keyof BlockName>;

function boxRoom(piece: Piece, { area, into }: NonNullable<Piece['box']>, ruler: Yardstick): Room {
  const { rows, characters: measure, led = 0 } = ruler.box(piece, area.columns, into);
  const spare = area.rows - rows;
  const over = spare < 0 ? ruler.measure.boxOver(piece.article, piece.variant, area.columns, into, area.rows, piece) : 0;
  // A title downwards is as high as its box: what is free stands about its text.
  const inHead = piece.upright === true ? 0 : Math.max(0, Math.min(spare, headRows(piece, ruler)?.most ?? 0));
  // Those between its lines (T-35) are none of the title's.
  const told = Math.max(0, inHead - led);
  const lines = area.rows * into;
  return { over, ...(over === 0 ? {} : { more: -spare, overCharacters: over * measure }), ...(told === 0 ? {} : { inHead: told }), short: Math.max(0, spare - inHead) * into, needs: lines - Math.max(0, spare) * into + over, lines, columns: into, measure };
}

function plainRoom(piece: Piece, rests: Map<string, readonly Block[]>, ruler: Yardstick): Room {
  const { measure } = ruler;
  const { article, variant, body, from, fitted = 0 } = piece;
  const start = rests.get(article);
  const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
  const lines = textRows(body);
  const columns = body.reduce((sum, { into }) => sum + into, 0);
  const run = body.at(-1);
  const characters = run === undefined ? ruler.master.characters : brokenMeasure(ruler.master, run.area.columns, run.into, run.beside).characters;
  const full = { over: 0, short: 0, needs: lines, lines, columns, measure: characters };
  if (fitted !== 0 && measure.stretch(thread, body) !== null) {
    rests.set(article, []);
    return full;
  }
  const filled = piece.to === null ? measure.overfill(thread, body) : measure.fill(thread, body);
  rests.set(article, filled.rest ?? []);
  if (filled.rest !== null) {
    const last = body.at(-1);
    // What is jumped goes on elsewhere.
    if (piece.to !== null || last === undefined) return withBeforeJump(full, measure.ends(thread, piece).blank);
    const over = measure.fill(filled.rest, [{ ...last, area: { ...last.area, row: 0, rows: ENDLESS } }]).columns.reduce((sum, { used }) => sum + used, 0);
    return { ...full, over, overCharacters: restCharacters(filled.rest), needs: lines + over };
  }
  const needs = filled.columns.reduce((sum, { used }) => sum + used, 0);
  return { ...full, short: printedShort(filled, needs, thread, piece, ruler), needs };
}

const withBeforeJump = (room: Room, beforeJump: number): Room => (beforeJump > 0 ? { ...room, beforeJump } : room);

/** Lines of its columns that stay empty as it is printed: below its text, and of its last columns what copyfitting does not give. */
function printedShort({ rows, columns }: FilledPiece, needs: number, thread: readonly Block[], piece: Piece, { measure }: Yardstick): number {
  const { body } = piece;
  const below = body.reduce((sum, { area, into }, g) => sum + (area.rows - (rows[g] ?? 0)) * into, 0);
  const within = textRows(body) - below - needs;
  const reached = body.reduce((sum, { into }, g) => sum + ((rows[g] ?? 0) > 0 ? into : 0), 0);
  return columns.length < reached ? below + within : measure.ends(thread, piece).blank;
}
