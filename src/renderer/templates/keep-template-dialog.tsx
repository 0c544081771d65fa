// 存为模板: keeps the open package, as it reads now, among the user's own templates.
import { useId, useState } from 'react';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { useWatched } from '../session/observable';

export const KeepTemplateDialog: DialogContent = ({ workspace }) => {
  const id = useId();
  const session = useWatched(workspace.session);
  const [name, setName] = useState(session?.pkg.name ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const [taken, setTaken] = useState(false);
  const keep = async (): Promise<void> => {
    if (session === null || name.trim() === '') return;
    await workspace.texts.whenSettled();
    const answer = await workspace.api.keepTemplate(session.opened.document, session.version, name.trim(), taken);
    if (answer.ok) {
      workspace.dialog.set(null);
      workspace.notices.tell('done', `已存为模板“${name.trim()}”，在“新建（模板）”里列在自带的后面。`);
      return;
    }
    setWrong(answer.message);
    setTaken(answer.code === 'template-exists');
  };
  return (
    <Dialog
      workspace={workspace}
      title="存为模板"
      onSubmit={() => void keep()}
      foot={(
        <>
          <span className="rest">稿次、批注不存进去；会议信息和版式一同存下。</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={name.trim() === ''}>{taken ? '覆盖' : '存为模板'}</button>
        </>
      )}
    >
      <div className="phrase-form">
        <label htmlFor={id}>名称</label>
        <input
          id={id}
          type="text"
          value={name}
          autoFocus
          autoComplete="off"
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : `${id}-said`}
          onChange={(event) => {
            setName(event.target.value);
            setWrong(null);
            setTaken(false);
          }}
        />
        {wrong !== null && <small id={`${id}-said`} className="wrong">{wrong}</small>}
      </div>
    </Dialog>
  );
};
