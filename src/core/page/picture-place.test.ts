import { describe, expect, it } from 'vitest';
import { paragraphOf } from '../../../test/paragraphs';
import { block, newSetter } from '../../../test/threads';
import type { Block } from '../flow/flow';
import type { ColumnGroup } from './column-group';
import { fillPiece } from './fill-piece';
import { Paginator } from './paginate';
import { asWhole, fillPictured, picturePlace, type PictureShape } from './picture-place';

const EM = 9;
const paginator = new Paginator(newSetter());
const fill = (thread: readonly Block[], groups: readonly ColumnGroup[]) => fillPiece(thread, groups, paginator);
/** Lines of ten characters, one paragraph each. */
const lines = (count: number): Block[] => Array.from({ length: count }, () => block(paragraphOf('一二三四五六七八九。', { align: 'justify', indent: 0, text: { role: 'song', latin: 'body', size: EM, embolden: 0, rise: 0 } })));
const group = (columns: number, rows: number): ColumnGroup => ({ columns, width: 10 * EM, rows });
/** A picture as high as it is told, over so many columns. */
const shape = (columns: number, rows: number): PictureShape => ({ columns, rowsOver: () => rows, widthOf: (_, wide) => wide * 10 * EM });

describe('where a picture stands', () => {
  it('in the first group that has the columns and rows; in fewer columns where none has', () => {
    expect(picturePlace([group(1, 40), group(3, 40)], shape(2, 10))).toEqual({ group: 1, columns: 2, rows: 10 });
    expect(picturePlace([group(1, 40)], shape(2, 10))).toEqual({ group: 0, columns: 1, rows: 10 });
    expect(picturePlace([group(3, 8)], shape(2, 10))).toBeNull();
  });
});

describe('text around it', () => {
  it('goes down the left columns, then on below, and all end level', () => {
    const place = picturePlace([group(4, 100)], shape(2, 10))!;
    const piece = fillPictured(lines(40), [group(4, 100)], place, fill);
    // 40 lines and 2 × 10 of the picture in four columns: 15 rows.
    expect(piece.rows).toEqual([15]);
    expect(piece.filled.columns.map(({ used }) => used)).toEqual([15, 15, 5, 5]);
    expect(piece.slots.map(({ column, down }) => [column, down])).toEqual([[0, 0], [1, 0], [2, 10], [3, 10]]);
    expect(asWhole(piece).columns.map(({ used }) => used)).toEqual([15, 15, 15, 15]);
  });
  it('a few lines below it have the rows that they were given room by, so that they are there when it is set in these rows', () => {
    const place = picturePlace([group(2, 100)], shape(2, 10))!;
    const measured = fillPictured(lines(2), [group(2, 100)], place, fill);
    expect(measured.rows).toEqual([14]);
    const set = fillPictured(lines(2), [group(2, 14)], picturePlace([group(2, 14)], shape(2, 10))!, fill);
    expect(set.filled.rest).toBeNull();
    expect(set.rows).toEqual(measured.rows);
  });
  it('at the left begins below it, at the foot ends a blank row above it; over all columns it is right under the headline', () => {
    const around = (corner: 'left' | 'foot' | undefined, wide: number) => {
      const groups = [group(4, 100)];
      return fillPictured(lines(40), groups, picturePlace(groups, { ...shape(wide, 10), ...(corner === undefined ? {} : { corner }) })!, fill);
    };
    const left = around('left', 2);
    expect([left.rows, left.slots.map(({ column, down, under }) => [column, down, under]), left.picture]).toEqual([[15], [[0, 10, 0], [1, 10, 0], [2, 0, 0], [3, 0, 0]], { column: 0, down: 0 }]);
    expect(left.filled.columns.map(({ used }) => used)).toEqual([5, 5, 15, 15]);
    const foot = around('foot', 2);
    expect([foot.rows, foot.slots.map(({ column, down, under }) => [column, down, under]), foot.picture]).toEqual([[15], [[0, 0, 0], [1, 0, 0], [2, 0, 10], [3, 0, 10]], { column: 2, down: 6 }]);
    expect(asWhole(foot).columns.map(({ used }) => used)).toEqual([15, 15, 15, 15]);
    expect([around(undefined, 4).picture, around(undefined, 4).rows, around('foot', 4).picture, around('foot', 4).rows]).toEqual([{ column: 0, down: 0 }, [20], { column: 0, down: 11 }, [20]]);
  });
  it('at a spot it runs down each column over it and under it, with a blank row between, and all end level', () => {
    const groups = [group(4, 100)];
    const at = (column: number, row: number, count = 60) => fillPictured(lines(count), groups, picturePlace(groups, { ...shape(2, 8), spot: { column, row } })!, fill);
    // 60 lines, 2 × 8 of the picture and a blank row over it in two columns: 20 rows less two lines.
    const piece = at(1, 6);
    expect(piece.picture).toEqual({ column: 1, down: 6 });
    expect(piece.rows).toEqual([20]);
    expect(piece.slots.map(({ column, down, under }) => [column, down, under])).toEqual([[0, 0, 0], [1, 0, 15], [1, 14, 0], [2, 0, 15], [2, 14, 0], [3, 0, 0]]);
    expect(piece.filled.columns.map(({ used }) => used)).toEqual([20, 5, 6, 5, 6, 18]);
    expect(asWhole(piece).columns.reduce((sum, { used }) => sum + used, 0)).toBe(78);
    // The same in these rows.
    const again = fillPictured(lines(60), [group(4, 20)], picturePlace([group(4, 20)], { ...shape(2, 8), spot: { column: 1, row: 6 } })!, fill);
    expect([again.rows, again.picture, again.filled.rest]).toEqual([[20], { column: 1, down: 6 }, null]);
  });
  it('a spot too near to the top or the foot for lines to be read is there itself; one beyond the columns is in the last ones', () => {
    const groups = [group(3, 30)];
    const at = (column: number, row: number) => fillPictured(lines(60), groups, picturePlace(groups, { ...shape(1, 8), spot: { column, row } })!, fill);
    expect([at(1, 3).picture, at(1, 3).slots.map(({ column, down }) => [column, down])]).toEqual([{ column: 1, down: 0 }, [[0, 0], [1, 8], [2, 0]]]);
    const low = at(1, 29);
    // A blank row above it.
    expect([low.picture.column, low.picture.down]).toEqual([1, low.rows[0]! - 8 + 1]);
    expect(at(9, 6).picture.column).toBe(2);
    expect(picturePlace([group(2, 30), group(3, 20)], { ...shape(2, 8), spot: { column: 3, row: 6 } })).toEqual({ group: 1, columns: 2, rows: 8, spot: { column: 1, row: 6 } });
  });
  it('that goes on elsewhere fills all of them', () => {
    const groups = [group(2, 20), group(1, 20)];
    const piece = fillPictured(lines(80), groups, picturePlace(groups, shape(1, 10))!, fill);
    expect(piece.filled.rest).not.toBeNull();
    expect(piece.rows[0]).toBe(20);
  });
});
