// A file that somebody else changed while it was open here (W46): both texts beside
// each other, and every way out; whichever side gives way goes to the backups first.
import { useState } from 'react';
import { useWatched } from '../session/observable';
import type { DialogContent } from '../shell/dialog-content';
import { ComparedColumns, useWalk, WalkButtons } from './compared-columns';
import { Sheet, Waiting } from './sheet';
import { useAnswer } from './use-answer';

export const OutsideDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const document = session?.opened.document ?? null;
  const { value: compared, failure } = useAnswer(document === null ? null : String(document), (about) => workspace.api.outsideTexts(Number(about)));
  const [refused, setRefused] = useState<string | null>(null);
  const walk = useWalk(compared);
  const settle = (side: 'disk' | 'window'): void => void workspace.saving.settle(side).then(setRefused);
  return (
    <Sheet
      workspace={workspace}
      title="磁盘上的文件被别人改过"
      note={refused ?? '让出的一份会先进“文件 › 历史备份”，留 30 天。'}
      onKeyDown={walk.onKeyDown}
      foot={
        <>
          {compared !== null && <WalkButtons walk={walk} notes={compared.notes} />}
          <span className="rest" />
          <button type="button" className="button" data-first onClick={() => workspace.dialog.set(null)}>先不选</button>
          <button type="button" className="button" onClick={() => settle('window')}>用窗口里的覆盖</button>
          <button type="button" className="button" onClick={() => settle('disk')}>用磁盘上的</button>
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
      {compared === null ? <Waiting text="正在比较…" failure={failure} /> : (
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
