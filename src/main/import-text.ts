// A raw text as a package of its own: recognised, with one edition of each kind, so
// that its pages can be seen at once. Runs in a reader process.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { writePackage } from '../core/model/package-file';
import { queriesOf } from '../core/import/index';
import { AppError } from '../node/app-error';
import { openInput, type ReadText } from '../node/package-store';
import type { ImportDone } from './reader-messages';
import { questionsOf } from './questions';
import { withEditions } from './with-editions';

/** @throws AppError where the file cannot be read, is no text or has none (`text-empty`). */
export async function importText(file: string): Promise<ImportDone> {
  const { pkg, text } = await openInput(file);
  if (text !== null && text.text.trim() === '') {
    throw new AppError('text-empty', `“${path.basename(file)}”里一个字也没有，没有打开它。要新写一份，用“文件 › 新建（模板）”。`);
  }
  const whole = withEditions({ ...pkg, id: randomUUID() });
  const bytes = writePackage(whole, null);
  if (text === null) return { bytes, notes: [], questions: [] };
  const queries = queriesOf(text.recognition);
  return { bytes, notes: [noteOf(text, queries.length)], questions: questionsOf(queries, text.text) };
}

/** What was recognised, in one sentence a fact. */
function noteOf({ encoding, recognition }: ReadText, queries: number): string {
  const { articles, noise, changes } = recognition;
  const parts = [
    `按纯文本打开（${encoding.toUpperCase()}），认出 ${articles.length} 篇稿件。`,
    changes.length === 0 ? '' : `统一写法 ${changes.length} 处。`,
    noise.length === 0 ? '' : `有 ${noise.length} 行（版面名、记者栏之类）没有收进稿件。`,
    queries === 0 ? '' : `有 ${queries} 处拿不准，列在“疑问”里，请逐条核对。`,
    '原文件没有改动，保存时另存为文稿包。',
  ];
  return parts.join('');
}
