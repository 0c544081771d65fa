// The first thing a new user sees: open a file, or look at the sample package in
// one click (W3); later the files opened last. What later issues bring (from last
// year's report) is not shown before it exists.
import type { Sample } from '../../ipc/index';
import { RecoveryBar } from '../saving/saving-bars';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { usePastedImport } from '../import-review/use-pasted-import';
import { RecentList } from './recent-list';

export function StartScreen({ workspace }: { readonly workspace: Workspace }) {
  const start = useWatched(workspace.start);
  const recent = useWatched(workspace.recent.files);
  usePastedImport(workspace);
  return (
    <main className="start">
      <div className="left">
        <h1>版心</h1>
        <p>写报告，排版面，不丢一个字。</p>
        {/* What comes first, and has the focus, is known only then. */}
        {start !== null && <Cards workspace={workspace} samples={start.samples} isFirst={recent.length === 0} />}
      </div>
      <div className="right">
        <RecoveryBar workspace={workspace} />
        <RecentList workspace={workspace} />
        <p className="drop">把文件拖到窗口任何地方即可打开</p>
      </div>
    </main>
  );
}

interface CardsProps {
  readonly workspace: Workspace;
  readonly samples: readonly Sample[];
  /** Nothing was ever opened: the sample is what to begin with. */
  readonly isFirst: boolean;
}

function Cards({ workspace, samples, isFirst }: CardsProps) {
  const [sample] = samples;
  const sampleFirst = isFirst && sample !== undefined;
  return (
    <>
      {sampleFirst && (
        <button type="button" className="plain card first" autoFocus onClick={() => void workspace.files.openSample(sample.id)}>
          <b>打开样例文稿包看一看</b>
          <span>{sample.title}：工作报告、社论、消息齐全，左边改字，右边单行本、报纸、大字稿跟着变。样例原件不会改动。</span>
        </button>
      )}
      <button type="button" className={sampleFirst ? 'plain card' : 'plain card first'} autoFocus={!sampleFirst} onClick={() => workspace.dialog.set('new')}>
        <b>新建（模板）</b>
        <kbd>Ctrl+N</kbd>
        <span>年度和换届的工作报告、提案报告、消息、社论、决议、讲话、名单，标准段落和待填处已列好</span>
      </button>
      <button type="button" className="plain card" onClick={() => void workspace.files.open()}>
        <b>打开</b>
        <kbd>Ctrl+O</kbd>
        <span>版心文稿包（.banxin）、纯文本（.txt，自动认出标题和层次）</span>
      </button>
      <button type="button" className="plain card" onClick={() => void workspace.imports.choose()}>
        <b>导入文本</b>
        <kbd>Ctrl+Shift+O</kbd>
        <span>网页、报纸、旧文件里来的文字：分清各篇，逐行核对，拿不准的一问一答。也可以直接粘贴</span>
      </button>
      {!sampleFirst && sample !== undefined && (
        <p className="first-time">
          第一次用？
          <button type="button" className="plain link" onClick={() => void workspace.files.openSample(sample.id)}>打开样例文稿包看一看</button>
        </p>
      )}
    </>
  );
}
