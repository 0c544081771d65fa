// A file that somebody else changed while it was open here (W46): both texts beside
// each other, and every way out; whichever side gives way goes to the backups first.
import { useEffect, useState } from 'react';
import type { Compared } from '../../core/model/compare-texts';
import { useWatched } from '../session/observable';
import type { DialogContent } from '../shell/dialogs';
import { ComparedColumns, useWalk, WalkButtons } from './compared-columns';
import { Sheet } from './sheet';

export const OutsideDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const [compared, setCompared] = useState<Compared | null>(null);
  const walk = useWalk(compared);
  const document = session?.opened.document ?? null;
  useEffect(() => {
    if (document === null) return;
    void workspace.api.outsideTexts(document).then((answer) => {
      if (answer.ok) setCompared(answer.value);
      else workspace.files.fail(answer);
    });
  }, [workspace, document]);
  return (
    <Sheet
      workspace={workspace}
      title="磁盘上的文件被别人改过"
      note="让出的一份会先进“文件 › 历史备份”，留 30 天。"
      onKeyDown={walk.onKeyDown}
      foot={
        <>
          {compared !== null && <WalkButtons walk={walk} notes={compared.notes} />}
          <span className="rest" />
          <button type="button" className="button" data-first onClick={() => workspace.dialog.set(null)}>先不选</button>
          <button type="button" className="button" onClick={() => void workspace.saving.settle('window')}>用窗口里的覆盖</button>
          <button type="button" className="button" onClick={() => void workspace.saving.settle('disk')}>用磁盘上的</button>
          <button
            type="button"
            className="button main"
            onClick={() => {
              workspace.dialog.set(null);
              void workspace.files.save(true);
            }}
          >
            另存为…
          </button>
        </>
      }
    >
      {compared === null ? <p className="quiet wait" role="status">正在比较…</p> : (
        <ComparedColumns
          compared={compared}
          newer="left"
          walk={walk}
          left={{ title: '窗口里的', facts: `${compared.leftSize.toLocaleString('zh-CN')} 字`, tag: null }}
          right={{ title: '磁盘上的', facts: `${compared.rightSize.toLocaleString('zh-CN')} 字`, tag: null }}
        />
      )}
    </Sheet>
  );
};
