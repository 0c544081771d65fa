// The measure of an article (N-01): into how many columns its base columns are broken, so
// that its lines are no looser than they may be (FITTING) and its columns end level (N-34).
// In: the article and base columns; out: columns, and the whole article in them.
import type { PaperMaster } from '../../model/master';
import type { Variant } from '../../model/layout';
import { isSeemly } from '../../page/fill-piece';
import { brokenMeasure } from '../../page/paper-grid';
import type { Piece } from '../../page/placement';
import { breakColumns, breaksFrom } from './break-columns';
import { LEAST_TAIL, MOST_SHORT } from './last-column';
import type { Measurer } from './measurer';
import type { Waiting, Whole } from './ruler';
import type { Text, TextLengths } from './text-lengths';

/** Reading measure of a report's columns, characters: 三破二 of N8 is 20 (N-01, N-21). */
const REPORT_MEASURE = 20;
/** Narrower columns than this read badly and set worse (FITTING). */
const NEWS_MEASURE = 13;
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

export class MeasureChoice {
  private readonly wholes = new WeakMap<Text, Map<number, Whole | null>>();
  private readonly levels = new WeakMap<Text, { readonly whole: Whole | null }[]>();
  private readonly intos = new WeakMap<Text, number[]>();
  private readonly poors = new WeakMap<Text, Map<number, number>>();

  constructor(
    private readonly master: PaperMaster,
    private readonly measure: Measurer,
    private readonly lengths: TextLengths,
    private readonly asked?: number,
  ) {}

  /** Measure that an article's columns should have, characters. */
  wanted({ variant }: { readonly variant: Variant }): number {
    return this.asked ?? (variant === 'report' ? REPORT_MEASURE : Math.max(NEWS_MEASURE, this.master.characters));
  }

  /**
   * Into how many columns so many base columns are broken for an article: the nearest to its measure, or another one where its
   * lines would be too loose in that (FITTING: a number that no narrow line can take or leave).
   */
  into(one: Waiting, columns: number): number {
    const text = this.lengths.text(one);
    let known = this.intos.get(text);
    if (known === undefined) this.intos.set(text, (known = []));
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
    if (one.alone !== true || this.lengths.characters(one) >= LOW * columns * this.master.characters) return false;
    if (this.lengths.thread(one).every(({ content }) => content.kind !== 'table')) return true;
    const plain = this.wholeIn(one, columns, breakColumns(this.master, columns, this.wanted(one)));
    return plain !== null && plain.short >= plain.rows;
  }

  /**
   * Of an article that has its page for itself and fills little of it: in the measure nearest to its own, or in another one,
   * and as high, that its feet are level (T-36), by no hole above a heading and no column without text (N-34).
   */
  private levelWhole(one: Waiting, columns: number): Whole | null {
    const text = this.lengths.text(one);
    let known = this.levels.get(text);
    if (known === undefined) this.levels.set(text, (known = []));
    return (known[columns] ??= { whole: this.bestLevel(one, columns) }).whole;
  }

  private bestLevel(one: Waiting, columns: number): Whole | null {
    const wanted = this.wanted(one);
    const thread = this.lengths.thread(one);
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
    const text = this.lengths.text(one);
    let known = this.poors.get(text);
    if (known === undefined) this.poors.set(text, (known = new Map()));
    let poor = known.get(characters);
    if (poor === undefined) {
      const { lines, loose, worst } = this.measure.gaps(this.lengths.thread(one), columns, into);
      const isNarrow = characters < NEWS_MEASURE;
      const over = worst > mostGap(characters) ? TOO_LOOSE : 0;
      // Of a long text the share tells, not how many; below 13 characters its lines are too many to let it pass.
      poor = over + (this.lengths.isLong(one) && !isNarrow ? 0 : (isNarrow ? LOOSE_LINE_NARROW : LOOSE_LINE) * Math.max(0, loose - (isNarrow ? LOOSE_NARROW : LOOSE) * lines));
      known.set(characters, poor);
    }
    return poor;
  }

  /** The whole of it over so many base columns, feet level; null where that is higher than a page. */
  whole(one: Waiting, columns: number): Whole | null {
    const text = this.lengths.text(one);
    let known = this.wholes.get(text);
    if (known === undefined) this.wholes.set(text, (known = new Map()));
    let whole = known.get(columns);
    if (whole === undefined) known.set(columns, (whole = this.measureWhole(one, columns)));
    return whole;
  }

  private measureWhole(one: Waiting, columns: number): Whole | null {
    const whole = this.bestWhole(one, columns);
    if (whole === null || whole.short <= MOST_SHORT) return whole;
    // As it is printed, its last column goes down as far as its paragraphs give lines.
    const { short } = this.measure.ends(this.lengths.thread(one), { body: [{ area: { column: 0, columns, row: 0, rows: whole.rows }, into: whole.into }], to: null });
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
      const fitted = this.measure.stretch(this.lengths.thread(one), [{ area: { column: 0, columns, row: 0, rows: level }, into }]);
      if (fitted !== null) return { into, rows: level, short: 0, fitted: fitted.lines === 0 ? fitted.rows : fitted.lines };
    }
    return whole;
  }

  private wholeIn(one: Waiting, columns: number, into: number): Whole | null {
    const { master } = this;
    const { characters } = brokenMeasure(master, columns, into);
    // Squeezed marks save a tenth at the most.
    if (0.85 * this.lengths.characters(one) > characters * into * master.lines) return null;
    const filled = this.measure.fill(this.lengths.thread(one), [{ area: { column: 0, columns, row: 0, rows: master.lines }, into }]);
    if (filled.rest !== null) return null;
    const rows = Math.max(0, ...filled.rows);
    return { into, rows, short: rows - (filled.columns.at(-1)?.used ?? 0) + (into - filled.columns.length) * rows };
  }
}

/** FITTING: what a line of a newspaper's text may be opened by at the most in a measure, em. */
export function mostGap(characters: number): number {
  return characters < NEWS_MEASURE ? MOST_NARROW_GAP : MOST_GAP;
}

/** N-34: its last column ends about where the others do, and has three lines where they have more. */
function endsWell({ into, rows, short }: Whole): boolean {
  return short <= MOST_SHORT && (into === 1 || rows <= LEAST_TAIL || rows - short >= LEAST_TAIL);
}
