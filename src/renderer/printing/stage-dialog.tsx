// 稿次: what the draft is called from here on, on its pages and in names of files,
// and, where asked, a frozen copy under that name (定稿次), with a note. Both are one
// undoable change; so are going back to a copy and taking one away. The names are those of the trade (TYPESETTING 4.3); any other does too.
import { useState } from 'react';
import type { Version } from '../../core/model/package';
import { restoreVersion } from '../../core/report/compare/restore-version';
import { stagePolicy, STAGES } from '../../core/model/stage';
import { frozenAt } from '../saving/when';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { freeId, nextWorkingStage, removeVersion, stageChanges } from './stages';

export const StageDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <StageForm workspace={workspace} session={session} />;
};

const POLICIES: Readonly<Record<ReturnType<typeof stagePolicy>, string>> = {
  print: '待填、待核之处照样印出来。', ask: '还有待填、待核之处时，导出和打印先问一次；待填处印作××。', refuse: '还有待填、待核之处时，不能导出和打印。',
};
/** The header of a 改稿本 and the name of a file must hold it. */
const LONGEST = 20;

function StageForm({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const pkg = useSelected(session.state, (state) => state.pkg);
  const [name, setName] = useState(pkg.stage ?? nextWorkingStage(pkg));
  const [freezes, setFreezes] = useState(false);
  const [note, setNote] = useState('');
  const readOnly = session.opened.readOnly !== null;
  const stage = name.trim() === '' ? null : name.trim();
  const done = (): void => {
    if (readOnly) return;
    const changes = stageChanges(pkg, stage, freezes, new Date(), note);
    if (changes.length > 0) session.change(changes, freezes ? '定稿次' : '改稿次');
    workspace.dialog.set(null);
  };
  return (
    <Dialog
      workspace={workspace}
      title="稿次"
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{readOnly ? '这份文稿包只读，不能改。' : POLICIES[stagePolicy(stage)]}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={readOnly || (freezes && stage === null)}>{freezes ? '定稿次' : '完成'}</button>
        </>
      )}
    >
      <div className="stage">
        <label htmlFor="stage-name">现在是</label>
        <input id="stage-name" type="text" data-first maxLength={LONGEST} readOnly={readOnly} value={name} onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} placeholder="不填：页上不印稿次" />
        <div className="names" role="group" aria-label="常用的稿次">
          {[nextWorkingStage(pkg), ...STAGES].map((known) => (
            <button key={known} type="button" className="button small" aria-pressed={known === name} disabled={readOnly} onClick={() => setName(known)}>{known}</button>
          ))}
        </div>
        <label className="pick whole">
          <input type="checkbox" checked={freezes} disabled={readOnly} onChange={(event) => setFreezes(event.target.checked)} />
          定稿次：把现在的文字按这个名字存下一份，以后照样改，这一份不动
        </label>
        {freezes && (
          <>
            <label htmlFor="stage-note">附注</label>
            <input id="stage-note" type="text" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} placeholder="送谁、改了什么；可以不填" />
          </>
        )}
        {pkg.versions.length > 0 && <Frozen workspace={workspace} session={session} versions={pkg.versions} />}
      </div>
    </Dialog>
  );
}

/** The frozen copies, the newest first: what each is, back to it, away with it after a question in its row. */
function Frozen({ workspace, session, versions }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly versions: readonly Version[] }) {
  const [asked, ask] = useState<string | null>(null);
  const [said, say] = useState('');
  const readOnly = session.opened.readOnly !== null;
  const restore = (version: Version): void => {
    const now = new Date();
    const first = freeId(session.pkg.versions, now);
    const ids = [first, freeId([...session.pkg.versions, { id: first }], now)] as const;
    const changes = restoreVersion(session.pkg, version, { ids, date: now.toISOString(), frozenAt: frozenAt(version.date) });
    if (changes.length === 0) {
      say(`现在的文字就是“${version.name}”的。`);
      return;
    }
    session.change(changes, `恢复“${version.name}”`);
    say(`已恢复到“${version.name}”，作为新的一稿列在最上面；恢复前的文字也在稿次里，可以撤销。`);
    workspace.notices.tell('said', `已恢复到“${version.name}”；恢复前的文字在稿次里，也可以撤销。`, { step: session.lastStep });
  };
  const remove = ({ id, name }: Version): void => {
    const change = removeVersion(session.pkg, id);
    if (change !== null) session.change([change], `删除稿次“${name}”`);
    ask(null);
    say(`已删除“${name}”，可以撤销。`);
  };
  return (
    <div className="whole frozen">
      <h3 className="cap">已定的稿次</h3>
      <ul>
        {versions.toReversed().map((version) => (
          <li key={version.id}>
            <span title={version.note}>{version.name}{version.note !== undefined && <small className="note">{version.note}</small>}</span>
            <small>{frozenAt(version.date)}</small>
            {asked === version.id ? (
              <>
                <span role="alert">删除这一份？</span>
                <button type="button" className="button small" onClick={() => remove(version)}>删除</button>
                <button type="button" className="button small" autoFocus onClick={() => ask(null)}>不删</button>
              </>
            ) : (
              <>
                <button type="button" className="button small" aria-label={`与“${version.name}”对比`} onClick={() => workspace.dialog.set(`compare:${version.id}`)}>对比</button>
                <button type="button" className="button small" disabled={readOnly} aria-label={`恢复到“${version.name}”`} onClick={() => restore(version)}>恢复</button>
                <button type="button" className="button small" disabled={readOnly} aria-label={`删除“${version.name}”`} onClick={() => ask(version.id)}>删除</button>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet" role="status">{said}</p>
    </div>
  );
}
