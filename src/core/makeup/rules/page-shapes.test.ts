// What a layout editor circles: strips, a leg that is much longer than those beside it, a text
// round corners, a page that opens without a headline, a headline that reads as a sub-title.
import { describe, expect, it } from 'vitest';
import type { Area, Broken, Piece } from '../../model/layout';
import { pageShape, pieceShape } from './page-shapes';

const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const text = (column: number, columns: number, row: number, rows: number): Broken => ({ area: area(column, columns, row, rows), into: columns });
const piece = (article: string, deck: Area | null, ...body: readonly Broken[]): Piece => ({ article, variant: 'news', deck, body, box: null, from: null, to: null });

describe('the shape of a piece', () => {
  it('a rectangle under its headline has no bend, with one step of the remainder one', () => {
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 6, 8, 12)))).toEqual({ thin: 0, isLong: false, bends: 0 });
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 4, 8, 12), text(4, 2, 8, 8)))).toEqual({ thin: 0, isLong: false, bends: 1 });
  });

  it('a row up or down is level to the eye', () => {
    expect(pieceShape(piece('a', null, text(0, 3, 0, 12), text(3, 3, 0, 13))).bends).toBe(0);
  });

  it('a continuation round a box: up and down at its foot, down at its top', () => {
    expect(pieceShape(piece('a', null, text(0, 2, 0, 60), text(2, 3, 0, 20), text(5, 3, 30, 30))).bends).toBe(3);
  });

  it('columns of another article between its own are two bends', () => {
    expect(pieceShape(piece('a', null, text(0, 2, 0, 20), text(4, 2, 0, 20))).bends).toBe(2);
  });

  it('a strip of three rows falls two short of a leg, whether it is all or part of the text', () => {
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 6, 8, 3))).thin).toBe(2);
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 2, 8, 30), text(2, 4, 8, 3))).thin).toBe(2);
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 6, 8, 5))).thin).toBe(0);
  });

  it('one leg down the page beside short ones is too long, two legs are a text with a step', () => {
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 1, 8, 60), text(1, 5, 8, 14))).isLong).toBe(true);
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 2, 8, 60), text(2, 4, 8, 14))).isLong).toBe(false);
    expect(pieceShape(piece('a', area(0, 6, 0, 8), text(0, 1, 8, 41), text(1, 5, 8, 14))).isLong).toBe(false);
  });

  it('a box is a rectangle whatever is in it', () => {
    expect(pieceShape({ ...piece('a', null), box: text(0, 4, 0, 3) })).toEqual({ thin: 0, isLong: false, bends: 0 });
  });
});

describe('the shape of a page', () => {
  const story = piece('story', area(0, 4, 20, 8), text(0, 4, 28, 10));

  it('a text without a headline above the largest one opens the page', () => {
    const rest = piece('rest', null, text(0, 8, 0, 18));
    expect(pageShape({ pieces: [story, rest] }).opens).toEqual({ piece: rest, over: story, isAbove: true });
    expect(pageShape({ pieces: [story, { ...rest, box: text(0, 8, 0, 18), body: [] }] }).opens).toBeNull();
  });

  it('at its left it is less, at its right or below it none', () => {
    const head = piece('story', area(4, 4, 0, 8), text(4, 4, 8, 10));
    expect(pageShape({ pieces: [head, piece('rest', null, text(0, 4, 0, 18))] }).opens?.isAbove).toBe(false);
    expect(pageShape({ pieces: [story, piece('rest', null, text(4, 4, 20, 18))] }).opens).toBeNull();
    expect(pageShape({ pieces: [story, piece('rest', null, text(0, 8, 39, 18))] }).opens).toBeNull();
  });

  it('above a smaller headline it opens nothing', () => {
    const largest = piece('lead', area(0, 8, 0, 12), text(0, 8, 12, 8));
    expect(pageShape({ pieces: [largest, piece('rest', null, text(0, 4, 21, 8)), piece('brief', area(0, 2, 30, 4), text(0, 2, 34, 8))] }).opens).toBeNull();
  });

  it('a headline right under the block of another one reads as its sub-title', () => {
    const lead = piece('lead', area(0, 6, 0, 12), text(0, 3, 12, 30));
    const brief = piece('brief', area(3, 3, 12, 6), text(3, 3, 18, 8));
    expect(pageShape({ pieces: [lead, brief] }).under).toEqual([{ piece: brief, over: lead }]);
    expect(pageShape({ pieces: [{ ...lead, body: [text(0, 6, 12, 5)] }, { ...brief, deck: area(3, 3, 18, 6) }] }).under).toEqual([]);
    expect(pageShape({ pieces: [{ ...lead, deck: area(0, 3, 0, 12) }, brief] }).under).toEqual([]);
  });
});
