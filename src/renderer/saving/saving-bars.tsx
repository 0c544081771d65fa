// Bars that stay until something is decided, never boxes in the way (mock/start): a
// text that can be recovered, a file that others changed or took away.
import { KeptReviewBar } from '../import-review/kept-review-bar';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { dayAndTime } from './when';

/** On the start screen, and above an open text. */
export function RecoveryBar({ workspace }: { readonly workspace: Workspace }) {
  const items = useWatched(workspace.saving.recoveries);
  const [first] = items;
  if (first === undefined) return null;
  const name = first.file?.replace(/\.banxin$/i, '') ?? first.name;
  return (
    <section className="standing-bar" aria-label="恢复">
      <b className="tag warning">恢复</b>
      <div>
        <p>有 {items.length} 份稿子可以恢复：{name}{items.length > 1 ? ' 等' : ''}</p>
        <small>上次没有正常退出。恢复稿记到{dayAndTime(first.at)}，{first.file === null ? `从未保存过，有 ${first.changes} 步修改` : `其中 ${first.changes} 步修改还没有存进文件`}。选定之前，什么都不会删。</small>
      </div>
      <button type="button" className="button" onClick={() => workspace.dialog.set('recover')}>查看并恢复</button>
    </section>
  );
}

/** Above the text. */
export function SavingBars({ workspace }: { readonly workspace: Workspace }) {
  const session = useWatched(workspace.session);
  const state = useWatched(workspace.saving.state);
  const file = session?.file;
  if (session === null || file === undefined) return null;
  const outside = state?.document === session.opened.document ? state.outside : 'same';
  return (
    <>
      <RecoveryBar workspace={workspace} />
      <KeptReviewBar workspace={workspace} />
      {outside === 'changed' && (
        <section className="standing-bar" aria-label="磁盘上的文件被改过">
          <b className="tag warning">注</b>
          <div>
            <p>“{file.get()}”打开以后被别人改过</p>
            <small>自动保存已停下，不会盖掉对方的改动；这边的文字照常记在本机。</small>
          </div>
          <button type="button" className="button" onClick={() => workspace.dialog.set('outside')}>比较</button>
          <button type="button" className="button" onClick={() => void workspace.files.save(true)}>另存</button>
          <button type="button" className="button" onClick={() => void workspace.saving.settle('disk').then((why) => why !== null && workspace.notices.tell('failed', why))}>用磁盘上的</button>
        </section>
      )}
      {outside === 'gone' && (
        <section className="standing-bar" aria-label="磁盘上的文件不见了">
          <b className="tag warning">注</b>
          <div>
            <p>“{file.get()}”不在原处了</p>
            <small>可能被移走、改名，或者移动盘没有插好。自动保存已停下；保存会在原处重新写一份。</small>
          </div>
          <button type="button" className="button" onClick={() => void workspace.files.save(false)}>保存</button>
          <button type="button" className="button" onClick={() => void workspace.files.save(true)}>另存</button>
        </section>
      )}
    </>
  );
}
