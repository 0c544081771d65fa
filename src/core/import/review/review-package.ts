// The end of a review: its articles as a package (to-package.ts), sentences that
// the user doubts under their mark, and the text that came in kept beside them,
// byte for byte, under the name that its hash gives it (DESIGN, "The file").
import { Transform } from 'prosemirror-transform';
import type { Article, Package } from '../../model/package';
import { schema } from '../../model/schema';
import { lineAt } from '../queries';
import type { RecognisedArticle } from '../recognition';
import { toPackage, type ToPackageOptions } from '../to-package';
import type { Doubt } from './decision';
import { withNotes } from './make-notes';
import type { Review } from './review';

/** The bytes of the text as they came, and their SHA-256 in hexadecimal. */
export interface Original {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Name of an imported text among a package's assets. */
export function originalName({ sha256 }: Pick<Original, 'sha256'>): string {
  return `${sha256}.txt`;
}

/** Is this asset the text of an import? */
export function isOriginal(asset: string): boolean {
  return /^[0-9a-f]{64}\.txt$/.test(asset);
}

/** The package of a review, without editions. */
export function reviewPackage(review: Review, options: ToPackageOptions, original: Original): Package {
  const pkg = toPackage(review.recognition, options);
  const articles = pkg.articles.map((article, i) => {
    const recognised = review.recognition.articles[i] as RecognisedArticle;
    return withNotes(withDoubts(article, recognised, review.doubts), recognised, review.notes);
  });
  return { ...pkg, articles, assets: new Map([[originalName(original), original.bytes]]) };
}

/** Doubted sentences of the article under their mark. A document has a block for each that was recognised, in order. */
function withDoubts(article: Article, { blocks }: RecognisedArticle, doubts: readonly Doubt[]): Article {
  if (doubts.length === 0) return article;
  const change = new Transform(article.doc);
  blocks.forEach((block, i) => {
    if (block.kind === 'table') return;
    for (const { line, sentence } of doubts) {
      if (!block.pieces.some((piece) => piece.line === line)) continue;
      for (let at = block.text.indexOf(sentence); at >= 0; at = block.text.indexOf(sentence, at + 1)) {
        if (lineAt(block, at) !== line) continue;
        // Marks move nothing: positions are those of the document as it was.
        const start = positionOf(article, i) + at;
        change.addMark(start, start + sentence.length, schema.marks.doubt.create());
      }
    }
  });
  return { ...article, doc: change.doc };
}

/** Position of the first character of a top-level block. */
function positionOf({ doc }: Article, index: number): number {
  let position = 1;
  for (let i = 0; i < index; i += 1) position += doc.child(i).nodeSize;
  return position;
}
