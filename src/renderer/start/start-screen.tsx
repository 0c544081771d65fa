// The first thing a user sees (W3): 从去年的报告开始, which is what brings people here in
// December and has the first focus, a template, a file, a raw text; the sample package in
// one click; later the files opened last.
import type { Sample } from '../../ipc/index';
import { RecoveryBar } from '../saving/saving-bars';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { KeptReviewBar } from '../import-review/kept-review-bar';
import { usePastedImport } from '../import-review/use-pasted-import';
import { ROLL_FORWARD } from '../roll-forward/roll-command';
import { RecentList } from './recent-list';

export function StartScreen({ workspace }: { readonly workspace: Workspace }) {
  const start = useWatched(workspace.start);
  usePastedImport(workspace);
  return (
    <main className="start">
      <div className="left">
        <h1>版心</h1>
        <p>写报告，排版面，不丢一个字。</p>
        {/* What the samples are is known only then. */}
        {start !== null && <Cards workspace={workspace} samples={start.samples} />}
      </div>
      <div className="right">
        <RecoveryBar workspace={workspace} />
        <KeptReviewBar workspace={workspace} />
        <RecentList workspace={workspace} />
        <p className="drop">把文件拖到窗口任何地方即可打开</p>
      </div>
    </main>
  );
}

interface CardsProps {
  readonly workspace: Workspace;
  readonly samples: readonly Sample[];
}

function Cards({ workspace, samples }: CardsProps) {
  const [sample, ...others] = samples;
  return (
    <>
      <button type="button" className="plain card first roll" autoFocus onClick={() => workspace.dialog.set(ROLL_FORWARD)}>
        <b>从去年的报告开始</b>
        <kbd>Ctrl+Shift+N</kbd>
        <span>选去年的定稿。年份、届次自动顺延，数字留空待填，拿不准的列出来请您核对，其余一字不动。</span>
        <i className="button main">选择去年的文件</i>
        <small>版心文稿包、Word、纯文本</small>
      </button>
      <button type="button" className="plain card" onClick={() => workspace.dialog.set('new')}>
        <b>新建（模板）</b>
        <kbd>Ctrl+N</kbd>
        <span>年度和换届的工作报告、提案报告、消息、社论、决议、讲话、名单，标准段落和待填处已列好</span>
      </button>
      <button type="button" className="plain card" onClick={() => void workspace.files.open()}>
        <b>打开</b>
        <kbd>Ctrl+O</kbd>
        <span>版心文稿包（.banxin）、Word 文件、纯文本（自动认出标题和层次）</span>
      </button>
      <button type="button" className="plain card" onClick={() => void workspace.imports.choose()}>
        <b>导入文本</b>
        <kbd>Ctrl+Shift+O</kbd>
        <span>网页、报纸、旧文件里来的文字：分清各篇，逐行核对，拿不准的一问一答。也可以直接粘贴</span>
      </button>
      {sample !== undefined && (
        <p className="first-time">
          第一次用？
          <button type="button" className="plain link" onClick={() => void workspace.files.openSample(sample.id)}>打开样例文稿包看一看</button>
          {others.map(({ id, title }) => (
            <span key={id}>
              ，或者
              <button type="button" className="plain link" onClick={() => void workspace.files.openSample(id)}>{title}</button>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
