// In the status row: when the text was last saved by itself, or why it is not.
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { clockTime } from './when';

export function SavingStatus({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const state = useWatched(workspace.saving.state);
  const file = useWatched(session.file);
  if (state === null || state.document !== session.opened.document || session.opened.readOnly !== null) return null;
  const { trouble, journalTrouble, last, autosave } = state;
  if (journalTrouble !== null) return <strong className="trouble" title={journalTrouble}>恢复日志写不进去</strong>;
  if (trouble !== null) return <strong className="trouble" title={trouble}>自动保存没有成功：{trouble}</strong>;
  if (last !== null) return <span>{last.by === 'auto' ? '自动保存' : '已保存'} {clockTime(last.at)}</span>;
  if (file === null) return <span>每个字都记在本机，还没有存成文件</span>;
  return autosave ? null : <span>自动保存已关闭</span>;
}
