// The lists below the pages: 版面提示 (what layout says about the edition shown), 待办
// (待填 and 待核 of the package) and, of a raw text, 疑问 (what the recogniser asks).
// An entry leads to its place.
import { useMemo } from 'react';
import type { Diagnostic, Severity } from '../../core/diagnostic';
import { openPlaces } from '../../core/model/stage';
import type { FieldPath, Package } from '../../core/model/package';
import type { Question } from '../../ipc/index';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { articleNames } from './article-names';
import { useSettled } from './use-settled';

const WORDS: Readonly<Record<Severity, string>> = { error: '错', warning: '疑', info: '注' };
/** More than this and nobody reads on; the count says how many there are. */
const MOST = 200;

interface LowerPaneProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly diagnostics: readonly Diagnostic[];
}

export function LowerPane({ workspace, session, diagnostics }: LowerPaneProps) {
  const layout = useWatched(workspace.panes.layout);
  const { questions } = session.opened;
  const lower = layout.lower === 'questions' && questions.length === 0 ? 'findings' : layout.lower;
  const pkg = useSettled(workspace, session);
  const tasks = useMemo(() => pkg.articles.flatMap((article) => openPlaces(article)), [pkg.articles]);
  return (
    <>
      <div className="tabs" role="tablist" aria-label="提示与待办">
        <button type="button" role="tab" className="plain" aria-selected={lower === 'findings'} onClick={() => workspace.panes.change({ lower: 'findings' })}>
          版面提示 {diagnostics.length}
        </button>
        <button type="button" role="tab" className="plain" aria-selected={lower === 'tasks'} onClick={() => workspace.panes.change({ lower: 'tasks' })}>
          待办 {tasks.length}
        </button>
        {questions.length > 0 && (
          <button type="button" role="tab" className="plain" aria-selected={lower === 'questions'} onClick={() => workspace.panes.change({ lower: 'questions' })}>
            疑问 {questions.length}
          </button>
        )}
      </div>
      <div className="items" role="list">
        {lower === 'questions' && <Questions workspace={workspace} questions={questions} />}
        {lower === 'findings' && <Findings workspace={workspace} diagnostics={diagnostics} />}
        {lower === 'tasks' && <Tasks workspace={workspace} pkg={pkg} tasks={tasks} />}
      </div>
    </>
  );
}

/** What the recogniser asks; an entry leads to the words it is about. */
function Questions({ workspace, questions }: { readonly workspace: Workspace; readonly questions: readonly Question[] }) {
  return questions.slice(0, MOST).map(({ text, quote }, index) => (
    <button key={index} type="button" role="listitem" className="plain" onClick={() => workspace.goToQuote(quote)}>
      <b className="tag warning">疑</b>
      <span>{text}</span>
    </button>
  ));
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function Findings({ workspace, diagnostics }: { readonly workspace: Workspace; readonly diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return <p className="quiet">没有提示。</p>;
  const sorted = diagnostics.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, MOST);
  return sorted.map((diagnostic, index) => (
    <button key={index} type="button" role="listitem" className="plain" onClick={() => workspace.goToDiagnostic(diagnostic)}>
      <b className={`tag ${diagnostic.severity}`}>{WORDS[diagnostic.severity]}</b>
      <span>
        {diagnostic.message}
        {diagnostic.suggestion !== null && <small>{diagnostic.suggestion}</small>}
      </span>
    </button>
  ));
}

interface TasksProps {
  readonly workspace: Workspace;
  readonly pkg: Package;
  readonly tasks: readonly ReturnType<typeof openPlaces>[number][];
}

function Tasks({ workspace, pkg, tasks }: TasksProps) {
  if (tasks.length === 0) return <p className="quiet">没有待填和待核的地方。</p>;
  const names = articleNames(pkg.articles, pkg.meeting);
  return tasks.slice(0, MOST).map(({ kind, article, block, field, from, text }, index) => (
    <button
      key={index}
      type="button"
      role="listitem"
      className="plain"
      onClick={() => workspace.goTo({ article, field: field as FieldPath | null, block: block ?? 0, offset: from })}
    >
      <b className="tag warning">{kind === 'placeholder' ? '待填' : '待核'}</b>
      <span>
        {text}
        <small>{names[pkg.articles.findIndex(({ id }) => id === article)]}</small>
      </span>
    </button>
  ));
}
