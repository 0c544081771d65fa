// 稿件: the articles of the package. A click shows one; keys: ↑ ↓ walk, F2 opens its
// 属性, Alt+↑ ↓ moves it, Delete asks whether it goes.
import { useMemo, type KeyboardEvent } from 'react';
import type { Package } from '../../core/model/package';
import { articleNames, narrowNames } from '../panels/article-names';
import { countDoc } from '../panels/count-words';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { moveArticle } from './article-changes';
import { walkList } from '../shell/walk-list';

interface ArticleListProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly pkg: Package;
  readonly shown: string | null;
}

export function ArticleList({ workspace, session, pkg, shown }: ArticleListProps) {
  const names = useMemo(() => articleNames(pkg.articles, pkg.meeting), [pkg.articles, pkg.meeting]);
  const short = useMemo(() => narrowNames(pkg.articles, pkg.meeting), [pkg.articles, pkg.meeting]);
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (walkList(event, { among: 'button.entry' }) || session.opened.readOnly !== null) return;
    const id = (event.target as HTMLElement).closest('li')?.dataset['article'];
    if (id === undefined) return;
    if (event.key === 'F2') workspace.dialog.set(`article:${id}`);
    else if (event.key === 'Delete') workspace.dialog.set(`delete-article:${id}`);
    else if (event.altKey && !event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const changes = moveArticle(session.pkg, id, event.key === 'ArrowUp' ? -1 : 1);
      if (changes.length > 0) session.change(changes, '移动稿件');
    } else return;
    event.preventDefault();
  };
  return (
    <ul className="list" onKeyDown={onKey}>
      {pkg.articles.map((article, index) => (
        <li key={article.id} data-article={article.id}>
          <button
            type="button"
            className="plain entry"
            aria-current={article.id === shown}
            title={`${names[index] ?? ''}\nF2 属性，Alt+↑ ↓ 移动，Delete 删除`}
            onClick={() => workspace.article.set(article.id)}
          >
            <span>{short[index]}</span>
            <small>{countDoc(article.doc, pkg.meeting).toLocaleString('zh-CN')}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
