// 文件 › 历史备份 (W44): what was kept of this package and of others, the chosen one
// beside the text that is open, and opening it as a copy.
import { useEffect, useState } from 'react';
import type { Compared } from '../../core/model/compare-texts';
import type { BackupItem } from '../../ipc/saving';
import { useWatched } from '../session/observable';
import type { DialogContent } from '../shell/dialogs';
import { ComparedColumns, useWalk, WalkButtons } from './compared-columns';
import { Sheet } from './sheet';
import { dayAndTime, sizeText } from './when';

export const BackupsDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const [items, setItems] = useState<readonly BackupItem[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [texts, setTexts] = useState<{ readonly id: string; readonly compared: Compared } | null>(null);
  const item = items?.find(({ id }) => id === chosen) ?? items?.[0] ?? null;
  const id = item?.id ?? null;
  const shown = texts?.id === id ? (texts?.compared ?? null) : null;
  const walk = useWalk(shown);
  const document = session?.opened.document ?? null;

  useEffect(() => {
    void workspace.api.backups().then((answer) => {
      if (answer.ok) setItems(answer.value);
      else workspace.files.fail(answer);
    });
  }, [workspace]);
  useEffect(() => {
    let isOver = false;
    if (id !== null) {
      void workspace.api.backupTexts(id, document).then((answer) => {
        if (isOver) return;
        if (answer.ok) setTexts({ id, compared: answer.value });
        else workspace.files.fail(answer);
      });
    }
    return () => {
      isOver = true;
    };
  }, [workspace, id, document]);

  return (
    <Sheet
      workspace={workspace}
      title="历史备份"
      note="留最近 10 次手动保存、30 天内每天一份；没有采用的文字留 30 天。"
      onKeyDown={walk.onKeyDown}
      foot={
        <>
          {shown !== null && document !== null && <WalkButtons walk={walk} notes={shown.notes} />}
          <span className="rest" />
          <button type="button" className="button" data-first onClick={() => workspace.dialog.set(null)}>关闭</button>
          <button type="button" className="button main" disabled={item === null} onClick={() => item !== null && void workspace.files.take(workspace.api.openBackup(item.id))}>打开副本</button>
        </>
      }
    >
      <nav className="found" aria-label="历史备份">
        {[true, false].map((own) => {
          const some = items?.filter(({ isOwn }) => isOwn === own) ?? [];
          if (some.length === 0) return null;
          return (
            <section key={String(own)}>
              <p className="cap">{own ? '这份稿子' : document === null ? '所有稿子' : '别的稿子'}</p>
              <ul>
                {some.map((each) => (
                  <li key={each.id}>
                    <button type="button" className="plain" aria-current={each.id === id} onClick={() => setChosen(each.id)}>
                      <b>{own ? dayAndTime(each.at) : each.name}</b>
                      <small>{own ? '' : `${dayAndTime(each.at)} · `}{each.kind} · {sizeText(each.bytes)}</small>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {items?.length === 0 && <p className="small">还没有备份：手动保存一次，这里就有一份。</p>}
      </nav>
      {item === null ? <p className="quiet wait">{items === null ? '正在查找…' : ''}</p> : shown === null ? <p className="quiet wait" role="status">正在读出备份…</p> : (
        <ComparedColumns
          compared={shown}
          newer="right"
          walk={walk}
          left={{ title: '备份', facts: `${dayAndTime(item.at)} · ${item.kind} · ${shown.leftSize.toLocaleString('zh-CN')} 字`, tag: null }}
          right={document === null ? null : { title: '现在的文字', facts: `${shown.rightSize.toLocaleString('zh-CN')} 字`, tag: null }}
        />
      )}
    </Sheet>
  );
};
