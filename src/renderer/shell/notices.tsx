// What the window has to say, below the menu row: it stays until it is put away,
// and nothing of it is in the way of typing (W5).
import { useState } from 'react';
import { useWatched } from '../session/observable';
import type { Notice } from '../session/notice-list';
import type { Workspace } from '../session/workspace';

/** What a kind of notice is called, and its class. */
export const NOTICE_TAGS: Readonly<Record<Notice['kind'], string>> = { done: '好', failed: '错', said: '注' };
export const NOTICE_CLASSES: Readonly<Record<Notice['kind'], string>> = { done: 'tag', failed: 'tag error', said: 'tag warning' };

export function Notices({ workspace }: { readonly workspace: Workspace }) {
  const notices = useWatched(workspace.notices.shown);
  return (
    <div className="notices" role="log" aria-label="通知">
      {notices.map((notice) => <Line key={notice.id} workspace={workspace} notice={notice} kind="notice" />)}
    </div>
  );
}

/**
 * What is said while a dialog or view stands over the window, which keeps the place where else it is said out of reach:
 * what came of an export asked for there, with its ways on. What was said before stays below.
 */
export function ToldHere({ workspace }: { readonly workspace: Workspace }) {
  const notices = useWatched(workspace.notices.shown);
  const [before] = useState(() => workspace.notices.log.get().at(-1)?.id ?? 0);
  const own = notices.filter(({ id }) => id > before);
  return own.length === 0 ? null : <div className="told-here" role="log" aria-label="通知">{own.map((notice) => <Line key={notice.id} workspace={workspace} notice={notice} kind="told" />)}</div>;
}

function Line({ workspace, notice, kind }: { readonly workspace: Workspace; readonly notice: Notice; readonly kind: 'notice' | 'told' }) {
  return (
    <div className={`${kind} ${notice.kind}`}>
      <b className={NOTICE_CLASSES[notice.kind]}>{NOTICE_TAGS[notice.kind]}</b>
      <span>{notice.message}</span>
      <Actions workspace={workspace} notice={notice} />
      <button type="button" className="button small" onClick={() => workspace.notices.dismiss(notice.id)}>知道了</button>
    </div>
  );
}

function Actions({ workspace, notice }: { readonly workspace: Workspace; readonly notice: Notice }) {
  const { exported, accept } = notice;
  return (
    <>
      {exported !== null && (
        <>
          <button type="button" className="button small" onClick={() => void workspace.files.showResult(exported, 'open')}>打开</button>
          <button type="button" className="button small" onClick={() => void workspace.files.showResult(exported, 'folder')}>打开所在文件夹</button>
        </>
      )}
      {accept !== null && (
        <button
          type="button"
          className="button small"
          onClick={() => {
            workspace.notices.dismiss(notice.id);
            accept.run();
          }}
        >
          {accept.title}
        </button>
      )}
    </>
  );
}
