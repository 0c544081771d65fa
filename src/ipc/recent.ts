// The part of the contract that is about the files opened last (W3). A file is named
// by its id: the window knows no path.
import type { Opened } from './opened';
import type { Result } from './result';

export interface RecentFile {
  readonly id: string;
  /** Name without folder. */
  readonly name: string;
  readonly folder: string;
  /** When it was opened or saved last, ms since the epoch. */
  readonly at: number;
  /** It is not there now (deleted, or its drive is away). */
  readonly isGone: boolean;
  /** First page as PNG; null where none was kept yet. */
  readonly thumbnail: Uint8Array | null;
}

export interface RecentApi {
  /** The last opened first. */
  recent(): Promise<Result<readonly RecentFile[]>>;
  openRecent(id: string): Promise<Result<Opened | null>>;
  /** Takes it off the list; the file is not touched. */
  forgetRecent(id: string): Promise<Result<null>>;
  /** First page of the open document, for the list; PNG. */
  keepThumbnail(document: number, png: Uint8Array): Promise<Result<null>>;
}

export const RECENT_METHODS = ['recent', 'openRecent', 'forgetRecent', 'keepThumbnail'] as const satisfies readonly (keyof RecentApi)[];
