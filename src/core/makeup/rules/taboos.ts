// What a newspaper's desk must not do (版面忌, N-30 … N-37), found on a page as
// planned: areas in base columns × grid rows, headlines line by line. The placer
// avoids what this finds, and what it could not avoid is reported. Holes inside a
// piece (N-34) show only when the text is set: the composer says those.
import { areasOf } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Area, PagePlan, Piece } from '../../page/placement';
import type { BoxSize, DeckSize } from '../../page/deck-size';
import type { Ruler } from '../measure/ruler';

export type TabooKind =
  | 'abreast' // N-30 碰题
  | 'across' // N-31 断版
  | 'gutter' // N-32 通缝
  | 'headless' // N-33 题文分离
  | 'reversed' // N-35 逆转
  | 'fold' // N-36
  | 'lead'; // N-37, information only

export interface Taboo {
  readonly kind: TabooKind;
  /** The articles that it concerns; two for 碰题, and for text under another's (whose second is that one), none for a break or gutter. */
  readonly articles: readonly string[];
  /** Where: rows and columns of the page. */
  readonly area: Area;
  /** Of N-36: what the fold runs through is the label of a box, not a line of its headline. */
  readonly isLabel?: boolean;
}

/** A headline and the rows of its zone, all that it takes of the page; in a box its lines alone. */
interface Headline {
  readonly piece: Piece;
  readonly area: Area;
  /** Without the white before its first line and behind its last one, but for rows beyond its need: what stands beside a box's headline, the frame between. */
  readonly inked: Area;
  /** Row that its lines count from, and where they stand: fractions of rows. */
  readonly from: number;
  readonly lines: readonly { readonly from: number; readonly to: number }[];
  /** Label of a box, in rows of the page; left out: none. */
  readonly label?: { readonly from: number; readonly to: number };
}

const NONE: Taboo[] = [];

/** Headlines that overlap in height by more than this part of the lower one stand side by side (N-30). */
const ABREAST = 0.3;

/** Every taboo on a page. `lead` is the article that the edition puts first on it, null where the page only goes on. */
export function taboosOf(plan: PagePlan, lead: string | null, ruler: Ruler): Taboo[] {
  const { master } = ruler;
  const headlines = headlinesOf(plan, ruler);
  const areas = plan.pieces.map(areasOf);
  return [
    ...abreast(headlines), ...across(plan, areas, master), ...gutters(areas, master), ...headless(plan), ...reversed(plan), ...onFold(headlines, master),
    ...lowLead(headlines, lead),
  ];
}

/**
 * Labels of boxes (社论) through which the sheet is folded (N-36). A search for pages pays for them as for a headline's line, and
 * they take as many points; no fault, so that no page is thrown away for one: it would give level feet and full pages for it.
 */
export function foldedLabels(plan: Pick<PagePlan, 'pieces'>, ruler: Ruler): Taboo[] {
  const fold = foldRow(ruler.master);
  if (plan.pieces.every(({ box }) => box === null)) return NONE;
  return labelsOnFold(headlinesOf(plan, ruler), fold);
}

function labelsOnFold(headlines: readonly Headline[], fold: number): Taboo[] {
  let out: Taboo[] | null = null;
  for (const { piece, area, label } of headlines) {
    if (label === undefined || fold <= label.from || fold >= label.to) continue;
    (out ??= []).push({ kind: 'fold', articles: [piece.article], area: { ...area, row: Math.floor(label.from), rows: Math.ceil(label.to - label.from) }, isLabel: true });
  }
  return out ?? NONE;
}

/** Those of headlines alone, which no later piece can mend. */
export function headlineTaboos(plan: PagePlan, ruler: Ruler): Taboo[] {
  const headlines = headlinesOf(plan, ruler);
  return [...abreast(headlines), ...onFold(headlines, ruler.master)];
}

/** Those that the headlines of pieces from `first` on add to a page. */
export function newHeadlineTaboos(pieces: readonly Piece[], first: number, ruler: Ruler): Taboo[] {
  const added = headlinesOf({ pieces: pieces.slice(first) }, ruler);
  if (added.length === 0) return NONE;
  const headlines = headlinesOf({ pieces }, ruler);
  const beside = abreast(headlines);
  const folded = onFold(added, ruler.master);
  const labels = labelsOnFold(added, foldRow(ruler.master));
  return beside.length + folded.length + labels.length === 0 ? NONE : [...beside.filter(({ articles }) => added.some(({ piece }) => articles.includes(piece.article))), ...folded, ...labels];
}

/** What a ruler said of pieces: those of a search stand on many of its pages. */
const told = new WeakMap<Ruler, WeakMap<Piece, Headline | null>>();

/** Headlines of the pieces that have one. */
function headlinesOf({ pieces }: Pick<PagePlan, 'pieces'>, ruler: Ruler): Headline[] {
  let known = told.get(ruler);
  if (known === undefined) told.set(ruler, (known = new WeakMap()));
  const out: Headline[] = [];
  for (const piece of pieces) {
    let headline = known.get(piece);
    if (headline === undefined) known.set(piece, (headline = headlineOf(piece, ruler)));
    if (headline !== null) out.push(headline);
  }
  return out;
}

/** Row of the page's middle, where the sheet is folded: a fraction, from the type area's top. */
function foldRow(master: PaperMaster): number {
  return (master.height / 2 - master.top) / master.pitch;
}

/** From where to where the lines of a title block stand. */
const spans = new WeakMap<DeckSize, { readonly top: number; readonly foot: number }>();

function spanOf(size: DeckSize): { readonly top: number; readonly foot: number } {
  let span = spans.get(size);
  if (span === undefined) spans.set(size, (span = { top: Math.min(...size.lines.map(({ from }) => from)), foot: Math.max(...size.lines.map(({ to }) => to)) }));
  return span;
}

function headlineOf(piece: Piece, ruler: Ruler): Headline | null {
  const { deck, box } = piece;
  const area = deck ?? box?.area;
  if (area === undefined) return null;
  if (deck !== null && piece.upright === true) {
    const { lines } = ruler.upright(piece);
    return { piece, area: deck, inked: deck, from: deck.row, lines };
  }
  const size = deck !== null ? ruler.deck(piece, deck.columns) : ruler.box(piece, area.columns, box!.into);
  if (size.lines.length === 0) return null;
  // Rows beyond its need stand half above it, half below.
  const spare = Math.max(0, deck === null ? (area.rows - size.rows - ((size as BoxSize).led ?? 0)) >> 1 : (area.rows - size.rows) / 2);
  const from = area.row + spare;
  const { top, foot } = spanOf(size);
  // Rows around its lines make it no smaller: at the height of its zone another headline stands beside it.
  if (deck !== null) return { piece, area: deck, inked: { ...deck, row: deck.row + top, rows: Math.max(0, deck.rows - size.rows) + foot - top }, from, lines: size.lines };
  const inked: Area = { column: area.column, columns: area.columns, row: from + top, rows: foot - top };
  const { label } = size as BoxSize;
  return { piece, area: inked, inked, from, lines: size.lines, ...(label === undefined ? {} : { label: { from: area.row + label.from, to: area.row + label.to } }) };
}

/** The zones of two headlines side by side, at one height by more than a part of the lower one; with a box's frame between them their lines. */
function abreast(headlines: readonly Headline[]): Taboo[] {
  let out: Taboo[] | null = null;
  for (let i = 0; i < headlines.length; i++) {
    const a = headlines[i]!;
    for (let j = i + 1; j < headlines.length; j++) {
      const b = headlines[j]!;
      if (a.area.column + a.area.columns !== b.area.column && b.area.column + b.area.columns !== a.area.column) continue;
      const isPlain = a.piece.box === null && b.piece.box === null;
      const one = isPlain ? a.area : a.inked;
      const other = isPlain ? b.area : b.inked;
      const common = Math.min(one.row + one.rows, other.row + other.rows) - Math.max(one.row, other.row);
      if (common <= ABREAST * Math.min(one.rows, other.rows)) continue;
      (out ??= []).push({ kind: 'abreast', articles: [a.piece.article, b.piece.article], area: around([a.area, b.area]) });
    }
  }
  return out ?? NONE;
}

function around(areas: readonly Area[]): Area {
  const column = Math.min(...areas.map((area) => area.column));
  const row = Math.min(...areas.map((area) => area.row));
  return {
    column, row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
  };
}

/** A straight break over the whole page: no article stands on both sides of the row, and there are articles above and below it. */
function across({ pieces }: PagePlan, areas: readonly (readonly Area[])[], { columns }: PaperMaster): Taboo[] {
  // In one column all that ends ends across the page.
  if (columns === 1) return NONE;
  const tops = areas.map(topOf);
  let first = Infinity;
  for (const top of tops) if (top < first) first = top;
  // A break is where an article begins, below the first, and no area of any other goes past.
  const rows = [...new Set(tops)].filter((row) => row > first && !areas.some((own) => own.some((area) => area.row < row && row < area.row + area.rows)));
  if (rows.length === 0) return NONE;
  return rows.filter((row) => !areas.some((own) => holds(own, row)) && !underTitle(pieces, row, columns))
    .map((row): Taboo => ({ kind: 'across', articles: [], area: { column: 0, columns, row: row - 1, rows: 1 } }));
}

/** An article holds some column on both sides of the row: its title block and what stands under it. */
function holds(areas: readonly Area[], row: number): boolean {
  return areas.some((a) => a.row < row && areas.some((b) => b.row + b.rows > row && a.column < b.column + b.columns && b.column < a.column + a.columns));
}

/** A title over the whole page ends here, its own text under it: no break (N-31). */
function underTitle(pieces: readonly Piece[], row: number, columns: number): boolean {
  return pieces.some(({ deck, body }) => deck !== null && deck.columns === columns && deck.row + deck.rows === row && body.some(({ area }) => area.row === row));
}

/**
 * Gutters from the page's head to its foot that an article crosses only by going on from one column to the next: the
 * line is straight, and seen. Of a paper in the 模块式, where N-32 is information, they are told beside those that `taboosOf` finds.
 */
export function plainGutters({ pieces }: Pick<PagePlan, 'pieces'>, master: PaperMaster): Taboo[] {
  const areas = pieces.map(areasOf);
  const crossed = gutters(areas, master);
  return gutters(areas, master, straddles).filter(({ area }) => !crossed.some((one) => one.area.column === area.column));
}

/** A gutter from the page's head to its foot that no article crosses. */
function gutters(areas: readonly (readonly Area[])[], { columns }: PaperMaster, isCrossedBy = crosses): Taboo[] {
  if (areas.length < 2) return NONE;
  const all = areas.flat();
  // What stands from edge to edge is crossed by none.
  if (all.some((area) => area.columns === columns)) return NONE;
  return Array.from({ length: Math.max(0, columns - 1) }, (_, i) => i + 1)
    .filter((x) => !areas.some((own) => isCrossedBy(own, x)) && all.some((area) => area.column < x) && all.some((area) => area.column >= x))
    .map((x): Taboo => {
      const top = Math.min(...all.map(({ row }) => row));
      return { kind: 'gutter', articles: [], area: { column: x - 1, columns: 2, row: top, rows: Math.max(...all.map(({ row, rows }) => row + rows)) - top } };
    });
}

/** An area of an article stands over the line left of column x. */
function straddles(areas: readonly Area[], x: number): boolean {
  return areas.some((area) => area.column < x && x < area.column + area.columns);
}

/** Something of an article stands on both sides of the line left of column x, at one height. */
function crosses(areas: readonly Area[], x: number): boolean {
  if (straddles(areas, x)) return true;
  return areas.some((a) => a.column + a.columns === x && areas.some((b) => b.column === x && a.row < b.row + b.rows && b.row < a.row + a.rows));
}

/** Part of its text under its headline, from which on what stands by that one's side, under another article, is as much. */
const AS_MUCH = 0.8;

/** A headline that is so many times too narrow is as bad as it can be. */
const MOST_NARROW = 1.5;

/** How many times as much of its text stands by its headline's side, under another article, as may for what stands under it: 1 and more where a headline is too narrow for its text, else 0. */
export function narrowness({ own, beside }: Apart): number {
  return beside === 0 || beside < AS_MUCH * own ? 0 : Math.min(MOST_NARROW, beside / (AS_MUCH * own));
}

/** Text without its own headline above or at its left; （上接…） counts as one. What another article stands over is read as that one's. */
function headless(plan: PagePlan): Taboo[] {
  let out: Taboo[] | null = null;
  for (const piece of plan.pieces) {
    const { article, deck, body, box, from } = piece;
    if (box !== null || from !== null) continue;
    const wrong = deck === null ? undefined : body.find(({ area }) => area.row < deck.row || area.column < deck.column);
    if (wrong !== undefined) (out ??= []).push({ kind: 'headless', articles: [article], area: wrong.area });
    else {
      const apart = apartFrom(piece, plan.pieces)?.under ?? null;
      if (apart !== null) (out ??= []).push({ kind: 'headless', articles: [article, apart.article], area: apart.area });
    }
  }
  return out ?? NONE;
}

/** Rows of text, base column by base column: under their headline or nothing; under other articles by its side, or elsewhere (N-33). */
interface Apart {
  readonly own: number;
  readonly beside: number;
  readonly rows: number;
  /** The first text that stands elsewhere, and the article over it. */
  readonly under: { readonly area: Area; readonly article: string } | null;
}

/** How the text of a piece stands that is not all under its own headline; null where all is. */
export function apartFrom(piece: Piece, pieces: readonly Piece[]): Apart | null {
  const { deck, body } = piece;
  // A title downwards has its text at its right. Nothing stands between a title and what is right under it.
  if (deck === null || piece.upright === true || body.every(({ area }) => isRightUnder(area, deck))) return null;
  // Text that begins by the upper half of its headline, to the row, is led by it.
  const [half, foot, end] = [deck.row + Math.ceil(deck.rows / 2), deck.row + deck.rows, deck.column + deck.columns];
  let [rows, beside, own] = [0, 0, 0];
  let under: Apart['under'] = null;
  for (const { area } of body) {
    for (let c = area.column; c < area.column + area.columns; c++) {
      const isUnder = c >= deck.column && c < end;
      const over = isUnder && area.row === foot ? null : overColumn(pieces, c, area.row);
      // A frame shows where its text ends: what is under it, below its own headline, is no part of it.
      if (over === null || over === piece || (isUnder && over.box !== null)) own += area.rows;
      else if (area.row <= half) beside += area.rows;
      else {
        rows += area.rows;
        under ??= { area, article: over.article };
      }
    }
  }
  return rows + beside === 0 ? null : { own, beside, rows, under };
}

function isRightUnder({ row, column, columns }: Area, deck: Area): boolean {
  return row === deck.row + deck.rows && column >= deck.column && column + columns <= deck.column + deck.columns;
}

/** What stands right over a row of a base column, whatever is between; null: nothing. */
function overColumn(pieces: readonly Piece[], column: number, row: number): Piece | null {
  let over: Piece | null = null;
  let lowest = -Infinity;
  for (const piece of pieces) {
    for (const area of areasOf(piece)) {
      if (area.column > column || column >= area.column + area.columns || area.row >= row || area.row <= lowest) continue;
      [over, lowest] = [piece, area.row];
    }
  }
  return over;
}

/** Text that goes on at the left, or higher in its own columns. */
function reversed({ pieces }: PagePlan): Taboo[] {
  let out: Taboo[] | null = null;
  for (const { article, body } of pieces) {
    if (body.length < 2) continue;
    const wrong = body.find(({ area }, g) => {
      const before = body[g - 1]?.area;
      return before !== undefined && (area.column < before.column || (area.column < before.column + before.columns && area.row < before.row + before.rows));
    });
    if (wrong !== undefined) (out ??= []).push({ kind: 'reversed', articles: [article], area: wrong.area });
  }
  return out ?? NONE;
}

/** A headline's line through which the sheet is folded; between two lines it may be. */
function onFold(headlines: readonly Headline[], master: PaperMaster): Taboo[] {
  const fold = foldRow(master);
  let out: Taboo[] | null = null;
  for (const { piece, area, from: start, lines } of headlines) {
    if (fold <= area.row || fold >= area.row + area.rows) continue;
    const cut = lines.find(({ from, to }) => start + from < fold && fold < start + to);
    if (cut !== undefined) (out ??= []).push({ kind: 'fold', articles: [piece.article], area: { ...area, row: Math.floor(start + cut.from), rows: Math.ceil(cut.to - cut.from) } });
  }
  return out ?? NONE;
}

/** Rows by which two blocks may differ and begin at one height: the lines of a larger headline stand lower in it. */
const ABOUT_LEVEL = 2;

/** The lead begins lower than another headline's block, or right of one as high. */
function lowLead(headlines: readonly Headline[], lead: string | null): Taboo[] {
  const own = headlines.find(({ piece }) => piece.article === lead);
  if (own === undefined) return [];
  const [begin, { column }] = [topOf(areasOf(own.piece)), own.area];
  const before = headlines.some(({ piece, area }) => {
    const top = topOf(areasOf(piece));
    return piece !== own.piece && (top < begin - ABOUT_LEVEL || (Math.abs(top - begin) <= ABOUT_LEVEL && area.column < column));
  });
  return before ? [{ kind: 'lead', articles: [own.piece.article], area: own.area }] : [];
}

function topOf(areas: readonly Area[]): number {
  let top = Infinity;
  for (const { row } of areas) if (row < top) top = row;
  return top;
}
