// 文件 › 历史备份 (W44): what was kept of this package and of others, the chosen one
// beside the text that is open, and opening it as a copy.
import { useState } from 'react';
import { useWatched } from '../session/observable';
import type { DialogContent } from '../shell/dialog-content';
import { ComparedColumns, useWalk, WalkButtons } from './compared-columns';
import { Sheet, Waiting } from './sheet';
import { useAnswer } from './use-answer';
import { walkList } from '../shell/walk-list';
import { dayAndTime, sizeText } from './when';

export const BackupsDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const document = session?.opened.document ?? null;
  const { value: items, failure: noList } = useAnswer(`backups ${document}`, () => workspace.api.backups());
  const [chosen, setChosen] = useState<string | null>(null);
  const item = items?.find(({ id }) => id === chosen) ?? items?.[0] ?? null;
  const id = item?.id ?? null;
  const { value: shown, failure } = useAnswer(id, (about) => workspace.api.backupTexts(about, document));
  const walk = useWalk(shown);

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
              <ul onKeyDown={(event) => walkList(event, { chooses: true })}>
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
      {item === null ? <Waiting text={items === null ? '正在查找…' : ''} failure={noList} /> : shown === null ? <Waiting text="正在读出备份…" failure={failure} /> : (
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
