// Fills one frame with the flow from a cursor on: greedy from the top, then back
// to the nearest legal break (T-33, T-34). "Does not fit" is the returned cursor.
import type { Block, BlockContent } from '../flow/flow';
import { type BlockLayout, layoutBlock } from './block-layout';
import type { Fragment } from './frame';
import type { Setter } from './setter';

/** A place in a thread of blocks: the next chunk to set. */
export interface Cursor {
  readonly block: number;
  readonly chunk: number;
  /** Stands in for the block's content: the tail of a paragraph that a page's end split; null for the block itself. */
  readonly tail: BlockContent | null;
  /** Looseness of a block that an earlier frame already began to set; null: as the block asks. */
  readonly looseness: number | null;
}

export const THREAD_START: Cursor = { block: 0, chunk: 0, tail: null, looseness: null };

export interface FillRules {
  /** T-33: never, or only where nothing mends it (a newspaper's column feet are level first). */
  readonly stray: 'never' | 'tolerate';
}

/** Looseness per block index, tried by the copyfitter. */
export type Wishes = ReadonlyMap<number, number>;

export interface Filled {
  readonly fragments: readonly Fragment[];
  /** Rows that hold text, from the frame's top to the last line. */
  readonly used: number;
  /** Rows left empty at the foot although text goes on. 0 where the text ended. */
  readonly short: number;
  /** A break that the rules forbid had to stand; `low`: one line is higher than the frame, and runs over its foot. */
  readonly forced: Fault | null;
  /** Where the next frame goes on; null: all is set. */
  readonly next: Cursor | null;
  /** One past the last block that was looked at. */
  readonly seen: number;
}

export type Fault = 'stray' | 'heading' | 'low';

interface Placed {
  readonly index: number;
  readonly layout: BlockLayout;
  readonly first: number;
  readonly end: number;
  readonly row: number;
}

/**
 * Sets `thread` from `from` into a frame of `rows` grid rows and `width` pt. A block's `breakBefore` ends the frame;
 * blank rows before a block vanish at a frame's head except at the thread's own beginning.
 */
export function fillFrame(thread: readonly Block[], from: Cursor, width: number, rows: number, rules: FillRules, wishes: Wishes, setter: Setter): Filled {
  const placed: Placed[] = [];
  let row = 0;
  let index = from.block;
  let chunk = from.chunk;
  const layoutAt = (i: number): BlockLayout => layoutOf(thread, i, from, width, wishes, setter);
  for (; index < thread.length; index++, chunk = 0) {
    const layout = layoutAt(index);
    const content = thread[index]!.content;
    if (content.breakBefore && chunk === 0 && placed.length > 0) return done(placed, { block: index, chunk: 0 }, from, wishes, rows, index + 1, null, true);
    if (chunk === 0 && placed.length > 0) row += layout.rowsBefore;
    // Blank rows that leave the thread's first line no room give way to it.
    else if (chunk === 0 && index === 0 && layout.rowsBefore + (layout.heights[0] ?? 0) <= rows) row = layout.rowsBefore;
    const start = row;
    let end = chunk;
    while (end < layout.heights.length && row + layout.heights[end]! <= rows) row += layout.heights[end++]!;
    if (end > chunk || layout.heights.length === 0) placed.push({ index, layout, first: chunk, end, row: start });
    if (end < layout.heights.length) return breakAt(placed, { block: index, chunk: end }, from, layoutAt, rules, wishes, rows, thread.length);
    row += layout.rowsAfter;
  }
  return done(placed, null, from, wishes, rows, thread.length, null, true);
}

function layoutOf(thread: readonly Block[], index: number, from: Cursor, width: number, wishes: Wishes, setter: Setter): BlockLayout {
  const block = thread[index]!;
  const carried = index === from.block;
  const content = carried && from.tail !== null ? from.tail : block.content;
  const looseness = carried && (from.chunk > 0 || from.tail !== null) ? from.looseness : (wishes.get(index) ?? null);
  return layoutBlock(block, content, width, looseness, setter);
}

type Break = { readonly block: number; readonly chunk: number };

/** Walks back from the first break that does not fit to the nearest legal one; where none is left, the first stands, reported. */
function breakAt(
  placed: readonly Placed[], tentative: Break, from: Cursor, layoutAt: (i: number) => BlockLayout, rules: FillRules, wishes: Wishes, rows: number, blocks: number,
): Filled {
  const seen = Math.min(tentative.block + 1, blocks);
  let fault: Fault | null = null;
  let at = tentative;
  while (at.block > from.block || (at.block === from.block && at.chunk > from.chunk)) {
    const wrong = breakFault(at, from, layoutAt);
    if (wrong === null || (wrong === 'stray' && rules.stray === 'tolerate')) return cut(placed, at, from, wishes, rows, seen, wrong);
    fault ??= wrong;
    at = at.chunk > 0 ? { block: at.block, chunk: at.chunk - 1 } : { block: at.block - 1, chunk: layoutAt(at.block - 1).heights.length - 1 };
  }
  if (placed.length > 0) return cut(placed, tentative, from, wishes, rows, seen, fault);
  // A frame too low for a single chunk still takes one, or the text would never end.
  const layout = layoutAt(from.block);
  const end = from.chunk + 1;
  const goesOn = end < layout.heights.length;
  const next = goesOn ? { block: from.block, chunk: end } : from.block + 1 < blocks ? { block: from.block + 1, chunk: 0 } : null;
  return done([{ index: from.block, layout, first: from.chunk, end, row: 0 }], next, from, wishes, rows, seen, 'low', next === null);
}

/** Why a frame may not end before this chunk: T-33 (a last line alone at the next head), T-34 (a heading last, or with too few lines after it), a heading cut in two. */
function breakFault(at: Break, from: Cursor, layoutAt: (i: number) => BlockLayout): Fault | null {
  const before = at.block > from.block ? layoutAt(at.block - 1) : null;
  if (at.chunk === 0) return before !== null && before.keepWithNext > 0 ? 'heading' : null;
  const layout = layoutAt(at.block);
  const lines = layout.heights.length;
  if (layout.whole) return 'heading';
  if (before !== null && at.chunk < Math.min(before.keepWithNext, lines)) return 'heading';
  return layout.strays && lines >= 2 && lines - at.chunk === 1 ? 'stray' : null;
}

function cut(placed: readonly Placed[], at: Break, from: Cursor, wishes: Wishes, rows: number, seen: number, forced: Fault | null): Filled {
  const kept: Placed[] = [];
  for (const p of placed) {
    if (p.index > at.block || (p.index === at.block && at.chunk <= p.first)) continue;
    kept.push({ ...p, end: p.index === at.block ? Math.min(p.end, at.chunk) : p.end });
  }
  return done(kept, at, from, wishes, rows, seen, forced, false);
}

function done(
  placed: readonly Placed[], next: Break | null, from: Cursor, wishes: Wishes, rows: number, seen: number,
  forced: Fault | null, ended: boolean,
): Filled {
  const fragments = placed.flatMap((p) => p.layout.place(p.first, p.end, p.row));
  const last = placed[placed.length - 1];
  const used = last === undefined ? 0 : last.row + last.layout.heights.slice(last.first, last.end).reduce((sum, h) => sum + h, 0);
  const carriesOn = next !== null && next.block === from.block;
  return {
    fragments,
    used,
    short: ended ? 0 : Math.max(0, rows - used),
    forced,
    next: next === null ? null : {
      block: next.block,
      chunk: next.chunk,
      tail: carriesOn ? from.tail : null,
      looseness: next.chunk === 0 && !carriesOn ? null : carriesOn && (from.chunk > 0 || from.tail !== null) ? from.looseness : (wishes.get(next.block) ?? null),
    },
    seen,
  };
}
