// The part of the contract that is about 两稿对比 and 去年对照: another file to look at
// beside the open one, and files made in the window of two texts: a 花脸稿, Word's
// tracked changes, a 修改说明. What is made crosses as a package with the one edition
// that it is to be set in; main asks for the target and has it written by a job.
import type { Exported } from './opened';
import type { Result } from './result';

/** A file to look at; nothing of it is held. */
export interface ComparedFile {
  /** Without its folder. */
  readonly name: string;
  /** A .banxin file. */
  readonly bytes: Uint8Array;
}

export interface MadeExport {
  /** A .banxin file with one edition. */
  readonly bytes: Uint8Array;
  /** What the file dialog is called, and what the file is offered to be called, without its ending. */
  readonly title: string;
  readonly name: string;
  readonly format: 'pdf' | 'docx' | 'txt';
  /** Diagnostic codes that the user has accepted. */
  readonly accept: readonly string[];
}

export interface ComparingApi {
  /** Asks for a package, a Word file or a raw text. null: cancelled. */
  chooseCompared(): Promise<Result<ComparedFile | null>>;
  /** Asks for the target and writes there; progress by `exportProgress`. null: cancelled. */
  exportMade(request: MadeExport): Promise<Result<Exported | null>>;
}

export const COMPARING_METHODS = ['chooseCompared', 'exportMade'] as const satisfies readonly (keyof ComparingApi)[];
