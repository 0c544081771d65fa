// The codes of --accept, which `export` and `compare -o` share. In: the option's value.
// Out: codes of diagnostics. A slip there must not pass for consent.
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../core/diagnostic';
import { UsageError } from './arguments';

/** Codes in a list with commas. @throws UsageError for one that no diagnostic has. */
export function acceptedCodes(list: string): DiagnosticCode[] {
  return list.split(',').filter((code) => code !== '').map((code) => {
    const known = DIAGNOSTIC_CODES.find((one) => one === code);
    if (known === undefined) throw new UsageError(`--accept 不认识“${code}”；提示的代码见 --json 的 diagnostics`);
    return known;
  });
}
