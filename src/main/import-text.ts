// A raw text or a Word file as a package of its own: recognised, with one edition of
// each kind, so that its pages can be seen at once. Runs in a reader process.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { writePackage } from '../core/model/package-file';
import { queriesOf } from '../core/import/index';
import { AppError } from '../node/app-error';
import type { ImportedWord } from '../docx/read/import-docx';
import { readPreset } from '../core/model/read-preset';
import type { RevisionChoice, WordOpened } from '../ipc/opened';
import { openInput, type ReadText } from '../node/package-store';
import { PRESETS } from '../node/presets';
import type { ImportDone } from './reader-messages';
import { questionsOf } from './questions';
import { withEditions } from './with-editions';

/** @throws AppError where the file cannot be read, is no text or has none (`text-empty`). */
export async function importText(file: string, revisions: RevisionChoice): Promise<ImportDone> {
  const { pkg, text, word, notes } = await openInput(file, { revisions });
  if (text !== null && text.text.trim() === '') {
    throw new AppError('text-empty', `“${path.basename(file)}”里一个字也没有，没有打开它。要新写一份，用“文件 › 新建（模板）”。`);
  }
  const whole = withEditions({ ...pkg, id: randomUUID() });
  const bytes = writePackage(whole, null);
  if (text === null) return { bytes, notes: [], questions: [], word: null };
  const queries = queriesOf(text.recognition);
  const said = word === null ? [noteOf(text, queries.length)] : [wordNote(word, text, path.basename(file), queries.length), ...notes.map((note) => `${note}。`)];
  return { bytes, notes: said, questions: questionsOf(queries, text.text), word: word === null ? null : wordOpened(word, path.basename(file)) };
}

/** What was read of a Word file, in one sentence a fact; the whole report is in the window's dialog. */
function wordNote({ pkg, report }: ImportedWord, { encoding }: ReadText, name: string, queries: number): string {
  const parts = [
    encoding === 'doc' ? `“${name}”按旧 Word 格式打开，只取文字，` : `“${name}”按 Word 文件打开，`,
    `认出 ${pkg.articles.length} 篇稿件${pkg.comments.length === 0 ? '' : `、批注 ${pkg.comments.length} 条`}。`,
    report.notTaken.length === 0 ? '' : `有 ${report.notTaken.length} 项没有取入正文，`,
    report.notTaken.length === 0 ? '' : '逐条列在“文件 › Word 导入报告”里。',
    queries === 0 ? '' : `有 ${queries} 处拿不准，列在“疑问”里，请逐条核对。`,
    '原文件没有改动，保存时另存为文稿包。',
  ];
  return parts.join('');
}

function wordOpened({ pkg, edition, report: { found, notTaken, revisions }, look }: ImportedWord, name: string): WordOpened {
  const read = look === null ? null : readPreset(look.preset, name, PRESETS);
  return {
    name, found, notTaken, revisions, comments: pkg.comments.length, edition,
    look: read === null || look === null || !read.ok ? null : { said: look.said, look: read.preset.look, master: read.preset.master, booklet: read.preset.booklet },
  };
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
