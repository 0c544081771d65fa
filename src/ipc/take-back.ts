// The part of the contract that is about 取回 Word 改稿: main asks for the file that came
// back and has it read in a reader process; what it holds crosses as the bytes of a
// package. Comparing and accepting are the window's, one step of undo.
import type { EditionKind } from '../core/model/package';
import type { RevisionChoice } from './opened';
import type { Result } from './result';

/** What came back. */
export interface Returned {
  /** Name of the file without its folder. */
  readonly name: string;
  /** A .banxin file: the texts that it holds. */
  readonly bytes: Uint8Array;
  /** Kind of the edition that the file was written for; null: no file of ours. */
  readonly edition: EditionKind | null;
  /** Tracked changes of others than us in it, and how they were taken; null where it has none, or is no Word file. */
  readonly revisions: { readonly choice: RevisionChoice; readonly insertions: number; readonly deletions: number; readonly authors: readonly string[] } | null;
}

export interface TakeBackApi {
  /** Asks for the file. null: cancelled. */
  chooseReturned(): Promise<Result<Returned | null>>;
  /** The file that was chosen last, with another choice of its tracked changes. */
  readReturned(revisions: RevisionChoice): Promise<Result<Returned>>;
}

export const TAKE_BACK_METHODS = ['chooseReturned', 'readReturned'] as const satisfies readonly (keyof TakeBackApi)[];
