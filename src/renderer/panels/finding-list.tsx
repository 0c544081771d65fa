// 版面提示: what layout says about the edition shown, the gravest first.
import type { Diagnostic, Severity } from '../../core/diagnostic';
import { MOST_ENTRIES, type LowerListProps, type LowerTab } from './lower-list';

const WORDS: Readonly<Record<Severity, string>> = { error: '错', warning: '疑', info: '注' };
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function FindingList({ workspace, diagnostics }: LowerListProps) {
  if (diagnostics.length === 0) return <li className="quiet">没有提示。</li>;
  const sorted = diagnostics.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, MOST_ENTRIES);
  return sorted.map((diagnostic, index) => <Entry key={index} diagnostic={diagnostic} go={() => workspace.places.goToDiagnostic(diagnostic)} />);
}

function Entry({ diagnostic, go }: { readonly diagnostic: Diagnostic; readonly go: () => void }) {
  return (
    <li>
      <button type="button" className="plain" onClick={go}>
        <b className={`tag ${diagnostic.severity}`}>{WORDS[diagnostic.severity]}</b>
        <span>
          {diagnostic.message}
          {diagnostic.suggestion !== null && <small>{diagnostic.suggestion}</small>}
        </span>
      </button>
    </li>
  );
}

export const FINDINGS: LowerTab = { id: 'findings', title: '版面提示', count: ({ diagnostics }) => diagnostics.length, List: FindingList };
