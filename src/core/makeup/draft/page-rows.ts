// A page as rows that may be given and taken (N-34, T-35): rows of title zones and boxes, feet
// of text columns, the page's own foot. Everything stands as high as what is above it lets it,
// columns that end the page end at its foot, so that whatever rows are given no two blocks
// meet. In: a page and lines that its texts take. Out: its pieces with so many rows given, and
// what that costs: white, texts too long or short for their columns, rows around titles.
import { type Area, type Broken, footOf, type PagePlan, type Piece } from '../../model/layout';
import { meets } from './close-holes';
import { grownPiece } from './grown-piece';
import { boundsOf } from '../measure/hand-shape';
import { headRows } from '../measure/head-rows';
import type { Ruler } from '../measure/ruler';

/** Rows that a column of text has at the least, where it had more, and that a column's foot goes up or down by. */
const LEAST_TEXT = 3;
const MOST_FOOT = 2;
/** Rows that the foot of a page that is not full goes up or down by. */
const MOST_END = 3;
/** A white cell; a line that copyfitting gives, and one that it does not; a row around a title, the second of one more than the first of two; a row that the page's foot moves. */
const WHITE = 3;
const LINE = 0.3;
const FAR_LINE = 5;
const ROW = 0.6;
const SECOND = 0.3;
const END = 1;
/** Columns that a text was tried in and does not end level in. */
const REFUSED = 20;
/** Part of its lines that copyfitting gives, about, and lines that any text does. */
const GIVEN = 0.05;
const LEAST_GIVEN = 2;

/** An area of a piece and what it stands under. */
interface Block {
  readonly area: Area;
  readonly piece: number;
  readonly kind: 'deck' | 'box' | 'body';
  /** Blocks right above it, and blank rows between; the head of its own title block, which its text does not begin above. */
  readonly above: readonly { readonly at: number; readonly air: number }[];
  readonly beside: number | null;
  /** It stands under another article, led by its own title, which it begins beside. */
  readonly isBeside: boolean;
  /** Its place among the rows that may be given: of a title block or box its own, of text its foot's; null: it is as high as it is. */
  readonly given: number | null;
  /** Text that ends at the page's foot. */
  readonly isLast: boolean;
  readonly least: number;
  /** Columns of text. */
  readonly into: number;
  /** Rows of its zone that are given already. */
  readonly spare: number;
}

/** A page with rows given. */
export interface Given {
  readonly cost: number;
  /** White cells between its blocks and at their feet. */
  readonly white: number;
  /** Lines that each piece's columns hold more than its text takes, less where it is tightened; 0 for a box. */
  readonly off: readonly number[];
}

export class PageRows {
  /** Nothing given. */
  readonly none: readonly number[];
  /** Ways to give a row, each the places that one is added to. */
  readonly ways: readonly (readonly { readonly at: number; readonly by: number }[])[];
  private readonly blocks: Block[] = [];
  private readonly least: number[] = [];
  private readonly most: number[] = [];
  private readonly last: number;
  private readonly chains: readonly (readonly number[])[];
  private readonly refused: readonly Set<number>[];
  private readonly tops: Int32Array;
  private readonly feet: Int32Array;

  /** `lines`: what each piece's text takes as it is best set; `isFull`: the page ends at its last row. */
  constructor(private readonly plan: PagePlan, private readonly lines: readonly number[], private readonly isFull: boolean, private readonly ruler: Ruler) {
    const { pieces } = plan;
    const all = pieces.flatMap((piece, i) => blocksOf(piece).map((one) => ({ ...one, piece: i }))).sort((a, b) => a.area.row - b.area.row || Number(a.kind === 'body') - Number(b.kind === 'body'));
    const end = Math.max(...all.map(({ area }) => footOf(area)));
    this.last = isFull ? ruler.master.lines : end;
    const feet = new Map<string, number>();
    for (const [i, { area, piece, kind, into }] of all.entries()) {
      const own = pieces[piece]!;
      const above = all.flatMap((other, at) => (at === i || footOf(other.area) > area.row || !meets(other.area, area) ? [] : [{ at, air: other.piece === piece ? 0 : Math.min(1, area.row - footOf(other.area)) }]));
      const isLast = kind === 'body' && own.pinned !== true && !all.some((other) => other.area.row >= footOf(area) && meets(other.area, area));
      let given: number | null = null;
      let spare = 0;
      if (own.pinned !== true && !isLast) {
        if (kind === 'body') {
          const key = `${piece} ${footOf(area)}`;
          given = feet.get(key) ?? this.place(-MOST_FOOT, MOST_FOOT);
          feet.set(key, given);
        } else {
          const head = headRows(own, ruler);
          spare = head?.spare ?? 0;
          if (head !== null) given = this.place(-spare, Math.max(0, head.most - spare));
        }
      }
      const beside = kind === 'body' && own.deck !== null ? all.findIndex((other) => other.piece === piece && other.kind === 'deck') : null;
      const isBeside = beside !== null && !meets(own.deck!, area) && area.row <= own.deck!.row + Math.ceil(own.deck!.rows / 2) && above.length > 0;
      this.blocks.push({
        area, piece, kind, above, given, isLast, into, spare, beside, isBeside,
        least: kind === 'body' ? Math.min(LEAST_TEXT, area.rows) : area.rows - spare,
      });
    }
    const free = Math.max(0, ruler.master.lines - this.last);
    this.place(isFull ? 0 : -MOST_END, isFull ? 0 : Math.min(MOST_END, free));
    this.none = this.most.map(() => 0);
    this.chains = Array.from({ length: ruler.master.columns }, (_, c) => this.blocks.flatMap(({ area }, i) => (area.column <= c && c < area.column + area.columns ? [i] : [])));
    this.refused = pieces.map(() => new Set());
    this.tops = new Int32Array(this.blocks.length);
    this.feet = new Int32Array(this.blocks.length);
    this.ways = this.waysOf();
  }

  /** A piece's text does not come to the feet of columns that hold so many lines more than it takes: pages with such cost more from now on. */
  refuse(piece: number, off: number): void {
    this.refused[piece]!.add(off);
  }

  private place(least: number, most: number): number {
    this.least.push(least);
    this.most.push(most);
    return this.most.length - 1;
  }

  /** A row for one place; for a title or box, its own text or that of who stands above it a row less; for all feet of one piece. */
  private waysOf(): (readonly { readonly at: number; readonly by: number }[])[] {
    const out: (readonly { readonly at: number; readonly by: number }[])[] = this.none.flatMap((_, at) => [1, -1].map((by) => [{ at, by }]));
    for (const [i, own] of this.blocks.entries()) {
      if (own.given === null) continue;
      for (const other of this.blocks) {
        if (other.given === null || other.given === own.given || !other.above.some(({ at }) => at === i)) continue;
        out.push([{ at: own.given, by: 1 }, { at: other.given, by: -1 }], [{ at: own.given, by: -1 }, { at: other.given, by: 1 }]);
      }
    }
    return out;
  }

  /** The rows with a way's added; null where that is more than there is. */
  add(rows: readonly number[], way: PageRows['ways'][number]): readonly number[] | null {
    const next = [...rows];
    for (const { at, by } of way) {
      next[at] = next[at]! + by;
      if (next[at]! < this.least[at]! || next[at]! > this.most[at]!) return null;
    }
    return next;
  }

  /** Where each block stands; false where one has no room. */
  private stand(rows: readonly number[]): boolean {
    const { blocks, tops, feet, plan: { mastheadRows, pieces } } = this;
    const end = this.last + rows.at(-1)!;
    for (let i = 0; i < blocks.length; i++) {
      const { area, above, beside, isBeside, given, isLast, least, piece } = blocks[i]!;
      if (pieces[piece]!.pinned === true) {
        if (above.some(({ at, air }) => feet[at]! + air > area.row)) return false;
        [tops[i], feet[i]] = [area.row, footOf(area)];
        continue;
      }
      let top = beside === null ? mastheadRows : tops[beside]!;
      for (const { at, air } of above) if (feet[at]! + air > top) top = feet[at]! + air;
      // Text under another article is led by its own title where it begins by the upper half of that (N-33).
      if (isBeside && top > tops[beside!]! + Math.ceil((feet[beside!]! - tops[beside!]!) / 2)) return false;
      const foot = isLast ? end : top + area.rows + (given === null ? 0 : rows[given]!);
      if (foot - top < least || foot > end) return false;
      [tops[i], feet[i]] = [top, foot];
    }
    return true;
  }

  /** What the page costs with so many rows given; null where something has no room. */
  given(rows: readonly number[]): Given | null {
    if (!this.stand(rows)) return null;
    const { blocks, tops, feet, chains, lines, plan: { mastheadRows, pieces } } = this;
    let white = 0;
    let end = mastheadRows;
    for (let i = 0; i < blocks.length; i++) end = Math.max(end, feet[i]!);
    if (this.isFull) end = this.ruler.master.lines;
    for (const chain of chains) {
      let foot = mastheadRows;
      for (const i of chain) {
        white += Math.max(0, tops[i]! - foot - (foot === mastheadRows ? 0 : 1));
        if (feet[i]! > foot) foot = feet[i]!;
      }
      white += end - foot;
    }
    let cost = WHITE * white + END * Math.abs(rows.at(-1)!);
    const off = pieces.map(() => 0);
    for (let i = 0; i < blocks.length; i++) {
      const { kind, piece, into, given, spare } = blocks[i]!;
      if (kind === 'body') off[piece] = off[piece]! + (feet[i]! - tops[i]!) * into;
      else if (given !== null) {
        const around = spare + rows[given]!;
        cost += ROW * around + SECOND * around * (around - 1);
      }
    }
    for (let p = 0; p < off.length; p++) {
      if (pieces[p]!.box !== null || pieces[p]!.upright === true) continue;
      const own = off[p]! - lines[p]!;
      off[p] = own;
      if (this.refused[p]!.has(own)) cost += REFUSED;
      const gives = Math.max(LEAST_GIVEN, GIVEN * lines[p]!);
      // What goes on elsewhere takes as much there as it took.
      cost += pieces[p]!.to !== null ? FAR_LINE * Math.abs(own) : LINE * Math.min(Math.abs(own), gives) + FAR_LINE * Math.max(0, Math.abs(own) - gives);
    }
    return { cost, white, off };
  }

  /** The pieces with so many rows given, not set yet; those that stay as they are the same ones. Throws RangeError where something has no room (`given` says so). */
  pieces(rows: readonly number[]): readonly Piece[] {
    // What does not stand is not asked for.
    if (!this.stand(rows)) throw new RangeError('A block has no room with these rows');
    return this.plan.pieces.map((piece, p) => {
      const own = this.blocks.flatMap(({ area, kind, piece: of }, i) => (of === p ? [{ kind, was: area, area: { ...area, row: this.tops[i]!, rows: this.feet[i]! - this.tops[i]! } }] : []));
      if (own.every(({ was, area }) => was.row === area.row && was.rows === area.rows)) return piece;
      if (piece.upright === true) return grownPiece(piece, own[0]!.area.row - own[0]!.was.row, 0);
      const areaOf = (was: Area): Area => own.find((one) => one.was === was)!.area;
      return {
        ...piece, deck: piece.deck === null ? null : areaOf(piece.deck), body: piece.body.map(({ area, ...rest }): Broken => ({ ...rest, area: areaOf(area) })),
        box: piece.box === null ? null : { ...piece.box, area: areaOf(piece.box.area) },
      };
    });
  }
}

function blocksOf(piece: Piece): { readonly area: Area; readonly kind: Block['kind']; readonly into: number }[] {
  const { deck, body, box } = piece;
  // With its title downwards a piece is as a box: it stands as it is.
  if (piece.upright === true) return [{ area: boundsOf(piece), kind: 'box', into: 0 }];
  return [
    ...(deck === null ? [] : [{ area: deck, kind: 'deck' as const, into: 0 }]), ...(box === null ? [] : [{ area: box.area, kind: 'box' as const, into: 0 }]),
    ...body.map(({ area, into }) => ({ area, kind: 'body' as const, into })),
  ];
}
