// Copyfitting of a whole piece (N-34, 撑版): its text made to fill its columns to
// their feet, a few lines longer or shorter than the best setting. First paragraphs
// give or take a line, those first that show it least and none with a gap that would
// be reported; then whole rows go before headings. In: a thread and columns that it
// nearly fills. Out: the columns full, with how many lines that took; null where the
// text does not give them. What is set is the same text.
import type { Block, Paragraph } from '../flow/flow';
import type { SetParagraph } from '../line/line';
import { wrap } from './cut-thread';
import type { Filled, FillRules } from './fill-frame';
import { gapOf } from './level-column';
import { lonelyOf, mendStrays } from './mend-strays';
import type { Paginator, Slot } from './paginate';
import type { Setter } from './setter';

/** A piece that fills its columns. */
export interface Stretched {
  readonly columns: readonly Filled[];
  /** Lines beside the best setting, negative for fewer. */
  readonly lines: number;
  /** Rows added before headings. */
  readonly rows: number;
}

/** Worst added gap of a line in a paragraph that is made longer, em (T-24, FITTING: Looseness). */
const MOST_GAP = 0.12;
/** FITTING: no line of a newspaper's text has more, but where its best setting has it (issue 7 §6; at 11 characters that bar is wider). */
const WORST_GAP = 0.24;
/** A paragraph gives a line for each so many that it has; shorter ones show it at once. */
const LINES_FOR_ONE = 8;
const LEAST_LINES = 4;
/** Lines of the piece that may be given, part of all. */
const MOST_PART = 0.08;
/** N-34: rows empty above one heading. */
const MOST_ABOVE = 2;
/** Keeps move what a line more moves: counts that are tried around the one that is missing. */
const AROUND = [0, 1, -1, 2, -2, 3, -3, 4, 5];

const RULES: FillRules = { stray: 'tolerate' };

/** One line that a paragraph can give or take. */
interface Give {
  readonly index: number;
  /** The paragraph's looseness with it. */
  readonly looseness: number;
  readonly gap: number;
}

/** The thread set so that it ends at the foot of the last slot; all slots are of one width. */
export function stretchPiece(thread: readonly Block[], slots: readonly Slot[], paginator: Paginator): Stretched | null {
  const [first] = slots;
  if (first === undefined || thread.length === 0) return null;
  const capacity = slots.reduce((sum, slot) => sum + slot.rows, 0);
  const endless = paginator.paginate(thread, (index) => slots[index] ?? { ...first, rows: capacity }, RULES);
  const used = endless.reduce((sum, column, i) => sum + (i < endless.length - 1 && i < slots.length ? (slots[i]!.rows) : column.used), 0);
  const missing = capacity - used;
  if (missing === 0 || Math.abs(missing) > MOST_PART * capacity) return null;
  const gives = missing > 0 ? longer(thread, first.width, paginator.setter) : shorter(thread, first.width, paginator.setter);
  const wanted = Math.abs(missing);
  const headings = missing > 0 ? headingsOf(thread) : [];
  let best: Spaced | null = null;
  let bestCount = 0;
  for (const more of AROUND) {
    const count = Math.min(gives.length, wanted + more);
    const rows = Math.min(headings.length, Math.max(0, wanted + more - count));
    if (count + rows < wanted - 2 || count < 0) continue;
    const wishes = new Map(gives.slice(0, count).map(({ index, looseness }) => [index, looseness]));
    const tried = spacedPiece(thread, slots, headings.map((index, i) => [index, i < rows ? 1 : 0]), wishes, paginator);
    if (tried === null) continue;
    if (best === null || tried.off < best.off) [best, bestCount] = [tried, count];
    if (tried.off === 0) break;
  }
  if (best === null) return null;
  const spaced = headings.length === 0 || straysOf(best) === 0 ? best : sharedOtherwise(best, thread, slots, headings, paginator);
  const { columns, lines } = mendStrays(spaced.thread, slots, spaced.columns, spaced.wishes, RULES, paginator);
  return { columns, lines: Math.sign(missing) * bestCount + lines, rows: spaced.rows };
}

/** A thread set in its columns with rows more above some of its headings, and some paragraphs longer or shorter. */
interface Spaced {
  readonly columns: readonly Filled[];
  readonly thread: readonly Block[];
  readonly wishes: ReadonlyMap<number, number>;
  /** Rows above headings, in all. */
  readonly rows: number;
  /** Rows that stay empty in its columns. */
  readonly off: number;
}

/** The thread with so many rows above each heading; null where it does not end in the last column, about at its foot, with nothing parted. */
function spacedPiece(thread: readonly Block[], slots: readonly Slot[], above: readonly (readonly [heading: number, rows: number])[], wishes: ReadonlyMap<number, number>, paginator: Paginator): Spaced | null {
  const rows = above.reduce((sum, [, own]) => sum + own, 0);
  const by = new Map(above);
  const spaced = rows === 0 ? thread : thread.map((block, i) => lowered(block, by.get(i) ?? 0));
  const columns = paginator.paginate(spaced, (index) => slots[index] ?? null, RULES, undefined, wishes);
  if (columns.length !== slots.length || columns.at(-1)!.next !== null) return null;
  if (columns.some(({ forced }) => forced === 'heading' || forced === 'low' || forced === 'row')) return null;
  // Feet that are level by a hole above a heading are not (N-34).
  if (columns.some((column) => gapOf(column) > MOST_ABOVE)) return null;
  const off = columns.reduce((sum, column, i) => sum + slots[i]!.rows - column.used, 0);
  return slots.at(-1)!.rows - columns.at(-1)!.used > 1 || off > 2 * slots.length ? null : { columns, thread: spaced, wishes, rows, off };
}

/** Last lines of paragraphs alone at columns' heads (T-33), and run-in heads alone at their feet (T-34). */
function straysOf({ columns }: Spaced): number {
  return lonelyOf(columns);
}

/** Ways to share rows among headings that are tried for a last line alone at a column's head; headings that they are shared among. */
const MOST_SHARES = 16;
const MOST_SHARED = 4;

/** The same piece with its rows above other headings, where that takes a last line from a column's head and leaves no foot higher: two rows at the most above one, about as many in all. */
function sharedOtherwise(best: Spaced, thread: readonly Block[], slots: readonly Slot[], headings: readonly number[], paginator: Paginator): Spaced {
  let found = best;
  const ways = sharesOf(Math.min(MOST_SHARED, headings.length)).map((shares) => ({ shares, rows: shares.reduce((sum, own) => sum + own, 0), most: Math.max(...shares) }))
    .filter(({ rows }) => Math.abs(rows - best.rows) <= MOST_ABOVE)
    .toSorted((a, b) => a.most - b.most || Math.abs(a.rows - best.rows) - Math.abs(b.rows - best.rows));
  for (const { shares, most } of ways.slice(0, MOST_SHARES)) {
    const tried = spacedPiece(thread, slots, headings.slice(0, shares.length).map((index, i) => [index, shares[i]!]), best.wishes, paginator);
    // What a keep leaves stands above the same headings.
    if (tried === null || tried.off > best.off || straysOf(tried) >= straysOf(found) || tried.columns.some((column) => gapOf(column) + most > MOST_ABOVE && gapOf(column) > 0)) continue;
    found = tried;
    if (straysOf(found) === 0) break;
  }
  return found;
}

/** All ways to give each of so many headings none, one or two rows. */
function sharesOf(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return sharesOf(count - 1).flatMap((shares) => Array.from({ length: MOST_ABOVE + 1 }, (_, own) => [...shares, own]));
}

/** Lines that paragraphs can be longer by, the least visible first; a second line of one behind its first. */
function longer(thread: readonly Block[], width: number, setter: Setter): Give[] {
  return givesOf(thread, width, setter, 1).toSorted((a, b) => a.gap - b.gap || a.index - b.index);
}

/** Lines that they can be shorter by: one each, the longest paragraphs first. */
function shorter(thread: readonly Block[], width: number, setter: Setter): Give[] {
  return givesOf(thread, width, setter, -1).toSorted((a, b) => a.gap - b.gap || a.index - b.index);
}

function givesOf(thread: readonly Block[], width: number, setter: Setter, sign: 1 | -1): Give[] {
  return thread.flatMap(({ content }, index) => {
    if (content.kind !== 'paragraph' || content.looseness !== 0 || content.style.align !== 'justify' || content.style.gridLines !== 1) return [];
    const plain = setter.set(content, width, 0);
    const lines = plain.lines.length;
    if (lines < LEAST_LINES) return [];
    const loose = looseLines(plain);
    const worst = Math.max(WORST_GAP, worstGap(plain));
    const out: Give[] = [];
    for (let k = 1; k <= Math.max(1, Math.floor(lines / LINES_FOR_ONE)); k++) {
      if (sign > 0 && setter.leastGap(content, width, lines + k) > MOST_GAP) break;
      const set = setter.set(content, width, sign * k);
      if (set.lines.length !== lines + sign * k || looseLines(set) > loose || worstGap(set) > worst) break;
      const gap = set.lines.reduce((sum, line) => sum + line.gap, 0) / lines;
      // Each line of a paragraph costs more than the one before it.
      out.push({ index, looseness: sign * k, gap: gap + 0.01 * k });
    }
    return out;
  });
}

/** Lines with a gap that would be reported. */
function looseLines({ lines }: SetParagraph): number {
  return lines.reduce((sum, { gap }) => sum + (gap > MOST_GAP ? 1 : 0), 0);
}

function worstGap({ lines }: SetParagraph): number {
  return lines.reduce((most, { gap }) => Math.max(most, gap), 0);
}

/** Headings that stand on rows of their own, the weightiest first: a row more above them parts what they part. */
function headingsOf(thread: readonly Block[]): number[] {
  return thread.flatMap(({ content }, index) => (index > 0 && content.kind === 'paragraph' && content.style.gridLines > 1 && content.style.keepWithNext > 0 ? [index] : []));
}

const low = new WeakMap<Paragraph, Paragraph[]>();

/** The heading with so many blank rows more before it, the same each time. */
function lowered(block: Block, by: number): Block {
  const { content, ref } = block;
  if (content.kind !== 'paragraph' || by === 0) return block;
  let others = low.get(content);
  if (others === undefined) low.set(content, (others = []));
  return wrap(others[by] ??= { ...content, style: { ...content.style, linesBefore: content.style.linesBefore + by } }, ref);
}
