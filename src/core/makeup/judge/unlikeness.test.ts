// How far a make-up is another choice: mirrored hardly, with its lead elsewhere most. Pieces by hand on eight columns.
import { describe, expect, it } from 'vitest';
import type { Layout, Piece } from '../../model/layout';
import { unlikeness } from './unlikeness';

const piece = (article: string, column: number, columns: number, row: number, rows: number): Piece =>
  ({ article, variant: 'news', deck: { column, columns, row, rows: 4 }, body: [{ area: { column, columns, row: row + 4, rows: rows - 4 }, into: columns }], box: null, from: null, to: null });
const layout = (...pieces: Piece[]): Layout => ({ pages: [{ number: 1, mastheadRows: 0, pieces }] });
const day = [piece('lead', 0, 5, 0, 40), piece('report', 0, 8, 41, 60), piece('one', 5, 3, 0, 19), piece('two', 5, 3, 20, 20)];
const from = (other: Layout): number => unlikeness(layout(...day), other, 'lead', 8);

describe('two make-ups', () => {
  it('the same are no choice', () => {
    expect(from(layout(...day))).toBe(0);
  });
  it('mirrored are hardly one: less than two briefs exchanged', () => {
    const mirrored = from(layout(piece('lead', 3, 5, 0, 40), piece('report', 0, 8, 41, 60), piece('one', 0, 3, 0, 19), piece('two', 0, 3, 20, 20)));
    const exchanged = from(layout(day[0]!, day[1]!, piece('one', 5, 3, 21, 19), piece('two', 5, 3, 0, 20)));
    expect(mirrored).toBeGreaterThan(0);
    expect(mirrored).toBeLessThan(1);
    expect(exchanged).toBe(2);
  });
  it('the lead, or the largest article, in another place or width is more than two briefs exchanged', () => {
    expect(from(layout(piece('lead', 0, 8, 0, 30), ...day.slice(1)))).toBe(3);
    expect(from(layout(day[0]!, piece('report', 0, 5, 41, 60), ...day.slice(2)))).toBe(3);
  });
  it('an article on another page, or in one of them alone, is elsewhere', () => {
    expect(from({ pages: [{ number: 1, mastheadRows: 0, pieces: day.slice(0, 3) }, { number: 2, mastheadRows: 0, pieces: [day[3]!] }] })).toBe(1);
    expect(from(layout(...day.slice(0, 3)))).toBe(1);
  });
});
