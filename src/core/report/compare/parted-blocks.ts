// Paragraphs that were cut in two or put together, in a comparison: a paragraph that lost
// its end (or its beginning) beside one that is new and holds just that, or gained one
// beside a paragraph that is gone. In: changed blocks in their order. Out: which two belong
// together, so that nobody is told of words gone and written anew where a key was pressed.
import { ReuseIndex } from './reuse';

export interface ChangedBlock {
  readonly article: string;
  /** Its index in the joined article; null: a field. */
  readonly block: number | null;
  readonly status: 'changed' | 'new' | 'gone';
  /** Of one that came or went whole, without its number. */
  readonly text: string;
  /** What it lost or gained at its beginning, at its end; null: nothing. */
  readonly head: Edge | null;
  readonly tail: Edge | null;
}

export interface Edge {
  readonly change: 'inserted' | 'deleted';
  readonly text: string;
}

export interface Parted {
  /** Index of the paragraph that stands in both, and of the one that came or went. */
  readonly stays: number;
  readonly whole: number;
  /** Where the other was part of it, or is now. */
  readonly edge: 'head' | 'tail';
  /** Cut in two, or put together. */
  readonly cut: boolean;
}

/** Shorter ends are words, not parts. */
const SHORTEST = 8;
/** So much of both is the same. */
const SAME = 0.9;

/** Pairs among neighbours; each block is in one at most. */
export function partedBlocks(blocks: readonly ChangedBlock[]): readonly Parted[] {
  const out: Parted[] = [];
  const taken = new Set<number>();
  for (const [index, one] of blocks.entries()) {
    const next = blocks[index + 1];
    if (next === undefined || taken.has(index) || one.article !== next.article || one.block === null || next.block !== one.block + 1) continue;
    const found = one.status === 'changed' ? partOf(one.tail, next) && { stays: index, whole: index + 1, edge: 'tail' as const, cut: next.status === 'new' }
      : next.status === 'changed' && partOf(next.head, one) && { stays: index + 1, whole: index, edge: 'head' as const, cut: one.status === 'new' };
    if (found === false) continue;
    out.push(found);
    taken.add(index).add(index + 1);
  }
  return out;
}

function partOf(edge: Edge | null, { status, text }: ChangedBlock): boolean {
  if (edge === null || status === 'changed' || edge.change !== (status === 'new' ? 'deleted' : 'inserted')) return false;
  const [shorter, longer] = [Math.min(edge.text.length, text.length), Math.max(edge.text.length, text.length)];
  return shorter >= SHORTEST && shorter >= SAME * longer && (edge.text === text || new ReuseIndex(edge.text).share(text) >= SAME);
}
