// The end of an article shared out among its columns (T-36): where the last column ends
// several lines above the others' feet, so many columns at its right end one line above
// instead, as a compositor balances them. In: a piece as it is filled. Out: the same text in
// the same columns, or the piece as it was where that would part what belongs together.
import type { Block } from '../flow/flow';
import type { Filled, FillRules, Wishes } from './fill-frame';
import type { Paginator, Slot } from './paginate';

/** Lines that a last column may end above the others without a look. */
const LEVEL = 1;

/** Columns, and the rows that each was given. */
interface Shared {
  readonly columns: readonly Filled[];
  readonly slots: readonly Slot[];
}

/** `together`: columns that the last one is of, all of one height, at the end of `slots`; the last of `filled` ends the article. `wishes`: lines more or less that it was set with; `strays`: a paragraph's last line may stand alone at a column's head for it (T-33), to be mended. */
export function shareFoot(thread: readonly Block[], slots: readonly Slot[], filled: readonly Filled[], together: number, rules: FillRules, paginator: Paginator, wishes?: Wishes, strays = false): Shared {
  const last = filled.at(-1);
  const foot = slots.at(-1)?.rows ?? 0;
  const missing = last === undefined ? 0 : foot - last.used;
  if (missing <= LEVEL || missing > together || filled.length !== slots.length) return { columns: filled, slots };
  const lower = slots.map((slot, i): Slot => (i < slots.length - missing ? slot : { ...slot, rows: slot.rows - 1 }));
  const shared = paginator.paginate(thread, (index) => lower[index] ?? null, rules, undefined, wishes);
  const isLevel = shared.length === filled.length && shared.at(-1)!.next === null && shared.every(({ used, short, forced }, i) => {
    const was = filled[i]!;
    return short <= was.short && (forced === null || forced === was.forced || (strays && forced === 'stray')) && (i < shared.length - missing ? used >= was.used : used >= lower[i]!.rows);
  });
  return isLevel ? { columns: shared, slots: lower } : { columns: filled, slots };
}
