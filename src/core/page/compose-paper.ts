// Newspaper pages from a placement: title blocks, body columns, boxes, jump
// lines, rules between columns and articles, header and masthead. It sets what
// the placement says; how tall things are it tells the placer through Measurer.
import type { Rect } from '../geometry';
import type { Dress } from '../model/dress';
import type { PaperMaster } from '../model/master';
import type { ArticlePicture, PaperProfile } from '../model/package';
import type { Block, Flow } from '../flow/flow';
import { areasOf, type Variant } from '../model/layout';
import { prefixParagraph } from '../flow/prefix-paragraph';
import type { StyleSheet } from '../flow/style-sheet';
import type { Composed, Overset, PageFault } from './compose-sheets';
import type { Filled } from './fill-frame';
import { fitDeck, MAIN_STYLES } from './fit-deck';
import { wrap } from './cut-thread';
import type { ColumnGroup, FilledPiece } from './fill-piece';
import { baselineOf, type FilledFrame, type Fragment, type Frame, type Page, type PlacedPicture, type Rule } from './frame';
import { asWhole, fillPictured, groupsAround, type PicturePlace, picturePlace, type PictureShape, stretchedAround } from './picture-place';
import type { Area, Broken, PagePlan, Piece, Placement } from './placement';
import { areaFrame, brokenFrames, brokenMeasure, longMeasure, paperGrid, rowTop } from './paper-grid';
import { boxRect, boxRules, columnRules, endRule, separator, tintsOf } from './paper-rules';
import { artIn, composeHeader, composeMasthead, composeTail, pageName } from './furniture';
import { generated, type SheetTools } from './sheet-page';
import type { Stretched } from './stretch-piece';
import { type VerticalTitle, verticalTitle } from './vertical-title';

export interface PaperJob {
  readonly master: PaperMaster;
  readonly sheet: StyleSheet;
  readonly paper: PaperProfile | null;
  readonly date: string | null;
  /** The picture of an article; null where it has none. */
  picture(article: string): ArticlePicture | null;
  /** How an article is dressed. */
  dress(article: string): Dress;
  /** The flow of an article in its surroundings. */
  flow(article: string, variant: Variant): Flow;
}

/** A picture wider than this beside its height spans two columns where nobody says how many. */
const PORTRAIT = 1.15;
/** Rows that a boxed article keeps free inside its frame, above and below. */
const BOX_AIR_ROWS = 1;
/** Air left and right inside a box, characters of the page's body (TYPESETTING 2.2, by eye on the reference page). */
const BOX_AIR = 1.25;
/** Pitch of a box's text in its own size: 10.5 on 15 (T-35). */
const BOX_PITCH = 15 / 10.5;
const LABEL_ROWS = 3;
/** The label that the paper may have as artwork; height of artwork in a label's rows, em of its type. */
const ART_LABEL = '社论';
const LABEL_ART = 2.1;
/** Between the columns of a box, em of its text. */
const BOX_GAP = 1.5;
/** N-34: lines of a last column at the least, rows of a hole at the most. */
const LEAST_TAIL = 3;
const MOST_HOLE = 2;
const NO_DECK: DeckSize = { rows: 0, lines: [], mainLines: 0 };
/** A jump's wording where no paper says its own (N-20 (1)): the usual one. */
const DEFAULT_JUMP: PaperProfile['jump'] = { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' };

/** Told of a rule that a page breaks, and where. */
type ReportFault = (kind: PageFault['kind'], rect?: Rect) => void;

/** Rows of a column that nothing fills. */
const ENDLESS = 100_000;

/** A line of a headline: grid rows from the top of its block, fractions of them. */
export interface LineRows {
  readonly from: number;
  readonly to: number;
}

export interface DeckSize {
  readonly rows: number;
  readonly lines: readonly LineRows[];
  /** Lines of the 主题. */
  readonly mainLines: number;
}

export interface BoxSize extends DeckSize {
  /** Measure of its text, characters of the text's own size. */
  readonly characters: number;
}

export class PaperComposer {
  private readonly bodies = new Map<string, readonly Block[]>();
  /** Whole bodies of articles that have a picture. */
  private readonly pictured = new Map<readonly Block[], ArticlePicture>();

  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
  ) {}

  /** A title block over so many base columns: its rows, the blank row under it included, and its lines (N-36). */
  deck(article: string, variant: Variant, columns: number): DeckSize {
    const width = longMeasure(this.job.master, columns);
    const deck = this.fitted(this.deckBlocks(article, variant), variant, columns, width);
    if (deck.length === 0) return NO_DECK;
    const filled = this.tools.pieces.deck(deck, width);
    return { rows: filled.used + 1, lines: lineRows(filled, 0, this.job.master.pitch), mainLines: mainLines(filled) };
  }

  /** A title block set downwards in so many base columns × rows, of a piece over `whole` of them: its cells as rows from its top (N-36), and whether it fits. */
  upright(article: string, variant: Variant, whole: number, { columns, rows }: { readonly columns: number; readonly rows: number }): DeckSize & { readonly fits: boolean } {
    const { pitch } = this.job.master;
    const { lines, fits, mainLines } = this.verticalTitle(article, variant, whole, columns, rows);
    return { rows, lines: lines.flatMap(({ y, line }) => line.cells.map(({ top, foot }): LineRows => ({ from: (y + top) / pitch, to: (y + foot) / pitch }))), mainLines, fits };
  }

  private verticalTitle(article: string, variant: Variant, whole: number, columns: number, rows: number): VerticalTitle {
    const { master } = this.job;
    // From the top of the first row's em box to the foot of the last one's.
    const height = (rows - 1) * master.pitch + master.em;
    return verticalTitle(this.deckBlocks(article, variant), variant, whole, longMeasure(master, columns), height, master, this.tools.setter);
  }

  /** An article's picture, as its columns need it; null where it has none, or goes on here from another page. */
  private shapeOf(thread: readonly Block[], body: readonly Broken[]): PictureShape | null {
    const picture = this.pictured.get(thread);
    if (picture === undefined) return null;
    const { master } = this.job;
    const most = Math.max(...body.map(({ into }) => into));
    return {
      columns: Math.min(most, picture.columns ?? (picture.width > PORTRAIT * picture.height ? 2 : 1)),
      rowsOver: (width) => this.pictureRows(picture, width).image + this.pictureRows(picture, width).caption + 1,
      widthOf: (group, columns) => {
        const { area, into } = body[group]!;
        const { characters, gap } = brokenMeasure(master, area.columns, into);
        return (columns * characters + (columns - 1) * gap) * master.em;
      },
    };
  }

  /** Rows of a picture over a width, and of its caption. */
  private pictureRows(picture: ArticlePicture, width: number): { readonly image: number; readonly caption: number } {
    const image = Math.max(1, Math.round((width * picture.height) / picture.width / this.job.master.pitch));
    return { image, caption: picture.caption === '' ? 0 : this.captionOf(picture, width).length };
  }

  private captionOf({ caption }: ArticlePicture, width: number): readonly FilledFrame['fragments'][] {
    const { sheet } = this.job;
    const [fragment] = generated(this.tools.flower.generate('caption', caption, sheet.variant(sheet.paragraph('caption'), 'center', 0)), width, this.tools.setter);
    return fragment === undefined ? [] : fragment.set.lines.map((_, i) => [{ ...fragment, first: i, end: i + 1 }]);
  }

  /** Body blocks, the salutation in front: it opens the text, flush left (N-21). */
  body(article: string, variant: Variant): readonly Block[] {
    const key = `${variant} ${article}`;
    let body = this.bodies.get(key);
    if (body === undefined) {
      const flow = this.job.flow(article, variant);
      this.bodies.set(key, (body = this.tools.pieces.thread([...flow.head.filter(isSalutation), ...flow.body])));
      const picture = this.job.picture(article);
      if (picture !== null) this.pictured.set(body, picture);
    }
    return body;
  }

  /** Fills body columns; areas in rows of the page. */
  fill(thread: readonly Block[], body: readonly Broken[]): FilledPiece {
    const groups = this.groups(body);
    const place = this.pictureIn(thread, body, groups);
    return place === null ? this.tools.pieces.fill(thread, groups) : asWhole(fillPictured(thread, groups, place, (own, columns) => this.tools.pieces.fill(own, columns)));
  }

  private pictureIn(thread: readonly Block[], body: readonly Broken[], groups: readonly ColumnGroup[]): PicturePlace | null {
    const shape = this.shapeOf(thread, body);
    return shape === null ? null : picturePlace(groups, shape);
  }

  /** The same columns filled to their feet by copyfitting: lines and rows that it takes; null where the text does not give them. */
  stretch(thread: readonly Block[], body: readonly Broken[]): Stretched | null {
    const groups = this.groups(body);
    const place = this.pictureIn(thread, body, groups);
    return this.tools.pieces.stretch(thread, place === null ? groups : groupsAround(groups, place));
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
    const style = content.style.name === 'body' ? body : content.style;
    return this.tools.pieces.thread([wrap(prefixParagraph(content, label, 'jump-from', labelStyle, style), first.ref), ...rest.slice(1)]);
  }

  /** A boxed article over so many base columns, its text in `into` columns: rows, frame included, and where its headline stands in it. */
  box(article: string, variant: Variant, columns: number, into: number): BoxSize {
    const parts = this.boxParts(article, variant, columns, into);
    const lines = lineRows(parts.deck, parts.deckRow, this.job.master.pitch);
    return { rows: parts.bodyRow + this.boxPageRows(parts.rows, parts.pitch) + BOX_AIR_ROWS, characters: parts.characters, lines, mainLines: mainLines(parts.deck) };
  }

  /** Composes every page of the placement. */
  compose(placement: Placement): Composed {
    const rests = new Map<string, readonly Block[]>();
    const faults: PageFault[] = [];
    const overset: Overset[] = [];
    const pages = placement.pages.map((plan, i) => this.page(plan, i === placement.pages.length - 1, rests, (kind, rect) => faults.push({ page: i + 1, kind, ...(rect === undefined ? {} : { rect }) }), (over) => overset.push({ ...over, page: i + 1 })));
    for (const article of placement.left) if (!overset.some((over) => over.article === article)) overset.push({ article, ...this.over(article, rests.get(article) ?? this.body(article, 'news')) });
    return { pages, faults: [...faults, ...brokenJumps(placement)], overset, unboxed: placement.unboxed };
  }

  /** How much of an article found no room, in lines of a base column. */
  private over(article: string, rest: readonly Block[], page: number | null = null): Omit<Overset, 'article'> {
    const { master } = this.job;
    const thread = this.tools.pieces.thread(rest);
    const filled = this.tools.pieces.fill(thread, [{ columns: 1, width: master.characters * master.em, rows: ENDLESS }]);
    const characters = thread.reduce((sum, { content }) => sum + (content.kind === 'paragraph' ? content.text.length : 0), 0);
    return { page, lines: filled.columns.reduce((sum, column) => sum + column.used, 0), characters, measure: master.characters, what: 'text' };
  }

  private page(plan: PagePlan, isLast: boolean, rests: Map<string, readonly Block[]>, fault: ReportFault, over: (overset: Overset) => void): Page {
    const { master, sheet, paper, date } = this.job;
    const frames: FilledFrame[] = [];
    const rules: Rule[] = [];
    const pictures: PlacedPicture[] = [];
    if (paper !== null) {
      const furniture = plan.mastheadRows > 0
        ? composeMasthead(paper, date, plan, master, sheet, this.tools)
        : composeHeader(paper, date, plan, master, sheet, this.tools);
      frames.push(...furniture.frames);
      rules.push(...furniture.rules);
      pictures.push(...furniture.pictures);
      if (isLast && paper.tail !== undefined) {
        const tail = composeTail(paper.tail, master, sheet, this.tools);
        frames.push(...tail.frames);
        rules.push(...tail.rules);
      }
    }
    for (const piece of plan.pieces) {
      const { tint } = this.job.dress(piece.article);
      if (tint !== undefined) rules.push(...tintsOf(master, piece, tint));
    }
    for (const piece of plan.pieces) {
      if (piece.box !== null) this.boxed(piece, piece.box, frames, rules, pictures, fault, over);
      else this.plain(piece, plan, rests, frames, rules, pictures, fault, over);
    }
    rules.push(...endRule(master, plan));
    return { size: { width: master.width, height: master.height }, label: String(plan.number), frames, rules, ...(pictures.length === 0 ? {} : { pictures }) };
  }

  private plain(piece: Piece, plan: PagePlan, rests: Map<string, readonly Block[]>, frames: FilledFrame[], rules: Rule[], pictures: PlacedPicture[], fault: ReportFault, over: (overset: Overset) => void): void {
    const { master } = this.job;
    const { article, variant } = piece;
    const start = rests.get(article);
    const thread = start !== undefined && piece.from !== null ? this.continued(start, piece.from) : this.body(article, variant);
    if (piece.deck !== null && piece.upright === true) {
      const { columns, rows } = piece.deck;
      const { lines, fits } = this.verticalTitle(article, variant, boundsColumns(piece), columns, rows);
      frames.push({ frame: areaFrame(master, piece.deck, 'deck'), article, fragments: [], upright: lines, ...this.redOf(article) });
      if (!fits) over({ article, page: null, lines: 1, characters: 0, measure: 0, what: 'deck' });
    } else if (piece.deck !== null) {
      frames.push({ ...this.deckFrame(piece.deck, article, variant), ...this.redOf(article) });
      const spare = piece.deck.rows - this.deck(article, variant, piece.deck.columns).rows;
      if (spare < 0) over({ article, page: null, lines: -spare, characters: 0, measure: 0, what: 'deck' });
    }
    const { filled, frames: slots, rows, place } = this.filled(thread, piece);
    rests.set(article, filled.rest ?? []);
    if (filled.rest !== null && piece.to === null) over({ article, ...this.over(article, filled.rest) });
    this.tail(filled, slots, fault);
    if (place !== null) this.pictureAt(piece, thread, place, frames, pictures);
    filled.columns.forEach((column, i) => {
      // A stray is a cost in a newspaper, not a fault (T-33).
      const frame = slots[i];
      if (column.forced !== null && column.forced !== 'stray' && column.forced !== 'row') fault(column.forced, frame === undefined ? undefined : rowsOf(frame, 0, frame.rows));
      if (frame !== undefined) frames.push({ frame, article, fragments: levelled(column) });
    });
    const last = filled.columns.at(-1);
    const frame = slots[filled.columns.length - 1];
    if (piece.to !== null && filled.rest !== null && last !== undefined && frame !== undefined) frames.push(...this.jumpLine(piece.to, last, frame));
    columnRules(master, piece.body, rows, rules, place);
    separator(master, piece, plan, rows, rules, this.job.dress(article).border);
  }

  /** The columns of a piece with its text: stretched to their feet where its make-up says so and it still can be; a frame each, in order. */
  private filled(thread: readonly Block[], piece: Piece): SetPiece {
    const { body } = piece;
    const groups = this.groups(body);
    const place = this.pictureIn(thread, body, groups);
    const stretched = (piece.fitted ?? 0) === 0 ? null : this.stretch(thread, body);
    const all = body.map((broken) => brokenFrames(this.job.master, broken, 'body'));
    if (place === null) {
      const filled: FilledPiece = stretched === null ? this.tools.pieces.copyfit(thread, groups) : { columns: stretched.columns, rows: groups.map(({ rows }) => rows), thread, rest: null };
      const heights = body.flatMap(({ into }, g) => Array.from({ length: into }, () => filled.rows[g] ?? 0)).filter((rows) => rows > 0);
      return { filled, place, rows: filled.rows, frames: all.flat().slice(0, filled.columns.length).map((frame, i) => ({ ...frame, rows: heights[i] ?? frame.rows })) };
    }
    const { filled, slots, rows } = stretched === null
      ? fillPictured(thread, groups, place, (own, columns) => this.tools.pieces.copyfit(own, columns))
      : stretchedAround(groups, place, thread, stretched.columns);
    return {
      filled, place, rows,
      frames: slots.map(({ group, column, down }) => {
        const frame = all[group]![column]!;
        return { ...frame, y: frame.y + down * frame.grid.pitch, rows: Math.max(1, rows[group]! - down) };
      }),
    };
  }

  /** The picture of a piece with its caption, over the last columns of its group. */
  private pictureAt({ body }: Piece, thread: readonly Block[], { group, columns }: PicturePlace, frames: FilledFrame[], pictures: PlacedPicture[]): void {
    const picture = this.pictured.get(thread);
    const all = brokenFrames(this.job.master, body[group]!, 'caption');
    const [first, last] = [all[all.length - columns], all.at(-1)];
    if (picture === undefined || first === undefined || last === undefined) return;
    const { pitch, em } = this.job.master;
    const width = last.x + last.width - first.x;
    const { image } = this.pictureRows(picture, width);
    // From the top of the first line's em box to the foot of the last one's.
    pictures.push({ asset: picture.asset, rect: { x: first.x, y: first.y, width, height: (image - 1) * pitch + em }, shape: picture.width / picture.height });
    this.captionOf(picture, width).forEach((fragments, i) => {
      frames.push({ frame: { ...first, y: first.y + (image + i) * pitch, width, rows: 1 }, article: null, fragments: fragments.map((fragment) => ({ ...fragment, row: 0 })) });
    });
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

  /** N-34: a last column of less than three lines, or one that stops more than two rows above the others' feet. */
  private tail({ columns, rest }: FilledPiece, frames: readonly Frame[], fault: ReportFault): void {
    const last = columns.at(-1);
    if (last === undefined || frames.every(({ rows }) => rows <= LEAST_TAIL)) return;
    const place = (i: number): Rect | undefined => {
      const frame = frames[i];
      return frame === undefined ? undefined : rowsOf(frame, footOf(columns[i]!), frame.rows);
    };
    if (columns.length > 1 && last.used < LEAST_TAIL) {
      fault('tail', place(columns.length - 1));
      return;
    }
    // The jump line has a row of the last column.
    const hole = columns.findIndex((column, i) => (frames[i]?.rows ?? 0) - (i === columns.length - 1 && rest !== null ? 1 : 0) - footOf(column) > MOST_HOLE);
    if (hole >= 0) fault('hole', place(hole));
  }

  private deckBlocks(article: string, variant: Variant): readonly Block[] {
    return this.job.flow(article, variant).head.filter((block) => !isSalutation(block));
  }

  /** The title block in the sizes that it has over these columns. */
  private fitted(deck: readonly Block[], variant: Variant, columns: number, width: number): readonly Block[] {
    return fitDeck(deck, variant, columns, width, this.job.master, this.tools.setter);
  }

  private deckFrame(area: Area, article: string, variant: Variant): FilledFrame {
    const { master } = this.job;
    const frame = areaFrame(master, area, 'deck');
    const filled = this.tools.pieces.deck(this.fitted(this.deckBlocks(article, variant), variant, area.columns, frame.width), frame.width);
    // Rows that a placer gave it beyond its need (撑版) stand above and below it.
    const spare = Math.floor((area.rows - filled.used - 1) / 2);
    return { frame: spare <= 0 ? frame : { ...frame, y: frame.y + spare * master.pitch, rows: frame.rows - spare }, article, fragments: filled.fragments };
  }

  /** What stands in a box: label, title block, text in its own size on its own pitch or as on the page, rows counted from the box's top. */
  private boxParts(article: string, variant: Variant, columns: number, into: number): BoxParts {
    const { master, sheet } = this.job;
    const own = variant === 'box';
    const em = own ? sheet.paragraph('boxBody').text.size : master.em;
    const pitch = own ? em * BOX_PITCH : master.pitch;
    const inside = longMeasure(master, columns) - 2 * BOX_AIR * master.em;
    const gap = BOX_GAP * em;
    const characters = Math.max(1, Math.floor((inside - (into - 1) * gap) / into / em + 1e-6));
    const width = into * characters * em + (into - 1) * gap;
    const all = this.deckBlocks(article, 'box');
    const label = all.find(isLabel) ?? null;
    const deck = this.tools.pieces.deck(this.fitted(all.filter((block) => !isLabel(block)), 'box', columns, width), width);
    const deckRow = BOX_AIR_ROWS + (label === null ? 0 : LABEL_ROWS);
    const bodyRow = deckRow + deck.used + 1;
    const text = this.tools.pieces.fill(this.body(article, variant), [{ columns: into, width: characters * em, rows: 10_000 }]);
    return { label, deck, text: text.columns, rows: text.rows[0] ?? 0, em, pitch, gap, characters, width, deckRow, bodyRow };
  }

  /** Page rows that n lines on the box's own pitch take. */
  private boxPageRows(lines: number, pitch: number): number {
    const { master } = this.job;
    return lines === 0 ? 0 : Math.ceil(((lines - 1) * pitch) / master.pitch - 0.01) + 1;
  }

  /** 套红 of an article's title block. */
  private redOf(article: string): { readonly red?: true } {
    return this.job.dress(article).red === true ? { red: true } : {};
  }

  private boxed(piece: Piece, { area, into }: Broken, frames: FilledFrame[], rules: Rule[], pictures: PlacedPicture[], fault: ReportFault, over: (overset: Overset) => void): void {
    const { master, sheet } = this.job;
    const { article } = piece;
    const parts = this.boxParts(article, piece.variant, area.columns, into);
    const { em, gap } = parts;
    const outer = areaFrame(master, area, 'box');
    const x = outer.x + (outer.width - parts.width) / 2;
    // Rows beyond its need go into the headline's zone (T-35), half of them above the headline.
    const room = area.rows - parts.bodyRow - this.boxPageRows(parts.rows, parts.pitch) - BOX_AIR_ROWS;
    const spare = Math.max(0, room);
    if (room < 0) {
      const lines = Math.ceil((-room * master.pitch) / parts.pitch) * into;
      over({ article, page: null, lines, characters: lines * parts.characters, measure: parts.characters, what: 'box' });
    }
    const at = (row: number, what: string): Frame => ({ what, x, y: rowTop(master, area.row + row), width: parts.width, rows: area.rows - row, grid: paperGrid(master) });
    const dress = this.job.dress(article);
    rules.push(...boxRules(boxRect(master, area), dress.border ?? this.job.paper?.border ?? 'wenwu'));
    if (parts.label !== null && parts.label.content.kind === 'paragraph') {
      const text = parts.label.content.text;
      const size = sheet.paragraph('label').text.size;
      const width = (text.length + 1.2) * size;
      const frame: Frame = { ...at(BOX_AIR_ROWS, 'label'), width };
      const { labelArt, flower } = this.job.paper ?? {};
      const room: Rect = { x, y: frame.y - 1, width: parts.width, height: LABEL_ART * size };
      // Its words stand white below the artwork: they are found and read aloud all the same.
      if (labelArt !== undefined && text === ART_LABEL) pictures.push({ ...artIn(labelArt, { ...room, width: parts.width / 2 }, 'left'), over: true, ...this.redOf(article) });
      else rules.push({ what: 'label', kind: 'rect', x, y: frame.y - 1, width, height: 1.5 * size, stroke: null, fill: 0, ...this.redOf(article) });
      if (flower !== undefined) pictures.push({ ...artIn(flower, { ...room, x: x + parts.width / 2, width: parts.width / 2 }, 'right'), ...this.redOf(article) });
      const set = this.tools.setter.set(parts.label.content, width);
      // White on black, its em box in the middle of the bar.
      const y = frame.y - 1 + 0.25 * size - (baselineOf(frame.grid, 0, 2, size) - 0.88 * size);
      frames.push({ frame: { ...frame, y }, article, fragments: [{ block: parts.label, set, first: 0, end: set.lines.length, row: 0, x: 0 }], gray: 1 });
    }
    frames.push({ frame: at(parts.deckRow + Math.floor(spare / 2), 'box-deck'), article, fragments: parts.deck.fragments, ...this.redOf(article) });
    const columns = at(parts.bodyRow + spare, 'box-body');
    parts.text.forEach((column, i) => {
      if (column.forced !== null && column.forced !== 'stray' && column.forced !== 'row') fault(column.forced);
      const left = x + i * (parts.characters * em + gap);
      const frame: Frame = { ...columns, x: left, width: parts.characters * em, grid: { pitch: parts.pitch, firstBaseline: master.firstBaseline, em } };
      frames.push({ frame, article, fragments: levelled(column) });
      if (i > 0) {
        const high = (parts.rows - 1) * parts.pitch + em;
        rules.push({ what: 'column', kind: 'line', x: left - gap / 2, y: frame.y, width: 0, height: high, stroke: 0.283, fill: null });
      }
    });
  }
}

/** A piece in type: its columns, each with its frame, and what each group of them uses. */
interface SetPiece {
  readonly filled: FilledPiece;
  readonly frames: readonly Frame[];
  readonly rows: readonly number[];
  readonly place: PicturePlace | null;
}

interface BoxParts {
  readonly label: Block | null;
  readonly deck: Filled;
  /** The text's columns, side by side. */
  readonly text: readonly Filled[];
  /** Lines of the highest of them. */
  readonly rows: number;
  readonly em: number;
  readonly pitch: number;
  readonly gap: number;
  /** Of one column's measure. */
  readonly characters: number;
  readonly width: number;
  readonly deckRow: number;
  readonly bodyRow: number;
}

/** The lines of a title block as rows from `row` on: where the em box of each begins and ends, in its own rows centred. */
function lineRows({ fragments }: Filled, row: number, pitch: number): readonly LineRows[] {
  return fragments.flatMap(({ set, first, end, row: top }) => Array.from({ length: end - first }, (_, i): LineRows => {
    const { gridLines, text } = set.paragraph.style;
    const centre = row + top + (i + 0.5) * gridLines;
    return { from: centre - text.size / pitch / 2, to: centre + text.size / pitch / 2 };
  }));
}

function mainLines({ fragments }: Filled): number {
  return fragments.reduce((sum, { set, first, end }) => sum + (MAIN_STYLES.has(set.paragraph.style.name) ? end - first : 0), 0);
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

/** Rows down to the last line as printed: what a heading's keep left empty stands above it (levelled). */
function footOf(column: Filled): number {
  return Math.max(0, ...levelled(column).map(({ row, first, end, set }) => row + (end - first) * set.paragraph.style.gridLines));
}

function isSalutation(block: Block): boolean {
  return block.content.style.name === 'salutation';
}

function isLabel(block: Block): boolean {
  return block.content.style.name === 'label';
}

/**
 * Column feet are level (T-36): rows that a heading's keep left empty go before the last heading that has
 * text above it in the column, else before the last paragraph's own place: nowhere, and the column stays short.
 */
function levelled(column: Filled): readonly Fragment[] {
  if (column.short === 0 || column.next === null) return column.fragments;
  const { fragments } = column;
  let at = fragments.length - 1;
  const isHeading = (i: number): boolean => fragments[i]!.set.paragraph.style.keepWithNext > 0 && fragments[i]!.first === 0;
  while (at > 0 && !isHeading(at)) at--;
  while (at > 0 && isHeading(at - 1)) at--; // headings in a row stay together
  if (at === 0) return fragments;
  return fragments.map((fragment, i) => (i < at ? fragment : { ...fragment, row: fragment.row + column.short }));
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
