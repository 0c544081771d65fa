// Title blocks on a newspaper's page: set in the sizes that their columns give them
// (fit-deck.ts), across or downwards, the label's artwork above its words. In: an article
// and its area; out: how tall its title is, and its frames on the page (N-10…N-14, T-35).
import type { Block } from '../flow/flow';
import type { Rect } from '../geometry';
import { areasOf, type HeadlineLines, type Variant } from '../model/layout';
import { ART_LABEL } from './compose-box';
import { ledDeck } from './deck-leading';
import { type DeckSize, lineRows, type LineRows, mainLines, type UprightSize } from './deck-size';
import type { Filled } from './fill-frame';
import { fitDeck, mainOf, smallerDecks, type Standing, yieldingDecks } from './fit-deck';
import { type FilledFrame, paceOf } from './frame';
import { artIn } from './furniture';
import { type RankedHead, rankedHeads } from './headline-order';
import { areaFrame, longMeasure, uprightMeasure } from './paper-grid';
import { type PaperJob, type PaperSheet, redOf } from './paper-job';
import type { Area, Piece } from './placement';
import type { SheetTools } from './sheet-page';
import { UPRIGHT_DECK, type VerticalTitle, verticalTitle } from './vertical-title';

/** Standings in which a title block is tried that has too few rows. */
const LESSER: readonly Standing[] = ['important', 'plain', 'short', 'brief'];
/** Rows that a smaller headline may leave to the white around it. */
const MOST_SPARED = 1;
const NO_DECK: DeckSize = { rows: 0, lines: [], mainLines: 0 };

export class TitleComposer {
  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
  ) {}

  /** A title block over so many base columns: its rows, the blank row under it included, and its lines (N-36). */
  size(article: string, variant: Variant, columns: number, headline?: HeadlineLines): DeckSize {
    const width = longMeasure(this.job.master, columns);
    const deck = this.fitted(article, variant, columns, width, headline);
    if (deck.length === 0) return NO_DECK;
    const filled = this.setDeck(deck, width);
    const main = mainOf(deck);
    const sizes = main === undefined || variant !== 'news' ? [] : [main.style.text.size, ...this.yielding(article, variant, deck, width).map(({ size }) => size)];
    return { rows: filled.used + 1, lines: lineRows(filled, 0, this.job.master.pitch), mainLines: mainLines(filled), ...(sizes.length === 0 ? {} : { sizes }) };
  }

  /** The headlines of a page that are compared, in the sizes in which they are set beside each other. */
  ranked(pieces: readonly Piece[]): RankedHead[] {
    return rankedHeads(pieces, (a, b) => this.job.outranks(a, b), ({ article, variant, deck, headline }) => this.size(article, variant, deck?.columns ?? 1, headline).sizes ?? []);
  }

  /** A title block as it is fitted, smaller in about the same rows. */
  private yielding(article: string, variant: Variant, fitted: readonly Block[], width: number): { readonly size: number; readonly deck: Filled }[] {
    const { used } = this.setDeck(fitted, width);
    return [...yieldingDecks(this.blocks(article, variant), fitted, width, this.job.master, this.tools.setter)]
      .map(({ size, blocks }) => ({ size, deck: this.setDeck(blocks, width) })).filter(({ deck }) => deck.used <= used && deck.used >= used - MOST_SPARED);
  }

  /** A title block set downwards in so many base columns × rows, of a piece over `whole` of them: its cells as rows from its top (N-36), whether it fits and looks well. */
  upright(article: string, variant: Variant, whole: number, { columns, rows, beside }: { readonly columns: number; readonly rows: number; readonly beside: boolean }): UprightSize {
    const { pitch } = this.job.master;
    const { lines, fits, mainLines, isSeemly } = this.verticalTitle(article, variant, whole, uprightMeasure(this.job.master, columns, beside), rows);
    return { rows, lines: lines.flatMap(({ y, line }) => line.cells.map(({ top, foot }): LineRows => ({ from: (y + top) / pitch, to: (y + foot) / pitch }))), mainLines, fits, isSeemly };
  }

  private verticalTitle(article: string, variant: Variant, whole: number, width: number, rows: number): VerticalTitle {
    const { master } = this.job;
    // From the top of the first row's em box to the foot of the last one's.
    const height = (rows - 1) * master.pitch + master.em;
    return verticalTitle(this.blocks(article, variant), variant, whole, width, height, master, this.tools.setter);
  }

  /** Puts the title block of a piece on its page, its 主题 in `most` pt at the most where that lets it stand in about its rows. */
  put(piece: Piece, deck: Area, sheet: PaperSheet, most = Infinity): void {
    const { master } = this.job;
    const { frames } = sheet;
    const { article, variant } = piece;
    if (piece.upright === true) {
      const { columns, rows } = deck;
      const width = uprightMeasure(master, columns, piece.body[0]?.beside === true);
      const { lines, fits } = this.verticalTitle(article, variant, boundsColumns(piece), width, rows);
      frames.push({ frame: { ...areaFrame(master, deck, UPRIGHT_DECK), width }, article, fragments: [], upright: lines, ...redOf(this.job, article) });
      if (!fits) sheet.over({ article, page: null, lines: 1, characters: 0, measure: 0, what: 'deck' });
    } else {
      frames.push(...this.voiced({ ...this.deckFrame(deck, piece, most), ...redOf(this.job, article) }, sheet));
      const spare = deck.rows - 1 - this.deckIn(piece, deck).used;
      if (spare < 0) sheet.over({ article, page: null, lines: -spare, characters: 0, measure: 0, what: 'deck' });
    }
  }

  /** A title block without a box whose label the paper has as artwork, the 题花 at its right (T-35): the label's words stand white below it, as in a box. */
  private voiced(deck: FilledFrame, { pictures }: PaperSheet): FilledFrame[] {
    const { labelArt, flower } = this.job.paper ?? {};
    const label = deck.fragments.find(({ block }) => block.content.style.name === 'label');
    if (label === undefined || label.block.content.kind !== 'paragraph' || label.block.content.text !== ART_LABEL || (labelArt === undefined && flower === undefined)) return [deck];
    const { frame, red } = deck;
    const { pitch } = frame.grid;
    const room: Rect = { x: frame.x, y: frame.y + label.row * pitch, width: frame.width, height: (label.end - label.first) * paceOf(label) * pitch };
    const inRed = red === undefined ? {} : { red };
    if (flower !== undefined) pictures.push({ ...artIn(flower, { ...room, x: frame.x + frame.width / 2, width: frame.width / 2 }, 'right'), ...inRed });
    if (labelArt === undefined) return [deck];
    pictures.push({ ...artIn(labelArt, room, 'middle'), over: true, ...inRed });
    return [{ ...deck, fragments: [label], gray: 1 }, { ...deck, fragments: deck.fragments.filter((fragment) => fragment !== label) }];
  }

  /** What stands in a title block. */
  blocks(article: string, variant: Variant): readonly Block[] {
    return this.job.flow(article, variant).head.filter((block) => !isSalutation(block));
  }

  /** The title block in the sizes that it has over these columns. */
  private fitted(article: string, variant: Variant, columns: number, width: number, headline?: HeadlineLines, standing = this.job.standing(article)): readonly Block[] {
    return fitDeck(this.blocks(article, variant), variant, columns, width, this.job.master, this.tools.setter, headline, standing);
  }

  private setDeck(deck: readonly Block[], width: number): Filled {
    return ledDeck(this.tools.pieces.deck(deck, width), this.job.master.pitch);
  }

  /** The title block in its area: where a make-up gave it fewer rows than it would take now, as of an article that matters less. */
  private deckIn({ article, variant, headline }: Piece, { columns, rows }: Area, most = Infinity): Filled {
    const width = longMeasure(this.job.master, columns);
    const set = (standing?: Standing): Filled => this.setDeck(this.fitted(article, variant, columns, width, headline, standing), width);
    const own = set();
    if (own.used < rows) {
      const fitted = most === Infinity ? [] : this.fitted(article, variant, columns, width, headline);
      return (mainOf(fitted)?.style.text.size ?? 0) <= most ? own : (this.yielding(article, variant, fitted, width).find(({ size }) => size <= most)?.deck ?? own);
    }
    // Its own sizes before those of a lesser article: no smaller than the zone asks.
    for (const deck of smallerDecks(this.blocks(article, variant), variant, columns, width, this.job.master, this.tools.setter, headline, this.job.standing(article))) {
      const smaller = this.setDeck(deck, width);
      if (smaller.used < rows) return smaller;
    }
    return LESSER.map(set).find(({ used }) => used < rows) ?? own;
  }

  private deckFrame(area: Area, piece: Piece, most: number): FilledFrame {
    const { master } = this.job;
    const frame = areaFrame(master, area, 'deck');
    const filled = this.deckIn(piece, area, most);
    // Rows that a placer gave it beyond its need (撑版) stand above and below it, alike; a headline stands on no grid.
    const spare = (area.rows - filled.used - 1) / 2;
    return { frame: spare <= 0 ? frame : { ...frame, y: frame.y + spare * master.pitch, rows: frame.rows - Math.ceil(spare) }, article: piece.article, fragments: filled.fragments };
  }
}

/** Base columns from the first to the last that a piece has. */
function boundsColumns(piece: Piece): number {
  const areas = areasOf(piece);
  return Math.max(...areas.map(({ column, columns }) => column + columns)) - Math.min(...areas.map(({ column }) => column));
}

/** Of the head, it opens the text all the same (N-21). */
export function isSalutation(block: Block): boolean {
  return block.content.style.name === 'salutation';
}
