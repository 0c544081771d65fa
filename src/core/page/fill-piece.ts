// One piece of an article in its columns: filled top to foot, feet level, the
// last columns balanced where the article ends (T-36), cut at a stop where it
// jumps to another page (N-20, cut-thread.ts). Placer and composer call this one
// function, so that what was planned is what is printed; the composer also lets
// its last column be copyfitted (loosen-piece.ts), which changes no foot and no cut.
import type { Block } from '../flow/flow';
import { layoutBlock } from './block-layout';
import { type ColumnGroup, slotsOf } from './column-group';
import { cutsOf } from './cut-thread';
import type { Filled, FillRules, Wishes } from './fill-frame';
import { hasJumpRoom } from './jump-room';
import { levelEnd } from './level-end';
import { loosenPiece } from './loosen-piece';
import { type Mended, mendStrays } from './mend-strays';
import { nearPart } from './near-part';
import type { Paginator, Slot } from './paginate';

export interface FilledPiece {
  /** One a column in use, in order. */
  readonly columns: readonly Filled[];
  /** Rows that each group uses (0: none). */
  readonly rows: readonly number[];
  /** What stands in them. */
  readonly thread: readonly Block[];
  /** What goes on elsewhere; null: the article ends here. */
  readonly rest: readonly Block[] | null;
}

const RULES: FillRules = { stray: 'tolerate' };
const NO_WISHES: Wishes = new Map();

/** The same piece, in columns of a page or of a box, with its last columns level to a line (T-36, level-end.ts), or copyfitted down to its jump line, which takes `jump` pt of the last line or a row of its own. */
export function copyfitPiece(thread: readonly Block[], groups: readonly ColumnGroup[], paginator: Paginator, jump = Infinity): FilledPiece {
  const piece = fillPiece(thread, groups, paginator);
  const { columns, rows, rest } = piece;
  const used = slotsOf(groups.map((group, g) => ({ ...group, rows: rows[g] ?? 0 }))).filter((slot) => slot.rows > 0);
  const goesOn = rest !== null;
  const slots = goesOn ? withoutLastRow(used) : used;
  // Columns that stay empty are no holes: the text is too short for them. Where there are none there is nothing to fit.
  if (used.length === 0 || columns.length < slots.length) return piece;
  const kept = withLeadsKept(piece.thread, slots, columns, paginator);
  const { columns: whole, wishes } = kept;
  const toFoot = goesOn ? jumpAtFoot(piece.thread, kept, used, jump, paginator) : null;
  if (toFoot !== null) return { ...piece, columns: toFoot };
  const mended = (set: Kept, own: readonly Slot[]): readonly Filled[] => withoutStrays(piece.thread, own, set, paginator, goesOn ? { width: used.at(-1)!.width, wanted: jump } : null);
  if (goesOn) return { ...piece, columns: mended(loosenPiece(piece.thread, slots, whole, 0, RULES, paginator, wishes), slots) };
  const loosened = loosenPiece(piece.thread, slots, whole, Infinity, RULES, paginator, wishes);
  const together = groups.findLast((_, g) => (rows[g] ?? 0) > 0)?.columns ?? 0;
  return { ...piece, columns: levelEnd(piece.thread, slots, loosened, together, RULES, paginator, mended).columns };
}

/** The columns with fewer last lines of paragraphs alone at their heads (T-33); where a jump line has its room, or has none, that stays so. */
function withoutStrays(thread: readonly Block[], slots: readonly Slot[], { columns, wishes }: Kept, paginator: Paginator, jump: { readonly width: number; readonly wanted: number } | null): readonly Filled[] {
  if (!columns.some(({ forced }) => forced === 'stray')) return columns;
  const hasRoom = (of: readonly Filled[]): boolean => jump !== null && hasJumpRoom(of.at(-1), jump.width, jump.wanted);
  const had = hasRoom(columns);
  return mendStrays(thread, slots, columns, wishes, RULES, paginator, (tried) => hasRoom(tried) === had).columns;
}

type Kept = Pick<Mended, 'columns' | 'wishes'>;

/** The columns with a run-in head alone at a foot gone over, or with its text come up, where no foot moves by it (T-34). */
function withLeadsKept(thread: readonly Block[], slots: readonly Slot[], columns: readonly Filled[], paginator: Paginator): Kept {
  return columns.some(({ forced }) => forced === 'lead') ? mendStrays(thread, slots, columns, NO_WISHES, RULES, paginator) : { columns, wishes: NO_WISHES };
}

/** A part whose jump line has room on its last line, that line brought down to the others' feet; null where it has not, or paragraphs do not give so much. */
function jumpAtFoot(thread: readonly Block[], { columns, wishes }: Kept, slots: readonly Slot[], jump: number, paginator: Paginator): readonly Filled[] | null {
  const slot = slots[columns.length - 1];
  if (slot === undefined || !hasJumpRoom(columns.at(-1), slot.width, jump)) return null;
  const low = loosenPiece(thread, slots, columns, 0, RULES, paginator, wishes);
  const last = low.columns.at(-1);
  if (low.columns.length !== columns.length || last?.used !== slot.rows || last.next !== null || !hasJumpRoom(last, slot.width, jump)) return null;
  return withoutStrays(thread, slots, low, paginator, { width: slot.width, wanted: jump });
}

/** Fills a piece. Where the text does not end, its last column keeps a row for the jump line. */
export function fillPiece(thread: readonly Block[], groups: readonly ColumnGroup[], paginator: Paginator): FilledPiece {
  const near = nearPart(thread, groups);
  if (near === null) return fillWhole(thread, groups, paginator);
  const piece = fillWhole(near.head, groups, paginator);
  // It did hold all of that, against all reckoning.
  return piece.rest === null ? fillWhole(thread, groups, paginator) : { ...piece, rest: near.rejoin(piece.rest) };
}

function fillWhole(thread: readonly Block[], groups: readonly ColumnGroup[], paginator: Paginator): FilledPiece {
  if (thread.length === 0) return { columns: [], rows: groups.map(() => 0), thread, rest: null };
  const whole = run(thread, slotsOf(groups), paginator);
  if (whole.at(-1)?.next === null) return balance(thread, groups, whole.length, paginator);
  const slots = withoutLastRow(slotsOf(groups));
  const short = run(thread, slots, paginator);
  if (short.length === 0) return { columns: [], rows: groups.map(() => 0), thread: [], rest: thread };
  const rows = groups.map((group) => group.rows);
  for (const [first, rest] of cutsOf(thread, short, slots.at(-1)!.width, paginator)) {
    const columns = run(first, slots, paginator);
    // What is cut is set anew, and may take a line more than it had: then the next cut, higher up.
    if (columns.at(-1)?.next === null) return { columns, rows, thread: first, rest };
  }
  return { columns: [], rows: groups.map(() => 0), thread: [], rest: thread };
}

/** The same columns, the last one's last row left to the jump line; a column of one row is left to it whole. */
function withoutLastRow(slots: readonly Slot[]): Slot[] {
  const last = slots.at(-1);
  if (last === undefined) return [];
  return last.rows <= 1 ? slots.slice(0, -1) : [...slots.slice(0, -1), { ...last, rows: last.rows - 1 }];
}

function run(thread: readonly Block[], slots: readonly Slot[], paginator: Paginator): readonly Filled[] {
  return paginator.paginate(thread, (index) => slots[index] ?? null, RULES);
}

/** Rows that columns may be higher than their text needs, so that no heading is stranded; so that no small table is cut. */
const SEEMLY_ROWS = 4;
const TABLE_ROWS = 20;

/** Nothing in the column is parted that belongs together (T-34). */
export function isSeemly({ forced, next }: Filled): boolean {
  return forced !== 'heading' && forced !== 'row' && next?.tail?.kind !== 'table';
}

/** Rows of the highest heading, those right above it and the lines that it keeps: lower columns part them (T-34). */
function highestHeading(thread: readonly Block[], width: number, { setter }: Paginator): number {
  let highest = 0;
  let above = 0;
  for (const block of thread) {
    const { content } = block;
    if (content.kind !== 'paragraph' || content.style.keepWithNext === 0) above = 0;
    else {
      const { heights, rowsBefore, rowsAfter, keepWithNext } = layoutBlock(block, content, width, null, setter);
      above += rowsBefore + heights.reduce((sum, height) => sum + height, 0) + rowsAfter;
      highest = Math.max(highest, above + keepWithNext);
    }
  }
  return highest;
}

/** T-36: full groups as they are; the group in which the text ends (`used` columns in all) gets the least height that holds it. */
function balance(thread: readonly Block[], groups: readonly ColumnGroup[], used: number, paginator: Paginator): FilledPiece {
  let last = 0;
  let columns = 0;
  while (columns + groups[last]!.columns < used) columns += groups[last++]!.columns;
  const group = groups[last]!;
  const whole = groups.slice(0, last);
  const tryHeight = (rows: number): readonly Filled[] => run(thread, slotsOf([...whole, { ...group, rows }]), paginator);
  // Lines that the group holds when it is full, shared out: less is never enough.
  const text = tryHeight(group.rows).slice(columns).reduce((sum, one) => sum + one.used, 0);
  const piece = (tried: readonly Filled[], height: number): FilledPiece => ({
    columns: tried, rows: groups.map((one, g) => (g < last ? one.rows : g === last ? height : 0)), thread, rest: null,
  });
  let least: FilledPiece | null = null;
  let most = thread.some(({ content }) => content.kind === 'table') ? TABLE_ROWS : SEEMLY_ROWS;
  for (let height = Math.max(1, Math.ceil(text / group.columns)), more = 0; height <= group.rows && more <= most; height++) {
    const tried = tryHeight(height);
    // A heading takes more than one row: columns too low for one are none.
    if (tried.at(-1)?.next !== null || tried.some(({ forced }) => forced === 'low')) continue;
    // A few rows more are less than a heading alone at a column's foot (T-34).
    if (tried.every(isSeemly)) return piece(tried, height);
    if (least === null) most = Math.max(most, highestHeading(thread, group.width, paginator));
    least ??= piece(tried, height);
    more++;
  }
  if (least !== null) return least;
  return { columns: tryHeight(group.rows), rows: groups.map((one, g) => (g <= last ? one.rows : 0)), thread, rest: null };
}
