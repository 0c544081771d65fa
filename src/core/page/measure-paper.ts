// What a newspaper's composer tells the placer (Measurer): how tall title blocks, boxes and
// texts are, and how their lines and columns come out, by the parts that set the page
// itself. In rows of the page's grid, base columns, characters and em.
import type { Block } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import type { HeadlineLines, Variant } from '../model/layout';
import type { BoxComposer } from './compose-box';
import type { PieceComposer } from './compose-piece';
import type { TitleComposer } from './compose-title';
import type { BoxSize, DeckSize, UprightSize } from './deck-size';
import type { Filled } from './fill-frame';
import type { FilledPiece } from './fill-piece';
import { gapOf } from './level-column';
import { brokenMeasure } from './paper-grid';
import type { PaperJob } from './paper-job';
import type { NarrowedPicture } from './paper-pictures';
import { endOf, type PieceEnd } from './piece-end';
import type { Broken, Piece } from './placement';
import type { SheetTools } from './sheet-page';
import type { Stretched } from './stretch-piece';

/** An added gap that shows, em (T-24, FITTING). */
const LOOSE = 0.12 + 1e-4;
/** Rows of a hole that a heading without its text is as bad as. */
const PARTED = 12;
/** Pages full of text whose lines tell how the whole is set. */
const MOST_MEASURED = 4;

export class PaperMeasurer {
  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
    private readonly titles: TitleComposer,
    private readonly pieces: PieceComposer,
    private readonly boxes: BoxComposer,
  ) {}

  /** A title block over so many base columns: its rows, the blank row under it included, and its lines (N-36). */
  deck(article: string, variant: Variant, columns: number, headline?: HeadlineLines): DeckSize {
    return this.titles.size(article, variant, columns, headline);
  }

  /** A title block set downwards in so many base columns × rows, of a piece over `whole` of them. */
  upright(article: string, variant: Variant, whole: number, deck: { readonly columns: number; readonly rows: number; readonly beside: boolean }): UprightSize {
    return this.titles.upright(article, variant, whole, deck);
  }

  /** A boxed article over so many base columns, its text in `into` columns: rows, frame included, and where its headline stands in it. */
  box(article: string, variant: Variant, columns: number, into: number, form: Pick<Piece, 'headline' | 'upright'> = {}): BoxSize {
    return this.boxes.size(article, variant, columns, into, form);
  }

  /** Lines of a boxed article that find no room in a box of so many rows, in its own lines. */
  boxOver(article: string, variant: Variant, columns: number, into: number, rows: number, form: Pick<Piece, 'headline' | 'upright'> = {}): number {
    return this.boxes.over(article, variant, columns, into, rows, form);
  }

  /** Body blocks of an article, its salutation in front. */
  body(article: string, variant: Variant): readonly Block[] {
    return this.pieces.body(article, variant);
  }

  /** The rest of a jumped article, （上接第N版） in front. */
  continued(rest: readonly Block[], from: number): readonly Block[] {
    return this.pieces.continued(rest, from);
  }

  /** Fills body columns; areas in rows of the page. */
  fill(thread: readonly Block[], body: readonly Broken[], asIs = false): FilledPiece {
    return this.pieces.fill(thread, body, asIs);
  }

  /** The same where the text goes on nowhere. */
  overfill(thread: readonly Block[], body: readonly Broken[]): FilledPiece {
    return this.pieces.overfill(thread, body);
  }

  /** The same columns filled to their feet by copyfitting; null where the text does not give them. */
  stretch(thread: readonly Block[], body: readonly Broken[]): Stretched | null {
    return this.pieces.stretch(thread, body);
  }

  /** Most rows that stand empty above one heading of a piece, for its columns' feet to be level (N-34); a heading that is parted from its text (T-34) is worse than most. */
  gap(thread: readonly Block[], piece: Piece): number {
    if (!thread.some(({ content }) => content.kind === 'paragraph' && content.style.keepWithNext > 0)) return 0;
    return Math.max(0, ...this.pieces.set(thread, piece).filled.columns.map((column) => (column.forced === 'heading' || column.forced === 'low' ? PARTED : gapOf(column))));
  }

  /**
   * The gaps of a text's lines in the columns of a broken measure, its paragraphs as they are best set (T-24). Of a text
   * that goes on over many pages what a few of them hold: all of it, at each page anew, would cost its length squared.
   */
  gaps(thread: readonly Block[], columns: number, into: number): LineGaps {
    const { master } = this.job;
    const { characters } = brokenMeasure(master, columns, into);
    const width = characters * master.em;
    let [lines, loose, worst] = [0, 0, 0];
    let left = MOST_MEASURED * master.columns * master.characters * master.lines;
    for (const { content } of thread) {
      if (content.kind !== 'paragraph' || content.style.align !== 'justify') continue;
      if (left <= 0) break;
      if (content.style.indent + content.text.length <= characters) {
        // A line, and no justified one: as much of a page as any.
        left -= characters;
        continue;
      }
      const set = this.tools.setter.set(content.text.length <= 2 * left ? content : splitParagraph(content, left)[0], width);
      left -= content.text.length;
      for (let i = 0; i < set.lines.length - 1; i++) {
        const { gap } = set.lines[i]!;
        lines++;
        if (gap > LOOSE) loose++;
        if (gap > worst) worst = gap;
      }
    }
    return { lines, loose, worst };
  }

  /** The loosest of a piece's lines that are looser than `most` of their measure (characters), as the piece is printed; null where none is. */
  tooLoose(thread: readonly Block[], piece: Piece, most: (characters: number) => number): LooseLine | null {
    if (piece.box !== null) {
      const { characters, columns } = this.boxes.set(piece.article, piece.variant, piece.box.area.columns, piece.box.into, piece);
      return loosestOf(columns, () => characters, most);
    }
    const { filled, frames } = this.pieces.set(thread, piece);
    return loosestOf(filled.columns, (column) => Math.round((frames[column]?.width ?? 0) / this.job.master.em), most);
  }

  /** The picture of a plain piece where it is narrower than it was set to. */
  narrowedPicture(piece: Piece): NarrowedPicture | null {
    return piece.box !== null || piece.from !== null ? null : this.pieces.narrowedPicture(this.pieces.body(piece.article, piece.variant), piece);
  }

  /** How a piece ends as it is printed, copyfitted (N-34). */
  ends(thread: readonly Block[], piece: Pick<Piece, 'body' | 'fitted' | 'to'>): PieceEnd {
    return endOf(this.pieces.set(thread, piece));
  }
}

/** The justified lines of a text at one measure. */
export interface LineGaps {
  readonly lines: number;
  /** Lines with a gap that would be reported. */
  readonly loose: number;
  /** The worst added gap, em. */
  readonly worst: number;
}

/** A line of a piece as it is printed. */
export interface LooseLine {
  /** Of its measure. */
  readonly characters: number;
  /** Added to each opening, em. */
  readonly gap: number;
}

function loosestOf(columns: readonly Filled[], charactersOf: (column: number) => number, most: (characters: number) => number): LooseLine | null {
  let loosest: LooseLine | null = null;
  columns.forEach(({ fragments }, i) => {
    const characters = charactersOf(i);
    let worst = most(characters);
    for (const { set, first, end } of fragments) {
      if (set.paragraph.style.align !== 'justify') continue;
      // A paragraph's last line is not justified.
      for (let k = first; k < end && k < set.lines.length - 1; k++) if (set.lines[k]!.gap > worst) worst = set.lines[k]!.gap;
    }
    if (worst > most(characters) && (loosest === null || worst > loosest.gap)) loosest = { characters, gap: worst };
  });
  return loosest;
}
