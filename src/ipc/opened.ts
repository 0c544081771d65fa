// A document as the window gets it and as it leaves: opened, with what opening has to say
// and what a Word file was read as; saved; exported. Plain data.
import type { Diagnostic } from '../core/diagnostic';
import type { ChangeGroup } from '../core/model/change';
import type { Look } from '../core/model/look';
import type { Master } from '../core/model/master';
import type { BookletParts, Edition, EditionKind } from '../core/model/package';

/** Something that the recogniser asks the user about. */
export interface Question {
  /** In Chinese. */
  readonly text: string;
  /** Words of the text that stand at the place; '' where none can be named. */
  readonly quote: string;
  /** Of the question whether two pieces are one paragraph; null for any other. */
  readonly join: JoinQuestion | null;
}

/** The two pieces by their words, as the source has them. */
export interface JoinQuestion {
  readonly before: string;
  readonly after: string;
}

/** A package in the window's hands. */
export interface Opened {
  /** Number of the opened document in this run: later calls name it, so that a late one cannot hit another text. */
  readonly document: number;
  /** Name of the file without its folder, or null where it has never been saved. */
  readonly file: string | null;
  /** Why it may not be changed, in Chinese; null where it may. */
  readonly readOnly: string | null;
  /** Version of the bytes: how many change groups main has applied. */
  readonly version: number;
  /** True where main's text is not yet in the file. */
  readonly dirty: boolean;
  /** A .banxin file. */
  readonly bytes: Uint8Array;
  /** What opening has to say (recognised structure, listed changes), in Chinese. */
  readonly notes: readonly string[];
  /** Doubts of the recogniser, in the order of the text; none of a package. */
  readonly questions: readonly Question[];
  /** Where it was opened from a Word file. */
  readonly word?: WordOpened;
  /** Of a text that was recovered, and for a window that starts anew under an open one: what was done to it; left out: nothing. */
  readonly past?: OpenedPast;
}

/** The way from a package to the one that is open. */
export interface OpenedPast {
  /** The package at its start, as a .banxin file. */
  readonly bytes: Uint8Array;
  /** In order; all of them lead to the open one. */
  readonly groups: readonly ChangeGroup[];
}

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

export interface Saved {
  readonly file: string;
  readonly version: number;
}

export interface Exported {
  readonly job: number;
  readonly file: string;
  readonly pages: number;
  readonly seconds: number;
  readonly diagnostics: readonly Diagnostic[];
  /** False where the user accepted an error by which text is not on the pages. */
  readonly textConserved: boolean;
  /** By id of the editions exported: the faces that each was set in. */
  readonly faces: Readonly<Record<string, Edition['faces']>>;
}
