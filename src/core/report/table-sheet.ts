// A table with a title as a small package of its own, so that it is set and written as every
// other text is: a 数据核对表 of one 委室, 承诺与结果. In: words. Out: a package with one article;
// its edition is the caller's to make.
import type { Node } from 'prosemirror-model';
import { EMPTY_MEETING, FIELD_PATHS, type Article, type FieldDoc, type FieldPath, type Package } from '../model/package';
import { schema } from '../model/schema';

export interface TableSheet {
  /** Stands over it: 数据核对表. */
  readonly title: string;
  /** Paragraphs before the table, and behind it. */
  readonly before: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
}

/** Id of the one article. */
export const SHEET_ARTICLE = 'sheet';

const paragraph = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);

/** The package of a sheet. Line ends in cells become blanks: a cell is one paragraph. */
export function sheetPackage({ title, before, header, rows, after }: TableSheet): Package {
  const cell = (text: string): Node => schema.node('table_cell', null, paragraph(text.replace(/\s*[\r\n]+\s*/g, ' ').trim()));
  const table = schema.node('table', null, [header, ...rows].map((row) => schema.node('table_row', null, header.map((_, column) => cell(row[column] ?? '')))));
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, null])) as Record<FieldPath, FieldDoc>;
  fields['deck.main'] = schema.node('doc', null, paragraph(title));
  const article: Article = { id: SHEET_ARTICLE, kind: 'notice', label: null, fields, doc: schema.node('doc', null, [...before.map(paragraph), table, ...after.map(paragraph)]) };
  return { id: SHEET_ARTICLE, name: title, stage: null, meeting: EMPTY_MEETING, articles: [article], editions: [], versions: [], assets: new Map(), comments: [], ignored: [] };
}
