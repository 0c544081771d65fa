// An import under review: the source, what the recogniser made of it and what was
// decided since. Immutable: undoing is taking the record before. The law that
// holds for a recognition holds for every review (test/property/import-review):
// the text that came in is rebuilt exactly from articles, noise and listed changes.
import type { Recognition } from '../recognition';
import { splitLines, type SourceLines } from '../source-lines';
import type { Doubt } from './decision';

export interface ReviewSource {
  readonly text: string;
  readonly lines: SourceLines;
}

/** The half of a pair that was put into a line. */
export interface PairMark {
  readonly line: number;
  readonly mark: string;
  /** Characters behind it, white space not counted: what cleaning a line another way does not change. */
  readonly behind: number;
}

export interface Review {
  readonly source: ReviewSource;
  readonly recognition: Recognition;
  readonly doubts: readonly Doubt[];
  readonly pairs: readonly PairMark[];
  /** Lines of the titles of those 名词解释 that become notes (make-notes.ts). */
  readonly notes: ReadonlySet<number>;
  /** Keys of questions that were answered. */
  readonly settled: ReadonlySet<string>;
}

/** Key of the question which article a line belongs to. */
export const unassignedKey = (line: number): string => `unassigned:${line}`;

/** The review of a text just recognised. `recognition` must be of this very text. */
export function startReview(text: string, recognition: Recognition): Review {
  return { source: { text, lines: splitLines(text) }, recognition, doubts: [], pairs: [], notes: new Set(), settled: new Set() };
}

/** A line as it came, without its line break. @param line 1-based. */
export function rawLine({ text, lines }: ReviewSource, line: number): string {
  return text.slice(lines.starts[line - 1], lines.ends[line - 1]);
}
