// Texts of articles in the body columns of a newspaper's page, around their pictures,
// with jump lines and rules. In: a piece and what is to be set in it; out: its columns in
// type and on the page, and what is left of the text. Measuring them: measure-paper.ts.
import type { Block } from '../flow/flow';
import { prefixParagraph } from '../flow/prefix-paragraph';
import type { Rect } from '../geometry';
import { areasOf, type Variant } from '../model/layout';
import { jumpText } from '../model/page-name';
import type { ColumnGroup } from './column-group';
import type { Overset } from './compose-sheets';
import { isSalutation } from './compose-title';
import { wrap } from './cut-thread';
import type { Filled } from './fill-frame';
import type { FilledPiece } from './fill-piece';
import type { FilledFrame, Frame } from './frame';
import { hasJumpRoom } from './jump-room';
import { footOf, gapOf, levelled } from './level-column';
import { brokenFrames, brokenMeasure } from './paper-grid';
import type { PaperJob, PaperSheet } from './paper-job';
import type { NarrowedPicture, PaperPictures } from './paper-pictures';
import { columnRules, separator } from './paper-rules';
import { asWhole, fillPictured, groupsAround, stretchedAround } from './picture-place';
import { endOf, MOST_HOLE, type SetPiece } from './piece-end';
import type { Broken, PagePlan, Piece } from './placement';
import { restCharacters } from './rest-characters';
import { generated, type SheetTools } from './sheet-page';
import type { Stretched } from './stretch-piece';

/** Rows of a column that nothing fills. */
const ENDLESS = 100_000;
/** Pieces of a thread that are kept as they are set; past that all are forgotten. */
const MOST_SET = 300;

export class PieceComposer {
  private readonly bodies = new Map<string, readonly Block[]>();
  private readonly pieces = new WeakMap<readonly Block[], Map<string, SetPiece>>();

  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
    private readonly pictures: PaperPictures,
  ) {}

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

  /**
   * Fills body columns; areas in rows of the page. Those that hold all of a text, but its picture only narrower than it was set,
   * do not hold it: who makes up the page looks for others. `asIs`: what a hand chose, or keeps, holds it all the same.
   */
  fill(thread: readonly Block[], body: readonly Broken[], asIs = false): FilledPiece {
    const groups = this.groups(body);
    const place = this.pictures.placeIn(thread, body, groups);
    if (place === null) return this.tools.pieces.fill(thread, groups);
    const filled = asWhole(fillPictured(thread, groups, place, (own, columns) => this.tools.pieces.fill(own, columns)));
    const holds = asIs || filled.rest !== null || this.pictures.narrowed(thread, groups, place, true) === null;
    return holds ? filled : { columns: [], rows: groups.map(() => 0), thread: [], rest: thread };
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

  private groups(body: readonly Broken[]): ColumnGroup[] {
    const { master } = this.job;
    return body.map(({ area, into, beside }) => ({ columns: into, width: brokenMeasure(master, area.columns, into, beside).characters * master.em, rows: area.rows }));
  }

  /**
   * The rest of a jumped article, （上接第N版） run in at its start (N-20 (2)); before a heading or a table it stands on a
   * line of its own.
   */
  continued(rest: readonly Block[], from: number): readonly Block[] {
    const first = rest[0];
    if (first === undefined) return rest;
    const { sheet } = this.job;
    const body = sheet.paragraph('body');
    const label = jumpText(this.job.paper, 'back', from);
    const { content } = first;
    const labelStyle = sheet.inside('jump', body.text);
    if (content.kind === 'table' || content.style.keepWithNext > 0 || content.style.title) {
      return this.tools.pieces.thread([this.tools.flower.compose('jump-from', [{ text: label, style: labelStyle }], body), ...rest]);
    }
    const style = content.style.name !== 'body' ? content.style : content.style.text === body.text ? body : sheet.faced(body, 'boxBody');
    return this.tools.pieces.thread([wrap(prefixParagraph(content, label, 'jump-from', labelStyle, style), first.ref), ...rest.slice(1)]);
  }

  /** The columns of a piece with its text: stretched to their feet where its make-up says so and it still can be; a frame each, in order. Each piece of a thread once: how it ends, its gaps and its loosest line are asked one by one. */
  set(thread: readonly Block[], piece: Pick<Piece, 'body' | 'fitted' | 'to'>): SetPiece {
    let known = this.pieces.get(thread);
    if (known === undefined) this.pieces.set(thread, (known = new Map()));
    const key = placeKey(piece);
    let made = known.get(key);
    if (made !== undefined) return made;
    made = this.setAnew(thread, piece);
    if (known.size >= MOST_SET) known.clear();
    known.set(key, made);
    return made;
  }

  private setAnew(thread: readonly Block[], piece: Pick<Piece, 'body' | 'fitted' | 'to'>): SetPiece {
    const { body } = piece;
    const groups = this.groups(body);
    const jump = piece.to === null ? Infinity : this.jumpWidth(piece.to);
    const onLine = ({ columns, rest }: FilledPiece, frame: Frame | undefined): boolean => rest !== null && frame !== undefined && hasJumpRoom(columns.at(-1), frame.width, jump);
    const place = this.pictures.placeIn(thread, body, groups);
    const stretched = (piece.fitted ?? 0) === 0 ? null : this.stretch(thread, body);
    const all = body.map((broken) => brokenFrames(this.job.master, broken, 'body'));
    const fill = (own: readonly Block[], columns: readonly ColumnGroup[]): FilledPiece => (piece.to === null ? this.tools.pieces.overfill(own, columns, true) : this.tools.pieces.copyfit(own, columns, jump));
    if (place === null) {
      const filled: FilledPiece = stretched === null ? fill(thread, groups) : { columns: stretched.columns, rows: groups.map(({ rows }) => rows), thread, rest: null };
      const heights = body.flatMap(({ into }, g) => Array.from({ length: into }, () => filled.rows[g] ?? 0)).filter((rows) => rows > 0);
      return { filled, place, jumpOnLine: onLine(filled, all.flat()[filled.columns.length - 1]), picture: null, rows: filled.rows, unused: all.flat()[filled.columns.length] ?? null, given: all.flat().slice(0, filled.columns.length).map((frame) => frame.rows), frames: all.flat().slice(0, filled.columns.length).map((frame, i) => ({ ...frame, rows: heights[i] ?? frame.rows })) };
    }
    const { filled, slots, rows, picture } = stretched === null
      ? fillPictured(thread, groups, place, fill)
      : stretchedAround(groups, place, thread, stretched.columns);
    return {
      filled, place, jumpOnLine: onLine(filled, all[slots.at(-1)?.group ?? 0]?.[slots.at(-1)?.column ?? 0]), picture, rows, unused: null,
      // Text over a picture ends where that begins.
      given: slots.map(({ group, down, under }) => Math.max(1, rows[group]! - down - under) + (place.spot !== undefined && under > 0 ? 0 : body[group]!.area.rows - rows[group]!)),
      frames: slots.map(({ group, column, down, under }) => {
        const frame = all[group]![column]!;
        return { ...frame, y: frame.y + down * frame.grid.pitch, rows: Math.max(1, rows[group]! - down - under) };
      }),
    };
  }

  /** Puts the text of a piece on its page; out: what is left of it. */
  put(piece: Piece, thread: readonly Block[], plan: PagePlan, sheet: PaperSheet): readonly Block[] {
    const { master } = this.job;
    const { frames, rules } = sheet;
    const { article } = piece;
    const set = this.set(thread, piece);
    const { filled, frames: slots, rows, place, picture } = set;
    if (filled.rest !== null && piece.to === null) sheet.over({ article, ...this.over(filled.rest, piece.body.at(-1)), ...(isFullWidth(piece, master.columns) ? { isFullWidth: true } : {}) });
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
    return filled.rest ?? [];
  }

  /** Columns of text that the picture of a piece is printed over where they are fewer than it was set to; 0: it has no room. */
  narrowedPicture(thread: readonly Block[], piece: Piece): NarrowedPicture | null {
    const groups = this.groups(piece.body);
    return this.pictures.narrowed(thread, groups, this.pictures.placeIn(thread, piece.body, groups), false);
  }

  /** What a jump line wants of a last line, with an em before it. */
  private jumpWidth(to: number): number {
    return (jumpText(this.job.paper, 'forward', to).length + 1) * this.job.master.em;
  }

  /** （下转第N版） at the right of the last line where it leaves room, else on the row below it (N-20 (1)). */
  private jumpLine(to: number, last: Filled, frame: Frame): FilledFrame[] {
    const { sheet } = this.job;
    const text = jumpText(this.job.paper, 'forward', to);
    const block = this.tools.flower.generate('jump-to', text, sheet.variant(sheet.paragraph('jump'), 'right', 0));
    const row = hasJumpRoom(last, frame.width, this.jumpWidth(to)) ? last.used - 1 : last.used;
    const own: Frame = { ...frame, what: 'jump-to', y: frame.y + row * frame.grid.pitch, rows: 1 };
    return [{ frame: own, article: null, fragments: generated(block, frame.width, this.tools.setter) }];
  }

  /** How much of a text found no room, in lines of the columns in which its block ends, as its red mark counts them; without a block of a base column. */
  over(rest: readonly Block[], run: Broken | undefined): Omit<Overset, 'article'> {
    const { master } = this.job;
    const broken: Broken = run ?? { area: { column: 0, columns: 1, row: 0, rows: 0 }, into: 1 };
    const { area, into, beside } = broken;
    const { characters: measure } = brokenMeasure(master, area.columns, into, beside);
    const thread = this.tools.pieces.thread(rest);
    const filled = this.fill(thread, [{ ...broken, area: { ...area, row: 0, rows: ENDLESS } }]);
    return { page: null, lines: filled.columns.reduce((sum, column) => sum + column.used, 0), characters: restCharacters(thread), measure, what: 'text' };
  }

  private tail(set: SetPiece, sheet: PaperSheet): void {
    const { fault, column } = endOf(set);
    const { filled, frames, given, unused } = set;
    const [own, frame] = [filled.columns[column], frames[column] ?? unused ?? undefined];
    if (fault !== null) sheet.fault(fault, frame === undefined ? undefined : rowsOf(frame, own === undefined ? 0 : footOf(own), given[column] ?? frame.rows));
  }
}

/** What of a piece decides how its thread is set in it. */
function placeKey({ body, fitted, to }: Pick<Piece, 'body' | 'fitted' | 'to'>): string {
  let key = `${fitted ?? 0} ${to ?? ''}`;
  for (const { area: { column, columns, row, rows }, into, beside } of body) key += `,${column} ${columns} ${row} ${rows} ${into}${beside === true ? ' b' : ''}`;
  return key;
}

/** Something of a piece stands at either side of the page. */
function isFullWidth(piece: Piece, columns: number): boolean {
  const areas = areasOf(piece);
  return areas.some(({ column }) => column === 0) && areas.some((area) => area.column + area.columns === columns);
}

/** Rows `from` to `to` of a frame, on the sheet. */
function rowsOf({ x, y, width, grid }: Frame, from: number, to: number): Rect {
  return { x, y: y + from * grid.pitch, width, height: Math.max(1, to - from) * grid.pitch };
}
