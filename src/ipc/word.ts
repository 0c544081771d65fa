// The part of the contract that is about Word files that were opened: the import
// report, the choice of tracked changes, 去年的版式. The report travels with what was
// opened and stays in the window; the file is read anew for another choice.
import type { Opened, RevisionChoice } from './opened';
import type { Result } from './result';

export interface WordApi {
  /** Reads the open Word file again with another choice of its tracked changes. null: the user chose to stay. */
  openWordAgain(document: number, revisions: RevisionChoice): Promise<Result<Opened | null>>;
}

export const WORD_METHODS = ['openWordAgain'] as const satisfies readonly (keyof WordApi)[];
