// The edit between two long lists, of paragraphs say: what stands once in each and in the
// same order is an anchor (patience diff, Bram Cohen), and only what lies between two
// anchors is compared entry by entry. So the cost grows with the length of the lists and
// with what really differs, and a paragraph that was not touched is never given up for a
// shorter edit that pairs blank ones. Where much differs without an anchor, it differs.
import { shortestEdit, type Edit } from '../../model/shortest-edit';

/** Between two anchors this many edits are looked for; where it takes more, nothing there is the same. */
const MOST_EDITS = 160;

/** Steps from `a` to `b`, as shortestEdit gives them; not always the shortest, but always some. */
export function anchoredEdit(a: readonly string[], b: readonly string[]): Edit[] {
  const out: Edit[] = [];
  const open: Stretch[] = [{ from: 0, to: a.length, start: 0, end: b.length }];
  // A stack, the next stretch on top: its steps come out in order.
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { left, right, head, tail } = trimmed(a, b, one);
    if (one.isAgreed === true) {
      for (let i = one.from; i < one.to; i++) out.push('both');
      continue;
    }
    for (let i = 0; i < head; i++) out.push('both');
    const rest: Stretch = { from: one.from + head, to: one.to - tail, start: one.start + head, end: one.end - tail };
    const anchors = left === 0 || right === 0 ? [] : anchorsOf(a, b, rest);
    if (tail > 0) open.push({ from: one.to - tail, to: one.to, start: one.end - tail, end: one.end, isAgreed: true });
    if (anchors.length === 0) {
      out.push(...between(a.slice(rest.from, rest.to), b.slice(rest.start, rest.end)));
      continue;
    }
    const parts: Stretch[] = [];
    let [i, j] = [rest.from, rest.start];
    for (const [x, y] of anchors) {
      parts.push({ from: i, to: x, start: j, end: y }, { from: x, to: x + 1, start: y, end: y + 1, isAgreed: true });
      [i, j] = [x + 1, y + 1];
    }
    parts.push({ from: i, to: rest.to, start: j, end: rest.end });
    open.push(...parts.toReversed());
  }
  return out;
}

/** Of `a` from `from`, of `b` from `start`; ends exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Known to be the same. */
  readonly isAgreed?: true;
}

/** What a stretch begins and ends with in common, and what is left of each side between. */
function trimmed(a: readonly string[], b: readonly string[], { from, to, start, end, isAgreed }: Stretch): { readonly left: number; readonly right: number; readonly head: number; readonly tail: number } {
  if (isAgreed === true) return { left: 0, right: 0, head: 0, tail: 0 };
  const most = Math.min(to - from, end - start);
  let head = 0;
  while (head < most && a[from + head] === b[start + head]) head++;
  let tail = 0;
  while (tail < most - head && a[to - 1 - tail] === b[end - 1 - tail]) tail++;
  return { left: to - from - head - tail, right: end - start - head - tail, head, tail };
}

const between = (a: readonly string[], b: readonly string[]): readonly Edit[] => shortestEdit(a, b, MOST_EDITS) ?? [...a.map(() => 'left' as const), ...b.map(() => 'right' as const)];

/** Pairs of indexes: what stands once on each side of the stretch, as many as keep their order. */
function anchorsOf(a: readonly string[], b: readonly string[], { from, to, start, end }: Stretch): readonly (readonly [number, number])[] {
  const once = placesOnce(b, start, end);
  const pairs: (readonly [number, number])[] = [];
  for (const [key, at] of placesOnce(a, from, to)) {
    const other = once.get(key) ?? null;
    if (at !== null && other !== null) pairs.push([at, other]);
  }
  return longestRising(pairs);
}

/** Where each entry stands; null: more than once. In the order of the list. */
function placesOnce(list: readonly string[], from: number, to: number): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  for (let i = from; i < to; i++) places.set(list[i]!, places.has(list[i]!) ? null : i);
  return places;
}

/** Of pairs whose first numbers rise the longest choice whose second numbers rise too. */
function longestRising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  /** Index of the pair that ends the best choice of each length. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, second]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < second) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : ends[low - 1]!);
    ends[low] = index;
  }
  const out: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) out.push(pairs[at]!);
  return out.reverse();
}
