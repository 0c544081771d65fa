import { describe, expect, it } from 'vitest';
import type { Block, Paragraph } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import { han } from '../../../test/build';
import { paragraphOf } from '../../../test/paragraphs';
import { prose, random } from '../../../test/random';
import { block, head, lines, newSetter, shape, tableOf, textOf, threadText, WIDTH } from '../../../test/threads';
import { type Cursor, fillFrame, type Filled, type FillRules, THREAD_START } from './fill-frame';
import { levelled } from './level-column';

const setter = newSetter();
const NEVER: FillRules = { stray: 'never' };
const TOLERATE: FillRules = { stray: 'tolerate' };

function fill(thread: readonly Block[], rows: number, rules = NEVER, from: Cursor = THREAD_START): Filled {
  return fillFrame(thread, from, WIDTH, rows, rules, new Map(), setter);
}

/** All frames of one size until the text ends. */
function fillAll(thread: readonly Block[], rows: number, rules = NEVER): Filled[] {
  const frames: Filled[] = [];
  for (let from: Cursor | null = THREAD_START; from !== null && frames.length < 10_000; from = frames.at(-1)!.next) frames.push(fill(thread, rows, rules, from));
  return frames;
}

describe('a frame is filled from the top', () => {
  it('a text that ends: nothing is short, nothing goes on', () => {
    const thread = [lines(2), lines(1)];
    const filled = fill(thread, 5);
    expect(shape(thread, filled)).toBe('0:0-2@0 1:0-1@2');
    expect(filled).toMatchObject({ used: 3, short: 0, forced: null, next: null, seen: 2 });
  });
  it('a text that goes on: the next frame begins at the line that did not fit', () => {
    const thread = [lines(3), lines(4)];
    const filled = fill(thread, 5);
    expect(shape(thread, filled)).toBe('0:0-3@0 1:0-2@3');
    expect(filled).toMatchObject({ used: 5, short: 0, next: { block: 1, chunk: 2 } });
    expect(shape(thread, fill(thread, 5, NEVER, filled.next!))).toBe('1:2-4@0');
  });
  it('a first line may stand alone at the foot (T-33: CLREQ does not name it)', () => {
    const thread = [lines(4), lines(3)];
    expect(shape(thread, fill(thread, 5))).toBe('0:0-4@0 1:0-1@4');
  });
});

describe('T-34: a run-in head does not stand at a foot without its text', () => {
  // The first line holds eight characters.
  const runIn = (head: number, text = 40): Block => block(paragraphOf([{ text: `${han(head)}。`, style: { role: 'hei' } }, { text: `${han(text)}。` }]));
  it('a line that holds nothing else, or no more than three characters of it, goes over', () => {
    for (const head of [7, 6, 4]) expect(fill([lines(4), runIn(head)], 5), `${head}`).toMatchObject({ used: 4, short: 1, next: { block: 1, chunk: 0 } });
  });
  it('with four characters of its text it stays, or with a line', () => {
    expect(fill([lines(4), runIn(3)], 5)).toMatchObject({ used: 5, short: 0, next: { block: 1, chunk: 1 } });
    expect(fill([lines(3), runIn(7)], 5)).toMatchObject({ used: 5, short: 0, next: { block: 1, chunk: 2 } });
  });
  it('in a newspaper\'s column too where something above can take the row, for its foot to be level; else it stays, and is told', () => {
    for (const above of [head(1), runIn(3, 13)]) {
      const thread = [lines(2), above, lines(1), runIn(7)];
      const rows = 3 + setter.set(above.content as Paragraph, WIDTH).lines.length + 1;
      expect(fill(thread, rows, TOLERATE)).toMatchObject({ used: rows - 1, short: 1, next: { block: 3, chunk: 0 } });
      // Its row stands above what took it.
      expect(levelled(fill(thread, rows, TOLERATE)).map(({ row }) => row)).toEqual([0, 3, rows - 1]);
    }
    expect(fill([lines(2), lines(2), runIn(7)], 5, TOLERATE)).toMatchObject({ used: 5, short: 0, forced: 'lead', next: { block: 2, chunk: 1 } });
    expect(fill([runIn(3, 33), runIn(7)], 5, TOLERATE)).toMatchObject({ used: 5, short: 0, forced: 'lead', next: { block: 1, chunk: 1 } });
    expect(fill([lines(2), lines(1), runIn(7)], 5, TOLERATE)).toMatchObject({ used: 5, short: 0, forced: null, next: { block: 2, chunk: 2 } });
  });
});

describe('T-33: no last line of a paragraph alone at a page or column head', () => {
  it('never: a line goes over with it, and the frame is short by that line', () => {
    const thread = [lines(3), lines(3)];
    const filled = fill(thread, 5);
    expect(shape(thread, filled)).toBe('0:0-3@0 1:0-1@3');
    expect(filled).toMatchObject({ used: 4, short: 1, forced: null, next: { block: 1, chunk: 1 } });
  });
  it('never: of two lines both go over', () => {
    const thread = [lines(4), lines(2)];
    const filled = fill(thread, 5);
    expect(shape(thread, filled)).toBe('0:0-4@0');
    expect(filled).toMatchObject({ short: 1, next: { block: 1, chunk: 0 } });
  });
  it('tolerate: the frame stays full, and says so', () => {
    const thread = [lines(3), lines(3)];
    expect(fill(thread, 5, TOLERATE)).toMatchObject({ used: 5, short: 0, forced: 'stray', next: { block: 1, chunk: 2 } });
  });
  it('a paragraph of one line is no stray', () => {
    const thread = [lines(5), lines(1)];
    expect(fill(thread, 5)).toMatchObject({ short: 0, forced: null, next: { block: 1, chunk: 0 } });
  });
  it('where the whole frame is one paragraph, its last line but one goes over', () => {
    const thread = [lines(6)];
    expect(fill(thread, 5)).toMatchObject({ used: 4, short: 1, forced: null, next: { block: 0, chunk: 4 } });
  });
});

describe('T-34 背题: a heading may not be last in a column or page', () => {
  it.each([
    ['keep 1: one line after it is enough', 1, 4, '0:0-3@0 1:0-1@3 2:0-1@4', 5],
    ['keep 1: a heading last goes over', 1, 3, '0:0-3@0', 4],
    ['keep 2: one line after it is too few', 2, 3, '0:0-3@0', 5],
    ['keep 2: two lines after it are enough', 2, 5, '0:0-3@0 1:0-1@3 2:0-2@4', 6],
  ])('%s', (_, keep, after, expected, rows) => {
    const thread = [lines(3), head(keep), lines(after)];
    const filled = fill(thread, rows);
    expect(shape(thread, filled)).toBe(expected);
    expect(filled.forced).toBeNull();
  });
  it('keep 2 before a paragraph of one line: all of it is enough', () => {
    const thread = [lines(3), head(2), lines(1), lines(4)];
    expect(shape(thread, fill(thread, 5))).toBe('0:0-3@0 1:0-1@3 2:0-1@4');
  });
  it('two headings in a row go over together', () => {
    const thread = [lines(3), head(), head(), lines(3)];
    expect(shape(thread, fill(thread, 5))).toBe('0:0-3@0');
  });
  it('a heading of two lines is not cut', () => {
    const thread = [lines(4), head(1, 2), lines(3)];
    const filled = fill(thread, 5);
    expect(shape(thread, filled)).toBe('0:0-4@0');
    expect(filled).toMatchObject({ short: 1, forced: null });
  });
  it('headings alone fill the frame, reported: nothing legal is left', () => {
    const thread = Array.from({ length: 4 }, () => head());
    const frames = fillAll(thread, 3);
    expect(frames.map((one) => shape(thread, one))).toEqual(['0:0-1@0 1:0-1@1 2:0-1@2', '3:0-1@0']);
    expect(frames[0]!.forced).toBe('heading');
  });
});

describe('blank rows and asked breaks', () => {
  const spaced = { linesBefore: 1, linesAfter: 1 };
  it('rows before a block stand at the beginning of the thread', () => {
    const thread = [lines(1, spaced), lines(1)];
    expect(shape(thread, fill(thread, 5))).toBe('0:0-1@1 1:0-1@3');
  });
  it('and between blocks, after and before each counted', () => {
    const thread = [lines(1), lines(1, spaced), lines(1)];
    expect(shape(thread, fill(thread, 6))).toBe('0:0-1@0 1:0-1@2 2:0-1@4');
  });
  it('but vanish at the head of a later frame', () => {
    const thread = [lines(4), lines(2, spaced)];
    const first = fill(thread, 4);
    expect(first.next).toMatchObject({ block: 1, chunk: 0 });
    expect(shape(thread, fill(thread, 4, NEVER, first.next!))).toBe('1:0-2@0');
  });
  it('rows before a block do not push its text out at the end: what does not fit goes over', () => {
    const thread = [lines(4), lines(2, spaced)];
    expect(fill(thread, 5)).toMatchObject({ used: 4, next: { block: 1, chunk: 0 } });
  });
  it('breakBefore ends the frame, which is not short', () => {
    const thread = [lines(2), block({ ...paragraphOf('新页的第一段落'), breakBefore: true })];
    const filled = fill(thread, 5);
    expect(filled).toMatchObject({ used: 2, short: 0, next: { block: 1, chunk: 0 } });
    expect(shape(thread, fill(thread, 5, NEVER, filled.next!))).toBe('1:0-1@0');
  });
  it('a line that takes two rows does not stand on one', () => {
    const thread = [lines(4), head(1, 1, { gridLines: 2 }), lines(2)];
    expect(fill(thread, 5)).toMatchObject({ used: 4, short: 1, next: { block: 1, chunk: 0 } });
  });
});

describe('what is too high for any frame is set nevertheless: text is never lost', () => {
  it.each([[1], [2], [3], [4]])('a heading of 4 rows in frames of %d', (rows) => {
    const thread = [lines(1), head(1, 2, { gridLines: 4 }), lines(2)];
    expect(textOf(fillAll(thread, rows))).toBe(threadText(thread));
  });
  it('and the frame says that it runs over', () => {
    const thread = [head(1, 1, { gridLines: 4 }), lines(2)];
    expect(fill(thread, 3)).toMatchObject({ forced: 'low' });
  });
  it('blank rows higher than the frame leave it to the text', () => {
    const thread = [lines(2, { linesBefore: 9 })];
    expect(textOf(fillAll(thread, 2))).toBe(threadText(thread));
  });
  it.each([[1], [2]])('frames of %d rows end, and lose nothing', (rows) => {
    const thread = [head(), lines(3), head(2), head(1, 2), lines(2), lines(1)];
    expect(textOf(fillAll(thread, rows))).toBe(threadText(thread));
    expect(textOf(fillAll(thread, rows, TOLERATE))).toBe(threadText(thread));
  });
});

describe('tables', () => {
  const rows = (n: number): string[][] => Array.from({ length: n }, (_, i) => [`第${i}行`, `值${i}`]);
  it('a table goes on in the next frame at a row', () => {
    const thread = [lines(3), tableOf(rows(4))];
    const filled = fill(thread, 5);
    expect(filled).toMatchObject({ used: 5, next: { block: 1, chunk: 2 } });
    expect(textOf(fillAll(thread, 5))).toBe(threadText(thread));
  });
  it('cells of a row stand side by side on its first grid row', () => {
    const thread = [tableOf([['甲', '乙丙丁']])];
    const [a, b] = fill(thread, 5).fragments;
    expect([a!.row, a!.x, b!.row, b!.x]).toEqual([0, 5, 0, 50]); // 2 em and 3, half an em of air at each side of a cell, what is left shared out
  });
  it('a row is as high as its highest cell', () => {
    const thread = [tableOf([['甲', '乙'.repeat(30)], ['丙', '丁']])];
    const { fragments } = fill(thread, 20);
    const high = fragments[1]!.end;
    expect(high).toBeGreaterThan(1);
    expect(fragments[2]!.row).toBe(high);
  });
});

describe('a table at a page\'s end', () => {
  /** A table of so many one-line rows, the first of which names its columns. */
  const named = (count: number): Block => {
    const { ref, content } = tableOf(Array.from({ length: count }, (_, i) => [`${i}`, '甲乙']));
    if (content.kind !== 'table') throw new TypeError();
    const names = content.rows[0]!.map((cell) => ({ ...cell, style: { ...cell.style, name: 'tableHead' } }));
    return { ref, content: { ...content, rows: [names, ...content.rows.slice(1)] } };
  };
  const rowsOf = (filled: Filled): string => filled.fragments.flatMap(({ set, row, x }) => (set.paragraph.style.name.startsWith('table') && x < 10 ? [`${set.paragraph.text}@${row}`] : [])).join(' ');

  it('stands whole on the next, its title with it, where that leaves little of the page empty', () => {
    const thread = [lines(12), head(), named(5), lines(3)];
    const [first, second] = fillAll(thread, 16);
    expect(first).toMatchObject({ used: 12, short: 4, next: { block: 1, chunk: 0 } });
    expect(rowsOf(second!)).toBe('0@1 1@2 2@3 3@4 4@5');
  });
  it('one of half a page and less also where that leaves a third of the page empty', () => {
    const [first, second] = fillAll([lines(11), named(8), lines(3)], 16);
    expect(first).toMatchObject({ used: 11, short: 5 });
    expect(rowsOf(second!)).toBe('0@0 1@1 2@2 3@3 4@4 5@5 6@6 7@7');
    const [fuller] = fillAll([lines(10), named(8), lines(3)], 16);
    expect(rowsOf(fuller!)).toBe('0@10 1@11 2@12 3@13 4@14 5@15');
  });
  it('else is cut with two rows at least on each side, its names of columns over both', () => {
    const thread = [lines(11), named(9)];
    const [first, second] = fillAll(thread, 16);
    expect(rowsOf(first!)).toBe('0@11 1@12 2@13 3@14 4@15');
    expect(rowsOf(second!)).toBe('0@0 5@1 6@2 7@3 8@4');
    const again = second!.fragments.slice(0, 2).flatMap(({ set }) => set.paragraph.spans.map(({ source }) => source));
    expect(again).toEqual([{ kind: 'generated', what: 'table-head' }, { kind: 'generated', what: 'table-head' }]);
    expect(second!.used).toBe(5);
  });
  it('longer than pages: names over each, every row once, and no page over its foot', () => {
    const frames = fillAll([named(60), lines(2)], 10);
    expect(frames.flatMap((one) => rowsOf(one).split(' ').filter((word) => !word.startsWith('0@'))).map((word) => Number(word.split('@')[0])))
      .toEqual(Array.from({ length: 59 }, (_, i) => i + 1));
    expect(frames.slice(0, 6).map((one) => rowsOf(one).split(' ')[0])).toEqual(Array.from({ length: 6 }, () => '0@0'));
    for (const { used } of frames) expect(used).toBeLessThanOrEqual(10);
  });
  it('a newspaper\'s column has its names once', () => {
    const [, second] = fillAll([lines(1), named(20)], 16, TOLERATE);
    expect(rowsOf(second!)).toMatch(/^1?\d@0/u);
  });
});

describe('a row of a table higher than the frame is cut', () => {
  // 2 em for 甲, 6 em for the long cell, half an em of air at each side of both.
  const tall = (length: number): Block => tableOf([['甲', han(length)], ['丙', '丁']]);
  const cellsOf = (filled: Filled): string[] => filled.fragments.map(({ set, first, end }) => set.paragraph.text.slice(set.lines[first]!.from, set.lines[end - 1]!.to));

  it('each frame is full, the next begins with the rest of the cells that have one', () => {
    const thread = [tall(60), lines(1)]; // ten lines of six
    const frames = fillAll(thread, 4);
    expect(frames.map(({ used }) => used)).toEqual([4, 4, 4]);
    expect(frames.map(({ forced }) => forced)).toEqual([null, null, null]);
    expect(cellsOf(frames[0]!)).toEqual(['甲', han(60).slice(0, 24)]);
    expect(cellsOf(frames[1]!)).toEqual([han(60).slice(24, 48)]);
    expect(cellsOf(frames[2]!)).toEqual([han(60).slice(48), '丙', '丁', threadText([thread[1]!])]);
  });
  it('columns keep their place and width', () => {
    for (const frame of fillAll([tall(70)], 4)) {
      for (const { x, set } of frame.fragments.filter(({ set: { paragraph } }) => paragraph.text.length > 1)) {
        expect(x).toBe(35);
        for (const line of set.lines) expect(line.right).toBeLessThanOrEqual(60);
      }
    }
  });
  it('a cell behind the one that is cut stands on the next page, so that the text keeps its order', () => {
    const frames = fillAll([tableOf([[han(20), han(20, 50)]])], 4);
    expect(cellsOf(frames[0]!)).toEqual([han(20).slice(0, 16)]);
    expect(cellsOf(frames[1]!)[0]).toBe(han(20).slice(16));
  });
  it('it begins below what stands in the frame where three rows are left, else in the next', () => {
    expect(fill([lines(1), tall(70)], 4)).toMatchObject({ used: 4, next: { block: 1, chunk: 0, tail: { kind: 'table' } } });
    expect(fill([lines(2), tall(70)], 4)).toMatchObject({ used: 2, next: { block: 1, chunk: 0, tail: null } });
  });
  it('a row that one frame can hold is not cut', () => {
    const frames = fillAll([lines(2), tall(24)], 4); // four lines
    expect(frames.map(({ fragments }) => fragments.length)).toEqual([1, 2, 2]);
  });
  it('folded into bands: a band that is done does not come again, and nothing is lost', () => {
    const cells = Array.from({ length: 5 }, (_, i) => han(10 + 12 * i, 7 * i));
    const thread = [tableOf([cells, ['一', '二', '三', '四', '五']])];
    for (const rows of [1, 2, 3, 5, 8]) {
      const frames = fillAll(thread, rows);
      expect(frames.map((frame) => cellsOf(frame).join('')).join(''), `${rows} rows`).toBe(threadText(thread));
      for (const { used, forced } of frames) expect([used <= rows, forced]).toEqual([true, null]);
    }
  });
  it('random rows in frames of any height: no character lost, doubled or out of order, no frame overrun', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const roll = random(seed);
      const rows = Array.from({ length: 1 + roll(4) }, () => Array.from({ length: 1 + roll(4) }, () => prose(roll, roll(120))));
      const thread = [lines(1 + roll(3)), tableOf(rows), lines(2)];
      const height = 1 + roll(9);
      const frames = fillAll(thread, height);
      expect(frames.map((frame) => cellsOf(frame).join('')).join(''), `seed ${seed}`).toBe(threadText(thread));
      for (const { used } of frames) expect(used, `seed ${seed}`).toBeLessThanOrEqual(height);
    }
  });
});

describe('a cursor with a tail', () => {
  it('sets the rest of a paragraph that a page cut, flush, and goes on behind it', () => {
    const thread = [lines(3), lines(1)];
    const paragraph = thread[0]!.content;
    if (paragraph.kind !== 'paragraph') throw new TypeError();
    const [, tail] = splitParagraph(paragraph, 12);
    const filled = fill(thread, 5, NEVER, { block: 0, chunk: 0, tail, looseness: 0, width: null });
    expect(textOf([filled])).toBe(tail.text + threadText([thread[1]!]));
    expect(filled.fragments[0]!.set.x[0]).toBe(0);
  });
  it('keeps the tail where it fills more than a frame', () => {
    const thread = [lines(9)];
    const paragraph = thread[0]!.content;
    if (paragraph.kind !== 'paragraph') throw new TypeError();
    const [, tail] = splitParagraph(paragraph, 12);
    const filled = fill(thread, 4, NEVER, { block: 0, chunk: 0, tail, looseness: 0, width: null });
    expect(filled.next).toMatchObject({ block: 0, chunk: 4, tail });
  });
});
