import { describe, expect, it } from 'vitest';
import type { Block } from '../flow/flow';
import { han } from '../../../test/build';
import { paragraphOf } from '../../../test/paragraphs';
import { prose, random } from '../../../test/random';
import { block, head, lines, newSetter, tableOf, textOf, threadText, WIDTH } from '../../../test/threads';
import type { ColumnGroup } from './column-group';
import { copyfitPiece, type FilledPiece, fillPiece } from './fill-piece';
import { Paginator } from './paginate';

function fill(thread: readonly Block[], ...groups: ColumnGroup[]): FilledPiece {
  return fillPiece(thread, groups, new Paginator(newSetter()));
}

const columns = (count: number, rows: number, width = WIDTH): ColumnGroup => ({ columns: count, width, rows });
/** A heading of so many lines, each two rows high, that keeps two lines of text. */
const tall = (count: number): Block => head(2, count, { gridLines: 2 });
const used = (piece: FilledPiece): number[] => piece.columns.map((column) => column.used);
const text = (content: string): Block => block(paragraphOf(content));
const set = (piece: FilledPiece): string => textOf(piece.columns);
const rest = (piece: FilledPiece): string => threadText(piece.rest ?? []);

describe('T-36: when the article ends, all columns get equal line counts, only the last may be short', () => {
  it.each([
    [12, 3, [4, 4, 4]],
    [11, 3, [4, 4, 3]],
    [10, 3, [4, 4, 2]],
    [9, 2, [5, 4]],
    [2, 2, [1, 1]],
  ])('%d lines in %d columns', (count, into, expected) => {
    const piece = fill(Array.from({ length: count }, () => lines(1)), columns(into, 20));
    expect(used(piece)).toEqual(expected);
    expect(piece).toMatchObject({ rows: [expected[0]], rest: null });
  });
  it('a heading never ends a column (T-34): the feet are where the keeps allow it', () => {
    // 8 rows; a cut after 4 would leave the heading last in the first column.
    const thread = [lines(3), head(2), lines(4)];
    const piece = fill(thread, columns(2, 20));
    expect(piece.rest).toBeNull();
    expect(set(piece)).toBe(threadText(thread));
    for (const column of piece.columns) {
      if (column.next !== null) expect(column.fragments.at(-1)!.set.paragraph.style.keepWithNext).toBe(0);
      expect(column.forced).toBeNull();
    }
  });
  it.each([
    // Rows of the piece, rows of a column.
    [[tall(1), lines(1)], 8, 3],
    [[lines(1), tall(1), lines(1), tall(1), lines(1)], 8, 3],
    [[lines(4), tall(1), lines(1)], 8, 3],
    [[tall(2), lines(2)], 6, 5],
    // Of four lines: more rows than columns are made higher for anything else.
    [[tall(1), lines(2), tall(4), lines(2)], 8, 8],
    [[lines(4), tall(1), head(2, 2), lines(2)], 8, 6],
  ])('columns of a short text are never lower than a heading and what it keeps (T-34): %#', (thread, count, rows) => {
    const piece = fill(thread, columns(count, 60));
    expect(piece).toMatchObject({ rest: null, rows: [rows] });
    expect(piece.columns.filter(({ forced }) => forced === 'low' || forced === 'heading')).toEqual([]);
    expect(set(piece)).toBe(threadText(thread));
  });
  it('groups before the last are full, the one in which the text ends is level', () => {
    const thread = Array.from({ length: 21 }, () => lines(1));
    const piece = fill(thread, columns(2, 6), columns(2, 9));
    expect(used(piece)).toEqual([6, 6, 5, 4]);
    expect(piece.rows).toEqual([6, 5]);
  });
  it('groups behind the end stay empty', () => {
    expect(fill([lines(2)], columns(1, 6), columns(1, 6)).rows).toEqual([2, 0]);
  });
  it('filling what was planned gives what was planned: the composer asks again with the rows that the placer got', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const roll = random(seed);
      const thread = Array.from({ length: 2 + roll(8) }, () => (roll(4) === 0 ? head(1 + roll(2)) : text(prose(roll, 10 + roll(100)))));
      const groups = [columns(1 + roll(3), 5 + roll(10)), columns(1 + roll(3), 5 + roll(10)), columns(1 + roll(3), 30)];
      const paginator = new Paginator(newSetter());
      const planned = fillPiece(thread, groups, paginator);
      if (planned.rest !== null) continue;
      const again = groups.flatMap((group, g) => (planned.rows[g]! > 0 ? [{ ...group, rows: planned.rows[g]! }] : []));
      const printed = fillPiece(thread, again, paginator);
      expect(printed.rest, `seed ${seed}`).toBeNull();
      expect(printed.columns.map((column) => column.fragments), `seed ${seed}`).toEqual(planned.columns.map((column) => column.fragments));
    }
  });
});

describe('N-20 (4): a jump breaks at a stop where it can, with at least 5 lines on the other side', () => {
  it('the last column keeps a row for the jump line', () => {
    const piece = fill([lines(30)], columns(2, 8));
    expect(piece.rest).not.toBeNull();
    expect(piece.columns[1]!.used).toBeLessThanOrEqual(7);
  });
  it('at the latest sentence within 4 rows', () => {
    const piece = fill([text(`${han(50)}末。${han(200)}。`)], columns(1, 9)); // line 6 of 8 ends the sentence
    expect(set(piece)).toMatch(/末。$/u);
  });
  it('else at the end of the paragraph above', () => {
    const thread = [lines(6), text(`${han(200)}。`)];
    expect(set(fill(thread, columns(1, 9)))).toBe(threadText([thread[0]!]));
  });
  it('else at ；, else at ，', () => {
    expect(set(fill([text(`${han(52)}分；${han(10)}逗，${han(200)}。`)], columns(1, 9)))).toMatch(/分；$/u);
    expect(set(fill([text(`${han(52)}逗，${han(200)}。`)], columns(1, 9)))).toMatch(/逗，$/u);
  });
  it('else where the line ends', () => {
    const piece = fill([text(han(200))], columns(1, 9));
    expect(used(piece)).toEqual([8]);
    expect(set(piece) + rest(piece)).toBe(han(200));
  });
  it('never inside “…”', () => {
    expect(set(fill([text(`${han(45)}末。“${han(10)}里。${han(10)}”${han(200)}`)], columns(1, 9)))).toMatch(/末。$/u);
  });
  it.each([2, 3, 4])('with only %d lines over, as many stay as make five', (over) => {
    const thread = Array.from({ length: 8 + over }, () => lines(1));
    const piece = fill(thread, columns(1, 9)); // 8 lines and the jump line would fit
    expect(piece.rest!.length).toBe(5);
    expect(set(piece) + rest(piece)).toBe(threadText(thread));
  });
  it('nor is a run-in head: it goes over with its text, or stays with a sentence of it', () => {
    const runIn = (first: string): Block => block(paragraphOf([{ text: `${han(7)}。`, style: { role: 'hei' } }, { text: `${first}${han(200)}。` }]));
    const thread = [lines(6), runIn('')];
    expect(set(fill(thread, columns(1, 9)))).toBe(threadText([thread[0]!]));
    expect(set(fill([lines(6), runIn(`${han(4)}末。`)], columns(1, 9)))).toMatch(/末。$/u);
  });
  it('a heading is never the last line before a jump', () => {
    const thread = [lines(7), head(2), text(`${han(200)}。`)];
    const piece = fill(thread, columns(1, 9));
    expect(set(piece)).toBe(threadText([thread[0]!]));
  });
  it('a table goes on at a row, none of it lost', () => {
    const thread = [tableOf(Array.from({ length: 40 }, (_, i) => [`第${i}行`, '甲乙']))];
    const piece = fill(thread, columns(2, 9));
    expect(piece.columns).toHaveLength(2);
    expect(set(piece) + rest(piece)).toBe(threadText(thread));
  });
  it('columns of different widths', () => {
    const thread = [text(prose(random(3), 400))];
    const piece = fill(thread, columns(1, 6, 100), columns(1, 6, 150));
    expect(set(piece) + rest(piece)).toBe(threadText(thread));
  });
});

describe('TYPESETTING 8, test 8: split at any line; joined, the parts are the source text', () => {
  it.each(Array.from({ length: 30 }, (_, i) => i + 1))('a piece of %d rows, and the rest in pieces of the same', (rows) => {
    const roll = random(77);
    const thread: readonly Block[] = [
      text(prose(roll, 120)), head(2), text(prose(roll, 60)), tableOf([['甲', '乙'], ['丙', '丁'], ['戊', '己']]), text(prose(roll, 15)), head(1), text(prose(roll, 200)),
    ];
    let joined = '';
    let left: readonly Block[] | null = thread;
    for (let pieces = 0; left !== null; pieces++) {
      expect(pieces).toBeLessThan(200);
      const piece: FilledPiece = fill(left, columns(1, Math.max(2, rows)));
      expect(piece.columns.length).toBeGreaterThan(0);
      joined += set(piece);
      left = piece.rest;
    }
    expect(joined).toBe(threadText(thread));
  });
});

describe('N-20: the text behind a jump label', () => {
  it('does not begin with a formula that cannot be broken, where another stop is near', () => {
    // Two columns of six lines of ten characters, one for the label: the last stop that fits stands before the formula.
    const thread = [text(`${han(84)}前。${han(8)}后。“1+4+6+N”${han(80)}。`)];
    const piece = fill(thread, columns(2, 6));
    expect(set(piece)).toMatch(/前。$/);
    expect(set(piece) + rest(piece)).toBe(threadText(thread));
  });
  it('begins with it where none is', () => {
    const thread = [text(`${han(96)}后。“1+4+6+N”${han(80)}。`)];
    expect(set(fill(thread, columns(2, 6)))).toMatch(/后。$/);
  });
  it('a formula further on is no reason', () => {
    const thread = [text(`${han(84)}前。${han(8)}后。${han(14)}“1+4+6+N”${han(80)}。`)];
    expect(set(fill(thread, columns(2, 6)))).toMatch(/后。$/);
  });
});

describe('N-20: lines that a hand asked of a paragraph (adjust.lines) where a jump cuts it', () => {
  it('are asked of one half, the longer', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const paragraph = { ...paragraphOf(prose(random(seed), 300)), looseness: 1 };
      const piece = fill([block(paragraph)], columns(2, 4 + (seed % 9)));
      if (piece.rest === null) continue;
      const halves = [piece.thread.at(-1)!.content, piece.rest[0]!.content].map((content) => (content.kind === 'paragraph' ? [content.text.length, content.looseness] : []));
      expect(halves.toSorted((a, b) => a[0]! - b[0]!).map(([, looseness]) => looseness)).toEqual([0, 1]);
      expect(set(piece) + rest(piece)).toBe(paragraph.text);
    }
  });
});

describe('hostile pieces', () => {
  it('nothing to set ends at once', () => {
    expect(fill([], columns(2, 9))).toEqual({ columns: [], rows: [0], thread: [], rest: null });
  });
  it('no columns: all of it goes on elsewhere', () => {
    const thread = [lines(2)];
    expect(fill(thread)).toEqual({ columns: [], rows: [], thread: [], rest: thread });
  });
  it('only headings: they go over in parts', () => {
    const thread = Array.from({ length: 30 }, () => head(1, 1 + (30 % 2)));
    let left: readonly Block[] | null = thread;
    let joined = '';
    for (let pieces = 0; left !== null; pieces++) {
      expect(pieces).toBeLessThan(30);
      const piece = fill(left, columns(2, 5));
      joined += set(piece);
      left = piece.rest;
    }
    expect(joined).toBe(threadText(thread));
  });
  it('a column of one row leaves it to the jump line', () => {
    const thread = [lines(9)];
    const piece = fill(thread, columns(1, 1));
    expect(set(piece) + rest(piece)).toBe(threadText(thread));
  });
});

describe('N-34, T-36: the columns in which an article ends, of a page or of a box, end level but for a line', () => {
  const box = (thread: readonly Block[], count: number): FilledPiece => copyfitPiece(thread, [columns(count, 60)], new Paginator(newSetter()));
  it('a last column three lines short gives each of the three a line less', () => {
    const thread = [lines(12), lines(11), lines(10), lines(20)];
    expect(used(fill(thread, columns(4, 60)))).toEqual([14, 14, 14, 11]);
    expect(used(box(thread, 4))).toEqual([14, 13, 13, 13]);
    expect(set(box(thread, 4))).toBe(threadText(thread));
  });
  it('whatever its paragraphs, no higher than it was, and all of the text', () => {
    let [uneven, left] = [0, 0];
    for (let seed = 1; seed <= 60; seed++) {
      const roll = random(seed);
      const thread = Array.from({ length: 3 + roll(6) }, () => block(paragraphOf(prose(roll, 40 + roll(120)))));
      const count = 2 + roll(4);
      const [before, after] = [fill(thread, columns(count, 60)), box(thread, count)];
      expect(set(after), `seed ${seed}`).toBe(threadText(thread));
      expect(after.rows, `seed ${seed}`).toEqual(before.rows);
      const off = (piece: FilledPiece): number => Math.max(...used(piece)) - Math.min(...used(piece));
      expect(off(after), `seed ${seed}`).toBeLessThanOrEqual(off(before));
      if (off(before) > 1) uneven++;
      if (off(after) > 1) left++;
    }
    // Where those at the right cannot end a line above without a last line alone at a column's head, others do.
    expect(uneven).toBeGreaterThan(10);
    expect(left).toBe(0);
  });
});

it('columns without a row, as a picture leaves none: what is forced into them and what goes on is all of the text', () => {
  const thread = [lines(3), lines(2)];
  const piece = copyfitPiece(thread, [columns(2, 0)], new Paginator(newSetter()));
  expect(piece.columns.map(({ forced }) => forced)).toEqual(['low']);
  expect(piece.rest).not.toBeNull();
  expect(set(piece) + rest(piece)).toBe(threadText(thread));
});
