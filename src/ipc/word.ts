// The part of the contract that is about Word files that were opened: the import
// report, the choice of tracked changes, 去年的版式. The report travels with what was
// opened and stays in the window; the file is read anew for another choice.
import type { Look } from '../core/model/look';
import type { Master } from '../core/model/master';
import type { BookletParts, EditionKind } from '../core/model/package';
import type { Opened, Result } from './index';

/** How tracked changes are taken: all accepted, or the text before them. */
export type RevisionChoice = 'accepted' | 'original';

/** What a Word file was read as. */
export interface WordOpened {
  /** Name of the file without its folder. */
  readonly name: string;
  readonly found: readonly { readonly what: string; readonly evidence: string; readonly count: number }[];
  /** Every text that is in the file and not in the package, word for word. */
  readonly notTaken: readonly { readonly what: string; readonly where: string; readonly text: string }[];
  readonly revisions: {
    readonly choice: RevisionChoice;
    readonly insertions: number;
    readonly deletions: number;
    readonly moves: number;
    readonly formatting: number;
    readonly authors: readonly string[];
  };
  readonly comments: number;
  /** Kind of the edition that a file of ours was written for; null: another's file. */
  readonly edition: EditionKind | null;
  /** The file's look for a booklet; null where none could be read. */
  readonly look: WordLook | null;
}

export interface WordLook {
  /** What was read, a line a fact, in Chinese. */
  readonly said: readonly string[];
  readonly look: Look;
  readonly master: Master;
  readonly booklet: BookletParts | null;
}

export interface WordApi {
  /** Reads the open Word file again with another choice of its tracked changes. null: the user chose to stay. */
  openWordAgain(document: number, revisions: RevisionChoice): Promise<Result<Opened | null>>;
}

export const WORD_METHODS = ['openWordAgain'] as const satisfies readonly (keyof WordApi)[];
