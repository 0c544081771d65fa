// The review of an import that a crash left (W43): a bar that stays until it is gone on
// with or not wanted, on the start screen and above an open text.
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { dayAndTime } from '../saving/when';

export function KeptReviewBar({ workspace }: { readonly workspace: Workspace }) {
  const kept = useWatched(workspace.imports.kept);
  const [first] = kept;
  if (first === undefined) return null;
  return (
    <section className="standing-bar" aria-label="没有完成的导入审阅">
      <b className="tag warning">恢复</b>
      <div>
        <p>有 {kept.length} 份导入审阅没有完成：{first.name}{kept.length > 1 ? ' 等' : ''}</p>
        <small>上次没有正常退出。记到{dayAndTime(first.at)}，已经作了 {first.decisions} 个决定{first.home === null ? '' : `，要放进“${first.home}”`}；原文和决定都在。选定之前，什么都不会删。</small>
      </div>
      <button type="button" className="button" onClick={() => void workspace.imports.giveUp(first)}>不要</button>
      <button type="button" className="button" onClick={() => void workspace.imports.resume(first.id)}>接着审阅</button>
    </section>
  );
}
