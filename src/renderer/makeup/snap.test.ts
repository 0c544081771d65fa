import { describe, expect, it } from 'vitest';
import type { PaperMaster } from '../../core/model/master';
import type { PagePlan, Piece } from '../../core/model/layout';
import { pieceAt, rectOf, snapped } from './snap';

/** Four columns of 10 characters of 10 pt, gaps of 1; 50 lines of 14 pt from (40, 60). */
const MASTER: PaperMaster = { kind: 'paper', id: 'p', name: '', width: 520, height: 800, em: 10, columns: 4, characters: 10, gap: 1, lines: 50, pitch: 14, firstBaseline: 8, left: 40, top: 60 };
const piece = (article: string, column: number, columns: number, row: number, rows: number): Piece => ({ article, variant: 'news', deck: { column, columns, row, rows: 4 }, body: [{ area: { column, columns, row: row + 4, rows: rows - 4 }, into: columns }], box: null, from: null, to: null });
const PLAN: PagePlan = { number: 1, mastheadRows: 0, pieces: [piece('a', 0, 2, 0, 20), piece('b', 2, 2, 0, 50)] };

describe('the lattice under the pointer', () => {
  it('an area is where its columns and lines stand', () => {
    expect(rectOf({ column: 1, columns: 2, row: 3, rows: 5 }, MASTER)).toEqual({ x: 150, y: 102, width: 210, height: 70 });
  });
  it('a drag counts in whole columns and lines, from half a step on', () => {
    expect(snapped(54, 6, MASTER)).toEqual({ columns: 0, rows: 0 });
    expect(snapped(56, 8, MASTER)).toEqual({ columns: 1, rows: 1 });
    expect(snapped(-170, -35, MASTER)).toEqual({ columns: -2, rows: -2 });
  });
  it('the block under a point; none in the open', () => {
    expect(pieceAt(PLAN, 50, 70, MASTER)?.article).toBe('a');
    expect(pieceAt(PLAN, 254, 70, MASTER)?.article).toBe('a');
    expect(pieceAt(PLAN, 256, 70, MASTER)?.article).toBe('b');
    expect(pieceAt(PLAN, 50, 60 + 21 * 14, MASTER)).toBeNull();
  });
});
