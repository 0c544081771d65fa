// What a crash left behind (W43; mock/recover): the texts that can be recovered, the
// chosen one beside its file, and the choices. Nothing is deleted before a choice,
// and 先不选 is one: it is asked again at the next start.
import { useEffect, useState } from 'react';
import type { RecoveryChoice, RecoveryItem } from '../../ipc/saving';
import { useWatched } from '../session/observable';
import type { DialogContent } from '../shell/dialog-content';
import { ComparedColumns, useWalk, WalkButtons } from './compared-columns';
import { Sheet, Waiting } from './sheet';
import { walkList } from '../shell/walk-list';
import { useAnswer } from './use-answer';
import { dayAndTime } from './when';

export const RecoverDialog: DialogContent = ({ workspace }) => {
  const items = useWatched(workspace.saving.recoveries);
  const [chosen, setChosen] = useState<string | null>(null);
  const item = items.find(({ id }) => id === chosen) ?? items[0] ?? null;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { value: shown, failure } = useAnswer(item?.id ?? null, (id) => workspace.api.recoveryTexts(id));
  const walk = useWalk(shown?.compared ?? null);

  useEffect(() => {
    if (items.length === 0) workspace.dialog.set(null);
  }, [workspace, items]);
  if (item === null) return null;

  const choose = (choice: RecoveryChoice): void => {
    setBusy(true);
    void workspace.saving.choose(item.id, choice).then(setRefused).finally(() => setBusy(false));
  };
  const isHeld = item.holder !== null;
  const onDisk = item.diskAt !== null;
  return (
    <Sheet
      workspace={workspace}
      title={`上次没有正常退出，有 ${items.length} 份稿子可以恢复`}
      note="选定之前，什么都不会删。先不选也可以，下次启动还会问。"
      onKeyDown={walk.onKeyDown}
      foot={
        <>
          {onDisk && shown !== null && <WalkButtons walk={walk} notes={shown.compared.notes} />}
          <span className="rest" />
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>先不选</button>
          {onDisk && <button type="button" className="button" disabled={busy || isHeld} onClick={() => choose('both')}>两份都留</button>}
          {onDisk && <button type="button" className="button" disabled={busy || isHeld} onClick={() => choose('disk')}>打开磁盘上的</button>}
          {!onDisk && <button type="button" className="button" disabled={busy || isHeld} onClick={() => choose('discard')}>不要</button>}
          <button type="button" className="button main" data-first="" disabled={busy || isHeld} onClick={() => choose('recover')}>恢复</button>
        </>
      }
    >
      <nav className="found" aria-label="可以恢复的稿子">
        <p className="cap">可以恢复的稿子</p>
        <ul onKeyDown={(event) => walkList(event, { chooses: true })}>
          {items.map((each) => (
            <li key={each.id}>
              <button type="button" className="plain" aria-current={each.id === item.id} onClick={() => setChosen(each.id)}>
                <Facts item={each} />
              </button>
            </li>
          ))}
        </ul>
        <p className="small">恢复稿最多少最后 1 秒的输入。{onDisk ? '选“打开磁盘上的”后' : '选“不要”后'}，恢复稿仍在“文件 › 历史备份”里留 30 天。</p>
        {refused !== null && <p className="small trouble" role="alert">{refused}</p>}
        {shown?.notes.map((note) => <p key={note} className="small">{note}</p>)}
      </nav>
      {shown === null ? <Waiting text="正在读出恢复稿…" failure={failure} /> : (
        <ComparedColumns
          compared={shown.compared}
          newer="left"
          walk={walk}
          left={{ title: '恢复稿', facts: `${dayAndTime(item.at)} · ${shown.compared.leftSize.toLocaleString('zh-CN')} 字`, tag: onDisk ? newerWord(item, true) : null }}
          right={onDisk ? { title: '磁盘上的', facts: `${dayAndTime(item.diskAt ?? 0)} · ${shown.compared.rightSize.toLocaleString('zh-CN')} 字`, tag: newerWord(item, false) } : null}
        />
      )}
    </Sheet>
  );
};

function newerWord(item: RecoveryItem, recovered: boolean): string {
  const isRecoveredNewer = item.at >= (item.diskAt ?? 0);
  return isRecoveredNewer === recovered ? '较新' : '较旧';
}

function Facts({ item }: { readonly item: RecoveryItem }) {
  return (
    <>
      <b>{item.file?.replace(/\.banxin$/i, '') ?? item.name}</b>
      <dl>
        <div><dt>恢复稿</dt><dd>{dayAndTime(item.at)}</dd></div>
        <div><dt>磁盘上</dt><dd>{item.file === null ? '从未保存过' : item.diskAt === null ? '文件不在原处' : `${dayAndTime(item.diskAt)} 保存`}</dd></div>
        <div><dt>未存</dt><dd>{item.changes} 步修改</dd></div>
        {item.folder !== null && <div><dt>位置</dt><dd>{item.folder}</dd></div>}
        {item.changedOutside && <div><dt>注意</dt><dd>磁盘上的后来又被改过</dd></div>}
        {item.holder !== null && <div><dt>注意</dt><dd>正在 {item.holder} 上开着</dd></div>}
      </dl>
    </>
  );
}
