import { expect, it } from 'vitest';
import { packageOf } from '../../../../test/build';
import { shipped } from '../../../../test/build-edition';
import type { Piece } from '../../model/layout';
import { readPackage, writePackage } from '../../model/package-file';
import { columnLeft, rowTop } from '../../page/paper-grid';
import { movedSpot, spotOf, spotStep, textColumns } from './picture-spot';

const { master: sheet } = shipped('N8', [], {});
if (sheet.kind !== 'paper') throw new Error('no paper');
const master = sheet;
const PIECE: Piece = { article: 'a', variant: 'news', deck: { column: 1, columns: 5, row: 10, rows: 5 }, body: [{ area: { column: 1, columns: 2, row: 15, rows: 40 }, into: 2 }, { area: { column: 3, columns: 3, row: 15, rows: 40 }, into: 2 }], box: null, from: null, to: null };
const picture = { asset: 'p', caption: '', width: 3, height: 2, columns: null };
const at = (column: number, row: number) => ({ page: 1, article: 'a', rect: { x: columnLeft(master, column), y: rowTop(master, row), width: 100, height: 80 } });

it('where a picture is printed is told in columns of text and lines of its block, over all its areas', () => {
  expect(textColumns(PIECE)).toBe(4);
  expect(spotOf(at(2, 24), PIECE, picture, master)).toEqual({ column: 1, row: 9 });
  expect(spotOf(at(3, 15), PIECE, picture, master)).toEqual({ column: 2, row: 0 });
  expect(spotStep(PIECE, master).y).toBe(master.pitch);
  // Of a box the spot that is kept, or the corner that it stands in.
  const box: Piece = { ...PIECE, deck: null, body: [], box: { area: { column: 1, columns: 5, row: 10, rows: 45 }, into: 3 } };
  expect(spotOf(at(2, 24), box, { ...picture, place: { column: 1, row: 7 } }, master)).toEqual({ column: 1, row: 7 });
  expect(spotOf(at(2, 24), box, { ...picture, place: 'left' }, master)).toEqual({ column: 0, row: 0 });
});

it('moved, it stays in its block', () => {
  expect(movedSpot({ column: 1, row: 9 }, 1, -3, PIECE, 8)).toEqual({ column: 2, row: 6 });
  expect(movedSpot({ column: 1, row: 9 }, -5, -30, PIECE, 8)).toEqual({ column: 0, row: 0 });
  // No lower than it is high, in the area that it comes to.
  expect(movedSpot({ column: 1, row: 9 }, 9, 99, PIECE, 8)).toEqual({ column: 3, row: 32 });
  expect(movedSpot({ column: 0, row: 30 }, 2, 0, { ...PIECE, body: [PIECE.body[0]!, { area: { column: 3, columns: 3, row: 15, rows: 20 }, into: 2 }] }, 8)).toEqual({ column: 2, row: 12 });
});

it('a spot is kept in the file', () => {
  const pkg = { ...packageOf([]), pictures: { a: { ...picture, place: { column: 1, row: 8 } } } };
  expect(readPackage(writePackage(pkg, null)).pkg.pictures).toEqual(pkg.pictures);
});
