// A copy of words that have a 批注 has none: one thread on two places would be
// neither. Words that were cut, or that are dragged elsewhere, keep theirs; a thread
// of another package is unknown here and stays behind.
import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { Package } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { commentPlaces } from './comment-places';

/** The slice without the marks of threads that have words in the package still, or that it does not know. */
export function withoutCopies(slice: Slice, pkg: Pick<Package, 'articles' | 'comments'>): Slice {
  const standing = commentPlaces(pkg);
  const known = new Set(pkg.comments.map(({ id }) => id));
  const isFree = (id: string): boolean => known.has(id) && !standing.has(id);
  const clean = (node: Node): Node => {
    if (!node.isInline) return node.copy(mapped(node.content));
    const marks = node.marks.filter((mark) => mark.type !== schema.marks.comment || isFree(String(mark.attrs['id'])));
    return marks.length === node.marks.length ? node : node.mark(marks);
  };
  const mapped = (content: Fragment): Fragment => Fragment.fromArray(content.content.map(clean));
  return new Slice(mapped(slice.content), slice.openStart, slice.openEnd);
}
