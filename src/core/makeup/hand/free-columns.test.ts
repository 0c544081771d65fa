import { expect, it } from 'vitest';
import type { Area, PagePlan, Piece } from '../../model/layout';
import { freeColumns } from './free-columns';

const box = (article: string, column: number, columns: number, row: number, rows: number): Piece => ({ article, variant: 'box', deck: null, body: [], box: { area: { column, columns, row, rows } satisfies Area, into: columns }, from: null, to: null });
const own = box('own', 3, 2, 20, 30);
const free = (...others: readonly Piece[]): { readonly left: number; readonly right: number } => freeColumns({ number: 1, mastheadRows: 12, pieces: [...others, own] } satisfies PagePlan, own, 8);

it('columns over the whole height of the block, as far as the next block or the side of the page', () => {
  expect(free()).toEqual({ left: 3, right: 3 });
  expect(free(box('a', 0, 1, 12, 60), box('b', 5, 3, 12, 60))).toEqual({ left: 2, right: 0 });
  // What stands above it, or below, is in nobody's way; what reaches one of its rows is.
  expect(free(box('a', 0, 8, 12, 8), box('b', 0, 8, 50, 10))).toEqual({ left: 3, right: 3 });
  expect(free(box('a', 6, 1, 49, 10))).toEqual({ left: 3, right: 1 });
});
