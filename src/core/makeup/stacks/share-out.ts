// Articles shared out to stacks side by side so that these end about level, by their heights
// alone. In: where each stack begins, how high each article is in it. Out: for each stack which
// articles, first to last, in several ways, so that what is wrong with one may be right with
// another.

/** Stacks of which one ends so many rows below another are not level. */
const MOST_UNEVEN = 8;

/** For each stack which articles, by their places in the list, first to last. */
export type Shares = readonly (readonly number[])[];

/** A way to share out: rows below the stacks, of the one that ends highest and of the one that ends lowest, the blank row behind each article counted in. */
export interface ShareOut {
  readonly shares: Shares;
  readonly high: number;
  readonly low: number;
}

/**
 * `tops`: first row of each stack; `rows`: of each stack the rows of each article in it, with the blank one behind it. Begun in the
 * order of the list and with the highest first, each article to the stack that ends highest with it; then one moved or two changed
 * over while that brings the ends nearer to each other. What this comes to and what is one step from it, as far as it is about level.
 */
export function shareOuts(tops: readonly number[], rows: readonly (readonly number[])[]): readonly ShareOut[] {
  const all = rows[0]!.map((_, i) => i);
  const found = new Map<string, ShareOut>();
  const keep = (of: readonly number[]): void => {
    const key = of.join();
    if (found.has(key) || !tops.every((_, k) => of.includes(k))) return;
    const ends = endsOf(of, tops, rows);
    const [high, low] = [Math.min(...ends), Math.max(...ends)];
    if (low - high <= MOST_UNEVEN) found.set(key, { shares: tops.map((_, k) => all.filter((i) => of[i] === k)), high, low });
  };
  for (const begin of [all, all.toSorted((a, b) => rows[0]![b]! - rows[0]![a]!)]) {
    const of = inTurn(begin, tops, rows);
    keep(of);
    const best = evened(of, tops, rows);
    keep(best);
    for (const next of nearTo(best, tops.length)) keep(next);
  }
  return [...found.values()];
}

/** Row below each stack; `of`: the stack of each article. */
function endsOf(of: readonly number[], tops: readonly number[], rows: readonly (readonly number[])[]): number[] {
  const ends = [...tops];
  of.forEach((k, i) => (ends[k]! += rows[k]![i]!));
  return ends;
}

function inTurn(begin: readonly number[], tops: readonly number[], rows: readonly (readonly number[])[]): number[] {
  const of = new Array<number>(begin.length).fill(0);
  const ends = [...tops];
  for (const i of begin) {
    let best = 0;
    for (let k = 1; k < tops.length; k++) if (ends[k]! + rows[k]![i]! < ends[best]! + rows[best]![i]!) best = k;
    of[i] = best;
    ends[best]! += rows[best]![i]!;
  }
  return of;
}

/** The same with articles moved while that brings the ends nearer to each other. */
function evened(of: readonly number[], tops: readonly number[], rows: readonly (readonly number[])[]): readonly number[] {
  const spread = (asked: readonly number[]): number => {
    const ends = endsOf(asked, tops, rows);
    const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
    // An empty stack is a hole.
    return ends.reduce((sum, end, k) => sum + (end - mean) ** 2 + (asked.includes(k) ? 0 : 1e6), 0);
  };
  let now = of;
  for (let least = spread(now); ; ) {
    let best: readonly number[] | null = null;
    for (const next of nearTo(now, tops.length)) {
      const own = spread(next);
      if (own < least) [best, least] = [next, own];
    }
    if (best === null) return now;
    now = best;
  }
}

/** One article in another stack, or two changed over. */
function* nearTo(of: readonly number[], stacks: number): Iterable<readonly number[]> {
  for (let i = 0; i < of.length; i++) {
    for (let k = 0; k < stacks; k++) if (k !== of[i]) yield of.with(i, k);
    for (let j = i + 1; j < of.length; j++) if (of[i] !== of[j]) yield of.with(i, of[j]!).with(j, of[i]!);
  }
}
