// What the window has to say, below the menu row: it stays until it is put away,
// and nothing of it is in the way of typing (W5).
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
      {notices.map((notice) => (
        <div key={notice.id} className={`notice ${notice.kind}`}>
          <b className={NOTICE_CLASSES[notice.kind]}>{NOTICE_TAGS[notice.kind]}</b>
          <span>{notice.message}</span>
          <Actions workspace={workspace} notice={notice} />
          <button type="button" className="button small" onClick={() => workspace.notices.dismiss(notice.id)}>知道了</button>
        </div>
      ))}
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
