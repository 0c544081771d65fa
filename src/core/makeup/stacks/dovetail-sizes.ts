// How large the articles of a page of stacks are (dovetail.ts), in rows: in a stack of each width,
// and at the page's head. In: articles, what measures them. Out: numbers that a search asks for tens
// of thousands of times, each measured once.
import { mostOf } from '../measure/head-rows';
import { LEAST_TAIL, MOST_SHORT } from '../measure/last-column';
import { TOO_LOOSE } from '../measure/measure-choice';
import type { Ruler, Waiting } from '../measure/ruler';
import { type StackItem, stackItem } from './stack-item';

/** An article in a stack of some width, in rows. */
export interface Sized {
  readonly item: StackItem;
  readonly rows: number;
  /** Rows of its headline's zone, from its top. */
  readonly head: number;
  /** Its headline's lines, from its top. */
  readonly lines: readonly HeadLine[];
  /** Rows of the largest of them. */
  readonly type: number;
  /** Rows that its headline may take beyond its need. */
  readonly most: number;
  /** What it costs in this width, in cells of page-cost.ts. */
  readonly cost: number;
  /** Its last column ends badly, or a line is too loose. */
  readonly isBad: boolean;
}

type HeadLine = { readonly from: number; readonly to: number };

/** An article at the page's head under a title of some width: rows of that, and of its largest line. */
export interface HeadSize {
  readonly rows: number;
  readonly type: number;
}

/** What cells cost (page-cost.ts): for each row of text that a column is lower than five, column too many of a headline, line of it over two, line that a column is short, loose line. */
const LOW = 14;
const LOW_ROWS = 5;
const OVERWIDE = 18;
const STACKED = 150;
const SHORT = 3;
const POOR = 90;
/** N-11: rows of text that each column of a headline is worth; columns that any may have. */
const WORTH = 5;
const LEAST_WORTH = 2;

export class DovetailSizes {
  private readonly sizes = new Map<number, readonly (Sized | null)[]>();
  private readonly titles = new Map<number, readonly HeadSize[]>();
  /** Lines of each one's text in base columns; Infinity for what is boxed or has a picture, and stands in stacks alone. The first article's are at the end. */
  readonly needs: readonly number[];
  /** How far each one's lines are from what base columns may have. */
  readonly poor: readonly number[];

  constructor(lead: Waiting, private readonly others: readonly Waiting[], private readonly ruler: Ruler) {
    this.all = [...others, lead];
    this.needs = this.all.map((one) => (one.boxed || one.pictured === true ? Infinity : ruler.need(one, 1, 1)));
    this.poor = this.all.map((one) => (one.boxed ? 0 : ruler.poor(one, 1, 1)));
  }

  private readonly all: readonly Waiting[];

  /** Each article in a stack of so many base columns; null where it is none of such. */
  inStack(columns: number): readonly (Sized | null)[] {
    let sized = this.sizes.get(columns);
    if (sized === undefined) this.sizes.set(columns, (sized = this.others.map((one) => this.sized(one, columns))));
    return sized;
  }

  /** Each one's title over so many base columns; the first article's at the end. */
  atHead(columns: number): readonly HeadSize[] {
    let heads = this.titles.get(columns);
    if (heads === undefined) {
      this.titles.set(columns, (heads = this.all.map((one) => {
        const { rows, lines } = this.ruler.deck(one, columns);
        return { rows, type: typeOf(lines) };
      })));
    }
    return heads;
  }

  private sized(one: Waiting, columns: number): Sized | null {
    const item = stackItem(one, columns, this.ruler);
    if (item === null) return null;
    const { box, deck, body: [run] } = item.at(0, 0);
    if (box !== null) {
      const { rows, lines, mainLines, led = 0 } = this.ruler.box({ article: one.article, variant: 'box' }, columns, box.into);
      return { item, rows: item.rows, head: Math.ceil(lines.reduce((most, { to }) => Math.max(most, to), 0)), lines, type: 0, most: Math.max(0, mostOf(mainLines) + 1 + led - Math.max(0, item.rows - rows)), cost: 0, isBad: false };
    }
    const whole = this.ruler.whole(one, columns);
    if (run === undefined || whole === null) return null;
    const { lines = [], mainLines = 0 } = deck === null ? {} : this.ruler.deck(one, columns);
    const text = run.area.rows;
    const worth = Math.max(LEAST_WORTH, Math.round((text * columns) / WORTH));
    const poor = this.ruler.poor(one, columns, whole.into);
    return {
      item, rows: item.rows, head: deck?.rows ?? 0, lines, type: typeOf(lines), most: mainLines === 0 ? 0 : mostOf(mainLines),
      isBad: poor >= TOO_LOOSE || whole.short >= whole.rows || (whole.into > 1 && whole.rows > LEAST_TAIL && (whole.short > MOST_SHORT || whole.rows - whole.short < LEAST_TAIL)),
      cost: LOW * Math.max(0, LOW_ROWS - text) + OVERWIDE * Math.max(0, columns - worth) + STACKED * Math.max(0, mainLines - 2) + SHORT * whole.short + POOR * poor,
    };
  }
}

/** Rows of the largest line. */
function typeOf(lines: readonly HeadLine[]): number {
  return lines.reduce((most, { from, to }) => Math.max(most, to - from), 0);
}
