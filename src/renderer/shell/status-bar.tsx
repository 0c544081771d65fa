// The bottom row: counts, place, what runs now, and whether the text is in its file.
import { StatusCounts } from '../counts/status-counts';
import { SavingStatus } from '../saving/saving-status';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';

export function StatusBar({ workspace }: { readonly workspace: Workspace }) {
  const session = useWatched(workspace.session);
  const task = useWatched(workspace.files.task);
  const start = useWatched(workspace.start);
  return (
    <footer className="status">
      {session === null ? <span>未打开文稿</span> : (
        <>
          <StatusCounts workspace={workspace} session={session} />
          <SavingStatus workspace={workspace} session={session} />
        </>
      )}
      <Unseen workspace={workspace} />
      <span className="rest" role="status">
        {task !== null && (
          <>
            <span>{task}</span>
            <button type="button" className="button small" onClick={() => void workspace.files.cancel()}>取消</button>
          </>
        )}
        {start !== null && <span>版心 {start.version} · 不连网{start.runtimeNote === null ? '' : ' · 测试用运行时'}</span>}
      </span>
    </footer>
  );
}

/** Failures that nobody has looked at: they lead to 通知. */
function Unseen({ workspace }: { readonly workspace: Workspace }) {
  const unseen = useWatched(workspace.notices.unseen);
  if (unseen === 0) return null;
  return (
    <button type="button" className="plain failures" aria-label={`有 ${unseen} 条出错的通知没有看过`} onClick={() => workspace.dialog.set('notices')}>
      <b className="tag error">错</b> 通知 {unseen}
    </button>
  );
}
