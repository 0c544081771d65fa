// Copyfitting of one piece of an article (N-34, 撑版): where a column would stop rows
// above the others' feet (a heading's keep, the text's end, a jump's cut), some
// paragraphs are set a line longer, those first that show it least. No line gets a gap that would be
// reported (T-24). What the columns hold stays the same text.
import type { Block } from '../flow/flow';
import { layoutBlock } from './block-layout';
import type { Filled, FillRules, Wishes } from './fill-frame';
import type { Paginator, Slot } from './paginate';

/** Worst added gap of a line in a paragraph made longer, em (T-24, FITTING: Looseness). */
const MOST_GAP = 0.12;
/** Paragraphs shorter than this show a line more at once. */
const LEAST_LINES = 4;

/** Paragraphs that sets are taken from, where no more lines are wanted; sets of one size that are tried, lines more that they give, and sets that are made. */
const MOST_LOOSE = 6;
const MOST_SETS = 8;
const MOST_MORE = 2;
const MOST_ALL = 60;

const NO_WISHES: Wishes = new Map();

/** Rows that a heading's keep may leave empty in a column without being filled. */
const LEAST_SHORT = 2;

/** Columns, and what their paragraphs are set with, lines more or less. */
export interface Loosened {
  readonly columns: readonly Filled[];
  readonly wishes: Wishes;
}

/**
 * The columns with as few rows empty as their paragraphs can fill: those that a keep left above a column's foot, and at
 * the end of the last column all but `most`. As they were where nothing gives. `wished`: lines more or less that `filled` was set with.
 */
export function loosenPiece(thread: readonly Block[], slots: readonly Slot[], filled: readonly Filled[], most: number, rules: FillRules, paginator: Paginator, wished: Wishes = NO_WISHES): Loosened {
  let best = filled;
  let wishes = wished;
  const attempt = (column: number, loose: readonly number[]): boolean => {
    const asked = new Map([...wishes, ...loose.map((index) => [index, 1] as const)]);
    const tried = paginator.paginate(thread, (index) => slots[index] ?? null, rules, undefined, asked);
    if (!isBetter(tried, best, column)) return false;
    best = tried;
    wishes = asked;
    return true;
  };
  for (let column = 0; column < filled.length - 1; column++) {
    const short = best[column]?.short ?? 0;
    if (short < LEAST_SHORT) continue;
    const loose = longerOnes(thread, wholeBlocks(thread, best[column]!).filter((index) => !wishes.has(index)), slots[column]!.width, short, paginator);
    for (let count = loose.length; count > 0 && !attempt(column, loose.slice(0, count));) count--;
  }
  const last = best.length - 1;
  const slot = slots[last];
  const spare = slot === undefined ? 0 : slot.rows - best[last]!.used;
  if (slot === undefined || spare <= most) return { columns: best, wishes };
  const loose = longerOnes(thread, thread.map((_, index) => index).filter((index) => !wishes.has(index)), slot.width, Math.max(MOST_LOOSE, spare + 1), paginator);
  // As few as are needed; where they do not give that, the most that they give.
  const least = Math.max(1, spare - most);
  for (let count = least; count <= Math.min(loose.length, least + MOST_MORE); count++) for (const some of setsOf(loose.length, count).slice(0, MOST_SETS)) if (attempt(last, some.map((at) => loose[at]!))) return { columns: best, wishes };
  for (let count = Math.min(least - 1, loose.length); count > 0; count--) for (const some of setsOf(loose.length, count).slice(0, MOST_SETS)) if (attempt(last, some.map((at) => loose[at]!))) return { columns: best, wishes };
  return { columns: best, wishes };
}

/** Sets of so many numbers from 0 to `of` - 1, each in rising order, those of the lowest numbers first; of very many the first. */
export function setsOf(of: number, count: number, from = 0): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  const out: (readonly number[])[] = [];
  for (let first = from; first <= of - count && out.length < MOST_ALL; first++) for (const rest of setsOf(of, count - 1, first + 1)) out.push([first, ...rest]);
  return out;
}

/** Blocks that begin and end in a column. */
function wholeBlocks(thread: readonly Block[], { fragments }: Filled): number[] {
  return fragments.flatMap(({ block, first, end, set }) => {
    const index = first === 0 && end === set.lines.length ? thread.indexOf(block) : -1;
    return index < 0 ? [] : [index];
  });
}

/** Paragraphs that can be a line longer without a gap that shows, the least visible first. */
export function longerOnes(thread: readonly Block[], of: readonly number[], width: number, most: number, { setter }: Paginator): number[] {
  const found = of.flatMap((index) => {
    const { content } = thread[index]!;
    if (content.kind !== 'paragraph' || content.looseness !== 0 || content.style.align !== 'justify' || content.style.gridLines !== 1) return [];
    const lines = setter.set(content, width, 0).lines.length;
    if (lines < LEAST_LINES) return [];
    const gap = setter.leastGap(content, width, lines + 1);
    return gap > MOST_GAP ? [] : [{ index, gap, lines }];
  });
  const out: number[] = [];
  for (const { index, lines } of found.sort((a, b) => a.gap - b.gap || a.index - b.index)) {
    if (out.length === most) break;
    const loose = layoutBlock(thread[index]!, thread[index]!.content, width, 1, setter);
    if (loose.heights.length === lines + 1 && loose.worstGap() <= MOST_GAP) out.push(index);
  }
  return out;
}

/** All of the text, in as many columns, none of them worse, and this one fuller. */
function isBetter(tried: readonly Filled[], filled: readonly Filled[], column: number): boolean {
  return (
    tried.length === filled.length && tried.at(-1)!.next === null && tried.at(-1)!.used >= filled.at(-1)!.used && tried[column]!.used > filled[column]!.used &&
    tried.every(({ short, forced }, i) => short <= filled[i]!.short && (forced === null || forced === filled[i]!.forced))
  );
}
