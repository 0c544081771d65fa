// The part of the contract that is about tables of the 数字台账 and 承诺与结果: out as CSV and as
// Word files, CSV back in. The window makes the tables, main asks where and writes.
import type { Result } from './result';

/** A table with a title, as core/report/table-sheet.ts makes a document of it. */
export interface SheetToSave {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly before: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
}

export interface LedgerApi {
  /** Asks where to, and writes a CSV file. Its name; null: cancelled. */
  saveTable(name: string, text: string): Promise<Result<string | null>>;
  /** Asks for a CSV file. null: cancelled. */
  readTable(): Promise<Result<{ readonly name: string; readonly text: string } | null>>;
  /** Writes sheets as Word files: one where it is asked to, several into a folder that is asked for; progress by `exportProgress`, its part 2/14 and the sheet's name. Names of the files that were written; null: cancelled before the first. */
  saveSheets(sheets: readonly SheetToSave[]): Promise<Result<readonly string[] | null>>;
  /** Ends saveSheets: files that are whole stay. */
  cancelSheets(): Promise<Result<null>>;
}

export const LEDGER_METHODS = ['saveTable', 'readTable', 'saveSheets', 'cancelSheets'] as const satisfies readonly (keyof LedgerApi)[];
