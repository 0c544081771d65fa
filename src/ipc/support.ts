// The part of the contract that is for support.
import type { Result } from './result';

export interface SupportApi {
  /**
   * Asks where to and writes the diagnostics bundle there. `counts`: how often each diagnostic code stands in the
   * pages shown; the window has no more of it than main. The file's name, or null where the user cancelled.
   */
  saveDiagnostics(counts: Readonly<Record<string, number>>): Promise<Result<string | null>>;
}

export const SUPPORT_METHODS = ['saveDiagnostics'] as const satisfies readonly (keyof SupportApi)[];
