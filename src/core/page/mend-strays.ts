// A paragraph's last line alone at a column's head (T-33: avoided in a newspaper, where the text
// gives that) and a run-in head alone at its foot (T-34), in a piece that is copyfitted; what is not the
// paginator mends as it fills. The line is taken back or joined by another: one paragraph before it is set a line shorter or
// longer, and where the columns' feet ask for it one behind it the other way round. In: a piece as
// it is filled. Out: the same text in the same columns with fewer such lines, no foot higher
// than it was; as it was where none does. No line gets a gap that would be reported, but one in a piece for a short line.
import type { Block } from '../flow/flow';
import type { Filled, FillRules, Wishes } from './fill-frame';
import { gapOf } from './level-column';
import type { Paginator, Slot } from './paginate';
import type { Setter } from './setter';

/** Worst added gap of a line in a paragraph that is set otherwise, em (T-24, FITTING: Looseness). */
const MOST_GAP = 0.12;
/** The same of one line in the piece, for a short line at a column's head: two characters fewer than a line of sixteen holds (by eye on N6). */
const LOOSEST = 0.1435;
/** Paragraphs with fewer lines for each that they give show it at once. */
const LEAST_LINES = 4;
/** Lines that a paragraph is from its best setting at the most. */
const MOST_ASKED = 2;
/** N-34: rows empty above one heading. */
const MOST_ABOVE = 2;
/** Paragraphs that are tried before such a line, and behind it: each try fills the piece anew. */
const MOST_BEFORE = 6;
const MOST_BEHIND = 6;

export interface Mended {
  readonly columns: readonly Filled[];
  /** What its paragraphs are set with now, lines more or less. */
  readonly wishes: Wishes;
  /** By how many lines the piece is longer. */
  readonly lines: number;
}

/**
 * `wished`: what its paragraphs were set with, lines more or less. `holds`: what else columns must be to be taken. First
 * one paragraph alone gives a line, then two, those nearest the column's foot first: where what a line moves is made
 * good right behind it, nothing else moves. For a line of less than half its measure one in the piece may be looser.
 */
export function mendStrays(thread: readonly Block[], slots: readonly Slot[], filled: readonly Filled[], wished: Wishes, rules: FillRules, paginator: Paginator, holds: (columns: readonly Filled[]) => boolean = () => true): Mended {
  if (!filled.some(isLonely)) return { columns: filled, wishes: wished, lines: 0 };
  const { setter } = paginator;
  const start = asSet(thread, slots, filled, wished, setter);
  let best = filled;
  let wishes = start;
  const paginate = (next: Wishes): readonly Filled[] => paginator.paginate(thread, (index) => slots[index] ?? null, rules, undefined, next);
  const mend = (column: number, most: number): boolean => {
    const attempt = (...asked: readonly (readonly [number, number])[]): boolean => {
      const next = new Map([...wishes, ...asked.map(([index, by]) => [index, (wishes.get(index) ?? 0) + by] as const)]);
      const tried = paginate(next);
      if (!isMended(tried, best) || !holds(tried) || looseIn(tried) > Math.max(looseIn(best), most > MOST_GAP ? 1 : 0)) return false;
      best = tried;
      wishes = next;
      return true;
    };
    const gives = (at: number, sign: 1 | -1): number[] => (best[at] === undefined ? [] : givesOf(thread, indexesOf(thread, [best[at]]), slots[at]!.width, sign, wishes, setter, most));
    const before = (sign: 1 | -1): number[] => [...new Set([...gives(column, sign), ...gives(column - 1, sign)])].slice(0, MOST_BEFORE);
    const behind = (sign: 1 | -1): number[] => [...new Set(best.slice(column + 1).flatMap((_, i) => gives(column + 1 + i, sign)))].slice(0, MOST_BEHIND);
    const [shorter, longer] = [before(-1), before(1)];
    // A line more may go into what the last column has free.
    if (shorter.some((index) => attempt([index, -1])) || longer.some((index) => attempt([index, 1]))) return true;
    const pairs = (own: readonly number[], sign: 1 | -1): boolean => {
      const others = own.length === 0 ? [] : behind(sign === 1 ? -1 : 1);
      return own.some((index) => others.some((other) => other !== index && attempt([index, sign], [other, -sign])));
    };
    return pairs(shorter, -1) || pairs(longer, 1);
  };
  for (let column = 0; column < filled.length - 1; column++) {
    if (isLonely(best[column]!) && !mend(column, MOST_GAP) && isLonely(best[column]!) && isShort(best[column + 1]!, slots[column + 1]!)) mend(column, LOOSEST);
  }
  return { columns: best, wishes, lines: sumOf(wishes) - sumOf(start) };
}

const sumOf = (wishes: Wishes): number => [...wishes.values()].reduce((lines, by) => lines + by, 0);

/** What is asked, and what the paginator mended of its own accord: lines that paragraphs have beside their best setting. */
export function asSet(thread: readonly Block[], slots: readonly Slot[], filled: readonly Filled[], wished: Wishes, setter: Setter): Wishes {
  const wishes = new Map(wished);
  filled.forEach(({ fragments }, i) => {
    for (const { block, set } of fragments) {
      const index = thread.indexOf(block);
      // What is broken anew at another measure is no whole paragraph.
      if (index < 0 || wishes.has(index) || set.paragraph !== block.content || set.paragraph.looseness !== 0) continue;
      const by = set.lines.length - setter.set(set.paragraph, slots[i]!.width, 0).lines.length;
      if (by !== 0) wishes.set(index, by);
    }
  });
  return wishes;
}

/** A last line at its column's head of less than half the measure. */
function isShort({ fragments: [first] }: Filled, { width }: Slot): boolean {
  const line = first?.set.lines[first.first];
  return line !== undefined && line.right < width / 2;
}

/** Columns that begin with such a line alone: one of half a measure and more is no worse than feet that are not level. */
export function shortStrays(columns: readonly Filled[], slots: readonly Slot[]): number {
  return columns.filter((column, i) => i > 0 && columns[i - 1]!.forced === 'stray' && isShort(column, slots[i]!)).length;
}

/** Lines with a gap that is reported. */
function looseIn(columns: readonly Filled[]): number {
  return columns.reduce((sum, { fragments }) => sum + fragments.reduce((own, { set, first, end }) => {
    let loose = 0;
    for (let k = first; k < end; k++) if (set.lines[k]!.gap > MOST_GAP) loose++;
    return own + loose;
  }, 0), 0);
}

/** A heading without its text is as bad as so many lines without their paragraph. */
const LEAD = 4;

/** A paragraph's last line goes over alone, or a run-in head stays behind alone (T-34). */
const isLonely = ({ forced }: Filled): boolean => forced === 'stray' || forced === 'lead';

/** How many columns are parted at the wrong line: after a paragraph's last but one (T-33), or, worse, after a run-in head (T-34). */
export function lonelyOf(columns: readonly Filled[]): number {
  return columns.reduce((sum, { forced }) => sum + (forced === 'stray' ? 1 : forced === 'lead' ? LEAD : 0), 0);
}

/** Blocks of which something stands in these columns. */
function indexesOf(thread: readonly Block[], columns: readonly Filled[]): number[] {
  return [...new Set(columns.flatMap(({ fragments }) => fragments.map(({ block }) => thread.indexOf(block))))].filter((index) => index >= 0);
}

/** Paragraphs of them that a line more or less shows least in, no gap over `most`: those first that come nearer to their best setting; none goes three lines from that. */
function givesOf(thread: readonly Block[], of: readonly number[], width: number, sign: 1 | -1, wishes: Wishes, setter: Setter, most: number): number[] {
  return of.flatMap((index) => {
    const { content } = thread[index]!;
    if (content.kind !== 'paragraph' || content.looseness !== 0 || content.style.align !== 'justify' || content.style.gridLines !== 1) return [];
    const now = wishes.get(index) ?? 0;
    if (now === -sign) return [{ index, gap: -1 }];
    const asked = now + sign;
    if (Math.abs(asked) > MOST_ASKED) return [];
    const { length } = setter.set(content, width, 0).lines;
    if (length < LEAST_LINES * Math.abs(asked) || (asked > 0 && setter.leastGap(content, width, length + asked) > most)) return [];
    const { lines } = setter.set(content, width, asked);
    const worst = lines.reduce((gap, line) => Math.max(gap, line.gap), 0);
    return lines.length === length + asked && worst <= most ? [{ index, gap: lines.reduce((sum, { gap }) => sum + gap, 0) / length }] : [];
  }).toSorted((a, b) => a.gap - b.gap || a.index - b.index).map(({ index }) => index);
}

/** All of the text, in as many columns with their feet where they were, fewer lines alone, and nothing else worse. */
function isMended(tried: readonly Filled[], filled: readonly Filled[]): boolean {
  return (
    tried.length === filled.length && tried.at(-1)!.next === null && lonelyOf(tried) < lonelyOf(filled) &&
    tried.every((column, i) => {
      const was = filled[i]!;
      return column.used >= was.used && column.short <= was.short && (column.forced === null || column.forced === 'stray' || column.forced === was.forced) && gapOf(column) <= Math.max(gapOf(was), MOST_ABOVE);
    })
  );
}
