// Two states of one package beside each other, paragraph by paragraph and letter by
// letter: what a recovered text, a backup or somebody else's file differs in. In: two
// packages. Out: rows for two columns, and a word on what differs besides the text.
// Paragraphs are paired by Myers' shortest edit; a paragraph changed in the middle is
// compared by its letters. It compares text, not marks or styles (those have a note),
// and is no 花脸稿: that is made for print.
import type { Node } from 'prosemirror-model';
import { articleToJson } from './package-json';
import { FIELD_PATHS, type Article, type Meeting, type Package } from './package';
import { emptyFieldText, renderField } from './fields';
import { placeholderText } from './placeholder';
import type { PlaceholderAttrs } from './schema';
import { shortestEdit } from './shortest-edit';

/** A stretch of a paragraph. `own`: the other side does not have it. */
export interface Piece {
  readonly text: string;
  readonly own: boolean;
}

/** A line of the two columns. An empty side: the paragraph is only on the other. */
export interface ComparedRow {
  readonly kind: 'title' | 'heading' | 'body';
  readonly same: boolean;
  readonly left: readonly Piece[] | null;
  readonly right: readonly Piece[] | null;
}

export interface Compared {
  readonly rows: readonly ComparedRow[];
  /** Places that differ. */
  readonly changes: number;
  /** Characters of text of each side. */
  readonly leftSize: number;
  readonly rightSize: number;
  /** What differs besides the text, in Chinese. */
  readonly notes: readonly string[];
}

interface Paragraph {
  readonly kind: ComparedRow['kind'];
  readonly text: string;
}

/** More edits than this between two texts or two paragraphs, and no shortest way is looked for. */
const MOST_EDITS = 400;
/** Two paragraphs that share less than this part of their letters are two, not one changed. */
const ALIKE = 0.3;

/** Text of the package that saving must not lose: all letters of titles and articles. */
export function textSize(pkg: Package): number {
  return pkg.articles.reduce((sum, article) => sum + paragraphsOf(article, pkg.meeting).reduce((size, { text }) => size + text.length, 0), 0);
}

/** Compares the articles of two packages, in the order of `left`, those that only `right` has at the end. */
export function compareTexts(left: Package, right: Package): Compared {
  const rows: ComparedRow[] = [];
  const ids = [...new Set([...left.articles, ...right.articles].map(({ id }) => id))];
  for (const id of ids) {
    const [a = [], b = []] = [left, right].map(({ articles, meeting }) => articles.filter((article) => article.id === id).flatMap((article) => paragraphsOf(article, meeting)));
    rows.push(...compareParagraphs(a, b));
  }
  return { rows, changes: rows.filter(({ same }) => !same).length, leftSize: textSize(left), rightSize: textSize(right), notes: notesOf(left, right, rows.every(({ same }) => same)) };
}

function paragraphsOf(article: Article, meeting: Meeting): Paragraph[] {
  const found: Paragraph[] = [];
  for (const path of FIELD_PATHS) {
    const field = article.fields[path];
    if (field !== null) found.push({ kind: 'title', text: plain(field, meeting) });
  }
  article.doc.descendants((node) => {
    if (!node.isTextblock) return true;
    found.push({ kind: node.type.name === 'heading' ? 'heading' : 'body', text: plain(node, meeting) });
    return false;
  });
  return found;
}

/** Text with its atoms as the editor shows them. */
function plain(node: Node, meeting: Meeting): string {
  return node.textBetween(0, node.content.size, '', (leaf) => {
    if (leaf.type.name === 'placeholder') return placeholderText((leaf.attrs as PlaceholderAttrs).type, null);
    if (leaf.type.name !== 'field') return '';
    const { path, form } = leaf.attrs as { path: string; form: string };
    return renderField(path, form, meeting) ?? emptyFieldText(path);
  });
}

function compareParagraphs(left: readonly Paragraph[], right: readonly Paragraph[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  const script = shortestEdit(left.map(({ text }) => text), right.map(({ text }) => text), MOST_EDITS) ?? [...left.map(() => 'left' as const), ...right.map(() => 'right' as const)];
  let gone: Paragraph[] = [];
  let come: Paragraph[] = [];
  const settle = (): void => {
    rows.push(...pair(gone, come));
    gone = [];
    come = [];
  };
  let [i, j] = [0, 0];
  for (const step of script) {
    if (step === 'left') gone.push(left[i++]!);
    else if (step === 'right') come.push(right[j++]!);
    else {
      settle();
      const { kind, text } = left[i++]!;
      j++;
      rows.push({ kind, same: true, left: [{ text, own: false }], right: [{ text, own: false }] });
    }
  }
  settle();
  return rows;
}

/** Paragraphs between two that are equal: those alike become one row each, in order. */
function pair(gone: readonly Paragraph[], come: readonly Paragraph[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let j = 0;
  for (const paragraph of gone) {
    let match: { readonly at: number; readonly pieces: readonly [Piece[], Piece[]] } | null = null;
    for (let at = j; at < Math.min(come.length, j + 8) && match === null; at++) {
      const pieces = compareLetters(paragraph.text, come[at]!.text);
      if (pieces !== null) match = { at, pieces };
    }
    if (match === null) rows.push(only('left', paragraph));
    else {
      for (; j < match.at; j++) rows.push(only('right', come[j]!));
      rows.push({ kind: paragraph.kind, same: false, left: match.pieces[0], right: match.pieces[1] });
      j++;
    }
  }
  for (; j < come.length; j++) rows.push(only('right', come[j]!));
  return rows;
}

function only(side: 'left' | 'right', { kind, text }: Paragraph): ComparedRow {
  const pieces = [{ text, own: true }];
  return { kind, same: false, left: side === 'left' ? pieces : null, right: side === 'right' ? pieces : null };
}

/** Both texts in pieces, or null where they are too little alike to be one paragraph changed. */
function compareLetters(left: string, right: string): readonly [Piece[], Piece[]] | null {
  const [a, b] = [[...left], [...right]];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const script = shortestEdit(a.slice(head, a.length - tail), b.slice(head, b.length - tail), MOST_EDITS);
  const middle = script ?? [...a.slice(head, a.length - tail).map(() => 'left' as const), ...b.slice(head, b.length - tail).map(() => 'right' as const)];
  const shared = head + tail + middle.filter((step) => step === 'both').length;
  if (shared < ALIKE * Math.max(a.length, b.length)) return null;
  const pieces: [Piece[], Piece[]] = [[], []];
  const put = (side: 0 | 1, text: string, own: boolean): void => {
    const last = pieces[side].at(-1);
    if (last?.own === own) pieces[side][pieces[side].length - 1] = { text: last.text + text, own };
    else if (text !== '') pieces[side].push({ text, own });
  };
  const both = (text: string): void => {
    put(0, text, false);
    put(1, text, false);
  };
  both(a.slice(0, head).join(''));
  let [i, j] = [head, head];
  for (const step of middle) {
    if (step === 'left') put(0, a[i++]!, true);
    else if (step === 'right') put(1, b[j++]!, true);
    else {
      both(a[i++]!);
      j++;
    }
  }
  both(a.slice(a.length - tail).join(''));
  return pieces;
}

function notesOf(left: Package, right: Package, sameText: boolean): string[] {
  const differs = (of: (pkg: Package) => unknown): boolean => JSON.stringify(of(left)) !== JSON.stringify(of(right));
  const notes: string[] = [];
  if (sameText && differs(({ articles }) => articles.map(articleToJson))) notes.push('文字相同，标记或格式不同');
  if (differs(({ meeting }) => meeting)) notes.push('会议信息不同');
  if (differs(({ editions }) => editions)) notes.push('版式不同');
  if (differs(({ name, stage }) => [name, stage])) notes.push('文稿包名或稿次不同');
  if (differs(({ versions }) => versions.map(({ id, name }) => [id, name]))) notes.push('存下的稿次不同');
  if (differs(({ comments }) => comments)) notes.push('批注不同');
  if (differs(({ assets }) => [...assets.keys()].sort())) notes.push('图片不同');
  return notes;
}
