import { describe, expect, it } from 'vitest';
import type { PaperMaster } from '../../core/model/master';
import type { PagePlan, Piece } from '../../core/model/layout';
import { areaUnder, landingOf, pieceAt, pulledArea, rectOf, snapped, swapUnder } from './snap';

/** Four columns of 10 characters of 10 pt, gaps of 1; 50 lines of 14 pt from (40, 60). */
const MASTER: PaperMaster = { kind: 'paper', id: 'p', name: '', width: 520, height: 800, em: 10, columns: 4, characters: 10, gap: 1, lines: 50, pitch: 14, firstBaseline: 8, left: 40, top: 60 };
const piece = (article: string, column: number, columns: number, row: number, rows: number): Piece => ({ article, variant: 'news', deck: { column, columns, row, rows: 4 }, body: [{ area: { column, columns, row: row + 4, rows: rows - 4 }, into: columns }], box: null, from: null, to: null });
const PLAN: PagePlan = { number: 1, mastheadRows: 0, pieces: [piece('a', 0, 2, 0, 20), piece('b', 2, 2, 0, 50)] };

describe('the lattice under the pointer', () => {
  it('an area is where its columns and lines stand', () => {
    expect(rectOf({ column: 1, columns: 2, row: 3, rows: 5 }, MASTER)).toEqual({ x: 150, y: 102, width: 210, height: 70 });
  });
  it('a place of the page is the area that it was drawn from; a line of text, that of its columns and row', () => {
    for (const area of [{ column: 1, columns: 2, row: 3, rows: 5 }, { column: 0, columns: 4, row: 0, rows: 1 }, { column: 3, columns: 1, row: 49, rows: 1 }]) expect(areaUnder(rectOf(area, MASTER), MASTER)).toEqual(area);
    // Indented by two, the letters lower than the line.
    expect(areaUnder({ x: 150 + 20, y: 102 + 3, width: 80, height: 10 }, MASTER)).toEqual({ column: 1, columns: 1, row: 3, rows: 1 });
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
  it('a dragged block lands on whole columns and lines, over others too, and never beyond the page', () => {
    const [a] = PLAN.pieces as [Piece];
    expect(landingOf(a, { columns: 1, rows: 7 }, PLAN, MASTER)).toEqual({ column: 1, columns: 2, row: 7, rows: 20 });
    expect(landingOf(a, { columns: 9, rows: 90 }, PLAN, MASTER)).toEqual({ column: 2, columns: 2, row: 30, rows: 20 });
    expect(landingOf(a, { columns: -4, rows: -9 }, { mastheadRows: 0 }, MASTER)).toEqual({ column: 0, columns: 2, row: 0, rows: 20 });
    expect(landingOf({ ...a, deck: { ...a.deck!, row: 10 }, body: [{ area: { column: 0, columns: 2, row: 14, rows: 16 }, into: 2 }] }, { columns: 0, rows: -9 }, { mastheadRows: 8 }, MASTER).row).toBe(8);
  });
  it('an edge under the hand stops at the page’s, and a column or a line short of the other one', () => {
    const bounds = { column: 1, columns: 2, row: 10, rows: 20 };
    const still = { left: 0, right: 0, top: 0, bottom: 0 };
    expect(pulledArea(bounds, { ...still, right: 1, bottom: 5 }, PLAN, MASTER)).toEqual({ column: 1, columns: 3, row: 10, rows: 25 });
    expect(pulledArea(bounds, { ...still, left: 3, top: 30 }, { mastheadRows: 6 }, MASTER)).toEqual({ column: 0, columns: 3, row: 6, rows: 24 });
    expect(pulledArea(bounds, { ...still, right: -7, bottom: -70 }, PLAN, MASTER)).toEqual({ column: 1, columns: 1, row: 10, rows: 1 });
  });
  it('it changes places only with a block of similar size, in whose middle it is dropped, neither of them pinned', () => {
    const plan: PagePlan = { ...PLAN, pieces: [piece('a', 0, 2, 0, 20), piece('b', 2, 2, 0, 25), piece('c', 0, 4, 26, 24)] };
    const middle = [40 + 3 * 110, 60 + 12.5 * 14] as const;
    expect(swapUnder(plan, 'a', ...middle, MASTER)?.article).toBe('b');
    // At its edge, on a block twice as large, on itself.
    expect(swapUnder(plan, 'a', middle[0], 60 + 2 * 14, MASTER)).toBeNull();
    expect(swapUnder(plan, 'a', 40 + 2 * 110, 60 + 38 * 14, MASTER)).toBeNull();
    expect(swapUnder(plan, 'b', ...middle, MASTER)).toBeNull();
    const pinned = { ...plan, pieces: plan.pieces.map((one) => (one.article === 'b' ? { ...one, pinned: true as const } : one)) };
    expect(swapUnder(pinned, 'a', ...middle, MASTER)).toBeNull();
  });
});
