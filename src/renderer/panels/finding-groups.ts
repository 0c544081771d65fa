// 版面提示 as they are listed: the gravest first, and what says the same of several
// places once, with how many there are. An empty record says of every place that takes
// a value from it that the value is missing: sixty lines that one form mends. Pure.
import type { Diagnostic, DiagnosticCode, Severity } from '../../core/diagnostic';

export interface FindingGroup {
  readonly key: string;
  /** The first of them. */
  readonly diagnostic: Diagnostic;
  /** All of them, in the order of the text; one, mostly. */
  readonly all: readonly Diagnostic[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** @param apart codes whose findings are each decided at its own place. */
export function groupFindings(diagnostics: readonly Diagnostic[], apart: ReadonlySet<DiagnosticCode>): readonly FindingGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  diagnostics.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).forEach((diagnostic, index) => {
    const { severity, code, message, suggestion } = diagnostic;
    const key = apart.has(code) ? `${index}` : JSON.stringify([severity, code, message, suggestion]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  });
  return [...groups].map(([key, all]) => ({ key, diagnostic: all[0]!, all }));
}
