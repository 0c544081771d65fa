// 批注: the threads of the package in the order of the texts, then those whose words
// are gone, then what is done. A thread leads to its words, is answered, ticked off
// and deleted here; the one of the caret is marked.
import { useEffect, useRef } from 'react';
import type { CommentThread, Package } from '../../core/model/package';
import { articleNames } from '../panels/article-names';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from '../panels/lower-list';
import type { DocumentSession } from '../session/document-session';
import { useSelected } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { removeThread, tickThread } from './comment-changes';
import { commentPlaces, type CommentPlace } from './comment-places';

interface Row {
  readonly thread: CommentThread;
  readonly place: CommentPlace | null;
}

function rowsOf(pkg: Package): readonly Row[] {
  const places = commentPlaces(pkg);
  const order = new Map([...places.keys()].map((id, index) => [id, index]));
  const rank = ({ id, done }: CommentThread): number => (done ? 2e6 : 0) + (order.get(id) ?? 1e6);
  return pkg.comments.toSorted((a, b) => rank(a) - rank(b)).map((thread) => ({ thread, place: places.get(thread.id) ?? null }));
}

function CommentList({ workspace, session, pkg }: LowerListProps) {
  const rows = rowsOf(pkg);
  const here = useSelected(workspace.places.caret, (caret) => {
    if (caret === null) return null;
    const at = rows.find(({ place }) => place?.article === caret.article && place.field === caret.field && place.block === caret.block && place.from <= caret.offset && caret.offset <= place.to);
    return at?.thread.id ?? null;
  });
  if (rows.length === 0) return <li className="quiet">没有批注。选中文字，按 Ctrl+Alt+M 写一条。</li>;
  const names = articleNames(pkg.articles, pkg.meeting);
  const nameOf = (id: string): string => names[pkg.articles.findIndex((article) => article.id === id)] ?? '稿件已删';
  return rows.slice(0, MOST_ENTRIES).map(({ thread, place }) => (
    <Thread
      key={thread.id}
      workspace={workspace}
      session={session}
      thread={thread}
      place={place}
      name={nameOf(place?.article ?? thread.article)}
      current={thread.id === here}
    />
  ));
}

interface ThreadProps extends Row {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly name: string;
  readonly current: boolean;
}

function Thread({ workspace, session, thread, place, name, current }: ThreadProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { id, done, entries } = thread;
  const quote = place?.quote ?? thread.quote ?? '';
  const change = (changes: ReturnType<typeof tickThread>, label: string): void => {
    if (changes.length > 0) session.change(changes, label);
  };
  return (
    <li ref={item} className={done ? 'thread done' : 'thread'} aria-current={current}>
      <button
        type="button"
        className="plain"
        title={place === null ? '原文已删' : '到批注的文字'}
        onClick={() => place !== null && workspace.places.goTo({ article: place.article, field: place.field, block: place.block, offset: place.from, to: place.to })}
      >
        <b className={done ? 'tag' : 'tag warning'}>{done ? '已办' : '批'}</b>
        <span>
          {place === null ? <del>{quote}</del> : `“${quote}”`}
          <small>{place === null ? `原文已删 · ${name}` : name}</small>
        </span>
      </button>
      {entries.map((entry, index) => (
        <p key={index}>
          <b>{entry.by}</b> <small>{whenText(entry.at)}</small>
          <br />
          {entry.text}
        </p>
      ))}
      {session.opened.readOnly === null && (
        <div className="acts">
          <button type="button" className="link" onClick={() => workspace.dialog.set(`comment:${id}`)}>回复</button>
          <button type="button" className="link" onClick={() => change(tickThread(session.pkg, id, !done), done ? '重新打开批注' : '办结批注')}>{done ? '重新打开' : '已办'}</button>
          <button type="button" className="link" onClick={() => change(removeThread(session.pkg, id), '删除批注')}>删除</button>
        </div>
      )}
    </li>
  );
}

/** 11月26日 10:32; what is no time is shown as it stands. */
function whenText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return `${date.getMonth() + 1}月${date.getDate()}日 ${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

export const COMMENTS: LowerTab = { id: 'comments', title: '批注', count: ({ pkg }) => pkg.comments.filter(({ done }) => !done).length, List: CommentList };
