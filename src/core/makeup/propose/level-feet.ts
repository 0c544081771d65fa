// The feet of a make-up's articles level to the line (T-36, N-34): a last column that ends a
// line or two above the others, as it may, is brought down to them by copyfitting where the
// paragraphs give the lines and none gapes, else by rows at its title; so are columns that end a row or two above what
// stands below them, and boxes. In: a placement as the search found it. Out: all begins where it began,
// pieces copyfitted; what is pinned or jumps stays as it is.
import type { Block } from '../../flow/flow';
import { type Area, areasOf, type Broken, footOf, type PagePlan, type Piece } from '../../model/layout';
import { meets } from '../draft/close-holes';
import { MOST_GAP } from '../measure/head-gaps';
import { headRoom } from '../measure/head-rows';
import { isFault } from '../rules/page-cost';
import type { Placed } from '../search/place';
import { foldedLabels, taboosOf } from '../rules/taboos';
import type { Yardstick } from '../measure/yardstick';

export function withLevelFeet(placed: Placed, ruler: Yardstick): Placed {
  const { measure } = ruler;
  const rests = new Map<string, readonly Block[]>();
  let isChanged = false;
  const pages = placed.placement.pages.map((given) => {
    let page = given;
    for (const piece of given.pieces) {
      const { article, variant, body, from, to } = piece;
      const boxed = lowerBox(piece, page, ruler);
      if (boxed !== piece) {
        isChanged = true;
        page = { ...page, pieces: page.pieces.map((other) => (other === piece ? boxed : other)) };
        continue;
      }
      const start = rests.get(article);
      const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
      if (to !== null) rests.set(article, measure.fill(thread, body).rest ?? []);
      const level = joined(lengthened(underTitle(levelled(piece, thread, ruler), piece, thread, page, ruler), thread, page, ruler), thread, page, ruler);
      if (level === piece) continue;
      isChanged = true;
      page = { ...page, pieces: page.pieces.map((other) => (other === piece ? level : other)) };
    }
    return page;
  });
  return isChanged ? { ...placed, placement: { ...placed.placement, pages } } : placed;
}

/**
 * Two runs side by side under one title whose feet are a row or two apart, with nothing in the rows below the higher one,
 * are one run down to the lower foot where its paragraphs do not give the lines that are missing: its columns end level to a line, where those of two stop at two heights and the page is white below one.
 */
function joined(piece: Piece, thread: readonly Block[], page: PagePlan, ruler: Yardstick): Piece {
  const { body: [left, right, ...others], box, to, upright } = piece;
  if (left === undefined || right === undefined || others.length > 0 || box !== null || to !== null || upright === true || piece.pinned === true || (piece.fitted ?? 0) !== 0) return piece;
  const [a, b] = [left.area, right.area];
  const higher = a.rows < b.rows ? a : b;
  const apart = Math.abs(a.rows - b.rows);
  if (apart === 0 || apart > MOST_FREE || a.row !== b.row || a.column + a.columns !== b.column || a.columns * right.into !== b.columns * left.into || left.beside === true || right.beside === true) return piece;
  const areas = page.pieces.flatMap(areasOf);
  if (freeBelow(higher, areas, Math.max(...areas.map(footOf))) < apart) return piece;
  const one: Piece = { ...piece, body: [{ area: { ...a, columns: a.columns + b.columns, rows: Math.max(a.rows, b.rows) }, into: left.into + right.into }] };
  const { short, fault, over } = ruler.measure.ends(thread, one);
  return short <= 1 && fault === null && !over && ruler.measure.gap(thread, one) <= MOST_GAP && ruler.tooLoose(thread, one) === null ? one : piece;
}

function levelled(piece: Piece, thread: readonly Block[], ruler: Yardstick): Piece {
  const { measure } = ruler;
  if (piece.box !== null || piece.to !== null || piece.pinned === true || (piece.fitted ?? 0) !== 0) return piece;
  const { short } = measure.ends(thread, piece);
  const found = short === 0 ? null : measure.stretch(thread, piece.body);
  if (found === null) return piece;
  const level: Piece = { ...piece, fitted: found.lines === 0 ? found.rows : found.lines };
  return measure.ends(thread, level).short < short && measure.gap(thread, level) <= MOST_GAP && ruler.tooLoose(thread, level) === null ? level : piece;
}

/** Rows that all columns under a title are short of, and paragraphs do not give, go to the title (N-34: lines first, then rows at headings), where no taboo comes of it. `as`: the piece as it stands on the page. */
function underTitle(piece: Piece, as: Piece, thread: readonly Block[], page: PagePlan, ruler: Yardstick): Piece {
  const { deck, body: [only, ...others], box, to, upright } = piece;
  if (deck === null || only === undefined || others.length > 0 || box !== null || to !== null || upright === true || piece.pinned === true || (piece.fitted ?? 0) !== 0) return piece;
  const { area } = only;
  if (area.row !== deck.row + deck.rows || area.column !== deck.column || area.columns !== deck.columns) return piece;
  const { low, short } = ruler.measure.ends(thread, piece);
  if (low === 0 || low > headRoom(piece, ruler)) return piece;
  const lower: Piece = { ...piece, deck: { ...deck, rows: deck.rows + low }, body: [{ ...only, area: { ...area, row: area.row + low, rows: area.rows - low } }] };
  const end = ruler.measure.ends(thread, lower);
  if (end.over || end.short >= short || ruler.measure.gap(thread, lower) > MOST_GAP) return piece;
  const faults = (own: Piece): number => taboosOf({ ...page, pieces: page.pieces.map((other) => (other === as ? own : other)) }, null, ruler).filter((taboo) => isFault(taboo, ruler.style)).length;
  return faults(lower) > faults(piece) ? piece : lower;
}

/** Rows of a hole that is no fault (N-34): text takes them where it gives the lines. */
const MOST_FREE = 2;

/** The piece with its columns down to what stands below them, where a row or two are free there. */
function lengthened(piece: Piece, thread: readonly Block[], page: PagePlan, ruler: Yardstick): Piece {
  const { measure } = ruler;
  if (piece.box !== null || piece.to !== null || piece.pinned === true) return piece;
  const areas = page.pieces.flatMap(areasOf);
  const end = Math.max(...areas.map(footOf));
  const free = piece.body.map(({ area }) => freeBelow(area, areas, end));
  const runs = free.flatMap((rows, i) => (rows > 0 && rows <= MOST_FREE ? [i] : []));
  // All of them, or one alone.
  for (const taken of runs.length > 1 ? [runs, ...runs.map((i) => [i])] : [runs]) {
    if (taken.length === 0) continue;
    const body = piece.body.map(({ area, into }, i): Broken => ({ into, area: taken.includes(i) ? { ...area, rows: area.rows + free[i]! } : area }));
    const found = measure.stretch(thread, body);
    if (found === null) continue;
    const longer: Piece = { ...piece, body, fitted: found.lines === 0 ? found.rows : found.lines };
    if (measure.ends(thread, longer).short === 0 && measure.gap(thread, longer) <= MOST_GAP && ruler.tooLoose(thread, longer) === null) return longer;
  }
  return piece;
}

/** A box down to what stands below it, where a row or two are free there: its leading and the air around its title take them (T-35), where no taboo comes of it. */
function lowerBox(piece: Piece, page: PagePlan, ruler: Yardstick): Piece {
  const { box } = piece;
  if (box === null || piece.pinned === true) return piece;
  const areas = page.pieces.flatMap(areasOf);
  const free = freeBelow(box.area, areas, Math.max(...areas.map(footOf)));
  if (free === 0 || free > MOST_FREE || free > headRoom(piece, ruler)) return piece;
  const lower: Piece = { ...piece, box: { ...box, area: { ...box.area, rows: box.area.rows + free } } };
  const faults = (own: Piece): number => {
    const plan = { ...page, pieces: page.pieces.map((other) => (other === piece ? own : other)) };
    return taboosOf(plan, null, ruler).filter((taboo) => isFault(taboo, ruler.style)).length + foldedLabels(plan, ruler).length;
  };
  return faults(lower) > faults(piece) ? piece : lower;
}

/** Rows below a column of text, or a box, to what stands there, the blank row between kept; to the page's lowest foot where nothing does. */
function freeBelow(area: Area, areas: readonly Area[], end: number): number {
  const foot = footOf(area);
  const below = areas.filter((other) => other.row >= foot && meets(other, area)).map(({ row }) => row);
  return below.length === 0 ? end - foot : Math.min(...below) - 1 - foot;
}
