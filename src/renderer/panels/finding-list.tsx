// 版面提示: what layout says about the edition shown, the gravest first.
import type { Diagnostic, DiagnosticCode, Severity } from '../../core/diagnostic';
import { REMEDY_NAMES } from '../remedies/remedies';
import type { Workspace } from '../session/workspace';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';

const WORDS: Readonly<Record<Severity, string>> = { error: '错', warning: '疑', info: '注' };
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function FindingList({ workspace, diagnostics }: LowerListProps) {
  if (diagnostics.length === 0) return <li className="quiet">没有提示。</li>;
  const sorted = diagnostics.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, MOST_ENTRIES);
  return sorted.map((diagnostic, index) => <Entry key={index} workspace={workspace} diagnostic={diagnostic} />);
}

/** What a line more or less of the paragraph may mend. */
const MENDED_BY_LINES: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(['line-loose', 'last-line-short', 'stray-line', 'page-underfull']);

/** What is about words that may well be right: told once, it may be ignored (by code and words, kept in the package). */
const IGNORED_BY_WORDS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(['leftover-year', 'leftover-session', 'leftover-plenary', 'leftover-name', 'sentence-carried']);

function ignore({ session }: Workspace, code: DiagnosticCode, quote: string): void {
  const open = session.get();
  if (open === null) return;
  const { ignored } = open.pkg;
  open.change([{ kind: 'set', path: 'ignored', from: ignored, to: [...ignored, { code, quote }] }], '忽略提示');
}

function Entry({ workspace, diagnostic }: { readonly workspace: Workspace; readonly diagnostic: Diagnostic }) {
  const { at, code } = diagnostic;
  const target = at !== null && !('page' in at) && at.block !== null && MENDED_BY_LINES.has(code) ? { article: at.article, block: at.block } : null;
  const quote = at !== null && 'excerpt' in at && IGNORED_BY_WORDS.has(code) && workspace.session.get()?.opened.readOnly === null ? at.excerpt : null;
  return (
    <li className={target === null && quote === null ? '' : 'with-action'}>
      <button type="button" className="plain" onClick={() => workspace.places.goToDiagnostic(diagnostic)}>
        <b className={`tag ${diagnostic.severity}`}>{WORDS[diagnostic.severity]}</b>
        <span>
          {diagnostic.message}
          {diagnostic.suggestion !== null && <small>{diagnostic.suggestion}</small>}
        </span>
      </button>
      {quote !== null && <button type="button" className="button small" onClick={() => ignore(workspace, code, quote)}>忽略</button>}
      {target !== null && workspace.session.get()?.opened.readOnly === null && (
        <>
          <button type="button" className="button small" onClick={() => void workspace.remedies.apply(target, 'tighten')}>{REMEDY_NAMES.tighten}</button>
          <button type="button" className="button small" onClick={() => void workspace.remedies.apply(target, 'loosen')}>{REMEDY_NAMES.loosen}</button>
        </>
      )}
    </li>
  );
}

export const FINDINGS: LowerTab = { id: 'findings', title: '版面提示', count: ({ diagnostics }) => diagnostics.length, List: FindingList };
