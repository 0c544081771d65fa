// Both texts of a 花脸稿 for two columns: a row a paragraph, its words that only one side
// has marked. In: joined articles. Out: rows as the columns of recovery and backups have
// them; rows that differ are the listed changes, one for one and in their order.
import type { Node } from 'prosemirror-model';
import type { Compared, ComparedRow, Piece } from '../../core/model/compare-texts';
import { FIELD_PATHS, type Meeting } from '../../core/model/package';
import { numberHeadings } from '../../core/model/numbering';
import { changedPieces } from '../../core/report/compare/change-list';
import type { Joined } from '../../core/report/compare/redline';

/** Rows of all articles. `meeting`: the later one. */
export function columnRows({ articles, numbers }: Joined, meeting: Meeting): Compared {
  const rows = articles.flatMap((article): ComparedRow[] => {
    const were = new Map(numbers.filter((one) => one.article === article.id && one.gone === null).map((one) => [one.block, one.label]));
    const labels = numberHeadings(article.doc);
    return [
      ...FIELD_PATHS.flatMap((path) => (article.fields[path] === null ? [] : article.fields[path].children.map((node) => rowOf(node, NO_NUMBER, path.startsWith('deck') ? 'title' : 'body', meeting)))),
      ...article.doc.children.map((node, index) => rowOf(node, { now: labels[index] ?? null, was: were.get(index) ?? null }, node.type.name === 'heading' ? 'heading' : 'body', meeting)),
    ];
  });
  const size = (side: 'left' | 'right'): number => rows.reduce((sum, row) => sum + (row[side] ?? []).reduce((all, { text }) => all + text.length, 0), 0);
  return { rows, changes: rows.filter(({ same }) => !same).length, leftSize: size('left'), rightSize: size('right'), notes: [] };
}

interface RowNumber {
  readonly now: string | null;
  /** What it was where it was another; '': none. */
  readonly was: string | null;
}

const NO_NUMBER: RowNumber = { now: null, was: null };

function rowOf(node: Node, number: RowNumber, kind: ComparedRow['kind'], meeting: Meeting): ComparedRow {
  const pieces = changedPieces(node, meeting);
  const side = (other: 'inserted' | 'deleted'): readonly Piece[] | null => {
    const own = pieces.filter(({ change }) => change !== other);
    if (own.length === 0 && pieces.length > 0) return null;
    const label = (other === 'inserted' ? number.was : null) ?? number.now ?? '';
    return [...(label === '' ? [] : [{ text: label, own: number.was !== null || own.every(({ change }) => change !== null) }]), ...own.map(({ change, text, gap }) => ({ text: gap + text, own: change !== null }))];
  };
  return { kind, same: number.was === null && pieces.every(({ change }) => change === null), left: side('inserted'), right: side('deleted') };
}
