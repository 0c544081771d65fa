// A page whose columns' feet are a row or two off made level to the line as the last thing
// before it is shown (N-34, T-36): rows around titles and in boxes, columns a row higher or
// lower by a few lines of copyfitting, wherever on the page they are, in the fewest that do
// it. In: a layout with its texts set, and one of its pages. Out: the page, everything in its
// columns and order and nothing far from where it stood; null where nothing does it.
import type { Block } from '../../flow/flow';
import { type PagePlan, type Piece, textRows } from '../../model/layout';
import { MOST_HOLE } from '../../page/piece-end';
import { crowdsOf } from '../rules/crowded';
import { MOST_GAP } from '../measure/head-gaps';
import { MOST_SHORT } from '../measure/last-column';
import { isFault } from '../rules/page-cost';
import { whiteOf } from '../rules/page-white';
import { PageRows } from '../draft/page-rows';
import type { Placed } from '../search/place';
import { shapeOf } from '../measure/refits';
import { taboosOf } from '../rules/taboos';
import type { Yardstick } from '../measure/yardstick';

/** Pages looked at on the way to a level one, and texts that are set for it. */
const MOST_LOOKED = 120;
const MOST_SET = 24;
/** Level pages that have a taboo more, after which none is thought to be without. */
const MOST_FAULTY = 12;
/** Rows that the foot of a last page is white by, for it to be filled: what rows around its titles and a line here and there take. */
const MOST_OPEN = 5;
/** Rows of a column that nothing fills. */
const ENDLESS = 100_000;

/** A page on the way. */
interface Node {
  readonly rows: readonly number[];
  readonly cost: number;
}

/** The layout with its pages level, each that can be; the same where none can. What is shown is asked whether it is better so. */
export function withLevelPages(placed: Placed, ruler: Yardstick): Placed {
  const { measure } = ruler;
  const { pages } = placed.placement;
  const rests = new Map<string, readonly Block[]>();
  let isChanged = false;
  const level = pages.map((page, i): PagePlan => {
    const threads = page.pieces.map(({ article, variant, body, box, from, to }) => {
      if (box !== null) return [];
      const start = rests.get(article);
      const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
      if (to !== null) rests.set(article, measure.fill(thread, body).rest ?? []);
      return thread;
    });
    const found = levelPage(page, threads, i < pages.length - 1, ruler);
    if (found !== null) isChanged = true;
    return found ?? page;
  });
  return isChanged ? { ...placed, placement: { ...placed.placement, pages: level } } : placed;
}

/** `threads`: the text of each piece from where it begins on this page; `goesOn`: text waits for a later page, so that its foot is to be filled. */
function levelPage(plan: PagePlan, threads: readonly (readonly Block[])[], goesOn: boolean, ruler: Yardstick): PagePlan | null {
  const { columns, lines } = ruler.master;
  const { holes, foot, worst } = whiteOf(plan, columns, lines);
  if (holes === 0 && foot === 0) return null;
  const texts = plan.pieces.map((piece, i) => new Text(piece, threads[i]!, ruler));
  const isFull = goesOn || foot === 0;
  // A last page that is full but for a few rows is filled as well.
  const filled = isFull || foot <= MOST_OPEN * columns ? levelTo(plan, texts, true, ruler) : null;
  const level = filled !== null || isFull || holes === 0 ? filled : levelTo(plan, texts, false, ruler);
  // A hole of three rows that texts and titles do not take whole may be one of two after, which is none (N-34).
  return level !== null || worst <= MOST_HOLE ? level : levelTo(plan, texts, isFull, ruler, MOST_HOLE);
}

/** The page with nothing white, or no more than `most` rows above a title; `isFull`: to its last row. */
function levelTo(plan: PagePlan, texts: readonly Text[], isFull: boolean, ruler: Yardstick, most = 0): PagePlan | null {
  const page = new PageRows(plan, texts.map(({ lines: own }) => own), isFull, ruler);
  const begin = page.given(page.none);
  if (begin === null) return null;
  const faults = faultsOf(plan, ruler);
  const before = setIn(texts);
  const open: Node[] = [{ rows: page.none, cost: begin.cost }];
  const seen = new Set([page.none.join()]);
  let faulty = 0;
  for (let looked = 0; open.length > 0 && looked < MOST_LOOKED && setIn(texts) < before + MOST_SET; looked++) {
    const node = open.shift()!;
    const now = page.given(node.rows)!;
    if (now.white === 0) {
      const moved = page.pieces(node.rows);
      // Titles may stand side by side now, or something may part the page: a text is set only where nothing does.
      if (faultsOf({ ...plan, pieces: moved }, ruler) <= faults) {
        const pieces = fitted(moved, texts, plan.mastheadRows, most, (piece) => page.refuse(piece, now.off[piece]!));
        if (pieces !== null && (most === 0 || isBetter({ ...plan, pieces }, faults, most, ruler))) return { ...plan, pieces };
      } else if (++faulty > MOST_FAULTY) return null;
    }
    for (const way of page.ways) {
      const rows = page.add(node.rows, way);
      if (rows === null) continue;
      const key = rows.join();
      if (seen.has(key)) continue;
      seen.add(key);
      const next = page.given(rows);
      if (next === null) continue;
      let at = open.length;
      while (at > 0 && open[at - 1]!.cost > next.cost) at--;
      open.splice(at, 0, { rows, cost: next.cost });
      if (open.length > MOST_LOOKED) open.pop();
    }
  }
  return null;
}

function setIn(texts: readonly Text[]): number {
  return texts.reduce((sum, { set }) => sum + set, 0);
}

/** Taboos of a page that are faults in the paper's style, and blocks right above another, the rule between them through a line. */
function faultsOf(plan: PagePlan, ruler: Yardstick): number {
  return taboosOf(plan, null, ruler).filter((taboo) => isFault(taboo, ruler.style)).length + crowdsOf(plan).length;
}

/** Its holes are no more than so many rows high, with no more taboos. */
function isBetter(plan: PagePlan, faults: number, most: number, ruler: Yardstick): boolean {
  const { columns, lines } = ruler.master;
  return whiteOf(plan, columns, lines).worst <= most && faultsOf(plan, ruler) <= faults;
}

/**
 * The pieces with their texts to their columns' feet, one that does not come to them by up to `most` rows at its head begun so much
 * lower; null where one does not so either, which `refused` is told.
 */
function fitted(pieces: readonly Piece[], texts: readonly Text[], head: number, most: number, refused: (piece: number) => void): readonly Piece[] | null {
  const out: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    let made = texts[i]!.fitted(piece);
    for (let down = 1; down <= most && made === null; down++) {
      const lower = begunLower(piece, head, down);
      if (lower !== null) made = texts[i]!.fitted(lower);
    }
    if (made === null) {
      refused(i);
      return null;
    }
    out.push(made);
  }
  return out;
}

/** The piece begun so many rows lower, its foot where it is; null for what is not a title with its text right under it, or heads the page. */
function begunLower(piece: Piece, head: number, down: number): Piece | null {
  const { deck, body: [only, ...others], box } = piece;
  if (deck === null || only === undefined || others.length > 0 || box !== null || piece.to !== null || piece.upright === true || piece.pinned === true || deck.row === head || only.area.row !== deck.row + deck.rows || only.area.rows <= down) return null;
  return { ...piece, deck: { ...deck, row: deck.row + down }, body: [{ ...only, area: { ...only.area, row: only.area.row + down, rows: only.area.rows - down } }] };
}

/** The text of a piece in other columns of its measure. */
class Text {
  /** Lines that it takes as it is best set. */
  readonly lines: number;
  /** Times that it was set. */
  set = 0;
  private readonly known = new Map<string, number | null>();

  constructor(private readonly piece: Piece, private readonly thread: readonly Block[], private readonly ruler: Yardstick) {
    const { body, to } = piece;
    const [first] = body;
    // What goes on elsewhere fills its columns.
    this.lines = first === undefined ? 0 : to !== null ? textRows(body) : ruler.measure.fill(thread, [{ ...first, area: { ...first.area, row: 0, rows: ENDLESS } }]).columns.reduce((sum, { used }) => sum + used, 0);
  }

  /** The piece with its text in the columns that it has now; null where that does not end there, level, without a gap. */
  fitted(piece: Piece): Piece | null {
    if (shapeOf(piece.body) === shapeOf(this.piece.body)) return piece;
    if (piece.to !== null) return textRows(piece.body) === textRows(this.piece.body) ? piece : null;
    const key = shapeOf(piece.body);
    let lines = this.known.get(key);
    if (lines === undefined) this.known.set(key, (lines = this.linesIn(piece)));
    const { fitted: _, ...plain } = piece;
    return lines === null ? null : lines === 0 ? plain : { ...plain, fitted: lines };
  }

  /** Lines that copyfitting gives for a piece's columns: 0 for none; null where they do not end level. */
  private linesIn(piece: Piece): number | null {
    const { measure } = this.ruler;
    const { fitted: _, ...plain } = piece;
    this.set++;
    const { rest, columns } = measure.fill(this.thread, piece.body);
    // A text that is shorter ends level too, above its columns' feet: a hole that no end shows.
    const used = columns.reduce((sum, column) => sum + column.used, 0);
    if (rest === null && textRows(piece.body) - used <= MOST_SHORT && this.isLevel(plain)) return 0;
    const found = measure.stretch(this.thread, piece.body);
    if (found === null) return null;
    const fitted = found.lines === 0 ? found.rows : found.lines;
    return this.isLevel({ ...plain, fitted }) ? fitted : null;
  }

  private isLevel(piece: Piece): boolean {
    const { measure } = this.ruler;
    const { short, many, fault, over } = measure.ends(this.thread, piece);
    // A line that its last column is short of, not a row of all of them.
    return (short === 0 || (short === 1 && many === 1)) && fault === null && !over && measure.gap(this.thread, piece) <= MOST_GAP && this.ruler.tooLoose(this.thread, piece) === null;
  }
}

