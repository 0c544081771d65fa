// The part of the contract that is about the review of an import (导入审阅): a text
// comes in recognised; what is decided on it stays in the window
// until 完成, which gives back the bytes of a package, or a change of the open one.
import type { DamagedLine } from '../core/import/review/questions';
import type { PackedRecognition } from '../core/import/review/recognition-json';
import type { ReviewStep } from '../core/import/review/steps';
import type { Opened, Question } from './opened';
import type { Result } from './result';

/** A text that was read and recognised, in no package yet. */
export interface ImportedText {
  /** What the user knows it by: the file's name without its folder, or what stands for it. */
  readonly name: string;
  /** As found: UTF-8, GB18030 …, for people. */
  readonly encoding: string;
  readonly text: string;
  readonly recognition: PackedRecognition;
  /** Lines with bytes that no character could be read from. */
  readonly damaged: readonly DamagedLine[];
  /** As they came, and their SHA-256 in hexadecimal: they are kept in the package. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A text that a package keeps, for looking at. */
export interface OriginalText {
  readonly text: string;
  readonly encoding: string;
}

/** A review that is open in the window: closing asks about it. */
export interface ReviewInHand {
  readonly name: string;
  readonly decisions: number;
  /** Left out: a review of an import. `roll`: 从去年的报告开始. */
  readonly what?: 'roll';
}

/** A review that a crash left: what can be gone on with. */
export interface KeptReview {
  readonly id: string;
  readonly name: string;
  /** Time of its last decision, ms since the epoch. */
  readonly at: number;
  /** Decisions that no package has. */
  readonly decisions: number;
  /** Name of the package that was open then, where it was to go; null: none was. */
  readonly home: string | null;
}

/** Its text, recognised again, and what had been done on it. */
export interface ResumedReview {
  readonly imported: ImportedText;
  readonly steps: readonly ReviewStep[];
  /** The package that it goes into, opened for it; null: nothing was opened. */
  readonly opened: Opened | null;
  /** Name of the package that it was to go into and that is not the open one; null: that is, or none was open. */
  readonly missing: string | null;
}

export interface ImportingApi {
  /** Asks for a text file; null where the user cancelled. */
  chooseImport(): Promise<Result<ImportedText | null>>;
  /** Preload gives the path of a dropped file. */
  importDropped(path: string): Promise<Result<ImportedText>>;
  importPasted(text: string): Promise<Result<ImportedText>>;
  /** Takes the bytes of a package that a review made by so many decisions as the open document. null: the user chose to stay with the one that is open. */
  openImported(bytes: Uint8Array, notes: readonly string[], questions: readonly Question[], decisions: number): Promise<Result<Opened | null>>;
  /** The text of an import among the assets of the open package. */
  originalText(document: number, asset: string): Promise<Result<OriginalText>>;
  /** What was just done in the review of the text with this hash: main keeps it on the disk (W41). */
  reviewStep(sha256: string, step: ReviewStep): Promise<Result<null>>;
  /** Newest first. */
  keptReviews(): Promise<Result<readonly KeptReview[]>>;
  resumeReview(id: string): Promise<Result<ResumedReview>>;
  /** Out of the list; it can be wanted again for 30 days. */
  giveUpReview(id: string): Promise<Result<null>>;
  wantReview(id: string): Promise<Result<null>>;
  /** null: none is open, or nothing was decided in it. */
  reviewing(review: ReviewInHand | null): Promise<Result<null>>;
}

export const IMPORTING_METHODS = ['chooseImport', 'importDropped', 'importPasted', 'openImported', 'originalText', 'reviewStep', 'keptReviews', 'resumeReview', 'giveUpReview', 'wantReview', 'reviewing'] as const satisfies readonly (keyof ImportingApi)[];
