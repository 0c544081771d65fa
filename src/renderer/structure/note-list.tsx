// 名词: the terms that are explained, numbered as the annex numbers them (by first
// appearance in their article); an entry leads to its anchor.
import type { Node } from 'prosemirror-model';
import { schema, type NoteAttrs } from '../../core/model/schema';
import type { Package } from '../../core/model/package';
import { placeOf } from '../editor/places';
import { articleNames } from '../panels/article-names';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from '../panels/lower-list';

interface NoteAt extends NoteAttrs {
  readonly block: number;
  readonly offset: number;
  readonly number: number;
}

const found = new WeakMap<Node, readonly NoteAt[]>();

/** Anchors of a document in order; one term has one number. */
export function notesOf(doc: Node): readonly NoteAt[] {
  const known = found.get(doc);
  if (known !== undefined) return known;
  const numbers = new Map<string, number>();
  const notes: NoteAt[] = [];
  doc.descendants((node, pos) => {
    if (node.type !== schema.nodes.note) return true;
    const { term, text } = node.attrs as NoteAttrs;
    const number = numbers.get(term) ?? numbers.size + 1;
    numbers.set(term, number);
    notes.push({ term, text, number, ...placeOf(doc, pos) });
    return false;
  });
  found.set(doc, notes);
  return notes;
}

const countOf = ({ articles }: Package): number => articles.reduce((sum, { doc }) => sum + notesOf(doc).length, 0);

function NoteList({ workspace, pkg }: LowerListProps) {
  const names = articleNames(pkg.articles, pkg.meeting);
  const rows = pkg.articles.flatMap(({ id, doc }, index) => notesOf(doc).map((note) => ({ ...note, article: id, name: names[index] ?? '' })));
  return rows.slice(0, MOST_ENTRIES).map(({ article, block, offset, number, term, text, name }, index) => (
    <li key={index}>
      <button type="button" className="plain" onClick={() => workspace.places.goTo({ article, field: null, block, offset, to: offset + 1 })}>
        <b className="tag">{number}</b>
        <span>
          {term}
          <small>{name} · {text}</small>
        </span>
      </button>
    </li>
  ));
}

export const NOTES: LowerTab = { id: 'notes', title: '名词', count: ({ pkg }) => countOf(pkg), shown: ({ pkg }) => countOf(pkg) > 0, List: NoteList };
