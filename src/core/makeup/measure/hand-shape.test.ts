// Text columns around what is put into them, worked out by head.
import { expect, it } from 'vitest';
import { shipped } from '../../../../test/build-edition';
import type { Area, Broken } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { joined, yielded } from './hand-shape';

const master = shipped('N8', []).master as PaperMaster;
const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const run = (column: number, columns: number, row: number, rows: number, into = columns): Broken => ({ area: area(column, columns, row, rows), into });
const WIDE = [run(0, 8, 10, 40)];

it('what is put in the middle of columns has the text above it and below it, each column read down past it', () => {
  expect(yielded(WIDE, [area(3, 2, 20, 10)], master)).toEqual([run(0, 3, 10, 40), run(3, 1, 10, 10), run(3, 1, 30, 20), run(4, 1, 10, 10), run(4, 1, 30, 20), run(5, 3, 10, 40)]);
});

it('in other columns than the page’s own those above are read before those below', () => {
  // 八破四: 27 characters, as two columns together have.
  expect(yielded([run(0, 8, 10, 40, 4)], [area(2, 4, 20, 10)], master)).toEqual([run(0, 2, 10, 40, 1), run(2, 4, 10, 10, 2), run(2, 4, 30, 20, 2), run(6, 2, 10, 40, 1)]);
});

it('at the head, at the foot, or where fewer than three rows stay, the column is what is left of it', () => {
  expect(yielded(WIDE, [area(0, 2, 5, 15)], master)).toEqual([run(0, 2, 20, 30), run(2, 6, 10, 40)]);
  expect(yielded(WIDE, [area(6, 2, 40, 10)], master)).toEqual([run(0, 6, 10, 40), run(6, 2, 10, 30)]);
  expect(yielded(WIDE, [area(6, 2, 12, 10)], master)).toEqual([run(0, 6, 10, 40), run(6, 2, 22, 28)]);
  expect(yielded(WIDE, [area(0, 8, 0, 60)], master)).toEqual([]);
  expect(yielded(WIDE, [area(0, 8, 51, 9)], master)).toEqual(WIDE);
});

it('columns that meet again are one: below each other, and side by side where they are the page’s own', () => {
  expect(joined([run(0, 3, 10, 40), run(3, 1, 10, 10), run(3, 1, 20, 30), run(4, 1, 10, 10), run(4, 1, 20, 30), run(5, 3, 10, 40)])).toEqual(WIDE);
  const apart = [run(0, 2, 10, 40), run(2, 2, 12, 38), run(4, 2, 10, 40, 1), run(6, 2, 10, 40, 1)];
  expect(joined(apart)).toEqual(apart);
});
