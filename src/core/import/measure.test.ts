// Texts that are wrapped at a measure and texts that are not.
import { describe, expect, it } from 'vitest';
import { isFullLine, measureOf, type LineWidth } from './measure';

const line = (width: number, open = true, count = width): LineWidth => ({ width, count, open });
const lines = (...widths: number[]): LineWidth[] => widths.map((width) => line(width));

describe('the measure of hard-wrapped text, in half ems', () => {
  it.each<[string, LineWidth[], number | null]>([
    ['lines of one width', lines(56, 56, 56, 30, 56, 56, 56, 56, 12), 56],
    ['marks hang over or went down', lines(56, 58, 54, 56, 20, 56, 57, 56, 55, 56), 56],
    ['whole paragraphs', lines(400, 620, 180, 90, 700, 333, 512), null],
    ['paragraphs among wrapped lines', lines(56, 56, 56, 56, 56, 56, 56, 56, 400, 500, 620), null],
    ['too few lines to tell', lines(56, 56, 56), null],
    ['a list of short sentences', Array.from({ length: 12 }, () => line(40, false)), null],
    ['lines of names', lines(6, 8, 6, 6, 8, 6, 8, 6), null],
  ])('%s', (_name, given, value) => { expect(measureOf(given)?.value ?? null).toBe(value); });

  it('a text broken by the count of its characters has its measure in characters', () => {
    const counted = [60, 52, 57, 44, 60, 49, 58, 53, 60, 47].map((width) => line(width, true, 60));
    expect(measureOf(counted)).toEqual({ by: 'count', value: 60 });
  });

  it('a full line ends at the measure; a paragraph’s last line does not', () => {
    const measure = { by: 'width', value: 56 } as const;
    expect([50, 52, 56, 62, 64].map((width) => isFullLine(line(width), measure))).toEqual([false, true, true, true, false]);
  });
});
