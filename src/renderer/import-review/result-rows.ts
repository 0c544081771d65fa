// The articles that come of an import, as the rows of one list: an article's head,
// its fields, its blocks with their drawn numbers. A row knows its source lines, so
// that a click leads there and back.
import type { FieldName, RecognisedArticle, RecognisedBlock } from '../../core/import/recognition';
import { PART_NAMES, type Review } from '../../core/import/review/index';
import { headingLabel } from '../../core/model/numbering';
import { labelsOf, type ArticleLabel } from './article-labels';

export interface ResultRow {
  readonly key: string;
  readonly kind: 'article' | 'field' | 'heading' | 'text';
  /** Id of its article. */
  readonly article: string;
  readonly label: ArticleLabel;
  /** 主题, 二级标题; '' for body text. */
  readonly part: string;
  /** What heads its words: a drawn number with the heading, or with the first sentence of a paragraph that is headed; '' for none. */
  readonly lead: string;
  /** Beginning of its other words. */
  readonly text: string;
  /** Of an article: why it is of its kind and what belongs to it. */
  readonly reasons: readonly string[];
  /** Source lines, ascending as they stand in the block. */
  readonly lines: readonly number[];
  readonly level: number | null;
}

const FIELDS: readonly FieldName[] = ['over', 'main', 'sub', 'occasion', 'date', 'speaker', 'salutation'];

/** Characters of a block that its row shows. */
const SHOWN = 80;

const beginning = (text: string): string => text.slice(0, SHOWN).replaceAll('\n', '　').replaceAll('\t', '　') + (text.length > SHOWN ? '…' : '');

/** The rows, each made when it is asked for: of 100,000 blocks a dozen are in view. */
export interface ResultRows {
  readonly count: number;
  readonly at: (index: number) => ResultRow | undefined;
  /** Index of the row with this key; −1: gone. */
  readonly indexOf: (key: string) => number;
  /** Index of the row that shows a source line; −1: none does. */
  readonly ofLine: (line: number) => number;
}

interface Part {
  readonly article: RecognisedArticle;
  readonly label: ArticleLabel;
  /** Index of its first row. */
  readonly start: number;
  readonly head: readonly ResultRow[];
}

/** All rows, article by article: head, label, fields, blocks. */
export function rowsOf({ recognition }: Review): ResultRows {
  const labels = labelsOf(recognition.articles);
  const parts: Part[] = [];
  let count = 0;
  for (const article of recognition.articles) {
    const label = labels.get(article.id) as ArticleLabel;
    const head = headRows(article, label);
    parts.push({ article, label, start: count, head });
    count += head.length + article.blocks.length;
  }
  const at = (index: number): ResultRow | undefined => {
    const part = parts.findLast(({ start }) => start <= index);
    const block = part?.article.blocks[index - part.start - part.head.length];
    return part === undefined ? undefined : (part.head[index - part.start] ?? (block === undefined ? undefined : blockRow(block, part)));
  };
  let lines: Int32Array | null = null;
  const ofLine = (line: number): number => {
    lines ??= lineRows(parts, recognition.lineCount);
    return lines[line] ?? -1;
  };
  const indexOf = (key: string): number => {
    const [id = '', place] = key.split('/');
    const part = parts.find(({ article }) => article.id === id);
    if (part === undefined) return -1;
    const inHead = part.head.findIndex((row) => row.key === key);
    if (inHead >= 0) return part.start + inHead;
    const block = part.article.blocks.findIndex(({ pieces: [first] }) => place === `${first?.line ?? 0}.${first?.from ?? 0}`);
    return block < 0 ? -1 : part.start + part.head.length + block;
  };
  return { count, at, indexOf, ofLine };
}

/** The row of each line; of a line in two places the first. */
function lineRows(parts: readonly Part[], lineCount: number): Int32Array {
  const rows = new Int32Array(lineCount + 1).fill(-1);
  const put = (line: number, row: number): void => {
    if (rows[line] === -1) rows[line] = row;
  };
  for (const { article, start, head } of parts) {
    head.forEach(({ kind, lines }, i) => {
      if (kind !== 'article') for (const line of lines) put(line, start + i);
    });
    article.blocks.forEach(({ pieces }, i) => {
      for (const { line } of pieces) put(line, start + head.length + i);
    });
  }
  return rows;
}

function headRows(article: RecognisedArticle, label: ArticleLabel): readonly ResultRow[] {
  const { id } = article;
  const common = { article: id, label, lead: '', reasons: [], level: null };
  const rows: ResultRow[] = [{ ...common, key: id, kind: 'article', part: '', text: titleOf(article), lines: article.lines, reasons: article.reasons }];
  if (article.label !== null) rows.push({ ...common, key: `${id}/label`, kind: 'field', part: PART_NAMES.label, text: article.label.text, lines: [article.label.piece.line] });
  for (const name of FIELDS) {
    const field = article.fields[name];
    if (field !== null) rows.push({ ...common, key: `${id}/${name}`, kind: 'field', part: PART_NAMES[name], text: field.lines.join('　'), lines: field.pieces.map(({ line }) => line) });
  }
  return rows;
}

function blockRow(block: RecognisedBlock, { article, label }: Part): ResultRow {
  const { head } = block;
  const number = head === null || head.value === null ? '' : (headingLabel(head.level, head.form, head.value) ?? '');
  const first = block.pieces[0];
  const lead = head === null ? 0 : (head.leadLength ?? block.text.length);
  return {
    // A line stands in one block of its article, so its first piece names a block for good.
    key: `${article.id}/${first?.line ?? 0}.${first?.from ?? 0}`, kind: head === null ? 'text' : 'heading', article: article.id, label, reasons: [], level: head?.level ?? null,
    lines: block.pieces.map(({ line }) => line), part: block.kind === 'table' ? '表格' : '',
    lead: number + beginning(block.text.slice(0, lead)), text: beginning(block.text.slice(lead, lead + SHOWN + 1)),
  };
}

/** The headline on one line; '' where the article has none. */
export function titleOf({ fields }: RecognisedArticle): string {
  return (fields.main?.lines.join('') ?? '').replace(/\s+/g, ' ');
}

/** Characters of an article, white space not counted. */
export function charactersOf({ label, fields, blocks }: RecognisedArticle): number {
  const visible = (text: string): number => text.replace(/\s/g, '').length;
  let count = label === null ? 0 : visible(label.text);
  for (const name of FIELDS) for (const line of fields[name]?.lines ?? []) count += visible(line);
  for (const { text } of blocks) count += visible(text);
  return count;
}
