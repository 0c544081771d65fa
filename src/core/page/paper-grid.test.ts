import { describe, expect, it } from 'vitest';
import { shipped } from '../../../test/build-edition';
import type { PaperMaster } from '../model/master';
import { toMm } from '../units';
import { brokenFrames, brokenMeasure, columnLeft, longMeasure, rowTop, UPRIGHT_CHARACTERS, uprightMeasure } from './paper-grid';

const master = (preset: string): PaperMaster => shipped(preset, []).master as PaperMaster;
const n8 = master('N8');

describe('N-01: long(n) = n·b + (n−1)·g', () => {
  it.each([[2, 27], [3, 41], [4, 55], [5, 69], [6, 83], [8, 111]])('%d base columns of 13 characters: %d', (columns, characters) => {
    expect(longMeasure(n8, columns)).toBeCloseTo(characters * 9);
  });
  it.each([
    [3, 2, 20, 1], // 三破二
    [5, 3, 22, 1.5], // 五破三 22 remainder 1: it widens the two gaps
    [8, 6, 17, 1.8], // 八破六 17 remainder 4, over five gaps
  ])('%d栏破%d: %d characters, gap %d', (columns, into, characters, gap) => {
    const broken = brokenMeasure(n8, columns, into);
    expect(broken.characters).toBe(characters);
    expect(broken.gap).toBeCloseTo(gap);
  });
  it('broken columns end where their base columns do', () => {
    const frames = brokenFrames(n8, { area: { column: 2, columns: 5, row: 10, rows: 20 }, into: 3 }, 'body');
    expect(frames[0]!.x).toBeCloseTo(columnLeft(n8, 2));
    expect(frames[2]!.x + frames[2]!.width).toBeCloseTo(columnLeft(n8, 2) + longMeasure(n8, 5));
    expect(frames.map(({ y, rows }) => [y, rows])).toEqual([[rowTop(n8, 10), 20], [rowTop(n8, 10), 20], [rowTop(n8, 10), 20]]);
  });
  it('one column over an area that is no whole number of characters stands in its middle', () => {
    const n6 = master('N6'); // 6 × 17, gap 1.5: two base columns are 35.5
    const [frame] = brokenFrames(n6, { area: { column: 0, columns: 2, row: 0, rows: 9 }, into: 1 }, 'body');
    expect(frame!.width).toBeCloseTo(35 * 9);
    expect(frame!.x - columnLeft(n6, 0)).toBeCloseTo(0.25 * 9);
  });
});

describe('N-02: the type area is characters and lines; millimetres follow', () => {
  it.each([
    ['N8', 352.4, 487.4],
    ['N6', 347.7, 487.4],
    ['T6', 225.4, 336.5],
  ])('%s: %d × %d mm, centred on the sheet', (preset, width, height) => {
    const one = master(preset);
    expect(toMm(longMeasure(one, one.columns))).toBeCloseTo(width, 1);
    // The last line's ink ends at its em, not at the foot of its pitch.
    expect(toMm((one.lines - 1) * one.pitch + one.em)).toBeCloseTo(height, 0);
    expect(one.left * 2 + longMeasure(one, one.columns)).toBeCloseTo(one.width, 1);
  });
});

describe('N-14: a title downwards is nine characters wide, the text beside it has the rest of its column', () => {
  it.each([['N8', 4], ['N6', 8], ['T6', 2]])('%s: %d characters more', (preset, more) => {
    const one = master(preset);
    expect(uprightMeasure(one, 1, true)).toBeCloseTo(UPRIGHT_CHARACTERS * one.em, 5);
    expect(uprightMeasure(one, 1, false)).toBe(longMeasure(one, 1));
    for (const into of [1, 2, 3]) {
      const area = { column: 1, columns: 3, row: 0, rows: 20 };
      const frames = brokenFrames(one, { area, into, beside: true }, 'body');
      const [first, last] = [frames[0]!, frames.at(-1)!];
      // A gap after the title, whole characters a line, its right edge where the base columns end.
      expect(first.x - columnLeft(one, 0) - uprightMeasure(one, 1, true)).toBeGreaterThanOrEqual(one.gap * one.em - 0.01);
      expect(last.x + last.width).toBeLessThanOrEqual(columnLeft(one, 1) + longMeasure(one, 3) + 0.01);
      expect(first.width).toBeCloseTo(brokenMeasure(one, 3, into, true).characters * one.em, 5);
      expect(brokenMeasure(one, 3, into, true).characters - brokenMeasure(one, 3, into).characters).toBeGreaterThanOrEqual(Math.floor(more / into));
    }
  });
});
