// The bottom row: counts, place, what runs now, and whether the text is in its file.
import { countTasks } from '../panels/task-list';
import { countDoc } from '../panels/count-words';
import { useSettled } from '../panels/use-settled';
import { SavingStatus } from '../saving/saving-status';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';

/** Characters read aloud in a minute (W17). */
const READING_RATE = 200;

export function StatusBar({ workspace }: { readonly workspace: Workspace }) {
  const session = useWatched(workspace.session);
  const task = useWatched(workspace.files.task);
  const start = useWatched(workspace.start);
  return (
    <footer className="status">
      {session === null ? <span>未打开文稿</span> : <Counts workspace={workspace} session={session} />}
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

function Counts({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const pkg = useSettled(workspace, session);
  const shown = useWatched(workspace.article);
  const pages = useSelected(workspace.feed.pages, (all) => all?.pages.length ?? null);
  const page = useWatched(workspace.page);
  const article = pkg.articles.find(({ id }) => id === shown);
  const words = article === undefined ? 0 : countDoc(article.doc);
  const tasks = countTasks(pkg);
  return (
    <>
      <span>全文 {words.toLocaleString('zh-CN')} 字</span>
      <span>宣读约 {Math.max(1, Math.round(words / READING_RATE))} 分钟</span>
      <span>{pages === null ? '正在排版…' : `第 ${Math.min(page + 1, pages)} / ${pages} 页`}</span>
      <span>待办 {tasks}</span>
      <SavingStatus workspace={workspace} session={session} />
    </>
  );
}
