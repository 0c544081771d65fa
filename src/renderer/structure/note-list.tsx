// 名词: the terms that are explained, numbered as the annex numbers them (by first
// appearance in their article); an entry leads to its anchor.
import type { Package } from '../../core/model/package';
import { articleNames } from '../panels/article-names';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from '../panels/lower-list';
import { notesOf } from './note-places';

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
