// The lists below the pages, a tab each. An entry of a list leads to its place.
import { useMemo } from 'react';
import type { Diagnostic } from '../../core/diagnostic';
import { figureDiagnostics } from '../../core/report/figures/figure-findings';
import { promiseSummary } from '../../core/report/promise-rows';
import { COMMENTS } from '../comments/comment-list';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { ADJUSTED } from '../remedies/adjusted-list';
import { FINDINGS } from './finding-list';
import { NOTES } from '../structure/note-list';
import type { LowerListProps, LowerTab } from './lower-list';
import { QUESTIONS } from './question-list';
import { TASKS } from './task-list';
import { useSettled } from './use-settled';

const TABS: readonly LowerTab[] = [FINDINGS, TASKS, COMMENTS, NOTES, QUESTIONS, ADJUSTED];

interface LowerPaneProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly diagnostics: readonly Diagnostic[];
}

export function LowerPane({ workspace, session, diagnostics }: LowerPaneProps) {
  const layout = useWatched(workspace.panes.layout);
  const pkg = useSettled(workspace, session);
  // The counts of the tabs hang on it.
  useWatched(session.answered);
  const figures = useMemo(() => figureDiagnostics(pkg), [pkg]);
  const { articles, versions, promises, stage } = pkg;
  const unmentioned = useMemo(() => promiseSummary({ articles, versions, stage, ...(promises === undefined ? {} : { promises }) }), [articles, versions, promises, stage]);
  const props: LowerListProps = { workspace, session, pkg, diagnostics: [...diagnostics, ...figures, ...unmentioned] };
  const tabs = TABS.filter((tab) => tab.shown?.(props) !== false);
  const current = tabs.find(({ id }) => id === layout.lower) ?? FINDINGS;
  return (
    <>
      <div className="tabs" role="tablist" aria-label="提示与待办">
        {tabs.map((tab) => (
          <button key={tab.id} type="button" role="tab" className="plain" aria-selected={tab === current} onClick={() => workspace.panes.change({ lower: tab.id })}>
            {tab.title} {tab.count(props)}
          </button>
        ))}
      </div>
      <ul className="items">
        <current.List {...props} />
      </ul>
    </>
  );
}
