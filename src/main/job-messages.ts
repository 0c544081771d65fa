// What main and a job process say to each other. One process does one job and
// ends, so that killing it is cancelling, and nothing it does can stall the window
// or the saving.
import type { Diagnostic } from '../core/diagnostic';
import type { ExportPhase, Failure, Question } from '../ipc/index';

export type JobOrder =
  /** A raw text into a package. */
  | { readonly kind: 'import'; readonly file: string }
  | { readonly kind: 'export'; readonly bytes: Uint8Array; readonly edition: string; readonly target: string; readonly accept: readonly string[] };

export interface ImportDone {
  readonly bytes: Uint8Array;
  /** What recognising has to say, in Chinese. */
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
}

export interface ExportDone {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

export type JobReport =
  | { readonly kind: 'phase'; readonly phase: ExportPhase }
  | { readonly kind: 'imported'; readonly done: ImportDone }
  | { readonly kind: 'exported'; readonly done: ExportDone }
  /** `fault`: of the program, for the log; left out where the world or the file failed. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly fault?: string };
