// Fills one frame with the flow from a cursor on: greedy from the top, then back
// to the nearest legal break (T-33, T-34). "Does not fit" is the returned cursor.
import type { Block, BlockContent } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import { type BlockLayout, layoutBlock } from './block-layout';
import type { Fragment } from './frame';
import { takesRows } from './lead-end';
import type { Setter } from './setter';
import { cutRow } from './table-rows';

/** A place in a thread of blocks: the next chunk to set. */
export interface Cursor {
  readonly block: number;
  readonly chunk: number;
  /** Stands in for the block's content: the tail of a paragraph that a page's end split; null for the block itself. */
  readonly tail: BlockContent | null;
  /** Looseness of a block that an earlier frame already began to set; null: as the block asks. */
  readonly looseness: number | null;
  /** Width at which the chunks before this one were laid, pt; null where `chunk` is 0. */
  readonly width: number | null;
}

export const THREAD_START: Cursor = { block: 0, chunk: 0, tail: null, looseness: null, width: null };

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

/** `lead`: a column ends with nothing but a run-in head, and neither what is above it nor its foot can take the rows (T-34). `row`: a table's first rows stand apart from the others; where a frame is too low for more, that is no fault. */
export type Fault = 'stray' | 'heading' | 'lead' | 'low' | 'row';

interface Placed {
  readonly index: number;
  readonly layout: BlockLayout;
  readonly first: number;
  readonly end: number;
  readonly row: number;
  /** A table's names of columns stand again above it. */
  readonly named: boolean;
}

/**
 * Sets `thread` from `from` into a frame of `rows` grid rows and `width` pt. A block's `breakBefore` ends the frame;
 * blank rows before a block vanish at a frame's head except at the thread's own beginning.
 */
export function fillFrame(thread: readonly Block[], start: Cursor, width: number, rows: number, rules: FillRules, wishes: Wishes, setter: Setter): Filled {
  const from = atWidth(thread, start, width, setter);
  const placed: Placed[] = [];
  let row = 0;
  let index = from.block;
  let chunk = from.chunk;
  const layoutAt = (i: number): BlockLayout => layoutOf(thread, i, from, width, wishes, setter);
  for (; index < thread.length; index++, chunk = 0) {
    const layout = layoutAt(index);
    const content = thread[index]!.content;
    if (content.breakBefore && chunk === 0 && placed.length > 0) return done(placed, { block: index, chunk: 0 }, from, width, wishes, rows, index + 1, null, true);
    if (chunk === 0 && placed.length > 0) row += layout.rowsBefore;
    // Blank rows that leave the thread's first line no room give way to it.
    else if (chunk === 0 && index === 0 && layout.rowsBefore + (layout.heights[0] ?? 0) <= rows) row = layout.rowsBefore;
    const named = rules.stray === 'never' && chunk > 0 && standsAgain(layout, chunk, rows);
    if (named) row += layout.namesHeight;
    const top = row;
    let end = chunk;
    while (end < layout.heights.length && row + layout.heights[end]! <= rows) row += layout.heights[end++]!;
    const part = tallRow(thread[index]!, index === from.block && from.tail !== null ? from.tail : content, layout, end, width, rows, row, setter);
    if (part !== null) {
      placed.push({ index, layout: part.layout, first: chunk, end: end + 1, row: top, named });
      return { ...done(placed, { block: index, chunk: 0 }, from, width, wishes, rows, index + 1, null, true), next: part.next(index) };
    }
    if (end > chunk || layout.heights.length === 0) placed.push({ index, layout, first: chunk, end, row: top, named });
    if (end < layout.heights.length) return breakAt(placed, { block: index, chunk: end }, from, layoutAt, rules, width, wishes, rows, thread);
    row += layout.rowsAfter;
  }
  return done(placed, null, from, width, wishes, rows, thread.length, null, true);
}

/** A newspaper's column keeps a table of so many rows and fewer whole. */
const WHOLE_TABLE = 16;
/** A page leaves up to this part of itself empty to keep a table whole, its title with it; else the table is cut. */
const MOST_EMPTY = 1 / 4;
/** As much for a table of half a page and less: torn, it is two stumps. */
const MOST_EMPTY_FOR_SMALL = 1 / 3;
/** Rows of a table that a page's end cuts, on each side. */
const LEAST_ROWS = 2;
/** Names of columns higher than this part of a page stand once. */
const HIGHEST_NAMES = 1 / 4;
/** Rows of the frame that must be left for a part of a table's row to begin in the middle of it. */
const LEAST_PART = 3;

/** A table that goes on at a frame's head has its names of columns there again, if they leave room enough. */
function standsAgain({ namesHeight, heights }: BlockLayout, chunk: number, rows: number): boolean {
  return namesHeight > 0 && namesHeight <= rows * HIGHEST_NAMES && namesHeight + heights[chunk]! <= rows;
}

/** Row `end` of a table where it is higher than the whole frame: what of it fits here, and its rest; null for anything else. */
function tallRow(
  block: Block, content: BlockContent, layout: BlockLayout, end: number, width: number, rows: number, row: number, setter: Setter,
): { readonly layout: BlockLayout; next(block: number): Cursor } | null {
  if (content.kind !== 'table' || (layout.heights[end] ?? 0) <= rows || (row > 0 && rows - row < LEAST_PART)) return null;
  const parts = cutRow(content, end, width, rows - row, setter);
  if (parts === null) return null;
  const [head, tail] = parts;
  return { layout: layoutBlock(block, head, width, null, setter), next: (index) => ({ block: index, chunk: 0, tail, looseness: null, width: null }) };
}

/**
 * The cursor as a frame of `width` takes it up: where a paragraph crosses from another measure, its lines there are no
 * lines here, and its rest is a tail that begins flush and is broken anew. Rows of a table are the same at any width.
 */
export function atWidth(thread: readonly Block[], from: Cursor, width: number, setter: Setter): Cursor {
  if (from.width === null || from.width === width) return from;
  const content = from.tail ?? thread[from.block]!.content;
  if (content.kind === 'table') return { ...from, width };
  const set = from.looseness === null ? setter.set(content, from.width) : setter.set(content, from.width, from.looseness);
  const [, tail] = splitParagraph(content, set.lines[from.chunk - 1]!.to);
  return { block: from.block, chunk: 0, tail, looseness: 0, width: null };
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
  placed: readonly Placed[], tentative: Break, from: Cursor, layoutAt: (i: number) => BlockLayout, rules: FillRules,
  width: number, wishes: Wishes, rows: number, thread: readonly Block[],
): Filled {
  const blocks = thread.length;
  const seen = Math.min(tentative.block + 1, blocks);
  const keep = rules.stray === 'tolerate' ? columnKeep(placed, tentative, thread) : pageKeep(placed, tentative, layoutAt, rows);
  let fault: Fault | null = null;
  let at = tentative;
  while (at.block > from.block || (at.block === from.block && at.chunk > from.chunk)) {
    const wrong = breakFault(at, from, layoutAt, keep);
    if (wrong === null || ((wrong === 'stray' || wrong === 'lead') && rules.stray === 'tolerate')) return cut(placed, at, from, width, wishes, rows, seen, wrong);
    fault ??= wrong;
    at = at.chunk > 0 ? { block: at.block, chunk: at.chunk - 1 } : { block: at.block - 1, chunk: layoutAt(at.block - 1).heights.length - 1 };
  }
  if (placed.length > 0) return cut(placed, tentative, from, width, wishes, rows, seen, fault);
  // A frame too low for a single chunk still takes one, or the text would never end.
  const layout = layoutAt(from.block);
  const end = from.chunk + 1;
  const goesOn = end < layout.heights.length;
  const next = goesOn ? { block: from.block, chunk: end } : from.block + 1 < blocks ? { block: from.block + 1, chunk: 0 } : null;
  return done([{ index: from.block, layout, first: from.chunk, end, row: 0, named: false }], next, from, width, wishes, rows, seen, 'low', next === null);
}

/** How much of a table stays together: all of one no higher than `whole` grid rows, and so many of its rows on each side of a frame's end. */
interface Keep {
  readonly whole: number;
  readonly least: number;
  /** A run-in head goes over with its text. */
  readonly leads: boolean;
}

const COLUMN_KEEP: Keep = { whole: WHOLE_TABLE, least: 0, leads: false };
const COLUMN_KEEP_LEADS: Keep = { ...COLUMN_KEEP, leads: true };
const NO_KEEP: Keep = { whole: 0, least: 0, leads: true };

/** A column's feet are level before all else: a run-in head leaves its foot where something above can take the rows (level-column.ts). */
function columnKeep(placed: readonly Placed[], { block }: Break, thread: readonly Block[]): Keep {
  const canTake = placed.some(({ index, first }, i) => i > 0 && index < block && first === 0 && takesRows(thread[index]!.content));
  return canTake ? COLUMN_KEEP_LEADS : COLUMN_KEEP;
}

/** What a page keeps of the table that its end meets: all of it, or some rows on each side, where that leaves little of the page empty. */
function pageKeep(placed: readonly Placed[], { block, chunk }: Break, layoutAt: (i: number) => BlockLayout, rows: number): Keep {
  const table = placed.at(-1);
  if (chunk === 0 || table?.index !== block) return NO_KEEP;
  const { heights } = table.layout;
  const isSmall = heights.reduce((sum, height) => sum + height, 0) <= rows / 2;
  const most = rows * (isSmall ? MOST_EMPTY_FOR_SMALL : MOST_EMPTY);
  const title = placed.at(-2);
  const begins = title !== undefined && layoutAt(title.index).keepWithNext > 0 ? title.row : table.row;
  if (table.first === 0 && rows - begins <= most) return { whole: rows, least: LEAST_ROWS, leads: true };
  let foot = table.row + heights.slice(table.first, chunk).reduce((sum, height) => sum + height, 0);
  for (let at = chunk; at > table.first && rows - foot <= most; foot -= heights[--at]!) {
    if (!table.layout.parts(at, 0, LEAST_ROWS)) return { whole: 0, least: LEAST_ROWS, leads: true };
  }
  return NO_KEEP;
}

/** Why a frame may not end before this chunk: T-33 (a last line alone at the next head), T-34 (a heading last, or with too few lines after it), a heading or a small table cut in two. */
function breakFault(at: Break, from: Cursor, layoutAt: (i: number) => BlockLayout, keep: Keep): Fault | null {
  const before = at.block > from.block ? layoutAt(at.block - 1) : null;
  if (at.chunk === 0) return before !== null && before.keepWithNext > 0 ? 'heading' : null;
  const layout = layoutAt(at.block);
  const lines = layout.heights.length;
  if (layout.whole) return 'heading';
  if (layout.parts(at.chunk, keep.whole, keep.least)) return 'row';
  const isLead = at.chunk <= layout.leadLines();
  if (isLead && keep.leads) return 'heading';
  if (before !== null && at.chunk < Math.min(before.keepWithNext, lines)) return 'heading';
  if (isLead) return 'lead';
  return layout.strays && lines >= 2 && lines - at.chunk === 1 ? 'stray' : null;
}

function cut(placed: readonly Placed[], at: Break, from: Cursor, width: number, wishes: Wishes, rows: number, seen: number, forced: Fault | null): Filled {
  const kept: Placed[] = [];
  for (const p of placed) {
    if (p.index > at.block || (p.index === at.block && at.chunk <= p.first)) continue;
    kept.push({ ...p, end: p.index === at.block ? Math.min(p.end, at.chunk) : p.end });
  }
  return done(kept, at, from, width, wishes, rows, seen, forced, false);
}

function done(
  placed: readonly Placed[], next: Break | null, from: Cursor, width: number, wishes: Wishes, rows: number, seen: number,
  forced: Fault | null, ended: boolean,
): Filled {
  // Loops: a make-up fills some hundred thousand frames.
  const fragments: Fragment[] = [];
  for (const { layout, first, end, row, named } of placed) for (const one of layout.place(first, end, row, named)) fragments.push(one);
  const last = placed[placed.length - 1];
  let used = last === undefined ? 0 : last.row;
  for (let at = last?.first ?? 0; at < (last?.end ?? 0); at++) used += last!.layout.heights[at]!;
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
      width: next.chunk === 0 ? null : width,
    },
    seen,
  };
}
