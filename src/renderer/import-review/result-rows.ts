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

const beginning = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text.replaceAll('\n', '　').replaceAll('\t', '　'));

/** All rows, article by article. */
export function rowsOf({ recognition }: Review): readonly ResultRow[] {
  const labels = labelsOf(recognition.articles);
  return recognition.articles.flatMap((article) => articleRows(article, labels.get(article.id) as ArticleLabel));
}

function articleRows(article: RecognisedArticle, label: ArticleLabel): ResultRow[] {
  const { id } = article;
  const common = { article: id, label, lead: '', reasons: [], level: null };
  const rows: ResultRow[] = [{ ...common, key: id, kind: 'article', part: '', text: titleOf(article), lines: article.lines, reasons: article.reasons }];
  if (article.label !== null) rows.push({ ...common, key: `${id}/label`, kind: 'field', part: PART_NAMES.label, text: article.label.text, lines: [article.label.piece.line] });
  for (const name of FIELDS) {
    const field = article.fields[name];
    if (field !== null) rows.push({ ...common, key: `${id}/${name}`, kind: 'field', part: PART_NAMES[name], text: field.lines.join('　'), lines: field.pieces.map(({ line }) => line) });
  }
  // A line stands in one block of its article, so its first piece names a block for good.
  for (const block of article.blocks) rows.push(blockRow(block, common, id));
  return rows;
}

function blockRow(block: RecognisedBlock, common: Omit<ResultRow, 'key' | 'kind' | 'part' | 'text' | 'lines'>, id: string): ResultRow {
  const { head } = block;
  const number = head === null || head.value === null ? '' : (headingLabel(head.level, head.form, head.value) ?? '');
  const lines = block.pieces.map(({ line }) => line);
  const first = block.pieces[0];
  const lead = head === null ? 0 : (head.leadLength ?? block.text.length);
  return {
    ...common, key: `${id}/${first?.line ?? 0}.${first?.from ?? 0}`, kind: head === null ? 'text' : 'heading', level: head?.level ?? null, lines,
    part: block.kind === 'table' ? '表格' : '', lead: number + block.text.slice(0, lead), text: beginning(block.text.slice(lead)),
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
