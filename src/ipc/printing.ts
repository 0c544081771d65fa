// The part of the contract that is about paper: printers, printing, exporting all
// editions, the record of what was printed. An edition is named by its id, the
// 改稿本 by `draft`, which every package has; a page's lines cross as the record
// keeps them, so that the window compares and finds without a second package.
import type { Diagnostic } from '../core/diagnostic';
import type { Arrangement } from '../core/display/arrange';
import type { PrintedPage } from '../core/display/page-lines';
import type { DraftWish } from '../core/model/draft-wish';
import type { Edition } from '../core/model/package';
import type { Exported } from './opened';
import type { Result } from './result';

export interface Printer {
  /** As the system knows it. */
  readonly name: string;
  /** As people do. */
  readonly title: string;
  readonly isDefault: boolean;
  readonly state: 'ready' | 'busy' | 'stopped';
}

/** `one`: one side. `long`, `short`: both, turned over the paper's long or short edge. */
export type Sides = 'one' | 'long' | 'short';

export interface PrintRequest {
  readonly document: number;
  readonly version: number;
  readonly edition: string;
  /** Of a 改稿本; null for any other edition. */
  readonly draft: DraftWish | null;
  readonly arrangement: Arrangement;
  readonly printer: string;
  readonly copies: number;
  readonly sides: Sides;
  /** Copy by copy, not page by page. */
  readonly collate: boolean;
  /** To whom it is given, for the record; '' where nobody said. */
  readonly to: string;
  /** Diagnostic codes that the user has accepted. */
  readonly accept: readonly string[];
}

/** One printing or export in the record. */
export interface PrintEntry {
  readonly id: string;
  readonly kind: 'print' | 'export';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** 稿次 then; null: none. */
  readonly stage: string | null;
  readonly edition: string;
  readonly editionName: string;
  readonly draft: DraftWish | null;
  /** Pages of the whole edition then. */
  readonly pages: number;
  /** Indexes of those that were printed; null: all. */
  readonly chosen: readonly number[] | null;
  readonly copies: number;
  readonly to: string;
  /** Printer, or name of the exported file. */
  readonly where: string;
}

export interface Printed {
  readonly entry: PrintEntry;
  readonly sheets: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What else is to be said, in Chinese: a stopped printer, a record that could not be written; null: nothing. */
  readonly note: string | null;
}

export interface ExportAllRequest {
  readonly document: number;
  readonly version: number;
  readonly accept: readonly string[];
}

/** A Word file; plain text in UTF-8, or in GB18030 for systems that know no other; a web page. */
export type TextFormat = 'docx' | 'txt' | 'txt-gb18030' | 'html';

export interface ExportTextRequest {
  readonly document: number;
  readonly version: number;
  /** Id of an edition of the package. */
  readonly edition: string;
  readonly format: TextFormat;
  readonly accept: readonly string[];
}

/** An edition as of the text of a version, for a look at its pages. */
export interface EditionRequest {
  readonly document: number;
  readonly version: number;
  readonly edition: string;
  readonly draft: DraftWish | null;
}

export interface PrintingApi {
  printers(): Promise<Result<readonly Printer[]>>;
  /** The edition as it would be printed now: a 改稿本 with the time in its header. */
  editionToPrint(request: EditionRequest): Promise<Result<Edition>>;
  /** Prints the file that an export writes; progress by `exportProgress`. null: cancelled. */
  print(request: PrintRequest): Promise<Result<Printed | null>>;
  /** Asks for a folder, makes one in it named by package, 稿次 and day, exports every edition into that. null: cancelled. */
  exportAll(request: ExportAllRequest): Promise<Result<Exported | null>>;
  /** Asks for the target and writes the edition's texts there; progress by `exportProgress`. null: cancelled. */
  exportText(request: ExportTextRequest): Promise<Result<Exported | null>>;
  /** Of the package that is open, the newest first. */
  printRecord(document: number): Promise<Result<readonly PrintEntry[]>>;
  /** The pages as they were printed. */
  printedPages(document: number, entry: string): Promise<Result<readonly PrintedPage[]>>;
  /** The pages as the edition would be printed now. */
  pagesNow(request: EditionRequest): Promise<Result<readonly PrintedPage[]>>;
  /** Writes the text as it was printed to a package file that the user names; answers its name. null: cancelled. */
  savePrinted(document: number, entry: string): Promise<Result<string | null>>;
}

export const PRINTING_METHODS = [
  'printers', 'editionToPrint', 'print', 'exportAll', 'exportText', 'printRecord', 'printedPages', 'pagesNow', 'savePrinted',
] as const satisfies readonly (keyof PrintingApi)[];
