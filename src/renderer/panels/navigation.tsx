// The left pane: 稿件, the 结构 of the article shown, and what is known of the meeting.
import { renderField } from '../../core/model/fields';
import type { Package } from '../../core/model/package';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { ArticleList } from '../structure/article-list';
import { Outline } from '../structure/outline';
import { useSettled } from './use-settled';

export function Navigation({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const pkg = useSettled(workspace, session);
  const shown = useWatched(workspace.article);
  return (
    <nav className="pane nav" aria-label="稿件与结构">
      <h2 className="cap">
        稿件
        {session.opened.readOnly === null && (
          <>
            <button type="button" className="plain" aria-label="新建稿件" onClick={() => workspace.dialog.set('new-article')}>新建…</button>
            <button type="button" className="plain" aria-label="稿件属性" onClick={() => workspace.dialog.set('article')}>属性…</button>
          </>
        )}
      </h2>
      <ArticleList workspace={workspace} session={session} pkg={pkg} shown={shown} />
      <h2 className="cap">结构</h2>
      <Outline workspace={workspace} pkg={pkg} shown={shown} />
      <h2 className="cap">
        会议信息
        <button type="button" className="plain" aria-label="填写会议信息" onClick={() => workspace.dialog.set('meeting')}>填写…</button>
      </h2>
      <Meeting pkg={pkg} />
    </nav>
  );
}

function Meeting({ pkg }: { readonly pkg: Package }) {
  const { meeting } = pkg;
  const lines = [
    meeting.organisation.short ?? meeting.organisation.full,
    [renderField('meeting', 'jieci', meeting) ?? renderField('term', 'di', meeting), renderField('opens', 'plain', meeting)].filter((part) => part !== null).join(' · '),
    meeting.speaker === null ? null : `报告人　${meeting.speaker}`,
  ].filter((line): line is string => line !== null && line !== '');
  return <div className="facts">{lines.length === 0 ? <p className="quiet">未填</p> : lines.map((line) => <p key={line}>{line}</p>)}</div>;
}
