import { describe, expect, it } from 'vitest';
import { han } from '../../../test/build';
import { paragraphOf, SONG } from '../../../test/paragraphs';
import { block, lines, newSetter, shape, WIDTH } from '../../../test/threads';
import type { Block, ParagraphStyle } from '../flow/flow';
import { layoutBlock } from './block-layout';
import { fillFrame, THREAD_START } from './fill-frame';
import { baselineOf, paceOf } from './frame';
import { fillPiece } from './fill-piece';
import { footOf } from './level-column';
import { Paginator } from './paginate';

// A newspaper's rows: 9 pt on 11.25.
const GRID = { pitch: 11.25, firstBaseline: 7.92, em: 9 };

/** 一、…: 13 pt hei in two rows, or as `style` says. */
function levelHead(text: string, size = 13, style: Partial<ParagraphStyle> = {}): Block {
  return block(paragraphOf(text, { name: 'heading1', text: { ...SONG, role: 'hei', size }, align: 'center', indent: 0, title: true, gridLines: 2, keepWithNext: 2, ...style }));
}

function heightOf(one: Block, width: number): number {
  return layoutBlock(one, one.content, width, null, newSetter()).heights.reduce((sum, height) => sum + height, 0);
}

/** Baselines of the lines of fragment `at`, pt from the frame's top. */
function baselines(thread: readonly Block[], width: number, at: number): number[] {
  const fragment = fillFrame(thread, THREAD_START, width, 40, { stray: 'tolerate' }, new Map(), newSetter()).fragments[at]!;
  const pace = paceOf(fragment);
  return Array.from({ length: fragment.end - fragment.first }, (_, i) => baselineOf(GRID, fragment.row + i * pace, pace, fragment.set.paragraph.style.text.size));
}

describe('N-21: a level head of two lines is one head', () => {
  it('takes two rows in one line, three in two, five in three', () => {
    expect([1, 2, 3].map((count) => heightOf(levelHead(han(9 * count)), 9 * 13))).toEqual([2, 3, 5]);
    // 部分 heads of 16 pt, three rows each.
    expect([1, 2, 3].map((count) => heightOf(levelHead(han(7 * count), 16, { name: 'heading0', gridLines: 3 }), 7 * 16))).toEqual([3, 4, 6]);
  });
  it('its lines stand 1.3 em apart, in the middle of its rows, and the text below on the grid', () => {
    const thread = [lines(2, { text: { ...SONG, size: 9 } }), levelHead(han(18)), lines(2, { text: { ...SONG, size: 9 } })];
    const [first, second] = baselines(thread, 117, 1) as [number, number];
    expect((second - first) / 13).toBeCloseTo(1.3, 2);
    // Rows 2 to 4, by the middle of the em box (0.38 em above the baseline): as far from the text above as from that below.
    const above = baselines(thread, 117, 0).at(-1)!;
    const below = baselines(thread, 117, 2)[0]!;
    const middle = (y: number, size: number): number => y - 0.38 * size;
    expect(middle(first, 13) - middle(above, 9)).toBeCloseTo(middle(below, 9) - middle(second, 13), 5);
    expect((below - above) / GRID.pitch).toBeCloseTo(4, 5);
  });
  it('breaks by its meaning (二、提案工作的｜主要做法和成效)', () => {
    const layout = layoutBlock(levelHead('二、提案工作的主要做法和成效'), levelHead('二、提案工作的主要做法和成效').content, 117, null, newSetter());
    const { set } = layout.place(0, 2, 0, false)[0]!;
    expect(set.lines.map(({ from, to }) => set.paragraph.text.slice(from, to))).toEqual(['二、提案工作的', '主要做法和成效']);
  });
  it('stands in one line a size smaller where that does it, and only there', () => {
    const inWidth = (text: string, width: number): [size: number, lines: number] => {
      const { set } = layoutBlock(levelHead(text), levelHead(text).content, width, null, newSetter()).place(0, 1, 0, false)[0]!;
      return [set.paragraph.style.text.size, set.lines.length];
    };
    expect(inWidth(han(13), 13 * 13)).toEqual([13, 1]);
    expect(inWidth(han(14), 13 * 13)).toEqual([12, 1]);
    expect(inWidth(han(15), 13 * 13)).toEqual([13, 2]);
    // Lines that a writer parted stay as they are.
    expect(inWidth('一、提案\n的情况', 117)).toEqual([13, 2]);
  });
  it('the same paragraph each time, so that what is remembered of it stands', () => {
    const [one, setter] = [levelHead(han(14)), newSetter()];
    const set = (): unknown => layoutBlock(one, one.content, 13 * 13, null, setter).place(0, 1, 0, false)[0]!.set;
    expect(set()).toBe(set());
  });
  it('a column is as high as its rows: a head of two lines takes one row more than one of one', () => {
    const thread = [lines(10), levelHead(han(18), 10, { text: { ...SONG, size: 10 } }), lines(7)];
    const { rows, columns } = fillPiece(thread, [{ columns: 2, width: WIDTH, rows: 30 }], new Paginator(newSetter()));
    expect(rows).toEqual([10]);
    expect(columns.map((column) => shape(thread, column))).toEqual(['0:0-10@0', '1:0-2@0 2:0-7@3']);
    expect(columns.map(footOf)).toEqual([10, 10]);
  });
});
