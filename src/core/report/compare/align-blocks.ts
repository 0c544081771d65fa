// Which paragraph became which, between two that both versions have: of all pairings that
// keep their order the one with most in common (Needleman and Wunsch), looked for along the
// diagonal, for a rewritten section stays about where it was. In: texts of both sides. Out:
// for each of the older ones the index of the newer one that it became, or −1.
import { likeness as pairLikeness, pairsOf } from '../figures/sentence-likeness';
import { ReuseIndex } from './reuse';

/** Paragraphs that share less of their letters are two. */
const ALIKE = 0.3;
/** A heading or a short paragraph has few pieces to share: it is the same where so much of the longer one's beginning and end is. */
const ENDS = 0.5;
/** Nor has a short one, of which a word here and a figure there is another: it is the same where so many of its pairs of letters are. */
const SHORT = 120;
const PAIRS = 0.5;
/** As far from the diagonal as a paragraph is looked for. */
const NEAR = 12;

/** A paragraph's text, or the texts of a table's or a row's cells; null: what cannot be one with another. */
export type AlignedText = string | readonly string[] | null;

/** Pairs what is alike, in order. Time grows with the longer side. `onEach`: called when one of the older has been looked at. */
export function alignBlocks(was: readonly AlignedText[], now: readonly AlignedText[], onEach: () => void = () => undefined): readonly number[] {
  const slope = was.length === 0 ? 0 : now.length / was.length;
  const half = Math.max(NEAR, Math.ceil(slope));
  const best: Row[] = [];
  for (const [i, text] of was.entries()) {
    const from = Math.max(0, Math.min(now.length, Math.floor((i + 0.5) * slope) - half));
    const to = Math.min(now.length, Math.ceil((i + 0.5) * slope) + half);
    best.push(rowOf(best[i - 1], text, now, from, to));
    onEach();
  }
  return traced(best, was.length, now.length);
}

/** Of one older paragraph: what is best up to it and each newer one of the band, and whether that pairs the two. */
interface Row {
  readonly from: number;
  /** Sum of likeness of all pairs so far, by newer paragraph from `from` on. */
  readonly sums: readonly number[];
  readonly paired: readonly boolean[];
}

function rowOf(above: Row | undefined, text: AlignedText, now: readonly AlignedText[], from: number, to: number): Row {
  const index = typeof text === 'string' ? new ReuseIndex(text) : null;
  const sums: number[] = [];
  const paired: boolean[] = [];
  let left = sumAt(above, from - 1);
  for (let j = from; j < to; j++) {
    const other = now[j] ?? null;
    const like = index !== null && typeof text === 'string' && typeof other === 'string' ? likeness(index, text, other) : Array.isArray(text) && Array.isArray(other) ? cellLikeness(text as readonly string[], other as readonly string[]) : 0;
    const both = like === 0 ? -1 : sumAt(above, j - 1) + like;
    const skip = Math.max(left, sumAt(above, j));
    left = Math.max(both, skip);
    sums.push(left);
    paired.push(both > skip);
  }
  return { from, sums, paired };
}

/** The best sum up to a newer paragraph: before the band none, behind it the band's last. */
function sumAt(row: Row | undefined, j: number): number {
  if (row === undefined || j < row.from) return 0;
  return row.sums[Math.min(j - row.from, row.sums.length - 1)] ?? 0;
}

function traced(rows: readonly Row[], count: number, last: number): readonly number[] {
  const out = Array.from({ length: count }, () => -1);
  let [i, j] = [count - 1, last - 1];
  while (i >= 0 && j >= 0) {
    const row = rows[i]!;
    j = Math.min(j, row.from + row.sums.length - 1);
    if (j < row.from) {
      i--;
      continue;
    }
    if (row.paired[j - row.from] === true) out[i--] = j--;
    else if (sumAt(rows[i - 1], j) >= row.sums[j - row.from]!) i--;
    else j--;
  }
  return out;
}

/** How alike two paragraphs are, 0–1; 0 of two that have nothing to do with each other. */
function likeness(old: ReuseIndex, was: string, now: string): number {
  const share = old.share(now);
  const ends = sameEnds(was, now);
  const [shorter, longer] = [Math.min(was.length, now.length), Math.max(was.length, now.length)];
  if (share < ALIKE && ends < ENDS) {
    const pairs = longer > SHORT || shorter * 2 < longer ? 0 : pairLikeness(pairsOf(was), pairsOf(now));
    return pairs < PAIRS ? 0 : pairs;
  }
  // Of a paragraph that was cut in two the longer half is the old one.
  return longer === 0 ? 1 : Math.max(ends, (Math.min(share * now.length, shorter) * 2) / (shorter + longer), Number.EPSILON);
}

/** A row is what its first cell names, whatever its figures; a table the one with which it has so many cells in common. */
function cellLikeness(was: readonly string[], now: readonly string[]): number {
  const left = new Map<string, number>();
  for (const cell of was) if (cell !== '') left.set(cell, (left.get(cell) ?? 0) + 1);
  let same = 0;
  for (const cell of now) {
    const count = left.get(cell) ?? 0;
    if (count > 0) same++;
    left.set(cell, count - 1);
  }
  const share = same / Math.max(1, was.length, now.length);
  const named = was[0] !== '' && was[0] === now[0] ? ENDS : 0;
  return Math.max(share, named) < ALIKE ? 0 : Math.max(share, named);
}

/** What two texts begin and end with in common, as a part of the longer one. */
function sameEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return a === b ? 1 : (head + tail) / Math.max(a.length, b.length);
}
