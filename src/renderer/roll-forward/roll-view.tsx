// 从去年的报告开始: a view over the window in four steps, 来源 → 会议信息 → 审核改动 → 草稿.
// The last is the window itself with the draft in it. Left by Escape at each step; where
// something was decided it is asked once.
import { useEffect, useState, type KeyboardEvent } from 'react';
import { placesOf } from '../../core/report/roll/fold-items';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Sheet } from '../saving/sheet';
import type { DialogContent } from '../shell/dialog-content';
import { ChangesStep } from './changes-step';
import { makeDraft } from './make-draft';
import { MeetingStep } from './meeting-step';
import type { RollProps } from './roll-props';
import { reportOf, RollSession, type RollStep } from './roll-session';
import { SourceStep } from './source-step';
import { ROLL_KINDS } from './item-words';

/** `open`: the open package is the source. */
export const RollForwardDialog: DialogContent = ({ workspace }) => {
  const [session] = useState(() => new RollSession());
  return <RollView workspace={workspace} session={session} />;
};

const STEPS: readonly (readonly [RollStep | 'draft', string])[] = [['source', '来源'], ['meeting', '会议信息'], ['changes', '审核改动'], ['draft', '草稿']];

function RollView({ workspace, session }: RollProps) {
  const step = useWatched(session.step);
  const source = useWatched(session.source);
  const kind = useWatched(session.kind);
  const [busy, setBusy] = useState(false);
  useTellMain(workspace, session);
  useEffect(() => {
    workspace.rollForward = session;
    return () => {
      workspace.rollForward = null;
      void workspace.api.reviewing(null);
    };
  }, [workspace, session]);

  const close = (): void => {
    if (session.decisions > 0 && !session.leaving.get()) session.leaving.set(true);
    else workspace.dialog.set(null);
  };
  const go = (work: () => Promise<string | null>): void => {
    if (busy) return;
    setBusy(true);
    session.leaving.set(false);
    void work().then((reason) => session.said.set(reason ?? '')).finally(() => setBusy(false));
  };
  const next = (): void => go(async () => {
    if (step === 'source') {
      if (source === null) return '先选去年的文件。';
      session.step.set('meeting');
      return null;
    }
    if (step === 'meeting') return propose(workspace, session);
    return makeDraft(workspace, session);
  });
  const back = (): void => session.step.set(step === 'changes' ? 'meeting' : 'source');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    next();
  };
  const kindName = ROLL_KINDS.find(([id]) => id === kind)?.[1] ?? '';
  return (
    <Sheet
      workspace={workspace}
      title="从去年的报告开始"
      note={source === null ? '' : `来源 ${source.name}${kindName === '' ? '' : ` · ${kindName}`}`}
      steps={<Steps step={step} />}
      onClose={close}
      onKeyDown={onKeyDown}
      foot={<Foot workspace={workspace} session={session} busy={busy} close={close} back={back} next={next} />}
    >
      {step === 'source' && <SourceStep workspace={workspace} session={session} next={next} />}
      {step === 'meeting' && <MeetingStep workspace={workspace} session={session} />}
      {step === 'changes' && <ChangesStep session={session} />}
    </Sheet>
  );
}

async function propose(workspace: Workspace, session: RollSession): Promise<string | null> {
  if (session.kind.get() === null) return '去年是一届里靠后的会议：先选今年是同届顺延还是换届。';
  const wrong = session.unread();
  if (wrong !== null) return `“${wrong.name}”读不出来：${wrong.reason}。`;
  let failure = '';
  const isMade = await session.propose(async ({ template, switches }, meeting) => {
    const answer = await workspace.api.templateParts({ template, switches, meeting });
    if (answer.ok) return reportOf(answer.value.articles);
    failure = answer.message;
    return null;
  });
  if (failure !== '') return failure;
  if (isMade) session.step.set('changes');
  return null;
}

/** Main asks before the window goes, or opens another file, while something is decided here. */
function useTellMain(workspace: Workspace, session: RollSession): void {
  const refused = useWatched(session.refused);
  const drafts = useWatched(session.drafts);
  useEffect(() => {
    const { decisions } = session;
    void workspace.api.reviewing(decisions === 0 ? null : { name: session.source.get()?.name ?? '', decisions, what: 'roll' });
  }, [workspace, session, refused, drafts]);
}

function Steps({ step }: { readonly step: RollStep }) {
  const at = STEPS.findIndex(([id]) => id === step);
  return (
    <ol className="roll-steps" aria-label="步骤">
      {STEPS.map(([id, name], index) => (
        <li key={id} className={index < at ? 'past' : ''} {...(index === at ? { 'aria-current': 'step' } : {})}>
          <b>{index + 1}</b>
          {name}
        </li>
      ))}
    </ol>
  );
}

interface FootProps extends RollProps {
  readonly busy: boolean;
  readonly close: () => void;
  readonly back: () => void;
  readonly next: () => void;
}

function Foot({ workspace, session, busy, close, back, next }: FootProps) {
  const step = useWatched(session.step);
  const source = useWatched(session.source);
  const said = useWatched(session.said);
  const leaving = useWatched(session.leaving);
  useWatched(session.refused);
  useWatched(session.drafts);
  if (leaving) {
    return (
      <>
        <p role="alert">已经作了 {session.decisions} 个决定，还没有生成草稿；离开就不留了。去年的文件没有动。</p>
        <span className="rest" />
        <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>放弃</button>
        <button type="button" className="button main" autoFocus onClick={() => session.leaving.set(false)}>接着做</button>
      </>
    );
  }
  return (
    <>
      <button type="button" className="button" onClick={close}>取消</button>
      {step === 'changes' && <Totals session={session} />}
      <p className="quiet" role="status">{said}</p>
      <span className="rest" />
      {step !== 'source' && <button type="button" className="button" onClick={back}>上一步</button>}
      <button type="button" className="button main" disabled={busy || source === null} onClick={next}>
        {step === 'changes' ? '生成草稿' : '下一步'}
        <kbd>Ctrl+回车</kbd>
      </button>
    </>
  );
}

function Totals({ session }: { readonly session: RollSession }) {
  const proposal = useWatched(session.proposal);
  const refused = useWatched(session.refused);
  if (proposal === null) return null;
  const items = proposal.groups.flatMap(({ rows }) => rows.flatMap((row) => row.items));
  const edits = items.filter(({ group }) => group !== 'review');
  const accepted = edits.filter(({ id }) => !refused.has(id)).length;
  // Flags that touch are one 待核, as 待办 counts them.
  const flags = items.filter(({ group }) => group === 'review');
  const tasks = placesOf('review', flags.filter(({ id }) => !refused.has(id)));
  return <p>共 {edits.length + placesOf('review', flags)} 处：接受 {accepted} · 不改 {edits.length - accepted} · 列入待办 {tasks}</p>;
}
