// 撤销历史 (W7): what was done, the newest first, what is undone in grey. A step is
// chosen; then everything back to it is undone, or it alone where later changes
// allow it, or what was undone is brought back up to it.
import { useState } from 'react';
import { articleNames } from '../panels/article-names';
import { useWatched } from '../session/observable';
import type { DocumentSession, HistoryStep } from '../session/document-session';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { walkList } from '../shell/walk-list';
import type { Workspace } from '../session/workspace';
import { insertedText, touchedArticles } from './change-text';

/** More than this nobody looks through. */
const MOST_STEPS = 300;

const CLOCK = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export const HistoryDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <Steps workspace={workspace} session={session} />;
};

function Steps({ workspace, session }: { readonly workspace: Workspace; readonly session: DocumentSession }) {
  const { pkg } = useWatched(session.state);
  const steps = session.steps().slice(-MOST_STEPS).reverse();
  const [chosen, choose] = useState(steps[0]?.index ?? -1);
  const [reason, setReason] = useState<string | null>(null);
  const names = articleNames(pkg.articles, pkg.meeting);
  const nameOf = (id: string): string => names[pkg.articles.findIndex((article) => article.id === id)] ?? '已移去的稿件';
  const step = steps.find(({ index }) => index === chosen);
  const close = (): void => workspace.dialog.set(null);
  const act = (run: (index: number) => string | null | undefined): void => {
    if (step === undefined) return;
    const refused = run(step.index) ?? null;
    setReason(refused === null ? null : `没有撤销：${refused}。`);
  };
  const back = (): void => {
    if (step === undefined) return;
    if (step.undone) session.redoTo(step.index);
    else session.undoTo(step.index);
    close();
  };
  return (
    <Dialog
      workspace={workspace}
      title="撤销历史"
      onSubmit={back}
      foot={
        <>
          <span className="rest" role="status">{reason}</span>
          <button type="button" className="button" disabled={step === undefined || step.undone} onClick={() => act((index) => session.undoOnly(index))}>只撤销这一步</button>
          <button type="submit" className="button" disabled={step === undefined}>{step?.undone === true ? '恢复到这一步' : '撤销到这一步'}</button>
          <button type="button" className="button" onClick={close}>关闭</button>
        </>
      }
    >
      {steps.length === 0 ? (
        <p className="quiet">打开以后还没有改过。</p>
      ) : (
        <ul
          className="steps"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') walkList(event);
            else {
              event.preventDefault();
              back();
            }
          }}
        >
          {steps.map((each) => (
            <li key={each.index}>
              <button type="button" className={each.undone ? 'plain undone' : 'plain'} aria-current={each.index === chosen} onFocus={() => choose(each.index)} onClick={() => choose(each.index)} onDoubleClick={back}>
                <Row step={each} articles={touchedArticles(each.changes).map(nameOf)} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Row({ step, articles }: { readonly step: HistoryStep; readonly articles: readonly string[] }) {
  const text = insertedText(step.changes);
  const where = articles.length > 2 ? `${articles[0] ?? ''}等 ${articles.length} 篇` : articles.join('、');
  return (
    <>
      <time dateTime={new Date(step.at).toISOString()}>{CLOCK.format(step.at)}</time>
      <span>
        {step.label}
        {text !== null && <q>{text}</q>}
        {step.undone && '（已撤销）'}
      </span>
      <small>{where}</small>
    </>
  );
}
