// A text with the truth beside it: what `outline` must say of it. Written cases
// are read from test/fixtures/import, generated ones are made by seed; both are
// scored alike.
import type { ArticleKind } from '../../src/core/model/package';

export interface TrueHeading {
  readonly level: number;
  readonly number: string | null;
  readonly text: string;
  readonly runIn: boolean;
  /** 1-based. */
  readonly line: number;
}

/** The head as `outline` gives it; null: the text does not hold it. */
export interface TrueHead {
  readonly title: string | null;
  readonly occasion: string | null;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly speaker: string | null;
  readonly salutation: string | null;
}

export interface TrueArticle extends TrueHead {
  readonly kind: ArticleKind;
  readonly lines: readonly number[];
  readonly headings: readonly TrueHeading[];
}

/** Neighbouring pieces of one paragraph. */
export interface TrueCut {
  readonly before: number;
  readonly after: number;
  /** The marks show it: it must be joined. A cut behind a full stop may be joined, asked or left. */
  readonly shown: boolean;
}

export interface Case {
  readonly name: string;
  readonly text: string;
  readonly articles: readonly TrueArticle[];
  readonly cuts: readonly TrueCut[];
  readonly noise: readonly number[];
}

export const EMPTY_HEAD: TrueHead = { title: null, occasion: null, date: null, dateText: null, speaker: null, salutation: null };
