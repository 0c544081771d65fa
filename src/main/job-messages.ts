// What main and a job process say to each other. One process does one job and
// ends, so that killing it is cancelling, and nothing it does can stall the window
// or the saving.
import type { Diagnostic } from '../core/diagnostic';
import type { Arrangement } from '../core/display/arrange';
import type { PrintedPage } from '../core/display/page-lines';
import type { Edition } from '../core/model/package';
import type { ExportPhase, Failure } from '../ipc/index';
import type { TextFormat } from '../ipc/printing';

export type JobOrder =
  | ({ readonly kind: 'export'; readonly target: string; readonly accept: readonly string[] } & SetOrder)
  /** The file for the printer at `target`. */
  | ({ readonly kind: 'print'; readonly target: string; readonly accept: readonly string[]; readonly arrangement: Arrangement } & SetOrder)
  /** A Word file, plain text or web page at `target`. */
  | ({ readonly kind: 'text'; readonly target: string; readonly accept: readonly string[]; readonly format: TextFormat } & SetOrder)
  /** 送报社: a folder at `target`. */
  | ({ readonly kind: 'paper'; readonly target: string; readonly accept: readonly string[]; readonly encoding: 'utf-8' | 'gb18030' } & SetOrder)
  /** The lines of the pages alone. */
  | ({ readonly kind: 'lines' } & SetOrder);

interface SetOrder {
  /** A .banxin file. */
  readonly bytes: Uint8Array;
  /** One of the package's, or one made for this printing. */
  readonly edition: Edition;
}

export interface ExportDone {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  /** False where the user accepted an error by which text is not on the pages. */
  readonly textConserved: boolean;
  /** As they stand on the pages, for the print record. */
  readonly lines: readonly PrintedPage[];
  /** Sides of paper in the file. */
  readonly sides: number;
  /** What the edition was set in, for its `faces`. */
  readonly faces: Edition['faces'];
}

export interface PaperDone {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  /** False where the user accepted an error by which text is not on the pages. */
  readonly textConserved: boolean;
  /** Names inside the folder. */
  readonly files: readonly string[];
  /** Those of one block each: 版次, article, name. */
  readonly blocks: readonly { readonly page: number; readonly article: string; readonly file: string }[];
  /** Characters that the texts’ encoding has no code for. */
  readonly lost: readonly string[];
}

export type JobReport =
  | { readonly kind: 'phase'; readonly phase: ExportPhase }
  | { readonly kind: 'exported'; readonly done: ExportDone }
  | { readonly kind: 'paper'; readonly done: PaperDone }
  | { readonly kind: 'lines'; readonly lines: readonly PrintedPage[] }
  /** `fault`: of the program, for the log; left out where the world or the file failed. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly fault?: string };
