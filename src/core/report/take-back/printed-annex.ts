// A file that says nothing of our notes (plain text, a Word file whose own part another
// program dropped) has them as they are printed: 〔1〕 in the text, 名词解释 at the end. In:
// an article as it was recognised. Out: the article with note anchors, the annex taken
// off; the same article where it has no such annex.
import { Fragment, type Node } from 'prosemirror-model';
import { numberHeadings } from '../../model/numbering';
import type { Article } from '../../model/package';
import { schema } from '../../model/schema';

const ENTRY = /^(\d+)\.([^：]*(?:“[^”]*”[^：]*)?)：([\s\S]*)$/;

/** The article with the anchors that its printed annex explains. */
export function withAnchors(article: Article): Article {
  const blocks: Node[] = [];
  article.doc.forEach((block) => {
    blocks.push(block);
  });
  const labels = numberHeadings(article.doc);
  const at = blocks.findLastIndex((block) => block.textContent.replace(/[\s\u3000]/g, '') === '名词解释');
  if (at < 0) return article;
  const entries = new Map<number, { readonly term: string; readonly text: string }>();
  for (let i = at + 1; i < blocks.length; i++) {
    const match = ENTRY.exec((labels[i] ?? '') + blocks[i]!.textContent);
    // What is no entry is no annex either.
    if (match === null) return article;
    entries.set(Number(match[1]), { term: match[2]!, text: match[3]! });
  }
  if (entries.size === 0 || at === 0) return article;
  return { ...article, doc: article.doc.copy(Fragment.fromArray(blocks.slice(0, at).map((block) => anchored(block, entries)))) };
}

function anchored(block: Node, entries: ReadonlyMap<number, { readonly term: string; readonly text: string }>): Node {
  if (!block.isTextblock) return block;
  const content: Node[] = [];
  block.forEach((node) => {
    if (!node.isText) {
      content.push(node);
      return;
    }
    for (const piece of node.text!.split(/(〔\d+〕)/)) {
      const entry = entries.get(Number(/^〔(\d+)〕$/.exec(piece)?.[1]));
      if (entry !== undefined) content.push(schema.nodes.note.create({ ...entry }));
      else if (piece !== '') content.push(schema.text(piece, node.marks));
    }
  });
  return block.copy(Fragment.fromArray(content));
}
