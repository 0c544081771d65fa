// The answer to “是不是一段”: the second piece goes to the end of the first, in one
// change. The pieces are found by their words, so that the question holds however
// the text was changed since; once they stand in one paragraph it is answered.
import { Transform } from 'prosemirror-transform';
import type { PackageChange } from '../../core/model/change';
import type { Article } from '../../core/model/package';
import type { JoinQuestion } from '../../ipc/index';
import { findQuote } from '../editor/places';

export type Pieces =
  | { readonly state: 'apart'; readonly article: string; readonly before: number; readonly after: number }
  | { readonly state: 'joined' }
  /** One of them stands nowhere any more, or in another article. */
  | { readonly state: 'gone' };

/** Where the two pieces stand: indexes of their blocks. */
export function findPieces(articles: readonly Pick<Article, 'id' | 'fields' | 'doc'>[], { before, after }: JoinQuestion): Pieces {
  const first = findQuote(articles, before);
  const second = findQuote(articles, after);
  if (first === null || second === null || first.field !== null || second.field !== null || first.article !== second.article) return { state: 'gone' };
  if (first.block === second.block) return { state: 'joined' };
  return { state: 'apart', article: first.article, before: first.block, after: second.block };
}

/** The change that puts the piece in block `after` at the end of block `before`; null where one of them is no paragraph. */
export function joinPieces(article: Pick<Article, 'id' | 'doc'>, before: number, after: number): PackageChange | null {
  const { doc } = article;
  const [first, second] = [doc.maybeChild(before), doc.maybeChild(after)];
  if (first?.isTextblock !== true || second?.isTextblock !== true || before === after) return null;
  const startOf = (index: number): number => doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const change = new Transform(doc);
  change.delete(startOf(after), startOf(after) + second.nodeSize);
  change.insert(change.mapping.map(startOf(before) + first.nodeSize - 1, -1), second.content);
  return { kind: 'steps', article: article.id, field: null, steps: change.steps.map((step) => step.toJSON() as unknown) };
}
