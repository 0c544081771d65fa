// What main and a reader process say to each other. A reader takes foreign files
// apart (W61): one order, one report, and it ends.
import type { FontRole } from '../core/font';
import type { EditionKind } from '../core/model/package';
import type { ImportedText, OriginalText } from '../ipc/importing';
import type { EditionFaces, FaceSource, Failure, Question } from '../ipc/index';
import type { RevisionChoice, WordOpened } from '../ipc/opened';

export type ReadOrder =
  /** A .banxin file: can it be read, whole? */
  | { readonly kind: 'package'; readonly file: string }
  /** A raw text or a Word file, to be recognised; `revisions`: how tracked changes are taken. */
  | { readonly kind: 'text'; readonly file: string; readonly revisions: RevisionChoice }
  /** A raw text for the review of an import: a file, or bytes that came another way, under this name. */
  | { readonly kind: 'review'; readonly file: string; readonly bytes: Uint8Array | null }
  /** The text that a package keeps of an import. */
  | { readonly kind: 'original'; readonly bytes: Uint8Array }
  /** The faces installed on this machine and ours. */
  | { readonly kind: 'faces' };

export interface ImportDone {
  readonly bytes: Uint8Array;
  /** What recognising has to say, in Chinese. */
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
  /** Of a Word file. */
  readonly word: WordOpened | null;
}

export interface FacesOfEdition {
  readonly edition: EditionKind;
  readonly faces: readonly FoundFaceFile[];
  readonly diagnostics: EditionFaces['diagnostics'];
}

interface FoundFaceFile extends Omit<FaceSource, 'id'> {
  readonly file: string;
  readonly role: FontRole;
  readonly name: string;
  readonly source: string;
}

export type ReadReport =
  /** The bytes of the file, which the reader has read as a package from end to end. */
  | { readonly kind: 'package'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly done: ImportDone }
  | { readonly kind: 'review'; readonly imported: ImportedText }
  | { readonly kind: 'original'; readonly original: OriginalText }
  | { readonly kind: 'faces'; readonly editions: readonly FacesOfEdition[] }
  /** `fault`: of the program, for the log. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly fault?: string };
