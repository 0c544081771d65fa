// What a Word file of ours shows as text of its articles: read back by the reader of
// foreign files, automatic numbers filled in, cover, contents and 稿次 left out. An export
// compares it with the conserved text before the file takes its name.
import { readDocx } from '../read/document';
import { MADE_STYLES } from '../own-names';

/** Styles of what is no article's text. （摘要） and the annex are part of the conserved text. */
const APART: ReadonlySet<string> = new Set(Object.entries(MADE_STYLES).filter(([key]) => /^(?:cover|contents|stage)/.test(key)).map(([, { name }]) => name.toLowerCase()));

/** The text of the articles and their annex, a line a paragraph. @throws DocxError where the file cannot be read. */
export function printedWords(bytes: Uint8Array): string {
  return readDocx(bytes).paragraphs
    .filter(({ style }) => !APART.has(style.name.toLowerCase()))
    .map(({ label, text }) => (label?.text ?? '') + text).join('\n');
}
