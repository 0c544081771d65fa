// A text as it reads once every change tracked in it is accepted: a 修订稿 that came back
// from Word still holds what was struck out, under its mark, and a comparison of two texts
// is of what they say. In: articles. Out: the same objects where nothing is tracked.
import { Fragment, type Node } from 'prosemirror-model';
import { FIELD_PATHS, type Article, type FieldDoc, type FieldPath } from '../../model/package';

/** Articles without what is struck out, what was put in as plain text. */
export function acceptedArticles(articles: readonly Article[]): readonly Article[] {
  return articles.map((article) => {
    if (![article.doc, ...FIELD_PATHS.map((path) => article.fields[path])].some((doc) => doc !== null && isTracked(doc))) return article;
    const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, article.fields[path] === null ? null : accepted(article.fields[path])])) as Record<FieldPath, FieldDoc>;
    return { ...article, fields, doc: accepted(article.doc) };
  });
}

const changeOf = (node: Node): string | null => node.marks.find(({ type }) => type.name === 'deleted' || type.name === 'inserted')?.type.name ?? null;

function isTracked(doc: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    found ||= changeOf(node) !== null;
    return !found;
  });
  return found;
}

function hasInline(node: Node): boolean {
  return node.isInline || node.children.some(hasInline);
}

function accepted(node: Node): Node {
  const children = node.children.flatMap((child: Node): Node[] => {
    if (child.isInline) return changeOf(child) === 'deleted' ? [] : [child.mark(child.marks.filter(({ type }) => type.name !== 'inserted'))];
    const made = accepted(child);
    // A paragraph, a row, a table of which nothing is left went with its words; a cell stays in its row, and a paragraph in its cell.
    return node.type.name !== 'table_row' && node.type.name !== 'table_cell' && hasInline(child) && !hasInline(made) ? [] : [made];
  });
  const isEmptyDoc = children.length === 0 && node.type.name === 'doc';
  return node.copy(isEmptyDoc ? Fragment.from(node.firstChild!.type.create()) : Fragment.fromArray(children));
}
