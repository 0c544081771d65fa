// The head of a recognised article as printed text, for head-values.ts.
import type { PrintedHead } from './head-values';
import type { FieldName, RecognisedArticle } from './recognition';

/** Each field's lines apart by `\n`; null: the article has none. */
export function printedHead(article: RecognisedArticle): PrintedHead {
  const field = (name: FieldName): string | null => article.fields[name]?.lines.join('\n') ?? null;
  return { main: field('main'), occasion: field('occasion'), date: field('date'), speaker: field('speaker'), salutation: field('salutation') };
}
