// What a user decides on an import, as plain records: the window makes them, one
// after another, and decide.ts applies them. Lines are named by their 1-based
// number, articles by their id, so that a record means the same whenever it is
// read again, and a list of them replays the whole review.
import type { ArticleKind } from '../../model/package';
import type { FieldName } from '../recognition';

/** Levels as in COMMANDS: 0 part title · 1 一、 · 2 （一） · 3 1. · 4 （1） · 5 unnumbered. */
export const HEADING_LEVELS = [0, 1, 2, 3, 4, 5] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** What a line can be made. `row`: of a table. A heading whose line goes on behind its first sentence becomes a run-in one. */
export type LinePart = FieldName | 'label' | 'paragraph' | 'row' | `heading-${HeadingLevel}`;

/** A sentence that is to be marked 存疑, and a line that it stands on. */
export interface Doubt {
  readonly line: number;
  readonly sentence: string;
}

export type ImportDecision =
  /** The two are one paragraph: what begins with `after` goes on where `before` ends. */
  | { readonly kind: 'join'; readonly before: number; readonly after: number }
  /** They are not: where they are joined they are parted, and it is not asked again. */
  | { readonly kind: 'apart'; readonly before: number; readonly after: number }
  /** A question is answered by leaving everything as it is. `question` is its key. */
  | { readonly kind: 'leave'; readonly question: string }
  | { readonly kind: 'doubt'; readonly question: string; readonly places: readonly Doubt[] }
  /** The typed 名词解释 whose title stands on this line becomes notes at its terms. */
  | { readonly kind: 'notes'; readonly question: string; readonly line: number }
  /** The missing half of a pair of marks goes in; `at` is an offset in the line's clean form. */
  | { readonly kind: 'pair'; readonly question: string; readonly line: number; readonly at: number; readonly mark: string }
  /** Lines of text, whole with their parts, go to an article: before the block that holds the line `before`, or where the source's order puts them. */
  | { readonly kind: 'send'; readonly lines: readonly number[]; readonly article: string; readonly before: number | null }
  /** Lines become an article of their own, behind the one that the first of them was in. */
  | { readonly kind: 'open'; readonly lines: readonly number[]; readonly id: string; readonly as: ArticleKind }
  | { readonly kind: 'noise'; readonly lines: readonly number[] }
  /** Noise becomes text again, in the article around it; `id` names a new one where there is none. */
  | { readonly kind: 'text'; readonly lines: readonly number[]; readonly id: string }
  | { readonly kind: 'part'; readonly lines: readonly number[]; readonly part: LinePart }
  | { readonly kind: 'article-kind'; readonly article: string; readonly to: ArticleKind }
  /** The article stands at this index then. */
  | { readonly kind: 'order'; readonly article: string; readonly to: number };
