// The door for whoever imports a Word file: bytes → package, what was recognised and
// the report. Steps: read the document, make lines with hints of it, recognise, take
// in what stands beside the characters. The report says what was found and by which
// evidence, and names every text that the package does not hold.
import { atOrigins } from '../../core/import/at-origins';
import { recognise } from '../../core/import/recognise';
import type { Recognition } from '../../core/import/recognition';
import { toPackage } from '../../core/import/to-package';
import { OMIT_NAMES } from '../../core/model/omit-names';
import type { CommentThread, EditionKind, Package } from '../../core/model/package';
import { readOwn } from '../own/read-own';
import { readDocx, type DocxDocument } from './document';
import { houseLookOf, type HouseLook } from './house-look';
import { linesOf, type DocxText } from './lines';
import { takeMarks } from './take-marks';
import type { Found, NotTaken, RevisionChoice, Revisions, Tally } from './tally';

/** `report` of `import --json` (COMMANDS, with Word in). */
export interface WordReport {
  readonly found: readonly Found[];
  readonly notTaken: readonly NotTaken[];
  readonly revisions: Revisions;
  readonly comments: readonly { readonly id: string; readonly article: string; readonly by: string; readonly at: string; readonly text: string; readonly quote: string; readonly answers: number }[];
}

export interface ImportedWord {
  readonly pkg: Package;
  /** The recogniser's text: a line a paragraph, automatic numbers as typed. */
  readonly text: string;
  readonly recognition: Recognition;
  /** The paragraph of each line, 1-based, as COMMANDS counts lines of a docx. */
  readonly origins: readonly number[];
  readonly report: WordReport;
  /** Kind of the edition that it was written for; null: no file of ours. */
  readonly edition: EditionKind | null;
  /** 去年的版式, or null where there is nothing to read it from. */
  readonly look: HouseLook | null;
}

/** The text and what was recognised, with a line a paragraph: what reports and questions count by. */
export function byParagraph({ text, recognition, origins }: ImportedWord): { readonly text: string; readonly recognition: Recognition } {
  const paragraphs: string[] = Array.from({ length: Math.max(0, ...origins) }, () => '');
  text.split('\n').forEach((line, i) => {
    const at = (origins[i] ?? i + 1) - 1;
    paragraphs[at] = (paragraphs[at] ?? '') + line;
  });
  return { text: paragraphs.join('\n'), recognition: atOrigins(recognition, origins) };
}

/**
 * Imports a .docx.
 * @param id,name of the package that is made.
 * @throws DocxError
 */
export function importDocx(bytes: Uint8Array, { id, name, revisions = 'accepted' }: { readonly id: string; readonly name: string; readonly revisions?: RevisionChoice }): ImportedWord {
  const document = readDocx(bytes, revisions);
  // A file of ours says its structure itself: nothing of it is guessed.
  const own = readOwn(bytes, document, revisions);
  if (own !== null) document.tally.found('版心写出的文件', '文件里记着稿件、编号、占位和批注，照原样取回', own.pkg.articles.length);
  if (own !== null && own.leftOut > 0) document.tally.notTaken(`略去的文字 ${own.leftOut} 处（按“${OMIT_NAMES[own.edition]}”写出，不在这个文件里；原文稿包里还有）`, '', '');
  const imported = fromDocument(document, id, name);
  if (own === null) return imported;
  return { ...imported, edition: own.edition, pkg: { ...own.pkg, id, name: own.pkg.name }, report: { ...imported.report, comments: own.pkg.comments.map(commentOf) } };
}

function fromDocument(document: DocxDocument, id: string, name: string): ImportedWord {
  const { text, lines, hints } = linesOf(document);
  const recognition = recognise(text, hints);
  const pkg = takeMarks(toPackage(recognition, { id, name }), document, recognition, lines);
  countHeads(recognition, lines, hints, document.tally);
  if (pkg.comments.length > 0) document.tally.found('批注', '批注的作者、时间和所批文字', pkg.comments.length);
  for (const { line, text: words, why } of recognition.noise) document.tally.notTaken(`不属稿件的文字（${why}）`, `第 ${lines[line - 1]?.paragraph.number ?? line} 段`, words);
  return {
    pkg, text, recognition, edition: null, origins: lines.map(({ paragraph }) => paragraph.number),
    look: houseLookOf(document, recognition, lines, `${name}的版式`),
    report: { found: document.tally.findings, notTaken: document.tally.leftOut, revisions: document.tally.revisions(document.revisions), comments: pkg.comments.map(commentOf) },
  };
}

/** Titles and headings as they were decided, by the evidence that decided them. */
function countHeads(recognition: Recognition, lines: DocxText['lines'], hints: DocxText['hints'], tally: Tally): void {
  for (const article of recognition.articles) {
    for (const { line } of article.fields.main?.pieces ?? []) tally.found('主标题', hints.get(line)?.title?.reason ?? '文字和位置');
    for (const { head, pieces } of article.blocks) {
      if (head === null) continue;
      const line = pieces[0]?.line ?? 0;
      const look = hints.get(line)?.heading;
      const label = head.number === null ? '' : lines[line - 1]?.prefix === 0 ? '，序号是键入的' : '，序号是自动编号';
      tally.found(head.leadLength === null ? '标题' : '段首标题', `${look !== undefined && head.reason !== look.reason ? `${look.reason}；` : ''}${head.reason}${label}`);
    }
  }
}

function commentOf({ id, article, entries, quote }: CommentThread): WordReport['comments'][number] {
  const first = entries[0];
  return { id, article, by: first?.by ?? '', at: first?.at ?? '', text: first?.text ?? '', quote: quote ?? '', answers: entries.length - 1 };
}
