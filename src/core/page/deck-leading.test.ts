import { describe, expect, it } from 'vitest';
import { paragraphOf } from '../../../test/paragraphs';
import { block, newSetter } from '../../../test/threads';
import { ledDeck } from './deck-leading';
import { lineRows } from './deck-size';
import { fillFrame, THREAD_START } from './fill-frame';
import { baselineOf, paceOf } from './frame';

const PITCH = 11.25;

/** A title of so many lines of ten characters in `size` pt, three rows of the grid each. */
function deck(size: number, lines: number) {
  const title = block(paragraphOf('开'.repeat(10 * lines), { name: 'newsTitle', align: 'center', indent: 0, gridLines: 3, text: { role: 'hei', latin: 'body', size, embolden: 0, rise: 0 } }));
  return fillFrame([title], THREAD_START, 10 * size, 100, { stray: 'tolerate' }, new Map(), newSetter());
}

function baselines(filled: ReturnType<typeof deck>): number[] {
  const grid = { pitch: PITCH, firstBaseline: 7.92, em: 9 };
  return filled.fragments.flatMap((fragment) => Array.from({ length: fragment.end - fragment.first }, (_, i) => baselineOf(grid, fragment.row + i * paceOf(fragment), paceOf(fragment), fragment.set.paragraph.style.text.size)));
}

describe('N-11: a title’s lines have their own leading, what is left of its rows stands above and below', () => {
  it('two lines of 21 pt are 27.3 pt apart, not three rows, in the middle of the six rows that they had', () => {
    const [whole, led] = [deck(21, 2), ledDeck(deck(21, 2), PITCH)];
    const [first, second] = baselines(led);
    expect(second! - first!).toBeCloseTo(1.3 * 21, 5);
    expect(led.used).toBe(whole.used);
    expect(first! + second!).toBeCloseTo(baselines(whole).reduce((sum, y) => sum + y, 0), 5);
    // What a fold is looked for in is where they are printed.
    const [above, below] = lineRows(led, 0, PITCH);
    expect(below!.from - above!.from).toBeCloseTo((1.3 * 21) / PITCH, 5);
  });
  it('one line, and lines that fill their rows, stand as they did; the same object each time', () => {
    for (const filled of [deck(21, 1), deck(28, 2)]) expect(ledDeck(filled, PITCH).fragments).toEqual(filled.fragments);
    const filled = deck(18, 2);
    expect(ledDeck(filled, PITCH)).toBe(ledDeck(filled, PITCH));
  });
});
