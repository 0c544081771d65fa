// One piece of an article in its columns: filled top to foot, feet level, the
// last columns balanced where the article ends (T-36), cut at a stop where it
// jumps to another page (N-20). Placer and composer call this one function, so
// that what was planned is what is printed.
import type { Block, Paragraph } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import { type Filled, type FillRules, THREAD_START } from './fill-frame';
import type { Paginator, Slot } from './paginate';
import { STOP_KINDS, stopsOf } from './stops';

/** Columns of one height and width, side by side. */
export interface ColumnGroup {
  readonly columns: number;
  readonly width: number;
  readonly rows: number;
}

export interface FilledPiece {
  /** One a column in use, in order. */
  readonly columns: readonly Filled[];
  /** Rows that each group uses (0: none). */
  readonly rows: readonly number[];
  /** What goes on elsewhere; null: the article ends here. */
  readonly rest: readonly Block[] | null;
}

const RULES: FillRules = { stray: 'tolerate' };
/** A jump leaves at least so many lines on each side (N-20 (4)). */
const JUMP_LINES = 5;
/** Rows that may stay empty so that a piece ends at a sentence. */
const STOP_ROWS = 4;

/** Fills a piece. Where the text does not end, its last column keeps a row for the jump line. */
export function fillPiece(thread: readonly Block[], groups: readonly ColumnGroup[], paginator: Paginator): FilledPiece {
  const slots = slotsOf(groups, 0);
  const whole = run(thread, slots, paginator);
  if (whole.at(-1)?.next === null) return balance(thread, groups, whole, paginator);
  if (whole.length === 0) return { columns: [], rows: groups.map(() => 0), rest: thread };
  const short = run(thread, slotsOf(groups, 1), paginator);
  const next = short.at(-1)?.next ?? null;
  if (next === null) return balance(thread, groups, short, paginator);
  const [first, rest] = cutThread(thread, next.block, next.chunk, short);
  if (rest.length === 0) return { columns: short, rows: groups.map((group) => group.rows), rest: null };
  return { columns: run(first, slotsOf(groups, 1), paginator), rows: groups.map((group) => group.rows), rest };
}

function slotsOf(groups: readonly ColumnGroup[], keep: number): Slot[] {
  const slots = groups.flatMap((group) => Array.from({ length: group.columns }, (): Slot => ({ width: group.width, rows: group.rows, endAtStop: 0 })));
  const last = slots.pop();
  return last === undefined ? [] : [...slots, { ...last, rows: last.rows - keep }];
}

function run(thread: readonly Block[], slots: readonly Slot[], paginator: Paginator): readonly Filled[] {
  return paginator.paginate(thread, (index) => slots[index] ?? null, RULES);
}

/** Cuts the thread where the piece ends: at the latest stop within a few lines, else at a clause, else where the line ends. */
function cutThread(thread: readonly Block[], index: number, chunk: number, filled: readonly Filled[]): readonly [readonly Block[], readonly Block[]] {
  const block = thread[index]!;
  if (chunk === 0 || block.content.kind !== 'paragraph') return [thread.slice(0, index), thread.slice(index)];
  const paragraph = block.content;
  const set = filled.at(-1)?.fragments.at(-1)?.set;
  const lines = set?.lines ?? [];
  const lineEnd = (k: number): number => lines[k - 1]?.to ?? 0;
  const latest = lines.length - chunk < JUMP_LINES ? Math.max(1, lines.length - JUMP_LINES) : chunk;
  const earliest = lineEnd(Math.max(0, latest - STOP_ROWS));
  for (const stops of STOP_KINDS) {
    const stop = stopsOf(paragraph, stops, earliest, lineEnd(latest)).find((offset) => offset > earliest && offset < paragraph.text.length);
    if (stop !== undefined) return splitAt(thread, index, paragraph, stop);
  }
  return splitAt(thread, index, paragraph, lineEnd(latest));
}

function splitAt(thread: readonly Block[], index: number, paragraph: Paragraph, offset: number): readonly [readonly Block[], readonly Block[]] {
  if (offset <= 0 || offset >= paragraph.text.length) return [thread.slice(0, index), thread.slice(index)];
  const [head, tail] = splitParagraph(paragraph, offset);
  const { ref } = thread[index]!;
  return [[...thread.slice(0, index), wrap(head, ref)], [wrap(tail, ref), ...thread.slice(index + 1)]];
}

const wrapped = new WeakMap<Paragraph, Block>();

/** A block around a made paragraph, the same each time, so that what hangs on its identity stands. */
export function wrap(content: Paragraph, ref: number): Block {
  let block = wrapped.get(content);
  if (block === undefined || block.ref !== ref) wrapped.set(content, (block = { ref, content }));
  return block;
}

/** T-36: full groups as they are; the group in which the text ends gets the least height that holds it. */
function balance(thread: readonly Block[], groups: readonly ColumnGroup[], filled: readonly Filled[], paginator: Paginator): FilledPiece {
  const rows: number[] = groups.map(() => 0);
  let start = 0;
  let cursor = THREAD_START;
  const done: Filled[] = [];
  for (const [g, group] of groups.entries()) {
    const own = filled.slice(start, start + group.columns);
    if (own.length === 0) break;
    start += group.columns;
    const ends = start >= filled.length;
    if (!ends) {
      rows[g] = group.rows;
      done.push(...own);
      cursor = own.at(-1)!.next!;
      continue;
    }
    const used = own.reduce((sum, one) => sum + one.used, 0);
    for (let height = Math.max(1, Math.ceil(used / group.columns)); height <= group.rows; height++) {
      const slot: Slot = { width: group.width, rows: height, endAtStop: 0 };
      const tried = paginator.paginate(thread, (index) => (index < group.columns ? slot : null), RULES, cursor);
      if (tried.at(-1)?.next !== null) continue;
      rows[g] = height;
      done.push(...tried);
      return { columns: done, rows, rest: null };
    }
    rows[g] = group.rows;
    done.push(...own);
  }
  return { columns: done, rows, rest: null };
}
