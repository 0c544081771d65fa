// What takes points of a make-up, in words: what the files that find such things share.

/** Something that takes points of a layout, in words. */
export interface Loss {
  readonly points: number;
  readonly say: string;
}

/** An article's name in the words. */
export type TitleOf = (article: string) => string;

/** Tells one loss; of no points: worth a word alone. */
export type Say = (points: number, text: string) => void;
