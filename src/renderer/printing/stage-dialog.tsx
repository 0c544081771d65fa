// 稿次: what the draft is called from here on, on its pages and in names of files,
// and, where asked, a frozen copy under that name (定稿次). Both are one undoable
// change. The names are those of the trade (TYPESETTING 4.3); any other does too.
import { useState } from 'react';
import type { Version } from '../../core/model/package';
import { stagePolicy } from '../../core/model/stage';
import { dayAndTime } from '../saving/when';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { nextWorkingStage, stageChanges, STAGES } from './stages';

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
  const readOnly = session.opened.readOnly !== null;
  const stage = name.trim() === '' ? null : name.trim();
  const done = (): void => {
    if (readOnly) return;
    const changes = stageChanges(pkg, stage, freezes, new Date());
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
        {pkg.versions.length > 0 && (
          <div className="whole">
            <h3 className="cap">已定的稿次</h3>
            <ul>{pkg.versions.toReversed().map((version) => <li key={version.id}><span>{version.name}</span><small>{frozenAt(version)}</small></li>)}</ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function frozenAt({ date }: Version): string {
  const at = Date.parse(date);
  return Number.isNaN(at) ? date : dayAndTime(at);
}
