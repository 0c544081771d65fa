// How tall articles are: what a placer asks again and again, measured once. It knows
// columns, rows and characters; the composer knows type (Measurer). How long the texts
// are is text-lengths.ts's, into how many columns they are broken measure-choice.ts's.
import type { Block } from '../../flow/flow';
import type { PaperMaster } from '../../model/master';
import { areasOf, type Broken, type Piece, type Variant } from '../../model/layout';
import { pageNamer } from '../../model/page-name';
import type { BoxSize, DeckSize, UprightSize } from '../../page/deck-size';
import { isSeemly } from '../../page/fill-piece';
import type { LooseLine } from '../../page/measure-paper';
import { brokenMeasure } from '../../page/paper-grid';
import { LEAST_TAIL, MOST_SHORT } from './last-column';
import { MeasureChoice, mostGap } from './measure-choice';
import type { Measurer } from './measurer';
import { Refits } from './refits';
import type { BoxWay, Needs, PaperStyle, Ruler, StepHeights, Stepped, Titled, Waiting, Whole } from './ruler';
import { type Text, TextLengths } from './text-lengths';

/** Measures of a box's text: under the least it sets badly, over the most it reads badly (by eye, 10.5 on 15). */
const BOX_LEAST = 13;
const BOX_MOST = 34;
const BOX_MEASURE = 20;
/** Base columns of the widest box that is set as the page's text: one that saves room is narrow. */
const BODY_BOX = 4;
/** Size of a box's own text over the page's, about: 10.5 to 9. */
const BOX_SIZE = 1.17;
/** Rows that the right columns of a stepped article end below the left ones; above them where less than 0. Under a small step the next one's text still begins by its title (N-33). */
const STEPS: Readonly<Record<StepHeights, readonly number[]>> = { usual: [-12, -7, 7, 12], more: [-16, -9, -5, 5, 9, 16], small: [-4, -3, -2, 2, 3, 4] };
/** Beside one column of text another headline may stand at its title's height (N-30): there its feet are level. */
const LEVEL = [0];
const LEAST_STEP = 3;

export class Yardstick implements Ruler {
  private readonly decks = new Map<string, DeckSize>();
  private readonly uprights = new Map<string, UprightSize>();
  private readonly boxSizes = new Map<string, BoxSize>();
  private readonly ways = new Map<string, readonly BoxWay[]>();
  private readonly steps = new WeakMap<Text, Map<string, readonly Stepped[]>>();
  private readonly lengths: TextLengths;
  private readonly refits: Refits;
  private readonly choice: MeasureChoice;

  constructor(
    readonly master: PaperMaster,
    readonly measure: Measurer,
    readonly style: PaperStyle = 'interlocked',
    /** Characters of every text's lines, where not the usual ones are looked for. */
    wanted?: number,
    /** What the paper calls a page, for words. */
    readonly pageOf: (number: number) => string = pageNamer(null),
    readonly sunk = 0,
  ) {
    this.lengths = new TextLengths(master, measure);
    this.choice = new MeasureChoice(master, measure, this.lengths, wanted);
    this.refits = new Refits(measure, (one) => this.lengths.text(one), (thread, piece) => this.tooLoose(thread, piece) !== null);
  }

  /** Measure that an article's columns should have, characters. */
  wanted(one: { readonly variant: Variant }): number {
    return this.choice.wanted(one);
  }

  /** Into how many columns so many base columns are broken for an article. */
  into(one: Waiting, columns: number): number {
    return this.choice.into(one, columns);
  }

  /** How far the lines of an article are from what a measure may have; 0 where they are as they should be. */
  poor(one: Waiting, columns: number, into: number): number {
    return this.choice.poor(one, columns, into);
  }

  /** The whole of it over so many base columns, feet level; null where that is higher than a page. */
  whole(one: Waiting, columns: number): Whole | null {
    return this.choice.whole(one, columns);
  }

  /** What is to be set: the article's body, or its rest with （上接第N版） in front. */
  thread(one: Waiting): readonly Block[] {
    return this.lengths.thread(one);
  }

  /** Characters of its text; a short paragraph counts as a line's. */
  characters(one: Waiting): number {
    return this.lengths.characters(one);
  }

  /** More than a third of a page: it takes what the others leave. */
  isLong(one: Waiting): boolean {
    return this.lengths.isLong(one);
  }

  /** Lines that it takes in the columns of a broken measure; Infinity where that is more than two pages. */
  need(one: Waiting, columns: number, into: number): number {
    return this.lengths.need(one, columns, into);
  }

  /** 撑版 (N-34): lines by which a whole text is copyfitted to fill its columns `by` rows higher; null where its paragraphs do not give them. */
  refit(one: Waiting, body: readonly Broken[], by: number): number | null {
    return this.refits.lines(one, body, by);
  }

  /** Columns of text that the picture of an article is narrower in such a piece than it was set to; 0 where it is as wide, or there is none. */
  narrowed(one: Waiting, piece: Piece): number {
    const narrowed = one.pictured === true ? this.measure.narrowedPicture(piece) : null;
    return narrowed === null ? 0 : narrowed.wanted - narrowed.printed;
  }

  /** The needs of an article that were asked for so far; further ones of a long article are reckoned from the first. */
  needsOf(one: Waiting): Needs {
    return this.lengths.needsOf(one);
  }

  /** `need` as it is where `known` was asked before; the answer is added to it. */
  needAmong(known: Needs, one: Waiting, columns: number, into: number): number {
    return this.lengths.needAmong(known, one, columns, into);
  }

  /** The loosest of a piece's lines that are looser than a measure may have (FITTING), as it is printed; null where none is. */
  tooLoose(thread: readonly Block[], piece: Piece): LooseLine | null {
    return this.measure.tooLoose(thread, piece, mostGap);
  }

  /** A title block; nothing for what goes on from another page. */
  deck(one: Titled, columns: number): DeckSize {
    const key = `${one.article} ${one.variant} ${columns} ${one.headline ?? ''}`;
    let size = this.decks.get(key);
    if (size === undefined) this.decks.set(key, (size = this.measure.deck(one.article, one.variant, columns, one.headline)));
    return size;
  }

  /** The title block of a piece that has it downwards, as it is set in its area. */
  upright(piece: Piece): UprightSize {
    const areas = areasOf(piece);
    const whole = Math.max(...areas.map(({ column, columns }) => column + columns)) - Math.min(...areas.map(({ column }) => column));
    const { columns, rows } = piece.deck ?? { columns: 1, rows: 1 };
    const deck = { columns, rows, beside: piece.body[0]?.beside === true };
    const key = `${piece.article} ${piece.variant} ${whole} ${columns} ${rows} ${deck.beside ? 1 : 0}`;
    let size = this.uprights.get(key);
    if (size === undefined) this.uprights.set(key, (size = this.measure.upright(piece.article, piece.variant, whole, deck)));
    return size;
  }

  /** An article in `left` and `right` base columns with feet at different rows; `beside`: its title over the left ones alone; `heights`: how much those differ. */
  stepped(one: Waiting, left: number, right: number, beside: boolean, heights: StepHeights): readonly Stepped[] {
    const text = this.lengths.text(one);
    let known = this.steps.get(text);
    if (known === undefined) this.steps.set(text, (known = new Map()));
    const key = `${left} ${right} ${beside ? 1 : 0} ${heights}`;
    let steps = known.get(key);
    if (steps === undefined) known.set(key, (steps = this.measureStepped(one, left, right, beside, beside && right === 1 ? LEVEL : STEPS[heights])));
    return steps;
  }

  private measureStepped(one: Waiting, left: number, right: number, beside: boolean, heights: readonly number[]): readonly Stepped[] {
    const { master } = this;
    const into = [this.into(one, left), this.into(one, right)] as const;
    if (brokenMeasure(master, left, into[0]).characters !== brokenMeasure(master, right, into[1]).characters) return [];
    const deckRows = one.rest === null ? this.deck(one, beside ? left : left + right).rows : 0;
    const higher = beside ? deckRows : 0;
    const lines = this.need(one, left, into[0]);
    const out: Stepped[] = [];
    for (const step of heights) {
      const rows = Math.ceil((lines - into[1] * (higher + step)) / (into[0] + into[1]));
      const most = master.lines - deckRows;
      if (rows < LEAST_STEP || rows > most || rows + higher + step < LEAST_STEP) continue;
      const filled = this.measure.fill(this.thread(one), [
        { area: { column: 0, columns: left, row: deckRows, rows }, into: into[0] },
        { area: { column: left, columns: right, row: deckRows - higher, rows: most + higher }, into: into[1] },
      ]);
      const used = filled.rows[1] ?? 0;
      const short = used - (filled.columns.at(-1)?.used ?? 0);
      if (filled.rest !== null || !filled.columns.every(isSeemly) || filled.columns.length < into[0] + into[1] || used < LEAST_STEP || (step !== 0 && used === rows + higher) || short > MOST_SHORT || used - short < LEAST_TAIL) continue;
      out.push({ deckRows, left: rows, right: used, into });
    }
    return out;
  }

  /** A boxed article in one of its ways. */
  box(one: Titled, columns: number, into: number): BoxSize {
    const key = `${one.article} ${one.variant} ${columns} ${into} ${one.headline ?? ''} ${one.upright === true ? 1 : 0}`;
    let size = this.boxSizes.get(key);
    if (size === undefined) this.boxSizes.set(key, (size = this.measure.box(one.article, one.variant, columns, into, one)));
    return size;
  }

  /** The ways to box an article that are lower than a page, narrow ones first. */
  boxes(one: Waiting): readonly BoxWay[] {
    let ways = this.ways.get(one.article);
    if (ways === undefined) this.ways.set(one.article, (ways = this.measureBoxes(one)));
    return ways;
  }

  /** Into how many columns the text of a box this wide is best set; null where none is fit to read. */
  private boxColumns(columns: number, variant: Variant): number | null {
    const { master } = this;
    const inside = (columns * (master.characters + master.gap) - master.gap - 2.5) / (variant === 'box' ? BOX_SIZE : 1);
    let best: number | null = null;
    for (let into = 1; into <= columns; into++) {
      const measure = (inside - 1.5 * (into - 1)) / into;
      if (measure < BOX_LEAST || measure > BOX_MOST + 1) continue;
      if (best === null || Math.abs(measure - BOX_MEASURE) < Math.abs((inside - 1.5 * (best - 1)) / best - BOX_MEASURE)) best = into;
    }
    return best;
  }

  private measureBoxes(one: Waiting): readonly BoxWay[] {
    const { master } = this;
    const ways: BoxWay[] = [];
    for (const variant of ['box', 'news'] as const) {
      const characters = this.characters({ ...one, variant, rest: null });
      for (let columns = Math.min(2, master.columns); columns <= (variant === 'box' ? master.columns : Math.min(BODY_BOX, master.columns)); columns++) {
        if (0.7 * characters > columns * (master.characters + 1) * master.lines) continue;
        const into = this.boxColumns(columns, variant);
        if (into === null) continue;
        const size = this.box({ article: one.article, variant }, columns, into);
        if (size.rows > master.lines || size.characters < BOX_LEAST || size.characters > BOX_MOST) continue;
        ways.push({ ...size, columns, into, variant, poor: Math.abs(size.characters - BOX_MEASURE) });
      }
    }
    return ways;
  }
}
