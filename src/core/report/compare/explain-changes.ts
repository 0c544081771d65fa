// 修改说明: what changed between two versions, section by section, with the 理由 that was
// given to each change. In: the list of changes and the reasons. Out: a package with one
// article and an edition in the look of the booklet, to be written as PDF, Word file or
// text by the same ways as every other text. Made for one export, never stored.
import { PLAIN_BOOKLET } from '../../model/editions';
import { FIELD_PATHS, type Article, type Edition, type FieldDoc, type FieldPath, type Package } from '../../model/package';
import { schema } from '../../model/schema';
import type { ChangeList } from './change-list';

export interface ExplainJob {
  readonly list: ChangeList;
  readonly reasons: Readonly<Record<string, string>>;
  readonly from: string;
  readonly to: string;
  /** Whose meeting record and booklet are taken. */
  readonly now: Package;
  readonly edition: Edition;
}

const ID = 'changes';

/** The 修改说明 as a package and the edition that sets it. */
export function explainChanges({ list, reasons, from, to, now, edition }: ExplainJob): { readonly pkg: Package; readonly edition: Edition } {
  const paragraph = (text: string) => schema.nodes.paragraph.create(null, text === '' ? [] : schema.text(text));
  const line = (text: string): FieldDoc => schema.nodes.doc.create(null, paragraph(text));
  const blocks = list.sections.flatMap(({ title }, index) => {
    const own = list.changes.filter(({ section }) => section === index);
    if (own.length === 0) return [];
    return [
      schema.nodes.heading.create({ level: 1, numbered: false }, schema.text(title)),
      ...own.map(({ key, where, words }) => paragraph(`${where}：${words}${reasons[key] === undefined ? '' : `理由：${reasons[key].replace(/[。；]$/, '')}。`}`)),
    ];
  });
  const sums = `共改动 ${list.changes.length} 处，增 ${list.added} 字，删 ${list.removed} 字。`;
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, path === 'deck.main' ? line('修改说明') : path === 'deck.sub' ? line(`${from} → ${to}`) : null])) as Record<FieldPath, FieldDoc>;
  const article: Article = { id: ID, kind: 'notice', label: null, fields, doc: schema.nodes.doc.create(null, [paragraph(sums), ...blocks]) };
  const { redline: _redline, printedAt: _printedAt, ...rest } = edition;
  return {
    pkg: { ...now, name: '修改说明', stage: null, articles: [article], editions: [], versions: [], comments: [], ignored: [] },
    edition: { ...rest, id: ID, name: '修改说明', articles: [ID], booklet: PLAIN_BOOKLET, faces: {} },
  };
}
