// Newspaper pages from a placement: title blocks, body columns, boxes, jump
// lines, rules between columns and articles, header and masthead. It sets what
// the placement says; how tall things are it tells the placer through Measurer.
import type { Rect } from '../geometry';
import type { PaperProfile } from '../model/package';
import type { Block } from '../flow/flow';
import { areasOf, type HeadlineLines, type Variant } from '../model/layout';
import { prefixParagraph } from '../flow/prefix-paragraph';
import { splitParagraph } from '../flow/split-paragraph';
import { ART_LABEL, BoxComposer } from './compose-box';
import type { Composed, Overset, PageFault } from './compose-sheets';
import { ledDeck } from './deck-leading';
import { type BoxSize, type DeckSize, lineRows, type LineRows, mainLines, type UprightSize } from './deck-size';
import type { Filled } from './fill-frame';
import { fitDeck, smallerDecks, type Standing } from './fit-deck';
import { wrap } from './cut-thread';
import type { ColumnGroup, FilledPiece } from './fill-piece';
import { type FilledFrame, type Frame, type Page, paceOf } from './frame';
import { footOf, gapOf, levelled } from './level-column';
import { type PaperJob, type PaperSheet, redOf } from './paper-job';
import { PaperPictures } from './paper-pictures';
import { asWhole, fillPictured, groupsAround, type PicturedPiece, type PicturePlace, stretchedAround } from './picture-place';
import type { Area, Broken, PagePlan, Piece, Placement } from './placement';
import { areaFrame, brokenFrames, brokenMeasure, longMeasure } from './paper-grid';
import { columnRules, endRule, separator, tintsOf } from './paper-rules';
import { artIn, composeHeader, composeMasthead, composeTail, pageName } from './furniture';
import { generated, type SheetTools } from './sheet-page';
import type { Stretched } from './stretch-piece';
import { UPRIGHT_DECK, type VerticalTitle, verticalTitle } from './vertical-title';

export type { BoxSize, DeckSize, UprightSize } from './deck-size';

/** N-34: lines of a last column at the least, rows of a hole at the most. */
const LEAST_TAIL = 3;
const MOST_HOLE = 2;
/** An added gap that shows, em (T-24, FITTING). */
const LOOSE = 0.12 + 1e-4;
/** Standings in which a title block is tried that has too few rows. */
const LESSER: readonly Standing[] = ['important', 'plain', 'short', 'brief'];
/** Rows of a hole that a heading without its text is as bad as. */
const PARTED = 12;
const NO_DECK: DeckSize = { rows: 0, lines: [], mainLines: 0 };
/** A jump's wording where no paper says its own (N-20 (1)): the usual one. */
const DEFAULT_JUMP: PaperProfile['jump'] = { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' };

/** Pages full of text whose lines tell how the whole is set. */
const MOST_MEASURED = 4;
/** Rows of a column that nothing fills. */
const ENDLESS = 100_000;

export class PaperComposer {
  private readonly bodies = new Map<string, readonly Block[]>();
  private readonly pictures: PaperPictures;
  private readonly boxes: BoxComposer;

  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
  ) {
    this.pictures = new PaperPictures(job, tools);
    this.boxes = new BoxComposer(job, tools, { title: (article) => this.deckBlocks(article, 'box'), body: (article, variant) => this.body(article, variant) }, this.pictures);
  }

  /** A title block over so many base columns: its rows, the blank row under it included, and its lines (N-36). */
  deck(article: string, variant: Variant, columns: number, headline?: HeadlineLines): DeckSize {
    const width = longMeasure(this.job.master, columns);
    const deck = this.fitted(article, variant, columns, width, headline);
    if (deck.length === 0) return NO_DECK;
    const filled = this.setDeck(deck, width);
    return { rows: filled.used + 1, lines: lineRows(filled, 0, this.job.master.pitch), mainLines: mainLines(filled) };
  }

  /** A title block set downwards in so many base columns × rows, of a piece over `whole` of them: its cells as rows from its top (N-36), whether it fits and looks well. */
  upright(article: string, variant: Variant, whole: number, { columns, rows }: { readonly columns: number; readonly rows: number }): UprightSize {
    const { pitch } = this.job.master;
    const { lines, fits, mainLines, isSeemly } = this.verticalTitle(article, variant, whole, columns, rows);
    return { rows, lines: lines.flatMap(({ y, line }) => line.cells.map(({ top, foot }): LineRows => ({ from: (y + top) / pitch, to: (y + foot) / pitch }))), mainLines, fits, isSeemly };
  }

  private verticalTitle(article: string, variant: Variant, whole: number, columns: number, rows: number): VerticalTitle {
    const { master } = this.job;
    // From the top of the first row's em box to the foot of the last one's.
    const height = (rows - 1) * master.pitch + master.em;
    return verticalTitle(this.deckBlocks(article, variant), variant, whole, longMeasure(master, columns), height, master, this.tools.setter);
  }

  /** Body blocks, the salutation in front: it opens the text, flush left (N-21). */
  body(article: string, variant: Variant): readonly Block[] {
    const key = `${variant} ${article}`;
    let body = this.bodies.get(key);
    if (body === undefined) {
      const flow = this.job.flow(article, variant);
      this.bodies.set(key, (body = this.tools.pieces.thread([...flow.head.filter(isSalutation), ...flow.body])));
      this.pictures.goesWith(article, body);
    }
    return body;
  }

  /** Fills body columns; areas in rows of the page. */
  fill(thread: readonly Block[], body: readonly Broken[]): FilledPiece {
    const groups = this.groups(body);
    const place = this.pictures.placeIn(thread, body, groups);
    return place === null ? this.tools.pieces.fill(thread, groups) : asWhole(fillPictured(thread, groups, place, (own, columns) => this.tools.pieces.fill(own, columns)));
  }

  /** The same where the text goes on nowhere: filled to the last row, and no stop is looked for where it does not fit. */
  overfill(thread: readonly Block[], body: readonly Broken[]): FilledPiece {
    const groups = this.groups(body);
    const place = this.pictures.placeIn(thread, body, groups);
    const fill = (own: readonly Block[], columns: readonly ColumnGroup[]): FilledPiece => this.tools.pieces.overfill(own, columns, false);
    return place === null ? fill(thread, groups) : asWhole(fillPictured(thread, groups, place, fill));
  }

  /** The same columns filled to their feet by copyfitting: lines and rows that it takes; null where the text does not give them. */
  stretch(thread: readonly Block[], body: readonly Broken[]): Stretched | null {
    const groups = this.groups(body);
    const place = this.pictures.placeIn(thread, body, groups);
    return this.tools.pieces.stretch(thread, place === null ? groups : groupsAround(groups, place));
  }

  /** Most rows that stand empty above one heading of a piece, for its columns' feet to be level (N-34); a heading that is parted from its text (T-34) is worse than most. */
  gap(thread: readonly Block[], piece: Piece): number {
    if (!thread.some(({ content }) => content.kind === 'paragraph' && content.style.keepWithNext > 0)) return 0;
    return Math.max(0, ...this.filled(thread, piece).filled.columns.map((column) => (column.forced === 'heading' || column.forced === 'low' ? PARTED : gapOf(column))));
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

  private groups(body: readonly Broken[]): ColumnGroup[] {
    const { master } = this.job;
    return body.map(({ area, into }) => ({ columns: into, width: brokenMeasure(master, area.columns, into).characters * master.em, rows: area.rows }));
  }

  /**
   * The rest of a jumped article, （上接第N版） run in at its start (N-20 (2)); before a heading or a table it stands on a
   * line of its own.
   */
  continued(rest: readonly Block[], from: number): readonly Block[] {
    const first = rest[0];
    if (first === undefined) return rest;
    const { sheet } = this.job;
    const jump = this.job.paper?.jump ?? DEFAULT_JUMP;
    const body = sheet.paragraph('body');
    const label = pageName(jump.back, from, jump.numerals);
    const { content } = first;
    const labelStyle = sheet.inside('jump', body.text);
    if (content.kind === 'table' || content.style.keepWithNext > 0 || content.style.title) {
      return this.tools.pieces.thread([this.tools.flower.compose('jump-from', [{ text: label, style: labelStyle }], body), ...rest]);
    }
    const style = content.style.name !== 'body' ? content.style : content.style.text === body.text ? body : sheet.faced(body, 'boxBody');
    return this.tools.pieces.thread([wrap(prefixParagraph(content, label, 'jump-from', labelStyle, style), first.ref), ...rest.slice(1)]);
  }

  /** A boxed article over so many base columns, its text in `into` columns: rows, frame included, and where its headline stands in it. */
  box(article: string, variant: Variant, columns: number, into: number, headline?: HeadlineLines): BoxSize {
    return this.boxes.size(article, variant, columns, into, headline);
  }

  /** Lines of a boxed article that find no room in a box of so many rows, in its own lines. */
  boxOver(article: string, variant: Variant, columns: number, into: number, rows: number, headline?: HeadlineLines): number {
    return this.boxes.over(article, variant, columns, into, rows, headline);
  }

  /** Composes every page of the placement. */
  compose(placement: Placement): Composed {
    const rests = new Map<string, readonly Block[]>();
    const faults: PageFault[] = [];
    const overset: Overset[] = [];
    const pages = placement.pages.map((plan, i) => this.page(plan, i === placement.pages.length - 1, rests, {
      fault: (kind, rect) => void faults.push({ page: i + 1, kind, ...(rect === undefined ? {} : { rect }) }),
      over: (one) => void overset.push({ ...one, page: i + 1 }),
    }));
    for (const article of placement.left) if (!overset.some((over) => over.article === article)) overset.push({ article, ...this.over(article, rests.get(article) ?? this.body(article, 'news'), undefined) });
    return { pages, faults: [...faults, ...brokenJumps(placement)], overset, unboxed: placement.unboxed };
  }

  /** How much of an article found no room, in lines of the columns in which its block ends, as its red mark counts them; without a block of a base column. */
  private over(article: string, rest: readonly Block[], run: Broken | undefined): Omit<Overset, 'article'> {
    const { master } = this.job;
    const { area, into } = run ?? { area: { column: 0, columns: 1, row: 0, rows: 0 }, into: 1 };
    const { characters: measure } = brokenMeasure(master, area.columns, into);
    const thread = this.tools.pieces.thread(rest);
    const filled = this.fill(thread, [{ area: { ...area, row: 0, rows: ENDLESS }, into }]);
    const characters = thread.reduce((sum, { content }) => sum + (content.kind === 'paragraph' ? content.text.length : 0), 0);
    return { page: null, lines: filled.columns.reduce((sum, column) => sum + column.used, 0), characters, measure, what: 'text' };
  }

  private page(plan: PagePlan, isLast: boolean, rests: Map<string, readonly Block[]>, told: Pick<PaperSheet, 'fault' | 'over'>): Page {
    const { master, sheet: styles, paper, date } = this.job;
    const sheet: PaperSheet = { frames: [], rules: [], pictures: [], ...told };
    const { frames, rules, pictures } = sheet;
    if (paper !== null) {
      const furniture = plan.mastheadRows > 0
        ? composeMasthead(paper, date, plan, master, styles, this.tools)
        : composeHeader(paper, date, plan, master, styles, this.tools);
      frames.push(...furniture.frames);
      rules.push(...furniture.rules);
      pictures.push(...furniture.pictures);
      if (isLast && paper.tail !== undefined) {
        const tail = composeTail(paper.tail, master, styles, this.tools);
        frames.push(...tail.frames);
        rules.push(...tail.rules);
      }
    }
    for (const piece of plan.pieces) {
      const { tint } = this.job.dress(piece.article);
      if (tint !== undefined) rules.push(...tintsOf(master, piece, tint));
    }
    for (const piece of plan.pieces) {
      if (piece.box !== null) this.boxes.put(piece, piece.box, sheet);
      else this.plain(piece, plan, rests, sheet);
    }
    rules.push(...endRule(master, plan));
    return { size: { width: master.width, height: master.height }, label: String(plan.number), frames, rules, ...(pictures.length === 0 ? {} : { pictures }) };
  }

  private plain(piece: Piece, plan: PagePlan, rests: Map<string, readonly Block[]>, sheet: PaperSheet): void {
    const { master } = this.job;
    const { frames, rules } = sheet;
    const { article, variant } = piece;
    const start = rests.get(article);
    const thread = start !== undefined && piece.from !== null ? this.continued(start, piece.from) : this.body(article, variant);
    if (piece.deck !== null && piece.upright === true) {
      const { columns, rows } = piece.deck;
      const { lines, fits } = this.verticalTitle(article, variant, boundsColumns(piece), columns, rows);
      frames.push({ frame: areaFrame(master, piece.deck, UPRIGHT_DECK), article, fragments: [], upright: lines, ...redOf(this.job, article) });
      if (!fits) sheet.over({ article, page: null, lines: 1, characters: 0, measure: 0, what: 'deck' });
    } else if (piece.deck !== null) {
      frames.push(...this.voiced({ ...this.deckFrame(piece.deck, piece), ...redOf(this.job, article) }, sheet));
      const spare = piece.deck.rows - 1 - this.deckIn(piece, piece.deck).used;
      if (spare < 0) sheet.over({ article, page: null, lines: -spare, characters: 0, measure: 0, what: 'deck' });
    }
    const set = this.filled(thread, piece);
    const { filled, frames: slots, rows, place, picture } = set;
    rests.set(article, filled.rest ?? []);
    if (filled.rest !== null && piece.to === null) sheet.over({ article, ...this.over(article, filled.rest, piece.body.at(-1)) });
    this.tail(set, sheet);
    if (place !== null && picture !== null) this.pictures.put(piece, thread, place, picture, sheet);
    filled.columns.forEach((column, i) => {
      // A stray is a cost in a newspaper, not a fault (T-33).
      const frame = slots[i];
      if (column.forced !== null && column.forced !== 'stray' && column.forced !== 'row') sheet.fault(column.forced, frame === undefined ? undefined : rowsOf(frame, 0, frame.rows));
      if (frame !== undefined && gapOf(column) > MOST_HOLE) sheet.fault('gap', rowsOf(frame, 0, frame.rows));
      if (frame !== undefined) frames.push({ frame, article, fragments: levelled(column) });
    });
    const last = filled.columns.at(-1);
    const frame = slots[filled.columns.length - 1];
    if (piece.to !== null && filled.rest !== null && last !== undefined && frame !== undefined) frames.push(...this.jumpLine(piece.to, last, frame));
    columnRules(master, piece.body, rows, rules, place === null || picture === null ? null : { ...place, ...picture });
    separator(master, piece, plan, rows, rules, this.job.dress(article).border);
  }

  /** The columns of a piece with its text: stretched to their feet where its make-up says so and it still can be; a frame each, in order. */
  private filled(thread: readonly Block[], piece: Pick<Piece, 'body' | 'fitted' | 'to'>): SetPiece {
    const { body } = piece;
    const groups = this.groups(body);
    const place = this.pictures.placeIn(thread, body, groups);
    const stretched = (piece.fitted ?? 0) === 0 ? null : this.stretch(thread, body);
    const all = body.map((broken) => brokenFrames(this.job.master, broken, 'body'));
    const fill = (own: readonly Block[], columns: readonly ColumnGroup[]): FilledPiece => (piece.to === null ? this.tools.pieces.overfill(own, columns, true) : this.tools.pieces.copyfit(own, columns));
    if (place === null) {
      const filled: FilledPiece = stretched === null ? fill(thread, groups) : { columns: stretched.columns, rows: groups.map(({ rows }) => rows), thread, rest: null };
      const heights = body.flatMap(({ into }, g) => Array.from({ length: into }, () => filled.rows[g] ?? 0)).filter((rows) => rows > 0);
      return { filled, place, picture: null, rows: filled.rows, unused: all.flat()[filled.columns.length] ?? null, frames: all.flat().slice(0, filled.columns.length).map((frame, i) => ({ ...frame, rows: heights[i] ?? frame.rows })) };
    }
    const { filled, slots, rows, picture } = stretched === null
      ? fillPictured(thread, groups, place, fill)
      : stretchedAround(groups, place, thread, stretched.columns);
    return {
      filled, place, picture, rows, unused: null,
      frames: slots.map(({ group, column, down, under }) => {
        const frame = all[group]![column]!;
        return { ...frame, y: frame.y + down * frame.grid.pitch, rows: Math.max(1, rows[group]! - down - under) };
      }),
    };
  }

  /** （下转第N版） at the right of the last line where it leaves room, else on the row below it (N-20 (1)). */
  private jumpLine(to: number, last: Filled, frame: Frame): FilledFrame[] {
    const { sheet } = this.job;
    const jump = this.job.paper?.jump ?? DEFAULT_JUMP;
    const text = pageName(jump.forward, to, jump.numerals);
    const block = this.tools.flower.generate('jump-to', text, sheet.variant(sheet.paragraph('jump'), 'right', 0));
    const fragment = last.fragments.at(-1);
    const line = fragment?.set.lines[fragment.end - 1];
    const room = line === undefined || fragment?.block.content.kind === 'table' ? 0 : frame.width - line.right;
    const row = room >= (text.length + 1) * frame.grid.em ? last.used - 1 : last.used;
    const own: Frame = { ...frame, what: 'jump-to', y: frame.y + row * frame.grid.pitch, rows: 1 };
    return [{ frame: own, article: null, fragments: generated(block, frame.width, this.tools.setter) }];
  }

  /** The loosest of a piece's lines that are looser than `most` of their measure (characters), as the piece is printed; null where none is. */
  tooLoose(thread: readonly Block[], piece: Piece, most: (characters: number) => number): LooseLine | null {
    if (piece.box !== null) {
      const { characters, columns } = this.boxes.set(piece.article, piece.variant, piece.box.area.columns, piece.box.into);
      return loosestOf(columns, () => characters, most);
    }
    const { filled, frames } = this.filled(thread, piece);
    return loosestOf(filled.columns, (column) => Math.round((frames[column]?.width ?? 0) / this.job.master.em), most);
  }

  /** How a piece ends as it is printed, copyfitted (N-34). */
  ends(thread: readonly Block[], piece: Pick<Piece, 'body' | 'fitted' | 'to'>): PieceEnd {
    return endOf(this.filled(thread, piece));
  }

  private tail(set: SetPiece, sheet: PaperSheet): void {
    const { fault, column } = endOf(set);
    const { filled, frames, unused } = set;
    const [own, frame] = [filled.columns[column], frames[column] ?? unused ?? undefined];
    if (fault !== null) sheet.fault(fault, frame === undefined ? undefined : rowsOf(frame, own === undefined ? 0 : footOf(own), frame.rows));
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

  private deckBlocks(article: string, variant: Variant): readonly Block[] {
    return this.job.flow(article, variant).head.filter((block) => !isSalutation(block));
  }

  /** The title block in the sizes that it has over these columns. */
  private fitted(article: string, variant: Variant, columns: number, width: number, headline?: HeadlineLines, standing = this.job.standing(article)): readonly Block[] {
    return fitDeck(this.deckBlocks(article, variant), variant, columns, width, this.job.master, this.tools.setter, headline, standing);
  }

  private setDeck(deck: readonly Block[], width: number): Filled {
    return ledDeck(this.tools.pieces.deck(deck, width), this.job.master.pitch);
  }

  /** The title block in its area: where a make-up gave it fewer rows than it would take now, as of an article that matters less. */
  private deckIn({ article, variant, headline }: Piece, { columns, rows }: Area): Filled {
    const width = longMeasure(this.job.master, columns);
    const set = (standing?: Standing): Filled => this.setDeck(this.fitted(article, variant, columns, width, headline, standing), width);
    const own = set();
    if (own.used < rows) return own;
    // Its own sizes before those of a lesser article: no smaller than the zone asks.
    for (const deck of smallerDecks(this.deckBlocks(article, variant), variant, columns, width, this.job.master, this.tools.setter, headline, this.job.standing(article))) {
      const smaller = this.setDeck(deck, width);
      if (smaller.used < rows) return smaller;
    }
    return LESSER.map(set).find(({ used }) => used < rows) ?? own;
  }

  private deckFrame(area: Area, piece: Piece): FilledFrame {
    const { master } = this.job;
    const frame = areaFrame(master, area, 'deck');
    const filled = this.deckIn(piece, area);
    // Rows that a placer gave it beyond its need (撑版) stand above and below it.
    const spare = Math.floor((area.rows - filled.used - 1) / 2);
    return { frame: spare <= 0 ? frame : { ...frame, y: frame.y + spare * master.pitch, rows: frame.rows - spare }, article: piece.article, fragments: filled.fragments };
  }
}

/** A piece in type: its columns, each with its frame, and what each group of them uses. */
interface SetPiece {
  readonly filled: FilledPiece;
  readonly frames: readonly Frame[];
  readonly rows: readonly number[];
  /** The first column that its text does not come to; null where it has some in each. */
  readonly unused: Frame | null;
  readonly place: PicturePlace | null;
  /** Its first column, and rows down to it. */
  readonly picture: PicturedPiece['picture'] | null;
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

/** How the columns of a piece end. */
export interface PieceEnd {
  /** Rows that one stops above the others' feet, at the most. */
  readonly short: number;
  /** A last column of less than three lines, or one that stops more than two rows above the others' feet, or is empty (N-34). */
  readonly fault: 'tail' | 'hole' | null;
  /** The column that it is of. */
  readonly column: number;
  /** Text is left for which its columns have no room. */
  readonly over: boolean;
}

function endOf({ filled: { columns, rest }, frames, unused }: Pick<SetPiece, 'filled' | 'frames' | 'unused'>): PieceEnd {
  const last = columns.at(-1);
  const over = rest !== null;
  if (last === undefined) return { short: 0, fault: null, column: 0, over };
  // A column that the text does not come to is the worst of ends, however low it is.
  if (unused !== null && !over) return { short: unused.rows, fault: 'hole', column: columns.length, over };
  let [short, column] = [0, 0];
  columns.forEach((one, i) => {
    // The jump line has a row of the last column.
    const own = (frames[i]?.rows ?? 0) - (i === columns.length - 1 && rest !== null ? 1 : 0) - footOf(one);
    if (own > short) [short, column] = [own, i];
  });
  if (frames.every(({ rows }) => rows <= LEAST_TAIL)) return { short, fault: null, column, over };
  if (columns.length > 1 && last.used < LEAST_TAIL) return { short, fault: 'tail', column: columns.length - 1, over };
  return { short, fault: short > MOST_HOLE ? 'hole' : null, column, over };
}

/** Base columns from the first to the last that a piece has. */
function boundsColumns(piece: Piece): number {
  const areas = areasOf(piece);
  return Math.max(...areas.map(({ column, columns }) => column + columns)) - Math.min(...areas.map(({ column }) => column));
}

/** Rows `from` to `to` of a frame, on the sheet. */
function rowsOf({ x, y, width, grid }: Frame, from: number, to: number): Rect {
  return { x, y: y + from * grid.pitch, width, height: Math.max(1, to - from) * grid.pitch };
}

function isSalutation(block: Block): boolean {
  return block.content.style.name === 'salutation';
}

/** Jump lines without their other end: each 下转 needs a 上接 on the page that it names, and the other way round (N-20 (3)). */
function brokenJumps({ pages }: Placement): PageFault[] {
  const out: PageFault[] = [];
  pages.forEach(({ number, pieces }, i) => {
    for (const { article, from, to } of pieces) {
      const meets = (other: number, end: 'from' | 'to'): boolean =>
        pages.some((page) => page.number === other && page.pieces.some((piece) => piece.article === article && piece[end] === number));
      if ((to !== null && !meets(to, 'from')) || (from !== null && !meets(from, 'to'))) out.push({ page: i + 1, kind: 'jump' });
    }
  });
  return out;
}
