// The recogniser's queries as the window lists them: a sentence short enough for a
// list, and words of the source by which the window finds the place.
import type { Query } from '../core/import/queries';
import { splitLines } from '../core/import/source-lines';
import { quoted } from '../core/model/quote';
import type { Question } from '../ipc/index';

/** A list entry names a sentence by its beginning; characters. */
const SHOWN = 24;

/** @param source the text that was recognised; the queries count its lines from 1. */
export function questionsOf(queries: readonly Query[], source: string): Question[] {
  const { starts, ends } = splitLines(source);
  return queries.map(({ kind, lines: at, text }) => {
    if (kind === 'repeat') return { text: `这句话不止一处（原文第 ${at.join('、')} 行）：${quoted(beginning(text))}`, quote: text, join: null };
    if (kind === 'unmatched-quote') return { text: `${text}（原文第 ${at.join('、')} 行）`, quote: text.slice(text.indexOf('：') + 1), join: null };
    const lineAt = (number: number | undefined): string => source.slice(starts[(number ?? 1) - 1], ends[(number ?? 1) - 1]).trim();
    const line = lineAt(at.at(-1));
    const join = kind === 'join' && at.length === 2 ? { before: lineAt(at[0]), after: line } : null;
    return { text: `${text}（${quoted(beginning(line))}）`, quote: line, join };
  });
}

function beginning(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
