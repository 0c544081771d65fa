// A thread of blocks → frames of one size, one after the other, each as full as
// the rules allow. Where a frame would end short (T-33, T-34), the looseness of a
// paragraph in it, or in the frame before, mends it first (T-33). Frames are
// remembered by the blocks that they looked at, so that after an edit every
// frame before it is taken as it was, and every frame after it from where block
// and line are the same again.
import type { Block } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import { layoutBlock } from './block-layout';
import { endAtStop } from './end-at-stop';
import { atWidth, type Cursor, type Filled, fillFrame, type FillRules, THREAD_START, type Wishes } from './fill-frame';
import type { Setter } from './setter';

export interface Slot {
  readonly width: number;
  readonly rows: number;
  /** The frame ends at a stop, with at most so many lines left empty for it; 0: it ends anywhere. */
  readonly endAtStop: number;
}

interface Memo {
  readonly chunk: number;
  readonly tail: Cursor['tail'];
  readonly looseness: number | null;
  readonly shape: string;
  /** Shape of the next frame, where this one was made longer or shorter for that one's sake; null: filled for its own. */
  readonly ahead: string | null;
  /** Blocks from the first on that were looked at, and whether the thread's end was. */
  readonly blocks: readonly Block[];
  readonly end: boolean;
  readonly filled: Filled;
  readonly base: number;
}

/** What mending came to, and one past the last block that any of its tries looked at: a memo must hold all of them. */
interface Mended<T> {
  readonly found: T | null;
  readonly seen: number;
}

/** Worst added gap that a paragraph made longer or shorter for the page's sake may have, em (FITTING, Looseness). */
const MEND_GAP = 0.12;

/** A paragraph made longer or shorter, the worst gap it then has (em), and its turn where two are equal. */
interface Try {
  readonly wishes: Wishes;
  readonly gap: number;
  readonly order: number;
}

const WORST_TRY: Try = { wishes: new Map(), gap: MEND_GAP, order: -1 };

/** Frames' worth of full-width characters that are broken into lines ahead of a page that ends at a stop. */
const AHEAD = 2;

/** Frames remembered that begin in one block. */
const MOST_MEMOS = 8;

const NO_WISHES: Wishes = new Map();

/** Fills frame after frame. Its life is the Typesetter's. */
export class Paginator {
  private readonly memos = new WeakMap<Block, Memo[]>();

  constructor(readonly setter: Setter) {}

  /**
   * All frames that the thread needs. `slot(k)` gives the k-th frame's size, or null where there are no more: the
   * rest is then in the last result's `next`. With `wishes` (a copyfitter's) nothing is remembered.
   */
  paginate(thread: readonly Block[], slot: (index: number) => Slot | null, rules: FillRules, from: Cursor = THREAD_START, wishes: Wishes = NO_WISHES): readonly Filled[] {
    if (wishes.size > 0) return this.wished(thread, slot, rules, from, wishes);
    const frames: Filled[] = [];
    const starts: Cursor[] = [];
    let cursor: Cursor | null = thread.length === 0 ? null : from;
    while (cursor !== null) {
      const index = frames.length;
      const size = slot(index);
      if (size === null) break;
      cursor = atWidth(thread, cursor, size.width, this.setter);
      const next = slot(index + 1);
      let filled = (next === null ? null : this.recall(thread, cursor, size, rules, shapeOf(next, rules))) ?? this.own(thread, cursor, size, rules);
      if (index > 0 && size.endAtStop === 0 && isBad(filled)) {
        const [start, before] = [starts[index - 1]!, slot(index - 1)!];
        const { found, seen } = this.mendBefore(thread, start, before, size, rules, filled);
        if (found !== null) {
          frames[index - 1] = found.first;
          this.remember(thread, start, before, rules, shapeOf(size, rules), found.first, seen);
          cursor = atWidth(thread, found.first.next!, size.width, this.setter);
          filled = found.second;
        }
      }
      starts.push(cursor);
      frames.push(filled);
      cursor = filled.next;
    }
    return frames;
  }

  private wished(thread: readonly Block[], slot: (index: number) => Slot | null, rules: FillRules, from: Cursor, wishes: Wishes): readonly Filled[] {
    const frames: Filled[] = [];
    let cursor: Cursor | null = from;
    for (let size = slot(0); cursor !== null && size !== null; size = slot(frames.length)) {
      let filled: Filled = fillFrame(thread, cursor, size.width, size.rows, rules, wishes, this.setter);
      // Frames that the wishes do not touch are mended as ever.
      const [from, end] = [cursor.block, filled.seen];
      if (isBad(filled) && ![...wishes.keys()].some((index) => index >= from && index < end)) filled = this.mend(thread, cursor, size, rules, filled).found ?? filled;
      frames.push(filled);
      cursor = filled.next;
    }
    return frames;
  }

  /** The frame filled for its own sake alone, as remembered or anew. */
  private own(thread: readonly Block[], from: Cursor, size: Slot, rules: FillRules): Filled {
    const known = this.recall(thread, from, size, rules, null);
    if (known !== null) return known;
    let filled = size.endAtStop > 0 ? this.fillAhead(thread, from, size, rules) : fillFrame(thread, from, size.width, size.rows, rules, NO_WISHES, this.setter);
    let { seen } = filled;
    if (size.endAtStop > 0) filled = endAtStop(thread, from, filled, size.width, size.endAtStop, this.setter);
    else if (isBad(filled)) {
      const mended = this.mend(thread, from, size, rules, filled);
      filled = mended.found ?? filled;
      seen = mended.seen;
    }
    this.remember(thread, from, size, rules, null, filled, seen);
    return filled;
  }

  /**
   * A frame that begins with a tail, of which no more is broken into lines than surely fills it: each page that ends at
   * a stop makes a new tail, and breaking all of a long one on every page would take the square of its length.
   */
  private fillAhead(thread: readonly Block[], from: Cursor, size: Slot, rules: FillRules): Filled {
    const fill = (start: Cursor): Filled => fillFrame(thread, start, size.width, size.rows, rules, NO_WISHES, this.setter);
    const { tail } = from;
    if (tail === null || tail.kind !== 'paragraph' || from.chunk > 0) return fill(from);
    // Digits and letters are narrower than their em: a piece that does not fill the frame is doubled.
    for (let ahead = Math.ceil((AHEAD * size.rows * size.width) / tail.style.text.size); 2 * ahead <= tail.text.length; ahead *= 2) {
      const filled = fill({ ...from, tail: splitParagraph(tail, ahead)[0] });
      if (filled.next?.block === from.block) return filled;
    }
    return fill(from);
  }

  /** Tries each paragraph that begins in the frame a line longer or shorter; the best that makes the frame full wins. */
  private mend(thread: readonly Block[], from: Cursor, size: Slot, rules: FillRules, bad: Filled): Mended<Filled> {
    let best: Filled | null = null;
    let least = WORST_TRY;
    let { seen } = bad;
    for (const one of this.tries(thread, from, size, bad.seen, () => least.gap)) {
      if (!isLess(one, least)) continue;
      const filled = fillFrame(thread, from, size.width, size.rows, rules, one.wishes, this.setter);
      seen = Math.max(seen, filled.seen);
      if (isBad(filled)) continue;
      best = filled;
      least = one;
    }
    return { found: best, seen };
  }

  /** The same in the frame before, which must stay full itself. */
  private mendBefore(
    thread: readonly Block[], from: Cursor, size: Slot, nextSize: Slot, rules: FillRules, bad: Filled,
  ): Mended<{ readonly first: Filled; readonly second: Filled }> {
    let best: { first: Filled; second: Filled } | null = null;
    let least = WORST_TRY;
    const first = fillFrame(thread, from, size.width, size.rows, rules, NO_WISHES, this.setter);
    let seen = Math.max(first.seen, bad.seen);
    for (const one of this.tries(thread, from, size, Math.min(first.seen, bad.seen), () => least.gap)) {
      if (!isLess(one, least)) continue;
      const tried = fillFrame(thread, from, size.width, size.rows, rules, one.wishes, this.setter);
      seen = Math.max(seen, tried.seen);
      if (isBad(tried) || tried.next === null) continue;
      const second = fillFrame(thread, tried.next, nextSize.width, nextSize.rows, rules, NO_WISHES, this.setter);
      seen = Math.max(seen, second.seen);
      if (isBad(second)) continue;
      best = { first: tried, second };
      least = one;
    }
    return { found: best, seen };
  }

  /**
   * The paragraphs from the cursor to block `end` a line longer or shorter: first those that seem to need the least gap,
   * and none once that is more than `most`, so that few are broken into lines for it.
   */
  private *tries(thread: readonly Block[], from: Cursor, size: Slot, end: number, most: () => number): Iterable<Try> {
    const first = from.chunk > 0 || from.tail !== null ? from.block + 1 : from.block;
    const wishes: { readonly index: number; readonly wish: number; readonly lines: number; readonly least: number }[] = [];
    for (let index = first; index < end; index++) {
      const block = thread[index]!;
      const { content } = block;
      if (content.kind !== 'paragraph' || content.looseness !== 0 || content.style.align !== 'justify') continue;
      const now = layoutBlock(block, content, size.width, 0, this.setter).heights.length;
      if (now < 2) continue;
      for (const wish of [1, -1]) wishes.push({ index, wish, lines: now + wish, least: this.setter.leastGap(content, size.width, now + wish) });
    }
    for (const { index, wish, lines, least } of wishes.toSorted((a, b) => a.least - b.least)) {
      if (least > most()) return;
      const block = thread[index]!;
      const loose = layoutBlock(block, block.content, size.width, wish, this.setter);
      if (loose.heights.length === lines) yield { wishes: new Map([[index, wish]]), gap: loose.worstGap(), order: 2 * index + (wish < 0 ? 1 : 0) };
    }
  }

  private recall(thread: readonly Block[], from: Cursor, size: Slot, rules: FillRules, ahead: string | null): Filled | null {
    const shape = shapeOf(size, rules);
    for (const memo of this.memos.get(thread[from.block]!) ?? []) {
      if (memo.chunk !== from.chunk || memo.tail !== from.tail || memo.looseness !== from.looseness || memo.shape !== shape || memo.ahead !== ahead) continue;
      // Blank rows before a block count at the thread's beginning only: a memo from there is no other block's.
      if ((memo.base === 0) !== (from.block === 0)) continue;
      if (memo.end !== (from.block + memo.blocks.length === thread.length)) continue;
      if (!memo.blocks.every((block, i) => thread[from.block + i] === block)) continue;
      return shifted(memo.filled, from.block - memo.base);
    }
    return null;
  }

  private remember(thread: readonly Block[], from: Cursor, size: Slot, rules: FillRules, ahead: string | null, filled: Filled, seen: number): void {
    const block = thread[from.block]!;
    let list = this.memos.get(block);
    if (list === undefined) this.memos.set(block, (list = []));
    const shape = shapeOf(size, rules);
    const same = list.findIndex((memo) =>
      memo.chunk === from.chunk && memo.tail === from.tail && memo.looseness === from.looseness && memo.shape === shape && memo.ahead === ahead);
    if (same >= 0) list.splice(same, 1);
    list.push({
      chunk: from.chunk, tail: from.tail, looseness: from.looseness, shape, ahead,
      blocks: thread.slice(from.block, seen), end: seen === thread.length, filled, base: from.block,
    });
    // A block begins few frames at a time; old states of the text above it are dropped.
    if (list.length > MOST_MEMOS) list.shift();
  }
}

function isLess(a: Try, b: Try): boolean {
  return a.gap < b.gap || (a.gap === b.gap && a.order < b.order);
}

/** The rules could not be kept, or rows stay empty although text goes on. A run-in head is mended where no foot moves by it (mend-strays.ts): here it would make a text longer than its columns. */
function isBad({ short, forced }: Filled): boolean {
  return short > 0 || (forced !== null && forced !== 'row' && forced !== 'lead');
}

function shapeOf({ width, rows, endAtStop: empty }: Slot, { stray }: FillRules): string {
  return `${width} ${rows} ${empty} ${stray}`;
}

/** The same frame with block indexes moved: the fragments are the same array, so that its page is the same too. */
function shifted(filled: Filled, by: number): Filled {
  if (by === 0) return filled;
  return { ...filled, next: filled.next === null ? null : { ...filled.next, block: filled.next.block + by }, seen: filled.seen + by };
}
