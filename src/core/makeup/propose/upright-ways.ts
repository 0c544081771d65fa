// A make-up with one headline downwards (竖题, N-14, T-38), as a page is given one among its
// horizontal ones: a story's title turned in the room that the story has, its text beside it,
// the rows that are too many given to the headlines above and below. Only where such a title
// looks well and the text ends as well as before; never the page's lead, what is 重要, or what
// is no news. In: pages as they stand. Out: the same pages with one title turned, each one way.
import { type Area, type Broken, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { brokenMeasure } from '../../page/paper-grid';
import { closed } from '../draft/close-holes';
import { MOST_SHORT } from '../measure/last-column';
import { leadsOf } from '../rules/page-leads';
import { type Placed, waitingFor } from '../search/place';
import type { Candidate, Waiting } from '../measure/ruler';
import type { Yardstick } from '../measure/yardstick';

/** Rows of a piece with such a title: 28–32 are a lead's (N-14), a story's may be lower. */
const LEAST_HIGH = 18;
const MOST_HIGH = 36;
/** Base columns of a piece at the least, its title's one among them: beside a single column of text it outweighs it. */
const LEAST_WIDE = 3;
/** Base columns that such a title takes: one, of which the text beside it has what is more than nine characters (N-14). */
const TITLE = 1;
/** Rows that a piece may be lower with it: what headlines around it take (close-holes.ts). */
const MOST_LOWER = 3;
/** Part of its lines that copyfitting gives, about: what is farther off is not tried. */
const GIVEN = 0.05;
/** Rows that its text may stop above its title's foot: what a last column may be short of without a look. */
const MOST_UNEVEN = 1;
/** Characters of a line in another measure than the best. */
const LEAST_MEASURE = 13;
const MOST_MEASURE = 27;

/** Turns titles of an edition's pages; what it learned of an article it keeps. */
export class UprightWays {
  private readonly waiting: ReadonlyMap<string, Waiting>;
  private readonly ways = new WeakMap<Placed, readonly Placed[]>();
  private readonly order: readonly string[];

  constructor(candidates: readonly Candidate[], private readonly ruler: Yardstick) {
    this.order = candidates.map(({ article }) => article);
    const plain = candidates.slice(1).filter(({ kind, important }) => kind === 'news' && important !== true).map(({ article }) => article);
    this.waiting = new Map(waitingFor(candidates, ruler).filter(({ article }) => plain.includes(article)).map((one) => [one.article, one]));
  }

  /** The make-up with one title turned, in each way that looks well; a page that has one already has no other. */
  of(placed: Placed): readonly Placed[] {
    let ways = this.ways.get(placed);
    if (ways === undefined) this.ways.set(placed, (ways = this.all(placed.placement.pages).map((pages) => ({ ...placed, placement: { ...placed.placement, pages } }))));
    return ways;
  }

  private all(pages: readonly PagePlan[]): readonly (readonly PagePlan[])[] {
    if (this.waiting.size === 0) return [];
    const leads = leadsOf(pages, this.order);
    return pages.flatMap((page, i) => {
      if (page.pieces.some(({ upright }) => upright === true)) return [];
      return page.pieces.flatMap((piece) => {
        const one = this.waiting.get(piece.article);
        if (one === undefined || piece.article === leads[i]) return [];
        const turned = this.turned(piece, one, page, i < pages.length - 1);
        return turned === null ? [] : [pages.map((other) => (other === page ? turned : other))];
      });
    });
  }

  /** The page with this piece's title downwards; null where that does not look well. */
  private turned(piece: Piece, one: Waiting, page: PagePlan, goesOn: boolean): PagePlan | null {
    const { ruler } = this;
    const { columns, lines } = ruler.master;
    const room = blockOf(piece);
    // The head of the page at the left is its lead's (N-37).
    if (room === null || piece.pinned === true || room.columns < LEAST_WIDE || (room.column === 0 && room.row === page.mastheadRows)) return null;
    for (let lower = 0; lower <= MOST_LOWER; lower++) {
      const rows = room.rows - lower;
      if (rows < LEAST_HIGH || rows > MOST_HIGH) continue;
      // Nine characters wide where its text ends well in what that leaves it (N-14); else its whole column.
      for (const beside of [true, false]) {
        const text = this.text(one, { column: room.column + TITLE, columns: room.columns - TITLE, row: room.row, rows }, beside);
        if (text === null) continue;
        const { fitted: _fitted, headline: _headline, ...rest } = piece;
        const next: Piece = { ...rest, deck: { column: room.column, columns: TITLE, row: room.row, rows }, body: [text.body], upright: true, ...(text.fitted === 0 ? {} : { fitted: text.fitted }) };
        if (!ruler.upright(next).isSeemly) continue;
        const plan = closed({ ...page, pieces: page.pieces.map((other) => (other === piece ? next : other)) }, ruler, goesOn);
        if (layoutFault({ pages: [plan] }, columns, lines) === null) return plan;
      }
    }
    return null;
  }

  /** The whole text in these columns, its feet level (N-34), in its best measure or another good one; `fitted`: what copyfitting took. */
  private text(one: Waiting, area: Area, beside: boolean): { readonly body: Broken; readonly fitted: number } | null {
    const { ruler } = this;
    const best = ruler.into(one, area.columns);
    for (const into of new Set([best, best - 1, best + 1])) {
      const { characters } = brokenMeasure(ruler.master, area.columns, Math.max(1, into), beside);
      if (into < 1 || (into !== best && (characters < Math.min(LEAST_MEASURE, ruler.master.characters) || characters > MOST_MEASURE || ruler.poor(one, area.columns, into) > 0))) continue;
      const set = this.set(one, { area, into, ...(beside ? { beside } : {}) });
      if (set !== null) return set;
    }
    return null;
  }

  private set(one: Waiting, body: Broken): { readonly body: Broken; readonly fitted: number } | null {
    const { ruler } = this;
    const { area, into, beside } = body;
    // In a little wider columns than were measured, about so many lines less.
    const wider = brokenMeasure(ruler.master, area.columns, into).characters / brokenMeasure(ruler.master, area.columns, into, beside).characters;
    const need = Math.ceil(wider * ruler.need(one, area.columns, into));
    const spare = area.rows * into - need;
    if (spare < -GIVEN * need || spare > Math.max(MOST_SHORT, GIVEN * need)) return null;
    const thread = ruler.thread(one);
    const stretched = ruler.measure.stretch(thread, [body]);
    if (stretched !== null) return { body, fitted: stretched.lines === 0 ? stretched.rows : stretched.lines };
    if (spare < 0 || ruler.measure.fill(thread, [body]).rest !== null) return null;
    const { short, fault } = ruler.measure.ends(thread, { body: [body], to: null });
    return fault === null && short <= MOST_UNEVEN ? { body, fitted: 0 } : null;
  }
}

/** The rectangle of a whole article whose title stands over all of its text; null where it is none. */
function blockOf({ deck, body: [only, ...others], box, from, to, upright }: Piece): Area | null {
  if (deck === null || only === undefined || others.length > 0 || box !== null || from !== null || to !== null || upright === true) return null;
  const { area } = only;
  if (area.column !== deck.column || area.columns !== deck.columns || area.row !== deck.row + deck.rows) return null;
  return { column: deck.column, columns: deck.columns, row: deck.row, rows: deck.rows + area.rows };
}
