// A raw text as a package of its own: recognised, with one edition of each kind, so
// that its pages can be seen at once. Runs in the job process.
import { randomUUID } from 'node:crypto';
import { writePackage } from '../core/model/package-file';
import { queriesOf } from '../core/import/index';
import type { Question } from '../ipc/index';
import { openInput, type ReadText } from '../node/package-store';
import type { ImportDone } from './job-messages';
import { withEditions } from './with-editions';

/** @throws AppError where the file cannot be read or is no text. */
export async function importText(file: string): Promise<ImportDone> {
  const { pkg, text } = await openInput(file);
  const whole = withEditions({ ...pkg, id: randomUUID() });
  return { bytes: writePackage(whole, null), notes: text === null ? [] : [noteOf(text)], questions: text === null ? [] : questionsOf(text) };
}

/** The recogniser's queries with words to find their places by. */
function questionsOf({ text, recognition }: ReadText): Question[] {
  const lines = text.split(/\r\n|\r|\n/);
  return queriesOf(recognition).map(({ kind, lines: at, text: asked }) => {
    if (kind === 'repeat') return { text: `这句话出现了不止一次（原文第 ${at.join('、')} 行）：${asked}`, quote: asked };
    if (kind === 'unmatched-quote') return { text: `${asked}（原文第 ${at.join('、')} 行）`, quote: asked.slice(asked.indexOf('：') + 1) };
    const line = (lines[(at.at(-1) ?? 1) - 1] ?? '').trim();
    return { text: `${asked}（“${line.slice(0, 16)}”）`, quote: line };
  });
}

/** What was recognised, in one sentence a fact. */
function noteOf({ encoding, recognition }: ReadText): string {
  const { articles, noise, changes } = recognition;
  const queries = queriesOf(recognition).length;
  const parts = [
    `按纯文本打开（${encoding.toUpperCase()}），认出 ${articles.length} 篇稿件。`,
    changes.length === 0 ? '' : `统一写法 ${changes.length} 处。`,
    noise.length === 0 ? '' : `有 ${noise.length} 行（版面名、记者栏之类）没有收进稿件。`,
    queries === 0 ? '' : `有 ${queries} 处拿不准，列在“疑问”里，请逐条核对。`,
    '原文件没有改动，保存时另存为文稿包。',
  ];
  return parts.join('');
}
