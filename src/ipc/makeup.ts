// The part of the contract that is about newspapers: 送报社 asks main for a place and gets
// a folder written by a job, or one block of a page as a PDF; the window names no path.
import type { Diagnostic } from '../core/diagnostic';
import type { Result } from './result';

export interface PaperRequest {
  readonly document: number;
  readonly version: number;
  /** Id of a newspaper edition. */
  readonly edition: string;
  readonly encoding: 'utf-8' | 'gb18030';
  /** Diagnostic codes that the user has accepted. */
  readonly accept: readonly string[];
}

export interface SentToPaper {
  /** Name of the folder, without where it stands. */
  readonly folder: string;
  readonly pages: number;
  /** Names inside it. */
  readonly files: readonly string[];
  /** Characters that the encoding has no code for: they stand as ? in the texts. */
  readonly lost: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** False where the user accepted an error by which text is not on the pages. */
  readonly textConserved: boolean;
}

/** One block, as it is on the page; columns and rows are for its name. */
export interface BlockRequest extends Omit<PaperRequest, 'encoding'> {
  /** 版次 */
  readonly page: number;
  readonly article: string;
  readonly columns: number;
  readonly rows: number;
}

export interface MakeupApi {
  /** Asks for a place and writes the folder there. null: cancelled. */
  sendToPaper(request: PaperRequest): Promise<Result<SentToPaper | null>>;
  /** Asks for a file and writes the block there, cropped to its columns and rows; its name. null: cancelled. */
  exportBlock(request: BlockRequest): Promise<Result<string | null>>;
}

export const MAKEUP_METHODS = ['sendToPaper', 'exportBlock'] as const satisfies readonly (keyof MakeupApi)[];
