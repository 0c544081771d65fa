// A boxed article (围框): label or its artwork, 题花, title block, text in its own size on
// its own pitch or as on the page, rule around all of it. In: a piece and its area; out:
// how tall it is, and its frames, rules and pictures on the page (T-35, TYPESETTING 2.2).
import type { Rect } from '../geometry';
import type { Variant } from '../model/layout';
import type { Block } from '../flow/flow';
import type { ColumnGroup } from './column-group';
import { type BoxSize, lineRows, type LineRows, mainLines } from './deck-size';
import { boxMeasure, uprightWidth } from './box-measure';
import { ledDeck } from './deck-leading';
import type { Filled } from './fill-frame';
import { fitDeck } from './fit-deck';
import { baselineOf, type Fragment, type Frame, paceOf } from './frame';
import { artIn } from './furniture';
import { levelled } from './level-column';
import { type PaperJob, type PaperSheet, redOf } from './paper-job';
import type { PaperPictures } from './paper-pictures';
import { fillPictured, type PicturedPiece, type PicturePlace } from './picture-place';
import type { Broken, Piece } from './placement';
import { areaFrame, paperGrid, rowTop } from './paper-grid';
import { boxRect, boxRules } from './paper-rules';
import type { SheetTools } from './sheet-page';
import { UPRIGHT_DECK, type VerticalTitle, verticalTitle } from './vertical-title';

/** Rows that a boxed article keeps free inside its frame, above and below. */
const BOX_AIR_ROWS = 1;
const LABEL_ROWS = 3;
/** The label that the paper may have as artwork. */
export const ART_LABEL = '社论';
/** Height of artwork in a label's rows, and of its bar, em of its type; what either stands above its first row, pt. */
const LABEL_ART = 2.1;
const LABEL_BAR = 1.5;
const BAR_AIR = 1;

/** Part by which a box's own pitch is led out at the most, so that its last line stands at its foot (T-35). */
const MOST_LED = 0.04;

/** Rows of a column that nothing fills. */
const ENDLESS = 10_000;

/** The texts of articles. */
interface Texts {
  /** Title block of a boxed article, label and all. */
  title(article: string): readonly Block[];
  body(article: string, variant: Variant): readonly Block[];
}

interface BoxParts {
  readonly label: Block | null;
  readonly deck: Filled;
  /** The text, and the picture above some of it. */
  readonly thread: readonly Block[];
  readonly place: PicturePlace | null;
  /** The picture's first column, and lines down to it. */
  readonly picture: PicturedPiece['picture'];
  /** The text's columns, in reading order, and rows from the first line to where each begins. */
  readonly text: readonly Filled[];
  readonly down: readonly number[];
  /** Column that each stands in. */
  readonly column: readonly number[];
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
  /** Blocks of a title downwards, beside the text; null where it stands above. */
  readonly upright: readonly Block[] | null;
  /** From the left of what is in the box to the text, pt. */
  readonly left: number;
}

/** How the title of a boxed article is set, where not as the program finds best. */
type TitleForm = Pick<Piece, 'headline' | 'upright'>;

const NO_DECK: Filled = { fragments: [], used: 0, short: 0, forced: null, next: null, seen: 0 };

export class BoxComposer {
  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
    private readonly texts: Texts,
    private readonly pictures: PaperPictures,
  ) {}

  /** A boxed article over so many base columns, its text in `into` columns: rows, frame included, and where its headline stands in it. */
  size(article: string, variant: Variant, columns: number, into: number, form: TitleForm = {}): BoxSize {
    const parts = this.parts(article, variant, columns, into, form);
    const label = this.labelRows(parts.label);
    if (parts.upright !== null) {
      const rows = this.pageRows(parts.rows, parts.pitch);
      const { pitch } = this.job.master;
      const title = this.uprightTitle(parts.upright, columns, rows);
      const lines = title.lines.flatMap(({ y, line }) => line.cells.map(({ top, foot }): LineRows => ({ from: parts.deckRow + (y + top) / pitch, to: parts.deckRow + (y + foot) / pitch })));
      return { rows: parts.bodyRow + rows + BOX_AIR_ROWS, characters: parts.characters, lines, mainLines: title.mainLines, led: this.ledRows(parts), ...label, ...(title.fits ? {} : { isCramped: true }) };
    }
    const lines = lineRows(parts.deck, parts.deckRow, this.job.master.pitch);
    return { rows: parts.bodyRow + this.pageRows(parts.rows, parts.pitch) + BOX_AIR_ROWS, characters: parts.characters, lines, mainLines: mainLines(parts.deck), led: this.ledRows(parts), ...label };
  }

  /** From where to where a label stands in its box: a bar, or artwork. */
  private labelRows(label: Block | null): Pick<BoxSize, 'label'> {
    if (label === null || label.content.kind !== 'paragraph') return {};
    const { pitch } = this.job.master;
    const isArt = this.job.paper?.labelArt !== undefined && label.content.text === ART_LABEL;
    const from = BOX_AIR_ROWS - BAR_AIR / pitch;
    return { label: { from, to: from + ((isArt ? LABEL_ART : LABEL_BAR) * this.job.sheet.paragraph('label').text.size) / pitch } };
  }

  /** Its text as it is set there, and the characters of its measure. */
  set(article: string, variant: Variant, columns: number, into: number, form: TitleForm = {}): { readonly columns: readonly Filled[]; readonly characters: number } {
    const { text, characters } = this.parts(article, variant, columns, into, form);
    return { columns: text, characters };
  }

  /** Puts a boxed piece on its page. */
  put(piece: Piece, { area, into }: Broken, page: PaperSheet): void {
    const { frames, rules, pictures, fault, over } = page;
    const { master, sheet } = this.job;
    const { article } = piece;
    const parts = this.parts(article, piece.variant, area.columns, into, piece);
    const { em, gap } = parts;
    const outer = areaFrame(master, area, 'box');
    const x = outer.x + (outer.width - parts.width) / 2;
    // Rows beyond its need go between the text's lines, as far as that does not show, and the others into the headline's zone (T-35), half of them above the headline.
    const free = area.rows - parts.bodyRow - this.pageRows(parts.rows, parts.pitch) - BOX_AIR_ROWS;
    const led = Math.max(0, Math.min(free, this.ledRows(parts)));
    const spare = Math.max(0, free - led);
    const pitch = free < 0 ? parts.pitch : this.ledPitch(parts, led);
    const { text, rows, over: lines } = this.held(parts, area.rows, into);
    if (lines > 0) over({ article, page: null, lines, characters: lines * parts.characters, measure: parts.characters, what: 'box', ...(area.columns === master.columns ? { isFullWidth: true } : {}) });
    const at = (row: number, what: string): Frame => ({ what, x, y: rowTop(master, area.row + row), width: parts.width, rows: area.rows - row, grid: paperGrid(master) });
    const dress = this.job.dress(article);
    rules.push(...boxRules(boxRect(master, area), dress.border ?? this.job.paper?.border ?? 'wenwu'));
    if (parts.label !== null && parts.label.content.kind === 'paragraph' && area.rows > BOX_AIR_ROWS + LABEL_ROWS) {
      const text = parts.label.content.text;
      const size = sheet.paragraph('label').text.size;
      const width = (text.length + 1.2) * size;
      const frame: Frame = { ...at(BOX_AIR_ROWS, 'label'), width };
      const { labelArt, flower } = this.job.paper ?? {};
      const room: Rect = { x, y: frame.y - BAR_AIR, width: parts.width, height: LABEL_ART * size };
      // Its words stand white below the artwork: they are found and read aloud all the same.
      if (labelArt !== undefined && text === ART_LABEL) pictures.push({ ...artIn(labelArt, { ...room, width: parts.width / 2 }, 'left'), over: true, ...redOf(this.job, article) });
      else rules.push({ what: 'label', kind: 'rect', x, y: frame.y - BAR_AIR, width, height: LABEL_BAR * size, stroke: null, fill: 0, ...redOf(this.job, article) });
      if (flower !== undefined) pictures.push({ ...artIn(flower, { ...room, x: x + parts.width / 2, width: parts.width / 2 }, 'right'), ...redOf(this.job, article) });
      const set = this.tools.setter.set(parts.label.content, width);
      // White on black, its em box in the middle of the bar.
      const y = frame.y - BAR_AIR + 0.25 * size - (baselineOf(frame.grid, 0, 2, size) - 0.88 * size);
      frames.push({ frame: { ...frame, y }, article, fragments: [{ block: parts.label, set, first: 0, end: set.lines.length, row: 0, x: 0 }], gray: 1 });
    }
    if (parts.upright !== null) {
      // As high as the box leaves it, whatever its text takes of that.
      const rows = Math.max(1, area.rows - parts.deckRow - BOX_AIR_ROWS);
      const { lines, fits } = this.uprightTitle(parts.upright, area.columns, rows);
      frames.push({ frame: { ...at(parts.deckRow, UPRIGHT_DECK), width: uprightWidth(master), rows }, article, fragments: [], upright: lines, ...redOf(this.job, article) });
      if (!fits) over({ article, page: null, lines: 1, characters: 0, measure: 0, what: 'deck' });
    } else frames.push({ frame: at(parts.deckRow + Math.floor(spare / 2), 'box-deck'), article, fragments: within(parts.deck.fragments, area.rows - parts.deckRow), ...redOf(this.job, article) });
    const columns = at(parts.bodyRow + (parts.upright === null ? spare : Math.floor(spare / 2)), 'box-body');
    const slotAt = (i: number): Frame => ({ ...columns, x: x + parts.left + i * (parts.characters * em + gap), width: parts.characters * em, grid: { pitch, firstBaseline: master.firstBaseline, em } });
    text.forEach((column, i) => {
      if (column.forced !== null && column.forced !== 'stray' && column.forced !== 'row') fault(column.forced);
      const at = parts.column[i] ?? i;
      const slot = slotAt(at);
      const down = (parts.down[i] ?? 0) * pitch;
      frames.push({ frame: { ...slot, y: slot.y + down }, article, fragments: levelled(column) });
      // Once a column, whatever stands between its lines.
      if (at > 0 && parts.column.indexOf(at) === i) {
        // Through a picture no rule goes: below it, or above.
        const { place, picture } = parts;
        const isThrough = place !== null && at > picture.column && at < picture.column + place.columns;
        for (const [from, to] of isThrough ? [[0, Math.min(rows, picture.down - 1)], [picture.down + place.rows, rows]] as const : [[0, rows]] as const) if (to > from) rules.push({ what: 'column', kind: 'line', x: slot.x - gap / 2, y: slot.y + from * pitch, width: 0, height: (to - from - 1) * pitch + em, stroke: 0.283, fill: null });
      }
    });
    if (parts.place !== null && text.length > 0) {
      const { place: { columns: wide, rows: high }, picture: { column, down } } = parts;
      const slot = slotAt(column);
      // What the box is too low for stays out.
      this.pictures.draw(parts.thread, { ...slot, y: slot.y + down * parts.pitch }, wide * parts.characters * em + (wide - 1) * gap, Math.min(high, rows - down), page);
    }
  }

  /** What stands in a box: label, title block, text in its own size on its own pitch or as on the page, rows counted from the box's top. */
  private parts(article: string, variant: Variant, columns: number, into: number, { headline, upright = false }: TitleForm): BoxParts {
    const { master, sheet } = this.job;
    const { em, pitch, characters, gap } = boxMeasure(master, sheet, variant, columns, into, upright);
    const left = upright ? uprightWidth(master) + gap : 0;
    const width = left + into * characters * em + (into - 1) * gap;
    const all = this.texts.title(article);
    const label = all.find(isLabel) ?? null;
    const titled = all.filter((block) => !isLabel(block));
    const deck = upright ? NO_DECK : ledDeck(this.tools.pieces.deck(fitDeck(titled, 'box', columns, width, master, this.tools.setter, headline), width), master.pitch);
    const deckRow = BOX_AIR_ROWS + (label === null ? 0 : LABEL_ROWS);
    const bodyRow = upright ? deckRow : deckRow + deck.used + 1;
    const thread = this.texts.body(article, variant);
    const group: ColumnGroup = { columns: into, width: characters * em, rows: ENDLESS };
    const place = this.pictures.placeInBox(thread, group, gap, pitch);
    if (place === null) {
      const { columns: text, rows } = this.tools.pieces.copyfit(thread, [group]);
      return { label, deck, thread, place, picture: { column: 0, down: 0 }, text, down: text.map(() => 0), column: text.map((_, i) => i), rows: rows[0] ?? 0, em, pitch, gap, characters, width, deckRow, bodyRow, upright: upright ? titled : null, left };
    }
    const { filled, slots, rows, picture } = fillPictured(thread, [group], place, (blocks, groups) => this.tools.pieces.copyfit(blocks, groups));
    return { label, deck, thread, place, picture, text: filled.columns, down: slots.map((slot) => slot.down), column: slots.map((slot) => slot.column), rows: rows[0] ?? 0, em, pitch, gap, characters, width, deckRow, bodyRow, upright: upright ? titled : null, left };
  }

  /** Lines of a boxed article that find no room in a box of so many page rows, in its own lines. */
  over(article: string, variant: Variant, columns: number, into: number, rows: number, form: TitleForm = {}): number {
    return this.held(this.parts(article, variant, columns, into, form), rows, into).over;
  }

  /** Rows beyond its need that a text in its own size and pitch takes between its lines, by leading of 4 % at the most; 0 where it is set as on the page, or flows around a picture, whose rows are counted in its lines. */
  private ledRows({ place, rows, pitch }: BoxParts): number {
    const { master } = this.job;
    if (place !== null || rows < 2 || pitch === master.pitch) return 0;
    return Math.max(0, Math.floor(((rows - 1) * pitch * (1 + MOST_LED)) / master.pitch + 0.01) + 1 - this.pageRows(rows, pitch));
  }

  /** Its pitch with so many rows between its lines: its last line stands on the page's grid (T-35); as it is where that would show. */
  private ledPitch({ place, rows, pitch }: BoxParts, led: number): number {
    const { master } = this.job;
    if (place !== null || rows < 2 || pitch === master.pitch) return pitch;
    const own = ((this.pageRows(rows, pitch) + led - 1) * master.pitch) / (rows - 1);
    return own > pitch * (1 + MOST_LED) ? pitch : own;
  }

  /** A title downwards beside so many page rows of text. */
  private uprightTitle(blocks: readonly Block[], columns: number, rows: number): VerticalTitle {
    const { master } = this.job;
    return verticalTitle(blocks, 'box', columns, uprightWidth(master), (rows - 1) * master.pitch + master.em, master, this.tools.setter);
  }

  /** What of the text stands in a box of so many page rows, lines of its highest column, and the lines that are over: nothing leaves its frame. */
  private held({ text, thread, place, down, rows, pitch, characters, em, bodyRow }: BoxParts, boxRows: number, into: number): { readonly text: readonly Filled[]; readonly rows: number; readonly over: number } {
    const free = boxRows - bodyRow - BOX_AIR_ROWS;
    if (this.pageRows(rows, pitch) <= free) return { text, rows, over: 0 };
    const lines = free < 1 ? 0 : Math.floor(((free - 1) * this.job.master.pitch) / pitch + 0.01) + 1;
    const used = (columns: readonly Filled[]): number => columns.reduce((sum, column) => sum + column.used, 0);
    if (lines === 0) return { text: [], rows: 0, over: used(text) };
    const group: ColumnGroup = { columns: into, width: characters * em, rows: lines };
    if (place !== null) {
      const cut = text.map((column, i): Filled => ({ ...column, fragments: within(column.fragments, lines - (down[i] ?? 0)) }));
      return { text: cut, rows: lines, over: text.reduce((sum, column, i) => sum + Math.max(0, column.used - Math.max(0, lines - (down[i] ?? 0))), 0) };
    }
    const filled = this.tools.pieces.overfill(thread, [group], false);
    return { text: filled.columns, rows: lines, over: filled.rest === null ? 0 : used(this.tools.pieces.fill(this.tools.pieces.thread(filled.rest), [{ ...group, rows: ENDLESS }]).columns) };
  }

  /** Page rows that n lines on the box's own pitch take. */
  private pageRows(lines: number, pitch: number): number {
    const { master } = this.job;
    return lines === 0 ? 0 : Math.ceil(((lines - 1) * pitch) / master.pitch - 0.01) + 1;
  }
}

/** Fragments as far as they stand in the first rows of their frame. */
function within(fragments: readonly Fragment[], rows: number): readonly Fragment[] {
  return fragments.flatMap((fragment) => {
    const end = Math.min(fragment.end, fragment.first + Math.floor((rows - fragment.row) / paceOf(fragment)));
    return end <= fragment.first ? [] : [end === fragment.end ? fragment : { ...fragment, end }];
  });
}

function isLabel(block: Block): boolean {
  return block.content.style.name === 'label';
}
