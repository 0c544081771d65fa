// What make-up knows of type: how tall title blocks and boxes are, how a text fills
// columns and how its lines come out. Asked in columns, rows and characters; answered by
// the page's own setting, so that what is proposed is what is printed (measure-paper.ts).
import type { Block } from '../../flow/flow';
import type { HeadlineLines, Piece, Variant } from '../../model/layout';
import type { NarrowedPicture } from '../../page/paper-pictures';
import type { BoxSize, DeckSize, UprightSize } from '../../page/deck-size';
import type { FilledPiece } from '../../page/fill-piece';
import type { LineGaps, LooseLine } from '../../page/measure-paper';
import type { PieceEnd } from '../../page/piece-end';
import type { Broken } from '../../page/placement';

/** Tells how tall things are; PaperMeasurer is one. Rows of the page's grid. */
export interface Measurer {
  deck(article: string, variant: Variant, columns: number, headline?: HeadlineLines): DeckSize;
  upright(article: string, variant: Variant, whole: number, deck: { readonly columns: number; readonly rows: number; readonly beside: boolean }): UprightSize;
  box(article: string, variant: Variant, columns: number, into: number, form?: Pick<Piece, 'headline' | 'upright'>): BoxSize;
  body(article: string, variant: Variant): readonly Block[];
  /** Nothing of a text whose picture these columns hold only narrower than it was set; `asIs`: what a hand chose or keeps holds it all the same. */
  fill(thread: readonly Block[], body: readonly Broken[], asIs?: boolean): FilledPiece;
  /** The same where the text goes on nowhere. */
  overfill(thread: readonly Block[], body: readonly Broken[]): FilledPiece;
  stretch(thread: readonly Block[], body: readonly Broken[]): { readonly lines: number; readonly rows: number } | null;
  ends(thread: readonly Block[], piece: Pick<Piece, 'body' | 'fitted' | 'to'>): PieceEnd;
  /** The picture of a plain piece where it is narrower than it was set to. */
  narrowedPicture(piece: Piece): NarrowedPicture | null;
  gaps(thread: readonly Block[], columns: number, into: number): LineGaps;
  continued(rest: readonly Block[], from: number): readonly Block[];
  /** Lines of a boxed article that find no room in a box of so many rows. */
  boxOver(article: string, variant: Variant, columns: number, into: number, rows: number, form?: Pick<Piece, 'headline' | 'upright'>): number;
  /** Most rows that stand empty above one heading of a piece as it is printed, for its columns' feet to be level. */
  gap(thread: readonly Block[], piece: Piece): number;
  /** The loosest of its lines that are looser than `most` of their measure, as it is printed. */
  tooLoose(thread: readonly Block[], piece: Piece, most: (characters: number) => number): LooseLine | null;
}
