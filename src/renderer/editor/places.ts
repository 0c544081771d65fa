// Between a document position and a Place (COMMANDS): 0-based top-level block and
// offset in its text. In a table offsets run on over the cells, one position
// between two. Both directions, because pages and findings speak in places and
// the editor in positions.
import type { Node } from 'prosemirror-model';

export interface BlockOffset {
  readonly block: number;
  readonly offset: number;
}

/** Document position of an offset in a block, kept inside the block; null where there is no such block. */
export function positionOf(doc: Node, { block, offset }: BlockOffset): number | null {
  const node = doc.maybeChild(block);
  if (node === null) return null;
  let start = 0;
  for (let i = 0; i < block; i++) start += doc.child(i).nodeSize;
  if (node.isTextblock) return start + 1 + Math.max(0, Math.min(offset, node.content.size));
  let left = offset;
  let found: number | null = null;
  node.descendants((inner, pos) => {
    if (found !== null) return false;
    if (!inner.isTextblock) return true;
    if (left <= inner.content.size) found = start + 1 + pos + 1 + Math.max(0, left);
    else left -= inner.content.size + 1;
    return false;
  });
  return found ?? start + 1;
}

/** Block and offset of a document position. */
export function placeOf(doc: Node, position: number): BlockOffset {
  const at = doc.resolve(Math.max(0, Math.min(position, doc.content.size)));
  const block = Math.min(at.index(0), doc.childCount - 1);
  if (at.depth === 0) return { block, offset: 0 };
  const node = doc.child(block);
  if (node.isTextblock) return { block, offset: position - at.start(1) };
  let offset = 0;
  const start = at.start(1);
  node.descendants((inner, pos) => {
    if (!inner.isTextblock) return true;
    const from = start + pos + 1;
    if (from + inner.content.size < position) offset += inner.content.size + 1;
    else if (from <= position) offset += position - from;
    return false;
  });
  return { block, offset };
}

/** Words of a quote that must be found together: enough to name a place, few enough to survive a cut line. */
const QUOTE_WORDS = 10;

/**
 * First place where words of the quote stand: `QUOTE_WORDS` of it in a row, earliest in the quote first, since a
 * heading's own number or a tidied mark may stand in the quote alone. null where none do.
 */
export function findQuote(articles: readonly { readonly id: string; readonly doc: Node }[], quote: string): (BlockOffset & { readonly article: string }) | null {
  for (let from = 0; from === 0 || from + QUOTE_WORDS <= quote.length; from++) {
    const words = quote.slice(from, from + QUOTE_WORDS);
    if (words === '') return null;
    for (const { id, doc } of articles) {
      for (let block = 0; block < doc.childCount; block++) {
        const node = doc.child(block);
        const offset = node.textBetween(0, node.content.size, '\n', '\ufffc').indexOf(words);
        if (offset >= 0) return { article: id, block, offset };
      }
    }
  }
  return null;
}
