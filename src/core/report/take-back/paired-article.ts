// An article of ours and the one of the file that came back, block by block: what both the
// comparison and the accepting stand on. In: pairs of blocks. Out: their numbers, and the
// names of the pieces that the user accepts.
import type { Node } from 'prosemirror-model';
import { headOf, numberHeadings } from '../../model/numbering';
import type { Article } from '../../model/package';
import type { BlockPair } from './pair-blocks';

export interface PairedArticle {
  /** The structure of theirs is a guess. */
  readonly guessed: boolean;
  readonly ours: Article;
  readonly theirs: Article;
  readonly blocks: readonly BlockPair[];
}

/** Whether the numbers of two heads are one, or both are simply the next. */
export function sameNumber(ours: Article, a: number, theirs: Article, b: number): boolean {
  const [was, now] = [headOf(ours.doc.child(a)), headOf(theirs.doc.child(b))];
  return was?.start === now?.start || (labelsOf(ours)[a] ?? null) === (labelsOf(theirs)[b] ?? null);
}

const labels = new WeakMap<Node, readonly (string | null)[]>();

/** Numbers of an article's blocks as they are printed, counted once. */
export function labelsOf({ doc }: Article): readonly (string | null)[] {
  const known = labels.get(doc) ?? numberHeadings(doc);
  labels.set(doc, known);
  return known;
}

/** Names a piece of an article in one comparison. */
export const pieceId = (article: string, a: number | null, b: number | null): string => `${article} ${a ?? '-'} ${b ?? '-'}`;

/** A node's children as a list. */
export function children(node: Node): Node[] {
  const out: Node[] = [];
  node.forEach((child) => {
    out.push(child);
  });
  return out;
}
