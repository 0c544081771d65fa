// T-36, N-34: what a heading's keep left empty at a column's foot stands above its headings,
// at most two rows above one of several; lines keep their order and the foot is level.
import { describe, expect, it } from 'vitest';
import { random } from '../../../test/random';
import { head, lines, newSetter, WIDTH } from '../../../test/threads';
import { type Filled, fillFrame, THREAD_START } from './fill-frame';
import { footOf, gapOf, levelled } from './level-column';

const setter = newSetter();

/** First columns of threads of short paragraphs with a heading of two rows each so many blocks, of many heights, unmended. */
function columnsOf(headEvery: number): { readonly column: Filled; readonly rows: number }[] {
  return Array.from({ length: 120 }, (_, seed) => {
    const rows = 14 + (seed % 19);
    const roll = random(seed);
    const thread = Array.from({ length: 40 }, (__, i) => (i % headEvery === 1 ? head(2, 2) : lines(1 + roll(3))));
    return { rows, column: fillFrame(thread, THREAD_START, WIDTH, rows, { stray: 'tolerate' }, new Map(), setter) };
  });
}

/** Rows by which each fragment of the printed column stands lower than it was filled. */
const downs = (column: Filled): number[] => levelled(column).map(({ row }, i) => row - column.fragments[i]!.row);

describe.each([[2, 'many headings'], [6, 'few headings']])('a heading each %i blocks (%s)', (every) => {
  const short = columnsOf(every).filter(({ column }) => column.short > 0 && column.next !== null);

  it('all of what was left empty is given away above headings, and the foot is level, or nothing is', () => {
    expect(short.length).toBeGreaterThan(10);
    let levelledColumns = 0;
    for (const { column, rows } of short) {
      const down = downs(column);
      expect([...down].sort((a, b) => a - b)).toEqual(down);
      const last = down.at(-1)!;
      expect([0, column.short]).toContain(last);
      if (last === 0) continue;
      levelledColumns++;
      expect(footOf(column)).toBe(rows);
      const given = down.map((own, i) => own - (down[i - 1] ?? 0));
      expect(gapOf(column)).toBe(Math.max(...given));
      given.forEach((own, i) => {
        if (own > 0) expect(column.fragments[i]!.set.paragraph.style.keepWithNext).toBeGreaterThan(0);
      });
      // Three rows and more above one heading only where no other could take them.
      if (gapOf(column) > 2) for (let i = 1; i < given.length; i++) if (column.fragments[i]!.first === 0 && column.fragments[i]!.set.paragraph.style.keepWithNext > 0 && column.fragments[i - 1]!.set.paragraph.style.keepWithNext === 0) expect(given[i]).toBeGreaterThanOrEqual(2);
    }
    expect(levelledColumns).toBeGreaterThan(0);
  });
});
