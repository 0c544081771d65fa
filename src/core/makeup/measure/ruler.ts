// What a page's search asks about the articles that wait for their places, and what it
// is answered: rows, columns and characters, no type. Yardstick answers; search-memory.ts
// answers as it did where nothing has changed.
import type { ArticleKind } from '../../model/package';
import type { PaperMaster } from '../../model/master';
import type { Block } from '../../flow/flow';
import type { Broken, HeadlineLines, Piece, Variant } from '../../model/layout';
import type { BoxSize, DeckSize, UprightSize } from '../../page/deck-size';

/** 版面风格 (TYPESETTING 2.5): 穿插式, 模块式. */
export type PaperStyle = 'interlocked' | 'modular';

/** Whose title block it is, and the lines of its 主题 that a hand asked for. */
export interface Titled {
  readonly article: string;
  readonly variant: Variant;
  readonly headline?: HeadlineLines;
  /** In a box: downwards, at the left of the text. */
  readonly upright?: boolean;
}

export interface Candidate {
  readonly article: string;
  readonly kind: ArticleKind;
  /** 重要: it stands before what is 一般, wherever the edition names it. */
  readonly important?: boolean;
  /** 头条: the first of its edition that is no editorial. */
  readonly head?: boolean;
  /** A hand put it at the head of its page: it is searched for there; upper left it leads the page, whatever else would. */
  readonly atHead?: AtHead;
  /** Characters of its text. */
  readonly characters?: number;
  /** It has a picture, which wants columns to stand in. */
  readonly pictured?: boolean;
}

/** Where a hand put an article at its page's head, in base columns; null: at the left in any width. `goesOn`: a text of that page went on to a later one, and may again. */
export interface AtHead {
  readonly column: number;
  readonly columns: number | null;
  readonly goesOn: boolean;
}

/** An article, or the rest of one, that waits for its place. */
export interface Waiting extends Candidate {
  readonly variant: Variant;
  readonly boxed: boolean;
  /** Its turn in the edition: 0 leads. */
  readonly rank: number;
  /** The rest of an article begun on an earlier page, and where. */
  readonly rest: { readonly thread: readonly Block[]; readonly from: number } | null;
  /** The only article of its edition: nothing else can fill what its columns leave. */
  readonly alone?: boolean;
}

/** What a page's search asks about the articles that wait. Its answers alone decide what the search finds (search-memory.ts). */
export interface Ruler {
  readonly master: PaperMaster;
  readonly style: PaperStyle;
  /** What a report's title over less than half of its page costs a search that looks for a wider one: it is smaller than a brief's then (N-21). */
  readonly sunk?: number;
  wanted(one: { readonly variant: Variant }): number;
  into(one: Waiting, columns: number): number;
  poor(one: Waiting, columns: number, into: number): number;
  isLong(one: Waiting): boolean;
  deck(one: Titled, columns: number): DeckSize;
  upright(piece: Piece): UprightSize;
  whole(one: Waiting, columns: number): Whole | null;
  need(one: Waiting, columns: number, into: number): number;
  refit(one: Waiting, body: readonly Broken[], by: number): number | null;
  narrowed(one: Waiting, piece: Piece): number;
  box(one: Titled, columns: number, into: number): BoxSize;
  boxes(one: Waiting): readonly BoxWay[];
  stepped(one: Waiting, left: number, right: number, beside: boolean, heights: StepHeights): readonly Stepped[];
}

/** A whole article in one broken measure: k columns, their rows, and where the last one ends. */
export interface Whole {
  readonly into: number;
  readonly rows: number;
  /** Rows that the last column stays short by. */
  readonly short: number;
  /** 撑版 (N-34): lines that it is longer, or shorter, for its last column to end at the others' foot; left out: none. */
  readonly fitted?: number;
}

/** How much the feet of a stepped article differ: as is usual; by less or more, and by little, which where few articles wait are tried too. */
export type StepHeights = 'usual' | 'more' | 'small';

/** A whole article in two runs of columns side by side whose feet are not level: what keeps a page from a straight break (N-31). */
export interface Stepped {
  /** Rows of its title block; 0 where it has none. */
  readonly deckRows: number;
  /** Rows of text in the left columns, under the title, and in the right ones, from where their text begins. */
  readonly left: number;
  readonly right: number;
  readonly into: readonly [number, number];
}

/** A way to box an article. */
export interface BoxWay extends BoxSize {
  readonly columns: number;
  readonly into: number;
  /** `box`: in its own size and pitch; `news`: as the page's text, where room is short. */
  readonly variant: Variant;
  /** How far from a good measure, 0 or more. */
  readonly poor: number;
}

/** Lines that an article takes, by the measures asked so far (characters), in the order of asking. */
export type Needs = Map<number, number>;
