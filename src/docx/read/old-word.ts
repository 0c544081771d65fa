// A Word 97–2003 file (.doc, and .wps of old WPS, which is the same) → its text, by
// word-extractor, into the recogniser: characters, and the automatic numbers of its
// lists as typed (old-numbers.ts), no styles, no faces. What is lost by that is said in the report, and what the file has beside the text (notes,
// comments, headers, text boxes) is named word for word.
import WordExtractor from 'word-extractor';
import { recognise } from '../../core/import/recognise';
import { toPackage } from '../../core/import/to-package';
import { DocxError, SAVE_AS_DOCX } from './docx-error';
import type { ImportedWord } from './import-docx';
import { oldNumbers } from './old-numbers';
import { Tally } from './tally';

/** More than this is no report: word-extractor holds a text several times. */
const LARGEST = 64 * 1024 * 1024;

/** @throws DocxError where the file cannot be read. */
export async function importOldWord(bytes: Uint8Array, { id, name }: { readonly id: string; readonly name: string }): Promise<ImportedWord> {
  if (bytes.length > LARGEST) throw new DocxError('docx-too-large', `文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过了旧 Word 文件可以导入的 ${LARGEST / 1024 / 1024} MB。${SAVE_AS_DOCX}`);
  const document = await extract(bytes);
  const tally = new Tally();
  const { text, missed } = withNumbers(withoutUndefined(cleaned(document.getBody(AS_IT_IS)), bytes), bytes, tally);
  const aside: readonly (readonly [string, string])[] = [
    ['脚注', document.getFootnotes(AS_IT_IS)], ['尾注', document.getEndnotes(AS_IT_IS)], ['批注', document.getAnnotations(AS_IT_IS)],
    ['页眉', document.getHeaders({ ...AS_IT_IS, includeFooters: false })], ['页脚', document.getFooters(AS_IT_IS)],
    ['文本框', document.getTextboxes({ ...AS_IT_IS, includeBody: true, includeHeadersAndFooters: true })],
  ];
  for (const [what, words] of aside) if (cleaned(words).trim() !== '') tally.notTaken(what, '', cleaned(words).trim());
  if (missed === null) tally.notTaken('自动编号的序号', '旧 Word 格式的列表读不出', '');
  else if (missed > 0) tally.notTaken(`自动编号的序号 ${missed} 处`, '表格里或找不到所在段落', '');
  for (const what of LOSSES) tally.notTaken(what, '旧 Word 格式只取文字', '');
  const recognition = recognise(text);
  for (const { line, text: words, why } of recognition.noise) tally.notTaken(`不属稿件的文字（${why}）`, `第 ${line} 段`, words);
  tally.found('文字', '按旧 Word 格式（.doc、.wps）取出文字，不读样式和格式');
  return {
    pkg: toPackage(recognition, { id, name }), text, recognition, origins: Array.from({ length: recognition.lineCount }, (_, i) => i + 1),
    edition: null, look: null,
    report: { found: tally.findings, notTaken: tally.leftOut, revisions: tally.revisions('accepted'), comments: [] },
  };
}

const LOSSES = ['样式、字体、字号和对齐', '合并的单元格、图片', '修订的痕迹（按接受修订取入）', '隐藏文字和目录的标记（文字留在正文里）'] as const;

/** The text with the numbers of lists before their paragraphs; how many found no place, null: lists cannot be read. */
function withNumbers(text: string, bytes: Uint8Array, tally: Tally): { readonly text: string; readonly missed: number | null } {
  const numbers = oldNumbers(bytes);
  if (numbers === null) return { text, missed: null };
  const lines = text.split('\n');
  const bare = (words: string): string => words.replace(/\s/g, '');
  const keys = lines.map(bare);
  let at = 0;
  let missed = 0;
  for (const { text: words, label } of numbers) {
    // A manual break parts a paragraph's lines.
    const first = bare(words.split('\u000b')[0] ?? '');
    if (label.bullet || label.text === '') {
      tally.found('项目符号', '列表的符号，不排');
      continue;
    }
    const found = keys.indexOf(first, at);
    if (found < 0) {
      missed += 1;
      continue;
    }
    lines[found] = label.text + (/[\d.]$/.test(label.text) && /^\s*\d/.test(lines[found]!) ? ' ' : '') + lines[found]!.trimStart();
    at = found + 1;
    tally.found('自动编号', '旧 Word 格式的列表编号，照键入的取入');
  }
  return { text: lines.join('\n'), missed };
}

/** Left to itself word-extractor makes “ ” straight. Its types do not know the option. */
const AS_IT_IS = { filterUnicode: false } as const;

interface Extracted {
  getBody(options: typeof AS_IT_IS): string;
  getFootnotes(options: typeof AS_IT_IS): string;
  getEndnotes(options: typeof AS_IT_IS): string;
  getAnnotations(options: typeof AS_IT_IS): string;
  getHeaders(options: typeof AS_IT_IS & { readonly includeFooters: boolean }): string;
  getFooters(options: typeof AS_IT_IS): string;
  getTextboxes(options: typeof AS_IT_IS & { readonly includeBody: boolean; readonly includeHeadersAndFooters: boolean }): string;
}

async function extract(bytes: Uint8Array): Promise<Extracted> {
  try {
    return (await new WordExtractor().extract(Buffer.from(bytes))) as unknown as Extracted;
  } catch {
    // word-extractor throws plain errors of many kinds for a broken file; none of them tells the user more.
    throw new DocxError('docx-damaged', `这个旧 Word 文件已损坏，或不是它读得懂的版本。${SAVE_AS_DOCX}`);
  }
}

/** word-extractor 1.0.4 writes `undefined` where a soft hyphen stands: taken out where the file does not hold that word. */
function withoutUndefined(text: string, bytes: Uint8Array): string {
  if (!text.includes('undefined')) return text;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes(Buffer.from('undefined', 'utf16le')) || file.includes('undefined') ? text : text.replaceAll('undefined', '');
}

/** Cell ends and page breaks as tabs and line ends; \u2028 (a manual break) as a line end; hyphens of Word's own as hyphens or nothing. */
function cleaned(text: string): string {
  return text.replace(/\r\n|\r|\u2028|\u000b|\u000c/g, '\n').replace(/\u0007/g, '\t').replace(/\u001e/g, '-').replace(/\u001f/g, '').replace(/\t+\n/g, '\n').replace(/\n+$/, '');
}
