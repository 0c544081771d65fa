// What the 数字台账 of an open package was last looked at with: which rows, in which order,
// where. Kept while the package is open, so that going to a sentence and back loses no place.
import type { DocumentSession } from '../session/document-session';
import { Observable } from '../session/observable';
import { FIRST_VIEW, type LedgerView } from './ledger-list';

export interface LedgerPlace {
  /** Place among the rows shown. */
  readonly row: number;
  readonly column: number;
}

export class LedgerSession {
  readonly view = new Observable<LedgerView>(FIRST_VIEW);
  readonly place = new Observable<LedgerPlace>({ row: 0, column: 1 });
  /** What the last doing has to say. */
  readonly said = new Observable('');
  /** What a table brought back that could not be taken. */
  readonly left = new Observable<readonly string[]>([]);
}

const sessions = new WeakMap<DocumentSession, LedgerSession>();

export function ledgerSessionOf(session: DocumentSession): LedgerSession {
  const known = sessions.get(session) ?? new LedgerSession();
  sessions.set(session, known);
  return known;
}
