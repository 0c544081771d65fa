// A typed 名词解释 that the user wants as notes: the terms get their anchors, the lines of
// the list go, its title too where nothing is left under it. In: an article as it was made
// of a recognition, and that recognition. Out: the article; every word of the list stands
// in a note then, and the text as it came is kept beside the package all the same.
import { Transform } from 'prosemirror-transform';
import type { Article } from '../../model/package';
import { schema } from '../../model/schema';
import type { RecognisedArticle } from '../recognition';
import { glossaryOf } from './glossary';

/** `article`, a block for each of `recognised` in order, with the list at these lines as notes. */
export function withNotes(article: Article, recognised: RecognisedArticle, lines: ReadonlySet<number>): Article {
  const glossary = lines.size === 0 ? null : glossaryOf(recognised);
  if (glossary === null || !lines.has(recognised.blocks[glossary.title]?.pieces[0]?.line ?? 0)) return article;
  const { doc } = article;
  const starts: number[] = [];
  doc.forEach((_block, offset) => void starts.push(offset));
  const change = new Transform(doc);
  const gone = glossary.entries.map(({ block }) => block);
  // The list is behind the text: from the end on, so that no place moves.
  const isWhole = glossary.strangers.length === 0;
  for (const block of [...(isWhole ? [glossary.title] : []), ...gone].sort((a, b) => b - a)) change.delete(starts[block]!, starts[block]! + doc.child(block).nodeSize);
  const places = glossary.entries.map(({ term, text, at }, i) => ({ term, text, at: starts[at.block]! + 1 + at.offset, mark: at.mark, i })).sort((a, b) => b.at - a.at || b.i - a.i);
  for (const { term, text, at, mark } of places) change.replaceWith(at, at + mark, schema.nodes.note.create({ term, text }));
  return { ...article, doc: change.doc };
}
