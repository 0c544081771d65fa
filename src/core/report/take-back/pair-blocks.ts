// Which block of one text became which of the other: equal ones by the shortest edit,
// those between by how alike they are, in order. In: shown words with what kind of
// block they are. Out: pairs in reading order, one side null where there is none.
import { shortestEdit } from '../../model/shortest-edit';

export interface ShownBlock {
  /** Equal keys are equal blocks. */
  readonly key: string;
  readonly text: string;
}

/** Indexes into the two lists. */
export interface BlockPair {
  readonly ours: number | null;
  readonly theirs: number | null;
}

const MOST_EDITS = 2000;
/** Two blocks that share less than this part of their pairs of letters are two, not one changed. */
const ALIKE = 0.4;
/** Ways tried between two equal blocks; beyond, pairs are taken in order. */
const MOST_TRIED = 40_000;

/** Pairs in the order of `theirs`, what only `ours` has at its place before them. */
export function pairBlocks(ours: readonly ShownBlock[], theirs: readonly ShownBlock[]): BlockPair[] {
  const steps = shortestEdit(ours.map(({ key }) => key), theirs.map(({ key }) => key), MOST_EDITS) ?? [...ours.map(() => 'left' as const), ...theirs.map(() => 'right' as const)];
  const pairs: BlockPair[] = [];
  let [i, j] = [0, 0];
  let [gapI, gapJ] = [0, 0];
  for (const step of [...steps, 'both' as const]) {
    if (step === 'left') i++;
    else if (step === 'right') j++;
    else {
      pairs.push(...pairGap(ours, theirs, gapI, i, gapJ, j));
      if (i < ours.length && j < theirs.length) pairs.push({ ours: i, theirs: j });
      i++;
      j++;
      [gapI, gapJ] = [i, j];
    }
  }
  return pairs;
}

/** The likeliest order-keeping pairs of [i, iEnd) and [j, jEnd). */
function pairGap(ours: readonly ShownBlock[], theirs: readonly ShownBlock[], i: number, iEnd: number, j: number, jEnd: number): BlockPair[] {
  const [n, m] = [iEnd - i, jEnd - j];
  if (n * m > MOST_TRIED) return [...Array.from({ length: n }, (_, a) => ({ ours: i + a, theirs: null })), ...Array.from({ length: m }, (_, b) => ({ ours: null, theirs: j + b }))];
  const like = Array.from({ length: n }, (_, a) => Array.from({ length: m }, (__, b) => {
    const likeness = likenessOf(ours[i + a]!.text, theirs[j + b]!.text);
    return likeness < ALIKE ? 0 : likeness;
  }));
  // best[a][b]: most likeness of the blocks from a and b on.
  const best = Array.from({ length: n + 1 }, () => Array.from({ length: m + 1 }, () => 0));
  for (let a = n - 1; a >= 0; a--) for (let b = m - 1; b >= 0; b--) best[a]![b] = Math.max(best[a + 1]![b]!, best[a]![b + 1]!, like[a]![b]! > 0 ? like[a]![b]! + best[a + 1]![b + 1]! : 0);
  const pairs: BlockPair[] = [];
  let [a, b] = [0, 0];
  while (a < n || b < m) {
    if (a < n && b < m && like[a]![b]! > 0 && best[a]![b] === like[a]![b]! + best[a + 1]![b + 1]!) pairs.push({ ours: i + a++, theirs: j + b++ });
    else if (a < n && best[a]![b] === best[a + 1]![b]) pairs.push({ ours: i + a++, theirs: null });
    else pairs.push({ ours: null, theirs: j + b++ });
  }
  return pairs;
}

/** Share of the pairs of letters that two texts have in common (Dice), 0 to 1. */
export function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [bigrams(a), bigrams(b)];
  let common = 0;
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0);
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return all === 0 ? 0 : (2 * common) / all;
}

function bigrams(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
