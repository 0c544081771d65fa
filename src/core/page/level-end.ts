// The end of an article level to a line (T-36, N-34), in whatever columns it ends: of a page, of a box, around a
// picture. Where the last column stops several lines above the others' feet, so many of its columns end one line
// above instead, those at the right first, as a compositor balances them; where that would part what belongs
// together, paragraphs take a line more, those that show it least, and what they do not give is shared out.
// In: a piece as it is filled. Out: the same text in the same columns, or as it was where nothing makes it level.
import type { Block } from '../flow/flow';
import type { Filled, FillRules, Wishes } from './fill-frame';
import { longerOnes, setsOf } from './loosen-piece';
import { asSet, lonelyOf, type Mended, shortStrays } from './mend-strays';
import type { Paginator, Slot } from './paginate';

/** Lines that a column may end above the others without a look. */
const LEVEL = 1;
/** Ways to share lines out among the columns, and sets of paragraphs that give some, that are tried: each try fills the piece anew. */
const MOST_SHARES = 10;
const MOST_SETS = 6;
const MOST_TRIED = 60;
/** Paragraphs that such sets are taken from. */
const MOST_LOOSE = 6;
/** Level ends with a line alone at a column's head that are mended (mend-strays.ts). */
const MOST_MENDED = 4;

type Kept = Pick<Mended, 'columns' | 'wishes'>;

/** Columns, and the rows that each was given. */
interface Ended {
  readonly columns: readonly Filled[];
  readonly slots: readonly Slot[];
}

/**
 * `start`: the article's last columns filled, with lines more or less that it was set with; `together`: columns that the
 * last one is of, all of one height, at the end of `slots`. `mended`: columns without lines alone at their heads (T-33),
 * as far as that goes: no short one is taken into the bargain.
 */
export function levelEnd(thread: readonly Block[], slots: readonly Slot[], start: Kept, together: number, rules: FillRules, paginator: Paginator, mended: (set: Kept, slots: readonly Slot[]) => readonly Filled[]): Ended {
  if (start.columns.length !== slots.length || missingIn(start.columns, slots) <= LEVEL) return { columns: mended(start, slots), slots };
  const lonely = lonelyOf(start.columns);
  const isFalling = ({ slots: own }: Way): boolean => own.every(({ rows }, i) => slots[i]!.rows - rows >= (i === 0 ? 0 : slots[i - 1]!.rows - own[i - 1]!.rows));
  const parted: Way[] = [];
  // Behind what paragraphs give: a column in the middle, or the last, a line longer than one at its left; and a row of all columns white below them, of what is not level the best.
  let odd: Way | null = null;
  let low: Way | null = null;
  for (const way of waysToEnd(thread, slots, start, together, rules, paginator)) {
    if (lonelyOf(way.columns) > lonely) parted.push(way);
    else if (way.slots.slice(-together).every(({ rows }, i) => rows < slots.slice(-together)[i]!.rows)) low ??= way;
    else if (!isFalling(way)) odd ??= way;
    else return { columns: mended(way, way.slots), slots: way.slots };
  }
  if (odd !== null) return { columns: mended(odd, odd.slots), slots: odd.slots };
  const asIs = mended(start, slots);
  const strays = shortStrays(asIs, slots);
  for (const way of parted.toSorted((a, b) => shortStrays(a.columns, a.slots) - shortStrays(b.columns, b.slots)).slice(0, MOST_MENDED)) {
    const columns = mended(way, way.slots);
    if (shortStrays(columns, way.slots) <= strays) return { columns, slots: way.slots };
  }
  return low === null ? { columns: asIs, slots } : { columns: mended(low, low.slots), slots: low.slots };
}

interface Way extends Kept {
  readonly slots: readonly Slot[];
}

/** Level ends: the lines as they are, then with paragraphs a line longer, as few as can be. */
function* waysToEnd(thread: readonly Block[], slots: readonly Slot[], start: Kept, together: number, rules: FillRules, paginator: Paginator): Iterable<Way> {
  let tried = 0;
  const set = (own: readonly Slot[], wishes: Wishes): readonly Filled[] | null => {
    if (tried++ >= MOST_TRIED) return null;
    const columns = paginator.paginate(thread, (index) => own[index] ?? null, rules, undefined, wishes);
    return holds(columns, start.columns) ? columns : null;
  };
  // As they are set, nothing is mended for a column's sake, which might take a line more than there is.
  const now = asSet(thread, slots, start.columns, start.wishes, paginator.setter);
  const pinned = (wishes: Wishes): Wishes => new Map(thread.flatMap(({ content }, i) => (content.kind === 'paragraph' ? [[i, wishes.get(i) ?? content.looseness] as const] : [])));
  function* shared(columns: readonly Filled[], wishes: Wishes): Iterable<Way> {
    const missing = missingIn(columns, slots);
    if (missing > together) return;
    for (const ends of sharesOf(together, missing)) {
      const lower = slots.map((slot, i): Slot => (ends.includes(slots.length - 1 - i) ? { ...slot, rows: slot.rows - 1 } : slot));
      for (const own of [wishes, pinned(new Map([...now, ...wishes]))]) {
        const found = set(lower, own);
        if (found === null || !isLevel(found, start.columns, slots)) continue;
        yield { columns: found, wishes: own, slots: lower };
        break;
      }
    }
  }
  const missing = missingIn(start.columns, slots);
  if (missing < together) yield* shared(start.columns, start.wishes);
  const loose = longerOnes(thread, thread.map((_, index) => index).filter((index) => !now.has(index)), slots.at(-1)!.width, MOST_LOOSE, paginator);
  for (let count = 1; count <= Math.min(missing, loose.length); count++) {
    for (const some of setsOf(loose.length, count).slice(0, MOST_SETS)) {
      const wishes = new Map([...start.wishes, ...some.map((at) => [loose[at]!, 1] as const)]);
      const found = set(slots, wishes);
      if (found === null || missingIn(found, slots) >= missing) continue;
      if (isLevel(found, start.columns, slots)) yield { columns: found, wishes, slots };
      else yield* shared(found, wishes);
    }
  }
  if (missing === together) yield* shared(start.columns, start.wishes);
}

/** Lines that the last column ends above the foot of its slot. */
function missingIn(columns: readonly Filled[], slots: readonly Slot[]): number {
  const last = columns.at(-1);
  return last === undefined ? 0 : slots.at(-1)!.rows - last.used;
}

/** All of the text in as many columns, nothing parted or left empty that was not; a paragraph's last line may stand alone at a column's head, to be mended. */
function holds(columns: readonly Filled[], was: readonly Filled[]): boolean {
  return columns.length === was.length && columns.at(-1)!.next === null && columns.every(({ short, forced }, i) => short <= was[i]!.short && (forced === null || forced === was[i]!.forced || forced === 'stray'));
}

/** No column ends more than a line above its slot, beside what a heading's keep leaves as it did. */
function isLevel(columns: readonly Filled[], was: readonly Filled[], slots: readonly Slot[]): boolean {
  return columns.every(({ used }, i) => slots[i]!.rows - used - was[i]!.short <= LEVEL);
}

/** Ways to have `missing` of the last columns end a line above, by their number from the right: those at the right, then the others; the last one among them, if it can be. */
function sharesOf(together: number, missing: number): readonly (readonly number[])[] {
  return setsOf(together, missing).toSorted((a, b) => a[0]! - b[0]!).slice(0, MOST_SHARES);
}
