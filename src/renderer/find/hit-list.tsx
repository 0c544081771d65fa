// Every hit with the words around it, by article. Arrows walk the list, Enter goes
// to the place; the current hit is marked.
import { useMemo } from 'react';
import type { Hit } from '../../core/model/find';
import { articleNames } from '../panels/article-names';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { walkList } from '../shell/walk-list';

/** More than this nobody reads; the count says how many there are. */
const MOST_LISTED = 300;

/** Characters shown on each side of a hit. */
const CONTEXT = 14;

interface HitListProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly hits: readonly Hit[];
  readonly current: number;
}

export function HitList({ workspace, session, hits, current }: HitListProps) {
  const { articles, meeting } = session.pkg;
  const names = useMemo(() => articleNames(articles, meeting), [articles, meeting]);
  const groups = useMemo(() => {
    const byArticle = new Map<string, number[]>();
    hits.forEach(({ article }, index) => {
      const group = byArticle.get(article);
      if (group === undefined) byArticle.set(article, [index]);
      else group.push(index);
    });
    return [...byArticle];
  }, [hits]);
  return (
    <div className="hits" onKeyDown={(event) => walkList(event)}>
      {groups.map(([article, indexes]) => (
        <section key={article}>
          <h3 className="cap">{names[articles.findIndex(({ id }) => id === article)]} · {indexes.length} 处</h3>
          <ul className="list">
            {indexes.filter((index) => index < MOST_LISTED).map((index) => (
              <li key={index}>
                <button type="button" className="plain" aria-current={index === current} onClick={() => workspace.find.goTo(index)}>
                  <Around workspace={workspace} hit={hits[index]} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hits.length > MOST_LISTED && <p className="quiet">只列出前 {MOST_LISTED} 处，其余用“下一处”看。</p>}
    </div>
  );
}

function Around({ workspace, hit }: { readonly workspace: Workspace; readonly hit: Hit | undefined }) {
  if (hit === undefined) return null;
  const text = workspace.find.textOf(hit);
  const { from, to } = hit.match;
  const start = Math.max(0, from - CONTEXT);
  return (
    <span>
      {start > 0 && '…'}{text.slice(start, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to, to + CONTEXT)}{to + CONTEXT < text.length && '…'}
    </span>
  );
}
