// 版面提示 as they are listed: the gravest first, and what says the same of several
// places once, with how many there are. An empty record says of every place that takes
// a value from it that the value is missing: sixty lines that one form mends. What 待办 lists
// one by one is a line with its count. Pure.
import type { Diagnostic, DiagnosticCode, Severity } from '../../core/diagnostic';

export interface FindingGroup {
  readonly key: string;
  /** The first of them. */
  readonly diagnostic: Diagnostic;
  /** All of them, in the order of the text; one, mostly. */
  readonly all: readonly Diagnostic[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What 待办 lists too. */
const OF_TASKS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(['placeholder-open', 'phrase-stale']);

/** Whether it is told by its count alone, for 待办 lists each: what has a place, not what the record lacks. */
export const isTask = ({ code, at }: Diagnostic): boolean => at !== null && OF_TASKS.has(code);

/** What a group of several says; of tasks how many there are. */
export function groupWords({ diagnostic, all }: FindingGroup): string {
  if (!isTask(diagnostic)) return all.length > 1 ? `${diagnostic.message}（${all.length} 处）` : diagnostic.message;
  if (diagnostic.code === 'phrase-stale') return `有 ${all.length} 处规范表述久未核对`;
  const blanks = all.filter(({ message }) => /还有待填“/.test(message)).length;
  return `还有${blanks === 0 ? '' : `待填 ${blanks} 处`}${blanks === 0 || blanks === all.length ? '' : '、'}${blanks === all.length ? '' : `待核 ${all.length - blanks} 处`}`;
}

/** @param apart codes whose findings are each decided at its own place. */
export function groupFindings(diagnostics: readonly Diagnostic[], apart: ReadonlySet<DiagnosticCode>): readonly FindingGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  diagnostics.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).forEach((diagnostic, index) => {
    const { severity, code, message, suggestion } = diagnostic;
    const key = isTask(diagnostic) ? `${severity} ${code}` : apart.has(code) ? `${index}` : JSON.stringify([severity, code, message, suggestion]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  });
  return [...groups].map(([key, all]) => ({ key, diagnostic: all[0]!, all }));
}
