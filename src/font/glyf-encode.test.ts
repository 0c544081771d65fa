// Encoding is undone by the reader, which the pinned faces prove right against
// fontkit; sizes are those of the OpenType specification, "Simple Glyph Description".
import { describe, expect, it } from 'vitest';
import { FontError } from './font-error';
import { encodePoints, moveSimple } from './glyf-encode';
import { type GlyphPoints, readPoints } from './glyf-points';

const points = (xs: number[], ys: number[], ends = [xs.length - 1], onCurve = xs.map(() => true)): GlyphPoints => ({ xs, ys, onCurve, ends });
const again = (p: GlyphPoints): GlyphPoints => readPoints(1, () => encodePoints(1, p));

describe('a simple glyph moved from bytes to bytes', () => {
  const p = points([0, 100, 100, 0, 3, 7], [0, 0, 50, 50, 9, 9], [3, 5], [true, true, false, true, true, false]);

  it.each([
    ['not at all', { scale: 1, dx: 0, dy: 0 }, p],
    ['by whole units', { scale: 1, dx: -30, dy: 400 }, { ...p, xs: [-30, 70, 70, -30, -27, -23], ys: [400, 400, 450, 450, 409, 409] }],
    ['a tenth larger, 3.3 → 3, 7.7 → 8, 9.9 → 10', { scale: 1.1, dx: 0, dy: 0 }, { ...p, xs: [0, 110, 110, 0, 3, 8], ys: [0, 0, 55, 55, 10, 10] }],
  ])('%s', (_what, move, expected) => {
    expect(readPoints(1, () => moveSimple(1, encodePoints(1, p), move))).toEqual(expected);
  });

  it('out of the range of its form: refused', () => {
    expect(() => moveSimple(1, encodePoints(1, p), { scale: 200, dx: 0, dy: 0 })).toThrow(FontError);
  });

  it('with its points cut off: refused', () => {
    const bytes = encodePoints(1, p);
    expect(() => moveSimple(1, bytes.subarray(0, bytes.length - 1), { scale: 1, dx: 0, dy: 0 })).toThrow(FontError);
  });
});

describe('points written and read again', () => {
  it.each([
    ['steps of 0, ±1, ±255 (one byte) and ±256 (two)', points([0, 0, 1, 0, 255, 0, 256, 0], [5, 5, 260, 5, 4, 260, 4, 4])],
    ['points on and off the curve, two contours', points([0, 100, 200, 50, 60, 70], [0, 50, 0, 10, 20, 10], [2, 5], [true, false, true, false, false, true])],
    ['300 equal flags: a repeat counts to 255 and begins anew', points(Array.from({ length: 300 }, (_, i) => i), Array.from({ length: 300 }, (_, i) => 2 * i))],
    ['600 times the same point', points(Array(600).fill(7), Array(600).fill(-7))],
    ['the largest steps', points([-16383, 16383, -16383], [16383, -16383, 16383])],
  ])('%s', (_what, p) => {
    expect(again(p)).toEqual(p);
  });

  it('300 points on a slope: header 10, end 2, count of instructions 2, flags 1 + 2 + 2 (first, 256 and 43 alike), 299 + 300 short steps', () => {
    const bytes = encodePoints(1, points(Array.from({ length: 300 }, (_, i) => i), Array.from({ length: 300 }, (_, i) => 2 * i + 1)));
    expect(bytes).toHaveLength(10 + 2 + 2 + 5 + 299 + 300);
  });

  it('the header has the box of all points', () => {
    const bytes = encodePoints(1, points([10, -20, 30], [5, 40, -6]));
    expect([...bytes.subarray(0, 10)]).toEqual([0, 1, 0xff, 0xec, 0xff, 0xfa, 0, 30, 0, 40]);
  });

  it('no points: no bytes', () => {
    expect(encodePoints(1, points([], [], []))).toHaveLength(0);
  });

  it.each([[16384], [-16384]])('a coordinate of %d is refused, since a step could leave 16 bits', (x) => {
    expect(() => encodePoints(1, points([0, x], [0, 0]))).toThrow(FontError);
  });
});
