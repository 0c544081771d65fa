// How tall articles are: what a placer asks again and again, measured once. It
// knows columns, rows and characters; the composer knows type (Measurer).
import type { ArticleKind } from '../model/package';
import type { PaperMaster } from '../model/master';
import type { Block } from '../flow/flow';
import { areasOf, type HeadlineLines, type Piece, type Variant } from '../model/layout';
import type { BoxSize, DeckSize, LineGaps, LooseLine, PieceEnd, UprightSize } from '../page/compose-paper';
import { type FilledPiece, isSeemly } from '../page/fill-piece';
import { brokenMeasure } from '../page/paper-grid';
import type { Broken } from '../page/placement';

/** 版面风格 (TYPESETTING 2.5): 穿插式, 模块式. */
export type PaperStyle = 'interlocked' | 'modular';

/** Whose title block it is, and the lines of its 主题 that a hand asked for. */
export interface Titled {
  readonly article: string;
  readonly variant: Variant;
  readonly headline?: HeadlineLines;
}

/** What a page's search asks about the articles that wait. Its answers alone decide what the search finds (search-memory.ts). */
export interface Ruler {
  readonly master: PaperMaster;
  readonly style: PaperStyle;
  wanted(one: { readonly variant: Variant }): number;
  into(one: Waiting, columns: number): number;
  poor(one: Waiting, columns: number, into: number): number;
  isLong(one: Waiting): boolean;
  deck(one: Titled, columns: number): DeckSize;
  upright(piece: Piece): UprightSize;
  whole(one: Waiting, columns: number): Whole | null;
  need(one: Waiting, columns: number, into: number): number;
  box(one: Titled, columns: number, into: number): BoxSize;
  boxes(one: Waiting): readonly BoxWay[];
  stepped(one: Waiting, left: number, right: number, beside: boolean, more: boolean): readonly Stepped[];
}

/** A whole article in two runs of columns side by side whose feet are not level: what keeps a page from a straight break (N-31). */
export interface Stepped {
  /** Rows of its title block; 0 where it has none. */
  readonly deckRows: number;
  /** Rows of text in the left columns, under the title, and in the right ones, from where their text begins. */
  readonly left: number;
  readonly right: number;
  readonly into: readonly [number, number];
}

/** Lines that an article takes, by the measures asked so far (characters), in the order of asking. */
export type Needs = Map<number, number>;

/** Tells how tall things are; PaperComposer is one. Rows of the page's grid. */
export interface Measurer {
  deck(article: string, variant: Variant, columns: number, headline?: HeadlineLines): DeckSize;
  upright(article: string, variant: Variant, whole: number, deck: { readonly columns: number; readonly rows: number }): UprightSize;
  box(article: string, variant: Variant, columns: number, into: number, headline?: HeadlineLines): BoxSize;
  body(article: string, variant: Variant): readonly Block[];
  fill(thread: readonly Block[], body: readonly Broken[]): FilledPiece;
  /** The same where the text goes on nowhere. */
  overfill(thread: readonly Block[], body: readonly Broken[]): FilledPiece;
  stretch(thread: readonly Block[], body: readonly Broken[]): { readonly lines: number; readonly rows: number } | null;
  ends(thread: readonly Block[], piece: Pick<Piece, 'body' | 'fitted' | 'to'>): PieceEnd;
  gaps(thread: readonly Block[], columns: number, into: number): LineGaps;
  continued(rest: readonly Block[], from: number): readonly Block[];
  /** Lines of a boxed article that find no room in a box of so many rows. */
  boxOver(article: string, variant: Variant, columns: number, into: number, rows: number, headline?: HeadlineLines): number;
  /** Most rows that stand empty above one heading of a piece as it is printed, for its columns' feet to be level. */
  gap(thread: readonly Block[], piece: Piece): number;
  /** The loosest of its lines that are looser than `most` of their measure, as it is printed. */
  tooLoose(thread: readonly Block[], piece: Piece, most: (characters: number) => number): LooseLine | null;
}

export interface Candidate {
  readonly article: string;
  readonly kind: ArticleKind;
  /** 重要: it stands before what is 一般, wherever the edition names it. */
  readonly important?: boolean;
  /** It has a picture, which wants columns to stand in. */
  readonly pictured?: boolean;
}

/** An article, or the rest of one, that waits for its place. */
export interface Waiting extends Candidate {
  readonly variant: Variant;
  readonly boxed: boolean;
  /** Its turn in the edition: 0 leads. */
  readonly rank: number;
  /** The rest of an article begun on an earlier page, and where. */
  readonly rest: { readonly thread: readonly Block[]; readonly from: number } | null;
  /** The only article of its edition: nothing else can fill what its columns leave. */
  readonly alone?: boolean;
}

/** Reading measure of a report's columns, characters: 三破二 of N8 is 20 (N-01, N-21). */
const REPORT_MEASURE = 20;
/** Narrower columns than this read badly and set worse (FITTING). */
const NEWS_MEASURE = 13;
/** Measures of a box's text: under the least it sets badly, over the most it reads badly (by eye, 10.5 on 15). */
const BOX_LEAST = 13;
const BOX_MOST = 34;
const BOX_MEASURE = 20;
/** Base columns of the widest box that is set as the page's text: one that saves room is narrow. */
const BODY_BOX = 4;
/** Size of a box's own text over the page's, about: 10.5 to 9. */
const BOX_SIZE = 1.17;
/** Rows that the right columns of a stepped article end below the left ones; above them where less than 0. */
const STEPS = [-12, -7, 7, 12];
const MORE_STEPS = [-16, -5, 5, 16];
/** Beside one column of text another headline may stand at its title's height (N-30): there its feet are level. */
const LEVEL = [0];
const LEAST_STEP = 3;
/** N-34: rows that a last column may stop early, and lines that it has at the least. */
const MOST_SHORT = 2;
const LEAST_TAIL = 3;
/** Part of a whole article's lines that copyfitting gives at the most (stretch-piece.ts). */
const MOST_FITTED = 0.08;
/** Rows of columns that are so low that one a few rows shorter shows. */
const LOW = 14;
/** Characters that the measure of such low columns is wider than the wanted one at the most: 27 in two columns of N8. */
const LOW_WIDER = 14;
/**
 * Characters of a line of an article that has its page for itself, at the most, where its feet are level only so: two columns
 * over a broadsheet (N-34); and what a row counts that one is short, and a hole, beside characters off the wanted measure.
 */
const ALONE_WIDEST = 55;
const ALONE_SHORT = 12;
const ALONE_FAULT = 60;
/** Part of its rows that it may be lower by in columns that share a table out. */
const LOWER_PART = 0.6;
/** Characters that a measure chosen for its lines is wider than the wanted one at the most. */
const WIDER = 14;
/** What poor lines count beside characters off the wanted measure. */
export const POOR = 12;
/** FITTING: worst added gap, em, and part of the lines over .12 em, from 13 characters on and below. */
const MOST_GAP = 0.241;
const MOST_NARROW_GAP = 0.351;
const LOOSE = 0.006;
const LOOSE_NARROW = 0.013;
/** What an article's measure costs for a line over the worst gap, and for each loose line too many. */
export const TOO_LOOSE = 3;
const LOOSE_LINE = 0.4;
const LOOSE_LINE_NARROW = 1;
/** Characters that a paragraph counts for at the least: many of few characters take a line each all the same. */
const LEAST_LINE = 8;
/** Rows of a column that nothing fills. */
const ENDLESS = 100_000;

/** A whole article in one broken measure: k columns, their rows, and where the last one ends. */
export interface Whole {
  readonly into: number;
  readonly rows: number;
  /** Rows that the last column stays short by. */
  readonly short: number;
  /** 撑版 (N-34): lines that it is longer, or shorter, for its last column to end at the others' foot; left out: none. */
  readonly fitted?: number;
}

/** A way to box an article. */
export interface BoxWay extends BoxSize {
  readonly columns: number;
  readonly into: number;
  /** `box`: in its own size and pitch; `news`: as the page's text, where room is short. */
  readonly variant: Variant;
  /** How far from a good measure, 0 or more. */
  readonly poor: number;
}

const broken = new WeakMap<PaperMaster, Map<number, number>>();

/** Into how many columns m base columns are broken for a wanted measure (N-01). */
export function breakColumns(master: PaperMaster, columns: number, wanted: number): number {
  let known = broken.get(master);
  if (known === undefined) broken.set(master, (known = new Map()));
  // Fewer than a thousand columns and whole measures: one number names both.
  const key = wanted * 1000 + columns;
  let into = known.get(key);
  if (into === undefined) known.set(key, (into = bestBreak(master, columns, wanted)));
  return into;
}

function bestBreak(master: PaperMaster, columns: number, wanted: number): number {
  return breaksFrom(master, columns, wanted)[0]!.into;
}

/** All ways to break so many columns, the nearest to the wanted measure first. */
function breaksFrom(master: PaperMaster, columns: number, wanted: number): { readonly into: number; readonly characters: number; readonly off: number }[] {
  return Array.from({ length: columns }, (_, i) => {
    const into = i + 1;
    const { characters, gap } = brokenMeasure(master, columns, into);
    return { into, characters, off: Math.abs(characters - wanted) + (into === 1 ? 0 : 2 * (gap - master.gap)) };
  }).sort((a, b) => a.off - b.off || a.into - b.into);
}

export class Yardstick implements Ruler {
  private readonly decks = new Map<string, DeckSize>();
  private readonly uprights = new Map<string, UprightSize>();
  private readonly boxSizes = new Map<string, BoxSize>();
  private readonly ways = new Map<string, readonly BoxWay[]>();
  private readonly threads = new WeakMap<Waiting, readonly Block[]>();
  private readonly wholes = new WeakMap<Waiting, Map<number, Whole | null>>();
  private readonly steps = new WeakMap<Waiting, Map<string, readonly Stepped[]>>();
  private readonly needs = new WeakMap<Waiting, Needs>();
  private readonly lengths = new WeakMap<Waiting, number>();
  private readonly levels = new WeakMap<Waiting, { readonly whole: Whole | null }[]>();
  private readonly intos = new WeakMap<Waiting, number[]>();
  private readonly poors = new WeakMap<Waiting, Map<number, number>>();

  constructor(
    readonly master: PaperMaster,
    readonly measure: Measurer,
    readonly style: PaperStyle = 'interlocked',
  ) {}

  /** Measure that an article's columns should have, characters. */
  wanted({ variant }: { readonly variant: Variant }): number {
    return variant === 'report' ? REPORT_MEASURE : Math.max(NEWS_MEASURE, this.master.characters);
  }

  /**
   * Into how many columns so many base columns are broken for an article: the nearest to its measure, or another one where its
   * lines would be too loose in that (FITTING: a number that no narrow line can take or leave).
   */
  into(one: Waiting, columns: number): number {
    let known = this.intos.get(one);
    if (known === undefined) this.intos.set(one, (known = []));
    return (known[columns] ??= this.bestInto(one, columns));
  }

  private bestInto(one: Waiting, columns: number): number {
    const { master } = this;
    const level = this.isFew(one, columns) ? this.levelWhole(one, columns) : null;
    if (level !== null) return level.into;
    const wanted = this.wanted(one);
    let best: { readonly into: number; readonly off: number } | null = null;
    for (const { into, characters, off } of breaksFrom(master, columns, wanted)) {
      if (best !== null && (off >= best.off || characters < Math.min(NEWS_MEASURE, master.characters) || characters > wanted + WIDER)) continue;
      const all = off + POOR * this.poor(one, columns, into);
      if (best === null || all < best.off) best = { into, off: all };
      if (all === off) break;
    }
    return best?.into ?? 1;
  }

  /**
   * It has its page for itself and fills little of it. A table is cut where columns end, however high they are: with one, only
   * where its text comes to no end of them.
   */
  private isFew(one: Waiting, columns: number): boolean {
    if (one.alone !== true || this.characters(one) >= LOW * columns * this.master.characters) return false;
    if (this.thread(one).every(({ content }) => content.kind !== 'table')) return true;
    const plain = this.wholeIn(one, columns, bestBreak(this.master, columns, this.wanted(one)));
    return plain !== null && plain.short >= plain.rows;
  }

  /**
   * Of an article that has its page for itself and fills little of it: in the measure nearest to its own, or in another one,
   * and as high, that its feet are level (T-36), by no hole above a heading and no column without text (N-34).
   */
  private levelWhole(one: Waiting, columns: number): Whole | null {
    let known = this.levels.get(one);
    if (known === undefined) this.levels.set(one, (known = []));
    return (known[columns] ??= { whole: this.bestLevel(one, columns) }).whole;
  }

  private bestLevel(one: Waiting, columns: number): Whole | null {
    const wanted = this.wanted(one);
    const thread = this.thread(one);
    let best: { readonly whole: Whole; readonly off: number } | null = null;
    for (const { into, characters, off } of breaksFrom(this.master, columns, wanted)) {
      if (into === 1 || (best !== null && (off >= best.off || characters < wanted - 3 || characters > ALONE_WIDEST))) continue;
      const highest = this.wholeIn(one, columns, into);
      if (highest === null) continue;
      const poor = off + POOR * this.poor(one, columns, into);
      // A table is cut where its columns end: lower ones may share it out better.
      for (let rows = Math.ceil(highest.rows * LOWER_PART); rows <= highest.rows; rows++) {
        const piece: Piece = { article: one.article, variant: one.variant, deck: null, body: [{ area: { column: 0, columns, row: 0, rows }, into }], box: null, from: null, to: null };
        if (rows < highest.rows) {
          const filled = this.measure.fill(thread, piece.body);
          if (filled.rest !== null || !filled.columns.every(isSeemly)) continue;
        }
        const { short, fault } = this.measure.ends(thread, piece);
        const hole = Math.max(0, this.measure.gap(thread, piece) - MOST_SHORT);
        const all = poor + ALONE_SHORT * (short + hole) + (fault === null && hole === 0 ? 0 : ALONE_FAULT);
        if (best === null || all < best.off) best = { whole: { into, rows, short }, off: all };
        if (all === poor) break;
      }
    }
    return best?.whole ?? null;
  }

  /** How far the lines of an article are from what a measure may have: something for a line over its worst gap, less for each loose one too many. */
  poor(one: Waiting, columns: number, into: number): number {
    const { characters } = brokenMeasure(this.master, columns, into);
    let known = this.poors.get(one);
    if (known === undefined) this.poors.set(one, (known = new Map()));
    let poor = known.get(characters);
    if (poor === undefined) {
      const { lines, loose, worst } = this.measure.gaps(this.thread(one), columns, into);
      const isNarrow = characters < NEWS_MEASURE;
      const over = worst > mostGap(characters) ? TOO_LOOSE : 0;
      // Of a long text the share tells, not how many; below 13 characters its lines are too many to let it pass.
      poor = over + (this.isLong(one) && !isNarrow ? 0 : (isNarrow ? LOOSE_LINE_NARROW : LOOSE_LINE) * Math.max(0, loose - (isNarrow ? LOOSE_NARROW : LOOSE) * lines));
      known.set(characters, poor);
    }
    return poor;
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
    const deck = piece.deck ?? { columns: 1, rows: 1 };
    const key = `${piece.article} ${piece.variant} ${whole} ${deck.columns} ${deck.rows}`;
    let size = this.uprights.get(key);
    if (size === undefined) this.uprights.set(key, (size = this.measure.upright(piece.article, piece.variant, whole, deck)));
    return size;
  }

  /** What is to be set: the article's body, or its rest with （上接第N版） in front. */
  thread(one: Waiting): readonly Block[] {
    let thread = this.threads.get(one);
    if (thread === undefined) this.threads.set(one, (thread = one.rest === null ? this.measure.body(one.article, one.variant) : this.measure.continued(one.rest.thread, one.rest.from)));
    return thread;
  }

  /** The whole of it over so many base columns, feet level; null where that is higher than a page. */
  whole(one: Waiting, columns: number): Whole | null {
    let known = this.wholes.get(one);
    if (known === undefined) this.wholes.set(one, (known = new Map()));
    let whole = known.get(columns);
    if (whole === undefined) known.set(columns, (whole = this.measureWhole(one, columns)));
    return whole;
  }

  private measureWhole(one: Waiting, columns: number): Whole | null {
    const whole = this.bestWhole(one, columns);
    if (whole === null || whole.short <= MOST_SHORT) return whole;
    // As it is printed, its last column goes down as far as its paragraphs give lines.
    const { short } = this.measure.ends(this.thread(one), { body: [{ area: { column: 0, columns, row: 0, rows: whole.rows }, into: whole.into }], to: null });
    return short >= whole.short || whole.short >= whole.rows ? whole : { ...whole, short };
  }

  private bestWhole(one: Waiting, columns: number): Whole | null {
    const { master } = this;
    const wanted = this.wanted(one);
    const level = this.isFew(one, columns) ? this.levelWhole(one, columns) : null;
    if (level !== null) return level;
    const best = this.wholeIn(one, columns, this.into(one, columns));
    if (best === null || endsWell(best)) return best;
    if (best.rows > LOW) return this.levelled(one, columns, best);
    // A few lines shared out unevenly: a column less or more may share them out better (N-34).
    let found = best;
    for (let into = 1; into <= columns; into++) {
      const { characters } = brokenMeasure(master, columns, into);
      if (into === best.into || characters < wanted - 3 || characters > wanted + LOW_WIDER) continue;
      const other = this.wholeIn(one, columns, into);
      if (other !== null && (endsWell(other) || (!endsWell(found) && other.short < found.short))) found = other;
      if (endsWell(found)) break;
    }
    return endsWell(found) ? found : this.levelled(one, columns, found);
  }

  /** A whole that ends unevenly, copyfitted to level feet where its paragraphs give the lines (N-34). */
  private levelled(one: Waiting, columns: number, whole: Whole): Whole {
    const { into, rows, short } = whole;
    for (const level of [rows, rows - 1]) {
      if (level < LEAST_TAIL || Math.abs(level * into - (rows * into - short)) > MOST_FITTED * rows * into) continue;
      const fitted = this.measure.stretch(this.thread(one), [{ area: { column: 0, columns, row: 0, rows: level }, into }]);
      if (fitted !== null) return { into, rows: level, short: 0, fitted: fitted.lines === 0 ? fitted.rows : fitted.lines };
    }
    return whole;
  }

  private wholeIn(one: Waiting, columns: number, into: number): Whole | null {
    const { master } = this;
    const { characters } = brokenMeasure(master, columns, into);
    // Squeezed marks save a tenth at the most.
    if (0.85 * this.characters(one) > characters * into * master.lines) return null;
    const filled = this.measure.fill(this.thread(one), [{ area: { column: 0, columns, row: 0, rows: master.lines }, into }]);
    if (filled.rest !== null) return null;
    const rows = Math.max(0, ...filled.rows);
    return { into, rows, short: rows - (filled.columns.at(-1)?.used ?? 0) + (into - filled.columns.length) * rows };
  }

  /** An article in `left` and `right` base columns with feet at different rows; `beside`: its title over the left ones alone; `more`: at heights that differ little, or much. */
  stepped(one: Waiting, left: number, right: number, beside: boolean, more: boolean): readonly Stepped[] {
    let known = this.steps.get(one);
    if (known === undefined) this.steps.set(one, (known = new Map()));
    const key = `${left} ${right} ${beside ? 1 : 0} ${more ? 1 : 0}`;
    let steps = known.get(key);
    if (steps === undefined) known.set(key, (steps = this.measureStepped(one, left, right, beside, right === 1 ? LEVEL : more ? MORE_STEPS : STEPS)));
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

  /**
   * Lines that it takes in the columns of a broken measure; Infinity where that is more than two pages. A long article is
   * set in one measure for it, and reckoned from that in others: breaking it in each would cost more than all else.
   */
  need(one: Waiting, columns: number, into: number): number {
    return this.needAmong(this.needsOf(one), one, columns, into);
  }

  /** The needs of an article that were asked for so far; further ones of a long article are reckoned from the first. */
  needsOf(one: Waiting): Needs {
    let known = this.needs.get(one);
    if (known === undefined) this.needs.set(one, (known = new Map()));
    return known;
  }

  /** `need` as it is where `known` was asked before; the answer is added to it. */
  needAmong(known: Needs, one: Waiting, columns: number, into: number): number {
    const { characters } = brokenMeasure(this.master, columns, into);
    let lines = known.get(characters);
    if (lines === undefined) {
      const [first] = known;
      lines = first !== undefined && this.isLong(one) ? reckoned(this.thread(one).length, first[1], first[0], characters) : this.measureNeed(one, columns, into);
      known.set(characters, lines);
    }
    return lines;
  }

  private measureNeed(one: Waiting, columns: number, into: number): number {
    const { master } = this;
    if (this.characters(one) > 2 * master.columns * master.characters * master.lines) return Infinity;
    // In as few columns as have the measure: where columns end may take or save a line, and who asks first must not decide.
    const times = greatestDivisor(columns, into);
    const filled = this.measure.fill(this.thread(one), [{ area: { column: 0, columns: columns / times, row: 0, rows: ENDLESS }, into: into / times }]);
    return filled.rest === null ? filled.columns.reduce((sum, column) => sum + column.used, 0) : Infinity;
  }

  /** More than a third of a page: it takes what the others leave. */
  isLong(one: Waiting): boolean {
    const { columns, characters, lines } = this.master;
    return this.characters(one) > (columns * characters * lines) / 3;
  }

  characters(one: Waiting): number {
    let length = this.lengths.get(one);
    if (length === undefined) this.lengths.set(one, (length = this.countCharacters(one)));
    return length;
  }

  private countCharacters(one: Waiting): number {
    const thread = this.thread(one);
    const characters = thread.reduce((sum, { content }) => sum + (content.kind === 'paragraph' ? content.text.length : content.rows.flat().reduce((all, cell) => all + cell.text.length, 0)), 0);
    return Math.max(characters, LEAST_LINE * thread.length);
  }

  /** A boxed article in one of its ways. */
  box(one: Titled, columns: number, into: number): BoxSize {
    const key = `${one.article} ${one.variant} ${columns} ${into} ${one.headline ?? ''}`;
    let size = this.boxSizes.get(key);
    if (size === undefined) this.boxSizes.set(key, (size = this.measure.box(one.article, one.variant, columns, into, one.headline)));
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

/** FITTING: what a line of a newspaper's text may be opened by at the most in a measure, em. */
function mostGap(characters: number): number {
  return characters < NEWS_MEASURE ? MOST_NARROW_GAP : MOST_GAP;
}

/** N-34: its last column ends about where the others do, and has three lines where they have more. */
function endsWell({ into, rows, short }: Whole): boolean {
  return short <= MOST_SHORT && (into === 1 || rows <= LEAST_TAIL || rows - short >= LEAST_TAIL);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Lines in another measure: the text in whole lines over it, and half a line more for each paragraph's end. */
function reckoned(paragraphs: number, lines: number, measure: number, other: number): number {
  const ends = 0.5 * paragraphs;
  return Math.ceil(((lines - ends) * measure) / other + ends);
}
