// 名词解释 as it is typed at the end of a report: its title, and behind it the terms with
// what they mean, a line each (1. 有事好商量：由政协搭建平台……). In: a recognised article.
// Out: the entries whose term stands in the text before, so that each can become a note at
// its first place; what stands nowhere stays text, for a note needs a place. Nothing is
// changed here: the review asks (questions.ts), and 完成 makes the notes (make-notes.ts).
import type { RecognisedArticle, RecognisedBlock } from '../recognition';

export interface GlossaryEntry {
  /** Index of its paragraph among the article's blocks. */
  readonly block: number;
  readonly term: string;
  readonly text: string;
  /** Where the note stands: behind these characters of that block; `mark`: length of the typed 〔1〕 that stood there for it. */
  readonly at: { readonly block: number; readonly offset: number; readonly mark: number };
}

export interface Glossary {
  /** Index of the title's block. */
  readonly title: number;
  /** Those that can become notes, in order. */
  readonly entries: readonly GlossaryEntry[];
  /** Terms that stand nowhere in the text before. */
  readonly strangers: readonly string[];
}

const TITLE = /^(?:附[件录][：:]?)?[（(【]?(?:有关)?(?:名\s*词|用\s*语|术\s*语)\s*(?:解\s*释|注\s*释|说\s*明)[）)】]?(?:（[^（）]*）)?[：:]?$/u;
const NUMBER = /^(?:[（(]?\d{1,3}[.．、)）]|[①-⑳]|[〔[【]\d{1,3}[〕\]】])\s*/u;
/** A term is no sentence: 40 characters at the most, its marks with it; then a colon, and what it means. */
const ENTRY = /^[“"《]?([^：:。；！？\n]{1,40}?)[”"》]?[：:]\s*(.*\S)\s*$/su;

/** The typed 名词解释 of an article, null where there is none of which a term stands in the text. */
export function glossaryOf({ blocks }: RecognisedArticle): Glossary | null {
  const title = blocks.findLastIndex(({ kind, text }, i) => i > 0 && kind !== 'table' && text.length <= 30 && TITLE.test(text.trim()));
  if (title < 0) return null;
  const entries: GlossaryEntry[] = [];
  const strangers: string[] = [];
  const known = new Set<string>();
  for (let block = title + 1; block < blocks.length; block += 1) {
    const read = entryOf(blocks[block] as RecognisedBlock);
    // Only what is one list to its end is one: behind it may stand a signature, an appendix.
    if (read === null) break;
    const at = known.has(read.term) ? null : placeOf(blocks.slice(0, title), read.term);
    known.add(read.term);
    if (at === null) strangers.push(read.term);
    else entries.push({ block, ...read, at });
  }
  return entries.length === 0 ? null : { title, entries, strangers };
}

function entryOf({ kind, head, text }: RecognisedBlock): { readonly term: string; readonly text: string } | null {
  if (kind !== 'paragraph') return null;
  // A number that was taken for a heading's is apart from the text already.
  const found = ENTRY.exec((head?.number ?? null) === null ? text.trim().replace(NUMBER, '') : text.trim());
  const [, term, meaning] = found ?? [];
  return term === undefined || meaning === undefined ? null : { term: term.trim(), text: meaning };
}

const MARK = /^(?:〔\d{1,3}〕|\[\d{1,3}\]|［\d{1,3}］|[①-⑳])/u;

/** The place of the term that has a typed mark, else its first one, in a paragraph before it is looked for in a heading; behind the marks that close it. */
function placeOf(blocks: readonly RecognisedBlock[], term: string): GlossaryEntry['at'] | null {
  let first: GlossaryEntry['at'] | null = null;
  for (const wanted of ['paragraph', 'heading'] as const) {
    for (const [block, { kind, text }] of blocks.entries()) {
      if (kind !== wanted) continue;
      for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + term.length)) {
        const end = from + term.length;
        const offset = /[”"》]/.test(text[end] ?? '') ? end + 1 : end;
        const mark = MARK.exec(text.slice(offset, offset + 6))?.[0].length ?? 0;
        if (mark > 0) return { block, offset, mark };
        first ??= { block, offset, mark };
      }
    }
  }
  return first;
}
