// What the user is asked after an import (COMMANDS, `queries`): doubtful joins,
// unmatched quotes (P-01), sentences that stand more than once (P-09), lines
// whose article is a guess. Only computed when asked for: an export needs none
// of it. Nothing here is applied.
import { UNFINISHED } from './broken-off';
import { BESIDE } from './columns';
import { LIKELY_COLUMN } from './column-labels';
import { lonelyMarks } from './lonely-marks';
import { UNENDED } from './lost-ends';
import { rivalWords } from './open-ends';
import type { Recognition, RecognisedArticle, RecognisedBlock } from './recognition';
import { glossaryOf } from './review/glossary';
import { isOutOfOrder } from './section-order';

export interface Query {
  readonly kind: 'join' | 'unmatched-quote' | 'repeat' | 'unassigned' | 'notes';
  /** 1-based source lines, ascending. */
  readonly lines: readonly number[];
  /** What is asked about, in Chinese or as quoted text. */
  readonly text: string;
}

/** Sentences below this many characters are formulae and repeat rightly (TYPESETTING §0: anaphora, salutations). */
const SHORTEST_REPEAT = 20;

/** All queries of a recognition, by first line. Linear in the text. */
export function queriesOf(recognition: Recognition): Query[] {
  const queries: Query[] = [];
  for (const join of recognition.joins) {
    if (!join.certain) queries.push({ kind: 'join', lines: [join.beforeLine, join.afterLine], text: `第${join.beforeLine}行与第${join.afterLine}行是不是一段：${join.reason}` });
  }
  for (const { line, reason } of recognition.unassigned) {
    const rest = unfinishedWords(line, reason) === null ? null : possibleRest(recognition, line);
    queries.push({ kind: 'unassigned', lines: rest === null ? [line] : [line, rest], text: `${unassignedWords(line, reason)}${rest === null ? '' : `；第${rest}行可能就是`}` });
  }
  const blocks = recognition.articles.flatMap((article) => article.blocks);
  for (const block of blocks) queries.push(...unmatched(block));
  queries.push(...repeats(blocks));
  for (const article of recognition.articles) queries.push(...typedNotes(article).map(({ kind, lines, text }) => ({ kind, lines, text })));
  return queries.sort((a, b) => (a.lines[0] as number) - (b.lines[0] as number));
}

/** What is asked about a line that is left out for its shape alone. */
export const columnWords = (line: number): string => `第${line}行像是报纸、网站的栏目名，没有收；是标题或正文就收回来`;

function unassignedWords(line: number, reason: string): string {
  if (reason === LIKELY_COLUMN) return columnWords(line);
  if (reason === BESIDE) return `第${line}行${BESIDE}`;
  if (isOutOfOrder(reason)) return `第${line}行的${reason}`;
  return unfinishedWords(line, reason) ?? `第${line}行属于哪一篇：${reason}`;
}

/** What is said of a line that is at home, while its rest seems to be elsewhere; null: its own place is asked about. */
export const unfinishedWords = (line: number, reason: string): string | null => (reason === UNFINISHED || reason === UNENDED ? `第${line}行${reason}` : null);

/** Terms that a query names. */
const MOST_TERMS = 4;
const named = (terms: readonly string[]): string => terms.slice(0, MOST_TERMS).map((term) => `“${term}”`).join('') + (terms.length > MOST_TERMS ? '等' : '');

/** The line that may be the rest of one that breaks off: what stands behind another open end is asked about, and may be either's. null: none is known. */
export function possibleRest({ joins }: Recognition, line: number): number | null {
  const reason = rivalWords(line);
  return joins.find((join) => !join.certain && join.reason === reason)?.afterLine ?? null;
}

/** A 名词解释 typed under an article, of which terms stand in its text: 导入审阅 makes notes of them. */
export function typedNotes(article: RecognisedArticle): (Query & { readonly terms: string })[] {
  const glossary = glossaryOf(article);
  const line = glossary === null ? undefined : article.blocks[glossary.title]?.pieces[0]?.line;
  if (glossary === null || line === undefined) return [];
  const { entries, strangers } = glossary;
  return [{
    kind: 'notes', lines: [line, ...entries.map(({ block }) => article.blocks[block]?.pieces[0]?.line ?? line)], terms: named(entries.map(({ term }) => term)),
    text: `第${line}行起的名词解释有 ${entries.length} 条在正文里有这个词，要不要改成注：词后标注号，解释印在单行本末尾的名词解释里${strangers.length === 0 ? '' : `；${named(strangers)}正文里没有，仍留作正文`}。`,
  }];
}

/** The source line of an offset in a block's text. */
export function lineAt(block: RecognisedBlock, offset: number): number {
  let at = 0;
  for (const piece of block.pieces) {
    at += piece.to - piece.from;
    if (offset < at) return piece.line;
    if (block.kind === 'table') at += 1;
  }
  return block.pieces.at(-1)?.line ?? 0;
}

/** Marks without their other half, a paragraph at a time. The phrase around the lonely mark is the text. */
function unmatched(block: RecognisedBlock): Query[] {
  return lonelyMarks(block.text).map(({ at, mark }) => ({
    kind: 'unmatched-quote', lines: [lineAt(block, at)], text: `${mark}没有配对：${block.text.slice(Math.max(0, at - 30), at + 16)}`,
  }));
}

interface Seen {
  readonly text: string;
  readonly lines: number[];
}

function repeats(blocks: readonly RecognisedBlock[]): Query[] {
  const seen = new Map<string, Seen>();
  for (const block of blocks) {
    let from = 0;
    for (let i = 0; i <= block.text.length; i += 1) {
      const c = block.text[i];
      if (i < block.text.length && c !== '。' && c !== '！' && c !== '？' && c !== '；' && c !== '\n') continue;
      const sentence = block.text.slice(from, i);
      if (sentence.length >= SHORTEST_REPEAT) {
        const before = seen.get(sentence);
        if (before === undefined) seen.set(sentence, { text: sentence, lines: [lineAt(block, from)] });
        else before.lines.push(lineAt(block, from));
      }
      from = i + 1;
    }
  }
  return [...seen.values()].filter(({ lines }) => lines.length > 1).map(({ text, lines }) => ({ kind: 'repeat', lines, text }));
}
