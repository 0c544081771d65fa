// 版面提示: what layout says about the edition shown, the gravest first, the same of
// several places once.
import { useRef } from 'react';
import type { DiagnosticCode, Severity } from '../../core/diagnostic';
import { REMEDY_NAMES } from '../remedies/remedies';
import type { Workspace } from '../session/workspace';
import { groupFindings, groupWords, isTask, type FindingGroup } from './finding-groups';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';

const WORDS: Readonly<Record<Severity, string>> = { error: '错', warning: '疑', info: '注' };
function FindingList({ workspace, diagnostics }: LowerListProps) {
  if (diagnostics.length === 0) return <li className="quiet">没有提示。</li>;
  return groupFindings(diagnostics, DECIDED_APART).slice(0, MOST_ENTRIES).map((group) => <Entry key={group.key} workspace={workspace} group={group} />);
}

/** What a line more or less of the paragraph may mend. */
const MENDED_BY_LINES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(['line-loose', 'last-line-short', 'stray-line', 'page-underfull']);

/** What is about words that may well be right: told once, it may be ignored (by code and words, kept in the package). */
const IGNORED_BY_WORDS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(['leftover-year', 'leftover-session', 'leftover-plenary', 'leftover-name', 'sentence-carried']);

/** Each of these has buttons of its own. */
const DECIDED_APART: ReadonlySet<DiagnosticCode> = new Set([...MENDED_BY_LINES, ...IGNORED_BY_WORDS]);

function ignore({ session }: Workspace, code: DiagnosticCode, quote: string): void {
  const open = session.get();
  if (open === null) return;
  const { ignored } = open.pkg;
  open.change([{ kind: 'set', path: 'ignored', from: ignored, to: [...ignored, { code, quote }] }], '忽略提示');
}

function Entry({ workspace, group }: { readonly workspace: Workspace; readonly group: FindingGroup }) {
  const { diagnostic, all } = group;
  const { at, code } = diagnostic;
  /** Of several places the one that a click leads to next. */
  const next = useRef(0);
  const mayChange = workspace.session.get()?.opened.readOnly === null;
  const target = at !== null && !('page' in at) && at.block !== null && MENDED_BY_LINES.has(code) ? { article: at.article, block: at.block } : null;
  const quote = at !== null && 'excerpt' in at && IGNORED_BY_WORDS.has(code) && mayChange ? at.excerpt : null;
  const ofTasks = isTask(diagnostic);
  // Of tasks what each is filled with stands in 待办; what the stage does with them is said of all.
  const suggestion = ofTasks && (diagnostic.suggestion?.startsWith('填：') ?? true) ? '在待办里逐条列着' : diagnostic.suggestion;
  const said = [suggestion, all.length > 1 ? '再点到下一处' : null].filter((part) => part !== null);
  const isOfRecord = code === 'field-empty' && mayChange;
  const isPromise = code === 'promise-unmentioned';
  return (
    <li className={target === null && quote === null && !isOfRecord && !ofTasks ? '' : 'with-action'}>
      <button
        type="button"
        className="plain"
        onClick={() => {
          if (isPromise) {
            workspace.dialog.set('promises');
            return;
          }
          workspace.places.goToDiagnostic(all[next.current % all.length] ?? diagnostic);
          next.current += 1;
        }}
      >
        <b className={`tag ${diagnostic.severity}`}>{WORDS[diagnostic.severity]}</b>
        <span>
          {groupWords(group)}
          {said.length > 0 && <small>{said.join('；')}</small>}
        </span>
      </button>
      {quote !== null && <button type="button" className="button small" onClick={() => ignore(workspace, code, quote)}>忽略</button>}
      {ofTasks && <button type="button" className="button small" onClick={() => workspace.panes.change({ lower: 'tasks' })}>看待办</button>}
      {isOfRecord && <button type="button" className="button small" onClick={() => workspace.dialog.set('meeting')}>补上…</button>}
      {target !== null && mayChange && (
        <>
          <button type="button" className="button small" onClick={() => void workspace.remedies.apply(target, 'tighten')}>{REMEDY_NAMES.tighten}</button>
          <button type="button" className="button small" onClick={() => void workspace.remedies.apply(target, 'loosen')}>{REMEDY_NAMES.loosen}</button>
        </>
      )}
    </li>
  );
}

export const FINDINGS: LowerTab = { id: 'findings', title: '版面提示', count: ({ diagnostics }) => groupFindings(diagnostics, DECIDED_APART).length, List: FindingList };
