// What the recogniser finds, as plain records. Every line that holds text
// belongs to exactly one article or to noise, and with the changes, the noise
// and the line ends the text that came in can be rebuilt to the last character
// (restore.ts): nothing is dropped, nothing rewritten silently.
import type { ArticleKind } from '../model/package';
import type { NumberForm } from '../model/schema';
import type { Change } from './change';

/** A stretch of a source line: offsets in the line's clean form, `to` exclusive. `line` is 1-based. */
export interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A deck or head field: one entry of `lines` a source line, as printed (dash, brackets, colon included). */
export interface RecognisedField {
  readonly lines: readonly string[];
  readonly pieces: readonly Piece[];
}

/** The heading of a block: numbers are apart from the text, as the model has them. */
export interface RecognisedHead {
  /** As in COMMANDS: 0 part title · 1 一、 · 2 （一） · 3 1. · 4 （1） · 5 unnumbered. */
  readonly level: number;
  /** As in the text, without its mark; null: not numbered. */
  readonly number: string | null;
  readonly value: number | null;
  readonly form: NumberForm;
  /** Its first sentence alone is the heading: UTF-16 length of that prefix of the text, its 。 included; null: a heading of its own. */
  readonly leadLength: number | null;
  /** Why this is a heading, in Chinese. */
  readonly reason: string;
}

export interface RecognisedBlock {
  readonly kind: 'heading' | 'paragraph' | 'table';
  /** Without the number's label. The pieces' clean text joined; of a table the rows, `\n` between them, `\t` between cells. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly head: RecognisedHead | null;
  /** Ranges of theme sentences inside the text that are sure (W-09). */
  readonly themes: readonly (readonly [number, number])[];
  readonly align: 'center' | 'right' | null;
}

export type FieldName = 'over' | 'main' | 'sub' | 'occasion' | 'date' | 'speaker' | 'salutation';

export interface RecognisedArticle {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly label: { readonly text: string; readonly piece: Piece } | null;
  readonly fields: Readonly<Record<FieldName, RecognisedField | null>>;
  readonly blocks: readonly RecognisedBlock[];
  /** All its lines, ascending. */
  readonly lines: readonly number[];
  /** Why it is of this kind and why its parts belong together, in Chinese. */
  readonly reasons: readonly string[];
}

export interface Join {
  readonly beforeLine: number;
  readonly afterLine: number;
  /** Certain joins are done in the blocks; the others are asked. */
  readonly certain: boolean;
  readonly reason: string;
}

export interface Noise {
  readonly line: number;
  /** The raw line. */
  readonly text: string;
  readonly why: string;
}

/** A line whose article is a guess. */
export interface Unassigned {
  readonly line: number;
  readonly reason: string;
}

/** What part of its article a line is. `row`: of a table; `jump`: goes on from another page. */
export type LineRole = FieldName | 'label' | 'heading' | 'run-in' | 'body' | 'row' | 'dateline' | 'jump' | 'signature' | 'noise';

/** Which part of which article a source line is, and why: what the window shows beside it. */
export interface LineReason {
  /** 1-based. */
  readonly line: number;
  /** Id of its article; null: noise. */
  readonly article: string | null;
  /** Of a line with two values (date and speaker) the first. */
  readonly role: LineRole;
  /** Of a heading, 0–5 as in COMMANDS; else null. */
  readonly level: number | null;
  /** One short Chinese sentence. */
  readonly reason: string;
  /** false: a guess that the user should look at. */
  readonly sure: boolean;
}

export interface Recognition {
  readonly lineCount: number;
  /** How each line ended: indexes into LINE_BREAKS. */
  readonly lineEnds: Uint8Array;
  readonly articles: readonly RecognisedArticle[];
  readonly joins: readonly Join[];
  readonly noise: readonly Noise[];
  /** By line, and within a line in the order they were made. */
  readonly changes: readonly Change[];
  readonly unassigned: readonly Unassigned[];
  /** One entry for every line that holds text, ascending. */
  readonly lineReasons: readonly LineReason[];
}
