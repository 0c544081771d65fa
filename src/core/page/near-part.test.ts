import { describe, expect, it } from 'vitest';
import { paragraphOf } from '../../../test/paragraphs';
import { prose, random } from '../../../test/random';
import { block, head, lines, newSetter, tableOf, textOf, threadText, WIDTH } from '../../../test/threads';
import type { Block } from '../flow/flow';
import type { ColumnGroup } from './column-group';
import { fillPiece } from './fill-piece';
import { nearPart } from './near-part';
import { Paginator } from './paginate';

const COLUMNS: readonly ColumnGroup[] = [{ columns: 4, width: WIDTH, rows: 20 }];
const long = (characters: number): Block => block(paragraphOf(prose(random(7), characters)));

describe('the part of a text that its columns can hold', () => {
  it('is the whole of one that is no many times longer, with a table or lines of anybody’s wish in it too', () => {
    for (const thread of [[lines(3), long(400)], [lines(200)], [tableOf([['a', 'b']]), long(300)]]) expect(nearPart(thread, COLUMNS)).toBeNull();
    const { content, ref } = long(60_000);
    if (content.kind !== 'paragraph') throw new TypeError('no paragraph');
    expect(nearPart([{ ref, content: { ...content, looseness: 1 } }], COLUMNS)).toBeNull();
  });

  it('is the beginning of a paragraph of many pages; with the rest it is the same text, the same paragraph', () => {
    const thread = [lines(2), long(60_000), lines(3)];
    const near = nearPart(thread, COLUMNS)!;
    expect(threadText(thread).startsWith(threadText(near.head))).toBe(true);
    expect(threadText(near.head).length).toBeLessThan(20_000);
    // Nothing of it was set: the paragraph itself goes on.
    expect(near.rejoin(near.head.slice(1))).toEqual(thread.slice(1));
    expect(near.rejoin(near.head.slice(1))[0]?.content).toBe(thread[1]?.content);
  });

  it('fills the columns with the text as it stands, and leaves the rest to the next page, page after page', () => {
    let thread: readonly Block[] = [lines(2), long(30_000), lines(3)];
    const whole = threadText(thread);
    const paginator = new Paginator(newSetter());
    let printed = '';
    for (let page = 0; page < 60 && thread.length > 0; page++) {
      const { columns, rest } = fillPiece(thread, COLUMNS, paginator);
      expect(columns.length).toBeGreaterThan(0);
      printed += textOf(columns);
      thread = rest ?? [];
    }
    expect(printed).toBe(whole);
  });

  it('of many short paragraphs it is as many as there could be rows, twice; one of many pages among them is parted too', () => {
    const many = Array.from({ length: 2000 }, (_, i) => (i % 40 === 7 ? head(2, 1, { gridLines: 2 }) : lines(1)));
    const near = nearPart(many, COLUMNS)!;
    expect(near.head).toEqual(many.slice(0, 160));
    expect(near.rejoin(near.head.slice(70))).toEqual(many.slice(70));
    const parted = nearPart([lines(1), long(60_000), ...many], COLUMNS)!;
    expect(threadText(parted.head).length).toBeLessThan(20_000);
    expect(parted.rejoin(parted.head.slice(1)).slice(1)).toEqual(many);
    let thread: readonly Block[] = many;
    const paginator = new Paginator(newSetter());
    let printed = '';
    for (let page = 0; page < 60 && thread.length > 0; page++) {
      const { columns, rest } = fillPiece(thread, COLUMNS, paginator);
      printed += textOf(columns);
      thread = rest ?? [];
    }
    expect(printed).toBe(threadText(many));
  });

  it('200,000 characters on a page cost no more than a few times 20,000', () => {
    // The best of four: somebody else may have the processor meanwhile.
    const timeOf = (characters: number): number => Math.min(...Array.from({ length: 4 }, () => {
      const thread = [long(characters)];
      const before = performance.now();
      fillPiece(thread, COLUMNS, new Paginator(newSetter()));
      return performance.now() - before;
    }));
    expect(timeOf(200_000)).toBeLessThan(6 * timeOf(20_000) + 60);
  });
});
