// What an edition must print of its articles, from the documents alone: document −
// omitted ranges + known furniture (heading numbers, note anchors, （摘要）), fields
// and placeholders as printed, in printed order (DESIGN, "Edition"). The export
// reads the PDF back and compares with this: so it is made from the model and
// shares no step with flow, which it is to check.
import type { Mark, Node } from 'prosemirror-model';
import { emptyFieldText, renderField } from './fields';
import { numberHeadings } from './numbering';
import type { Article, Edition, EditionKind, FieldPath, Package, Renumbered } from './package';
import { placeholderText } from './placeholder';
import type { FieldAttrs, NoteAttrs, PlaceholderAttrs } from './schema';

/** Whether an edition prints what stands under these marks: not 见报略, 宣读略, nor what a reviewer struck out, unless it is a 花脸稿. */
export function isPrinted(marks: readonly Mark[], edition: EditionKind, redline = false): boolean {
  return !marks.some(({ type, attrs }) => (type.name === 'deleted' && !redline) || (type.name === 'omit' && (attrs.editions as readonly string[]).includes(edition)));
}

interface Printing {
  readonly pkg: Package;
  readonly edition: EditionKind;
  /** A 花脸稿: what is struck out is printed too. */
  readonly redline: boolean;
  /** Of a 花脸稿: heads that had another number, which is printed before the new one. */
  readonly renumbered: readonly Renumbered[];
  /** Number of a note by term; null where the edition prints no anchors. */
  readonly notes: ReadonlyMap<string, number> | null;
}

/** Stands for a note anchor that is gone: its number went with it. */
export const GONE_ANCHOR = '〔注〕';

function inlineText(inline: Node, { pkg, notes, redline }: Printing): string {
  switch (inline.type.name) {
    case 'text': return inline.text ?? '';
    case 'hard_break': return '\n';
    case 'field': {
      const { path, form } = inline.attrs as FieldAttrs;
      return renderField(path, form, pkg.meeting) ?? emptyFieldText(path);
    }
    case 'placeholder': return placeholderText((inline.attrs as PlaceholderAttrs).type, pkg.stage);
    case 'note': {
      const number = notes?.get((inline.attrs as NoteAttrs).term);
      if (number === undefined) return redline && notes !== null && notes.size > 0 ? GONE_ANCHOR : '';
      return `〔${number}〕`;
    }
    default: throw new TypeError(`no printed text of ${inline.type.name}`);
  }
}

/** Text of a textblock with its number; a block whose every word is left out prints nothing, its number neither. */
function textblockText(block: Node, label: string | null, printing: Printing): string {
  let text = '';
  let left = false;
  block.forEach((inline) => {
    if (isPrinted(inline.marks, printing.edition, printing.redline)) text += inlineText(inline, printing);
    else left = true;
  });
  return left && text === '' ? '' : (label ?? '') + text;
}

function blockText(block: Node, label: string | null, printing: Printing): string {
  if (block.isTextblock) return textblockText(block, label, printing);
  let text = '';
  block.descendants((node) => {
    if (!node.isTextblock) return true;
    text += `${textblockText(node, null, printing)}\n`;
    return false;
  });
  return text;
}

/** Whether the edition leaves out anything of an article's body. */
export function hasOmission(article: Article, edition: EditionKind): boolean {
  let found = false;
  article.doc.descendants((node) => {
    found ||= node.isInline && node.marks.some(({ type, attrs }) => type.name === 'omit' && (attrs.editions as readonly string[]).includes(edition));
    return !found;
  });
  return found;
}

/** Notes of the articles by first appearance, numbered from 1; null where the edition has no annex for them. */
function numberNotes(articles: readonly Article[], edition: Edition): ReadonlyMap<string, number> | null {
  if (edition.booklet?.annex !== true) return null;
  const numbers = new Map<string, number>();
  for (const article of articles) {
    article.doc.descendants((node) => {
      if (node.type.name !== 'note' || !isPrinted(node.marks, edition.kind)) return;
      const { term } = node.attrs as NoteAttrs;
      if (!numbers.has(term)) numbers.set(term, numbers.size + 1);
    });
  }
  return numbers;
}

/** Printed order of the title block (G-21, N-10). */
const ORDER: readonly (FieldPath | 'label' | 'abridged')[] = [
  'label', 'deck.over', 'deck.main', 'deck.sub', 'head.occasion', 'abridged', 'head.date', 'head.speaker', 'head.salutation',
];

function articleText(article: Article, edition: Edition, printing: Printing): string {
  const parts: string[] = [];
  for (const part of ORDER) {
    if (part === 'label') parts.push(article.label ?? '');
    else if (part === 'abridged') parts.push(edition.abridgedNote && hasOmission(article, edition.kind) ? '（摘要）' : '');
    else article.fields[part]?.forEach((block) => parts.push(textblockText(block, null, printing)));
  }
  const labels = numberHeadings(article.doc);
  const was = new Map(printing.renumbered.filter((one) => one.article === article.id).map((one) => [one.block, one.was]));
  article.doc.forEach((block, _offset, index) => parts.push(blockText(block, (was.get(index) ?? '') + (labels[index] ?? ''), printing)));
  return parts.filter((part) => part !== '').join('\n');
}

/** What stands for an article's id where the 名词解释 annex is set: its text comes from the note anchors. No article's id begins with #. */
export const ANNEX = '#annex';

/** Printed text of each article that the edition sets, by id, a line a block; of the annex under ANNEX. */
export function conservedText(pkg: Package, edition: Edition): ReadonlyMap<string, string> {
  const articles = edition.articles.flatMap((id) => pkg.articles.find((article) => article.id === id) ?? []);
  const notes = numberNotes(articles, edition);
  const printing: Printing = { pkg, edition: edition.kind, redline: edition.redline !== undefined, renumbered: edition.redline?.renumbered ?? [], notes };
  const texts = new Map(articles.map((article) => [article.id, articleText(article, edition, printing)]));
  if (notes !== null && notes.size > 0) texts.set(ANNEX, annexText(articles, edition, notes));
  return texts;
}

/** 名词解释: `1.term：text` by number, with the first explanation that a term was given. */
function annexText(articles: readonly Article[], edition: Edition, notes: ReadonlyMap<string, number>): string {
  const explained = new Map<string, string>();
  for (const article of articles) {
    article.doc.descendants((node) => {
      if (node.type.name !== 'note' || !isPrinted(node.marks, edition.kind)) return;
      const { term, text } = node.attrs as NoteAttrs;
      if ((explained.get(term) ?? '') === '') explained.set(term, text);
    });
  }
  return ['名词解释', ...[...notes].map(([term, number]) => `${number}.${term}：${explained.get(term) ?? ''}`)].join('\n');
}

/** Characters without ink that setting may add, drop or move: white space, soft hyphen, zero-width marks. */
function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x2000) return code === 0x7f || code === 0xa0 || code === 0xad || code === 0x1680;
  if (code <= 0x200f) return true;
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060 || code === 0x3000 || code === 0xfeff;
}

/** First place after `at` that is no blank. */
function skip(text: string, at: number): number {
  let i = at;
  while (i < text.length && isBlank(text.charCodeAt(i))) i++;
  return i;
}

/** The place in `text` after `expected` was read from `at`, blanks apart; -1 where something else stands there. */
function readOver(text: string, at: number, expected: string): number {
  let i = at;
  for (let k = skip(expected, 0); k < expected.length; k = skip(expected, k + 1)) {
    i = skip(text, i);
    if (i >= text.length || text.charCodeAt(i) !== expected.charCodeAt(k)) return -1;
    i++;
  }
  return i;
}

/** Where two texts part. */
export interface Difference {
  /** Offset in the conserved text. */
  readonly at: number;
  readonly expected: string;
  readonly found: string;
}

const EXCERPT = 20;

/**
 * First place where the text read from paper is not the conserved text, blanks apart; null where it is the same.
 * `generated` are texts that the program put inside the article (jump lines), in their order; each may stand once.
 */
export function textDifference(read: string, conserved: string, generated: readonly string[] = []): Difference | null {
  let i = skip(read, 0);
  let k = skip(conserved, 0);
  let next = 0;
  let line = 0; // of the conserved text, up to where it was compared whole
  while (i < read.length || k < conserved.length) {
    if (k >= line && next === generated.length) {
      // Nearly every line stands there as it is: compared at once.
      const end = conserved.indexOf('\n', k);
      line = end < 0 ? conserved.length : end;
      if (line > k && read.startsWith(conserved.slice(k, line), i)) {
        i = skip(read, i + line - k);
        k = skip(conserved, line);
        continue;
      }
    }
    if (i < read.length && k < conserved.length && read.charCodeAt(i) === conserved.charCodeAt(k)) {
      // Generated text that begins like the article's own next words is told apart by its whole length.
      const own = next < generated.length && readOver(conserved, k, generated[next]!) >= 0;
      const over = next < generated.length && !own ? readOver(read, i, generated[next]!) : -1;
      if (over < 0) {
        i = skip(read, i + 1);
        k = skip(conserved, k + 1);
        continue;
      }
      i = skip(read, over);
      next++;
      continue;
    }
    const over = next < generated.length ? readOver(read, i, generated[next]!) : -1;
    if (over < 0) return { at: k, expected: conserved.slice(k, k + EXCERPT), found: read.slice(i, i + EXCERPT) };
    i = skip(read, over);
    next++;
  }
  return null;
}

/** Whether two texts are the same, blanks apart. */
export function sameText(a: string, b: string): boolean {
  return textDifference(a, b) === null;
}
