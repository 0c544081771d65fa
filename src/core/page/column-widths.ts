// How wide the columns of a table stand side by side. What is a word for its reader
// (a name, a figure, a short term) is not cut: every column is at least as wide as its
// longest word. Which short cells stand whole beyond that is weighed by the lines that
// the table takes; what is left goes to the longest texts. The air beside the text gives
// before a word does. Widths are measured, for digits and letters are narrower than their em.
import type { Paragraph, Table } from '../flow/flow';
import type { SetParagraph } from '../line/line';
import type { Setter } from './setter';

/** Air on each side of a cell's text, inside its rules: as it is best, and the least; em of the table's style. */
export const CELL_AIR = 0.5;
const LEAST_AIR = 0.25;
/** The narrowest text, em. */
export const NARROWEST = 2;
/** Characters up to which a cell is short: it should stand on one line. */
const SHORT = 10;
/** Han up to which a cell is one word: 满意率. */
const WORD = 3;
/** Wide enough for any short cell, pt. */
const WIDE = 1900;
/** What is no difference of widths, em. */
const SLACK = 1e-6;

export interface Columns {
  /** Width of each column's text, pt. */
  readonly widths: readonly number[];
  /** Air on each side of it, pt. */
  readonly air: number;
}

/** What a column asks for, em. */
interface Wants {
  /** Its longest word. */
  readonly word: number;
  /** Its longest short cell. */
  readonly short: number;
  /** Its longest cell. */
  readonly longest: number;
  /** Width of each row's cell, 0 where there is none. */
  readonly cells: readonly number[];
}

/** Widths of columns `from` to `to` (exclusive) of a table that is `width` pt wide. */
export function columnWidths(table: Table, from: number, to: number, width: number, setter: Setter): Columns {
  const em = table.style.text.size;
  const wants = Array.from({ length: to - from }, (_, i) => wantsOf(table.rows.map((row) => row[from + i]), em, setter));
  const airOf = (sum: number): number => (width / em - sum) / (2 * wants.length);
  const sum = (of: (want: Wants) => number): number => wants.reduce((all, want) => all + of(want), 0);
  // Everything whole, else the short cells with half lines for the rest: the air narrows for it. Else as many of them as go.
  const air = [sum((want) => want.longest), sum((want) => Math.max(want.short, want.longest > want.short ? Math.min(want.longest, SHORT / 2) : 0))]
    .map(airOf).find((most) => most >= LEAST_AIR);
  const own = Math.min(CELL_AIR, air ?? LEAST_AIR);
  return { widths: share(wants, width / em - 2 * own * wants.length).map((w) => w * em), air: own * em };
}

function wantsOf(cells: readonly (Paragraph | undefined)[], em: number, setter: Setter): Wants {
  let [word, short, longest] = [NARROWEST, NARROWEST, NARROWEST];
  const wide = cells.map((cell) => {
    const length = cell?.text.length ?? 0;
    if (cell === undefined || length === 0) return 0;
    if (length > SHORT) {
      longest = Math.max(longest, length);
      return length;
    }
    const own = widest(cell, em, setter);
    short = Math.max(short, own);
    word = Math.max(word, wordOf(cell.text, own, cell.style.text.size / em));
    return own;
  });
  return { word, short, longest: Math.max(longest, short), cells: wide };
}

/** Width of a short cell on one line, em. */
function widest(cell: Paragraph, em: number, setter: Setter): number {
  const plain = flush(cell);
  return Math.max(...setter.set(plain, WIDE).lines.map(({ right }) => right)) / em;
}

const plains = new WeakMap<Paragraph, Paragraph>();

/** The cell set from the left edge, whatever it stands like. */
function flush(cell: Paragraph): Paragraph {
  let plain = plains.get(cell);
  if (plain === undefined) {
    const { style } = cell;
    plains.set(cell, (plain = { ...cell, style: { ...style, align: 'left', indent: 0, left: 0, right: 0, title: false, spread: false } }));
  }
  return plain;
}

/** Least width at which a short cell breaks between words only: a figure or a word of three Han nowhere, a longer term in its middle. */
function wordOf(text: string, wide: number, size: number): number {
  const characters = [...text];
  if (characters.length <= WORD || !/\p{Script=Han}/u.test(text)) return wide;
  const runs = text.match(/[0-9A-Za-z.,%+\-]+/gu) ?? [];
  const run = Math.max(0, ...runs.map((one) => (one.length / characters.length) * wide));
  return Math.max(run, Math.min(wide, size * halfOf(characters.length)));
}

/** Characters of the longer line of a short term on two lines; of more than two words' length, a word's. */
function halfOf(length: number): number {
  return length <= 2 * WORD ? Math.ceil(length / 2) : WORD;
}

/**
 * A cell set at most `width` pt wide, and how far from the left: the lines of a short one in the middle are as equal
 * as they can be (立案, 件数, never 立案件, 数).
 */
export function setCell(cell: Paragraph, width: number, setter: Setter): { readonly set: SetParagraph; readonly shift: number } {
  const set = setter.set(cell, width);
  const { align, text } = cell.style;
  const count = set.lines.length;
  // A cell may hold a book: what is known of it without reading it comes first. Of Han outside the basic plane each is two units.
  if (count < 2 || align !== 'center' || cell.text.length > 2 * SHORT) return { set, shift: 0 };
  const length = [...cell.text].length;
  if (length > SHORT || !/^\p{Script=Han}+$/u.test(cell.text)) return { set, shift: 0 };
  const narrow = text.size * Math.ceil(length / count);
  if (narrow >= width) return { set, shift: 0 };
  const level = setter.set(cell, narrow);
  if (level.lines.length !== count) return { set, shift: 0 };
  return { set: level, shift: (width - narrow) / 2 };
}

/** Columns up to which every choice is weighed, and rows by which it is. */
const MOST_CHOSEN = 5;
const MOST_ROWS = 60;
/** What a short cell on two lines costs beside the lines of its row. */
const BROKEN = 0.5;

/** Shares `room` em out. */
function share(wants: readonly Wants[], room: number): readonly number[] {
  const natural = wants.reduce((sum, { longest }) => sum + longest, 0);
  // What is left is shared out, so that the table is as wide as its frame.
  if (natural <= room) return wants.map(({ longest }) => longest + (room - natural) / wants.length);
  const words = wants.map(({ word }) => word);
  const left = room - sumOf(words);
  // Words that stand nowhere beside each other: each column has its narrowest.
  if (left < 0) {
    const least = wants.map(() => Math.min(NARROWEST, room / wants.length));
    return byNeed(wants, least, room - sumOf(least));
  }
  let best = byNeed(wants, words, left);
  let least = costOf(wants, best);
  for (const floors of choices(wants, words)) {
    const rest = room - sumOf(floors);
    if (rest < -SLACK) continue;
    const widths = byNeed(wants, floors, Math.max(0, rest));
    const cost = costOf(wants, widths);
    if (cost < least - SLACK) [best, least] = [widths, cost];
  }
  return best;
}

/** Least widths to try: of the columns whose short cells break, each as wide as its words, as half the longest of them, or as all of it. */
function* choices(wants: readonly Wants[], words: readonly number[]): Iterable<readonly number[]> {
  const open = wants.map((_, i) => i).filter((i) => wants[i]!.short > words[i]! + SLACK)
    .toSorted((a, b) => wants[a]!.short - words[a]! - wants[b]!.short + words[b]! || a - b).slice(0, MOST_CHOSEN);
  for (let choice = 1; choice < 3 ** open.length; choice++) {
    const floors = [...words];
    open.forEach((i, k) => {
      const { word, short } = wants[i]!;
      floors[i] = [word, Math.max(word, short / 2), short][Math.floor(choice / 3 ** k) % 3]!;
    });
    yield floors;
  }
}

/** Lines of all rows at these widths, and what short cells on several lines cost. */
function costOf(wants: readonly Wants[], widths: readonly number[]): number {
  let cost = 0;
  const rows = Math.min(MOST_ROWS, wants[0]?.cells.length ?? 0);
  for (let row = 0; row < rows; row++) {
    let high = 1;
    wants.forEach(({ cells }, i) => {
      const lines = Math.ceil(cells[row]! / widths[i]! - SLACK);
      if (lines > 1 && cells[row]! <= SHORT) cost += BROKEN;
      high = Math.max(high, lines);
    });
    cost += high;
  }
  return cost;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** What is left goes to the columns whose texts are longer than they are wide, by the square root of the longest, none more than it needs. */
function byNeed(wants: readonly Wants[], floors: readonly number[], left: number): readonly number[] {
  const widths = [...floors];
  for (let rest = left; rest > SLACK;) {
    const open = widths.map((_, i) => i).filter((i) => widths[i]! < wants[i]!.longest - SLACK);
    if (open.length === 0) break;
    // The narrowest for its text is widened up to its share.
    const total = open.reduce((sum, i) => sum + Math.sqrt(wants[i]!.longest), 0);
    const all = rest + open.reduce((sum, i) => sum + widths[i]!, 0);
    const under = open.filter((i) => widths[i]! < (all * Math.sqrt(wants[i]!.longest)) / total - SLACK);
    if (under.length === 0) break;
    const lacks = under.map((i) => Math.min(wants[i]!.longest, (all * Math.sqrt(wants[i]!.longest)) / total) - widths[i]!);
    const lack = lacks.reduce((sum, one) => sum + one, 0);
    if (lack <= SLACK) break;
    const part = Math.min(1, rest / lack);
    under.forEach((i, k) => (widths[i]! += lacks[k]! * part));
    rest -= lack * part;
  }
  const spare = (sumOf(floors) + left - sumOf(widths)) / widths.length;
  return widths.map((w) => w + spare);
}
