// The part of the contract that is about 从去年的报告开始: main asks for last year's file
// and has it read in a reader process; what it holds crosses as the bytes of a package.
// What becomes of it is decided in the window; the draft opens as a new package.
import type { ImportedText } from './importing';
import type { Opened } from './opened';
import type { Result } from './result';

/** Last year's report, in no open package. */
export interface LastReport {
  /** Name of the file without its folder. */
  readonly name: string;
  /** A .banxin file. */
  readonly bytes: Uint8Array;
  /** What reading it has to say, in Chinese. */
  readonly notes: readonly string[];
  /** Doubts of the recogniser; 0 of a package. */
  readonly questions: number;
  /** A raw text, which can be looked through in 导入审阅 before. */
  readonly isText: boolean;
}

export interface RollForwardApi {
  /** Asks for last year's file, or for the last annual report that a first annual report of a new 届 takes its structure from. null: cancelled. */
  chooseLastReport(which: 'last' | 'annual'): Promise<Result<LastReport | null>>;
  /** One of the files opened last. */
  recentLastReport(id: string): Promise<Result<LastReport>>;
  /** Preload gives the path of a dropped file. */
  lastReportDropped(path: string): Promise<Result<LastReport>>;
  /** Takes the bytes of last year's package as a new document; what was decided is done to it there. null: the user chose to stay with the one that is open. */
  openForDraft(bytes: Uint8Array, note: string): Promise<Result<Opened | null>>;
  /** The raw text that was taken last, for 导入审阅. */
  reviewLastReport(): Promise<Result<ImportedText>>;
}

export const ROLL_FORWARD_METHODS = ['chooseLastReport', 'recentLastReport', 'lastReportDropped', 'openForDraft', 'reviewLastReport'] as const satisfies readonly (keyof RollForwardApi)[];
