// Between a document position and a Place (COMMANDS): 0-based top-level block and
// offset in its text. In a table offsets run on over the cells, one position
// between two. Both directions, because pages and findings speak in places and
// the editor in positions.
import type { Node } from 'prosemirror-model';
import { FIELD_PATHS, type Article, type FieldPath } from '../../core/model/package';

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

/** A long quote is cut or tidied somewhere; then this many of its characters in a row must be found. Fewer stand in other places too. */
const QUOTE_PARTS = [24, 12];
/** Parts are tried from this many beginnings: a number or a mark that the text lacks stands near the quote's start. */
const QUOTE_STARTS = 40;

interface QuotePlace extends BlockOffset {
  readonly article: string;
  readonly field: FieldPath | null;
}

/** First place where the quote stands whole, in a text or a field; else where a part of it does, the longest first. null where none does. */
export function findQuote(articles: readonly Pick<Article, 'id' | 'fields' | 'doc'>[], quote: string): QuotePlace | null {
  if (quote === '') return null;
  const texts = articles.flatMap(({ id, fields, doc }) => [...FIELD_PATHS.map((field) => blocksOf(id, field, fields[field])), blocksOf(id, null, doc)]).flat();
  const find = (words: string): QuotePlace | null => {
    for (const { text, place } of texts) {
      const offset = text.indexOf(words);
      if (offset >= 0) return { ...place, offset };
    }
    return null;
  };
  const whole = find(quote);
  if (whole !== null) return whole;
  for (const size of QUOTE_PARTS) {
    for (let from = 0; from < QUOTE_STARTS && from + size <= quote.length; from++) {
      const place = find(quote.slice(from, from + size));
      if (place !== null) return place;
    }
  }
  return null;
}

function blocksOf(article: string, field: FieldPath | null, doc: Node | null): { readonly text: string; readonly place: Omit<QuotePlace, 'offset'> }[] {
  // One character a position, as offsets count.
  return (doc?.children ?? []).map((node, block) => ({ text: node.textBetween(0, node.content.size, '\n', '\ufffc'), place: { article, field, block } }));
}
