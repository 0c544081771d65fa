// What composing a newspaper asks of the edition, and what its pieces are drawn on: the
// job, one page under work, and whom it tells of what went wrong. Plain records.
import type { Rect } from '../geometry';
import type { Dress } from '../model/dress';
import type { Variant } from '../model/layout';
import type { PaperMaster } from '../model/master';
import type { ArticlePicture, PaperProfile } from '../model/package';
import type { Flow } from '../flow/flow';
import type { StyleSheet } from '../flow/style-sheet';
import type { Overset, PageFault } from './compose-sheets';
import type { Standing } from './fit-deck';
import type { FilledFrame, PlacedPicture, Rule } from './frame';

export interface PaperJob {
  readonly master: PaperMaster;
  readonly sheet: StyleSheet;
  readonly paper: PaperProfile | null;
  readonly date: string | null;
  /** The picture of an article; null where it has none. */
  picture(article: string): ArticlePicture | null;
  /** What an article is to its page (N-11). */
  standing(article: string): Standing;
  /** The first matters more than the second: its headline is no smaller (N-11, N-37). */
  outranks(a: string, b: string): boolean;
  /** How an article is dressed. */
  dress(article: string): Dress;
  /** The flow of an article in its surroundings. */
  flow(article: string, variant: Variant): Flow;
}

/** A page while it is composed. */
export interface PaperSheet {
  readonly frames: FilledFrame[];
  readonly rules: Rule[];
  readonly pictures: PlacedPicture[];
  /** Told of a rule that the page breaks, and where. */
  readonly fault: (kind: PageFault['kind'], rect?: Rect) => void;
  /** Told of text that no frame holds. */
  readonly over: (overset: Overset) => void;
}

/** 套红 of an article's title block. */
export function redOf(job: Pick<PaperJob, 'dress'>, article: string): { readonly red?: true } {
  return job.dress(article).red === true ? { red: true } : {};
}
