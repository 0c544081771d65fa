// A table with a title as a small package of its own, so that it is set and written as every
// other text is: a 数据核对表 of one 委室, 承诺与结果. In: words. Out: a package with one article;
// an edition to set it in.
import type { Node } from 'prosemirror-model';
import { makeEdition, type EditionPreset } from '../model/editions';
import { EMPTY_MEETING, FIELD_PATHS, type Article, type Edition, type FieldDoc, type FieldPath, type Package } from '../model/package';
import { schema } from '../model/schema';

export interface TableSheet {
  /** Stands over it: the report's title and 数据核对表, a line each. */
  readonly title: string;
  /** Paragraphs before the table, and behind it. */
  readonly before: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
}

/** Id of the one article. */
const SHEET_ARTICLE = 'sheet';

/** Five and small five on a sheet that lies: eight columns have room, and two lines a row make fifteen rows a page. By eye on seventy-six rows. */
const BODY = 10.5;
const CELL = 9;
const PITCH = 13.5;
const TITLE = 16;
const MARGIN = 42;

/** The edition of a sheet: the preset's own look, smaller, on its paper laid across. `preset`: on sheets. */
export function sheetEdition(preset: EditionPreset): Edition {
  const edition = makeEdition(preset, [SHEET_ARTICLE], SHEET_ARTICLE);
  const { look, master } = edition;
  if (master.kind !== 'sheet') return edition;
  const [width, height] = [master.height, master.width];
  return {
    ...edition,
    look: { ...look, size: BODY, styles: { ...look.styles, table: { ...look.styles.table, size: CELL }, title: { ...look.styles.title, size: TITLE, gridLines: 2 } } },
    master: {
      ...master, width, height, top: MARGIN, inner: MARGIN, columns: { characters: Math.floor((width - 2 * MARGIN) / BODY), em: BODY }, pitch: PITCH, lines: Math.floor((height - 2 * MARGIN) / PITCH),
      firstBaseline: BODY * 0.88,
    },
  };
}

const paragraph = (text: string): Node => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);

/** The package of a sheet. Line ends in cells become blanks: a cell is one paragraph. */
export function sheetPackage({ title, before, header, rows, after }: TableSheet): Package {
  const cell = (text: string): Node => schema.node('table_cell', null, paragraph(text.replace(/\s*[\r\n]+\s*/g, ' ').trim()));
  const table = schema.node('table', null, [header, ...rows].map((row) => schema.node('table_row', null, header.map((_, column) => cell(row[column] ?? '')))));
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, null])) as Record<FieldPath, FieldDoc>;
  const lines = title.split('\n').flatMap((line, index) => [...(index === 0 ? [] : [schema.node('hard_break')]), ...(line === '' ? [] : [schema.text(line)])]);
  fields['deck.main'] = schema.node('doc', null, schema.node('paragraph', null, lines));
  const article: Article = { id: SHEET_ARTICLE, kind: 'notice', label: null, fields, doc: schema.node('doc', null, [...before.map(paragraph), table, ...after.map(paragraph)]) };
  return { id: SHEET_ARTICLE, name: title.replaceAll('\n', ''), stage: null, meeting: EMPTY_MEETING, articles: [article], editions: [], versions: [], assets: new Map(), comments: [], ignored: [] };
}
