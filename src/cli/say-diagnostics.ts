// Diagnostics for people: errors and warnings one by one, as far as one reads;
// the rest by number. What is said in the same words of several places (a value that the
// record lacks) is said once, with how many there are. The whole list is in the JSON.
import type { Diagnostic, Severity } from '../core/diagnostic';
import { say } from './print';

const MARKS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提示', info: '说明' };

/** Lines of each severity that are said one by one. */
const SHOWN = 20;

export function sayDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const severity of ['error', 'warning', 'info'] as const) {
    const those = diagnostics.filter((one) => one.severity === severity);
    if (severity === 'info') {
      if (those.length > 0) say(`${those.length < diagnostics.length ? '另' : ''}有 ${those.length} 条说明（见 --json）`);
      continue;
    }
    const places = new Map<string, number>();
    for (const { message, suggestion } of those) {
      const words = `${message}${suggestion === null ? '' : `（${suggestion}）`}`;
      places.set(words, (places.get(words) ?? 0) + 1);
    }
    const said = [...places];
    for (const [words, count] of said.slice(0, SHOWN)) say(`${MARKS[severity]}：${words}${count === 1 ? '' : `，共 ${count} 处`}`);
    if (said.length > SHOWN) say(`……还有 ${said.length - SHOWN} 条${MARKS[severity]}`);
  }
}
