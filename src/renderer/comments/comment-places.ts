// Where the 批注 of a package stand: a thread has the mark `comment` on its words,
// which goes wherever they go (typing in them, a cut and a paste, a moved section).
// Found by a walk over the texts, remembered a block by its identity.
import type { Node } from 'prosemirror-model';
import { FIELD_PATHS, type FieldPath, type Package } from '../../core/model/package';
import { eachTextblock } from '../../core/model/textblocks';
import { schema } from '../../core/model/schema';

/** Words under one thread's mark: in the first block that has any of them. Offsets as in a Place. */
export interface CommentPlace {
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  /** All the words of the thread, of later blocks too. */
  readonly quote: string;
}

interface Piece {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A long quote is cut for the list; this is more than it shows. */
const LONGEST_QUOTE = 200;

const ofBlock = new WeakMap<Node, readonly Piece[]>();

/** Marked pieces of a top-level block, cells of a table running on as in a Place. */
function piecesOf(block: Node): readonly Piece[] {
  const known = ofBlock.get(block);
  if (known !== undefined) return known;
  const pieces: Piece[] = [];
  eachTextblock(block, (node, base) => {
    node.forEach((inline, offset) => {
      for (const mark of inline.marks) {
        if (mark.type !== schema.marks.comment) continue;
        const id = String(mark.attrs['id']);
        const from = base + offset;
        const text = inline.text ?? inline.type.spec.leafText?.(inline) ?? '';
        const last = pieces.findLastIndex((piece) => piece.id === id);
        const before = pieces[last];
        if (before?.to === from) pieces[last] = { ...before, to: from + inline.nodeSize, text: before.text + text };
        else pieces.push({ id, from, to: from + inline.nodeSize, text });
      }
    });
  });
  ofBlock.set(block, pieces);
  return pieces;
}

const ofArticles = new WeakMap<Package['articles'], ReadonlyMap<string, CommentPlace>>();

/** The place of each thread that still has words, in the order of the texts. */
export function commentPlaces({ articles }: Pick<Package, 'articles'>): ReadonlyMap<string, CommentPlace> {
  const known = ofArticles.get(articles);
  if (known !== undefined) return known;
  const places = new Map<string, CommentPlace>();
  for (const { id: article, fields, doc } of articles) {
    const texts: readonly (readonly [FieldPath | null, Node | null])[] = [...FIELD_PATHS.map((field) => [field, fields[field]] as const), [null, doc]];
    for (const [field, text] of texts) {
      text?.forEach((node, _offset, block) => {
        for (const { id, from, to, text: words } of piecesOf(node)) {
          const before = places.get(id);
          if (before === undefined) places.set(id, { article, field, block, from, to, quote: words });
          else places.set(id, { ...before, quote: (before.quote + words).slice(0, LONGEST_QUOTE) });
        }
      });
    }
  }
  ofArticles.set(articles, places);
  return places;
}
