// A paragraph's last line alone at a column's head (T-33: avoided in a newspaper, where the text
// gives that) and a run-in head alone at its foot (T-34), in a piece that is copyfitted; what is not the
// paginator mends as it fills. The line is taken back or joined by another: one paragraph before it is set a line shorter or
// longer, and where the columns' feet ask for it one behind it the other way round. In: a piece as
// it is filled. Out: the same text in the same columns with fewer such lines, no foot higher
// than it was, no line with a gap that would be reported; as it was where none does.
import type { Block } from '../flow/flow';
import type { Filled, FillRules, Wishes } from './fill-frame';
import { gapOf } from './level-column';
import type { Paginator, Slot } from './paginate';
import type { Setter } from './setter';

/** Worst added gap of a line in a paragraph that is set otherwise, em (T-24, FITTING: Looseness). */
const MOST_GAP = 0.12;
/** Paragraphs shorter than this show a line more or less at once. */
const LEAST_LINES = 4;
/** N-34: rows empty above one heading. */
const MOST_ABOVE = 2;
/** Paragraphs that are tried before such a line, and behind it: each try fills the piece anew. */
const MOST_BEFORE = 3;
const MOST_BEHIND = 2;

export interface Mended {
  readonly columns: readonly Filled[];
  /** What its paragraphs are set with now, lines more or less. */
  readonly wishes: Wishes;
  /** By how many lines the piece is longer. */
  readonly lines: number;
}

/** `wished`: what its paragraphs were set with, lines more or less. */
export function mendStrays(thread: readonly Block[], slots: readonly Slot[], filled: readonly Filled[], wished: Wishes, rules: FillRules, paginator: Paginator): Mended {
  let best = filled;
  let wishes = wished;
  for (let column = 0; column < filled.length - 1; column++) {
    if (!isLonely(best[column]!)) continue;
    const attempt = (...asked: readonly (readonly [number, number])[]): boolean => {
      const next = new Map([...wishes, ...asked.map(([index, by]) => [index, (wishes.get(index) ?? 0) + by] as const)]);
      const tried = paginator.paginate(thread, (index) => slots[index] ?? null, rules, undefined, next);
      if (!isMended(tried, best)) return false;
      best = tried;
      wishes = next;
      return true;
    };
    const width = slots[column]!.width;
    const gives = (columns: readonly Filled[], sign: 1 | -1, count: number): number[] => givesOf(thread, indexesOf(thread, columns), width, sign, wishes, paginator.setter).slice(0, count);
    const before = [best[column]!];
    const behind = best.slice(column + 1);
    for (const sign of [-1, 1] as const) {
      const own = gives(before, sign, MOST_BEFORE);
      // A line more may go into what the last column has free; with one less behind it nothing else moves.
      if (own.some((index) => attempt([index, sign])) || own.some((index) => gives(behind, sign === 1 ? -1 : 1, MOST_BEHIND).some((other) => other !== index && attempt([index, sign], [other, -sign])))) break;
    }
  }
  const sum = (all: Wishes): number => [...all.values()].reduce((lines, by) => lines + by, 0);
  return { columns: best, wishes, lines: sum(wishes) - sum(wished) };
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

/** Paragraphs of them that a line more or less shows least in: those first that are as they are best set then; none goes two lines from that. */
function givesOf(thread: readonly Block[], of: readonly number[], width: number, sign: 1 | -1, wishes: Wishes, setter: Setter): number[] {
  return of.flatMap((index) => {
    const { content } = thread[index]!;
    if (content.kind !== 'paragraph' || content.looseness !== 0 || content.style.align !== 'justify' || content.style.gridLines !== 1) return [];
    const now = wishes.get(index) ?? 0;
    if (now === -sign) return [{ index, gap: -1 }];
    if (now !== 0) return [];
    const { length } = setter.set(content, width, 0).lines;
    if (length < LEAST_LINES || (sign > 0 && setter.leastGap(content, width, length + 1) > MOST_GAP)) return [];
    const { lines } = setter.set(content, width, sign);
    const worst = lines.reduce((gap, line) => Math.max(gap, line.gap), 0);
    return lines.length === length + sign && worst <= MOST_GAP ? [{ index, gap: lines.reduce((sum, { gap }) => sum + gap, 0) / length }] : [];
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
