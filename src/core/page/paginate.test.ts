import { describe, expect, it } from 'vitest';
import type { Block } from '../flow/flow';
import { paragraphOf } from '../../../test/paragraphs';
import { block, head, lines, newSetter, shape, tableOf, textOf, threadText, WIDTH } from '../../../test/threads';
import { han } from '../../../test/build';
import type { Filled, FillRules } from './fill-frame';
import { Paginator, type Slot } from './paginate';

const NEVER: FillRules = { stray: 'never' };
const TOLERATE: FillRules = { stray: 'tolerate' };
const five: Slot = { width: WIDTH, rows: 5, endAtStop: 0 };

function paginate(thread: readonly Block[], slot: Slot = five, rules = NEVER, paginator = new Paginator(newSetter())): readonly Filled[] {
  return paginator.paginate(thread, () => slot, rules);
}

/** A paragraph that can give or take a line: marks to squeeze, and a last line of so many characters. */
function elastic(count: number, last: number): Block {
  const phrase = '建言，';
  const all = 8 + (count - 2) * 10 + last;
  return block(paragraphOf(phrase.repeat(Math.ceil(all / 3)).slice(0, all - 1) + '。', { punctuation: 'quanjiao' }));
}

describe('T-33: a stray is mended by the looseness of a paragraph before a line is moved over', () => {
  it('in the same frame: a paragraph before it gives a line', () => {
    // 3 lines with 3 characters on the last, squeezed by its commas to 2: the stray's line comes up.
    const thread = [elastic(3, 3), lines(3), lines(4)];
    const [first] = paginate(thread);
    expect(shape(thread, first!)).toBe('0:0-2@0 1:0-3@2');
    expect(first).toMatchObject({ short: 0, forced: null, next: { block: 2, chunk: 0 } });
  });
  it('where no paragraph can give or take a line without gaps over 0.12 em, a line goes over', () => {
    const thread = [lines(3), lines(3), lines(4)];
    const [first] = paginate(thread);
    expect(shape(thread, first!)).toBe('0:0-3@0 1:0-1@3');
  });
  it('in the frame before: it stays full itself, and the frame after it is full too', () => {
    // Frame 1 ends with block 0's five lines; frame 2 would be all of one paragraph of six lines, short by one.
    const thread = [elastic(4, 3), lines(6), lines(3), lines(5)];
    const frames = paginate(thread);
    expect(frames.slice(0, -1).map((one) => [one.short, one.forced])).toEqual(frames.slice(0, -1).map(() => [0, null]));
    expect(textOf(frames)).toBe(threadText(thread));
  });
  it('a paragraph whose looseness a hand asked for is left to the hand', () => {
    const asked = elastic(3, 3);
    const content = asked.content as Extract<typeof asked.content, { kind: 'paragraph' }>;
    const own = block({ ...content, looseness: -1 });
    const frames = paginate([own, lines(3), lines(4)]);
    expect(frames[0]!.fragments[0]!.set.lines).toHaveLength(2);
  });
});

describe('frames are remembered by what they looked at', () => {
  const texts = Array.from({ length: 40 }, (_, i) => lines(1 + (i * 7) % 6));
  it('the same thread again: every frame is the same object', () => {
    const paginator = new Paginator(newSetter());
    const before = paginate(texts, five, NEVER, paginator);
    const after = paginate(texts, five, NEVER, paginator);
    expect(after).toHaveLength(before.length);
    after.forEach((frame, i) => expect(frame).toBe(before[i]));
  });
  it('after an edit in the middle: frames before it, and those after it from where the lines fall the same again', () => {
    const paginator = new Paginator(newSetter());
    const before = paginate(texts, five, NEVER, paginator);
    const edited = texts.with(20, block(paragraphOf(threadText([texts[20]!]).slice(0, -1) + '一')));
    const after = paginate(edited, five, NEVER, paginator);
    const changed = after.filter((frame, i) => frame !== before[i]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(3);
    expect(textOf(after)).toBe(threadText(edited));
  });
  it('a paragraph more: the frames after it hold the same fragments, though every index moved', () => {
    const paginator = new Paginator(newSetter());
    const before = paginate(texts, five, NEVER, paginator);
    const at = before[3]!.next!; // a whole frame of new text before a block that begins a frame
    const begins = before.findIndex((frame, i) => i > 2 && frame.next !== null && frame.next.chunk === 0);
    const cut = before[begins]!.next!.block;
    const edited = [...texts.slice(0, cut), lines(5), ...texts.slice(cut)];
    const after = paginate(edited, five, NEVER, paginator);
    expect(at).not.toBeNull();
    const same = after.filter((frame) => before.some((old) => old.fragments === frame.fragments)).length;
    expect(same).toBeGreaterThanOrEqual(before.length - 2);
    expect(textOf(after)).toBe(threadText(edited));
  });
  it('after undo: the frames of before, object by object', () => {
    const paginator = new Paginator(newSetter());
    const before = paginate(texts, five, NEVER, paginator);
    paginate(texts.with(20, lines(4)), five, NEVER, paginator);
    expect(paginate(texts, five, NEVER, paginator).map((frame) => frame.fragments)).toEqual(before.map((frame) => frame.fragments));
  });
  it('the thread that ends is told from the thread that goes on', () => {
    const paginator = new Paginator(newSetter());
    const [a, b, c] = [lines(3), lines(2), lines(2)];
    paginate([a, b, c], five, NEVER, paginator);
    const frames = paginate([a, b], five, NEVER, paginator);
    expect(frames).toHaveLength(1);
    expect(frames[0]!.next).toBeNull();
  });
  it('blank rows before a block count at the beginning alone: a memo from there is no other place\'s', () => {
    const paginator = new Paginator(newSetter());
    const spaced = lines(2, { linesBefore: 1 });
    paginate([spaced], five, NEVER, paginator);
    const frames = paginate([lines(5), spaced], five, NEVER, paginator);
    expect(frames[1]!.fragments[0]!.row).toBe(0);
  });
  it('frames of other width, height or rules are other frames', () => {
    const paginator = new Paginator(newSetter());
    const thread = [lines(3), lines(3), lines(3)];
    const shapes = (slot: Slot, rules: FillRules): string => paginate(thread, slot, rules, paginator).map((frame) => shape(thread, frame)).join(' | ');
    expect(shapes(five, NEVER)).toBe('0:0-3@0 1:0-1@3 | 1:1-3@0 2:0-3@2');
    expect(shapes(five, TOLERATE)).toBe('0:0-3@0 1:0-2@3 | 1:2-3@0 2:0-3@1');
    expect(shapes({ ...five, rows: 9 }, NEVER)).toBe('0:0-3@0 1:0-3@3 2:0-3@6');
    expect(shapes({ ...five, width: 200 }, NEVER)).toBe('0:0-2@0 1:0-2@2 | 2:0-2@0');
    expect(shapes(five, NEVER)).toBe('0:0-3@0 1:0-1@3 | 1:1-3@0 2:0-3@2');
  });
});

describe('frames of different widths', () => {
  it.each([[100, 160], [160, 100], [130, 70]])('a paragraph that crosses from %d pt to %d pt is broken anew, and keeps every character', (first, second) => {
    const thread = [block(paragraphOf(han(300)))];
    const frames = new Paginator(newSetter()).paginate(thread, (k) => ({ width: k % 2 === 0 ? first : second, rows: 4, endAtStop: 0 }), NEVER);
    expect(textOf(frames)).toBe(threadText(thread));
    for (const [k, frame] of frames.entries()) {
      for (const { set, first: from, end } of frame.fragments) {
        for (const line of set.lines.slice(from, end)) expect(line.right).toBeLessThanOrEqual((k % 2 === 0 ? first : second) + 0.01);
      }
    }
  });
  it('what crosses begins flush: it is no new paragraph', () => {
    const thread = [block(paragraphOf(han(100)))];
    const frames = new Paginator(newSetter()).paginate(thread, (k) => ({ width: k === 0 ? 100 : 150, rows: 4, endAtStop: 0 }), NEVER);
    const [crossing] = frames[1]!.fragments;
    expect(crossing!.set.x[crossing!.set.lines[crossing!.first]!.first]).toBe(0);
  });
});

describe('hostile threads end and lose nothing', () => {
  const cases: readonly (readonly [string, readonly Block[], number])[] = [
    ['nothing', [], 5],
    ['only headings', Array.from({ length: 30 }, () => head()), 5],
    ['5,000 paragraphs of one character', Array.from({ length: 5000 }, (_, i) => block(paragraphOf(String.fromCharCode(0x4e00 + i)))), 22],
    ['a paragraph longer than ten pages', [block(paragraphOf(han(3000)))], 22],
    ['a table longer than three pages', [tableOf(Array.from({ length: 80 }, (_, i) => [`${i}`, '甲乙丙'])), lines(3)], 22],
    ['a table wider than the frame', [tableOf([Array.from({ length: 30 }, (_, i) => `第${i}栏的文字`)]), lines(2)], 5],
    ['a frame of one row', [head(), lines(3), head(2), lines(2), tableOf([['甲'], ['乙']]), lines(1)], 1],
  ];
  it.each(cases)('%s', (_, thread, rows) => {
    for (const rules of [NEVER, TOLERATE]) {
      const frames = paginate(thread, { ...five, rows }, rules);
      expect(textOf(frames)).toBe(threadText(thread));
    }
  });
  it('where there are no more frames, the rest is in the last one\'s cursor', () => {
    const thread = [lines(9)];
    const frames = new Paginator(newSetter()).paginate(thread, (k) => (k < 1 ? five : null), TOLERATE);
    expect(frames).toHaveLength(1);
    expect(frames[0]!.next).toMatchObject({ block: 0, chunk: 5 });
  });
});
